"""The parties around the storm that speak HTTP: DJI that sends messages, and a desk that fetches.

Neighbours: `storm.py` kills, `webproces.py` is the server and its clients.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from random import Random
from typing import Any, NamedTuple

from tests.berichten.inhoud import begin, einde_gewijzigd
from tests.meldingen.webproces import Aanleveraar, Bericht, Lijn, Ophaler, Web

AFZENDERS, WIJZIGINGEN, HOOGSTENS_SAMEN = 4, 14, 5
VOOR = "STORM"
"""How the keys of stays of the storm begin."""
RUST = 0.1
"""Seconds before a sender tries again: the database may be away, and then the server says 500."""


class Sleutels(NamedTuple):
    """The keys of DJI and of the system of the desk, and the municipality of that desk."""

    bron: str
    loket: str
    gemeente: str


def verblijf(sleutel: str, gemeente: str, toeval: Random) -> Iterator[Sequence[Bericht]]:
    """A stay that begins and whose expected end keeps changing, cut into requests."""
    yield [
        begin(
            sleutel,
            persoon={"geslachtsnaam": sleutel, "geboortedatum": "1980-01-01"},
            gemeenten=[{"gemeente": gemeente, "rol": "ingezetene"}],
        )
    ]
    dagen = iter(range(5, 5 + WIJZIGINGEN))
    while deel := list(itertools.islice(dagen, toeval.randint(1, HOOGSTENS_SAMEN))):
        yield [
            einde_gewijzigd(
                sleutel, f"2027-04-{dag:02}", bronTijd=f"2026-11-{dag:02}T10:00:00+01:00"
            )
            for dag in deel
        ]


class Ketenpartijen:
    """Senders who each have their own stays, and one who fetches."""

    def __init__(self, web: Web, sleutels: Sleutels) -> None:
        self._gemeente, self._stop = sleutels.gemeente, threading.Event()
        self._afzenders = [
            Aanleveraar(Lijn(web, sleutels.bron, _rust), lambda: None) for _ in range(AFZENDERS)
        ]
        self.ophaler = Ophaler(Lijn(web, sleutels.loket, _rust))
        self._lopend: list[Future[None]] = []
        self._ploeg = ThreadPoolExecutor(AFZENDERS)

    def begin(self) -> None:
        """Send and fetch, until told that it is enough."""
        self.ophaler.start()
        self._lopend = [
            self._ploeg.submit(een.lever, self._stroom(plek))
            for plek, een in enumerate(self._afzenders)
        ]

    def check(self) -> None:
        """Raise what made a sender give up."""
        for een in self._lopend:
            if een.done():
                een.result()

    def genoeg(self) -> None:
        """Finish the stays that were begun."""
        self._stop.set()
        for een in self._lopend:
            een.result()
        self._ploeg.shutdown()

    def _stroom(self, plek: int) -> Iterator[Sequence[Bericht]]:
        toeval = Random(plek)
        for nr in itertools.count():
            if self._stop.is_set():
                return
            yield from verblijf(f"{VOOR}{plek}-{nr}", self._gemeente, toeval)

    def oordeel(self, vraag: Callable[[str], list[tuple[Any, ...]]], aangekomen: set[str]) -> bool:
        """Print what became of messages and of what was fetched, and whether that is right."""
        antwoorden: dict[str, Bericht] = {}
        for een in self._afzenders:
            antwoorden |= een.antwoorden
        stand = Counter(uit.get("eerder", uit["status"]) for uit in antwoorden.values())
        herhaald = sum(uit["status"] == "herhaald" for uit in antwoorden.values())
        opnieuw = sum((een.zonder_antwoord for een in self._afzenders), Counter[str]())
        bewaard = vraag(BEWAARD)
        zelfde = dict(bewaard) == dict.fromkeys(antwoorden, "aanvaard")
        scheef = [rij for rij in vraag(PER_VERBLIJF) if rij[1] != rij[2]]
        sys.stdout.write(
            f"over HTTP {len(antwoorden)} berichten: {dict(stand)}, waarvan {herhaald} keer een "
            f"herhaling; bewaard {len(bewaard)}; {len(scheef)} verblijven met een melding te veel "
            f"of te weinig; opnieuw gestuurd om {dict(opnieuw)}\n"
        )
        return self._opgehaald({nr for (nr,) in vraag(MELDINGEN)}, aangekomen) and (
            zelfde and not scheef
        )

    def _opgehaald(self, eigen: set[str], aangekomen: set[str]) -> bool:
        """Everything that arrived was fetched; 404 only for what the producer made up."""
        opgehaald = self.ophaler.klaar()
        weg = {nr for nr, (status, _uit) in opgehaald.items() if status == 404}
        stuk = {nr for nr, (s, uit) in opgehaald.items() if s != 200 or uit["id"] != nr} - weg
        sys.stdout.write(
            f"opgehaald {len(opgehaald)}: {len(weg)} keer 404, waarvan {len(weg & eigen)} over een "
            f"verblijf van de storm; {len(stuk)} keer iets anders; opnieuw gevraagd om "
            f"{dict(self.ophaler.zonder_antwoord)}\n"
        )
        return opgehaald.keys() == aangekomen and not stuk and not weg & eigen


BEWAARD = f"SELECT bericht_id, status FROM berichten_bericht WHERE verblijf LIKE '{VOOR}%'"
MELDINGEN = f"""
SELECT f.melding_id::text FROM meldingen_aflevering f
JOIN dossiers_dossier d ON d.id = f.dossier_id WHERE d.kenmerk LIKE '{VOOR}%'
"""
PER_VERBLIJF = f"""
SELECT d.kenmerk,
    (SELECT count(*) FROM berichten_bericht b WHERE b.verblijf = d.kenmerk),
    (SELECT count(*) FROM meldingen_aflevering f WHERE f.dossier_id = d.id)
FROM dossiers_dossier d WHERE d.kenmerk LIKE '{VOOR}%'
"""
"""Each message about these stays tells the desk one thing: what was applied twice, told twice."""


def _rust() -> None:
    time.sleep(RUST)
