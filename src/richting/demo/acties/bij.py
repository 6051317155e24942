"""The BIJ in the invented nation: mayors' offices confirm and answer, most of them in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from richting.akkoord.bijberichten import Bijbesluit
from richting.akkoord.kalender import plus_werkdagen
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie, systeem_zelf
from richting.kern.instellingen import aannames_op
from richting.kern.werk import verwerking
from richting.meldingen.acties import bij as acties
from richting.meldingen.acties.bij import Bijantwoord
from richting.meldingen.acties.bijronde import werk_bij
from richting.meldingen.models import Bijbericht
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap

DRAAI = 6
"""Of so many messages of a desk one stays new, one is only confirmed, two are closed.

At a desk with an account the newest; elsewhere it differs by desk.
"""
NA_WERKDAGEN = 2


def speel_bij(vandaag: date) -> Counter[str]:
    """The night of today, and every mayor's office at work; returns how often what was done."""
    nacht = datetime.combine(vandaag, time(0, 10), AMSTERDAM)
    telling = werk_bij(systeem_zelf("demo", nacht))
    mensen = _mensen()
    for rij, plek in _berichten(vandaag):
        naam, medewerker = mensen.get(rij.loket_id, ("", None))
        plek += 0 if medewerker else rij.loket_id
        dag = plus_werkdagen(timezone.localtime(rij.verstrekt_op).date(), NA_WERKDAGEN)
        moment = datetime.combine(min(dag, vandaag), time(10, plek % 60), AMSTERDAM)
        wie = Wie(
            rij.loket_id,
            rij.loket.soort,
            moment.date(),
            moment,
            "demo",
            medewerker=medewerker,
            naam=naam,
        )
        _doe(wie, rij, plek, telling)
    return telling


def _mensen() -> dict[int, tuple[str, int]]:
    rijen = Lidmaatschap.objects.select_related("medewerker").order_by("-pk")
    return {rij.loket_id: (rij.medewerker.naam, rij.medewerker.pk) for rij in rijen}


def _berichten(vandaag: date) -> Iterator[tuple[Bijbericht, int]]:
    """What runs, with its place at its own desk; what came today waits."""
    wie = systeem_zelf("demo", datetime.combine(vandaag, time(9), AMSTERDAM))
    with verwerking(wie):
        rijen = Bijbericht.objects.filter(beeindigd_op=None).select_related("loket")
        alle = list(rijen.order_by("loket", "-verstrekt_op", "pk"))
    plek: Counter[int] = Counter()
    for rij in alle:
        yield rij, plek[rij.loket_id]
        plek[rij.loket_id] += 1


def _doe(wie: Wie, rij: Bijbericht, plek: int, telling: Counter[str]) -> None:
    """In turn; a refusal stays undone."""
    beurt = plek % DRAAI
    if beurt == 0:
        return
    try:
        acties.bevestig_ontvangst(wie, rij.dossier_id, rij.pk, rij.stand)
        telling["ontvangen"] += 1
        if beurt == 1:
            return
        acties.beantwoord(wie, rij.dossier_id, rij.pk, rij.stand + 1, _antwoord(wie, beurt))
        telling["beantwoord"] += 1
        if beurt >= DRAAI - 2:
            acties.handel_af(wie, rij.dossier_id, rij.pk, rij.stand + 2)
            telling["afgehandeld"] += 1
    except (KanNiet, NietToegestaan):
        telling["geweigerd"] += 1


def _antwoord(wie: Wie, beurt: int) -> Bijantwoord:
    """What this desk does with it: nothing, think it over, or take a measure."""
    besluit = (Bijbesluit.GENOMEN, Bijbesluit.OVERWOGEN, Bijbesluit.GEEN)[beurt % 3]
    soorten = aannames_op(wie.vandaag).bij_maatregelen
    gekozen = () if besluit is Bijbesluit.GEEN else soorten[beurt % 2 : beurt % 2 + 2]
    return Bijantwoord(besluit, gekozen, tijdig=beurt != 3, betrouwbaar=True, bruikbaar=beurt != 4)
