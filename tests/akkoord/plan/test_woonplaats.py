"""Which municipality may ask which other one, and what can be done with a request."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import aangepast
from richting.akkoord.feiten import Verzoek
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.plan.woonplaats import (
    REDENZINNEN,
    STAPPEN,
    Verzoekdaad,
    Verzoekreden,
    Verzoekstaat,
    antwoord_na,
    categorie_van,
    mogelijk,
    staat_van,
    waarom_niet,
)
from richting.akkoord.verzoeken import in_behandeling
from richting.akkoord.woorden import Gegevenscategorie, SoortPlaats, Titel, Verzoekantwoord
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    POMPE,
    UTRECHT,
    dag,
    plaats,
    verblijf,
    vestiging,
)
from tests.akkoord.strategieen import feiten_op

pytestmark = pytest.mark.clausule("5.7")
OP = dag(30)
JA = Verzoek(ARNHEM, dag(1), Verzoekantwoord.AANVAARD, dag(20))


def test_de_herkomst_mag_een_andere_gemeente_vragen():
    assert waarom_niet(verblijf(), UTRECHT, ARNHEM, OP) == ""


@pytest.mark.parametrize(
    ("door", "naar", "woord"),
    [
        (AMSTERDAM, ARNHEM, "herkomst"),
        (UTRECHT, UTRECHT, "andere"),
        (UTRECHT, "GM1999", "andere"),
    ],
)
def test_anders_kan_het_niet(door, naar, woord):
    assert woord in waarom_niet(verblijf(), door, naar, OP)


def test_zonder_herkomst_vraagt_niemand():
    assert "nog niet bekend" in waarom_niet(verblijf(gemeenten=()), UTRECHT, ARNHEM, OP)


def test_een_lopende_vraag_houdt_een_nieuwe_tegen_een_weigering_niet():
    open_ = verblijf(verzoeken=(Verzoek(AMSTERDAM, dag(3)),))
    assert "loopt al" in waarom_niet(open_, UTRECHT, ARNHEM, OP)
    nee = Verzoek(AMSTERDAM, dag(3), Verzoekantwoord.GEWEIGERD, dag(4))
    assert waarom_niet(replace(open_, verzoeken=(nee,)), UTRECHT, ARNHEM, OP) == ""


def test_bij_tbs_geeft_de_wet_de_andere_gemeente_niets():
    tbs = verblijf(titel=Titel.TBS_VERPLEGING, plaatsen=(plaats(SoortPlaats.FPC, POMPE),))
    assert "Bel" in waarom_niet(tbs, UTRECHT, ARNHEM, OP)


@pytest.mark.clausule("1.5")
def test_de_regie_gaat_pas_over_als_de_andere_gemeente_ja_zei():
    feiten = verblijf(verzoeken=(JA,))
    assert gemeente_aan_zet(feiten, dag(19)).waarde == UTRECHT
    assert gemeente_aan_zet(feiten, dag(20)).waarde == ARNHEM
    terug = verblijf(verzoeken=(replace(JA, ingetrokken_op=dag(25)),))
    assert gemeente_aan_zet(terug, dag(25)).waarde == UTRECHT
    blijft = aangepast({"aanvaarding_verlegt_regie": False})
    assert gemeente_aan_zet(feiten, dag(20), blijft).waarde == UTRECHT


def test_een_aanname_laat_een_gemeente_van_vestiging_pas_meedoen_na_een_ja():
    streng = aangepast({"vestiging_uit_bericht": False})
    alleen = verblijf(gemeenten=(vestiging(AMSTERDAM),))
    assert gemeente_aan_zet(alleen, OP).waarde == AMSTERDAM
    assert gemeente_aan_zet(alleen, OP, streng).waarde is None
    ja = replace(JA, gemeente=AMSTERDAM)
    assert gemeente_aan_zet(replace(alleen, verzoeken=(ja,)), OP, streng).waarde == AMSTERDAM


@pytest.mark.clausule("1.3")
def test_een_reden_over_een_slachtoffer_ligt_apart():
    apart = {r for r in Verzoekreden if categorie_van(r) == Gegevenscategorie.SLACHTOFFER}
    assert apart == {Verzoekreden.SLACHTOFFER, Verzoekreden.GEBIEDSVERBOD}
    assert set(REDENZINNEN) == set(Verzoekreden)


@pytest.mark.parametrize("staat", [Verzoekstaat.GEWEIGERD, Verzoekstaat.INGETROKKEN])
def test_een_geeindigd_verzoek_blijft_geeindigd(staat):
    assert mogelijk(staat, vrager=True, gevraagde=True) == ()


def test_wie_er_niets_mee_te_maken_heeft_kan_niets():
    for staat in Verzoekstaat:
        assert mogelijk(staat, vrager=False, gevraagde=False) == ()


@given(st.sampled_from(Verzoekdaad))
def test_elke_daad_leidt_naar_de_staat_die_erbij_hoort(daad):
    terug = OP if daad is Verzoekdaad.INTREKKEN else None
    verzoek = Verzoek(ARNHEM, dag(1), antwoord_na(daad), OP, terug)
    assert staat_van(verzoek) is STAPPEN[daad].naar


@given(feiten_op())
def test_een_verzoek_is_nooit_open_voor_het_gedaan_is(geval):
    feiten, _op = geval
    for verzoek in feiten.verzoeken:
        stuk = in_behandeling(verzoek)
        assert stuk is None or stuk.van == verzoek.gevraagd_op
