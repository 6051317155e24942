"""The filter above a work list."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.partijen.overzichten import organisaties_van

INRICHTINGEN = (Organisatiesoort.INRICHTING, Organisatiesoort.FORENSISCHE_INSTELLING)
EIGEN_INRICHTING = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
EIGEN_GEMEENTE = (Loketsoort.NAZORG, Loketsoort.OPENBARE_ORDE)


class Filter(forms.Form):
    """Narrow a list to one institution or one municipality; one's own kind is no choice."""

    inrichting = forms.ChoiceField(label=_("Inrichting"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)

    def __init__(self, gegevens: Any, loketsoort: str) -> None:
        super().__init__(gegevens)
        self.loketsoort = loketsoort
        if loketsoort in EIGEN_INRICHTING:
            del self.fields["inrichting"]
        if loketsoort in EIGEN_GEMEENTE:
            del self.fields["gemeente"]
        for naam, soorten in (
            ("inrichting", INRICHTINGEN),
            ("gemeente", (Organisatiesoort.GEMEENTE,)),
        ):
            if naam in self.fields:
                keuzes = [("", _("Alle")), *organisaties_van(soorten)]
                self.fields[naam].choices = keuzes  # type: ignore[attr-defined]

    def adres(self, lijst: str, na: str = "") -> str:
        """The address of a list under this filter, from a key on."""
        gekozen = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        return f"?{urlencode({'lijst': lijst, **gekozen, **({'na': na} if na else {})})}"
