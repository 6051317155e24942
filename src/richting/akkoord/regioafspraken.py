"""Regional agreements on sharing: what they are, and when one may stand. Clausule 6.6.

Within the law regions agree with DJI and others how they work together and share. An agreement
gives nobody anything: it leaves out what the law would let through, or asks an answer sooner. What
is wider than the law is refused, and so is what leaves out what the accord says parties always
share. What an accepted agreement does to grounds stands in `grondslagen/versmalling.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.grondslagen.register import (
    BASISVOORWAARDEN,
    BIJ,
    GRONDSLAGEN,
    PBW_18A,
    PBW_18B,
    WFZ,
    WGS,
)
from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, doorsnede, periode
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort

C, L = Gegevenscategorie, Loketsoort
Categorieen = frozenset[Gegevenscategorie]


class Afspraakstand(StrEnum):
    """How a regional agreement stands on a day."""

    VOORGESTELD = "voorgesteld"
    KOMT = "komt"
    GELDT = "geldt"
    BEEINDIGD = "beeindigd"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Afspraakdeel:
    """What one kind of desk still gets on one legal basis, of what the law lets through."""

    grondslag: str
    loketsoort: Loketsoort
    categorieen: Categorieen


@dataclass(frozen=True)
class Voorstel:
    """A regional agreement as somebody proposes it.

    `doel` is the purpose in the words of the law. `tot` is the first day without; None without an
    end. `antwoord_werkdagen`: within how many working days parties answer each other; None for what
    holds anyway.
    """

    partijen: tuple[Partij, ...]
    grondslagen: tuple[str, ...]
    doel: str
    delen: tuple[Afspraakdeel, ...]
    vanaf: date
    tot: date | None = None
    antwoord_werkdagen: int | None = None


@dataclass(frozen=True)
class Bezwaar:
    """Why an agreement cannot stand: a code and a sentence, and what the sentence is about.

    `zin` has room for {artikel}, {wie}, {wat}, {getal} and {dag}.
    """

    code: str
    artikel: str = ""
    wie: Loketsoort | None = None
    wat: Categorieen = frozenset()
    getal: int | None = None
    dag: date | None = None

    @property
    def zin(self) -> str:
        """The sentence, with its gaps."""
        return BEZWAARZINNEN[self.code]


BEZWAARZINNEN: dict[str, str] = {
    "geen_artikel": _("Noem het artikel waarop partijen delen."),
    "onbekend_artikel": _("{artikel}: op dit artikel deelt niemand hier iets."),
    "apart": _(
        "Artikel 18b Pbw en de BIJ staan apart van elkaar en van het plan. "
        "Maak daarvoor een eigen afspraak."
    ),
    "ander_doel": _("Dit doel geeft de wet niet bij het artikel dat u noemt."),
    "te_weinig": _("Een afspraak heeft minstens twee partijen."),
    "partij": _("{artikel} noemt dit loket niet: {wie}."),
    "buiten_artikel": _("{artikel} is geen artikel van deze afspraak."),
    "niet_aan_tafel": _("Deze afspraak heeft geen partij van deze soort: {wie}."),
    "dubbel": _("{artikel}: twee keer iets afgesproken voor {wie}."),
    "geen_ontvanger": _("{artikel} geeft hier niets aan: {wie}."),
    "te_ruim": _("{artikel} geeft dit niet aan {wie}: {wat}."),
    "te_smal": _("Dit kan niet weg bij {wie}, want partijen delen het altijd ({artikel}): {wat}."),
    "terugwerkend": _("Een afspraak werkt niet terug. Kies vandaag of later."),
    "dagen": _("De afspraak eindigt voordat zij begint."),
    "nog_geen_wet": _("{artikel} geldt pas vanaf {dag}."),
    "wet_eindigt": _("{artikel} geldt tot {dag}. De afspraak kan niet langer duren."),
    "geen_vragen": _("Op dit artikel stellen partijen elkaar geen vragen met een termijn."),
    "te_lang": _("De termijn kan alleen korter: 1 tot en met {getal} werkdagen."),
}
"""Every reason to refuse. Clausule 6.6."""

APART = frozenset({PBW_18B.code, BIJ.code})
"""Each keeps apart from the other and from the plan. Clausule 6.3, 6.5."""
MET_VRAGEN = frozenset({PBW_18A.code, WFZ.code, WGS.code})
"""Around the plan parties ask each other something, and wait for an answer. Clausule 5.4."""
_SAMEN = BASISVOORWAARDEN | {C.VERBLIJF, C.PLAN}
ONMISBAAR: dict[tuple[str, Loketsoort], Categorieen] = {
    (PBW_18A.code, L.NAZORG): _SAMEN,
    (PBW_18A.code, L.CASEMANAGEMENT): _SAMEN,
    (PBW_18A.code, L.RECLASSERING): _SAMEN | {C.TOEZICHT, C.JUSTITIEEL_ADVIES},
    (WFZ.code, L.RECLASSERING): frozenset({C.VERBLIJF, C.PLAN, C.TOEZICHT}),
    (WGS.code, L.PROCESREGIE): frozenset({C.VERBLIJF, C.PLAN}),
}
"""What an agreement cannot leave out: parties work out the five conditions and the plan together,
and always share what touches the responsibility of the other. Where nothing stands here, nothing
can go: one category, a closed compartment, or the institution's own treatment plan.

Clausule 5.2, 5.4, 6.2, 8.2.
"""
_OP_CODE = {grondslag.code: grondslag for grondslag in GRONDSLAGEN if grondslag.opent}


def onmisbaar(
    grondslag: Grondslag, loketsoort: Loketsoort, aannames: Aannames = AANNAMES
) -> Categorieen:
    """What a kind of desk keeps on a legal basis, whatever parties agree. Clausule 5.4, 6.6."""
    alles = toegestaan(grondslag, loketsoort, aannames)
    return alles & ONMISBAAR.get((grondslag.code, loketsoort), alles)


def weg_te_laten(
    grondslag: Grondslag, loketsoort: Loketsoort, aannames: Aannames = AANNAMES
) -> Categorieen:
    """What parties can agree not to share with a kind of desk on a legal basis. Clausule 6.6."""
    alles = toegestaan(grondslag, loketsoort, aannames)
    return alles - onmisbaar(grondslag, loketsoort, aannames)


def toets(voorstel: Voorstel, op: date, aannames: Aannames = AANNAMES) -> tuple[Bezwaar, ...]:
    """Everything that keeps an agreement from standing on a day; nothing when it may.

    Within the law regions may agree on sharing, never wider. Clausule 6.4, 6.6.
    """
    bezwaren = [
        *_artikelen(voorstel),
        *_partijen(voorstel),
        *(bezwaar for deel in voorstel.delen for bezwaar in _deel(voorstel, deel, aannames)),
        *_dubbel(voorstel),
        *_dagen(voorstel, op, aannames),
        *_antwoord(voorstel, aannames),
    ]
    return tuple(dict.fromkeys(bezwaren))


def stand(
    bindingen: tuple[Periode, ...],
    wachtend: int,
    vanaf: date,
    tot: date | None,
    op: date,
    *,
    ingetrokken: bool,
) -> Afspraakstand:
    """How an agreement stands on a day; `bindingen` are the stretches that a party is bound, and
    `wachtend` counts those that did not say yes yet.

    A party that did not confirm is not bound, and one alone agrees on nothing. Clausule 6.6.
    """
    if ingetrokken:
        return Afspraakstand.INGETROKKEN
    if tot is not None and tot <= op:
        return Afspraakstand.BEEINDIGD
    nog = [een for een in bindingen if een.tot is None or een.tot > op]
    if len(nog) < 2:
        kan_nog = len(nog) + wachtend >= 2
        return Afspraakstand.VOORGESTELD if kan_nog else Afspraakstand.BEEINDIGD
    gebonden = [een for een in nog if een.van <= op]
    return Afspraakstand.GELDT if len(gebonden) >= 2 and vanaf <= op else Afspraakstand.KOMT


def gebonden(
    vanaf: date, tot: date | None, bevestigd: date | None, opgezegd: date | None
) -> Periode | None:
    """When a party is bound: from its own yes until it leaves, while the agreement holds."""
    looptijd, eigen = periode(vanaf, tot), periode(bevestigd, opgezegd)
    if bevestigd is None or looptijd is None or eigen is None:
        return None
    return doorsnede(looptijd, eigen)


def _artikelen(voorstel: Voorstel) -> Iterator[Bezwaar]:
    codes = set(voorstel.grondslagen)
    if not codes:
        yield Bezwaar("geen_artikel")
    for code in sorted(codes - _OP_CODE.keys()):
        yield Bezwaar("onbekend_artikel", artikel=_naam(code))
    if codes & APART and len(codes) > 1:
        yield Bezwaar("apart")
    doelen = {_OP_CODE[code].doel for code in codes & _OP_CODE.keys()}
    if doelen and voorstel.doel not in doelen:
        yield Bezwaar("ander_doel")


def _partijen(voorstel: Voorstel) -> Iterator[Bezwaar]:
    if len(set(voorstel.partijen)) < 2:
        yield Bezwaar("te_weinig")
    wetten = _wetten(voorstel)
    genoemd = {soort for wet in wetten for soort in (*wet.van, *wet.naar)}
    artikelen = ", ".join(wet.artikel for wet in wetten)
    for soort in sorted({partij.loketsoort for partij in voorstel.partijen} - genoemd):
        if wetten:
            yield Bezwaar("partij", artikel=artikelen, wie=soort)


def _deel(voorstel: Voorstel, deel: Afspraakdeel, aannames: Aannames) -> Iterator[Bezwaar]:
    wet, wie = _OP_CODE.get(deel.grondslag), deel.loketsoort
    if wet is None or deel.grondslag not in voorstel.grondslagen:
        yield Bezwaar("buiten_artikel", artikel=_naam(deel.grondslag))
        return
    if wie not in {partij.loketsoort for partij in voorstel.partijen}:
        yield Bezwaar("niet_aan_tafel", wie=wie)
    if wie not in wet.naar:
        yield Bezwaar("geen_ontvanger", artikel=wet.artikel, wie=wie)
        return
    if ruim := deel.categorieen - toegestaan(wet, wie, aannames):
        yield Bezwaar("te_ruim", artikel=wet.artikel, wie=wie, wat=ruim)
    if smal := onmisbaar(wet, wie, aannames) - deel.categorieen:
        yield Bezwaar("te_smal", artikel=wet.artikel, wie=wie, wat=smal)


def _dubbel(voorstel: Voorstel) -> Iterator[Bezwaar]:
    gehad: set[tuple[str, Loketsoort]] = set()
    for deel in voorstel.delen:
        sleutel = (deel.grondslag, deel.loketsoort)
        if sleutel in gehad:
            yield Bezwaar("dubbel", artikel=_naam(deel.grondslag), wie=deel.loketsoort)
        gehad.add(sleutel)


def _dagen(voorstel: Voorstel, op: date, aannames: Aannames) -> Iterator[Bezwaar]:
    if voorstel.vanaf < op:
        yield Bezwaar("terugwerkend")
    if periode(voorstel.vanaf, voorstel.tot) is None:
        yield Bezwaar("dagen")
    for wet in _wetten(voorstel):
        begin, einde = wet.in_werking(aannames), wet.geldig_tot
        if begin and voorstel.vanaf < begin:
            yield Bezwaar("nog_geen_wet", artikel=wet.artikel, dag=begin)
        if einde and (voorstel.tot is None or voorstel.tot > einde):
            yield Bezwaar("wet_eindigt", artikel=wet.artikel, dag=einde)


def _antwoord(voorstel: Voorstel, aannames: Aannames) -> Iterator[Bezwaar]:
    dagen = voorstel.antwoord_werkdagen
    if dagen is None:
        return
    if not MET_VRAGEN & set(voorstel.grondslagen):
        yield Bezwaar("geen_vragen")
    if not 1 <= dagen <= aannames.antwoord_werkdagen:
        yield Bezwaar("te_lang", getal=aannames.antwoord_werkdagen)


def _wetten(voorstel: Voorstel) -> list[Grondslag]:
    return [wet for code, wet in _OP_CODE.items() if code in voorstel.grondslagen]


def _naam(code: str) -> str:
    """The article behind a code; the code itself when the register has no such thing."""
    return next((wet.artikel for wet in GRONDSLAGEN if wet.code == code), code)
