"""What the pages say of who directs: names of parties, moments, and the person at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.regieverloop import Regieherkomst, Regietaak
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.overzichten import namen_van
from richting.regie.models import Regietijdvak
from richting.regie.namen import HERKOMSTEN, TAKEN, partijnaam
from richting.regie.overzichten.personeel import Persoon, personen_bij
from richting.regie.overzichten.regie import (
    Taakbeeld,
    casusregie_na,
    codes,
    feiten_uit_rijen,
    regie_van,
)
from richting.web.panelen import Kernvak


@dataclass(frozen=True)
class Houderregel:
    """One holder in words. `naam` "" is visibly nobody; `persoon` None is nobody by name."""

    rij: Regietijdvak
    naam: str
    zin: str
    herkomst: str
    sinds: datetime
    persoon: Persoon | None = None


@dataclass(frozen=True)
class Taakregel:
    """One task: who holds it now, who is next by what is known, who held it before."""

    taak: Regietaak
    kop: str
    nu: Houderregel | None
    straks: Houderregel | None
    eerder: list[Houderregel]


def taken(lees: Lezing, dossier: Dossier) -> list[Taakregel]:
    """Every task that this reader sees. Four queries. Clausule 1.5, 1.6, 1.7, 1.8."""
    beelden = regie_van(dossier.pk, lees.wie.nu)
    namen = namen_van(codes(beelden.values()))
    personen = personen_bij([dossier.pk], lees.wie.vandaag)
    per_loket = {loket: persoon for (_dossier, loket), persoon in personen.items()}
    return [_taak(beeld, namen, per_loket) for beeld in beelden.values()]


def _taak(beeld: Taakbeeld, namen: dict[str, str], personen: dict[int, Persoon]) -> Taakregel:
    return Taakregel(
        beeld.taak,
        str(TAKEN[beeld.taak]),
        _regel(beeld.nu, namen, personen) if beeld.nu else None,
        _regel(beeld.straks, namen, {}) if beeld.straks else None,
        [_regel(rij, namen, {}) for rij in beeld.eerder],
    )


def _regel(rij: Regietijdvak, namen: dict[str, str], personen: dict[int, Persoon]) -> Houderregel:
    return Houderregel(
        rij,
        partijnaam(namen.get(rij.organisatie, rij.organisatie), rij.soort),
        _(rij.zin_nu) if rij.zin else "",
        str(HERKOMSTEN[Regieherkomst(rij.herkomst)]),
        rij.vanaf,
        personen.get(rij.loket_id or 0),
    )


def na_verblijf(lees: Lezing, dossier: Dossier) -> tuple[str, str]:
    """Who directs the case after the stay, by rule, and why. Two queries. Clausule 1.7."""
    op = lees.wie.vandaag
    houder = casusregie_na(dossier.pk, feiten_uit_rijen(dossier), op, aannames_op(op))
    if houder.partij is None:
        return "", _(houder.zin)
    code = houder.partij.organisatie
    naam = partijnaam(namen_van([code]).get(code, code), houder.partij.loketsoort)
    return naam, _(houder.zin)


def kernvakken(lees: Lezing, dossier: Dossier) -> list[Kernvak]:
    """Who directs the route and the case, on top of the dossier page. Two queries.

    Clausule 1.5, 1.6, 1.7. As stored, so that every reader reads the same.
    """
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return []
    beelden = regie_van(dossier.pk, lees.wie.nu)
    namen = namen_van(codes(beelden.values()))
    vakken = []
    for taak in (Regietaak.PROCESREGIE, Regietaak.CASUSREGIE):
        rij = beelden[taak].nu if taak in beelden else None
        code = rij.organisatie if rij else ""
        zin = _(rij.zin_nu) if rij and rij.zin else ""
        naam = partijnaam(namen.get(code, code), rij.soort if rij else "")
        vakken.append(Kernvak(TAKEN[taak], naam, zin))
    return vakken


def paneel(lees: Lezing, dossier: Dossier) -> dict[str, Any] | None:
    """Who has the dossier at the own desk, and who is next. None for who takes no part."""
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return None
    regels = taken(lees, dossier)
    eigen = personen_bij([dossier.pk], lees.wie.vandaag).get((dossier.pk, lees.wie.loket or 0))
    return {"dossier": dossier, "taken": regels, "eigen": eigen}
