"""Who is asking: the context of one request, and its proof to the database.

The database trusts no loket number that a query could write. It trusts a signed token, set for one
transaction with `set_config(…, true)`, that the function `kern_context()` resolves with a key that
the web role cannot read. Neighbours: `lezen.py` (the way to read), `werk.py` (the way to write).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection

from richting.kern import klok
from richting.kern.herhaal import Vastgelegd, leg_vast, open_met
from richting.kern.voorbereid import voorbereide_cursor

T = TypeVar("T")
GELDIG = timedelta(minutes=15)
"""How long a token lives: longer than any request, shorter than a coffee break."""


@dataclass(frozen=True)
class Wie:
    """The person or system that acts, and for which loket.

    `loket` and `loketsoort` are those of the desk; `medewerker` or `systeem` is who sits there;
    `ingang` names the page, API call or command through which the act comes in. `geteld` holds
    numbers that a page shows around its content and that were counted in one of its readings.
    """

    loket: int | None
    loketsoort: str
    vandaag: date
    nu: datetime
    ingang: str
    medewerker: int | None = None
    systeem: int | None = None
    naam: str = ""
    trace: UUID = field(default_factory=uuid4)
    geteld: dict[str, int] = field(default_factory=dict, repr=False, compare=False)


def systeem_zelf(ingang: str, nu: datetime) -> Wie:
    """The program itself, for work that no person asked for (the intake, a rebuild)."""
    return Wie(loket=None, loketsoort="", vandaag=nu.date(), nu=nu, ingang=ingang, naam="Richting")


@dataclass(frozen=True)
class _Open:
    """The context that is open now: who, and whether it reads or works (LEZEN or VERWERKEN).

    `geheugen` is that of a reading; a unit of work has none.
    """

    wie: Wie
    soort: str
    geheugen: dict[Hashable, Any] | None


LEZEN, VERWERKEN = "lezen", "verwerken"
"""The two ways to have the database open: through the grounds, or as the program."""
ZET = "SELECT set_config('richting.context', %s, true)"
"""The statement that opens a context in the database."""

_naslag: ContextVar[bool] = ContextVar("naslag", default=False)
_actief: ContextVar[str] = ContextVar("databasecontext", default="")
_open: ContextVar[_Open | None] = ContextVar("open_context", default=None)


def wie_nu() -> Wie:
    """Who reads or works in the context that is open; raises RuntimeError outside one."""
    return open_als()[0]


def open_als() -> tuple[Wie, str]:
    """Who reads or works in the context that is open, and which of the two (LEZEN or VERWERKEN)."""
    huidig = _open.get()
    if huidig is None:
        raise RuntimeError("Buiten een lezing of verwerking.")
    return huidig.wie, huidig.soort


@contextmanager
def als_naslag() -> Iterator[None]:
    """Within this block something is read for everybody and kept (desks, assumptions).

    What is made of it says so in its key (`navraag.registreer_omstandigheid`): nobody asks it again
    for one page.
    """
    merk = _naslag.set(True)
    try:
        yield
    finally:
        _naslag.reset(merk)


def leest_naslag() -> bool:
    """Whether something is read for everybody at this moment."""
    return _naslag.get()


def bewijs_nu() -> str:
    """The proof of the context that is open; "" outside one."""
    return _actief.get()


def is_vers() -> bool:
    """A reading is open, and nothing was remembered in it yet."""
    huidig = _open.get()
    return huidig is not None and huidig.geheugen == {}


def onthoud(sleutel: Hashable, lees: Callable[[], T]) -> T:
    """What `lees` gives, read once in a reading however often it is asked there.

    Nothing is kept in a unit of work, which changes what it reads, nor after the end of the
    reading. Who gets it must not change it.
    """
    huidig = _open.get()
    if huidig is None or huidig.geheugen is None:
        return lees()
    if sleutel not in huidig.geheugen:
        huidig.geheugen[sleutel] = lees()
    gelezen: T = huidig.geheugen[sleutel]
    return gelezen


def token(wie: Wie, soort: str) -> str:
    """The signed proof for the database; `soort` is LEZEN or VERWERKEN."""
    tot = int(klok.over(GELDIG).timestamp())
    inhoud = (
        f"{soort}|{wie.loket or ''}|{wie.loketsoort}|{wie.medewerker or ''}"
        f"|{wie.vandaag.isoformat()}|{tot}"
    )
    sleutel = settings.OMGEVING.contextsleutel.encode()
    return f"{inhoud}|{hmac.new(sleutel, inhoud.encode(), hashlib.sha256).hexdigest()}"


def sleutelbladen(sleutel: str) -> tuple[bytes, bytes]:
    """The inner and outer pad of HMAC-SHA256, as the database keeps them."""
    ruw = sleutel.encode()
    blok = (hashlib.sha256(ruw).digest() if len(ruw) > 64 else ruw).ljust(64, b"\0")
    return bytes(b ^ 0x36 for b in blok), bytes(b ^ 0x5C for b in blok)


@contextmanager
def databasecontext(wie: Wie, soort: str) -> Iterator[None]:
    """Within this block the open transaction reads or writes as `wie`.

    Raises RuntimeError outside a transaction: the setting would vanish before the next query. In
    the outermost transaction the setting dies with its end; only inside another is it put back.
    Work may change what was counted before.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Een context leeft in een transactie; open die eerst.")
    vorig = _actief.get()
    nieuw = token(wie, soort)
    if soort != LEZEN:
        wie.geteld.clear()
    _zet(nieuw)
    merk = _actief.set(nieuw)
    geopend = _open.set(_Open(wie, soort, {} if soort == LEZEN else None))
    try:
        yield
    finally:
        _open.reset(geopend)
        _actief.reset(merk)
        ingebed = bool(vorig or connection.savepoint_ids)
        if ingebed and not connection.needs_rollback:
            _zet(vorig)


def zet(bewijs: str) -> Vastgelegd:
    """The statement that opens a context, for this proof of it."""
    return _zet_vast().met(bewijs)


@cache
def _zet_vast() -> Vastgelegd:
    return leg_vast(ZET, [""])


def _zet(waarde: str) -> None:
    if open_met(zet(waarde)):
        return
    with voorbereide_cursor() as cursor:
        cursor.execute(ZET, [waarde])
