"""The picture of a handover's course in `docs/overdracht.md`, made from the table of transitions.

`python -m tools.overdracht` writes it; `tests/akkoord/test_overdracht.py` compares it.
"""

from __future__ import annotations

from pathlib import Path

from richting.akkoord.overdracht import (
    CHECKLIJST,
    EINDSTATEN,
    OVERGANGEN,
    WEIGERZINNEN,
    Overdrachtdaad,
    Overdrachtstaat,
)

BESTAND = Path(__file__).parent.parent / "docs" / "overdracht.md"
KOP = """# The course of a handover

Who directs keeps the task until another party accepts it for an agreed day, or until the rule
passes it on by force of law; then both parties are told, and the receiver confirms. A municipality
that accepts the request to receive somebody accepts the task with that: it confirms nothing. Nor
does a municipality that takes its request back after a yes, and has the task again by that. This
page is made by `python -m tools.overdracht` from `akkoord/overdracht.py`; a test compares them.

Who: **gever** holds the task, **ontvanger** gets it, **regel** is the rule itself.
"""


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    regels = ["stateDiagram-v2", f"    [*] --> {Overdrachtstaat.VOORBEREID.value}"]
    regels += [f"    [*] --> {Overdrachtstaat.VAN_RECHTSWEGE.value}: overgaan"]
    regels += [f"    [*] --> {Overdrachtstaat.AANVAARD.value}: ja_op_verzoek"]
    regels += [f"    [*] --> {Overdrachtstaat.AANVAARD.value}: verzoek_ingetrokken"]
    regels += [f"    {o.van.value} --> {o.naar.value}: {o.daad.value}" for o in OVERGANGEN]
    regels += [f"    {staat.value} --> [*]" for staat in EINDSTATEN]
    return "\n".join(["```mermaid", *regels, "```"])


def tabel() -> str:
    """The table in words: per act from where, by whom, and for which reasons."""
    regels = ["| daad | van | naar | wie | redenen |", "|---|---|---|---|---|"]
    for daad in Overdrachtdaad:
        rijen = [o for o in OVERGANGEN if o.daad is daad]
        van = ", ".join(o.van.value for o in rijen)
        weigert = daad is Overdrachtdaad.WEIGEREN
        redenen = "; ".join(WEIGERZINNEN.values()) if weigert else "geen nodig"
        naar, rol = rijen[0].naar.value, rijen[0].rol.value
        regels.append(f"| {daad.value} | {van} | {naar} | {rol} | {redenen} |")
    return "\n".join(regels)


def lijsten() -> str:
    """The checklist of each kind with its sources."""
    regels = ["| soort | wat gezien moet zijn |", "|---|---|"]
    for soort, punten in CHECKLIJST.items():
        zinnen = "; ".join(f"{punt.zin} ({punt.bron})" for punt in punten)
        regels.append(f"| {soort.value} | {zinnen} |")
    return "\n".join(regels)


def pagina() -> str:
    """The whole page."""
    return f"{KOP}\n{diagram()}\n\n{tabel()}\n\n## What each kind looks at\n\n{lijsten()}\n"


if __name__ == "__main__":
    BESTAND.write_text(pagina(), encoding="utf-8")
