"""What differs between two versions, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.vergelijk import Soort, Verschil, vergelijk

pytestmark = pytest.mark.clausule("7.1")
REGELS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), st.sampled_from(["een", "twee"])
)


def test_nieuw_anders_en_weg_in_die_volgorde() -> None:
    oud = {("a", "x"): "een", ("a", "y"): "een"}
    nieuw = {("b", "z"): "een", ("a", "x"): "twee"}
    assert vergelijk(oud, nieuw) == (
        Verschil(("b", "z"), Soort.NIEUW, "", "een"),
        Verschil(("a", "x"), Soort.ANDERS, "een", "twee"),
        Verschil(("a", "y"), Soort.WEG, "een", ""),
    )


@given(REGELS)
def test_met_zichzelf_verschilt_niets(regels: dict[tuple[str, str], str]) -> None:
    assert vergelijk(regels, regels) == ()


@given(REGELS, REGELS)
def test_wie_de_verschillen_toepast_krijgt_de_nieuwe_versie(
    oud: dict[tuple[str, str], str], nieuw: dict[tuple[str, str], str]
) -> None:
    terug = dict(oud)
    for verschil in vergelijk(oud, nieuw):
        if verschil.soort is Soort.WEG:
            del terug[verschil.sleutel]
        else:
            terug[verschil.sleutel] = verschil.nieuw
    assert terug == nieuw
