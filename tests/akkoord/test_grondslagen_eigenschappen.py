"""What holds for the grounds of any stay whatever: partial, overlapping, odd."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.doelgroep import beoordeel
from richting.akkoord.feiten import Feiten, Gemeenteband, Persoonsfeiten, Toezicht
from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.grondslagen import GRONDSLAGEN, Grond, gronden, grondslag, is_geldig
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import fase, laatste_dag, rekendatum
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, doorsneden, periode, verenigd, zonder
from richting.akkoord.regie import casusregie, procesregie
from richting.akkoord.verzoeken import in_behandeling
from richting.akkoord.woorden import (
    Fase,
    Gegevenscategorie,
    GemeenteRol,
    Loketsoort,
    SoortPlaats,
)
from tests.akkoord.hulp_gronden import ziet
from tests.akkoord.strategieen import RECLASSERINGEN, VEILIGHEIDSHUIZEN, feiten_op, veroordelingen
from tests.akkoord.strategieen import feiten as alle_feiten

C, L = Gegevenscategorie, Loketsoort
GEMEENTELOKETTEN = {L.NAZORG, L.OPENBARE_ORDE}
EEN_DAG = timedelta(days=1)


def dagen(grond: Grond) -> list[date]:
    """The days at the edges of a ground and one in it."""
    laatste = grond.geldig_tot - EEN_DAG if grond.geldig_tot else grond.geldig_vanaf + 400 * EEN_DAG
    return [grond.geldig_vanaf, laatste]


@pytest.mark.clausule("6.4")
@given(alle_feiten())
def test_geen_grond_buiten_de_geldigheid_van_zijn_wet(feiten):
    einde = laatste_dag(feiten)
    for grond in gronden(feiten):
        wet = grondslag(grond.grondslag)
        vanaf = wet.in_werking()
        assert wet.opent
        assert vanaf is not None
        assert grond.geldig_vanaf >= vanaf
        assert einde is None or einde > vanaf
        assert grond.geldig_tot is None or grond.geldig_vanaf < grond.geldig_tot


@given(alle_feiten())
def test_niets_wordt_gedeeld_voor_het_bekend_was(feiten):
    assert all(grond.geldig_vanaf >= feiten.bekend_sinds for grond in gronden(feiten))


@given(alle_feiten())
def test_elke_grond_is_smaller_dan_of_gelijk_aan_zijn_wet(feiten):
    for grond in gronden(feiten):
        ontvanger = grondslag(grond.grondslag).ontvanger(grond.partij.loketsoort)
        assert grond.categorieen <= ontvanger.categorieen
        assert grond.regime == ontvanger.regime
        assert grond.zin.endswith(".")
        assert grond.rol
        assert grond.doel


@pytest.mark.clausule("6.1", "6.2")
@given(alle_feiten())
def test_alleen_gemeenten_in_beeld_hebben_een_grond(feiten):
    for grond in gronden(feiten):
        if grond.partij.loketsoort in GEMEENTELOKETTEN:
            for dag in dagen(grond):
                in_beeld_op = {g.gemeente for g in in_beeld(feiten, dag)}
                assert grond.partij.organisatie in in_beeld_op | gevraagd_op(feiten, dag)


def gevraagd_op(feiten: Feiten, dag: date) -> set[str]:
    """The municipalities with an open request on a day."""
    stukken = [(v.gemeente, in_behandeling(v)) for v in feiten.verzoeken]
    return {code for code, stuk in stukken if stuk and ligt_in(dag, [stuk])}


@pytest.mark.clausule("5.7", "6.4")
@given(feiten_op())
def test_een_gevraagde_gemeente_ziet_niets_ervoor_en_niets_na_een_nee(paar):
    feiten, op = paar
    zonder_rol = {v.gemeente for v in feiten.verzoeken} - {g.gemeente for g in in_beeld(feiten, op)}
    for code in zonder_rol - gevraagd_op(feiten, op):
        for loket in GEMEENTELOKETTEN:
            assert not ziet(gronden(feiten), Partij(loket, code), op)


@pytest.mark.clausule("5.7", "6.4")
@given(feiten_op())
def test_een_gevraagde_gemeente_ziet_alleen_wat_nodig_is_om_te_antwoorden(paar):
    feiten, op = paar
    smal = {C.VERBLIJF, C.ONDERDAK, C.PLAN}
    alleen_gevraagd = gevraagd_op(feiten, op) - {g.gemeente for g in in_beeld(feiten, op)}
    for code in alleen_gevraagd:
        assert ziet(gronden(feiten), Partij(L.NAZORG, code), op) <= smal
        assert not ziet(gronden(feiten), Partij(L.OPENBARE_ORDE, code), op)


@pytest.mark.clausule("6.4")
@given(alle_feiten(), st.sets(st.sampled_from(C)))
def test_de_aanname_over_een_verzoek_maakt_alleen_smaller(feiten, soorten):
    anders = aangepast({"verzoek_categorieen": sorted(soort.value for soort in soorten)})
    vol = {c for wet in GRONDSLAGEN if wet.code == "pbw_18a" for c in wet.categorieen}
    for grond in gronden(feiten, anders):
        if grond.rol == "gevraagd":
            assert grond.categorieen <= soorten & vol


@pytest.mark.clausule("6.2")
@given(feiten_op())
def test_nooit_meer_dan_drie_gemeenten_bij_een_terugkeer(paar):
    feiten, op = paar
    for wet in ("wjsg_51c_2", "pbw_18a", "pbw_18b"):
        geldend = [g for g in gronden(feiten) if g.grondslag == wet and is_geldig(g, op)]
        codes = {g.partij for g in geldend if g.partij.loketsoort in GEMEENTELOKETTEN}
        met_rol = {partij for partij in codes if partij.organisatie not in gevraagd_op(feiten, op)}
        assert len(met_rol) <= 3


@given(alle_feiten())
def test_ketengegevens_komen_nooit_bij_een_gemeente_of_veiligheidshuis(feiten):
    for grond in gronden(feiten):
        if C.KETEN in grond.categorieen:
            assert grond.partij.loketsoort in {L.CASEMANAGEMENT, L.RECLASSERING}


@pytest.mark.clausule("6.3", "6.5")
@given(alle_feiten())
def test_risico_en_bij_blijven_apart_en_komen_nooit_bij_nazorg(feiten):
    for grond in gronden(feiten):
        apart = grond.categorieen & {C.RISICO, C.BIJ}
        if apart:
            assert len(grond.categorieen - {C.VERBLIJF}) == 1
            assert grond.partij.loketsoort not in {L.NAZORG, L.PROCESREGIE, L.FORENSISCH}
        if grond.partij.loketsoort in {L.OPENBARE_ORDE, L.OM, L.POLITIE}:
            assert apart


@given(alle_feiten())
def test_een_ingetrokken_verblijf_geeft_niets(feiten):
    assert gronden(replace(feiten, ingetrokken=True)) == frozenset()


@given(alle_feiten(), st.randoms(use_true_random=False))
def test_de_volgorde_van_de_feiten_doet_er_niet_toe(feiten, toeval):
    def geschud(rij: tuple) -> tuple:
        lijst = list(rij)
        toeval.shuffle(lijst)
        return tuple(lijst)

    anders = replace(
        feiten,
        plaatsen=geschud(feiten.plaatsen),
        gemeenten=geschud(feiten.gemeenten),
        verzoeken=geschud(feiten.verzoeken),
        toezicht=geschud(feiten.toezicht),
    )
    assert gronden(anders) == gronden(feiten)


@given(alle_feiten())
def test_dezelfde_feiten_geven_dezelfde_gronden(feiten):
    assert gronden(feiten) == gronden(replace(feiten))


@given(alle_feiten(), st.booleans())
def test_een_terroristisch_misdrijf_verandert_niets(feiten, terroristisch):
    assert gronden(replace(feiten, terroristisch=terroristisch)) == gronden(feiten)


@pytest.mark.clausule("3.1", "3.8")
@given(feiten_op())
def test_wie_buiten_het_akkoord_valt_wordt_niet_gedeeld(paar):
    feiten, op = paar
    oordeel = beoordeel(feiten, op)
    if not oordeel.binnen and oordeel.code != "naar_buitenland":
        assert not [grond for grond in gronden(feiten) if is_geldig(grond, op)]


@pytest.mark.clausule("1.5", "1.6", "6.2")
@settings(max_examples=300)
@given(feiten_op(netjes=True))
def test_wie_de_regie_heeft_ziet_het_verblijf(paar):
    """Inside, whoever directs has a ground, from the day the law is there and we know of it."""
    feiten, op = paar
    if fase(feiten, op).waarde not in {Fase.BINNEN, Fase.BUITEN_ONDER_TITEL}:
        return
    if op < max(feiten.bekend_sinds, date(2025, 3, 1)) or not beoordeel(feiten, op).binnen:
        return
    zien = {grond.partij for grond in gronden(feiten) if is_geldig(grond, op)}
    for houder in (procesregie(feiten, op), casusregie(feiten, op)):
        assert houder.partij is None or houder.partij in zien


@given(alle_feiten())
def test_na_de_nazorg_ziet_alleen_nog_het_toezicht(feiten):
    einde = laatste_dag(feiten)
    if einde is None:
        return
    grens = plus_maanden(einde, max(AANNAMES.nazorg_maanden, AANNAMES.risico_maanden))
    for grond in gronden(feiten):
        later = grond.geldig_tot is None or grond.geldig_tot > grens
        if later and grond.grondslag != "bjsg_11a":
            assert grond.partij.loketsoort == L.RECLASSERING
            assert grond.partij.organisatie in {band.organisatie for band in feiten.toezicht}


@given(alle_feiten())
def test_bij_nooit_eerder_dan_drie_maanden_voor_een_terugkeer(feiten):
    buiten = {
        SoortPlaats.VERLOF,
        SoortPlaats.BUITEN_FASERING,
        SoortPlaats.BUITEN_ONGESCHIKT,
    }
    terugkeer = [p.van for p in feiten.plaatsen if p.soort in buiten]
    terugkeer += [dag] if (dag := rekendatum(feiten)) else []
    for grond in gronden(feiten):
        if grond.grondslag == "bjsg_11a":
            assert feiten.veroordeling is not None
            assert feiten.veroordeling.onherroepelijk
            assert any(plus_maanden(dag, -3) <= grond.geldig_vanaf for dag in terugkeer)
            assert grond.geldig_tot is not None


@given(alle_feiten(), st.integers(0, 60), st.integers(0, 24))
def test_een_langere_aanname_geeft_nooit_minder(feiten, dagen_na, maanden):
    ruimer = aangepast(
        {
            "nazorg_maanden": AANNAMES.nazorg_maanden + maanden,
            "oude_inrichting_dagen": dagen_na,
            "inrichting_na_vertrek_dagen": AANNAMES.inrichting_na_vertrek_dagen + dagen_na,
        }
    )
    meer = gronden(feiten, ruimer)
    for grond in gronden(feiten):
        for dag in dagen(grond):
            assert any(
                (m.grondslag, m.partij) == (grond.grondslag, grond.partij) and is_geldig(m, dag)
                for m in meer
            )


@given(alle_feiten())
def test_twee_gronden_van_een_wet_voor_een_partij_overlappen_niet(feiten):
    """Where one follows on the other, it is for another reason."""
    per_partij: dict[tuple, list[Grond]] = {}
    for grond in gronden(feiten):
        per_partij.setdefault((grond.grondslag, grond.partij), []).append(grond)
    for rij in per_partij.values():
        op_volgorde = sorted(rij, key=lambda g: g.geldig_vanaf)
        for eerste, tweede in pairwise(op_volgorde):
            assert eerste.geldig_tot is not None
            assert eerste.geldig_tot <= tweede.geldig_vanaf
            aansluitend = eerste.geldig_tot == tweede.geldig_vanaf
            assert not aansluitend or eerste.rol != tweede.rol


def los_van(alles: frozenset[Grond], *wetten: str) -> frozenset[Grond]:
    """The grounds but for those of these laws."""
    return frozenset(grond for grond in alles if grond.grondslag not in wetten)


@pytest.mark.clausule("6.3", "6.5")
@given(alle_feiten(), st.integers(-30, 400), veroordelingen())
def test_risico_en_straf_veranderen_niets_buiten_hun_eigen_wet(feiten, na_begin, straf):
    kaal = replace(feiten, risico_18b_vanaf=None, risico_18b_tot=None, veroordeling=None)
    gemarkeerd = replace(kaal, risico_18b_vanaf=feiten.begin + na_begin * EEN_DAG)
    assert los_van(gronden(gemarkeerd), "pbw_18b") == gronden(kaal)
    assert los_van(gronden(replace(kaal, veroordeling=straf)), "bjsg_11a") == gronden(kaal)


@pytest.mark.clausule("6.4")
@given(
    alle_feiten(),
    st.sampled_from(RECLASSERINGEN),
    st.sampled_from(VEILIGHEIDSHUIZEN),
    st.integers(0, 300),
)
def test_een_nieuwe_partij_maakt_het_voor_geen_ander_wijder(feiten, reclassering, huis, na_begin):
    dag = feiten.begin + na_begin * EEN_DAG
    meer = replace(
        feiten,
        toezicht=(*feiten.toezicht, Toezicht(reclassering, dag)),
        veiligheidshuis=huis,
        veiligheidshuis_vanaf=dag,
    )
    nieuwen = {reclassering, huis}
    anderen = {g for g in gronden(feiten) if g.partij.organisatie not in nieuwen}
    assert {g for g in gronden(meer) if g.partij.organisatie not in nieuwen} == anderen


@pytest.mark.clausule("6.4")
@given(alle_feiten(), st.sampled_from(GemeenteRol), st.integers(-10, 200))
def test_een_nieuwe_gemeente_maakt_het_voor_geen_ander_wijder(feiten, rol, na_begin):
    band = Gemeenteband("GM0014", rol, feiten.begin + na_begin * EEN_DAG)
    meer = gronden(replace(feiten, gemeenten=(*feiten.gemeenten, band)))
    for grond in meer:
        if grond.partij.organisatie != "GM0014":
            for dag in dagen(grond):
                assert grond.categorieen <= ziet(gronden(feiten), grond.partij, dag)


def test_toestemming_is_nooit_de_grond():
    feitnamen = {veld.name for soort in (Feiten, Persoonsfeiten) for veld in fields(soort)}
    assert not {naam for naam in feitnamen if "toestem" in naam}
    assert not {wet.code for wet in GRONDSLAGEN if "toestem" in wet.code}


@given(alle_feiten())
def test_een_partij_die_niet_genoemd_wordt_heeft_geen_grond(feiten):
    assert {g.partij.organisatie for g in gronden(feiten)} <= genoemd(feiten)


def genoemd(feiten: Feiten) -> set[str | None]:
    """Every organisation that the facts or the law name."""
    return {
        *(p.inrichting for p in feiten.plaatsen),
        *(b.gemeente for b in feiten.gemeenten),
        *(v.gemeente for v in feiten.verzoeken),
        *(t.organisatie for t in feiten.toezicht),
        feiten.reclassering,
        feiten.veiligheidshuis,
        "OM",
        "POLITIE",
    }


BASIS = date(2026, 1, 1)
stukken = st.lists(
    st.tuples(st.integers(0, 60), st.none() | st.integers(1, 20)).map(
        lambda p: Periode(
            BASIS + timedelta(days=p[0]),
            None if p[1] is None else BASIS + timedelta(days=p[0] + p[1]),
        )
    ),
    max_size=5,
)


@given(stukken, stukken, st.integers(0, 100))
def test_perioden_rekenen_als_verzamelingen_van_dagen(links, rechts, nr):
    dag = BASIS + timedelta(days=nr)
    assert ligt_in(dag, verenigd(links)) == ligt_in(dag, links)
    assert ligt_in(dag, zonder(links, rechts)) == (ligt_in(dag, links) and not ligt_in(dag, rechts))
    samen = ligt_in(dag, links) and ligt_in(dag, rechts)
    assert ligt_in(dag, doorsneden(links, rechts)) == samen


def ligt_in(dag: date, perioden) -> bool:
    """Whether a day lies in one of the stretches."""
    return any(p.van <= dag and (p.tot is None or dag < p.tot) for p in perioden)


def test_een_lege_periode_bestaat_niet():
    assert periode(BASIS, BASIS) is None
    assert periode(BASIS, BASIS + EEN_DAG) == Periode(BASIS, BASIS + EEN_DAG)
