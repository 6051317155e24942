"""What staff do with their own account: sign in and out, change desk, password and factor."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen import tweede_factor
from richting.partijen.acties.medewerkers import CATEGORIE
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket, Medewerker


def meld_aan(wie: Wie, medewerker: Medewerker, *, tweede_stap: bool) -> None:
    """Record that somebody came in, and with how many factors."""
    with verwerking(wie) as werk:
        medewerker.laatst_actief_op = wie.nu
        medewerker.save(update_fields=["laatst_actief_op"])
        werk.noteer(None, "aangemeld", CATEGORIE, na={"tweede_stap": tweede_stap})


def meld_af(wie: Wie) -> None:
    """Record that somebody signed out."""
    with verwerking(wie) as werk:
        werk.noteer(None, "afgemeld", CATEGORIE)


def wissel_loket(wie: Wie, medewerker: Medewerker, loket: int) -> Loket:
    """Sit down at another desk; from here on the person acts for that desk only.

    Raises NietToegestaan for a desk of which one is not a member, or that has closed.
    """
    lid = (
        Lidmaatschap.objects.filter(medewerker=medewerker, loket=loket, loket__actief=True)
        .select_related("loket")
        .first()
    )
    if lid is None:
        raise NietToegestaan(str(loket))
    nieuw = replace(wie, loket=lid.loket.pk, loketsoort=lid.loket.soort)
    with verwerking(nieuw) as werk:
        medewerker.laatste_loket = lid.loket
        medewerker.save(update_fields=["laatste_loket"])
        werk.noteer(
            None,
            "loket_gekozen",
            CATEGORIE,
            voor={"loket": wie.loket},
            na={"loket": lid.loket.pk},
        )
    return lid.loket


def wijzig_wachtwoord(wie: Wie, medewerker: Medewerker, oud: str, nieuw: str) -> None:
    """Choose a new password; other sessions of this person end. Raises KanNiet."""
    if not medewerker.check_password(oud):
        raise KanNiet("oud_onjuist", _("Uw huidige wachtwoord klopt niet."))
    if oud == nieuw:
        raise KanNiet("zelfde", _("Kies een ander wachtwoord dan het huidige."))
    try:
        validate_password(nieuw, medewerker)
    except ValidationError as fout:
        raise KanNiet("zwak_wachtwoord", " ".join(fout.messages)) from fout
    with verwerking(wie) as werk:
        medewerker.set_password(nieuw)
        medewerker.wachtwoord_wijzigen = False
        medewerker.save(update_fields=["password", "wachtwoord_wijzigen"])
        werk.noteer(None, "wachtwoord_gewijzigd", CATEGORIE)


def koppel_app(wie: Wie, medewerker: Medewerker, toestel: TOTPDevice, code: str) -> tuple[str, ...]:
    """Put an app in force as second factor; returns the reserve codes, once. Raises KanNiet."""
    if not tweede_factor.bevestig(toestel, code):
        raise KanNiet(
            "code_onjuist", _("Deze code klopt niet. Wacht op de volgende code en vul die in.")
        )
    with verwerking(wie) as werk:
        codes = tweede_factor.nieuwe_reservecodes(medewerker)
        werk.noteer(None, "tweede_factor_ingesteld", CATEGORIE)
    return codes


def vernieuw_reservecodes(wie: Wie, medewerker: Medewerker) -> tuple[str, ...]:
    """Make ten new reserve codes; the old ones stop working. Raises KanNiet without an app."""
    if not tweede_factor.heeft(medewerker):
        raise KanNiet("geen_app", _("Koppel eerst een app aan uw account."))
    with verwerking(wie) as werk:
        codes = tweede_factor.nieuwe_reservecodes(medewerker)
        werk.noteer(None, "reservecodes_vernieuwd", CATEGORIE)
    return codes
