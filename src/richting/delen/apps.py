"""The room `delen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DelenConfig(AppConfig):
    """The room `delen`."""

    name = "richting.delen"
    label = "delen"
