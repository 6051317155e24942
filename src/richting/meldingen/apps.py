"""The room `meldingen` as a Django app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from richting.kern.gebeurtenissen import Wijzigingen
    from richting.kern.werk import Werk


class MeldingenConfig(AppConfig):
    """The room `meldingen`: what a desk must be told."""

    name = "richting.meldingen"
    label = "meldingen"

    def ready(self) -> None:
        """Follow every change, count the mailbox, and hang the confirmation on the dossier page."""
        from richting.kern.gebeurtenissen import bij_lezing, bij_wijziging
        from richting.meldingen import (
            abonnementpaginas,
            acties,
            bijaanmelding,
            overzichten_bezorging,
            paginas,
        )
        from richting.meldingen.bewijs import registreer_kanaal
        from richting.meldingen.risico import aanmelding as risico
        from richting.web.panelen import (
            registreer_navigatie,
            registreer_paneel,
            registreer_postbusteller,
        )

        bij_wijziging(acties.meld)
        bij_wijziging(_wek_de_bezorgers, laatst=True)
        registreer_kanaal("webhook", overzichten_bezorging.webhookstappen)
        bijaanmelding.meld_aan()
        risico.meld_aan()
        registreer_navigatie(
            "webhooks", 86, _("Webhooks"), "meldingen:webhooks", abonnementpaginas.ziet_webhooks
        )
        bij_lezing(paginas.tel_mee)
        registreer_postbusteller(paginas.ongelezen)
        registreer_paneel(
            "te_bevestigen",
            5,
            _("Nieuw voor uw loket"),
            paginas.te_bevestigen,
            "meldingen/paneel.html",
        )


def _wek_de_bezorgers(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """The queue is an app of its own, and not there yet when this one is made ready."""
    from richting.meldingen import taken

    taken.wek(werk, wijzigingen)
