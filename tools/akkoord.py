"""Write the register of the accord: `docs/akkoord.md` and `src/richting/akkoord/register.json`.

`python -m tools.akkoord` writes both; with `--controleer` it writes nothing and fails when one of
them is stale.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from richting.akkoord.clausules import CLAUSULES, DELEN
from richting.akkoord.register import Clausuleregel, OnbekendeClausule, Stand, als_json, maak

WORTEL = Path(__file__).resolve().parents[1]
BRON, TESTS = WORTEL / "src" / "richting", WORTEL / "tests"
REGISTER = BRON / "akkoord" / "register.json"
PAGINA = WORTEL / "docs" / "akkoord.md"
STANDEN = {Stand.OPEN: " — **open**", Stand.REGEL: " — **alleen de regel**", Stand.GEDRAGEN: ""}
KOP = """# Het akkoord

Gemaakt uit de code door `python -m tools.akkoord`; niet met de hand wijzigen. *Made from the code.*

Per clausule van het bestuurlijk akkoord *Kansen bieden voor re-integratie* (1 juli 2019) staat hier
welke regels en onderdelen haar dragen, en welke tests dat laten zien. Dragen is bijdragen: het zegt
niet dat de clausule af is. Zonder code of zonder test staat een clausule **open**. Is er alleen een
regel, en nog geen onderdeel dat iemand kan gebruiken, dan staat er **alleen de regel**.

*Each clause with the rules and features that carry it and the tests that show it. To carry is to
contribute, not to complete. Without code or without a test a clause is **open**; with a rule that
no feature uses yet it is marked **alleen de regel** (only the rule).*
"""


def pagina(register: tuple[Clausuleregel, ...]) -> str:
    """The text of `docs/akkoord.md`."""
    aantal = Counter(regel.stand for regel in register)
    stand = (
        f"Van {len(register)} clausules: {aantal[Stand.GEDRAGEN]} gedragen, "
        f"{aantal[Stand.REGEL]} met alleen de regel, {aantal[Stand.OPEN]} open."
    )
    delen = [_deel(nr, register) for nr in DELEN]
    return "\n".join([KOP, f"{stand}\n", *delen])


def _deel(nr: int, register: tuple[Clausuleregel, ...]) -> str:
    nl, en = DELEN[nr]
    eigen = {c.nr for c in CLAUSULES if c.deel == nr}
    regels = [_regel(regel) for regel in register if regel.nr in eigen]
    return "\n".join([f"## {nr}. {nl} / *{en}*\n", *regels])


def _regel(regel: Clausuleregel) -> str:
    stand = STANDEN[regel.stand]
    lijst = [f"### {regel.nr}{stand}\n", f"{regel.nl}\n", f"*{regel.en}*\n"]
    lijst += [f"- regel `{naam}`" for naam in regel.regels]
    lijst += [f"- onderdeel `{naam}`" for naam in regel.onderdelen]
    lijst += [f"- test `{naam}`" for naam in regel.tests]
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
