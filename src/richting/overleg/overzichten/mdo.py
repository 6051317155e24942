"""When consultations about a dossier were held: the fact from which the next MDO is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from richting.akkoord.overleg import Overlegsoort, Overlegstaat
from richting.akkoord.termijnregels import Termijndaad
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt
from richting.regie import vervulling


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


def gedaan(dossiers: Iterable[UUID]) -> dict[UUID, dict[str, list[date]]]:
    """The same, for terms T4 and T4-vervolg: they end and begin with it. One query."""
    return {nummer: {Termijndaad.MDO: dagen} for nummer, dagen in mdo_data(dossiers).items()}


def meld_aan() -> None:
    """Let the terms follow held consultations; running it twice changes nothing."""
    vervulling.registreer("mdo", gedaan, tabellen=("overleg_agendapunt",))
