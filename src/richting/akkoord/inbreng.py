"""A complex case that a party brings in at a Zorg- en Veiligheidshuis, and its end. Clausule 1.5.

A source may tell of it, and a party may do it here. The newest of the two counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from richting.akkoord.feiten import Feiten
from richting.akkoord.taal import vertaalbaar as _


@dataclass(frozen=True)
class Inbreng:
    """Brought in at a house from the day `vanaf` until, not including, `tot`; None: it goes on."""

    huis: str
    vanaf: date
    tot: date | None = None


def geldende(bericht: Inbreng | None, daden: Iterable[Inbreng]) -> Inbreng | None:
    """Which one counts: that of the latest day, and on one day the last act, never the message.

    So what a source tells again never undoes an end that a party wrote. `daden` oldest first.
    """
    alle = [*([bericht] if bericht else []), *daden]
    gekozen: Inbreng | None = None
    for een in alle:
        if gekozen is None or een.vanaf >= gekozen.vanaf:
            gekozen = een
    return gekozen


def loopt(feiten: Feiten, op: date) -> bool:
    """On this day the case is with a house. Clausule 1.5."""
    vanaf, tot = feiten.veiligheidshuis_vanaf, feiten.veiligheidshuis_tot
    begonnen = vanaf is None or vanaf <= op
    return bool(feiten.veiligheidshuis) and begonnen and (tot is None or op < tot)


def waarom_niet(feiten: Feiten, vanaf: date, op: date) -> str:
    """Why the case cannot be brought in from this day; empty when it can. Clausule 1.5."""
    tot = feiten.veiligheidshuis_tot
    if feiten.veiligheidshuis and (tot is None or tot > op):
        return _("Deze zaak is al ingebracht bij een Zorg- en Veiligheidshuis.")
    return IN_VERLEDEN if vanaf < op else ""


def waarom_niet_beeindigen(feiten: Feiten, tot: date, op: date) -> str:
    """Why the bringing in cannot end on this day; empty when it can. Clausule 1.5."""
    if not feiten.veiligheidshuis or feiten.veiligheidshuis_tot is not None:
        return _("Deze zaak is nu niet ingebracht, of de inbreng is al beëindigd.")
    if feiten.veiligheidshuis_vanaf and tot < feiten.veiligheidshuis_vanaf:
        return _("De inbreng kan niet eindigen voordat zij begint.")
    return IN_VERLEDEN if tot < op else ""


IN_VERLEDEN = _("Kies vandaag of een latere dag: wat geweest is, verandert niet meer.")
