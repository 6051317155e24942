"""Accepted handovers as the rules take them: on which day, from whom, to whom. Clausule 1.7."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.overdracht import Overdrachtstaat
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import Afspraak, Regietaak
from richting.akkoord.woorden import Loketsoort
from richting.partijen.models import Loket
from richting.regie.models import Overdracht

Afgesproken = dict[UUID, dict[Regietaak, list[Afspraak]]]


def afspraken_van(per_dossier: Mapping[UUID, Feiten]) -> Afgesproken:
    """The accepted handovers of these dossiers, per task. One query."""
    rijen = Overdracht.objects.filter(
        dossier__in=list(per_dossier), staat=Overdrachtstaat.AANVAARD.value, ontvangen_op=None
    ).select_related("van_loket__organisatie", "aan_loket__organisatie")
    uit: Afgesproken = {}
    for rij in rijen:
        per_taak = uit.setdefault(rij.dossier_id, {})
        per_taak.setdefault(Regietaak(rij.taak), []).append(
            als_afspraak(rij, per_dossier[rij.dossier_id])
        )
    return uit


def als_afspraak(rij: Overdracht, feiten: Feiten) -> Afspraak:
    """A handover on the day it holds; that of release moves with the release."""
    return Afspraak(
        dag_van(rij, feiten), partij_van(rij.van_loket), partij_van(rij.aan_loket), rij.pk
    )


def dag_van(rij: Overdracht, feiten: Feiten) -> date:
    """The agreed day, or the day of release when that was agreed."""
    return (rekendatum(feiten) if rij.op_vertrek else None) or rij.datum


def partij_van(loket: Loket) -> Partij:
    """The party that a desk stands for."""
    return Partij(Loketsoort(loket.soort), loket.organisatie.code)
