"""A stay that turns out to lie outside the accord leaves no plan behind. Clausule 3.8."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model

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
        for model in planmodellen():
            model._default_manager.filter(dossier__in=gesloten).delete()


def planmodellen() -> list[type[Model]]:
    """The tables of this room with rows of a dossier; provisions have none."""
    alle = apps.get_app_config("plannen").get_models()
    return [m for m in alle if any(veld.name == "dossier" for veld in m._meta.fields)]
