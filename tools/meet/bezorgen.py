"""(f) Meldingen that one worker delivers to a local receiver, against a bare loop of HTTP posts.

The worker goes the way of `richting werk`: lease, event, two signatures, checked address, mark in
the database. The yardstick posts the same body over one open connection and does nothing else. Both
in turns, in one process; the receiver is a program of its own, so that it does not share an
interpreter with who is timed.
"""

from __future__ import annotations

import http.client
import json
import socketserver
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Any

from tools.meet.maat import Meting

HOOGSTENS = 3.0
"""At least a third of what a bare loop reaches."""
PER_RONDE, RONDES, DOSSIERS = 1_000, 15, 100
ANTWOORD = b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"


class _Gesprek(socketserver.StreamRequestHandler):
    """Take a call, answer at once, for as long as the line is open."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        while self.rfile.readline():
            lengte = 0
            while (regel := self.rfile.readline()) not in (b"\r\n", b""):
                if regel[:15].lower() == b"content-length:":
                    lengte = int(regel[15:])
            self.rfile.read(lengte)
            self.wfile.write(ANTWOORD)


def luister() -> None:
    """Be the receiver: print the port, then answer until killed."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Gesprek) as server:
        server.daemon_threads = True
        print(server.server_address[1], flush=True)
        server.serve_forever()


@contextmanager
def ontvanger() -> Iterator[int]:
    """A receiver until the block ends; gives its port."""
    opdracht = [sys.executable, "-m", "tools.meet.bezorgen", "luister"]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) as proces:
        try:
            assert proces.stdout is not None
            yield int(proces.stdout.readline())
        finally:
            proces.terminate()


@dataclass(frozen=True)
class Bezorging:
    """Seconds per delivery and per bare post, one of each per round."""

    per_melding: list[float]
    ijk: list[float]

    def meting(self) -> Meting:
        """The result for the table."""
        wat, tegenover = "(f) één melding bezorgen", "één kale HTTP-post"
        return Meting(wat, tegenover, HOOGSTENS, self.per_melding, self.ijk)

    def zin(self) -> str:
        """How many a second, and which share of the bare loop that is."""
        een, ander = sorted(self.per_melding), sorted(self.ijk)
        per_seconde, kaal = 1 / een[len(een) // 2], 1 / ander[len(ander) // 2]
        return (
            f"(f) {per_seconde:.0f} meldingen per seconde door één werker, "
            f"een kale lus haalt {kaal:.0f}: {per_seconde / kaal:.0%}"
        )


def meet(rondes: int = RONDES, per_ronde: int = PER_RONDE) -> Bezorging:
    """Measure on the database of the environment, with Django ready."""
    from django.conf import settings

    with ontvanger() as poort:
        loket, dossiers = _loket()
        adres = f"http://127.0.0.1:{poort}/richting"
        _maak_webhook(loket, adres)
        inhoud = _voorbeeld(settings.OMGEVING)
        tijden: tuple[list[float], list[float]] = ([], [])
        for ronde in range(rondes + 1):
            _leg_klaar(loket, dossiers, per_ronde)
            paar = (_bezorg(per_ronde), _kaal(poort, per_ronde, inhoud))
            for lijst, duur in zip(tijden, paar, strict=True):
                lijst += [duur / per_ronde] if ronde else []
    return Bezorging(*tijden)


def _loket() -> tuple[Any, list[Any]]:
    """The desk with the most dossiers, and some of those."""
    from django.db.models import Count

    from richting.delen.models import Grond
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.kern.werk import verwerking
    from richting.partijen.models import Loket

    with verwerking(systeem_zelf("meting", klok.nu())):
        rijen = Grond.objects.filter(vervallen_op=None, loket__soort="nazorg")
        (nummer,) = rijen.values_list("loket").annotate(n=Count("pk")).order_by("-n")[0][:1]
        dossiers = rijen.filter(loket=nummer).values_list("dossier", flat=True).distinct()
        return Loket.objects.get(pk=nummer), list(dossiers.order_by("dossier")[:DOSSIERS])


def _maak_webhook(loket: Any, adres: str) -> None:
    """A webhook in the middle of a change of keys: two sign."""
    from richting.kern import klok
    from richting.kern.context import Wie
    from richting.meldingen.acties import abonnementen

    nu = klok.nu()
    wie = Wie(loket.pk, loket.soort, nu.date(), nu, "meting")
    nieuw = abonnementen.maak(wie, naam="meting", adres=adres)
    abonnementen.vernieuw_sleutel(wie, nieuw.abonnement.pk)


def _voorbeeld(omgeving: Any) -> bytes:
    """A body as long as that of a delivery."""
    from uuid import UUID

    from richting.kern import klok
    from richting.meldingen.webhook.gebeurtenis import gebeurtenis

    return gebeurtenis(UUID(int=1), klok.nu(), 1, omgeving.webhook_bron, omgeving.url)


def _leg_klaar(loket: Any, dossiers: list[Any], aantal: int) -> None:
    """So many meldingen, spread over the dossiers, queued by the database."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.kern.werk import verwerking
    from richting.meldingen.models import Melding

    wie = systeem_zelf("meting", klok.nu())
    with verwerking(wie):
        Melding.objects.bulk_create(
            Melding(
                dossier_id=dossiers[nr % len(dossiers)],
                loket=loket,
                soort="einde_gewijzigd",
                zin="",
                feitdatum=wie.vandaag,
                uiterlijk=wie.vandaag,
                bron="meting",
                aangemaakt_op=wie.nu,
            )
            for nr in range(aantal)
        )


def _bezorg(aantal: int) -> float:
    """Deliver all that waits, as the job does; raises RuntimeError when not all of it went."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.meldingen.acties import bezorgen

    wereld = bezorgen.Wereld(lambda: systeem_zelf("meting", klok.nu()), lambda: 0.0, lambda: 0)
    begin = perf_counter()
    telling = bezorgen.bezorg(wereld)
    duur = perf_counter() - begin
    if telling != {bezorgen.AANVAARD: aantal}:
        raise RuntimeError(f"Bezorgd: {dict(telling)}, verwacht {aantal}")
    return duur


def _kaal(poort: int, aantal: int, inhoud: bytes) -> float:
    """The bare loop: the same body, one open connection, the answer read."""
    lijn = http.client.HTTPConnection("127.0.0.1", poort)
    lijn.connect()
    begin = perf_counter()
    for _keer in range(aantal):
        lijn.request("POST", "/richting", inhoud, {"Content-Type": "application/json"})
        lijn.getresponse().read()
    duur = perf_counter() - begin
    lijn.close()
    return duur


def hoofd(wat: str) -> int:
    """Be the receiver, or measure on the database of the environment and print JSON."""
    if wat == "luister":
        luister()
        return 0
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    print(json.dumps(asdict(meet())))
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1]))
