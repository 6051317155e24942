"""The periodic job of this room, on the queue in PostgreSQL: a front door, as pages are."""

from __future__ import annotations

from procrastinate.contrib.django import app

from richting.delen.acties import regioafspraken
from richting.kern import klok
from richting.kern.context import systeem_zelf

S_NACHTS = "15 1 * * *"
"""In UTC."""


@app.periodic(cron=S_NACHTS)
@app.task(name="delen.regioafspraken", queueing_lock="delen.regioafspraken")
def breng_afspraken_bij(timestamp: int) -> int:
    """Bring the grounds that regional agreements touch in line; how many dossiers had drifted.

    Zero is the norm: begin and end of an agreement stand in the grounds themselves. Clausule 6.6.
    """
    wie = systeem_zelf("taak:delen.regioafspraken", klok.nu())
    return sum(len(scheef) for scheef in regioafspraken.herstel(wie))
