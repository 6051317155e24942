"""The reconciliation: every kind of drift, of all dossiers or of some. Clausule 5.4, 6.5.

It changes nothing. Runs as owner, or within a unit of work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from richting.akkoord.aansluiting import TERUG_DAGEN, Driftsoort
from richting.delen.acties.herrekening import per_keer
from richting.delen.controle import afwijkende_dossiers as scheve_gronden
from richting.dossiers.feiten import feiten_van_alle
from richting.kern.context import Wie
from richting.regie.acties.regietijdvak import afwijkende_dossiers as scheve_regie
from richting.regie.acties.werkstand import standen_van
from richting.regie.acties.zicht import ondergrens
from richting.regie.models import Grondronde, Werkregel
from richting.regie.overzichten import drift
from richting.regie.overzichten.drift import Afwijking, Deel, Uitkomst
from richting.regie.overzichten.meldcontrole import Plicht, plichten


@dataclass
class Aansluiting:
    """What was compared per kind, and what did not agree."""

    gekeken: dict[Driftsoort, int] = field(default_factory=lambda: dict.fromkeys(Driftsoort, 0))
    afwijkingen: list[Afwijking] = field(default_factory=list)
    dossiers: set[UUID] = field(default_factory=set)
    plichten: int = 0
    gemist: list[Plicht] = field(default_factory=list)

    def tel(self, soort: Driftsoort, uitkomst: Uitkomst) -> None:
        """Add what one question gave."""
        self.gekeken[soort] += uitkomst[0]
        self.afwijkingen += uitkomst[1]

    def aantal(self, soort: Driftsoort) -> int:
        """How much of this kind did not agree."""
        return sum(1 for een in self.afwijkingen if een.soort is soort)


def sluit_aan(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Aansluiting:
    """Compare facts, grounds, duties, meldingen and deliveries. Clausule 5.4, 6.4, 6.5.

    Some thirty queries per 500 dossiers.
    """
    uit = Aansluiting()
    vanaf = ondergrens()
    for nummers in per_keer(dossiers):
        deel = drift.lees_deel(wie, nummers, vanaf)
        _plichten(uit, nummers)
        for soort, uitkomst in (*_afgeleid(deel), *_verteld(deel), *drift.zicht(deel)):
            uit.tel(soort, uitkomst)
    uit.tel(Driftsoort.RONDE_GEMIST, _rondes(wie))
    return uit


def _plichten(uit: Aansluiting, nummers: list[UUID]) -> None:
    for deel in plichten(nummers):
        uit.plichten += len(deel)
        uit.dossiers |= {een.dossier for een in deel}
        gemist = [een for een in deel if not een.gehouden]
        uit.gemist += gemist
        soort = Driftsoort.NIET_VERTELD
        fout = [Afwijking(soort, een.dossier, een.loket, een.soort) for een in gemist]
        uit.tel(soort, (len(deel), fout))


def _afgeleid(deel: Deel) -> Iterator[tuple[Driftsoort, Uitkomst]]:
    """What is kept because the facts say so."""
    aantal, wie = len(deel.nummers), deel.wie
    for soort, scheef in (
        (Driftsoort.GRONDEN, scheve_gronden(wie.vandaag, deel.nummers)),
        (Driftsoort.REGIE, scheve_regie(wie, deel.nummers)),
    ):
        fout = [Afwijking(soort, nummer, None, "") for stuk in scheef for nummer in stuk]
        yield soort, (aantal, fout)
    yield Driftsoort.WERKLIJST, _werklijst(deel)


def _werklijst(deel: Deel) -> Uitkomst:
    """The columns of the work lists, but for those that wait for the round of today."""
    dag = deel.wie.vandaag
    standen = standen_van(feiten_van_alle(deel.nummers), dag)
    rijen = {
        (rij.dossier_id, rij.loket_id): rij
        for rij in Werkregel.objects.filter(dossier__in=deel.nummers)
    }
    fout = []
    for (nummer, loket), stand in standen.items():
        rij = rijen.get((nummer, loket))
        if rij is not None and rij.herzien_op is not None and rij.herzien_op <= dag:
            continue
        wil = (stand.loket.uiterlijk, stand.loket.wacht_tot, stand.niet_op_orde, stand.herzien_op)
        is_ = rij and (rij.uiterlijk, rij.wacht_tot, rij.niet_op_orde, rij.herzien_op)
        if is_ != wil:
            fout.append(Afwijking(Driftsoort.WERKLIJST, nummer, loket, ""))
    return len(standen), fout


def _verteld(deel: Deel) -> Iterator[tuple[Driftsoort, Uitkomst]]:
    """What the mailboxes and the channels say."""
    yield Driftsoort.ZONDER_GROND, drift.zonder_grond(deel)
    yield Driftsoort.ZONDER_OORZAAK, drift.zonder_oorzaak(deel)
    yield Driftsoort.DUBBEL, drift.dubbel(deel)
    yield Driftsoort.NIET_BEZORGD, drift.niet_bezorgd(deel)
    yield Driftsoort.DATUM_51C, drift.datum_51c(deel)


def _rondes(wie: Wie) -> Uitkomst:
    """The days of the last month without a round, since the first there was. Two queries.

    Today counts too: the nightly check comes after the round. Where none ever ran, what was left
    untold counts as that.
    """
    eerste = Grondronde.objects.order_by("dag").values_list("dag", flat=True).first()
    if eerste is None:
        return 0, []
    begin = max(eerste, wie.vandaag - timedelta(days=TERUG_DAGEN))
    dagen = [begin + timedelta(days=nr) for nr in range((wie.vandaag - begin).days + 1)]
    gedaan = set(Grondronde.objects.filter(dag__gte=begin).values_list("dag", flat=True))
    soort = Driftsoort.RONDE_GEMIST
    fout = [Afwijking(soort, None, None, d.isoformat()) for d in dagen if d not in gedaan]
    return len(dagen), fout
