"""Per life area: which requirements the answers must meet, on one day. Clausule 5.7–5.14.

Only what matters is asked further: without a place to live nobody asks whether it lasts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from richting.akkoord.plan.eisen import (
    BRP_ADRES,
    CJIB,
    CONTACT,
    DAGBESTEDING,
    DREIGING,
    ID_DOCUMENT,
    ID_WAAR,
    INDICATIE,
    INKOMEN_GEREGELD,
    INKOMEN_NA,
    KINDEREN,
    LASTEN,
    MEDICIJNEN,
    MEEDOEN,
    MOTIVATIE,
    ONDERDAK_DUURZAAM,
    ONDERDAK_NA,
    SCHULDEN,
    SCHULDEN_AANPAK,
    SCHULDEN_OVERZICHT,
    STEUN,
    VERZEKERING,
    ZORG_AANSLUITING,
    ZORG_NODIG,
    Antwoorden,
    Eis,
    tot,
)
from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.akkoord.taal import vertaalbaar as _

PLEK_TOT, INKOMEN_TOT, ID_TOT = "plek_tot", "inkomen_tot", "id_geldig_tot"
DATUMVRAGEN = {
    PLEK_TOT: Leefgebied.ONDERDAK,
    INKOMEN_TOT: Leefgebied.INKOMEN,
    ID_TOT: Leefgebied.IDENTITEIT,
}
"""Questions for a day that decides; a question set must have them all."""
GOED = frozenset({Standwaarde.IN_ORDE, Standwaarde.GEREGELD_VOOR_ONTSLAG, Standwaarde.NIET_NODIG})


def onderdak(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """A place to live that lasts, a registration, and an own home that is kept. Clausule 5.7."""
    plek = ONDERDAK_NA.lees(antwoorden)
    if plek.waarde is not Standwaarde.IN_ORDE:
        return [plek]
    eisen = [plek, BRP_ADRES.lees(antwoorden), _blijft(antwoorden, op)]
    lasten = LASTEN.lees(antwoorden)
    if lasten.waarde is Standwaarde.NIET_GEREGELD:
        eisen.append(lasten)
    return eisen


def _blijft(antwoorden: Antwoorden, op: date) -> Eis:
    dag = tot(antwoorden, PLEK_TOT)
    if dag is not None and dag < op:
        zin = _("De plek is op deze dag niet meer beschikbaar.")
        return Eis(Standwaarde.NIET_GEREGELD, "plek_eindigt", zin)
    return ONDERDAK_DUURZAAM.lees(antwoorden)


def inkomen(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """Income from work or benefit from the first day, and something to do. Clausule 5.8."""
    soort = INKOMEN_NA.lees(antwoorden)
    if soort.waarde is not Standwaarde.IN_ORDE:
        return [soort]
    dag = tot(antwoorden, INKOMEN_TOT)
    if dag is not None and dag < op:
        zin = _("Het inkomen is op deze dag gestopt.")
        return [Eis(Standwaarde.NIET_GEREGELD, "inkomen_eindigt", zin)]
    return [soort, INKOMEN_GEREGELD.lees(antwoorden), DAGBESTEDING.lees(antwoorden)]


def schulden(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """Insight into the debts and a plan to pay them off; first what threatens. Clausule 5.9."""
    bedreigd = [DREIGING.lees(antwoorden), CJIB.lees(antwoorden)]
    acuut = [eis for eis in bedreigd if eis.waarde is Standwaarde.NIET_GEREGELD]
    zijn_er = SCHULDEN.lees(antwoorden)
    if zijn_er.waarde is not Standwaarde.IN_ORDE:
        return [*acuut, zijn_er]
    return [
        *acuut,
        SCHULDEN_OVERZICHT.lees(antwoorden),
        SCHULDEN_AANPAK.lees(antwoorden),
        *(eis for eis in bedreigd if eis not in acuut),
    ]


def identiteit(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """A document that is there and that is valid on that day. Clausule 5.10."""
    document = ID_DOCUMENT.lees(antwoorden)
    if document.waarde is not Standwaarde.IN_ORDE:
        return [document]
    return [_geldig(antwoorden, op), ID_WAAR.lees(antwoorden)]


def _geldig(antwoorden: Antwoorden, op: date) -> Eis:
    dag = tot(antwoorden, ID_TOT)
    if dag is None:
        zin = _("Het is niet bekend tot wanneer het identiteitsbewijs geldig is.")
        return Eis(Standwaarde.ONBEKEND, "geldigheid_onbekend", zin)
    if dag < op:
        zin = _("Het identiteitsbewijs is op deze dag verlopen.")
        return Eis(Standwaarde.NIET_GEREGELD, "document_verlopen", zin)
    zin = _("Het identiteitsbewijs is op deze dag geldig.")
    return Eis(Standwaarde.IN_ORDE, "document_geldig", zin)


def zorg(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """Insured, the care that is needed indicated and continued, medicine along. Clausule 5.11."""
    eisen = [VERZEKERING.lees(antwoorden), MEDICIJNEN.lees(antwoorden)]
    nodig = ZORG_NODIG.lees(antwoorden)
    if nodig.waarde is not Standwaarde.IN_ORDE:
        return [*eisen, nodig]
    return [*eisen, INDICATIE.lees(antwoorden), ZORG_AANSLUITING.lees(antwoorden)]


def netwerk(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """People who support, contact with them, children looked after. Clausule 5.14."""
    kinderen = KINDEREN.lees(antwoorden)
    acuut = [kinderen] if kinderen.waarde is Standwaarde.NIET_GEREGELD else []
    steun = STEUN.lees(antwoorden)
    if steun.waarde is not Standwaarde.IN_ORDE:
        return [*acuut, steun]
    return [*acuut, steun, CONTACT.lees(antwoorden)]


def motivatie(antwoorden: Antwoorden, op: date) -> list[Eis]:
    """Wants to work on the return, and has something to work on. Clausule 5.13."""
    wil = MOTIVATIE.lees(antwoorden)
    if wil.waarde is not Standwaarde.IN_ORDE:
        return [wil]
    return [wil, MEEDOEN.lees(antwoorden)]


GEBIEDEN: dict[Leefgebied, Callable[[Antwoorden, date], list[Eis]]] = {
    Leefgebied.ONDERDAK: onderdak,
    Leefgebied.INKOMEN: inkomen,
    Leefgebied.SCHULDEN: schulden,
    Leefgebied.IDENTITEIT: identiteit,
    Leefgebied.ZORG: zorg,
    Leefgebied.NETWERK: netwerk,
    Leefgebied.MOTIVATIE: motivatie,
}
