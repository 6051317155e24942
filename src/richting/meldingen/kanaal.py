"""The mail about a mailbox: how many new lines, and where to look. Nothing about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from richting.kern import post
from richting.meldingen.acties.mailen import Postbusmail, Stuur

TAAL = "nl"


def regels(stuk: Postbusmail) -> list[str]:
    """The lines of the mail."""
    adres = settings.OMGEVING.url.rstrip("/")
    hoeveel = ngettext(
        "Er staat {n} nieuw bericht in de postbus van uw loket.",
        "Er staan {n} nieuwe berichten in de postbus van uw loket.",
        stuk.aantal,
    )
    return [
        hoeveel.format(n=stuk.aantal),
        "",
        _("Open de postbus:") + f" {adres}{reverse('meldingen:postbus')}",
        "",
        _("Deze mail noemt geen personen. Wat er is, ziet u na het aanmelden."),
        _("Kiezen welke mail u krijgt:") + f" {adres}{reverse('meldingen:mailkeuze')}",
    ]


@contextmanager
def postkantoor() -> Iterator[Stuur]:
    """Send over one connection; see `kern.post`."""
    with post.postkantoor() as verzend, translation.override(TAAL):
        kop = _("Richting: nieuw in de postbus van uw loket")
        yield lambda stuk: verzend(post.mail(stuk.nummer, stuk.aan, kop, regels(stuk)))
