"""Steps outside: what the sources ask of each, and which way a step can go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.fasering import (
    VERDER,
    Omstandigheden,
    Stap,
    Stapsoort,
    Stapstaat,
    bezwaren,
    mag_verder,
    volgende_zitting,
)

pytestmark = pytest.mark.clausule("1.10", "5.10")
BEGIN, EINDE = date(2026, 1, 1), date(2027, 1, 1)
WAT = Omstandigheden(BEGIN, EINDE, identiteit=True)
DAG = date(2026, 12, 1)
KORT = Stap(Stapsoort.VERLOF_KORT, DAG, DAG, "Woning bekijken")


def codes(stap: Stap, wat: Omstandigheden = WAT) -> list[str]:
    return [bezwaar.code for bezwaar in bezwaren(stap, wat)]


@pytest.mark.parametrize(
    ("stap", "wat", "verwacht"),
    [
        (KORT, WAT, []),
        (replace(KORT, doel=" "), WAT, ["doel"]),
        (KORT, replace(WAT, identiteit=False), ["identiteit"]),
        (KORT, replace(WAT, identiteit=None), ["identiteit_onbekend"]),
        (replace(KORT, tot=DAG + timedelta(days=1)), WAT, ["kort"]),
        (replace(KORT, tot=DAG - timedelta(days=1)), WAT, ["omgekeerd", "kort"]),
        (replace(KORT, soort=Stapsoort.VERLOF_LANG), WAT, ["lang"]),
        (
            Stap(Stapsoort.VERLOF_LANG, DAG, DAG + timedelta(days=8), "Gezin"),
            WAT,
            [],
        ),
        (Stap(Stapsoort.VERLOF_LANG, DAG, DAG + timedelta(days=9), "Gezin"), WAT, ["lang"]),
        (Stap(Stapsoort.ONBEGELEID, DAG, DAG + timedelta(days=7)), WAT, ["onbegeleid"]),
        (Stap(Stapsoort.EXTRAMURALE_ARBEID, date(2026, 11, 15), EINDE), WAT, []),
        (Stap(Stapsoort.EXTRAMURALE_ARBEID, date(2026, 10, 1), EINDE), WAT, ["zesde"]),
        (Stap(Stapsoort.EXTRAMURALE_ARBEID, date(2026, 12, 15), EINDE), WAT, ["arbeidsduur"]),
        (
            Stap(Stapsoort.EXTRAMURALE_ARBEID, DAG, DAG),
            replace(WAT, einde=None),
            ["einde_onbekend"],
        ),
        (Stap(Stapsoort.PENITENTIAIR_PROGRAMMA, date(2026, 12, 20), EINDE), WAT, ["programma"]),
        (Stap(Stapsoort.EINDVERLOF, EINDE, EINDE + timedelta(days=1)), WAT, ["buiten_verblijf"]),
    ],
)
def test_elke_stap_vraagt_wat_haar_bron_zegt(
    stap: Stap, wat: Omstandigheden, verwacht: list[str]
) -> None:
    assert codes(stap, wat) == verwacht


@given(st.sampled_from(Stapsoort), st.integers(0, 300), st.integers(0, 30))
def test_wie_geen_identiteitsbewijs_heeft_gaat_nooit_zonder_bezwaar_met_verlof(
    soort: Stapsoort, begin: int, dagen: int
) -> None:
    van = BEGIN + timedelta(days=begin)
    stap = Stap(soort, van, van + timedelta(days=dagen), "Doel")
    zonder = codes(stap, replace(WAT, identiteit=False))
    assert ("identiteit" in zonder) == (soort in (Stapsoort.VERLOF_KORT, Stapsoort.VERLOF_LANG))


def test_elke_stand_staat_in_de_tabel_en_een_einde_is_een_einde() -> None:
    assert set(VERDER) == set(Stapstaat)
    for einde in (Stapstaat.AFGEROND, Stapstaat.GEWEIGERD, Stapstaat.INGETROKKEN):
        assert not any(mag_verder(einde, naar) for naar in Stapstaat)


@pytest.mark.clausule("5.12")
def test_de_volgende_zitting_over_tbs_is_binnen_twee_jaar() -> None:
    assert volgende_zitting(date(2026, 3, 1)) == date(2028, 3, 1)
