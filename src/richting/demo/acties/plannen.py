"""Plans in the nation, in every stage, made by the acts that people do on the screens.

Which stays get a plan, and how far it came, follows from the seed. Each act happens on a day in the
past at the desk that would do it. What an act refuses stays undone, as in life.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from datetime import date, datetime, time, timedelta
from itertools import cycle, zip_longest
from random import Random
from uuid import UUID

from django.db.models import Q
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.woorden import Loketsoort
from richting.demo.accounts import ACCOUNTS
from richting.demo.acties.planspel import AMSTERDAM, Spel
from richting.demo.acties.planstappen import HUIS, KLINIEK, KORT, VERHALEN
from richting.demo.acties.voorzieningen import maak_voorzieningen
from richting.dossiers.models import Dossier
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap, Loket
from richting.plannen.models import Actie, Afname, Planvraag
from richting.regie.models import Werkregel

KORT_DAGEN = 28
KORT_GELEDEN = timedelta(days=60)
MINSTENS, DEEL = 48, 20
"""One in DEEL of the stays of the nation gets a plan, and never fewer than MINSTENS."""


def maak_plannen(omvang: int, zaad: int, vandaag: date) -> Counter[str]:
    """Play a story on part of the stays; returns how often each act was done.

    A stay that has something of a plan already is left alone, so that a load can go on.
    """
    kans, telling = Random(zaad), Counter[str]()
    spelen = _spelen(max(MINSTENS, omvang // DEEL), kans, vandaag)
    verhalen = cycle(VERHALEN)
    loketten = {loket.pk: loket for spel in spelen for loket in spel.loketten.values()}
    telling["voorzieningen"] = maak_voorzieningen(loketten.values(), kans, vandaag)
    with _balk() as balk:
        for spel in balk.track(spelen):
            if Loketsoort.FORENSISCH in spel.loketten:
                verhaal = KLINIEK
            elif spel.kort:
                verhaal = KORT
            else:
                verhaal = next(verhalen)
            for stap in verhaal:
                stap(spel)
            telling.update(spel.telling)
            telling["plannen"] += 1
    return telling


def _spelen(aantal: int, kans: Random, vandaag: date) -> list[Spel]:
    """Which stays: those that the accounts of the demo see first; some short, some left."""
    with verwerking(systeem_zelf("demo", datetime.combine(vandaag, time(8), AMSTERDAM))):
        regels, al = _regels(vandaag), _met_plan()
        dossiers = Dossier.objects.in_bulk([nummer for nummer in regels if nummer not in al])
        kort = {nummer for nummer, rij in dossiers.items() if _is_kort(rij)}
        eigen, mensen = _eigen_loketten(), _medewerkers()
        weg = {nummer for nummer, rij in dossiers.items() if rij.einde} - kort
        gekozen: list[UUID] = []
        delen = ((kort, aantal // 6), (weg, aantal // 6), (dossiers.keys() - kort - weg, aantal))
        for deel, hoogstens in delen:
            beurten = _om_beurten(_per_loket(regels, deel), eigen, kans)
            gekozen += [*beurten][: min(hoogstens, aantal - len(gekozen))]
    return [_spel(dossiers[nummer], regels[nummer], vandaag, kans, mensen) for nummer in gekozen]


def _is_kort(rij: Dossier) -> bool:
    einde = rij.einde or rij.einde_vroegst or rij.einde_laatst
    return einde is not None and (einde - rij.begin).days <= KORT_DAGEN


def _per_loket(regels: dict[UUID, list[Loket]], kies: Set[UUID]) -> dict[int, list[UUID]]:
    uit: dict[int, list[UUID]] = defaultdict(list)
    for nummer, loketten in regels.items():
        if nummer in kies:
            for loket in loketten:
                uit[loket.pk].append(nummer)
    return uit


def _om_beurten(per_loket: dict[int, list[UUID]], eigen: list[int], kans: Random) -> Iterator[UUID]:
    """Dossiers of the desks with an account in turn, then those of the others; each once."""
    for nummers in per_loket.values():
        kans.shuffle(nummers)
    anderen = [nummers for loket, nummers in sorted(per_loket.items()) if loket not in eigen]
    rijen = [per_loket.get(loket, []) for loket in eigen]
    beurten = [*zip_longest(*rijen), *zip_longest(*anderen)]
    gezien: set[UUID] = set()
    for nummer in (een for beurt in beurten for een in beurt if een):
        if nummer not in gezien:
            gezien.add(nummer)
            yield nummer


def _regels(vandaag: date) -> dict[UUID, list[Loket]]:
    """The stays with the desks that see them, in order: those inside, and who left of late."""
    loketten = {l_.pk: l_ for l_ in Loket.objects.select_related("organisatie")}
    blijft = Q(zichtbaar_tot=None) | Q(zichtbaar_tot__gt=vandaag)
    binnen = Q(vertrokken_op=None) | Q(vertrokken_op__gt=vandaag - KORT_GELEDEN)
    rijen = Werkregel.objects.filter(blijft, binnen, zichtbaar_vanaf__lt=vandaag)
    uit: dict[UUID, list[Loket]] = defaultdict(list)
    for nummer, loket in rijen.order_by("dossier", "loket").values_list("dossier", "loket"):
        uit[nummer].append(loketten[loket])
    return {nummer: rij for nummer, rij in uit.items() if any(een.soort in HUIS for een in rij)}


def _met_plan() -> set[UUID]:
    return {
        nummer
        for model in (Afname, Actie, Planvraag)
        for nummer in model._default_manager.values_list("dossier", flat=True)
    }


def _eigen_loketten() -> list[int]:
    """The desks with an account in the demo, in the order of the accounts."""
    rijen = Loket.objects.values_list("organisatie__code", "soort", "pk")
    alle = {(code, soort): nummer for code, soort, nummer in rijen}
    plekken = [(account.organisatie, account.loketsoort.value) for account in ACCOUNTS]
    return [alle[plek] for plek in plekken if plek in alle]


def _medewerkers() -> dict[int, tuple[int, str]]:
    """Per desk one person who works there."""
    rijen = Lidmaatschap.objects.order_by("pk").values_list(
        "loket", "medewerker", "medewerker__naam"
    )
    return {loket: (nummer, naam) for loket, nummer, naam in rijen}


def _spel(
    rij: Dossier,
    loketten: list[Loket],
    vandaag: date,
    kans: Random,
    mensen: dict[int, tuple[int, str]],
) -> Spel:
    spelers: dict[str, Loket] = {}
    for loket in loketten:
        if loket.soort in PLANPARTIJEN:
            spelers.setdefault(loket.soort, loket)
    begin = max(rij.begin, rij.bekend_sinds) + timedelta(days=1)
    dag = min(rij.einde or vandaag, vandaag)
    return Spel(rij.pk, begin, _is_kort(rij), spelers, dag, kans, mensen)


def _balk() -> Progress:
    return Progress(
        TextColumn("Plannen maken"),
        BarColumn(),
        TextColumn("{task.completed:.0f} van {task.total:.0f}, nog"),
        TimeRemainingColumn(),
    )
