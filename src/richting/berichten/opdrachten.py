"""Commands of the room `berichten`: take in a file with messages."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

    from richting.berichten.acties.aanlevering import Inleesuitslag, Regeluitslag

FOUTEN_OP_SCHERM = 50


def registreer(onderdelen: Any) -> None:
    """Add `lees-in` to the command line."""
    lees_in = onderdelen.add_parser(
        "lees-in",
        help="Lees een bestand met verblijfsberichten in (JSON Lines of CSV).",
        description="Lees een bestand met verblijfsberichten in. Nog eens inlezen kan geen kwaad. "
        "Uitgang 0: alles verwerkt; 1: er zijn berichten geweigerd of apart gezet; 2: het bestand "
        "is onbruikbaar.",
    )
    lees_in.add_argument("bestand", type=Path, help="het bestand, .jsonl of .csv")
    lees_in.add_argument("--bron", default="DJI", help="code van de afzender (standaard: DJI)")
    lees_in.add_argument("--formaat", choices=("jsonl", "csv"), help="als de naam het niet zegt")
    lees_in.add_argument(
        "--uitslag", type=Path, help="schrijf hier per regel wat ervan werd (JSON Lines)"
    )
    lees_in.set_defaults(functie=doe_lees_in)


def doe_lees_in(keuze: argparse.Namespace) -> int:
    """Read the file with a progress bar; print the tally and the lines with errors."""
    from richting.berichten.acties import lees_in
    from richting.berichten.bestanden import Formaat, Onbruikbaar, Stroom, herken_formaat
    from richting.kern import klok
    from richting.kern.context import systeem_zelf

    try:
        _check_bron(keuze.bron)
        formaat = Formaat(keuze.formaat) if keuze.formaat else herken_formaat(keuze.bestand.name)
        with ExitStack() as stapel:
            bestand = stapel.enter_context(keuze.bestand.open("rb"))
            uitvoer = (
                stapel.enter_context(keuze.uitslag.open("w", encoding="utf-8"))
                if keuze.uitslag
                else None
            )
            balk = stapel.enter_context(_voortgang())
            taak = balk.add_task("", total=keuze.bestand.stat().st_size, berichten=0, tempo=0.0)

            def volg(tot_nu: Inleesuitslag, regels: list[Regeluitslag]) -> None:
                verlopen = balk.tasks[0].elapsed or 0.001
                tempo = tot_nu.totaal / verlopen
                balk.update(taak, completed=tot_nu.gelezen, berichten=tot_nu.totaal, tempo=tempo)
                _schrijf(uitvoer, regels)

            wie = systeem_zelf("opdracht lees-in", klok.nu())
            naam = keuze.bestand.name
            uitslag = lees_in(wie, keuze.bron, Stroom(bestand), formaat, naam, volg)
    except Onbruikbaar as fout:
        return _meld_onbruikbaar(str(fout))
    except FileNotFoundError as fout:
        return _meld_onbruikbaar(f"{fout.filename}: dit bestaat niet.")
    except OSError as fout:
        return _meld_onbruikbaar(f"{fout.filename}: dit is niet te lezen of te schrijven.")
    _toon(uitslag)
    return 0 if uitslag.schoon else 1


def _check_bron(bron: str) -> None:
    """A sender nobody knows is a typing error: its messages would stand apart for ever."""
    from richting.berichten.bestanden import Onbruikbaar
    from richting.berichten.overzichten import bronnen

    bekend = [code for code, _naam in bronnen()]
    if bron not in bekend:
        raise Onbruikbaar(f"Afzender {bron} is onbekend. Kies met --bron uit: {', '.join(bekend)}.")


def _voortgang() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("Inlezen"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[berichten]} berichten, {task.fields[tempo]:.0f} per seconde, nog"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _schrijf(uitvoer: TextIO | None, regels: list[Regeluitslag]) -> None:
    """Write what is committed at once, so that a crash leaves a true record."""
    if uitvoer is None:
        return
    for regel in regels:
        antwoord = regel.antwoord
        rij = {
            "regel": regel.nummer,
            "berichtId": antwoord.bericht_id,
            "status": antwoord.status.value,
            "fouten": [fout.als_dict() for fout in antwoord.fouten],
        }
        uitvoer.write(json.dumps(rij, ensure_ascii=False) + "\n")
    uitvoer.flush()


def _meld_onbruikbaar(zin: str) -> int:
    print(zin, file=sys.stderr)  # noqa: T201
    return 2


def _toon(uitslag: Inleesuitslag) -> None:
    from rich.console import Console
    from rich.table import Table

    scherm = Console(highlight=False, soft_wrap=True, markup=False)
    tabel = Table("Uitkomst", "Aantal", title=f"{uitslag.totaal} berichten")
    tabel.columns[1].justify = "right"
    for status, aantal in sorted(uitslag.telling.items()):
        tabel.add_row(str(status), str(aantal))
    scherm.print(tabel)
    for regel in uitslag.fouten[:FOUTEN_OP_SCHERM]:
        scherm.print(_foutzin(regel))
    meer = uitslag.telling["geweigerd"] + uitslag.telling["quarantaine"] - FOUTEN_OP_SCHERM
    if meer > 0:
        scherm.print(f"… en nog {meer}. Met --uitslag krijgt u ze allemaal.")


def _foutzin(regel: dict[str, Any]) -> str:
    zinnen = "; ".join(
        f"{fout['veld']}: {fout['zin']}" if fout["veld"] else fout["zin"]
        for fout in regel["fouten"]
    )
    wie = f" ({regel['berichtId']})" if regel["berichtId"] else ""
    return f"Regel {regel['regel']}{wie}, {regel['status']}: {zinnen}"
