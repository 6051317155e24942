"""The forms of the BIJ: confirm, answer in categories, close. Clausule 6.5."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.bijberichten import BESLUITZINNEN, Bijbesluit, Bijdaad
from richting.meldingen.acties.bij import Bijantwoord
from richting.meldingen.models import Bijbericht

JA_NEE = (("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee")))


def ja_nee(vraag: Any) -> forms.ChoiceField:
    """A question that is answered with yes or no."""
    return forms.ChoiceField(
        label=vraag,
        choices=JA_NEE,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )


class Standformulier(forms.Form):
    """A form on a message that a colleague may be working on too."""

    stand = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class Antwoordformulier(Standformulier):
    """What the mayor does with it, and how useful the message was: choices, no free text."""

    besluit = forms.ChoiceField(
        label=gettext_lazy("Wat doet de burgemeester?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat de burgemeester doet.")},
    )
    maatregelen = forms.MultipleChoiceField(
        label=gettext_lazy("Wat voor maatregel is het?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Alleen als een maatregel wordt overwogen of is genomen."),
        error_messages={
            "invalid_choice": gettext_lazy("Kies een soort maatregel uit de lijst."),
        },
    )
    tijdig = ja_nee(gettext_lazy("Kwam het bericht op tijd?"))
    betrouwbaar = ja_nee(gettext_lazy("Klopte wat erin stond?"))
    bruikbaar = ja_nee(gettext_lazy("Kon u er iets mee?"))

    def __init__(self, *args: Any, maatregelen: tuple[str, ...], **kwargs: Any) -> None:
        """`maatregelen` are the kinds that may be named."""
        super().__init__(*args, **kwargs)
        self._kies("besluit", [(b.value, _(zin)) for b, zin in BESLUITZINNEN.items()])
        self._kies("maatregelen", [(soort, _(soort)) for soort in maatregelen])

    def _kies(self, veld: str, opties: list[tuple[str, str]]) -> None:
        self.fields[veld].choices = opties  # type: ignore[attr-defined]

    def antwoord(self) -> Bijantwoord:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return Bijantwoord(
            Bijbesluit(schoon["besluit"]),
            tuple(schoon["maatregelen"]),
            *(schoon[vraag] == "ja" for vraag in ("tijdig", "betrouwbaar", "bruikbaar")),
        )


def begin_van(rij: Bijbericht) -> dict[str, Any]:
    """The answer that was given before, as the form shows it."""
    uit: dict[str, Any] = {"stand": rij.stand}
    if rij.besluit:
        uit |= {"besluit": rij.besluit, "maatregelen": rij.maatregelen}
        for vraag in ("tijdig", "betrouwbaar", "bruikbaar"):
            uit[vraag] = "ja" if getattr(rij, vraag) else "nee"
    return uit


FORMULIEREN: dict[Bijdaad, type[Standformulier]] = {
    Bijdaad.ONTVANGST_BEVESTIGEN: Standformulier,
    Bijdaad.BEANTWOORDEN: Antwoordformulier,
    Bijdaad.AFHANDELEN: Standformulier,
}
