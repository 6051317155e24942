"""Statements that are asked again exactly as they were, all at once.

    vraag = leg_vast(sql, waarden)          # once
    uitslagen = herhaal([vraag, …])         # as often as wanted, in the open transaction
    sluit_af([vraag, …], vastleggen=True)   # as the last of it

What Django and psycopg do around a statement (a cursor, its text and values made ready, its plan
looked up) takes longer than many an answer. Here it is done once, when the statement is written
down; asking again is sending what was written down. The statements go in one pipeline, prepared per
connection. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import blake2s
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import generators, pq
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result

MEESTE = 200
"""So many statements stay prepared per connection; what was asked longest ago goes."""
PLEK = re.compile(r"%(?:\((?P<naam>[^)]+)\)s|(?P<los>s)|%)")
"""Where a value stands in a statement, or a percent sign that was doubled."""

MISLUKT = frozenset({pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.PIPELINE_ABORTED})

_voorbereid: WeakKeyDictionary[Any, OrderedDict[bytes, bool]] = WeakKeyDictionary()
"""Per connection the names of what was prepared there, in the order of their last use, and whether
it can be counted on: not after a pipeline that failed."""


class _Mislukt(Exception):
    """The database did not take one of the statements; `uitslag` says why."""

    def __init__(self, uitslag: Any) -> None:
        super().__init__()
        self.uitslag = uitslag


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """A statement as it goes to the database; `naam` "": not prepared."""

    naam: bytes
    tekst: bytes
    waarden: tuple[Any, ...]
    soorten: tuple[int, ...]
    vormen: tuple[int, ...]

    def met(self, waarde: str) -> Vastgelegd:
        """The same statement with another value for its only, textual, parameter."""
        return replace(self, waarden=(waarde.encode(),))


def _los(tekst: bytes) -> Vastgelegd:
    return Vastgelegd(b"", tekst, (), (), ())


BEGIN, COMMIT = _los(b"BEGIN"), _los(b"COMMIT")
PUNT, KLAAR = _los(b"SAVEPOINT herhaal"), _los(b"RELEASE SAVEPOINT herhaal")
TERUG = b"ROLLBACK TO SAVEPOINT herhaal"


def leg_vast(sql: str, waarden: Any, *, voorbereid: bool = True) -> Vastgelegd:
    """Write a statement down with its values, as `cursor.execute` takes them.

    `voorbereid` False: with the values in the text, as Django sends it, planned each time.
    """
    verbinding: Any = connections[DEFAULT_DB_ALIAS]
    verbinding.ensure_connection()
    if not voorbereid:
        with verbinding.cursor() as cursor:
            return _los(cursor.mogrify(sql, waarden).encode())
    tekst, plekken = (sql, ()) if waarden is None else _genummerd(sql)
    losse = [waarden[plek] for plek in plekken]
    omzetter = Transformer(verbinding.connection)
    gereed = omzetter.dump_sequence(losse, [PyFormat.AUTO] * len(losse))
    soorten = tuple(omzetter.types or ())
    naam = blake2s(repr((tekst, soorten)).encode(), digest_size=16).hexdigest()
    vormen = tuple(omzetter.formats or ())
    return Vastgelegd(f"herhaal_{naam}".encode(), tekst.encode(), tuple(gereed), soorten, vormen)


@lru_cache(maxsize=MEESTE)
def _genummerd(sql: str) -> tuple[str, tuple[Any, ...]]:
    """The text with numbered places, and under which key the value of each place is found."""
    plekken: dict[Any, int] = {}

    def nummer(treffer: re.Match[str]) -> str:
        if treffer[0] == "%%":
            return "%"
        sleutel = treffer["naam"] or len(plekken)
        return f"${plekken.setdefault(sleutel, len(plekken) + 1)}"

    return PLEK.sub(nummer, sql), tuple(plekken)


def niets() -> None:
    """Nothing."""


def herhaal(
    vragen: Sequence[Vastgelegd], ondertussen: Callable[[], None] = niets
) -> list[Any] | None:
    """The results (`psycopg.pq.PGresult`) of these statements, in order; None when one failed.

    Then nothing they did remains, and the transaction can go on. `ondertussen` runs while the
    database works; it asks the database nothing (RuntimeError) and does no harm when it runs twice.
    Raises RuntimeError outside a transaction, and Django's OperationalError when the connection is
    lost.
    """
    with _lijn(vragen) as ruw:
        _check_open(ruw)
        return _probeer(ruw, vragen, ondertussen) or _probeer(ruw, vragen, ondertussen)


def open_met(vraag: Vastgelegd) -> bool:
    """Begin the transaction that is still to begin, with this statement as its first, in one go.

    False, and nothing done, when it has begun already, also when it failed since: then only its end
    may begin another. Raises the error of the database.
    """
    verbinding: Any = connections[DEFAULT_DB_ALIAS]
    verbinding.ensure_connection()
    if verbinding.connection.pgconn.transaction_status != pq.TransactionStatus.IDLE:
        return False
    with _lijn([vraag]) as ruw:
        _twee_keer(ruw, [BEGIN, vraag], b"ROLLBACK")
    return True


def sluit_af(vragen: Sequence[Vastgelegd], *, vastleggen: bool) -> list[Any]:
    """The results of these statements, the last of the open transaction; with `vastleggen` the
    transaction is committed after them, without waiting in between.

    Raises the error of the database when one of them, or the commit, failed. Nothing may be done in
    the transaction after it.
    """
    daarna = [COMMIT] if vastleggen else []
    with _lijn(vragen) as ruw:
        _check_open(ruw)
        return _twee_keer(ruw, [PUNT, *vragen, KLAAR, *daarna], TERUG)[1 : len(vragen) + 1]


def _twee_keer(ruw: Any, vragen: Sequence[Vastgelegd], terug: bytes) -> list[Any]:
    """All of these, and once more after going back when one failed."""
    try:
        return _stuur(ruw, vragen, niets)
    except _Mislukt as mislukt:
        fout = error_from_result(mislukt.uitslag)
    if not _ga_terug(ruw, terug):
        raise fout
    try:
        return _stuur(ruw, vragen, niets)
    except _Mislukt as mislukt:
        raise error_from_result(mislukt.uitslag) from None


def _in_transactie(ruw: Any) -> bool:
    is_open: bool = ruw.pgconn.transaction_status == pq.TransactionStatus.INTRANS
    return is_open


@contextmanager
def _lijn(vragen: Sequence[Vastgelegd]) -> Iterator[Any]:
    """The connection, for these statements alone; noted where statements are counted."""
    verbinding: Any = connections[DEFAULT_DB_ALIAS]
    ruw = verbinding.connection
    if verbinding.queries_logged:
        tekst = [{"sql": vraag.tekst.decode(), "time": "0"} for vraag in vragen]
        verbinding.queries_log.extend(tekst)
    with verbinding.wrap_database_errors, ruw.lock, verbinding.execute_wrapper(_weiger):
        yield ruw


def _check_open(ruw: Any) -> None:
    if not _in_transactie(ruw):
        raise RuntimeError("Herhalen kan alleen in een transactie die al iets vroeg.")


def _weiger(*_vraag: Any) -> Any:
    raise RuntimeError("Zolang de database nog antwoordt, kan er niets anders worden gevraagd.")


def _probeer(
    ruw: Any, vragen: Sequence[Vastgelegd], ondertussen: Callable[[], None]
) -> list[Any] | None:
    try:
        return _stuur(ruw, [PUNT, *vragen, KLAAR], ondertussen)[1:-1]
    except _Mislukt:
        _ga_terug(ruw, TERUG)
        return None


def _ga_terug(ruw: Any, terug: bytes) -> bool:
    """To before what failed; False when there is nothing to go back to, after a failed commit.

    What is thought to be prepared may be gone (a transaction that was rolled back takes it along),
    so nothing counts as such any more.
    """
    bekend = _voorbereid[ruw]
    bekend.update(dict.fromkeys(bekend, False))
    stond_open = ruw.pgconn.transaction_status != pq.TransactionStatus.IDLE
    ruw.pgconn.send_query(terug)
    ruw.wait(generators.execute(ruw.pgconn))
    return stond_open


def _stuur(ruw: Any, vragen: Sequence[Vastgelegd], ondertussen: Callable[[], None]) -> list[Any]:
    """The results of all, sent at once; raises _Mislukt, and then some may have been done."""
    lijn = ruw.pgconn
    bekend = _voorbereid.setdefault(ruw, OrderedDict())
    wachtrij: deque[Any] = deque()
    gevraagd: list[int] = []
    for vraag in vragen:
        if vraag.naam and not bekend.get(vraag.naam):
            wachtrij += _bereid_voor(lijn, vraag)
        gevraagd.append(len(wachtrij))
        wachtrij.append(_vraag(lijn, vraag))
        if vraag.naam:
            bekend[vraag.naam] = True
            bekend.move_to_end(vraag.naam)
    while len(bekend) > MEESTE:
        wachtrij.append(partial(lijn.send_close_prepared, bekend.popitem(last=False)[0]))
    wachtrij.append(lijn.pipeline_sync)
    lijn.enter_pipeline_mode()
    fouten: list[Exception] = []
    groepen = ruw.wait(_alle_antwoorden(lijn, wachtrij, partial(_vang, ondertussen, fouten)))
    lijn.exit_pipeline_mode()
    if fouten:
        raise fouten[0]
    for groep in groepen:
        if groep[-1].status in MISLUKT:
            raise _Mislukt(groep[-1])
    return [groepen[plek][-1] for plek in gevraagd]


def _bereid_voor(lijn: Any, vraag: Vastgelegd) -> list[Any]:
    """Prepare it, also when something of that name was left behind by a pipeline that failed."""
    return [
        partial(lijn.send_close_prepared, vraag.naam),
        partial(lijn.send_prepare, vraag.naam, vraag.tekst, vraag.soorten),
    ]


def _vraag(lijn: Any, vraag: Vastgelegd) -> Any:
    if not vraag.naam:
        return partial(lijn.send_query_params, vraag.tekst, None)
    return partial(lijn.send_query_prepared, vraag.naam, vraag.waarden, vraag.vormen)


def _vang(functie: Callable[[], None], fouten: list[Exception]) -> None:
    """Do this, and keep what goes wrong until all answers are in: else the connection is lost."""
    try:
        functie()
    except Exception as fout:
        fouten.append(fout)


def _alle_antwoorden(
    lijn: Any, wachtrij: deque[Any], ondertussen: Callable[[], None]
) -> Iterator[Any]:
    """Send all, and read until the mark at the end has come back."""
    groepen = yield from generators.pipeline_communicate(lijn, wachtrij)
    ondertussen()
    while not groepen or groepen[-1][-1].status != pq.ExecStatus.PIPELINE_SYNC:
        groepen.append((yield from generators.fetch_many(lijn)))
    return groepen
