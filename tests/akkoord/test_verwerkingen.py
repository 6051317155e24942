"""The register of processings follows from the legal bases and leaves nothing out."""

from __future__ import annotations

import pytest
from hypothesis import given

from richting.akkoord.grondslagen import GRONDSLAGEN, gronden
from richting.akkoord.verwerkingen import STEUN, regime_van, verwerkingsregister
from richting.akkoord.woorden import Gegevenscategorie, Regime
from tests.akkoord.strategieen import feiten as alle_feiten

PER_CODE = {regel.code: regel for regel in verwerkingsregister()}


@pytest.mark.clausule("6.4", "6.7")
@given(alle_feiten())
def test_geen_grond_ontstaat_buiten_het_register(feiten):
    for grond in gronden(feiten):
        regel = PER_CODE[f"{grond.grondslag}:{grond.partij.loketsoort.value}"]
        assert grond.categorieen <= regel.categorieen
        assert grond.regime is regel.regime


@pytest.mark.clausule("6.7")
def test_elke_ontvanger_van_elke_wet_die_opent_heeft_een_regel():
    verwacht = {
        f"{wet.code}:{ontvanger.loketsoort.value}"
        for wet in GRONDSLAGEN
        if wet.opent
        for ontvanger in wet.ontvangers
    }
    assert set(PER_CODE) == verwacht


def test_elke_categorie_staat_in_het_register():
    gedekt = set().union(*(regel.categorieen for regel in PER_CODE.values()))
    assert gedekt == set(Gegevenscategorie)


@pytest.mark.clausule("6.3", "6.7")
def test_wie_ontvangt_wat_een_ander_heeft_staat_bij_beide():
    for regel in PER_CODE.values():
        for ander in regel.ontvangers:
            terug = PER_CODE[f"{regel.grondslag.code}:{ander.value}"]
            assert regel.wie in terug.ontvangers
            assert terug.categorieen & regel.categorieen


def test_de_eigen_verwerkingen_noemen_doel_gegevens_en_bron():
    assert len({steun.code for steun in STEUN}) == len(STEUN)
    assert all(s.doel and s.gegevens and s.betrokkenen and s.bron for s in STEUN)


@pytest.mark.clausule("6.7")
def test_elke_verwerking_noemt_haar_regime():
    assert all(regel.regime for regel in PER_CODE.values())
    assert all(steun.regimes for steun in STEUN)


@pytest.mark.clausule("6.7")
def test_een_soort_loket_werkt_altijd_onder_hetzelfde_regime():
    per_soort: dict[str, set[Regime]] = {}
    for regel in PER_CODE.values():
        per_soort.setdefault(regel.wie, set()).add(regel.regime)
    assert all(len(regimes) == 1 for regimes in per_soort.values())
    assert {soort: {regime_van(soort)} for soort in per_soort} == per_soort


@pytest.mark.clausule("6.7")
def test_wie_geen_wet_noemt_heeft_toch_een_regime():
    assert {soort: regime_van(soort) for soort in ("beheer", "privacy", "verwerking", "")} == {
        "beheer": Regime.AVG,
        "privacy": Regime.AVG,
        "verwerking": Regime.RICHTLIJN,
        "": Regime.RICHTLIJN,
    }
