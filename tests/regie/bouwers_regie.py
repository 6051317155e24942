"""Helpers of the tests of who directs: the holder now, rows as the program sees them, messages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.regie.models import Overdracht, Regietijdvak
from richting.regie.tijdvakken import geldend
from tests.berichten.bouwers import dossier, programma
from tests.partijen.bouwers import Lid, maak_loket, maak_medewerker, maak_organisatie

CASUS, PROCES, TOEZICHT = Regietaak.CASUSREGIE, Regietaak.PROCESREGIE, Regietaak.TOEZICHT


def rijen(nummer: UUID, taak: Regietaak = CASUS) -> list[Regietijdvak]:
    """The rows of one task, in order."""
    with verwerking(programma()):
        return list(Regietijdvak.objects.filter(dossier=nummer, taak=taak).order_by("vanaf"))


def houder(nummer: UUID, taak: Regietaak = CASUS) -> Regietijdvak:
    """Who holds the task at this moment."""
    rij = geldend(rijen(nummer, taak), klok.nu())
    assert rij is not None
    return rij


def overdrachten(nummer: UUID) -> list[Overdracht]:
    """The handovers of a dossier, oldest first."""
    with verwerking(programma()):
        return list(Overdracht.objects.filter(dossier=nummer).order_by("gemaakt_op", "pk"))


def nummer_van(verblijf: str = "V1") -> UUID:
    """The key of the dossier of a stay."""
    rij = dossier(verblijf)
    assert rij is not None
    return rij.pk


def bericht(soort: str, **velden: Any) -> dict[str, Any]:
    """A later message about the stay V1."""
    return {
        "berichtId": f"V1-{soort}-{len(velden)}",
        "soort": soort,
        "bronTijd": "2026-11-20T10:00:00+01:00",
        "verblijf": "V1",
        **velden,
    }


def vertrek(dag: str = "2026-11-23") -> dict[str, Any]:
    """The stay ends on this day."""
    return bericht("einde", datum=dag, reden="einde_straf")


def overplaatsing(inrichting: str = "PI-ZWOLLE", dag: str = "2026-11-23") -> dict[str, Any]:
    """To another prison from this day on."""
    return bericht("overplaatsing", datum=dag, plaats={"soort": "pi", "inrichting": inrichting})


def maak_huis(code: str = "ZVH-UTRECHT") -> Lid:
    """Zoë at the desk of the house."""
    organisatie = maak_organisatie(code, Organisatiesoort.VEILIGHEIDSHUIS, "Huis")
    loket = maak_loket(organisatie, Loketsoort.PROCESREGIE)
    return Lid(maak_medewerker(f"zoe-{code}", loket, "Zoë Papier"), loket)
