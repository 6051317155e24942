"""Dates in words, always with how certain they are: an unknown end is an answer, not a gap."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

VAST, VERWACHT, ONBEKEND, RECHTERLIJK = "vast", "verwacht", "onbekend", "rechterlijk"
"""The values of `akkoord.woorden.Zekerheid`."""


def tijd_element(moment: date, met_tijd: bool = False) -> SafeString:
    """A day (or moment) as `<time>`: readable for people, exact for machines."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return _tijd_element(moment, met_tijd, getattr(moment, "fold", 0), get_language())


@lru_cache(maxsize=8192, typed=True)
def _tijd_element(moment: date, met_tijd: bool, _fold: int, _taal: str | None) -> SafeString:
    """Remembered: a page shows a hundred dates, and a land few different ones.

    `_fold` keeps the two hours of one name apart, when the clock goes back.
    """
    woorden = date_format(moment, "j F Y")
    if met_tijd and isinstance(moment, datetime):
        woorden = f"{woorden}, {date_format(moment, 'H:i')}"
        return format_html(
            '<time datetime="{}">{}</time>', moment.isoformat(timespec="minutes"), woorden
        )
    dag = moment.date() if isinstance(moment, datetime) else moment
    return format_html('<time datetime="{}">{}</time>', dag.isoformat(), woorden)


def met_zekerheid(
    vroegst: date | None, laatst: date | None, zekerheid: str, onbekend: str = ""
) -> SafeString:
    """A date with its certainty in words.

    `laatst` makes it a range. `onbekend` is what an unknown date is called; by default the end of a
    stay: "einde onbekend".
    """
    if zekerheid == VAST and vroegst:
        return tijd_element(vroegst)
    if zekerheid == VERWACHT:
        inhoud = _verwacht(vroegst, laatst)
    elif zekerheid == RECHTERLIJK:
        inhoud = _rechterlijk(vroegst or laatst)
    else:
        inhoud = format_html("{}", onbekend or _("einde onbekend"))
    return format_html('<span class="datum--onzeker">{}</span>', inhoud)


def _verwacht(vroegst: date | None, laatst: date | None) -> SafeString:
    if vroegst and laatst and vroegst != laatst:
        return format_html(
            _("verwacht tussen {vroegst} en {laatst}"),
            vroegst=tijd_element(vroegst),
            laatst=tijd_element(laatst),
        )
    if vroegst:
        return format_html(_("verwacht {datum}"), datum=tijd_element(vroegst))
    if laatst:
        return format_html(_("verwacht uiterlijk {datum}"), datum=tijd_element(laatst))
    return format_html("{}", _("verwacht, datum nog niet bekend"))


def _rechterlijk(datum: date | None) -> SafeString:
    if datum:
        return format_html(
            _("mogelijk {datum}, hangt af van de rechter"), datum=tijd_element(datum)
        )
    return format_html("{}", _("hangt af van de rechter"))


def afstand(dag: date, vandaag: date) -> str:
    """How far away a day is, in words: today, in 3 days, 5 weeks ago."""
    if isinstance(dag, datetime):
        dag = (timezone.localtime(dag) if timezone.is_aware(dag) else dag).date()
    verschil = (dag - vandaag) // timedelta(days=1)
    dichtbij = {0: _("vandaag"), 1: _("morgen"), -1: _("gisteren")}
    if verschil in dichtbij:
        return dichtbij[verschil]
    duur = _duur(abs(verschil))
    zin = _("over {duur}") if verschil > 0 else _("{duur} geleden")
    return zin.format(duur=duur)


def _duur(dagen: int) -> str:
    if dagen < 14:
        return ngettext("{aantal} dag", "{aantal} dagen", dagen).format(aantal=dagen)
    if dagen < 120:
        weken = dagen // 7
        return ngettext("{aantal} week", "{aantal} weken", weken).format(aantal=weken)
    if dagen < 730:
        maanden = round(dagen / 30.44)
        return ngettext("{aantal} maand", "{aantal} maanden", maanden).format(aantal=maanden)
    jaren = dagen // 365
    return ngettext("{aantal} jaar", "{aantal} jaar", jaren).format(aantal=jaren)


def dag_in_woorden(dag: date) -> str:
    """A day written out, for text that is no HTML; of a moment the day that it is here."""
    if isinstance(dag, datetime):
        dag = (timezone.localtime(dag) if timezone.is_aware(dag) else dag).date()
    return _in_woorden(dag, get_language())


@lru_cache(maxsize=8192)
def _in_woorden(dag: date, _taal: str | None) -> str:
    return date_format(dag, "j F Y")
