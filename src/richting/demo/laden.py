"""Load the nation through the intake, as messages, with the clock of the source."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import IO, Any

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from richting.akkoord.aansluiting import TERUG_DAGEN
from richting.berichten.acties import ontvang
from richting.berichten.models import Bericht
from richting.demo.acties.planspel import AMSTERDAM
from richting.demo.natie import berichten
from richting.kern.context import systeem_zelf
from richting.meldingen.acties.bijronde import werk_bij
from richting.regie.acties.zicht import ronde

PER_KEER = 50
BRON = "DJI"


def laad(omvang: int, zaad: int, vandaag: date) -> Counter[str]:
    """Deliver all messages of the nation; returns how many had which outcome.

    Each group is received at the moment of its latest message, so that history looks as it would.
    Groups that came in before are skipped: a load that was broken off goes on where it was.
    """
    telling: Counter[str] = Counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as opslag, _balk() as balk:
        taak = balk.add_task("", total=None, tempo=0.0)
        balk.update(taak, total=_schrijf(opslag, berichten(omvang, zaad, vandaag)))
        balk.reset(taak)
        nu = datetime.fromisoformat("1900-01-01T00:00:00+00:00")
        for groep in _groepen(json.loads(regel) for regel in opslag):
            eerder, nu = nu, max(nu, *(datetime.fromisoformat(een["bronTijd"]) for een in groep))
            telling.update(_lever(groep, eerder, nu, vandaag))
            verlopen = balk.tasks[0].elapsed or 0.001
            balk.update(taak, advance=len(groep), tempo=telling.total() / verlopen)
        _laat_de_nachten_voorbijgaan(nu, datetime.combine(vandaag, time(1), AMSTERDAM), vandaag)
    return telling


def _laat_de_nachten_voorbijgaan(eerder: datetime, nu: datetime, vandaag: date) -> None:
    """What desks are told because a day came. Long ago the mayors alone, once a week: enough to
    look at. In the last month, which the reconciliation looks at, every night as it would run."""
    for nacht in _nachten(eerder, nu, vandaag):
        werk_bij(systeem_zelf("demo", nacht))
        ronde(systeem_zelf("demo", nacht))
    if eerder.isocalendar()[:2] != nu.isocalendar()[:2]:
        werk_bij(systeem_zelf("demo", nu))


def _nachten(eerder: datetime, nu: datetime, vandaag: date) -> Iterator[datetime]:
    """The nights between two moments, as far as they lie in the last month."""
    dag = max(eerder.astimezone(AMSTERDAM).date(), vandaag - timedelta(days=TERUG_DAGEN + 1))
    while dag < min(nu.astimezone(AMSTERDAM).date(), vandaag):
        dag += timedelta(days=1)
        yield datetime.combine(dag, time(0, 10), AMSTERDAM)


def _lever(
    groep: list[dict[str, Any]], eerder: datetime, nu: datetime, vandaag: date
) -> Iterable[str]:
    nummers = {een["berichtId"] for een in groep}
    if Bericht.objects.filter(bron=BRON, bericht_id__in=nummers).count() == len(nummers):
        return ["al geladen"] * len(groep)
    _laat_de_nachten_voorbijgaan(eerder, nu, vandaag)
    antwoorden = ontvang(systeem_zelf("demo", nu), BRON, groep)
    return [antwoord.status.value for antwoord in antwoorden]


def _schrijf(opslag: IO[str], stroom: Iterable[dict[str, Any]]) -> int:
    """Keep the messages outside memory, to know how many there are; returns their number."""
    aantal = 0
    for aantal, een in enumerate(stroom, 1):  # noqa: B007
        opslag.write(json.dumps(een) + "\n")
    opslag.seek(0)
    return aantal


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
