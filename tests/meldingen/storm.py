"""A storm by hand: many meldingen, and `kill -9` on whoever works, the database too.

    python -m tests.meldingen.storm 10000

A producer tells things as a web process does, a worker delivers, a receiver misbehaves one time in
ten. Every few hundred events one of the three (producer, worker, database) is killed, chosen by a
fixed seed. In the end every melding that was committed must have arrived, first times in order per
dossier, and each accepted on record. Prints what it found; exits 1 when anything is missing.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import psycopg

from richting.config import ingebouwd
from tests.meldingen.ontvanger import HALF_ANTWOORD, HALVE_KOP, TWEE_KEER, WEG, Ontvanger
from tools.meet.huis import RICHTING, VANDAAG, Database, draai, maak_database

SLECHT = (500, HALF_ANTWOORD, HALVE_KOP, WEG, TWEE_KEER)
SAMEN = 10
"""Dossiers that one act of the producer is about: killed halfway, it told nothing at all."""
TUSSEN = (300, 1200)
"""Calls at the receiver between two blows."""


def vertel() -> None:
    """Tell one thing after the other about dossiers of the desk with a webhook, until killed."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    from richting.akkoord.woorden import Feitsoort
    from richting.delen.models import Grond
    from richting.kern.werk import verwerking
    from richting.meldingen.acties import meld_aan_loket
    from richting.meldingen.models import Abonnement
    from tests.meldingen.bouwers import programma

    with verwerking(programma()):
        loket = Abonnement.objects.get().loket_id
        dossiers = list(
            Grond.objects.filter(loket=loket, vervallen_op=None).values_list("dossier", flat=True)
        )
    while True:
        with verwerking(programma()) as werk:
            for nummer in random.sample(dossiers, min(SAMEN, len(dossiers))):
                for feit in (Feitsoort.EINDE_GEWIJZIGD, Feitsoort.VERLOF):
                    meld_aan_loket(werk, nummer, loket, feit)
                werk.noteer(nummer, "storm", "verblijf")


def werk() -> None:
    """Deliver, with short leases and without waiting for pauses; until killed."""
    from datetime import timedelta

    from richting.config.opdracht import maak_klaar

    maak_klaar()
    from richting.meldingen.acties import bezorgen
    from tests.meldingen.bouwers import pauzes_voorbij, wereld

    bezorgen.LEASE, bezorgen.PER_BEURT = timedelta(seconds=3), 50
    while True:
        pauzes_voorbij(leases=False)
        bezorgen.bezorg(wereld())


def maak_webhook(adres: str) -> None:
    """A webhook for the desk with the most dossiers."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    from tools.meet import bezorgen

    loket, _dossiers = bezorgen._loket()
    bezorgen._maak_webhook(loket, adres)


class Storm:
    """The house in which it storms, and who is alive in it."""

    def __init__(self, server: ingebouwd.Ingebouwd, database: Database, env: Mapping[str, str]):
        self.server, self.database, self.env = server, database, env
        self.levend: dict[str, subprocess.Popen[bytes]] = {}
        self.klappen: dict[str, int] = dict.fromkeys(("vertel", "werk", "database"), 0)

    def start(self, wat: str) -> None:
        """Start the producer or the worker, unless it lives."""
        proces = self.levend.get(wat)
        if proces is None or proces.poll() is not None:
            self.levend[wat] = subprocess.Popen(
                [sys.executable, "-m", "tests.meldingen.storm", wat],
                env=dict(self.env),
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def dood(self, wat: str) -> None:
        """Kill one of the three."""
        self.klappen[wat] += 1
        if wat != "database":
            self.levend[wat].kill()
            self.levend[wat].wait()
            return
        postmaster = psutil.Process(self.server.server.get_pid())
        for proces in [postmaster, *postmaster.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                proces.send_signal(signal.SIGKILL)
        wacht(lambda: not _leeft(postmaster))
        self.herstel()

    def herstel(self) -> None:
        """Start the database again; recovery may take more than one try.

        What names the postmaster is left of a dead one, whose number the system may still keep.
        """
        map_ = Path(self.server.server.pgdata)
        for naam in ("postmaster.pid", ".s.PGSQL.5432.lock"):
            (map_ / naam).unlink(missing_ok=True)
        for _keer in range(30):
            with suppress(subprocess.SubprocessError, AssertionError):
                self.server.server.ensure_postgres_running()
                return
            time.sleep(1)
        raise RuntimeError("de database komt niet terug")

    def tel(self, vraag: str) -> int:
        """One number from the database, as its boss; -1 while it is away."""
        try:
            with psycopg.connect(self.database.baas) as verbinding:
                (aantal,) = verbinding.execute(vraag).fetchone() or (0,)
        except psycopg.OperationalError:
            return -1
        return int(aantal)


def _leeft(proces: psutil.Process) -> bool:
    try:
        return proces.is_running() and proces.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


ALLES = "SELECT count(*) FROM meldingen_aflevering"
OPEN = ALLES + " WHERE aanvaard_op IS NULL"


def wacht(klaar: Callable[[], bool], keer: int = 6000) -> None:
    """Until it is so; raises RuntimeError when it never is."""
    for _keer in range(keer):
        if klaar():
            return
        time.sleep(0.1)
    raise RuntimeError("dit duurt te lang")


def raas(storm: Storm, ontvanger: Ontvanger, aantal: int) -> None:
    """Until so many were told: start who is dead, and kill somebody now and then."""
    toeval = random.Random(5)
    volgende = toeval.randint(*TUSSEN)
    while storm.tel(ALLES) < aantal:
        for wat in ("vertel", "werk"):
            storm.start(wat)
        if len(ontvanger.bus.alles) >= volgende:
            storm.dood(toeval.choice(list(storm.klappen)))
            volgende = len(ontvanger.bus.alles) + toeval.randint(*TUSSEN)
        time.sleep(0.2)
    storm.levend["vertel"].kill()
    while storm.tel(OPEN) != 0:
        storm.start("werk")
        time.sleep(0.5)
    storm.levend["werk"].kill()


def oordeel(storm: Storm, ontvanger: Ontvanger) -> bool:
    """Print what arrived, and whether that is everything and in order."""
    komst = {nummer: plek for plek, nummer in enumerate(ontvanger.bus.eerste_keer())}
    with psycopg.connect(storm.database.baas) as verbinding:
        rijen = verbinding.execute(
            "SELECT m.id::text, f.dossier_id, f.aanvaard_op IS NOT NULL FROM meldingen_melding m"
            " JOIN meldingen_abonnement a ON a.loket_id = m.loket_id"
            " LEFT JOIN meldingen_aflevering f ON f.melding_id = m.id"
            " WHERE m.aangemaakt_op >= a.gemaakt_op ORDER BY f.id"
        ).fetchall()
    kwijt = [nummer for nummer, _d, aanvaard in rijen if nummer not in komst or not aanvaard]
    per_dossier: dict[object, list[int]] = {}
    for nummer, dossier, _a in rijen:
        per_dossier.setdefault(dossier, []).append(komst.get(nummer, -1))
    door_elkaar = sum(plekken != sorted(plekken) for plekken in per_dossier.values())
    dubbel = len(ontvanger.bus.genomen) - len(komst)
    sys.stdout.write(
        f"{len(rijen)} verteld over {len(per_dossier)} dossiers, {len(komst)} aangekomen, "
        f"{len(kwijt)} kwijt, {door_elkaar} dossiers niet op volgorde, {dubbel} keer dubbel "
        f"ontvangen met hetzelfde nummer; gedood: {storm.klappen}\n"
    )
    return not kwijt and not door_elkaar and len(komst) == len(rijen)


def hoofd(aantal: int) -> int:
    """Let it storm until so many were told."""
    with TemporaryDirectory(prefix="richting-storm-") as map_:
        Path(map_).chmod(0o755)
        server = ingebouwd.start(Path(map_) / "postgres")
        try:
            database = maak_database(server, "storm")
            draai(
                [*RICHTING, "demo", "laad", "--omvang", "60", "--vandaag", VANDAAG],
                database.omgeving,
            )
            thuis = {"RICHTING_WEBHOOK_NETTEN": "127.0.0.0/8", "RICHTING_OMGEVING": "test"}
            env = {**database.omgeving, **thuis, "RICHTING_URL": "https://richting.example"}
            toeval = random.Random(7)
            with Ontvanger() as ontvanger:
                ontvanger.bus.gedrag = lambda _k: (
                    toeval.choice(SLECHT) if toeval.random() < 0.1 else 204
                )
                draai(["-m", "tests.meldingen.storm", "webhook", ontvanger.adres], env)
                storm = Storm(server, database, env)
                raas(storm, ontvanger, aantal)
                return 0 if oordeel(storm, ontvanger) else 1
        finally:
            server.stop()


if __name__ == "__main__":
    WAT = {"vertel": vertel, "werk": werk}
    if sys.argv[1] in WAT:
        WAT[sys.argv[1]]()
    elif sys.argv[1] == "webhook":
        maak_webhook(sys.argv[2])
    else:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "richting.config.settings")
        sys.exit(hoofd(int(sys.argv[1])))
