"""Filters of the plan: what its words are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from richting.plannen import namen
from richting.plannen.botsing import Botsing
from richting.plannen.paginas.actiebeeld import Actiebeeld, Knop
from richting.web.datums import dag_in_woorden
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


@register.filter
def van(tabel: Mapping[Any, Any], sleutel: Any) -> Any:
    """The value of a key: `{{ namen|van:rij.pk }}`."""
    return tabel.get(sleutel, "")


@register.filter
def per_gebied(teksten: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is said per life area, with its name, in the order of the screen."""
    namen_ = namen.LEEFGEBIEDEN.items()
    return [
        (str(naam), teksten[gebied.value]) for gebied, naam in namen_ if gebied.value in teksten
    ]


@register.filter
def plus(adres: str, deel: Any) -> str:
    """An address one step further: `{{ hier|plus:rij.pk }}`."""
    return f"{adres}{deel}/"


@register.inclusion_tag("plannen/onderdelen/botsing.html")
def botsing(fout: Botsing | None, formulier: BaseForm, kan_nog: bool = True) -> dict[str, Any]:
    """What somebody else changed while this form was on the screen, beside the user's input.

    `kan_nog`: the form stands on the page, to be sent again.
    """
    if fout is None:
        return {"regels": []}
    regels = [
        {
            "label": _label(formulier, verschil.veld),
            "nu": _woord(formulier, verschil.veld, verschil.nu),
            "uw": _woord(formulier, verschil.veld, verschil.uw),
        }
        for verschil in fout.verschillen
        if verschil.veld not in VANZELF
    ]
    op = fout.rij.gewijzigd_op
    return {"regels": regels, "door": fout.rij.door, "op": op, "kan_nog": kan_nog}


VANZELF = frozenset(
    {
        "beantwoord_op",
        "besloten_op",
        "geevalueerd_op",
        "vastgesteld_door",
        "vastgesteld_op",
    }
)
"""Columns that an act fills in by itself: the user said nothing about them."""
LABELS: dict[str, Any] = {
    "beeindigd_op": gettext_lazy("Geëindigd op"),
    "besloten_door": gettext_lazy("Wie besloot dit?"),
    "uitkomst_op": gettext_lazy("Besloten op"),
}
"""What a column is called that has another name in the form."""


def _label(formulier: BaseForm, veld: str) -> str:
    if veld in formulier.fields:
        return str(formulier[veld].label)
    return str(LABELS.get(veld, veld))


def _woord(formulier: BaseForm, veld: str, waarde: Any) -> Any:
    """A value as the form says it: the words of a choice, a day in words, nothing when empty."""
    if waarde in (None, ""):
        return ""
    if isinstance(waarde, date):
        return dag_in_woorden(waarde)
    keuzes = getattr(formulier.fields.get(veld), "choices", ())
    return dict(keuzes).get(waarde, waarde)


@register.simple_tag(takes_context=True)
def actieknoppen(context: Context, een: Actiebeeld) -> SafeString:
    """The buttons of an action in a list, none for who may only read the plan. No template: a full
    plan has a hundred of these."""
    if not een.knoppen or context.get("alleen_gevraagd"):
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
