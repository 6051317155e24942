"""The forms of actions: a new one, what happens to one, proposals, and the short stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.kort import Kortregel, Kortstaat
from richting.akkoord.plan.overgangen import Daad, Overgang
from richting.akkoord.plan.sjablonen import Voorstel
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Leefgebied
from richting.partijen.models import Medewerker
from richting.plannen import actienamen
from richting.plannen.acties.actielijst import Inhoud
from richting.plannen.acties.actievoorstel import Keuze
from richting.plannen.formulieren.inhoud import Planformulier, Versieveld, keuze, tekst, zin
from richting.plannen.overzichten.voorstellen import Deelnemer, wie_doet
from richting.web.formulieren import Datumveld

KEUZELIJST = "utrecht-select utrecht-select--html-select"
VINKJE = "utrecht-checkbox utrecht-checkbox--html-input"
"""What these controls look like where a table of them has one label in its head."""
GEREGELD = "geregeld"
"""The choice that something is arranged already, on the list of the short stay."""
NIET_NODIG = "niet_nodig"
"""The choice that there is nothing to arrange."""


@dataclass(frozen=True)
class Kring:
    """Who can be asked, and which of them is the own desk."""

    deelnemers: Sequence[Deelnemer]
    eigen: int

    def opties(self, gebied: Leefgebied | None = None) -> list[tuple[str, str]]:
        """The desks as choices, the own first; of a life area only those that may see it."""
        return [
            (str(een.loket.pk), self._naam(een))
            for een in sorted(self.deelnemers, key=lambda een: een.loket.pk != self.eigen)
            if gebied is None or een.ziet(gebied)
        ]

    def _naam(self, een: Deelnemer) -> str:
        if een.loket.pk == self.eigen:
            return _("Uw loket")
        return _("Vraag aan {naam}").format(naam=een.loket.naam)


def _wat() -> forms.CharField:
    return zin(gettext_lazy("Wat moet er gebeuren?"), gettext_lazy("Vul in wat er moet gebeuren."))


def _herkomst() -> forms.ChoiceField:
    return keuze(
        gettext_lazy("Deze actie"),
        actienamen.HERKOMSTEN.items(),
        gettext_lazy("Kies of de actie doorgaat, begint of volgt."),
    )


def _kader() -> forms.ChoiceField:
    return keuze(
        gettext_lazy("Kader"),
        actienamen.KADERS.items(),
        gettext_lazy("Kies vrijwillig of bijzondere voorwaarde."),
    )


def _dagen(veld: forms.Form) -> None:
    """The last day is not before the first."""
    begint, klaar = veld.cleaned_data.get("begin"), veld.cleaned_data.get("uiterlijk")
    if begint and klaar and klaar < begint:
        veld.add_error("uiterlijk", _("De laatste dag ligt voor de eerste dag."))


class Actieformulier(Planformulier):
    """A new action: what, for which area, and which desk does it."""

    leefgebied = forms.ChoiceField(
        label=gettext_lazy("Leefgebied"),
        error_messages={"required": gettext_lazy("Kies een leefgebied.")},
    )
    wat = _wat()
    loket = forms.TypedChoiceField(
        label=gettext_lazy("Wie doet het?"),
        coerce=int,
        help_text=gettext_lazy("Een ander loket krijgt een vraag en zegt ja of nee."),
        error_messages={"required": gettext_lazy("Kies wie het doet.")},
    )
    toelichting = tekst(gettext_lazy("Toelichting"), regels=2)
    herkomst = _herkomst()
    kader = _kader()
    begin = Datumveld(label=gettext_lazy("Begint op"), required=False)
    uiterlijk = Datumveld(label=gettext_lazy("Uiterlijk klaar op"), required=False)

    def __init__(self, *args: Any, kring: Kring, **kwargs: Any) -> None:
        """`kring` are the desks that can be asked."""
        super().__init__(*args, **kwargs)
        self.kring = kring
        self.fields["loket"].choices = kring.opties()  # type: ignore[attr-defined]
        self.fields["loket"].initial = str(kring.eigen)
        self.fields["herkomst"].initial = Actieherkomst.GESTART.value
        self.fields["kader"].initial = Actiekader.VRIJWILLIG.value

    def clean(self) -> None:
        """The days are in order."""
        super().clean()
        _dagen(self)

    def inhoud(self) -> Inhoud:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        return Inhoud(
            Leefgebied(schoon["leefgebied"]),
            schoon["wat"],
            schoon["toelichting"],
            Actieherkomst(schoon["herkomst"]),
            Actiekader(schoon["kader"]),
            schoon["begin"],
            schoon["uiterlijk"],
        )


class Wijzigformulier(Versieveld):
    """Other words, another frame or other days for an action."""

    wat = _wat()
    toelichting = tekst(gettext_lazy("Toelichting"), regels=2)
    herkomst = _herkomst()
    kader = _kader()
    begin = Datumveld(label=gettext_lazy("Begint op"), required=False)
    uiterlijk = Datumveld(label=gettext_lazy("Uiterlijk klaar op"), required=False)

    def clean(self) -> None:
        """The days are in order."""
        super().clean()
        _dagen(self)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}


class Uitvoerderformulier(Versieveld):
    """Who of the desk does it."""

    medewerker = forms.TypedChoiceField(
        label=gettext_lazy("Wie doet het?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies een collega.")},
    )

    def __init__(self, *args: Any, leden: Iterable[Medewerker] = (), **kwargs: Any) -> None:
        """`leden` are the staff of the desk."""
        super().__init__(*args, **kwargs)
        opties = [(str(lid.pk), lid.naam) for lid in leden]
        self.fields["medewerker"].choices = opties  # type: ignore[attr-defined]


class Daadformulier(Versieveld):
    """One act on an action, with what the table asks for it: a reason, a day, a result."""

    def __init__(self, *args: Any, overgang: Overgang, **kwargs: Any) -> None:
        """`overgang` is the row of the table."""
        super().__init__(*args, **kwargs)
        self.overgang = overgang
        if overgang.redenen:
            self.fields["reden"] = forms.ChoiceField(
                label=_("Reden"),
                choices=[
                    ("", _("Kies een reden")),
                    *((r.value, actienamen.redenzin(r)) for r in overgang.redenen),
                ],
                error_messages={"required": _("Kies een reden.")},
            )
        if overgang.met_datum:
            self.fields["tot"] = Datumveld(
                label=_("Nieuwe laatste dag"),
                error_messages={"required": _("Kies een nieuwe dag: vandaag of later.")},
            )
        if overgang.daad is not Daad.BEGINNEN:
            klaar = overgang.daad is Daad.AFRONDEN
            self.fields["toelichting"] = tekst(
                _("Wat is het resultaat?") if klaar else _("Toelichting"), regels=2
            )


class Voorstelformulier(Planformulier):
    """The proposals of the rules: tick what goes into the plan, and who does it."""

    def __init__(
        self, *args: Any, voorstellen: Sequence[Voorstel], kring: Kring, **kwargs: Any
    ) -> None:
        """A tick and a desk for each proposal that some desk can do."""
        super().__init__(*args, **kwargs)
        self.voorstellen = [een for een in voorstellen if kring.opties(een.sjabloon.leefgebied)]
        for een in self.voorstellen:
            sjabloon = een.sjabloon
            gebied = sjabloon.leefgebied
            doet = wie_doet(sjabloon.doet, gebied, kring.deelnemers, kring.eigen)
            wat = actienamen.sjabloontekst(sjabloon.wat)
            self.fields[f"kies_{sjabloon.code}"] = forms.BooleanField(
                label=wat,
                required=False,
                widget=forms.CheckboxInput(attrs={"class": VINKJE}),
            )
            self.fields[f"loket_{sjabloon.code}"] = forms.TypedChoiceField(
                label=_("Wie doet „{wat}”?").format(wat=wat),
                choices=kring.opties(gebied),
                coerce=int,
                required=False,
                empty_value=None,
                initial=str(doet.pk if doet else kring.eigen),
                widget=forms.Select(attrs={"class": KEUZELIJST}),
            )

    def rijen(self) -> Iterator[tuple[Voorstel, str, BoundField, BoundField]]:
        """Each proposal with what must happen on the day itself, and its two fields."""
        for een in self.voorstellen:
            code, dag_zelf = een.sjabloon.code, actienamen.sjabloontekst(een.sjabloon.dag_zelf)
            yield een, dag_zelf, self[f"kies_{code}"], self[f"loket_{code}"]

    def clean(self) -> None:
        """Something is ticked."""
        super().clean()
        if not any(self.cleaned_data.get(f"kies_{e.sjabloon.code}") for e in self.voorstellen):
            raise forms.ValidationError(_("Kies eerst een of meer voorstellen."))

    def keuzes(self) -> list[Keuze]:
        """What was ticked, as the act takes it."""
        schoon = self.cleaned_data
        codes = [een.sjabloon.code for een in self.voorstellen]
        return [Keuze(c, schoon[f"loket_{c}"]) for c in codes if schoon[f"kies_{c}"]]


class Kortformulier(Planformulier):
    """The list of the short stay: for each open point who does it, or that nobody has to."""

    def __init__(
        self, *args: Any, regels: Sequence[Kortregel], kring: Kring, **kwargs: Any
    ) -> None:
        """A choice for each point that is not arranged; what is needed has its desk filled in."""
        super().__init__(*args, **kwargs)
        self.regels = regels
        for regel in regels:
            if regel.staat not in (Kortstaat.NODIG, Kortstaat.ONBEKEND):
                continue
            punt = regel.punt
            doet = wie_doet(punt.doet, punt.leefgebied, kring.deelnemers, kring.eigen)
            begin = str(doet.pk) if doet and regel.staat is Kortstaat.NODIG else ""
            self.fields[punt.code] = forms.ChoiceField(
                label=_(punt.vraag),
                required=False,
                initial=begin,
                choices=[
                    ("", _("Nu nog niets")),
                    (GEREGELD, _("Is geregeld")),
                    *([(NIET_NODIG, _("Niet nodig"))] if punt.kan_niet_nodig else []),
                    *kring.opties(punt.leefgebied),
                ],
                widget=forms.Select(attrs={"class": KEUZELIJST}),
            )

    def rijen(self) -> Iterator[tuple[Kortregel, BoundField | None]]:
        """Each point with its choice; None when there is nothing to choose."""
        for regel in self.regels:
            code = regel.punt.code
            yield regel, self[code] if code in self.fields else None

    def clean(self) -> None:
        """Something is chosen."""
        super().clean()
        if not any(self.cleaned_data.values()):
            zin = _("Kies bij een of meer punten wie het doet, of dat het niet hoeft.")
            raise forms.ValidationError(zin)

    def keuzes(self) -> list[Keuze]:
        """What was chosen, as the act takes it."""
        return [_keuze(code, waarde) for code, waarde in self.cleaned_data.items() if waarde]


def _keuze(code: str, waarde: str) -> Keuze:
    if waarde in (GEREGELD, NIET_NODIG):
        return Keuze(code, geregeld=waarde == GEREGELD, niet_nodig=waarde == NIET_NODIG)
    return Keuze(code, int(waarde))
