"""What the program takes for the mark and the table of art. 18b Pbw. Clausule 6.3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.aanname import aanname


@dataclass(frozen=True)
class Risicoaannames:
    """Who marks, with which instruments, how long it holds, and how long one may read on."""

    risico_maanden: int = aanname(
        6,
        "V",
        "de bewaartermijn onder artikel 18b is niet gevonden; even lang als de nazorg",
        "Hoeveel maanden na het vertrek de gronden van artikel 18b eindigen.",
    )
    risico_alle_gemeenten: bool = aanname(
        True,
        "K",
        "artikel 18b noemt de burgemeester; van welke gemeente is niet gevonden",
        "Of de burgemeester van elke gemeente in beeld het risico van artikel 18b kent, "
        "en niet alleen die van inschrijving.",
    )
    pbw_18b_vanaf: date = aanname(
        date(2021, 7, 1),
        "K",
        "in hetzelfde wetsvoorstel als artikel 18a (akkoord, deel 6)",
        "Dag waarop artikel 18b Pbw in werking trad.",
    )
    risico_markeerders: tuple[str, ...] = aanname(
        ("casemanagement", "reclassering"),
        "V",
        "wie volgens artikel 18b het risico vaststelt, is niet gevonden; gekozen zijn de partijen "
        "die iemand kennen en een instrument afnemen",
        "Welke soorten loketten een dossier kunnen markeren voor artikel 18b, en dat verlengen of "
        "beëindigen.",
    )
    risico_instrumenten: tuple[str, ...] = aanname(
        ("RISc", "OXREC", "HKT-R", "HCR-20", "STATIC-99R", "B-SAFER", "anders"),
        "K",
        "gangbare instrumenten in Nederland; welk instrument artikel 18b vraagt, is niet gevonden",
        "Met welke instrumenten het risico kan zijn beoordeeld.",
    )
    risico_geldig_maanden: int = aanname(
        6,
        "V",
        "geen bron gevonden; een beoordeling veroudert",
        "Hoeveel maanden een markering voor artikel 18b hoogstens geldt zonder nieuwe beoordeling.",
    )
    risico_inzien_dagen: int = aanname(
        28,
        "V",
        "de bewaartermijn onder artikel 18b is niet gevonden; even lang als partijen hebben om af "
        "te ronden",
        "Hoeveel dagen de partijen nog kunnen lezen nadat een tafel is gesloten; nul is tot "
        "dezelfde dag.",
    )
    risico_inbreng_werkdagen: int = aanname(
        5,
        "V",
        "geen bron gevonden; een werkweek gekozen",
        "Binnen hoeveel werkdagen een partij aan tafel deelt wat zij weet, of zegt dat zij niets "
        "heeft.",
    )
