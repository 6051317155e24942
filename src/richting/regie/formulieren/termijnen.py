"""The forms of the terms: put off, ticked as done, not right, answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.regie.acties.uitstel import MEESTE_TEKENS
from richting.regie.woorden import ANTWOORDEN, GEGEVENS
from richting.web.formulieren import Datumveld

GEEN_DAG = {"required": _("Vul een dag in.")}
GEEN_REDEN, VUL_IN = _("Schrijf op waarom."), _("Vul dit in.")


def tekstveld(
    label: Any, *, verplicht: bool = True, uitleg: Any = "", leeg: Any = VUL_IN
) -> forms.CharField:
    """A short text of some lines; `leeg` is said when it must be filled in and is not."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=uitleg,
        max_length=MEESTE_TEKENS,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": leeg},
    )


class Uitstelformulier(forms.Form):
    """Until when, and why."""

    tot = Datumveld(label=_("Uitstellen tot"), error_messages=GEEN_DAG)
    reden = tekstveld(_("Waarom"), leeg=GEEN_REDEN)

    def __init__(self, *args: Any, hoogstens: int, **kwargs: Any) -> None:
        """`hoogstens`: so many days after the first time it can be put off."""
        super().__init__(*args, **kwargs)
        zin = _("Hoogstens {n} dagen na de eerste keer uitstellen, en niet na het vertrek.")
        self.fields["tot"].help_text = zin.format(n=hoogstens)


class Afvinkformulier(forms.Form):
    """When it was done."""

    op = Datumveld(label=_("Gedaan op"), error_messages=GEEN_DAG)
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
        error_messages={"required": _("Kies een antwoord.")},
    )
    reden = tekstveld(_("Toelichting"))

    def keuze(self) -> Terugantwoord:
        """The answer that was chosen."""
        return Terugantwoord(self.cleaned_data["antwoord"])
