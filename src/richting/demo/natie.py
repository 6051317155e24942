"""The invented nation: reproducible stays as messages, in the order a source sends them.

Pure: the same number, seed and day give the same messages. Proportions after `feiten` § 3: half of
the stays last four weeks or less, three quarters three months, about 110 days on average; one in
six has no municipality. The curve through these anchors is an AANNAME (lognormal).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from stdnum.nl import bsn as elfproef

from richting.demo.woordenlijst import (
    ACHTER,
    GEMEENTEN,
    INRICHTINGEN,
    PLAATSEN,
    RECLASSERING,
    TITELS,
    VOOR,
    VOORNAMEN,
)

OMVANGEN = {"klein": 1_000, "jaar": 30_180, "groot": 300_000}
"""Stays; a national year is 30,000 returns and 180 of tbs. Clausule 3.2."""
MEDIAAN_DAGEN, SPREIDING, LANGST = 28, 1.73, 1_600
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Bericht = dict[str, Any]


def test_bsns() -> list[str]:
    """All test BSNs: nine digits from 9999, through the eleven test."""
    return [str(n) for n in range(999_900_000, 1_000_000_000) if elfproef.is_valid(str(n))]


@dataclass
class Natie:
    """The state of the generator: chance, the people so far, and what is still to be sent."""

    kans: Random
    vandaag: date
    bsns: list[str] = field(default_factory=test_bsns)
    mensen: list[Bericht] = field(default_factory=list)
    nummers: Iterator[int] = field(default_factory=count)

    def kies(self, met_gewicht: Sequence[tuple[str, int]]) -> str:
        """One of these, the heavier the more often."""
        namen, gewichten = zip(*met_gewicht, strict=True)
        return str(self.kans.choices(namen, gewichten)[0])

    def iemand(self) -> Bericht:
        """A person: one in ten has been here before."""
        if self.mensen and self.kans.random() < 0.1:
            return self.kans.choice(self.mensen)
        geslacht = "man" if self.kans.random() < 0.93 else "vrouw"
        nummer = len(self.mensen)
        geboren = date(1956, 1, 1) + timedelta(days=self.kans.randrange(365 * 50))
        persoon = {
            "skn": f"D{nummer:07d}",
            "voornamen": self.kans.choice(VOORNAMEN[geslacht]),
            "geslachtsnaam": self.kans.choice(VOOR) + self.kans.choice(ACHTER),
            "geboortedatum": geboren.isoformat(),
            "geslacht": geslacht,
            "geboorteplaats": self.kans.choice(PLAATSEN),
            "verblijfsstatus": "geldig" if self.kans.random() < 0.94 else "onbekend",
        }
        if nummer < len(self.bsns) and self.kans.random() < 0.97:
            persoon["bsn"] = self.bsns[nummer]
        self.mensen.append(persoon)
        return persoon

    def moment(self, dag: date) -> str:
        """Some time in the working hours of a day."""
        uur = time(8 + self.kans.randrange(9), self.kans.randrange(60), self.kans.randrange(60))
        return datetime.combine(dag, uur, AMSTERDAM).isoformat()

    def bericht(self, soort: str, dag: date, verblijf: str, **inhoud: Any) -> Bericht:
        """A message with its envelope."""
        omslag = {
            "berichtId": f"DEMO-{next(self.nummers):07d}",
            "soort": soort,
            "bronTijd": self.moment(dag),
            "verblijf": verblijf,
        }
        return {**omslag, **inhoud}


def berichten(omvang: int, zaad: int, vandaag: date) -> Iterator[Bericht]:
    """The messages of `omvang` stays that began in the year before `vandaag`, in source order.

    Some come twice, late or with faults, as in life.
    """
    natie = Natie(Random(zaad), vandaag)
    wachtrij: list[tuple[str, int, Bericht]] = []
    volgorde = count()
    for nummer in range(omvang):
        begin = vandaag - timedelta(days=365 - nummer * 365 // omvang)
        for een in _verblijf(natie, f"V{zaad}-{nummer:06d}", begin):
            heapq.heappush(wachtrij, (_wanneer(een), next(volgorde), een))
        grens = begin.isoformat()
        while wachtrij and wachtrij[0][0] < grens:
            yield from _verstuur(natie, heapq.heappop(wachtrij)[2])
    while wachtrij:
        yield from _verstuur(natie, heapq.heappop(wachtrij)[2])


def _wanneer(een: Bericht) -> str:
    return datetime.fromisoformat(een["bronTijd"]).astimezone(AMSTERDAM).isoformat()


def _verstuur(natie: Natie, een: Bericht) -> Iterator[Bericht]:
    """Send a message; one in a hundred twice."""
    yield een
    if natie.kans.random() < 0.01:
        yield een


def _verblijf(natie: Natie, sleutel: str, begin: date) -> list[Bericht]:
    """Everything that the source sends about one stay up to today."""
    lengte = round(math.exp(natie.kans.gauss(math.log(MEDIAAN_DAGEN), SPREIDING)))
    titel = natie.kies(TITELS)
    if titel == "tbs_verpleging":
        lengte += 1_000
    einde = begin + timedelta(days=min(max(lengte, 1), LANGST))
    eerste = _begin(natie, sleutel, begin, einde, titel)
    uit = [eerste, *_onderweg(natie, sleutel, begin, einde)]
    if einde <= natie.vandaag:
        reden = "schorsing" if titel == "voorlopige_hechtenis" else "einde_straf"
        uit.append(natie.bericht("einde", einde, sleutel, datum=einde.isoformat(), reden=reden))
    return [een for een in (*uit, *_fouten(natie, sleutel, eerste)) if _al_gebeurd(natie, een)]


def _al_gebeurd(natie: Natie, een: Bericht) -> bool:
    return bool(een["bronTijd"][:10] <= natie.vandaag.isoformat())


def _begin(natie: Natie, sleutel: str, begin: date, einde: date, titel: str) -> Bericht:
    persoon = dict(natie.iemand())
    if natie.kans.random() < 0.01:
        persoon["geboortedatum"] = begin.replace(year=begin.year - 16, day=1).isoformat()
        persoon.pop("bsn", None)
        persoon["skn"] = f"J{sleutel}"
    tbs = titel == "tbs_verpleging"
    plaats = {"soort": "fpc", "inrichting": "FPC-POMPE"}
    if not tbs:
        plaats = {"soort": "pi", "inrichting": natie.kies(INRICHTINGEN)}
    een = natie.bericht(
        "begin",
        begin,
        sleutel,
        persoon=persoon,
        titel=titel,
        begin=begin.isoformat(),
        plaats=plaats,
        verwachtEinde=_verwachting(natie, einde, titel),
    )
    if natie.kans.random() < 5 / 6:
        een["gemeenten"] = _gemeenten(natie)
    if natie.kans.random() < 0.4:
        een["reclassering"] = natie.kies(RECLASSERING)
    if natie.kans.random() < 0.02:
        een["risico18b"] = {"vanaf": begin.isoformat()}
    if natie.kans.random() < 0.02:
        een["veiligheidshuis"] = {"code": "ZVH-UTRECHT", "vanaf": begin.isoformat()}
    return een


def _verwachting(natie: Natie, einde: date, titel: str) -> Bericht:
    if titel == "tbs_verpleging":
        return {"vroegst": einde.isoformat(), "zekerheid": "rechterlijk"}
    if titel == "voorlopige_hechtenis" and natie.kans.random() < 0.6:
        return {"zekerheid": "onbekend"}
    laatst = einde + timedelta(days=natie.kans.choice((0, 0, 7, 14)))
    zekerheid = "vast" if laatst == einde else "verwacht"
    return {"vroegst": einde.isoformat(), "laatst": laatst.isoformat(), "zekerheid": zekerheid}


def _gemeenten(natie: Natie) -> list[Bericht]:
    herkomst = natie.kies(GEMEENTEN)
    rol = "ingezetene" if natie.kans.random() < 0.85 else "feitelijk_verblijf"
    uit = [{"gemeente": herkomst, "rol": rol}]
    if natie.kans.random() < 0.08:
        uit.append({"gemeente": natie.kies(GEMEENTEN), "rol": "vestiging"})
    return uit


def _onderweg(natie: Natie, sleutel: str, begin: date, einde: date) -> Iterator[Bericht]:
    """What happens during a stay: transfer, a moving end, leave, phasing."""
    dagen = (einde - begin).days
    if dagen > 20 and natie.kans.random() < 0.25:
        dag = begin + timedelta(days=dagen // 3)
        plaats = {"soort": "pi", "inrichting": natie.kies(INRICHTINGEN)}
        yield natie.bericht("overplaatsing", dag, sleutel, datum=dag.isoformat(), plaats=plaats)
    if dagen > 10 and natie.kans.random() < 0.3:
        dag = begin + timedelta(days=dagen // 2)
        nieuw = {
            "vroegst": einde.isoformat(),
            "laatst": einde.isoformat(),
            "zekerheid": "vast",
        }
        yield natie.bericht(
            "einde_gewijzigd", dag, sleutel, verwachtEinde=nieuw, reden="herberekening"
        )
    if dagen > 150 and natie.kans.random() < 0.3:
        dag = einde - timedelta(days=40)
        tot = dag + timedelta(days=2)
        yield natie.bericht("verlof", dag, sleutel, van=dag.isoformat(), tot=tot.isoformat())


def _fouten(natie: Natie, sleutel: str, eerste: Bericht) -> Iterator[Bericht]:
    """Faults as sources make them: a wrong BSN, an unknown prison, news before the begin."""
    worp = natie.kans.random()
    dag = date.fromisoformat(eerste["begin"])
    if worp < 0.004:
        fout = {**eerste, "berichtId": f"{eerste['berichtId']}F", "verblijf": f"{sleutel}F"}
        fout["persoon"] = {**eerste["persoon"], "bsn": "999990008"}
        yield fout
    elif worp < 0.007:
        plaats = {"soort": "pi", "inrichting": "PI-NERGENS"}
        yield natie.bericht("overplaatsing", dag, sleutel, datum=dag.isoformat(), plaats=plaats)
    elif worp < 0.01:
        yield natie.bericht("einde", dag, f"{sleutel}W", datum=dag.isoformat(), reden="opheffing")
