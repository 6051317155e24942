"""The ladder of the invented nation: what was late before today has climbed, as it would have."""

from __future__ import annotations

from collections import Counter
from datetime import date

from richting.akkoord.kalender import min_werkdagen
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.regie.acties.ladder import klim

WERKDAGEN_GELEDEN = (12, 8, 3, 0)
"""Days apart by what the ladder gives each: the desk, its manager, the list of obstacles."""
HOOGSTENS = 400
"""Of the first dossiers, among which the show case; the worker does the others in its own time."""


def laat_klimmen(vandaag: date) -> Counter[str]:
    """Run the climb on some days before today, without mail; returns the steps taken."""
    telling: Counter[str] = Counter()
    for dagen in WERKDAGEN_GELEDEN:
        with klok.op(min_werkdagen(vandaag, dagen)):
            wie = systeem_zelf("opdracht:demo laad", klok.nu())
            telling += klim(wie, mailt=False, hoogstens=HOOGSTENS)
    return telling
