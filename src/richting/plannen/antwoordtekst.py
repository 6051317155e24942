"""Answers in words, as screens, paper and fixed versions show them."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import Tekst, Vraag, Vraagsoort
from richting.akkoord.plan.woorden import Antwoordsoort
from richting.plannen.namen import ANTWOORDSOORTEN


def in_taal(tekst: Tekst) -> str:
    """A text of a question set in the language of the reader."""
    return tekst.in_taal((get_language() or "nl").split("-")[0])


def antwoordtekst(vraag: Vraag | None, antwoord: Antwoord) -> str:
    """One answer in words; of a question that is gone, the bare value."""
    if antwoord.soort is not Antwoordsoort.GEGEVEN:
        return str(ANTWOORDSOORTEN[antwoord.soort])
    if vraag is None:
        return str(antwoord.waarde)
    return _waardetekst(vraag, antwoord.waarde)


def _waardetekst(vraag: Vraag, waarde: Any) -> str:
    if vraag.soort is Vraagsoort.JA_NEE:
        return _("Ja") if waarde else _("Nee")
    if vraag.soort is Vraagsoort.KEUZE:
        gekozen = [keuze.tekst for keuze in vraag.keuzes if keuze.code == waarde]
        return in_taal(gekozen[0]) if gekozen else str(waarde)
    if vraag.soort is Vraagsoort.DATUM and hasattr(waarde, "year"):
        return date_format(waarde, "j F Y")
    if vraag.soort is Vraagsoort.BEDRAG:
        return f"€ {number_format(waarde, use_l10n=True, force_grouping=True)}"
    return str(waarde)
