"""The forms of this room, with their checks and Dutch errors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from richting.partijen import rechten
from richting.partijen.models import Lidmaatschap, Loket, Medewerker

LANG = 1024
"""The longest password that is hashed."""


def _invoer(soort: type[forms.Widget], autocomplete: str, **meer: str) -> forms.Widget:
    return soort(attrs={"autocomplete": autocomplete, **meer})


class Aanmeldformulier(forms.Form):
    """User name and password."""

    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        widget=_invoer(forms.TextInput, "username", autocapitalize="none", spellcheck="false"),
        error_messages={"required": _("Vul uw gebruikersnaam in.")},
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        max_length=LANG,
        widget=_invoer(forms.PasswordInput, "current-password"),
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )


class Codeformulier(forms.Form):
    """A code of the app, or a reserve code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=_invoer(forms.TextInput, "one-time-code", autocapitalize="none", spellcheck="false"),
        error_messages={"required": _("Vul de code in.")},
    )


class Bevestigformulier(forms.Form):
    """The password once more, before something that opens the account."""

    wachtwoord = forms.CharField(
        label=_("Uw wachtwoord"),
        help_text=_("Zo weten we zeker dat u het bent."),
        strip=False,
        max_length=LANG,
        widget=_invoer(forms.PasswordInput, "current-password"),
        error_messages={"required": _("Vul uw wachtwoord in.")},
    )

    def __init__(self, medewerker: Medewerker, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.medewerker = medewerker

    def clean_wachtwoord(self) -> str:
        """It must be the own password."""
        wachtwoord = str(self.cleaned_data["wachtwoord"])
        if not self.medewerker.check_password(wachtwoord):
            raise forms.ValidationError(_("Uw wachtwoord klopt niet."))
        return wachtwoord


class Wachtwoordformulier(forms.Form):
    """The present password and twice the new one."""

    oud = forms.CharField(
        label=_("Uw huidige wachtwoord"),
        strip=False,
        max_length=LANG,
        widget=_invoer(forms.PasswordInput, "current-password"),
        error_messages={"required": _("Vul uw huidige wachtwoord in.")},
    )
    nieuw = forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_("Gebruik 12 tekens of meer. Een zin van een paar woorden werkt goed."),
        strip=False,
        max_length=LANG,
        widget=_invoer(forms.PasswordInput, "new-password"),
        error_messages={"required": _("Vul een nieuw wachtwoord in.")},
    )
    herhaling = forms.CharField(
        label=_("Nieuw wachtwoord, nog een keer"),
        strip=False,
        max_length=LANG,
        widget=_invoer(forms.PasswordInput, "new-password"),
        error_messages={"required": _("Vul het nieuwe wachtwoord nog een keer in.")},
    )

    def clean(self) -> dict[str, Any]:
        """Both new passwords must be the same."""
        gegevens = super().clean() or {}
        nieuw, herhaling = gegevens.get("nieuw"), gegevens.get("herhaling")
        if nieuw and herhaling and nieuw != herhaling:
            self.add_error("herhaling", _("De twee nieuwe wachtwoorden zijn niet gelijk."))
        return gegevens


class Redenformulier(forms.Form):
    """Why a manager does something to an account."""

    reden = forms.CharField(
        label=_("Reden"),
        help_text=_("De reden komt in het journaal te staan."),
        max_length=500,
        error_messages={"required": _("Vul een reden in.")},
    )


class Medewerkerformulier(forms.Form):
    """A new member of staff."""

    naam = forms.CharField(
        label=_("Naam"),
        max_length=200,
        widget=_invoer(forms.TextInput, "off"),
        error_messages={"required": _("Vul de naam in.")},
    )
    gebruikersnaam = forms.RegexField(
        label=_("Gebruikersnaam"),
        help_text=_("Kleine letters, cijfers, punt en streepje. Bijvoorbeeld: a.jansen"),
        regex=r"^[A-Za-z0-9][A-Za-z0-9._@-]{1,149}$",
        max_length=150,
        widget=_invoer(forms.TextInput, "off", autocapitalize="none", spellcheck="false"),
        error_messages={
            "required": _("Vul een gebruikersnaam in."),
            "invalid": _(
                "Gebruik alleen letters, cijfers, punt en streepje, en minstens 2 tekens."
            ),
        },
    )
    functie = forms.CharField(
        label=_("Functie"), max_length=200, required=False, widget=_invoer(forms.TextInput, "off")
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Voor mail als er iets klaarstaat. De medewerker kan dit zelf wijzigen."),
        required=False,
        widget=_invoer(forms.EmailInput, "off"),
        error_messages={"invalid": _("Vul een geldig e-mailadres in.")},
    )
    loketten = forms.ModelMultipleChoiceField(
        label=_("Loketten"),
        queryset=Loket.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één loket.")},
    )

    def __init__(self, loketten: QuerySet[Loket], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["loketten"].queryset = loketten  # type: ignore[attr-defined]


class Plekformulier(forms.Form):
    """A place at a desk, and the role there."""

    loket = forms.ModelChoiceField(
        label=_("Loket"),
        queryset=Loket.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Kies een loket."),
            "invalid_choice": _("Kies een loket uit de lijst."),
        },
    )
    rol = forms.ChoiceField(
        label=_("Rol"),
        choices=Lidmaatschap.ROLLEN,
        help_text=_("Een beheerder beslist wie er bij het loket werkt."),
    )

    def __init__(self, loketten: QuerySet[Loket], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["loket"].queryset = loketten  # type: ignore[attr-defined]


class Bereikbaarheidformulier(forms.Form):
    """The mailbox and the telephone of a desk."""

    email = forms.EmailField(
        label=_("E-mailadres van het loket"),
        help_text=_("Een gedeeld adres, geen adres van één persoon."),
        required=False,
        error_messages={"invalid": _("Vul een geldig e-mailadres in.")},
    )
    telefoon = forms.RegexField(
        label=_("Telefoonnummer"),
        regex=r"^[0-9+() -]{6,25}$",
        required=False,
        error_messages={"invalid": _("Vul een geldig telefoonnummer in.")},
    )


class Loketkeuze(forms.ModelChoiceField):
    """A desk, named with its organisation."""

    def label_from_instance(self, obj: Any) -> str:
        """The organisation first: that is what one looks for."""
        return f"{obj.organisatie.naam}: {obj.naam}"


class Naslagfilter(forms.Form):
    """Which kind of reference data, and a name or code to look for."""

    zoek = forms.CharField(
        label=_("Naam of code"),
        max_length=100,
        required=False,
        widget=_invoer(forms.TextInput, "off"),
    )


class Systeemformulier(forms.Form):
    """A new system with its desk and what it may do."""

    SCOPENAMEN = [
        (rechten.SCHRIJFT_BERICHTEN, _("Berichten over verblijven sturen")),
        (rechten.LEEST_DOSSIERS, _("Dossiers lezen")),
        (rechten.LEEST_MELDINGEN, _("Meldingen lezen")),
        (rechten.LEEST_PLANNEN, _("Plannen van het loket lezen")),
        (rechten.SCHRIJFT_PLANNEN, _("Meewerken aan plannen van het loket")),
        (rechten.LEEST_BIJ, _("Bestuurlijke informatie (BIJ) van de burgemeester lezen")),
        (rechten.SCHRIJFT_BIJ, _("Op bestuurlijke informatie (BIJ) antwoorden")),
        (rechten.LEEST_RISICO, _("Tafels van artikel 18b lezen")),
        (rechten.SCHRIJFT_RISICO, _("Meewerken aan tafels van artikel 18b")),
        (rechten.BEHEERT_ABONNEMENTEN, _("Webhooks van het loket beheren")),
    ]

    naam = forms.CharField(
        label=_("Naam van het systeem"),
        max_length=200,
        error_messages={"required": _("Vul de naam van het systeem in.")},
    )
    loket = Loketkeuze(
        label=_("Loket"),
        queryset=Loket.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Kies een loket."),
            "invalid_choice": _("Kies een loket uit de lijst."),
        },
    )
    scopes = forms.MultipleChoiceField(
        label=_("Wat mag het systeem?"),
        choices=SCOPENAMEN,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies wat dit systeem mag doen.")},
    )
    verloopt_op = forms.DateField(
        label=_("Geldig tot"),
        help_text=_("Laat leeg als de sleutel blijft gelden tot u hem intrekt."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Vul een geldige datum in.")},
    )

    def __init__(self, loketten: QuerySet[Loket], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["loket"].queryset = loketten  # type: ignore[attr-defined]
