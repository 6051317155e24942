"""The forms of the table of art. 18b: assess, end, share, take back, agree, finish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from richting.akkoord.aannames import Aannames
from richting.akkoord.risico import (
    Beoordeling,
    Bijdragesoort,
    Risicoafspraakstaat,
    Risiconiveau,
    geldig_hoogstens,
)
from richting.meldingen.risico.namen import AFSPRAKEN, BIJDRAGEN, NIVEAUS
from richting.web.formulieren import Datumveld, keuze, tekst, zin

DAG = gettext_lazy("Vul een dag in.")
REDEN = gettext_lazy("Schrijf op waarom.")
LEZERS = gettext_lazy("Alleen wie aan deze tafel zit, leest dit.")


class Beoordelingsformulier(forms.Form):
    """On which assessment the mark rests, and until when it holds."""

    niveau = keuze(
        gettext_lazy("Hoe hoog is het risico?"),
        NIVEAUS.items(),
        gettext_lazy("Kies hoe hoog het risico is."),
    )
    instrument = forms.ChoiceField(
        label=gettext_lazy("Met welk instrument is het beoordeeld?"),
        error_messages={"required": gettext_lazy("Kies een instrument.")},
    )
    beoordeeld_op = Datumveld(
        label=gettext_lazy("Op welke dag is het beoordeeld?"), error_messages={"required": DAG}
    )
    geldig_tot = Datumveld(
        label=gettext_lazy("Tot welke dag geldt dit?"),
        help_text=gettext_lazy("Vanaf die dag niet meer, tenzij u opnieuw beoordeelt."),
        error_messages={"required": DAG},
    )
    reden = tekst(gettext_lazy("Waarom?"), REDEN, uitleg=LEZERS)

    def __init__(self, *args: Any, aannames: Aannames, vandaag: date, **kwargs: Any) -> None:
        """The instruments are those an administrator allows."""
        begin = {"beoordeeld_op": vandaag, "geldig_tot": geldig_hoogstens(vandaag, aannames)}
        super().__init__(*args, **{"initial": begin, **kwargs})
        self.fields["instrument"].choices = [  # type: ignore[attr-defined]
            ("", "–"),
            *((code, code) for code in aannames.risico_instrumenten),
        ]

    def beoordeling(self) -> Beoordeling:
        """What was filled in."""
        waarden = self.cleaned_data
        return Beoordeling(
            Risiconiveau(waarden["niveau"]),
            waarden["instrument"],
            waarden["beoordeeld_op"],
            waarden["geldig_tot"],
        )


class Eindformulier(forms.Form):
    """Why the mark ends."""

    reden = tekst(
        gettext_lazy("Waarom geldt het risico niet meer, of waarom stopt u?"), REDEN, uitleg=LEZERS
    )


class Bijdrageformulier(forms.Form):
    """What the own desk shares."""

    soort = keuze(
        gettext_lazy("Wat deelt u?"), BIJDRAGEN.items(), gettext_lazy("Kies wat u deelt.")
    )
    tekst = tekst(gettext_lazy("Wat wilt u delen?"), uitleg=LEZERS, regels=5)

    def wat(self) -> Bijdragesoort:
        """The kind that was chosen."""
        return Bijdragesoort(self.cleaned_data["soort"])


class Terugneemformulier(forms.Form):
    """Why something that was shared is taken back."""

    reden = zin(gettext_lazy("Waarom neemt u dit terug?"), REDEN)


class Afspraakformulier(forms.Form):
    """What is agreed, with a desk at the table, by a day."""

    wat = tekst(gettext_lazy("Wat spreekt u af?"), gettext_lazy("Schrijf op wat u afspreekt."))
    eigenaar = forms.TypedChoiceField(
        label=gettext_lazy("Wie doet het?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Kies wie het doet.")},
    )
    uiterlijk = Datumveld(
        label=gettext_lazy("Uiterlijk op welke dag?"), error_messages={"required": DAG}
    )

    def __init__(
        self, *args: Any, loketten: Iterable[tuple[int, str]] | None = None, **kwargs: Any
    ) -> None:
        """`loketten` sit at the table; left out, any number is taken and the act decides."""
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["eigenaar"]
        if loketten is None:
            self.fields["eigenaar"] = forms.IntegerField(
                label=veld.label, error_messages=veld.error_messages
            )
            return
        keuzes: Sequence[tuple[Any, str]] = [("", "–"), *loketten]
        veld.choices = keuzes


class Afrondformulier(forms.Form):
    """Whether an agreement was done."""

    staat = keuze(
        gettext_lazy("Is het gedaan?"),
        [
            (soort, naam)
            for soort, naam in AFSPRAKEN.items()
            if soort is not Risicoafspraakstaat.OPEN
        ],
        gettext_lazy("Kies of het is gedaan."),
    )
    toelichting = tekst(
        gettext_lazy("Toelichting"), uitleg=gettext_lazy("Is het niet gedaan? Schrijf dan waarom.")
    )

    def uitkomst(self) -> Risicoafspraakstaat:
        """What was chosen."""
        return Risicoafspraakstaat(self.cleaned_data["staat"])
