"""What a BIJ message says: from the rows of a dossier to the closed list. Artikel Bjsg 11a.

Nothing of the plan is read here: only what the messages of DJI say of person, sentence and stay.
What Richting does not know (an address, the court) is left out, and the page says so. So is the
SKN: the justice chain uses it, a municipality does not; the BSN says who it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import override

from richting.akkoord.bijberichten import Bijgegeven as G
from richting.akkoord.bijberichten import Inhoud, gesloten_lijst
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import rekendatum
from richting.dossiers.models import Dossier
from richting.dossiers.namen import TITELS


def inhouden(feiten: dict[UUID, Feiten]) -> dict[UUID, Inhoud]:
    """The legal content for each of these dossiers, within a unit of work. Three queries.

    Clausule 6.5.
    """
    if not feiten:
        return {}
    rijen = (
        Dossier.objects.filter(pk__in=list(feiten))
        .select_related("persoon", "veroordeling")
        .prefetch_related("ketenkenmerken", "toezicht")
    )
    return {rij.pk: inhoud_van(rij, feiten[rij.pk]) for rij in rijen}


def inhoud_van(dossier: Dossier, feiten: Feiten) -> Inhoud:
    """What may be told of one dossier, and is known. Artikel Bjsg 11a. Clausule 6.5."""
    delen = {**_persoon(dossier), **_straf(dossier, feiten), **_duur(feiten)}
    uit: Inhoud = {gegeven.value: waarde for gegeven, waarde in delen.items() if waarde}
    gesloten_lijst(uit)
    return uit


def _persoon(dossier: Dossier) -> dict[G, Any]:
    wie: Any = dossier.persoon
    return {
        G.NAAM: " ".join(deel for deel in (wie.voorvoegsel, wie.geslachtsnaam) if deel),
        G.VOORNAMEN: wie.voornamen,
        G.GEBOORTEPLAATS: wie.geboorteplaats,
        G.GEBOORTEDATUM: _dag(wie.geboortedatum),
        G.NUMMERS: [f"BSN {wie.bsn}"] if wie.bsn else [],
        G.PARKETNUMMERS: _kenmerken(dossier, "parketnummer"),
    }


def _straf(dossier: Dossier, feiten: Feiten) -> dict[G, Any]:
    straf = feiten.veroordeling
    if straf is None:
        return {}
    voorwaarden = {een for band in dossier.toezicht.all() for een in band.voorwaarden}
    with override("nl"):
        titel = str(TITELS[feiten.titel])
    return {
        G.BESLISSINGEN: [titel, *(["tbs met verpleging"] if straf.tbs_verpleging else [])],
        G.STRAFBEPALINGEN: sorted(straf.artikelen),
        G.PLEEGDATUM: _dag(straf.pleegdatum),
        G.INHOUD_UITSPRAAK: _maanden(straf.onvoorwaardelijk_maanden),
        G.VOORWAARDEN: sorted(voorwaarden),
        G.ONHERROEPELIJK: "ja" if straf.onherroepelijk else "nee",
    }


def _duur(feiten: Feiten) -> dict[G, Any]:
    return {
        G.BEGIN_TENUITVOERLEGGING: _dag(feiten.begin),
        G.EINDE_TENUITVOERLEGGING: _dag(feiten.einde),
        G.INVRIJHEIDSTELLING: _dag(rekendatum(feiten)),
    }


def _kenmerken(dossier: Dossier, soort: str) -> list[str]:
    rijen: Iterable[Any] = dossier.ketenkenmerken.all()
    return sorted(rij.waarde for rij in rijen if rij.soort == soort)


def _maanden(aantal: int | None) -> str:
    return "" if aantal is None else f"onvoorwaardelijk {aantal} maanden"


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
