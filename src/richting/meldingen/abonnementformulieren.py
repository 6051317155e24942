"""The forms of webhooks and of mail about the mailbox."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from richting.akkoord.meldingen import regel_voor
from richting.meldingen.acties.abonnementen import soorten_voor

GROEPEN: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Het plan"), ("actie_", "verzoek_", "inbreng_", "plaats_", "plan_", "terug")),
    (_("Besluiten en stappen naar buiten"), ("besluit_", "spoedbesluit", "stap_")),
    (
        _("Regie, overleg en wat te laat is"),
        ("regie_", "overdracht_", "overleg_", "veiligheidshuis_", "herinnering"),
    ),
    (
        _("Wat uw loket ziet"),
        ("zicht_", "risico_", "bij_", "niet_meer_van_u"),
    ),
)
"""How the kinds of fact are put together on the form, by how their codes begin; first what the
source tells of the stay: all that is named nowhere."""
VERBLIJF = _("Het verblijf")


def groep_van(soort: str) -> Any:
    """Under which heading a kind of fact stands."""
    return next((naam for naam, begin in GROEPEN if soort.startswith(begin)), VERBLIJF)


class Webhookformulier(forms.Form):
    """A new webhook: its name, its address, and what it hears of."""

    naam = forms.CharField(
        label=_("Naam"),
        help_text=_("Van het systeem dat luistert."),
        max_length=200,
        error_messages={"required": _("Vul een naam in.")},
    )
    adres = forms.CharField(
        label=_("Adres"),
        help_text=_("Waar Richting een bericht aflevert, met https."),
        max_length=2000,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Vul een adres in.")},
    )
    soorten = forms.MultipleChoiceField(
        label=_("Waarover?"),
        help_text=_("Kies niets, dan hoort het systeem alles."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies alleen soorten die uw loket kan krijgen.")},
    )

    def __init__(self, loketsoort: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["soorten"].choices = [  # type: ignore[attr-defined]
            (soort.value, _(regel_voor(soort).zin)) for soort in soorten_voor(loketsoort)
        ]

    def groepen(self) -> list[dict[str, Any]]:
        """The choices of `soorten` under headings; a heading opens when something was chosen."""
        gekozen = set(self["soorten"].value() or ())
        per_naam: dict[Any, list[Any]] = {
            naam: [] for naam in (VERBLIJF, *(n for n, _b in GROEPEN))
        }
        for vinkje in self["soorten"]:
            per_naam[groep_van(vinkje.data["value"])].append(vinkje)
        return [
            {
                "naam": naam,
                "vinkjes": vinkjes,
                "open": any(een.data["value"] in gekozen for een in vinkjes),
            }
            for naam, vinkjes in per_naam.items()
            if vinkjes
        ]


class Opgeefformulier(forms.Form):
    """Why something that could not be delivered is let go."""

    aflevering = forms.IntegerField(min_value=1, max_value=2**62, widget=forms.HiddenInput)
    reden = forms.CharField(
        label=_("Reden"),
        help_text=_("De reden komt in het journaal te staan."),
        max_length=500,
        error_messages={"required": _("Vul een reden in.")},
    )


class Mailkeuzeformulier(forms.Form):
    """Whether and when mail about the mailbox comes."""

    METEEN, PER_DAG, GEEN = "meteen", "per_dag", "geen"

    hoe = forms.ChoiceField(
        label=_("Wilt u mail als er iets nieuws in de postbus staat?"),
        choices=[
            (METEEN, _("Ja, meteen")),
            (PER_DAG, _("Ja, de volgende ochtend; wat dezelfde dag moet, komt meteen")),
            (GEEN, _("Nee")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies of u mail wilt."),
            "invalid_choice": _("Kies een van de mogelijkheden."),
        },
    )
