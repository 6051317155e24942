"""The room `berichten` as a Django app."""

from __future__ import annotations

from collections.abc import Callable

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class BerichtenConfig(AppConfig):
    """The room `berichten`: detention messages and files, quarantine, replay."""

    name = "richting.berichten"
    label = "berichten"

    def ready(self) -> None:
        """Hang this room's pages in the menu of the desks that use them."""
        from richting.akkoord.woorden import Loketsoort
        from richting.web.panelen import registreer_navigatie

        beheer = {Loketsoort.BEHEER.value}
        met_verwerking = {*beheer, Loketsoort.VERWERKING.value}
        for naam, volgorde, titel, soorten in (
            ("aanleveren", 60, _("Aanleveren"), met_verwerking),
            ("quarantaine", 62, _("Quarantaine"), beheer),
            ("personen", 64, _("Zelfde persoon?"), beheer),
        ):
            registreer_navigatie(naam, volgorde, titel, f"berichten:{naam}", _bij(soorten))


def _bij(soorten: set[str]) -> Callable[[HttpRequest], bool]:
    def zichtbaar(request: HttpRequest) -> bool:
        wie = getattr(request, "wie", None)
        return wie is not None and wie.loketsoort in soorten

    return zichtbaar
