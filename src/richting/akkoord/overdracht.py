"""Handing over the regie: its course as one table, its kinds, its checklist. Clausule 1.7, 1.8.

`docs/overdracht.md` holds the diagram that is made from the table; a test compares the two. Who
had the task keeps it until somebody accepts, or the rule passes it on by force of law.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.inbreng import loopt
from richting.akkoord.levensloop import laatste_dag, rekendatum, spoor
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.verzoeken import aanvaarde_banden
from richting.akkoord.woorden import BINNEN, Gegevenscategorie, Loketsoort, Spoor, Verzoekantwoord


class Overdrachtsoort(StrEnum):
    """What kind of handover: it decides the checklist."""

    STANDAARD = "standaard"
    TOEZICHT = "toezicht"
    FORENSISCH = "forensisch"
    HOOG_RISICO = "hoog_risico"
    OVERPLAATSING = "overplaatsing"
    GEMEENTEWISSEL = "gemeentewissel"


class Overdrachtstaat(StrEnum):
    """How far a handover is. `van_rechtswege`: the rule passed the task on; nobody accepted it."""

    VOORBEREID = "voorbereid"
    AANGEBODEN = "aangeboden"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    VAN_RECHTSWEGE = "van_rechtswege"


class Overdrachtdaad(StrEnum):
    """What somebody does with a handover.

    `ja_op_verzoek`: a municipality accepts the request to receive somebody, and so the handover.
    `verzoek_ingetrokken`: who made that request takes it back, and so the task.
    """

    AANBIEDEN = "aanbieden"
    AANVAARDEN = "aanvaarden"
    WEIGEREN = "weigeren"
    INTREKKEN = "intrekken"
    TERUGHALEN = "terughalen"
    OVERGAAN = "overgaan"
    JA_OP_VERZOEK = "ja_op_verzoek"
    VERZOEK_INGETROKKEN = "verzoek_ingetrokken"
    BEVESTIGEN = "bevestigen"


class Overdrachtrol(StrEnum):
    """Who may do it: who gives the task, who gets it, or the rule itself."""

    GEVER = "gever"
    ONTVANGER = "ontvanger"
    REGEL = "regel"


class Weigerreden(StrEnum):
    """Why a handover was refused."""

    ONVOLLEDIG = "onvolledig"
    VERKEERDE_PARTIJ = "verkeerde_partij"
    DAG_KAN_NIET = "dag_kan_niet"
    AFSPRAKEN = "afspraken"
    ANDERS = "anders"


class Puntstand(StrEnum):
    """How an item of the checklist stands."""

    OPEN = "open"
    GEDAAN = "gedaan"
    NIET_NODIG = "niet_nodig"


class AfspraakOnderwerp(StrEnum):
    """The two responsibilities that lie side by side under supervision. Clausule 1.8."""

    VOORWAARDEN_TOEZICHT = "voorwaarden_toezicht"
    ZORG_VOORZIENINGEN = "zorg_voorzieningen"


WEIGERZINNEN: dict[Weigerreden, str] = {
    Weigerreden.ONVOLLEDIG: _("De overdracht is niet volledig"),
    Weigerreden.VERKEERDE_PARTIJ: _("Een andere partij moet de regie krijgen"),
    Weigerreden.DAG_KAN_NIET: _("Op deze dag kan het niet"),
    Weigerreden.AFSPRAKEN: _("De afspraken kloppen nog niet"),
    Weigerreden.ANDERS: _("Een andere reden"),
}
"""How each reason reads. Words go with every refusal: the giver must know what to mend."""
VERZOEK_AANVAARD = "verzoek_aanvaard"
"""The reason of a handover that was accepted with a yes to the request. Clausule 1.7, 5.7."""
VERZOEKZIN = _(
    "De gemeente zei ja op de vraag of deze persoon daar kan gaan wonen. "
    "Daarmee aanvaardde zij ook deze taak."
)
VERZOEK_INGETROKKEN = "verzoek_ingetrokken"
"""The reason of a handover back to who took the request back. Clausule 1.7, 5.7."""
INTREKZIN = _(
    "De gemeente die vroeg of deze persoon elders kan wonen, trok die vraag in. "
    "Daarmee kreeg zij deze taak terug."
)
ONDERWERPZINNEN: dict[AfspraakOnderwerp, str] = {
    AfspraakOnderwerp.VOORWAARDEN_TOEZICHT: _("Voorwaarden en toezicht"),
    AfspraakOnderwerp.ZORG_VOORZIENINGEN: _("Zorg en sociale voorzieningen"),
}
ONDERWERPCATEGORIE: dict[AfspraakOnderwerp, Gegevenscategorie] = {
    AfspraakOnderwerp.VOORWAARDEN_TOEZICHT: Gegevenscategorie.TOEZICHT,
    AfspraakOnderwerp.ZORG_VOORZIENINGEN: Gegevenscategorie.PLAN,
}


@dataclass(frozen=True)
class Overgang:
    """One line of the table: from a state, by an act of somebody, to a state."""

    van: Overdrachtstaat
    daad: Overdrachtdaad
    naar: Overdrachtstaat
    rol: Overdrachtrol


S, D, R = Overdrachtstaat, Overdrachtdaad, Overdrachtrol
OVERGANGEN: tuple[Overgang, ...] = (
    Overgang(S.VOORBEREID, D.AANBIEDEN, S.AANGEBODEN, R.GEVER),
    Overgang(S.VOORBEREID, D.INTREKKEN, S.INGETROKKEN, R.GEVER),
    Overgang(S.VOORBEREID, D.OVERGAAN, S.VAN_RECHTSWEGE, R.REGEL),
    Overgang(S.VOORBEREID, D.JA_OP_VERZOEK, S.AANVAARD, R.REGEL),
    Overgang(S.VOORBEREID, D.VERZOEK_INGETROKKEN, S.AANVAARD, R.REGEL),
    Overgang(S.AANGEBODEN, D.AANVAARDEN, S.AANVAARD, R.ONTVANGER),
    Overgang(S.AANGEBODEN, D.WEIGEREN, S.GEWEIGERD, R.ONTVANGER),
    Overgang(S.AANGEBODEN, D.TERUGHALEN, S.VOORBEREID, R.GEVER),
    Overgang(S.AANGEBODEN, D.INTREKKEN, S.INGETROKKEN, R.GEVER),
    Overgang(S.AANGEBODEN, D.OVERGAAN, S.VAN_RECHTSWEGE, R.REGEL),
    Overgang(S.AANGEBODEN, D.JA_OP_VERZOEK, S.AANVAARD, R.REGEL),
    Overgang(S.AANGEBODEN, D.VERZOEK_INGETROKKEN, S.AANVAARD, R.REGEL),
    Overgang(S.VAN_RECHTSWEGE, D.BEVESTIGEN, S.AANVAARD, R.ONTVANGER),
)
"""Everything that can happen to a handover."""
LOPEND = (S.VOORBEREID, S.AANGEBODEN)
EINDSTATEN = (S.AANVAARD, S.GEWEIGERD, S.INGETROKKEN)


def overgang(staat: Overdrachtstaat, daad: Overdrachtdaad) -> Overgang | None:
    """The line of the table for an act in a state; None when that cannot be done. Clausule 1.7."""
    return next((o for o in OVERGANGEN if o.van is staat and o.daad is daad), None)


def mogelijk(staat: Overdrachtstaat, rollen: Iterable[Overdrachtrol]) -> tuple[Overgang, ...]:
    """What these roles can do with a handover in this state. Clausule 1.7."""
    eigen = set(rollen)
    return tuple(o for o in OVERGANGEN if o.van is staat and o.rol in eigen)


@dataclass(frozen=True)
class Punt:
    """One thing that must be seen to before a handover, and where that comes from."""

    code: str
    zin: str
    bron: Bron
    categorie: Gegevenscategorie = Gegevenscategorie.PLAN


def _punt(code: str, zin: str, clausule: str, categorie: str = "plan") -> Punt:
    return Punt(code, zin, Bron("clausule", clausule), Gegevenscategorie(categorie))


C = Gegevenscategorie
_PLAN = _punt("plan", _("Het plan is bijgewerkt en besproken"), "7.1")
_ACTIES = _punt("acties", _("Elke open actie heeft een verantwoordelijke"), "5.5")
_WARM = _punt("warm_contact", _("De twee partijen hebben elkaar gesproken"), "1.7", C.VERBLIJF)
_PERSOON = _punt("persoon", _("De persoon weet wie er vanaf nu regisseert"), "1.9", C.VERBLIJF)
_ONDERDAK = _punt("onderdak", _("Onderdak voor de eerste nacht is geregeld"), "5.7", C.ONDERDAK)
_INKOMEN = _punt("inkomen", _("Inkomen voor de eerste weken is geregeld"), "5.8", C.INKOMEN)
_IDENTITEIT = _punt("identiteit", _("Een geldig identiteitsbewijs gaat mee"), "5.10", C.IDENTITEIT)
_ZORG = _punt("zorg", _("Zorg en zorgverzekering lopen door"), "5.11", C.ZORG)
_TOEZICHT = _punt("voorwaarden", _("Voorwaarden en toezicht zijn verdeeld"), "1.8", C.TOEZICHT)
_VOORZIENING = _punt("voorzieningen", _("Zorg en voorzieningen zijn verdeeld"), "1.8")
_BEHANDELING = _punt("behandelplan", _("De doorlopende zorg is overgedragen"), "5.6", C.ZORG)
_OVERLEG = _punt("overleg", _("De overdracht is besproken in het Veiligheidshuis"), "1.5")
_STAND = _punt("stand", _("Wat loopt en wat open staat, is doorgegeven"), "8.4")
_HERKOMST = _punt("herkomst", _("Beide gemeenten weten wat er is afgesproken"), "5.7")
_NAAR_BUITEN = (_PLAN, _ACTIES, _WARM, _PERSOON, _ONDERDAK, _INKOMEN, _IDENTITEIT, _ZORG)
CHECKLIJST: dict[Overdrachtsoort, tuple[Punt, ...]] = {
    Overdrachtsoort.STANDAARD: _NAAR_BUITEN,
    Overdrachtsoort.TOEZICHT: (*_NAAR_BUITEN, _TOEZICHT, _VOORZIENING),
    Overdrachtsoort.FORENSISCH: (*_NAAR_BUITEN, _BEHANDELING),
    Overdrachtsoort.HOOG_RISICO: (*_NAAR_BUITEN, _TOEZICHT, _VOORZIENING, _OVERLEG),
    Overdrachtsoort.OVERPLAATSING: (_PLAN, _STAND, _WARM, _PERSOON),
    Overdrachtsoort.GEMEENTEWISSEL: (_PLAN, _STAND, _HERKOMST, _WARM, _PERSOON),
}
"""What each kind of handover looks at, from the clauses of the accord."""


def soort_van(
    feiten: Feiten, van: Partij, aan: Partij, op: date, aannames: Aannames = AANNAMES
) -> Overdrachtsoort:
    """The kind that fits. Clausule 1.5, 1.7, 1.8, 3.4.

    High risk is a case of the Veiligheidshuis. Never the mark of art. 18b: that lies in a
    compartment of its own, and a handover must not tell of it.
    """
    if {van.loketsoort, aan.loketsoort} <= BINNEN:
        return Overdrachtsoort.OVERPLAATSING
    if van.loketsoort == aan.loketsoort == Loketsoort.NAZORG:
        return Overdrachtsoort.GEMEENTEWISSEL
    if loopt(feiten, op):
        return Overdrachtsoort.HOOG_RISICO
    if spoor(feiten, op, aannames).waarde is Spoor.FORENSISCH:
        return Overdrachtsoort.FORENSISCH
    if aan.loketsoort is Loketsoort.RECLASSERING:
        return Overdrachtsoort.TOEZICHT
    return Overdrachtsoort.STANDAARD


def aanvaard_met_verzoek(feiten: Feiten, van: Partij, aan: Partij, op: date) -> bool:
    """The receiver said yes to the request on this very day, and that is why the task passes.

    Clausule 1.5, 1.7, 5.7. Not for what comes from an institution: there the end of the stay
    passes the task on, and a handover inside to after has more to see to than a yes.
    """
    if aan.loketsoort is not Loketsoort.NAZORG or van.loketsoort in BINNEN:
        return False
    banden = (band for band in aanvaarde_banden(feiten) if band.gemeente == aan.organisatie)
    return any(band.van == op and (band.tot is None or op < band.tot) for band in banden)


def terug_na_intrekken(feiten: Feiten, van: Partij, aan: Partij, op: date) -> bool:
    """The receiver took back its request on this very day, after a yes of who had the task.

    It is not asked to confirm what it did itself. Clausule 1.5, 1.7, 5.7.
    """
    if {van.loketsoort, aan.loketsoort} != {Loketsoort.NAZORG}:
        return False
    return any(
        (een.gemeente, een.door) == (van.organisatie, aan.organisatie)
        and een.antwoord == Verzoekantwoord.AANVAARD
        and een.ingetrokken_op == op
        for een in feiten.verzoeken
    )


def nodige_afspraken(soort: Overdrachtsoort, aan: Loketsoort) -> tuple[AfspraakOnderwerp, ...]:
    """What must be agreed before this kind can be offered to a desk of this kind. Clausule 1.8.

    Who leaves forensic care for probation has two parties beside each other as well.
    """
    onder_toezicht = soort in (Overdrachtsoort.TOEZICHT, Overdrachtsoort.HOOG_RISICO)
    uit_zorg = soort is Overdrachtsoort.FORENSISCH and aan is Loketsoort.RECLASSERING
    return tuple(AfspraakOnderwerp) if onder_toezicht or uit_zorg else ()


def voorbereiden_vanaf(feiten: Feiten, aannames: Aannames = AANNAMES) -> date | None:
    """The day on which preparing the handover inside to after begins; None without a known end.

    Clausule 1.7, 5.1. AANNAME `overdracht_voorbereiden_weken`.
    """
    einde = rekendatum(feiten)
    if einde is None or laatste_dag(feiten):
        return None
    return einde - timedelta(weeks=aannames.overdracht_voorbereiden_weken)


TAKEN = (Regietaak.CASUSREGIE, Regietaak.PROCESREGIE)
"""What is handed over by hand. Supervision goes where the judge puts it."""
