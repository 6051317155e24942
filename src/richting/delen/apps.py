"""The room `delen` as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DelenConfig(AppConfig):
    """The room `delen`: grounds, restrictions, the read logs."""

    name = "richting.delen"
    label = "delen"

    def ready(self) -> None:
        """Record every reading."""
        from richting.delen import inzage
        from richting.kern.gebeurtenissen import bij_lezing

        bij_lezing(inzage.schrijf_op)
