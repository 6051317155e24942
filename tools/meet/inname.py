"""(c) The intake of a file of messages, per message, against one committed insert of one row.

The file goes the way of `richting lees-in`, as the web role: check, store once, fold, journal,
grounds, duty to tell, work lists, an answer per message. The yardstick stores the same message in a
bare table and commits, in turns with the groups of the file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psycopg

from tools.meet.maat import Meting, klok

HOOGSTENS = 25.0
PER_GROEP = 20
"""Inserts of the yardstick after each group of messages."""
TABEL = "meet_ijkrij"


@dataclass(frozen=True)
class Inname:
    """The time per message of each group of the file, the yardstick, and what became of all."""

    per_bericht: list[float]
    ijk: list[float]
    seconden: float
    uitkomsten: dict[str, int]

    def meting(self) -> Meting:
        """The result for the table."""
        wat, tegenover = "(c) één bericht uit een bestand", "één vastgelegde insert"
        return Meting(wat, tegenover, HOOGSTENS, self.per_bericht, self.ijk)

    def zin(self) -> str:
        """How many messages, how long they took together, and what became of them."""
        aantal = sum(self.uitkomsten.values())
        gemiddeld = self.seconden / aantal * 1000
        delen = ", ".join(f"{hoeveel} {naam}" for naam, hoeveel in self.uitkomsten.items())
        return (
            f"(c) {aantal} berichten in {self.seconden:.0f} s, "
            f"gemiddeld {gemiddeld:.2f} ms ({delen})"
        )


class Ijk:
    """The yardstick: one committed insert of one message, with psycopg, on its own connection."""

    def __init__(self, url: str) -> None:
        self._lijn = psycopg.connect(url, autocommit=True)
        self._lijn.execute(
            f"CREATE TABLE IF NOT EXISTS {TABEL} (id bigint GENERATED ALWAYS AS IDENTITY"
            " PRIMARY KEY, bericht_id text NOT NULL, inhoud jsonb NOT NULL)"
        )

    def voeg_toe(self, tekst: str) -> None:
        """Insert and commit."""
        vraag = f"INSERT INTO {TABEL} (bericht_id, inhoud) VALUES (%s, %s)"  # noqa: S608
        self._lijn.execute(vraag, ["M", tekst])

    def sluit(self) -> None:
        """Throw the table away and close."""
        self._lijn.execute(f"DROP TABLE {TABEL}")
        self._lijn.close()


def meet(bestand: Path, eigenaar: str) -> Inname:
    """Take in this file and time each group of messages. Django runs as the web role."""
    from richting.berichten.acties import lees_in
    from richting.berichten.acties.aanlevering import Inleesuitslag, Regeluitslag
    from richting.berichten.bestanden import Formaat, Stroom
    from richting.kern import klok as tijd
    from richting.kern.context import systeem_zelf

    ijk, regels = Ijk(eigenaar), _regels(bestand)
    per_bericht: list[float] = []
    ijktijden: list[float] = []
    vorige = begin = perf_counter()
    pauze = 0.0

    def volg(_tot_nu: Inleesuitslag, groep: list[Regeluitslag]) -> None:
        nonlocal vorige, pauze
        klaar = perf_counter()
        per_bericht.append((klaar - vorige) / len(groep))
        ijktijden.extend(klok(lambda: ijk.voeg_toe(next(regels))) for _ in range(PER_GROEP))
        _voortgang(len(per_bericht), bestand)
        vorige = perf_counter()
        pauze += vorige - klaar

    with bestand.open("rb") as open_:
        wie = systeem_zelf("meting", tijd.nu())
        uitslag = lees_in(wie, "DJI", Stroom(open_), Formaat.JSONL, bestand.name, volg)
    seconden = perf_counter() - begin - pauze
    ijk.sluit()
    return Inname(per_bericht, ijktijden, seconden, _woorden(uitslag.telling))


def _woorden(telling: Counter[str]) -> dict[str, int]:
    return {str(naam): aantal for naam, aantal in telling.most_common()}


def _regels(bestand: Path) -> Iterator[str]:
    """The lines of the file, again and again."""
    while True:
        with bestand.open(encoding="utf-8") as open_:
            yield from open_


def _voortgang(groepen: int, bestand: Path) -> None:
    if groepen % 20 == 0:
        print(f"  {groepen * 50} berichten ingelezen", file=sys.stderr, flush=True)


def schrijf(bestand: Path, berichten_: int | None, vandaag: date) -> None:
    """Write the messages of a national year as JSON Lines: all, or the first so many."""
    from richting.demo.natie import OMVANGEN, berichten

    with bestand.open("w", encoding="utf-8") as open_:
        for een in islice(berichten(OMVANGEN["jaar"], 1, vandaag), berichten_):
            open_.write(json.dumps(een, ensure_ascii=False) + "\n")


def hoofd(berichten: int | None) -> int:
    """Measure on the database of the environment; the figures go to stdout as JSON."""
    from richting.config.opdracht import maak_klaar

    omgeving = maak_klaar()
    with TemporaryDirectory(prefix="richting-meet-") as map_:
        bestand = Path(map_) / "natie.jsonl"
        schrijf(bestand, berichten, omgeving.vandaag or date(2026, 11, 23))
        uitslag = meet(bestand, omgeving.database_url_eigenaar)
    print(json.dumps(asdict(uitslag)))
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(int(sys.argv[1]) or None))
