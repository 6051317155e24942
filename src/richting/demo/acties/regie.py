"""The regie in the nation: handovers in every state, a takeover, names, somebody away.

Made by the acts of the screens, at the desks of the accounts. What an act refuses stays undone, as
in life.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from uuid import UUID

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overdracht import (
    AfspraakOnderwerp,
    Overdrachtdaad,
    Overdrachtsoort,
    Weigerreden,
    nodige_afspraken,
)
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Loketsoort
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket
from richting.regie.acties.overdracht import Voorbereiding, bereid_voor, doe, spreek_af
from richting.regie.acties.overname import neem_regie_over
from richting.regie.acties.personeel import meld_afwezig, wijs_toe
from richting.regie.models import Overdracht, Regietijdvak, Vervanging, Werkregel
from richting.regie.overzichten.personeel import zichtbaar, zonder_persoon
from richting.regie.tijdvakken import geldend, volgend_moment

CASUS, PROCES = Regietaak.CASUSREGIE, Regietaak.PROCESREGIE
VERLOPEN: tuple[tuple[Overdrachtdaad, ...], ...] = (
    (Overdrachtdaad.AANBIEDEN,),
    (Overdrachtdaad.AANBIEDEN, Overdrachtdaad.AANVAARDEN),
    (),
    (Overdrachtdaad.AANBIEDEN, Overdrachtdaad.WEIGEREN),
)
"""How far handovers get, in turn."""
PER_LOKET, OP_NAAM = 8, 6
WEG = timedelta(days=6)
WAAROM = "De inrichting vroeg of de gemeente de regie nu al neemt."
WEIGERING = "Er is nog geen adres. Graag eerst bellen."


@dataclass(frozen=True)
class Zaak:
    """A dossier whose case a desk directs, when the person comes home, and who gets it then."""

    dossier: UUID
    thuis: date
    rij: int
    ontvanger: Loket


def speel_regie(vandaag: date) -> Counter[str]:
    """Play it once, at each desk with an account; returns how often what was done."""
    telling: Counter[str] = Counter()
    nu = datetime.combine(vandaag, time(7), AMSTERDAM)
    with verwerking(systeem_zelf("demo", nu)):
        if Vervanging.objects.exists():
            return telling
        rijen = Lidmaatschap.objects.filter(
            medewerker__is_active=True, loket__soort__in=PLANPARTIJEN
        )
        leden = list(rijen.select_related("loket", "medewerker").order_by("loket", "pk"))
    mensen: dict[int, list[Lidmaatschap]] = {}
    for lid in leden:
        mensen.setdefault(lid.loket_id, []).append(lid)
    for ploeg in mensen.values():
        _draag_over(ploeg[0], mensen, nu, telling)
        _verdeel(ploeg, nu, telling)
    return telling


def _draag_over(
    lid: Lidmaatschap, mensen: dict[int, list[Lidmaatschap]], nu: datetime, telling: Counter[str]
) -> None:
    """Of a prison: the first case is taken over, the others are handed over on the day home."""
    if lid.loket.soort != Loketsoort.CASEMANAGEMENT:
        return
    wie = _wie(lid.loket, mensen, nu)
    with verwerking(systeem_zelf("demo", nu)):
        zaken = list(_zaken(wie))
    overgenomen = _eerste(
        zaken, lambda zaak: _neemt_over(_wie(zaak.ontvanger, mensen, nu), zaak), telling
    )
    rest = [zaak for zaak in zaken if zaak is not overgenomen]
    for zaak, daden in zip(rest, cycle(VERLOPEN), strict=False):
        ander = _wie(zaak.ontvanger, mensen, nu)
        _probeer(
            telling, daden[-1].value if daden else "voorbereid", _geef, wie, ander, zaak, daden
        )


def _eerste(zaken: list[Zaak], act: Callable[[Zaak], None], telling: Counter[str]) -> Zaak | None:
    """The first case in which the other may take over."""
    return next((zaak for zaak in zaken if _probeer(telling, "overgenomen", act, zaak)), None)


def _zaken(wie: Wie) -> Iterator[Zaak]:
    regels = zichtbaar(wie.loket or 0, wie.vandaag).filter(thuiskomst__gt=wie.vandaag)
    for regel in regels.order_by("thuiskomst", "dossier")[:PER_LOKET]:
        casus, proces = _houder(regel, CASUS, wie), _houder(regel, PROCES, wie)
        heeft = casus is not None and casus.loket_id == wie.loket
        if casus and heeft and proces and proces.loket and regel.thuiskomst:
            yield Zaak(regel.dossier_id, regel.thuiskomst, casus.pk, proces.loket)


def _houder(regel: Werkregel, taak: Regietaak, wie: Wie) -> Regietijdvak | None:
    gevonden = Regietijdvak.objects.filter(dossier=regel.dossier_id, taak=taak.value)
    rijen = list(gevonden.select_related("loket"))
    return geldend(rijen, volgend_moment(rijen, wie))


def _neemt_over(wie: Wie, zaak: Zaak) -> None:
    neem_regie_over(wie, zaak.dossier, CASUS, zaak.rij, WAAROM)


def _geef(wie: Wie, ander: Wie, zaak: Zaak, daden: tuple[Overdrachtdaad, ...]) -> None:
    """Prepare it, agree what must be agreed, and do the rest: the giver first, then the other."""
    wat = Voorbereiding(zaak.ontvanger.pk, zaak.thuis, op_vertrek=True)
    rij = bereid_voor(wie, zaak.dossier, CASUS, wat)
    nodig = nodige_afspraken(Overdrachtsoort(rij.soort), Loketsoort(zaak.ontvanger.soort))
    for onderwerp in nodig:
        spreek_af(wie, zaak.dossier, rij.pk, onderwerp, _voor(onderwerp, wie, zaak), "Zoals nu")
    for daad in daden:
        door = wie if daad is Overdrachtdaad.AANBIEDEN else ander
        weigert = daad is Overdrachtdaad.WEIGEREN
        reden = Weigerreden.AFSPRAKEN.value if weigert else ""
        rij = _stap(door, rij, daad, reden, WEIGERING if weigert else "")


def _voor(onderwerp: AfspraakOnderwerp, wie: Wie, zaak: Zaak) -> int:
    toezicht = onderwerp is AfspraakOnderwerp.VOORWAARDEN_TOEZICHT
    return (wie.loket or 0) if toezicht else zaak.ontvanger.pk


def _stap(
    wie: Wie, rij: Overdracht, daad: Overdrachtdaad, reden: str, toelichting: str
) -> Overdracht:
    return doe(wie, rij.dossier_id, rij.pk, daad, rij.versie, reden, toelichting)


def _verdeel(ploeg: list[Lidmaatschap], nu: datetime, telling: Counter[str]) -> None:
    """Dossiers in the name of each member in turn; a second one is away, and is stood in for."""
    eerste = ploeg[0]
    mensen = {eerste.loket_id: ploeg}
    wie = _wie(eerste.loket, mensen, nu)
    with verwerking(systeem_zelf("demo", nu)):
        rijen = zonder_persoon(eerste.loket_id, wie.vandaag).order_by("-thuiskomst", "dossier")
        nummers = list(rijen.values_list("dossier", flat=True)[:OP_NAAM])
    for nummer, lid in zip(nummers, cycle(ploeg), strict=False):
        _probeer(telling, "toegewezen", wijs_toe, wie, [nummer], lid.medewerker_id)
    weg = ploeg[-1].medewerker_id
    vervanger = eerste.medewerker_id if weg != eerste.medewerker_id else None
    if vervanger:
        dagen = (wie.vandaag, wie.vandaag + WEG)
        _probeer(telling, "afwezig", meld_afwezig, wie, weg, vervanger, *dagen)


def _probeer(
    telling: Counter[str], naam: str, act: Callable[..., object], *waarden: object
) -> bool:
    try:
        act(*waarden)
    except (KanNiet, NietToegestaan):
        telling["geweigerd"] += 1
        return False
    telling[naam] += 1
    return True


def _wie(loket: Loket, mensen: dict[int, list[Lidmaatschap]], nu: datetime) -> Wie:
    """Somebody at this desk; the desk itself when no account sits there."""
    nummer, naam = None, loket.naam
    for lid in mensen.get(loket.pk, [])[:1]:
        nummer, naam = lid.medewerker_id, lid.medewerker.naam
    return Wie(loket.pk, loket.soort, nu.date(), nu, "demo", medewerker=nummer, naam=naam)
