"""The kinds of drift, each as one question to the rows of a batch of dossiers. Clausule 5.4, 6.5.

Nothing is changed here. Runs as owner, or within a unit of work. `aansluiting.py` asks them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from richting.akkoord.aansluiting import TERUG_DAGEN, Driftsoort
from richting.akkoord.begin_einde import FEITEN as DATUMMELDINGEN
from richting.akkoord.begin_einde import SOORTEN as DATUMSOORTEN
from richting.akkoord.begin_einde import Verandering, datumfeiten
from richting.akkoord.grondslagen.register import WJSG_51C
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.meldplicht import KLASSEN, Kring
from richting.akkoord.woorden import Feitsoort
from richting.akkoord.zicht import BEGIN, EINDE, WEG, Verteld, Wending, is_verteld, nog_te_vertellen
from richting.delen.models import Grond
from richting.kern.context import Wie
from richting.kern.models import Journaal
from richting.meldingen.bewijs import kanaalstappen
from richting.meldingen.models import Melding
from richting.meldingen.zicht import als_verteld, wendingen_van
from richting.regie.models import Herinnering

VERTELT = [soort for soort, een in KLASSEN.items() if een.kring is not Kring.NIEMAND]
FEITSOORTEN = {feit.value for feit in Feitsoort}
EEN_KEER = {
    *(f.value for een in KLASSEN.values() if een.kring is Kring.PARTIJEN for f in een.feiten),
    *(feit.value for feit in (*BEGIN.values(), *EINDE.values())),
}
GERICHT = FEITSOORTEN - EEN_KEER
NA_AFLOOP = {feit.value for feit in EINDE.values()}
ZICHTRIJEN = {"zicht_begonnen", "zicht_geeindigd"}
"""Rows that follow from a change, and are none themselves."""
AFSCHEID = {WEG, Feitsoort.BIJ_INGETROKKEN.value}
"""What a desk hears although it sees the dossier no more."""


@dataclass(frozen=True)
class Afwijking:
    """One thing that does not agree; `wat` names the kind of change or melding."""

    soort: Driftsoort
    dossier: UUID | None
    loket: int | None
    wat: str


@dataclass(frozen=True)
class Deel:
    """The rows of a batch of dossiers, read once. Three queries."""

    wie: Wie
    nummers: list[UUID]
    ondergrens: datetime
    journaal: dict[UUID, list[Journaal]]
    gronden: dict[UUID, list[Grond]]
    post: dict[UUID, list[Melding]]


Uitkomst = tuple[int, list[Afwijking]]
"""How much was compared, and what did not agree."""


def lees_deel(wie: Wie, nummers: list[UUID], ondergrens: datetime) -> Deel:
    """The rows of these dossiers that the questions below need. Three queries."""
    journaal = Journaal.objects.filter(dossier_id__in=nummers, soort__in=VERTELT)
    velden = ("id", "dossier_id", "volgnummer", "soort", "tijdstip", "loket", "voor", "na")
    return Deel(
        wie,
        nummers,
        ondergrens,
        _per_dossier(journaal.only(*velden).order_by("dossier_id", "volgnummer")),
        _per_dossier(Grond.objects.filter(dossier__in=nummers).order_by("pk")),
        _per_dossier(Melding.objects.filter(dossier__in=nummers).order_by("pk")),
    )


def _per_dossier(rijen: Iterable[Any]) -> dict[UUID, list[Any]]:
    uit: dict[UUID, list[Any]] = {}
    for rij in rijen:
        if rij.dossier_id:
            uit.setdefault(rij.dossier_id, []).append(rij)
    return uit


def zicht(deel: Deel) -> Iterator[tuple[Driftsoort, Uitkomst]]:
    """What desks began or stopped to see, and were not told, or on a later day. Clausule 5.4, 6.4.

    What nobody can mend any more (told late, or gone before it was told) counts for a month.
    """
    begin, einde, te_laat = Driftsoort.ZICHT_BEGIN, Driftsoort.ZICHT_EINDE, Driftsoort.ZICHT_TE_LAAT
    geteld: Counter[Driftsoort] = Counter()
    fout: list[Afwijking] = []
    grens = max(deel.ondergrens, deel.wie.nu - timedelta(days=TERUG_DAGEN))
    for nummer, gronden in deel.gronden.items():
        alle = wendingen_van(gronden, deel.wie.nu)
        post = [als_verteld(rij) for rij in deel.post.get(nummer, ())]
        geteld.update(begin if w.begint else einde for w in alle if w.op >= deel.ondergrens)
        recent = [w for w in alle if w.op >= grens]
        geteld[te_laat] += len(recent)
        for wending in nog_te_vertellen(alle, post, deel.ondergrens):
            soort = begin if wending.begint else einde
            fout.append(Afwijking(soort, nummer, wending.loket, wending.feit.value))
        for wending in (w for w in recent if _te_laat(w, alle, post)):
            fout.append(Afwijking(te_laat, nummer, wending.loket, wending.feit.value))
    for soort in (begin, einde, te_laat):
        yield soort, (geteld[soort], [een for een in fout if een.soort is soort])


def _te_laat(wending: Wending, alle: list[Wending], post: list[Verteld]) -> bool:
    """Told on a later day; or it had begun, and was gone before the desk was told."""
    gehoord = is_verteld(wending, alle, post)
    if gehoord is not None:
        return _dag(gehoord) > _dag(wending.op)
    later = (w for w in alle if w.op > wending.op and w.loket == wending.loket)
    erbij = wending.na - wending.voor
    return bool(erbij) and any(w.baan is wending.baan and erbij - w.na for w in later)


def zonder_grond(deel: Deel) -> Uitkomst:
    """Something was told to a desk that had no ground for it at that moment. Clausule 6.4."""
    aantal, fout = 0, []
    for nummer, post in deel.post.items():
        gevolgd = _gevolgd(deel.journaal.get(nummer, ()))
        for rij in post:
            aantal += 1
            eigen = [g for g in deel.gronden.get(nummer, ()) if g.loket_id == rij.loket_id]
            meer = (rij.aangemaakt_op, rij.soort) in gevolgd
            if rij.soort in FEITSOORTEN and not _mocht(rij, eigen, meer_volgde=meer):
                fout.append(Afwijking(Driftsoort.ZONDER_GROND, nummer, rij.loket_id, rij.soort))
    return aantal, fout


def _gevolgd(journaal: Iterable[Journaal]) -> set[tuple[datetime, str]]:
    """What was told of a change after which the same delivery brought another. Clausule 5.4.

    A source may deliver several messages of one stay together: all of them are of one moment, and
    a later one may end the ground on which the first was told.
    """
    rijen = list(journaal)
    laatste: dict[datetime, int] = {}
    for rij in rijen:
        if KLASSEN[rij.soort].kring is Kring.PARTIJEN:
            laatste[rij.tijdstip] = max(rij.volgnummer, laatste.get(rij.tijdstip, 0))
    return {
        (rij.tijdstip, feit.value)
        for rij in rijen
        if rij.volgnummer < laatste.get(rij.tijdstip, 0)
        for feit in KLASSEN[rij.soort].feiten
    }


def _mocht(rij: Melding, gronden: list[Grond], *, meer_volgde: bool) -> bool:
    """A goodbye needs that there once was a ground; anything else one that was known then."""
    if rij.zonder_grond or rij.soort in AFSCHEID:
        return rij.soort in AFSCHEID and bool(gronden)
    categorie = regel_voor(Feitsoort(rij.soort)).categorie
    opent = [g for g in gronden if categorie in g.categorieen]
    if rij.soort in NA_AFLOOP:
        return bool(opent)
    op = rij.aangemaakt_op
    return any(_bekend(g, op) or (meer_volgde and g.vervallen_op == op) for g in opent)


def _bekend(grond: Grond, moment: datetime) -> bool:
    bekend = grond.vastgesteld_op <= moment and (
        grond.vervallen_op is None or moment < grond.vervallen_op
    )
    return bekend and (grond.geldig_tot is None or _dag(moment) < grond.geldig_tot)


def zonder_oorzaak(deel: Deel) -> Uitkomst:
    """A melding that no row of the journal explains, nor a step of the ladder. Clausule 5.4.

    What all parties hear has a cause of its own kind. What is meant for one desk may follow from
    another change: a desk that comes in is asked about decisions that run.
    """
    aantal, fout = 0, []
    geklommen = set(
        Herinnering.objects.filter(dossier__in=deel.nummers).values_list("dossier", "loket")
    )
    for nummer, post in deel.post.items():
        oorzaken = _oorzaken(deel.journaal.get(nummer, ()))
        for rij in post:
            aantal += 1
            ladder = rij.soort == Feitsoort.HERINNERING and (nummer, rij.loket_id) in geklommen
            toen = oorzaken.get(rij.aangemaakt_op, set())
            verklaard = rij.soort in toen or (bool(toen) and rij.soort in GERICHT)
            if not ladder and not verklaard:
                fout.append(Afwijking(Driftsoort.ZONDER_OORZAAK, nummer, rij.loket_id, rij.soort))
    return aantal, fout


def _oorzaken(journaal: Iterable[Journaal]) -> dict[datetime, set[str]]:
    """Per moment what could be told: of every change, and that a dossier is gone."""
    uit: dict[datetime, set[str]] = {}
    for rij in journaal:
        feiten = {feit.value for feit in KLASSEN[rij.soort].feiten}
        uit.setdefault(rij.tijdstip, set()).update(feiten | {WEG.value})
    return uit


def dubbel(deel: Deel) -> Uitkomst:
    """The same change was told to the same desk twice at one moment. Clausule 5.4.

    Of what is meant for one desk there may be more at once: two questions, two reminders. And a
    source may deliver two leaves together: each is a change of its own.
    """
    aantal, fout = 0, []
    for nummer, post in deel.post.items():
        keren = Counter((m.loket_id, m.soort, m.aangemaakt_op) for m in post if m.soort in EEN_KEER)
        aantal += len(keren)
        mag = _veranderingen(deel.journaal.get(nummer, ()))
        fout += [
            Afwijking(Driftsoort.DUBBEL, nummer, loket, soort)
            for (loket, soort, op), keer in keren.items()
            if keer > max(1, mag[op, soort])
        ]
    return aantal, fout


def _veranderingen(journaal: Iterable[Journaal]) -> Counter[tuple[datetime, str]]:
    """How many changes of each kind one moment brought; what a desk sees is no change."""
    return Counter(
        (rij.tijdstip, feit.value)
        for rij in journaal
        if rij.soort not in ZICHTRIJEN
        for feit in KLASSEN[rij.soort].feiten
    )


def niet_bezorgd(deel: Deel) -> Uitkomst:
    """A channel gave it up, or the receiver had not accepted it on the last day. Clausule 6.5."""
    per_nummer = {rij.pk: rij for post in deel.post.values() for rij in post}
    aantal, fout = 0, []
    for nummer, stappen in kanaalstappen(per_nummer).items():
        rij = per_nummer[nummer]
        for stap in stappen:
            aantal += 1
            te_laat = rij.uiterlijk < deel.wie.vandaag
            if stap.aangenomen_op is None and (stap.opgegeven or te_laat):
                wat = f"{rij.soort} ({stap.kanaal})"
                fout.append(Afwijking(Driftsoort.NIET_BEZORGD, rij.dossier_id, rij.loket_id, wat))
    return aantal, fout


def datum_51c(deel: Deel) -> Uitkomst:
    """A date of begin or end that a municipality in play was not told. Clausule 6.1. Wjsg 51c."""
    aantal, fout = 0, []
    for nummer, journaal in deel.journaal.items():
        rijen = {rij.pk: rij for rij in journaal if rij.soort in DATUMSOORTEN}
        veranderd = (
            Verandering(rij.pk, rij.soort, rij.voor, rij.na, _dag(rij.tijdstip))
            for rij in rijen.values()
        )
        gehoord = {
            (m.loket_id, m.aangemaakt_op)
            for m in deel.post.get(nummer, ())
            if m.soort in DATUMMELDINGEN
        }
        for feit in datumfeiten(veranderd):
            moment = rijen[feit.nummer].tijdstip
            for loket in _gemeenten(deel.gronden.get(nummer, ()), moment):
                aantal += 1
                if (loket, moment) not in gehoord:
                    wat = feit.geval.value
                    fout.append(Afwijking(Driftsoort.DATUM_51C, nummer, loket, wat))
    return aantal, fout


def _gemeenten(gronden: Iterable[Grond], moment: datetime) -> set[int]:
    return {g.loket_id for g in gronden if g.grondslag == WJSG_51C.code and _bekend(g, moment)}


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()
