"""The house rules that no bought checker knows: sizes, doors within a room, and forgotten work.

Prints one line per breach, `path:line what`, and fails when there is one.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src" / "richting"
GROOTSTE_FUNCTIE = 40
GROOTSTE_BESTAND = 400
SCHRIJVERS = {"acties", "kern"}
"""Only these may open a unit of work (`kern.werk.verwerking`)."""
SCHERMEN = {"paginas", "api"}
REGISTER = re.compile(r"https?://[^\s\"']*(?:pypi|npmjs|pythonhosted)\b")


def breuken(pad: Path) -> Iterator[str]:
    """Every breach in one Python file; Django writes migrations, and their length is its own."""
    tekst = pad.read_text(encoding="utf-8")
    gemaakt = "migrations" in pad.parts
    if tekst.count("\n") > GROOTSTE_BESTAND and not gemaakt:
        yield f"{pad}:1 meer dan {GROOTSTE_BESTAND} regels: splits dit bestand"
    boom = ast.parse(tekst)
    yield from (f"{pad}:{zin}" for zin in _te_lang(boom))
    if BRON in pad.parents and not gemaakt:
        yield from (f"{pad}:{zin}" for zin in (*_deuren(boom, pad), *_zonder_uitleg(boom)))


def _te_lang(boom: ast.Module) -> Iterator[str]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
            regels = (knoop.end_lineno or knoop.lineno) - knoop.lineno + 1
            if regels > GROOTSTE_FUNCTIE:
                yield f"{knoop.lineno} {knoop.name} heeft {regels} regels; {GROOTSTE_FUNCTIE} mag"


def _deuren(boom: ast.Module, pad: Path) -> Iterator[str]:
    meubel = pad.relative_to(BRON).parts[1].removesuffix(".py") if pad.parent != BRON else ""
    kamer = pad.relative_to(BRON).parts[0]
    for knoop in ast.walk(boom):
        if not isinstance(knoop, ast.ImportFrom) or not knoop.module:
            continue
        namen = {naam.name for naam in knoop.names}
        if meubel == "acties" and SCHERMEN & set(knoop.module.split(".")):
            yield f"{knoop.lineno} acties kennen geen schermen: {knoop.module}"
        schrijft = knoop.module == "richting.kern.werk" and "verwerking" in namen
        if schrijft and not SCHRIJVERS & {meubel, kamer}:
            yield f"{knoop.lineno} alleen acties schrijven: verwerking hoort hier niet"


def _zonder_uitleg(boom: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(boom) and boom.body:
        yield "1 de module zegt niet waarvoor zij is"
    for knoop in boom.body:
        if not isinstance(knoop, ast.FunctionDef | ast.ClassDef) or knoop.name.startswith("_"):
            continue
        if not ast.get_docstring(knoop):
            yield f"{knoop.lineno} {knoop.name} heeft geen uitleg"


def registeradressen() -> Iterator[str]:
    """Every registry address in a lock file or list of dependencies."""
    for pad in [*WORTEL.glob("requirements/*"), *WORTEL.glob("package*.json"), WORTEL / ".npmrc"]:
        if pad.exists() and REGISTER.search(pad.read_text(encoding="utf-8")):
            yield f"{pad}:1 noemt het adres van een register"


def hoofd() -> int:
    """Check all Python of the house."""
    paden = [p for map_ in ("src", "tools", "tests") for p in sorted((WORTEL / map_).rglob("*.py"))]
    gevonden = [breuk for pad in paden for breuk in breuken(pad)]
    gevonden += registeradressen()
    for breuk in gevonden:
        print(breuk.replace(f"{WORTEL}/", ""))
    return 1 if gevonden else 0


if __name__ == "__main__":
    sys.exit(hoofd())
