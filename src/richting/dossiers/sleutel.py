"""The key of a row that the database makes itself."""

from __future__ import annotations

from django.db import models
from django.db.models.expressions import Func


class NieuweSleutel(Func):
    """A time-ordered UUID made by PostgreSQL."""

    function = "uuidv7"
    template = "%(function)s()"
    output_field = models.UUIDField()
