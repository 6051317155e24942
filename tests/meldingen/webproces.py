"""A web server that is killed, and a sender and a fetcher who notice no more than a missing answer.

`Web` is a real `richting dien-op`, granian with workers of its own, on one port for as long as the
test lasts. `Aanleveraar` sends messages as the source does: per stay in order, and what got no
answer again with the same number. `Ophaler` fetches what deliveries point at, as the system of a
desk does. Both wait until the server stands again; nobody counts seconds.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import psutil

V1 = "/api/v1"
DIEN_OP = ("richting.config.opdracht", "dien-op")
WERKPROCESSEN = 2
GEDULD = 120
"""Seconds in which a server must stand, at the very most; a test never waits them out."""
POGINGEN = 500
"""How often a message goes again before something else than a kill must be the matter."""
Bericht = dict[str, Any]


class Web:
    """`richting dien-op` on a port of its own, as often as it must be started."""

    def __init__(self, omgeving: Mapping[str, str], deel: Sequence[str] = DIEN_OP) -> None:
        self._opdracht = [sys.executable, "-m", *deel]
        with socket.create_server(("127.0.0.1", 0)) as gevonden:
            self.poort = int(gevonden.getsockname()[1])
        self.adres = f"http://127.0.0.1:{self.poort}"
        self._omgeving = dict(omgeving) | {
            "RICHTING_POORT": str(self.poort),
            "RICHTING_WERKPROCESSEN": str(WERKPROCESSEN),
        }
        self.proces: subprocess.Popen[bytes] | None = None
        self.klappen: Counter[str] = Counter()
        self._staat = threading.Event()
        self._slot = threading.Lock()

    def start(self) -> None:
        """Serve; returns when it answers."""
        self.proces = subprocess.Popen(
            self._opdracht,
            env=self._omgeving,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _keer in range(GEDULD * 20):
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.poort), 1).close()
                self._staat.set()
                return
            with suppress(subprocess.TimeoutExpired):
                raise RuntimeError(f"de server stopte meteen: {self.proces.wait(0.05)}")
        raise RuntimeError("de server kwam niet op")

    def wacht_tot_hij_staat(self) -> None:
        """Until a killed server was started again; at once when it stands."""
        if not self._staat.wait(GEDULD):
            raise RuntimeError("de server kwam niet terug")

    def dood(self) -> None:
        """`kill -9` on the main process and its workers at once, and start again.

        All of them must be gone before another can listen on the same port.
        """
        with self._slot:
            self._staat.clear()
            self._tel("web")
            self._dood_alles()
            self.start()

    def dood_hoofdproces(self) -> None:
        """`kill -9` on the main process alone, and start again; nobody may hold its port."""
        with self._slot:
            self._staat.clear()
            self._tel("hoofdproces")
            kinderen = self.werkprocessen()
            self._popen().kill()
            self._popen().wait()
            _weg, over = psutil.wait_procs(kinderen, GEDULD)
            assert not over
            self.start()

    def dood_een_werkproces(self) -> None:
        """`kill -9` on one that serves; the main process must put another in its place."""
        with self._slot:
            self._tel("werkproces")
            hoofd = self._hoofd()
            weg = self.werkprocessen()[0]
            weg.kill()
            psutil.wait_procs([weg], GEDULD)
            assert hoofd.is_running()

    def werkprocessen(self) -> list[psutil.Process]:
        """Those that serve, once all of them are there."""
        for _keer in range(GEDULD * 20):
            kinderen = [een for een in self._hoofd().children() if leeft(een)]
            if len(kinderen) >= WERKPROCESSEN:
                return kinderen
            with suppress(subprocess.TimeoutExpired):
                raise RuntimeError(f"de server stopte: {self._popen().wait(0.05)}")
        raise RuntimeError("er kwam geen nieuw werkproces")

    def stop(self) -> None:
        """The end of the test."""
        with self._slot:
            if self.proces is not None:
                self._dood_alles()

    def _tel(self, wat: str) -> None:
        self.klappen[wat] += 1

    def _popen(self) -> subprocess.Popen[bytes]:
        assert self.proces is not None
        return self.proces

    def _hoofd(self) -> psutil.Process:
        return psutil.Process(self._popen().pid)

    def _dood_alles(self) -> None:
        allen: list[psutil.Process] = []
        with suppress(psutil.NoSuchProcess):
            allen = self._hoofd().children(recursive=True)
        with suppress(ProcessLookupError):
            os.killpg(self._popen().pid, signal.SIGKILL)
        self._popen().wait()
        _weg, over = psutil.wait_procs(allen, GEDULD)
        assert not over


def leeft(proces: psutil.Process) -> bool:
    """Not dead, and not dead but for its parent."""
    try:
        return proces.is_running() and proces.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class GeenAntwoord(Exception):
    """The line broke, or whoever answered could not say what became of it."""


class Lijn:
    """One client of the API: a line that is opened again whenever it broke."""

    def __init__(self, web: Web, sleutel: str, rust: Callable[[], None] = lambda: None) -> None:
        self._web, self._rust = web, rust
        self._koppen = {"Authorization": f"Bearer {sleutel}", "Content-Type": "application/json"}
        self._open: http.client.HTTPConnection | None = None
        self.zonder_antwoord: Counter[str] = Counter()

    def vraag(
        self,
        methode: str,
        pad: str,
        inhoud: Any = None,
        verzonden: Callable[[], None] | None = None,
    ) -> tuple[int, Any]:
        """Ask until there is an answer. `verzonden` is called when the first try is on its way:
        what it answers, nobody reads."""
        for _poging in range(POGINGEN):
            self._web.wacht_tot_hij_staat()
            try:
                return self._een(methode, pad, inhoud, verzonden)
            except (OSError, http.client.HTTPException, GeenAntwoord) as fout:
                naam = str(fout) if isinstance(fout, GeenAntwoord) else type(fout).__name__
                self.zonder_antwoord[naam] += 1
                verzonden = None
                self.sluit()
                self._rust()
        raise RuntimeError(f"geen antwoord op {methode} {pad}: {self.zonder_antwoord}")

    def _een(
        self, methode: str, pad: str, inhoud: Any, verzonden: Callable[[], None] | None
    ) -> tuple[int, Any]:
        if self._open is None:
            self._open = http.client.HTTPConnection("127.0.0.1", self._web.poort, timeout=GEDULD)
        tekst = None if inhoud is None else json.dumps(inhoud).encode()
        self._open.request(methode, pad, tekst, self._koppen)
        if verzonden is not None:
            verzonden()
            raise GeenAntwoord("klap")
        with self._open.getresponse() as antwoord:
            gelezen = antwoord.read()
        if antwoord.status >= 500:
            raise GeenAntwoord(str(antwoord.status))
        return antwoord.status, json.loads(gelezen)

    def sluit(self) -> None:
        """Hang up; the next question opens the line again."""
        if self._open is not None:
            self._open.close()
            self._open = None


Klap = Callable[[Sequence[Bericht]], None]


class Aanleveraar:
    """The source: sends stay by stay, each in order, and remembers what it was told of each."""

    def __init__(self, lijn: Lijn, klap: Callable[[], Klap | None] = lambda: None) -> None:
        self._lijn, self._klap = lijn, klap
        self.antwoorden: dict[str, Bericht] = {}

    @property
    def zonder_antwoord(self) -> Counter[str]:
        """What went again, by what was in the way."""
        return self._lijn.zonder_antwoord

    def lever(self, zendingen: Iterable[Sequence[Bericht]]) -> None:
        """Each of these in one request; one message goes alone, more of them as a batch."""
        for zending in zendingen:
            klap = self._klap()
            _status, uit = self._lijn.vraag(
                "POST",
                f"{V1}/verblijfsberichten",
                list(zending) if len(zending) > 1 else zending[0],
                None if klap is None else lambda klap=klap, zending=zending: klap(zending),
            )
            for antwoord in uit["berichten"] if len(zending) > 1 else [uit]:
                assert antwoord["berichtId"] not in self.antwoorden
                self.antwoorden[antwoord["berichtId"]] = antwoord
        self._lijn.sluit()


class Ophaler(threading.Thread):
    """The system of a desk: fetches what each new event points at, until it is told to stop."""

    def __init__(self, lijn: Lijn) -> None:
        super().__init__(daemon=True)
        self._lijn = lijn
        self._rij: queue.SimpleQueue[tuple[str, str] | None] = queue.SimpleQueue()
        self.opgehaald: dict[str, tuple[int, Any]] = {}

    @property
    def zonder_antwoord(self) -> Counter[str]:
        """What was asked again, by what was in the way."""
        return self._lijn.zonder_antwoord

    def meld(self, gebeurtenis: Mapping[str, Any]) -> None:
        """An event came in."""
        self._rij.put((str(gebeurtenis["id"]), urlsplit(gebeurtenis["dataref"]).path))

    def run(self) -> None:
        """Fetch; an event that came before is known by its id."""
        while (een := self._rij.get()) is not None:
            nummer, pad = een
            if nummer not in self.opgehaald:
                self.opgehaald[nummer] = self._lijn.vraag("GET", pad)
        self._lijn.sluit()

    def klaar(self) -> dict[str, tuple[int, Any]]:
        """What was fetched of everything that came in."""
        self._rij.put(None)
        self.join()
        return self.opgehaald


class Wekker:
    """Says at which request it is time for a blow: chosen by a seed, counted over all senders."""

    def __init__(self, momenten: Mapping[int, Klap]) -> None:
        self._momenten, self._teller = dict(momenten), itertools.count(1)
        self._slot = threading.Lock()

    def __call__(self) -> Klap | None:
        """What befalls the request that is about to go."""
        with self._slot:
            return self._momenten.pop(next(self._teller), None)

    @property
    def over(self) -> int:
        """Blows that did not come."""
        return len(self._momenten)
