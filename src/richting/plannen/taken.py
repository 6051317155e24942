"""The periodic job of this room, on the queue in PostgreSQL: a front door, as pages are."""

from __future__ import annotations

from procrastinate.contrib.django import app

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.plannen.acties.screening import ruim_op

S_NACHTS = "0 2 * * *"
"""In UTC."""


@app.periodic(cron=S_NACHTS)
@app.task(name="plannen.ruim_op", queueing_lock="plannen.ruim_op")
def ruim_concepten_op(timestamp: int) -> int:
    """Remove the drafts of the screening that died; how many. Running it again finds none."""
    return ruim_op(systeem_zelf("taak:plannen.ruim_op", klok.nu()))
