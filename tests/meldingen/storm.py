"""A storm by hand: many meldingen, and `kill -9` on whoever works, web server and database too.

    python -m tests.meldingen.storm 10000

A part is told by a producer, a part comes in as messages over HTTP through a real `richting
dien-op`, from senders who repeat what got no answer. A worker delivers, a receiver misbehaves one
time in ten, and the system of the desk fetches over HTTP what it hears of. Every few hundred calls
one of them (producer, worker, database, web server, only its main process, one of its workers) is
killed: each in turn, in an order and at moments of a fixed seed. In the end every message was
accepted once, every melding that was committed arrived, first times in order per dossier, each is
on record as accepted and was fetched, and the journal is whole. Prints what it found; exits 1 when
anything is missing.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
import psycopg

from richting.config import ingebouwd
from tests.meldingen.ontvanger import HALF_ANTWOORD, HALVE_KOP, TWEE_KEER, WEG, Ontvanger
from tests.meldingen.webproces import Web, leeft
from tests.meldingen.webstorm import VOOR, Ketenpartijen, Sleutels
from tools.meet.huis import RICHTING, VANDAAG, Database, draai, maak_database

SLECHT = (500, HALF_ANTWOORD, HALVE_KOP, WEG, TWEE_KEER)
SAMEN = 10
"""Dossiers that one act of the producer is about: killed halfway, it told nothing at all."""
ADEM = 0.3
"""Seconds between two acts of the producer, so that it does not drown the messages over HTTP."""
TUSSEN = (200, 800)
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
            Grond.objects.filter(loket=loket, vervallen_op=None)
            .exclude(dossier__kenmerk__startswith=VOOR)
            .values_list("dossier", flat=True)
        )
    while True:
        with verwerking(programma()) as werk:
            for nummer in random.sample(dossiers, min(SAMEN, len(dossiers))):
                for feit in (Feitsoort.EINDE_GEWIJZIGD, Feitsoort.VERLOF):
                    meld_aan_loket(werk, nummer, loket, feit)
                werk.noteer(nummer, "storm", "verblijf")
        time.sleep(ADEM)


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
    """A webhook for the desk with the most dossiers; prints the keys of its system and of DJI."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    from tests.api.bouwers import maak_machine, verwerkingsloket
    from tools.meet import bezorgen

    loket, _dossiers = bezorgen._loket()
    bezorgen._maak_webhook(loket, adres)
    sleutels = Sleutels(
        bron=maak_machine(verwerkingsloket()).sleutel,
        loket=maak_machine(loket, "meldingen:lezen").sleutel,
        gemeente=loket.organisatie.code,
    )
    sys.stdout.write(json.dumps(sleutels._asdict()))


class Storm:
    """The house in which it storms, and who is alive in it."""

    def __init__(
        self, server: ingebouwd.Ingebouwd, database: Database, env: Mapping[str, str], web: Web
    ) -> None:
        self.server, self.database, self.env, self.web = server, database, env, web
        self.levend: dict[str, subprocess.Popen[bytes]] = {}
        wie = ("vertel", "werk", "database", "web", "hoofdproces", "werkproces")
        self.klappen: dict[str, int] = dict.fromkeys(wie, 0)

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
        """Kill one of them."""
        self.klappen[wat] += 1
        if wat == "web":
            self.web.dood()
        elif wat == "hoofdproces":
            self.web.dood_hoofdproces()
        elif wat == "werkproces":
            self.web.dood_een_werkproces()
        elif wat == "database":
            self._dood_database()
        else:
            self.levend[wat].kill()
            self.levend[wat].wait()

    def _dood_database(self) -> None:
        postmaster = psutil.Process(self.server.server.get_pid())
        for proces in [postmaster, *postmaster.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                proces.send_signal(signal.SIGKILL)
        wacht(lambda: not leeft(postmaster))
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

    def vraag(self, vraag: str) -> list[tuple[Any, ...]]:
        """Rows from the database, as its boss."""
        with psycopg.connect(self.database.baas) as verbinding:
            return verbinding.execute(vraag).fetchall()

    def tel(self, vraag: str) -> int:
        """One number from the database; -1 while it is away."""
        try:
            return int(self.vraag(vraag)[0][0])
        except psycopg.OperationalError:
            return -1

    def ruim_op(self) -> None:
        """Nobody works on when it is over."""
        for proces in self.levend.values():
            proces.kill()
            proces.wait()


ALLES = "SELECT count(*) FROM meldingen_aflevering"
OPEN = ALLES + " WHERE aanvaard_op IS NULL"


def wacht(klaar: Callable[[], bool], keer: int = 6000) -> None:
    """Until it is so; raises RuntimeError when it never is."""
    for _keer in range(keer):
        if klaar():
            return
        time.sleep(0.1)
    raise RuntimeError("dit duurt te lang")


def raas(storm: Storm, ontvanger: Ontvanger, partijen: Ketenpartijen, aantal: int) -> None:
    """Until so many were told: start who is dead, and kill somebody now and then."""
    partijen.begin()
    toeval, beurt = random.Random(5), list[str]()
    volgende = toeval.randint(*TUSSEN)
    while storm.tel(ALLES) < aantal:
        partijen.check()
        for wat in ("vertel", "werk"):
            storm.start(wat)
        if len(ontvanger.bus.alles) >= volgende:
            beurt = beurt or toeval.sample(list(storm.klappen), len(storm.klappen))
            storm.dood(beurt.pop())
            volgende = len(ontvanger.bus.alles) + toeval.randint(*TUSSEN)
        time.sleep(0.2)
    storm.levend["vertel"].kill()
    partijen.genoeg()
    while storm.tel(OPEN) != 0:
        storm.start("werk")
        time.sleep(0.5)
    storm.levend["werk"].kill()


def bezorgd(storm: Storm, ontvanger: Ontvanger) -> bool:
    """Print what arrived, and whether that is everything and in order."""
    komst = {nummer: plek for plek, nummer in enumerate(ontvanger.bus.eerste_keer())}
    rijen = storm.vraag(
        "SELECT m.id::text, f.dossier_id, f.aanvaard_op IS NOT NULL FROM meldingen_melding m"
        " JOIN meldingen_abonnement a ON a.loket_id = m.loket_id"
        " LEFT JOIN meldingen_aflevering f ON f.melding_id = m.id"
        " WHERE m.aangemaakt_op >= a.gemaakt_op ORDER BY f.id"
    )
    kwijt = [nummer for nummer, _d, aanvaard in rijen if nummer not in komst or not aanvaard]
    per_dossier: dict[object, list[int]] = {}
    for nummer, dossier, _a in rijen:
        per_dossier.setdefault(dossier, []).append(komst.get(nummer, -1))
    door_elkaar = sum(plekken != sorted(plekken) for plekken in per_dossier.values())
    keren = Counter(een.nummer for een in ontvanger.bus.genomen)
    dubbel = sum(aantal > 1 for aantal in keren.values())
    sys.stdout.write(
        f"{len(rijen)} verteld over {len(per_dossier)} dossiers, {len(komst)} aangekomen, "
        f"{len(kwijt)} kwijt, {door_elkaar} dossiers niet op volgorde, {dubbel} vaker dan eens "
        f"ontvangen met hetzelfde nummer; gedood: {storm.klappen}\n"
    )
    return not kwijt and not door_elkaar and len(komst) == len(rijen)


CONTROLES = ("gronden", "regie", "werklijst", "niet_verteld", "niet_bezorgd")
"""What must be without fault; the producer made up the rest, so there is no duty behind it."""


def beheer(storm: Storm, *woorden: str) -> str:
    """What a command of the functional manager says; prints its last line."""
    opdracht = [sys.executable, *RICHTING, *woorden]
    klaar = subprocess.run(opdracht, env=dict(storm.env), stdout=subprocess.PIPE, check=False)
    tekst = klaar.stdout.decode()
    sys.stdout.write("".join(tekst.splitlines(keepends=True)[-1:]))
    return tekst


def oordeel(storm: Storm, ontvanger: Ontvanger, partijen: Ketenpartijen) -> bool:
    """Print what became of everything, and whether that is as it must be."""
    goed = [bezorgd(storm, ontvanger)]
    goed.append(partijen.oordeel(storm.vraag, set(ontvanger.bus.eerste_keer())))
    goed.append("Heel:" in beheer(storm, "verifieer"))
    goed.append(beheer(storm, "gronden", "--controleer").rstrip().endswith("gevonden: 0."))
    controle = beheer(storm, "meldplicht", "controleer")
    goed += [f"{soort}: " in controle for soort in CONTROLES]
    goed += [
        regel.endswith(" 0 wijkt af.")
        for regel in controle.splitlines()
        if regel.startswith(tuple(f"{soort}: " for soort in CONTROLES)) and "bekeken" in regel
    ]
    return all(goed)


def storm_op(server: ingebouwd.Ingebouwd, aantal: int) -> bool:
    """A nation, a web server, a receiver that misbehaves now and then; and then it storms."""
    database = maak_database(server, "storm")
    laad = ["demo", "laad", "--omvang", "60", "--vandaag", VANDAAG]
    draai([*RICHTING, *laad], database.omgeving)
    thuis = {"RICHTING_WEBHOOK_NETTEN": "127.0.0.0/8", "RICHTING_OMGEVING": "test"}
    web = Web({**database.omgeving, **thuis})
    env = {**database.omgeving, **thuis, "RICHTING_URL": web.adres}
    toeval = random.Random(7)
    with Ontvanger() as ontvanger:
        ontvanger.bus.gedrag = lambda _k: toeval.choice(SLECHT) if toeval.random() < 0.1 else 204
        opdracht = [sys.executable, "-m", "tests.meldingen.storm", "webhook", ontvanger.adres]
        sleutels = Sleutels(**json.loads(subprocess.check_output(opdracht, env=env)))
        partijen = Ketenpartijen(web, sleutels)
        ontvanger.bus.voor_antwoord = lambda een: partijen.ophaler.meld(een.gebeurtenis)
        storm = Storm(server, database, env, web)
        try:
            web.start()
            raas(storm, ontvanger, partijen, aantal)
            return oordeel(storm, ontvanger, partijen)
        finally:
            web.stop()
            storm.ruim_op()


def hoofd(aantal: int) -> int:
    """Let it storm until so many were told."""
    with TemporaryDirectory(prefix="richting-storm-") as map_:
        Path(map_).chmod(0o755)
        server = ingebouwd.start(Path(map_) / "postgres")
        try:
            return 0 if storm_op(server, aantal) else 1
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
