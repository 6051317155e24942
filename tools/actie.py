"""The picture of an action's course in `docs/actie.md`, made from the table of transitions.

`python -m tools.actie` writes it; `tests/akkoord/plan/test_overgangen.py` compares it.
"""

from __future__ import annotations

from pathlib import Path

from richting.akkoord.plan.overgangen import (
    BEGINSTATEN,
    GEEINDIGD,
    OVERGANGEN,
    REDENEN,
    REDENZINNEN,
    Daad,
    Overgang,
)

BESTAND = Path(__file__).parent.parent / "docs" / "actie.md"
KOP = """# The course of an action

An action has exactly one responsible desk. It is asked of another desk or taken on by the own, and
ends done or, as an answer of its own, declined, withdrawn, stopped or impossible. This page is made
by `python -m tools.actie` from the table in `akkoord/plan/overgangen.py`; a test compares them.

Who: **doet** is the responsible desk, **vraagt** the desk that asked, **volgt op** any other desk
of the plan once the responsible one has no ground any more.
"""
ROLLEN = {"verantwoordelijk": "doet", "vrager": "vraagt", "opvolger": "volgt op"}


def diagram() -> str:
    """The table as a Mermaid state diagram. Taking over is left out: it leads from every open state
    to `afgesproken` and would cover the rest."""
    regels = ["stateDiagram-v2", *(f"    [*] --> {staat.value}" for staat in BEGINSTATEN)]
    regels += [_pijl(o) for o in OVERGANGEN if o.daad is not Daad.OVERNEMEN]
    regels += [f"    {staat.value} --> [*]" for staat in GEEINDIGD]
    return "\n".join(["```mermaid", *regels, "```"])


def _pijl(overgang: Overgang) -> str:
    return f"    {overgang.van.value} --> {overgang.naar.value}: {overgang.daad.value}"


def tabel() -> str:
    """The table in words: per act from where, by whom, and for which reasons."""
    regels = ["| daad | van | naar | wie | redenen |", "|---|---|---|---|---|"]
    for daad in Daad:
        rijen = [o for o in OVERGANGEN if o.daad is daad]
        van = ", ".join(o.van.value for o in rijen)
        redenen = "; ".join(REDENZINNEN[reden] for reden in REDENEN.get(daad, ())) or "geen nodig"
        wie = ROLLEN[rijen[0].rol.value]
        regels.append(f"| {daad.value} | {van} | {rijen[0].naar.value} | {wie} | {redenen} |")
    return "\n".join(regels)


def pagina() -> str:
    """The whole page."""
    return f"{KOP}\n{diagram()}\n\n{tabel()}\n"


if __name__ == "__main__":
    BESTAND.write_text(pagina(), encoding="utf-8")
