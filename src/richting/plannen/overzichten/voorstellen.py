"""What the rules offer for one plan: templates with their days, the short stay, who could do it.

Always within a reading (or a unit of work).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from richting.akkoord.gemeenten import herkomst
from richting.akkoord.levensloop import spoor
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.kort import Belregel, Kortregel, belronde, kortlijst
from richting.akkoord.plan.overgangen import NEGATIEF
from richting.akkoord.plan.sjablonen import Kenmerk, Situatie, Voorstel
from richting.akkoord.plan.sjablonen import voorstellen as passende
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.uitkomst import Uitkomst
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Spoor
from richting.delen.overzichten import loketten
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagde_gemeenten
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.partijen.models import Loket
from richting.plannen.models import Actie
from richting.plannen.overzichten.actielijst import acties_van
from richting.plannen.overzichten.screening import antwoorden
from richting.plannen.overzichten.standen import als_feit, ontslagdag, standen


@dataclass(frozen=True)
class Deelnemer:
    """A desk of the plan that can do something now, and the compartments it may see."""

    loket: Loket
    categorieen: frozenset[str]
    herkomst: bool

    def ziet(self, gebied: Leefgebied) -> bool:
        """It may see the plan and this life area of it."""
        return {Gegevenscategorie.PLAN.value, gebied.categorie.value} <= self.categorieen


@dataclass(frozen=True)
class Kort:
    """The short stay of one person: its track, the list, who calls whom, and the day reckoned.

    `acties` holds per code of a point the action that it became.
    """

    spoor: Uitkomst[Spoor]
    dag: date
    regels: tuple[Kortregel, ...]
    ronde: tuple[Belregel, ...]
    acties: dict[str, Actie]


def situatie(dossier: Dossier, vandaag: date) -> Situatie:
    """The days of a stay and what templates must know of it. No query when it is prefetched."""
    aannames, feiten = aannames_op(vandaag), feiten_uit_rijen(dossier)
    kenmerken = set()
    if feiten.toezicht:
        kenmerken.add(Kenmerk.TOEZICHT)
    if spoor(feiten, vandaag, aannames).waarde is Spoor.FORENSISCH:
        kenmerken.add(Kenmerk.FORENSISCH)
    return Situatie(dossier.begin, ontslagdag(dossier), vandaag, frozenset(kenmerken))


def voorstellen_voor(dossier: Dossier, vandaag: date) -> tuple[Voorstel, ...]:
    """The templates that fit this plan now, only of the life areas that this desk may see.

    Six queries. Clausule 4.3, 5.1.
    """
    gebieden = standen(dossier, vandaag)
    alle = passende(
        {gebied: een.op_ontslag for gebied, een in gebieden.items()},
        _gezegd(dossier.pk),
        [als_feit(rij) for rij in acties_van(dossier.pk)],
        situatie(dossier, vandaag),
        aannames_op(vandaag),
    )
    return tuple(een for een in alle if een.sjabloon.leefgebied in gebieden)


def kort_voor(dossier: Dossier, vandaag: date, mijn: Iterable[str]) -> Kort:
    """The list of the short stay, only of the life areas that this desk may see. Two queries.

    Clausule 3.3, 5.1. Without a known end it reckons with today: a judge may release somebody now.
    """
    stay, open_ = situatie(dossier, vandaag), set(mijn)
    dag = max(stay.ontslag or vandaag, vandaag)
    rijen = acties_van(dossier.pk)
    acties = [als_feit(rij) for rij in rijen]
    alle = kortlijst(_gezegd(dossier.pk), acties, dag, stay.kenmerken)
    regels = tuple(r for r in alle if r.punt.leefgebied.categorie.value in open_)
    uitkomst = spoor(feiten_uit_rijen(dossier), vandaag, aannames_op(vandaag))
    van_punt = {rij.sjabloon: rij for rij in rijen if rij.staat not in NEGATIEF}
    return Kort(uitkomst, dag, regels, belronde(regels), van_punt)


def deelnemers(dossier: Dossier, vandaag: date) -> list[Deelnemer]:
    """The desks of the plan with a ground today, the own kind of order: origin first. Two queries.

    Clausule 2.2, 6.4: only these can be asked for something. Not among them is a municipality that
    must still say whether somebody can live there.
    """
    mogen = loketten(dossier.pk)
    soorten = [soort.value for soort in PLANPARTIJEN]
    rijen = Loket.objects.filter(pk__in=mogen, soort__in=soorten, actief=True)
    gevraagd = alleen_gevraagde_gemeenten(dossier, vandaag)
    thuis = herkomst(feiten_uit_rijen(dossier), vandaag, aannames_op(vandaag)).waarde
    alle = [
        Deelnemer(loket, mogen[loket.pk], loket.organisatie.code == thuis)
        for loket in rijen.select_related("organisatie")
        if loket.organisatie.code not in gevraagd
    ]
    return sorted(alle, key=lambda een: (not een.herkomst, een.loket.organisatie.naam))


def wie_doet(
    soorten: Iterable[Loketsoort], gebied: Leefgebied, kring: Iterable[Deelnemer], eigen: int
) -> Loket | None:
    """The desk that comes first for something: of the first kind that is there, preferably the own.

    None when no such desk may see the life area.
    """
    mogelijk = [een for een in kring if een.ziet(gebied)]
    for soort in soorten:
        passend = [een.loket for een in mogelijk if een.loket.soort == soort]
        if passend:
            return next((loket for loket in passend if loket.pk == eigen), passend[0])
    return None


def _gezegd(dossier: UUID) -> dict[str, Antwoord]:
    """All answers that stand, of the life areas that this desk may see. One query."""
    return {
        code: antwoord
        for gebied in antwoorden(dossier).values()
        for code, antwoord in gebied.antwoorden.items()
    }
