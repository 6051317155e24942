"""The five answers of clause 5.5: complete, or with what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.vijf_antwoorden import (
    AFGELOPEN,
    Antwoordcel,
    Planactie,
    Vijffeiten,
    vijf_antwoorden,
    volledig,
)
from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat

pytestmark = pytest.mark.clausule("4.1", "5.5", "8.5")
H, S, C = Actieherkomst, Actiestaat, Antwoordcel


def actie(herkomst: Actieherkomst, staat: Actiestaat = S.BEZIG, **velden: bool) -> Planactie:
    return Planactie(herkomst, staat, **{"uitvoerder": True, **velden})


COMPLEET = Vijffeiten(
    acties=(actie(H.VOORTGEZET), actie(H.GESTART), actie(H.VERVOLG)),
    procesregie=True,
    casusregie=True,
    casusregie_na=True,
)
ACTIES = st.builds(
    Planactie,
    st.sampled_from(H),
    st.sampled_from(S),
    uitvoerder=st.booleans(),
    ziet_dossier=st.booleans(),
)
FEITEN = st.builds(
    Vijffeiten,
    acties=st.lists(ACTIES, max_size=5).map(tuple),
    geen=st.frozensets(st.sampled_from(C)),
    onbeslist=st.integers(0, 2),
    loopt_door=st.booleans(),
    procesregie=st.booleans(),
    casusregie=st.booleans(),
    casusregie_na=st.booleans(),
)


def open_cellen(feiten: Vijffeiten) -> set[Antwoordcel]:
    return {cel.antwoord for cel in vijf_antwoorden(feiten) if not cel.volledig}


def test_met_acties_van_elke_soort_en_regie_is_het_compleet() -> None:
    assert volledig(COMPLEET)


def test_een_leeg_plan_is_in_elk_antwoord_onvolledig() -> None:
    assert open_cellen(Vijffeiten()) == set(C)


@pytest.mark.parametrize("cel", [C.VOORTGEZET, C.GESTART, C.VERVOLG])
def test_wie_zegt_dat_er_niets_is_maakt_het_antwoord_volledig(cel: Antwoordcel) -> None:
    zonder = replace(COMPLEET, acties=(), geen=frozenset({cel}))
    assert cel not in open_cellen(zonder)


def test_hulp_die_doorgaat_is_een_antwoord_op_wat_doorgaat() -> None:
    zonder = replace(COMPLEET, acties=(actie(H.GESTART), actie(H.VERVOLG)))
    assert open_cellen(zonder) == {C.VOORTGEZET}
    assert open_cellen(replace(zonder, loopt_door=True)) == set()
    assert open_cellen(replace(zonder, loopt_door=True, onbeslist=1)) == {C.VOORTGEZET}


def test_hulp_die_al_liep_zonder_besluit_houdt_het_antwoord_open() -> None:
    assert open_cellen(replace(COMPLEET, onbeslist=1)) == {C.VOORTGEZET}


@pytest.mark.parametrize(
    "anders",
    [
        actie(H.GESTART, S.GEVRAAGD),
        actie(H.GESTART, uitvoerder=False),
        actie(H.GESTART, ziet_dossier=False),
    ],
    ids=["niet_beantwoord", "zonder_medewerker", "loket_zonder_grond"],
)
def test_wie_doet_wat_is_pas_volledig_als_iemand_het_echt_doet(anders: Planactie) -> None:
    feiten = replace(COMPLEET, acties=(*COMPLEET.acties, anders))
    assert open_cellen(feiten) == {C.WIE_DOET_WAT}


@pytest.mark.parametrize("staat", sorted(AFGELOPEN))
def test_een_actie_die_slecht_afliep_telt_niet_als_antwoord(staat: Actiestaat) -> None:
    feiten = replace(COMPLEET, acties=(actie(H.GESTART, staat), *COMPLEET.acties[::2]))
    assert open_cellen(feiten) == {C.GESTART}


@pytest.mark.parametrize("veld", ["procesregie", "casusregie", "casusregie_na"])
def test_zonder_regie_is_het_antwoord_onvolledig(veld: str) -> None:
    assert open_cellen(replace(COMPLEET, **{veld: False})) == {C.WIE_REGISSEERT}


@given(FEITEN)
def test_een_cel_is_volledig_of_zegt_wat_ontbreekt(feiten: Vijffeiten) -> None:
    cellen = vijf_antwoorden(feiten)
    assert [cel.antwoord for cel in cellen] == list(C)
    assert all(cel.volledig is not bool(cel.ontbreekt) for cel in cellen)
    assert volledig(feiten) is all(cel.volledig for cel in cellen)


@given(FEITEN, ACTIES)
def test_een_levende_actie_erbij_sluit_geen_antwoord_van_herkomst(
    feiten: Vijffeiten, erbij: Planactie
) -> None:
    herkomsten = {C.VOORTGEZET, C.GESTART, C.VERVOLG}
    meer = replace(feiten, acties=(*feiten.acties, erbij))
    assert open_cellen(meer) & herkomsten <= open_cellen(feiten) & herkomsten
