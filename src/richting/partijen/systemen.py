"""Recognising a system by its key. Of a key only a SHA-256 is kept: it is 256 random bits."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime

from richting.kern import klok
from richting.partijen.models import Systeem

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

    One query. `nu` is the moment of asking; left out, the clock's.
    """
    gezocht = afdruk(sleutel)
    systeem = (
        Systeem.objects.filter(sleutel_hash=gezocht, ingetrokken_op=None, loket__actief=True)
        .select_related("loket__organisatie")
        .first()
    )
    if systeem is None or not hmac.compare_digest(systeem.sleutel_hash, gezocht):
        return None
    if systeem.verloopt_op is not None and systeem.verloopt_op <= (nu or klok.nu()):
        return None
    return systeem


def mag(systeem: Systeem, scope: str) -> bool:
    """This system was given this scope."""
    return scope in systeem.scopes
