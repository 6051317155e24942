"""Filters of the plan: what its words are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BaseForm

from richting.plannen import namen
from richting.plannen.botsing import Botsing

register = template.Library()
WOORDEN: dict[str, Mapping[Any, Any]] = {
    "leefgebied": namen.LEEFGEBIEDEN,
    "motivatie": namen.MOTIVATIES,
    "factor": namen.FACTOREN,
    "lot": namen.LOTEN,
    "vorm": namen.GESPREKSVORMEN,
    "instemming": namen.INSTEMMINGEN,
    "cel": namen.CELLEN,
    "behandelstand": namen.BEHANDELSTANDEN,
    "stapsoort": namen.STAPSOORTEN,
    "stapstaat": namen.STAPSTATEN,
    "raadpleging": namen.RAADPLEGINGEN,
    "adviesaanvrager": namen.ADVIESAANVRAGERS,
    "zitting": namen.ZITTINGEN,
    "belang": namen.SLACHTOFFERBELANGEN,
    "meegeven": namen.MEEGEVEN,
}


@register.filter
def heet(waarde: Any, soort: str) -> str:
    """What a word of this kind is called on the screen: `{{ rij.lot|heet:"lot" }}`."""
    return str(WOORDEN[soort].get(waarde, waarde))


@register.filter
def van(tabel: Mapping[Any, Any], sleutel: Any) -> Any:
    """The value of a key: `{{ namen|van:rij.pk }}`."""
    return tabel.get(sleutel, "")


@register.filter
def plus(adres: str, deel: Any) -> str:
    """An address one step further: `{{ hier|plus:rij.pk }}`."""
    return f"{adres}{deel}/"


@register.inclusion_tag("plannen/onderdelen/botsing.html")
def botsing(fout: Botsing | None, formulier: BaseForm) -> dict[str, Any]:
    """What somebody else changed while this form was on the screen, beside the user's input."""
    if fout is None:
        return {"regels": []}
    regels = [
        {"label": _label(formulier, verschil.veld), "nu": verschil.nu, "uw": verschil.uw}
        for verschil in fout.verschillen
    ]
    return {"regels": regels, "door": fout.rij.door, "op": fout.rij.gewijzigd_op}


def _label(formulier: BaseForm, veld: str) -> str:
    return str(formulier[veld].label) if veld in formulier.fields else veld
