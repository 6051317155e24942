"""The municipality of return: origin by default, another one for weighty reasons. Clausule 5.7."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten, Verzoek
from richting.akkoord.gemeenten import herkomst, is_gemeente
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.partij import Partij
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Verzoekantwoord


class Verzoekreden(StrEnum):
    """Weighty reasons to return to another municipality. Feiten 2.4 (K: examples from practice)."""

    SLACHTOFFER = "slachtoffer"
    GEBIEDSVERBOD = "gebiedsverbod"
    GROEP = "groep"
    WERK_OF_GEZIN = "werk_of_gezin"
    ANDERS = "anders"


REDENZINNEN: dict[Verzoekreden, str] = {
    Verzoekreden.SLACHTOFFER: _("Het slachtoffer woont in de gemeente van herkomst"),
    Verzoekreden.GEBIEDSVERBOD: _("Er geldt een gebiedsverbod voor de gemeente van herkomst"),
    Verzoekreden.GROEP: _("De persoon moet los komen van een groep in de gemeente van herkomst"),
    Verzoekreden.WERK_OF_GEZIN: _("Werk of gezin is in de andere gemeente"),
    Verzoekreden.ANDERS: _("Een andere zwaarwegende reden"),
}


def categorie_van(reden: Verzoekreden) -> Gegevenscategorie:
    """The compartment of a reason: what is about a victim lies apart. Clausule 1.3, 6.4."""
    apart = (Verzoekreden.SLACHTOFFER, Verzoekreden.GEBIEDSVERBOD)
    return Gegevenscategorie.SLACHTOFFER if reden in apart else Gegevenscategorie.PLAN


class Verzoekstaat(StrEnum):
    """How far a request is."""

    GEVRAAGD = "gevraagd"
    MEER_NODIG = "meer_nodig"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


class Verzoekdaad(StrEnum):
    """What a municipality does with a request."""

    AANVAARDEN = "aanvaarden"
    WEIGEREN = "weigeren"
    MEER_VRAGEN = "meer_vragen"
    AANVULLEN = "aanvullen"
    INTREKKEN = "intrekken"


@dataclass(frozen=True)
class Verzoekstap:
    """Where an act leads, from where, and whether the asked municipality does it."""

    naar: Verzoekstaat
    vanuit: frozenset[Verzoekstaat]
    door_gevraagde: bool


_OPEN = frozenset({Verzoekstaat.GEVRAAGD, Verzoekstaat.MEER_NODIG})
STAPPEN: dict[Verzoekdaad, Verzoekstap] = {
    Verzoekdaad.AANVAARDEN: Verzoekstap(Verzoekstaat.AANVAARD, _OPEN, True),
    Verzoekdaad.WEIGEREN: Verzoekstap(Verzoekstaat.GEWEIGERD, _OPEN, True),
    Verzoekdaad.MEER_VRAGEN: Verzoekstap(
        Verzoekstaat.MEER_NODIG, frozenset({Verzoekstaat.GEVRAAGD}), True
    ),
    Verzoekdaad.AANVULLEN: Verzoekstap(
        Verzoekstaat.GEVRAAGD, frozenset({Verzoekstaat.MEER_NODIG}), False
    ),
    Verzoekdaad.INTREKKEN: Verzoekstap(
        Verzoekstaat.INGETROKKEN, _OPEN | {Verzoekstaat.AANVAARD}, False
    ),
}
"""All that can be done with a request. Clausule 5.7."""


def staat_van(verzoek: Verzoek) -> Verzoekstaat:
    """How far a request is. Clausule 5.7."""
    if verzoek.ingetrokken_op is not None:
        return Verzoekstaat.INGETROKKEN
    return Verzoekstaat(verzoek.antwoord.value) if verzoek.antwoord else Verzoekstaat.GEVRAAGD


def mogelijk(staat: Verzoekstaat, *, vrager: bool, gevraagde: bool) -> tuple[Verzoekdaad, ...]:
    """What a municipality may do with a request in this state. Clausule 5.7."""
    return tuple(
        daad
        for daad, stap in STAPPEN.items()
        if staat in stap.vanuit and (gevraagde if stap.door_gevraagde else vrager)
    )


def waarom_niet(
    feiten: Feiten, door: str, naar: str, op: date, aannames: Aannames = AANNAMES
) -> str:
    """Why `door` cannot ask `naar` to receive this person; empty when it can. Clausule 5.7, 6.4.

    Only the municipality of origin asks, one municipality at a time, and only one that the law
    lets see what it needs to answer.
    """
    oorsprong = herkomst(feiten, op, aannames).waarde
    if oorsprong is None:
        return _("De gemeente van herkomst is nog niet bekend.")
    if door != oorsprong:
        return _("Alleen de gemeente van herkomst kan een andere gemeente vragen.")
    if naar == oorsprong or not is_gemeente(naar):
        return _("Kies een andere gemeente dan die van herkomst.")
    lopend = _OPEN | {Verzoekstaat.AANVAARD}
    if any(staat_van(verzoek) in lopend for verzoek in feiten.verzoeken):
        return _("Er loopt al een vraag aan een gemeente. Trek die eerst in.")
    return "" if _mag_zien(feiten, naar, op, aannames) else _ZONDER_GROND


_ZONDER_GROND = _("De wet laat de andere gemeente dit dossier nu niet zien. Bel haar zelf.")


def _mag_zien(feiten: Feiten, naar: str, op: date, aannames: Aannames) -> bool:
    """Whether a municipality would see the plan once it is asked."""
    gevraagd = replace(feiten, verzoeken=(*feiten.verzoeken, Verzoek(naar, op)))
    partij = Partij(Loketsoort.NAZORG, naar)
    return any(
        grond.partij == partij and Gegevenscategorie.PLAN in grond.categorieen
        for grond in gronden(gevraagd, aannames)
        if is_geldig(grond, op)
    )


def antwoord_na(daad: Verzoekdaad) -> Verzoekantwoord | None:
    """The answer that stands after an act; None when it is open again or was taken back."""
    return {
        Verzoekdaad.AANVAARDEN: Verzoekantwoord.AANVAARD,
        Verzoekdaad.WEIGEREN: Verzoekantwoord.GEWEIGERD,
        Verzoekdaad.MEER_VRAGEN: Verzoekantwoord.MEER_NODIG,
    }.get(daad)
