"""The form of one life area, made from the question set.

Each question is one group of radio buttons: the answers, and beside them what is not an answer but
is known all the same (`@onbekend`, `@wil_niet`, …). A day, amount or text has a field of its own
with the latter beside it. The form carries what it began with (`begin`), so that saving never
overwrites what somebody else answered meanwhile (`acties/screening.py`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from richting.akkoord.plan.antwoorden import als_json, uit_json, zelfde
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import (
    JAREN,
    MEESTE_EUROS,
    TEKSTLENGTE,
    Vraag,
    Vraagsoort,
)
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort, Leefgebied
from richting.plannen.acties.screening import Inzending
from richting.plannen.antwoordtekst import in_taal
from richting.plannen.namen import ANTWOORDBRONNEN, ANTWOORDSOORTEN, LEEFGEBIEDEN
from richting.web.formulieren import Datumveld

Antwoorden = Mapping[str, Antwoord]
APENSTAART = "@"
SOORTVELD = "-soort"
NIET_GEVRAAGD = APENSTAART + Antwoordsoort.NIET_GEVRAAGD.value
ANDERS = (
    Antwoordsoort.ONBEKEND,
    Antwoordsoort.WIL_NIET,
    Antwoordsoort.NIET_VAN_TOEPASSING,
    Antwoordsoort.NIET_GEVRAAGD,
)
"""What is not an answer, in the order of the screen."""


@dataclass(frozen=True)
class Vraagveld:
    """A question on the screen: its radio buttons, and the field of its value if it has one.

    `bekend` says what is known already, `verschil` what somebody else answered meanwhile.
    """

    vraag: Vraag
    keuzes: BoundField
    waarde: BoundField | None
    bekend: tuple[str, ...] = ()
    verschil: str = ""

    @property
    def fouten(self) -> list[str]:
        """What is wrong with this answer."""
        return [*self.keuzes.errors, *(self.waarde.errors if self.waarde else ())]

    @property
    def uitleg(self) -> str:
        """Help with the question."""
        return in_taal(self.vraag.uitleg) if self.vraag.uitleg else ""

    @property
    def bron(self) -> str:
        """Who may know the answer."""
        return in_taal(self.vraag.bron) if self.vraag.bron else ""


class Gebiedsformulier(forms.Form):
    """The questions about one life area."""

    bron = forms.ChoiceField(required=False)
    begin = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        leefgebied: Leefgebied,
        vragen: Iterable[Vraag],
        staat: Mapping[str, Antwoord],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """`staat` are the answers that stand; with `data` what a user sent.

        `bekend` and `verschillen` are sentences beside a question, for the page to fill in.
        """
        self.bekend: dict[str, list[str]] = {}
        self.verschillen: dict[str, str] = {}
        super().__init__(data, prefix=leefgebied.value)
        self.leefgebied, self.vragen = leefgebied, tuple(vragen)
        bron = self.fields["bron"]
        bron.label = _("Hoe weet u dit?")
        bron.choices = [(b.value, naam) for b, naam in ANTWOORDBRONNEN.items()]  # type: ignore[attr-defined]
        self.staat = self._begin() if data is not None else dict(staat)
        bron.initial = _meeste_bron(self.staat).value
        self.initial["begin"] = json.dumps(als_json(staat))
        for vraag in self.vragen:
            self._voeg_toe(vraag)

    @property
    def titel(self) -> str:
        """What the area is called."""
        return str(LEEFGEBIEDEN[self.leefgebied])

    def velden(self) -> list[Vraagveld]:
        """The questions in order."""
        uit = []
        for vraag in self.vragen:
            heeft_waarde = vraag.code + SOORTVELD in self.fields
            keuzes = self[vraag.code + SOORTVELD] if heeft_waarde else self[vraag.code]
            waarde = self[vraag.code] if heeft_waarde else None
            bekend = tuple(self.bekend.get(vraag.code, ()))
            uit.append(
                Vraagveld(vraag, keuzes, waarde, bekend, self.verschillen.get(vraag.code, ""))
            )
        return uit

    def fout(self) -> list[str]:
        """The questions whose answer can't be saved like this, in words."""
        return [] if self.is_valid() else [str(v.keuzes.label) for v in self.velden() if v.fouten]

    def inzending(self) -> Inzending:
        """What to save; a question with a fault stays as it began."""
        self.is_valid()
        buiten = {c: a for c, a in self.staat.items() if c not in {v.code for v in self.vragen}}
        antwoorden = dict(buiten)
        for vraag in self.vragen:
            antwoord = self._antwoord(vraag)
            if antwoord is not None:
                antwoorden[vraag.code] = antwoord
        return Inzending(antwoorden, self.staat)

    def begin_na(self, nu: Antwoorden, gezien: Iterable[str] = ()) -> str:
        """What the form begins with after saving: only what it shows, or what was shown (`gezien`).

        What somebody else answered meanwhile and is not on this screen stays as it began: otherwise
        the next save would take it for an answer that this user took away.
        """
        op_scherm = self.inzending().antwoorden
        uit = {}
        for code in {*nu, *self.staat}:
            klopt = code in gezien or zelfde(nu.get(code), op_scherm.get(code))
            antwoord = nu.get(code) if klopt else self.staat.get(code)
            if antwoord is not None:
                uit[code] = antwoord
        return json.dumps(als_json(uit))

    def opnieuw(self, nu: Antwoorden, gezien: Iterable[str]) -> dict[str, str]:
        """The values with which to show the form again: the user's own, and beside them what others
        answered to questions that the user left alone."""
        inzending, uit = self.inzending(), {}
        vreemd = {
            code
            for code in nu
            if zelfde(inzending.antwoorden.get(code), inzending.begin.get(code))
            and not zelfde(nu[code], inzending.begin.get(code))
        }
        for vraag in self.vragen:
            if vraag.code in vreemd and not self.errors.get(vraag.code):
                for naam, waarde in _als_invoer(vraag, nu[vraag.code]).items():
                    uit[self.add_prefix(naam)] = waarde
        uit[self.add_prefix("begin")] = self.begin_na(nu, {*gezien, *vreemd})
        return uit

    def clean(self) -> dict[str, Any]:
        """A value and "not known" at once contradict each other."""
        schoon = super().clean() or {}
        for vraag in self.vragen:
            soort = schoon.get(vraag.code + SOORTVELD, NIET_GEVRAAGD)
            gevuld = schoon.get(vraag.code) not in (None, "")
            if soort not in ("", NIET_GEVRAAGD) and gevuld:
                zin = _("U vulde iets in en koos ook “{keuze}”. Laat een van de twee weg.")
                naam = ANTWOORDSOORTEN[Antwoordsoort(soort[1:])]
                self.add_error(vraag.code, zin.format(keuze=naam))
        return schoon

    def _voeg_toe(self, vraag: Vraag) -> None:
        antwoord, label = self.staat.get(vraag.code), in_taal(vraag.tekst)
        gegeven = antwoord is not None and antwoord.soort is Antwoordsoort.GEGEVEN
        anders = [(APENSTAART + s.value, ANTWOORDSOORTEN[s]) for s in ANDERS if s in vraag.mag]
        soort = APENSTAART + antwoord.soort.value if antwoord else NIET_GEVRAAGD
        waarde = antwoord.waarde if antwoord and gegeven else None
        if vraag.soort in (Vraagsoort.JA_NEE, Vraagsoort.KEUZE):
            keuzes = [*_keuzes(vraag), *anders]
            begin = _als_keuze(waarde) if gegeven else soort
            self.fields[vraag.code] = _radio(label, keuzes, begin)
            return
        self.fields[vraag.code] = _waardeveld(vraag, label, waarde)
        begin = "" if gegeven else soort
        self.fields[vraag.code + SOORTVELD] = _radio(label, anders, begin)

    def _antwoord(self, vraag: Vraag) -> Antwoord | None:
        """The answer to one question; None: not asked. What did not change keeps its source."""
        begin = self.staat.get(vraag.code)
        if {vraag.code, vraag.code + SOORTVELD} & set(self.errors):
            return begin
        antwoord = self._gekozen(vraag)
        if antwoord and begin and zelfde(antwoord, begin) and not self._andere_bron():
            return begin
        return antwoord

    def _gekozen(self, vraag: Vraag) -> Antwoord | None:
        waarde = self.cleaned_data.get(vraag.code)
        keuze = self.cleaned_data.get(vraag.code + SOORTVELD)
        if keuze is not None and waarde not in (None, ""):
            return Antwoord(vraag.code, Antwoordsoort.GEGEVEN, waarde, self._bron())
        return _uit_keuze(vraag, waarde if keuze is None else keuze, self._bron())

    def _bron(self) -> Antwoordbron:
        return Antwoordbron(self.cleaned_data.get("bron") or self.fields["bron"].initial)

    def _andere_bron(self) -> bool:
        return bool(self._bron() != self.fields["bron"].initial)

    def _begin(self) -> dict[str, Antwoord]:
        """What the screen says it began with; what can't be read counts as nothing."""
        try:
            return uit_json(json.loads(self.data.get(self.add_prefix("begin")) or "{}"))
        except (AttributeError, KeyError, TypeError, ValueError):
            return {}


def _keuzes(vraag: Vraag) -> list[tuple[str, Any]]:
    if vraag.soort is Vraagsoort.JA_NEE:
        return [("ja", _("Ja")), ("nee", _("Nee"))]
    return [(keuze.code, in_taal(keuze.tekst)) for keuze in vraag.keuzes]


def _als_keuze(waarde: Any) -> str:
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else str(waarde)


def _als_invoer(vraag: Vraag, antwoord: Antwoord) -> dict[str, str]:
    """An answer as a browser sends it."""
    gegeven = antwoord.soort is Antwoordsoort.GEGEVEN
    soort = "" if gegeven else APENSTAART + antwoord.soort.value
    if vraag.soort in (Vraagsoort.JA_NEE, Vraagsoort.KEUZE):
        return {vraag.code: _als_keuze(antwoord.waarde) if gegeven else soort}
    return {
        vraag.code: str(antwoord.waarde) if gegeven else "",
        vraag.code + SOORTVELD: soort,
    }


def _radio(label: str, keuzes: list[tuple[str, Any]], begin: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=keuzes,
        initial=begin,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies een van de antwoorden.")},
    )


def _waardeveld(vraag: Vraag, label: str, waarde: Any) -> forms.Field:
    gedeeld = {"label": label, "initial": waarde, "required": False}
    if vraag.soort is Vraagsoort.DATUM:
        return _Dag(**gedeeld, error_messages={"invalid": _("Vul een datum in.")})
    if vraag.soort is Vraagsoort.BEDRAG:
        heel = _("Vul een bedrag in hele euro's in.")
        fouten = {"invalid": heel, "min_value": heel, "max_value": heel}
        return forms.IntegerField(
            **gedeeld, min_value=0, max_value=MEESTE_EUROS, error_messages=fouten
        )
    return forms.CharField(**gedeeld, max_length=TEKSTLENGTE)


class _Dag(Datumveld):
    """A day in the years that a question can be about."""

    def clean(self, value: Any) -> date | None:
        """The day; refused outside those years."""
        dag: date | None = super().clean(value)
        if dag and not JAREN[0] <= dag.year <= JAREN[1]:
            raise forms.ValidationError(_("Vul een datum in."))
        return dag


def _uit_keuze(vraag: Vraag, keuze: str | None, bron: Antwoordbron) -> Antwoord | None:
    """What a radio button says; None: not asked."""
    if not keuze or keuze == NIET_GEVRAAGD:
        return None
    if keuze.startswith(APENSTAART):
        return Antwoord(vraag.code, Antwoordsoort(keuze[1:]), bron=bron)
    waarde = keuze == "ja" if vraag.soort is Vraagsoort.JA_NEE else keuze
    return Antwoord(vraag.code, Antwoordsoort.GEGEVEN, waarde, bron)


def _meeste_bron(antwoorden: Mapping[str, Antwoord]) -> Antwoordbron:
    geteld = Counter(a.bron for a in antwoorden.values() if a.soort is Antwoordsoort.GEGEVEN)
    return geteld.most_common(1)[0][0] if geteld else Antwoordbron.CASEMANAGER
