"""Who holds procesregie, casusregie and supervision, and who sits in the three chairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.levensloop import fase, huidige_plaats
from richting.akkoord.partij import Partij
from richting.akkoord.regie import (
    LOKETSOORT_VAN_PLAATS,
    casusregie,
    driehoek,
    procesregie,
    toezicht,
)
from richting.akkoord.woorden import Fase, Loketsoort, SoortPlaats
from tests.akkoord import bouwers
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    BEGIN,
    EINDE,
    NIEUWEGEIN,
    POMPE,
    RN,
    SVG,
    UTRECHT,
    VUGHT,
    dag,
    persoon,
    plaats,
    verbleef,
    verblijf,
    vestiging,
)
from tests.akkoord.strategieen import feiten_op

NAZORG_UTRECHT = Partij(Loketsoort.NAZORG, UTRECHT)
PI_NIEUWEGEIN = Partij(Loketsoort.CASEMANAGEMENT, NIEUWEGEIN)
VERTROKKEN = verblijf(einde=EINDE)


@pytest.mark.clausule("1.5")
@pytest.mark.parametrize("op", [dag(-10), BEGIN, dag(100), EINDE, EINDE + timedelta(days=500)])
def test_de_gemeente_heeft_de_procesregie_op_de_hele_weg(op: date):
    assert procesregie(VERTROKKEN, op).partij == NAZORG_UTRECHT


@pytest.mark.clausule("1.5")
def test_het_veiligheidshuis_neemt_de_procesregie_over_vanaf_de_inbreng():
    ingebracht = verblijf(veiligheidshuis="ZVH-UTRECHT", veiligheidshuis_vanaf=dag(30))
    assert procesregie(ingebracht, dag(29)).partij == NAZORG_UTRECHT
    huis = Partij(Loketsoort.PROCESREGIE, "ZVH-UTRECHT")
    assert procesregie(ingebracht, dag(30)).partij == huis


@pytest.mark.clausule("1.5")
def test_als_de_inbreng_eindigt_gaat_de_procesregie_terug_naar_de_gemeente():
    beeindigd = verblijf(
        veiligheidshuis="ZVH-UTRECHT",
        veiligheidshuis_vanaf=dag(30),
        veiligheidshuis_tot=dag(60),
    )
    huis = Partij(Loketsoort.PROCESREGIE, "ZVH-UTRECHT")
    assert procesregie(beeindigd, dag(59)).partij == huis
    assert procesregie(beeindigd, dag(60)).partij == NAZORG_UTRECHT


@pytest.mark.clausule("1.5", "5.7")
@pytest.mark.parametrize(
    ("banden", "gemeente"), [((verbleef(),), ARNHEM), ((vestiging(),), AMSTERDAM)]
)
def test_wie_niet_ingeschreven_staat_heeft_toch_een_procesregisseur(banden: tuple, gemeente: str):
    houder = procesregie(verblijf(gemeenten=banden), dag(1))
    assert houder.partij == Partij(Loketsoort.NAZORG, gemeente)


def test_zonder_gemeente_zegt_de_regel_dat_niemand_de_regie_heeft():
    zonder = verblijf(gemeenten=())
    assert procesregie(zonder, dag(1)).code == "gemeente_onbekend"
    assert casusregie(zonder, dag(-1)).code == "gemeente_onbekend"
    assert casusregie(zonder, dag(1)).partij == PI_NIEUWEGEIN


@pytest.mark.clausule("1.6", "3.4")
@pytest.mark.parametrize(
    ("soort", "code", "loketsoort"),
    [
        (SoortPlaats.PI, NIEUWEGEIN, Loketsoort.CASEMANAGEMENT),
        (SoortPlaats.PPC, VUGHT, Loketsoort.CASEMANAGEMENT),
        (SoortPlaats.FPC, POMPE, Loketsoort.FORENSISCH),
        (SoortPlaats.ZORGINSTELLING, "ZI-X", Loketsoort.FORENSISCH),
    ],
)
def test_binnen_heeft_de_inrichting_of_instelling_de_casusregie(
    soort: SoortPlaats, code: str, loketsoort: Loketsoort
):
    houder = casusregie(verblijf(plaatsen=(plaats(soort, code),)), dag(1))
    assert houder.partij == Partij(loketsoort, code)


@pytest.mark.clausule("1.6", "3.5")
@pytest.mark.parametrize(
    "soort",
    [
        SoortPlaats.BUITEN_FASERING,
        SoortPlaats.BUITEN_ONGESCHIKT,
        SoortPlaats.VERLOF,
        SoortPlaats.VOORTVLUCHTIG,
    ],
)
def test_buiten_onder_titel_houdt_de_laatste_inrichting_de_casusregie(soort: SoortPlaats):
    plaatsen = (plaats(tot=dag(50)), plaats(soort, None, dag(50)))
    assert casusregie(verblijf(plaatsen=plaatsen), dag(60)).partij == PI_NIEUWEGEIN


@pytest.mark.clausule("1.6")
def test_bij_overplaatsing_gaat_de_casusregie_die_dag_mee():
    plaatsen = (plaats(tot=dag(5)), plaats(inrichting=VUGHT, van=dag(5)))
    verhuisd = verblijf(plaatsen=plaatsen)
    assert casusregie(verhuisd, dag(4)).partij == PI_NIEUWEGEIN
    assert casusregie(verhuisd, dag(5)).partij == Partij(Loketsoort.CASEMANAGEMENT, VUGHT)


@pytest.mark.parametrize("plaatsen", [(), (plaats(SoortPlaats.JJI, "JJI-X"),)])
def test_zonder_bekende_inrichting_is_de_casusregie_van_niemand(plaatsen: tuple):
    assert casusregie(verblijf(plaatsen=plaatsen), dag(1)).code == "inrichting_onbekend"


@pytest.mark.clausule("1.7")
def test_na_het_verblijf_gaat_de_casusregie_naar_de_gemeente():
    assert casusregie(VERTROKKEN, EINDE - timedelta(days=1)).partij == PI_NIEUWEGEIN
    assert casusregie(VERTROKKEN, EINDE).partij == NAZORG_UTRECHT


@pytest.mark.clausule("1.7", "1.8", "3.9")
def test_met_toezicht_gaat_de_casusregie_na_het_verblijf_naar_de_reclassering():
    band = bouwers.toezicht(RN, van=EINDE, tot=dag(100, EINDE))
    onder_toezicht = verblijf(einde=EINDE, toezicht=(band,))
    reclassering = Partij(Loketsoort.RECLASSERING, RN)
    assert casusregie(onder_toezicht, EINDE).partij == reclassering
    assert toezicht(onder_toezicht, EINDE).partij == reclassering
    assert procesregie(onder_toezicht, EINDE).partij == NAZORG_UTRECHT
    assert casusregie(onder_toezicht, dag(100, EINDE)).partij == NAZORG_UTRECHT
    assert toezicht(onder_toezicht, dag(100, EINDE)).partij is None


@pytest.mark.clausule("3.9")
def test_toezicht_zonder_begin_gaat_in_bij_vertrek():
    onder_toezicht = verblijf(einde=EINDE, toezicht=(bouwers.toezicht(SVG, van=None),))
    assert toezicht(onder_toezicht, EINDE - timedelta(days=1)).partij is None
    assert toezicht(onder_toezicht, EINDE).partij == Partij(Loketsoort.RECLASSERING, SVG)


def test_wie_casusregie_heeft_waar_het_akkoord_kiest_of_zwijgt_is_in_te_stellen():
    band = bouwers.toezicht(RN, van=EINDE)
    anders = replace(AANNAMES, toezicht_casusregie_na=False, gemeente_casusregie_vooraf=False)
    onder_toezicht = verblijf(einde=EINDE, toezicht=(band,))
    assert casusregie(onder_toezicht, EINDE, anders).partij == NAZORG_UTRECHT
    assert casusregie(onder_toezicht, dag(-1)).partij == NAZORG_UTRECHT
    assert casusregie(onder_toezicht, dag(-1), anders).partij is None


def test_na_overlijden_is_er_geen_casusregie():
    overleden = verblijf(persoon=persoon(overleden_op=dag(3)))
    assert casusregie(overleden, dag(3)).code == "overleden"


def test_een_ingetrokken_verblijf_heeft_geen_regie():
    ingetrokken = verblijf(ingetrokken=True)
    assert procesregie(ingetrokken, dag(1)).partij is None
    assert casusregie(ingetrokken, dag(1)).partij is None


@pytest.mark.clausule("2.1", "2.2", "8.1")
def test_driehoek_met_drie_bezette_stoelen():
    stoelen = driehoek(verblijf(reclassering=RN), dag(1))
    assert [s.partij for s in stoelen] == [
        PI_NIEUWEGEIN,
        NAZORG_UTRECHT,
        Partij(Loketsoort.RECLASSERING, RN),
    ]


@pytest.mark.clausule("2.2")
def test_een_lege_stoel_zegt_dat_zij_leeg_is():
    stoelen = driehoek(verblijf(plaatsen=(), gemeenten=()), dag(1))
    assert [s.partij for s in stoelen] == [None, None, None]
    assert all("leeg" in s.zin for s in stoelen)


@pytest.mark.clausule("2.1")
@pytest.mark.parametrize("op", [dag(-5), BEGIN, dag(100), EINDE, dag(30, EINDE)])
def test_de_reclassering_zit_in_elke_fase_aan_tafel(op: date):
    plaatsen = (plaats(), plaats(SoortPlaats.BUITEN_FASERING, None, dag(90)))
    stay = verblijf(reclassering=RN, plaatsen=plaatsen, einde=EINDE)
    assert driehoek(stay, op)[2].partij == Partij(Loketsoort.RECLASSERING, RN)


@pytest.mark.clausule("2.2")
def test_de_stoel_van_de_inrichting_is_voor_het_begin_al_bekend():
    assert driehoek(verblijf(), dag(-5))[0].partij == PI_NIEUWEGEIN


def test_bij_toezicht_zit_de_toezichthouder_in_de_stoel():
    onder_toezicht = verblijf(reclassering=RN, toezicht=(bouwers.toezicht(SVG, van=BEGIN),))
    assert driehoek(onder_toezicht, dag(1))[2].partij == Partij(Loketsoort.RECLASSERING, SVG)


@pytest.mark.clausule("3.9")
def test_na_overlijden_loopt_er_geen_toezicht_meer():
    band = bouwers.toezicht(RN, van=EINDE)
    overleden = verblijf(
        einde=EINDE, toezicht=(band,), persoon=persoon(overleden_op=dag(10, EINDE))
    )
    assert toezicht(overleden, dag(9, EINDE)).partij == Partij(Loketsoort.RECLASSERING, RN)
    assert toezicht(overleden, dag(10, EINDE)).code == "geen_toezicht"


def test_van_een_ingetrokken_verblijf_is_er_ook_geen_toezicht():
    band = bouwers.toezicht(RN, van=BEGIN)
    assert toezicht(verblijf(toezicht=(band,), ingetrokken=True), dag(1)).code == "ingetrokken"


@pytest.mark.clausule("1.6")
@given(feiten_op())
def test_wie_binnen_is_heeft_de_casusregie_van_die_inrichting(geval: tuple[Feiten, date]):
    stay, op = geval
    plek = huidige_plaats(stay, op)
    soort = LOKETSOORT_VAN_PLAATS.get(plek.soort) if plek else None
    if stay.ingetrokken or op < stay.begin or plek is None or soort is None or not plek.inrichting:
        return
    assert casusregie(stay, op).partij == Partij(soort, plek.inrichting)


@pytest.mark.clausule("1.5", "5.7")
@given(feiten_op())
def test_precies_een_procesregisseur_zodra_er_een_gemeente_is(geval: tuple[Feiten, date]):
    stay, op = geval
    houder = procesregie(stay, op).partij
    huis = stay.veiligheidshuis and (stay.veiligheidshuis_vanaf or op) <= op
    huis = huis and (stay.veiligheidshuis_tot is None or op < stay.veiligheidshuis_tot)
    bekend = bool(in_beeld(stay, op)) or bool(huis)
    assert (houder is not None) is (bekend and not stay.ingetrokken)
    if houder:
        soorten = {Loketsoort.NAZORG, Loketsoort.PROCESREGIE}
        assert houder.loketsoort in soorten
        assert (houder.loketsoort == Loketsoort.PROCESREGIE) is bool(huis)


@given(feiten_op(netjes=True))
def test_er_is_altijd_hoogstens_een_houder_en_altijd_een_reden(geval: tuple[Feiten, date]):
    stay, op = geval
    for houder in (procesregie(stay, op), casusregie(stay, op), toezicht(stay, op)):
        assert houder.code
        assert houder.zin.endswith(".")
        assert houder.bronnen
    assert [s.naam for s in driehoek(stay, op)] == ["DJI of instelling", "Gemeente", "Reclassering"]


@given(feiten_op(netjes=True))
def test_de_casusregie_past_bij_de_fase(geval: tuple[Feiten, date]):
    stay, op = geval
    partij = casusregie(stay, op).partij
    if partij is None:
        return
    binnen = fase(stay, op).waarde in (Fase.BINNEN, Fase.BUITEN_ONDER_TITEL)
    van_binnen = partij.loketsoort in (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
    assert binnen is van_binnen
