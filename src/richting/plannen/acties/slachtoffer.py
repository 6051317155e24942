"""Victims and the plan: answer whether something touches it, and what, in its own compartment."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.basis import leg_vast, pas_aan, planwerk, vergrendeld
from richting.plannen.models import Slachtofferbelang, Slachtoffertoets
from richting.plannen.woorden import Slachtofferbelangsoort

PLAN, SLACHTOFFER = Gegevenscategorie.PLAN.value, Gegevenscategorie.SLACHTOFFER.value


def zeg_geen_belang(wie: Wie, dossier: UUID) -> Slachtoffertoets:
    """No wish or condition of a victim touches the plan: the question is answered. Clausule 1.3.

    Raises NietToegestaan without a ground, KanNiet when something stands that does touch it.
    """
    with planwerk(wie, dossier, PLAN, SLACHTOFFER) as werk:
        if Slachtofferbelang.objects.filter(dossier=dossier, beeindigd_op=None).exists():
            raise KanNiet(
                "er_is_iets",
                _("Er staat al een wens of voorwaarde. Zeg eerst dat die niet meer geldt."),
            )
        return _beantwoord(werk, dossier)


def bevestig_belangen(wie: Wie, dossier: UUID) -> Slachtoffertoets:
    """What stands is still right, and is all there is: the question is answered. Clausule 1.3.

    Raises NietToegestaan without a ground, KanNiet when nothing stands.
    """
    with planwerk(wie, dossier, PLAN, SLACHTOFFER) as werk:
        if not Slachtofferbelang.objects.filter(dossier=dossier, beeindigd_op=None).exists():
            raise KanNiet("er_is_niets", _("Er staat geen wens of voorwaarde."))
        return _beantwoord(werk, dossier)


def voeg_belang_toe(
    wie: Wie,
    dossier: UUID,
    soort: Slachtofferbelangsoort,
    tekst: str,
    geldig_tot: date | None,
) -> Slachtofferbelang:
    """A wish or condition of a victim touches the plan. Clausule 1.3. Answers the question too.

    Raises KanNiet for what ended before today: that does not touch the plan.
    """
    if geldig_tot is not None and geldig_tot < wie.vandaag:
        raise KanNiet("voorbij", _("Deze dag moet vandaag of later zijn."))
    with planwerk(wie, dossier, PLAN, SLACHTOFFER) as werk:
        rij = leg_vast(
            werk,
            Slachtofferbelang,
            dossier,
            SLACHTOFFER,
            "slachtofferbelang",
            soort=soort.value,
            tekst=tekst,
            geldig_tot=geldig_tot,
        )
        _beantwoord(werk, dossier)
        return rij


def beeindig_belang(wie: Wie, dossier: UUID, nummer: UUID, versie: int) -> Slachtofferbelang:
    """A wish or condition no longer holds; the row stays, with its end. Clausule 1.3."""
    with planwerk(wie, dossier, PLAN, SLACHTOFFER) as werk:
        rij = vergrendeld(Slachtofferbelang, dossier, nummer)
        pas_aan(werk, rij, versie, {"beeindigd_op": wie.nu}, "slachtofferbelang_beeindigd")
        return rij


def heropen(wie: Wie, dossier: UUID, reden: str) -> Slachtoffertoets:
    """The question must be answered anew before a next version is fixed. Clausule 1.3.

    Asking it anew again changes nothing. Raises KanNiet when it was never answered.
    """
    with planwerk(wie, dossier, PLAN, SLACHTOFFER) as werk:
        rij = _laatste_toets(dossier)
        if rij is None:
            raise KanNiet("niet_beantwoord", _("Deze vraag is nog niet beantwoord."))
        if rij.heropend_op is None:
            open_ = {"heropend_op": wie.nu}
            pas_aan(werk, rij, rij.versie, open_, "slachtoffertoets_heropend", reden)
        return rij


def _beantwoord(werk: Werk, dossier: UUID) -> Slachtoffertoets:
    rij = _laatste_toets(dossier)
    if rij is not None and rij.heropend_op is None:
        return rij
    return leg_vast(werk, Slachtoffertoets, dossier, PLAN, "slachtoffertoets")


def _laatste_toets(dossier: UUID) -> Slachtoffertoets | None:
    """The answer that stands, else the newest that was asked anew."""
    rijen = Slachtoffertoets.objects.select_for_update().filter(dossier=dossier)
    return rijen.order_by(F("heropend_op").desc(nulls_first=True)).first()
