"""How a mail leaves: the sentences of it, and the SMTP connection. Clausule 7.5.

The mail says that something is ready, how many, and where to look; nothing about anybody. Its
Message-ID is that of its row, so that who gets it twice keeps one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from richting.akkoord.ladder import Stap
from richting.regie.acties.mail import Poststuk, Stuur

TAAL = "nl"


def onderwerp(stuk: Poststuk) -> str:
    """What stands above the mail."""
    if stuk.spoed:
        return _("Richting: er staat iets voor u klaar dat niet kan wachten")
    return _("Richting: er staat iets voor u klaar")


def tekst(stuk: Poststuk, adres: str) -> str:
    """The mail itself: how many of what, and the link."""
    regels = [
        _("Er staat iets voor u klaar in Richting."),
        "",
        *(f"- {zin}" for zin in _aantallen(stuk)),
        "",
        _("Open Richting:") + f" {adres}{reverse('regie:werkvoorraad')}",
        "",
        _("Deze mail noemt geen personen. Wat er is, ziet u na het aanmelden."),
        _("Kiezen welke mail u krijgt:") + f" {adres}{reverse('regie:mijn_berichten')}",
    ]
    return "\n".join(regels) + "\n"


def _aantallen(stuk: Poststuk) -> Iterator[str]:
    for stap in Stap:
        aantal = stuk.aantallen.get(stap, 0)
        if aantal:
            yield _zin(stap, aantal).format(n=aantal)
    if stuk.spoed:
        yield _("daarvan kan niet wachten: {n}").format(n=stuk.spoed)


def _zin(stap: Stap, aantal: int) -> str:
    if stap is Stap.OP_DE_DAG:
        return ngettext(
            "{n} die vandaag klaar moet zijn", "{n} die vandaag klaar moeten zijn", aantal
        )
    return {
        Stap.VOORAF: _("{n} met een uiterste dag die bijna daar is"),
        Stap.POSTBUS: _("{n} te laat, in de postbus van uw loket"),
        Stap.LEIDING: _("{n} te laat bij een loket dat u beheert"),
        Stap.BELEMMERING: _("{n} op de lijst van belemmeringen"),
    }[stap]


def bericht(stuk: Poststuk) -> EmailMessage:
    """The mail as it goes over the line."""
    with translation.override(TAAL):
        host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
        return EmailMessage(
            onderwerp(stuk),
            tekst(stuk, settings.OMGEVING.url.rstrip("/")),
            settings.DEFAULT_FROM_EMAIL,
            [stuk.adres],
            headers={"Message-ID": f"<{stuk.mail}@{host}>", "Auto-Submitted": "auto-generated"},
        )


@contextmanager
def postkantoor() -> Iterator[Stuur]:
    """Send over one connection, opened when the first mail goes; a lost one is opened again."""
    verbinding = get_connection()

    def stuur(stuk: Poststuk) -> None:
        try:
            verbinding.open()
            verbinding.send_messages([bericht(stuk)])
        except OSError:
            with suppress(OSError):
                verbinding.close()
            raise

    try:
        yield stuur
    finally:
        with suppress(OSError):
            verbinding.close()
