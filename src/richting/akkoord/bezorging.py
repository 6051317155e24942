"""How a delivery to another system goes on after each attempt. Clausule 5.4.

Delivered at least once: whatever goes wrong, it is offered again, each time after a longer pause,
until it is accepted or put aside for people to look at. Chance is an argument, as dates are.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.taal import vertaalbaar as _

STIL_NA = 3
"""So many failures on end are the fault of the receiver, not of one event: the rest waits too."""


class Bezorgreden(StrEnum):
    """Why a delivery was not accepted yet, or will not be made."""

    ADRES_ONVINDBAAR = "adres_onvindbaar"
    ADRES_INTERN = "adres_intern"
    GEEN_VERBINDING = "geen_verbinding"
    CERTIFICAAT = "certificaat"
    TE_LANGZAAM = "te_langzaam"
    AFGEBROKEN = "afgebroken"
    ANTWOORD = "antwoord"
    DOORVERWEZEN = "doorverwezen"
    ADRES_WEG = "adres_weg"
    DRUK = "druk"
    AL_GELEZEN = "al_gelezen"
    NIET_MEER_BEREIKBAAR = "niet_meer_bereikbaar"
    GESTOPT = "gestopt"
    OPGEGEVEN = "opgegeven"


REDENZINNEN: dict[Bezorgreden, str] = {
    Bezorgreden.ADRES_ONVINDBAAR: _("De naam in het adres bestaat niet."),
    Bezorgreden.ADRES_INTERN: _("Het adres wijst naar een netwerk dat Richting niet mag bellen."),
    Bezorgreden.GEEN_VERBINDING: _("De ontvanger neemt niet op."),
    Bezorgreden.CERTIFICAAT: _("Het certificaat van de ontvanger klopt niet."),
    Bezorgreden.TE_LANGZAAM: _("De ontvanger antwoordt te langzaam."),
    Bezorgreden.AFGEBROKEN: _("De verbinding viel weg voor het antwoord compleet was."),
    Bezorgreden.ANTWOORD: _("De ontvanger nam het bericht niet aan."),
    Bezorgreden.DOORVERWEZEN: _("De ontvanger verwijst door. Dat volgt Richting niet."),
    Bezorgreden.ADRES_WEG: _("De ontvanger zegt dat dit adres niet meer bestaat."),
    Bezorgreden.DRUK: _("De ontvanger heeft het druk en vraagt om later terug te komen."),
    Bezorgreden.AL_GELEZEN: _("Het was al gelezen."),
    Bezorgreden.NIET_MEER_BEREIKBAAR: _("Deze persoon werkt niet meer hier of wil geen mail."),
    Bezorgreden.GESTOPT: _("De webhook is gestopt."),
    Bezorgreden.OPGEGEVEN: _("Het loket heeft dit bericht opgegeven."),
}
"""Each reason as people read it."""


def oordeel(status: int) -> Bezorgreden | None:
    """What an HTTP status says of a delivery; None when it was accepted.

    2xx is accepted, 410 says that the address is gone for good, 429 and 503 ask for a pause.
    """
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return Bezorgreden.DOORVERWEZEN
    bijzonder = {
        410: Bezorgreden.ADRES_WEG,
        429: Bezorgreden.DRUK,
        503: Bezorgreden.DRUK,
    }
    return bijzonder.get(status, Bezorgreden.ANTWOORD)


def pauze(
    mislukt: int, toeval: float, gevraagd: int = 0, aannames: Aannames = AANNAMES
) -> timedelta:
    """How long to wait after so many failures on end.

    Doubles with each failure up to the longest pause, then shortened by chance (`toeval`, from 0 up
    to 1) to between half and whole, so that many that failed together do not return together.
    `gevraagd`: the seconds that the receiver asked for; more than that when the pause is longer,
    and never more than the longest pause.
    """
    langste = timedelta(minutes=aannames.webhook_langste_pauze_minuten).total_seconds()
    keren = min(max(mislukt, 1) - 1, 30)
    heel = min(aannames.webhook_eerste_pauze_seconden * 2.0**keren, langste)
    seconden = max(heel * (0.5 + toeval / 2), min(float(gevraagd), langste))
    return timedelta(seconds=seconden)


def is_onbestelbaar(pogingen: int, aannames: Aannames = AANNAMES) -> bool:
    """So many attempts were made that people must look at it."""
    return pogingen >= aannames.webhook_pogingen


def ontvanger_rust(achtereen: int) -> bool:
    """So many failures on end: everything for this receiver waits, not only what failed."""
    return achtereen >= STIL_NA
