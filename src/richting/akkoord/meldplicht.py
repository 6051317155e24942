"""Of every kind of change in the house: who must hear of it, or why nobody else does.

Clausule 5.4: always share what touches another's responsibility. Nothing is silent by accident: a
kind of journal row that does not stand in KLASSEN breaks the build. Who is told, with what sentence
and behind which compartment, stands in `meldingen.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from richting.akkoord.meldingen import regel_voor
from richting.akkoord.meldplicht_klassen import (
    GERICHT,
    PARTIJEN,
    ZWIJGT,
    Zwijgreden,
)
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie


class Kring(StrEnum):
    """Who hears of a kind of change: every party in the duty, who it is meant for, or nobody."""

    PARTIJEN = "partijen"
    GERICHT = "gericht"
    NIEMAND = "niemand"


class Weetstand(StrEnum):
    """How far a desk is with what it was told."""

    VERTELD = "verteld"
    AFGELEVERD = "afgeleverd"
    GELEZEN = "gelezen"
    BEVESTIGD = "bevestigd"
    NIET_VERTELD = "niet_verteld"


class Nietreden(StrEnum):
    """Why a desk was not told of a change."""

    AFZENDER = "afzender"
    GEEN_GROND = "geen_grond"
    GEEN_LOKET = "geen_loket"
    NIET_IN_PLICHT = "niet_in_plicht"
    GESLOTEN_DEEL = "gesloten_deel"
    NIET_VOOR_DIT_LOKET = "niet_voor_dit_loket"
    VERGETEN = "vergeten"


@dataclass(frozen=True)
class Meldklasse:
    """Of one kind of change: who hears of it and as what, or why nobody does."""

    soort: str
    kring: Kring
    feiten: tuple[Feitsoort, ...] = ()
    reden: Zwijgreden | None = None


KLASSEN: dict[str, Meldklasse] = {
    **{soort: Meldklasse(soort, Kring.PARTIJEN, feiten) for soort, feiten in PARTIJEN.items()},
    **{soort: Meldklasse(soort, Kring.GERICHT, feiten) for soort, feiten in GERICHT.items()},
    **{
        soort: Meldklasse(soort, Kring.NIEMAND, reden=reden)
        for reden, soorten in ZWIJGT.items()
        for soort in soorten
    },
}
"""Every kind of journal row in the house."""

ZWIJGZINNEN: dict[Zwijgreden, str] = {
    Zwijgreden.EIGEN_LOKET: _("Dit raakt alleen het eigen loket."),
    Zwijgreden.BIJ_VASTSTELLEN: _(
        "Dit is werk aan het gedeelde plan. De anderen horen het als het plan is vastgesteld."
    ),
    Zwijgreden.MET_DE_OORZAAK: _("Dit volgt uit een andere verandering, en die is verteld."),
    Zwijgreden.BRON_MELDT: _("De bron meldt het zelf, als het gevolgen heeft voor het verblijf."),
    Zwijgreden.GESLOTEN: _("Dit mogen anderen niet weten."),
    Zwijgreden.GEEN_DOSSIER: _("Dit gaat niet over een dossier."),
}
NIETZINNEN: dict[Nietreden, str] = {
    Nietreden.AFZENDER: _("Dit loket deed het zelf."),
    Nietreden.GEEN_GROND: _("Er is geen grond om dit te delen."),
    Nietreden.GEEN_LOKET: _("Deze organisatie heeft hier nog geen loket."),
    Nietreden.NIET_IN_PLICHT: _("Een loket met deze taak hoeft dit niet te horen."),
    Nietreden.GESLOTEN_DEEL: _("Dit loket mag dit deel van het dossier niet zien."),
    Nietreden.NIET_VOOR_DIT_LOKET: _("Dit was alleen bedoeld voor wie het aangaat."),
    Nietreden.VERGETEN: _("Er is geen reden bekend. Dit had verteld moeten worden."),
}


def klasse_van(soort: str) -> Meldklasse:
    """Who must hear of a kind of change. Clausule 5.4. Raises KeyError for an unknown kind."""
    return KLASSEN[soort]


def waarom_niet(
    klasse: Meldklasse,
    loketsoort: str,
    categorieen: Iterable[str],
    *,
    heeft_loket: bool = True,
    afzender: bool = False,
) -> Nietreden:
    """Why a desk was not told of a change; `categorieen` are those it could see at that moment.

    VERGETEN when there is no good reason: then the duty to tell was not kept. Clausule 5.4, 6.4.
    """
    regels = [regel_voor(feit) for feit in klasse.feiten]
    open_ = set(categorieen)
    if afzender:
        return Nietreden.AFZENDER
    if not heeft_loket:
        return Nietreden.GEEN_LOKET
    if not open_:
        return Nietreden.GEEN_GROND
    if not any(loketsoort in regel.aan for regel in regels):
        return Nietreden.NIET_IN_PLICHT
    if not any(loketsoort in regel.aan and regel.categorie in open_ for regel in regels):
        return Nietreden.GESLOTEN_DEEL
    if klasse.kring is Kring.GERICHT:
        return Nietreden.NIET_VOOR_DIT_LOKET
    return Nietreden.VERGETEN


def moest_horen(klasse: Meldklasse, loketsoort: str, categorieen: Iterable[str]) -> bool:
    """Whether a desk with these compartments had to be told of a change. Clausule 5.4."""
    if klasse.kring is not Kring.PARTIJEN:
        return False
    return waarom_niet(klasse, loketsoort, categorieen) is Nietreden.VERGETEN


def categorieen_van(klasse: Meldklasse) -> frozenset[Gegevenscategorie]:
    """Behind which compartments the meldingen of a kind of change lie."""
    return frozenset(regel_voor(feit).categorie for feit in klasse.feiten)


def is_dringend(soort: str) -> bool:
    """Whether a melding of this kind cannot wait a working day. Clausule 5.4, 6.1."""
    return soort in {feit.value for feit in Feitsoort if regel_voor(feit).spoed}
