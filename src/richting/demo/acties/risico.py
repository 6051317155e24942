"""The tables of art. 18b in the nation: what parties share and agree, marks by hand, an end.

Made by the acts of the screens, at the desks that sit there. What an act refuses stays undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.risico import (
    Beoordeling,
    Bijdragesoort,
    Risicoafspraakstaat,
    Risiconiveau,
)
from richting.akkoord.woorden import Loketsoort
from richting.delen.models import Grond
from richting.demo.acties.planspel import AMSTERDAM
from richting.dossiers.models import Dossier
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.meldingen.acties import risico
from richting.meldingen.models import Risicobijdrage, Risicotafel
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket

T = TypeVar("T")
L, S = Loketsoort, Bijdragesoort
TAFELS, MET_DE_HAND, GEKEKEN = 40, 3, 15
"""So many tables are filled, the show case first; so many dossiers are marked by a prison, of so
many that it looks at."""
GEDEELD: dict[str, tuple[Bijdragesoort, str]] = {
    L.OM: (S.FEIT, "Twee eerdere veroordelingen voor mishandeling, een gebiedsverbod loopt nog."),
    L.POLITIE: (S.ZORGPUNT, "De wijkagent hoort van de ex-partner dat zij bang is."),
    L.RECLASSERING: (S.BESCHERMEND, "Hij houdt zich aan afspraken en heeft een vaste begeleider."),
    L.CASEMANAGEMENT: (S.FEIT, "Rustig op de afdeling; één incident in het voorjaar."),
    L.OPENBARE_ORDE: (S.MAATREGEL, "De burgemeester weegt een huisverbod af."),
}
AFGESPROKEN: tuple[tuple[str, str, int], ...] = (
    (L.POLITIE, "Spreek voor de dag van vrijlating met de ex-partner.", 10),
    (L.OM, "Zoek uit of het gebiedsverbod verlengd kan worden.", 5),
    (L.RECLASSERING, "Plan de eerste meldplicht op de dag van vrijlating.", 14),
)
"""Which kind of desk does what, in how many days."""


def speel_risico(vandaag: date) -> Counter[str]:
    """Play it once; returns how often what was done. A second time changes nothing."""
    telling: Counter[str] = Counter()
    nu = datetime.combine(vandaag, time(8), AMSTERDAM)
    with verwerking(systeem_zelf("demo", nu)):
        if Risicobijdrage.objects.exists():
            return telling
    _markeer(nu, telling)
    for nummer, tafel in enumerate(_tafels(nu)):
        _vul(nummer, tafel, _aan_tafel(tafel, nu), telling)
    return telling


def _markeer(nu: datetime, telling: Counter[str]) -> None:
    """The prison of the accounts marks some who come home; the last one is ended again."""
    with verwerking(systeem_zelf("demo", nu)):
        leden = Lidmaatschap.objects.filter(loket__soort=L.CASEMANAGEMENT.value)
        lid = leden.select_related("loket", "medewerker").order_by("pk").first()
        if lid is None:
            return
        zonder = Grond.objects.filter(categorieen__contains=["risico"]).values("dossier")
        nummers = list(
            Dossier.objects.filter(
                gronden__loket=lid.loket,
                gronden__vervallen_op=None,
                terroristisch=False,
                einde=None,
                einde_vroegst__gt=nu.date(),
            )
            .exclude(pk__in=zonder)
            .order_by("einde_vroegst", "pk")
            .values_list("pk", flat=True)
            .distinct()[:GEKEKEN]
        )
    wie = _wie(lid.loket, nu, lid)
    gelukt: list[UUID] = []
    for nummer in nummers:
        niveau = Risiconiveau.MIDDEN if gelukt else Risiconiveau.HOOG
        wat = Beoordeling(niveau, "RISc", nu.date(), nu.date() + timedelta(days=120))
        was = telling["gemarkeerd"]
        _probeer(telling, "gemarkeerd", risico.markeer, wie, nummer, wat, "Dreiging bij terugkeer")
        gelukt += [nummer] if telling["gemarkeerd"] > was else []
        if len(gelukt) == MET_DE_HAND:
            _probeer(telling, "beëindigd", risico.beeindig, wie, nummer, "Nu een laag risico")
            return


def _tafels(nu: datetime) -> list[UUID]:
    """The dossiers with an open table, the show case (`T…`) first."""
    with verwerking(systeem_zelf("demo", nu)):
        rijen = Risicotafel.objects.filter(
            vervallen_op=None, gesloten_op=None, vanaf__lte=nu.date(), dossier__terroristisch=False
        )
        geordend = rijen.order_by("-dossier__kenmerk", "pk")
        return list(geordend.values_list("dossier", flat=True)[:TAFELS])


def _aan_tafel(dossier: UUID, nu: datetime) -> dict[str, Wie]:
    """Somebody at every desk with a ground today, by the kind of desk."""
    with verwerking(systeem_zelf("demo", nu)):
        gronden = Grond.objects.filter(
            dossier=dossier,
            vervallen_op=None,
            categorieen__contains=["risico"],
            geldig_vanaf__lte=nu.date(),
        ).exclude(geldig_tot__lte=nu.date())
        loketten = {grond.loket for grond in gronden.select_related("loket")}
        leden = {
            lid.loket_id: lid
            for lid in Lidmaatschap.objects.filter(loket__in=loketten).select_related("medewerker")
        }
    return {loket.soort: _wie(loket, nu, leden.get(loket.pk)) for loket in loketten}


def _vul(nummer: int, dossier: UUID, wie: dict[str, Wie], telling: Counter[str]) -> None:
    """What is shared and agreed; at every other table the first agreement is done already."""
    for soort, iemand in sorted(wie.items()):
        if (nummer + len(soort)) % 5:
            _probeer(telling, "gedeeld", risico.deel, iemand, dossier, *GEDEELD[soort])
    belegger = wie.get(L.CASEMANAGEMENT) or wie.get(L.RECLASSERING)
    if belegger is None:
        return
    for plek, (soort, wat, dagen) in enumerate(AFGESPROKEN):
        doet = wie.get(soort)
        if doet is None or doet.loket is None:
            continue
        dag = belegger.vandaag + timedelta(days=dagen)
        rij = _probeer(
            telling, "afgesproken", risico.spreek_af, belegger, dossier, wat, doet.loket, dag
        )
        if rij is not None and plek == 0 and nummer % 2:
            klaar = (rij.pk, Risicoafspraakstaat.GEDAAN, "Zij weet het en heeft een noodknop.")
            _probeer(telling, "afgerond", risico.rond_af, doet, dossier, *klaar)


def _probeer(telling: Counter[str], naam: str, act: Callable[..., T], *waarden: Any) -> T | None:
    try:
        gemaakt = act(*waarden)
    except (KanNiet, NietToegestaan):
        telling["geweigerd"] += 1
        return None
    telling[naam] += 1
    return gemaakt


def _wie(loket: Loket, nu: datetime, lid: Lidmaatschap | None) -> Wie:
    """Somebody at this desk; the desk itself when no account sits there."""
    nummer = lid.medewerker_id if lid else None
    naam = lid.medewerker.naam if lid else loket.naam
    return Wie(loket.pk, loket.soort, nu.date(), nu, "demo", medewerker=nummer, naam=naam)
