"""The demo accounts in the database."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from richting.demo.accounts import ACCOUNTS, WACHTWOORD
from richting.partijen.models import Lidmaatschap, Loket, Medewerker


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
                "organisatie_id": loket.organisatie_id,
                "is_active": True,
                "geactiveerd_op": nu,
                "laatst_actief_op": nu,
                "password": versleuteld,
            },
        )
        Lidmaatschap.objects.get_or_create(
            medewerker=medewerker, loket=loket, defaults={"rol": Lidmaatschap.BEHEERDER}
        )
