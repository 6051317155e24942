"""The room `overleg` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class OverlegConfig(AppConfig):
    """The room `overleg`: case consultations."""

    name = "richting.overleg"
    label = "overleg"

    def ready(self) -> None:
        """Hang what this room adds to others in its place."""
        from richting.overleg import aanmelding

        aanmelding.meld_aan()
