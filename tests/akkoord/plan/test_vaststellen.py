"""What stops a version of the plan, and what is only said."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.vaststellen import Vaststelfeiten, mag_vaststellen, punten

pytestmark = pytest.mark.clausule("1.3", "5.5", "7.1")
KLAAR = Vaststelfeiten(
    slachtoffer_beantwoord=True,
    behoefte=True,
    veiligheid=True,
    startgesprek=True,
    motivatie=True,
    instemming_gevraagd=True,
    acties=1,
    vijf_volledig=True,
)
FEITEN = st.builds(
    Vaststelfeiten,
    **{
        veld.name: st.integers(0, 3) if veld.name == "acties" else st.booleans()
        for veld in fields(Vaststelfeiten)
    },
)


def codes(feiten: Vaststelfeiten) -> list[str]:
    return [punt.code for punt in punten(feiten)]


def test_een_volledig_plan_mist_niets() -> None:
    assert codes(KLAAR) == []
    assert mag_vaststellen(KLAAR)


@pytest.mark.parametrize(
    ("veld", "waarde", "code", "houdt_tegen"),
    [
        ("slachtoffer_beantwoord", False, "slachtoffer", True),
        ("iets_nieuws", False, "niets_nieuws", True),
        ("behoefte", False, "behoefte", False),
        ("veiligheid", False, "veiligheid", False),
        ("acties", 0, "aanbod", False),
        ("motivatie", False, "motivatie", False),
        ("startgesprek", False, "startgesprek", False),
        ("instemming_gevraagd", False, "instemming", False),
        ("vijf_volledig", False, "vijf", False),
    ],
)
def test_wat_ontbreekt_wordt_gezegd(
    veld: str, waarde: object, code: str, houdt_tegen: bool
) -> None:
    feiten = replace(KLAAR, **{veld: waarde})
    assert codes(feiten) == [code]
    assert mag_vaststellen(feiten) is not houdt_tegen


def test_zonder_medewerking_is_geen_instemming_nodig() -> None:
    feiten = replace(KLAAR, instemming_gevraagd=False, zonder_medewerking=True)
    assert codes(feiten) == []


@given(FEITEN)
def test_zonder_antwoord_over_slachtoffers_staat_niets_vast(feiten: Vaststelfeiten) -> None:
    assert not mag_vaststellen(replace(feiten, slachtoffer_beantwoord=False))


@given(FEITEN)
def test_een_punt_erbij_maakt_het_nooit_onvollediger(feiten: Vaststelfeiten) -> None:
    voller = replace(feiten, behoefte=True, motivatie=True, startgesprek=True)
    assert set(codes(voller)) <= set(codes(feiten))
