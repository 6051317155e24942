"""The examples of the documentation as files to download: to look at, to fill in, to try with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from richting.berichten import schema
from richting.berichten.bestanden import Formaat


def bestand(formaat: Formaat) -> str:
    """One message of each kind, in this kind of file."""
    berichten = list(schema.voorbeelden().values())
    return _als_csv(berichten) if formaat is Formaat.CSV else _als_jsonl(berichten)


def _als_jsonl(berichten: list[Any]) -> str:
    return "".join(json.dumps(bericht, ensure_ascii=False) + "\n" for bericht in berichten)


def _als_csv(berichten: list[Any]) -> str:
    """The same in columns; a null of a correction has no place in CSV and is left out."""
    regels = [dict(_cellen(bericht, "")) for bericht in berichten]
    kop = list(dict.fromkeys(naam for regel in regels for naam in regel))
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, kop, restval="", lineterminator="\r\n")
    schrijver.writeheader()
    schrijver.writerows(regels)
    return uit.getvalue()


def _cellen(waarde: Any, naam: str) -> Iterator[tuple[str, str]]:
    voor = f"{naam}." if naam else ""
    if isinstance(waarde, dict):
        for veld, deel in waarde.items():
            yield from _cellen(deel, voor + veld)
    elif isinstance(waarde, list) and any(isinstance(deel, dict) for deel in waarde):
        for nummer, deel in enumerate(waarde):
            yield from _cellen(deel, f"{voor}{nummer}")
    elif isinstance(waarde, list):
        yield naam, ";".join(waarde)
    elif isinstance(waarde, bool):
        yield naam, "ja" if waarde else "nee"
    elif waarde is not None:
        yield naam, str(waarde)
