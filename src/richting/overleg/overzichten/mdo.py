"""When consultations about a dossier were held: the fact from which the next MDO is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from richting.akkoord.overleg import Overlegsoort, Overlegstaat
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt


def mdo_data(dossiers: Iterable[UUID]) -> dict[UUID, list[date]]:
    """The days on which an MDO discussed these dossiers, in order. One query. Clausule 5.1.

    Term T4-vervolg counts from the last one. What was put off to a next time was not discussed.
    """
    rijen = Agendapunt.objects.filter(
        dossier__in=list(dossiers),
        doorgeschoven=False,
        overleg__soort=Overlegsoort.MDO.value,
        overleg__staat=Overlegstaat.GEHOUDEN.value,
    )
    uit: dict[UUID, list[date]] = defaultdict(list)
    for dossier, begin in rijen.order_by("overleg__begin").values_list("dossier", "overleg__begin"):
        uit[dossier].append(dag_van(begin))
    return dict(uit)
