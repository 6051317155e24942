"""Commands of the room `demo`: load the invented nation, write it to a file, start the demo."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `demo laad`, `demo schrijf` and `demo start` to the command line."""
    demo = onderdelen.add_parser("demo", help="De verzonnen natie: starten, laden, wegschrijven.")
    wat = demo.add_subparsers(title="wat", metavar="WAT", required=True)
    start = wat.add_parser("start", help="Zet alles op en bedien de demo; Ctrl-C stopt alles.")
    start.add_argument("--opnieuw", action="store_true", help="gooi de oude demo weg")
    start.set_defaults(functie=doe_start, zonder_database=True)
    laad = wat.add_parser("laad", help="Laad de natie als berichten, en maak de accounts.")
    laad.set_defaults(functie=doe_laad, als_eigenaar=True)
    schrijf = wat.add_parser("schrijf", help="Schrijf de berichten van de natie naar een bestand.")
    schrijf.add_argument("bestand", type=Path, help="het bestand (.jsonl)")
    schrijf.set_defaults(functie=doe_schrijf, zonder_database=True)
    for deel in (start, laad, schrijf):
        deel.add_argument("--omvang", default="klein", help="klein, jaar, groot of een getal")
        deel.add_argument("--zaad", type=int, default=1, help="zelfde zaad, zelfde natie")
        deel.add_argument("--vandaag", type=date.fromisoformat, help="vaste datum (JJJJ-MM-DD)")


def omvang(tekst: str) -> int:
    """The number of stays that a word or a number stands for; raises SystemExit for others."""
    from richting.demo.natie import OMVANGEN

    if tekst in OMVANGEN:
        return OMVANGEN[tekst]
    if tekst.isdigit() and int(tekst) > 0:
        return int(tekst)
    raise SystemExit(f"--omvang: kies klein, jaar, groot of een getal; niet {tekst!r}.")


def doe_laad(keuze: argparse.Namespace) -> int:
    """Load the nation once; a second time only the accounts are checked."""
    from django.conf import settings

    from richting.demo.laden import laad
    from richting.demo.ploeg import maak_ploeg
    from richting.dossiers.models import Dossier
    from richting.kern import klok

    if settings.OMGEVING.soort == "productie":
        raise SystemExit("In productie is er geen demo.")
    nu = klok.nu()
    maak_ploeg(nu)
    if Dossier.objects.exists():
        return 0
    telling = laad(omvang(keuze.omvang), keuze.zaad, keuze.vandaag or nu.date())
    print(", ".join(f"{aantal} {naam}" for naam, aantal in telling.most_common()))  # noqa: T201
    return 0


def doe_schrijf(keuze: argparse.Namespace) -> int:
    """Write the messages as JSON Lines."""
    from richting.demo.natie import berichten

    if keuze.vandaag is None:
        raise SystemExit("Geef een vaste datum met --vandaag JJJJ-MM-DD.")
    with keuze.bestand.open("w", encoding="utf-8") as bestand:
        for een in berichten(omvang(keuze.omvang), keuze.zaad, keuze.vandaag):
            bestand.write(json.dumps(een, ensure_ascii=False) + "\n")
    return 0


def doe_start(keuze: argparse.Namespace) -> int:
    """Supervise the demo; the parts run in processes of their own."""
    from richting.demo.starten import start

    return start(keuze)
