"""The room `regie` as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from richting.akkoord.meldingen import PLANPARTIJEN


class RegieConfig(AppConfig):
    """The room `regie`: the work lists; later handover, decisions and terms."""

    name = "richting.regie"
    label = "regie"

    def ready(self) -> None:
        """Follow every change and put the work list first in the menu."""
        from richting.kern.gebeurtenissen import bij_wijziging
        from richting.regie import overdrachtposten, verhaal
        from richting.regie.acties import regietijdvak, werkregels
        from richting.regie.overzichten import werkvoorraad
        from richting.regie.paginas import regiebeeld
        from richting.web.panelen import (
            registreer_kernvakken,
            registreer_navigatie,
            registreer_paneel,
        )

        werkvoorraad.meld_aan()
        verhaal.meld_aan()
        overdrachtposten.meld_aan()
        registreer_kernvakken("regie", regiebeeld.kernvakken)
        registreer_paneel(
            "regie", 10, _("Wie regisseert"), regiebeeld.paneel, "regie/paneel.html", "zij"
        )
        bij_wijziging(regietijdvak.volg)
        bij_wijziging(werkregels.werk_bij)
        registreer_navigatie("werk", 10, _("Werkvoorraad"), "regie:werkvoorraad", _heeft_loket)
        registreer_navigatie("verdeling", 30, _("Verdeling"), "regie:verdeling", _aan_tafel)


def _heeft_loket(request: Any) -> bool:
    return getattr(request, "wie", None) is not None


def _aan_tafel(request: Any) -> bool:
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in PLANPARTIJEN
