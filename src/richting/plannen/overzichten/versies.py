"""Fixed versions, and how two versions differ. Always within a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation

from richting.akkoord.plan.vergelijk import Sleutel, Soort, vergelijk
from richting.dossiers.models import Dossier
from richting.plannen.models import Planversie, Planversiedeel
from richting.plannen.onderdelen import Blok, blok_uit_json, blokken
from richting.plannen.overzichten.inhoud import INSTEMMING
from richting.plannen.overzichten.rijen import planrijen

TAAL = "nl"
"""A fixed version is in Dutch, whoever fixes it."""


@dataclass(frozen=True)
class Verschilregel:
    """A line that differs, with the heading it stands under."""

    titel: str
    label: str
    soort: Soort
    oud: str
    nieuw: str


def versies(dossier: UUID) -> list[Planversie]:
    """All fixed versions, newest first. Clausule 7.1."""
    return sorted(planrijen(dossier).van(Planversie), key=lambda rij: -rij.nummer)


def laatste_versie(dossier: UUID) -> Planversie | None:
    """The newest fixed version; None when nothing was fixed yet."""
    return next(iter(versies(dossier)), None)


def versie(dossier: UUID, nummer: int) -> Planversie | None:
    """One fixed version; None when there is none."""
    return next((rij for rij in versies(dossier) if rij.nummer == nummer), None)


def inhoud_van(planversie: Planversie) -> list[Blok]:
    """The blocks of a fixed version in the compartments of this reader, in order. One query."""
    gevonden = [
        (plek, blok_uit_json(ruw))
        for deel in Planversiedeel.objects.filter(planversie=planversie)
        for plek, ruw in deel.blokken
    ]
    return [blok for _plek, blok in sorted(gevonden, key=lambda paar: paar[0])]


def werkversie(dossier: Dossier, *, voor_persoon: bool = False) -> list[Blok]:
    """The blocks of the plan as it stands now, in the compartments of this reader."""
    return blokken(dossier, voor_persoon=voor_persoon)


def veranderd_sinds(planversie: Planversie, dossier: Dossier) -> list[Verschilregel]:
    """How the plan as it stands now differs from a fixed version. One query. Clausule 7.1."""
    return verschillen(inhoud_van(planversie), naast_vaste(dossier))


def naast_vaste(dossier: Dossier) -> list[Blok]:
    """The working version in the language of fixed versions, to lay beside one.

    So that to a reader of another language not every line differs.
    """
    with translation.override(TAAL):
        return werkversie(dossier)


def verschillen(oud: Iterable[Blok], nieuw: Iterable[Blok]) -> list[Verschilregel]:
    """How two versions differ, with headings and labels. No query. Clausule 7.1."""
    oude, nieuwe = _plat(oud), _plat(nieuw)
    namen = {**{s: r[:2] for s, r in oude.items()}, **{s: r[:2] for s, r in nieuwe.items()}}
    anders = vergelijk(_teksten(oude), _teksten(nieuwe))
    return [Verschilregel(*namen[v.sleutel], v.soort, v.oud, v.nieuw) for v in anders]


def _plat(van: Iterable[Blok]) -> dict[Sleutel, tuple[str, str, str]]:
    """Without what the person says of a version: that belongs to the version, and does not make
    the plan another one. Clausule 1.9."""
    return {
        (blok.sleutel, regel.sleutel): (blok.titel, regel.label, regel.tekst)
        for blok in van
        if blok.sleutel != INSTEMMING
        for regel in blok.regels
    }


def _teksten(plat: dict[Sleutel, tuple[str, str, str]]) -> dict[Sleutel, str]:
    """Label and text together: a changed label is a change too."""
    return {
        sleutel: f"{label} {tekst}" if label.endswith("?") else f"{label}: {tekst}"
        for sleutel, (_t, label, tekst) in plat.items()
    }
