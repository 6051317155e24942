"""The room `berichten` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    """The room `berichten`."""

    name = "richting.berichten"
    label = "berichten"
