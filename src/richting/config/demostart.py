"""Start the demo: database, tables, nation, accounts, server; and stop all of it again.

One demo per data folder: a lock beside the data says so. What was loaded is kept in `demo.json`, so
that a load that was broken off goes on where it was, and a fixed "today" stays the same.
"""

from __future__ import annotations

import argparse
import fcntl
import importlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from richting.config.keuring import check_poort
from richting.config.omgeving import FouteInstelling, Omgeving

OPDRACHT = [sys.executable, "-m", "richting.config.opdracht"]
SIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STANDAARD: dict[str, Any] = {"omvang": "klein", "zaad": 1}
WACHT_SECONDEN, STOP_SECONDEN = 60, 15


class Stop(Exception):
    """Somebody asked the demo to stop."""


def start(keuze: argparse.Namespace) -> int:
    """Run everything until Ctrl-C; returns the exit code."""
    omgeving = Omgeving.uit(os.environ)
    if omgeving.soort == "productie":
        raise FouteInstelling("In productie is er geen demo.")
    data = Path(omgeving.data)
    data.mkdir(parents=True, exist_ok=True)
    with _de_enige(data, omgeving):
        check_poort(omgeving.adres, omgeving.poort)
        if keuze.opnieuw:
            shutil.rmtree(data / "postgres", ignore_errors=True)
            (data / "demo.json").unlink(missing_ok=True)
        for nummer in SIGNALEN:
            signal.signal(nummer, _stop)
        return _draai_alles(keuze, omgeving)


def _draai_alles(keuze: argparse.Namespace, omgeving: Omgeving) -> int:
    """The database around everything else; a second Ctrl-C does not break off the stopping."""
    ingebouwd = importlib.import_module("richting.config.ingebouwd")
    server = None
    try:
        server = ingebouwd.start(Path(omgeving.data) / "postgres")
        return _met_database(keuze, omgeving, ingebouwd, server)
    except Stop:
        return 0
    finally:
        for nummer in SIGNALEN:
            signal.signal(nummer, signal.SIG_IGN)
        if server is not None:
            server.stop()
        print("Gestopt.")


def _stop(nummer: int, plek: FrameType | None) -> None:
    raise Stop


@contextmanager
def _de_enige(data: Path, omgeving: Omgeving) -> Iterator[None]:
    """Hold the lock of this data folder; raises FouteInstelling when another demo holds it."""
    with (data / "demo.slot").open("a+", encoding="utf-8") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fout:
            slot.seek(0)
            raise FouteInstelling(
                f"Er draait al een demo in {data} ({slot.read().strip()}). Stop die eerst met "
                "Ctrl-C, of geef deze een eigen map en poort: RICHTING_DATA en RICHTING_POORT."
            ) from fout
        slot.truncate(0)
        slot.write(f"proces {os.getpid()}, {_adres(omgeving)}")
        slot.flush()
        yield


def _met_database(
    keuze: argparse.Namespace, omgeving: Omgeving, ingebouwd: Any, server: Any
) -> int:
    server.maak_database("richting")
    natie = _natie(keuze, omgeving)
    env = {
        **os.environ,
        "DATABASE_URL": server.url(ingebouwd.WEB, "richting"),
        "DATABASE_URL_EIGENAAR": server.url(ingebouwd.EIGENAAR, "richting"),
        "RICHTING_VANDAAG": natie["vandaag"] if natie["vast"] else "",
    }
    _draai(["migreer"], env, stil=True)
    if not natie["klaar"]:
        _bewaar(omgeving, natie)
        woorden = [f"--{naam}={natie[naam]}" for naam in ("omvang", "zaad", "vandaag")]
        _draai(["demo", "laad", "--vervolg", *woorden], env)
        _bewaar(omgeving, {**natie, "klaar": True})
    return _bedien(omgeving, env)


def _natie(keuze: argparse.Namespace, omgeving: Omgeving) -> dict[str, Any]:
    """What is in the demo, or what is to be loaded; says so when that is not what was asked."""
    bewaard = Path(omgeving.data) / "demo.json"
    vast = keuze.vandaag or omgeving.vandaag
    if not bewaard.exists():
        return {
            "omvang": keuze.omvang or STANDAARD["omvang"],
            "zaad": keuze.zaad or STANDAARD["zaad"],
            "vandaag": (vast or _vandaag()).isoformat(),
            "vast": vast is not None,
            "klaar": False,
        }
    natie: dict[str, Any] = json.loads(bewaard.read_text(encoding="utf-8"))
    if vast:
        natie |= {"vast": True} | ({"vandaag": vast.isoformat()} if natie["klaar"] else {})
    if any(vars(keuze)[naam] not in (None, natie[naam]) for naam in STANDAARD):
        print(
            f"In de demo staat al de natie van omvang {natie['omvang']}, zaad {natie['zaad']}; "
            "die blijft. Een andere komt er met OPNIEUW=1."
        )
    return natie


def _vandaag() -> Any:
    from datetime import datetime

    from richting.kern.klok import AMSTERDAM

    return datetime.now(AMSTERDAM).date()  # noqa: TID251


def _bewaar(omgeving: Omgeving, natie: dict[str, Any]) -> None:
    bestand = Path(omgeving.data) / "demo.json"
    bestand.write_text(json.dumps(natie), encoding="utf-8")


def _bedien(omgeving: Omgeving, env: dict[str, str]) -> int:
    """Serve; print accounts and address when the server answers, not before."""
    eigenaar = dict(env)
    web = {naam: waarde for naam, waarde in env.items() if naam != "DATABASE_URL_EIGENAAR"}
    web = _met_post(omgeving, web)
    with _naast(["dien-op"], web) as dienst, _naast(["werk"], web):
        if _antwoordt(omgeving, dienst):
            _draai(["demo", "accounts"], eigenaar)
            print(f"Meld u aan op {_adres(omgeving)}")
            print("Stoppen: Ctrl-C. Opnieuw beginnen: make demo OPNIEUW=1", flush=True)
        return dienst.wait()


@contextmanager
def _naast(deel: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours for as long as the block lasts; then it stops, if need be by force."""
    with subprocess.Popen([*OPDRACHT, *deel], env=env, start_new_session=True) as dienst:
        try:
            yield dienst
        finally:
            dienst.terminate()
            with suppress(subprocess.TimeoutExpired):
                dienst.wait(STOP_SECONDEN)
            if dienst.poll() is None:
                os.killpg(dienst.pid, signal.SIGKILL)


def _met_post(omgeving: Omgeving, env: dict[str, str]) -> dict[str, str]:
    """Mail of the demo goes into a folder, unless somebody named a server, and webhooks may call
    this machine: nothing leaves."""
    map_ = omgeving.mail_map or str(Path(omgeving.data) / "mail")
    plek = {} if omgeving.mail_server else {"RICHTING_MAIL_MAP": map_}
    thuis = {} if omgeving.webhook_netten else {"RICHTING_WEBHOOK_NETTEN": "127.0.0.0/8,::1/128"}
    return {**env, **plek, **thuis, "RICHTING_URL": omgeving.url or _adres(omgeving).rstrip("/")}


def _antwoordt(omgeving: Omgeving, dienst: subprocess.Popen[bytes]) -> bool:
    """Wait until the server takes a call; False when it gave up."""
    tot = time.monotonic() + WACHT_SECONDEN
    while dienst.poll() is None and time.monotonic() < tot:
        with suppress(OSError), socket.create_connection((_thuis(omgeving), omgeving.poort), 1):
            return True
        time.sleep(0.1)
    return False


def _draai(deel: list[str], env: dict[str, str], *, stil: bool = False) -> None:
    """Run a command; `stil` when only its faults are worth reading."""
    uit = subprocess.DEVNULL if stil else None
    klaar = subprocess.run([*OPDRACHT, *deel], env=env, stdout=uit, check=False)
    if klaar.returncode:
        raise SystemExit(klaar.returncode)


def _thuis(omgeving: Omgeving) -> str:
    """The address under which this machine itself reaches the server."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(omgeving.adres, omgeving.adres)  # noqa: S104


def _adres(omgeving: Omgeving) -> str:
    thuis = _thuis(omgeving)
    naam = f"[{thuis}]" if ":" in thuis else thuis
    return f"http://{naam}:{omgeving.poort}/"
