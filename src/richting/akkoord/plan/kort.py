"""The short stay: what must be right on the day somebody walks out, on one list. Clausule 3.3, 5.1.

A judge can release somebody on the same day (feiten 2.1), so this list also serves an unexpected
release. Every point is always on it: an answer can say that it is arranged, or that there is
nothing to arrange; it never hides the point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.overgangen import NEGATIEF
from richting.akkoord.plan.sjablonen import Kenmerk
from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat, Antwoordsoort, Leefgebied
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Loketsoort


class Kortgroep(StrEnum):
    """What a point of the list is about."""

    EERSTE_DAG = "eerste_dag"
    MEE = "mee"
    LOOPT_DOOR = "loopt_door"


class Kortstaat(StrEnum):
    """How a point stands; who looks at the list sees the pressing ones first."""

    NODIG = "nodig"
    ONBEKEND = "onbekend"
    GEVRAAGD = "gevraagd"
    IN_PLAN = "in_plan"
    GEREGELD = "geregeld"
    NIET_NODIG = "niet_nodig"


@dataclass(frozen=True)
class Toets:
    """What the answer to one question says about a point; any other answer means: needed.

    `geldig`: the answer is a day, and it is good from the day of release on.
    """

    vraag: str
    goed: frozenset[Any] = frozenset()
    niet_nodig: frozenset[Any] = frozenset()
    geldig: bool = False

    def lees(self, antwoord: Antwoord | None, dag: date) -> Kortstaat:
        """How the point stands by this answer, for a release on `dag`."""
        soort = antwoord.soort if antwoord else Antwoordsoort.NIET_GEVRAAGD
        if soort is Antwoordsoort.NIET_VAN_TOEPASSING:
            return Kortstaat.NIET_NODIG
        if antwoord is None or soort is not Antwoordsoort.GEGEVEN:
            return Kortstaat.ONBEKEND
        waarde = antwoord.waarde
        if self.geldig:
            geldig = isinstance(waarde, date) and waarde >= dag
            return Kortstaat.GEREGELD if geldig else Kortstaat.NODIG
        if waarde in self.niet_nodig:
            return Kortstaat.NIET_NODIG
        return Kortstaat.GEREGELD if waarde in self.goed else Kortstaat.NODIG


@dataclass(frozen=True)
class Kortpunt:
    """One point: the question on the screen, what to do (`persoon`: said to the person), who does
    it and who calls whom.

    `doet` are the kinds of desks that can, best first; `belt` calls them when it is another desk.
    `buiten` is whom the doer calls outside the program (an insurer), or "".
    """

    code: str
    groep: Kortgroep
    leefgebied: Leefgebied
    vraag: str
    wat: str
    persoon: str
    doet: tuple[Loketsoort, ...]
    belt: tuple[Loketsoort, ...]
    toetsen: tuple[Toets, ...] = ()
    buiten: str = ""
    kenmerk: Kenmerk | None = None

    @property
    def kan_niet_nodig(self) -> bool:
        """There may be nothing to arrange: no children or animals, no support that ran, no
        medicine. A roof, money, an identity document and insurance everybody needs.
        """
        loopt = self.groep is Kortgroep.LOOPT_DOOR
        return loopt or any(toets.niet_nodig for toets in self.toetsen)

    @property
    def herkomst(self) -> Actieherkomst:
        """Support that ran goes on; the rest starts."""
        loopt = self.groep is Kortgroep.LOOPT_DOOR
        return Actieherkomst.VOORTGEZET if loopt else Actieherkomst.GESTART


_PI = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
_GEMEENTE = (Loketsoort.NAZORG,)
_RECLASSERING = (Loketsoort.RECLASSERING,)


def _toets(vraag: str, *goed: Any, niet_nodig: Iterable[Any] = ()) -> Toets:
    return Toets(vraag, frozenset(goed), frozenset(niet_nodig))


PUNTEN: tuple[Kortpunt, ...] = (
    Kortpunt(
        "kort-slapen",
        Kortgroep.EERSTE_DAG,
        Leefgebied.ONDERDAK,
        _("Waar slaapt deze persoon de eerste nacht?"),
        _("Regel een slaapplek voor de eerste nacht"),
        _("Een slaapplek voor uw eerste nacht regelen"),
        _GEMEENTE,
        _PI,
        (_toets("onderdak_na", "eigen_woning", "bij_ander", "instelling", "nachtopvang"),),
    ),
    Kortpunt(
        "kort-geld",
        Kortgroep.EERSTE_DAG,
        Leefgebied.INKOMEN,
        _("Waar leeft deze persoon de eerste dagen van?"),
        _("Meld deze persoon voor bijstand en regel een voorschot voor de eerste dagen"),
        _("Een uitkering voor u aanvragen, met geld vooraf voor de eerste dagen"),
        _GEMEENTE,
        _PI,
        (_toets("inkomen_geregeld", "ja"),),
    ),
    Kortpunt(
        "kort-identiteit",
        Kortgroep.MEE,
        Leefgebied.IDENTITEIT,
        _("Heeft deze persoon een geldig identiteitsbewijs bij zich?"),
        _("Geef het identiteitsbewijs mee, of maak een afspraak om er een aan te vragen"),
        _("Zorgen dat u uw identiteitsbewijs meekrijgt, of een afspraak om er een aan te vragen"),
        _PI,
        _GEMEENTE,
        (_toets("id_waar", "persoon", "inrichting"), Toets("id_geldig_tot", geldig=True)),
    ),
    Kortpunt(
        "kort-medicijnen",
        Kortgroep.MEE,
        Leefgebied.ZORG,
        _("Gaan de medicijnen en een brief van de medische dienst mee?"),
        _("Vraag de medische dienst om medicijnen en een brief mee te geven"),
        _("Zorgen dat u uw medicijnen en een brief voor uw dokter meekrijgt"),
        _PI,
        _GEMEENTE,
        (_toets("medicijnen", "geregeld", niet_nodig=["niet_nodig"]),),
        buiten=_("de medische dienst"),
    ),
    Kortpunt(
        "kort-verzekering",
        Kortgroep.EERSTE_DAG,
        Leefgebied.ZORG,
        _("Geldt de zorgverzekering vanaf de eerste dag?"),
        _("Meld het vertrek bij de zorgverzekeraar, met het bewijs van ontslag"),
        _("Bij uw zorgverzekeraar melden dat u vrij bent"),
        _GEMEENTE,
        _PI,
        (_toets("zorgverzekering", "actief"),),
        buiten=_("de zorgverzekeraar"),
    ),
    Kortpunt(
        "kort-huur",
        Kortgroep.LOOPT_DOOR,
        Leefgebied.ONDERDAK,
        _("Lopen huur of hypotheek door?"),
        _("Voorkom dat de woning verloren gaat: regel huur of hypotheek tijdens het verblijf"),
        _("Zorgen dat u uw woning niet kwijtraakt"),
        _GEMEENTE,
        _PI,
        (_toets("lasten_betaald", True),),
        buiten=_("de verhuurder"),
    ),
    Kortpunt(
        "kort-uitkering",
        Kortgroep.LOOPT_DOOR,
        Leefgebied.INKOMEN,
        _("Begint een uitkering die liep, weer op de dag van vertrek?"),
        _("Geef begin en einde van het verblijf door, zodat de uitkering weer begint"),
        _("Zorgen dat uw uitkering weer begint"),
        _GEMEENTE,
        _PI,
        (_toets("inkomen_na", niet_nodig=["werk", "pensioen", "anders", "geen"]),),
    ),
    Kortpunt(
        "kort-schulden",
        Kortgroep.LOOPT_DOOR,
        Leefgebied.SCHULDEN,
        _("Gaat schuldhulp die liep, door?"),
        _("Laat de schuldhulp weten dat die doorgaat na het verblijf"),
        _("Zorgen dat de hulp bij uw schulden doorgaat"),
        _GEMEENTE,
        _PI,
        (_toets("schulden_aanpak", niet_nodig=["geen"]),),
        buiten=_("de schuldhulpverlener"),
    ),
    Kortpunt(
        "kort-kinderen",
        Kortgroep.LOOPT_DOOR,
        Leefgebied.NETWERK,
        _("Wie zorgt er voor de kinderen thuis?"),
        _("Regel dat er voor de kinderen thuis wordt gezorgd"),
        _("Regelen dat er voor uw kinderen wordt gezorgd"),
        _GEMEENTE,
        _PI,
        (_toets("kinderen", "verzorgd", niet_nodig=["geen"]),),
    ),
    Kortpunt(
        "kort-dieren",
        Kortgroep.LOOPT_DOOR,
        Leefgebied.NETWERK,
        _("Wie zorgt er voor de huisdieren?"),
        _("Regel dat er voor de huisdieren wordt gezorgd"),
        _("Regelen dat er voor uw huisdieren wordt gezorgd"),
        _GEMEENTE,
        _PI,
    ),
    Kortpunt(
        "kort-toezicht",
        Kortgroep.EERSTE_DAG,
        Leefgebied.MOTIVATIE,
        _("Weet deze persoon waar en wanneer het toezicht begint?"),
        _("Geef mee waar en wanneer deze persoon zich bij de reclassering meldt"),
        _("U vertellen waar en wanneer u zich bij de reclassering meldt"),
        _RECLASSERING,
        _PI,
        kenmerk=Kenmerk.TOEZICHT,
    ),
)
"""The points, as issue 3 and feiten 2.3 name them: first the day itself, then what goes along."""


@dataclass(frozen=True)
class Kortregel:
    """One point as it stands for this person."""

    punt: Kortpunt
    staat: Kortstaat


@dataclass(frozen=True)
class Belregel:
    """Who calls whom today, and about which points."""

    van: tuple[Loketsoort, ...]
    naar: tuple[Loketsoort, ...]
    punten: tuple[Kortpunt, ...]


_VOLGORDE = list(Kortstaat)
_VAN_ACTIE = {
    Actiestaat.GEVRAAGD: Kortstaat.GEVRAAGD,
    Actiestaat.GEDAAN: Kortstaat.GEREGELD,
    Actiestaat.NIET_NODIG: Kortstaat.NIET_NODIG,
}


def kortlijst(
    antwoorden: Mapping[str, Antwoord],
    bestaande: Iterable[Actiefeit],
    dag: date,
    kenmerken: frozenset[Kenmerk] = frozenset(),
) -> tuple[Kortregel, ...]:
    """The list for a release on `dag`, in the order of the points. Clausule 3.3, 5.1.

    An action that was made of a point counts above the answers, unless it ended without result.
    """
    per_code = {feit.sjabloon: feit for feit in bestaande if feit.staat not in NEGATIEF}
    return tuple(
        Kortregel(punt, _staat(punt, antwoorden, per_code.get(punt.code), dag))
        for punt in PUNTEN
        if punt.kenmerk is None or punt.kenmerk in kenmerken
    )


def _staat(
    punt: Kortpunt, antwoorden: Mapping[str, Antwoord], actie: Actiefeit | None, dag: date
) -> Kortstaat:
    if actie is not None:
        return _VAN_ACTIE.get(actie.staat, Kortstaat.IN_PLAN)
    staten = [toets.lees(antwoorden.get(toets.vraag), dag) for toets in punt.toetsen]
    return min(staten, key=_VOLGORDE.index, default=Kortstaat.ONBEKEND)


def belronde(regels: Iterable[Kortregel]) -> tuple[Belregel, ...]:
    """Who calls whom about what is needed or not known yet. Clausule 5.4.

    What was asked of a desk is about that desk, not about a kind: see the page.
    """
    open_ = [r.punt for r in regels if r.staat in (Kortstaat.NODIG, Kortstaat.ONBEKEND)]
    paren = dict.fromkeys((punt.belt, punt.doet) for punt in open_)
    return tuple(
        Belregel(van, naar, tuple(p for p in open_ if (p.belt, p.doet) == (van, naar)))
        for van, naar in paren
    )


def punt(code: str) -> Kortpunt | None:
    """The point with this code; None when there is none."""
    return next((een for een in PUNTEN if een.code == code), None)
