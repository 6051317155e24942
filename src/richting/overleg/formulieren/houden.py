"""The forms of running a meeting: minutes and agreements per person.

They stand on one page and are sent together; `ingevuld` says whether there is anything in one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.overleg import VERSLAGVAKKEN
from richting.akkoord.plan.woorden import Leefgebied
from richting.delen.namen import CATEGORIEEN
from richting.overleg.acties.houden import Toezegging
from richting.overleg.models import Genodigde
from richting.plannen.formulieren.inhoud import tekst, zin
from richting.plannen.namen import LEEFGEBIEDEN
from richting.web.formulieren import Datumveld, soms_nodig


def vakken(mijn: Iterable[str]) -> list[tuple[str, str]]:
    """The compartments that one may write minutes in, by name."""
    open_ = set(mijn)
    return [
        (vak.value, str(capfirst(str(CATEGORIEEN[vak])))) for vak in VERSLAGVAKKEN if vak in open_
    ]


def gestuurd(formulier: forms.Form, veld: str) -> str:
    """What was sent in a field, as the field keeps it: without spaces around it, one kind of line
    end.
    """
    waarde = str(formulier.data.get(formulier.add_prefix(veld), ""))
    return waarde.replace("\r\n", "\n").strip()


class Aanvullingformulier(forms.Form):
    """Something to add to minutes that are fixed."""

    categorie = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        help_text=gettext_lazy("Alleen wie dit deel van het dossier mag zien, leest het."),
        error_messages={"required": gettext_lazy("Kies waar het over gaat.")},
    )
    tekst = tekst(gettext_lazy("Aanvulling"), gettext_lazy("Vul de aanvulling in."), regels=2)

    def __init__(self, *args: Any, mijn: Iterable[str], **kwargs: Any) -> None:
        """`mijn` are the open compartments of this dossier."""
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = vakken(mijn)  # type: ignore[attr-defined]

    @property
    def ingevuld(self) -> bool:
        """Something was written; choosing a compartment alone says nothing."""
        return bool(gestuurd(self, "tekst"))


class Verslagformulier(Aanvullingformulier):
    """What was said about a person, in one compartment.

    `versie` is of the text on the screen and `stond` that text itself. What stands there can be
    emptied.
    """

    tekst = soms_nodig(tekst(gettext_lazy("Wat is er besproken?"), regels=3))
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    stond = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def ingevuld(self) -> bool:
        """The text is another than was on the screen."""
        return gestuurd(self, "tekst") != gestuurd(self, "stond")


class Afspraakformulier(forms.Form):
    """Something agreed: what, which desk, by when; with a life area it becomes an action."""

    wat = zin(gettext_lazy("Wat is afgesproken?"), gettext_lazy("Vul in wat is afgesproken."))
    loket = forms.TypedChoiceField(
        label=gettext_lazy("Wie doet het?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies wie het doet.")},
    )
    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Leefgebied"),
        required=False,
        help_text=gettext_lazy("Met een leefgebied komt het als actie in het plan."),
    )
    uiterlijk = Datumveld(label=gettext_lazy("Uiterlijk klaar op"), required=False)

    def __init__(
        self, *args: Any, mijn: Iterable[str], genodigden: Iterable[Genodigde], **kwargs: Any
    ) -> None:
        """`mijn` are the open compartments; `genodigden` who can do it."""
        super().__init__(*args, **kwargs)
        open_ = set(mijn)
        gebieden = [(g.value, n) for g, n in LEEFGEBIEDEN.items() if g.categorie.value in open_]
        velden: Any = self.fields
        velden["leefgebied"].choices = [("", _("Geen: alleen een notitie")), *gebieden]
        velden["loket"].choices = [(een.loket_id, een.loket.naam) for een in genodigden]

    @property
    def ingevuld(self) -> bool:
        """Anything but who does it, which has a first choice."""
        return any(gestuurd(self, naam) for naam in ("wat", "leefgebied", "uiterlijk"))

    def toezegging(self) -> Toezegging:
        """The checked values as the act takes them."""
        velden = self.cleaned_data
        gebied = Leefgebied(velden["leefgebied"]) if velden["leefgebied"] else None
        return Toezegging(velden["wat"], velden["loket"], gebied, uiterlijk=velden.get("uiterlijk"))
