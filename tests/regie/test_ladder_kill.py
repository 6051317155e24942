"""`kill -9` on the worker: no reminder is lost, and none doubled that a mail server can't undo.

The worker stands still at a point that the test holds, whatever the speed of the machine, and is
killed there. Another one runs afterwards, when the lease is over. What was in flight comes twice,
with one Message-ID.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import Message
from typing import Any

import psycopg
import pytest

from tests.berichten.bouwers import begin, maak_partijen, stuur
from tests.berichten.test_kill import tot
from tests.partijen.bouwers import Ploeg, maak_medewerker, maak_ploeg
from tests.regie.bouwers_ladder import kies, met_adres
from tests.regie.mailserver import Mailserver

pytestmark = [pytest.mark.usefixtures("echte_database"), pytest.mark.clausule("7.5")]
POSTEN = 4


@pytest.fixture
def ploeg() -> Ploeg:
    """Anna wants each reminder by itself, Ilse a digest; there is one stay."""
    maak_partijen()
    ploeg = maak_ploeg()
    ilse = maak_medewerker("ilse", ploeg.anna.loket)
    met_adres(ploeg.anna, ilse)
    kies(ploeg.anna, dagoverzicht=False)
    stuur(begin())
    return ploeg


def opdracht(ploeg: Ploeg) -> list[str]:
    return [sys.executable, "-m", "tests.regie.proefwerker", str(ploeg.anna.loket.pk), str(POSTEN)]


def werk_af(ploeg: Ploeg, server: Mailserver) -> None:
    """A worker that nobody disturbs."""
    klaar = subprocess.run(
        opdracht(ploeg),
        env=os.environ | server.omgeving,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert klaar.returncode == 0, klaar.stderr


@contextmanager
def werker(ploeg: Ploeg, server: Mailserver) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that is killed at the end of the block."""
    proces = subprocess.Popen(
        opdracht(ploeg),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | server.omgeving,
        start_new_session=True,
    )
    try:
        yield proces
    finally:
        with suppress(ProcessLookupError):
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()


def lease_voorbij(eigenaar: psycopg.Connection) -> None:
    """Time passes."""
    eigenaar.execute("UPDATE regie_mail SET niet_voor = now() WHERE verzonden_op IS NULL")


def check_alles_aangekomen(eigenaar: psycopg.Connection, server: Mailserver) -> None:
    """Every step stands once; every mail of it arrived, and all of them are marked."""
    zetten = eigenaar.execute("SELECT stap, count(*) FROM regie_herinnering GROUP BY 1").fetchall()
    assert zetten == [("vooraf", POSTEN)]
    mails = eigenaar.execute("SELECT id, verzonden_op IS NOT NULL FROM regie_mail").fetchall()
    assert {f"<{nr}@localhost>" for nr, _v in mails} == set(server.zak.nummers)
    assert len(mails) == POSTEN + 1
    assert all(verzonden for _nr, verzonden in mails)
    regels = eigenaar.execute(
        "SELECT count(*), count(DISTINCT (herinnering_id, medewerker_id)) FROM regie_mailregel"
    ).fetchone()
    assert regels == (2 * POSTEN, 2 * POSTEN)


def test_zonder_storing_komt_alles_een_keer(ploeg: Ploeg, eigenaar: psycopg.Connection) -> None:
    with Mailserver() as server:
        werk_af(ploeg, server)
        werk_af(ploeg, server)
        check_alles_aangekomen(eigenaar, server)
        assert len(server.zak.post) == POSTEN + 1
    taken = eigenaar.execute("SELECT args FROM procrastinate_jobs").fetchall()
    assert all(set(args) <= {"timestamp"} for (args,) in taken), "een taak draagt geen gegevens"


@pytest.mark.parametrize("welke", [2])
def test_dood_terwijl_de_mailserver_nog_moet_antwoorden(
    welke: int, ploeg: Ploeg, eigenaar: psycopg.Connection
) -> None:
    dood = threading.Event()
    with Mailserver() as server:
        server.zak.bij_ontvangst = lambda _m: _laat_wachten(dood, server, welke)
        with werker(ploeg, server) as proces:
            tot(proces, lambda: len(server.zak.post) == welke)
        dood.set()
        server.zak.bij_ontvangst = lambda _m: None
        lease_voorbij(eigenaar)
        werk_af(ploeg, server)
        check_alles_aangekomen(eigenaar, server)
        assert len(server.zak.nummers) == len(set(server.zak.nummers)) + 1


def _laat_wachten(dood: threading.Event, server: Mailserver, welke: int) -> None:
    if len(server.zak.post) == welke:
        dood.wait(60)


@pytest.mark.parametrize("welke", [1, POSTEN + 1])
def test_dood_tussen_verzenden_en_merken(
    welke: int, ploeg: Ploeg, eigenaar: psycopg.Connection
) -> None:
    with (
        Mailserver() as server,
        psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"]) as houder,
    ):
        server.zak.bij_ontvangst = _houd(houder, server, welke)
        with werker(ploeg, server) as proces:
            tot(proces, lambda: _wacht_er_een(eigenaar))
        houder.rollback()
        server.zak.bij_ontvangst = lambda _m: None
        lease_voorbij(eigenaar)
        werk_af(ploeg, server)
        check_alles_aangekomen(eigenaar, server)
        dubbel = len(server.zak.nummers) - len(set(server.zak.nummers))
        assert dubbel == 1


def _houd(houder: psycopg.Connection, server: Mailserver, welke: int) -> Callable[[Message], None]:
    """Take the mail, and hold its row, so that it can't be marked."""

    def houd(bericht: Message) -> None:
        if len(server.zak.post) == welke:
            nummer = str(bericht["Message-ID"])[1:37]
            houder.execute("SELECT 1 FROM regie_mail WHERE id = %s FOR UPDATE", [nummer])

    return houd


def test_dood_halverwege_de_klim(ploeg: Ploeg, eigenaar: psycopg.Connection) -> None:
    with (
        Mailserver() as server,
        psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"]) as houder,
    ):
        houder.execute(
            "INSERT INTO regie_herinnering (id, dossier_id, loket_id, sleutel, uiterlijk, stap,"
            " soort, categorie, spoed, overgeslagen, gezet_op)"
            " SELECT gen_random_uuid(), id, %s, 'termijn:2', '2026-11-25', 'vooraf', 'termijn',"
            " 'verblijf', false, false, '2026-11-23' FROM dossiers_dossier",
            [ploeg.anna.loket.pk],
        )
        with werker(ploeg, server) as proces:
            tot(proces, lambda: _wacht_er_een(eigenaar))
        houder.rollback()
        assert not server.zak.post
        werk_af(ploeg, server)
        check_alles_aangekomen(eigenaar, server)
        assert len(server.zak.post) == POSTEN + 1


def test_twee_werkers_tegelijk_doen_alles_een_keer(
    ploeg: Ploeg, eigenaar: psycopg.Connection
) -> None:
    with Mailserver() as server:
        processen = [
            subprocess.Popen(
                opdracht(ploeg),
                env=os.environ | server.omgeving,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _keer in range(2)
        ]
        uitkomsten = [proces.communicate(timeout=120) for proces in processen]
        assert [proces.returncode for proces in processen] == [0, 0], uitkomsten
        check_alles_aangekomen(eigenaar, server)
        assert len(server.zak.post) == POSTEN + 1


def _wacht_er_een(eigenaar: psycopg.Connection) -> Any:
    return eigenaar.execute("SELECT pid FROM pg_locks WHERE NOT granted").fetchone()
