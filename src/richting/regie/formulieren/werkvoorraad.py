"""The filter above a work list, what is kept of it, and what is done with selected lines."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.partijen.overzichten import namen_van, organisaties_van
from richting.regie.formulieren.termijnen import Uitstelformulier

INRICHTINGEN = (Organisatiesoort.INRICHTING, Organisatiesoort.FORENSISCHE_INSTELLING)
EIGEN_INRICHTING = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
EIGEN_GEMEENTE = (Loketsoort.NAZORG, Loketsoort.OPENBARE_ORDE)
SOORTEN = {"inrichting": INRICHTINGEN, "gemeente": (Organisatiesoort.GEMEENTE,)}
GEZIEN, OP_NAAM, UITSTEL = "gezien", "op_naam", "uitstel"
DADEN = {
    GEZIEN: _("Wij hebben dit gezien"),
    OP_NAAM: _("Op mijn naam"),
    UITSTEL: _("Uitstellen"),
}


class Filter(forms.Form):
    """Narrow a list to one institution or one municipality; one's own kind is no choice.

    Only what occurs on the dossiers of this desk is offered: `bied_aan` must say what that is
    before the form is judged or shown.
    """

    inrichting = forms.ChoiceField(label=_("Inrichting"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    mijn = forms.BooleanField(label=_("Alleen op mijn naam"), required=False)

    def __init__(self, gegevens: Any, loketsoort: str) -> None:
        super().__init__(gegevens)
        self.loketsoort = loketsoort
        if loketsoort in EIGEN_INRICHTING:
            del self.fields["inrichting"]
        if loketsoort in EIGEN_GEMEENTE:
            del self.fields["gemeente"]

    @property
    def keuzevelden(self) -> tuple[str, ...]:
        """The fields in which an organisation is chosen."""
        return tuple(naam for naam in SOORTEN if naam in self.fields)

    def gevraagd(self) -> dict[str, Any]:
        """What was asked for, not judged yet."""
        ruw = {naam: self[naam].data or "" for naam in self.fields}
        return {naam: w.replace("\0", "") if isinstance(w, str) else w for naam, w in ruw.items()}

    def bied_aan(self, keuzes: dict[str, set[str]] | None) -> None:
        """Offer these codes per field; None: too many to tell apart, so every organisation."""
        namen = namen_van(c for codes in keuzes.values() for c in codes) if keuzes else {}
        for naam in self.keuzevelden:
            deze = self._keuzes(naam, SOORTEN[naam], keuzes, namen)
            self.fields[naam].choices = [("", _("Alle")), *deze]  # type: ignore[attr-defined]

    def _keuzes(
        self,
        naam: str,
        soorten: tuple[Organisatiesoort, ...],
        keuzes: dict[str, set[str]] | None,
        namen: dict[str, str],
    ) -> list[tuple[str, str]]:
        """The choices by name; the one that was asked for stays, or it could not be undone."""
        if keuzes is None:
            return organisaties_van(soorten)
        gevraagd = self.data.get(naam, "")
        codes = {(code, namen.get(code, code)) for code in keuzes[naam]}
        if gevraagd and gevraagd not in keuzes[naam]:
            codes |= {paar for paar in organisaties_van(soorten) if paar[0] == gevraagd}
        return sorted(codes, key=lambda paar: (paar[1], paar[0]))

    def gekozen(self) -> dict[str, Any]:
        """What the list is narrowed by."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}

    def adres(self, lijst: str, na: str = "") -> str:
        """The address of a list under this filter, from a key on."""
        gekozen = {naam: "on" if w is True else w for naam, w in self.gekozen().items()}
        return f"?{urlencode({'lijst': lijst, **gekozen, **({'na': na} if na else {})})}"


class Bewaarformulier(forms.Form):
    """The name under which a list with its filter is kept."""

    naam = forms.CharField(label=_("Naam van dit filter"), max_length=60)


class Samenformulier(Uitstelformulier):
    """What is done with the selected lines; a day and a reason only to put them off."""

    def __init__(self, *args: Any, hoogstens: int, **kwargs: Any) -> None:
        """What is sent for another act needs neither."""
        super().__init__(*args, hoogstens=hoogstens, **kwargs)
        if self.is_bound and self.data.get("daad") != UITSTEL:
            for veld in self.fields.values():
                veld.required = False
