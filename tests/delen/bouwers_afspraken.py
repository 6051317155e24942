"""Regional agreements for tests: a good one by default, proposed and confirmed by their managers.

rij = maak_afspraak(anna, bram, zonder={"netwerk"})   # proposed by anna, confirmed by bram
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen.register import PBW_18A
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.acties import herbereken
from richting.delen.acties import regioafspraken as acties
from richting.delen.models import Regioafspraak
from richting.dossiers.models import Dossier, Justitiabele
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.gebeurtenissen import Gebeurtenis
from richting.kern.werk import verwerking
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_beheerder, maak_ploeg


def deel(wie: Loketsoort = Loketsoort.NAZORG, zonder: Iterable[str] = ("netwerk",)) -> Afspraakdeel:
    """What this kind of desk still gets on article 18a."""
    weg = {Gegevenscategorie(soort) for soort in zonder}
    return Afspraakdeel(PBW_18A.code, wie, toegestaan(PBW_18A, wie, AANNAMES) - weg)


def invoer(*partijen: Lid, op: date, **anders: Any) -> acties.Invoer:
    """The municipality does not get the network; a test names what differs."""
    basis = acties.Invoer(
        naam="Minder delen over het netwerk",
        doel=PBW_18A.doel,
        grondslagen=(PBW_18A.code,),
        loketten=tuple(lid.loket.pk for lid in partijen),
        vindplaats="Zaak 2026-114, gemeentearchief",
        geldig_vanaf=op,
        delen=(deel(),),
    )
    return replace(basis, **anders)


def maak_afspraak(voorsteller: Lid, *anderen: Lid, dagen: int = 0, **anders: Any) -> Regioafspraak:
    """An agreement that all have confirmed, so many days after today. All are managers."""
    rij = acties.stel_voor(
        op_dag(voorsteller, dagen),
        invoer(*anderen, op=op_dag(voorsteller, dagen).vandaag, **anders),
    )
    for lid in anderen:
        acties.bevestig(op_dag(lid, dagen), rij.pk)
    return rij


def op_dag(lid: Lid, dagen: int) -> Wie:
    """This person, so many days from now."""
    wie = lid.wie()
    nu = wie.nu + timedelta(days=dagen)
    return replace(wie, nu=nu, vandaag=nu.date())


def verblijf(naam: str = "A1", **anders: Any) -> UUID:
    """A stay in Bram's prison of somebody of Anna's municipality, through the intake."""
    stuur(begin(naam, **anders))
    gevonden = dossier(naam)
    assert gevonden is not None
    return gevonden.pk


def kaal_dossier(feiten: Feiten) -> UUID:
    """A dossier with the grounds of these facts and no other rows."""
    nu = klok.nu()
    with verwerking(systeem_zelf("test", nu)) as werk:
        rij = Dossier.objects.create(
            nummer="R-1",
            justitiabele=Justitiabele.objects.create(aangemaakt_op=nu, naamsleutel="proef"),
            bron="PROEF",
            kenmerk="R-1",
            titel=feiten.titel,
            begin=feiten.begin,
            doelgroep_code="binnen",
            doelgroep_zin="",
            bekend_sinds=feiten.bekend_sinds,
            aangemaakt_op=nu,
            gewijzigd_op=nu,
        )
        werk.geheugen[("feiten", rij.pk)] = feiten
        herbereken(werk, {rij.pk: [Gebeurtenis("proef", rij.pk, "verblijf", {}, {})]})
    return rij.pk


def maak_beheerders() -> Ploeg:
    """The cast at its desks, each the manager of the own one."""
    maak_partijen()
    ploeg = maak_ploeg()
    for lid in ploeg.allen():
        maak_beheerder(lid)
    return ploeg


def programma() -> Wie:
    """The program itself, now."""
    return systeem_zelf("test", klok.nu())
