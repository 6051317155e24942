"""What the program takes for decisions that touch others: how long parties have. Clausule 5.3."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.aanname import aanname


@dataclass(frozen=True)
class Besluitaannames:
    """The terms around an intended decision, in working days."""

    besluit_reactie_werkdagen: int = aanname(
        5,
        "V",
        "geen bron gevonden; een werkweek gekozen",
        "Hoeveel werkdagen een partij heeft om op een voorgenomen besluit te reageren. Gaat het "
        "besluit eerder in, dan is de termijn korter.",
    )
    besluit_overleg_werkdagen: int = aanname(
        5,
        "V",
        "geen bron gevonden; een werkweek gekozen",
        "Binnen hoeveel werkdagen na een bezwaar de partijen over het besluit overleggen.",
    )
    veiligheidshuis_na_einde_dagen: int = aanname(
        28,
        "V",
        "geen bron gevonden; even lang als partijen hebben om af te ronden",
        "Hoeveel dagen een Zorg- en Veiligheidshuis nog meekijkt nadat de inbreng is beëindigd.",
    )
