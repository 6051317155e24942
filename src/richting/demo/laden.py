"""Load the nation through the intake, as messages, with the clock of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from richting.berichten.acties import ontvang
from richting.demo.natie import berichten
from richting.kern.context import systeem_zelf

PER_KEER = 50
BRON = "DJI"


def laad(omvang: int, zaad: int, vandaag: date) -> Counter[str]:
    """Deliver all messages of the nation; returns how many had which outcome.

    Each batch is received at the moment of its last message, so that history looks as it would.
    """
    telling: Counter[str] = Counter()
    totaal = sum(1 for _een in berichten(omvang, zaad, vandaag))
    with _balk() as balk:
        taak = balk.add_task("", total=totaal, tempo=0.0)
        for groep in _groepen(berichten(omvang, zaad, vandaag)):
            nu = datetime.fromisoformat(groep[-1]["bronTijd"])
            antwoorden = ontvang(systeem_zelf("demo", nu), BRON, groep)
            telling.update(antwoord.status.value for antwoord in antwoorden)
            verlopen = balk.tasks[0].elapsed or 0.001
            balk.update(taak, advance=len(groep), tempo=telling.total() / verlopen)
    return telling


def _groepen(stroom: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    door = iter(stroom)
    while groep := list(islice(door, PER_KEER)):
        yield groep


def _balk() -> Progress:
    return Progress(
        TextColumn("Natie laden"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.completed} berichten, {task.fields[tempo]:.0f} per seconde, nog"),
        TimeRemainingColumn(),
    )
