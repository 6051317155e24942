"""What provisions there are and how full; what a keeper is asked. Always within a reading.

Provisions hold no personal data. Of a place that somebody else took one reads only its days; whose
place it is, only with a ground for that dossier and life area. Clausule 6.4, 8.3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.plan.voorzieningen import (
    Plaatsdaad,
    Plaatsrol,
    Plaatsstaat,
    Plek,
    Voorzieningsoort,
    bezet_op,
    eerste_vrije_dag,
    is_er,
    mogelijk,
    staat_op,
)
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.partijen.models import Loket, Organisatie
from richting.plannen import namen, plaatsnamen
from richting.plannen.models import Voorziening
from richting.web.datums import dag_in_woorden

HOOGSTENS = 200
"""More provisions than any municipality has."""


@dataclass(frozen=True)
class Rij:
    """One place of a provision, without who it is for."""

    nummer: UUID
    plek: Plek


@dataclass(frozen=True)
class Voorzieningbeeld:
    """A provision with how full it is on this day. `van_ons`: the reader's desk keeps it."""

    rij: Voorziening
    plekken: tuple[Rij, ...]
    gemeenten: tuple[str, ...]
    op: date
    van_ons: bool

    @property
    def soort(self) -> str:
        """Its kind in words."""
        return str(plaatsnamen.SOORTEN[Voorzieningsoort(self.rij.soort)])

    @property
    def leefgebied(self) -> str:
        """Its life area in words."""
        return str(namen.LEEFGEBIEDEN[Leefgebied(self.rij.leefgebied)])

    @property
    def wachttijd(self) -> str:
        """The waiting time as stated."""
        return plaatsnamen.wachttijd(self.rij)

    @property
    def bezet(self) -> int:
        """How many places are taken today."""
        return bezet_op([een.plek for een in self.plekken], self.op, self.op)

    @property
    def vrij(self) -> int:
        """How many places are free today; none before it begins and after it ended."""
        if not is_er(self.rij.aanbod, self.op):
            return 0
        return max(0, self.rij.plaatsen - self.bezet)

    @property
    def wachtenden(self) -> list[UUID]:
        """The places that are asked and not answered, in the order of the queue."""
        return [een.nummer for een in self.plekken if een.plek.staat is Plaatsstaat.GEVRAAGD]

    @property
    def neemt_aan(self) -> bool:
        """It is open and there today."""
        return self.rij.is_open and is_er(self.rij.aanbod, self.op)

    @property
    def stand(self) -> str:
        """Whether it takes people, in words: also when it has yet to begin, or ended."""
        rij = self.rij
        if rij.geldig_vanaf > self.op:
            return _("Begint op {dag}").format(dag=dag_in_woorden(rij.geldig_vanaf))
        if rij.geldig_tot is not None and rij.geldig_tot < self.op:
            return _("Gestopt na {dag}").format(dag=dag_in_woorden(rij.geldig_tot))
        return _("Neemt mensen aan") if rij.is_open else _("Neemt niemand aan")

    def vrij_vanaf(self, vanaf: date) -> date | None:
        """The first day, from `vanaf`, after which a place stays free."""
        plekken = [een.plek for een in self.plekken]
        begin = max(vanaf, self.op, self.rij.geldig_vanaf)
        dag = eerste_vrije_dag(self.rij.plaatsen, plekken, begin, self.op)
        return dag if dag is not None and is_er(self.rij.aanbod, dag) else None

    @property
    def eerste_dag(self) -> date | None:
        """The first day, from today, after which a place stays free."""
        return self.vrij_vanaf(self.op)


@dataclass(frozen=True)
class Aanvraag:
    """What a keeper is asked: with the person only when there is a ground.

    `wachtplek` is its place in the queue (1 is first), 0 when it was answered.
    """

    nummer: UUID
    versie: int
    voorziening: UUID
    gevraagd_door: str
    gevraagd_op: date
    antwoord_uiterlijk: date
    vanaf: date
    tot: date | None
    staat: Plaatsstaat
    gereserveerd_tot: date | None
    dossier: UUID | None
    actie: UUID | None
    toelichting: str
    wachtplek: int = 0
    persoon: str = ""

    @property
    def naam(self) -> str:
        """How far it is, in words."""
        return str(plaatsnamen.STATEN[self.staat])

    @property
    def kleur(self) -> str:
        """The kind of its badge."""
        return plaatsnamen.KLEUR[self.staat]

    @property
    def daden(self) -> tuple[Plaatsdaad, ...]:
        """What its keeper may do; confirm only for who it may know. Clausule 6.4."""
        alle = mogelijk(self.staat, {Plaatsrol.HOUDER})
        return tuple(d for d in alle if self.dossier or d is not Plaatsdaad.BEVESTIGEN)


def voorzieningen(
    gemeente: str, leefgebied: str, op: date, loket: int | None, *, ook_voorbij: bool = False
) -> list[Voorzieningbeeld]:
    """The provisions for people of a municipality ("" for none), by name. Three queries at most."""
    rijen = _met_houder().filter(_voor(gemeente))
    if leefgebied:
        rijen = rijen.filter(leefgebied=leefgebied)
    if not ook_voorbij:
        rijen = rijen.filter(Q(geldig_tot=None) | Q(geldig_tot__gte=op))
    return _beelden(rijen[:HOOGSTENS], op, loket)


def eigen_voorzieningen(loket: int, op: date) -> list[Voorzieningbeeld]:
    """What this desk keeps, also what is closed or over, by name. Three queries at most."""
    return _beelden(_met_houder().filter(houder=loket), op, loket)


def voorziening(nummer: UUID, op: date, loket: int | None) -> Voorzieningbeeld | None:
    """One provision. Three queries at most."""
    gevonden = _beelden(_met_houder().filter(pk=nummer), op, loket)
    return gevonden[0] if gevonden else None


def te_vragen(
    dossier: Dossier, leefgebied: Leefgebied, op: date, loket: int | None
) -> list[Voorzieningbeeld]:
    """Where a place can be asked for this person in this life area. Three queries at most.

    `dossier` as `dossiers.overzichten.dossier` gives it. Clausule 8.3.
    """
    rijen = _open_voor(dossier, op).filter(leefgebied=leefgebied.value)
    return _beelden(rijen[:HOOGSTENS], op, loket)


def te_vragen_gebieden(dossier: Dossier, op: date) -> frozenset[str]:
    """The life areas in which a place can be asked for this person. One query."""
    return frozenset(_open_voor(dossier, op).order_by().values_list("leefgebied", flat=True))


def aanvragen(op: date, nummer: UUID | None = None) -> list[Aanvraag]:
    """What the desk of this reading is asked as keeper (of one provision), in order of asking.

    What has lapsed or is over is left out. Two queries at most.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plannen_aanvragen(%s)", [nummer])
        rijen = cursor.fetchall()
    mensen = _mensen({rij[10] for rij in rijen if rij[10]})
    rang: dict[UUID, int] = defaultdict(int)
    uit = []
    for rij in rijen:
        een = _aanvraag(rij, op)
        if een.staat is Plaatsstaat.GEVRAAGD:
            rang[een.voorziening] += 1
        elif een.staat not in (Plaatsstaat.GERESERVEERD, Plaatsstaat.BEVESTIGD):
            continue
        plek = rang[een.voorziening] if een.staat is Plaatsstaat.GEVRAAGD else 0
        naam = mensen.get(een.dossier, "") if een.dossier else ""
        uit.append(replace(een, wachtplek=plek, persoon=naam))
    return uit


def zonder_naam() -> int:
    """How many places are asked of the desk of this reading for somebody whom it may not see, and
    have no answer: such a question stands on no list of dossiers. One query. Clausule 6.4, 8.3."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM plannen_aanvragen(NULL)"
            " WHERE staat = 'gevraagd' AND dossier IS NULL"
        )
        (aantal,) = cursor.fetchone() or (0,)
    return int(aantal)


def gezien(vragen: Iterable[Aanvraag], beelden: Iterable[Voorzieningbeeld]) -> dict[UUID, set[str]]:
    """The dossiers that these questions show, and in which compartments. No query."""
    gebieden = {beeld.rij.pk: beeld.rij.leefgebied for beeld in beelden}
    uit: dict[UUID, set[str]] = defaultdict(set)
    for vraag in vragen:
        if vraag.dossier:
            uit[vraag.dossier] |= {"verblijf", gebieden[vraag.voorziening]}
    return dict(uit)


def gemeenten_in_regio(loket: Loket) -> list[tuple[str, str]]:
    """Code and name of the municipalities with whom this desk may share: those of its region.

    For a desk without a region of its own every municipality that has one. One query.
    """
    rijen = Organisatie.objects.filter(soort=Organisatiesoort.GEMEENTE.value, geldig_tot=None)
    eigen = loket.organisatie
    if loket.soort == Loketsoort.NAZORG or eigen.regio:
        rijen = rijen.filter(regio=eigen.regio) if eigen.regio else rijen.none()
    else:
        rijen = rijen.exclude(regio="")
    return list(rijen.exclude(code=eigen.code).values_list("code", "naam"))


def gemeenten_met_aanbod() -> list[tuple[str, str]]:
    """Code and name of the municipalities with provisions for their people. Two queries."""
    eigen = Voorziening.objects.filter(houder__soort=Loketsoort.NAZORG.value)
    codes = set(eigen.order_by().values_list("houder__organisatie__code", flat=True).distinct())
    for gedeeld in Voorziening.objects.exclude(gedeeld_met=[]).values_list(
        "gedeeld_met", flat=True
    ):
        codes |= set(gedeeld)
    rijen = Organisatie.objects.filter(code__in=codes)
    return list(rijen.values_list("code", "naam"))


def _met_houder() -> QuerySet[Voorziening]:
    return Voorziening.objects.select_related("houder__organisatie")


def _voor(gemeente: str) -> Q:
    eigen = Q(houder__organisatie__code=gemeente, houder__soort=Loketsoort.NAZORG.value)
    return eigen | Q(gedeeld_met__contains=[gemeente])


def _open_voor(dossier: Dossier, op: date) -> QuerySet[Voorziening]:
    feiten = feiten_uit_rijen(dossier)
    codes = [g.gemeente for g in in_beeld(feiten, op, aannames_op(op))]
    eigen = Q(houder__organisatie__code__in=codes, houder__soort=Loketsoort.NAZORG.value)
    duurt = Q(geldig_tot=None) | Q(geldig_tot__gte=op)
    rijen = _met_houder().filter(eigen | Q(gedeeld_met__overlap=codes))
    return rijen.filter(duurt, is_open=True, houder__actief=True)


def _beelden(rijen: Iterable[Voorziening], op: date, loket: int | None) -> list[Voorzieningbeeld]:
    lijst = list(rijen)
    if not lijst:
        return []
    plekken = _plekken([rij.pk for rij in lijst])
    codes = {code for rij in lijst for code in rij.gemeenten}
    heten = dict(Organisatie.objects.filter(code__in=codes).values_list("code", "naam"))
    return [
        Voorzieningbeeld(
            rij=rij,
            plekken=tuple(plekken.get(rij.pk, ())),
            gemeenten=tuple(sorted(heten.get(code, code) for code in rij.gemeenten)),
            op=op,
            van_ons=rij.houder_id == loket,
        )
        for rij in lijst
    ]


def _plekken(nummers: list[UUID]) -> dict[UUID, list[Rij]]:
    uit: dict[UUID, list[Rij]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plannen_plekken(%s)", [nummers])
        for van, nummer, staat, vanaf, tot, vast in cursor.fetchall():
            uit[van].append(Rij(nummer, Plek(Plaatsstaat(staat), vanaf, tot, vast)))
    return uit


def _aanvraag(rij: tuple[Any, ...], op: date) -> Aanvraag:
    staat = staat_op(Plek(Plaatsstaat(rij[8]), rij[6], rij[7], rij[9]), op)
    velden = [veld.name for veld in fields(Aanvraag)][: len(rij)]
    return Aanvraag(**{**dict(zip(velden, rij, strict=True)), "staat": staat})


def _mensen(nummers: set[UUID]) -> dict[UUID, str]:
    """The names of these persons, as row security shows them."""
    if not nummers:
        return {}
    rijen = Dossier.objects.filter(pk__in=nummers).select_related("persoon")
    return {rij.pk: str(rij.persoon.lijstnaam) for rij in rijen}
