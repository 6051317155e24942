"""The second factor: a code from an app (TOTP), or one of ten reserve codes on paper.

Of a reserve code only a digest is kept: 80 random bits need no slow hash. Wrong codes slow the next
attempt down, twice as long every time (django-otp).
"""

from __future__ import annotations

import secrets
from base64 import b32encode
from hashlib import sha256
from typing import Any

import segno
from django.db import transaction
from django_otp import user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from richting.partijen.models import Medewerker

AANTAL_RESERVECODES = 10
CIJFERS = 6


def heeft(medewerker: Medewerker) -> bool:
    """This member of staff signs in with a second factor."""
    return bool(user_has_device(medewerker))


def begin(medewerker: Medewerker) -> TOTPDevice:
    """A new app to link, not yet in force; an earlier unfinished attempt is forgotten."""
    TOTPDevice.objects.filter(user=medewerker, confirmed=False).delete()
    return TOTPDevice.objects.create(user=medewerker, name="app", confirmed=False)


def onbevestigd(medewerker: Medewerker) -> TOTPDevice | None:
    """The app that is being linked."""
    return TOTPDevice.objects.filter(user=medewerker, confirmed=False).order_by("-pk").first()


def controleer(medewerker: Medewerker, code: str) -> Any | None:
    """The device that accepts this code, or None; a reserve code works once."""
    kaal = "".join(code.split()).replace("-", "").lower()
    is_app = len(kaal) == CIJFERS and kaal.isdigit()
    soort = TOTPDevice if is_app else StaticDevice
    with transaction.atomic():
        toestellen = soort.objects.select_for_update().filter(user=medewerker, confirmed=True)
        for toestel in toestellen:
            if toestel.verify_token(kaal if is_app else _afdruk(kaal)):
                return toestel
    return None


def bevestig(toestel: TOTPDevice, code: str) -> bool:
    """Put the linked app in force when it gives the right code; it replaces an earlier one."""
    with transaction.atomic():
        nieuw = TOTPDevice.objects.select_for_update().get(pk=toestel.pk)
        if not nieuw.verify_token("".join(code.split())):
            return False
        TOTPDevice.objects.filter(user=nieuw.user).exclude(pk=nieuw.pk).delete()
        nieuw.confirmed = True
        nieuw.save(update_fields=["confirmed"])
    return True


def nieuwe_reservecodes(medewerker: Medewerker) -> tuple[str, ...]:
    """Ten fresh reserve codes; the old ones stop working. Shown once, kept as digests."""
    StaticDevice.objects.filter(user=medewerker).delete()
    toestel = StaticDevice.objects.create(user=medewerker, name="reservecodes", confirmed=True)
    codes = tuple(
        b32encode(secrets.token_bytes(10)).decode().lower() for _n in range(AANTAL_RESERVECODES)
    )
    StaticToken.objects.bulk_create(
        StaticToken(device=toestel, token=_afdruk(code)) for code in codes
    )
    return tuple("-".join(code[i : i + 4] for i in range(0, 16, 4)) for code in codes)


def aantal_reservecodes(medewerker: Medewerker) -> int:
    """How many reserve codes are left."""
    return StaticToken.objects.filter(device__user=medewerker).count()


def vergeet(medewerker: Medewerker) -> None:
    """Remove the app and all reserve codes."""
    TOTPDevice.objects.filter(user=medewerker).delete()
    StaticDevice.objects.filter(user=medewerker).delete()


def qr(toestel: TOTPDevice) -> str:
    """The picture that the app scans, as the address of an inline SVG image."""
    return str(segno.make(toestel.config_url, error="m").svg_data_uri(scale=5, border=4))


def sleutel(toestel: TOTPDevice) -> str:
    """The same secret as text, in groups of four, for who cannot scan."""
    tekst = b32encode(toestel.bin_key).decode()
    return " ".join(tekst[i : i + 4] for i in range(0, len(tekst), 4))


def _afdruk(code: str) -> str:
    return b32encode(sha256(code.encode()).digest()[:10]).decode().lower()
