"""The forms of regional agreements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.aannames import Aannames
from richting.akkoord.grondslagen.register import GRONDSLAGEN
from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.regioafspraken import MET_VRAGEN, Afspraakdeel, weg_te_laten
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen import namen
from richting.delen.acties.regioafspraken import Invoer
from richting.delen.verwerkingsbeeld import SOORTEN
from richting.partijen.formulieren import Redenformulier
from richting.web.formulieren import Datumveld, tekst, zin

KORT = 5
"""A list of desks up to this long is shown at once."""
VUL_DAG = gettext_lazy("Vul een dag in.")
ARTIKELEN = [(wet.code, wet.artikel) for wet in GRONDSLAGEN if wet.opent]


class Beginformulier(forms.Form):
    """On which article, and in which region: that decides what the rest of the form asks."""

    grondslag = forms.ChoiceField(
        label=gettext_lazy("Op welk artikel delen de partijen?"),
        error_messages={"required": gettext_lazy("Kies een artikel.")},
    )
    regio = forms.ChoiceField(label=gettext_lazy("Regio"), required=False)

    def __init__(
        self, *args: Any, artikelen: list[tuple[str, str]], regios: list[tuple[str, str]], **kw: Any
    ) -> None:
        """`artikelen` and `regios`: code and name."""
        super().__init__(*args, **kw)
        self.fields["grondslag"].choices = artikelen  # type: ignore[attr-defined]
        self.fields["regio"].choices = [("", gettext_lazy("Geen regio")), *regios]  # type: ignore[attr-defined]


class Voorstelformulier(forms.Form):
    """An agreement within one article; what the law does not give cannot be filled in."""

    naam = zin(gettext_lazy("Hoe heet de afspraak?"), gettext_lazy("Geef de afspraak een naam."))
    toelichting = tekst(gettext_lazy("Waarom deze afspraak?"))
    antwoord_werkdagen = forms.IntegerField(
        label=gettext_lazy("Binnen hoeveel werkdagen antwoorden partijen elkaar?"),
        required=False,
        min_value=1,
    )
    vindplaats = zin(
        gettext_lazy("Waar ligt de getekende tekst?"),
        gettext_lazy("Vul in waar de tekst ligt."),
        gettext_lazy("Bijvoorbeeld een zaaknummer, of het adres van de pagina."),
    )
    geldig_vanaf = Datumveld(
        label=gettext_lazy("Geldt vanaf"), error_messages={"required": VUL_DAG}
    )
    geldig_tot = Datumveld(
        label=gettext_lazy("Geldt tot"),
        help_text=gettext_lazy("De eerste dag dat de afspraak niet meer geldt. Leeg: geen einde."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        wet: Grondslag,
        partijen: dict[Loketsoort, list[tuple[str, str]]],
        aannames: Aannames,
        **kwargs: Any,
    ) -> None:
        """`partijen` are the desks that can be chosen, by kind."""
        super().__init__(*args, **kwargs)
        self.wet, self.aannames = wet, aannames
        self.lang: dict[str, bool] = {}
        for soort, keuzes in partijen.items():
            self.fields[f"partij_{soort.value}"] = _vinkjes(SOORTEN[soort], keuzes)
            self.lang[f"partij_{soort.value}"] = len(keuzes) > KORT
        for soort in wet.naar:
            if weg := weg_te_laten(wet, soort, aannames):
                self.fields[f"weg_{soort.value}"] = _weglating(soort, weg)
        if wet.code in MET_VRAGEN:
            uitleg = _("Leeg: zoals altijd, {n} werkdagen. Korter kan, langer niet.")
            self.fields["antwoord_werkdagen"].help_text = uitleg.format(
                n=aannames.antwoord_werkdagen
            )
        else:
            del self.fields["antwoord_werkdagen"]

    def partijvelden(self) -> list[tuple[BoundField, bool]]:
        """The desks to choose, by kind; with whether that list opens: short, or one was chosen."""
        uit = []
        for naam, lang in self.lang.items():
            veld = self[naam]
            uit.append((veld, not lang or bool(veld.value())))
        return uit

    def wegvelden(self) -> list[BoundField]:
        """What can be left out, by kind of desk."""
        return [self[naam] for naam in self.fields if naam.startswith("weg_")]

    def overige(self) -> list[BoundField]:
        """The other fields, in order."""
        apart = ("partij_", "weg_")
        return [self[naam] for naam in self.fields if not naam.startswith(apart)]

    def invoer(self) -> Invoer:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return Invoer(
            naam=schoon["naam"],
            doel=self.wet.doel,
            grondslagen=(self.wet.code,),
            loketten=tuple(
                int(nummer)
                for veld, nummers in schoon.items()
                if veld.startswith("partij_")
                for nummer in nummers
            ),
            vindplaats=schoon["vindplaats"],
            geldig_vanaf=schoon["geldig_vanaf"],
            geldig_tot=schoon["geldig_tot"],
            delen=tuple(self._delen()),
            antwoord_werkdagen=schoon.get("antwoord_werkdagen"),
            toelichting=schoon["toelichting"],
        )

    def _delen(self) -> list[Afspraakdeel]:
        gekozen = {
            soort: {Gegevenscategorie(c) for c in self.cleaned_data.get(f"weg_{soort.value}", ())}
            for soort in self.wet.naar
        }
        return [
            Afspraakdeel(self.wet.code, soort, toegestaan(self.wet, soort, self.aannames) - weg)
            for soort, weg in gekozen.items()
            if weg
        ]


class Opzegformulier(Redenformulier):
    """From which day the own desk does not take part any more, and why."""

    per = Datumveld(
        label=gettext_lazy("Uw loket doet niet meer mee vanaf"),
        error_messages={"required": VUL_DAG},
    )
    field_order = ("per", "reden")


def _vinkjes(label: Any, keuzes: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=capfirst(str(label)),
        choices=keuzes,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _weglating(soort: Loketsoort, weg: frozenset[Gegevenscategorie]) -> forms.MultipleChoiceField:
    op_volgorde = sorted(weg, key=list(Gegevenscategorie).index)
    return forms.MultipleChoiceField(
        label=capfirst(str(SOORTEN[soort])),
        choices=[(c.value, capfirst(str(namen.CATEGORIEEN[c]))) for c in op_volgorde],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy(
                "Dat geeft dit artikel niet, of het kan niet weg. "
                "Een afspraak gaat nooit verder dan de wet."
            )
        },
    )
