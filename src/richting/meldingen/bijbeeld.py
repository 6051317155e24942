"""What the mayor's office reads of the BIJ: its list, one message, the proof. Clausule 6.5.

Always within a reading: row security shows the messages of the own desk and nothing else. Equal for
a message that is not there and one that is somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from richting.akkoord import bijberichten as regels
from richting.akkoord.aannames import Aannames
from richting.akkoord.bijberichten import GEGEVENS, MAG, Bijdaad, Bijgegeven, Bijstaat
from richting.akkoord.grondslagen.register import BIJ
from richting.delen.models import Grond
from richting.dossiers.models import Dossier
from richting.meldingen.models import Bijbericht, Bijvernietiging, Bijversie

PER_PAGINA = 50


class Bijlijstsoort(StrEnum):
    """The lists of the mayor's office."""

    NIEUW = "nieuw"
    OPEN = "open"
    BEANTWOORD = "beantwoord"
    TE_VERNIETIGEN = "te-vernietigen"
    VERANTWOORDING = "verantwoording"


@dataclass(frozen=True)
class Bijbeeld:
    """A message as its desk reads it, with its last version.

    `dossier` is None when only the message is left. `antwoord_op` is the day by which the desk
    answers, or first confirms; None when it did.
    """

    rij: Bijbericht
    versie: Bijversie
    dossier: Dossier | None
    staat: Bijstaat
    te_laat: int
    antwoord_op: date | None

    @property
    def naam(self) -> str:
        """Surname first, as the message says it."""
        inhoud = self.versie.inhoud
        return ", ".join(str(inhoud[deel]) for deel in ("naam", "voornamen") if inhoud.get(deel))

    @property
    def mag(self) -> frozenset[Bijdaad]:
        """What the desk can do with it now."""
        return MAG[self.staat]

    @property
    def bewaren_tot(self) -> date:
        """On which day it is gone at the latest, as things stand."""
        dagen = (een.bewaren_tot for een in self.rij.versies.all() if een.verwijderd_op is None)
        return max(dagen, default=self.versie.bewaren_tot)


@dataclass(frozen=True)
class Gegeven:
    """One datum of the closed list: its name, its article, its values; `anders` than before."""

    gegeven: Bijgegeven
    naam: str
    artikel: str
    waarden: list[Any]
    anders: bool


@dataclass(frozen=True)
class Bijpagina:
    """All that the page of one message says."""

    beeld: Bijbeeld
    gegevens: list[Gegeven]
    onbekend: list[Bijgegeven]
    versies: list[Bijversie]
    waarom: str
    verantwoorden_tot: date | None


FILTERS: dict[Bijlijstsoort, dict[str, Any]] = {
    Bijlijstsoort.NIEUW: {"ontvangen__lt": F("versie")},
    Bijlijstsoort.OPEN: {"ontvangen__gte": F("versie"), "beantwoord__lt": F("versie")},
    Bijlijstsoort.BEANTWOORD: {"beantwoord__gte": F("versie"), "afgehandeld__lt": F("versie")},
    Bijlijstsoort.TE_VERNIETIGEN: {"afgehandeld__gte": F("versie")},
    Bijlijstsoort.VERANTWOORDING: {},
}


def lijst(
    loket: int, soort: Bijlijstsoort, aannames: Aannames, na: int = 0
) -> tuple[list[Bijbeeld], int | None]:
    """One page of a list of this desk, what was told first on top, and where the next begins.

    Four queries, whatever the size. Clausule 6.5.
    """
    rijen = _van(loket, soort).order_by("verstrekt_op", "pk")
    gevonden = list(rijen[na : na + PER_PAGINA + 1].prefetch_related("versies"))
    bladzijde = gevonden[:PER_PAGINA]
    beelden = _beelden(bladzijde, aannames)
    return beelden, na + PER_PAGINA if len(gevonden) > PER_PAGINA else None


def aantallen(loket: int) -> dict[Bijlijstsoort, int]:
    """How many stand on each list of this desk. One query per list."""
    return {soort: _van(loket, soort).count() for soort in Bijlijstsoort}


def _van(loket: int, soort: Bijlijstsoort) -> QuerySet[Bijbericht]:
    eigen = Bijbericht.objects.filter(loket=loket)
    if soort is Bijlijstsoort.VERANTWOORDING:
        return eigen.filter(verwijderd_op__isnull=False)
    return eigen.filter(beeindigd_op=None, **FILTERS[soort])


def van_dossier(dossier: UUID, loket: int, aannames: Aannames) -> list[Bijbeeld]:
    """What this desk has of a dossier now. Three queries."""
    rijen = Bijbericht.objects.filter(dossier=dossier, loket=loket, verwijderd_op=None)
    return _beelden(list(rijen.order_by("-verstrekt_op").prefetch_related("versies")), aannames)


def bericht(loket: int, dossier: UUID, nummer: UUID, aannames: Aannames) -> Bijpagina | None:
    """One message of this desk; None when it has none like that. One query then, else four."""
    rijen = list(Bijbericht.objects.filter(pk=nummer, dossier=dossier, loket=loket))
    if not rijen:
        return None
    beelden = _beelden(rijen, aannames)
    if not beelden:
        return None
    beeld, versies = beelden[0], list(rijen[0].versies.all())
    verwijderd = beeld.rij.verwijderd_op
    return Bijpagina(
        beeld=beeld,
        gegevens=list(gegevens(beeld.versie, _vorige(beeld.versie, versies))),
        onbekend=[g for g in Bijgegeven if not beeld.versie.inhoud.get(g.value)],
        versies=versies,
        waarom=_waarom(dossier, loket),
        verantwoorden_tot=regels.verantwoorden_tot(verwijderd, aannames) if verwijderd else None,
    )


def gegevens(versie: Bijversie, vorige: Bijversie | None) -> Iterable[Gegeven]:
    """What a version says, in the order of the decree. Artikel Bjsg 11a. Clausule 6.5."""
    for gegeven in Bijgegeven:
        waarde = versie.inhoud.get(gegeven.value)
        if not waarde:
            continue
        regel = GEGEVENS[gegeven]
        los = waarde if isinstance(waarde, list) else [waarde]
        yield Gegeven(
            gegeven,
            regel.naam,
            regel.artikel,
            [date.fromisoformat(een) for een in los] if regel.is_datum else los,
            vorige is not None and vorige.inhoud.get(gegeven.value) != waarde,
        )


def protocol(loket: int | None, hoeveel: int = 200) -> list[Bijvernietiging]:
    """What was destroyed, newest first: of this desk, or of all that the reader may see (None).

    One query. Clausule 6.5.
    """
    rijen = Bijvernietiging.objects.select_related("loket").order_by("-vernietigd_op", "-pk")
    if loket is not None:
        rijen = rijen.filter(loket=loket)
    return list(rijen[:hoeveel])


def _vorige(versie: Bijversie, versies: list[Bijversie]) -> Bijversie | None:
    eerder = [een for een in versies if een.versie < versie.versie]
    return max(eerder, key=lambda een: een.versie, default=None)


def _waarom(dossier: UUID, loket: int) -> str:
    """The sentence of the ground, as row security shows it today."""
    rijen = Grond.objects.filter(dossier=dossier, loket=loket, grondslag=BIJ.code)
    zinnen = rijen.order_by("geldig_vanaf").values_list("zin", flat=True)
    return zinnen.last() or ""


def _beelden(rijen: list[Bijbericht], aannames: Aannames) -> list[Bijbeeld]:
    """With the dossiers that may still be seen. One query."""
    nummers = {rij.dossier_id for rij in rijen}
    dossiers = {
        rij.pk: rij for rij in Dossier.objects.filter(pk__in=nummers).select_related("persoon")
    }
    return [
        _beeld(rij, versie, dossiers.get(rij.dossier_id), aannames)
        for rij in rijen
        if (versie := max(rij.versies.all(), key=lambda een: een.versie, default=None))
    ]


def _beeld(
    rij: Bijbericht, versie: Bijversie, dossier: Dossier | None, aannames: Aannames
) -> Bijbeeld:
    staat = regels.staat(rij.stappen)
    dag = timezone.localtime(versie.verstrekt_op).date()
    voor = {
        Bijstaat.NIEUW: regels.ontvangst_voor(dag, aannames),
        Bijstaat.OPEN: regels.antwoord_voor(dag, aannames),
    }
    verstrekt = timezone.localtime(rij.verstrekt_op).date()
    return Bijbeeld(
        rij,
        versie,
        dossier,
        staat,
        regels.dagen_te_laat(verstrekt, rij.uiterlijk),
        voor.get(staat),
    )
