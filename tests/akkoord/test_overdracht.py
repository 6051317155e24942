"""The course of a handover as a table, the kind that fits, and what each kind looks at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.feiten import Feiten, Verzoek
from richting.akkoord.overdracht import (
    CHECKLIJST,
    EINDSTATEN,
    LOPEND,
    OVERGANGEN,
    WEIGERZINNEN,
    Overdrachtdaad,
    Overdrachtrol,
    Overdrachtsoort,
    Overdrachtstaat,
    Weigerreden,
    aanvaard_met_verzoek,
    mogelijk,
    nodige_afspraken,
    overgang,
    soort_van,
    terug_na_intrekken,
    voorbereiden_vanaf,
)
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Loketsoort, SoortPlaats, Verzoekantwoord
from tests.akkoord.bouwers import (
    ARNHEM,
    EINDE,
    NIEUWEGEIN,
    POMPE,
    RN,
    UTRECHT,
    VUGHT,
    dag,
    plaats,
    verblijf,
)
from tests.akkoord.strategieen import feiten_op
from tools import overdracht as pagina

pytestmark = pytest.mark.clausule("1.7", "1.8")
L = Loketsoort
PI, PI2 = Partij(L.CASEMANAGEMENT, NIEUWEGEIN), Partij(L.CASEMANAGEMENT, VUGHT)
STAD, BUREN = Partij(L.NAZORG, UTRECHT), Partij(L.NAZORG, ARNHEM)
RECLASSERING = Partij(L.RECLASSERING, RN)


def test_de_pagina_over_de_gang_van_een_overdracht_is_bij() -> None:
    zin = "python -m tools.overdracht"
    assert pagina.BESTAND.read_text(encoding="utf-8") == pagina.pagina(), zin


def test_elke_daad_staat_in_de_tabel_en_elke_weigering_heeft_een_zin() -> None:
    assert {o.daad for o in OVERGANGEN} == set(Overdrachtdaad)
    assert set(WEIGERZINNEN) == set(Weigerreden)
    assert set(CHECKLIJST) == set(Overdrachtsoort)


def test_wie_aanvaardt_kan_niet_wie_aanbiedt_zijn() -> None:
    for staat in Overdrachtstaat:
        gever = {o.daad for o in mogelijk(staat, [Overdrachtrol.GEVER])}
        ontvanger = {o.daad for o in mogelijk(staat, [Overdrachtrol.ONTVANGER])}
        assert not gever & ontvanger


def test_uit_elke_lopende_staat_kan_de_regel_overgaan_en_uit_een_einde_niets() -> None:
    for staat in LOPEND:
        assert overgang(staat, Overdrachtdaad.OVERGAAN) is not None
    for staat in EINDSTATEN:
        assert not mogelijk(staat, Overdrachtrol)


@pytest.mark.parametrize(
    ("van", "aan", "feiten", "soort"),
    [
        (PI, STAD, verblijf(), Overdrachtsoort.STANDAARD),
        (PI, RECLASSERING, verblijf(), Overdrachtsoort.TOEZICHT),
        (PI, PI2, verblijf(), Overdrachtsoort.OVERPLAATSING),
        (STAD, BUREN, verblijf(), Overdrachtsoort.GEMEENTEWISSEL),
        (PI, STAD, verblijf(veiligheidshuis="ZVH-UTRECHT"), Overdrachtsoort.HOOG_RISICO),
        (
            Partij(L.FORENSISCH, POMPE),
            STAD,
            verblijf(plaatsen=(plaats(SoortPlaats.FPC, POMPE),)),
            Overdrachtsoort.FORENSISCH,
        ),
    ],
)
def test_de_soort_volgt_uit_wie_en_waar(
    van: Partij, aan: Partij, feiten: Feiten, soort: Overdrachtsoort
) -> None:
    assert soort_van(feiten, van, aan, dag(10)) is soort


@pytest.mark.clausule("6.4")
@given(feiten_op(), st.sampled_from([PI, STAD]), st.sampled_from([STAD, BUREN, RECLASSERING]))
def test_de_soort_verraadt_nooit_een_markering_van_18b(
    geval: tuple[Feiten, date], van: Partij, aan: Partij
) -> None:
    from dataclasses import replace

    feiten, op = geval
    zonder = replace(feiten, risico_18b_vanaf=None, risico_18b_tot=None)
    assert soort_van(feiten, van, aan, op) is soort_van(zonder, van, aan, op)


@pytest.mark.clausule("1.5", "5.7")
@pytest.mark.parametrize(
    ("van", "aan", "verzoek", "aanvaard"),
    [
        (STAD, BUREN, {}, True),
        (Partij(L.PROCESREGIE, "ZVH-UTRECHT"), BUREN, {}, True),
        (PI, BUREN, {}, False),
        (STAD, Partij(L.NAZORG, NIEUWEGEIN), {}, False),
        (STAD, BUREN, {"antwoord_op": dag(9)}, False),
        (STAD, BUREN, {"antwoord": Verzoekantwoord.GEWEIGERD}, False),
        (STAD, BUREN, {"ingetrokken_op": dag(10)}, False),
    ],
)
def test_een_ja_van_deze_dag_op_het_verzoek_is_de_aanvaarding(
    van: Partij, aan: Partij, verzoek: dict[str, Any], aanvaard: bool
) -> None:
    """Not that of another day or of another municipality, and not for what a prison hands over."""
    antwoord = {"antwoord": Verzoekantwoord.AANVAARD, "antwoord_op": dag(10)}
    feiten = verblijf(verzoeken=(Verzoek(ARNHEM, dag(3), **(antwoord | verzoek)),))
    assert aanvaard_met_verzoek(feiten, van, aan, dag(10)) is aanvaard


@pytest.mark.clausule("1.5", "1.7", "5.7")
@pytest.mark.parametrize(
    ("van", "aan", "verzoek", "zelf"),
    [
        (BUREN, STAD, {}, True),
        (BUREN, Partij(L.NAZORG, NIEUWEGEIN), {}, False),
        (Partij(L.NAZORG, NIEUWEGEIN), STAD, {}, False),
        (PI, STAD, {}, False),
        (BUREN, STAD, {"ingetrokken_op": dag(11)}, False),
        (BUREN, STAD, {"ingetrokken_op": None}, False),
        (BUREN, STAD, {"antwoord": Verzoekantwoord.GEWEIGERD}, False),
    ],
)
def test_wie_zijn_verzoek_na_een_ja_intrekt_bevestigt_zijn_eigen_daad_niet(
    van: Partij, aan: Partij, verzoek: dict[str, Any], zelf: bool
) -> None:
    """Only on that day, from who said yes, and to who asked."""
    velden = {
        "antwoord": Verzoekantwoord.AANVAARD,
        "antwoord_op": dag(5),
        "ingetrokken_op": dag(10),
        "door": STAD.organisatie,
    }
    feiten = verblijf(verzoeken=(Verzoek(ARNHEM, dag(3), **(velden | verzoek)),))
    assert terug_na_intrekken(feiten, van, aan, dag(10)) is zelf


def test_onder_toezicht_zijn_er_twee_verantwoordelijkheden() -> None:
    reclassering, gemeente = Loketsoort.RECLASSERING, Loketsoort.NAZORG
    assert len(nodige_afspraken(Overdrachtsoort.TOEZICHT, reclassering)) == 2
    assert len(nodige_afspraken(Overdrachtsoort.HOOG_RISICO, gemeente)) == 2
    assert len(nodige_afspraken(Overdrachtsoort.FORENSISCH, reclassering)) == 2
    assert nodige_afspraken(Overdrachtsoort.FORENSISCH, gemeente) == ()
    assert nodige_afspraken(Overdrachtsoort.STANDAARD, gemeente) == ()


@pytest.mark.clausule("5.1")
def test_de_voorbereiding_begint_weken_voor_het_vertrek() -> None:
    verwacht = verblijf()
    assert voorbereiden_vanaf(verwacht) == EINDE - timedelta(weeks=6)
    assert voorbereiden_vanaf(verblijf(einde=EINDE)) is None
