"""The forms of fixing and comparing versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WERKVERSIE = "nu"
"""The choice for the plan as it stands now."""


class Vaststelformulier(forms.Form):
    """Fix the plan: on top of which number, and why now."""

    na = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    toelichting = forms.CharField(label=gettext_lazy("Toelichting"), required=False, max_length=500)


class Vergelijkformulier(forms.Form):
    """Which two versions to lay side by side."""

    oud = forms.ChoiceField(label=gettext_lazy("Oud"))
    nieuw = forms.ChoiceField(label=gettext_lazy("Nieuw"))

    def __init__(self, nummers: Iterable[int], *args: Any, **kwargs: Any) -> None:
        """`nummers` are the fixed versions, newest first."""
        super().__init__(*args, **kwargs)
        vast = [(str(n), _("Versie {n}").format(n=n)) for n in nummers]
        self.fields["oud"].choices = vast  # type: ignore[attr-defined]
        nu = (WERKVERSIE, _("Zoals het nu is"))
        self.fields["nieuw"].choices = [nu, *vast]  # type: ignore[attr-defined]
