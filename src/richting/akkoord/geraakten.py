"""Whom a kind of decision touches, why, and whether that party can be asked. Clausule 5.3.

Only parties with a ground for the compartment are asked; who is touched without one is named as
out of reach, so that nobody is left out in silence. Mayor, OM and police take no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import geldende_banden, is_gemeente
from richting.akkoord.grondslagen import Grond, is_geldig
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.partij import Partij
from richting.akkoord.regie import driehoek, toezicht
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import BINNEN, Gegevenscategorie, Loketsoort

C, L = Gegevenscategorie, Loketsoort


class Besluitsoort(StrEnum):
    """The kinds of decisions that can touch another party. Clausule 5.3."""

    VERLOF = "verlof"
    OVERPLAATSING = "overplaatsing"
    WIJZIGING_EINDE = "wijziging_einde"
    ANDERE_GEMEENTE = "andere_gemeente"
    EINDE_INTERVENTIE = "einde_interventie"
    HUISUITZETTING = "huisuitzetting"
    WEIGERING_VOORZIENING = "weigering_voorziening"
    BIJZONDERE_VOORWAARDE = "bijzondere_voorwaarde"
    ANDERS = "anders"


class Raakreden(StrEnum):
    """Why a decision touches a party."""

    INSTELLING = "instelling"
    GEMEENTE = "gemeente"
    RECLASSERING = "reclassering"
    PROCESREGIE = "procesregie"
    CASUSREGIE = "casusregie"
    TOEZICHT = "toezicht"
    GEMEENTE_IN_BEELD = "gemeente_in_beeld"
    ONTVANGER = "ontvanger"
    ACTIE = "actie"


class Bereik(StrEnum):
    """Whether a touched party can be asked."""

    VRAAGBAAR = "vraagbaar"
    GEEN_GROND = "geen_grond"
    GEEN_LOKET = "geen_loket"


@dataclass(frozen=True)
class Besluitregel:
    """Of one kind of decision: whom it touches, in which compartments it can lie (the first is
    usual), at which desks it is taken, and where that comes from. `naar`: it sends somebody to
    another organisation, a prison or a municipality."""

    soort: Besluitsoort
    raakt: frozenset[Raakreden]
    categorieen: tuple[Gegevenscategorie, ...]
    door: frozenset[Loketsoort]
    bronnen: tuple[Bron, ...]
    naar: frozenset[Loketsoort] = frozenset()


@dataclass(frozen=True)
class Geraakte:
    """A party that a decision touches: why, and whether it can be asked."""

    partij: Partij
    redenen: tuple[Raakreden, ...]
    bereik: Bereik


DRIEHOEK = frozenset({Raakreden.INSTELLING, Raakreden.GEMEENTE, Raakreden.RECLASSERING})
REGIE = frozenset({Raakreden.PROCESREGIE, Raakreden.CASUSREGIE})
ALLEN = DRIEHOEK | REGIE | {Raakreden.TOEZICHT, Raakreden.GEMEENTE_IN_BEELD, Raakreden.ACTIE}
VOORZIENINGEN = (C.ONDERDAK, C.INKOMEN, C.SCHULDEN, C.IDENTITEIT, C.ZORG)
PLANDELEN = (C.PLAN, *VOORZIENINGEN, C.NETWERK, C.MOTIVATIE, C.TOEZICHT)
"""The compartments a decision can lie in. Never `verblijf`: that also opens to who is here on
article 18b or the BIJ alone."""


def _bronnen(*clausules: str) -> tuple[Bron, ...]:
    return tuple(Bron("clausule", nummer) for nummer in clausules)


B = Besluitsoort
REGELS: tuple[Besluitregel, ...] = (
    Besluitregel(
        B.VERLOF,
        DRIEHOEK | REGIE | {Raakreden.TOEZICHT, Raakreden.ACTIE},
        (C.PLAN,),
        BINNEN,
        _bronnen("5.3", "1.10"),
    ),
    Besluitregel(
        B.OVERPLAATSING,
        DRIEHOEK | REGIE | {Raakreden.ACTIE, Raakreden.ONTVANGER},
        (C.PLAN,),
        BINNEN,
        _bronnen("5.3", "1.6"),
        naar=BINNEN,
    ),
    Besluitregel(
        B.WIJZIGING_EINDE,
        ALLEN,
        (C.PLAN,),
        BINNEN | {L.RECLASSERING},
        _bronnen("5.3", "5.12"),
    ),
    Besluitregel(
        B.ANDERE_GEMEENTE,
        ALLEN | {Raakreden.ONTVANGER},
        (C.PLAN, C.ONDERDAK),
        frozenset({L.NAZORG, L.PROCESREGIE}),
        _bronnen("5.3", "5.7"),
        naar=frozenset({L.NAZORG}),
    ),
    Besluitregel(
        B.EINDE_INTERVENTIE,
        DRIEHOEK | REGIE | {Raakreden.ACTIE},
        PLANDELEN,
        PLANPARTIJEN,
        _bronnen("5.3", "4.3", "8.4"),
    ),
    Besluitregel(
        B.HUISUITZETTING,
        ALLEN,
        (C.ONDERDAK,),
        frozenset({L.NAZORG}),
        _bronnen("5.3", "5.7"),
    ),
    Besluitregel(
        B.WEIGERING_VOORZIENING,
        DRIEHOEK | REGIE | {Raakreden.ACTIE},
        VOORZIENINGEN,
        frozenset({L.NAZORG, L.CASEMANAGEMENT, L.FORENSISCH}),
        _bronnen("5.3", "8.3"),
    ),
    Besluitregel(
        B.BIJZONDERE_VOORWAARDE,
        DRIEHOEK | REGIE | {Raakreden.TOEZICHT, Raakreden.ACTIE},
        (C.TOEZICHT,),
        BINNEN | {L.RECLASSERING},
        _bronnen("5.3", "1.8", "3.9"),
    ),
    Besluitregel(B.ANDERS, ALLEN, PLANDELEN, PLANPARTIJEN, _bronnen("5.3")),
)
"""One for every kind of decision. A chair also stands for who keeps supervision from it."""
_REGEL = {regel.soort: regel for regel in REGELS}

REDENZINNEN: dict[Raakreden, str] = {
    Raakreden.INSTELLING: _("Hier is deze persoon, of was deze persoon het laatst."),
    Raakreden.GEMEENTE: _("Deze gemeente zit in de driehoek."),
    Raakreden.RECLASSERING: _("Deze reclassering zit in de driehoek."),
    Raakreden.PROCESREGIE: _("Heeft de procesregie."),
    Raakreden.CASUSREGIE: _("Heeft de casusregie."),
    Raakreden.TOEZICHT: _("Houdt toezicht op de voorwaarden."),
    Raakreden.GEMEENTE_IN_BEELD: _("Deze gemeente is in beeld voor de terugkeer."),
    Raakreden.ONTVANGER: _("Hier gaat deze persoon door het besluit naartoe."),
    Raakreden.ACTIE: _("Heeft een actie die hierdoor geraakt wordt."),
}
REGIEREDEN = {
    Regietaak.PROCESREGIE: Raakreden.PROCESREGIE,
    Regietaak.CASUSREGIE: Raakreden.CASUSREGIE,
}
BEREIKZINNEN: dict[Bereik, str] = {
    Bereik.VRAAGBAAR: _("Wordt om een reactie gevraagd."),
    Bereik.GEEN_GROND: _("Kan niet gevraagd worden: er is geen grond om dit te delen."),
    Bereik.GEEN_LOKET: _("Kan niet gevraagd worden: deze organisatie heeft hier nog geen loket."),
}


@dataclass(frozen=True)
class Besluitvraag:
    """What is decided, by whom, on which day; `acties` are the parties with an action that is
    touched, `ontvanger` is where the decision sends somebody. `regie`: who holds each task."""

    soort: Besluitsoort
    categorie: Gegevenscategorie
    door: Partij
    op: date
    acties: frozenset[Partij] = frozenset()
    ontvanger: Partij | None = None
    regie: Mapping[Regietaak, Partij] = field(default_factory=dict)


def regel_voor_besluit(soort: Besluitsoort) -> Besluitregel:
    """Whom a kind of decision touches, where it lies and who takes it. Clausule 5.3."""
    return _REGEL[soort]


def mag_beslissen(soort: Besluitsoort, loketsoort: str) -> bool:
    """Whether a desk of this kind takes decisions of this kind. Clausule 5.3."""
    return loketsoort in _REGEL[soort].door


def opvolger(
    soort: Besluitsoort, loketsoort: str, kandidaten: Iterable[tuple[str, int]]
) -> int | None:
    """Who has a decision to do when the desk that took it may not see it any more. Clausule 5.3.

    `kandidaten`: kind and number of the desks that see its compartment. Of those that may take such
    a decision the same kind goes first. The accord is silent: the lowest number makes it one.
    """
    kan = [
        (soort_van != loketsoort, nummer)
        for soort_van, nummer in kandidaten
        if mag_beslissen(soort, soort_van)
    ]
    return min(kan)[1] if kan else None


def geraakten(
    vraag: Besluitvraag,
    feiten: Feiten,
    gronden: Iterable[Grond],
    aannames: Aannames = AANNAMES,
) -> tuple[Geraakte, ...]:
    """Every party that a decision touches, with why, and whether it can be asked. Clausule 5.3.

    Who takes the decision is left out. In the order of the parties.
    """
    raakt = _REGEL[vraag.soort].raakt
    redenen: dict[Partij, list[Raakreden]] = {}
    for partij, reden in _mogelijk(vraag, feiten, aannames):
        if reden in raakt and partij != vraag.door and partij.loketsoort in PLANPARTIJEN:
            redenen.setdefault(partij, []).append(reden)
    met_grond = {
        grond.partij
        for grond in gronden
        if vraag.categorie in grond.categorieen and is_geldig(grond, vraag.op)
    }
    return tuple(
        Geraakte(
            partij,
            tuple(dict.fromkeys(redenen[partij])),
            Bereik.VRAAGBAAR if partij in met_grond else Bereik.GEEN_GROND,
        )
        for partij in sorted(redenen)
    )


def _mogelijk(
    vraag: Besluitvraag, feiten: Feiten, aannames: Aannames
) -> Iterator[tuple[Partij, Raakreden]]:
    """Every party with a part in this stay, and what that part is."""
    op = vraag.op
    stoelen = zip(
        driehoek(feiten, op, aannames),
        (Raakreden.INSTELLING, Raakreden.GEMEENTE, Raakreden.RECLASSERING),
        strict=True,
    )
    for stoel, reden in stoelen:
        if stoel.partij:
            yield stoel.partij, reden
    for taak, reden in REGIEREDEN.items():
        if taak in vraag.regie:
            yield vraag.regie[taak], reden
    yield from _toezicht(vraag, feiten)
    yield from ((p, Raakreden.GEMEENTE_IN_BEELD) for p in _gemeenten(feiten, op, aannames))
    yield from ((partij, Raakreden.ACTIE) for partij in sorted(vraag.acties))
    if vraag.ontvanger:
        yield vraag.ontvanger, Raakreden.ONTVANGER


def _toezicht(vraag: Besluitvraag, feiten: Feiten) -> Iterator[tuple[Partij, Raakreden]]:
    """Who supervises, by the facts and as it stands; outside the compartment of supervision that
    is only said to be the chair."""
    eigen = vraag.categorie is C.TOEZICHT
    for partij in (toezicht(feiten, vraag.op).partij, vraag.regie.get(Regietaak.TOEZICHT)):
        if partij:
            yield partij, Raakreden.TOEZICHT if eigen else Raakreden.RECLASSERING


def _gemeenten(feiten: Feiten, op: date, aannames: Aannames) -> Iterator[Partij]:
    for band in geldende_banden(feiten, op, aannames):
        if is_gemeente(band.gemeente):
            yield Partij(L.NAZORG, band.gemeente)
