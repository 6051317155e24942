"""What registers already know about a dossier, per question. Within a reading or a unit of work."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.plan.antwoorden import uit_json
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordsoort
from richting.plannen.models import Brongegeven

ZEGT_NIETS = frozenset({Antwoordsoort.ONBEKEND, Antwoordsoort.WIL_NIET})
"""Answers by which nobody says what is so."""


def brongegevens(dossier: UUID) -> dict[str, list[Brongegeven]]:
    """Per question what registers said, the newest first, as this desk may see it. One query."""
    uit: dict[str, list[Brongegeven]] = {}
    for rij in Brongegeven.objects.filter(dossier=dossier).order_by("-peildatum", "register"):
        uit.setdefault(rij.vraag, []).append(rij)
    return uit


def als_antwoord(rij: Brongegeven) -> Antwoord:
    """What a register said, as an answer. No query."""
    return uit_json({rij.vraag: rij.antwoord})[rij.vraag]


def bekende_antwoorden(
    gemeten: dict[str, Antwoord], bronnen: dict[str, list[Brongegeven]]
) -> dict[str, Antwoord]:
    """Per question the newest that is known: measured before, or from a register. No query.

    On the same day what people measured goes first. Who did not know or did not want to say
    contradicts no register.
    """
    uit = dict(gemeten)
    for code, rijen in bronnen.items():
        eerder = uit.get(code)
        if (
            eerder is None
            or eerder.soort in ZEGT_NIETS
            or (eerder.peildatum or date.min) < rijen[0].peildatum
        ):
            uit[code] = als_antwoord(rijen[0])
    return uit
