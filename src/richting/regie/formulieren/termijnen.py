"""The forms of the terms: put off, ticked as done, not right, answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.regie.acties.uitstel import MEESTE_TEKENS
from richting.regie.woorden import ANTWOORDEN, GEGEVENS
from richting.web.formulieren import Datumveld


def tekstveld(label: Any, *, verplicht: bool = True, uitleg: Any = "") -> forms.CharField:
    """A short text of some lines."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=uitleg,
        max_length=MEESTE_TEKENS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Uitstelformulier(forms.Form):
    """Until when, and why."""

    tot = Datumveld(label=_("Uitstellen tot"))
    reden = tekstveld(_("Waarom"))


class Afvinkformulier(forms.Form):
    """When it was done."""

    op = Datumveld(label=_("Gedaan op"))
    toelichting = tekstveld(_("Toelichting"), verplicht=False)


class Terugmeldformulier(forms.Form):
    """What is not right, what it says, and what it should say."""

    gegeven = forms.ChoiceField(
        label=_("Wat klopt er niet?"), choices=[(g.value, naam) for g, naam in GEGEVENS.items()]
    )
    staat_er = tekstveld(_("Wat staat er nu?"))
    hoort = tekstveld(
        _("Wat zou het moeten zijn?"), uitleg=_("Zet hier geen gegevens die niet nodig zijn.")
    )

    def keuze(self) -> Gegeven:
        """The datum that was chosen."""
        return Gegeven(self.cleaned_data["gegeven"])


class Terugantwoordformulier(forms.Form):
    """What the source answers."""

    antwoord = forms.ChoiceField(
        label=_("Uw antwoord"),
        choices=[(a.value, naam) for a, naam in ANTWOORDEN.items()],
        widget=forms.RadioSelect,
    )
    reden = tekstveld(_("Toelichting"))

    def keuze(self) -> Terugantwoord:
        """The answer that was chosen."""
        return Terugantwoord(self.cleaned_data["antwoord"])
