"""The room `regie` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class RegieConfig(AppConfig):
    """The room `regie`."""

    name = "richting.regie"
    label = "regie"
