"""Who directs the whole route, the case now and the supervision; the chairs of the triangle.

Computed from the facts. Taking over by hand is another act, which departs from this visibly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten, Plaats, Toezicht
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.inbreng import loopt
from richting.akkoord.levensloop import fase, laatste_dag, laatste_instelling
from richting.akkoord.partij import Partij
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Fase, Loketsoort, SoortPlaats

LOKETSOORT_VAN_PLAATS = {
    SoortPlaats.PI: Loketsoort.CASEMANAGEMENT,
    SoortPlaats.PPC: Loketsoort.CASEMANAGEMENT,
    SoortPlaats.FPC: Loketsoort.FORENSISCH,
    SoortPlaats.ZORGINSTELLING: Loketsoort.FORENSISCH,
}
"""Which desk of an institution holds the case. A youth institution is outside the accord."""


@dataclass(frozen=True)
class Houder:
    """Who holds a task, and why; `partij` None when nobody can be named yet."""

    partij: Partij | None
    code: str
    zin: str
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True)
class Stoel:
    """A chair of the triangle and who sits in it; empty when `partij` is None."""

    naam: str
    partij: Partij | None
    zin: str


def procesregie(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> Houder:
    """The municipality, or the Veiligheidshuis, directs the whole route. Clausule 1.5, 5.7."""
    bronnen = (Bron("clausule", "1.5"),)
    if feiten.ingetrokken:
        return _INGETROKKEN
    huis = feiten.veiligheidshuis
    if huis and loopt(feiten, op):
        zin = _("Het Zorg- en Veiligheidshuis heeft de procesregie: deze zaak is daar ingebracht.")
        return Houder(Partij(Loketsoort.PROCESREGIE, huis), "veiligheidshuis", zin, bronnen)
    aan_zet = gemeente_aan_zet(feiten, op, aannames)
    if aan_zet.waarde is None:
        zin = _("Er is nog geen gemeente bekend. De procesregie is nog van niemand.")
        return Houder(None, "gemeente_onbekend", zin, bronnen)
    partij = Partij(Loketsoort.NAZORG, aan_zet.waarde)
    return Houder(partij, aan_zet.code, _PROCESREGIE[aan_zet.code], bronnen + aan_zet.bronnen)


def casusregie(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> Houder:
    """Inside the institution directs the case; afterwards municipality or reclassering.

    Clausule 1.6, 1.7, 3.4, 3.5.
    """
    nu = fase(feiten, op)
    if feiten.ingetrokken:
        return _INGETROKKEN
    if nu.code == "overleden":
        return Houder(None, "overleden", _("Deze persoon is overleden."), nu.bronnen)
    if nu.waarde == Fase.NA:
        return _casusregie_na(feiten, op, aannames)
    if nu.waarde == Fase.VOOR:
        return _casusregie_voor(feiten, op, aannames)
    return _casusregie_binnen(feiten, op, buiten=nu.waarde == Fase.BUITEN_ONDER_TITEL)


def toezicht(feiten: Feiten, op: date) -> Houder:
    """Under supervision reclassering answers for the conditions. Clausule 1.8, 3.9."""
    bronnen = (Bron("clausule", "1.8"), Bron("clausule", "3.9"))
    if feiten.ingetrokken:
        return _INGETROKKEN
    lopend = lopend_toezicht(feiten, op)
    if lopend is None:
        return Houder(None, "geen_toezicht", _("Er loopt nu geen toezicht."), bronnen)
    zin = _("De reclassering houdt toezicht en ziet toe op de voorwaarden.")
    partij = Partij(Loketsoort.RECLASSERING, lopend.organisatie)
    return Houder(partij, "toezicht", zin, bronnen)


def zoals_nu(zin: str) -> str:
    """A reason that was written down, in the words that the rule has for it now. Clausule 1.6."""
    return _EERDER.get(zin, zin)


def driehoek(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> tuple[Stoel, Stoel, Stoel]:
    """DJI or institution, municipality, reclassering: who sits where. Clausule 2.1, 2.2, 8.1."""
    return (
        _stoel_instelling(feiten, op),
        _stoel_gemeente(feiten, op, aannames),
        _stoel_reclassering(feiten, op),
    )


def lopend_toezicht(feiten: Feiten, op: date) -> Toezicht | None:
    """The supervision on a day; without a begin it starts when the stay ends. Clausule 3.9.

    Death ends it.
    """
    if feiten.persoon.overleden_op and feiten.persoon.overleden_op <= op:
        return None
    lopend = [
        (begin, band)
        for band in feiten.toezicht
        if (begin := band.van or laatste_dag(feiten))
        and begin <= op
        and (band.tot is None or op < band.tot)
    ]
    return max(lopend, key=lambda paar: (paar[0], paar[1].organisatie))[1] if lopend else None


def instelling(feiten: Feiten, op: date) -> Partij | None:
    """The institution that holds the case on a day: where someone is, or last was. Clausule 1.6."""
    return _partij(laatste_instelling(feiten, op))


_PROCESREGIE = {
    "ingezetene": _("De gemeente waar deze persoon ingeschreven staat heeft de procesregie."),
    "feitelijk_verblijf": _(
        "De gemeente waar deze persoon het meest verbleef heeft de procesregie."
    ),
    "aanvaard": _("De gemeente die de terugkeer heeft aanvaard, heeft de procesregie."),
    "vestiging": _("De gemeente waar deze persoon wil wonen heeft de procesregie."),
}
_CASUSREGIE = {
    (Loketsoort.CASEMANAGEMENT, False): _(
        "Tijdens het verblijf heeft de inrichting de casusregie."
    ),
    (Loketsoort.CASEMANAGEMENT, True): _(
        "Deze persoon is buiten, maar het verblijf is nog niet voorbij. "
        "De inrichting houdt de casusregie."
    ),
    (Loketsoort.FORENSISCH, False): _("Tijdens het verblijf heeft de instelling de casusregie."),
    (Loketsoort.FORENSISCH, True): _(
        "Deze persoon is buiten, maar het verblijf is nog niet voorbij. "
        "De instelling houdt de casusregie."
    ),
}
_EERDER = {
    "Buiten onder titel houdt de inrichting de casusregie.": _CASUSREGIE[
        Loketsoort.CASEMANAGEMENT, True
    ],
    "Buiten onder titel houdt de instelling de casusregie.": _CASUSREGIE[
        Loketsoort.FORENSISCH, True
    ],
}
"""How a reason was worded before. What was written down then reads as it does now, and is no other
reason than that of now."""
_INGETROKKEN = Houder(None, "ingetrokken", _("De melding van dit verblijf is ingetrokken."))
_BRONNEN_VOOR = (Bron("clausule", "1.1"), Bron("aanname", "gemeente_casusregie_vooraf"))
_BRONNEN_NA = (Bron("clausule", "1.7"), Bron("aanname", "toezicht_casusregie_na"))


def _casusregie_binnen(feiten: Feiten, op: date, buiten: bool) -> Houder:
    bronnen = (Bron("clausule", "1.6"),) + ((Bron("clausule", "3.5"),) if buiten else ())
    partij = instelling(feiten, op)
    if partij is None:
        zin = _("Het is nog niet bekend in welke inrichting deze persoon is.")
        return Houder(None, "inrichting_onbekend", zin, bronnen)
    forensisch = partij.loketsoort == Loketsoort.FORENSISCH
    zin = _CASUSREGIE[partij.loketsoort, buiten]
    return Houder(partij, "instelling" if forensisch else "inrichting", zin, bronnen)


def _casusregie_na(feiten: Feiten, op: date, aannames: Aannames) -> Houder:
    lopend = lopend_toezicht(feiten, op)
    if lopend and aannames.toezicht_casusregie_na:
        zin = _("Na het verblijf heeft de reclassering de casusregie.")
        partij = Partij(Loketsoort.RECLASSERING, lopend.organisatie)
        return Houder(partij, "reclassering", zin, _BRONNEN_NA)
    zin = _("Na het verblijf heeft de gemeente de casusregie.")
    return _casusregie_gemeente(feiten, op, Houder(None, "gemeente", zin, _BRONNEN_NA), aannames)


def _casusregie_voor(feiten: Feiten, op: date, aannames: Aannames) -> Houder:
    if not aannames.gemeente_casusregie_vooraf:
        zin = _("Vóór het verblijf heeft nog niemand de casusregie.")
        return Houder(None, "voor_verblijf", zin, _BRONNEN_VOOR)
    zin = _("Vóór het verblijf heeft de gemeente de casusregie.")
    houder = Houder(None, "voor_verblijf", zin, _BRONNEN_VOOR)
    return _casusregie_gemeente(feiten, op, houder, aannames)


def _casusregie_gemeente(feiten: Feiten, op: date, houder: Houder, aannames: Aannames) -> Houder:
    gemeente = gemeente_aan_zet(feiten, op, aannames).waarde
    if gemeente is None:
        zin = _("Er is nog geen gemeente bekend. De casusregie is nog van niemand.")
        return Houder(None, "gemeente_onbekend", zin, houder.bronnen)
    return replace(houder, partij=Partij(Loketsoort.NAZORG, gemeente))


def _partij(plaats: Plaats | None) -> Partij | None:
    if plaats is None or plaats.inrichting is None:
        return None
    soort = LOKETSOORT_VAN_PLAATS.get(plaats.soort)
    return Partij(soort, plaats.inrichting) if soort else None


def _stoel_instelling(feiten: Feiten, op: date) -> Stoel:
    naam = _("DJI of instelling")
    partij = instelling(feiten, op)
    if partij:
        zin = _("Hier is deze persoon, of was deze persoon het laatst.")
        return Stoel(naam, partij, zin)
    komend = sorted((p for p in feiten.plaatsen if p.van > op), key=lambda p: p.van)
    partij = next((gevonden for p in komend if (gevonden := _partij(p))), None)
    if partij:
        return Stoel(naam, partij, _("Hier wordt deze persoon verwacht."))
    return Stoel(naam, None, _("Deze stoel is leeg: de inrichting is nog niet bekend."))


def _stoel_gemeente(feiten: Feiten, op: date, aannames: Aannames) -> Stoel:
    aan_zet = gemeente_aan_zet(feiten, op, aannames)
    if aan_zet.waarde is None:
        return Stoel(_("Gemeente"), None, _("Deze stoel is leeg: er is nog geen gemeente bekend."))
    return Stoel(_("Gemeente"), Partij(Loketsoort.NAZORG, aan_zet.waarde), aan_zet.zin)


def _stoel_reclassering(feiten: Feiten, op: date) -> Stoel:
    if lopend := lopend_toezicht(feiten, op):
        partij = Partij(Loketsoort.RECLASSERING, lopend.organisatie)
        return Stoel(_("Reclassering"), partij, _("Deze organisatie houdt nu toezicht."))
    komend = (b.organisatie for b in feiten.toezicht if b.tot is None or op < b.tot)
    aan_tafel = feiten.reclassering or next(komend, None)
    if aan_tafel:
        partij = Partij(Loketsoort.RECLASSERING, aan_tafel)
        return Stoel(_("Reclassering"), partij, _("Deze organisatie zit aan tafel."))
    return Stoel(
        _("Reclassering"), None, _("Deze stoel is leeg: er is nog geen reclassering bekend.")
    )
