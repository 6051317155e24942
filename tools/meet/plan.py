"""(d) The pages of a dossier with a full plan, against a view that returns one row.

A stay gets a plan with a little of everything, by the acts of the pages, and then KEER times as
much. Of both the SQL statements of the pages are counted; those of the full plan are asked in turns
with the yardstick of (a): as they were shown before, and again with a change before every turn.
Run as a program it makes the plan on the database of the environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg

from tools.meet.maat import Meting, om_beurten
from tools.meet.ploeg import Lezer
from tools.meet.tellen import tel_vragen
from tools.meet.verbinding import Verbinding

HOOGSTENS = 6.0
KLEIN, KEER = 1, 2
"""How much of everything is in the small plan, and how many times as much in the full one.

A full plan is that of a busy stay: two actions in each of the seven life areas, where `feiten` § 3
reckons with ten a case.
"""
IJK = "/rij/{}"
WIJZIG = "UPDATE plannen_actie SET versie = versie + 1 WHERE dossier_id = %s"
PAGINAS = {"dossierpagina": "/dossiers/{}/", "plan": "/dossiers/{}/plan/"}


@dataclass(frozen=True)
class Vol:
    """The reader's cookie, the stay with the full plan, and per page the SQL statements it takes
    with the full and with the small plan."""

    koek: str
    dossier: str
    vragen: dict[str, tuple[int, int]]

    @classmethod
    def uit(cls, tekst: str) -> Vol:
        """The same, read back from JSON."""
        delen = json.loads(tekst)
        vragen = {pagina: (vol, klein) for pagina, (vol, klein) in delen["vragen"].items()}
        return cls(delen["koek"], delen["dossier"], vragen)


def meet(poort: int, ijk: int, plan: Vol, pagina: str, keer: int, baas: str = "") -> Meting:
    """Ask a page of the full plan and the yardstick in turn.

    `baas` is the database as superuser: with it a row of the plan changes before every turn, so
    that the page is never one that was made before.
    """
    pad, koppen = PAGINAS[pagina].format(plan.dossier), {"Cookie": plan.koek}
    koppen["Accept"] = "text/html"
    with Verbinding(poort, koppen) as een, Verbinding(ijk, koppen) as ander, _hand(baas) as hand:
        tijden = om_beurten(
            lambda _beurt: een.haal(pad),
            lambda _beurt: ander.haal(IJK.format(plan.dossier)),
            keer,
            warm=max(1, keer // 10),
            vooraf=lambda: hand and hand.execute(WIJZIG, [plan.dossier]),
        )
    wat = f"(d) {pagina}, vol plan" + (", net gewijzigd" if baas else "")
    gemeten = Meting(wat, "view met één ORM-rij", HOOGSTENS, *tijden)
    return gemeten if baas else replace(gemeten, vragen=plan.vragen[pagina])


@contextmanager
def _hand(baas: str) -> Iterator[psycopg.Connection[Any] | None]:
    """A connection that changes a plan between two turns; None without a database to do it in."""
    if not baas:
        yield None
        return
    with psycopg.connect(baas, autocommit=True) as verbinding:
        yield verbinding


def maak(lezer: Lezer, dossier: str) -> Vol:
    """Write the plan as the desk of this reader, and count before and after it is full."""
    aantallen = []
    for ronde, keer in enumerate((KLEIN, KLEIN * (KEER - 1))):
        _vul(lezer, UUID(dossier), keer, ronde)
        aantallen.append(
            {p: tel_vragen(lezer.koek, pad.format(dossier)) for p, pad in PAGINAS.items()}
        )
    klein, vol = aantallen
    return Vol(lezer.koek, dossier, {pagina: (vol[pagina], klein[pagina]) for pagina in PAGINAS})


def _vul(lezer: Lezer, dossier: UUID, keer: int, vorige: int) -> None:
    from richting.plannen.acties import inhoud, slachtoffer
    from richting.plannen.acties.versies import stel_vast
    from richting.plannen.woorden import (
        Gespreksvorm,
        Instemmingsantwoord,
        Motivatiestand,
        Planvraagsoort,
    )

    wie = _wie(lezer.loket)
    dag = wie.vandaag - timedelta(days=1)
    for soort in Planvraagsoort:
        inhoud.bewaar_planvraag(wie, dossier, soort, "Een eigen kamer en werk.", 0)
    for _nummer in range(keer):
        inhoud.noteer_start(wie, dossier, dag, Gespreksvorm.SAMEN, ["Casemanager"], [])
        inhoud.noteer_motivatie(wie, dossier, dag, Motivatiestand.WIL, "", "Gesprek")
        inhoud.noteer_poging(wie, dossier, dag, "Gebeld", "Wil praten")
        inhoud.voeg_doel_toe(wie, dossier, "Weer kok zijn")
        inhoud.noteer_instemming(wie, dossier, dag, Instemmingsantwoord.EENS, "")
        _per_gebied(wie, dossier)
    slachtoffer.zeg_geen_belang(wie, dossier)
    stel_vast(wie, dossier, vorige, "Zo staat het nu")


def _per_gebied(wie: Any, dossier: UUID) -> None:
    from richting.akkoord.plan.woorden import Leefgebied
    from richting.plannen.acties import actielijst, inhoud
    from richting.plannen.woorden import Factoraard

    opdrachten = [
        actielijst.Opdracht(actielijst.Inhoud(gebied, "Regel wat nodig is", uiterlijk=wie.vandaag))
        for gebied in Leefgebied
    ]
    actielijst.maak_acties(wie, dossier, opdrachten)
    for gebied in Leefgebied:
        inhoud.voeg_factor_toe(wie, dossier, Factoraard.RISICO, gebied, "Vrienden van vroeger")
        inhoud.leg_ondersteuning_vast(wie, dossier, gebied, "Begeleiding", "Gemeente", None)


def _wie(nummer: int) -> Any:
    from richting.kern import klok
    from richting.kern.context import Wie
    from richting.partijen.models import Loket

    loket, nu = Loket.objects.get(pk=nummer), klok.nu()
    return Wie(loket.pk, loket.soort, nu.date(), nu, "meting", naam=str(loket))


def hoofd() -> int:
    """Make the plan and print it."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    from tools.meet.ploeg import lezer_met_plan

    print(json.dumps(asdict(maak(*lezer_met_plan()))))
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())
