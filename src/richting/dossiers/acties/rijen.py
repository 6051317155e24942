"""From a folded stay to the rows of a dossier: write what is new, replace what changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models

from richting.dossiers.models import (
    Dossier,
    Gemeenteband,
    Inbreng,
    Ketenkenmerk,
    Persoonsgegevens,
    Plaats,
    Risicomarkering,
    Toezicht,
    Veroordeling,
)
from richting.dossiers.personen import naamsleutel
from richting.dossiers.stand import Stand
from richting.kern.werk import Werk


def kolommen(stand: Stand) -> dict[str, Any]:
    """The columns of the dossier row that follow from the stay."""
    return {
        "titel": stand.titel.value,
        "adolescentenstrafrecht": stand.adolescentenstrafrecht,
        "begin": stand.begin,
        "einde_vroegst": stand.verwachting.vroegst,
        "einde_laatst": stand.verwachting.laatst,
        "zekerheid": stand.verwachting.zekerheid.value,
        "verwachting_reden": stand.verwachting.reden,
        "einde": stand.einde,
        "eindereden": stand.eindereden.value if stand.eindereden else None,
        "terroristisch": stand.terroristisch,
        "reclassering": stand.reclassering,
        "status": Dossier.INGETROKKEN if stand.ingetrokken else Dossier.OPEN,
    }


def _persoon(dossier: UUID, stand: Stand) -> list[models.Model]:
    wie = stand.persoon
    return [
        Persoonsgegevens(
            dossier_id=dossier,
            bsn=wie.bsn,
            voornamen=wie.voornamen,
            voorvoegsel=wie.voorvoegsel,
            geslachtsnaam=wie.geslachtsnaam,
            naamsleutel=naamsleutel(wie),
            geboortedatum=wie.geboortedatum,
            geboorteplaats=wie.geboorteplaats,
            geslacht=wie.geslacht,
            verblijfsstatus=wie.verblijfsstatus.value,
            overleden_op=wie.overleden_op,
        )
    ]


def _ketenkenmerken(dossier: UUID, stand: Stand) -> list[models.Model]:
    paren = [("skn", stand.persoon.skn)] if stand.persoon.skn else []
    paren += [("parketnummer", nummer) for nummer in stand.parketnummers]
    return [Ketenkenmerk(dossier_id=dossier, soort=soort, waarde=w) for soort, w in paren]


def _plaatsen(dossier: UUID, stand: Stand) -> list[models.Model]:
    return [
        Plaats(
            dossier_id=dossier, soort=p.soort.value, inrichting=p.inrichting, van=p.van, tot=p.tot
        )
        for p in stand.plaatsen
    ]


def _gemeenten(dossier: UUID, stand: Stand) -> list[models.Model]:
    return [
        Gemeenteband(dossier_id=dossier, gemeente=g.gemeente, rol=g.rol.value, van=g.van, tot=g.tot)
        for g in stand.gemeenten
    ]


def _toezicht(dossier: UUID, stand: Stand) -> list[models.Model]:
    return [
        Toezicht(
            dossier_id=dossier,
            organisatie=t.organisatie,
            van=t.van,
            tot=t.tot,
            voorwaarden=list(t.voorwaarden),
        )
        for t in stand.toezicht
    ]


def _veroordeling(dossier: UUID, stand: Stand) -> list[models.Model]:
    straf = stand.veroordeling
    if straf is None:
        return []
    return [
        Veroordeling(
            dossier_id=dossier,
            artikelen=list(straf.artikelen),
            onherroepelijk=straf.onherroepelijk,
            onvoorwaardelijk_maanden=straf.onvoorwaardelijk_maanden,
            tbs_verpleging=straf.tbs_verpleging,
            pleegdatum=straf.pleegdatum,
            pij_verlengbaar=straf.pij_verlengbaar,
        )
    ]


def _risico(dossier: UUID, stand: Stand) -> list[models.Model]:
    if stand.risico_vanaf is None:
        return []
    return [Risicomarkering(dossier_id=dossier, vanaf=stand.risico_vanaf, tot=stand.risico_tot)]


def _inbreng(dossier: UUID, stand: Stand) -> list[models.Model]:
    if stand.veiligheidshuis is None or stand.veiligheidshuis_vanaf is None:
        return []
    huis = stand.veiligheidshuis
    return [Inbreng(dossier_id=dossier, veiligheidshuis=huis, vanaf=stand.veiligheidshuis_vanaf)]


TABELLEN: tuple[tuple[type[models.Model], Any, tuple[str, ...]], ...] = (
    (Persoonsgegevens, _persoon, ("persoon",)),
    (Ketenkenmerk, _ketenkenmerken, ("persoon.skn", "parketnummers")),
    (Plaats, _plaatsen, ("plaatsen",)),
    (Gemeenteband, _gemeenten, ("gemeenten",)),
    (Toezicht, _toezicht, ("toezicht",)),
    (Veroordeling, _veroordeling, ("veroordeling",)),
    (Risicomarkering, _risico, ("risico_vanaf", "risico_tot")),
    (Inbreng, _inbreng, ("veiligheidshuis", "veiligheidshuis_vanaf")),
)
"""Each table of the stay: how its rows are made, and which fields of the stay they follow from."""


def _waarde(stand: Stand, pad: str) -> Any:
    for deel in pad.split("."):
        stand = getattr(stand, deel)
    return stand


def schrijf(werk: Werk, dossier: UUID, oud: Stand | None, nieuw: Stand) -> None:
    """Write the rows of every table whose fields differ; `oud` None writes all that has content.

    They go on the pile of the work, so that many stays share a statement.
    """
    for model, maak, velden in TABELLEN:
        if oud is not None and all(_waarde(oud, v) == _waarde(nieuw, v) for v in velden):
            continue
        if oud is not None:
            werk.stapel.verwijder(model, dossier)
        werk.stapel.voeg_toe(maak(dossier, nieuw))


def wis(dossier: UUID) -> None:
    """Take away all rows of the stay."""
    for model, _maak, _velden in TABELLEN:
        model._default_manager.filter(dossier=dossier).delete()
