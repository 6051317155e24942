"""The room `dossiers` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The room `dossiers`."""

    name = "richting.dossiers"
    label = "dossiers"
