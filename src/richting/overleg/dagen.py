"""On which day a moment falls in the Netherlands."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def dag_van(moment: datetime) -> date:
    """The day of a moment, on the clock of the Netherlands."""
    return timezone.localtime(moment).date()
