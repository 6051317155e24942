"""The picture of a place's course in `docs/plaats.md`, made from the table of steps.

`python -m tools.plaats` writes it; `tests/akkoord/plan/test_voorzieningen.py` compares it.
"""

from __future__ import annotations

from pathlib import Path

from richting.akkoord.plan.voorzieningen import OPEN, REDENEN, REDENZINNEN, STAPPEN, Plaatsstaat

BESTAND = Path(__file__).parent.parent / "docs" / "plaats.md"
KOP = """# The course of a place in a provision

A party asks a place for an action; the desk that keeps the provision reserves, confirms or
refuses. Asked, it waits in the queue of the provision. Reserved or confirmed, it takes a place on
its days. A reservation holds until its day and then lapses; a confirmed place is over after its
last day. Both follow from the dates, and nothing is written for them. This page is made by
`python -m tools.plaats` from the table in `akkoord/plan/voorzieningen.py`; a test compares them.
"""
VANZELF = (
    (Plaatsstaat.GERESERVEERD, Plaatsstaat.VERVALLEN, "de dag van de reservering is voorbij"),
    (Plaatsstaat.BEVESTIGD, Plaatsstaat.AFGELOPEN, "de laatste dag is voorbij"),
)
"""What follows from the dates."""


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    regels = ["stateDiagram-v2", f"    [*] --> {Plaatsstaat.GEVRAAGD}"]
    regels += [
        f"    {van} --> {stap.naar}: {daad}" for daad, stap in STAPPEN.items() for van in stap.van
    ]
    regels += [f"    {van} --> {naar}: {waarom}" for van, naar, waarom in VANZELF]
    regels += [f"    {staat} --> [*]" for staat in Plaatsstaat if staat not in OPEN]
    return "\n".join(["```mermaid", *regels, "```"])


def tabel() -> str:
    """The table in words: per act from where, by whom, and for which reasons."""
    regels = ["| daad | van | naar | wie | redenen |", "|---|---|---|---|---|"]
    for daad, stap in STAPPEN.items():
        redenen = "; ".join(REDENZINNEN[r] for r in REDENEN.get(daad, ())) or "geen nodig"
        regels.append(f"| {daad} | {', '.join(stap.van)} | {stap.naar} | {stap.rol} | {redenen} |")
    return "\n".join(regels)


def pagina() -> str:
    """The whole page."""
    return f"{KOP}\n{diagram()}\n\n{tabel()}\n"


if __name__ == "__main__":
    BESTAND.write_text(pagina(), encoding="utf-8")
