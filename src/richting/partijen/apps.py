"""The room `partijen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class PartijenConfig(AppConfig):
    """The room `partijen`: organisations, desks, staff, sign-in."""

    name = "richting.partijen"
    label = "partijen"

    def ready(self) -> None:
        """Keep the table of desks fresh, and hang this room's pages in the menu."""
        from richting.kern.navraag import registreer_omstandigheid
        from richting.partijen import loketboek, werkplek
        from richting.web.panelen import registreer_navigatie

        for model in ("Loket", "Organisatie"):
            for signaal in (post_save, post_delete):
                signaal.connect(
                    loketboek.gewijzigd,
                    sender=self.get_model(model),
                    dispatch_uid=f"loketboek_{model}_{id(signaal)}",
                )
        registreer_omstandigheid(loketboek.staat)
        registreer_navigatie(
            "organisatie",
            80,
            _("Organisatie"),
            "partijen:organisatie",
            werkplek.is_beheerder,
        )
        registreer_navigatie(
            "systemen",
            85,
            _("Systemen"),
            "partijen:systemen",
            werkplek.ziet_systemen,
        )
        registreer_navigatie(
            "naslag",
            87,
            _("Naslag"),
            "partijen:naslag",
            werkplek.is_functioneel_beheer,
        )
