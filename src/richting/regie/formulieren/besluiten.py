"""The forms of decisions: intend one, react, talk over, make final, withdraw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.besluiten import Besluitdaad, Besluitmening
from richting.akkoord.geraakten import (
    PLANDELEN,
    Besluitsoort,
    mag_beslissen,
    regel_voor_besluit,
)
from richting.akkoord.woorden import Gegevenscategorie, Organisatiesoort
from richting.delen.namen import CATEGORIEEN
from richting.partijen.overzichten import organisaties_van
from richting.regie.besluitpartijen import LOKETSOORT_VAN, Voornemen
from richting.regie.woorden_besluit import MENINGEN, SOORTEN
from richting.web.formulieren import Datumveld, soms_nodig

LANG = 4000


def tekst(label: Any, verplicht: Any = "", uitleg: Any = "", regels: int = 3) -> forms.CharField:
    """A text of several lines; `verplicht` is the sentence when it is left empty."""
    return forms.CharField(
        label=label,
        required=bool(verplicht),
        help_text=uitleg,
        max_length=LANG,
        widget=forms.Textarea(attrs={"rows": regels}),
        error_messages={"required": verplicht},
    )


class Besluitformulier(forms.Form):
    """A decision that a desk wants to take."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Wat voor besluit is het?"),
        error_messages={"required": gettext_lazy("Kies wat voor besluit het is.")},
    )
    omschrijving = tekst(
        gettext_lazy("Wat wilt u besluiten?"), gettext_lazy("Schrijf op wat u wilt besluiten.")
    )
    ingang = Datumveld(
        label=gettext_lazy("Wanneer gaat het in?"),
        error_messages={"required": gettext_lazy("Vul een dag in.")},
    )
    categorie = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        required=False,
        help_text=gettext_lazy("Alleen wie dit deel mag zien, wordt gevraagd."),
    )
    naar = soms_nodig(
        forms.ChoiceField(
            label=gettext_lazy("Waar gaat deze persoon naartoe?"),
            required=False,
            help_text=gettext_lazy("Alleen bij een overplaatsing of een andere gemeente."),
        )
    )
    spoedreden = tekst(
        gettext_lazy("Kan het niet wachten? Zeg waarom"),
        uitleg=gettext_lazy(
            "Dan staat het besluit meteen vast. De anderen reageren daarna. Iedereen ziet de reden."
        ),
        regels=2,
    )

    def __init__(self, *args: Any, loketsoort: str, vandaag: date, **kwargs: Any) -> None:
        """`loketsoort` decides which decisions are offered."""
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        mag = [soort for soort in Besluitsoort if mag_beslissen(soort, loketsoort)]
        self._kies("soort", [("", _("Kies een soort")), *((s.value, SOORTEN[s]) for s in mag)])
        delen = [(deel.value, CATEGORIEEN[deel]) for deel in PLANDELEN]
        self._kies("categorie", [("", _("Past bij het soort besluit")), *delen])
        naar = {soort for een in mag for soort in regel_voor_besluit(een).naar}
        if naar:
            self._kies("naar", [("", _("Nergens anders heen")), *_organisaties(naar)])
        else:
            del self.fields["naar"]

    def _kies(self, veld: str, opties: list[tuple[str, Any]]) -> None:
        self.fields[veld].choices = opties  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The subject fits the kind; an urgent decision may have taken effect already."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("soort"):
            regel = regel_voor_besluit(Besluitsoort(schoon["soort"]))
            gekozen = schoon.get("categorie") or regel.categorieen[0].value
            if gekozen not in regel.categorieen:
                self.add_error("categorie", _("Dit soort besluit gaat niet over dat onderwerp."))
            schoon["categorie"] = gekozen
            if regel.naar and not schoon.get("naar"):
                self.add_error("naar", _("Kies waar deze persoon naartoe gaat."))
        ingang = schoon.get("ingang")
        if ingang and ingang < self.vandaag and not schoon.get("spoedreden"):
            self.add_error("ingang", _("Deze dag moet vandaag of later zijn."))
        return schoon

    def voornemen(self) -> Voornemen:
        """The checked values as the act takes them."""
        schoon = self.cleaned_data
        soort = Besluitsoort(schoon["soort"])
        naar = schoon.get("naar", "") if regel_voor_besluit(soort).naar else ""
        return Voornemen(
            soort,
            Gegevenscategorie(schoon["categorie"]),
            schoon["omschrijving"],
            schoon["ingang"],
            naar,
            schoon["spoedreden"].strip(),
        )


def _organisaties(loketsoorten: Iterable[str]) -> list[tuple[str, str]]:
    soorten = {s for s, loket in LOKETSOORT_VAN.items() if loket in set(loketsoorten)}
    return organisaties_van(sorted(Organisatiesoort(soort).value for soort in soorten))


class Versieformulier(forms.Form):
    """A form on a decision that somebody else may be acting on too."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return dict(self.cleaned_data)


class Reactieformulier(Versieformulier):
    """What the own desk thinks of it."""

    mening = forms.ChoiceField(
        label=gettext_lazy("Wat vindt uw loket?"),
        choices=[(mening.value, naam) for mening, naam in MENINGEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat uw loket vindt.")},
    )
    reden = soms_nodig(
        tekst(
            gettext_lazy("Toelichting"), uitleg=gettext_lazy("Nodig als u bezwaar hebt."), regels=2
        )
    )

    def clean(self) -> dict[str, Any]:
        """An objection says what it is, and the fault stands at that field."""
        schoon: dict[str, Any] = super().clean() or {}
        bezwaar = schoon.get("mening") == Besluitmening.BEZWAAR
        if bezwaar and "reden" not in self.errors and not schoon.get("reden", "").strip():
            self.add_error("reden", _("Zeg wat uw bezwaar is."))
        return schoon

    def waarden(self) -> dict[str, Any]:
        """The checked values as the act takes them."""
        return {**self.cleaned_data, "mening": Besluitmening(self.cleaned_data["mening"])}


class Overlegformulier(Versieformulier):
    """What came of talking over the objections."""

    uitkomst = tekst(
        gettext_lazy("Wat kwam er uit het overleg?"),
        gettext_lazy("Schrijf op wat er uit het overleg kwam."),
    )


class Definitiefformulier(Versieformulier):
    """The decision stands; with an objection, why it is decided all the same."""

    reden = soms_nodig(
        tekst(
            gettext_lazy("Waarom besluit u dit, ondanks het bezwaar?"),
            uitleg=gettext_lazy("Nodig als er na het overleg nog bezwaar is. Iedereen ziet dit."),
            regels=2,
        )
    )


class Intrekformulier(Versieformulier):
    """The decision does not go on."""

    reden = tekst(
        gettext_lazy("Waarom gaat dit besluit niet door?"),
        gettext_lazy("Zeg waarom dit besluit niet doorgaat."),
        regels=2,
    )


FORMULIEREN: dict[Besluitdaad, type[Versieformulier]] = {
    Besluitdaad.REAGEREN: Reactieformulier,
    Besluitdaad.OVERLEG_VASTLEGGEN: Overlegformulier,
    Besluitdaad.DEFINITIEF_MAKEN: Definitiefformulier,
    Besluitdaad.INTREKKEN: Intrekformulier,
    Besluitdaad.OVERNEMEN: Versieformulier,
}
"""The form of each act; objecting and dropping an objection are reactions."""
