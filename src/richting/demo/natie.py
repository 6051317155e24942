"""The invented nation: reproducible stays as messages, in the order in which they arrive.

Pure: the same number, seed and day give the same messages. How much of what stands in
`verhoudingen.py`, with its source. Some messages come twice, late or with faults, as in life.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from richting.akkoord.woorden import Titel
from richting.demo import verhoudingen as v
from richting.demo.mensen import AMSTERDAM, Bericht, Natie, Partijen
from richting.demo.storingen import jeugd, met_storingen
from richting.demo.toonkast import toonkast
from richting.demo.verblijf import Plan, maak_plan
from richting.demo.verblijf import berichten as van_verblijf

OMVANGEN = v.OMVANGEN
Raam = tuple[date, date, Titel]


def berichten(omvang: int, zaad: int, vandaag: date) -> Iterator[Bericht]:
    """The messages of `omvang` stays around `vandaag`, as they arrive up to that day.

    The first stays are those of the show case, so that every demo account has something to see.
    """
    natie = Natie(Random(zaad), zaad, vandaag, Partijen.op(vandaag))
    wachtrij: list[tuple[datetime, int, Bericht]] = []
    volgorde = count()
    for plan in plannen(natie, omvang):
        for een in met_storingen(natie, plan, list(van_verblijf(natie, plan))):
            heapq.heappush(wachtrij, (_aankomst(natie, een), next(volgorde), een))
        while wachtrij and wachtrij[0][0].date() < plan.eerste:
            yield from _verstuur(natie, heapq.heappop(wachtrij))
    while wachtrij:
        yield from _verstuur(natie, heapq.heappop(wachtrij))


def plannen(natie: Natie, omvang: int) -> Iterable[Plan]:
    """All stays, by the day of their first message."""
    kast = toonkast(natie)[:omvang]
    ramen = sorted(_ramen(natie, omvang - len(kast)))
    gewoon = (_plan(natie, nummer, raam) for nummer, raam in enumerate(ramen))
    return heapq.merge(
        sorted(kast, key=lambda plan: plan.eerste), gewoon, key=lambda plan: plan.eerste
    )


def _plan(natie: Natie, nummer: int, raam: Raam) -> Plan:
    begin, einde, titel = raam
    sleutel = f"V{natie.zaad}-{nummer:06d}"
    plan = maak_plan(natie, sleutel, begin, einde, titel)
    if natie.treft(v.JEUGD):
        return jeugd(natie, plan)
    if titel in v.VEROORDEELD and natie.treft(v.AANGEKONDIGD):
        plan.bekend = begin - timedelta(days=10)
    return plan


def _ramen(natie: Natie, aantal: int) -> Iterator[Raam]:
    """Begin, end and title of ordinary stays; a fixed share is tbs. Clausule 3.2."""
    tbs = round(aantal * v.TBS)
    for nummer in range(aantal):
        if nummer < tbs:
            yield _raam(natie, natie.kans.randint(*v.TBS_DAGEN), Titel.TBS_VERPLEGING)
        else:
            lengte = _lengte(natie)
            kansen = next(titels for dagen, titels in v.TITELS if lengte <= dagen)
            yield _raam(natie, lengte, natie.kies(kansen))


def _lengte(natie: Natie) -> int:
    dagen = round(math.exp(natie.kans.gauss(math.log(v.MEDIAAN_DAGEN), v.SPREIDING)))
    return min(max(dagen, 1), v.LANGST)


def _raam(natie: Natie, lengte: int, titel: Titel) -> Raam:
    """A stay of this length that ends in the year around today and has begun by now."""
    einde = natie.kans.randint(v.VOORUIT - 365, min(v.VOORUIT, lengte))
    dag = natie.vandaag + timedelta(days=einde)
    return dag - timedelta(days=lengte), dag, titel


def _aankomst(natie: Natie, een: Bericht) -> datetime:
    """When the message comes in: at once, now and then days later."""
    moment = datetime.fromisoformat(een["bronTijd"]).astimezone(AMSTERDAM)
    laat = natie.kans.randint(1, 20) if natie.treft(v.TE_LAAT) else 0
    return moment + timedelta(days=laat)


def _verstuur(natie: Natie, klaar: tuple[datetime, int, Bericht]) -> Iterator[Bericht]:
    """What has arrived by today; now and then twice."""
    moment, _nummer, een = klaar
    if moment.date() > natie.vandaag:
        return
    yield een
    if natie.treft(v.DUBBEL):
        yield een
