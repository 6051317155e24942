"""The demo accounts in the database."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from richting.delen.acties import scherm_af
from richting.demo.accounts import ACCOUNTS, WACHTWOORD
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.partijen.models import Lidmaatschap, Loket, Medewerker

OP_NAAM = ("pi", "gemeente")
TOONKAST = r"^T\d+-"
"""The keys of the stays of the show case."""


def maak_ploeg(nu: datetime) -> None:
    """Make the accounts that are not there yet. Runs as owner, before anybody can sign in."""
    versleuteld = make_password(WACHTWOORD)
    for account in ACCOUNTS:
        loket = Loket.objects.get(organisatie__code=account.organisatie, soort=account.loketsoort)
        medewerker, _nieuw = Medewerker.objects.get_or_create(
            gebruikersnaam=account.gebruikersnaam,
            defaults={
                "naam": account.naam,
                "functie": account.functie,
                "email": f"{account.gebruikersnaam}@voorbeeld.invalid",
                "organisatie_id": loket.organisatie_id,
                "is_active": True,
                "geactiveerd_op": nu,
                "laatst_actief_op": nu,
                "password": versleuteld,
            },
        )
        rol = Lidmaatschap.BEHEERDER if account.beheert else Lidmaatschap.MEDEWERKER
        Lidmaatschap.objects.get_or_create(
            medewerker=medewerker, loket=loket, defaults={"rol": rol}
        )


def wijs_namen_aan(nu: datetime) -> int:
    """Name the first demo users on the shielded stay of the show case; returns how many.

    A terrorist offence is seen by named staff only, so without this nobody would. Clausule 3.6.
    """
    dossier = Dossier.objects.filter(terroristisch=True, kenmerk__regex=TOONKAST).first()
    aantal = 0
    if dossier is None:
        return aantal
    for lid in Lidmaatschap.objects.filter(medewerker__gebruikersnaam__in=OP_NAAM).select_related(
        "loket", "medewerker"
    ):
        wie = Wie(
            loket=lid.loket_id,
            loketsoort=lid.loket.soort,
            vandaag=nu.date(),
            nu=nu,
            ingang="opdracht:demo laad",
            medewerker=lid.medewerker_id,
            naam=lid.medewerker.naam,
        )
        scherm_af(wie, dossier.pk, lid.loket_id, [lid.medewerker_id], "Op naam, voor de demo")
        aantal += 1
    return aantal
