"""One consultation as a reader sees it: the table, and of each person only the own ground."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from richting.overleg.models import Afspraak, Agendapunt, Genodigde, Overleg, Verslag
from richting.partijen.models import Lidmaatschap, Loket, Medewerker


@dataclass
class Punt:
    """An agenda item with what was written and agreed, as far as the reader may see it."""

    rij: Agendapunt
    verslagen: list[Verslag] = field(default_factory=list)
    afspraken: list[Afspraak] = field(default_factory=list)


@dataclass(frozen=True)
class Overlegbeeld:
    """A consultation: who is invited, and the items that the reader has a ground for."""

    overleg: Overleg
    genodigden: list[Genodigde]
    punten: list[Punt]
    eigen: Genodigde | None
    leidt: bool

    @property
    def dossiers(self) -> list[UUID]:
        """The dossiers on the agenda that this reader sees."""
        return [punt.rij.dossier_id for punt in self.punten]

    @property
    def categorieen(self) -> set[str]:
        """The compartments of what is shown."""
        rijen = [r for punt in self.punten for r in (punt.rij, *punt.verslagen, *punt.afspraken)]
        return {rij.categorie for rij in rijen} | ({"verblijf"} if rijen else set())


def beeld(nummer: UUID, loket: int | None) -> Overlegbeeld | None:
    """One consultation with all its parts; None when the desk may not know of it. Six queries.

    Clausule 6.4, 8.1.
    """
    rij = Overleg.objects.select_related("belegger").filter(pk=nummer).first()
    if rij is None:
        return None
    genodigden = list(
        Genodigde.objects.filter(overleg=nummer)
        .select_related("loket", "medewerker")
        .order_by("loket__naam")
    )
    eigen = next((een for een in genodigden if een.loket_id == loket), None)
    return Overlegbeeld(rij, genodigden, _punten(nummer), eigen, rij.belegger_id == loket)


def _punten(nummer: UUID) -> list[Punt]:
    rijen = (
        Agendapunt.objects.filter(overleg=nummer)
        .select_related("dossier__persoon")
        .prefetch_related(
            Prefetch("verslagen", Verslag.objects.order_by("aanvulling", "id")),
            Prefetch(
                "afspraken",
                Afspraak.objects.select_related("verantwoordelijk", "uitvoerder", "actie"),
            ),
        )
    )
    return [Punt(rij, list(rij.verslagen.all()), list(rij.afspraken.all())) for rij in rijen]


def van_dossier(dossier: UUID) -> list[Punt]:
    """All consultations about a dossier, the newest first. Three queries. Clausule 8.1."""
    rijen = (
        Agendapunt.objects.filter(dossier=dossier)
        .select_related("overleg__belegger", "dossier__persoon")
        .prefetch_related(
            Prefetch("verslagen", Verslag.objects.order_by("aanvulling", "id")),
            Prefetch(
                "afspraken",
                Afspraak.objects.select_related("verantwoordelijk", "uitvoerder", "actie"),
            ),
        )
        .order_by("-overleg__begin")
    )
    return [Punt(rij, list(rij.verslagen.all()), list(rij.afspraken.all())) for rij in rijen]


def collegas(loket: int) -> list[Medewerker]:
    """Who works at a desk now. One query."""
    leden = Lidmaatschap.objects.filter(loket=loket, medewerker__is_active=True)
    return [lid.medewerker for lid in leden.select_related("medewerker").order_by("medewerker")]


def namen_van_loketten(nummers: set[int]) -> list[Loket]:
    """These desks by name. One query."""
    return list(Loket.objects.filter(pk__in=nummers).order_by("naam"))
