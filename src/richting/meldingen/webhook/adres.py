"""Which addresses Richting calls: the public internet, and networks that an operator names.

A party writes its own address, so that address is not to be trusted: it must not make Richting call
what only Richting can reach. The name is resolved once, every answer is checked, and the line is
laid to the address that was checked (`lijn.py`): a name that changes its answer gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from richting.akkoord.bezorging import Bezorgreden
from richting.akkoord.taal import vertaalbaar as _

POORTEN = {"https": 443, "http": 80}
LANGSTE_ADRES = 2000
ADRESFOUTEN = {
    "vorm": _("Vul een volledig adres in, zoals https://systeem.voorbeeld.nl/richting."),
    "https": _("Gebruik een adres dat met https:// begint."),
    "intern": _("Dit adres ligt in een netwerk dat Richting niet mag bellen."),
}
"""What is wrong with an address, by the code of FoutAdres."""
NAT64 = IPv6Network("64:ff9b::/96")
Ip = IPv4Address | IPv6Address


class Onbereikbaar(Exception):
    """No line to this receiver now; `reden` says why."""

    def __init__(self, reden: Bezorgreden) -> None:
        super().__init__(reden)
        self.reden = reden


class FoutAdres(ValueError):
    """This can't be the address of a webhook; the message is a code."""


@dataclass(frozen=True)
class Doel:
    """An address taken apart: what is asked of which host at which port."""

    schema: str
    host: str
    poort: int
    pad: str

    @property
    def kop(self) -> str:
        """The header Host: the name, and the port when it is not the usual one."""
        naam = f"[{self.host}]" if ":" in self.host else self.host
        return naam if self.poort == POORTEN[self.schema] else f"{naam}:{self.poort}"


@dataclass(frozen=True)
class Netten:
    """What may be called besides the public internet: networks as an operator names them."""

    extra: tuple[str, ...] = ()

    def mag(self, ip: Ip) -> bool:
        """This address may be called. A v4 address in v6 clothes counts as what it is."""
        kaal = _kaal(ip)
        if any(kaal in ip_network(net) for net in self.extra):
            return True
        return kaal.is_global and not kaal.is_multicast

    def genoemd(self, host: str) -> bool:
        """The host is written as a number that lies in a named network."""
        ip = _als_ip(host)
        return ip is not None and any(_kaal(ip) in ip_network(net) for net in self.extra)


def _kaal(ip: Ip) -> Ip:
    if not isinstance(ip, IPv6Address):
        return ip
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def _als_ip(host: str) -> Ip | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def ontleed(adres: str, netten: Netten = Netten()) -> Doel:
    """Take an address apart; raises FoutAdres for one that is no address of a webhook.

    https always, plain http only to a named network (the demo on this machine). No user name in it,
    no fragment, and nothing but plain characters.
    """
    if len(adres) > LANGSTE_ADRES or not adres.isascii() or any(c <= " " for c in adres):
        raise FoutAdres("vorm")
    try:
        delen = urlsplit(adres)
        host, poort = delen.hostname or "", delen.port or POORTEN.get(delen.scheme, 0)
    except ValueError as fout:
        raise FoutAdres("vorm") from fout
    if not host or not poort or delen.fragment or delen.username is not None:
        raise FoutAdres("vorm")
    if delen.scheme != "https" and not netten.genoemd(host):
        raise FoutAdres("https")
    ip = _als_ip(host)
    if ip is not None and not netten.mag(ip):
        raise FoutAdres("intern")
    pad = (delen.path or "/") + (f"?{delen.query}" if delen.query else "")
    return Doel(delen.scheme, host, poort, pad)


def zoek_op(doel: Doel, netten: Netten) -> str:
    """The number to call. Raises Onbereikbaar when the name is unknown or leads inside.

    One answer that leads inside is enough to refuse: who owns the name chose all of them.
    """
    try:
        gevonden = socket.getaddrinfo(doel.host, doel.poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fout:
        raise Onbereikbaar(Bezorgreden.ADRES_ONVINDBAAR) from fout
    nummers = [str(adres[0]) for *_rest, adres in gevonden]
    if not nummers:
        raise Onbereikbaar(Bezorgreden.ADRES_ONVINDBAAR)
    if not all(_mag(nummers, netten)):
        raise Onbereikbaar(Bezorgreden.ADRES_INTERN)
    return nummers[0]


def _mag(nummers: Iterable[str], netten: Netten) -> Iterable[bool]:
    for nummer in nummers:
        ip = _als_ip(nummer.partition("%")[0])
        yield ip is not None and netten.mag(ip)
