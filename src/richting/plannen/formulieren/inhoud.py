"""The forms of question, motivation, support, start and agreement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen import namen
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
)
from richting.web.formulieren import KORT, LANG, Datumveld, keuze, tekst, zin

__all__ = ["KORT", "LANG", "keuze", "tekst", "zin"]


class Planformulier(forms.Form):
    """A form on a plan: it knows today, and which compartments the writer may see."""

    def __init__(self, *args: Any, vandaag: date, mijn: set[str], **kwargs: Any) -> None:
        """`vandaag` is today; `mijn` are the open compartments."""
        super().__init__(*args, **kwargs)
        self.vandaag, self.mijn = vandaag, mijn
        if "op" in self.fields:
            self.fields["op"].initial = vandaag
        if "leefgebied" in self.fields:
            # An empty choice first: nobody should pick the first area by not looking.
            keuzes = [("", _("Kies een leefgebied")), *self._leefgebieden()]
            self.fields["leefgebied"].choices = keuzes  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return dict(self.cleaned_data)

    def _leefgebieden(self) -> list[tuple[str, Any]]:
        return [
            (gebied.value, naam)
            for gebied, naam in namen.LEEFGEBIEDEN.items()
            if gebied.categorie.value in self.mijn
        ]

    def clean_op(self) -> date:
        """What happened cannot lie ahead."""
        op: date = self.cleaned_data["op"]
        if op > self.vandaag:
            raise forms.ValidationError(_("Deze dag moet vandaag of eerder zijn."))
        return op


def _dag(label: Any) -> Datumveld:
    return Datumveld(label=label, error_messages={"required": gettext_lazy("Vul een dag in.")})


def _leefgebied() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Leefgebied"),
        error_messages={"required": gettext_lazy("Kies een leefgebied.")},
    )


class Versieveld(Planformulier):
    """A form on a row that somebody else may be editing too."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class Vraagformulier(Versieveld):
    """The answer to one question of the plan."""

    tekst = tekst(gettext_lazy("Antwoord"), regels=4)

    def over(self, vraag: Any) -> Vraagformulier:
        """This form, with the question as its label."""
        self.fields["tekst"].label = vraag
        return self


class Motivatieformulier(Planformulier):
    """How motivated the person is, and what was done to raise it."""

    op = _dag(gettext_lazy("Op"))
    stand = keuze(
        gettext_lazy("Hoe staat het met de motivatie?"),
        namen.MOTIVATIES.items(),
        gettext_lazy("Kies hoe het met de motivatie staat."),
    )
    toelichting = tekst(gettext_lazy("Toelichting"))
    gedaan = tekst(gettext_lazy("Wat is er gedaan om te motiveren?"))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "stand": Motivatiestand(self.cleaned_data["stand"])}


class Factorformulier(Planformulier):
    """Something that protects, or is a risk."""

    leefgebied = _leefgebied()
    aard = keuze(
        gettext_lazy("Helpt dit, of is het een risico?"),
        namen.FACTOREN.items(),
        gettext_lazy("Kies wat het is."),
    )
    tekst = zin(gettext_lazy("Wat is het?"), gettext_lazy("Vul in wat helpt of een risico is."))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {
            "aard": Factoraard(schoon["aard"]),
            "leefgebied": Leefgebied(schoon["leefgebied"]),
            "tekst": schoon["tekst"],
        }


class Ondersteuningformulier(Planformulier):
    """Support that already ran before the stay."""

    leefgebied = _leefgebied()
    wat = zin(gettext_lazy("Welke hulp liep al?"), gettext_lazy("Vul in welke hulp al liep."))
    aanbieder = zin(gettext_lazy("Van wie?"))
    sinds = Datumveld(label=gettext_lazy("Sinds"), required=False)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "leefgebied": Leefgebied(self.cleaned_data["leefgebied"])}


class Lotformulier(Versieveld):
    """What becomes of support that ran."""

    lot = keuze(
        gettext_lazy("Wat gebeurt er met deze hulp?"),
        namen.LOTEN.items(),
        gettext_lazy("Kies wat er gebeurt."),
    )
    door = zin(
        gettext_lazy("Wie besloot dit?"), uitleg=gettext_lazy("Nodig zodra er een besluit is.")
    )
    reden = zin(gettext_lazy("Reden"), uitleg=gettext_lazy("Nodig als de hulp stilstaat of stopt."))

    def clean(self) -> dict[str, Any]:
        """A decision has somebody who took it, and stopping a reason. Clausule 4.1."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        lot = schoon.get("lot")
        if lot and lot != Lot.ONBESLIST and not schoon.get("door"):
            self.add_error("door", _("Zeg wie dit heeft besloten."))
        if lot in (Lot.GEPAUZEERD, Lot.BEEINDIGD) and not schoon.get("reden"):
            self.add_error("reden", _("Zeg waarom deze hulp stilstaat of stopt."))
        return schoon

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "lot": Lot(self.cleaned_data["lot"])}


class Startformulier(Planformulier):
    """The joint start of the plan."""

    op = _dag(gettext_lazy("Wanneer"))
    vorm = keuze(
        gettext_lazy("Hoe"), namen.GESPREKSVORMEN.items(), gettext_lazy("Kies hoe u sprak.")
    )
    deelnemers = tekst(
        gettext_lazy("Wie deed mee?"),
        gettext_lazy("Noem wie meedeed."),
        uitleg=gettext_lazy("Eén naam of partij per regel."),
    )
    afwezigen = tekst(
        gettext_lazy("Wie was gevraagd en kwam niet?"),
        regels=2,
        uitleg=gettext_lazy("Eén naam of partij per regel."),
    )
    persoon_erbij = forms.ChoiceField(
        label=gettext_lazy("Was de persoon erbij?"),
        choices=[("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Zeg of de persoon erbij was.")},
    )
    reden_zonder_persoon = zin(
        gettext_lazy("Waarom was de persoon er niet bij?"),
        uitleg=gettext_lazy("Alleen als de persoon er niet bij was."),
    )
    toelichting = tekst(gettext_lazy("Toelichting"), regels=2)

    def clean(self) -> dict[str, Any]:
        """With the person, or the reason why not. Clausule 5.2."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        erbij, reden = schoon.get("persoon_erbij"), schoon.get("reden_zonder_persoon")
        if erbij == "nee" and not reden:
            self.add_error("reden_zonder_persoon", _("Vul in waarom de persoon er niet bij was."))
        if erbij == "ja" and reden:
            self.add_error("persoon_erbij", _("U noemt een reden waarom de persoon er niet was."))
        return schoon

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = dict(self.cleaned_data)
        del schoon["persoon_erbij"]
        return {
            **schoon,
            "vorm": Gespreksvorm(schoon["vorm"]),
            "deelnemers": per_regel(schoon["deelnemers"]),
            "afwezigen": per_regel(schoon["afwezigen"]),
        }


class Doelformulier(Planformulier):
    """A goal of the person."""

    tekst = zin(
        gettext_lazy("Doel in de eigen woorden"),
        gettext_lazy("Vul het doel in."),
    )


class Doeleindformulier(Versieveld):
    """A goal that is reached, or let go."""

    bereikt = forms.TypedChoiceField(
        label=gettext_lazy("Hoe eindigde dit doel?"),
        choices=[("ja", gettext_lazy("Bereikt")), ("nee", gettext_lazy("Losgelaten"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe dit doel eindigde.")},
    )


class Instemmingformulier(Planformulier):
    """What the person says of the plan."""

    op = _dag(gettext_lazy("Op"))
    antwoord = keuze(
        gettext_lazy("Wat zegt de persoon zelf?"),
        namen.INSTEMMINGEN.items(),
        gettext_lazy("Kies wat de persoon zegt."),
    )
    toelichting = tekst(gettext_lazy("In de eigen woorden"), regels=2)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return {**schoon, "antwoord": Instemmingsantwoord(schoon["antwoord"])}


class Zonderformulier(Planformulier):
    """Go on without the cooperation of the person, with what is done anyway per condition."""

    op = _dag(gettext_lazy("Sinds"))
    reden = tekst(
        gettext_lazy("Waarom werkt de persoon niet mee?"),
        gettext_lazy("Vul in waarom."),
        regels=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A field for each life area that the writer may see."""
        super().__init__(*args, **kwargs)
        for waarde, naam in self._leefgebieden():
            self.fields[waarde] = zin(_("{gebied}: wat doen de partijen toch?").format(gebied=naam))

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        terugval = {gebied: schoon[gebied] for gebied, _naam in self._leefgebieden()}
        return {"sinds": schoon["op"], "reden": schoon["reden"], "terugval": terugval}


class Weerformulier(Versieveld):
    """The person cooperates again."""

    reden = zin(gettext_lazy("Wat veranderde er?"), gettext_lazy("Vul in wat er veranderde."))


class Pogingformulier(Planformulier):
    """An attempt to reach or win the person."""

    op = _dag(gettext_lazy("Op"))
    hoe = zin(gettext_lazy("Wat is er geprobeerd?"), gettext_lazy("Vul in wat u probeerde."))
    uitkomst = zin(gettext_lazy("Wat kwam eruit?"), gettext_lazy("Vul in wat eruit kwam."))


class Eindeformulier(Versieveld):
    """Something no longer holds."""


def per_regel(ruw: str) -> list[str]:
    """The lines of a text that say something, at most thirty."""
    return [regel.strip()[:KORT] for regel in ruw.splitlines() if regel.strip()][:30]
