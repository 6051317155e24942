"""A request of a system that signed in: what an endpoint may count on.

The room `api` recognises the key and fills this in; `systemen.py` knows the keys.
"""

from __future__ import annotations

from django.http import HttpRequest

from richting.kern.context import Wie
from richting.partijen.models import Systeem


class Machineverzoek(HttpRequest):
    """The system, and the context in which it reads or writes for its desk."""

    systeem: Systeem
    wie: Wie
