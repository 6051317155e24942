"""The list of the short stay: what must be right today, and who calls whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.eisen import KEUZEVRAGEN
from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.gebieden import DATUMVRAGEN
from richting.akkoord.plan.kort import (
    PUNTEN,
    Kortgroep,
    Kortstaat,
    belronde,
    kortlijst,
    punt,
)
from richting.akkoord.plan.overgangen import NEGATIEF
from richting.akkoord.plan.sjablonen import Kenmerk
from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat, Antwoordsoort, Leefgebied
from richting.akkoord.woorden import Loketsoort
from tests.akkoord.plan.hulp_actie import antwoorden

DAG = date(2026, 6, 12)
pytestmark = pytest.mark.clausule("3.3", "5.1")


def staat(code: str, acties=(), **waarden: object) -> Kortstaat:
    """How one point stands by these answers."""
    return {r.punt.code: r.staat for r in kortlijst(antwoorden(**waarden), acties, DAG)}[code]


def test_zonder_antwoorden_staat_alles_op_de_lijst_als_onbekend():
    regels = kortlijst({}, (), DAG)
    assert {r.staat for r in regels} == {Kortstaat.ONBEKEND}
    assert len(regels) == len(PUNTEN) - 1, "zonder toezicht geen meldplicht"


@pytest.mark.parametrize(
    ("code", "antwoord", "uit"),
    [
        ("kort-slapen", {"onderdak_na": "geen"}, Kortstaat.NODIG),
        ("kort-slapen", {"onderdak_na": "nachtopvang"}, Kortstaat.GEREGELD),
        ("kort-geld", {"inkomen_geregeld": "aangevraagd"}, Kortstaat.NODIG),
        ("kort-geld", {"inkomen_geregeld": "ja"}, Kortstaat.GEREGELD),
        ("kort-medicijnen", {"medicijnen": "niet_nodig"}, Kortstaat.NIET_NODIG),
        ("kort-medicijnen", {"medicijnen": "niet_geregeld"}, Kortstaat.NODIG),
        ("kort-verzekering", {"zorgverzekering": "opgeschort"}, Kortstaat.NODIG),
        ("kort-uitkering", {"inkomen_na": "uitkering"}, Kortstaat.NODIG),
        ("kort-uitkering", {"inkomen_na": "werk"}, Kortstaat.NIET_NODIG),
        ("kort-schulden", {"schulden_aanpak": "loopt"}, Kortstaat.NODIG),
        ("kort-kinderen", {"kinderen": "verzorgd"}, Kortstaat.GEREGELD),
        ("kort-huur", {"lasten_betaald": False}, Kortstaat.NODIG),
    ],
)
def test_wat_een_antwoord_zegt_over_de_dag_zelf(code, antwoord, uit):
    assert staat(code, **antwoord) is uit


@pytest.mark.clausule("5.10")
@pytest.mark.parametrize(
    ("waar", "tot", "uit"),
    [
        ("persoon", DAG, Kortstaat.GEREGELD),
        ("persoon", DAG - timedelta(days=1), Kortstaat.NODIG),
        ("thuis", DAG, Kortstaat.NODIG),
        ("kwijt", DAG + timedelta(days=900), Kortstaat.NODIG),
    ],
)
def test_een_identiteitsbewijs_moet_er_zijn_en_nog_geldig_op_de_dag(waar, tot, uit):
    assert staat("kort-identiteit", id_waar=waar, id_geldig_tot=tot) is uit


def test_waar_het_ligt_maar_niet_hoe_lang_het_geldt_is_onbekend():
    assert staat("kort-identiteit", id_waar="persoon") is Kortstaat.ONBEKEND


@pytest.mark.parametrize("soort", [s for s in Antwoordsoort if s is not Antwoordsoort.GEGEVEN])
def test_niet_weten_niet_willen_en_niet_vragen_zijn_nooit_geregeld(soort):
    gezegd = {"onderdak_na": Antwoord("onderdak_na", soort)}
    uit = {r.punt.code: r.staat for r in kortlijst(gezegd, (), DAG)}["kort-slapen"]
    nvt = soort is Antwoordsoort.NIET_VAN_TOEPASSING
    assert uit is (Kortstaat.NIET_NODIG if nvt else Kortstaat.ONBEKEND)


@pytest.mark.parametrize("hoe", Actiestaat)
def test_een_actie_telt_boven_het_antwoord_tenzij_die_op_niets_uitliep(hoe):
    actie = Actiefeit(Leefgebied.ONDERDAK, hoe, sjabloon="kort-slapen")
    uit = staat("kort-slapen", [actie], onderdak_na="geen")
    if hoe in NEGATIEF:
        assert uit is Kortstaat.NODIG
    else:
        anders = {
            Actiestaat.GEDAAN: Kortstaat.GEREGELD,
            Actiestaat.GEVRAAGD: Kortstaat.GEVRAAGD,
            Actiestaat.NIET_NODIG: Kortstaat.NIET_NODIG,
        }
        assert uit is anders.get(hoe, Kortstaat.IN_PLAN)


@pytest.mark.clausule("5.4")
def test_wie_belt_wie_over_wat():
    regels = kortlijst(antwoorden(onderdak_na="geen", inkomen_geregeld="ja"), (), DAG)
    ronde = belronde(regels)
    inrichting = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
    bij_gemeente = next(b for b in ronde if b.naar == (Loketsoort.NAZORG,))
    assert bij_gemeente.van == inrichting
    codes = [p.code for p in bij_gemeente.punten]
    assert codes[0] == "kort-slapen"
    assert "kort-geld" not in codes


@pytest.mark.clausule("3.9")
def test_met_toezicht_belt_de_inrichting_ook_de_reclassering():
    toezicht = frozenset({Kenmerk.TOEZICHT})
    ronde = belronde(kortlijst({}, (), DAG, toezicht))
    assert (Loketsoort.RECLASSERING,) in {b.naar for b in ronde}
    assert (Loketsoort.RECLASSERING,) not in {b.naar for b in belronde(kortlijst({}, (), DAG))}


def test_is_alles_geregeld_dan_hoeft_niemand_te_bellen():
    klaar = [Actiefeit(p.leefgebied, Actiestaat.GEDAAN, sjabloon=p.code) for p in PUNTEN]
    assert belronde(kortlijst({}, klaar, DAG)) == ()


VRAGEN = {vraag.vraag: sorted(vraag.tabel, key=str) for vraag in KEUZEVRAGEN}
gegeven = st.fixed_dictionaries({}, optional={v: st.sampled_from(w) for v, w in VRAGEN.items()})
datums = st.dictionaries(st.sampled_from(sorted(DATUMVRAGEN)), st.dates())


@given(gegeven, datums, st.frozensets(st.sampled_from(Kenmerk)), st.integers(0, 4000))
def test_geen_antwoord_haalt_een_punt_van_de_lijst_en_later_vrij_maakt_niets_beter(
    keuzes, dagen, kenmerken, later
):
    gezegd = antwoorden(**keuzes, **dagen)
    regels = kortlijst(gezegd, (), DAG, kenmerken)
    assert [r.punt for r in regels] == [p for p in PUNTEN if p.kenmerk in (None, *kenmerken)]
    straks = kortlijst(gezegd, (), DAG + timedelta(days=later), kenmerken)
    for nu, dan in zip(regels, straks, strict=True):
        assert dan.staat is nu.staat or dan.staat is Kortstaat.NODIG
    gebeld = [p for ronde in belronde(regels) for p in ronde.punten]
    assert len(gebeld) == len(set(gebeld))
    assert set(gebeld) == {
        r.punt for r in regels if r.staat in (Kortstaat.NODIG, Kortstaat.ONBEKEND)
    }


def test_elk_punt_vraagt_naar_iets_wat_gevraagd_wordt():
    kan = {vraag: set(waarden) for vraag, waarden in VRAGEN.items()}
    for een in PUNTEN:
        for toets in een.toetsen:
            if toets.geldig:
                assert toets.vraag in DATUMVRAGEN
            else:
                assert toets.goed | toets.niet_nodig <= kan[toets.vraag], een.code


def test_alleen_wat_er_niet_hoeft_te_zijn_kan_niet_nodig_zijn():
    assert {een.code for een in PUNTEN if een.kan_niet_nodig} == {
        "kort-medicijnen",
        "kort-huur",
        "kort-uitkering",
        "kort-schulden",
        "kort-kinderen",
        "kort-dieren",
    }


def test_de_codes_zijn_uniek_en_terug_te_vinden():
    assert len({een.code for een in PUNTEN}) == len(PUNTEN)
    assert {een.groep for een in PUNTEN} == set(Kortgroep)
    assert punt("kort-geld").leefgebied is Leefgebied.INKOMEN
    assert punt("bestaat-niet") is None
    assert punt("kort-huur").herkomst is Actieherkomst.VOORTGEZET
    assert punt("kort-slapen").herkomst is Actieherkomst.GESTART
