"""What the parties wrote together, as row security shows it. Always within a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.plannen import namen
from richting.plannen.models import (
    Doel,
    Factor,
    GeenAntwoord,
    Instemming,
    Motivatie,
    Ondersteuning,
    Planvraag,
    Poging,
    Startgesprek,
    ZonderMedewerking,
)
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
    Planvraagsoort,
)
from richting.web.datums import dag_in_woorden

INSTEMMING = "instemming"
"""The block with what the person says of the plan."""
PLAN, MOTIVATIE = Gegevenscategorie.PLAN.value, Gegevenscategorie.MOTIVATIE.value
Beeindigbaar = TypeVar("Beeindigbaar", Factor, ZonderMedewerking, GeenAntwoord)
Gedateerd = TypeVar("Gedateerd", Motivatie, Startgesprek, Instemming, Poging)


@dataclass(frozen=True)
class Inhoud:
    """Everything of this subject for one plan, as far as the reader may see it."""

    vragen: dict[Planvraagsoort, Planvraag] = field(default_factory=dict)
    motivatie: list[Motivatie] = field(default_factory=list)
    factoren: list[Factor] = field(default_factory=list)
    ondersteuning: list[Ondersteuning] = field(default_factory=list)
    gesprekken: list[Startgesprek] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    instemmingen: list[Instemming] = field(default_factory=list)
    zonder: ZonderMedewerking | None = None
    pogingen: list[Poging] = field(default_factory=list)
    geen: frozenset[Antwoordcel] = frozenset()

    def over_versie(self, nummer: int) -> list[Instemming]:
        """What the person said of this version, the newest first; of 0: of the plan before there
        was a version, which became version 1. Clausule 1.9."""
        return [rij for rij in self.instemmingen if max(rij.planversie or 0, 1) == max(nummer, 1)]

    @property
    def loopt_door(self) -> bool:
        """Some support of before the stay goes on, or waits for release. Clausule 4.1, 8.4."""
        return any(rij.lot in (Lot.VOORTGEZET, Lot.GEPAUZEERD) for rij in self.ondersteuning)

    @property
    def onbeslist(self) -> int:
        """How much running support has no decision yet. Clausule 4.1."""
        return sum(rij.lot == Lot.ONBESLIST for rij in self.ondersteuning)


def inhoud(dossier: UUID) -> Inhoud:
    """All of it. No query of its own. Clausule 4.1–4.4, 5.2."""
    plan = planrijen(dossier)
    return Inhoud(
        vragen={Planvraagsoort(rij.soort): rij for rij in plan.van(Planvraag)},
        motivatie=nieuwste_eerst(plan.van(Motivatie)),
        factoren=sorted(staand(plan.van(Factor)), key=lambda rij: rij.aard),
        ondersteuning=plan.van(Ondersteuning),
        gesprekken=nieuwste_eerst(plan.van(Startgesprek)),
        doelen=plan.van(Doel),
        instemmingen=nieuwste_eerst(plan.van(Instemming)),
        zonder=next(iter(staand(plan.van(ZonderMedewerking))), None),
        pogingen=nieuwste_eerst(plan.van(Poging)),
        geen=frozenset(Antwoordcel(rij.antwoord) for rij in staand(plan.van(GeenAntwoord))),
    )


def staand(rijen: Iterable[Beeindigbaar]) -> list[Beeindigbaar]:
    """What was not ended."""
    return [rij for rij in rijen if rij.beeindigd_op is None]


def nieuwste_eerst(rijen: Iterable[Gedateerd]) -> list[Gedateerd]:
    """By the day they are about, the newest first."""
    return sorted(rijen, key=lambda rij: (rij.op, rij.pk), reverse=True)


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """This subject as blocks, for a fixed version, paper and comparing."""
    alles = inhoud(dossier.pk)
    vragen = tuple(
        Regel(soort.value, str(naam), alles.vragen[soort].tekst)
        for soort, naam in namen.PLANVRAGEN.items()
        if soort in alles.vragen and alles.vragen[soort].tekst
    )
    yield from _blok("vragen", _("Vraag en aanbod"), PLAN, vragen)
    doelen = tuple(Regel(str(d.pk), _doelnaam(d), d.tekst) for d in alles.doelen)
    yield from _blok("doelen", _("Eigen doelen"), PLAN, doelen)
    yield from _blok("start", _("Gezamenlijke start"), PLAN, tuple(map(_start, alles.gesprekken)))
    yield from _blok(
        INSTEMMING,
        _("Wat deze persoon van het plan vindt"),
        PLAN,
        tuple(map(_eens, alles.instemmingen)),
    )
    yield from _zonder(alles)
    regels = tuple(_motivatie(m) for m in alles.motivatie)
    yield from _blok("motivatie", _("Motivatie"), MOTIVATIE, regels)
    pogingen = tuple(
        Regel(str(p.pk), dag_in_woorden(p.op), f"{p.hoe}: {p.uitkomst}") for p in alles.pogingen
    )
    yield from _blok("pogingen", _("Pogingen"), MOTIVATIE, pogingen)
    for gebied, naam in namen.LEEFGEBIEDEN.items():
        yield from _blok(
            f"gebied_{gebied.value}",
            _("{gebied}: wat helpt, en wat al liep").format(gebied=naam),
            gebied.categorie.value,
            (*_factoren(alles, gebied), *_ondersteuning(alles, gebied)),
        )


def _blok(sleutel: str, titel: str, categorie: str, regels: tuple[Regel, ...]) -> Iterator[Blok]:
    if regels:
        yield Blok(sleutel, titel, categorie, regels)


def _doelnaam(doel: Doel) -> str:
    if doel.beeindigd_op is None:
        return _("Doel")
    return _("Bereikt") if doel.bereikt else _("Losgelaten")


def _start(gesprek: Startgesprek) -> Regel:
    vorm = namen.GESPREKSVORMEN[Gespreksvorm(gesprek.vorm)]
    delen = [f"{vorm}. " + _("Erbij: {wie}.").format(wie=", ".join(gesprek.deelnemers))]
    if gesprek.afwezigen:
        delen.append(_("Niet gekomen: {wie}.").format(wie=", ".join(gesprek.afwezigen)))
    if not gesprek.met_persoon:
        delen.append(_("Zonder de persoon: {reden}.").format(reden=gesprek.reden_zonder_persoon))
    if gesprek.toelichting:
        delen.append(gesprek.toelichting)
    return Regel(str(gesprek.pk), dag_in_woorden(gesprek.op), " ".join(delen))


def _eens(rij: Instemming) -> Regel:
    tekst = str(namen.INSTEMMINGEN[Instemmingsantwoord(rij.antwoord)])
    if rij.toelichting:
        tekst = f"{tekst}: {rij.toelichting}"
    dag = dag_in_woorden(rij.op)
    if rij.planversie:
        dag = _("{dag}, over versie {n}").format(dag=dag, n=rij.planversie)
    return Regel(str(rij.pk), dag, tekst)


def _zonder(alles: Inhoud) -> Iterator[Blok]:
    """Clausule 1.4: the reason, and what is done anyway."""
    rij = alles.zonder
    if rij is None:
        return
    regels = [Regel("reden", _("Waarom"), rij.reden)]
    regels += [
        Regel(gebied.value, str(naam), rij.terugval[gebied.value])
        for gebied, naam in namen.LEEFGEBIEDEN.items()
        if gebied.value in rij.terugval
    ]
    yield Blok("zonder", _("Verder zonder medewerking"), PLAN, tuple(regels))


def _motivatie(rij: Motivatie) -> Regel:
    delen = [str(namen.MOTIVATIES[Motivatiestand(rij.stand)])]
    if rij.toelichting:
        delen.append(rij.toelichting)
    if rij.gedaan:
        delen.append(_("Gedaan: {wat}").format(wat=rij.gedaan))
    zinnen = (deel if deel.endswith((".", "!", "?")) else f"{deel}." for deel in delen)
    return Regel(str(rij.pk), dag_in_woorden(rij.op), " ".join(zinnen))


def _factoren(alles: Inhoud, gebied: Leefgebied) -> list[Regel]:
    return [
        Regel(str(f.pk), str(namen.FACTOREN[Factoraard(f.aard)]), f.tekst)
        for f in alles.factoren
        if f.leefgebied == gebied
    ]


def _ondersteuning(alles: Inhoud, gebied: Leefgebied) -> list[Regel]:
    uit = []
    for rij in alles.ondersteuning:
        if rij.leefgebied == gebied:
            wie = f" ({rij.aanbieder})" if rij.aanbieder else ""
            lot = namen.LOTEN[Lot(rij.lot)]
            reden = f": {rij.reden}" if rij.reden else ""
            uit.append(Regel(str(rij.pk), f"{rij.wat}{wie}", f"{lot}{reden}"))
    return uit
