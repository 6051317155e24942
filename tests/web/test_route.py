"""The route as a picture: labels never touch, nothing lies outside, and no zoom loses anything."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.web.route import Baan, Band, Punt, liggend, staand
from richting.web.route.bron import Item
from richting.web.route.venster import Venster, Zoom, in_beeld, venster

pytestmark = pytest.mark.clausule("3.5")
DAG = date(2026, 11, 23)
DAGEN = st.dates(date(2015, 1, 1), date(2045, 12, 31))
NAMEN = st.text("abcdefghij klmno", min_size=1, max_size=70)
KLEUREN = st.sampled_from(["vol", "licht", "aandacht", "verwacht"])


@st.composite
def banden(draw: st.DrawFn) -> Band:
    """A stretch with or without an end, maybe of no days."""
    van = draw(DAGEN)
    lang = draw(st.none() | st.integers(0, 4000))
    dag = None if lang is None else van + timedelta(days=lang)
    verwacht = draw(st.booleans())
    tot, straks = (None, dag) if verwacht else (dag, None)
    return Band(draw(NAMEN), van, tot, "verblijf", draw(KLEUREN), straks=straks)


@st.composite
def punten(draw: st.DrawFn) -> Punt:
    return Punt(draw(NAMEN), draw(DAGEN), "plan", kleur=draw(KLEUREN))


ITEMS = st.lists(banden() | punten(), min_size=1, max_size=12)
BANEN = st.lists(ITEMS, min_size=1, max_size=5).map(
    lambda lijsten: tuple(Baan(str(nr), f"Baan {nr}", tuple(i)) for nr, i in enumerate(lijsten))
)
ZOOM = st.sampled_from(list(Zoom))


@given(BANEN, ZOOM, DAGEN)
def test_elk_ding_is_in_beeld_of_wordt_geteld(
    banen: tuple[Baan, ...], zoom: Zoom, rond: date
) -> None:
    beeld = venster(banen, zoom, rond, DAG)
    for baan, gezien in zip(banen, in_beeld(banen, beeld), strict=True):
        assert len(gezien.items) + gezien.eerder + gezien.later == len(baan.items)
        if zoom is Zoom.HEEL:
            assert gezien.items == baan.items


@given(BANEN, ZOOM, DAGEN)
def test_liggend_raken_labels_elkaar_niet_en_valt_niets_buiten_de_tekening(
    banen: tuple[Baan, ...], zoom: Zoom, rond: date
) -> None:
    beeld = venster(banen, zoom, rond, DAG)
    gezien = in_beeld(banen, beeld)
    tekening = liggend.teken(gezien, beeld, DAG)
    for strook, baan in zip(tekening.stroken, gezien, strict=True):
        assert [vak.item for vak in strook.vakken] == list(baan.items)
        for vak in strook.vakken:
            links, rechts = vak.uiteinden
            assert liggend.LINKS - 0.1 <= links <= rechts <= liggend.BREED + 0.1
            assert (vak.rij + 1) * liggend.RIJ <= strook.hoog
            assert vak.tekst
        for een, ander in combinations(strook.vakken, 2):
            if een.rij == ander.rij:
                (a, b), (c, d) = een.uiteinden, ander.uiteinden
                assert b < c or d < a
    for boven, onder in pairwise(tekening.stroken):
        assert boven.y + boven.hoog <= onder.y
    assert tekening.stroken[-1].y + tekening.stroken[-1].hoog <= tekening.hoog


@given(BANEN, ZOOM, DAGEN)
def test_de_strepen_staan_in_volgorde_met_ruimte_voor_hun_naam(
    banen: tuple[Baan, ...], zoom: Zoom, rond: date
) -> None:
    beeld = venster(banen, zoom, rond, DAG)
    strepen = liggend.teken(in_beeld(banen, beeld), beeld, DAG).strepen
    assert all(beeld.van <= streep.dag < beeld.tot for streep in strepen)
    assert all(b.x - a.x >= liggend.STREEP for a, b in pairwise(strepen))


@given(BANEN, ZOOM, DAGEN)
def test_staand_heeft_elk_ding_een_eigen_regel_op_volgorde(
    banen: tuple[Baan, ...], zoom: Zoom, rond: date
) -> None:
    beeld = venster(banen, zoom, rond, DAG)
    gezien = in_beeld(banen, beeld)
    tekening = staand.teken(gezien, beeld, DAG)
    getekend = [regel.item for regel in tekening.regels if regel.item]
    assert sorted(map(id, getekend)) == sorted(id(i) for baan in gezien for i in baan.items)
    assert all(b.y - a.y >= staand.REGEL for a, b in pairwise(tekening.regels))
    dagen = [max(regel.dag, beeld.van) for regel in tekening.regels]
    assert dagen == sorted(dagen)
    ruimte = staand.BREED - tekening.tekst_x
    assert all(len(deel) * staand.LETTER <= ruimte for r in tekening.regels for deel in r.tekst)
    for streek in tekening.streken:
        assert streek.hoog > 0
        assert streek.x + 6 < tekening.tekst_x
        assert streek.y + streek.hoog <= tekening.hoog


def _baan(*items: Item) -> tuple[Baan, ...]:
    return (Baan("proef", "Proef", items),)


def test_vandaag_staat_er_alleen_als_het_in_beeld_is() -> None:
    banen = _baan(Punt("Iets", DAG, "plan"))
    hier = venster(banen, Zoom.MAAND, DAG, DAG)
    elders = Venster(date(2027, 1, 1), date(2027, 2, 1))
    assert liggend.teken(in_beeld(banen, hier), hier, DAG).vandaag is not None
    assert liggend.teken(in_beeld(banen, elders), elders, DAG).vandaag is None


def test_een_band_die_doorloopt_staat_in_elk_venster_erna() -> None:
    banen = _baan(Band("Toezicht", DAG, None, "toezicht"))
    later = venster(banen, Zoom.MAAND, date(2031, 5, 9), DAG)
    (gezien,) = in_beeld(banen, later)
    assert len(gezien.items) == 1
    (vak,) = liggend.teken([gezien], later, DAG).stroken[0].vakken
    assert vak.van_eerder
    assert vak.gaat_door


def test_een_maand_begint_op_de_eerste_en_een_kwartaal_duurt_er_drie() -> None:
    assert venster((), Zoom.MAAND, DAG, DAG) == Venster(date(2026, 11, 1), date(2026, 12, 1))
    assert venster((), Zoom.KWARTAAL, DAG, DAG) == Venster(date(2026, 11, 1), date(2027, 2, 1))
