"""The periodic jobs of this room, on the queue in PostgreSQL: a front door, as pages are.

No job carries data: each looks for itself what there is to do. So a job that is lost, doubled or
late does no harm; the next one finds the same.
"""

from __future__ import annotations

from django.conf import settings
from procrastinate.contrib.django import app

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.regie.acties import ladder, mail, meldcontrole, overgang, werkstand, zicht
from richting.regie.kanaal import postkantoor

ELK_UUR_OVERDAG, ELKE_VIJF_MINUTEN = "0 5-17 * * *", "*/5 * * * *"
"""In UTC: by day in the Netherlands, summer and winter."""
NA_MIDDERNACHT, S_NACHTS = "5 22,23 * * *", "30 2 * * *"
"""In UTC: just after midnight in the Netherlands, summer or winter; and when nobody works."""
NA_DE_BIJ = "20 22,23 * * *"
"""After `meldingen.taken`: what the BIJ itself told is not told again."""


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


@app.periodic(cron=NA_MIDDERNACHT)
@app.task(name="regie.dagronde", queueing_lock="regie.dagronde")
def dagronde(timestamp: int) -> int:
    """Tell who got the regie at midnight without an accepted handover. Clausule 1.7."""
    return overgang.werk_bij(systeem_zelf("taak:regie.dagronde", klok.nu()))


@app.periodic(cron=NA_DE_BIJ)
@app.task(name="regie.zicht", queueing_lock="regie.zicht")
def vertel_zicht(timestamp: int) -> int:
    """Tell who begins or stops to see something because this day came. Clausule 5.4, 6.4."""
    return zicht.ronde(systeem_zelf("taak:regie.zicht", klok.nu())) or 0


@app.periodic(cron=S_NACHTS)
@app.task(name="regie.meldplicht", queueing_lock="regie.meldplicht")
def meldplicht(timestamp: int) -> int:
    """Reconcile once a day; how much did not agree. First the round, when it was missed."""
    wie = systeem_zelf("taak:regie.meldplicht", klok.nu())
    zicht.ronde(wie)
    uitslag = meldcontrole.controleer_vandaag(wie)
    return len(uitslag.afwijkingen) if uitslag else 0


def verzend_nu() -> dict[str, int]:
    """Send the mail that waits, when there is somewhere to send it; how many of what."""
    if not settings.OMGEVING.mailt:
        return {}
    with postkantoor() as stuur:
        return dict(mail.verzend(systeem_zelf("taak:ladder.verzend", klok.nu()), stuur))
