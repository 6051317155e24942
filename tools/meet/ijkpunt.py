"""The yardstick of (a): a Django view that returns one row as JSON, and nothing else.

No middleware, no sign-in, no grounds and no read log; the row is a dossier, read as the owner of
the table, whom row security lets through. The server and the pool of connections are those of
Richting. Run as a program it serves on RICHTING_POORT.
"""

from __future__ import annotations

import os
import sys
from typing import Any
from uuid import UUID

os.environ["DJANGO_SETTINGS_MODULE"] = "tools.meet.ijkinstellingen"

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path


def rij(_request: HttpRequest, nummer: UUID) -> JsonResponse:
    """One row of the table of dossiers, all its columns."""
    from richting.dossiers.models import Dossier

    gevonden: Any = Dossier.objects.get(pk=nummer)
    velden = [veld.attname for veld in Dossier._meta.concrete_fields]
    antwoord = JsonResponse({veld: getattr(gevonden, veld) for veld in velden})
    antwoord["Content-Length"] = str(len(antwoord.content))
    return antwoord


urlpatterns = [path("rij/<uuid:nummer>", rij)]
application = get_wsgi_application()


def hoofd() -> int:
    """Serve this view in the way of `richting dien-op`."""
    from django.conf import settings

    from richting.config.opdrachten import dien_op

    dien_op(settings.OMGEVING, "tools.meet.ijkpunt:application")
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())
