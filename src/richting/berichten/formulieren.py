"""The forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from richting.berichten.bestanden import Onbruikbaar, herken_formaat
from richting.berichten.validatie import Onleesbaar, ontleed

TEKST_MAX = 300_000


class Aanleverformulier(forms.Form):
    """A file with messages, and for the functional manager whose file it is."""

    bron = forms.ChoiceField(label=_("Van wie is dit bestand?"))
    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("JSON Lines (.jsonl) of CSV (.csv) in UTF-8."),
        widget=forms.ClearableFileInput(attrs={"accept": ".jsonl,.ndjson,.csv"}),
        allow_empty_file=True,
    )

    def __init__(self, bronnen: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """`bronnen` are the senders this desk may deliver for; one needs no question."""
        super().__init__(*args, **kwargs)
        self.enige = bronnen[0][0] if len(bronnen) == 1 else ""
        if self.enige:
            del self.fields["bron"]
        else:
            self.fields["bron"].choices = bronnen  # type: ignore[attr-defined]

    @property
    def afzender(self) -> str:
        """The sender, chosen or the only one."""
        return self.enige or str(self.cleaned_data["bron"])

    def clean_bestand(self) -> Any:
        """The name tells the kind, the size has a bound."""
        bestand = self.cleaned_data["bestand"]
        try:
            herken_formaat(bestand.name)
        except Onbruikbaar as fout:
            raise forms.ValidationError(str(fout)) from None
        if bestand.size > settings.OMGEVING.api_max_mb * 1024 * 1024:
            raise forms.ValidationError(
                _("Het bestand is groter dan %(mb)s MB. Knip het in stukken."),
                params={"mb": settings.OMGEVING.api_max_mb},
            )
        return bestand


class Toelichtingformulier(forms.Form):
    """Why an act is done."""

    toelichting = forms.CharField(
        label=_("Waarom?"),
        min_length=3,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Herstelformulier(Toelichtingformulier):
    """A message to mend, as JSON, and why."""

    bericht = forms.CharField(
        label=_("Inhoud van het bericht (JSON)"),
        max_length=TEKST_MAX,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"}),
    )
    field_order = ("bericht", "toelichting")

    def clean_bericht(self) -> Any:
        """The message as a value."""
        try:
            return ontleed(self.cleaned_data["bericht"])
        except Onleesbaar as fout:
            raise forms.ValidationError(str(fout)) from None
