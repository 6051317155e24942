"""A date is always shown with how certain it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils.html import strip_tags

from richting.web import datums

VROEG, LAAT = date(2027, 3, 3), date(2027, 4, 10)


@pytest.mark.parametrize(
    ("vroegst", "laatst", "zekerheid", "zin"),
    [
        (VROEG, None, "vast", "3 maart 2027"),
        (None, None, "vast", "einde onbekend"),
        (VROEG, None, "verwacht", "verwacht 3 maart 2027"),
        (VROEG, VROEG, "verwacht", "verwacht 3 maart 2027"),
        (VROEG, LAAT, "verwacht", "verwacht tussen 3 maart 2027 en 10 april 2027"),
        (None, LAAT, "verwacht", "verwacht uiterlijk 10 april 2027"),
        (None, None, "verwacht", "verwacht, datum nog niet bekend"),
        (None, None, "onbekend", "einde onbekend"),
        (VROEG, None, "onbekend", "einde onbekend"),
        (None, None, "rechterlijk", "hangt af van de rechter"),
        (VROEG, None, "rechterlijk", "mogelijk 3 maart 2027, hangt af van de rechter"),
    ],
)
def test_datum_met_zekerheid_in_woorden(vroegst, laatst, zekerheid, zin):
    assert strip_tags(datums.met_zekerheid(vroegst, laatst, zekerheid)) == zin


def test_onbekend_krijgt_de_naam_van_wat_er_onbekend_is():
    zin = datums.met_zekerheid(None, None, "onbekend", onbekend="begin <onbekend>")
    assert "begin &lt;onbekend&gt;" in zin


def test_een_datum_is_leesbaar_voor_mens_en_machine():
    assert datums.tijd_element(VROEG) == '<time datetime="2027-03-03">3 maart 2027</time>'


def test_een_moment_staat_in_nederlandse_tijd():
    moment = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert strip_tags(datums.tijd_element(moment, met_tijd=True)) == "23 november 2026, 00:30"
    assert 'datetime="2026-11-23"' in datums.tijd_element(moment)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 24), "morgen"),
        (date(2026, 11, 22), "gisteren"),
        (date(2026, 11, 26), "over 3 dagen"),
        (date(2026, 11, 20), "3 dagen geleden"),
        (date(2026, 12, 28), "over 5 weken"),
        (date(2027, 5, 23), "over 6 maanden"),
        (date(2030, 11, 23), "over 4 jaar"),
        (datetime(2026, 11, 24, 23, 30, tzinfo=UTC), "over 2 dagen"),
    ],
)
def test_afstand_in_woorden(dag, zin):
    assert datums.afstand(dag, date(2026, 11, 23)) == zin


def test_een_moment_laat_op_de_avond_is_de_dag_die_het_hier_is() -> None:
    """Half past eleven in London is the next day in Amsterdam."""
    laat = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert datums.dag_in_woorden(laat) == "23 november 2026"
