"""The forms of running a meeting: minutes and agreements, one small form per person."""

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
from richting.web.formulieren import Datumveld


def vakken(mijn: Iterable[str]) -> list[tuple[str, str]]:
    """The compartments that one may write minutes in, by name."""
    open_ = set(mijn)
    return [
        (vak.value, str(capfirst(str(CATEGORIEEN[vak])))) for vak in VERSLAGVAKKEN if vak in open_
    ]


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


class Verslagformulier(Aanvullingformulier):
    """What was said about a person, in one compartment; `versie` is of the text on the screen."""

    tekst = tekst(gettext_lazy("Wat is er besproken?"), regels=3)
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """What stands there already can be emptied; a new text can't be empty."""
        super().__init__(*args, **kwargs)
        if str(self["versie"].value() or 0) == "0":
            self.fields["tekst"].required = True
            self.fields["tekst"].error_messages["required"] = _("Schrijf op wat er is besproken.")


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

    def toezegging(self) -> Toezegging:
        """The checked values as the act takes them."""
        velden = self.cleaned_data
        gebied = Leefgebied(velden["leefgebied"]) if velden["leefgebied"] else None
        return Toezegging(velden["wat"], velden["loket"], gebied, uiterlijk=velden.get("uiterlijk"))
