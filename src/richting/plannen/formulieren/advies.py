"""The forms of advice to the judge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.woorden import Leefgebied
from richting.partijen.models import Loket
from richting.plannen import namen
from richting.plannen.acties.advies import GEBIEDEN
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, keuze, tekst
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing, Inbrengantwoord
from richting.web.formulieren import Datumveld

VAST = "vast"
"""The name of the button that fixes an advice."""
VUL_DAG = gettext_lazy("Vul een dag in.")


class Adviesverzoekformulier(Planformulier):
    """Somebody asks for advice."""

    aanvrager = keuze(
        gettext_lazy("Wie vraagt om advies?"),
        namen.ADVIESAANVRAGERS.items(),
        gettext_lazy("Kies wie om advies vraagt."),
    )
    beslissing = keuze(
        gettext_lazy("Voor welke beslissing?"),
        namen.ADVIESBESLISSINGEN.items(),
        gettext_lazy("Kies voor welke beslissing."),
    )
    op = Datumveld(label=gettext_lazy("Gevraagd op"), error_messages={"required": VUL_DAG})
    zitting_op = Datumveld(label=gettext_lazy("Zitting of beslissing op"), required=False)
    toelichting = tekst(gettext_lazy("Toelichting"))

    def clean(self) -> dict[str, Any]:
        """A hearing follows the request."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        op, zitting = schoon.get("op"), schoon.get("zitting_op")
        if op and zitting and zitting < op:
            self.add_error("zitting_op", _("De zitting kan niet vóór de dag van het verzoek zijn."))
        return schoon

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {
            "aanvrager": Adviesaanvrager(schoon["aanvrager"]),
            "beslissing": Adviesbeslissing(schoon["beslissing"]),
            "gevraagd_op": schoon["op"],
            "zitting_op": schoon["zitting_op"],
            "toelichting": schoon["toelichting"],
        }


class Adviestekstformulier(Versieveld):
    """The advice itself, as long as it is not fixed."""

    tekst = tekst(gettext_lazy("Advies"), regels=8)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them; `vast`: by the button that fixes it."""
        return {**self.cleaned_data, "vast": VAST in self.data}


class Uitkomstformulier(Versieveld):
    """What the judge decided."""

    uitkomst = tekst(
        gettext_lazy("Wat is er besloten?"), gettext_lazy("Schrijf op wat er besloten is.")
    )
    op = Datumveld(label=gettext_lazy("Besloten op"), error_messages={"required": VUL_DAG})


class Inbrengvraagformulier(Planformulier):
    """Ask a municipality what it can do."""

    loket = forms.TypedChoiceField(
        label=gettext_lazy("Welke gemeente?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een gemeente.")},
    )
    gebieden = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat de vraag over?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies waar de vraag over gaat.")},
    )
    vraag = tekst(
        gettext_lazy("Vraag"),
        gettext_lazy("Schrijf op wat u wilt weten."),
        uitleg=gettext_lazy("Zet hier niets in van het advies zelf."),
    )

    def __init__(self, *args: Any, loketten: list[Loket], **kwargs: Any) -> None:
        """`loketten` can be asked."""
        super().__init__(*args, **kwargs)
        self.loketten = loketten
        self.fields["loket"].choices = [(rij.pk, rij.naam) for rij in loketten]  # type: ignore[attr-defined]
        self.fields["gebieden"].choices = [  # type: ignore[attr-defined]
            (gebied.value, namen.LEEFGEBIEDEN[gebied])
            for gebied in GEBIEDEN
            if gebied.categorie.value in self.mijn
        ]

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {**schoon, "gebieden": [Leefgebied(gebied) for gebied in schoon["gebieden"]]}


class Inbrengformulier(Versieveld):
    """What the municipality can do, and from which day."""

    antwoord = keuze(
        gettext_lazy("Kan dit?"),
        namen.INBRENGANTWOORDEN.items(),
        gettext_lazy("Kies een antwoord."),
    )
    vanaf = Datumveld(
        label=gettext_lazy("Vanaf welke dag?"),
        required=False,
        help_text=gettext_lazy("Nodig als dit kan."),
    )
    toelichting = tekst(gettext_lazy("Toelichting"))

    def clean(self) -> dict[str, Any]:
        """What can be done, can be done from a day on. Clausule 8.3."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        kan = schoon.get("antwoord") == Inbrengantwoord.KAN
        if kan and "vanaf" in schoon and schoon["vanaf"] is None:
            self.add_error("vanaf", _("Vul in vanaf welke dag dit kan."))
        return schoon
