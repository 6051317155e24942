"""Staff: make, activate, deactivate, and give them a desk. Each act stands in the journal."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from axes.utils import reset as axes_reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen import rechten, tweede_factor
from richting.partijen.fouten import KanNiet
from richting.partijen.models import Lidmaatschap, Loket, Medewerker, Organisatie

CATEGORIE = "beheer"
"""The compartment of journal rows about staff, desks and systems."""
LEESBAAR = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody mistakes for another when read aloud."""


@dataclass(frozen=True)
class NieuweMedewerker:
    """Who was made, and the temporary password: shown once, kept nowhere."""

    medewerker: Medewerker
    wachtwoord: str


def tijdelijk_wachtwoord() -> str:
    """A password of four groups of five signs (about 99 bits), easy to read aloud."""
    return "-".join("".join(secrets.choice(LEESBAAR) for _n in range(5)) for _groep in range(4))


def netjes(gebruikersnaam: str) -> str:
    """The one spelling of a user name, so that Anna and anna are one account and one lock."""
    return gebruikersnaam.strip().lower()


def maak_medewerker(
    wie: Wie,
    *,
    gebruikersnaam: str,
    naam: str,
    organisatie: Organisatie,
    functie: str = "",
    email: str = "",
    loketten: Iterable[tuple[Loket, str]] = (),
    wachtwoord: str = "",
) -> NieuweMedewerker:
    """Add an active member of staff with their desks.

    Without `wachtwoord` a temporary one is made that must be changed at the first sign-in. Raises
    NietToegestaan, and KanNiet for a user name in use, a weak password or another party's desk.
    """
    rechten.check_organisatie_beheren(wie, organisatie)
    nieuw = Medewerker(
        gebruikersnaam=netjes(gebruikersnaam),
        naam=naam.strip(),
        functie=functie.strip(),
        email=email.strip(),
        organisatie=organisatie,
        is_active=True,
        geactiveerd_op=wie.nu,
        geactiveerd_door_id=wie.medewerker,
        wachtwoord_wijzigen=not wachtwoord,
    )
    with verwerking(wie) as werk:
        if Medewerker.objects.filter(gebruikersnaam=nieuw.gebruikersnaam).exists():
            raise KanNiet("naam_bezet", _("Deze gebruikersnaam is al in gebruik. Kies een andere."))
        sleutel = _zet_wachtwoord(nieuw, wachtwoord)
        nieuw.save()
        _noteer(
            werk, nieuw, "medewerker_gemaakt", na={"naam": nieuw.naam, "functie": nieuw.functie}
        )
        for loket, rol in loketten:
            _geef_plek(werk, nieuw, loket, rol)
    return NieuweMedewerker(nieuw, sleutel)


def activeer(wie: Wie, medewerker: Medewerker, reden: str) -> None:
    """Let somebody in (again): a new colleague, or an account that stood still.

    Only a manager of the own organisation. Raises NietToegestaan, KanNiet.
    """
    rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    with verwerking(wie) as werk:
        staat = _vergrendeld(medewerker)
        stil = staat.is_active and rechten.staat_stil(staat, wie.nu)
        if staat.is_active and not stil:
            raise KanNiet("al_actief", _("Dit account is al actief."))
        voor = {"actief": staat.is_active, "stil": stil}
        _zet(medewerker, is_active=True, geactiveerd_op=wie.nu, geactiveerd_door_id=wie.medewerker)
        _noteer(
            werk,
            medewerker,
            "medewerker_geactiveerd",
            voor=voor,
            na={"actief": True, "stil": False},
            reden=_met_reden(reden),
        )


def verleng(wie: Wie, medewerker: Medewerker, reden: str) -> None:
    """Keep the account of somebody who is away for long from standing still.

    Raises NietToegestaan, and KanNiet for an account that is not active any more.
    """
    rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    with verwerking(wie) as werk:
        staat = _vergrendeld(medewerker)
        if not staat.is_active or rechten.staat_stil(staat, wie.nu):
            raise KanNiet("niet_actief", _("Dit account is niet actief. Activeer het eerst."))
        _zet(medewerker, geactiveerd_op=wie.nu, geactiveerd_door_id=wie.medewerker)
        _noteer(werk, medewerker, "medewerker_verlengd", reden=_met_reden(reden))


def deactiveer(wie: Wie, medewerker: Medewerker, reden: str) -> None:
    """End somebody's access at once; open sessions end with the next click.

    Raises NietToegestaan, and KanNiet for oneself or an account that is not active.
    """
    rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    if medewerker.pk == wie.medewerker:
        raise KanNiet("zichzelf", _("U kunt uw eigen account niet stopzetten."))
    with verwerking(wie) as werk:
        if not _vergrendeld(medewerker).is_active:
            raise KanNiet("niet_actief", _("Dit account is al stopgezet."))
        _zet(medewerker, is_active=False)
        _noteer(
            werk,
            medewerker,
            "medewerker_gestopt",
            voor={"actief": True},
            na={"actief": False},
            reden=_met_reden(reden),
        )


def geef_tijdelijk_wachtwoord(
    wie: Wie, medewerker: Medewerker, reden: str, wachtwoord: str = ""
) -> str:
    """Replace a forgotten password by a temporary one; returns it once.

    Raises NietToegestaan unless the manager manages every desk of this colleague, and KanNiet.
    """
    rechten.check_toegang_vernieuwen(wie, medewerker)
    with verwerking(wie) as werk:
        _vergrendeld(medewerker)
        sleutel = _zet_wachtwoord(medewerker, wachtwoord)
        _zet(medewerker, password=medewerker.password, wachtwoord_wijzigen=True)
        _noteer(werk, medewerker, "wachtwoord_vervangen", reden=_met_reden(reden))
    return sleutel


def wis_tweede_factor(wie: Wie, medewerker: Medewerker, reden: str) -> None:
    """Forget the app and the reserve codes of a colleague who lost their phone.

    Raises NietToegestaan unless the manager manages every desk of this colleague.
    """
    rechten.check_toegang_vernieuwen(wie, medewerker)
    with verwerking(wie) as werk:
        tweede_factor.vergeet(medewerker)
        _noteer(werk, medewerker, "tweede_factor_gewist", reden=_met_reden(reden))


def ontgrendel(wie: Wie, medewerker: Medewerker, reden: str = "") -> bool:
    """Take the lock off after too many wrong attempts; True when there was one.

    Raises NietToegestaan unless it is a manager of the own organisation or an operator.
    """
    rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    with verwerking(wie) as werk:
        aantal = axes_reset(username=medewerker.gebruikersnaam)
        _noteer(werk, medewerker, "medewerker_ontgrendeld", reden=reden.strip())
    return aantal > 0


def wijzig_email(wie: Wie, medewerker: Medewerker, email: str) -> None:
    """Another address for mail; the own, or by a manager that of a colleague.

    The journal keeps that it changed, not the address. Raises NietToegestaan.
    """
    if wie.medewerker != medewerker.pk:
        rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    with verwerking(wie) as werk:
        if _vergrendeld(medewerker).email != email.strip():
            _zet(medewerker, email=email.strip())
            _noteer(werk, medewerker, "email_gewijzigd")


def voeg_toe_aan_loket(
    wie: Wie, medewerker: Medewerker, loket: Loket, rol: str = Lidmaatschap.MEDEWERKER
) -> None:
    """Give somebody a place at a desk, or another role there.

    Only the manager of that desk, for staff of the same organisation. Raises NietToegestaan,
    KanNiet.
    """
    rechten.check_loket_beheren(wie, loket)
    rechten.check_organisatie_beheren(wie, medewerker.organisatie)
    if medewerker.pk == wie.medewerker:
        raise KanNiet("zichzelf", _("U kunt uw eigen plek aan een loket niet veranderen."))
    with verwerking(wie) as werk:
        _geef_plek(werk, medewerker, loket, rol)


def verwijder_van_loket(wie: Wie, medewerker: Medewerker, loket: Loket, reden: str) -> None:
    """Take somebody's place at a desk away. Raises NietToegestaan, KanNiet."""
    rechten.check_loket_beheren(wie, loket)
    if medewerker.pk == wie.medewerker:
        raise KanNiet("zichzelf", _("U kunt uw eigen plek aan een loket niet veranderen."))
    with verwerking(wie) as werk:
        weg, _per_tabel = Lidmaatschap.objects.filter(medewerker=medewerker, loket=loket).delete()
        if not weg:
            raise KanNiet("geen_plek", _("Deze medewerker werkt niet bij dit loket."))
        _noteer(
            werk,
            medewerker,
            "loket_ontnomen",
            voor={"loket": loket.pk},
            reden=_met_reden(reden),
        )


def _geef_plek(werk: Werk, medewerker: Medewerker, loket: Loket, rol: str) -> None:
    if loket.organisatie_id != medewerker.organisatie_id:
        raise KanNiet("ander_loket", _("Dit loket is van een andere organisatie."))
    if rol not in dict(Lidmaatschap.ROLLEN):
        raise KanNiet("onbekende_rol", _("Deze rol bestaat niet."))
    rechten.check_loket_beheren(werk.wie, loket)
    Lidmaatschap.objects.update_or_create(medewerker=medewerker, loket=loket, defaults={"rol": rol})
    _noteer(werk, medewerker, "loket_gegeven", na={"loket": loket.pk, "rol": rol})


def _zet_wachtwoord(medewerker: Medewerker, wachtwoord: str) -> str:
    """Set the password (or a temporary one) after the house's checks; returns it."""
    sleutel = wachtwoord or tijdelijk_wachtwoord()
    try:
        validate_password(sleutel, medewerker)
    except ValidationError as fout:
        raise KanNiet("zwak_wachtwoord", " ".join(fout.messages)) from fout
    medewerker.set_password(sleutel)
    return sleutel


def _vergrendeld(medewerker: Medewerker) -> Medewerker:
    """The row as it stands now, locked until the end of the transaction."""
    return Medewerker.objects.select_for_update().get(pk=medewerker.pk)


def _zet(medewerker: Medewerker, **velden: Any) -> None:
    for naam, waarde in velden.items():
        setattr(medewerker, naam, waarde)
    medewerker.save(update_fields=[naam.removesuffix("_id") for naam in velden])


def _met_reden(reden: str) -> str:
    if not reden.strip():
        raise KanNiet("reden_ontbreekt", _("Vul een reden in."))
    return reden.strip()


def _noteer(werk: Werk, medewerker: Medewerker, soort: str, **velden: Any) -> None:
    na = {"medewerker": medewerker.pk, **velden.pop("na", {})}
    werk.noteer(None, soort, CATEGORIE, na=na, **velden)
