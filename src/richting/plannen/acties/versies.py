"""Fix a version of the plan. Fixed is fixed: a new version is the only way to change it."""

from __future__ import annotations

from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.dossiers.overzichten import dossier as lees_dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.basis import leg_vast, planwerk
from richting.plannen.models import Planversie, Planversiedeel
from richting.plannen.onderdelen import Blok, blokken
from richting.plannen.overzichten.overzicht import planbeeld
from richting.plannen.overzichten.versies import TAAL, inhoud_van, laatste_versie, verschillen

PLAN = Gegevenscategorie.PLAN.value


def stel_vast(wie: Wie, dossier: UUID, na: int, toelichting: str) -> Planversie:
    """Fix the working version as the next number; `na` is the newest number on the screen.

    Clausule 1.3, 5.5, 7.1. It holds all compartments, also those that this reader may not see.
    Raises KanNiet when something stops it, or when somebody fixed a version in the meantime.
    """
    with planwerk(wie, dossier, PLAN) as werk, translation.override(TAAL):
        rij = _dossier(dossier)
        vorige = laatste_versie(dossier)
        nummer = vorige.nummer if vorige else 0
        if nummer != na:
            raise KanNiet(
                "al_vastgesteld",
                _("Iemand stelde intussen versie {n} vast. Kijk eerst daarnaar.").format(n=nummer),
            )
        nu = blokken(rij)
        iets_nieuws = vorige is None or bool(verschillen(inhoud_van(vorige), nu))
        beeld = planbeeld(rij, wie.nu, aannames_op(wie.vandaag), iets_nieuws=iets_nieuws)
        tegen = [punt for punt in beeld.punten if punt.houdt_tegen]
        if tegen:
            raise KanNiet(tegen[0].code, _(tegen[0].zin))
        codes = [punt.code for punt in beeld.punten]
        return _leg_vast(werk, dossier, nummer + 1, toelichting, codes, nu)


def _dossier(nummer: UUID) -> Dossier:
    """The dossier, locked: two people who fix at once get two different answers."""
    Dossier.objects.select_for_update().filter(pk=nummer).first()
    rij = lees_dossier(nummer)
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def _leg_vast(
    werk: Werk, dossier: UUID, nummer: int, toelichting: str, ontbreekt: list[str], nu: list[Blok]
) -> Planversie:
    versie = leg_vast(
        werk,
        Planversie,
        dossier,
        PLAN,
        "plan_vastgesteld",
        nummer=nummer,
        toelichting=toelichting,
        ontbreekt=ontbreekt,
    )
    per_categorie: dict[str, list[tuple[int, dict[str, object]]]] = {}
    for plek, blok in enumerate(nu):
        per_categorie.setdefault(blok.categorie, []).append((plek, blok.als_json()))
    Planversiedeel.objects.bulk_create(
        Planversiedeel(planversie=versie, dossier_id=dossier, categorie=categorie, blokken=blokken_)
        for categorie, blokken_ in per_categorie.items()
    )
    return versie
