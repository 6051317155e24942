"""Who directs a dossier: now, next, before. Always within a reading; hidden tasks have no rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten, Toezicht
from richting.akkoord.regie import Houder, casusregie
from richting.akkoord.regieverloop import Regietaak
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.klok import AMSTERDAM
from richting.regie.models import Regietijdvak
from richting.regie.tijdvakken import geldend


@dataclass(frozen=True)
class Taakbeeld:
    """One task: the row that holds now, the next other holder that is known, and those before."""

    taak: Regietaak
    nu: Regietijdvak | None
    straks: Regietijdvak | None
    eerder: tuple[Regietijdvak, ...]


def regie_van(dossier: UUID, op: datetime) -> dict[Regietaak, Taakbeeld]:
    """Each task that this reader may see. One query. Clausule 1.5, 1.6, 1.7, 1.8."""
    per_taak: dict[Regietaak, list[Regietijdvak]] = {}
    for rij in Regietijdvak.objects.filter(dossier=dossier).order_by("vanaf", "taak"):
        per_taak.setdefault(Regietaak(rij.taak), []).append(rij)
    return {taak: _beeld(taak, per_taak[taak], op) for taak in Regietaak if taak in per_taak}


def _beeld(taak: Regietaak, rijen: list[Regietijdvak], op: datetime) -> Taakbeeld:
    nu = geldend(rijen, op)
    straks = next((rij for rij in rijen if rij.vanaf > op and not _zelfde(rij, nu)), None)
    eerder = [rij for rij in rijen if nu and rij.vanaf < nu.vanaf]
    return Taakbeeld(taak, nu, straks, tuple(reversed(eerder)))


def _zelfde(rij: Regietijdvak, nu: Regietijdvak | None) -> bool:
    """The same party goes on, for another reason: that is nobody new."""
    return nu is not None and (rij.soort, rij.organisatie) == (nu.soort, nu.organisatie)


def codes(beelden: Iterable[Taakbeeld]) -> set[str]:
    """The organisations that these name."""
    return {
        rij.organisatie
        for een in beelden
        for rij in (een.nu, een.straks, *een.eerder)
        if rij and rij.organisatie
    }


@dataclass(frozen=True)
class Wieregisseert:
    """Who directs the route and the case now, as stored, and the case after the stay, by rule."""

    procesregie: Regietijdvak | None
    casusregie: Regietijdvak | None
    casusregie_na: Houder


def wie_regisseert(dossier: Dossier, nu: datetime, aannames: Aannames) -> Wieregisseert:
    """The last of the five answers of a plan. Two queries. Clausule 5.5."""
    beelden = regie_van(dossier.pk, nu)
    proces, casus = beelden.get(Regietaak.PROCESREGIE), beelden.get(Regietaak.CASUSREGIE)
    feiten = feiten_uit_rijen(dossier)
    return Wieregisseert(
        proces.nu if proces else None,
        casus.nu if casus else None,
        casusregie_na(dossier.pk, feiten, nu.astimezone(AMSTERDAM).date(), aannames),
    )


def casusregie_na(dossier: UUID, feiten: Feiten, op: date, aannames: Aannames) -> Houder:
    """Who directs the case once the stay is over, by rule; an unknown end may be today.

    The same for every reader, whatever each sees of supervision. One query. Clausule 1.7.
    """
    verwacht = feiten.verwacht_einde
    einde = feiten.einde or max(verwacht.laatst or verwacht.vroegst or op, op)
    dag = max(einde + timedelta(days=1), op)
    organisatie = _toezicht_op(dossier, dag, einde)
    toezicht = (Toezicht(organisatie, dag),) if organisatie else ()
    return casusregie(replace(feiten, einde=einde, toezicht=toezicht), dag, aannames)


def _toezicht_op(dossier: UUID, dag: date, einde: date) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT regie_toezicht_op(%s, %s, %s)", [dossier, dag, einde])
        rij = cursor.fetchone()
    return rij[0] if rij else None
