"""The form of what mail somebody wants."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Berichtformulier(forms.Form):
    """The own address, and how mail comes."""

    ELKE_DAG, LOS, GEEN = "dagoverzicht", "los", "geen"

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        help_text=_("Zonder adres krijgt u geen mail, ook niet als iets niet kan wachten."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Vul een geldig e-mailadres in.")},
    )
    hoe = forms.ChoiceField(
        label=_("Welke mail wilt u?"),
        choices=[
            (ELKE_DAG, _("Eén overzicht per dag")),
            (LOS, _("Meteen een mail per herinnering")),
            (GEEN, _("Geen mail, behalve als iets niet kan wachten")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies welke mail u wilt."),
            "invalid_choice": _("Kies een van de mogelijkheden."),
        },
    )
