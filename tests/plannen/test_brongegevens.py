"""What registers know already is shown with source and day, to confirm or correct."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort, Leefgebied
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.brongegevens import geef_door, trek_in
from richting.plannen.acties.screening import Inzending, neem_over, stel_vast
from richting.plannen.models import Brongegeven
from richting.plannen.overzichten.brongegevens import als_antwoord, brongegevens
from richting.plannen.overzichten.screening import gevraagd
from tests.partijen.bouwers import Lid, Ploeg, journaalsoorten, meld_aan
from tests.plannen.bouwers_screening import BEGIN, gegeven, meet, staat
from tests.plannen.test_screening import concept_van

G = Leefgebied
BRP = "Basisregistratie Personen"


def geef(lid: Lid, zaak: UUID, dagen_geleden: int = 3, register: str = BRP, **waarden: object):
    wie = lid.wie()
    dag = wie.vandaag - timedelta(days=dagen_geleden)
    return geef_door(wie, zaak, register, dag, gegeven(**waarden))


def bekend(lid: Lid, zaak: UUID) -> dict[str, list[Brongegeven]]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return brongegevens(zaak)


@pytest.mark.clausule("5.10", "5.11", "8.2")
def test_het_scherm_toont_register_en_dag_en_wie_invult_neemt_het_over(
    ploeg: Ploeg, zaak: UUID
) -> None:
    geef(ploeg.anna, zaak, brp_adres="woonadres")
    client = Client()
    meld_aan(client, ploeg.bram)
    pagina = client.get(reverse("plannen:meten", args=[zaak, "begin"])).content.decode()
    assert BRP in pagina
    assert "Op een woonadres" in pagina
    assert neem_over(ploeg.bram.wie(), zaak, BEGIN, [G.ONDERDAK]).overgenomen == 1
    overgenomen = concept_van(ploeg.bram, zaak)[G.ONDERDAK].antwoorden["brp_adres"]
    assert overgenomen["bron"] == Antwoordbron.REGISTRATIE.value
    assert overgenomen["peildatum"] == (ploeg.bram.wie().vandaag - timedelta(days=3)).isoformat()


def test_een_register_beantwoordt_zelf_geen_vraag(ploeg: Ploeg, zaak: UUID) -> None:
    geef(ploeg.anna, zaak, brp_adres="woonadres")
    assert staat(ploeg.anna, zaak)[G.ONDERDAK].antwoorden == {}


def test_wie_het_beter_weet_verbetert_het_en_beide_blijven_staan(ploeg: Ploeg, zaak: UUID) -> None:
    geef(ploeg.anna, zaak, brp_adres="woonadres")
    meet(ploeg.bram, zaak, G.ONDERDAK, brp_adres="nergens")
    assert staat(ploeg.anna, zaak)[G.ONDERDAK].antwoorden["brp_adres"].waarde == "nergens"
    (rij,) = bekend(ploeg.bram, zaak)["brp_adres"]
    assert als_antwoord(rij).waarde == "woonadres"


def test_nieuwere_meting_gaat_voor_een_ouder_register(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ONDERDAK, brp_adres="nergens")
    geef(ploeg.anna, zaak, dagen_geleden=30, brp_adres="woonadres")
    moment = type(BEGIN).VOOR_ONTSLAG
    neem_over(ploeg.bram.wie(), zaak, moment, [G.ONDERDAK])
    antwoord = concept_van(ploeg.bram, zaak, moment)[G.ONDERDAK].antwoorden["brp_adres"]
    assert antwoord["waarde"] == "nergens"


@pytest.mark.parametrize("soort", [Antwoordsoort.ONBEKEND, Antwoordsoort.WIL_NIET])
def test_wie_het_niet_weet_of_niet_zegt_spreekt_een_register_niet_tegen(
    ploeg: Ploeg, zaak: UUID, soort: Antwoordsoort
) -> None:
    geef(ploeg.anna, zaak, dagen_geleden=30, brp_adres="woonadres")
    gezegd = {"brp_adres": Antwoord("brp_adres", soort)}
    stel_vast(ploeg.bram.wie(), zaak, BEGIN, {G.ONDERDAK: Inzending(gezegd, {})})
    moment = type(BEGIN).VOOR_ONTSLAG
    neem_over(ploeg.bram.wie(), zaak, moment, [G.ONDERDAK])
    antwoord = concept_van(ploeg.bram, zaak, moment)[G.ONDERDAK].antwoorden["brp_adres"]
    assert antwoord["waarde"] == "woonadres"


@pytest.mark.parametrize("ouder_eerst", [True, False])
def test_in_elke_volgorde_blijft_het_nieuwste_van_een_register_staan(
    ploeg: Ploeg, zaak: UUID, ouder_eerst: bool
) -> None:
    berichten = [(9, "nergens"), (2, "woonadres")]
    for dagen, waarde in berichten if ouder_eerst else reversed(berichten):
        geef(ploeg.anna, zaak, dagen_geleden=dagen, brp_adres=waarde)
    (rij,) = bekend(ploeg.anna, zaak)["brp_adres"]
    assert als_antwoord(rij).waarde == "woonadres"


def test_nogmaals_sturen_verandert_niets(ploeg: Ploeg, zaak: UUID) -> None:
    (eerste,) = geef(ploeg.anna, zaak, brp_adres="woonadres")
    aantal = len(journaalsoorten())
    (weer,) = geef(ploeg.anna, zaak, brp_adres="woonadres")
    assert (weer.pk, weer.versie) == (eerste.pk, eerste.versie)
    assert len(journaalsoorten()) == aantal


def test_een_dag_in_de_toekomst_of_een_antwoord_dat_niet_past_wordt_geweigerd(
    ploeg: Ploeg, zaak: UUID
) -> None:
    with pytest.raises(KanNiet):
        geef(ploeg.anna, zaak, dagen_geleden=-1, brp_adres="woonadres")
    with pytest.raises(KanNiet):
        geef(ploeg.anna, zaak, brp_adres="op de maan")
    with pytest.raises(KanNiet):
        geef(ploeg.anna, zaak, schoenmaat="43")
    assert bekend(ploeg.anna, zaak) == {}


@pytest.mark.clausule("6.4")
def test_zonder_grond_geeft_niemand_iets_door_en_leest_niemand_iets(
    ploeg: Ploeg, zaak: UUID
) -> None:
    geef(ploeg.anna, zaak, brp_adres="woonadres")
    with pytest.raises(NietToegestaan):
        geef(ploeg.eva, zaak, brp_adres="nergens")
    assert bekend(ploeg.eva, zaak) == {}


def test_alleen_wie_het_doorgaf_trekt_het_in(ploeg: Ploeg, zaak: UUID) -> None:
    (rij,) = geef(ploeg.anna, zaak, brp_adres="woonadres")
    with pytest.raises(KanNiet):
        trek_in(ploeg.bram.wie(), zaak, rij.pk, "Niet van mij")
    trek_in(ploeg.anna.wie(), zaak, rij.pk, "Het ging over een ander")
    assert bekend(ploeg.anna, zaak) == {}
    assert "brongegeven_ingetrokken" in journaalsoorten()


def test_wie_vaststelt_bevestigt_het_register(ploeg: Ploeg, zaak: UUID) -> None:
    geef(ploeg.anna, zaak, brp_adres="woonadres")
    neem_over(ploeg.bram.wie(), zaak, BEGIN, [G.ONDERDAK])
    stel_vast(ploeg.bram.wie(), zaak, BEGIN, {G.ONDERDAK: _zoals_het_staat(ploeg, zaak)})
    antwoord: Antwoord = staat(ploeg.anna, zaak)[G.ONDERDAK].antwoorden["brp_adres"]
    assert (antwoord.waarde, antwoord.bron) == ("woonadres", Antwoordbron.REGISTRATIE)


def _zoals_het_staat(ploeg: Ploeg, zaak: UUID) -> Inzending:
    nu = gevraagd(concept_van(ploeg.bram, zaak)[G.ONDERDAK])
    return Inzending(nu, nu)
