"""Commands of the room `demo`: load the invented nation, write it to a file, name the accounts.

`config/opdrachten.py` adds `demo start`, that strings them together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

UITKOMSTEN = {
    "aanvaard": "aanvaard",
    "wacht": "wachten op hun begin",
    "quarantaine": "in quarantaine",
    "geweigerd": "geweigerd",
    "herhaald": "herhaald",
    "buiten_doelgroep": "buiten de doelgroep",
    "al geladen": "al geladen",
}


def registreer(wat: Any) -> None:
    """Add `laad`, `schrijf` and `accounts` to the command `demo`."""
    laad = wat.add_parser(
        "laad",
        help="Laad de natie als berichten, en maak de accounts.",
        description="Laad de natie als berichten, door dezelfde deur als echte. Staan er al "
        "dossiers, dan worden alleen de accounts nagekeken.",
    )
    laad.add_argument(
        "--vervolg", action="store_true", help="ga verder met een natie die half geladen is"
    )
    laad.set_defaults(functie=doe_laad, als_eigenaar=True)
    met_natie(laad)
    schrijf = wat.add_parser(
        "schrijf",
        help="Schrijf de berichten van de natie naar een bestand.",
        description="Schrijf de berichten naar een bestand (JSON Lines), voor `richting lees-in` "
        "of om aan de API te sturen.",
    )
    schrijf.add_argument("bestand", type=Path, help="het bestand (.jsonl)")
    schrijf.set_defaults(functie=doe_schrijf, zonder_database=True)
    met_natie(schrijf)
    accounts = wat.add_parser("accounts", help="Noem de accounts van de demo en hun wachtwoord.")
    accounts.set_defaults(functie=doe_accounts, als_eigenaar=True)


def met_natie(deel: argparse.ArgumentParser) -> None:
    """The options that say which nation; `None` means: not asked for."""
    deel.add_argument(
        "--omvang",
        type=_omvangwoord,
        metavar="OMVANG",
        help="klein (1.000 verblijven, standaard), jaar (30.180), groot (300.000) of een getal",
    )
    deel.add_argument(
        "--zaad", type=int, metavar="GETAL", help="zelfde zaad, zelfde natie (standaard 1)"
    )
    deel.add_argument(
        "--vandaag",
        type=_dag,
        metavar="JJJJ-MM-DD",
        help="doe alsof het deze dag is (standaard: de klok)",
    )


def _omvangwoord(tekst: str) -> str:
    try:
        omvang(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(str(fout)) from fout
    return tekst


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(f"{tekst!r} is geen datum als 2026-11-23") from fout


def omvang(tekst: str) -> int:
    """The number of stays that a word or a number stands for; raises ValueError for others."""
    from richting.demo.natie import OMVANGEN

    if tekst in OMVANGEN:
        return OMVANGEN[tekst]
    if tekst.isascii() and tekst.isdigit() and int(tekst) > 0:
        return int(tekst)
    raise ValueError(f"kies klein, jaar, groot of een getal; niet {tekst!r}")


def doe_laad(keuze: argparse.Namespace) -> int:
    """Load the nation once; a second time only the accounts are checked."""
    from django.conf import settings

    from richting.demo.acties.ladder import laat_klimmen
    from richting.demo.acties.plannen import maak_plannen
    from richting.demo.acties.postbus import lees_postbussen
    from richting.demo.acties.regie import speel_regie
    from richting.demo.acties.risico import speel_risico
    from richting.demo.acties.werk import speel_werk
    from richting.demo.laden import laad
    from richting.demo.ploeg import maak_ploeg, wijs_namen_aan
    from richting.dossiers.models import Dossier
    from richting.kern import klok

    if settings.OMGEVING.soort == "productie":
        raise SystemExit("In productie is er geen demo.")
    nu = klok.nu()
    maak_ploeg(nu)
    if Dossier.objects.exists() and not keuze.vervolg:
        print("Er staan al dossiers; er is niets geladen.")  # noqa: T201
        return 0
    vandaag = keuze.vandaag or nu.date()
    hoeveel, zaad = omvang(keuze.omvang or "klein"), keuze.zaad or 1
    telling = laad(hoeveel, zaad, vandaag)
    wijs_namen_aan(nu)
    print("Berichten: " + _opsomming(telling.most_common()) + ".")  # noqa: T201
    plannen = maak_plannen(hoeveel, zaad, vandaag)
    print(f"Plannen: {plannen['plannen']}, in elk stadium.")  # noqa: T201
    print(f"Voorzieningen: {plannen['voorzieningen']}.")  # noqa: T201
    for naam, speel in (("Regie", speel_regie), ("Tafels", speel_risico), ("Werk", speel_werk)):
        print(f"{naam}: {_opsomming(speel(vandaag).most_common())}.")  # noqa: T201
    print(f"Ladder: {laat_klimmen(vandaag).total()} stappen gezet.")  # noqa: T201
    _spreek_af(zaad, vandaag)
    print(f"Postbus: {lees_postbussen(vandaag)} gelezen.")  # noqa: T201
    return 0


def _spreek_af(zaad: int, vandaag: date) -> None:
    """What desks arrange with each other: consultations and regional agreements."""
    from richting.demo.acties.afspraken import maak_afspraken
    from richting.demo.acties.overleggen import maak_overleggen

    overleggen = maak_overleggen(zaad, vandaag)
    print(f"Overleggen: {overleggen['overleg']}, gehouden en gepland.")  # noqa: T201
    print(f"Regionale afspraken: {maak_afspraken(vandaag)}.")  # noqa: T201


def _opsomming(telling: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{aantal} {UITKOMSTEN.get(naam, naam)}" for naam, aantal in telling)


def doe_schrijf(keuze: argparse.Namespace) -> int:
    """Write the messages as JSON Lines."""
    from richting.demo.natie import berichten

    if keuze.vandaag is None:
        raise SystemExit("Geef een vaste dag met --vandaag JJJJ-MM-DD.")
    aantal, zaad = omvang(keuze.omvang or "klein"), keuze.zaad or 1
    with keuze.bestand.open("w", encoding="utf-8") as bestand:
        for een in berichten(aantal, zaad, keuze.vandaag):
            bestand.write(json.dumps(een, ensure_ascii=False) + "\n")
    return 0


def doe_accounts(keuze: argparse.Namespace) -> int:
    """Print who can sign in, at which desk, and how."""
    from rich.console import Console
    from rich.table import Table

    from richting.demo.accounts import ACCOUNTS, WACHTWOORD
    from richting.partijen.models import Loket

    loketten = {
        (loket.organisatie.code, loket.soort): loket
        for loket in Loket.objects.filter(
            organisatie__code__in=[account.organisatie for account in ACCOUNTS]
        ).select_related("organisatie")
    }
    tabel = Table("Gebruikersnaam", "Wie", "Loket", title="Accounts van de demo")
    for account in ACCOUNTS:
        loket = loketten.get((account.organisatie, account.loketsoort.value))
        if loket is not None:
            wie = f"{account.naam}, {account.functie}"
            tabel.add_row(account.gebruikersnaam, wie, loket.naam)
    scherm = Console(highlight=False)
    scherm.print(tabel)
    scherm.print(f"Wachtwoord voor iedereen: [bold]{WACHTWOORD}[/bold]")
    return 0
