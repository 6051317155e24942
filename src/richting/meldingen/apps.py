"""The room `meldingen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeldingenConfig(AppConfig):
    """The room `meldingen`: what a desk must be told."""

    name = "richting.meldingen"
    label = "meldingen"

    def ready(self) -> None:
        """Follow every change, count the mailbox, and hang the confirmation on the dossier page."""
        from richting.kern.gebeurtenissen import bij_lezing, bij_wijziging
        from richting.meldingen import acties, bijaanmelding, paginas
        from richting.meldingen.risico import aanmelding as risico
        from richting.web.panelen import registreer_paneel, registreer_postbusteller

        bij_wijziging(acties.meld)
        bijaanmelding.meld_aan()
        risico.meld_aan()
        bij_lezing(paginas.tel_mee)
        registreer_postbusteller(paginas.ongelezen)
        registreer_paneel(
            "te_bevestigen",
            5,
            _("Nieuw voor uw loket"),
            paginas.te_bevestigen,
            "meldingen/paneel.html",
        )
