"""The demo as its user meets it: one at a time, everything stops, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from richting.config.keuring import check_poort
from tests.config.test_opdracht import draai

START = [sys.executable, "-m", "richting.config.opdracht", "demo", "start"]


def vrije_poort() -> str:
    with socket.create_server(("127.0.0.1", 0)) as bus:
        return str(bus.getsockname()[1])


class Demo:
    """A demo that runs in its own folder and on its own port."""

    def __init__(self, data: Path, *woorden: str) -> None:
        self.data, self.poort = data, vrije_poort()
        schoon = {n: w for n, w in os.environ.items() if not n.startswith(("RICHTING_", "DATAB"))}
        self.proces = subprocess.Popen(
            [*START, *woorden],
            env={**schoon, "RICHTING_DATA": str(data), "RICHTING_POORT": self.poort},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.gezegd: list[str] = []

    def wacht_op(self, woord: str) -> None:
        """Read what it says up to this word; fails when it stops before."""
        assert self.proces.stdout is not None
        for regel in self.proces.stdout:
            self.gezegd.append(regel)
            if woord in regel:
                return
        raise AssertionError("".join(self.gezegd))

    def stop(self, nummer: signal.Signals, *, groep: bool) -> str:
        """Send the signal, to the whole group as a terminal does; returns the last words."""
        if groep:
            os.killpg(self.proces.pid, nummer)
        else:
            self.proces.send_signal(nummer)
        rest, _ = self.proces.communicate(timeout=60)
        return rest


def klok_van_de_server(demo: Demo) -> str:
    """The fixed day that the process which serves was given."""
    for map_ in Path("/proc").glob("[0-9]*"):
        try:
            woorden = (map_ / "cmdline").read_bytes().split(b"\0")
            omgeving = (map_ / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"dien-op" in woorden and f"RICHTING_POORT={demo.poort}".encode() in omgeving:
            return next(w for w in omgeving if w.startswith(b"RICHTING_VANDAAG="))[17:].decode()
    raise AssertionError("er dient niets")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for map_ in (tmp_path, *tmp_path.parents[:2]):
        map_.chmod(0o755)
    return tmp_path / "data"


def test_een_demo_van_begin_tot_eind(data: Path) -> None:
    demo = Demo(data, "--omvang", "5", "--vandaag", "2026-11-20")
    demo.wacht_op("Meld u aan op")
    gezegd = "".join(demo.gezegd)
    assert "Gemeente Utrecht, nazorg" in gezegd
    assert "Warning" not in gezegd
    with urllib.request.urlopen(f"http://127.0.0.1:{demo.poort}/gezond") as antwoord:
        gezond = json.load(antwoord)
    assert (gezond["status"], gezond["database"]) == ("gezond", True)
    assert klok_van_de_server(demo) == "2026-11-20"
    tweede = draai("demo", "start", RICHTING_DATA=str(data), RICHTING_POORT=vrije_poort())
    assert tweede.returncode == 2
    assert "Er draait al een demo" in tweede.stderr
    assert demo.poort in tweede.stderr

    assert demo.stop(signal.SIGINT, groep=True).endswith("Gestopt.\n")
    assert demo.proces.returncode == 0
    assert not (data / "postgres" / "postmaster.pid").exists()
    check_poort("127.0.0.1", int(demo.poort))

    nog_eens = Demo(data)
    nog_eens.wacht_op("Meld u aan op")
    assert "Natie laden" not in "".join(nog_eens.gezegd)
    assert json.loads((data / "demo.json").read_text())["vandaag"] == "2026-11-20"
    nog_eens.stop(signal.SIGTERM, groep=False)
    assert not (data / "postgres" / "postmaster.pid").exists()
