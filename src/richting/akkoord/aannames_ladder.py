"""What the program takes for the ladder: when it reminds, and when it climbs. Clausule 7.5."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.aanname import aanname
from richting.akkoord.aannames_bezorging import Bezorgaannames


@dataclass(frozen=True)
class Ladderaannames(Bezorgaannames):
    """The steps of the ladder in working days around the last day of a post; deliveries too."""

    ladder_vooraf_werkdagen: int = aanname(
        2,
        "V",
        "geen bron gevonden; tijd om het nog te doen, en niet zo vroeg dat men het weer vergeet",
        "Hoeveel werkdagen voor de uiterste dag de behandelaar een herinnering krijgt.",
    )
    ladder_postbus_werkdagen: int = aanname(
        2,
        "V",
        "geen bron gevonden; wie een dag ziek is, wordt zo niet meteen gepasseerd",
        "Hoeveel werkdagen na de uiterste dag het hele loket het in de postbus krijgt.",
    )
    ladder_leiding_werkdagen: int = aanname(
        5,
        "V",
        "geen bron gevonden; een werkweek gekozen",
        "Hoeveel werkdagen na de uiterste dag de beheerder van het loket het hoort.",
    )
    ladder_belemmering_werkdagen: int = aanname(
        10,
        "V",
        "akkoord, deel 7: los het eerst samen op; een termijn is niet gevonden, twee werkweken "
        "gekozen",
        "Hoeveel werkdagen na de uiterste dag het op de lijst van belemmeringen komt.",
    )
    spoed_postsoorten: tuple[str, ...] = aanname(
        ("overdracht", "spoedbesluit", "spoedmelding"),
        "V",
        "geen bron gevonden; zonder overdracht is er op de dag van vertrek niemand, en wat "
        "met spoed besloten of gemeld is, wacht niet",
        "Welke soorten werk niet kunnen wachten: die mailt Richting meteen, ook aan wie geen mail "
        "of een dagoverzicht wil.",
    )
