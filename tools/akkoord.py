"""Write the register of the accord: `docs/akkoord.md` and `src/richting/akkoord/register.json`.

`python -m tools.akkoord` writes both; with `--controleer` it writes nothing and fails when one of
them is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from richting.akkoord.clausules import CLAUSULES, DELEN
from richting.akkoord.register import Clausuleregel, OnbekendeClausule, als_json, maak

WORTEL = Path(__file__).resolve().parents[1]
BRON, TESTS = WORTEL / "src" / "richting", WORTEL / "tests"
REGISTER = BRON / "akkoord" / "register.json"
PAGINA = WORTEL / "docs" / "akkoord.md"
KOP = """# Het akkoord

Gemaakt uit de code door `python -m tools.akkoord`; niet met de hand wijzigen. *Made from the code.*

Per clausule van het bestuurlijk akkoord *Kansen bieden voor re-integratie* (1 juli 2019) staat hier
welke regel of functie haar draagt, en welke test dat laat zien. Dragen is bijdragen: het zegt niet
dat de clausule af is. Zonder code of zonder test staat een clausule **open**.

*Each clause with the rules and features that carry it and the tests that show it. To carry is to
contribute, not to complete. Without code or without a test a clause is **open**.*
"""


def pagina(register: tuple[Clausuleregel, ...]) -> str:
    """The text of `docs/akkoord.md`."""
    dicht = sum(not regel.open for regel in register)
    stand = f"Gedragen: {dicht} van {len(register)} clausules. Open: {len(register) - dicht}."
    delen = [_deel(nr, register) for nr in DELEN]
    return "\n".join([KOP, f"{stand}\n", *delen])


def _deel(nr: int, register: tuple[Clausuleregel, ...]) -> str:
    nl, en = DELEN[nr]
    eigen = {c.nr for c in CLAUSULES if c.deel == nr}
    regels = [_regel(regel) for regel in register if regel.nr in eigen]
    return "\n".join([f"## {nr}. {nl} / *{en}*\n", *regels])


def _regel(regel: Clausuleregel) -> str:
    stand = " — **open**" if regel.open else ""
    lijst = [f"### {regel.nr}{stand}\n", f"{regel.nl}\n", f"*{regel.en}*\n"]
    lijst += [f"- gedragen door `{naam}`" for naam in regel.dragers]
    lijst += [f"- getoond door `{naam}`" for naam in regel.tests]
    if regel.dragers or regel.tests:
        lijst.append("")
    return "\n".join(lijst)


def hoofd(argumenten: list[str]) -> int:
    """Write or check; 1 when something is stale or names a clause that does not exist."""
    try:
        register = maak(BRON, TESTS)
    except OnbekendeClausule as fout:
        print(fout)
        return 1
    teksten = {REGISTER: als_json(register), PAGINA: pagina(register)}
    oud = [p for p, tekst in teksten.items() if not p.exists() or p.read_text("utf-8") != tekst]
    if "--controleer" in argumenten:
        for pad in oud:
            print(f"{pad.relative_to(WORTEL)} is verouderd: draai `python -m tools.akkoord`")
        return 1 if oud else 0
    for pad in oud:
        pad.write_text(teksten[pad], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
