"""Provisions of the municipalities in the demo, by the acts of their desks, and places in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from richting.akkoord.plan.voorzieningen import Plaatsdaad, Plaatsreden, Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Loketsoort
from richting.demo.acties.planspel import AMSTERDAM, Spel
from richting.kern.context import Wie, systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.models import Loket, Organisatie
from richting.plannen.acties import actielijst, plaatsen
from richting.plannen.acties.plaatsen import Stap
from richting.plannen.acties.voorzieningen import Inhoud, voeg_toe
from richting.plannen.models import Plaatsing, Voorziening

HUIS = (Loketsoort.CASEMANAGEMENT.value, Loketsoort.FORENSISCH.value)
GEMEENTE = (Loketsoort.NAZORG.value,)
SINDS = timedelta(days=90)
Soort = tuple[str, Voorzieningsoort, Leefgebied, int, str, str, int | None]
"""Name, kind, area, places, for whom, not for whom, weeks of waiting."""
V, G, D = Voorzieningsoort, Leefgebied, Plaatsdaad
AANBOD: tuple[Soort, ...] = (
    ("Opvang", V.OPVANG, G.ONDERDAK, 12, "Volwassenen zonder huis.", "Wie nu gebruikt.", 3),
    ("Kamers met begeleiding", V.WONING, G.ONDERDAK, 6, "Wie zelf kan koken en wassen.", "", 8),
    ("Werkplaats", V.DAGBESTEDING, G.INKOMEN, 10, "Wie overdag iets wil doen.", "", None),
    ("Schuldhulp", V.SCHULDHULP, G.SCHULDEN, 20, "Iedereen met schulden.", "", 4),
)
"""What each municipality has."""


@dataclass(frozen=True)
class Zet:
    """What somebody does with the place; `kort`: the reservation holds for this day only."""

    daad: Plaatsdaad
    reden: str = ""
    toelichting: str = ""
    kort: bool = False


def maak_voorzieningen(loketten: Iterable[Loket], kans: Random, vandaag: date) -> int:
    """Give each of these municipal desks its provisions; how many were made.

    A desk that keeps some already is left alone. The first provision is shared in the region.
    """
    nazorg = {loket.pk: loket for loket in loketten if loket.soort == Loketsoort.NAZORG}
    nu = datetime.combine(vandaag - SINDS, time(10), AMSTERDAM)
    with lezing(systeem_zelf("demo", nu), "voorzieningen") as lees:
        al = set(Voorziening.objects.values_list("houder", flat=True))
        lees.niets_gezien()
    buren = _buren()
    gemaakt = 0
    for nummer, loket in sorted(nazorg.items()):
        if nummer not in al:
            wie = Wie(nummer, loket.soort, nu.date(), nu, "demo", naam=loket.naam)
            for plek, een in enumerate(AANBOD):
                deel = buren.get(loket.organisatie.regio, []) if plek == 0 else []
                codes = [code for code in deel if code != loket.organisatie.code]
                voeg_toe(wie, _inhoud(een, loket, kans, kans.sample(codes, min(2, len(codes)))))
                gemaakt += 1
    return gemaakt


def _buren() -> dict[str, list[str]]:
    """The municipalities of each region."""
    uit: dict[str, list[str]] = {}
    rijen = Organisatie.objects.filter(soort="gemeente", geldig_tot=None).exclude(regio="")
    for regio, code in rijen.order_by("code").values_list("regio", "code"):
        uit.setdefault(regio, []).append(code)
    return uit


def _inhoud(
    een: Soort,
    loket: Loket,
    kans: Random,
    delen: list[str],
) -> Inhoud:
    naam, soort, gebied, plaatsen_, voor, niet, wacht = een
    return Inhoud(
        naam=f"{naam} {loket.organisatie.naam}",
        soort=soort,
        leefgebied=gebied,
        plaatsen=max(1, plaatsen_ - kans.randrange(4)),
        geldig_vanaf=date(2025, 1, 1),
        gedeeld_met=tuple(delen),
        voor_wie=voor,
        niet_voor=niet,
        wachttijd=wacht,
    )


def plek(*zetten: Zet) -> Callable[[Spel], None]:
    """A step of a story: a place asked for an action, and what its keeper and asker then did."""

    def speel(spel: Spel) -> None:
        bij = _opvang(spel)
        if bij is None:
            return
        gaat = actielijst.Inhoud(G.ONDERDAK, "Een bed voor de eerste tijd")
        actie = spel.doe(actielijst.neem_op_je, spel.wie(*HUIS), gaat)
        if actie is None:
            return
        wie, vanaf = spel.wie(*HUIS), spel.vandaag + timedelta(days=spel.kans.randrange(5, 60))
        plaats = spel.doe(plaatsen.vraag_plaats, wie, actie.pk, bij, vanaf, None, "Slaapt licht")
        for zet in zetten if plaats else ():
            vrager = zet.daad is D.INTREKKEN
            _doe(spel, spel.wie(*(HUIS if vrager else GEMEENTE)), plaats, zet)

    return speel


def _doe(spel: Spel, wie: Wie, plaats: Plaatsing, zet: Zet) -> None:
    tot = wie.vandaag if zet.kort else spel.vandaag + timedelta(days=14)
    vast = tot if zet.daad is D.RESERVEREN else None
    stap = Stap(zet.daad, zet.reden, zet.toelichting, gereserveerd_tot=vast)

    def doe_met_plaats(wie: Wie, dossier: UUID) -> Plaatsing:
        return plaatsen.doe(wie, plaats.pk, plaats.versie, stap, dossier)

    na = spel.doe(doe_met_plaats, wie)
    plaats.versie = na.versie if na else plaats.versie


def _opvang(spel: Spel) -> UUID | None:
    """The shelter of the municipality in this story."""
    loket = spel.loketten.get(Loketsoort.NAZORG.value)
    with verwerking(spel.nu()):
        rijen = Voorziening.objects.filter(houder=loket, soort=V.OPVANG.value)
        return rijen.values_list("pk", flat=True).first()


GEVRAAGD = plek()
GERESERVEERD = plek(Zet(D.RESERVEREN))
VERVALLEN = plek(Zet(D.RESERVEREN, kort=True))
BEVESTIGD = plek(Zet(D.RESERVEREN), Zet(D.BEVESTIGEN, toelichting="Kamer 4"))
GEWEIGERD = plek(Zet(D.WEIGEREN, Plaatsreden.PAST_NIET.value, "Er is geen lift."))
INGETROKKEN = plek(Zet(D.INTREKKEN, Plaatsreden.ANDERS_GEREGELD.value))
VRIJGEGEVEN = plek(Zet(D.BEVESTIGEN), Zet(D.VRIJGEVEN, Plaatsreden.DOORGESTROOMD.value))
