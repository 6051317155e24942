"""Statements that are asked again exactly as they were, all at once.

    vraag = leg_vast(sql, waarden)          # once
    uitslagen = herhaal([vraag, …])         # as often as wanted, in the open transaction

What Django and psycopg do around a statement (a cursor, its text and values made ready, its plan
looked up) takes longer than many an answer. Here it is done once, when the statement is written
down; asking again is sending what was written down. The statements go in one pipeline, prepared per
connection. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

import re
from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2s
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import generators, pq
from psycopg.adapt import PyFormat, Transformer

MEESTE = 200
"""So many statements stay prepared per connection; what was asked longest ago goes."""
PUNT = b"herhaal"
PLEK = re.compile(r"%(?:\((?P<naam>[^)]+)\)s|(?P<los>s)|%)")
"""Where a value stands in a statement, or a percent sign that was doubled."""

MISLUKT = frozenset({pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.PIPELINE_ABORTED})

_voorbereid: WeakKeyDictionary[Any, OrderedDict[bytes, bool]] = WeakKeyDictionary()
"""Per connection the names of what was prepared there, in the order of their last use, and whether
it can be counted on: not after a pipeline that failed."""


class _Mislukt(Exception):
    """The database did not take one of the statements."""


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


def leg_vast(sql: str, waarden: Any, *, voorbereid: bool = True) -> Vastgelegd:
    """Write a statement down with its values, as `cursor.execute` takes them.

    `voorbereid` False: with the values in the text, as Django sends it, planned each time.
    """
    verbinding: Any = connections[DEFAULT_DB_ALIAS]
    verbinding.ensure_connection()
    if not voorbereid:
        with verbinding.cursor() as cursor:
            return Vastgelegd(b"", cursor.mogrify(sql, waarden).encode(), (), (), ())
    tekst, losse = _apart(sql, waarden)
    omzetter = Transformer(verbinding.connection)
    gereed = omzetter.dump_sequence(losse, [PyFormat.AUTO] * len(losse))
    soorten = tuple(omzetter.types or ())
    naam = blake2s(repr((tekst, soorten)).encode(), digest_size=16).hexdigest()
    vormen = tuple(omzetter.formats or ())
    return Vastgelegd(f"herhaal_{naam}".encode(), tekst.encode(), tuple(gereed), soorten, vormen)


def _apart(sql: str, waarden: Any) -> tuple[str, list[Any]]:
    """The text with numbered places, and the value of each place."""
    if waarden is None:
        return sql, []
    plekken: dict[Any, int] = {}
    losse: list[Any] = []

    def nummer(treffer: re.Match[str]) -> str:
        if treffer[0] == "%%":
            return "%"
        sleutel = treffer["naam"] or len(losse)
        if sleutel not in plekken:
            losse.append(waarden[sleutel])
            plekken[sleutel] = len(losse)
        return f"${plekken[sleutel]}"

    return PLEK.sub(nummer, sql), losse


def herhaal(vragen: Sequence[Vastgelegd]) -> list[Any] | None:
    """The results (`psycopg.pq.PGresult`) of these statements, in order; None when one failed.

    Then nothing they did remains, and the transaction can go on. Raises RuntimeError outside a
    transaction, and Django's OperationalError when the connection is lost.
    """
    verbinding: Any = connections[DEFAULT_DB_ALIAS]
    ruw = verbinding.connection
    if ruw is None or ruw.pgconn.transaction_status != pq.TransactionStatus.INTRANS:
        raise RuntimeError("Herhalen kan alleen in een transactie die al iets vroeg.")
    if verbinding.queries_logged:
        tekst = [{"sql": vraag.tekst.decode(), "time": "0"} for vraag in vragen]
        verbinding.queries_log.extend(tekst)
    with verbinding.wrap_database_errors, ruw.lock:
        return _probeer(ruw, vragen) or _probeer(ruw, vragen)


def _probeer(ruw: Any, vragen: Sequence[Vastgelegd]) -> list[Any] | None:
    """Once; what is thought to be prepared may be gone, so after a failure nothing counts as so."""
    bekend = _voorbereid.setdefault(ruw, OrderedDict())
    try:
        return _stuur(ruw, vragen, bekend)
    except _Mislukt:
        bekend.update(dict.fromkeys(bekend, False))
        ruw.pgconn.send_query(b"ROLLBACK TO SAVEPOINT %s" % PUNT)
        ruw.wait(generators.execute(ruw.pgconn))
        return None


def _stuur(ruw: Any, vragen: Sequence[Vastgelegd], bekend: OrderedDict[bytes, bool]) -> list[Any]:
    lijn = ruw.pgconn
    wachtrij: deque[Any] = deque([partial(lijn.send_query_params, b"SAVEPOINT %s" % PUNT, None)])
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
    wachtrij.append(partial(lijn.send_query_params, b"RELEASE SAVEPOINT %s" % PUNT, None))
    wachtrij.append(lijn.pipeline_sync)
    lijn.enter_pipeline_mode()
    groepen = ruw.wait(_alle_antwoorden(lijn, wachtrij))
    lijn.exit_pipeline_mode()
    if any(groep[-1].status in MISLUKT for groep in groepen):
        raise _Mislukt
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


def _alle_antwoorden(lijn: Any, wachtrij: deque[Any]) -> Iterator[Any]:
    """Send all, and read until the mark at the end has come back."""
    groepen = yield from generators.pipeline_communicate(lijn, wachtrij)
    while not groepen or groepen[-1][-1].status != pq.ExecStatus.PIPELINE_SYNC:
        groepen.append((yield from generators.fetch_many(lijn)))
    return groepen
