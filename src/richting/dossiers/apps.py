"""The room `dossiers` as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Loketsoort

ZONDER_DOSSIERS = (Loketsoort.BEHEER, Loketsoort.PRIVACY, Loketsoort.VERWERKING)
"""Desks that no law gives a dossier: nothing to search, nothing to do on a list."""


class DossiersConfig(AppConfig):
    """The room `dossiers`: persons, stays, the dossier page, search."""

    name = "richting.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """The page of the accord last in the menu, search in the header, the lanes of the route."""
        from richting.dossiers import routebronnen
        from richting.web.panelen import registreer_navigatie, registreer_zoeker

        routebronnen.meld_aan()
        registreer_zoeker("dossiers:zoeken", _heeft_dossiers)
        registreer_navigatie("akkoord", 90, _("Het akkoord"), "dossiers:akkoord", _is_binnen)


def _heeft_dossiers(request: Any) -> bool:
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort not in ZONDER_DOSSIERS


def _is_binnen(request: Any) -> bool:
    return getattr(request, "wie", None) is not None
