"""The room `regie` as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegieConfig(AppConfig):
    """The room `regie`: the work lists; later handover, decisions and terms."""

    name = "richting.regie"
    label = "regie"

    def ready(self) -> None:
        """Follow every change and put the work list first in the menu."""
        from richting.kern.gebeurtenissen import bij_wijziging
        from richting.regie import aanmelding_besluiten
        from richting.regie.acties import werkregels
        from richting.regie.overzichten import werkvoorraad
        from richting.web.panelen import registreer_navigatie

        werkvoorraad.meld_aan()
        aanmelding_besluiten.meld_aan()
        bij_wijziging(werkregels.werk_bij)
        registreer_navigatie("werk", 10, _("Werkvoorraad"), "regie:werkvoorraad", _heeft_loket)


def _heeft_loket(request: Any) -> bool:
    return getattr(request, "wie", None) is not None
