"""Recognising a system by its key. Of a key only a SHA-256 is kept: it is 256 random bits."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model

from richting.kern import klok
from richting.partijen.models import Loket, Organisatie, Systeem

TABELLEN: tuple[type[Any], ...] = (Systeem, Loket, Organisatie)

VOORVOEGSEL = "richting_"
"""Makes a leaked key easy to find by a scanner of secrets."""


def nieuwe_sleutel() -> str:
    """A fresh key of 256 random bits."""
    return VOORVOEGSEL + secrets.token_urlsafe(32)


def afdruk(sleutel: str) -> str:
    """What is kept of a key: its SHA-256 in hexadecimal."""
    return hashlib.sha256(sleutel.encode("utf-8", "surrogatepass")).hexdigest()


def herken(sleutel: str, nu: datetime | None = None) -> Systeem | None:
    """The system with this key, its desk along with it; None when unknown, withdrawn or expired.

    One query, written out: this runs before every call of the API, and composing it costs more than
    asking it. `nu` is the moment of asking; left out, the clock's.
    """
    gezocht = afdruk(sleutel)
    with connection.cursor() as cursor:
        cursor.execute(_vraag(), [gezocht])
        rij = cursor.fetchone()
    systeem = _systeem(rij) if rij else None
    if systeem is None or not hmac.compare_digest(systeem.sleutel_hash, gezocht):
        return None
    if systeem.verloopt_op is not None and systeem.verloopt_op <= (nu or klok.nu()):
        return None
    return systeem


def _velden(model: type[Model]) -> list[str]:
    return [veld.attname for veld in model._meta.concrete_fields]


@cache
def _vraag() -> str:
    kolommen = [
        f"{letter}.{veld.column}"
        for letter, model in zip("slo", TABELLEN, strict=True)
        for veld in model._meta.concrete_fields
    ]
    return (
        f"SELECT {', '.join(kolommen)} FROM partijen_systeem s"  # noqa: S608
        " JOIN partijen_loket l ON l.id = s.loket_id"
        " JOIN partijen_organisatie o ON o.id = l.organisatie_id"
        " WHERE s.sleutel_hash = %s AND s.ingetrokken_op IS NULL AND l.actief"
    )


def _systeem(rij: Sequence[Any]) -> Systeem:
    delen, begin = [], 0
    for model in TABELLEN:
        velden = _velden(model)
        delen.append(model.from_db("default", velden, rij[begin : begin + len(velden)]))
        begin += len(velden)
    systeem, loket, organisatie = delen
    loket.organisatie, systeem.loket = organisatie, loket
    return systeem


def mag(systeem: Systeem, scope: str) -> bool:
    """This system was given this scope."""
    return scope in systeem.scopes
