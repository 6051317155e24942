"""How a post stands, where a dossier stands for a desk, and who comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import laatste_dag, rekendatum
from richting.akkoord.posten import (
    WEEK,
    Hoofdlijst,
    Post,
    Poststaat,
    aan_zet_op,
    herzien_op,
    hoofdlijst,
    is_klaar,
    loketstand,
    staat,
    uitstel_hoogstens,
    vraagt_werk,
)
from richting.akkoord.termijnen import TERMIJNREGELS, lopende_termijnen, verschoven
from richting.akkoord.terugmelden import GEGEVENS, Gegeven, bron_van
from richting.akkoord.uitkomst import Bron
from richting.akkoord.urgentie import NIETS_OPEN, dagen_tot_vrij, rang
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from tests.akkoord.strategieen import feiten

pytestmark = pytest.mark.clausule("5.1")
dagen = st.dates(date(2026, 1, 1), date(2027, 12, 31))
misschien = st.none() | dagen


@st.composite
def posten(draw: st.DrawFn) -> Post:
    """Any post of one of three desks."""
    sinds = draw(dagen)
    return Post(
        soort="proef",
        sleutel=f"p:{draw(st.integers(0, 50))}",
        loket=draw(st.integers(1, 3)),
        uiterlijk=draw(dagen),
        sinds=sinds,
        zin="Doe iets.",
        bron=Bron("clausule", "5.1"),
        categorie=draw(st.sampled_from([Gegevenscategorie.PLAN, Gegevenscategorie.ZORG])),
        wachter=draw(st.none() | st.integers(1, 3)),
        gedaan_op=draw(misschien),
        vervallen_op=draw(misschien),
        uitgesteld_tot=draw(misschien),
    )


@given(posten(), dagen)
def test_een_post_staat_altijd_ergens_en_te_laat_is_na_de_dag(post: Post, op: date) -> None:
    hoe = staat(post, op)
    assert (hoe is Poststaat.TE_LAAT) <= (post.uiterlijk < op)
    assert vraagt_werk(post, op) != (is_klaar(post, op) or hoe is Poststaat.UITGESTELD)
    assert aan_zet_op(post) >= post.uiterlijk


@given(posten(), dagen, dagen)
def test_wat_klaar_is_blijft_klaar(post: Post, eerst: date, later: date) -> None:
    if eerst <= later and is_klaar(post, eerst):
        assert is_klaar(post, later)


@given(st.lists(posten(), max_size=6), dagen, st.integers(0, 40))
def test_wat_bewaard_wordt_veroudert_niet_voor_de_dag_die_het_noemt(
    alle: list[Post], op: date, later: int
) -> None:
    grens = herzien_op([d for p in alle for d in (p.gedaan_op, p.vervallen_op)], op)
    dan = op + timedelta(days=later)
    if grens is None or dan < grens:
        for loket in (1, 2, 3):
            assert loketstand(alle, loket, {"plan"}, op) == loketstand(alle, loket, {"plan"}, dan)


@given(st.lists(posten(), max_size=6), dagen)
def test_een_loket_telt_alleen_wat_het_mag_zien(alle: list[Post], op: date) -> None:
    assert loketstand(alle, 1, set(), op).uiterlijk is None
    alleen_zorg = [p for p in alle if p.categorie is Gegevenscategorie.ZORG]
    assert loketstand(alle, 1, {"zorg"}, op) == loketstand(alleen_zorg, 1, {"zorg", "plan"}, op)


@given(misschien, misschien, dagen)
def test_een_dossier_staat_op_een_lijst_de_dringendste(
    uiterlijk: date | None, wacht: date | None, op: date
) -> None:
    lijst = hoofdlijst(uiterlijk, wacht, op)
    if uiterlijk and uiterlijk <= op + WEEK:
        assert lijst in (Hoofdlijst.TE_LAAT, Hoofdlijst.VANDAAG, Hoofdlijst.WEEK)
        assert (lijst is Hoofdlijst.TE_LAAT) == (uiterlijk < op)
    else:
        assert lijst is (Hoofdlijst.WACHT if wacht else None)


@given(dagen, dagen, misschien)
def test_uitstel_gaat_nooit_voorbij_het_vertrek_of_het_maximum(
    eerste: date, op: date, ontslag: date | None
) -> None:
    grens = uitstel_hoogstens(eerste, op, ontslag)
    if grens is not None:
        assert op < grens <= eerste + timedelta(days=AANNAMES.uitstel_dagen)
        assert ontslag is None or ontslag <= op or grens <= ontslag


@given(st.integers(0, 4000), st.integers(1, 5))
def test_wie_minder_tijd_of_meer_open_heeft_komt_eerder(dagen_: int, niet: int) -> None:
    assert rang(dagen_, niet) <= rang(dagen_ + 1, niet)
    assert rang(dagen_, niet + 1) <= rang(dagen_, niet) < NIETS_OPEN
    assert rang(dagen_, 0) >= NIETS_OPEN
    assert rang(dagen_, None) == rang(dagen_, 1)


def test_drie_voorwaarden_over_negen_dagen_dringen_meer_dan_een_over_vijf() -> None:
    assert rang(9, 3) < rang(5, 1)
    assert dagen_tot_vrij(None, date(2026, 11, 23), 28) == 28
    assert dagen_tot_vrij(date(2026, 11, 1), date(2026, 11, 23), 28) == 0


@given(feiten(), dagen)
def test_elke_termijn_heeft_een_eigenaar_en_een_dag(verblijf: Feiten, op: date) -> None:
    for termijn in lopende_termijnen(verblijf, op, {}):
        assert termijn.partij.loketsoort is termijn.regel.plicht
        assert termijn.gedaan_op is None
        if termijn.regel.plicht is Loketsoort.CASEMANAGEMENT:
            assert termijn.vervallen_op == laatste_dag(verblijf)


@given(feiten(), dagen, dagen)
def test_een_gedane_daad_beeindigt_haar_termijn(verblijf: Feiten, op: date, dag: date) -> None:
    daden = {regel.daad.value: [dag] for regel in TERMIJNREGELS}
    for termijn in lopende_termijnen(verblijf, op, daden):
        if termijn.sleutel == termijn.regel.code and termijn.code != "T4-vervolg":
            assert termijn.gedaan_op == dag


@given(feiten(), dagen)
@pytest.mark.clausule("5.4")
def test_wat_terugtelt_is_nooit_na_het_vertrek(verblijf: Feiten, op: date) -> None:
    ontslag = rekendatum(verblijf)
    terug = [t for t in lopende_termijnen(verblijf, op, {}) if t.regel.terug]
    assert not terug or ontslag is not None
    for termijn in terug:
        assert termijn.uiterlijk <= max(ontslag or op, termijn.sinds)


def test_een_andere_dag_verschuift_precies_wat_terugtelt() -> None:
    eerst, nu = date(2027, 3, 1), date(2027, 3, 8)
    anders = verschoven(eerst, nu)
    assert {regel.code for regel, _oud, _nieuw in anders} == {
        regel.code for regel in TERMIJNREGELS if regel.terug
    }
    assert all(nieuw - oud == timedelta(days=7) for _r, oud, nieuw in anders if oud and nieuw)
    assert verschoven(eerst, eerst) == ()


@pytest.mark.clausule("5.4")
@given(feiten(), dagen)
def test_elk_gegeven_heeft_een_bron_die_het_kan_verbeteren(verblijf: Feiten, op: date) -> None:
    assert set(GEGEVENS) == set(Gegeven)
    gemeente = bron_van(Gegeven.GEMEENTE, verblijf, op)
    assert gemeente is None or gemeente.loketsoort is Loketsoort.NAZORG
    zonder = replace(verblijf, toezicht=(), reclassering=None)
    assert bron_van(Gegeven.TOEZICHT, zonder, op) is None
