"""May this version of the plan be fixed, and what is still missing in it?"""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron


@dataclass(frozen=True)
class Vaststelfeiten:
    """What the rule looks at, all about the working version of one plan.

    `slachtoffer_beantwoord`: somebody answered whether a wish or condition of a victim touches the
    plan. `zonder_medewerking`: the route without the cooperation of the person is taken.
    """

    slachtoffer_beantwoord: bool = False
    behoefte: bool = False
    veiligheid: bool = False
    startgesprek: bool = False
    motivatie: bool = False
    instemming_gevraagd: bool = False
    zonder_medewerking: bool = False
    acties: int = 0
    vijf_volledig: bool = False
    iets_nieuws: bool = True


@dataclass(frozen=True)
class Punt:
    """One thing about the plan: `houdt_tegen` stops fixing, else it is only said."""

    code: str
    zin: str
    bron: Bron
    houdt_tegen: bool = False


SLACHTOFFER = Punt(
    "slachtoffer",
    _("Beantwoord eerst of er een wens of voorwaarde van een slachtoffer bij het plan hoort."),
    Bron("clausule", "1.3"),
    houdt_tegen=True,
)
NIETS_NIEUWS = Punt(
    "niets_nieuws",
    _("Er is niets veranderd sinds de laatste vastgestelde versie."),
    Bron("clausule", "7.1"),
    houdt_tegen=True,
)
BEHOEFTE = Punt(
    "behoefte", _("Wat deze persoon nodig heeft, staat er nog niet in."), Bron("clausule", "4.2")
)
VEILIGHEID = Punt(
    "veiligheid",
    _("Wat nodig is voor de veiligheid, staat er nog niet in."),
    Bron("clausule", "4.2"),
)
AANBOD = Punt("aanbod", _("Er staan nog geen acties in het plan."), Bron("clausule", "4.3"))
MOTIVATIE = Punt(
    "motivatie", _("Over de motivatie staat nog niets in het plan."), Bron("clausule", "4.4")
)
START = Punt(
    "startgesprek", _("Er is nog geen gezamenlijke start geweest."), Bron("clausule", "5.2")
)
INSTEMMING = Punt(
    "instemming",
    _("Er staat niet of deze persoon het met het plan eens is."),
    Bron("clausule", "1.9"),
)
VIJF = Punt(
    "vijf",
    _("De vijf antwoorden over wie wat doet, zijn nog niet volledig."),
    Bron("clausule", "5.5"),
)


def punten(feiten: Vaststelfeiten) -> tuple[Punt, ...]:
    """Everything that is missing, what stops fixing first. Clausule 1.3, 1.9, 4.2–4.4, 5.2, 5.5.

    A plan may be fixed incomplete: it is marked so. Only the victim check must be answered, and
    there must be something new. The route without cooperation asks no agreement. Clausule 1.4.
    """
    geldt = (
        (SLACHTOFFER, not feiten.slachtoffer_beantwoord),
        (NIETS_NIEUWS, not feiten.iets_nieuws),
        (BEHOEFTE, not feiten.behoefte),
        (VEILIGHEID, not feiten.veiligheid),
        (AANBOD, feiten.acties == 0),
        (MOTIVATIE, not feiten.motivatie),
        (START, not feiten.startgesprek),
        (INSTEMMING, not feiten.instemming_gevraagd and not feiten.zonder_medewerking),
        (VIJF, not feiten.vijf_volledig),
    )
    return tuple(punt for punt, waar in geldt if waar)


def mag_vaststellen(feiten: Vaststelfeiten) -> bool:
    """Nothing stops fixing this version. Clausule 1.3, 7.1."""
    return not any(punt.houdt_tegen for punt in punten(feiten))
