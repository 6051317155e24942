"""The room `meldingen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class MeldingenConfig(AppConfig):
    """The room `meldingen`."""

    name = "richting.meldingen"
    label = "meldingen"
