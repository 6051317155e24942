"""A post: one thing that one desk must do for one dossier by a day. Clausule 5.1, 5.4.

A post is computed from facts and rows each time, never stored; so a date that moves, moves it too.
Rooms make them (`regie.posten`), the rules here say how one stands on a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie


class Poststaat(StrEnum):
    """How a post stands on a day."""

    OPEN = "open"
    UITGESTELD = "uitgesteld"
    TE_LAAT = "te_laat"
    GEHAALD = "gehaald"
    LAAT_GEDAAN = "laat_gedaan"
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class Post:
    """One thing that a desk must do, or waits for.

    `sleutel` names it within the dossier and stays the same when its day moves. `loket` has it to
    do; `wachter` is the desk that waits for it. `medewerker` when it is on one person. `categorie`
    is the compartment it speaks of: who may not see that, sees no post. `pagina` is the name of the
    address where it is done, `delen` its arguments after the dossier. `gedaan_op` and
    `vervallen_op` end it; `uitgesteld_tot` puts it off, with a reason.
    """

    soort: str
    sleutel: str
    loket: int
    uiterlijk: date
    sinds: date
    zin: str
    bron: Bron
    categorie: Gegevenscategorie = Gegevenscategorie.VERBLIJF
    wachter: int | None = None
    medewerker: int | None = None
    pagina: str = "dossiers:dossier"
    delen: tuple[str, ...] = ()
    gedaan_op: date | None = None
    vervallen_op: date | None = None
    uitgesteld_tot: date | None = None


def staat(post: Post, op: date) -> Poststaat:
    """How a post stands on a day: the last day itself is in time. Clausule 5.1."""
    if post.vervallen_op and post.vervallen_op <= op and post.gedaan_op is None:
        return Poststaat.VERVALLEN
    if post.gedaan_op and post.gedaan_op <= op:
        return Poststaat.GEHAALD if post.gedaan_op <= post.uiterlijk else Poststaat.LAAT_GEDAAN
    if post.uitgesteld_tot and op < post.uitgesteld_tot:
        return Poststaat.UITGESTELD
    return Poststaat.TE_LAAT if post.uiterlijk < op else Poststaat.OPEN


def vraagt_werk(post: Post, op: date) -> bool:
    """Somebody has to do it now: it is open or late. Clausule 5.1."""
    return staat(post, op) in (Poststaat.OPEN, Poststaat.TE_LAAT)
