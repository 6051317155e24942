"""From rows to what the rule of `akkoord.zicht` asks, and the melding that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from richting.akkoord.grondslagen import grondslag
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.uitkomst import Bron
from richting.akkoord.zicht import WEG, Grondtijd, Verteld, Wending, wendingen
from richting.delen.models import Grond
from richting.kern.instellingen import aannames_op
from richting.kern.klok import AMSTERDAM
from richting.kern.werk import Werk
from richting.meldingen.models import Melding


def als_grondtijd(rij: Grond) -> Grondtijd:
    """A stored ground as the rule gets it."""
    return Grondtijd(
        rij.loket_id,
        frozenset(rij.categorieen),
        rij.geldig_vanaf,
        rij.geldig_tot,
        rij.vastgesteld_op,
        rij.vervallen_op,
    )


def als_verteld(rij: Melding) -> Verteld:
    """A line of a mailbox as the rule gets it."""
    return Verteld(rij.loket_id, rij.soort, rij.aangemaakt_op, rij.zonder_grond)


def wendingen_van(rijen: Iterable[Grond], tot: datetime) -> list[Wending]:
    """Everything that began or ended by these rows of one dossier, up to a moment."""
    return wendingen((als_grondtijd(rij) for rij in rijen), tot, AMSTERDAM)


def zichtmelding(werk: Werk, dossier: UUID, wending: Wending, gronden: Iterable[Grond]) -> Melding:
    """What a desk is told of such a turn; `gronden` are the rows of the dossier. Clausule 5.4."""
    feit, vandaag = wending.feit, werk.wie.vandaag
    dag = wending.op.astimezone(AMSTERDAM).date()
    return Melding(
        dossier_id=dossier,
        loket_id=wending.loket,
        soort=feit.value,
        zin=regel_voor(feit).zin,
        feitdatum=dag,
        uiterlijk=plus_werkdagen(vandaag, aannames_op(vandaag).melden_werkdagen),
        bron="; ".join(str(bron) for bron in _bronnen(wending, gronden)),
        zonder_grond=feit is WEG,
        aangemaakt_op=werk.wie.nu,
    )


def _bronnen(wending: Wending, gronden: Iterable[Grond]) -> list[Bron]:
    if not wending.begint:
        return [Bron("clausule", "6.4")]
    dag = wending.op.astimezone(AMSTERDAM).date()
    artikelen = {
        grondslag(rij.grondslag).artikel
        for rij in gronden
        if rij.loket_id == wending.loket
        and als_grondtijd(rij).baan is wending.baan
        and als_grondtijd(rij).open_op(wending.op, dag)
    }
    return [Bron("clausule", "5.4"), *(Bron("artikel", een) for een in sorted(artikelen))]
