"""The fixed cast: seven people at seven desks. Other rooms' tests use them too.

    ploeg = maak_ploeg()
    meld_aan(client, ploeg.anna)              # signed in, at the own desk
    with verwerking(ploeg.anna.wie()) as werk: ...

Anna and Dirk work for the same municipality at different desks; Eva for another, and must always
get 404. The organisations are those of the reference data, or invented ones with the same code.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap, Loket, Medewerker, Organisatie

WACHTWOORD = "een heel lang wachtwoord"
GEMEENTE, ANDERE_GEMEENTE = "GM0344", "GM0202"
INRICHTING, RECLASSERING, FPC, BEHEER = "PI-NIEUWEGEIN", "RN", "FPC-POMPE", "BEHEER"
HUISSLEUTEL = "richting.partijen.aanmelden.Huissleutel"


@dataclass(frozen=True)
class Lid:
    """One of the cast: the member of staff and the desk where they sit."""

    medewerker: Medewerker
    loket: Loket

    def wie(self, ingang: str = "test") -> Wie:
        """The context in which this person acts."""
        nu = klok.nu()
        return Wie(
            loket=self.loket.pk,
            loketsoort=self.loket.soort,
            vandaag=nu.date(),
            nu=nu,
            ingang=ingang,
            medewerker=self.medewerker.pk,
            naam=self.medewerker.naam,
        )


@dataclass(frozen=True)
class Ploeg:
    """The whole cast."""

    anna: Lid
    bram: Lid
    cato: Lid
    dirk: Lid
    eva: Lid
    fatima: Lid
    gijs: Lid

    def allen(self) -> tuple[Lid, ...]:
        """All seven, in order."""
        return tuple(getattr(self, veld.name) for veld in fields(self))


def maak_ploeg() -> Ploeg:
    """The cast, ready to work; called twice it gives the same people."""
    soort, loket = Organisatiesoort, Loketsoort
    return Ploeg(
        anna=_lid("anna", "Anna de Boer", GEMEENTE, soort.GEMEENTE, loket.NAZORG),
        bram=_lid("bram", "Bram Willems", INRICHTING, soort.INRICHTING, loket.CASEMANAGEMENT),
        cato=_lid("cato", "Cato Jansen", RECLASSERING, soort.RECLASSERING, loket.RECLASSERING),
        dirk=_lid("dirk", "Dirk Bakker", GEMEENTE, soort.GEMEENTE, loket.OPENBARE_ORDE),
        eva=_lid("eva", "Eva Smit", ANDERE_GEMEENTE, soort.GEMEENTE, loket.NAZORG),
        fatima=_lid("fatima", "Fatima Aydin", BEHEER, soort.BEHEER, loket.BEHEER),
        gijs=_lid("gijs", "Gijs Mulder", FPC, soort.FORENSISCHE_INSTELLING, loket.FORENSISCH),
    )


def maak_organisatie(code: str, soort: str, naam: str = "", **velden: Any) -> Organisatie:
    """The organisation with this code; made when the reference data has none."""
    return Organisatie.objects.get_or_create(
        code=code, defaults={"soort": soort, "naam": naam or code, **velden}
    )[0]


def maak_loket(organisatie: Organisatie, soort: str) -> Loket:
    """The desk for this task."""
    return Loket.objects.get_or_create(
        organisatie=organisatie,
        soort=soort,
        defaults={"naam": f"{organisatie.naam} {soort}"},
    )[0]


def maak_medewerker(
    gebruikersnaam: str, loket: Loket, naam: str = "", rol: str = Lidmaatschap.MEDEWERKER
) -> Medewerker:
    """An active member of staff at this desk, with WACHTWOORD as password."""
    nu = klok.nu()
    medewerker = Medewerker.objects.get_or_create(
        gebruikersnaam=gebruikersnaam,
        defaults={
            "naam": naam or gebruikersnaam.title(),
            "organisatie": loket.organisatie,
            "is_active": True,
            "geactiveerd_op": nu,
            "laatst_actief_op": nu,
            "password": _versleuteld(),
        },
    )[0]
    lid = Lidmaatschap.objects.get_or_create(medewerker=medewerker, loket=loket)[0]
    if lid.rol != rol:
        Lidmaatschap.objects.filter(pk=lid.pk).update(rol=rol)
    return medewerker


def laat_stilstaan(medewerker: Medewerker) -> None:
    """Nobody used this account for so long that it does not come in any more."""
    lang = klok.nu() - timedelta(days=settings.OMGEVING.inactief_dagen + 1)
    Medewerker.objects.filter(pk=medewerker.pk).update(laatst_actief_op=lang, geactiveerd_op=lang)


def meld_aan(client: Client, wie: Lid | Medewerker, loket: Loket | None = None) -> None:
    """Sign in without the sign-in page; a Lid sits at the own desk at once."""
    medewerker = wie.medewerker if isinstance(wie, Lid) else wie
    plek = loket or (wie.loket if isinstance(wie, Lid) else None)
    client.force_login(medewerker, backend=HUISSLEUTEL)
    if plek is not None:
        sessie = client.session
        sessie["loket"] = plek.pk
        sessie.save()


def maak_beheerder(lid: Lid) -> Lid:
    """The same person, now the manager of the own desk."""
    Lidmaatschap.objects.filter(medewerker=lid.medewerker, loket=lid.loket).update(
        rol=Lidmaatschap.BEHEERDER
    )
    return lid


def journaalregels() -> list[Journaal]:
    """What was recorded in this test, oldest first."""
    with verwerking(systeem_zelf("test", klok.nu())):
        return list(Journaal.objects.order_by("pk"))


def journaalsoorten() -> list[str]:
    """The kinds of what was recorded in this test, oldest first."""
    return [regel.soort for regel in journaalregels()]


def _lid(gebruikersnaam: str, naam: str, code: str, soort: str, loketsoort: str) -> Lid:
    loket = maak_loket(maak_organisatie(code, soort), loketsoort)
    return Lid(maak_medewerker(gebruikersnaam, loket, naam), loket)


@cache
def _versleuteld() -> str:
    return make_password(WACHTWOORD)
