"""How the words of the BIJ read on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.bijberichten import Bijdaad, Bijstaat, Terugkeersoort, Versiereden
from richting.meldingen.bijbeeld import Bijlijstsoort

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

STATEN: dict[Bijstaat, tuple[_StrOrPromise, str]] = {
    Bijstaat.NIEUW: (_("Nieuw"), "aandacht"),
    Bijstaat.OPEN: (_("Wacht op uw antwoord"), "info"),
    Bijstaat.BEANTWOORD: (_("Beantwoord"), "goed"),
    Bijstaat.AFGEHANDELD: (_("Afgehandeld"), "neutraal"),
    Bijstaat.BEEINDIGD: (_("Geldt niet meer"), "neutraal"),
    Bijstaat.VERANTWOORDING: (_("Alleen ter verantwoording"), "neutraal"),
}
"""The name of a state, and the colour of its badge."""
LIJSTEN: dict[Bijlijstsoort, _StrOrPromise] = {
    Bijlijstsoort.NIEUW: _("Nieuw"),
    Bijlijstsoort.OPEN: _("Te beantwoorden"),
    Bijlijstsoort.BEANTWOORD: _("Beantwoord"),
    Bijlijstsoort.TE_VERNIETIGEN: _("Klaar, wordt vernietigd"),
    Bijlijstsoort.VERANTWOORDING: _("Ter verantwoording"),
}
LEEG: dict[Bijlijstsoort, _StrOrPromise] = {
    Bijlijstsoort.NIEUW: _("Er is geen nieuwe bestuurlijke informatie voor uw burgemeester."),
    Bijlijstsoort.OPEN: _("Er wacht niets op een antwoord van uw burgemeester."),
    Bijlijstsoort.BEANTWOORD: _("Er is niets beantwoord wat nog loopt."),
    Bijlijstsoort.TE_VERNIETIGEN: _("Er is niets klaar wat nog vernietigd moet worden."),
    Bijlijstsoort.VERANTWOORDING: _("Er wordt niets bewaard om verantwoording af te leggen."),
}
TERUGKEER: dict[Terugkeersoort, _StrOrPromise] = {
    Terugkeersoort.VRIJLATING: _("vrijlating"),
    Terugkeersoort.TIJDELIJK: _("tijdelijk buiten"),
}
VERSIES: dict[Versiereden, _StrOrPromise] = {
    Versiereden.EERSTE: _("Voor het eerst verstrekt."),
    Versiereden.GEGEVENS: _("De gegevens zijn veranderd."),
    Versiereden.VRIJLATING: _("De vrijlating is nu dichtbij."),
    Versiereden.OPNIEUW: _("Opnieuw verstrekt: de vorige bewaartermijn was voorbij."),
}
KLAAR: dict[Bijdaad, _StrOrPromise] = {
    Bijdaad.ONTVANGST_BEVESTIGEN: _("Bedankt. De ontvangst is bevestigd."),
    Bijdaad.BEANTWOORDEN: _("Uw antwoord is opgeslagen."),
    Bijdaad.AFHANDELEN: _("Afgehandeld. Het bericht wordt vernietigd als de termijn voorbij is."),
}
"""What the page says after an act."""
