"""The picture of a decision's course in `docs/besluit.md`, made from the table of transitions.

`python -m tools.besluit` writes it; `tests/akkoord/test_besluiten.py` compares it.
"""

from __future__ import annotations

from pathlib import Path

from richting.akkoord.besluiten import (
    BEGINSTATEN,
    EINDSTATEN,
    OVERGANGEN,
    Besluitdaad,
    Besluitovergang,
)
from richting.akkoord.geraakten import REGELS

BESTAND = Path(__file__).parent.parent / "docs" / "besluit.md"
KOP = """# The course of a decision that touches others

Who wants to decide something that touches another party says so first (clause 5.3). The parties
react within a term; only then it becomes final. An objection holds it up until it was talked over.
What cannot wait is final at once, with a reason, and the parties are heard afterwards. This page is
made by `python -m tools.besluit` from `akkoord/besluiten.py` and `akkoord/geraakten.py`; a test
compares them.

Who: **beslist** is the desk that decides, **geraakt** a desk that was asked, **volgt op** a desk
that may take such decisions once the deciding one has no ground any more.
"""
ROLLEN = {"beslisser": "beslist", "geraakt": "geraakt", "opvolger": "volgt op"}


def diagram() -> str:
    """The table as a Mermaid state diagram. Taking over changes nothing but the desk."""
    regels = ["stateDiagram-v2", *(f"    [*] --> {staat.value}" for staat in BEGINSTATEN)]
    regels += [_pijl(o) for o in OVERGANGEN if o.daad is not Besluitdaad.OVERNEMEN]
    regels += [f"    {staat.value} --> [*]" for staat in EINDSTATEN]
    return "\n".join(["```mermaid", *regels, "```"])


def _pijl(overgang: Besluitovergang) -> str:
    return f"    {overgang.van.value} --> {overgang.naar.value}: {overgang.daad.value}"


def tabel() -> str:
    """The table in words: per act from where, to where, by whom."""
    regels = ["| daad | van | naar | wie |", "|---|---|---|---|"]
    for overgang in sorted(OVERGANGEN, key=lambda o: list(Besluitdaad).index(o.daad)):
        wie = ROLLEN[overgang.rol.value]
        cellen = (overgang.daad.value, overgang.van.value, overgang.naar.value, wie)
        regels.append(f"| {' | '.join(cellen)} |")
    return "\n".join(regels)


def soorten() -> str:
    """Per kind of decision who takes it, whom it touches, and where that comes from."""
    regels = ["| besluit | neemt | raakt | bron |", "|---|---|---|---|"]
    for regel in REGELS:
        cellen = (
            regel.soort.value,
            ", ".join(sorted(regel.door)),
            ", ".join(sorted(regel.raakt)),
            ", ".join(str(bron) for bron in regel.bronnen),
        )
        regels.append(f"| {' | '.join(cellen)} |")
    return "\n".join(regels)


def pagina() -> str:
    """The whole page."""
    return f"{KOP}\n{diagram()}\n\n{tabel()}\n\n## Whom each kind touches\n\n{soorten()}\n"


if __name__ == "__main__":
    BESTAND.write_text(pagina(), encoding="utf-8")
