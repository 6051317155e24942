"""What a manager may do to a colleague's account: the acts on the page, each with its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.partijen import acties, overzichten, rechten, tweede_factor
from richting.partijen.formulieren import Redenformulier
from richting.partijen.overzichten import Collega
from richting.partijen.werkplek import Verzoek

UITVOERING: dict[str, tuple[Callable[..., Any], Any]] = {
    "activeer": (acties.activeer, gettext_lazy("Het account is actief.")),
    "deactiveer": (acties.deactiveer, gettext_lazy("Het account is stopgezet.")),
    "verleng": (acties.verleng, gettext_lazy("Het account is verlengd.")),
    "ontgrendel": (acties.ontgrendel, gettext_lazy("Het slot is van het account af.")),
    "wis-tweede-factor": (
        acties.wis_tweede_factor,
        gettext_lazy("De app en de reservecodes zijn verwijderd."),
    ),
}
"""What runs and what is said afterwards, by the last part of the address."""


@dataclass(frozen=True)
class Handeling:
    """One act on the page of a colleague: what it is called, what it does, and its form."""

    titel: str
    uitleg: str
    url: str
    formulier: Redenformulier
    soort: str = "secundair"

    @property
    def open(self) -> bool:
        """The form came back with an error, so it must show."""
        return self.formulier.is_bound


def handelingen(
    request: Verzoek, collega: Collega, beheerde: set[int], fout: dict[str, Redenformulier]
) -> list[Handeling]:
    """The acts that are possible now; `fout` holds a form that came back, by the act's name."""
    if collega.medewerker.pk == request.user.pk:
        return []
    regels = [
        *_slot(request, collega),
        *_account(collega),
        *_toegang(request, collega),
        *_plekken(collega, beheerde),
    ]
    return [
        Handeling(titel, uitleg, url, fout.get(naam) or leeg(naam), soort)
        for naam, titel, uitleg, url, soort in regels
    ]


def leeg(naam: str, gegevens: Any = None) -> Redenformulier:
    """The form of one act; its field has an id of its own."""
    return Redenformulier(gegevens, auto_id=f"id_{naam}_%s")


Regel = tuple[str, str, str, str, str]


def _slot(request: Verzoek, collega: Collega) -> Iterator[Regel]:
    if overzichten.op_slot(collega.medewerker, request.wie.nu):
        uitleg = _(
            "Er is te vaak een verkeerd wachtwoord ingevuld. Vraag of uw collega dat zelf was."
        )
        url = _url(collega.medewerker.pk, "ontgrendel")
        yield ("ontgrendel", _("Slot van het account halen"), uitleg, url, "primair")


def _account(collega: Collega) -> Iterator[Regel]:
    nummer = collega.medewerker.pk
    if collega.staat != "actief":
        uitleg = _("De medewerker kan daarna weer aanmelden.")
        yield ("activeer", _("Account activeren"), uitleg, _url(nummer, "activeer"), "primair")
        return
    uitleg = _("Voor wie lang weg is: het account blijft actief.")
    yield ("verleng", _("Account verlengen"), uitleg, _url(nummer, "verleng"), "secundair")
    uitleg = _("De medewerker wordt afgemeld en kan niet meer aanmelden.")
    yield ("deactiveer", _("Account stopzetten"), uitleg, _url(nummer, "deactiveer"), "gevaar")


def _toegang(request: Verzoek, collega: Collega) -> Iterator[Regel]:
    medewerker = collega.medewerker
    if not rechten.mag_toegang_vernieuwen(request.wie, medewerker):
        return
    url = reverse("partijen:nieuw_wachtwoord", args=[medewerker.pk])
    uitleg = _("U krijgt een tijdelijk wachtwoord te zien om door te geven.")
    yield ("wachtwoord", _("Nieuw tijdelijk wachtwoord"), uitleg, url, "secundair")
    if tweede_factor.heeft(medewerker):
        url = _url(medewerker.pk, "wis-tweede-factor")
        uitleg = _("Voor wie de telefoon kwijt is. De medewerker koppelt daarna een nieuwe app.")
        yield ("wis-tweede-factor", _("App loskoppelen"), uitleg, url, "secundair")


def _plekken(collega: Collega, beheerde: set[int]) -> Iterator[Regel]:
    for lid in collega.lidmaatschappen:
        if lid.loket_id in beheerde:
            url = reverse("partijen:neem_plek", args=[collega.medewerker.pk, lid.loket_id])
            titel = _("Weghalen bij %(loket)s") % {"loket": lid.loket.naam}
            uitleg = _("De medewerker kan niet meer voor dit loket werken.")
            yield (f"plek-{lid.loket_id}", titel, uitleg, url, "gevaar")


def _url(nummer: int, doe: str) -> str:
    return reverse("partijen:handeling", args=[nummer, doe])
