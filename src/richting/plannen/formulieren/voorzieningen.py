"""The forms of provisions and of places in them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.voorzieningen import REDENEN, Plaatsdaad, Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.termijnen import Eenheid
from richting.plannen import namen, plaatsnamen
from richting.plannen.acties.plaatsen import Stap
from richting.plannen.acties.voorzieningen import GENOEG, Inhoud
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, tekst, zin
from richting.plannen.models import Plaatsing, Voorziening
from richting.plannen.overzichten.voorzieningen import Voorzieningbeeld
from richting.web.datums import dag_in_woorden
from richting.web.formulieren import Datumveld

EENHEDEN = {Eenheid.WEKEN: gettext_lazy("weken"), Eenheid.DAGEN: gettext_lazy("dagen")}
VUL_DAG = gettext_lazy("Vul een dag in.")


def _lijst(label: Any, opties: Any, verplicht: Any, uitleg: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=uitleg,
        choices=[
            ("", gettext_lazy("Kies een soort")),
            *((waarde.value, naam) for waarde, naam in opties),
        ],
        error_messages={"required": verplicht},
    )


class Voorzieningformulier(Versieveld):
    """A provision, new or changed."""

    naam = zin(gettext_lazy("Naam"), gettext_lazy("Vul een naam in."))
    soort = _lijst(
        gettext_lazy("Soort"), plaatsnamen.SOORTEN.items(), gettext_lazy("Kies een soort.")
    )
    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Leefgebied"),
        error_messages={"required": gettext_lazy("Kies een leefgebied.")},
    )
    plaatsen = forms.IntegerField(
        label=gettext_lazy("Hoeveel plaatsen?"),
        min_value=1,
        max_value=GENOEG,
        error_messages={"required": gettext_lazy("Vul in hoeveel plaatsen er zijn.")},
    )
    voor_wie = tekst(gettext_lazy("Voor wie is het?"))
    niet_voor = tekst(gettext_lazy("Voor wie is het niet?"))
    wachttijd = forms.IntegerField(
        label=gettext_lazy("Wachttijd"),
        help_text=gettext_lazy("Leeg: niet opgegeven. 0: geen wachttijd."),
        min_value=0,
        max_value=GENOEG,
        required=False,
    )
    wachttijd_eenheid = forms.ChoiceField(
        label=gettext_lazy("Wachttijd in"),
        choices=[(eenheid.value, naam) for eenheid, naam in EENHEDEN.items()],
    )
    gedeeld_met = forms.MultipleChoiceField(
        label=gettext_lazy("Ook voor deze gemeenten in de regio"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_open = forms.BooleanField(label=gettext_lazy("Neemt nu mensen aan"), required=False)
    geldig_vanaf = Datumveld(label=gettext_lazy("Vanaf"), error_messages={"required": VUL_DAG})
    geldig_tot = Datumveld(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Leeg: geen einde."),
        required=False,
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        """`gemeenten` can share it: code and name."""
        super().__init__(*args, **kwargs)
        self.fields["gedeeld_met"].choices = gemeenten  # type: ignore[attr-defined]
        if not gemeenten:
            del self.fields["gedeeld_met"]

    def inhoud(self) -> Inhoud:
        """The checked values as the acts take them."""
        schoon = {veld: w for veld, w in self.cleaned_data.items() if veld != "versie"}
        return Inhoud(
            **{
                **schoon,
                "soort": Voorzieningsoort(schoon["soort"]),
                "leefgebied": Leefgebied(schoon["leefgebied"]),
                "wachttijd_eenheid": Eenheid(schoon["wachttijd_eenheid"]),
                "gedeeld_met": tuple(schoon.get("gedeeld_met", ())),
            }
        )


def als_invoer(rij: Voorziening) -> dict[str, Any]:
    """The values of a provision for its form."""
    velden = [*Voorzieningformulier.base_fields]
    return {veld: getattr(rij, veld) for veld in velden}


class Zoekformulier(forms.Form):
    """Which provisions to show: of a municipality, in a life area."""

    gemeente = forms.ChoiceField(label=gettext_lazy("Gemeente"), required=False)
    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Leefgebied"),
        required=False,
        choices=[
            ("", gettext_lazy("Alle leefgebieden")),
            *((gebied.value, naam) for gebied, naam in namen.LEEFGEBIEDEN.items()),
        ],
    )

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        """`gemeenten` have provisions."""
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].choices = [("", gettext_lazy("Kies een gemeente")), *gemeenten]  # type: ignore[attr-defined]


class Plekvraagformulier(Planformulier):
    """Ask a place for an action."""

    voorziening = forms.ChoiceField(
        label=gettext_lazy("Waar?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een voorziening.")},
    )
    vanaf = Datumveld(label=gettext_lazy("Vanaf"), error_messages={"required": VUL_DAG})
    tot = Datumveld(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Leeg: geen einde afgesproken."),
        required=False,
    )
    toelichting = tekst(
        gettext_lazy("Wat moet de voorziening weten?"),
        uitleg=gettext_lazy("Alleen wat nodig is voor deze plek. Niets over andere leefgebieden."),
    )

    def __init__(self, *args: Any, aanbod: list[Voorzieningbeeld], **kwargs: Any) -> None:
        """`aanbod`: where a place can be asked."""
        super().__init__(*args, **kwargs)
        self.fields["voorziening"].choices = [  # type: ignore[attr-defined]
            (str(een.rij.pk), _met_plek(een)) for een in aanbod
        ]

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "voorziening": UUID(self.cleaned_data["voorziening"])}


def _met_plek(een: Voorzieningbeeld) -> str:
    zin = _("{naam}, {vrij} van {alle} plaatsen vrij")
    dag = None if een.vrij else een.eerste_dag
    if dag:
        zin = _("{naam}, plek vanaf {dag}")
    return zin.format(
        naam=een.rij.naam,
        vrij=een.vrij,
        alle=een.rij.plaatsen,
        dag=dag_in_woorden(dag) if dag else "",
    )


class Plekwijzigformulier(Versieveld):
    """Other days or words for what was asked and not answered."""

    vanaf = Datumveld(label=gettext_lazy("Vanaf"), error_messages={"required": VUL_DAG})
    tot = Datumveld(label=gettext_lazy("Tot en met"), required=False)
    toelichting = tekst(gettext_lazy("Wat moet de voorziening weten?"))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them, without the version."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}


NODIG: dict[Plaatsdaad, tuple[str, ...]] = {
    Plaatsdaad.RESERVEREN: ("gereserveerd_tot", "toelichting"),
    Plaatsdaad.BEVESTIGEN: ("vanaf", "tot", "toelichting"),
    Plaatsdaad.WEIGEREN: ("reden", "toelichting"),
    Plaatsdaad.VRIJGEVEN: ("reden", "toelichting"),
    Plaatsdaad.INTREKKEN: ("reden", "toelichting"),
}
"""What each act asks."""


class Plaatsstapformulier(Versieveld):
    """One act on a place, with what that act needs."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Reden"),
        error_messages={"required": gettext_lazy("Kies een reden.")},
    )
    gereserveerd_tot = Datumveld(
        label=gettext_lazy("Vasthouden tot en met"),
        help_text=gettext_lazy("Daarna vervalt de reservering vanzelf."),
        error_messages={"required": VUL_DAG},
    )
    vanaf = Datumveld(label=gettext_lazy("Vanaf"), error_messages={"required": VUL_DAG})
    tot = Datumveld(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Leeg: geen einde afgesproken."),
        required=False,
    )
    toelichting = tekst(gettext_lazy("Toelichting"))

    def __init__(self, *args: Any, daad: Plaatsdaad, **kwargs: Any) -> None:
        """`daad` is the act."""
        super().__init__(*args, **kwargs)
        self.extra = {"daad": daad}
        for veld in set(self.fields) - {"versie", *NODIG[daad]}:
            del self.fields[veld]
        if "reden" in self.fields:
            self.fields["reden"].choices = [  # type: ignore[attr-defined]
                ("", "–"),
                *((reden.value, plaatsnamen.redenzin(reden)) for reden in REDENEN[daad]),
            ]

    def stap(self) -> Stap:
        """The checked values as the act takes them."""
        schoon = {veld: w for veld, w in self.cleaned_data.items() if veld != "versie"}
        return Stap(self.extra["daad"], **schoon)


def wijziging(rij: Plaatsing) -> dict[str, Any]:
    """The values of a place for the form of who asked."""
    return {veld: getattr(rij, veld) for veld in ("versie", "vanaf", "tot", "toelichting")}
