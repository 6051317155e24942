"""Proof of one melding: due, sent, accepted, read, acknowledged, or why not. Clausule 5.4, 6.5."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.taal import vertaalbaar as _


class Bewijsstand(StrEnum):
    """What the proof of a melding comes to."""

    BEVESTIGD = "bevestigd"
    OP_TIJD = "op_tijd"
    TE_LAAT_GELEZEN = "te_laat_gelezen"
    WACHT = "wacht"
    NIET_GELEZEN = "niet_gelezen"
    NIET_MEER = "niet_meer"
    TE_LAAT_VERTELD = "te_laat_verteld"
    NIET_VERTELD = "niet_verteld"


ZINNEN: dict[Bewijsstand, str] = {
    Bewijsstand.BEVESTIGD: _("Gezien en bevestigd."),
    Bewijsstand.OP_TIJD: _("Op tijd gelezen."),
    Bewijsstand.TE_LAAT_GELEZEN: _("Gelezen, maar te laat."),
    Bewijsstand.WACHT: _("Nog niet gelezen. Dat kan nog op tijd."),
    Bewijsstand.NIET_GELEZEN: _("Nog niet gelezen, en het is te laat. Bel het loket."),
    Bewijsstand.NIET_MEER: _("Niet gelezen, en het loket mag dit dossier niet meer zien."),
    Bewijsstand.TE_LAAT_VERTELD: _("Te laat verteld."),
    Bewijsstand.NIET_VERTELD: _("Niet verteld. Dit had verteld moeten worden."),
}
KLOPT_NIET = frozenset(
    {
        Bewijsstand.TE_LAAT_GELEZEN,
        Bewijsstand.NIET_GELEZEN,
        Bewijsstand.TE_LAAT_VERTELD,
        Bewijsstand.NIET_VERTELD,
    }
)
"""What is missing or came too late."""


@dataclass(frozen=True)
class Stappen:
    """The days of one melding; None for a step that was not taken. `verteld` None: no melding."""

    uiterlijk: date | None
    verteld: date | None
    gelezen: date | None = None
    bevestigd: date | None = None
    mag_zien: bool = True


def bewijsstand(stappen: Stappen, vandaag: date) -> Bewijsstand:
    """What the steps of a melding prove, on a day. Clausule 5.4, 6.5."""
    if stappen.verteld is None:
        return Bewijsstand.NIET_VERTELD
    uiterlijk = stappen.uiterlijk or date.max
    if stappen.verteld > uiterlijk:
        return Bewijsstand.TE_LAAT_VERTELD
    if stappen.gelezen is None:
        return _ongelezen(stappen, uiterlijk, vandaag)
    if stappen.gelezen > uiterlijk:
        return Bewijsstand.TE_LAAT_GELEZEN
    return Bewijsstand.BEVESTIGD if stappen.bevestigd else Bewijsstand.OP_TIJD


def _ongelezen(stappen: Stappen, uiterlijk: date, vandaag: date) -> Bewijsstand:
    if not stappen.mag_zien:
        return Bewijsstand.NIET_MEER
    return Bewijsstand.NIET_GELEZEN if vandaag > uiterlijk else Bewijsstand.WACHT
