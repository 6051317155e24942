"""One invented stay: what it is (a plan), and the messages a source sends about it.

Pure. Neighbours: `natie.py` draws the plans, `toonkast.py` has some made by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from richting.akkoord.woorden import Eindereden, Titel
from richting.demo import verhoudingen as v
from richting.demo import woordenlijst as w
from richting.demo.mensen import Bericht, Mens, Natie

VERNUMMERD = date(2024, 7, 1)
"""Offences from this day on have other numbers (AANNAME `bij_vernummering`)."""
MAAND = 30.44


@dataclass
class Plan:
    """What happens in one stay. `extra` are further fields of the begin; `stappen` what comes
    between begin and end: kind, the day the source writes it down, and its content. `reden` None:
    nobody knows yet why it will end."""

    sleutel: str
    mens: Mens
    titel: Titel
    begin: date
    einde: date
    plaats: Bericht
    verwacht: Bericht = field(default_factory=lambda: {"zekerheid": "onbekend"})
    extra: Bericht = field(default_factory=dict)
    stappen: list[tuple[str, date, Bericht]] = field(default_factory=list)
    reden: Eindereden = Eindereden.EINDE_STRAF
    bekend: date | None = None

    @property
    def dagen(self) -> int:
        """How long the stay lasts, in days."""
        return (self.einde - self.begin).days

    @property
    def eerste(self) -> date:
        """The day of the first message: the begin, or the day it was announced."""
        return self.bekend or self.begin


def maak_plan(natie: Natie, sleutel: str, begin: date, einde: date, titel: Titel) -> Plan:
    """A stay with everything drawn from the proportions."""
    mens = natie.iemand(begin, einde)
    plaats = natie.plaats(mens)
    if titel in (Titel.TBS_VERPLEGING, Titel.TBS_VOORWAARDEN_OPNAME):
        plaats = natie.kliniek()
    elif titel is Titel.INVERZEKERINGSTELLING:
        plaats = {"soort": "politiecel"}
    plan = Plan(sleutel, mens, titel, begin, einde, plaats)
    plan.reden = _reden(natie, plan)
    plan.verwacht = _verwachting(natie, plan)
    plan.extra = dict(_extra(natie, plan))
    plan.stappen = list(_onderweg(natie, plan))
    return plan


def berichten(natie: Natie, plan: Plan) -> Iterator[Bericht]:
    """Everything the source sends about this stay, also what is still to come."""
    persoon = dict(plan.mens.gegevens)
    begin: Bericht = {
        "persoon": persoon,
        "titel": plan.titel.value,
        "begin": plan.begin.isoformat(),
    }
    if plan.mens.gemeenten:
        begin["gemeenten"] = list(plan.mens.gemeenten)
    begin |= {"plaats": plan.plaats, "verwachtEinde": plan.verwacht, **plan.extra}
    yield natie.bericht("begin", plan.eerste, plan.sleutel, **begin)
    for soort, dag, inhoud in plan.stappen:
        yield natie.bericht(soort, dag, plan.sleutel, **inhoud)
    yield einde(natie, plan)


def einde(natie: Natie, plan: Plan) -> Bericht:
    """How it ended: a death has a message of its own."""
    dag = plan.einde.isoformat()
    if plan.reden is Eindereden.OVERLIJDEN:
        return natie.bericht("overlijden", plan.einde, plan.sleutel, datum=dag)
    return natie.bericht("einde", plan.einde, plan.sleutel, datum=dag, reden=plan.reden.value)


def _reden(natie: Natie, plan: Plan) -> Eindereden:
    if natie.treft(v.OVERLEDEN):
        return Eindereden.OVERLIJDEN
    if natie.treft(v.NAAR_BUITENLAND):
        return Eindereden.OVERDRACHT_BUITENLAND
    if plan.titel in (Titel.VOORLOPIGE_HECHTENIS, Titel.INVERZEKERINGSTELLING):
        return natie.kies(v.EINDE_HECHTENIS)
    if plan.titel in (Titel.TBS_VERPLEGING, Titel.TBS_VOORWAARDEN_OPNAME):
        return Eindereden.RECHTERLIJKE_BESLISSING
    if plan.titel is Titel.GEVANGENISSTRAF and plan.dagen >= v.VI_VANAF_DAGEN:
        if natie.treft(v.VI_KANS):
            return Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING
    elif plan.titel is Titel.GEVANGENISSTRAF and plan.dagen >= 8 and natie.treft(v.EINDVERLOF_KANS):
        return Eindereden.EINDVERLOF
    return Eindereden.EINDE_STRAF


def _verwachting(natie: Natie, plan: Plan) -> Bericht:
    """What the source expects at the begin; a judge decides over tbs, pre-trial is unknown."""
    if plan.titel is Titel.TBS_VERPLEGING:
        return {"vroegst": plan.einde.isoformat(), "zekerheid": "rechterlijk"}
    if plan.titel is Titel.VOORLOPIGE_HECHTENIS and natie.treft(v.EINDE_ONBEKEND):
        return {"zekerheid": "onbekend"}
    vroegst = plan.einde
    if plan.dagen > 20 and natie.treft(v.EINDE_SCHUIFT):
        schuif = timedelta(days=natie.kans.choice((-10, 14, 30, 60)))
        vroegst = max(plan.einde + schuif, plan.begin + timedelta(days=1))
    return verwacht(vroegst, natie.kans.choice((0, 0, 7, 14)))


def verwacht(vroegst: date, speling: int = 0) -> Bericht:
    """An expected end: fixed, or a span of so many days."""
    laatst = vroegst + timedelta(days=speling)
    zekerheid = "verwacht" if speling else "vast"
    return {
        "vroegst": vroegst.isoformat(),
        "laatst": laatst.isoformat(),
        "zekerheid": zekerheid,
    }


def _extra(natie: Natie, plan: Plan) -> Iterator[tuple[str, Any]]:
    """What the begin tells besides: conviction, probation, marks."""
    if plan.titel in v.VEROORDEELD or plan.titel is Titel.TBS_VERPLEGING:
        yield "veroordeling", veroordeling(natie, plan, ernstig=_ernstig(natie, plan))
        yield "parketnummers", [f"13/{natie.kans.randrange(10**6):06d}-{plan.begin:%y}"]
    organisatie = natie.kies(w.RECLASSERING) if _met_reclassering(natie, plan) else ""
    if organisatie:
        yield "reclassering", organisatie
        vi = plan.reden is Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING
        if vi or natie.treft(v.TOEZICHT):
            yield "toezicht", [toezicht(natie, organisatie, plan.einde)]
    if plan.dagen > 28 and natie.treft(v.RISICO_18B):
        yield "risico18b", {"vanaf": plan.begin.isoformat()}
    huis = w.VEILIGHEIDSHUIZEN.get(plan.mens.herkomst)
    if huis and natie.treft(v.VEILIGHEIDSHUIS):
        yield "veiligheidshuis", {"code": huis, "vanaf": plan.begin.isoformat()}
    if natie.treft(v.TERRORISTISCH):
        yield "terroristisch", True
    if plan.mens.leeftijd(plan.begin) < 23 and natie.treft(v.ADOLESCENT):
        yield "adolescentenstrafrecht", True


def _met_reclassering(natie: Natie, plan: Plan) -> bool:
    vi = plan.reden is Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING
    return vi or plan.titel is Titel.TBS_VERPLEGING or natie.treft(v.RECLASSERING)


def toezicht(natie: Natie, organisatie: str, van: date) -> Bericht:
    """Supervision from the day of return, with one or two conditions."""
    voorwaarden = natie.kans.sample(w.VOORWAARDEN, natie.kans.randint(1, 2))
    tot = van + timedelta(days=natie.kans.choice((365, 730)))
    return {
        "organisatie": organisatie,
        "van": van.isoformat(),
        "tot": tot.isoformat(),
        "voorwaarden": voorwaarden,
    }


def _ernstig(natie: Natie, plan: Plan) -> bool:
    if plan.titel is not Titel.GEVANGENISSTRAF:
        return False
    return natie.treft(next(deel for dagen, deel in v.BIJ if plan.dagen <= dagen))


def veroordeling(natie: Natie, plan: Plan, *, ernstig: bool) -> Bericht:
    """The sentence that fits this stay; `ernstig`: something on the list of BIJ."""
    gepleegd = plan.begin - timedelta(days=natie.kans.randint(60, 700))
    maanden = max(round(_strafdagen(plan) / MAAND), 1)
    keuze: tuple[str, ...] = w.ANDERE_ARTIKELEN
    if plan.titel is Titel.TBS_VERPLEGING:
        keuze = w.BIJ_ALTIJD
    elif ernstig:
        keuze = w.BIJ_ALTIJD + (w.BIJ_VANAF_EEN_JAAR if maanden >= 12 else ())
        keuze += w.BIJ_ZEDEN_OUD if gepleegd < VERNUMMERD else ()
    uit: Bericht = {
        "artikelen": [natie.kans.choice(keuze)],
        "onherroepelijk": True,
        "onvoorwaardelijkMaanden": maanden,
        "pleegdatum": gepleegd.isoformat(),
    }
    if plan.titel is Titel.TBS_VERPLEGING:
        uit["tbsVerpleging"] = True
    return uit


def _strafdagen(plan: Plan) -> float:
    """The sentence from what is served: with v.i. a third less, two years less at most (S, K)."""
    if plan.reden is not Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING:
        return plan.dagen
    return min(max(365 + (plan.dagen - 365) * 3, plan.dagen), plan.dagen * 1.5, plan.dagen + 730)


def _onderweg(natie: Natie, plan: Plan) -> Iterator[tuple[str, date, Bericht]]:
    if plan.titel is Titel.TBS_VERPLEGING:
        yield from _op_weg_naar_buiten(plan)
        return
    dagen, begin = plan.dagen, plan.begin
    if plan.titel is Titel.INVERZEKERINGSTELLING:
        return
    if dagen > 20 and natie.treft(v.OVERPLAATSING):
        dag = begin + timedelta(days=dagen // 3)
        yield "overplaatsing", dag, {"datum": dag.isoformat(), "plaats": natie.plaats(plan.mens)}
    yield from _nieuwe_verwachting(natie, plan)
    yield from _naar_buiten(natie, plan)
    if dagen > 60 and natie.treft(v.ONTVLUCHT):
        dag = begin + timedelta(days=dagen // 2)
        weer = dag + timedelta(days=natie.kans.randint(1, 20))
        inhoud = {"datum": dag.isoformat(), "teruggekeerdOp": weer.isoformat()}
        yield "ontvluchting", weer, inhoud
    if dagen > 40 and natie.treft(v.BUITEN_ONGESCHIKT):
        dag = begin + timedelta(days=dagen // 2)
        tot = (dag + timedelta(days=10)).isoformat()
        yield "fasering_buiten", dag, buiten(dag, "opname in een ziekenhuis", tot, ongeschikt=True)


def _nieuwe_verwachting(natie: Natie, plan: Plan) -> Iterator[tuple[str, date, Bericht]]:
    """An end that becomes known or moves; pre-trial detention can end the same day, unforeseen."""
    verwacht_nu = plan.verwacht.get("vroegst") == plan.einde.isoformat()
    onverwacht = plan.titel is Titel.VOORLOPIGE_HECHTENIS and natie.treft(0.5)
    if plan.dagen <= 10 or verwacht_nu or onverwacht:
        return
    dag = plan.begin + timedelta(days=plan.dagen // 2)
    reden = natie.kans.choice(w.REDENEN_EINDE)
    yield "einde_gewijzigd", dag, {"verwachtEinde": verwacht(plan.einde), "reden": reden}


def _naar_buiten(natie: Natie, plan: Plan) -> Iterator[tuple[str, date, Bericht]]:
    """Leave and a penitentiary programme: for who was convicted and stays long enough."""
    if plan.titel not in (Titel.GEVANGENISSTRAF, Titel.ISD) or plan.dagen <= 150:
        return
    if natie.treft(v.VERLOF):
        yield verlof(plan.einde - timedelta(days=60))
    if natie.treft(v.PROGRAMMA):
        dag = plan.einde - timedelta(days=35)
        tot = plan.einde.isoformat()
        yield (
            "fasering_buiten",
            dag - timedelta(days=14),
            buiten(dag, "penitentiair programma", tot),
        )


def verlof(dag: date, nachten: int = 2) -> tuple[str, date, Bericht]:
    """Leave, told a week ahead."""
    tot = dag + timedelta(days=nachten)
    inhoud = {"van": dag.isoformat(), "tot": tot.isoformat()}
    return "verlof", dag - timedelta(days=7), inhoud


def buiten(dag: date, reden: str, tot: str | None = None, *, ongeschikt: bool = False) -> Bericht:
    """Outside under the title."""
    vorm = "buiten_ongeschikt" if ongeschikt else "buiten_fasering"
    uit = {"van": dag.isoformat(), "vorm": vorm, "reden": reden}
    return uit | ({"tot": tot} if tot else {})


def _op_weg_naar_buiten(plan: Plan) -> Iterator[tuple[str, date, Bericht]]:
    """The phases of tbs in its last year: leave with and without company, then trial leave (S)."""
    for dagen, nachten in ((330, 0), (270, 1), (210, 3)):
        yield verlof(plan.einde - timedelta(days=dagen), nachten)
    dag = plan.einde - timedelta(days=120)
    eerder = dag - timedelta(days=30)
    yield "fasering_buiten", eerder, buiten(dag, "proefverlof", plan.einde.isoformat())
