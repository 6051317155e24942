"""A stay is the fold over its messages: whatever the order, however often."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.woorden import Berichtsoort, Eindereden, SoortPlaats
from richting.dossiers.stand import Feitbericht, vouw

B = Berichtsoort
NUL = datetime(2026, 1, 1, 9, tzinfo=UTC)
BEGIN = {
    "persoon": {"geslachtsnaam": "Verzonnen", "geboortedatum": "1990-01-01"},
    "titel": "gevangenisstraf",
    "begin": "2026-01-01",
    "plaats": {"soort": "pi", "inrichting": "PI-ALMELO"},
    "verwachtEinde": {"vroegst": "2026-06-01", "zekerheid": "verwacht"},
    "gemeenten": [{"gemeente": "GM0344", "rol": "ingezetene"}],
}


def feit(nummer: int, soort: Berichtsoort, **inhoud: Any) -> Feitbericht:
    return Feitbericht(f"B{nummer}", soort, NUL + timedelta(hours=nummer), inhoud)


VERHAAL = (
    feit(0, B.BEGIN, **BEGIN),
    feit(
        1,
        B.OVERPLAATSING,
        datum="2026-02-01",
        plaats={"soort": "pi", "inrichting": "PI-VUGHT"},
    ),
    feit(2, B.VERLOF, van="2026-03-01", tot="2026-03-03"),
    feit(3, B.EINDE_GEWIJZIGD, verwachtEinde={"vroegst": "2026-05-01", "zekerheid": "vast"}),
    feit(4, B.CORRECTIE, betreft="B1", velden={"datum": "2026-02-10"}),
    feit(5, B.CORRECTIE, betreft="B4", velden={"datum": "2026-02-12"}),
    feit(6, B.INTREKKING, betreft="B2", reden="ging niet door"),
    feit(7, B.EINDE, datum="2026-05-01", reden="einde_straf"),
)


@pytest.mark.clausule("1.1", "3.5")
@given(st.permutations(VERHAAL), st.lists(st.sampled_from(VERHAAL), max_size=6))
def test_volgorde_en_herhaling_maken_niet_uit(
    volgorde: list[Feitbericht], nogmaals: list[Feitbericht]
) -> None:
    assert vouw([*volgorde, *nogmaals]) == vouw(VERHAAL)


def test_het_verhaal_eindigt_zoals_het_verteld_is() -> None:
    stand = vouw(VERHAAL)
    assert stand is not None
    assert [(p.inrichting, p.van) for p in stand.plaatsen] == [
        ("PI-ALMELO", date(2026, 1, 1)),
        ("PI-VUGHT", date(2026, 2, 12)),
    ]
    assert (stand.einde, stand.eindereden) == (date(2026, 5, 1), Eindereden.EINDE_STRAF)


def test_zonder_begin_is_er_nog_geen_verblijf() -> None:
    assert vouw(VERHAAL[1:]) is None


def test_een_laat_ouder_bericht_overschrijft_geen_nieuwer_feit() -> None:
    oud = feit(-5, B.EINDE_GEWIJZIGD, verwachtEinde={"vroegst": "2027-01-01", "zekerheid": "vast"})
    stand = vouw([*VERHAAL, oud])
    assert stand is not None
    assert stand.verwachting.vroegst == date(2026, 5, 1)


def test_een_ingetrokken_begin_trekt_het_verblijf_in() -> None:
    stand = vouw([*VERHAAL, feit(9, B.INTREKKING, betreft="B0", reden="verkeerde persoon")])
    assert stand is not None
    assert stand.ingetrokken


def test_een_ingetrokken_intrekking_telt_niet() -> None:
    stand = vouw([*VERHAAL, feit(9, B.INTREKKING, betreft="B6", reden="toch wel")])
    assert stand is not None
    assert SoortPlaats.VERLOF in {p.soort for p in stand.plaatsen}


def test_verlof_ligt_over_de_inrichting_en_eindigt_daar_weer() -> None:
    stand = vouw(VERHAAL[:3])
    assert stand is not None
    assert [p.soort for p in stand.plaatsen[-3:]] == [
        SoortPlaats.PI,
        SoortPlaats.VERLOF,
        SoortPlaats.PI,
    ]


def test_overlijden_beeindigt_het_verblijf() -> None:
    stand = vouw([VERHAAL[0], feit(3, B.OVERLIJDEN, datum="2026-03-04")])
    assert stand is not None
    assert stand.eindereden is Eindereden.OVERLIJDEN
    assert stand.persoon.overleden_op == stand.einde == date(2026, 3, 4)
