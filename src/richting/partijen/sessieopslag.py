"""Where sessions are kept, and what is read along with one: whose it is, and at which desk.

Every page asks three rows: the session, its owner, and the membership of the desk. Which two others
belong to a session, a process remembers from the time before; so it asks all three in one
statement. What it remembers is a guess of what to fetch and nothing more: the rows are read anew
with every page, and are used only when the session that came with them names the same two.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from richting.kern import klok
from richting.kern.voorbereid import voorbereide_cursor
from richting.kern.voorraad import Voorraad

LOKET = "loket"
"""The desk where this person sits, in the session."""
MEDEWERKER = "SELECT row_to_json(m)::text FROM partijen_medewerker m WHERE m.id = %s AND is_active"
LID = """
SELECT json_build_object('lid', m, 'loket', l, 'organisatie', o)::text
FROM partijen_lidmaatschap m
JOIN partijen_loket l ON l.id = m.loket_id
JOIN partijen_organisatie o ON o.id = l.organisatie_id
WHERE m.medewerker_id = %s AND m.loket_id = %s AND l.actief
"""
ALLES = f"""
SELECT s.session_data, ({MEDEWERKER}), ({LID})
FROM django_session s WHERE s.session_key = %s AND s.expire_date > %s
"""  # noqa: S608 — statements of our own


@dataclass(frozen=True)
class Meegelezen:
    """The rows that came with a session, as JSON text; None when there is no such row."""

    medewerker: int
    loket: int
    rij: str | None
    lid: str | None


_bekend: Voorraad[tuple[int, int]] = Voorraad()
"""Per session key the person and the desk it named when it was read last."""
_bij: ContextVar[Meegelezen | None] = ContextVar("meegelezen", default=None)


class SessionStore(db.SessionStore):
    """Sessions in the database, read with their owner and desk."""

    meegelezen: Meegelezen | None = None

    def load(self) -> dict[str, Any]:
        """What stands in the session; empty when it is over or was never there. One query."""
        sleutel = self.session_key or ""
        bekend = _bekend.haal(sleutel)
        inhoud = self._lees(sleutel, *bekend) if bekend else super().load()
        if SESSION_KEY in inhoud and LOKET in inhoud:
            _bekend.leg_weg(sleutel, (int(inhoud[SESSION_KEY]), inhoud[LOKET]))
        return inhoud

    def _lees(self, sleutel: str, medewerker: int, loket: int) -> dict[str, Any]:
        with voorbereide_cursor() as cursor:
            nu = klok.over(timedelta())
            cursor.execute(ALLES, [medewerker, medewerker, loket, sleutel, nu])
            gelezen = cursor.fetchone()
        if gelezen is None:
            self._session_key = None
            return {}
        inhoud: dict[str, Any] = self.decode(gelezen[0])
        self.meegelezen = Meegelezen(medewerker, loket, *gelezen[1:])
        return inhoud


def van(sessie: Any) -> Meegelezen | None:
    """What was read along with this session; None when it was read alone, or not at all."""
    gevonden: Meegelezen | None = getattr(sessie, "meegelezen", None)
    return gevonden


@contextmanager
def bij_de_hand(sessie: Any) -> Iterator[None]:
    """Within this block `van_nu` is what was read along with this session."""
    merk = _bij.set(van(sessie))
    try:
        yield
    finally:
        _bij.reset(merk)


def van_nu() -> Meegelezen | None:
    """What was read along with the session whose owner is being looked up."""
    return _bij.get()
