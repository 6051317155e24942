"""The show case: a few stays made by hand, so that every demo account has something to look at.

Each shows one thing the accord speaks of. They count among the stays of the nation. Pure.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from richting.akkoord.woorden import Eindereden, Titel
from richting.demo.mensen import Bericht, Mens, Natie
from richting.demo.verblijf import Plan, buiten, toezicht, verlof, veroordeling, verwacht

UTRECHT, ARNHEM = "GM0344", "GM0202"
NIEUWEGEIN = {"soort": "pi", "inrichting": "PI-NIEUWEGEIN"}
POMPE = {"soort": "fpc", "inrichting": "FPC-POMPE"}


def toonkast(natie: Natie) -> list[Plan]:
    """The show case, the most telling first; a very small nation has only those."""
    plannen = [maak(natie, f"T{natie.zaad}-{nr:02d}") for nr, maak in enumerate(MAKERS)]
    return [*plannen, *_weer_binnen(natie)]


def _dag(natie: Natie, dagen: int) -> date:
    return natie.vandaag + timedelta(days=dagen)


def _mens(natie: Natie, *codes: str, gemeenten: list[Bericht] | None = None) -> Mens:
    band = [{"gemeente": code, "rol": "ingezetene"} for code in codes]
    mens = natie.nieuw_mens(_dag(natie, -400), gemeenten=band + (gemeenten or []))
    return Mens({**mens.gegevens, "geslacht": "man", "verblijfsstatus": "geldig"}, mens.gemeenten)


def _straf(natie: Natie, sleutel: str, mens: Mens, van: int, tot: int, **rest: Any) -> Plan:
    """A prison sentence from so many days before today until so many after."""
    begin, einde = _dag(natie, van), _dag(natie, tot)
    waarden = {"titel": Titel.GEVANGENISSTRAF, "plaats": NIEUWEGEIN, "verwacht": verwacht(einde)}
    return Plan(sleutel, mens, begin=begin, einde=einde, **{**waarden, **rest})


def _ernstig(natie: Natie, plan: Plan, artikel: str, maanden: int) -> Bericht:
    uit = veroordeling(natie, plan, ernstig=True)
    return {**uit, "artikelen": [artikel], "onvoorwaardelijkMaanden": maanden}


def _zwaar(natie: Natie, sleutel: str) -> Plan:
    """Home in three weeks with everything at once: BIJ, 18b, Veiligheidshuis, supervision."""
    vi = Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -500, 21, reden=vi)
    plan.extra = {
        "reclassering": "RN",
        "toezicht": [toezicht(natie, "RN", plan.einde)],
        "veroordeling": _ernstig(natie, plan, "287", 26),
        "risico18b": {"vanaf": _dag(natie, -90).isoformat()},
        "veiligheidshuis": {"code": "ZVH-UTRECHT", "vanaf": _dag(natie, -60).isoformat()},
    }
    return plan


def _tbs_bijna_thuis(natie: Natie, sleutel: str) -> Plan:
    """Tbs in Arnhem's name, on trial leave, ten weeks before the judge decides."""
    mens = _mens(natie, ARNHEM)
    plan = _straf(natie, sleutel, mens, -2_600, 70, titel=Titel.TBS_VERPLEGING, plaats=POMPE)
    plan.verwacht = {"vroegst": plan.einde.isoformat(), "zekerheid": "rechterlijk"}
    plan.extra = {"reclassering": "RN", "veroordeling": veroordeling(natie, plan, ernstig=True)}
    plan.reden = Eindereden.RECHTERLIJKE_BESLISSING
    dag = _dag(natie, -5)
    plan.stappen = [
        verlof(_dag(natie, -90)),
        ("fasering_buiten", _dag(natie, -20), buiten(dag, "proefverlof")),
    ]
    return plan


def _kort_en_onbekend(natie: Natie, sleutel: str) -> Plan:
    """In pre-trial detention since yesterday; nobody knows until when."""
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -1, 40, titel=Titel.VOORLOPIGE_HECHTENIS)
    plan.verwacht, plan.reden = {"zekerheid": "onbekend"}, Eindereden.SCHORSING
    return plan


def _onder_toezicht(natie: Natie, sleutel: str) -> Plan:
    """Went home last month under supervision: the case is with probation now."""
    vi = Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -480, -25, reden=vi)
    plan.extra = {
        "reclassering": "RN",
        "toezicht": [toezicht(natie, "RN", plan.einde)],
        "veroordeling": _ernstig(natie, plan, "312", 21),
    }
    return plan


def _bij_over_twee_maanden(natie: Natie, sleutel: str) -> Plan:
    """On the BIJ list and nothing more: the mayor's desk hears, and nothing of the care side."""
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -420, 60)
    plan.extra = {"veroordeling": _ernstig(natie, plan, "302", 16)}
    return plan


def _terroristisch(natie: Natie, sleutel: str) -> Plan:
    """A terrorist offence: in, and seen by named staff only. Clausule 3.6."""
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -300, 45)
    plan.extra = {"terroristisch": True, "reclassering": "RN"}
    return plan


def _twee_gemeenten(natie: Natie, sleutel: str) -> Plan:
    """From Utrecht, wants to settle in Arnhem. Clausule 3.3."""
    mens = _mens(natie, UTRECHT, gemeenten=[{"gemeente": ARNHEM, "rol": "vestiging"}])
    plan = _straf(natie, sleutel, mens, -100, 50, plaats={"soort": "pi", "inrichting": "PI-ARNHEM"})
    nieuw = {"verwachtEinde": verwacht(_dag(natie, 50), 7), "reden": "herberekening"}
    plan.verwacht = verwacht(_dag(natie, 80))
    plan.stappen = [("einde_gewijzigd", _dag(natie, -2), nieuw)]
    return plan


def _arnhem_deze_week(natie: Natie, sleutel: str) -> Plan:
    """A short sentence, home this week."""
    plaats = {"soort": "pi", "inrichting": "PI-ARNHEM"}
    mens = _mens(natie, ARNHEM)
    return _straf(natie, sleutel, mens, -16, 5, titel=Titel.HECHTENIS, plaats=plaats)


def _zonder_gemeente(natie: Natie, sleutel: str) -> Plan:
    """Home in two weeks, and nobody knows where. Clausule 3.1."""
    return _straf(natie, sleutel, _mens(natie), -70, 14)


def _met_verlof(natie: Natie, sleutel: str) -> Plan:
    """On leave since yesterday."""
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -250, 40)
    plan.stappen = [verlof(_dag(natie, -1))]
    return plan


def _aangekondigd(natie: Natie, sleutel: str) -> Plan:
    """Will report in nine days for a short sentence: the time before counts."""
    titel = Titel.VERVANGENDE_HECHTENIS
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), 9, 39, titel=titel)
    plan.bekend = _dag(natie, -3)
    return plan


def _ontvlucht(natie: Natie, sleutel: str) -> Plan:
    """Escaped, and not found yet."""
    plan = _straf(natie, sleutel, _mens(natie, UTRECHT), -120, 200)
    dag = _dag(natie, -4)
    plan.stappen = [("ontvluchting", dag, {"datum": dag.isoformat()})]
    return plan


def _overleden(natie: Natie, sleutel: str) -> Plan:
    """Died inside."""
    mens = _mens(natie, UTRECHT)
    return _straf(natie, sleutel, mens, -90, -6, reden=Eindereden.OVERLIJDEN)


def _tbs_met_verlof(natie: Natie, sleutel: str) -> Plan:
    """Long years of tbs; leave next week."""
    mens = _mens(natie, UTRECHT)
    plan = _straf(natie, sleutel, mens, -1_900, 500, titel=Titel.TBS_VERPLEGING, plaats=POMPE)
    plan.verwacht = {"vroegst": plan.einde.isoformat(), "zekerheid": "rechterlijk"}
    plan.extra = {"reclassering": "RN", "veroordeling": veroordeling(natie, plan, ernstig=True)}
    plan.reden = Eindereden.RECHTERLIJKE_BESLISSING
    plan.stappen = [verlof(_dag(natie, 6), 1)]
    return plan


def _klinisch_met_voorwaarden(natie: Natie, sleutel: str) -> Plan:
    """Tbs with conditions, treated in the clinic. Clausule 3.4."""
    titel = Titel.TBS_VOORWAARDEN_OPNAME
    mens = _mens(natie, UTRECHT)
    plan = _straf(natie, sleutel, mens, -200, 90, titel=titel, plaats=POMPE)
    plan.extra = {"reclassering": "RN", "toezicht": [toezicht(natie, "RN", plan.begin)]}
    plan.reden = Eindereden.RECHTERLIJKE_BESLISSING
    return plan


def _weer_binnen(natie: Natie) -> list[Plan]:
    """Left half a year ago, and in again: a new dossier, linked to the old one."""
    mens = _mens(natie, UTRECHT)
    vorig = _straf(natie, f"T{natie.zaad}-90", mens, -260, -190)
    return [vorig, _straf(natie, f"T{natie.zaad}-91", mens, -10, 75)]


MAKERS: tuple[Callable[[Natie, str], Plan], ...] = (
    _zwaar,
    _tbs_bijna_thuis,
    _kort_en_onbekend,
    _onder_toezicht,
    _bij_over_twee_maanden,
    _terroristisch,
    _twee_gemeenten,
    _arnhem_deze_week,
    _zonder_gemeente,
    _met_verlof,
    _aangekondigd,
    _ontvlucht,
    _overleden,
    _tbs_met_verlof,
    _klinisch_met_voorwaarden,
)
