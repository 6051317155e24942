"""The room `kern` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class KernConfig(AppConfig):
    """The room `kern`."""

    name = "richting.kern"
    label = "kern"
