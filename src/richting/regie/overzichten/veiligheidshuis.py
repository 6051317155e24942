"""What a reader sees of a case at a Zorg- en Veiligheidshuis: now, before, and which can be chosen.

Clausule 1.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.inbreng import Inbreng, waarom_niet
from richting.dossiers.feiten import feiten_uit_rijen, inbreng_uit_rijen
from richting.dossiers.models import Dossier, Huisinbreng
from richting.kern.instellingen import aannames_op
from richting.partijen.huizen import huis_van_gemeente, huizen
from richting.partijen.overzichten import loketnamen, namen_van


@dataclass(frozen=True)
class Inbrengbeeld:
    """One bringing in: at which house, by whom (empty: a message told), why, and how it ended."""

    wat: Inbreng
    huis: str
    door: str
    reden: str
    einde_door: str
    einde_reden: str
    door_loket: int | None


@dataclass(frozen=True)
class Huisbeeld:
    """The one that counts, the others of before, and whether the case can be brought in today."""

    nu: Inbrengbeeld | None
    eerder: list[Inbrengbeeld]
    kan_inbrengen: bool
    feiten: Feiten


def huisbeeld(dossier: Dossier, op: date) -> Huisbeeld:
    """From the rows of the dossier; no query in the usual case."""
    feiten, geldt = feiten_uit_rijen(dossier), inbreng_uit_rijen(dossier)
    rijen = list(dossier.inbrengen.all())
    namen = namen_van([rij.veiligheidshuis for rij in rijen] + ([geldt.huis] if geldt else []))
    loketten = loketnamen(
        nummer for rij in rijen for nummer in (rij.door_loket, rij.beeindigd_door) if nummer
    )
    beelden = [_beeld(rij, namen, loketten) for rij in reversed(rijen)]
    nu = next((een for een in beelden if een.wat == geldt), None)
    if geldt and nu is None:
        nu = Inbrengbeeld(geldt, namen.get(geldt.huis, geldt.huis), "", "", "", "", None)
    eerder = [een for een in beelden if een is not nu]
    return Huisbeeld(nu, eerder, not waarom_niet(feiten, op, op), feiten)


def _beeld(rij: Huisinbreng, namen: dict[str, str], loketten: dict[int, str]) -> Inbrengbeeld:
    return Inbrengbeeld(
        Inbreng(rij.veiligheidshuis, rij.vanaf, rij.tot),
        namen.get(rij.veiligheidshuis, rij.veiligheidshuis),
        loketten.get(rij.door_loket or 0, ""),
        rij.reden,
        loketten.get(rij.beeindigd_door or 0, ""),
        rij.einde_reden,
        rij.door_loket,
    )


def te_kiezen(feiten: Feiten, op: date) -> tuple[list[tuple[str, str]], str]:
    """The houses one can choose, and that of the region of the municipality at play; empty when
    that region has none of its own name. Three queries at most."""
    keuzes = huizen()
    gemeente = gemeente_aan_zet(feiten, op, aannames_op(op)).waarde
    eigen = huis_van_gemeente(gemeente, keuzes) if gemeente else ""
    return keuzes, eigen
