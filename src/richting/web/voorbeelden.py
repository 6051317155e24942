"""Invented content for the style guide: no real person, no real stay."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.web.formulieren import Datumveld
from richting.web.tijdbalk import Mijlpaal, Stuk

DAG = date(2026, 11, 23)
"""The fixed day of the examples."""


class Voorbeeldformulier(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label=_("Naam"), help_text=_("Zoals op het identiteitsbewijs."))
    datum = Datumveld(label=_("Datum van het gesprek"))
    onderwerp = forms.ChoiceField(
        label=_("Onderwerp"),
        choices=[("", _("Kies een onderwerp")), ("wonen", _("Wonen")), ("werk", _("Werk"))],
    )
    gelukt = forms.ChoiceField(
        label=_("Is het gelukt?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee")), ("onbekend", _("Onbekend"))],
        widget=forms.RadioSelect,
        help_text=_("“Onbekend” is ook een antwoord."),
    )
    toelichting = forms.CharField(label=_("Toelichting"), widget=forms.Textarea, required=False)
    akkoord = forms.BooleanField(label=_("De persoon is het hiermee eens"))


class Voorbeeldfilter(forms.Form):
    """A filter of two fields."""

    fase = forms.ChoiceField(
        label=_("Fase"), choices=[("", _("Alle fasen")), ("binnen", _("Binnen"))], required=False
    )
    zonder_plan = forms.BooleanField(label=_("Alleen zonder plan"), required=False)


def _route() -> dict[str, Any]:
    return {
        "stukken": (
            Stuk("Politiecel Voorbeeldstad", date(2026, 3, 2), date(2026, 3, 6), "buiten"),
            Stuk("PI De Linde", date(2026, 3, 6), date(2026, 8, 14)),
            Stuk("PI Het Vennetje", date(2026, 8, 14), date(2026, 12, 20)),
            Stuk(
                "Penitentiair programma", date(2026, 12, 20), date(2027, 3, 3), "verwacht", "thuis"
            ),
        ),
        "mijlpalen": (Mijlpaal("Einde straf", date(2027, 3, 3), "verwacht"),),
    }


def _journaal() -> list[SimpleNamespace]:
    nu = datetime(2026, 11, 23, 9, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    return [
        SimpleNamespace(
            moment=nu,
            zin="Het verwachte einde is verschoven.",
            wie="DJI",
            nieuw=True,
            toelichting="Was 17 februari 2027, is 3 maart 2027.",
        ),
        SimpleNamespace(
            moment=nu - timedelta(days=101), zin="Overgeplaatst naar PI Het Vennetje.", wie="DJI"
        ),
        SimpleNamespace(moment=nu - timedelta(days=262), zin="Dossier geopend.", wie="Richting"),
    ]


def _lijsten() -> dict[str, Any]:
    return {
        "fasen": [
            {"naam": "Voor detentie", "stand": "klaar"},
            {"naam": "Binnen", "stand": "nu", "toelichting": "sinds 2 maart 2026"},
            {
                "naam": "Buiten onder titel",
                "stand": "straks",
                "toelichting": "in december",
            },
            {"naam": "Na detentie", "stand": "straks"},
        ],
        "tabs": [
            {"titel": "Nieuw", "url": "#", "aantal": 3, "huidig": True},
            {"titel": "Thuis binnen 12 weken", "url": "#", "aantal": 14, "huidig": False},
            {"titel": "Einde onbekend", "url": "#", "aantal": 2, "huidig": False},
            {"titel": "Weg zonder plan", "url": "#", "aantal": 0, "huidig": False},
        ],
        "personen": [
            {
                "naam": "A. Voorbeeld",
                "einde": date(2027, 3, 3),
                "plek": "PI Het Vennetje",
                "dagen": 266,
            },
            {"naam": "B. de Proef", "einde": None, "plek": "PI De Linde", "dagen": 12},
        ],
    }


def inhoud() -> dict[str, Any]:
    """Everything that the style guide shows."""
    return {
        "vandaag": DAG,
        "einde": date(2027, 3, 3),
        "later": date(2027, 4, 10),
        "formulier": Voorbeeldformulier(),
        "filter": Voorbeeldfilter(),
        "journaal": _journaal(),
        **_route(),
        **_lijsten(),
    }
