"""How a mail leaves: the sentences of it. Clausule 7.5.

The mail says that something is ready, how many, and where to look; nothing about anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from richting.akkoord.ladder import Stap
from richting.kern import post
from richting.regie.acties.mail import Poststuk, Stuur

TAAL = "nl"


def onderwerp(stuk: Poststuk) -> str:
    """What stands above the mail."""
    if stuk.spoed:
        return _("Richting: er staat iets voor u klaar dat niet kan wachten")
    return _("Richting: er staat iets voor u klaar")


def tekst(stuk: Poststuk, adres: str) -> list[str]:
    """The lines of the mail itself: how many of what, and the link."""
    return [
        _("Er staat iets voor u klaar in Richting."),
        "",
        *(f"- {zin}" for zin in _aantallen(stuk)),
        "",
        _("Open Richting:") + f" {adres}{reverse('regie:werkvoorraad')}",
        "",
        _("Deze mail noemt geen personen. Wat er is, ziet u na het aanmelden."),
        _("Kiezen welke mail u krijgt:") + f" {adres}{reverse('regie:mijn_berichten')}",
    ]


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
        regels = tekst(stuk, settings.OMGEVING.url.rstrip("/"))
        return post.mail(stuk.mail, stuk.adres, onderwerp(stuk), regels)


@contextmanager
def postkantoor() -> Iterator[Stuur]:
    """Send over one connection; see `kern.post`."""
    with post.postkantoor() as verzend:
        yield lambda stuk: verzend(bericht(stuk))
