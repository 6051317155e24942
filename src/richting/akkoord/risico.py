"""The mark of art. 18b and the table around it: which counts, who sits there, what can be done.

A source may tell of the mark, and a party may set it here: it is one mark, with its source. The
table lies apart from the plan: no rule of the plan asks anything here. Artikel Pbw 18b.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.grondslagen import Grond, is_geldig
from richting.akkoord.grondslagen.register import PBW_18B
from richting.akkoord.kalender import plus_maanden, plus_werkdagen
from richting.akkoord.partij import Partij
from richting.akkoord.periode import vroegste
from richting.akkoord.taal import vertaalbaar as _

TAFELSOORTEN = PBW_18B.naar
"""The kinds of desks that can sit at the table."""


class Risiconiveau(StrEnum):
    """How high the risk is; no lower one opens a table."""

    MIDDEN = "midden"
    HOOG = "hoog"


class Risicobron(StrEnum):
    """Where the mark that counts comes from."""

    BERICHT = "bericht"
    HAND = "hand"


class Tafelstaat(StrEnum):
    """How a table stands on a day."""

    NOG_NIET = "nog_niet"
    OPEN = "open"
    GESLOTEN = "gesloten"
    VOORBIJ = "voorbij"


class Bijdragesoort(StrEnum):
    """What a party shares at the table; `niets` says that it looked and has nothing."""

    FEIT = "feit"
    ZORGPUNT = "zorgpunt"
    BESCHERMEND = "beschermend"
    MAATREGEL = "maatregel"
    NIETS = "niets"


class Risicoafspraakstaat(StrEnum):
    """How an agreement of the table stands."""

    OPEN = "open"
    GEDAAN = "gedaan"
    NIET_GEDAAN = "niet_gedaan"


@dataclass(frozen=True)
class Markering:
    """The mark from `vanaf`; `tot` is the first day without, None when the source gives none.

    `gesloten_op` is the day on which a party ended it: from then on the table only reads.
    `besloten_op` is the day on which a party last decided; None for what a message told.
    """

    vanaf: date
    tot: date | None = None
    bron: Risicobron = Risicobron.BERICHT
    gesloten_op: date | None = None
    besloten_op: date | None = None

    @property
    def open_tot(self) -> date | None:
        """The first day on which nothing can be written any more."""
        return vroegste(self.gesloten_op, self.tot)


@dataclass(frozen=True)
class Beoordeling:
    """What a mark by hand rests on: how high, by which instrument, when, and until when it holds.

    `geldig_tot` is the first day without.
    """

    niveau: Risiconiveau
    instrument: str
    beoordeeld_op: date
    geldig_tot: date


def geldende(bericht: Markering | None, hand: Markering | None) -> Markering | None:
    """Which mark counts: what a party decided here, unless a message begins after that day.

    So what a source tells again never undoes what a party ended or renewed. A message that begins
    while the mark by hand is open goes on with it, from its first day. Clausule 6.3.
    """
    if bericht is None or hand is None:
        return hand or bericht
    if hand.besloten_op is None or bericht.vanaf <= hand.besloten_op:
        return hand
    loopt_door = hand.open_tot is None or hand.open_tot > bericht.vanaf
    return replace(bericht, vanaf=hand.vanaf) if loopt_door else bericht


def zelfde_tafel(tafel: Markering, markering: Markering) -> bool:
    """This mark goes on with the table of that one; else it is a table of its own. Clausule 6.3.

    What was said at a table that ended does not come back with a later mark.
    """
    einde = tafel.open_tot
    return markering.vanaf <= tafel.vanaf or einde is None or markering.vanaf < einde


def aan_tafel(gronden: Iterable[Grond], op: date) -> frozenset[Partij]:
    """Who sits at the table on a day: exactly who has a ground of art. 18b then.

    Clausule 3.7, 6.3, 6.4.
    """
    return frozenset(
        grond.partij
        for grond in gronden
        if grond.grondslag == PBW_18B.code and is_geldig(grond, op)
    )


def tafelstaat(markering: Markering | None, op: date, *, bezet: bool) -> Tafelstaat:
    """How the table stands on a day; with nobody at it (`bezet`) there is none. Clausule 6.3."""
    if markering is None or op < markering.vanaf:
        return Tafelstaat.NOG_NIET
    if (markering.tot is not None and markering.tot <= op) or not bezet:
        return Tafelstaat.VOORBIJ
    gesloten = markering.gesloten_op is not None and markering.gesloten_op <= op
    return Tafelstaat.GESLOTEN if gesloten else Tafelstaat.OPEN


def mag_markeren(loketsoort: str, aannames: Aannames = AANNAMES) -> bool:
    """Whether a desk of this kind marks, renews and ends. An assumption. Clausule 6.3."""
    return loketsoort in TAFELSOORTEN and loketsoort in aannames.risico_markeerders


def loopt(markering: Markering | None, op: date) -> bool:
    """The mark holds or will hold, and nobody ended it. Clausule 6.3."""
    return markering is not None and (markering.open_tot is None or op < markering.open_tot)


def waarom_niet_markeren(markering: Markering | None, op: date) -> str:
    """Why no new mark can be set today; empty when it can. Clausule 6.3."""
    return AL_GEMARKEERD if loopt(markering, op) else ""


def waarom_niet_wijzigen(markering: Markering | None, op: date) -> str:
    """Why the mark cannot be renewed or ended, and nothing written at its table. Clausule 6.3."""
    if not loopt(markering, op):
        return GESLOTEN
    return BEGINT_LATER if markering is not None and op < markering.vanaf else ""


def waarom_geen_beoordeling(wat: Beoordeling, op: date, aannames: Aannames = AANNAMES) -> str:
    """Why an assessment carries no mark; empty when it does. Clausule 6.3."""
    if wat.instrument not in aannames.risico_instrumenten:
        return _("Kies een instrument uit de lijst.")
    if wat.beoordeeld_op > op:
        return _("De beoordeling kan niet in de toekomst liggen.")
    if wat.geldig_tot <= op:
        return _("Kies een dag na vandaag: daarna geldt de markering niet meer.")
    if wat.geldig_tot > geldig_hoogstens(wat.beoordeeld_op, aannames):
        return _("Zo lang geldt een beoordeling niet. Kies een eerdere dag, of beoordeel opnieuw.")
    return ""


def geldig_hoogstens(beoordeeld_op: date, aannames: Aannames = AANNAMES) -> date:
    """Until when an assessment of this day can carry a mark. Clausule 6.3."""
    return plus_maanden(beoordeeld_op, aannames.risico_geldig_maanden)


def beeindigd(markering: Markering, op: date, aannames: Aannames = AANNAMES) -> Markering:
    """The mark as it is when a party ends it today: closed at once, to be read for a while.

    Clausule 6.3, 6.4.
    """
    lezen_tot = op + timedelta(days=aannames.risico_inzien_dagen)
    return Markering(
        markering.vanaf,
        vroegste(markering.tot, lezen_tot),
        Risicobron.HAND,
        gesloten_op=op,
        besloten_op=op,
    )


def inbreng_voor(sinds: date, aannames: Aannames = AANNAMES) -> date:
    """By when a party that sits at the table since that day shares what it knows. Clausule 6.3."""
    return plus_werkdagen(sinds, aannames.risico_inbreng_werkdagen)


AL_GEMARKEERD = _("Er is al een markering. Verleng die, of beëindig die eerst.")
GESLOTEN = _("Deze tafel is gesloten. U kunt nog lezen, en niets meer toevoegen.")
BEGINT_LATER = _("Deze markering begint later. Tot die dag is er nog geen tafel.")
GEEN_TAFEL = _("Dit verblijf valt niet onder artikel 18b: er is niemand die dit risico mag delen.")
