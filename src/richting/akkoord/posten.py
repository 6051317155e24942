"""A post: one thing that one desk must do for one dossier by a day. Clausule 5.1, 5.4.

A post is computed from facts and rows each time, never stored; so a date that moves, moves it too.
Rooms make them (`regie.posten`), the rules here say how one stands on a day.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
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


class Hoofdlijst(StrEnum):
    """The main lists of the work list; a dossier stands on the most urgent one only."""

    TE_LAAT = "te-laat"
    VANDAAG = "vandaag"
    WEEK = "week"
    WACHT = "wacht"


WEEK = timedelta(days=7)
"""How far "this week" looks ahead, so that a Friday shows what comes on Monday."""


@dataclass(frozen=True)
class Post:
    """One thing that a desk must do, or waits for.

    `sleutel` names it within the dossier and stays the same when its day moves. `loket` has it to
    do; `wachter` is the desk that waits for it. `medewerker` when it is on one person. `categorie`
    is the compartment it speaks of: who may not see that, sees no post. `pagina` is the name of the
    address where it is done, `delen` its arguments after the dossier. `gedaan_op` and
    `vervallen_op` end it; `uitgesteld_tot` puts it off, with a reason. `zin` is the same for
    everybody; `toelichting` is what people wrote, and never leaves the compartment.
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
    toelichting: str = ""


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


def aan_zet_op(post: Post) -> date:
    """The day on which it asks for attention: its last day, or later when it was put off.

    Does not depend on today, so that lists can be kept by it. Clausule 5.1.
    """
    return max(post.uiterlijk, post.uitgesteld_tot or post.uiterlijk)


def is_klaar(post: Post, op: date) -> bool:
    """It was done, or makes no sense any more, on this day. Clausule 5.1."""
    return staat(post, op) in (Poststaat.GEHAALD, Poststaat.LAAT_GEDAAN, Poststaat.VERVALLEN)


def hoofdlijst(uiterlijk: date | None, wacht_tot: date | None, op: date) -> Hoofdlijst | None:
    """The list of a dossier by the first day of its desk and the first day it waits for.

    None: nothing to do within a week and nobody to wait for. Clausule 5.4.
    """
    if uiterlijk and uiterlijk <= op + WEEK:
        if uiterlijk < op:
            return Hoofdlijst.TE_LAAT
        return Hoofdlijst.VANDAAG if uiterlijk == op else Hoofdlijst.WEEK
    return Hoofdlijst.WACHT if wacht_tot else None


@dataclass(frozen=True)
class Loketstand:
    """What the posts of a dossier come to for one desk: its first day, and the first it waits for.

    Both None when there is nothing.
    """

    uiterlijk: date | None = None
    wacht_tot: date | None = None


def loketstand(
    posten: Iterable[Post], loket: int, categorieen: Container[str], op: date
) -> Loketstand:
    """Where a dossier stands for a desk that may see these compartments. Clausule 5.1, 6.4."""
    doen, wacht = [], []
    for post in posten:
        if post.categorie.value not in categorieen or is_klaar(post, op):
            continue
        if post.loket == loket:
            doen.append(aan_zet_op(post))
        elif post.wachter == loket:
            wacht.append(post.uiterlijk)
    return Loketstand(min(doen, default=None), min(wacht, default=None))


def uitstel_hoogstens(
    eerste: date, op: date, ontslag: date | None, aannames: Aannames = AANNAMES
) -> date | None:
    """Until which day something may be put off that was first put off on `eerste`. Clausule 5.1.

    Never past the release, and never again after the maximum; None when it can't be put off.
    """
    tot = eerste + timedelta(days=aannames.uitstel_dagen)
    if ontslag is not None and ontslag > op:
        tot = min(tot, ontslag)
    return tot if tot > op else None


def herzien_op(dagen: Iterable[date | None], op: date) -> date | None:
    """The first day to come on which something changes by itself. Clausule 5.1."""
    return min((dag for dag in dagen if dag and dag > op), default=None)
