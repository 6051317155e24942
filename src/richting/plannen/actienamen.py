"""What the words of actions are called on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from richting.akkoord.plan.kort import Kortgroep, Kortstaat, punt
from richting.akkoord.plan.overgangen import REDENZINNEN, Daad, Reden
from richting.akkoord.plan.sjablonen import Tekst, sjabloon
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat
from richting.plannen.models import Actie

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

S = Actiestaat
STATEN: dict[Actiestaat, _StrOrPromise] = {
    S.GEVRAAGD: gettext_lazy("Gevraagd"),
    S.AFGESPROKEN: gettext_lazy("Afgesproken"),
    S.BEZIG: gettext_lazy("Bezig"),
    S.UITGESTELD: gettext_lazy("Uitgesteld"),
    S.GEDAAN: gettext_lazy("Gedaan"),
    S.NIET_NODIG: gettext_lazy("Niet nodig"),
    S.GEWEIGERD: gettext_lazy("Geweigerd"),
    S.INGETROKKEN: gettext_lazy("Ingetrokken"),
    S.GESTOPT: gettext_lazy("Gestopt"),
    S.ONMOGELIJK: gettext_lazy("Niet mogelijk"),
}
SOORT: dict[Actiestaat, str] = {
    S.GEVRAAGD: "aandacht",
    S.AFGESPROKEN: "info",
    S.BEZIG: "info",
    S.UITGESTELD: "aandacht",
    S.GEDAAN: "goed",
    S.NIET_NODIG: "neutraal",
    S.GEWEIGERD: "dringend",
    S.INGETROKKEN: "neutraal",
    S.GESTOPT: "neutraal",
    S.ONMOGELIJK: "dringend",
}
"""The kind of status badge of each state."""
DADEN: dict[Daad, _StrOrPromise] = {
    Daad.AANVAARDEN: gettext_lazy("Ja, dit doen wij"),
    Daad.WEIGEREN: gettext_lazy("Nee, dit doen wij niet"),
    Daad.INTREKKEN: gettext_lazy("Vraag intrekken"),
    Daad.BEGINNEN: gettext_lazy("Begonnen"),
    Daad.AFRONDEN: gettext_lazy("Klaar"),
    Daad.UITSTELLEN: gettext_lazy("Uitstellen"),
    Daad.STOPPEN: gettext_lazy("Stoppen"),
    Daad.ONMOGELIJK: gettext_lazy("Het kan niet"),
    Daad.HEROPENEN: gettext_lazy("Weer openen"),
    Daad.OVERNEMEN: gettext_lazy("Overnemen"),
}
"""What the button of each act says."""
HERKOMSTEN: dict[Actieherkomst, _StrOrPromise] = {
    Actieherkomst.VOORTGEZET: gettext_lazy("Gaat door: liep al voor het verblijf"),
    Actieherkomst.GESTART: gettext_lazy("Begint tijdens het verblijf"),
    Actieherkomst.VERVOLG: gettext_lazy("Volgt na het verblijf"),
}
KADERS: dict[Actiekader, _StrOrPromise] = {
    Actiekader.VRIJWILLIG: gettext_lazy("Vrijwillig"),
    Actiekader.BIJZONDERE_VOORWAARDE: gettext_lazy("Bijzondere voorwaarde"),
}
KORTGROEPEN: dict[Kortgroep, _StrOrPromise] = {
    Kortgroep.EERSTE_DAG: gettext_lazy("De eerste dag buiten"),
    Kortgroep.MEE: gettext_lazy("Wat gaat er mee"),
    Kortgroep.LOOPT_DOOR: gettext_lazy("Wat moet doorlopen"),
}
KORTSTATEN: dict[Kortstaat, tuple[_StrOrPromise, str]] = {
    Kortstaat.NODIG: (gettext_lazy("Nog te regelen"), "dringend"),
    Kortstaat.ONBEKEND: (gettext_lazy("Onbekend: vraag het na"), "aandacht"),
    Kortstaat.GEVRAAGD: (gettext_lazy("Gevraagd, nog geen antwoord"), "aandacht"),
    Kortstaat.IN_PLAN: (gettext_lazy("Staat in het plan"), "info"),
    Kortstaat.GEREGELD: (gettext_lazy("Geregeld"), "goed"),
    Kortstaat.NIET_NODIG: (gettext_lazy("Niet nodig"), "neutraal"),
}
"""What each standing of a point is called, with its kind of status badge."""


def omschrijving(rij: Actie) -> str:
    """What is to be done, in the language of the reader where the words are ours.

    An action keeps the Dutch text of its template; a text that somebody changed stays as it is.
    """
    if een := sjabloon(rij.sjabloon):
        return sjabloontekst(een.wat) if rij.wat == een.wat.nl else rij.wat
    kort = punt(rij.sjabloon)
    return _(rij.wat) if kort and kort.wat == rij.wat else rij.wat


def voor_persoon(rij: Actie) -> str:
    """What is done, said to the person in the language of the reader. Clausule 1.9, 7.1.

    A text that somebody wrote or changed stays as it is.
    """
    if (een := sjabloon(rij.sjabloon)) and rij.wat == een.wat.nl:
        return sjabloontekst(een.persoon)
    if (kort := punt(rij.sjabloon)) and rij.wat == kort.wat:
        return _(kort.persoon)
    return rij.wat


def sjabloontekst(tekst: Tekst) -> str:
    """A text of a template in the language of the reader."""
    return tekst.in_taal(get_language() or "nl")


def reden_nu(staat: str, code: str) -> str:
    """Why it stands where it stands; why it was opened again is history, and no reason for now."""
    return "" if staat == Actiestaat.BEZIG else redenzin(code)


def redenzin(code: str) -> str:
    """A reason in words; nothing for no reason."""
    return _(REDENZINNEN[Reden(code)]) if code in set(Reden) else code
