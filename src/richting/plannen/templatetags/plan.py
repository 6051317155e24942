"""Filters of the plan: what its words are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BaseForm
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from richting.plannen import namen
from richting.plannen.botsing import Botsing
from richting.plannen.paginas.actiebeeld import Actiebeeld, Knop
from richting.web.templatetags import web

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


@register.simple_tag(takes_context=True)
def actieknoppen(context: Context, een: Actiebeeld) -> SafeString:
    """The buttons of an action in a list. No template: a full plan has a hundred of these."""
    if not een.knoppen:
        return SafeString()
    verborgen = format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="versie" value="{}">'
        '<input type="hidden" name="vanaf" value="lijst">',
        context.get("csrf_token", ""),
        een.rij.versie,
    )
    knoppen = [(_actieknop(knop, een.wat, verborgen),) for knop in een.knoppen]
    return format_html('<div class="knoppen">{}</div>', format_html_join("", "{}", knoppen))


def _actieknop(knop: Knop, wat: str, verborgen: SafeString) -> SafeString:
    if not knop.direct:
        return format_html(
            '<a class="utrecht-link utrecht-link--html-a" href="{}">'
            '{}<span class="onzichtbaar">: {}</span></a>',
            knop.adres,
            knop.tekst,
            wat,
        )
    return format_html(
        '<form method="post" action="{}">{}{}</form>',
        knop.adres,
        verborgen,
        web.knop(knop.tekst, "secundair", aria_label=f"{knop.tekst}: {wat}"),
    )
