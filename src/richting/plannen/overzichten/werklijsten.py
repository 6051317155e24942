"""Three lists of the work list that look at the plan. Clausule 1.1, 5.4, 8.3. Within a reading.

Each starts from the lines of the desk: what it costs depends on the desk, not on the nation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Least
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.voorzieningen import HOUDERS, Plaatsstaat
from richting.akkoord.plan.woorden import BASISVOORWAARDEN, Actiestaat
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Verzoekantwoord
from richting.dossiers.models import Gemeenteverzoek
from richting.partijen.models import Loket
from richting.partijen.overzichten import namen_van
from richting.plannen import namen
from richting.plannen.models import Actie, Adviesinbreng, Plaatsing, Planwerkregel
from richting.plannen.overzichten.voorzieningen import zonder_naam
from richting.regie.lijsten import (
    Lijst,
    Lijstsoort,
    Toelichting,
    Wenk,
    registreer,
    registreer_wenk,
)
from richting.regie.overzichten.werkvoorraad import Vraag
from richting.web.datums import dag_in_woorden

ZONDER_PLAN, ROOD, GEVRAAGD = "zonder-plan", "rood", "gevraagd"
PLAN = Gegevenscategorie.PLAN.value
GEBIEDEN = {gebied.categorie.value: gebied for gebied in BASISVOORWAARDEN}


def _zonder_plan(rijen: Lijst, vraag: Vraag) -> Lijst:
    weg = rijen.filter(vertrokken_op__isnull=False, vertrokken_op__lte=vraag.vandaag)
    return weg.filter(
        Exists(Planwerkregel.objects.filter(dossier=OuterRef("dossier"), categorie=PLAN))
    )


def _rood(rijen: Lijst, vraag: Vraag) -> Lijst:
    grens = vraag.vandaag + timedelta(weeks=vraag.aannames.rood_weken)
    rood = Planwerkregel.objects.filter(dossier=OuterRef("dossier"), categorie__in=list(GEBIEDEN))
    return rijen.filter(Exists(rood), thuiskomst__isnull=False, thuiskomst__lte=grens)


def _gevraagd(rijen: Lijst, vraag: Vraag) -> Lijst:
    eerst, *verder = [open_(vraag).order_by() for open_ in OPEN]
    dossiers = eerst.values("dossier").union(*(een.values("dossier") for een in verder))
    eerste = Least(*(Subquery(_eerste_dag(een)) for een in (eerst, *verder)))
    return rijen.filter(dossier__in=dossiers).annotate(antwoord_voor=eerste)


def _eerste_dag(open_: QuerySet[Any]) -> QuerySet[Any]:
    """The first last day to answer of the dossier of a line."""
    van_dossier = open_.filter(dossier=OuterRef("dossier")).order_by("antwoord_uiterlijk")
    return van_dossier.values("antwoord_uiterlijk")[:1]


def _open_plaatsen(vraag: Vraag) -> QuerySet[Plaatsing]:
    """Places asked of or by this desk that have no answer yet. Clausule 8.3."""
    van_mij = Q(voorziening__houder=vraag.loket) | Q(gevraagd_door=vraag.loket)
    return Plaatsing.objects.filter(van_mij, staat=Plaatsstaat.GEVRAAGD.value)


def _open_vragen(vraag: Vraag) -> QuerySet[Actie]:
    """What was asked of or by this desk and has no answer yet; every question has its last day."""
    van_mij = Q(verantwoordelijk=vraag.loket) | Q(gevraagd_door=vraag.loket)
    return Actie.objects.filter(
        van_mij, staat=Actiestaat.GEVRAAGD, antwoord_uiterlijk__isnull=False
    )


def _open_inbreng(vraag: Vraag) -> QuerySet[Adviesinbreng]:
    """What was asked for an advice to the judge of or by this desk, without answer."""
    van_mij = Q(aan=vraag.loket) | Q(gevraagd_door=vraag.loket)
    return Adviesinbreng.objects.filter(van_mij, beantwoord_op=None)


def _open_verzoeken(vraag: Vraag) -> QuerySet[Gemeenteverzoek]:
    """Requests to receive somebody of or by the municipality of this desk. Clausule 5.7."""
    nazorg = Loket.objects.filter(pk=vraag.loket, soort=Loketsoort.NAZORG.value)
    code = nazorg.values("organisatie__code")
    van_ons = Q(gemeente__in=code) | Q(door__in=code)
    open_ = Gemeenteverzoek.objects.filter(van_ons, ingetrokken_op=None)
    return open_.filter(antwoord__in=("", Verzoekantwoord.MEER_NODIG.value))


OPEN: tuple[Callable[[Vraag], QuerySet[Any]], ...] = (
    _open_vragen,
    _open_plaatsen,
    _open_inbreng,
    _open_verzoeken,
)
"""Every kind of question that one desk asks another, with `dossier` and `antwoord_uiterlijk`."""


def _waarom_rood(dossiers: list[UUID], _vraag: Vraag) -> dict[UUID, Toelichting]:
    """Which conditions are red, of those that this desk may see. One query."""
    rijen = Planwerkregel.objects.filter(dossier__in=dossiers, categorie__in=list(GEBIEDEN))
    per: dict[UUID, set[str]] = defaultdict(set)
    for nummer, categorie in rijen.values_list("dossier", "categorie"):
        per[nummer].add(categorie)
    return {
        nummer: Toelichting(
            ", ".join(str(namen.LEEFGEBIEDEN[g]) for c, g in GEBIEDEN.items() if c in rood),
            frozenset(rood),
        )
        for nummer, rood in per.items()
    }


def _waarom_gevraagd(dossiers: list[UUID], vraag: Vraag) -> dict[UUID, Toelichting]:
    """What was asked, of whom, by when; the first of each dossier. A query per kind of question,
    and one for the names of municipalities."""
    acties, plaatsen, inbreng, verzoeken = (
        open_(vraag).filter(dossier__in=dossiers) for open_ in OPEN
    )
    rijen: list[tuple[Any, str, str]] = [
        (rij, _zin(rij, vraag), rij.categorie)
        for rij in acties.select_related(
            "verantwoordelijk__organisatie", "gevraagd_door__organisatie"
        )
    ]
    rijen += [
        (rij, _plekzin(rij, vraag), rij.categorie)
        for rij in plaatsen.select_related("voorziening__houder", "gevraagd_door")
    ]
    rijen += [
        (rij, _inbrengzin(rij, vraag), rij.categorie)
        for rij in inbreng.select_related("aan__organisatie", "gevraagd_door__organisatie")
    ]
    rijen += [(rij, zin, PLAN) for rij, zin in _verzoekzinnen(list(verzoeken))]
    uit: dict[UUID, Toelichting] = {}
    for rij, zin, categorie in sorted(rijen, key=lambda r: (r[0].antwoord_uiterlijk, r[0].pk)):
        uit.setdefault(rij.dossier_id, Toelichting(zin, frozenset({categorie})))
    return uit


def _inbrengzin(rij: Adviesinbreng, vraag: Vraag) -> str:
    van_ons = rij.aan_id == vraag.loket
    zin = _("Een vraag voor een advies, gevraagd aan {wie}. Antwoord uiterlijk {dag}.")
    if van_ons:
        zin = _("Een vraag voor een advies, gevraagd door {wie}. Antwoord uiterlijk {dag}.")
    wie = rij.gevraagd_door.naam if van_ons else rij.aan.naam
    return zin.format(wie=wie, dag=dag_in_woorden(rij.antwoord_uiterlijk))


def _verzoekzinnen(rijen: list[Gemeenteverzoek]) -> list[tuple[Gemeenteverzoek, str]]:
    hoe_heet = namen_van({code for rij in rijen for code in (rij.gemeente, rij.door)})
    zin = _("{door} vraagt {aan} om deze persoon te ontvangen. Antwoord uiterlijk {dag}.")
    return [
        (
            rij,
            zin.format(
                door=hoe_heet.get(rij.door, rij.door),
                aan=hoe_heet.get(rij.gemeente, rij.gemeente),
                dag=dag_in_woorden(rij.antwoord_uiterlijk),
            ),
        )
        for rij in rijen
    ]


def _plekzin(rij: Plaatsing, vraag: Vraag) -> str:
    van_ons = rij.voorziening.houder_id == vraag.loket
    zin = _("Plek bij {wat}, gevraagd aan {wie}. Antwoord uiterlijk {dag}.")
    if van_ons:
        zin = _("Plek bij {wat}, gevraagd door {wie}. Antwoord uiterlijk {dag}.")
    wie = rij.gevraagd_door.naam if van_ons else rij.voorziening.houder.naam
    dag = dag_in_woorden(rij.antwoord_uiterlijk)
    return zin.format(wat=rij.voorziening.naam, wie=wie, dag=dag)


def _zin(rij: Actie, vraag: Vraag) -> str:
    dag = dag_in_woorden(rij.antwoord_uiterlijk) if rij.antwoord_uiterlijk else ""
    if rij.verantwoordelijk_id == vraag.loket:
        zin = _("{wat}, gevraagd door {wie}. Antwoord uiterlijk {dag}.")
        wie = rij.gevraagd_door.naam if rij.gevraagd_door else ""
    else:
        zin = _("{wat}, gevraagd aan {wie}. Antwoord uiterlijk {dag}.")
        wie = rij.verantwoordelijk.naam
    return zin.format(wat=rij.wat, wie=wie, dag=dag)


LIJSTEN = (
    Lijstsoort(
        ROOD,
        25,
        gettext_lazy("Rood en bijna vrij"),
        gettext_lazy(
            "Vrij binnen {weken} weken, terwijl een voorwaarde dan nog niet is geregeld of "
            "niet bekend is."
        ),
        _rood,
        "thuiskomst",
        weken="rood_weken",
        loketsoorten=PLANPARTIJEN,
        toelichting=_waarom_rood,
    ),
    Lijstsoort(
        GEVRAAGD,
        27,
        gettext_lazy("Gevraagd, geen antwoord"),
        gettext_lazy("Vragen aan uw loket en vragen van uw loket zonder antwoord."),
        _gevraagd,
        "antwoord_voor",
        loketsoorten=PLANPARTIJEN,
        toelichting=_waarom_gevraagd,
    ),
    Lijstsoort(
        ZONDER_PLAN,
        45,
        gettext_lazy("Vertrokken zonder plan"),
        gettext_lazy("Al vrij, terwijl er nooit een plan is vastgesteld."),
        _zonder_plan,
        "vertrokken_op",
        aflopend=True,
        loketsoorten=PLANPARTIJEN,
    ),
)
"""For the desks that make the plan together."""


def meld_aan() -> None:
    """Hang the lists on the work list; running it twice changes nothing."""
    for soort in LIJSTEN:
        registreer(soort)
    registreer_wenk("plek", _wenk)


def _wenk(vraag: Vraag) -> Wenk | None:
    """A place asked for somebody whom this keeper may not see. At most one query."""
    aantal = zonder_naam() if vraag.loketsoort in HOUDERS else 0
    if not aantal:
        return None
    zin = ngettext(
        "Er is {n} plek gevraagd bij uw voorzieningen voor iemand die uw loket nog niet mag zien.",
        "Er zijn {n} plekken gevraagd bij uw voorzieningen voor mensen die uw loket nog niet mag "
        "zien.",
        aantal,
    )
    return Wenk(zin.format(n=aantal), "plannen:voorzieningen")
