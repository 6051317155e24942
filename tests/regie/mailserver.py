"""A mail server on this machine: takes what comes, and lets a test stand in between."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from types import TracebackType


@dataclass
class Postzak:
    """What arrived, in order; `bij_ontvangst` runs after a mail came in and before the answer."""

    post: list[Message] = field(default_factory=list)
    bij_ontvangst: Callable[[Message], None] = lambda _bericht: None

    @property
    def nummers(self) -> list[str]:
        """The Message-ID of each mail that arrived."""
        return [str(bericht["Message-ID"]) for bericht in self.post]


class Gesprek(socketserver.StreamRequestHandler):
    """One client, line by line."""

    server: Luisteraar

    def handle(self) -> None:
        """Greet, take mail, say goodbye."""
        self.zeg("220 klaar")
        while regel := self.rfile.readline():
            woord = regel[:4].upper()
            if woord == b"DATA":
                self.zeg("354 ga uw gang")
                bericht = message_from_bytes(self.inhoud())
                self.server.zak.post.append(bericht)
                self.server.zak.bij_ontvangst(bericht)
                self.zeg("250 aangenomen")
            elif woord == b"QUIT":
                self.zeg("221 dag")
                return
            else:
                self.zeg("250 goed")

    def inhoud(self) -> bytes:
        """Everything up to the line with a single dot."""
        regels = []
        while (regel := self.rfile.readline()) not in (b".\r\n", b""):
            regels.append(regel)
        return b"".join(regels)

    def zeg(self, zin: str) -> None:
        """Answer; a client that is gone hears nothing."""
        with suppress(OSError):
            self.wfile.write(f"{zin}\r\n".encode())


class Luisteraar(socketserver.ThreadingTCPServer):
    """A free port of this machine."""

    def __init__(self, zak: Postzak) -> None:
        super().__init__(("127.0.0.1", 0), Gesprek)
        self.zak = zak


class Mailserver:
    """Listens on loopback until its block ends."""

    def __init__(self) -> None:
        self.zak = Postzak()
        self._server = Luisteraar(self.zak)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._draad = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def omgeving(self) -> dict[str, str]:
        """The settings that send mail here."""
        return {
            "RICHTING_MAIL_SERVER": "127.0.0.1",
            "RICHTING_MAIL_POORT": str(self._server.server_address[1]),
            "RICHTING_MAIL_BEVEILIGING": "geen",
            "RICHTING_URL": "https://richting.example",
        }

    def __enter__(self) -> Mailserver:
        self._draad.start()
        return self

    def __exit__(
        self, _s: type[BaseException] | None, _f: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._draad.join()
