"""The room `dossiers` as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DossiersConfig(AppConfig):
    """The room `dossiers`: persons, stays, the dossier page, search."""

    name = "richting.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Put the page of the accord last in the menu."""
        from richting.web.panelen import registreer_navigatie

        registreer_navigatie("akkoord", 90, _("Het akkoord"), "dossiers:akkoord", _is_binnen)


def _is_binnen(request: Any) -> bool:
    return getattr(request, "wie", None) is not None
