"""Who knows what of a dossier: per change and per desk how far it is. Clausule 5.4, 6.4.

Always within a reading of somebody who takes part in the plan. Another desk's mailbox is not read:
functions of the database say how it stands, and leave out who is here on article 18b or the BIJ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import geldende_banden, is_gemeente
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.meldplicht import (
    KLASSEN,
    NIETZINNEN,
    Kring,
    Meldklasse,
    Nietreden,
    Weetstand,
    is_dringend,
    waarom_niet,
)
from richting.akkoord.partij import Partij
from richting.akkoord.regie import driehoek
from richting.akkoord.woorden import Feitsoort, Loketsoort
from richting.dossiers.models import Dossier
from richting.dossiers.tijdlijn import Namen, codes, zin
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.models import Journaal
from richting.partijen.models import Loket
from richting.partijen.overzichten import loketnamen, loketten_voor, namen_van
from richting.regie.aflevering import Verteld, afgeleverd
from richting.regie.tijdvakken import houders_van

WEBHOOK = "webhook"
"""The channel as it is registered in `apps.py`."""
MEESTE = 30
"""How many changes the page shows, the newest first."""
VERTELT = [soort for soort, een in KLASSEN.items() if een.kring is not Kring.NIEMAND]


@dataclass(frozen=True)
class Weetregel:
    """How one desk stands with one change."""

    loket: str
    stand: Weetstand
    op: datetime | None = None
    uiterlijk: date | None = None
    te_laat: bool = False
    dringend: bool = False
    reden: str = ""
    wat: str = ""
    webhook: datetime | None = None
    """When a system of the desk took it, over a webhook."""


@dataclass(frozen=True)
class Verandering:
    """One change with a duty to tell: what it was, who was told, and who was not, with why."""

    op: datetime
    zin: str
    door: str
    verteld: list[Weetregel]
    niet: list[Weetregel]

    @property
    def aandacht(self) -> bool:
        """Somebody is late with reading, or was forgotten."""
        vergeten = _(NIETZINNEN[Nietreden.VERGETEN])
        return any(r.te_laat for r in self.verteld) or any(r.reden == vergeten for r in self.niet)


@dataclass(frozen=True)
class Toen:
    """A ground of a desk as it was known for a while."""

    loket: int
    categorieen: frozenset[str]
    geldig_vanaf: date
    geldig_tot: date | None
    vastgesteld_op: datetime
    vervallen_op: datetime | None

    def gold(self, moment: datetime) -> bool:
        """It was known at that moment and had not ended; a later begin counts: it is told then."""
        dag = timezone.localtime(moment).date()
        weg = self.vervallen_op is not None and self.vervallen_op <= moment
        bekend = self.vastgesteld_op <= moment and not weg
        return bekend and (self.geldig_tot is None or dag < self.geldig_tot)


def wie_weet_wat(wie: Wie, dossier: UUID, feiten: Feiten) -> list[Verandering]:
    """The changes with a duty to tell that this desk may see, newest first. Seven queries."""
    journaal = list(
        Journaal.objects.filter(dossier_id=dossier, soort__in=VERTELT).order_by("-volgnummer")[
            :MEESTE
        ]
    )
    verteld = verteld_van(dossier)
    gronden = [Toen(rij[0], frozenset(rij[1]), *rij[2:]) for rij in _rijen(GRONDEN, dossier)]
    partijen = _zonder_loket(wie, dossier, feiten)
    loketten = _loketten({v.loket for v in verteld} | {g.loket for g in gronden})
    namen = _namen(journaal, loketten, partijen)
    bouwer = _Bouwer(verteld, gronden, loketten, partijen, namen, wie.vandaag)
    gevonden = ((rij, bouwer.verandering(rij)) for rij in journaal)
    return [een for rij, een in gevonden if een.verteld or not _gericht(rij)]


def _gericht(rij: Journaal) -> bool:
    """Meant for whom it concerns: with nobody asked, nobody had to hear it."""
    return KLASSEN[rij.soort].kring is Kring.GERICHT


GRONDEN = "SELECT * FROM regie_gronden_toen(%s)"
VERTELD = "SELECT * FROM regie_wie_weet(%s)"


def verteld_van(dossier: UUID) -> list[Verteld]:
    """What the desks of the plan side were told of a dossier, oldest first. One query."""
    return afgeleverd(Verteld(*rij) for rij in _rijen(VERTELD, dossier))


@dataclass(frozen=True)
class Ongelezen:
    """Something that the own desk told another, and that was not read in time."""

    dossier: UUID
    loket: str
    zin: str
    verteld_op: datetime
    uiterlijk: date


def niet_gelezen(hoeveel: int = 100) -> list[Ongelezen]:
    """What others did not read in time of what this desk told, oldest first. Two queries."""
    rijen = _rijen("SELECT * FROM regie_verteld_niet_gelezen(%s)", hoeveel)
    loketten = _loketten({rij[1] for rij in rijen})
    return [
        Ongelezen(nummer, loketten[loket].naam, _feitzin(soort), op, uiterlijk)
        for nummer, loket, soort, op, uiterlijk in rijen
        if loket in loketten
    ]


def _feitzin(soort: str) -> str:
    return _(regel_voor(Feitsoort(soort)).zin) if soort in set(Feitsoort) else ""


@dataclass(frozen=True)
class _Bouwer:
    """Puts journal, mailboxes and grounds of one dossier together."""

    verteld: list[Verteld]
    gronden: list[Toen]
    loketten: Mapping[int, Loket]
    partijen: Mapping[Partij, int | None]
    namen: Namen
    op: date

    def verandering(self, rij: Journaal) -> Verandering:
        """One change: who was told of it, and who was not."""
        klasse = KLASSEN[rij.soort]
        alle = [v for v in self.verteld if self._hoort_bij(v, rij, klasse)]
        hierbij = {(v.loket, v.soort): v for v in alle}.values()
        al = {v.loket for v in hierbij}
        return Verandering(
            rij.tijdstip,
            zin(rij, self.namen),
            rij.door,
            [self._weet(v) for v in hierbij if v.loket in self.loketten],
            list(self._niet(rij, klasse, al)),
        )

    def _hoort_bij(self, verteld: Verteld, rij: Journaal, klasse: Meldklasse) -> bool:
        soorten = {*klasse.feiten, Feitsoort.NIET_MEER_VAN_U}
        return verteld.aangemaakt_op == rij.tijdstip and verteld.soort in soorten

    def _weet(self, verteld: Verteld) -> Weetregel:
        te_laat = verteld.gelezen_op is None and verteld.uiterlijk < self.op
        weg = verteld.soort == Feitsoort.NIET_MEER_VAN_U
        return Weetregel(
            self.loketten[verteld.loket].naam,
            verteld.stand,
            verteld.moment,
            verteld.uiterlijk,
            te_laat,
            is_dringend(verteld.soort),
            wat=_("hoorde dat het dossier niet meer van dit loket is") if weg else "",
            webhook=dict(verteld.langs).get(WEBHOOK),
        )

    def _niet(self, rij: Journaal, klasse: Meldklasse, al: set[int]) -> Iterator[Weetregel]:
        for nummer, loket in sorted(self.loketten.items(), key=lambda paar: paar[1].naam):
            if nummer not in al:
                open_ = self._open(nummer, rij.tijdstip)
                afzender = nummer == rij.loket
                reden = waarom_niet(klasse, loket.soort, open_, afzender=afzender)
                yield _niet_verteld(loket.naam, reden)
        for partij, eigen in sorted(self.partijen.items(), key=lambda paar: paar[0]):
            if eigen not in self.loketten:
                reden = Nietreden.GEEN_GROND if eigen else Nietreden.GEEN_LOKET
                yield _niet_verteld(self.namen.organisatie(partij.organisatie), reden)

    def _open(self, loket: int, moment: datetime) -> set[str]:
        return {
            categorie
            for grond in self.gronden
            if grond.loket == loket and grond.gold(moment)
            for categorie in grond.categorieen
        }


def _niet_verteld(naam: str, reden: Nietreden) -> Weetregel:
    return Weetregel(naam, Weetstand.NIET_VERTELD, reden=_(NIETZINNEN[reden]))


def _zonder_loket(wie: Wie, dossier: UUID, feiten: Feiten) -> dict[Partij, int | None]:
    """The parties in play, each with its desk; None when the organisation has none here."""
    op, aannames = wie.vandaag, aannames_op(wie.vandaag)
    partijen = {stoel.partij for stoel in driehoek(feiten, op, aannames) if stoel.partij}
    partijen |= set(houders_van(dossier, wie).values())
    partijen |= {
        Partij(Loketsoort.NAZORG, band.gemeente)
        for band in geldende_banden(feiten, op, aannames)
        if is_gemeente(band.gemeente)
    }
    gevonden = loketten_voor(partijen, op)
    return {partij: gevonden.get(partij) for partij in partijen}


def _loketten(nummers: Iterable[int]) -> dict[int, Loket]:
    return Loket.objects.in_bulk(list(nummers))


def _namen(
    journaal: Iterable[Journaal], loketten: Mapping[int, Loket], partijen: Iterable[Partij]
) -> Namen:
    return Namen(
        namen_van(codes(journaal) | {partij.organisatie for partij in partijen}),
        {nummer: loket.naam for nummer, loket in loketten.items()},
    )


def _rijen(vraag: str, *waarden: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        return list(cursor.fetchall())


def dossiers_van(regels: Iterable[Ongelezen]) -> dict[UUID, Dossier]:
    """The dossiers of these lines, with their person, as this desk may see them. One query."""
    rijen = Dossier.objects.filter(pk__in={regel.dossier for regel in regels})
    return {rij.pk: rij for rij in rijen.select_related("persoon")}


def namen_van_loketten(nummers: Iterable[int]) -> list[str]:
    """The names of desks. One query, none for none."""
    return list(loketnamen(nummers).values())
