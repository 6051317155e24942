"""The one clock. Rules and actions get their dates as arguments; only front doors ask here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_vast: ContextVar[date | None] = ContextVar("vaste_datum", default=None)


def nu() -> datetime:
    """The moment now, with time zone; on the fixed day when one is set for demo or test."""
    echt = datetime.now(AMSTERDAM)  # noqa: TID251
    dag = _vast.get() or settings.OMGEVING.vandaag
    if dag is None:
        return echt
    return echt.replace(year=dag.year, month=dag.month, day=dag.day)


def vandaag() -> date:
    """Today in the Netherlands."""
    return nu().date()


@contextmanager
def op(dag: date) -> Iterator[None]:
    """Within this block it is `dag`: for tests and for building the demo nation."""
    merk = _vast.set(dag)
    try:
        yield
    finally:
        _vast.reset(merk)


def over(duur: timedelta) -> datetime:
    """The real moment `duur` from now, for things that must expire in real time."""
    return datetime.now(AMSTERDAM) + duur  # noqa: TID251
