"""The room `plannen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PlannenConfig(AppConfig):
    """The room `plannen`: the one plan of a stay, made and kept by all parties together."""

    name = "richting.plannen"
    label = "plannen"

    def ready(self) -> None:
        """Hang the parts of the plan and this room's panel in their places."""
        from richting.plannen import aanmelding

        aanmelding.meld_aan()
