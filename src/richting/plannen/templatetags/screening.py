"""Tags of the screening: its summary of errors, and the field of a value beside its choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from richting.plannen.formulieren.screening import Gebiedsformulier
from richting.web import formulieren

register = template.Library()


@register.inclusion_tag("web/onderdelen/foutoverzicht.html")
def foutoverzicht_van(gebieden: Iterable[Gebiedsformulier], zin: str = "") -> dict[str, Any]:
    """What is wrong in the forms of all life areas, and where two people differ."""
    per_veld = [
        {
            "anker": formulieren.anker(regel.waarde or regel.keuzes),
            "label": regel.keuzes.label,
            "fout": fout,
        }
        for formulier in gebieden
        for regel in formulier.velden()
        for fout in [*regel.fouten, *([regel.verschil] if regel.verschil else [])]
    ]
    return {"algemeen": [zin] if zin else [], "per_veld": per_veld}


@register.simple_tag
def waardeveld(waarde: BoundField, keuzes: BoundField) -> SafeString:
    """The field of a day, amount or text, named by the question above it."""
    klasse = "utrecht-textbox utrecht-textbox--html-input"
    return waarde.as_widget(attrs={"class": klasse, "aria-labelledby": f"{keuzes.auto_id}_vraag"})
