"""The forms about victims."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.plannen import namen
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, keuze, tekst, zin
from richting.plannen.woorden import Slachtofferbelangsoort
from richting.web.formulieren import Datumveld


class Belangformulier(Planformulier):
    """A wish or condition of a victim."""

    soort = keuze(
        gettext_lazy("Soort"),
        namen.SLACHTOFFERBELANGEN.items(),
        gettext_lazy("Kies wat het is."),
    )
    tekst = tekst(
        gettext_lazy("Wat betekent dit voor het plan?"),
        gettext_lazy("Vul in wat dit voor het plan betekent."),
        uitleg=gettext_lazy("Noem geen namen of adressen van slachtoffers."),
    )
    geldig_tot = Datumveld(label=gettext_lazy("Geldt tot"), required=False)

    def clean_geldig_tot(self) -> date | None:
        """What is over does not touch the plan."""
        tot: date | None = self.cleaned_data["geldig_tot"]
        if tot is not None and tot < self.vandaag:
            raise forms.ValidationError(_("Deze dag moet vandaag of later zijn."))
        return tot

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {**schoon, "soort": Slachtofferbelangsoort(schoon["soort"])}


class Belangeindeformulier(Versieveld):
    """A wish or condition that no longer holds."""


class Heropenformulier(Planformulier):
    """Why the question must be answered anew."""

    reden = zin(gettext_lazy("Reden"), gettext_lazy("Vul een reden in."))
