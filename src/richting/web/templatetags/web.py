"""The components that all pages share: `{% load web %}`. How to use each: docs/stijl.md."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms, template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from richting.web import datums, formulieren, tijdbalk
from richting.web.panelen import Gevuld, Navigatiepunt

register = template.Library()

STATUS = {
    "neutraal": "neutral",
    "info": "active",
    "goed": "safe",
    "aandacht": "warning",
    "dringend": "danger",
}
MELDING = {"info": "info", "ok": "ok", "let_op": "warning", "fout": "error"}
TIJDLIJNREGEL = (
    '<li class="tijdlijn__regel{}"><div class="tijdlijn__kop">{} {}{}</div><p>{}</p>{}</li>'
)
KNOP = {
    "primair": "utrecht-button--primary-action",
    "secundair": "utrecht-button--secondary-action",
    "subtiel": "utrecht-button--subtle",
    "gevaar": "utrecht-button--primary-action utrecht-button--danger",
}


def _sjabloon(naam: str, inhoud: dict[str, Any]) -> SafeString:
    return render_to_string(f"web/onderdelen/{naam}.html", inhoud)


def _id(voorvoegsel: str, tekst: str) -> str:
    kern = slugify(tekst)[:40] or hashlib.sha256(tekst.encode()).hexdigest()[:8]
    return f"{voorvoegsel}-{kern}"


def _attributen(extra: dict[str, Any]) -> SafeString:
    """Keyword arguments as attributes: `hx_post=url` becomes `hx-post="…"`; True a bare name."""
    delen = [
        format_html(" {}", naam.replace("_", "-"))
        if waarde is True
        else format_html(' {}="{}"', naam.replace("_", "-"), waarde)
        for naam, waarde in extra.items()
        if waarde not in (None, False)
    ]
    return mark_safe("".join(delen))  # noqa: S308 — every part is escaped above


# Page and text


@register.inclusion_tag("web/onderdelen/paginakop.html")
def paginakop(titel: str, onder: str = "", terug: str = "", terug_naam: str = "") -> dict[str, Any]:
    """The h1 of the page, with a line under it and a way back above it."""
    return {"titel": titel, "onder": onder, "terug": terug, "terug_naam": terug_naam}


@register.simple_block_tag
def paneel(content: str, titel: str, id: str = "", extra: str = "") -> SafeString:
    """A section with a heading; `extra` stands beside the heading."""
    inhoud = {"titel": titel, "id": id or _id("paneel", str(titel)), "extra": extra}
    return _sjabloon("paneel", {**inhoud, "inhoud": content})


@register.simple_tag(takes_context=True)
def toon_paneel(context: Context, gevuld: Gevuld) -> SafeString:
    """A panel that a room registered, filled by `panelen.vul_panelen`."""
    binnen = {**gevuld.inhoud, "csrf_token": context.get("csrf_token", "")}
    inhoud = render_to_string(gevuld.paneel.template, binnen)
    return _sjabloon(
        "paneel",
        {"titel": gevuld.paneel.titel, "id": f"paneel-{gevuld.paneel.naam}", "inhoud": inhoud},
    )


@register.simple_block_tag
def melding(content: str, soort: str = "info", titel: str = "") -> SafeString:
    """A notice: info, ok, let_op or fout."""
    inhoud = {"soort": soort, "klasse": MELDING[soort], "titel": titel, "inhoud": content}
    return _sjabloon("melding", inhoud)


@register.simple_block_tag
def leeg(content: str, titel: str) -> SafeString:
    """What stands in place of an empty list: that it is empty, and what that means."""
    return format_html('<div class="leeg"><p class="leeg__titel">{}</p>{}</div>', titel, content)


@register.simple_block_tag
def uitklap(
    content: str, titel: str, open: bool = False, id: str = "", over: str = ""
) -> SafeString:
    """Something to open when wanted. `over`: what it is about, said when the page shows that."""
    return format_html(
        '<details class="uitklap"{}{}><summary class="uitklap__kop">{}{}</summary>'
        '<div class="uitklap__inhoud">{}</div></details>',
        format_html(' id="{}"', id) if id else "",
        " open" if open else "",
        titel,
        format_html('<span class="onzichtbaar">: {}</span>', over) if over else "",
        content,
    )


@register.simple_tag
def status(tekst: str, soort: str = "neutraal") -> SafeString:
    """A word that says how something stands: neutraal, info, goed, aandacht or dringend."""
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{}">{}</span>',
        STATUS[soort],
        tekst,
    )


@register.simple_tag
def aantal(getal: int, wat: str = "", hoogstens: int | None = None) -> SafeString:
    """A number in a badge; `wat` says to a screen reader what is counted.

    Above `hoogstens` it reads as "99+".
    """
    tekst = f"{hoogstens}+" if hoogstens is not None and getal > hoogstens else str(getal)
    woord = format_html(' <span class="onzichtbaar">{}</span>', wat) if wat else ""
    return format_html('<span class="utrecht-number-badge">{}</span>{}', tekst, woord)


# Dates


@register.simple_tag
def datum(
    waarde: date | None,
    zekerheid: str = datums.VAST,
    laatst: date | None = None,
    onbekend: str = "",
    tijd: bool = False,
) -> SafeString:
    """A date in words, with its certainty; nothing known reads as "onbekend"."""
    if zekerheid == datums.VAST:
        if waarde is None:
            return conditional_escape(onbekend or _("onbekend"))
        return datums.tijd_element(waarde, met_tijd=tijd)
    return datums.met_zekerheid(waarde, laatst, zekerheid, onbekend)


@register.simple_tag
def verwachting(waarde: Any, onbekend: str = "") -> SafeString:
    """An expected end (`vroegst`, `laatst`, `zekerheid`) in words."""
    return datums.met_zekerheid(waarde.vroegst, waarde.laatst, waarde.zekerheid, onbekend)


@register.filter
def afstand(dag: date | None, vandaag: date) -> str:
    """How far a day is from today, in words."""
    return datums.afstand(dag, vandaag) if dag else ""


# Lists and tables


@register.simple_block_tag
def gegevens(content: str) -> SafeString:
    """A list of facts; fill it with `{% gegeven %}`."""
    return format_html('<dl class="utrecht-data-list">{}</dl>', content)


@register.simple_block_tag
def gegeven(content: str, label: str) -> SafeString:
    """One fact: its name and its value."""
    return format_html(
        '<div class="utrecht-data-list__item"><dt class="utrecht-data-list__item-key">{}</dt>'
        '<dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">'
        "{}</dd></div>",
        label,
        content,
    )


@register.simple_block_tag
def tabel(content: str, titel: str, kaarten: bool = False, verborgen: bool = False) -> SafeString:
    """A table with its caption; it scrolls on its own, or turns into cards on a narrow screen.

    For `kaarten` every `<td>` carries `data-label`. `verborgen` hides the caption from sight.
    """
    inhoud = {"titel": titel, "kaarten": kaarten, "verborgen": verborgen, "inhoud": content}
    return _sjabloon("tabel", {**inhoud, "id": _id("tabel", str(titel))})


@register.simple_tag
def tijdlijn(regels: Iterable[Any]) -> SafeString:
    """The journal: rules with `moment`, `zin` and maybe `wie`, `toelichting`, `nieuw`.

    No template: a page has a hundred of these.
    """
    nieuw = format_html(" {}", status(_("nieuw"), "info"))
    return format_html(
        '<ol class="tijdlijn">{}</ol>',
        format_html_join("", TIJDLIJNREGEL, (_tijdlijnregel(regel, nieuw) for regel in regels)),
    )


def _tijdlijnregel(regel: Any, nieuw: SafeString) -> tuple[Any, ...]:
    is_nieuw = getattr(regel, "nieuw", False)
    wie, toelichting = getattr(regel, "wie", ""), getattr(regel, "toelichting", "")
    return (
        " tijdlijn__regel--nieuw" if is_nieuw else "",
        datums.tijd_element(regel.moment, met_tijd=True),
        format_html("<span>{}</span>", wie) if wie else "",
        nieuw if is_nieuw else "",
        regel.zin,
        format_html('<p class="zacht klein">{}</p>', toelichting) if toelichting else "",
    )


@register.inclusion_tag("web/onderdelen/tijdbalk.html", name="tijdbalk")
def teken_tijdbalk(
    stukken: Iterable[tijdbalk.Stuk],
    vandaag: date,
    mijlpalen: Iterable[tijdbalk.Mijlpaal] = (),
) -> dict[str, Any]:
    """The route as a line in time, with the same in words under it."""
    return {"balk": tijdbalk.teken(stukken, vandaag, mijlpalen)}


@register.inclusion_tag("web/onderdelen/stappen.html")
def stappen(lijst: Iterable[Any], naam: str) -> dict[str, Any]:
    """Phases in order: each with `naam`, `stand` (klaar, nu, straks) and maybe `toelichting`."""
    return {"lijst": lijst, "naam": naam}


@register.inclusion_tag("web/onderdelen/tabs.html")
def tabs(lijst: Iterable[Any], naam: str, klein: bool = False) -> dict[str, Any]:
    """Links to lists: each with `titel`, `url`, `huidig` and maybe `aantal`.

    `binnen`: the page is not the tab itself but one within it; `klein`: the row of those within.
    """
    return {"lijst": lijst, "naam": naam, "klein": klein}


@register.inclusion_tag("web/onderdelen/bladeren.html")
def bladeren(vorige: str = "", volgende: str = "") -> dict[str, Any]:
    """To the previous and the next page of a list; nothing when there is one page."""
    return {"vorige": vorige, "volgende": volgende}


# Buttons and forms


@register.simple_tag
def knop(tekst: str, soort: str = "primair", **extra: Any) -> SafeString:
    """A button that sends its form."""
    return format_html(
        '<button type="submit" class="utrecht-button utrecht-button--submit {}"{}>{}</button>',
        KNOP[soort],
        _attributen(extra),
        tekst,
    )


@register.simple_tag
def knoplink(tekst: str, url: str, soort: str = "secundair", **extra: Any) -> SafeString:
    """A link that looks like a button."""
    return format_html(
        '<a href="{}" class="utrecht-button {}"{}>{}</a>',
        url,
        KNOP[soort],
        _attributen(extra),
        tekst,
    )


@register.inclusion_tag("web/onderdelen/actieknop.html", takes_context=True)
def actieknop(
    context: Context, tekst: str, url: str, soort: str = "primair", **extra: Any
) -> dict[str, Any]:
    """A form with one button, for an act that needs no fields."""
    token = context.get("csrf_token", "")
    knop_html = knop(tekst, soort, **extra)
    return {"csrf_token": token, "url": url, "knop": knop_html}


@register.inclusion_tag("web/onderdelen/veld.html")
def veld(bound: BoundField) -> dict[str, Any]:
    """A form field with its label, hint, error and control."""
    widget = bound.field.widget
    groep = bool(getattr(widget, "use_fieldset", False))
    return {
        "veld": bound,
        "invoer": formulieren.invoer(bound),
        "groep": groep,
        "vinkje": isinstance(widget, forms.CheckboxInput),
        "verborgen": bound.is_hidden,
    }


@register.inclusion_tag("web/onderdelen/velden.html")
def velden(formulier: BaseForm) -> dict[str, Any]:
    """All fields of a form, in order."""
    return {"formulier": formulier}


@register.inclusion_tag("web/onderdelen/foutoverzicht.html")
def foutoverzicht(*formulieren_: BaseForm | list[BaseForm]) -> dict[str, Any]:
    """What is wrong in these forms, with a link to each field; takes the focus."""
    alle = [een for deel in formulieren_ for een in (deel if isinstance(deel, list) else [deel])]
    algemeen = [fout for formulier in alle for fout in formulier.non_field_errors()]
    per_veld = [
        {"anker": formulieren.anker(bound), "label": _met_leesteken(bound.label), "fout": fout}
        for formulier in alle
        for bound in formulier
        for fout in bound.errors
    ]
    return {"algemeen": algemeen, "per_veld": per_veld}


def _met_leesteken(label: Any) -> str:
    """A question ends with its own mark."""
    naam = str(label)
    return naam if naam.endswith("?") else f"{naam}:"


@register.simple_block_tag
def filterbalk(content: str, url: str, wis: str = "", naam: str = "") -> SafeString:
    """A form that narrows a list, by GET; `wis` is the address without filters."""
    inhoud = {"url": url, "wis": wis, "naam": naam or _("Filter de lijst"), "inhoud": content}
    return _sjabloon("filterbalk", inhoud)


@register.filter
def achter(punten: Iterable[Navigatiepunt]) -> list[Navigatiepunt]:
    """The links of the menu that stand behind "Meer"."""
    return [punt for punt in punten if punt.achter]


@register.filter
def is_hier(punten: Iterable[Navigatiepunt]) -> bool:
    """One of these links is of the page we are on."""
    return any(punt.huidig for punt in punten)
