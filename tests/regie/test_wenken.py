"""A proposed regional agreement asks for the yes of who leads each desk that it names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from richting.delen.acties import regioafspraken as acties
from richting.kern import klok
from tests.delen.bouwers_afspraken import invoer, maak_beheerders
from tests.partijen.bouwers import Lid, Ploeg, maak_medewerker, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.6")]
ZIN = "Uw loket is gevraagd om mee te doen aan 1 regionale afspraak."


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_beheerders()


def leest_het(lid: Lid) -> bool:
    client = Client()
    meld_aan(client, lid)
    tekst = client.get("/").content.decode()
    assert "Werkvoorraad" in tekst
    return ZIN in tekst and 'href="/regioafspraken/"' in tekst


def test_wie_gevraagd_is_leest_het_boven_de_lijst_tot_het_ja(ploeg: Ploeg) -> None:
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, ploeg.cato, op=klok.vandaag()))
    assert [leest_het(lid) for lid in (ploeg.bram, ploeg.cato)] == [True, True]
    assert [leest_het(lid) for lid in (ploeg.anna, ploeg.eva)] == [False, False]
    acties.bevestig(ploeg.bram.wie(), rij.pk)
    assert [leest_het(lid) for lid in (ploeg.bram, ploeg.cato)] == [False, True]


def test_een_voorstel_dat_is_ingetrokken_of_voorbij_vraagt_niets_meer(ploeg: Ploeg) -> None:
    vandaag = klok.vandaag()
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=vandaag))
    acties.trek_in(ploeg.anna.wie(), rij.pk)
    assert not leest_het(ploeg.bram)
    morgen = vandaag + timedelta(days=1)
    acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=vandaag, geldig_tot=morgen))
    assert leest_het(ploeg.bram)
    with klok.op(morgen):
        assert not leest_het(ploeg.bram)


def test_een_collega_die_het_loket_niet_leidt_wordt_er_niet_mee_lastiggevallen(
    ploeg: Ploeg,
) -> None:
    acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=klok.vandaag()))
    collega = Lid(maak_medewerker("joris", ploeg.bram.loket, "Joris Kuiper"), ploeg.bram.loket)
    assert not leest_het(collega)
