"""`richting werk`, but for deliveries only: what else is periodic depends on the hour of the day.

python -m tests.meldingen.proefwerker
"""

from __future__ import annotations

from richting.config.opdracht import maak_klaar


def hoofd() -> None:
    """Work from the queue until killed."""
    maak_klaar()
    from procrastinate.contrib.django import app

    from richting.config.werker import werk

    taken = app.periodic_registry.periodic_tasks
    for sleutel, taak in list(taken.items()):
        if taak.task.name != "meldingen.bezorg":
            del taken[sleutel]
    assert taken
    werk(eenmaal=False)


if __name__ == "__main__":
    hoofd()
