"""The mail room: a mail without personal data, and the SMTP connection it leaves by. Clausule 7.5.

Its Message-ID is that of its row, so that who gets it twice keeps one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

Verzend = Callable[[EmailMessage], None]
"""Hands one mail to the outside; raises OSError (SMTPException is one) when that failed."""


def mail(nummer: UUID, aan: str, onderwerp: str, regels: Iterable[str]) -> EmailMessage:
    """A mail as it goes over the line."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    return EmailMessage(
        onderwerp,
        "\n".join(regels) + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [aan],
        headers={"Message-ID": f"<{nummer}@{host}>", "Auto-Submitted": "auto-generated"},
    )


@contextmanager
def postkantoor() -> Iterator[Verzend]:
    """Send over one connection, opened when the first mail goes; a lost one is opened again."""
    verbinding = get_connection()

    def verzend(stuk: EmailMessage) -> None:
        try:
            verbinding.open()
            verbinding.send_messages([stuk])
        except OSError:
            with suppress(OSError):
                verbinding.close()
            raise

    try:
        yield verzend
    finally:
        with suppress(OSError):
            verbinding.close()
