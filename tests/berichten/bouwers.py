"""Builders of messages with good defaults; every value is invented, BSNs from the test range."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.berichten.acties import Antwoord, ontvang
from richting.berichten.models import Bericht
from richting.berichten.samenhang import Kader
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from tests.partijen.bouwers import maak_loket, maak_organisatie

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KADER = Kader(NU, testpersonen=True)
BRON = "DJI"
GEMEENTE, ANDERE_GEMEENTE, INRICHTING = "GM0344", "GM0202", "PI-NIEUWEGEIN"


def begin(verblijf: str = "V1", bericht_id: str = "", **anders: Any) -> dict[str, Any]:
    """A begin of a stay that falls under the accord; None takes a field away."""
    bericht = {
        "berichtId": bericht_id or f"{verblijf}-begin",
        "soort": "begin",
        "bronTijd": "2026-11-02T09:30:00+01:00",
        "verblijf": verblijf,
        "persoon": {
            "bsn": "999990019",
            "voornamen": "Jan",
            "geslachtsnaam": "Verzonnen",
            "geboortedatum": "1990-05-17",
            "verblijfsstatus": "geldig",
        },
        "titel": "gevangenisstraf",
        "begin": "2026-11-01",
        "plaats": {"soort": "pi", "inrichting": INRICHTING},
        "verwachtEinde": {"vroegst": "2027-03-01", "laatst": "2027-03-01", "zekerheid": "vast"},
        "gemeenten": [{"gemeente": GEMEENTE, "rol": "ingezetene"}],
    }
    return met(bericht, **anders)


def einde_gewijzigd(
    verblijf: str = "V1", datum: str = "2027-04-01", bericht_id: str = "", **anders: Any
) -> dict[str, Any]:
    """The expected end of a stay moves to `datum`."""
    bericht = {
        "berichtId": bericht_id or f"{verblijf}-{datum}",
        "soort": "einde_gewijzigd",
        "bronTijd": "2026-11-10T10:00:00+01:00",
        "verblijf": verblijf,
        "verwachtEinde": {"vroegst": datum, "laatst": datum, "zekerheid": "vast"},
        "reden": "Herberekening",
    }
    return met(bericht, **anders)


def correctie(betreft: str, velden: dict[str, Any], verblijf: str = "V1") -> dict[str, Any]:
    """An earlier message was wrong in these fields."""
    return {
        "berichtId": f"{betreft}-c",
        "soort": "correctie",
        "bronTijd": "2026-11-12T10:00:00+01:00",
        "verblijf": verblijf,
        "betreft": betreft,
        "velden": velden,
    }


def met(bericht: dict[str, Any], **anders: Any) -> dict[str, Any]:
    """The message with these fields; None takes a field away."""
    heel = {**bericht, **anders}
    return {naam: waarde for naam, waarde in heel.items() if waarde is not None}


def maak_partijen() -> None:
    """The organisations and desks that the messages of these tests name."""
    soort, loket = Organisatiesoort, Loketsoort
    for code, organisatiesoort, loketsoort in (
        (GEMEENTE, soort.GEMEENTE, loket.NAZORG),
        (INRICHTING, soort.INRICHTING, loket.CASEMANAGEMENT),
        ("PI-ZWOLLE", soort.INRICHTING, loket.CASEMANAGEMENT),
        ("RN", soort.RECLASSERING, loket.RECLASSERING),
        (BRON, soort.DJI, loket.VERWERKING),
    ):
        maak_loket(maak_organisatie(code, organisatiesoort), loketsoort)


def programma() -> Wie:
    """The program itself, as the intake runs it."""
    return systeem_zelf("test", klok.nu())


def stuur(*berichten: Any) -> list[Antwoord]:
    """Deliver messages of DJI."""
    return ontvang(programma(), BRON, list(berichten))


def statussen(*berichten: Any) -> list[str]:
    """What became of each message."""
    return [antwoord.status.value for antwoord in stuur(*berichten)]


def rij(bericht_id: str) -> Bericht:
    """The stored message, read as the program."""
    with verwerking(programma()):
        return Bericht.objects.get(bron=BRON, bericht_id=bericht_id)


def tel(model: type[Model], **filters: Any) -> int:
    """How many rows there are, read as the program."""
    with verwerking(programma()):
        return model._default_manager.filter(**filters).count()


def dossier(verblijf: str = "V1") -> Dossier | None:
    """The dossier of a stay, read as the program."""
    with verwerking(programma()):
        return Dossier.objects.filter(bron=BRON, kenmerk=verblijf).first()
