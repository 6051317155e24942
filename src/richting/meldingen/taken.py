"""The jobs of this room, on the queue in PostgreSQL: a front door, as pages are.

A job carries no data: each looks for itself what there is to do. One is put on the queue after a
commit that made meldingen; a sweep every minute finds what that missed.
"""

from __future__ import annotations

from datetime import timedelta
from random import random
from time import monotonic
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.werk import Werk
from richting.meldingen.acties import bezorgen, bijronde, mailen
from richting.meldingen.kanaal import postkantoor
from richting.meldingen.overzichten_bezorging import iemand_luistert

ELKE_MINUUT, ELKE_VIJF_MINUTEN = "* * * * *", "*/5 * * * *"
NA_MIDDERNACHT = "10 22,23 * * *"
"""In UTC: just after midnight in the Netherlands, summer or winter."""
LANGSTE_JOB = 45.0
"""Seconds after which the job lets others on the queue go first, and goes on after them."""
GEWEKT = "bezorgers_gewekt"
log = structlog.get_logger(__name__)


@app.periodic(cron=ELKE_MINUUT)
@app.task(name="meldingen.bezorg", queueing_lock="meldingen.bezorg")
def bezorg(timestamp: int) -> dict[str, int]:
    """Deliver over webhooks what may go now."""
    tot = monotonic() + LANGSTE_JOB
    telling = bezorgen.bezorg(bezorgen.Wereld(_bezorger, random, _moment), tot)
    if monotonic() >= tot:
        _zet_op_de_rij()
    return dict(telling)


@app.periodic(cron=ELKE_VIJF_MINUTEN)
@app.task(name="meldingen.mail", queueing_lock="meldingen.mail")
def mail(timestamp: int) -> dict[str, int]:
    """Send the mail about mailboxes that waits, when there is somewhere to send it."""
    if not settings.OMGEVING.mailt:
        return {}
    with postkantoor() as stuur:
        return dict(mailen.verzend(_mailer, stuur, random))


@app.periodic(cron=NA_MIDDERNACHT)
@app.task(name="meldingen.bij", queueing_lock="meldingen.bij")
def bij(timestamp: int) -> dict[str, int]:
    """Tell mayors what is due today, and destroy what is over. Clausule 6.5."""
    return dict(bijronde.werk_bij(systeem_zelf("taak:meldingen.bij", klok.nu())))


def wek(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Something changed: after the commit, have it delivered at once. Once per unit of work."""
    if werk.geheugen.setdefault(GEWEKT, False) or not iemand_luistert():
        return
    werk.geheugen[GEWEKT] = True
    transaction.on_commit(_zet_op_de_rij)


def _zet_op_de_rij() -> None:
    """Put the job on the queue; that it waits there already, or that this fails, does no harm."""
    taak: Any = bezorg
    try:
        with transaction.atomic():
            taak.defer(timestamp=0)
    except AlreadyEnqueued:
        pass
    except (DatabaseError, ConnectorException) as fout:
        log.warning("bezorgers_niet_gewekt", fout=type(fout).__name__)


def _moment() -> int:
    """The real moment: what is signed must not follow the fixed day of a demo."""
    return int(klok.over(timedelta(0)).timestamp())


def _bezorger() -> Wie:
    return systeem_zelf("taak:meldingen.bezorg", klok.nu())


def _mailer() -> Wie:
    return systeem_zelf("taak:meldingen.mail", klok.nu())
