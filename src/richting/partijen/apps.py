"""The room `partijen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PartijenConfig(AppConfig):
    """The room `partijen`."""

    name = "richting.partijen"
    label = "partijen"
