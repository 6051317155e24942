"""What a reader sees of handovers: of a dossier, and those that wait at a desk."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overdracht import (
    CHECKLIJST,
    ONDERWERPCATEGORIE,
    AfspraakOnderwerp,
    Overdrachtrol,
    Overdrachtsoort,
    Overdrachtstaat,
    Overgang,
    Punt,
    mogelijk,
    nodige_afspraken,
)
from richting.akkoord.regieverloop import Regietaak, mag_hebben
from richting.akkoord.woorden import Loketsoort
from richting.partijen.models import Loket
from richting.regie.models import Overdracht, Overdrachtafspraak, Overdrachtpunt, Overdrachtstap


@dataclass(frozen=True)
class Puntbeeld:
    """An item of the checklist with how it stands; None when nobody said anything yet."""

    punt: Punt
    stand: Overdrachtpunt | None


@dataclass(frozen=True)
class Afspraakbeeld:
    """One of the two responsibilities: what was agreed, and whether it must be."""

    onderwerp: AfspraakOnderwerp
    afspraak: Overdrachtafspraak | None
    nodig: bool


@dataclass(frozen=True)
class Overdrachtbeeld:
    """One handover with everything that this reader sees of it, and what the own desk can do."""

    rij: Overdracht
    punten: list[Puntbeeld]
    afspraken: list[Afspraakbeeld]
    stappen: list[Overdrachtstap]
    daden: tuple[Overgang, ...]
    van_ons: bool
    aan_ons: bool


def overdrachten_van(dossier: UUID) -> list[Overdracht]:
    """All handovers of a dossier with their desks, newest first. One query."""
    rijen = Overdracht.objects.filter(dossier=dossier)
    return list(rijen.select_related("van_loket", "aan_loket"))


def overdrachtbeeld(
    dossier: UUID, nummer: UUID, loket: int | None, mijn: set[str]
) -> Overdrachtbeeld | None:
    """One handover; None when there is none for this reader. Four queries."""
    rij = (
        Overdracht.objects.filter(dossier=dossier, pk=nummer)
        .select_related("van_loket", "aan_loket")
        .first()
    )
    if rij is None:
        return None
    soort = Overdrachtsoort(rij.soort)
    nodig = nodige_afspraken(soort, Loketsoort(rij.aan_loket.soort))
    standen = {punt.code: punt for punt in rij.punten.all()}
    gemaakt = {een.onderwerp: een for een in rij.afspraken.select_related("loket")}
    rollen = {
        Overdrachtrol.GEVER: rij.van_loket_id == loket,
        Overdrachtrol.ONTVANGER: rij.aan_loket_id == loket,
    }
    return Overdrachtbeeld(
        rij,
        [Puntbeeld(p, standen.get(p.code)) for p in CHECKLIJST[soort] if p.categorie in mijn],
        [
            Afspraakbeeld(o, gemaakt.get(o.value), o in nodig)
            for o in AfspraakOnderwerp
            if ONDERWERPCATEGORIE[o] in mijn
        ],
        list(rij.stappen.all()),
        mogelijk(Overdrachtstaat(rij.staat), [rol for rol, is_ons in rollen.items() if is_ons]),
        rollen[Overdrachtrol.GEVER],
        rollen[Overdrachtrol.ONTVANGER],
    )


def loketten_aan_tafel(dossier: UUID) -> list[Loket]:
    """The desks that work on the plan of this dossier today. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT loket FROM delen_loketten(%s)", [dossier])
        nummers = [nummer for (nummer,) in cursor.fetchall()]
    soorten = [soort.value for soort in PLANPARTIJEN]
    return list(Loket.objects.filter(pk__in=nummers, soort__in=soorten, actief=True))


def kunnen_hebben(loketten: list[Loket], taak: Regietaak) -> list[tuple[int, str]]:
    """Those of these desks that can hold a task, as choices. No query."""
    return [(een.pk, een.naam) for een in loketten if mag_hebben(taak, Loketsoort(een.soort))]


def zonder_aanvaarding(loket: int) -> list[Overdracht]:
    """What passed to or from this desk by force of law and nobody confirmed. One query."""
    rijen = Overdracht.objects.filter(staat=Overdrachtstaat.VAN_RECHTSWEGE.value)
    van_of_aan = rijen.filter(aan_loket=loket) | rijen.filter(van_loket=loket)
    return list(
        van_of_aan.select_related("dossier__persoon", "van_loket", "aan_loket").order_by("-datum")[
            :50
        ]
    )
