"""Acts on the agenda: which dossiers are discussed, in which order, and why. Clausule 8.1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from richting.akkoord.overleg import Agendareden
from richting.dossiers.gevraagd import check_zei_ja
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.overleg.acties.basis import (
    PLAN,
    check_gepland,
    check_open,
    check_partij,
    met_grond,
    overlegwerk,
    punt_van,
)
from richting.overleg.dagen import dag_van
from richting.overleg.models import Afspraak, Agendapunt, Overleg, Verslag
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import nieuw, werk_bij

MEESTE = 40
"""Dossiers on one agenda: more than this is no consultation any more."""


@dataclass(frozen=True)
class Voorstel:
    """A dossier for the agenda, and why."""

    dossier: UUID
    reden: Agendareden = Agendareden.VOORGESTELD
    toelichting: str = ""


def stel_voor(wie: Wie, nummer: UUID, voorstellen: Sequence[Voorstel]) -> int:
    """Put dossiers on the agenda; returns how many are new. By every desk at the table. 8.1.

    Raises NietToegestaan without an own ground, and KanNiet when the desk that leads has none.
    """
    check_partij(wie)
    with overlegwerk(wie, nummer) as (werk, rij):
        check_gepland(rij)
        return zet_op(werk, rij, voorstellen)


def haal_af(wie: Wie, nummer: UUID, punt: UUID) -> None:
    """Take a dossier off the agenda, while nothing was written about it. Clausule 8.1.

    By the desk that leads, or the one that put it there.
    """
    with overlegwerk(wie, nummer) as (werk, rij):
        check_gepland(rij)
        wat = punt_van(rij, punt)
        if wie.loket not in (rij.belegger_id, wat.loket):
            raise NietToegestaan(str(punt))
        _check_grond(werk, [wat.dossier_id])
        geschreven = (m.objects.filter(agendapunt=wat).exists() for m in (Afspraak, Verslag))
        if any(geschreven):
            raise KanNiet("geschreven", _("Over dit punt is al iets vastgelegd."))
        wat.delete()
        werk.noteer(wat.dossier_id, "overleg_van_agenda", PLAN, na=_kenmerk(rij))


def schuif_door(wie: Wie, nummer: UUID, punt: UUID, versie: int, door: bool) -> None:
    """There was no time for it (or there was after all); then it counts as not discussed."""
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        check_open(rij)
        wat = punt_van(rij, punt)
        _check_grond(werk, [wat.dossier_id])
        anders = werk_bij(wat, versie, {"doorgeschoven": door}, wie)
        if anders:
            werk.noteer(
                wat.dossier_id, "overleg_doorgeschoven", PLAN, voor=anders.voor, na=anders.na
            )


def verplaats(wie: Wie, nummer: UUID, punt: UUID, omhoog: bool) -> None:
    """Change places with the item before it, or after it, of those the leading desk sees."""
    with overlegwerk(wie, nummer, leidt=True) as (_werk, rij):
        check_gepland(rij)
        punten = list(Agendapunt.objects.select_for_update().filter(overleg=rij))
        plek = next((i for i, een in enumerate(punten) if een.pk == punt), None)
        if plek is None:
            raise NietToegestaan(str(punt))
        ander = plek - 1 if omhoog else plek + 1
        if 0 <= ander < len(punten):
            punten[plek], punten[ander] = punten[ander], punten[plek]
        for volgorde, een in enumerate(punten, start=1):
            een.volgorde = volgorde
        Agendapunt.objects.bulk_update(punten, ["volgorde"])


def zet_op(werk: Werk, rij: Overleg, voorstellen: Sequence[Voorstel]) -> int:
    """Within a unit of work: add dossiers that are not on the agenda yet. Four queries."""
    staand = Agendapunt.objects.filter(overleg=rij)
    al = set(staand.values_list("dossier", flat=True))
    nieuwe = {v.dossier: v for v in voorstellen if v.dossier not in al}
    if not nieuwe:
        return 0
    if len(al) + len(nieuwe) > MEESTE:
        raise KanNiet(
            "vol", _("Er passen niet meer dan {n} dossiers op de agenda.").format(n=MEESTE)
        )
    _check_grond(werk, nieuwe)
    if len(met_grond(nieuwe, [rij.belegger_id], PLAN, werk.wie.vandaag)) < len(nieuwe):
        zin = _("Het loket dat het overleg leidt, mag dit dossier niet bespreken.")
        raise KanNiet("geen_grond", zin)
    begin = (staand.aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1
    Agendapunt.objects.bulk_create(
        Agendapunt(
            overleg=rij,
            dossier_id=voorstel.dossier,
            categorie=PLAN,
            reden=voorstel.reden.value,
            toelichting=voorstel.toelichting,
            volgorde=begin + plek,
            **nieuw(werk.wie),
        )
        for plek, voorstel in enumerate(nieuwe.values())
    )
    for voorstel in nieuwe.values():
        na = {**_kenmerk(rij), "reden": voorstel.reden.value}
        werk.noteer(voorstel.dossier, "overleg_gepland", PLAN, na=na, reden=voorstel.toelichting)
    return len(nieuwe)


def _check_grond(werk: Werk, dossiers: Sequence[UUID] | dict[UUID, Voorstel]) -> None:
    """The acting desk has a ground for the plan of each; raises NietToegestaan.

    Raises KanNiet for a municipality that was only asked to take somebody in. Clausule 5.7.
    """
    loket = werk.wie.loket or 0
    if len(met_grond(dossiers, [loket], PLAN, werk.wie.vandaag)) < len(set(dossiers)):
        raise NietToegestaan("agenda")
    check_zei_ja(werk.wie, *dossiers)


def _kenmerk(rij: Overleg) -> dict[str, str]:
    return {
        "overleg": str(rij.pk),
        "soort": rij.soort,
        "dag": dag_van(rij.begin).isoformat(),
    }
