"""A place in a provision: what may be done with it, and never more taken than there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from richting.akkoord.plan.overgangen import GeenOvergang
from richting.akkoord.plan.voorzieningen import (
    LEEFGEBIEDEN_VAN,
    OPEN,
    REDENEN,
    REDENZINNEN,
    ROLZINNEN,
    STAPPEN,
    Aanbod,
    Plaatsdaad,
    Plaatsreden,
    Plaatsrol,
    Plaatsstaat,
    Plek,
    Voorzieningsoort,
    bezet_op,
    bezwaren,
    check_daad,
    eerste_vrije_dag,
    houdt_bezet,
    is_er,
    meest_bezet,
    mogelijk,
    past_nog,
    rollen_van,
    staat_op,
)
from richting.akkoord.plan.woorden import Leefgebied
from tools import plaats

VANDAAG = date(2026, 11, 23)
S, D, R = Plaatsstaat, Plaatsdaad, Plaatsrol
BEIDE = frozenset(Plaatsrol)
pytestmark = pytest.mark.clausule("4.3", "8.3")

dagen = st.integers(0, 40).map(lambda n: VANDAAG + timedelta(days=n))
einden = st.none() | dagen


@st.composite
def plekken(trek: st.DrawFn) -> Plek:
    """A place in any state, with days in order."""
    vanaf = trek(dagen)
    duur = trek(st.none() | st.integers(0, 20))
    tot = None if duur is None else vanaf + timedelta(days=duur)
    staat = trek(st.sampled_from(S))
    return Plek(staat, vanaf, tot, trek(dagen) if staat is S.GERESERVEERD else None)


def dag(n: int) -> date:
    return VANDAAG + timedelta(days=n)


def test_een_reservering_vervalt_vanzelf_na_haar_dag() -> None:
    plek = Plek(S.GERESERVEERD, dag(30), None, dag(5))
    assert (staat_op(plek, dag(5)), staat_op(plek, dag(6))) == (S.GERESERVEERD, S.VERVALLEN)
    assert not past_nog(1, [plek], dag(30), None, dag(5))
    assert past_nog(1, [plek], dag(30), None, dag(6))


def test_een_verblijf_in_een_plek_is_voorbij_na_de_laatste_dag() -> None:
    plek = Plek(S.BEVESTIGD, VANDAAG, dag(3))
    assert (staat_op(plek, dag(3)), staat_op(plek, dag(4))) == (S.BEVESTIGD, S.AFGELOPEN)
    assert not past_nog(1, [plek], dag(3), dag(9), VANDAAG)
    assert past_nog(1, [plek], dag(4), dag(9), VANDAAG)


def test_wie_gevraagd_heeft_houdt_nog_niets_bezet() -> None:
    assert not houdt_bezet(Plek(S.GEVRAAGD, VANDAAG), VANDAAG)
    assert past_nog(1, [Plek(S.GEVRAAGD, VANDAAG)] * 9, VANDAAG, None, VANDAAG)


def test_de_eerste_vrije_dag_is_de_dag_waarna_er_plek_blijft() -> None:
    nu, later = Plek(S.BEVESTIGD, VANDAAG, dag(3)), Plek(S.BEVESTIGD, dag(6), dag(8))
    assert eerste_vrije_dag(1, [nu, later], VANDAAG, VANDAAG) == dag(9)
    assert eerste_vrije_dag(2, [nu, later], VANDAAG, VANDAAG) == VANDAAG
    assert eerste_vrije_dag(1, [Plek(S.BEVESTIGD, VANDAAG)], VANDAAG, VANDAAG) is None


@given(st.lists(plekken(), max_size=8), dagen, einden, dagen)
def test_meest_bezet_is_het_hoogste_van_alle_dagen(
    alle: list[Plek], vanaf: date, tot: date | None, op: date
) -> None:
    """Against counting day by day; nothing of these examples changes after 70 days."""
    laatste = tot if tot is not None else dag(70)
    ruim = [vanaf + timedelta(days=n) for n in range((laatste - vanaf).days + 1)]
    elke_dag = max((bezet_op(alle, een, op) for een in ruim), default=bezet_op(alle, vanaf, op))
    assert meest_bezet(alle, vanaf, tot, op) == elke_dag


@given(st.integers(1, 5), st.lists(plekken(), max_size=8), dagen, einden, dagen)
def test_meer_plaatsen_weigert_nooit_meer(
    plaatsen: int, alle: list[Plek], vanaf: date, tot: date | None, op: date
) -> None:
    if past_nog(plaatsen, alle, vanaf, tot, op):
        assert past_nog(plaatsen + 1, alle, vanaf, tot, op)
    assert past_nog(len(alle) + 1, alle, vanaf, tot, op)


@given(st.integers(1, 5), st.lists(plekken(), max_size=8), dagen, einden, dagen, st.data())
def test_wie_weigert_of_vrijgeeft_maakt_nooit_minder_plek(
    plaatsen: int, alle: list[Plek], vanaf: date, tot: date | None, op: date, data: st.DataObject
) -> None:
    if not alle:
        return
    weg = data.draw(st.integers(0, len(alle) - 1))
    einde = data.draw(st.sampled_from([s for s in S if s not in OPEN]))
    na = [replace(een, staat=einde) if n == weg else een for n, een in enumerate(alle)]
    assert meest_bezet(na, vanaf, tot, op) <= meest_bezet(alle, vanaf, tot, op)


@given(plekken(), dagen, st.integers(0, 40))
def test_de_tijd_maakt_een_plek_nooit_weer_bezet(plek: Plek, op: date, later: int) -> None:
    if not houdt_bezet(plek, op):
        assert not houdt_bezet(plek, op + timedelta(days=later))


class Opvang(RuleBasedStateMachine):
    """A provision through the days: whatever desks do, never more taken than there are places."""

    @initialize(plaatsen=st.integers(1, 3))
    def open(self, plaatsen: int) -> None:
        self.plaatsen, self.vandaag = plaatsen, VANDAAG
        self.plekken: list[Plek] = []

    @rule(vanaf=st.integers(0, 20), duur=st.none() | st.integers(0, 10))
    def vraag(self, vanaf: int, duur: int | None) -> None:
        eerste = self.vandaag + timedelta(days=vanaf)
        tot = None if duur is None else eerste + timedelta(days=duur)
        self.plekken.append(Plek(S.GEVRAAGD, eerste, tot))

    @rule(welke=st.integers(0, 30), daad=st.sampled_from(D), vast=st.integers(0, 6))
    def doe(self, welke: int, daad: D, vast: int) -> None:
        if not self.plekken:
            return
        nummer = welke % len(self.plekken)
        plek, anderen = self.plekken[nummer], [*self.plekken]
        del anderen[nummer]
        if daad not in mogelijk(staat_op(plek, self.vandaag), BEIDE):
            return
        naar = STAPPEN[daad].naar
        neemt = naar in (S.GERESERVEERD, S.BEVESTIGD)
        if neemt and not past_nog(self.plaatsen, anderen, plek.vanaf, plek.tot, self.vandaag):
            return
        vastgehouden = self.vandaag + timedelta(days=vast) if naar is S.GERESERVEERD else None
        self.plekken[nummer] = replace(plek, staat=naar, gereserveerd_tot=vastgehouden)

    @rule(n=st.integers(1, 5))
    def de_tijd_gaat_voort(self, n: int) -> None:
        self.vandaag += timedelta(days=n)

    @invariant()
    def nooit_meer_bezet_dan_er_zijn(self) -> None:
        for n in range(45):
            een = self.vandaag + timedelta(days=n)
            assert bezet_op(self.plekken, een, self.vandaag) <= self.plaatsen


TestOpvang = Opvang.TestCase


@pytest.mark.clausule("8.5")
def test_elk_einde_is_een_einde_en_elke_open_staat_kan_verder() -> None:
    for staat in S:
        assert bool(mogelijk(staat, BEIDE)) == (staat in OPEN)
    assert {stap.naar for stap in STAPPEN.values()} | {S.GEVRAAGD, S.VERVALLEN} == set(S)


@pytest.mark.parametrize("daad", D)
def test_alleen_wie_het_aangaat_doet_iets(daad: D) -> None:
    stap = STAPPEN[daad]
    (ander,) = BEIDE - {stap.rol}
    reden = REDENEN[daad][0].value if daad in REDENEN else ""
    assert check_daad(stap.van[0], daad, {stap.rol}, reden=reden) == stap
    with pytest.raises(GeenOvergang) as fout:
        check_daad(stap.van[0], daad, {ander}, reden=reden)
    assert fout.value.zin == ROLZINNEN[stap.rol]
    with pytest.raises(GeenOvergang, match="anders voor"):
        check_daad(S.VERVALLEN, daad, {stap.rol}, reden=reden)


@pytest.mark.parametrize("daad", REDENEN)
def test_een_negatief_einde_vraagt_een_reden(daad: D) -> None:
    stap = STAPPEN[daad]
    with pytest.raises(GeenOvergang, match="Kies een reden"):
        check_daad(stap.van[0], daad, {stap.rol})
    with pytest.raises(GeenOvergang, match="andere reden"):
        check_daad(stap.van[0], daad, {stap.rol}, reden="anders", toelichting=" ")
    check_daad(stap.van[0], daad, {stap.rol}, reden="anders", toelichting="Brand")


def test_elke_reden_heeft_een_zin_en_een_daad() -> None:
    assert set(REDENZINNEN) == set(Plaatsreden)
    assert {reden for redenen in REDENEN.values() for reden in redenen} == set(Plaatsreden)
    assert {daad for daad, stap in STAPPEN.items() if stap.naar not in OPEN} == set(REDENEN)


def test_elke_soort_hoort_bij_een_leefgebied() -> None:
    assert set(LEEFGEBIEDEN_VAN) == set(Voorzieningsoort)
    assert all(LEEFGEBIEDEN_VAN.values())


@pytest.mark.clausule("6.4")
def test_een_ander_volgt_de_vrager_pas_op_als_die_niets_meer_ziet() -> None:
    assert rollen_van(7, 1, 2) == frozenset()
    assert rollen_van(7, 1, 2, vrager_ziet_nog=False) == {R.VRAGER}
    assert rollen_van(1, 1, 1) == BEIDE
    assert rollen_van(None, 1, 2, vrager_ziet_nog=False) == frozenset()


OPVANG = Aanbod(Leefgebied.ONDERDAK, frozenset({"GM0344"}), True, dag(-10), dag(30))


def waarom(aanbod: Aanbod = OPVANG, **anders: object) -> list[str]:
    vraag = {
        "leefgebied": Leefgebied.ONDERDAK,
        "gemeenten": ["GM0202", "GM0344"],
        "vanaf": dag(5),
        "tot": None,
        "op": VANDAAG,
    }
    return list(bezwaren(aanbod, **{**vraag, **anders}))  # type: ignore[arg-type]


def test_waar_een_plek_te_vragen_is() -> None:
    assert waarom() == []
    assert "leefgebied" in waarom(leefgebied=Leefgebied.ZORG)[0]
    assert "gemeente" in waarom(gemeenten=["GM0202"])[0]
    assert "niemand aan" in waarom(replace(OPVANG, is_open=False))[0]
    assert "vandaag of later" in waarom(vanaf=dag(-1))[0]
    assert "voor de eerste" in waarom(tot=dag(4))[0]
    assert "niet op die dag" in waarom(vanaf=dag(31))[0]
    assert is_er(OPVANG, dag(30))
    assert not is_er(OPVANG, dag(-11))


def test_de_tekening_in_de_documentatie_is_de_tabel() -> None:
    assert plaats.BESTAND.read_text(encoding="utf-8") == plaats.pagina()
