"""A stay that falls under the BIJ, and what the mayor's desk has of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from richting.akkoord.bijberichten import Bijbesluit
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.meldingen.acties import bij as acties
from richting.meldingen.acties import bijronde
from richting.meldingen.acties.bij import Bijantwoord
from richting.meldingen.models import Bijbericht, Bijvernietiging, Bijversie, Melding
from tests.berichten.bouwers import begin, dossier, programma, stuur
from tests.partijen.bouwers import Lid, maak_loket, maak_medewerker, maak_organisatie

DOODSLAG = {
    "artikelen": ["Sr 287"],
    "onherroepelijk": True,
    "onvoorwaardelijkMaanden": 48,
    "pleegdatum": "2024-01-05",
}
FEBRUARI = {"vroegst": "2027-02-01", "laatst": "2027-02-01", "zekerheid": "vast"}
"""Within three months of 23 November 2026."""
JULI = {"vroegst": "2027-07-01", "laatst": "2027-07-01", "zekerheid": "vast"}
MAATREGEL = "Gesprek met de persoon"


def zware_zaak(naam: str = "BIJ", **anders: Any) -> UUID:
    """A stay of somebody of Dirk's municipality, sentenced for manslaughter, free in February."""
    velden = {"verwachtEinde": FEBRUARI, "veroordeling": DOODSLAG, **anders}
    assert [a.status.value for a in stuur(begin(naam, **velden))] == ["aanvaard"]
    gevonden = dossier(naam)
    assert gevonden is not None
    return gevonden.pk


def berichten(zaak: UUID, *, lopend: bool = True) -> list[Bijbericht]:
    """The messages of a dossier, read as the program."""
    with verwerking(programma()):
        rijen = Bijbericht.objects.filter(dossier=zaak).order_by("verstrekt_op", "pk")
        return list(rijen.filter(beeindigd_op=None) if lopend else rijen)


def bericht(zaak: UUID) -> Bijbericht:
    """The one message that runs."""
    (rij,) = berichten(zaak)
    return rij


def versies(zaak: UUID) -> list[Bijversie]:
    with verwerking(programma()):
        return list(Bijversie.objects.filter(dossier=zaak).order_by("verstrekt_op", "versie"))


def protocol() -> list[Bijvernietiging]:
    with verwerking(programma()):
        return list(Bijvernietiging.objects.order_by("versie"))


def post(zaak: UUID, loket: int) -> list[str]:
    """What a desk was told of the BIJ of a dossier, in order."""
    with verwerking(programma()):
        rijen = Melding.objects.filter(dossier=zaak, loket=loket, soort__startswith="bij_")
        return list(rijen.order_by("pk").values_list("soort", flat=True))


def nacht(dag: date) -> dict[str, int]:
    """The job of this night."""
    with klok.op(dag):
        return dict(bijronde.werk_bij(systeem_zelf("test", klok.nu())))


def ontvang(lid: Lid, zaak: UUID) -> None:
    rij = bericht(zaak)
    acties.bevestig_ontvangst(lid.wie(), zaak, rij.pk, rij.stand)


def antwoord(besluit: Bijbesluit = Bijbesluit.GEEN, *maatregelen: str) -> Bijantwoord:
    return Bijantwoord(besluit, maatregelen, tijdig=True, betrouwbaar=True, bruikbaar=False)


def beantwoord(lid: Lid, zaak: UUID, besluit: Bijbesluit, *maatregelen: str) -> None:
    """Confirm what was not confirmed, and answer."""
    if bericht(zaak).ontvangen < bericht(zaak).versie:
        ontvang(lid, zaak)
    rij = bericht(zaak)
    acties.beantwoord(lid.wie(), zaak, rij.pk, rij.stand, antwoord(besluit, *maatregelen))


def andere_burgemeester(code: str = "GM0202") -> Lid:
    """The mayor's office of another municipality."""
    organisatie = maak_organisatie(code, Organisatiesoort.GEMEENTE)
    loket = maak_loket(organisatie, Loketsoort.OPENBARE_ORDE)
    return Lid(maak_medewerker(f"bode{code.lower()}", loket), loket)


def overleden(naam: str = "BIJ") -> dict[str, Any]:
    """This person died."""
    return {
        "berichtId": f"{naam}-dood",
        "soort": "overlijden",
        "bronTijd": "2026-11-22T10:00:00+01:00",
        "verblijf": naam,
        "datum": "2026-11-22",
    }


def verlof(naam: str, van: str, tot: str) -> dict[str, Any]:
    """Leave, from and until these days."""
    return {
        "berichtId": f"{naam}-verlof-{van}",
        "soort": "verlof",
        "bronTijd": "2026-11-20T10:00:00+01:00",
        "verblijf": naam,
        "van": van,
        "tot": tot,
    }
