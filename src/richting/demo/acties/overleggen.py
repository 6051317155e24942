"""Consultations in the nation: a few MDOs held and coming, at the prisons of the accounts.

Made by the acts of the screens. What an act refuses stays undone, as in life.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.db.models import Q

from richting.akkoord.overleg import Agendareden, Overlegsoort, Uitnodigingsantwoord
from richting.akkoord.woorden import Loketsoort
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.overleg.acties import beleggen, houden
from richting.overleg.acties.beleggen import Uitnodiging
from richting.overleg.acties.punten import Voorstel
from richting.overleg.models import Agendapunt, Overleg
from richting.overleg.overzichten.agenda import voorgestelde_loketten
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket
from richting.regie.models import Werkregel

HUIZEN, PER_AGENDA = 4, 4
GELEDEN, OVER = timedelta(days=12), timedelta(days=9)
TEKSTEN = (
    "De persoon was er zelf bij en vertelde wat er nodig is.",
    "Besproken wat er klaar is en wat nog niet.",
    "De gemeente belt deze week over de volgende stap.",
)


def maak_overleggen(zaad: int, vandaag: date) -> Counter[str]:
    """One MDO held and one coming at the busiest prisons; returns how often each was done."""
    telling, kans = Counter[str](), Random(zaad)
    with verwerking(systeem_zelf("demo", _moment(vandaag, 8))):
        if Overleg.objects.exists():
            return telling
        agendas = _agendas(vandaag)
        mensen = _mensen()
    for loket, dossiers in agendas:
        if loket.pk in mensen:
            _speel(loket, dossiers, mensen, vandaag, kans, telling)
    return telling


def _agendas(vandaag: date) -> list[tuple[Loket, list[UUID]]]:
    """Prisons with the dossiers on their lists, the busiest first."""
    blijft = Q(zichtbaar_tot=None) | Q(zichtbaar_tot__gt=vandaag)
    rijen = Werkregel.objects.filter(
        blijft,
        loket__soort=Loketsoort.CASEMANAGEMENT.value,
        vertrokken_op=None,
        zichtbaar_vanaf__lt=vandaag - GELEDEN,
    )
    per_loket: dict[int, list[UUID]] = defaultdict(list)
    for loket, dossier in rijen.order_by("loket", "dossier").values_list("loket", "dossier"):
        per_loket[loket].append(dossier)
    drukste = sorted(per_loket, key=lambda nr: (-len(per_loket[nr]), nr))[:HUIZEN]
    loketten = Loket.objects.in_bulk(drukste)
    return [(loketten[nr], per_loket[nr]) for nr in drukste]


def _mensen() -> dict[int, tuple[int, str]]:
    leden = Lidmaatschap.objects.filter(medewerker__is_active=True).select_related("medewerker")
    return {lid.loket_id: (lid.medewerker_id, lid.medewerker.naam) for lid in leden}


def _speel(
    loket: Loket,
    dossiers: Sequence[UUID],
    mensen: dict[int, tuple[int, str]],
    vandaag: date,
    kans: Random,
    telling: Counter[str],
) -> None:
    gekozen = kans.sample(list(dossiers), min(len(dossiers), 2 * PER_AGENDA))
    geweest, komend = gekozen[:PER_AGENDA], gekozen[PER_AGENDA:]
    toen = _wie(loket, mensen, vandaag - GELEDEN)
    nu = _wie(loket, mensen, vandaag)
    try:
        if gehouden := _beleg(toen, vandaag - GELEDEN, geweest, telling):
            _houd(toen, gehouden, kans, telling)
        if gepland := _beleg(nu, vandaag + OVER, komend, telling):
            _antwoord(gepland, mensen, vandaag, telling)
    except (KanNiet, NietToegestaan):
        telling["geweigerd"] += 1


def _wie(loket: Loket, mensen: dict[int, tuple[int, str]], dag: date) -> Wie:
    nummer, naam = mensen.get(loket.pk, (None, loket.naam))
    moment = _moment(dag, 9)
    return Wie(loket.pk, loket.soort, dag, moment, "demo", medewerker=nummer, naam=naam)


def _beleg(wie: Wie, dag: date, dossiers: Sequence[UUID], telling: Counter[str]) -> Overleg | None:
    """Call it with the desks on the chairs of its dossiers."""
    if not dossiers:
        return None
    with verwerking(systeem_zelf("demo", wie.nu)):
        voorstel = voorgestelde_loketten(dossiers, {wie.loket or 0}, wie.vandaag)
    begin = _moment(dag, 10)
    uitnodiging = Uitnodiging(
        Overlegsoort.MDO, begin, begin + timedelta(hours=1), "Vergaderkamer 2"
    )
    agenda = [Voorstel(nummer, Agendareden.MDO_NODIG) for nummer in dossiers]
    rij = beleggen.beleg(wie, uitnodiging, [een.loket.pk for een in voorstel], agenda)
    telling["overleg"] += 1
    return rij


def _houd(wie: Wie, rij: Overleg, kans: Random, telling: Counter[str]) -> None:
    with verwerking(systeem_zelf("demo", wie.nu)):
        punten = list(Agendapunt.objects.filter(overleg=rij).values_list("pk", flat=True))
    houden.noteer_aanwezig(wie, rij.pk, {wie.loket or 0})
    for punt in punten:
        houden.schrijf_verslag(wie, rij.pk, punt, "plan", kans.choice(TEKSTEN), 0)
    houden.stel_verslag_vast(wie, rij.pk, 2)
    telling["verslag"] += 1


def _antwoord(
    rij: Overleg, mensen: dict[int, tuple[int, str]], vandaag: date, telling: Counter[str]
) -> None:
    """The first of the invited desks with an account says that it comes; the others are silent."""
    with verwerking(systeem_zelf("demo", _moment(vandaag, 9))):
        loketten = [een.loket for een in rij.genodigden.select_related("loket")]
    for loket in loketten:
        if loket.pk in mensen and loket.pk != rij.belegger_id:
            wie = _wie(loket, mensen, vandaag)
            beleggen.antwoord(wie, rij.pk, Uitnodigingsantwoord.KOMT)
            telling["antwoord"] += 1
            return


def _moment(dag: date, uur: int) -> datetime:
    return datetime.combine(dag, time(uur), AMSTERDAM)
