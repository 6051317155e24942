"""The periodic jobs of this room, on the queue in PostgreSQL: a front door, as pages are.

No job carries data: each looks for itself what there is to do. So a job that is lost, doubled or
late does no harm; the next one finds the same.
"""

from __future__ import annotations

from django.conf import settings
from procrastinate.contrib.django import app

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.regie.acties import ladder, mail, werkstand
from richting.regie.kanaal import postkantoor

ELK_UUR_OVERDAG, ELKE_VIJF_MINUTEN = "0 5-17 * * *", "*/5 * * * *"
"""In UTC: by day in the Netherlands, summer and winter."""


@app.periodic(cron=ELK_UUR_OVERDAG)
@app.task(name="ladder.klim", queueing_lock="ladder.klim")
def klim(timestamp: int) -> dict[str, int]:
    """Take the steps of the ladder that are due, then send the mail that came of it.

    First the work lists follow the new day, since they say where to look.
    """
    wie = systeem_zelf("taak:ladder.klim", klok.nu())
    for _deel in werkstand.herzie(wie):
        pass
    telling = ladder.klim(wie, mailt=settings.OMGEVING.mailt)
    return dict(telling) | verzend_nu()


@app.periodic(cron=ELKE_VIJF_MINUTEN)
@app.task(name="ladder.verzend", queueing_lock="ladder.verzend")
def verzend(timestamp: int) -> dict[str, int]:
    """Send the mail that waits."""
    return verzend_nu()


def verzend_nu() -> dict[str, int]:
    """Send the mail that waits, when there is somewhere to send it; how many of what."""
    if not settings.OMGEVING.mailt:
        return {}
    with postkantoor() as stuur:
        return dict(mail.verzend(systeem_zelf("taak:ladder.verzend", klok.nu()), stuur))
