"""The forms of a request to another municipality."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.woonplaats import Verzoekreden, categorie_van
from richting.plannen import namen
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, keuze, tekst


class Gemeentevraagformulier(Planformulier):
    """Ask another municipality; only reasons of a compartment that the writer sees."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Welke gemeente?"),
        error_messages={"required": gettext_lazy("Kies een gemeente.")},
    )
    reden = keuze(
        gettext_lazy("Waarom niet terug naar de gemeente van herkomst?"),
        (),
        gettext_lazy("Kies een reden."),
    )
    toelichting = tekst(
        gettext_lazy("Toelichting"),
        gettext_lazy("Schrijf op waarom dit nodig is."),
        uitleg=gettext_lazy("Noem geen slachtoffers en geen ziekte."),
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        """`gemeenten` can be asked."""
        super().__init__(*args, **kwargs)
        self.gemeenten = gemeenten
        leeg = ("", _("Kies een gemeente"))
        self.fields["naar"].choices = [leeg, *gemeenten]  # type: ignore[attr-defined]
        self.fields["reden"].choices = [  # type: ignore[attr-defined]
            (reden.value, naam)
            for reden, naam in namen.VERZOEKREDENEN.items()
            if categorie_van(reden).value in self.mijn
        ]

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "reden": Verzoekreden(self.cleaned_data["reden"])}


class Toelichtingformulier(Versieveld):
    """Words with an answer, an addition or a withdrawal, on the newest step that was read."""

    toelichting = tekst(gettext_lazy("Toelichting"))

    def __init__(self, *args: Any, verplicht: bool, **kwargs: Any) -> None:
        """`verplicht`: this act needs words."""
        super().__init__(*args, **kwargs)
        self.fields["toelichting"].required = verplicht
        self.fields["toelichting"].error_messages["required"] = _("Schrijf op waarom.")
