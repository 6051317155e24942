"""The forms of this room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord import aannames
from richting.delen.models import Afscherming
from richting.kern.instellingen import als_json
from richting.partijen.formulieren import Redenformulier
from richting.partijen.models import Lidmaatschap
from richting.web.formulieren import Datumveld


class Dagformulier(forms.Form):
    """A day to look at."""

    op = Datumveld(label=_("Wie mocht dit zien op"))


class Zoekformulier(forms.Form):
    """A dossier by its number."""

    nummer = forms.CharField(
        label=_("Nummer van het dossier"),
        max_length=40,
        error_messages={"required": _("Vul het nummer van het dossier in.")},
    )


class Afschermformulier(forms.Form):
    """A new restriction: which kind, which staff, and why."""

    soort = forms.ChoiceField(
        label=_("Wat wilt u doen?"),
        choices=[
            (Afscherming.ALLEEN, _("Alleen deze medewerkers mogen het dossier zien")),
            (Afscherming.NIET, _("Deze medewerkers mogen het dossier niet zien")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u wilt doen.")},
    )
    medewerkers = forms.MultipleChoiceField(
        label=_("Medewerkers"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een of meer medewerkers.")},
    )
    reden = forms.CharField(
        label=_("Reden"),
        help_text=_("De reden komt in het journaal te staan."),
        max_length=500,
        error_messages={"required": _("Vul een reden in.")},
    )

    def __init__(self, leden: Iterable[Lidmaatschap], *args: Any, **kwargs: Any) -> None:
        """`leden` are the staff of the desks that the reader may restrict."""
        super().__init__(*args, **kwargs)
        self.fields["medewerkers"].choices = [  # type: ignore[attr-defined]
            (f"{lid.loket_id}:{lid.medewerker_id}", f"{lid.medewerker.naam} ({lid.loket.naam})")
            for lid in leden
        ]

    def gekozen(self) -> dict[int, list[int]]:
        """The chosen staff per desk."""
        per_loket: dict[int, list[int]] = {}
        for keuze in self.cleaned_data["medewerkers"]:
            loket, medewerker = keuze.split(":")
            per_loket.setdefault(int(loket), []).append(int(medewerker))
        return per_loket


class Eindeformulier(Redenformulier):
    """Why a restriction ends."""


class Instelformulier(Redenformulier):
    """Another value for one assumption, from a day on, and why."""

    vanaf = Datumveld(label=_("Geldt vanaf"))
    field_order = ("waarde", "vanaf", "reden")

    def __init__(self, naam: str, *args: Any, **kwargs: Any) -> None:
        """The control of the value follows its kind."""
        super().__init__(*args, **kwargs)
        self.fields["waarde"] = _veld(getattr(aannames.AANNAMES, naam))
        self.order_fields(self.field_order)

    def waarde(self) -> Any:
        """The value as JSON keeps it."""
        return als_json(self.cleaned_data["waarde"])


class _Lijst(forms.CharField):
    """A list of words with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """A list as text."""
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        """Text as a list."""
        return [deel.strip() for deel in (value or "").split(",") if deel.strip()]


class _JaNee(forms.TypedChoiceField):
    """Yes or no."""

    def __init__(self, **kwargs: Any) -> None:
        keuzes = [("True", _("Ja")), ("False", _("Nee"))]
        super().__init__(choices=keuzes, coerce=lambda tekst: tekst == "True", **kwargs)


def _veld(waarde: Any) -> forms.Field:
    label = _("Waarde")
    if isinstance(waarde, bool):
        return _JaNee(label=label)
    if isinstance(waarde, int):
        return forms.IntegerField(label=label, min_value=0)
    if isinstance(waarde, date):
        return Datumveld(label=label)
    if isinstance(waarde, tuple):
        uitleg = _("Zet een komma tussen de waarden.")
        return _Lijst(label=label, help_text=uitleg, required=False, max_length=2000)
    return forms.CharField(label=label, max_length=200)
