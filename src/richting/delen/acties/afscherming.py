"""Restrictions on one dossier: only these staff, or not this member of staff. Clausule 3.6.

Who may: the manager of a desk for the own desk, the privacy officer for the own organisation. Who
may not gets NietToegestaan, and a page answers 404.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from richting.delen import overzichten
from richting.delen.acties.herrekening import ONGEZIEN
from richting.delen.models import Afscherming
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap


def scherm_af(wie: Wie, dossier: UUID, loket: int, medewerkers: Sequence[int], reden: str) -> None:
    """From now on only these staff of this desk see the dossier. Clausule 3.6.

    Staff who were named before stay named. Raises NietToegestaan, or KanNiet when somebody does
    not work at the desk.
    """
    with verwerking(wie) as werk:
        _check(dossier, loket)
        leden = set(
            Lidmaatschap.objects.filter(loket=loket, medewerker__in=medewerkers).values_list(
                "medewerker", flat=True
            )
        )
        if not medewerkers or leden != set(medewerkers):
            raise KanNiet("geen_lid", "Kies medewerkers die bij dit loket werken.")
        al = _geldend(dossier).filter(soort=Afscherming.ALLEEN, loket=loket)
        nieuw = sorted(leden - set(al.values_list("medewerker", flat=True)))
        Afscherming.objects.bulk_create(
            _rij(wie, dossier, Afscherming.ALLEEN, loket, iemand, reden) for iemand in nieuw
        )
        if nieuw:
            _noteer(werk, dossier, "afgeschermd", loket, nieuw, reden)


def sluit_uit(wie: Wie, dossier: UUID, loket: int, medewerker: int, reden: str) -> None:
    """From now on this member of staff sees nothing of the dossier, at any desk.

    For a relative, a neighbour, an old acquaintance. Raises NietToegestaan, or KanNiet when the
    person does not work at the desk.
    """
    with verwerking(wie) as werk:
        _check(dossier, loket)
        if not Lidmaatschap.objects.filter(loket=loket, medewerker=medewerker).exists():
            raise KanNiet("geen_lid", "Kies een medewerker die bij dit loket werkt.")
        if _geldend(dossier).filter(soort=Afscherming.NIET, medewerker=medewerker).exists():
            raise KanNiet("al_uitgesloten", "Deze medewerker is al uitgesloten van dit dossier.")
        _rij(wie, dossier, Afscherming.NIET, loket, medewerker, reden).save()
        _noteer(werk, dossier, "uitgesloten", loket, [medewerker], reden)


def beeindig_afscherming(wie: Wie, dossier: UUID, afscherming: int, reden: str) -> None:
    """End one restriction; the row stays, with its end. Raises NietToegestaan.

    The shield that follows from the facts (no desk named) ends with those facts, not by hand.
    """
    with verwerking(wie) as werk:
        rij = _geldend(dossier).filter(pk=afscherming, loket__isnull=False).first()
        if rij is None or rij.loket_id is None:
            raise NietToegestaan(str(dossier))
        _check(dossier, rij.loket_id)
        rij.beeindigd_op = wie.nu
        rij.save(update_fields=["beeindigd_op"])
        wat = {"soort": rij.soort, "loket": rij.loket_id, "medewerkers": [rij.medewerker_id]}
        werk.noteer(dossier, "afscherming_beeindigd", ONGEZIEN, voor=wat, reden=reden)


def _check(dossier: UUID, loket: int) -> None:
    if loket not in overzichten.afschermbare_loketten(dossier):
        raise NietToegestaan(str(dossier))


def _geldend(dossier: UUID) -> Any:
    return Afscherming.objects.filter(dossier=dossier, beeindigd_op=None)


def _rij(
    wie: Wie, dossier: UUID, soort: str, loket: int, medewerker: int, reden: str
) -> Afscherming:
    return Afscherming(
        dossier_id=dossier,
        soort=soort,
        loket_id=loket,
        medewerker_id=medewerker,
        reden=reden,
        gezet_op=wie.nu,
        gezet_door=wie.medewerker,
    )


def _noteer(
    werk: Werk, dossier: UUID, soort: str, loket: int, medewerkers: Sequence[int], reden: str
) -> None:
    wat = {"loket": loket, "medewerkers": list(medewerkers)}
    werk.noteer(dossier, soort, ONGEZIEN, na=wat, reden=reden)
