"""Which moment to measure now. Clausule 5.1, 8.2."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.plan.woorden import Meetmoment

MAANDEN_NA = 6
"""The last moment lies this many months after release. Clausule 8.2."""


def kan_gemeten(moment: Meetmoment, vertrokken: date | None, op: date) -> bool:
    """Whether this moment can have come on `op`. Clausule 8.2.

    `vertrokken` is the real day of release. How it goes half a year later nobody knows before it;
    the other moments can come any day, as a judge may release somebody today.
    """
    if moment is not Meetmoment.ZES_MAANDEN:
        return True
    return vertrokken is not None and vertrokken <= op


def aan_de_beurt(
    gemeten: Collection[Meetmoment],
    ontslag: date | None,
    op: date,
    aannames: Aannames = AANNAMES,
) -> Meetmoment | None:
    """The moment to measure on `op`; None when what can be measured now is measured.

    `ontslag` is the day of release, real or expected. The begin comes first, for as long as the
    stay lasts; what was missed is not measured afterwards. Clausule 5.1, 8.2.
    """
    if ontslag is not None and op >= ontslag:
        zes = op >= plus_maanden(ontslag, MAANDEN_NA)
        nu = Meetmoment.ZES_MAANDEN if zes else Meetmoment.ONTSLAG
    elif Meetmoment.BEGIN not in gemeten:
        nu = Meetmoment.BEGIN
    elif ontslag is not None and ontslag <= op + timedelta(weeks=aannames.thuiskomst_weken):
        nu = Meetmoment.VOOR_ONTSLAG
    else:
        return None
    return None if nu in gemeten else nu
