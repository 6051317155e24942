"""Commands of the room `plannen`: check a question set, clear dead drafts."""

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
