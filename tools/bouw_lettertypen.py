"""Makes the fonts of printed plans from those of the screen, only when something changed.

The screen has one variable woff2 per script; the printer (Typst) wants a plain file per weight.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "node_modules/@fontsource-variable/noto-sans/files"
UITVOER = WORTEL / "src/richting/plannen/druk/lettertypen"
SCHRIFTEN = ("latin", "latin-ext")
GEWICHTEN = {400: "Regular", 700: "Bold"}


def bouw() -> int:
    """Make what is missing or older than its source; returns how many files were made."""
    UITVOER.mkdir(parents=True, exist_ok=True)
    gemaakt = 0
    for schrift in SCHRIFTEN:
        bron = BRON / f"noto-sans-{schrift}-wght-normal.woff2"
        for gewicht, naam in GEWICHTEN.items():
            doel = UITVOER / f"noto-sans-{schrift}-{naam}.ttf"
            if doel.exists() and doel.stat().st_mtime >= bron.stat().st_mtime:
                continue
            _maak(bron, doel, gewicht)
            gemaakt += 1
    return gemaakt


def _maak(bron: Path, doel: Path, gewicht: int) -> None:
    letter = instancer.instantiateVariableFont(
        TTFont(bron), {"wght": gewicht}, updateFontNames=True, overlap=True
    )
    letter.flavor = None
    letter.save(doel)


if __name__ == "__main__":
    bouw()
    sys.exit(0)
