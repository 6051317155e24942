"""The plan on the work lists: what asks for somebody is kept with every change. Clausule 1.1, 8.3.

A standing on the day of release depends on answers, actions and that day, not on today: for as long
as the release lies ahead nothing here grows old. `herbouw` mends what drifted all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from django.db import connection

from richting.akkoord.plan.standen import is_rood
from richting.akkoord.plan.woorden import BASISVOORWAARDEN
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.acties.herrekening import per_keer
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.invoer import NIETS, voeg_in
from richting.kern.werk import Werk, verwerking
from richting.plannen.models import Planversie, Planwerkregel
from richting.plannen.overzichten.standen import standen_van_alle

PLAN = Gegevenscategorie.PLAN.value
STANDSOORTEN = frozenset(
    {
        "screening_vastgesteld",
        "screening_gecorrigeerd",
        "stand_afgeweken",
        "stand_volgt_regel",
        "actie_gemaakt",
        "actie_stap",
        "actie_gewijzigd",
    }
)
"""What can change a standing from within the plan."""
DAGSOORTEN = frozenset(
    {"einde_gewijzigd", "gecorrigeerd", "ingetrokken", "overleden", "vertrokken"}
)
"""What can move the last day of a stay."""
ALLES = frozenset({PLAN, *(gebied.categorie.value for gebied in BASISVOORWAARDEN)})
"""What asks for somebody while nothing was measured and no version fixed."""


def werk_bij(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Keep the lines of these dossiers true. One query for new stays, ten at most otherwise."""
    soorten = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    nieuw = {dossier for dossier, s in soorten.items() if "dossier_geopend" in s}
    weg = {dossier for dossier, s in soorten.items() if "buiten_doelgroep" in s}
    vast = {dossier for dossier, s in soorten.items() if "plan_vastgesteld" in s}
    if nieuw:
        _voeg_toe({dossier: ALLES for dossier in nieuw})
    if vast:
        Planwerkregel.objects.filter(dossier__in=vast, categorie=PLAN).delete()
    anders = {d: s for d, s in soorten.items() if d not in nieuw | weg}
    stand = {dossier for dossier, s in anders.items() if s & STANDSOORTEN}
    dag = {dossier for dossier, s in anders.items() if s & DAGSOORTEN} - stand
    geraakt = stand | _met_iets(dag)
    if geraakt:
        _breng_bij(sorted(geraakt), werk.wie.vandaag)


def herbouw(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Make the lines of these dossiers (all: None) again; per batch the dossiers that were wrong.

    Eight queries a batch.
    """
    for nummers in _delen(wie, dossiers):
        with verwerking(wie):
            scheef = _breng_bij(nummers, wie.vandaag)
        yield scheef


def afwijkende_dossiers(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Per batch the dossiers whose lines differ from their plan; changes nothing."""
    for nummers in _delen(wie, dossiers):
        with verwerking(wie):
            hoort, staat = _hoort(nummers, wie.vandaag), _staat(nummers)
        yield [nummer for nummer in nummers if hoort[nummer] != staat[nummer]]


def _delen(wie: Wie, dossiers: Iterable[UUID] | None) -> Iterator[list[UUID]]:
    if dossiers is not None:
        return per_keer(dossiers)
    with verwerking(wie):
        return per_keer(list(Dossier.objects.order_by("pk").values_list("pk", flat=True)))


def _met_iets(dossiers: set[UUID]) -> set[UUID]:
    """Where an answer, action or departure stands: without, every condition is unknown."""
    if not dossiers:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d FROM unnest(%s::uuid[]) d"
            " WHERE EXISTS (SELECT 1 FROM plannen_afname WHERE dossier_id = d)"
            " OR EXISTS (SELECT 1 FROM plannen_actie WHERE dossier_id = d)"
            " OR EXISTS (SELECT 1 FROM plannen_standafwijking WHERE dossier_id = d)",
            [list(dossiers)],
        )
        return {nummer for (nummer,) in cursor.fetchall()}


def _breng_bij(nummers: list[UUID], op: date) -> list[UUID]:
    """Write what differs; the dossiers where something did."""
    hoort, staat = _hoort(nummers, op), _staat(nummers)
    scheef = [nummer for nummer in nummers if hoort[nummer] != staat[nummer]]
    for nummer in scheef:
        weg = staat[nummer] - hoort[nummer]
        if weg:
            Planwerkregel.objects.filter(dossier=nummer, categorie__in=weg).delete()
    _voeg_toe({nummer: hoort[nummer] - staat[nummer] for nummer in scheef})
    return scheef


def _voeg_toe(per_dossier: Mapping[UUID, Iterable[str]]) -> None:
    rijen = (
        Planwerkregel(dossier_id=dossier, categorie=categorie)
        for dossier, categorieen in sorted(per_dossier.items())
        for categorie in sorted(categorieen)
    )
    voeg_in(rijen, NIETS)


def _staat(nummers: list[UUID]) -> dict[UUID, set[str]]:
    uit: dict[UUID, set[str]] = {nummer: set() for nummer in nummers}
    rijen = Planwerkregel.objects.filter(dossier__in=nummers)
    for nummer, categorie in rijen.values_list("dossier", "categorie"):
        uit[nummer].add(categorie)
    return uit


def _hoort(nummers: list[UUID], op: date) -> dict[UUID, set[str]]:
    """What should stand: red conditions of who is covered by the accord, and whether no plan."""
    binnen = Dossier.objects.filter(pk__in=nummers).exclude(status=Dossier.BUITEN_DOELGROEP)
    standen = standen_van_alle(binnen, op)
    met_plan = set(Planversie.objects.filter(dossier__in=nummers).values_list("dossier", flat=True))
    uit: dict[UUID, set[str]] = {nummer: set() for nummer in nummers}
    for nummer, gebieden in standen.items():
        uit[nummer] = {
            gebied.categorie.value
            for gebied in BASISVOORWAARDEN
            if gebied in gebieden and is_rood(gebieden[gebied].op_ontslag)
        }
        if nummer not in met_plan:
            uit[nummer].add(PLAN)
    return uit
