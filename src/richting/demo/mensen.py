"""The people of the invented nation, the parties around them, and the dice. Pure but for reading
the reference data.

Neighbours: `verhoudingen.py` (how much of what), `verblijf.py` (what happens to them).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate, count
from random import Random
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from stdnum.nl import bsn as elfproef

from richting.akkoord.woorden import Organisatiesoort
from richting.demo import verhoudingen as v
from richting.demo import woordenlijst as w
from richting.partijen.referentie import lees

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Bericht = dict[str, Any]
X = TypeVar("X")


@lru_cache(maxsize=1)
def test_bsns() -> tuple[str, ...]:
    """All test BSNs: nine digits from 9999, through the eleven test."""
    return tuple(str(n) for n in range(999_900_000, 1_000_000_000) if elfproef.is_valid(str(n)))


@dataclass(frozen=True)
class Partijen:
    """Where people come from, with cumulative weights, and where they stay."""

    gemeenten: tuple[str, ...]
    gewichten: tuple[float, ...]
    inrichtingen: tuple[tuple[str, float], ...]
    ppcs: tuple[str, ...]
    klinieken: tuple[str, ...]

    @classmethod
    def op(cls, dag: date) -> Partijen:
        """The parties of the reference data that exist on a day."""
        regels = [r for r in lees().partijen if r.geldig_tot is None or r.geldig_tot > dag]
        codes = {soort: [r.code for r in regels if r.soort is soort] for soort in Organisatiesoort}
        inrichtingen = codes[Organisatiesoort.INRICHTING]
        mannen = [code for code in inrichtingen if code not in v.VROUWENINRICHTINGEN]
        gemeenten = codes[Organisatiesoort.GEMEENTE]
        return cls(
            tuple(gemeenten),
            tuple(accumulate(_gewichten(gemeenten))),
            tuple((c, v.INRICHTINGEN.get(c, 1)) for c in mannen if not c.startswith("PPC")),
            tuple(code for code in inrichtingen if code.startswith("PPC")),
            tuple(codes[Organisatiesoort.FORENSISCHE_INSTELLING]),
        )


def _gewichten(codes: Sequence[str]) -> Iterator[float]:
    """The cities by their figure; the rest share what is left, the large a larger part."""
    rest = [code for code in codes if code not in v.STEDEN]
    zwaarte = {code: v.ZWAARTE_GROOT if code in v.GROTE_GEMEENTEN else 1 for code in rest}
    totaal = sum(zwaarte.values())
    over = v.ALLE_KANDIDATEN - sum(v.STEDEN.values())
    for code in codes:
        yield v.STEDEN.get(code) or over * zwaarte[code] / totaal


@dataclass(frozen=True)
class Mens:
    """A person as the source knows them, and the municipalities in play."""

    gegevens: Bericht
    gemeenten: tuple[Bericht, ...]

    @property
    def vrouw(self) -> bool:
        """Decides which prison."""
        return self.gegevens["geslacht"] == "vrouw"

    @property
    def herkomst(self) -> str:
        """The first municipality, or empty."""
        return str(self.gemeenten[0]["gemeente"]) if self.gemeenten else ""

    def zonder_nummers(self) -> Mens:
        """The same person, of whom the source knows name and day of birth only."""
        nummers = ("bsn", "skn")
        return Mens({n: w for n, w in self.gegevens.items() if n not in nummers}, self.gemeenten)

    def leeftijd(self, op: date) -> int:
        """Age in whole years, near enough for dice."""
        return (op - date.fromisoformat(self.gegevens["geboortedatum"])).days // 366


@dataclass
class Natie:
    """The state of the generator: dice, the people so far, and who is free to come back."""

    kans: Random
    zaad: int
    vandaag: date
    partijen: Partijen
    aantal: int = 0
    vrij: list[Mens] = field(default_factory=list)
    binnen: list[tuple[date, int, Mens]] = field(default_factory=list)
    nummers: Iterator[int] = field(default_factory=count)

    def treft(self, deel: float) -> bool:
        """One throw of the dice."""
        return self.kans.random() < deel

    def kies(self, met_gewicht: Sequence[tuple[X, float]]) -> X:
        """One of these, the heavier the more often."""
        namen, gewichten = zip(*met_gewicht, strict=True)
        return self.kans.choices(namen, gewichten)[0]

    def iemand(self, begin: date, einde: date) -> Mens:
        """Who comes in on this day: now and then somebody who left before."""
        while self.binnen and self.binnen[0][0] < begin:
            self.vrij.append(heapq.heappop(self.binnen)[2])
        if self.vrij and self.treft(v.WEER_BINNEN):
            plek = self.kans.randrange(len(self.vrij))
            self.vrij[plek], self.vrij[-1] = self.vrij[-1], self.vrij[plek]
            mens, weer = self.vrij.pop(), True
        else:
            mens, weer = self.nieuw_mens(begin), False
        heapq.heappush(self.binnen, (einde, next(self.nummers), mens))
        return mens.zonder_nummers() if weer and self.treft(v.ANDERE_GEGEVENS) else mens

    def nieuw_mens(self, begin: date, *, gemeenten: Sequence[Bericht] | None = None) -> Mens:
        """A person nobody knew, an adult on this day."""
        geslacht = "vrouw" if self.treft(v.VROUW) else "man"
        dagen = int(self.kans.triangular(18 * 366, 75 * 366, 30 * 366))
        persoon = {
            "skn": f"D{self.zaad:03d}{self.aantal:07d}",
            "voornamen": self.kans.choice(w.VOORNAMEN[geslacht]),
            "geslachtsnaam": self.kans.choice(w.VOOR) + self.kans.choice(w.ACHTER),
            "geboortedatum": (begin - timedelta(days=dagen)).isoformat(),
            "geslacht": geslacht,
            "geboorteplaats": self.kans.choice(w.PLAATSEN),
            "verblijfsstatus": self._status(),
        }
        if self.treft(0.2):
            persoon["voorvoegsel"] = self.kans.choice(w.VOORVOEGSELS)
        if self.aantal < len(test_bsns()) and self.treft(v.MET_BSN):
            persoon["bsn"] = test_bsns()[self.aantal]
        self.aantal += 1
        if gemeenten is None:
            gemeenten = [] if self.treft(v.ZONDER_GEMEENTE) else self._gemeenten()
        return Mens(persoon, tuple(gemeenten))

    def _status(self) -> str:
        worp = self.kans.random()
        if worp < v.STATUS_ONGELDIG:
            return "ongeldig"
        return "onbekend" if worp < v.STATUS_ONGELDIG + v.STATUS_ONBEKEND else "geldig"

    def _gemeenten(self) -> list[Bericht]:
        rol = "feitelijk_verblijf" if self.treft(v.FEITELIJK) else "ingezetene"
        uit = [{"gemeente": self.gemeente(), "rol": rol}]
        if self.treft(v.VESTIGING):
            uit.append({"gemeente": self.gemeente(), "rol": "vestiging"})
        return uit

    def gemeente(self) -> str:
        """A municipality, the larger the more often."""
        return self.kans.choices(self.partijen.gemeenten, cum_weights=self.partijen.gewichten)[0]

    def plaats(self, mens: Mens) -> Bericht:
        """A prison for this person."""
        if mens.vrouw:
            return {"soort": "pi", "inrichting": self.kans.choice(v.VROUWENINRICHTINGEN)}
        if self.treft(v.IN_PPC):
            return {"soort": "ppc", "inrichting": self.kans.choice(self.partijen.ppcs)}
        return {"soort": "pi", "inrichting": self.kies(self.partijen.inrichtingen)}

    def kliniek(self) -> Bericht:
        """An institution for forensic care."""
        return {"soort": "fpc", "inrichting": self.kans.choice(self.partijen.klinieken)}

    def moment(self, dag: date) -> datetime:
        """Some time in the working hours of a day; of today before anybody looks."""
        uur = 0 if dag == self.vandaag else 8 + self.kans.randrange(9)
        tijd = time(uur, self.kans.randrange(60), self.kans.randrange(60))
        return datetime.combine(dag, tijd, AMSTERDAM)

    def bericht(self, soort: str, dag: date, verblijf: str, **inhoud: Any) -> Bericht:
        """A message with its envelope."""
        omslag = {
            "berichtId": f"DEMO-{self.zaad}-{next(self.nummers):07d}",
            "soort": soort,
            "bronTijd": self.moment(dag).isoformat(),
            "verblijf": verblijf,
        }
        return {**omslag, **inhoud}
