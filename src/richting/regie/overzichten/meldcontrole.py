"""Compare the duty to tell with the mailboxes: what had to be told and was not. Clausule 5.4.

From the rows alone: the journal says what changed and when, the grounds who could see it then, the
mailboxes what was told. It changes nothing. Runs as owner, or within a unit of work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from richting.akkoord.meldplicht import KLASSEN, Kring, Meldklasse, moest_horen
from richting.delen.acties.herrekening import per_keer
from richting.delen.models import Grond
from richting.kern.models import Journaal
from richting.meldingen.acties import NIET_AAN_ZICHZELF
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.regie.models import Besluitreactie

SOORTEN = [soort for soort, een in KLASSEN.items() if een.kring is Kring.PARTIJEN]
Verteld = dict[tuple[UUID, int], dict[datetime, set[str]]]


@dataclass(frozen=True)
class Plicht:
    """One change that one desk had to be told, and whether it was."""

    dossier: UUID
    loket: int
    soort: str
    moment: datetime
    gehouden: bool


def plichten(dossiers: Iterable[UUID] | None = None) -> Iterator[list[Plicht]]:
    """Per batch of dossiers every duty to tell, kept or not. Five queries per batch."""
    for nummers in per_keer(dossiers):
        verteld = _verteld(nummers)
        yield [*_partijen(nummers, verteld), *_besluiten(nummers, verteld)]


def _partijen(nummers: list[UUID], verteld: Verteld) -> Iterator[Plicht]:
    """What every party of the duty had to hear."""
    soorten = dict(Loket.objects.values_list("pk", "soort"))
    gronden: dict[UUID, list[Grond]] = defaultdict(list)
    for grond in Grond.objects.filter(dossier__in=nummers):
        gronden[grond.dossier_id].append(grond)
    for rij in Journaal.objects.filter(dossier_id__in=nummers, soort__in=SOORTEN):
        if rij.dossier_id is None:
            continue
        klasse = KLASSEN[rij.soort]
        for loket, categorieen, al in _zagen(gronden[rij.dossier_id], rij.tijdstip):
            eigen = loket == rij.loket and set(klasse.feiten) <= NIET_AAN_ZICHZELF
            if not eigen and moest_horen(klasse, soorten[loket], categorieen):
                toen = verteld.get((rij.dossier_id, loket), {}).get(rij.tijdstip, set())
                goed = _gehouden(klasse, toen, al=al)
                yield Plicht(rij.dossier_id, loket, rij.soort, rij.tijdstip, goed)


def _gehouden(klasse: Meldklasse, toen: set[str], *, al: bool) -> bool:
    """Told of this at that moment. Who got its ground in the same moment was told of another
    change of that moment instead: of what came before it, it needs not hear."""
    return bool(toen & set(klasse.feiten)) or (not al and bool(toen))


def _zagen(
    gronden: Iterable[Grond], moment: datetime
) -> Iterator[tuple[int, frozenset[str], bool]]:
    """The desks with a ground that was known then: what it opens, and whether it had it before."""
    dag = timezone.localtime(moment).date()
    per_loket: dict[int, list[Grond]] = defaultdict(list)
    for grond in gronden:
        bekend = grond.vastgesteld_op <= moment and (
            grond.vervallen_op is None or moment < grond.vervallen_op
        )
        if bekend and (grond.geldig_tot is None or dag < grond.geldig_tot):
            per_loket[grond.loket_id].append(grond)
    for loket, eigen in per_loket.items():
        categorieen = frozenset(c for grond in eigen for c in grond.categorieen)
        yield loket, categorieen, any(grond.vastgesteld_op < moment for grond in eigen)


def _besluiten(nummers: list[UUID], verteld: Verteld) -> Iterator[Plicht]:
    """Who was asked to react to a decision was told so."""
    rijen = Besluitreactie.objects.filter(dossier__in=nummers, loket__isnull=False)
    for rij in rijen.select_related("besluit"):
        soort = "besluit_spoed" if rij.besluit.spoed else "besluit_voorgenomen"
        toen = verteld.get((rij.dossier_id, rij.loket_id or 0), {}).get(rij.gevraagd_op, set())
        goed = bool(toen & set(KLASSEN[soort].feiten))
        yield Plicht(rij.dossier_id, rij.loket_id or 0, soort, rij.gevraagd_op, goed)


def _verteld(nummers: list[UUID]) -> Verteld:
    uit: Verteld = defaultdict(lambda: defaultdict(set))
    rijen = Melding.objects.filter(dossier__in=nummers)
    for dossier, loket, op, soort in rijen.values_list(
        "dossier", "loket", "aangemaakt_op", "soort"
    ):
        uit[dossier, loket][op].add(soort)
    return uit
