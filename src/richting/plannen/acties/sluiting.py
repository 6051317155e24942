"""A stay that turns out to lie outside the accord leaves no plan behind. Clausule 3.8."""

from __future__ import annotations

from django.apps import apps

from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.werk import Werk
from richting.plannen.vast import vernietiging

SLUITEND = "buiten_doelgroep"


def wis(_werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Take away every row of the plans of these dossiers. One query per table, none otherwise."""
    gesloten = {
        dossier
        for dossier, gebeurtenissen in wijzigingen.items()
        if any(gebeurtenis.soort == SLUITEND for gebeurtenis in gebeurtenissen)
    }
    if not gesloten:
        return
    with vernietiging():
        for model in apps.get_app_config("plannen").get_models():
            model._default_manager.filter(dossier__in=gesloten).delete()
