"""Builders of messages with good defaults; every value is invented, BSNs from the test range.

Without Django: a program that only sends needs no database.
"""

from __future__ import annotations

from typing import Any

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
