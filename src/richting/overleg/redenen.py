"""Reasons for an agenda that other subjects know: objections to a decision, a late handover.

A source gets many dossiers at once and says which of them must be discussed, in a fixed number of
queries. It runs within a reading: row security narrows what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.overleg import Agendareden, Reden
from richting.akkoord.posten import Poststaat, staat
from richting.kern.instellingen import aannames_op
from richting.kern.models import Journaal
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt
from richting.regie.posten import Postvraag, bronnen

Bron = Callable[[Mapping[UUID, Feiten], date], dict[UUID, date]]
AANGEHOUDEN = "besluit_aangehouden"
"""Kind of journal row: a decision waits because a party it touches objects."""
TERUG = timedelta(days=90)

_bronnen: dict[Agendareden, Bron] = {}


def registreer(reden: Agendareden, bron: Bron) -> None:
    """Add a source for this reason; registering again replaces it."""
    _bronnen[reden] = bron


def van(feiten: Mapping[UUID, Feiten], op: date) -> dict[UUID, tuple[Reden, ...]]:
    """Per dossier the reasons that the sources give, each with its day. Clausule 8.1."""
    uit: dict[UUID, tuple[Reden, ...]] = {}
    for reden, bron in sorted(_bronnen.items()):
        for dossier, dag in bron(feiten, op).items():
            uit[dossier] = (*uit.get(dossier, ()), Reden(reden, dag))
    return uit


def aangehouden(feiten: Mapping[UUID, Feiten], op: date) -> dict[UUID, date]:
    """Decisions that wait because of an objection, and were not discussed since. Two queries."""
    rijen = Journaal.objects.filter(
        dossier_id__in=list(feiten), soort=AANGEHOUDEN, tijdstip__date__gte=op - TERUG
    )
    gevonden = {
        rij.dossier_id: dag_van(rij.tijdstip)
        for rij in rijen.order_by("tijdstip")
        if rij.dossier_id
    }
    besproken = Agendapunt.objects.filter(
        dossier__in=list(gevonden), reden=Agendareden.BESLUIT_AANGEHOUDEN.value
    )
    laatst = dict(besproken.order_by("gemaakt_op").values_list("dossier", "gemaakt_op"))
    return {
        dossier: dag
        for dossier, dag in gevonden.items()
        if dossier not in laatst or dag_van(laatst[dossier]) < dag
    }


def late_overdracht(feiten: Mapping[UUID, Feiten], op: date) -> dict[UUID, date]:
    """Handovers that are late, from the posts that the handover makes. Clausule 1.7, 5.12."""
    vraag = Postvraag(feiten, op, aannames_op(op))
    uit: dict[UUID, date] = {}
    for bron in bronnen():
        if not bron.naam.startswith("overdracht"):
            continue
        for dossier, posten in bron.maak(vraag).items():
            laat = [p.uiterlijk for p in posten if staat(p, op) is Poststaat.TE_LAAT]
            if laat:
                uit[dossier] = min(laat)
    return uit
