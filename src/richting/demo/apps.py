"""The room `demo` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The room `demo`."""

    name = "richting.demo"
    label = "demo"
