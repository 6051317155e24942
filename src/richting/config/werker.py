"""The process beside the web server: periodic jobs from the queue in PostgreSQL (procrastinate).

At the start everything periodic is put on the queue once, so that what was missed is caught up.
More than one may run: each job is taken by one of them, and none does harm when it runs twice.
"""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

GEZIEN_SECONDEN = 120
"""A worker that gave no sign for longer is not there."""
GEZIEN = """
SELECT EXISTS (
    SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)
)
"""


def werk(*, eenmaal: bool) -> None:
    """Do what waits; go on until Ctrl-C or SIGTERM, or (`eenmaal`) until nothing waits."""
    zet_klaar()
    ruim_verweesd()
    with app.replace_connector(_verbinding()) as op_de_rij:
        op_de_rij.run_worker(
            name="richting", wait=not eenmaal, concurrency=1, delete_jobs="successful"
        )


def zet_klaar() -> None:
    """Every periodic job once, at once; what is on the queue already stays there."""
    for taak in app.periodic_registry.periodic_tasks.values():
        try:
            with transaction.atomic():
                taak.task.configure(queueing_lock=taak.task.queueing_lock).defer(timestamp=0)
        except AlreadyEnqueued:
            continue


def ruim_verweesd() -> None:
    """Forget jobs that ended, and those of a worker that is gone: the next finds the same work."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs j WHERE status IN ('failed', 'cancelled', 'aborted')"
            " OR (status = 'doing' AND NOT EXISTS (SELECT 1 FROM procrastinate_workers w"
            " WHERE w.id = j.worker_id AND w.last_heartbeat > now() - make_interval(secs => %s)))",
            [GEZIEN_SECONDEN],
        )


def is_gezien() -> bool:
    """A worker gave a sign of life lately."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(GEZIEN, [GEZIEN_SECONDEN])
            (gezien,) = cursor.fetchone() or (False,)
    except DatabaseError:
        return False
    return bool(gezien)


def _verbinding() -> Any:
    """The same database, by a connection that a worker can listen on."""
    return app.connector.get_worker_connector()  # type: ignore[attr-defined]
