"""`/gezond`: does this process answer, and does its database? For a balancer or a watch.

`werker` says whether a worker was seen; pages do not need one, so it makes nobody ill.

The outermost middleware, so that it needs no host name, no session and no sign-in. It tells nothing
of versions, numbers or people.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from psycopg_pool import PoolTimeout

PAD = "/gezond"


class Gezond:
    """Answers `/gezond` with 200, or 503 when the database does not answer."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != PAD:
            return self.volgende(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        database = _database_antwoordt()
        staat = {
            "status": "gezond" if database else "ziek",
            "database": database,
            "werker": database and _werker_gezien(),
        }
        uit = HttpResponse(
            json.dumps(staat),
            status=200 if database else 503,
            content_type="application/json",
            headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
        )
        return uit


def _database_antwoordt() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except (DatabaseError, PoolTimeout):
        return False


def _werker_gezien() -> bool:
    from richting.config.werker import is_gezien

    return is_gezien()
