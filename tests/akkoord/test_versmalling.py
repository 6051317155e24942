"""With agreements nobody ever sees more than without, and without them all is as the law gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import Grond, gronden, is_geldig
from richting.akkoord.grondslagen.register import GRONDSLAGEN, PBW_18A
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.grondslagen.versmalling import Binding, Regioafspraak, versmal
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, periode
from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.woorden import Loketsoort as L
from tests.akkoord.bouwers import (
    ARNHEM,
    BEGIN,
    NIEUWEGEIN,
    RN,
    UTRECHT,
    VANDAAG,
    ingezetene,
    verblijf,
    vestiging,
)
from tests.akkoord.strategieen import LAATST, VROEGST, feiten_op

pytestmark = pytest.mark.clausule("6.4", "6.6")

GEMEENTE, PI = Partij(L.NAZORG, UTRECHT), Partij(L.CASEMANAGEMENT, NIEUWEGEIN)
ANDER, RECL = Partij(L.NAZORG, ARNHEM), Partij(L.RECLASSERING, RN)
PARTIJEN = (
    GEMEENTE,
    ANDER,
    PI,
    RECL,
    Partij(L.CASEMANAGEMENT, "PI-VUGHT"),
    Partij(L.FORENSISCH, "FPC-POMPE"),
    Partij(L.PROCESREGIE, "ZVH-UTRECHT"),
    Partij(L.OPENBARE_ORDE, UTRECHT),
    Partij(L.POLITIE, "POLITIE"),
)
ONTVANGERS = [
    (wet.code, ontvanger.loketsoort) for wet in GRONDSLAGEN for ontvanger in wet.ontvangers
]
VOORAL_18A = [paar for paar in ONTVANGERS if paar[0] == PBW_18A.code]
Zicht = dict[Partij, frozenset[C]]


@st.composite
def perioden(draw: st.DrawFn) -> Periode:
    van, lengte = draw(st.dates(VROEGST, LAATST)), draw(st.none() | st.integers(1, 2000))
    return Periode(van, van + timedelta(days=lengte) if lengte else None)


@st.composite
def afspraken(draw: st.DrawFn) -> Regioafspraak:
    """Any agreement, also one that the law would refuse: narrowing must hold regardless."""
    paren = draw(
        st.lists(st.sampled_from(VOORAL_18A) | st.sampled_from(ONTVANGERS), max_size=3, unique=True)
    )
    delen = tuple(
        Afspraakdeel(code, wie, frozenset(draw(st.sets(st.sampled_from(list(C))))))
        for code, wie in paren
    )
    wie = draw(st.lists(st.sampled_from(PARTIJEN), max_size=5))
    bindingen = tuple(Binding(partij, draw(perioden())) for partij in wie)
    return Regioafspraak(f"a{draw(st.integers(0, 9))}", delen, bindingen)


def zicht(van: frozenset[Grond], op: date) -> Zicht:
    """Who sees what on a day."""
    uit: Zicht = {}
    for grond in van:
        if is_geldig(grond, op):
            uit[grond.partij] = uit.get(grond.partij, frozenset()) | grond.categorieen
    return uit


@given(feiten_op(), st.lists(afspraken(), max_size=4))
def test_met_afspraken_ziet_niemand_meer_dan_zonder(
    geval: tuple[Feiten, date], lijst: list[Regioafspraak]
) -> None:
    feiten, op = geval
    wet = gronden(feiten)
    voor, na = zicht(wet, op), zicht(versmal(wet, lijst), op)
    assert na.keys() == voor.keys()
    for partij, soorten in na.items():
        assert soorten <= voor[partij]
        assert C.VERBLIJF in soorten or C.VERBLIJF not in voor[partij]


@given(feiten_op(), st.lists(afspraken(), max_size=4))
def test_wie_niet_gebonden_is_merkt_niets(
    geval: tuple[Feiten, date], lijst: list[Regioafspraak]
) -> None:
    feiten, op = geval
    wet = gronden(feiten)
    gebonden = {b.partij for een in lijst for b in een.bindingen if _loopt(b.wanneer, op)}
    voor, na = zicht(wet, op), zicht(versmal(wet, lijst), op)
    assert {p: s for p, s in voor.items() if p not in gebonden} == {
        p: s for p, s in na.items() if p not in gebonden
    }


@given(feiten_op(), st.lists(afspraken(), max_size=3))
def test_elke_dag_heeft_evenveel_gronden_als_de_wet_gaf(
    geval: tuple[Feiten, date], lijst: list[Regioafspraak]
) -> None:
    """Cutting a ground loses no day of it and doubles none."""
    feiten, op = geval
    wet = gronden(feiten)

    def tellen(van: frozenset[Grond]) -> list[tuple[str, Partij, str]]:
        return sorted((g.grondslag, g.partij, g.rol) for g in van if is_geldig(g, op))

    assert tellen(versmal(wet, lijst)) == tellen(wet)


@given(feiten_op(), st.lists(afspraken(), max_size=4), st.randoms())
def test_de_volgorde_van_afspraken_maakt_niet_uit(
    geval: tuple[Feiten, date], lijst: list[Regioafspraak], kans: Random
) -> None:
    wet = gronden(geval[0])
    anders = list(lijst)
    kans.shuffle(anders)
    assert zicht(versmal(wet, anders), geval[1]) == zicht(versmal(wet, lijst), geval[1])


@given(feiten_op())
def test_zonder_afspraken_staat_er_wat_de_wet_geeft(geval: tuple[Feiten, date]) -> None:
    wet = gronden(geval[0])
    assert versmal(wet, []) == wet


def _loopt(wanneer: Periode, op: date) -> bool:
    return wanneer.van <= op and (wanneer.tot is None or op < wanneer.tot)


def zonder_netwerk(
    *partijen: Partij, vanaf: date = BEGIN, tot: date | None = None
) -> Regioafspraak:
    """These parties agreed that the municipality does not get the network."""
    wanneer = periode(vanaf, tot)
    assert wanneer
    over = toegestaan(PBW_18A, L.NAZORG, AANNAMES) - {C.NETWERK}
    deel = Afspraakdeel(PBW_18A.code, L.NAZORG, over)
    return Regioafspraak("a1", (deel,), tuple(Binding(partij, wanneer) for partij in partijen))


def ziet_netwerk(van: frozenset[Grond], partij: Partij, op: date = VANDAAG) -> bool:
    return C.NETWERK in zicht(van, op)[partij]


def test_de_gemeente_ziet_minder_zolang_de_afspraak_geldt() -> None:
    vanaf, tot = VANDAAG, VANDAAG + timedelta(days=30)
    na = versmal(gronden(verblijf()), [zonder_netwerk(GEMEENTE, PI, vanaf=vanaf, tot=tot)])
    dagen = [vanaf - timedelta(days=1), vanaf, tot - timedelta(days=1), tot]
    assert [ziet_netwerk(na, GEMEENTE, dag) for dag in dagen] == [True, False, False, True]
    (grond,) = (g for g in na if g.regioafspraken)
    assert (grond.partij, grond.geldig_vanaf, grond.geldig_tot) == (GEMEENTE, vanaf, tot)


def test_de_inrichting_houdt_wat_alleen_de_gemeente_niet_krijgt() -> None:
    na = versmal(gronden(verblijf()), [zonder_netwerk(GEMEENTE, PI)])
    assert ziet_netwerk(na, PI)


def test_een_andere_gemeente_in_hetzelfde_dossier_is_niet_gebonden() -> None:
    feiten = verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM)))
    na = versmal(gronden(feiten), [zonder_netwerk(GEMEENTE, PI)])
    assert ziet_netwerk(na, ANDER)


def test_tussen_partijen_die_niet_samen_in_het_dossier_zitten_werkt_hij_niet() -> None:
    wet = gronden(verblijf())
    assert versmal(wet, [zonder_netwerk(GEMEENTE, ANDER)]) == wet


def test_een_partij_alleen_spreekt_niets_af() -> None:
    wet = gronden(verblijf())
    assert versmal(wet, [zonder_netwerk(GEMEENTE)]) == wet


@pytest.mark.clausule("6.3")
def test_wie_alleen_op_een_gesloten_grond_meekijkt_brengt_geen_afspraak_tot_leven() -> None:
    wet = gronden(verblijf(risico_18b_vanaf=BEGIN))
    politie = Partij(L.POLITIE, "POLITIE")
    assert politie in zicht(wet, VANDAAG)
    assert versmal(wet, [zonder_netwerk(GEMEENTE, politie)]) == wet


def test_twee_afspraken_laten_samen_weg_wat_elk_weglaat() -> None:
    eerste = zonder_netwerk(GEMEENTE, PI)
    over = toegestaan(PBW_18A, L.NAZORG, AANNAMES) - {C.MOTIVATIE}
    tweede = replace(eerste, nummer="a2", delen=(Afspraakdeel(PBW_18A.code, L.NAZORG, over),))
    na = versmal(gronden(verblijf()), [tweede, eerste])
    assert not zicht(na, VANDAAG)[GEMEENTE] & {C.NETWERK, C.MOTIVATIE}
    assert {g.regioafspraken for g in na if g.regioafspraken} == {("a1", "a2")}
