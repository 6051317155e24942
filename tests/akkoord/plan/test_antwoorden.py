"""Answers as JSON keeps them come back as they were."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.antwoorden import als_json, uit_json, zelfde
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort

WAARDEN = st.booleans() | st.integers() | st.text() | st.dates() | st.tuples(st.text(), st.text())
ANTWOORD = st.builds(
    lambda soort, waarde, bron, dag: Antwoord(
        "v", soort, waarde if soort is Antwoordsoort.GEGEVEN else None, bron, dag
    ),
    st.sampled_from(Antwoordsoort),
    WAARDEN,
    st.sampled_from(Antwoordbron),
    st.none() | st.dates(),
)


@given(ANTWOORD)
def test_elk_antwoord_komt_terug_zoals_het_was(antwoord: Antwoord) -> None:
    ruw = json.loads(json.dumps(als_json({"v": antwoord})))
    assert uit_json(ruw) == {"v": antwoord}


@given(ANTWOORD, ANTWOORD)
def test_wie_het_zei_en_wanneer_maakt_niet_uit_voor_wat_het_zegt(
    links: Antwoord, rechts: Antwoord
) -> None:
    assert zelfde(links, links)
    assert zelfde(links, rechts) == zelfde(rechts, links)
    assert zelfde(None, Antwoord("v", Antwoordsoort.NIET_GEVRAAGD))
    assert not zelfde(None, Antwoord("v", Antwoordsoort.ONBEKEND))
