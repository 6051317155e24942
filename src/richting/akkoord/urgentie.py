"""Who comes first on a work list: where the least time is left for what is not in order.

One rule in two tongues: here, and as SQL in `regie.overzichten.werkvoorraad`; a test holds the two
equal.
"""

from __future__ import annotations

from datetime import date

DEELBAAR = 420
"""Divisible by every number of life areas, so that the rank is a whole number."""
NIETS_OPEN = 10**9
"""Everything in order: after everybody for whom something is not, by day."""


def dagen_tot_vrij(thuiskomst: date | None, op: date, onbekend: int) -> int:
    """Days until the release, 0 for who is or may be out; `onbekend` when the day is not known.

    Clausule 5.1.
    """
    if thuiskomst is None:
        return onbekend
    return max(0, (thuiskomst - op).days)


def rang(dagen: int, niet_op_orde: int | None) -> int:
    """The place on the list, lowest first: days left per condition not in order. Clausule 5.1, 8.3.

    Today counts as a day. What this desk does not know of the conditions counts as one.
    """
    aantal = 1 if niet_op_orde is None else niet_op_orde
    if aantal == 0:
        return NIETS_OPEN + dagen
    return (dagen + 1) * DEELBAAR // aantal
