"""The rules of a BIJ message: what may stand in it, by when, how it stands, how long it stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord import bijberichten as regels
from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.bijberichten import (
    BESLUITZINNEN,
    EINDZINNEN,
    GEGEVENS,
    MAG,
    Bijbesluit,
    Bijdaad,
    Bijgegeven,
    Bijstaat,
    Eindreden,
    Stappen,
    Terugkeer,
    Terugkeersoort,
    Versiereden,
    staat,
)
from richting.akkoord.feiten import Veroordeling, Verwachting
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.woorden import Loketsoort, SoortPlaats
from tests.akkoord.bouwers import EINDE, dag, persoon, plaats, verblijf
from tests.akkoord.strategieen import feiten_op

pytestmark = pytest.mark.clausule("6.5")
ZWAAR = verblijf(veroordeling=Veroordeling(("Sr 287",), True, 48, False, date(2024, 1, 1)))
MAART, SEPTEMBER = date(2027, 3, 1), date(2027, 9, 1)
DAGEN = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def test_elk_woord_heeft_een_zin_en_elk_gegeven_een_artikel():
    assert set(GEGEVENS) == set(Bijgegeven)
    assert {regel.artikel[:9] for regel in GEGEVENS.values()} == {"Bjsg art."}
    assert set(EINDZINNEN) == set(Eindreden)
    assert set(BESLUITZINNEN) == set(Bijbesluit)
    assert set(MAG) == set(Bijstaat)
    assert set().union(*MAG.values()) == set(Bijdaad)


def test_de_gesloten_lijst_is_gesloten():
    regels.gesloten_lijst(gegeven.value for gegeven in Bijgegeven)
    with pytest.raises(ValueError, match="gezondheid"):
        regels.gesloten_lijst(["naam", "gezondheid"])


@pytest.mark.parametrize(
    ("stappen", "verwacht"),
    [
        (Stappen(1), Bijstaat.NIEUW),
        (Stappen(1, 1), Bijstaat.OPEN),
        (Stappen(1, 1, 1), Bijstaat.BEANTWOORD),
        (Stappen(1, 1, 1, 1), Bijstaat.AFGEHANDELD),
        (Stappen(2, 1, 1, 1), Bijstaat.NIEUW),
        (Stappen(2, 2, 1, 1), Bijstaat.OPEN),
        (Stappen(2, 2, 2, 1), Bijstaat.BEANTWOORD),
        (Stappen(1, 1, 1, 1, beeindigd=True), Bijstaat.BEEINDIGD),
        (Stappen(1, 1, 1, 1, beeindigd=True, verwijderd=True), Bijstaat.VERANTWOORDING),
    ],
)
def test_hoe_een_bericht_ervoor_staat(stappen, verwacht):
    assert staat(stappen) is verwacht


@pytest.mark.clausule("3.7")
def test_de_eerstvolgende_terugkeer_binnen_bereik_of_anders_de_laatste():
    buiten = plaats(SoortPlaats.VERLOF, None, dag(150), dag(151))
    feiten = replace(ZWAAR, plaatsen=(plaats(), buiten))
    tijdelijk = Terugkeer(dag(150), Terugkeersoort.TIJDELIJK)
    assert regels.terugkeer_op(feiten, dag(149)) == tijdelijk
    assert regels.terugkeer_op(feiten, dag(160)) == tijdelijk
    vrij = regels.terugkeer_op(feiten, MAART)
    assert vrij == Terugkeer(date(2027, 6, 1), Terugkeersoort.VRIJLATING)
    assert regels.terugkeer_op(ZWAAR, date(2027, 2, 28)) is None
    assert regels.terugkeer_op(ZWAAR, date(2027, 12, 1)) is None


@given(feiten_op())
def test_wie_een_grond_heeft_heeft_ook_een_terugkeer(geval):
    """So that no mayor with a ground is left without a message."""
    feiten, op = geval
    burgemeester = any(
        grond.grondslag == "bjsg_11a"
        and grond.partij.loketsoort == Loketsoort.OPENBARE_ORDE
        and is_geldig(grond, op)
        for grond in gronden(feiten)
    )
    if burgemeester:
        assert regels.terugkeer_op(feiten, op) is not None


@given(feiten_op())
def test_er_is_altijd_hoogstens_een_burgemeester(geval):
    feiten, op = geval
    assert (
        len(
            {
                grond.partij
                for grond in gronden(feiten)
                if grond.grondslag == "bjsg_11a"
                and grond.partij.loketsoort == Loketsoort.OPENBARE_ORDE
                and is_geldig(grond, op)
            }
        )
        <= 1
    )


@given(DAGEN, DAGEN)
def test_uiterlijk_ligt_nooit_voor_de_dag_waarop_het_mag(terugkeer, mag_vanaf):
    dag_ = regels.uiterlijk(terugkeer, mag_vanaf)
    assert dag_ >= mag_vanaf
    assert dag_ in (mag_vanaf, terugkeer - timedelta(weeks=4))
    assert regels.dagen_te_laat(dag_, dag_) == 0
    assert regels.dagen_te_laat(dag_ + timedelta(days=3), dag_) == 3


def test_termijnen_zijn_aannames():
    anders = aangepast(
        {"bij_bewaar_maanden": 6, "bij_verantwoording_jaren": 1, "bij_uiterlijk_weken": 2}
    )
    assert regels.bewaren_tot(MAART) == date(2027, 12, 1)
    assert regels.bewaren_tot(MAART, anders) == SEPTEMBER
    assert regels.verantwoorden_tot(MAART) == date(2032, 3, 1)
    assert regels.verantwoorden_tot(MAART, anders) == date(2028, 3, 1)
    assert regels.uiterlijk(date(2027, 6, 1), MAART, anders) == date(2027, 5, 18)


VRIJ = Terugkeer(date(2027, 6, 1), Terugkeersoort.VRIJLATING)
VERLOF = Terugkeer(date(2027, 4, 1), Terugkeersoort.TIJDELIJK)
LATER_VERLOF = Terugkeer(date(2027, 4, 20), Terugkeersoort.TIJDELIJK)


@pytest.mark.parametrize(
    ("staand", "nu", "anders", "op", "reden"),
    [
        (VRIJ, VRIJ, False, MAART, None),
        (VRIJ, VRIJ, True, MAART, Versiereden.GEGEVENS),
        (VERLOF, LATER_VERLOF, False, MAART, None),
        (VERLOF, VRIJ, False, MAART, Versiereden.VRIJLATING),
        (VERLOF, LATER_VERLOF, False, SEPTEMBER, Versiereden.OPNIEUW),
    ],
)
def test_wanneer_een_nieuwe_versie_nodig_is(staand, nu, anders, op, reden):
    assert regels.nieuwe_versie(staand, SEPTEMBER, nu, op, anders=anders) is reden


@pytest.mark.parametrize(
    ("feiten", "op", "elders", "reden"),
    [
        (ZWAAR, date(2027, 12, 1), False, Eindreden.TERMIJN),
        (ZWAAR, MAART, True, Eindreden.ANDERE_GEMEENTE),
        (ZWAAR, MAART, False, Eindreden.GEEN_GROND),
        (replace(ZWAAR, ingetrokken=True), MAART, False, Eindreden.GEEN_GROND),
        (replace(ZWAAR, veroordeling=None), MAART, False, Eindreden.NIET_MEER_OP_LIJST),
        (
            replace(ZWAAR, verwacht_einde=Verwachting(date(2028, 1, 1))),
            MAART,
            False,
            Eindreden.TE_VROEG,
        ),
        (replace(ZWAAR, verwacht_einde=Verwachting()), MAART, False, Eindreden.TE_VROEG),
        (
            replace(ZWAAR, einde=EINDE, persoon=persoon(overleden_op=EINDE)),
            EINDE,
            False,
            Eindreden.GEEN_TERUGKEER,
        ),
    ],
)
def test_waarom_een_bericht_niet_meer_geldt(feiten, op, elders, reden):
    laatste = date(2027, 6, 1)
    assert regels.eindreden(feiten, laatste, op, elders=elders) is reden


@pytest.mark.parametrize(
    ("besluit", "maatregelen", "code"),
    [
        (Bijbesluit.GEEN, (), ""),
        (Bijbesluit.GEEN, ("Iets anders",), "maatregel_zonder_besluit"),
        (Bijbesluit.OVERWOGEN, ("Iets anders",), ""),
        (Bijbesluit.GENOMEN, (), "maatregel_ontbreekt"),
        (Bijbesluit.GENOMEN, ("Iets anders", "Een verhaal"), "onbekende_maatregel"),
    ],
)
def test_een_antwoord_noemt_soorten_van_de_lijst(besluit, maatregelen, code):
    assert regels.bezwaar_tegen(besluit, maatregelen, AANNAMES) == code
