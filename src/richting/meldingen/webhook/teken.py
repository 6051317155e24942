"""The signature on a delivery: HTTP Message Signatures (RFC 9421) with HMAC-SHA256.

It covers the method, the whole address, the media type and the digest of the body (RFC 9530), and
carries the moment and the key. With two keys in force there are two signatures: a receiver checks
the one it knows. The secret is worked out, not kept: whoever has the database has no secrets.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

VOORVOEGSEL = "whsec_"
"""Makes a leaked secret easy to find by a scanner of secrets."""
SOORT = "application/cloudevents+json; charset=utf-8"
GEDEKT = '("@method" "@target-uri" "content-type" "content-digest")'


@dataclass(frozen=True)
class Sleutel:
    """What signs: the name of the key, and its secret as the receiver has it."""

    kenmerk: str
    geheim: str


def geheim(hoofdsleutel: str, abonnement: object, kenmerk: str, zout: str) -> str:
    """The secret of one key of one webhook: 256 bits that nobody can work out without the master
    key of this installation."""
    inhoud = f"webhook|{abonnement}|{kenmerk}|{zout}".encode()
    ruw = hmac.new(hoofdsleutel.encode(), inhoud, hashlib.sha256).digest()
    return VOORVOEGSEL + base64.urlsafe_b64encode(ruw).decode().rstrip("=")


def onderteken(
    adres: str, inhoud: bytes, moment: int, sleutels: Iterable[Sleutel]
) -> dict[str, str]:
    """The headers of a signed delivery. `moment` in seconds since 1970, UTC."""
    vinger = base64.b64encode(hashlib.sha256(inhoud).digest()).decode()
    koppen = {"Content-Type": SOORT, "Content-Digest": f"sha-256=:{vinger}:"}
    invoer, tekens = [], []
    for nummer, sleutel in enumerate(sleutels, 1):
        waarden = f'{GEDEKT};created={moment};keyid="{sleutel.kenmerk}";alg="hmac-sha256"'
        basis = (
            '"@method": POST\n'
            f'"@target-uri": {adres}\n'
            f'"content-type": {SOORT}\n'
            f'"content-digest": {koppen["Content-Digest"]}\n'
            f'"@signature-params": {waarden}'
        )
        teken = hmac.digest(sleutel.geheim.encode(), basis.encode(), "sha256")
        invoer.append(f"sig{nummer}={waarden}")
        tekens.append(f"sig{nummer}=:{base64.b64encode(teken).decode()}:")
    return koppen | {"Signature-Input": ", ".join(invoer), "Signature": ", ".join(tekens)}
