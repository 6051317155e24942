"""The form about care."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from richting.plannen import namen
from richting.plannen.formulieren.inhoud import Versieveld, keuze, zin
from richting.web.formulieren import Datumveld

KIES = gettext_lazy("Maak een keuze.")


class Zorgformulier(Versieveld):
    """What other parties must know of the care: no diagnosis, no treatment."""

    indicatie = keuze(
        gettext_lazy("Is er een indicatie voor zorg?"), namen.INDICATIES.items(), KIES
    )
    indicatie_wet = forms.ChoiceField(
        label=gettext_lazy("Onder welke wet"),
        choices=[("", "–"), *((w.value, naam) for w, naam in namen.INDICATIEWETTEN.items())],
        required=False,
    )
    afspraak_bij = zin(
        gettext_lazy("Waar gaat de zorg verder?"),
        uitleg=gettext_lazy("Alleen de plek, geen behandeling of diagnose."),
    )
    afspraak_op = Datumveld(label=gettext_lazy("Eerste afspraak op"), required=False)
    medicijnen = keuze(gettext_lazy("Medicijnen mee op de dag zelf"), namen.MEEGEVEN.items(), KIES)
    overdrachtsbrief = keuze(
        gettext_lazy("Overdrachtsbrief mee op de dag zelf"), namen.MEEGEVEN.items(), KIES
    )
    verzekering = keuze(gettext_lazy("Zorgverzekering"), namen.VERZEKERINGEN.items(), KIES)
    verzekeraar = zin(gettext_lazy("Verzekeraar"))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them, without the version."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}
