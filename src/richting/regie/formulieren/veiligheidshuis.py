"""The forms of bringing a case in at a Zorg- en Veiligheidshuis, and of ending that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from richting.web.formulieren import Datumveld, tekst

DAG = gettext_lazy("Vul een dag in.")
REDEN = gettext_lazy("Schrijf op waarom.")
LEZERS = gettext_lazy("De partijen die aan het plan werken, lezen dit.")


class Inbrengformulier(forms.Form):
    """At which house, from which day, and why."""

    huis = forms.ChoiceField(
        label=gettext_lazy("Bij welk Zorg- en Veiligheidshuis?"),
        error_messages={"required": gettext_lazy("Kies een Zorg- en Veiligheidshuis.")},
    )
    vanaf = Datumveld(label=gettext_lazy("Vanaf welke dag?"), error_messages={"required": DAG})
    reden = tekst(gettext_lazy("Waarom?"), REDEN, uitleg=LEZERS)

    def __init__(self, *args: Any, huizen: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """`huizen` have an open desk."""
        super().__init__(*args, **kwargs)
        self.fields["huis"].choices = [("", "–"), *huizen]  # type: ignore[attr-defined]


class Eindformulier(forms.Form):
    """From which day no longer, and why; with the bringing in that was on the screen."""

    huis = forms.CharField(widget=forms.HiddenInput)
    vanaf = forms.DateField(widget=forms.HiddenInput)
    tot = Datumveld(
        label=gettext_lazy("Vanaf welke dag niet meer?"), error_messages={"required": DAG}
    )
    reden = tekst(gettext_lazy("Waarom?"), REDEN, uitleg=LEZERS)
