"""The panel of this room on the dossier page: the three questions in short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from richting.delen import namen, overzichten
from richting.delen.formulieren import Dagformulier
from richting.kern.lezen import Lezing


def delen(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """Why do I see this, and who may see it today? Three queries. Clausule 6.2, 6.4, 6.7."""
    redenen = overzichten.waarom(dossier.id, lees.wie.loket)
    if not redenen:
        return None
    return {
        "dossier": dossier,
        "redenen": redenen,
        "partijen": partijen(overzichten.wie_mag(dossier.id, lees.wie.vandaag)),
        "dag": Dagformulier(auto_id="id_delen_%s"),
        "beheert": bool(overzichten.afschermbare_loketten(dossier.id)),
    }


def afgeschermd(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """That not everybody of the desk may see this dossier. Two queries at most. Clausule 3.6."""
    gronden = overzichten.geldige_gronden(dossier.id, lees.wie.loket)
    if not any(grond.afgeschermd for grond in gronden):
        return None
    return {"dossier": dossier, "beheert": bool(overzichten.afschermbare_loketten(dossier.id))}


def laatste_blik(lees: Lezing, dossier: Any) -> datetime | None:
    """When this reader last looked, so that the page can mark what is new."""
    return overzichten.laatste_blik(dossier.pk)


def partijen(toegangen: list[overzichten.Toegang]) -> list[dict[str, Any]]:
    """The desks that may see a dossier, each once, with everything they may see, and the regional
    agreements by which that is less than the law gives."""
    afspraken = overzichten.afspraken_bij(
        nummer for toegang in toegangen for nummer in toegang.regioafspraken
    )
    per_loket: dict[tuple[str, str], list[overzichten.Toegang]] = {}
    for toegang in toegangen:
        per_loket.setdefault((toegang.organisatie, toegang.loket), []).append(toegang)
    return [
        {
            "organisatie": organisatie,
            "loket": loket,
            "eigen": regels[0].eigen,
            "wat": namen.opsomming({c for regel in regels for c in regel.categorieen}),
            "artikelen": ", ".join(dict.fromkeys(regel.artikel for regel in regels)),
            "sinds": min(regel.geldig_vanaf for regel in regels),
            "tot": _laatste(regels),
            "afspraken": sorted(
                {afspraken[n].naam for regel in regels for n in regel.regioafspraken}
            ),
        }
        for (organisatie, loket), regels in per_loket.items()
    ]


@dataclass(frozen=True)
class Dagblik:
    """Somebody looked in the same way once or more on one day; `laatst` is the last of these."""

    laatst: overzichten.Blik
    keer: int


def per_dag(blikken: list[overzichten.Blik]) -> list[Dagblik]:
    """Who looked, newest first: the same look by the same person on one day is one line."""
    per_soort: dict[tuple[Any, ...], list[overzichten.Blik]] = {}
    for blik in blikken:
        dag = timezone.localtime(blik.tijdstip).date()
        per_soort.setdefault((dag, blik.door, blik.loket, blik.hoe), []).append(blik)
    return [Dagblik(deze[0], len(deze)) for deze in per_soort.values()]


def _laatste(regels: list[overzichten.Toegang]) -> Any:
    einden = [regel.geldig_tot for regel in regels]
    return None if None in einden else max(tot for tot in einden if tot)
