"""The forms of the meeting itself: when and where, who, and the answer to an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.overleg import Overlegsoort, Uitnodigingsantwoord
from richting.kern.klok import AMSTERDAM
from richting.overleg.models import Overleg
from richting.overleg.namen import SOORTEN
from richting.partijen.models import Medewerker
from richting.plannen.formulieren.inhoud import zin
from richting.web.formulieren import Datumveld, soms_nodig


class Tijdinvoer(forms.TimeInput):
    """A time of day as the browser's own field."""

    input_type = "time"

    def __init__(self) -> None:
        """A time of day in hours and minutes."""
        super().__init__(format="%H:%M")


def _tijd(label: Any, leeg: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=Tijdinvoer, error_messages={"required": leeg})


class Tijdformulier(forms.Form):
    """When and where a consultation is."""

    dag = Datumveld(
        label=gettext_lazy("Dag"), error_messages={"required": gettext_lazy("Vul een dag in.")}
    )
    van = _tijd(gettext_lazy("Begint om"), gettext_lazy("Vul in hoe laat het begint."))
    tot = _tijd(gettext_lazy("Eindigt om"), gettext_lazy("Vul in hoe laat het eindigt."))
    plaats = zin(
        gettext_lazy("Plaats"),
        uitleg=gettext_lazy("Komt in kalenders te staan: schrijf hier geen namen van personen."),
    )
    link = forms.URLField(
        label=gettext_lazy("Adres om online mee te doen"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Without a version for a new one."""
        super().__init__(*args, **kwargs)
        self.fields["versie"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, min_value=0
        )

    def clean(self) -> dict[str, Any]:
        """The end is after the begin."""
        velden = super().clean() or {}
        van, tot = velden.get("van"), velden.get("tot")
        if van and tot and tot <= van:
            self.add_error("tot", _("Het einde ligt voor het begin."))
        return velden

    def momenten(self) -> tuple[datetime, datetime]:
        """Begin and end as moments in the Netherlands."""
        velden = self.cleaned_data
        return _moment(velden["dag"], velden["van"]), _moment(velden["dag"], velden["tot"])

    @staticmethod
    def beginwaarden(rij: Overleg) -> dict[str, Any]:
        """The values of a consultation that stands."""
        begin, eind = timezone.localtime(rij.begin), timezone.localtime(rij.eind)
        return {
            "dag": begin.date(),
            "van": begin.time(),
            "tot": eind.time(),
            "plaats": rij.plaats,
            "link": rij.link,
            "versie": rij.versie,
        }


class Nieuwformulier(Tijdformulier):
    """A new consultation; its agenda is chosen beside it."""

    def __init__(self, *args: Any, soorten: Iterable[Overlegsoort], **kwargs: Any) -> None:
        """`soorten` are the kinds that the own desk calls."""
        super().__init__(*args, **kwargs)
        self.fields["soort"] = forms.ChoiceField(
            widget=forms.HiddenInput, choices=[(s.value, SOORTEN[s]) for s in soorten]
        )


class Afgelastformulier(forms.Form):
    """Why a consultation does not go on."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reden = zin(
        gettext_lazy("Waarom gaat het niet door?"),
        gettext_lazy("Vul in waarom het overleg niet doorgaat."),
        gettext_lazy("Elk loket dat is uitgenodigd leest dit: schrijf hier geen namen."),
    )


class Antwoordformulier(forms.Form):
    """Whether the desk comes, and who."""

    komt = forms.ChoiceField(
        label=gettext_lazy("Komt uw loket?"),
        choices=[
            (Uitnodigingsantwoord.KOMT.value, gettext_lazy("Ja, wij komen")),
            (Uitnodigingsantwoord.KOMT_NIET.value, gettext_lazy("Nee, wij komen niet")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )
    medewerker = forms.TypedChoiceField(
        label=gettext_lazy("Wie komt er?"), coerce=int, required=False, empty_value=None
    )
    reden = soms_nodig(zin(gettext_lazy("Als u niet komt: waarom niet?")))

    def __init__(self, *args: Any, collegas: Iterable[Medewerker], **kwargs: Any) -> None:
        """`collegas` are who can come."""
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].choices = [(een.pk, een.naam) for een in collegas]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Not coming needs a reason."""
        velden = super().clean() or {}
        if velden.get("komt") == Uitnodigingsantwoord.KOMT_NIET and not velden.get("reden"):
            self.add_error("reden", _("Vul in waarom u niet komt."))
        return velden


class Nodigformulier(forms.Form):
    """Which desks to invite."""

    loketten = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Loketten"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één loket.")},
    )

    def __init__(self, *args: Any, keuzes: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        """`keuzes` are numbers and names of desks."""
        super().__init__(*args, **kwargs)
        self.fields["loketten"].choices = list(keuzes)  # type: ignore[attr-defined]


def _moment(dag: date, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, AMSTERDAM)


class Voorstelformulier(forms.Form):
    """A dossier for the agenda of a coming consultation of the own desk."""

    overleg = forms.ChoiceField(
        label=gettext_lazy("Op welke agenda?"),
        error_messages={"required": gettext_lazy("Kies een overleg.")},
    )
    toelichting = zin(gettext_lazy("Waarom moet dit besproken worden?"))

    def __init__(self, *args: Any, overleggen: Iterable[Overleg], **kwargs: Any) -> None:
        """`overleggen` are the coming consultations that the dossier is not on yet."""
        super().__init__(*args, **kwargs)
        keuzes = [(str(rij.pk), _overlegnaam(rij)) for rij in overleggen]
        self.fields["overleg"].choices = keuzes  # type: ignore[attr-defined]


def _overlegnaam(rij: Overleg) -> str:
    dag = date_format(timezone.localtime(rij.begin), "j F Y, H:i")
    return f"{SOORTEN[Overlegsoort(rij.soort)]}, {dag}"
