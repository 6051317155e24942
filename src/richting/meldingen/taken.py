"""The periodic jobs of this room, on the queue in PostgreSQL: a front door, as pages are."""

from __future__ import annotations

from procrastinate.contrib.django import app

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.meldingen.acties import bijronde

NA_MIDDERNACHT = "10 22,23 * * *"
"""In UTC: just after midnight in the Netherlands, summer or winter."""


@app.periodic(cron=NA_MIDDERNACHT)
@app.task(name="meldingen.bij", queueing_lock="meldingen.bij")
def bij(timestamp: int) -> dict[str, int]:
    """Tell mayors what is due today, and destroy what is over. Clausule 6.5."""
    return dict(bijronde.werk_bij(systeem_zelf("taak:meldingen.bij", klok.nu())))
