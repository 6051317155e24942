"""What the program takes for proof: when a date of begin or end comes too late. Clausule 6.1."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.aanname import aanname


@dataclass(frozen=True)
class Bewijsaannames:
    """The terms of telling a municipality when a stay begins and ends."""

    begin_bericht_werkdagen: int = aanname(
        1,
        "V",
        "dji.nl: de gemeente hoort het begin vanzelf, 'zo spoedig mogelijk'; een getal is niet "
        "gevonden, een werkdag gekozen",
        "Hoeveel werkdagen na het begin van een verblijf het bericht van de bron er uiterlijk is.",
    )
    einde_bericht_werkdagen: int = aanname(
        0,
        "K",
        "een rechter kan iemand dezelfde dag vrijlaten: dan moet de gemeente het die dag weten",
        "Hoeveel werkdagen na het einde van een verblijf het bericht van de bron er uiterlijk is; "
        "nul is dezelfde dag.",
    )
