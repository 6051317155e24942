"""How an action is shown: its words, its badges, and the buttons for what this desk may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from richting.akkoord.plan.overgangen import OPEN, Daad, Overgang, mogelijk, rollen
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat
from richting.dossiers.models import Dossier
from richting.dossiers.tijdlijn import Regel
from richting.plannen import actienamen
from richting.plannen.models import Actie
from richting.plannen.overzichten import plaatsen
from richting.plannen.overzichten.actielijst import is_te_laat
from richting.plannen.overzichten.voorzieningen import te_vragen_gebieden

DIRECT = frozenset({Daad.AANVAARDEN, Daad.BEGINNEN, Daad.AFRONDEN, Daad.OVERNEMEN})
"""Acts that a list offers as one button; the others need words and have a form on the page."""


@dataclass(frozen=True)
class Knop:
    """A button of an action: what it does and says, and where; `direct` needs no form."""

    daad: str
    tekst: str
    direct: bool
    adres: str


@dataclass(frozen=True)
class Actiebeeld:
    """An action as lists and pages show it. `verweesd`: who does it, sees the dossier no more."""

    rij: Actie
    adres: str
    wat: str
    staat: str
    soort: str
    reden: str
    te_laat: bool
    verweesd: bool
    open: bool
    knoppen: tuple[Knop, ...]
    plekken: tuple[tuple[str, str, str], ...] = ()
    kan_plek: bool = False
    """Places asked for it (name, state, badge), and whether one can be asked."""

    @property
    def herkomst(self) -> str:
        """Goes on, starts or follows."""
        return str(actienamen.HERKOMSTEN[Actieherkomst(self.rij.herkomst)])

    @property
    def kader(self) -> str:
        """Voluntary or not."""
        return str(actienamen.KADERS[Actiekader(self.rij.kader)])

    @property
    def nog_niet_begonnen(self) -> bool:
        """It still has to start: the day on which matters."""
        return self.rij.staat in (Actiestaat.GEVRAAGD, Actiestaat.AFGESPROKEN)

    @property
    def verloop(self) -> list[Regel]:
        """The history, newest first. Clausule 8.5."""
        regels = []
        for stap in self.rij.stappen.all():
            uitleg = ": ".join(t for t in (actienamen.redenzin(stap.reden), stap.toelichting) if t)
            naam = str(actienamen.STATEN[Actiestaat(stap.naar)])
            zin = _("Gewijzigd") if stap.van == stap.naar and not stap.reden else naam
            regels.append(Regel(stap.op, zin, stap.door, uitleg, nieuw=False))
        return regels[::-1]


def overgangen(rij: Actie, loket: int | None, verweesd: Iterable[UUID]) -> tuple[Overgang, ...]:
    """What this desk may do with an action; `verweesd` are those whose desk lost its ground."""
    eigen = rollen(
        loket, rij.verantwoordelijk_id, rij.gevraagd_door_id, ziet_nog=rij.pk not in set(verweesd)
    )
    return mogelijk(Actiestaat(rij.staat), eigen)


@dataclass(frozen=True)
class Plekken:
    """The places of a plan per action, and the life areas in which a place can be asked."""

    per_actie: Mapping[UUID, Sequence[tuple[str, str, str]]]
    gebieden: frozenset[str]


GEEN_PLEKKEN = Plekken({}, frozenset())


def plekken(dossier: Dossier, vandaag: date) -> Plekken:
    """The places of this plan. Two queries. Clausule 8.3."""
    rijen = plaatsen.plaatsen_van(dossier.pk)
    return Plekken(plaatsen.in_kort(rijen, vandaag), te_vragen_gebieden(dossier, vandaag))


def beeld(
    rij: Actie,
    loket: int | None,
    vandaag: date,
    verweesd: Iterable[UUID],
    bij: Plekken = GEEN_PLEKKEN,
) -> Actiebeeld:
    """One action as this desk sees it. No query."""
    staat, wees = Actiestaat(rij.staat), set(verweesd)
    adres = reverse("plannen:actie", args=[rij.dossier_id, rij.pk])
    return Actiebeeld(
        rij=rij,
        adres=adres,
        wat=actienamen.omschrijving(rij),
        staat=str(actienamen.STATEN[staat]),
        soort=actienamen.SOORT[staat],
        reden=actienamen.reden_nu(rij.staat, rij.reden),
        te_laat=is_te_laat(rij, vandaag),
        verweesd=rij.pk in wees,
        open=staat in OPEN,
        knoppen=tuple(_knop(o.daad, adres) for o in overgangen(rij, loket, wees)),
        plekken=tuple(bij.per_actie.get(rij.pk, ())),
        kan_plek=staat in OPEN and rij.leefgebied in bij.gebieden,
    )


def _knop(daad: Daad, adres: str) -> Knop:
    """What is direct has its own address under that of the action; the rest is on its page."""
    direct = daad in DIRECT
    waar = f"{adres}{daad.value}/" if direct else f"{adres}#{daad.value}"
    return Knop(daad.value, str(actienamen.DADEN[daad]), direct, waar)
