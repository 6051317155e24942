"""Where posts come from: each subject registers a source here, also rooms further right.

A source makes the posts of many dossiers at once, in a fixed number of queries. Within a unit of
work it sees all; within a reading row security narrows what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.posten import Post
from richting.kern.context import VERWERKEN, Wie, databasecontext
from richting.kern.voorbereid import reeks
from richting.regie import vervulling
from richting.regie.vervulling import Gevuld

UITSTEL = "regie_uitstel"
TERUGMELDING = "regie_terugmelding"
OVERDRACHT = "regie_overdracht"


@dataclass(frozen=True)
class Postvraag:
    """Of which dossiers the posts are asked, with their facts, on which day.

    `gevuld` says per table which of these dossiers have a row in it; None: not looked up. `lezer`
    is who reads: then the days on which something was done are looked up by the program, so that a
    term stands the same for all; the rest as row security shows it.
    """

    feiten: Mapping[UUID, Feiten]
    op: date
    aannames: Aannames
    gevuld: Gevuld | None = None
    lezer: Wie | None = None


Posten = dict[UUID, list[Post]]
Maker = Callable[[Postvraag], Posten]


@dataclass(frozen=True)
class Postenbron:
    """One source. `raakt`: kinds of journal rows after which its posts may differ; an empty set is
    every kind.

    `tabellen`: without a row in one of these a dossier has no post of this source; an empty tuple:
    it must always be asked.
    """

    naam: str
    maak: Maker
    raakt: frozenset[str] = frozenset()
    tabellen: tuple[str, ...] = ()


_bronnen: dict[str, Postenbron] = {}


def registreer(bron: Postenbron) -> None:
    """Add a source; registering a name again replaces it."""
    _bronnen[bron.naam] = bron


def bronnen() -> tuple[Postenbron, ...]:
    """All sources, by name."""
    return tuple(_bronnen[naam] for naam in sorted(_bronnen))


def posten_van(vraag: Postvraag, soorten: frozenset[str] | None = None) -> Posten:
    """The posts of these dossiers from every source, by day; `soorten` leaves out untouched ones.

    What was put off carries its day. The number of queries depends on the sources, not on the
    dossiers; a source without rows for these dossiers is not asked.
    """
    if vraag.gevuld is None:
        with als_programma(vraag.lezer):
            vraag = replace(vraag, gevuld=_gevuld(list(vraag.feiten)))
    uit: Posten = {nummer: [] for nummer in vraag.feiten}
    for bron in bronnen():
        if soorten is None or not bron.raakt or bron.raakt & soorten:
            _vul_aan(uit, bron, vraag)
    _stel_uit(uit, vraag)
    return {
        nummer: sorted(p, key=lambda een: (een.uiterlijk, een.sleutel)) for nummer, p in uit.items()
    }


@contextmanager
def als_programma(lezer: Wie | None) -> Iterator[None]:
    """Within this block a reading looks as the program does, at days and nothing else."""
    if lezer is None:
        yield
        return
    with databasecontext(lezer, VERWERKEN):
        yield


def nieuwe_vraag(
    feiten: Mapping[UUID, Feiten],
    op: date,
    aannames: Aannames,
    erbij: Mapping[UUID, frozenset[str]],
) -> Postvraag:
    """For dossiers that were just opened: rows they have only in the tables of sources that are
    touched by what was noted on top of that (`erbij`). No query."""
    gevuld: dict[str, set[UUID]] = {tabel: set() for tabel in _tabellen()}
    for bron in bronnen():
        wie = {nummer for nummer, soorten in erbij.items() if soorten & bron.raakt}
        for tabel in bron.tabellen:
            gevuld[tabel] |= wie
    return Postvraag(feiten, op, aannames, gevuld)


def _vul_aan(uit: Posten, bron: Postenbron, vraag: Postvraag) -> None:
    wie = vervulling.met_rij(list(vraag.feiten), bron.tabellen, vraag.gevuld)
    if wie:
        deel = replace(vraag, feiten={nummer: vraag.feiten[nummer] for nummer in wie})
        for nummer, posten in bron.maak(deel).items():
            uit[nummer].extend(posten)


def _tabellen() -> tuple[str, ...]:
    """Every table that a source looks at."""
    van_bronnen = {tabel for bron in bronnen() for tabel in bron.tabellen}
    van_daden = {tabel for een in vervulling.vervullers() for tabel in een.tabellen}
    return tuple(sorted(van_bronnen | van_daden | {UITSTEL, TERUGMELDING, OVERDRACHT}))


def _gevuld(dossiers: Collection[UUID]) -> dict[str, set[UUID]]:
    """Which of these dossiers have a row in which table. One query."""
    uit: dict[str, set[UUID]] = {tabel: set() for tabel in _tabellen()}
    if not dossiers:
        return uit
    delen = (
        f"SELECT DISTINCT '{tabel}', t.dossier_id FROM {tabel} t"  # noqa: S608 — names from the code
        " WHERE t.dossier_id = ANY (%(d)s::uuid[])"
        for tabel in uit
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(delen), {"d": reeks(dossiers)})
        for tabel, nummer in cursor.fetchall():
            uit[tabel].add(nummer)
    return uit


def _stel_uit(uit: Posten, vraag: Postvraag) -> None:
    """Give every post the day until which it was put off: by its desk, or by asking the source."""
    from richting.regie.overzichten.uitstel import uitgesteld

    gevuld = vraag.gevuld or {}
    wie = gevuld.get(UITSTEL, set()) | gevuld.get(TERUGMELDING, set())
    if not wie:
        return
    tot = uitgesteld(wie)
    for nummer in wie & uit.keys():
        uit[nummer] = list(_met_dag(nummer, uit[nummer], tot))


def _met_dag(
    nummer: UUID, posten: Iterable[Post], tot: Mapping[tuple[UUID, int, str], date]
) -> Iterable[Post]:
    for post in posten:
        dag = tot.get((nummer, post.loket, post.sleutel))
        yield replace(post, uitgesteld_tot=dag) if dag else post
