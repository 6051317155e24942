"""Commands of the room `plannen`: check a question set, clear dead drafts, mend the work lists."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from richting.akkoord.plan.vragenlijst import FouteVragenlijst
from richting.akkoord.plan.vragenlijstbestand import lees


def registreer(onderdelen: Any) -> None:
    """Add `vragenlijst` and `plan` to the command line."""
    vragenlijst = onderdelen.add_parser(
        "vragenlijst", help="Controleer het bestand van een vragenlijst."
    )
    vragenlijst.add_argument(
        "--controleer", metavar="BESTAND", type=Path, required=True, help="Het JSON-bestand."
    )
    vragenlijst.set_defaults(functie=doe_vragenlijst, zonder_database=True)
    plan = onderdelen.add_parser("plan", help="Onderhoud van de plannen.")
    deel = plan.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    ruim_op = deel.add_parser(
        "ruim-op", help="Verwijder concepten van de screening die verlopen zijn."
    )
    ruim_op.set_defaults(functie=doe_ruim_op)
    werk = deel.add_parser(
        "werkvoorraad", help="Vergelijk de werkvoorraad met de plannen, of herstel haar."
    )
    wat = werk.add_mutually_exclusive_group(required=True)
    wat.add_argument(
        "--controleer",
        action="store_true",
        help="Noem de dossiers die niet kloppen; eindigt dan met code 1.",
    )
    wat.add_argument("--herstel", action="store_true", help="Breng de werkvoorraad bij.")
    werk.set_defaults(functie=doe_werkvoorraad)


def doe_vragenlijst(keuze: argparse.Namespace) -> int:
    """Print every fault of the file, or what is in it; exit code 1 when there is a fault."""
    bestand: Path = keuze.controleer
    try:
        lijst = lees(bestand.read_text(encoding="utf-8"), bestand.name)
    except FouteVragenlijst as fout:
        print(*fout.fouten, sep="\n")  # noqa: T201
        return 1
    except (OSError, UnicodeDecodeError) as fout:
        print(f"{bestand}: niet te lezen ({fout}).")  # noqa: T201
        return 1
    vanaf = lijst.geldig_vanaf.isoformat()
    print(f"{lijst.code} klopt: {len(lijst.vragen)} vragen, geldig vanaf {vanaf}.")  # noqa: T201
    return 0


def doe_ruim_op(keuze: argparse.Namespace) -> int:
    """Print how many dead drafts were removed."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.plannen.acties.screening import ruim_op

    print(f"Verlopen concepten verwijderd: {ruim_op(systeem_zelf('richting plan', klok.nu()))}.")  # noqa: T201
    return 0


def doe_werkvoorraad(keuze: argparse.Namespace) -> int:
    """Print each dossier that drifted and the tally; exit code 1 when a check found any."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.plannen.acties import werkregels

    wie = systeem_zelf("richting plan", klok.nu())
    doe = werkregels.herbouw if keuze.herstel else werkregels.afwijkende_dossiers
    aantal = 0
    for scheef in doe(wie):
        aantal += len(scheef)
        for dossier in scheef:
            print(dossier)  # noqa: T201
    gedaan = "hersteld" if keuze.herstel else "gevonden"
    print(f"Afwijkende dossiers {gedaan}: {aantal}.")  # noqa: T201
    return 1 if aantal and keuze.controleer else 0
