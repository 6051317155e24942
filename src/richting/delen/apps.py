"""The room `delen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DelenConfig(AppConfig):
    """The room `delen`: grounds, restrictions, the read logs."""

    name = "richting.delen"
    label = "delen"

    def ready(self) -> None:
        """Follow every change, record every reading, and hang this room's pages in their places."""
        from richting.delen import inzage, panelen, rechten
        from richting.delen.acties import herbereken
        from richting.kern.gebeurtenissen import bij_lezing, bij_wijziging
        from richting.web.panelen import (
            registreer_laatste_blik,
            registreer_navigatie,
            registreer_paneel,
        )

        bij_wijziging(herbereken)
        bij_lezing(inzage.schrijf_op)
        registreer_laatste_blik(panelen.laatste_blik)
        registreer_paneel(
            "afgeschermd",
            1,
            _("Afgeschermd dossier"),
            panelen.afgeschermd,
            "delen/paneel_afgeschermd.html",
        )
        registreer_paneel(
            "delen", 80, _("Wie ziet dit, en waarom?"), panelen.delen, "delen/paneel.html", "zij"
        )
        registreer_navigatie(
            "afgeschermd", 70, _("Afgeschermd"), "delen:afgeschermd", rechten.mag_afschermen
        )
        registreer_navigatie(
            "instellingen", 75, _("Instellingen"), "delen:instellingen", rechten.mag_instellen
        )
        registreer_navigatie(
            "verwerkingen", 76, _("Verwerkingen"), "delen:verwerkingen", rechten.ziet_verwerkingen
        )
        registreer_navigatie(
            "regioafspraken",
            74,
            _("Afspraken"),
            "delen:regioafspraken",
            rechten.ziet_afspraken,
        )
