"""Phase, track, places and key dates of a stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import (
    BINNENPLAATSEN,
    bekende_plaats,
    fase,
    huidige_plaats,
    instellingen,
    laatste_dag,
    laatste_instelling,
    route,
    sleuteldata,
    spoor,
)
from richting.akkoord.woorden import Fase, SoortPlaats, Spoor, Titel, Zekerheid
from tests.akkoord.bouwers import (
    BEGIN,
    EINDE,
    EINDE_ONBEKEND,
    NIEUWEGEIN,
    POMPE,
    VUGHT,
    dag,
    persoon,
    plaats,
    toezicht,
    verblijf,
    verwacht,
)
from tests.akkoord.strategieen import feiten, feiten_op

FASE_PER_PLAATS = {
    SoortPlaats.PI: Fase.BINNEN,
    SoortPlaats.PPC: Fase.BINNEN,
    SoortPlaats.FPC: Fase.BINNEN,
    SoortPlaats.ZORGINSTELLING: Fase.BINNEN,
    SoortPlaats.JJI: Fase.BINNEN,
    SoortPlaats.POLITIECEL: Fase.VOOR,
    SoortPlaats.BUITEN_FASERING: Fase.BUITEN_ONDER_TITEL,
    SoortPlaats.BUITEN_ONGESCHIKT: Fase.BUITEN_ONDER_TITEL,
    SoortPlaats.VERLOF: Fase.BUITEN_ONDER_TITEL,
    SoortPlaats.VOORTVLUCHTIG: Fase.BUITEN_ONDER_TITEL,
}


def test_elke_soort_plaats_staat_in_de_tabel():
    assert set(FASE_PER_PLAATS) == set(SoortPlaats)


@pytest.mark.clausule("3.5", "4.1")
@pytest.mark.parametrize(("soort", "verwachte_fase"), FASE_PER_PLAATS.items())
def test_de_plaats_bepaalt_de_fase(soort: SoortPlaats, verwachte_fase: Fase):
    assert fase(verblijf(plaatsen=(plaats(soort),)), dag(1)).waarde == verwachte_fase


@pytest.mark.clausule("1.1")
@pytest.mark.parametrize(
    ("op", "code"),
    [
        (dag(-1), "aangekondigd"),
        (BEGIN, "binnen"),
        (EINDE, "binnen"),
        (EINDE + timedelta(days=1), "einde_niet_gemeld"),
    ],
)
def test_fase_van_dag_tot_dag_zonder_gemeld_einde(op: date, code: str):
    assert fase(verblijf(), op).code == code


@pytest.mark.clausule("4.1")
def test_op_de_dag_van_vertrek_is_het_verblijf_voorbij():
    vertrokken = verblijf(einde=dag(10))
    assert fase(vertrokken, dag(9)).waarde == Fase.BINNEN
    assert fase(vertrokken, dag(10)).waarde == Fase.NA


def test_na_overlijden_is_het_verblijf_voorbij():
    overleden = verblijf(persoon=persoon(overleden_op=dag(5)))
    assert fase(overleden, dag(4)).waarde == Fase.BINNEN
    assert fase(overleden, dag(5)).code == "overleden"
    assert laatste_dag(overleden) == dag(5)


def test_een_politiecel_na_de_inrichting_is_geen_fase_voor():
    plaatsen = (plaats(tot=dag(5)), plaats(SoortPlaats.POLITIECEL, None, dag(5)))
    assert fase(verblijf(plaatsen=plaatsen), dag(6)).waarde == Fase.BINNEN


@pytest.mark.clausule("3.5")
def test_verlof_ligt_over_de_inrichting_heen():
    plaatsen = (plaats(), plaats(SoortPlaats.VERLOF, None, dag(10), dag(12)))
    met_verlof = verblijf(plaatsen=plaatsen)
    soorten = [huidige_plaats(met_verlof, dag(n)).soort for n in (9, 10, 11, 12)]
    PI, V = SoortPlaats.PI, SoortPlaats.VERLOF
    assert soorten == [PI, V, V, PI]


def test_bekende_plaats_kijkt_terug_en_dan_vooruit():
    gaten = verblijf(plaatsen=(plaats(van=dag(5), tot=dag(8)), plaats(van=dag(20))))
    assert bekende_plaats(gaten, dag(10)).van == dag(5)
    assert bekende_plaats(gaten, dag(1)).van == dag(5)
    assert bekende_plaats(verblijf(plaatsen=()), dag(1)) is None


@pytest.mark.clausule("3.3", "3.4")
@pytest.mark.parametrize(
    ("anders", "verwacht_spoor"),
    [
        ({"verwacht_einde": verwacht(dag(28))}, Spoor.KORT),
        ({"verwacht_einde": verwacht(dag(29))}, Spoor.REGULIER),
        ({"verwacht_einde": verwacht(EINDE)}, Spoor.REGULIER),
        ({"verwacht_einde": verwacht(EINDE + timedelta(days=1))}, Spoor.LANG),
        ({"verwacht_einde": EINDE_ONBEKEND}, Spoor.KORT),
        ({"einde": dag(3)}, Spoor.KORT),
        ({"verwacht_einde": verwacht(dag(20), dag(200))}, Spoor.KORT),
        ({"titel": Titel.TBS_VERPLEGING}, Spoor.FORENSISCH),
        ({"titel": Titel.TBS_VOORWAARDEN_OPNAME}, Spoor.FORENSISCH),
        ({"plaatsen": (plaats(SoortPlaats.FPC, POMPE),)}, Spoor.FORENSISCH),
        ({"plaatsen": (plaats(SoortPlaats.ZORGINSTELLING, POMPE),)}, Spoor.FORENSISCH),
        ({"plaatsen": (plaats(SoortPlaats.PPC),)}, Spoor.REGULIER),
        ({"titel": Titel.ISD}, Spoor.REGULIER),
    ],
)
def test_spoor(anders: dict, verwacht_spoor: Spoor):
    assert spoor(verblijf(**anders), dag(1)).waarde == verwacht_spoor


def test_de_grens_van_kort_is_in_te_stellen():
    week = replace(AANNAMES, kort_verblijf_dagen=7)
    veertien = verblijf(verwacht_einde=verwacht(dag(14)))
    assert spoor(veertien, dag(1), week).waarde == Spoor.REGULIER
    assert spoor(veertien, dag(1)).waarde == Spoor.KORT


def test_een_onbekend_einde_kan_ook_regulier_zijn():
    anders = replace(AANNAMES, onbekend_einde_is_kort=False)
    onbekend = verblijf(verwacht_einde=EINDE_ONBEKEND)
    assert spoor(onbekend, dag(1), anders).waarde == Spoor.REGULIER


@pytest.mark.clausule("3.9", "5.1", "5.12")
def test_sleuteldata_staan_op_volgorde_met_hun_zekerheid():
    lang = verblijf(
        verwacht_einde=verwacht(dag(300), dag(320), Zekerheid.RECHTERLIJK),
        plaatsen=(plaats(tot=dag(200)), plaats(SoortPlaats.BUITEN_FASERING, None, dag(200))),
        toezicht=(toezicht(van=dag(310)),),
    )
    codes = [(d.code, d.datum, d.zekerheid) for d in sleuteldata(lang)]
    assert codes == [
        ("begin", BEGIN, Zekerheid.VAST),
        ("eerste_buiten", dag(200), Zekerheid.VAST),
        ("verwacht_einde", dag(300), Zekerheid.RECHTERLIJK),
        ("toezicht_van", dag(310), Zekerheid.VERWACHT),
        ("verwacht_laatst", dag(320), Zekerheid.RECHTERLIJK),
    ]


def test_een_ontvluchting_is_geen_eerste_stap_naar_buiten():
    weg = verblijf(plaatsen=(plaats(), plaats(SoortPlaats.VOORTVLUCHTIG, None, dag(20), dag(25))))
    assert "eerste_buiten" not in {d.code for d in sleuteldata(weg)}


@pytest.mark.clausule("3.4", "3.5")
def test_wie_na_een_tijdelijke_plaatsing_terugkomt_hoort_weer_bij_de_inrichting():
    tijdelijk = plaats(SoortPlaats.ZORGINSTELLING, POMPE, dag(10), dag(20))
    terug = verblijf(plaatsen=(plaats(), tijdelijk))
    codes = [laatste_instelling(terug, dag(n)).inrichting for n in (9, 10, 19, 20)]
    assert codes == [NIEUWEGEIN, POMPE, POMPE, NIEUWEGEIN]
    assert [(s.van, s.tot) for _, s in instellingen(terug)] == [
        (BEGIN, dag(10)),
        (dag(10), dag(20)),
        (dag(20), None),
    ]


@given(feiten_op())
def test_wie_in_een_inrichting_is_wordt_door_die_inrichting_gehouden(geval: tuple[Feiten, date]):
    stay, op = geval
    plek = huidige_plaats(stay, op)
    if plek and plek.soort in BINNENPLAATSEN:
        houder = laatste_instelling(stay, op)
        assert (houder.soort, houder.inrichting) == (plek.soort, plek.inrichting)


@given(feiten())
def test_instellingen_sluiten_op_elkaar_aan(stay: Feiten):
    stukken = [stuk for _plaats, stuk in instellingen(stay)]
    for links, rechts in pairwise(stukken):
        assert links.tot == rechts.van
    assert not stukken or stukken[-1].tot is None


@pytest.mark.clausule("3.3")
def test_een_onbekend_einde_staat_er_als_onbekend():
    (_, einde) = sleuteldata(verblijf(verwacht_einde=EINDE_ONBEKEND))
    assert (einde.code, einde.datum) == ("verwacht_einde", None)
    assert einde.zekerheid == Zekerheid.ONBEKEND


def test_een_echt_einde_vervangt_het_verwachte():
    overleden = persoon(overleden_op=dag(9))
    codes = [d.code for d in sleuteldata(verblijf(einde=dag(9), persoon=overleden))]
    assert codes == ["begin", "einde", "overleden"]


@pytest.mark.clausule("3.5", "4.1")
def test_route_van_politiecel_tot_vertrek():
    plaatsen = (
        plaats(SoortPlaats.POLITIECEL, None, dag(-3), dag(0)),
        plaats(tot=dag(30)),
        plaats(SoortPlaats.VERLOF, None, dag(10), dag(12)),
        plaats(inrichting=VUGHT, van=dag(40)),
    )
    stukken = route(verblijf(plaatsen=plaatsen, einde=dag(50)))
    PI = SoortPlaats.PI
    assert [(s.van, s.tot, s.soort, s.inrichting, s.binnen) for s in stukken] == [
        (dag(-3), dag(0), SoortPlaats.POLITIECEL, None, False),
        (dag(0), dag(10), PI, NIEUWEGEIN, True),
        (dag(10), dag(12), SoortPlaats.VERLOF, None, False),
        (dag(12), dag(30), PI, NIEUWEGEIN, True),
        (dag(30), dag(40), None, None, True),
        (dag(40), dag(50), PI, VUGHT, True),
    ]


@given(feiten())
def test_route_sluit_aan_en_begint_op_tijd(stay: Feiten):
    stukken = route(stay)
    for links, rechts in pairwise(stukken):
        assert links.tot == rechts.van
    assert all(s.tot is None or s.van < s.tot for s in stukken)
    einde = laatste_dag(stay)
    assert einde is None or all(s.tot is not None and s.tot <= einde for s in stukken)


@given(feiten_op())
def test_route_en_huidige_plaats_zeggen_hetzelfde(geval: tuple[Feiten, date]):
    stay, op = geval
    stuk = next((s for s in route(stay) if s.van <= op and (s.tot is None or op < s.tot)), None)
    plek = huidige_plaats(stay, op)
    if plek is None:
        assert stuk is None or stuk.soort is None
    else:
        assert (stuk.soort, stuk.inrichting) == (plek.soort, plek.inrichting)


@given(feiten_op())
def test_de_volgorde_van_de_plaatsen_maakt_niet_uit(geval: tuple[Feiten, date]):
    stay, op = geval
    omgekeerd = replace(stay, plaatsen=stay.plaatsen[::-1])
    assert huidige_plaats(omgekeerd, op) == huidige_plaats(stay, op)
    assert bekende_plaats(omgekeerd, op) == bekende_plaats(stay, op)
    assert route(omgekeerd) == route(stay)


@given(feiten_op())
def test_elke_dag_heeft_een_fase_en_een_spoor(geval: tuple[Feiten, date]):
    stay, op = geval
    for uitkomst in (fase(stay, op), spoor(stay, op)):
        assert uitkomst.code
        assert uitkomst.zin.endswith(".")
        assert uitkomst.bronnen
    assert (fase(stay, op).waarde == Fase.NA) == (
        laatste_dag(stay) is not None and laatste_dag(stay) <= op
    )


@given(feiten_op())
def test_na_vertrek_komt_niemand_terug_in_een_eerdere_fase(geval: tuple[Feiten, date]):
    stay, op = geval
    if fase(stay, op).waarde == Fase.NA:
        assert fase(stay, op + timedelta(days=1)).waarde == Fase.NA
