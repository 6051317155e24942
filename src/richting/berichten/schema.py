"""The published JSON Schema of a message, made from the same table as the check.

`schema/verblijfsbericht.json` is this, written down; a test holds the two equal.
Run `python -m richting.berichten.schema` to write it again.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from richting.akkoord.woorden import Berichtsoort
from richting.berichten.velden import BERICHTEN, UITLEG

MAP = Path(__file__).parent / "schema"
BESTAND = MAP / "verblijfsbericht.json"
VOORBEELDEN = MAP / "voorbeelden"
ADRES = "/api/v1/schemas/verblijfsbericht.json"


def maak_schema() -> dict[str, Any]:
    """The schema of one message: one of ten kinds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADRES,
        "title": "Verblijfsbericht",
        "description": "Eén bericht over een verblijf. Wat geen schema kan zeggen (elfproef, "
        "volgorde van datums, elke gemeenterol één keer) staat in docs/berichten.md.",
        "oneOf": [{"$ref": f"#/$defs/{soort.value}"} for soort in Berichtsoort],
        "$defs": {
            soort.value: {
                "title": soort.value,
                "description": UITLEG[soort],
                **BERICHTEN[soort.value].schema(),
            }
            for soort in Berichtsoort
        },
    }


def schema_zonder_verwijzingen() -> dict[str, Any]:
    """The same schema for a place where references would point elsewhere (OpenAPI)."""
    heel = maak_schema()
    return {
        "title": heel["title"],
        "description": heel["description"],
        "oneOf": list(heel["$defs"].values()),
    }


@cache
def gepubliceerd() -> bytes:
    """The published file as it stands on disk."""
    return BESTAND.read_bytes()


def voorbeelden() -> dict[str, Any]:
    """The examples of the documentation by name."""
    return {
        pad.stem: json.loads(pad.read_text(encoding="utf-8"))
        for pad in sorted(VOORBEELDEN.glob("*.json"))
    }


def schrijf() -> None:
    """Write the schema to its file."""
    tekst = json.dumps(maak_schema(), ensure_ascii=False, indent=2)
    BESTAND.write_text(tekst + "\n", encoding="utf-8")


if __name__ == "__main__":
    schrijf()
