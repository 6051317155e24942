"""How far a melding came: in the mailbox is delivered; another channel can say more.

A channel (mail, a webhook) registers its steps (`meldingen.bewijs.registreer_kanaal`). With no
channel the mailbox itself is the proof: the row stands there in the transaction of its cause.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from richting.akkoord.meldplicht import Weetstand
from richting.meldingen.bewijs import Kanaalstap, kanaalstappen


@dataclass(frozen=True)
class Verteld:
    """One line in a mailbox of another desk, and how far that desk is with it."""

    melding: UUID
    loket: int
    soort: str
    aangemaakt_op: datetime
    uiterlijk: date
    gelezen_op: datetime | None
    bevestigd_op: datetime | None
    afgeleverd_op: datetime | None = None
    kanalen: tuple[Kanaalstap, ...] = ()

    @property
    def stand(self) -> Weetstand:
        """The furthest step: confirmed, read, delivered, or only told."""
        if self.bevestigd_op:
            return Weetstand.BEVESTIGD
        if self.gelezen_op:
            return Weetstand.GELEZEN
        return Weetstand.AFGELEVERD if self.afgeleverd_op else Weetstand.VERTELD

    @property
    def moment(self) -> datetime:
        """When that step was taken."""
        return self.bevestigd_op or self.gelezen_op or self.afgeleverd_op or self.aangemaakt_op


def postbus(meldingen: Iterable[Verteld]) -> dict[UUID, datetime]:
    """The mailbox: delivered the moment it was told."""
    return {verteld.melding: verteld.aangemaakt_op for verteld in meldingen}


def afgeleverd(meldingen: Iterable[Verteld]) -> list[Verteld]:
    """These lines with when they were delivered, by whichever channel was first. Clausule 5.4."""
    alle = list(meldingen)
    nummers = [v.melding for v in alle]
    eerst, kanalen = postbus(alle), kanaalstappen(nummers)
    bezorgd = [
        (nummer, stap.aangenomen_op)
        for nummer, stappen in kanalen.items()
        for stap in stappen
        if stap.aangenomen_op
    ]
    for nummer, moment in bezorgd:
        eerst[nummer] = min(moment, eerst.get(nummer, moment))
    return [
        replace(v, afgeleverd_op=eerst.get(v.melding), kanalen=tuple(kanalen.get(v.melding, ())))
        for v in alle
    ]
