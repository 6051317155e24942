"""The forms of taking over, of who has a dossier, and of a handover."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.overdracht import Overdrachtdaad
from richting.partijen.models import Medewerker
from richting.regie import namen
from richting.web.formulieren import Datumveld, keuze, tekst, zin

Keuzes = Sequence[tuple[Any, Any]]
DAG = gettext_lazy("Vul een dag in.")


class Overnameformulier(forms.Form):
    """Take a task over, or give it back: why, and on which page that was decided."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)
    reden = tekst(gettext_lazy("Waarom?"), gettext_lazy("Schrijf op waarom."))


class Geefformulier(Overnameformulier):
    """Who holds a task gives it to a desk that asked for it."""

    loket = forms.TypedChoiceField(
        label=gettext_lazy("Aan welk loket?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een loket.")},
    )

    def __init__(self, *args: Any, loketten: Keuzes, **kwargs: Any) -> None:
        """`loketten` can hold the task and see the dossier."""
        super().__init__(*args, **kwargs)
        self.fields["loket"].choices = [("", "–"), *loketten]  # type: ignore[attr-defined]
        self.order_fields(["gezien", "loket", "reden"])


class Collegaformulier(forms.Form):
    """A colleague of the own desk, or nobody."""

    medewerker = forms.TypedChoiceField(
        label=gettext_lazy("Collega"), coerce=int, required=False, empty_value=None
    )

    def __init__(
        self, *args: Any, leden: Sequence[Medewerker], verplicht: bool = False, **kwargs: Any
    ) -> None:
        """`leden` of the own desk; `verplicht`: nobody is no choice."""
        super().__init__(*args, **kwargs)
        leeg = "–" if verplicht else _("niemand")
        veld = self.fields["medewerker"]
        veld.choices = [("", leeg), *((een.pk, een.naam) for een in leden)]  # type: ignore[attr-defined]
        veld.required = verplicht
        veld.error_messages["required"] = _("Kies een collega.")


class Afwezigformulier(forms.Form):
    """Who is away, until when, and who stands in."""

    medewerker = forms.TypedChoiceField(
        label=gettext_lazy("Wie is er niet?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een collega.")},
    )
    vervanger = forms.TypedChoiceField(
        label=gettext_lazy("Vervanger"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=gettext_lazy(
            "Deze collega vindt de dossiers ook onder „Alleen op mijn naam” en krijgt de berichten."
        ),
    )
    van = Datumveld(label=gettext_lazy("Eerste dag"), error_messages={"required": DAG})
    tot = Datumveld(
        label=gettext_lazy("Laatste dag"),
        required=False,
        help_text=gettext_lazy("Niet bekend, bijvoorbeeld bij ziekte? Laat dit leeg."),
    )

    def __init__(
        self, *args: Any, leden: Sequence[Medewerker], zelf: int | None, **kw: Any
    ) -> None:
        """`leden` of the own desk; `zelf` when one can only speak for oneself."""
        super().__init__(*args, **kw)
        collega = [(een.pk, een.naam) for een in leden]
        eigen = [paar for paar in collega if zelf is None or paar[0] == zelf]
        self.fields["medewerker"].choices = eigen  # type: ignore[attr-defined]
        self.fields["vervanger"].choices = [("", _("niemand")), *collega]  # type: ignore[attr-defined]


class Overdrachtformulier(forms.Form):
    """To whom and when, and how the two parties speak with each other."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    aan_loket = forms.TypedChoiceField(
        label=gettext_lazy("Aan welk loket?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een loket.")},
    )
    op_vertrek = forms.BooleanField(
        label=gettext_lazy("Op de dag van vertrek: de dag schuift mee als die verandert"),
        required=False,
    )
    datum = Datumveld(
        label=gettext_lazy("Vanaf welke dag?"),
        required=False,
        help_text=gettext_lazy("Niet nodig als het op de dag van vertrek is en die bekend is."),
    )
    warm_op = Datumveld(
        label=gettext_lazy("Warm contact op"),
        required=False,
        help_text=gettext_lazy("De dag waarop u elkaar spreekt of sprak."),
    )
    warm_vorm = zin(
        gettext_lazy("Hoe spreekt u elkaar?"), uitleg=gettext_lazy("Bellen, bezoek, beeldbellen.")
    )
    warm_met = zin(gettext_lazy("Met wie?"), uitleg=gettext_lazy("Alleen de functie is genoeg."))

    def __init__(self, *args: Any, loketten: Keuzes, vandaag: date, **kwargs: Any) -> None:
        """`loketten` can hold the task and see the dossier."""
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["aan_loket"].choices = [("", "–"), *loketten]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Without a day it is the day of release."""
        velden = super().clean() or {}
        if not velden.get("op_vertrek") and not velden.get("datum") and "datum" not in self.errors:
            self.add_error("datum", DAG)
        return velden


class Overdrachtdaadformulier(forms.Form):
    """Words with an act on a handover; a refusal has a reason too."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    reden = keuze(
        gettext_lazy("Waarom?"),
        tuple(namen.WEIGERREDENEN.items()),
        gettext_lazy("Kies een reden."),
    )
    toelichting = tekst(
        gettext_lazy("Toelichting"), uitleg=gettext_lazy("Noem geen ziekte en geen slachtoffers.")
    )

    def __init__(self, *args: Any, daad: Overdrachtdaad, **kwargs: Any) -> None:
        """Only a refusal asks for a reason, and for words."""
        super().__init__(*args, **kwargs)
        if daad is Overdrachtdaad.WEIGEREN:
            self.fields["toelichting"].required = True
            self.fields["toelichting"].error_messages["required"] = _("Schrijf op waarom.")
        else:
            del self.fields["reden"]
        if daad in (Overdrachtdaad.AANVAARDEN, Overdrachtdaad.BEVESTIGEN):
            del self.fields["toelichting"]


class Puntformulier(forms.Form):
    """How an item of the checklist stands; `stond` is how it stood on the screen."""

    stand = keuze(
        gettext_lazy("Hoe staat het?"),
        tuple(namen.PUNTSTANDEN.items()),
        gettext_lazy("Kies hoe het staat."),
    )
    toelichting = zin(gettext_lazy("Toelichting"))
    stond = forms.CharField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def begin(stand: str, toelichting: str) -> dict[str, str]:
        """What the form shows of an item that stands like this."""
        return {"stand": stand, "toelichting": toelichting, "stond": f"{stand} {toelichting}"}

    @property
    def is_anders(self) -> bool:
        """Something else was sent than stood on the screen."""
        stand, toelichting, stond = (
            str(self.data.get(self.add_prefix(veld), "")).strip()
            for veld in ("stand", "toelichting", "stond")
        )
        return f"{stand} {toelichting}".strip() != stond


class Afspraakformulier(forms.Form):
    """Which desk does it after the handover, and in which words."""

    loket = forms.TypedChoiceField(
        label=gettext_lazy("Welk loket doet dit?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een loket.")},
    )
    tekst = tekst(gettext_lazy("Wat is afgesproken?"), gettext_lazy("Schrijf de afspraak op."))

    def __init__(self, *args: Any, loketten: Keuzes, **kwargs: Any) -> None:
        """`loketten` take part in the plan."""
        super().__init__(*args, **kwargs)
        self.fields["loket"].choices = [("", "–"), *loketten]  # type: ignore[attr-defined]
