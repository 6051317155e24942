"""The form with which a party departs from a standing."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.plannen.namen import STANDEN


class Afwijkformulier(forms.Form):
    """Another standing than the rule gives, and why. `vorige` stood on the screen."""

    stand = forms.ChoiceField(
        label=_("Wat is volgens u de stand?"),
        choices=[(waarde.value, naam) for waarde, naam in STANDEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een stand.")},
    )
    reden = forms.CharField(
        label=_("Reden"),
        help_text=_("Iedereen die dit leefgebied mag zien, leest de reden."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vul een reden in.")},
    )
    vorige = forms.UUIDField(required=False, widget=forms.HiddenInput)
