"""Run all measurements and print them: `python -m tools.meet [--jaar]`. See docs/meten.md."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from richting.config.ingebouwd import Ingebouwd
from tools.meet import gevangenis, land, lezen, plan, werklijst
from tools.meet.bezorgen import Bezorging
from tools.meet.huis import RICHTING, VANDAAG, Database, dienst, draai, huis, maak_database
from tools.meet.inname import Inname
from tools.meet.maat import Meting, machine, toon
from tools.meet.ploeg import Ploeg

STEEKPROEF = 4_000
"""Messages that (c) takes in from the head of the national year, when not asked for all."""
STAAL = 1_000
"""Stays that are taken in as messages before they are copied for (a) and (b)."""
KLEIN, GROOT = 10_000, 300_000
BREED = 120
"""Columns of the table, also where the screen is not known."""

scherm = Console(stderr=True, highlight=False)


def hoofd(argumenten: Sequence[str]) -> int:
    """Measure, print, clear away. Returns 0, whatever the figures say."""
    keuze = _keuze(argumenten)
    if keuze.bezorgen:
        return _alleen_bezorgen()
    with huis() as server:
        klein, groot, ploeg, vol = _bouw(server, keuze.klein, keuze.groot)
        metingen = _met_servers(klein, groot, ploeg, vol, keuze.keer)
        inname = _inname(server, 0 if keuze.jaar else keuze.berichten)
        bezorging = _bezorging(klein)
        regels = [machine(klein.versie()), *_wie(ploeg, keuze), inname.zin(), bezorging.zin()]
        uit = Console(highlight=False, width=BREED)
        toon(uit, [*metingen, inname.meting(), bezorging.meting()], regels)
    return 0


def _wie(ploeg: Ploeg, keuze: argparse.Namespace) -> list[str]:
    return [
        f"(b) {keuze.groot} dossiers tegen {keuze.klein}; hele pagina, aangemeld, met leeslog",
        *(
            f"(b) {lezer.kort}: {lezer.naam}, {lezer.regels} regels in het kleine land"
            for lezer in (ploeg.kleine, ploeg.grootste)
        ),
    ]


def _keuze(argumenten: Sequence[str]) -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(prog="python -m tools.meet", description=__doc__)
    ontleder.add_argument("--jaar", action="store_true", help="neem een heel landelijk jaar in")
    ontleder.add_argument("--berichten", type=int, default=STEEKPROEF, help="of zoveel ervan")
    ontleder.add_argument("--klein", type=int, default=KLEIN, help="dossiers in het kleine land")
    ontleder.add_argument("--groot", type=int, default=GROOT, help="dossiers in het grote land")
    ontleder.add_argument("--keer", type=int, default=1_000, help="lezingen voor (a)")
    ontleder.add_argument("--bezorgen", action="store_true", help="meet alleen (f)")
    return ontleder.parse_args(argumenten)


def _bouw(server: Ingebouwd, klein: int, groot: int) -> tuple[Database, Database, Ploeg, plan.Vol]:
    """Two lands that differ only in size, and those who read in them."""
    scherm.print(f"Land met {klein} dossiers: {STAAL} verblijven innemen, de rest kopiëren")
    kleine = maak_database(server, "klein")
    laad = ["demo", "laad", "--omvang", str(STAAL), "--vandaag", VANDAAG]
    draai([*RICHTING, *laad], kleine.omgeving)
    land.vermenigvuldig(kleine.baas, klein, volg=_volg)
    ploeg = Ploeg.uit(_vraag(["-m", "tools.meet.ploeg"], kleine))
    vol = plan.Vol.uit(_vraag(["-m", "tools.meet.plan"], kleine))
    scherm.print(f"Land met {groot} dossiers: kopiëren")
    grote = maak_database(server, "groot", uit="klein")
    buiten = (ploeg.kleine.loket, ploeg.gevangenis.loket)
    land.vermenigvuldig(grote.baas, groot, buiten=buiten, volg=_volg)
    land.vul(grote.baas, ploeg.gevangenis.loket, gevangenis.AANWEZIG)
    scherm.print("Statistiek bijwerken")
    for database in (kleine, grote):
        database.kom_tot_rust()
    return kleine, grote, ploeg, vol


def _volg(dossiers: int) -> None:
    if dossiers % 50_000 == 0:
        scherm.print(f"  {dossiers} dossiers")


def _vraag(deel: Sequence[str], database: Database) -> str:
    """What a step prints that runs in a process of its own."""
    return subprocess.run(
        [sys.executable, *deel],
        env=database.omgeving,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.splitlines()[-1]


def _met_servers(
    klein: Database, groot: Database, ploeg: Ploeg, vol: plan.Vol, keer: int
) -> list[Meting]:
    """(a), (b), (d) and (e), with Richting serving both lands and the yardstick beside it."""
    op = [*RICHTING, "dien-op"]
    met_eigenaar = {**groot.omgeving, "DATABASE_URL": groot.eigenaar}
    with (
        dienst(op, klein.omgeving) as kleine,
        dienst(op, groot.omgeving) as grote,
        dienst(["-m", "tools.meet.ijkpunt"], met_eigenaar) as ijk,
    ):
        scherm.print("(a) Eén dossier lezen")
        uit = [lezen.meet(grote, ijk, ploeg.sleutel, ploeg.dossiers, keer)]
        scherm.print("(b) Werkvoorraad")
        uit += _werklijsten(klein, groot, ploeg, (kleine, grote), max(1, keer // 10))
        scherm.print("(e) Werkvoorraad van een gevangenis")
        uit.append(gevangenis.meet(grote, ijk, ploeg, max(1, keer // 10)))
        scherm.print("(d) Dossier met een vol plan")
        beurten = max(1, keer // 10)
        for baas in ("", groot.baas):
            uit += [plan.meet(grote, ijk, vol, pagina, beurten, baas) for pagina in plan.PAGINAS]
    return uit


def _werklijsten(
    klein: Database, groot: Database, ploeg: Ploeg, poorten: tuple[int, int], keer: int
) -> list[Meting]:
    lezers = (ploeg.kleine, ploeg.grootste)
    stap = ["-m", "tools.meet.werklijst", *(lezer.koek for lezer in lezers)]
    vragen = [json.loads(_vraag(stap, database)) for database in (klein, groot)]
    uit = []
    for nr, lezer in enumerate(lezers):
        for nummer, lijst in enumerate(werklijst.LIJSTEN):
            aantallen = (vragen[1][nr][nummer], vragen[0][nr][nummer])
            uit.append(replace(werklijst.meet(*poorten, lezer, lijst, keer), vragen=aantallen))
    return uit


def _inname(server: Ingebouwd, berichten: int) -> Inname:
    hoeveel = f"De eerste {berichten}" if berichten else "Alle"
    scherm.print(f"(c) {hoeveel} berichten van een landelijk jaar innemen")
    database = maak_database(server, "inname")
    uit = _vraag(["-m", "tools.meet.inname", str(berichten)], database)
    return Inname(**json.loads(uit))


def _alleen_bezorgen() -> int:
    """(f) by itself, in a land of a few hundred stays."""
    with huis() as server:
        database = maak_database(server, "bezorgen")
        draai(
            [*RICHTING, "demo", "laad", "--omvang", "300", "--vandaag", VANDAAG], database.omgeving
        )
        database.kom_tot_rust()
        bezorging = _bezorging(database)
        uit = Console(highlight=False, width=BREED)
        toon(uit, [bezorging.meting()], [machine(database.versie()), bezorging.zin()])
    return 0


def _bezorging(database: Database) -> Bezorging:
    scherm.print("(f) Meldingen bezorgen over een webhook")
    thuis = {"RICHTING_WEBHOOK_NETTEN": "127.0.0.0/8", "RICHTING_URL": "https://richting.example"}
    met = replace(database, extra=thuis)
    return Bezorging(**json.loads(_vraag(["-m", "tools.meet.bezorgen", "meet"], met)))


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
