"""The forms of treatment plan, steps outside and hearings."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.fasering import FORENSISCH, VERDER, Stapsoort, Stapstaat
from richting.plannen import namen
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, keuze, per_regel, tekst
from richting.plannen.formulieren.inhoud import zin as zin_
from richting.plannen.woorden import Behandelstand, Raadpleging, Zittingsoort
from richting.web.formulieren import Datumveld

VUL_DAG = {"required": gettext_lazy("Vul een dag in.")}


class Behandeldoelformulier(Planformulier):
    """A goal of the treatment."""

    tekst = tekst(gettext_lazy("Doel"), gettext_lazy("Vul het doel in."), regels=2)


class Evaluatieformulier(Versieveld):
    """How a goal of the treatment goes."""

    stand = keuze(
        gettext_lazy("Hoe staat het?"),
        namen.BEHANDELSTANDEN.items(),
        gettext_lazy("Kies hoe het staat."),
    )
    evaluatie = tekst(gettext_lazy("Evaluatie"), regels=2)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "stand": Behandelstand(self.cleaned_data["stand"])}


def _stapkeuzes() -> list[tuple[Any, Any]]:
    """An empty choice first, then the steps of a sentence and those of tbs apart."""
    straf = [soort for soort in Stapsoort if soort not in FORENSISCH]
    groepen = ((_("Bij een straf"), straf), (_("Bij tbs"), FORENSISCH))
    return [
        ("", _("Kies een stap")),
        *(
            (kop, [(soort.value, namen.STAPSOORTEN[soort]) for soort in soorten])
            for kop, soorten in groepen
        ),
    ]


class Stapformulier(Planformulier):
    """A step outside."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Welke stap"),
        choices=_stapkeuzes,
        error_messages={"required": gettext_lazy("Kies een stap.")},
    )
    van = Datumveld(label=gettext_lazy("Eerste dag"), error_messages=VUL_DAG)
    tot = Datumveld(label=gettext_lazy("Laatste dag"), error_messages=VUL_DAG)
    doel = zin_(gettext_lazy("Doel"), uitleg=gettext_lazy("Voor verlof is een doel nodig."))
    voorwaarden = tekst(
        gettext_lazy("Voorwaarden"), regels=2, uitleg=gettext_lazy("Eén voorwaarde per regel.")
    )
    afwijking = zin_(
        gettext_lazy("Waarom toch"),
        uitleg=gettext_lazy("Alleen nodig als een regel deze stap tegenhoudt. Iedereen ziet dit."),
    )

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {
            **schoon,
            "soort": Stapsoort(schoon["soort"]),
            "voorwaarden": per_regel(schoon["voorwaarden"]),
        }


class Stapstaatformulier(Versieveld):
    """The next state of a step."""

    staat = forms.ChoiceField(
        label=gettext_lazy("Nieuwe stand"),
        error_messages={"required": gettext_lazy("Kies wat de stap wordt.")},
    )
    reden = zin_(
        gettext_lazy("Reden"),
        uitleg=gettext_lazy(
            "Nodig als de stap niet doorgaat, en als hij doorgaat terwijl een partij bezwaar "
            "heeft. Iedereen met het plan ziet dit."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offers what follows on the state `nu` of the initial values; all without one."""
        super().__init__(*args, **kwargs)
        nu = self.initial.get("nu", "")
        verder = VERDER[Stapstaat(nu)] if nu else tuple(Stapstaat)
        self.fields["staat"].choices = [  # type: ignore[attr-defined]
            (staat.value, namen.STAPSTATEN[staat]) for staat in verder
        ]

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "staat": Stapstaat(self.cleaned_data["staat"])}


class Reactieformulier(Planformulier):
    """What a party says of a step."""

    antwoord = keuze(
        gettext_lazy("Wat vindt uw loket?"),
        namen.RAADPLEGINGEN.items(),
        gettext_lazy("Kies wat uw loket vindt."),
    )
    toelichting = zin_(gettext_lazy("Toelichting"))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "antwoord": Raadpleging(self.cleaned_data["antwoord"])}


class Zittingformulier(Planformulier):
    """A hearing; it may lie ahead."""

    soort = keuze(gettext_lazy("Waarover"), namen.ZITTINGEN.items(), gettext_lazy("Kies waarover."))
    dag = Datumveld(label=gettext_lazy("Dag van de zitting"), error_messages=VUL_DAG)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {
            "soort": Zittingsoort(self.cleaned_data["soort"]),
            "op": self.cleaned_data["dag"],
        }


class Uitspraakformulier(Versieveld):
    """What the judge decided."""

    uitspraak_op = Datumveld(label=gettext_lazy("Uitspraak op"), error_messages=VUL_DAG)
    uitkomst = zin_(
        gettext_lazy("Wat is beslist?"), gettext_lazy("Vul in wat de rechter besliste.")
    )

    def clean_uitspraak_op(self) -> date:
        """A ruling does not lie ahead."""
        op: date = self.cleaned_data["uitspraak_op"]
        if op > self.vandaag:
            raise forms.ValidationError(_("Deze dag moet vandaag of eerder zijn."))
        return op
