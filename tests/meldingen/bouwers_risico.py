"""A stay with everybody who can sit at a table of art. 18b, and a table that is open.

zaak, tafel = maak_zaak(), maak_tafelploeg()
gemarkeerd(tafel.bram, zaak)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from richting.akkoord.risico import Beoordeling, Risiconiveau
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.dossiers.overzichten import tijdlijn
from richting.kern import klok
from richting.kern.models import Journaal
from richting.meldingen.acties import risico
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.delen.bouwers import als
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    maak_loket,
    maak_medewerker,
    maak_organisatie,
    maak_ploeg,
    meld_aan,
)

WAAROM = "Dreiging naar een ex-partner"


@dataclass(frozen=True)
class Tafelploeg:
    """The cast, with Otto of the public prosecutor and Petra of the police."""

    ploeg: Ploeg
    otto: Lid
    petra: Lid

    @property
    def bram(self) -> Lid:
        """The prison: marks."""
        return self.ploeg.bram

    @property
    def aan_tafel(self) -> tuple[Lid, ...]:
        """Everybody who sits at the table of a stay in Nieuwegein from Utrecht, with probation."""
        return (self.ploeg.bram, self.ploeg.cato, self.ploeg.dirk, self.otto, self.petra)

    @property
    def anderen(self) -> tuple[Lid, ...]:
        """Everybody who must hear nothing of it."""
        ploeg = self.ploeg
        return (ploeg.anna, ploeg.eva, ploeg.fatima, ploeg.gijs)


def maak_tafelploeg() -> Tafelploeg:
    """All desks of the table, with somebody at each."""
    maak_partijen()
    return Tafelploeg(
        maak_ploeg(),
        _lid("otto", "OM", Organisatiesoort.OM, Loketsoort.OM),
        _lid("petra", "POLITIE", Organisatiesoort.POLITIE, Loketsoort.POLITIE),
    )


def _lid(naam: str, code: str, organisatie: str, soort: str) -> Lid:
    loket = maak_loket(maak_organisatie(code, organisatie), soort)
    return Lid(maak_medewerker(naam, loket), loket)


def maak_zaak(verblijf: str = "V1", **velden: Any) -> UUID:
    """A stay in Bram's prison from Anna's municipality, with Cato's probation."""
    stuur(begin(verblijf, **{"reclassering": "RN", **velden}))
    gevonden = dossier(verblijf)
    assert gevonden is not None
    return gevonden.pk


def beoordeling(
    niveau: Risiconiveau = Risiconiveau.HOOG, tot: date | None = None, **anders: Any
) -> Beoordeling:
    """An assessment of today that holds three months."""
    vandaag = klok.vandaag()
    basis = {"instrument": "RISc", "beoordeeld_op": vandaag} | anders
    return Beoordeling(niveau, geldig_tot=tot or vandaag + timedelta(days=90), **basis)


def gemarkeerd(lid: Lid, zaak: UUID, **anders: Any) -> None:
    """This person marks the dossier."""
    risico.markeer(lid.wie(), zaak, beoordeling(**anders), WAAROM)


def zie(lid: Lid, pad: str) -> tuple[int, str]:
    """The status and the text of a page, for this person."""
    client = Client()
    meld_aan(client, lid)
    antwoord = client.get(pad)
    return antwoord.status_code, antwoord.content.decode()


def stuur_op(lid: Lid, pad: str, **velden: Any) -> Any:
    """What comes back when this person fills in a form."""
    client = Client()
    meld_aan(client, lid)
    return client.post(pad, velden)


def tijdlijn_zoals_het_slot(lid: Lid, zaak: UUID) -> set[str]:
    """The compartments on the timeline of this reader: the function and the policy say the same."""
    with als(lid.wie()):
        regels = tijdlijn(zaak)
        assert regels == list(Journaal.objects.filter(dossier_id=zaak).order_by("-volgnummer"))
    return {regel.categorie for regel in regels}
