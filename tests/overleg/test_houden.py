"""Holding a consultation: attendance, minutes per compartment, agreements, and what is fixed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, transaction

from richting.akkoord.overleg import Overlegsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.overleg.acties import houden
from richting.overleg.acties.houden import Toezegging
from richting.overleg.acties.punten import schuif_door
from richting.overleg.models import Afspraak, Overleg, Verslag
from richting.overleg.overzichten.mdo import mdo_data
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import Botsing
from tests.overleg.bouwers import LANG, als, belegd, gehouden, punt_van, zie
from tests.partijen.bouwers import Lid, Ploeg
from tests.plannen.bouwers_actie import alle, sluit

pytestmark = [pytest.mark.clausule("8.1")]


@pytest.fixture
def mdo(ploeg: Ploeg, zaak: UUID) -> Overleg:
    """Bram's MDO about the stay, with Anna, Cato and Eva, who knows nothing of it."""
    return belegd(ploeg.bram, [ploeg.anna, ploeg.cato, ploeg.eva], [zaak])


def teksten(lid: Lid, overleg: Overleg) -> list[str]:
    gezien = zie(lid, overleg)
    assert gezien is not None
    return [rij.tekst for punt in gezien.punten for rij in punt.verslagen]


@pytest.mark.clausule("6.4")
def test_ieder_leest_van_het_verslag_alleen_de_eigen_grond(
    ploeg: Ploeg, zaak: UUID, mdo: Overleg
) -> None:
    punt = punt_van(ploeg.bram, mdo)
    wie = ploeg.bram.wie()
    houden.schrijf_verslag(wie, mdo.pk, punt, "onderdak", "Zoekt een kamer.", 0)
    houden.schrijf_verslag(wie, mdo.pk, punt, "zorg", "Huisarts is bekend.", 0)
    sluit(ploeg.anna, zaak, "zorg")
    sluit(ploeg.cato, zaak, "onderdak")
    assert teksten(ploeg.bram, mdo) == ["Zoekt een kamer.", "Huisarts is bekend."]
    assert teksten(ploeg.anna, mdo) == ["Zoekt een kamer."]
    assert teksten(ploeg.cato, mdo) == ["Huisarts is bekend."]
    assert teksten(ploeg.eva, mdo) == []
    with pytest.raises(NietToegestaan):
        houden.schrijf_verslag(ploeg.anna.wie(), mdo.pk, punt, "zorg", "Toch", 1)
    with pytest.raises(NietToegestaan):
        houden.schrijf_verslag(ploeg.eva.wie(), mdo.pk, punt, "plan", "Toch", 0)
    with pytest.raises(KanNiet):
        houden.schrijf_verslag(wie, mdo.pk, punt, "risico", "Nee", 0)


def test_twee_schrijvers_verliezen_niets(ploeg: Ploeg, mdo: Overleg) -> None:
    punt = punt_van(ploeg.bram, mdo)
    houden.schrijf_verslag(ploeg.bram.wie(), mdo.pk, punt, "plan", "Eerst.", 0)
    with pytest.raises(Botsing):
        houden.schrijf_verslag(ploeg.anna.wie(), mdo.pk, punt, "plan", "Tegelijk.", 0)
    houden.schrijf_verslag(ploeg.anna.wie(), mdo.pk, punt, "plan", "Eerst en daarna.", 1)
    assert teksten(ploeg.bram, mdo) == ["Eerst en daarna."]


def test_vastgesteld_verandert_nooit_meer_ook_niet_in_de_database(
    ploeg: Ploeg, mdo: Overleg, eigenaar: psycopg.Connection
) -> None:
    bram, punt = ploeg.bram.wie(), punt_van(ploeg.bram, mdo)
    houden.schrijf_verslag(bram, mdo.pk, punt, "plan", "Zo was het.", 0)
    with pytest.raises(KanNiet):
        houden.stel_verslag_vast(bram, mdo.pk, 1)
    gehouden(ploeg.bram, mdo)
    with pytest.raises(NietToegestaan):
        houden.stel_verslag_vast(ploeg.anna.wie(), mdo.pk, 2)
    houden.stel_verslag_vast(bram, mdo.pk, 2)
    houden.stel_verslag_vast(bram, mdo.pk, 2)
    with pytest.raises(KanNiet):
        houden.schrijf_verslag(bram, mdo.pk, punt, "plan", "Anders.", 1)
    for poging in (
        lambda: Verslag.objects.update(tekst="Anders."),
        lambda: Verslag.objects.all().delete(),
    ):
        fout = pytest.raises(DatabaseError, match="vastgesteld")
        with fout, transaction.atomic(), verwerking(bram):
            poging()
    houden.vul_aan(ploeg.anna.wie(), mdo.pk, punt, "plan", "Anna zag het anders.")
    assert teksten(ploeg.bram, mdo) == ["Zo was het.", "Anna zag het anders."]


def test_aanvullen_kan_pas_als_het_verslag_vaststaat(ploeg: Ploeg, mdo: Overleg) -> None:
    with pytest.raises(KanNiet):
        houden.vul_aan(ploeg.bram.wie(), mdo.pk, punt_van(ploeg.bram, mdo), "plan", "Te vroeg")


@pytest.mark.clausule("4.3", "8.5")
def test_een_afspraak_met_een_leefgebied_staat_meteen_als_actie_in_het_plan(
    ploeg: Ploeg, zaak: UUID, mdo: Overleg
) -> None:
    punt, dag = punt_van(ploeg.bram, mdo), klok.vandaag() + timedelta(days=7)
    wat = Toezegging("Vraag een kamer", ploeg.anna.loket.pk, Leefgebied.ONDERDAK, uiterlijk=dag)
    afspraak = houden.spreek_af(ploeg.bram.wie(), mdo.pk, punt, wat)
    (actie,) = alle(ploeg.anna, zaak)
    assert afspraak.actie_id == actie.pk
    assert (actie.wat, actie.staat, actie.uiterlijk) == ("Vraag een kamer", "gevraagd", dag)
    assert actie.verantwoordelijk_id == ploeg.anna.loket.pk


@pytest.mark.clausule("8.5")
def test_een_afspraak_zonder_leefgebied_is_een_notitie_die_men_afrondt(
    ploeg: Ploeg, zaak: UUID, mdo: Overleg
) -> None:
    punt = punt_van(ploeg.bram, mdo)
    wat = Toezegging("Bel na", ploeg.anna.loket.pk)
    afspraak = houden.spreek_af(ploeg.bram.wie(), mdo.pk, punt, wat)
    assert alle(ploeg.anna, zaak) == []
    with pytest.raises(NietToegestaan):
        houden.rond_afspraak_af(ploeg.bram.wie(), zaak, afspraak.pk, 1)
    houden.rond_afspraak_af(ploeg.anna.wie(), zaak, afspraak.pk, 1)
    houden.rond_afspraak_af(ploeg.anna.wie(), zaak, afspraak.pk, 1)
    rij = als(ploeg.anna, lambda: Afspraak.objects.get())
    assert rij.klaar_op == klok.vandaag()


def test_een_afspraak_die_niet_in_het_plan_kan_laat_niets_achter(
    ploeg: Ploeg, zaak: UUID, mdo: Overleg
) -> None:
    punt = punt_van(ploeg.bram, mdo)
    sluit(ploeg.anna, zaak, "schulden")
    voor = [
        Toezegging("Schulden", ploeg.anna.loket.pk, Leefgebied.SCHULDEN),
        Toezegging("Niet aan tafel", ploeg.gijs.loket.pk),
        Toezegging("Geen grond", ploeg.eva.loket.pk),
        Toezegging("Te laat", ploeg.anna.loket.pk, uiterlijk=klok.vandaag() - timedelta(days=2)),
    ]
    for wat in voor:
        with pytest.raises(KanNiet):
            houden.spreek_af(ploeg.bram.wie(), mdo.pk, punt, wat)
    assert als(ploeg.bram, lambda: Afspraak.objects.count()) == 0
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.clausule("5.1")
def test_het_mdo_telt_als_het_besproken_is(ploeg: Ploeg, zaak: UUID, mdo: Overleg) -> None:
    assert als(ploeg.bram, lambda: mdo_data([zaak])) == {}
    gehouden(ploeg.bram, mdo)
    assert als(ploeg.bram, lambda: mdo_data([zaak])) == {zaak: [klok.vandaag()]}
    schuif_door(ploeg.bram.wie(), mdo.pk, punt_van(ploeg.bram, mdo), 1, True)
    assert als(ploeg.bram, lambda: mdo_data([zaak])) == {}


def test_een_ander_overleg_is_geen_mdo(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [], [zaak], soort=Overlegsoort.CASUSOVERLEG)
    gehouden(ploeg.bram, overleg)
    assert als(ploeg.bram, lambda: mdo_data([zaak])) == {}


def test_aanwezigheid_kan_niet_voor_de_dag_zelf(ploeg: Ploeg, zaak: UUID) -> None:
    morgen = klok.nu() + timedelta(days=1)
    overleg = belegd(ploeg.bram, [], [zaak], begin=morgen, eind=morgen + LANG)
    with pytest.raises(KanNiet):
        gehouden(ploeg.bram, overleg)
