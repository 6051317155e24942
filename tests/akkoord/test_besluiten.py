"""The rules of decisions that touch others: whom, by when, and when one stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.besluiten import (
    LOPEND,
    OVERGANGEN,
    Besluitdaad,
    Besluitmening,
    Besluitrol,
    Besluitstaat,
    Besluitstand,
    GeenBesluitovergang,
    Gehoord,
    check_daad,
    daad_van,
    definitief_vanaf,
    hoort_nog,
    kan_definitief,
    mag_daad,
    onbesproken,
    reactie_voor,
)
from richting.akkoord.feiten import Feiten
from richting.akkoord.geraakten import (
    PLANDELEN,
    REDENZINNEN,
    REGELS,
    Bereik,
    Besluitregel,
    Besluitsoort,
    Besluitvraag,
    Raakreden,
    geraakten,
    mag_beslissen,
    opvolger,
    regel_voor_besluit,
)
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.kalender import is_werkdag
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.woorden import Loketsoort as L
from tests.akkoord.strategieen import GEMEENTEN, data, feiten
from tools.besluit import BESTAND, pagina

OP = date(2026, 11, 23)
NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
momenten = st.integers(0, 60 * 24).map(lambda uren: NU + timedelta(hours=uren - 500))


@st.composite
def gehoorden(draw: st.DrawFn) -> Gehoord:
    mening = draw(st.none() | st.sampled_from(Besluitmening))
    dag = draw(st.dates(date(2026, 11, 1), date(2026, 12, 31)))
    return Gehoord(dag, mening, draw(momenten) if mening else None)


@st.composite
def standen(draw: st.DrawFn) -> Besluitstand:
    return Besluitstand(
        draw(st.sampled_from(Besluitstaat)),
        draw(st.booleans()),
        tuple(draw(st.lists(gehoorden(), max_size=4))),
        draw(st.none() | momenten),
    )


@st.composite
def vragen(draw: st.DrawFn) -> Besluitvraag:
    regel = draw(st.sampled_from(REGELS))
    partijen = st.builds(Partij, st.sampled_from(sorted(L)), st.sampled_from(GEMEENTEN))
    return Besluitvraag(
        regel.soort,
        draw(st.sampled_from(regel.categorieen)),
        draw(partijen),
        draw(data),
        draw(st.frozensets(partijen, max_size=3)),
        draw(st.none() | partijen),
        draw(st.dictionaries(st.sampled_from(Regietaak), partijen)),
    )


@pytest.mark.clausule("5.3", "6.4")
@given(feiten(), vragen())
def test_wie_geraakt_is_heeft_een_grond_of_staat_als_onbereikbaar(
    stay: Feiten, vraag: Besluitvraag
) -> None:
    alle = gronden(stay)
    gevonden = geraakten(vraag, stay, alle)
    for een in gevonden:
        grond = any(
            g.partij == een.partij and vraag.categorie in g.categorieen and is_geldig(g, vraag.op)
            for g in alle
        )
        assert (een.bereik is Bereik.VRAAGBAAR) == grond
        assert een.partij.loketsoort in PLANPARTIJEN
        assert een.partij != vraag.door
        assert set(een.redenen) <= regel_voor_besluit(vraag.soort).raakt
    assert len({een.partij for een in gevonden}) == len(gevonden)


@pytest.mark.clausule("6.3", "6.5")
@given(feiten(), vragen())
def test_burgemeester_om_en_politie_doen_nooit_mee(stay: Feiten, vraag: Besluitvraag) -> None:
    """Nor does a mark for article 18b or the BIJ change who is touched."""
    zonder = replace(stay, risico_18b_vanaf=None, risico_18b_tot=None, veroordeling=None)
    assert geraakten(vraag, stay, gronden(stay)) == geraakten(vraag, zonder, gronden(zonder))


@pytest.mark.clausule("5.3")
@given(standen(), st.dates(date(2026, 11, 1), date(2026, 12, 31)), st.text(max_size=3))
def test_definitief_nooit_voor_iedereen_reageerde_of_de_termijn_voorbij_is(
    stand: Besluitstand, op: date, reden: str
) -> None:
    if kan_definitief(stand, op, reden).waarde:
        assert stand.staat in LOPEND
        for gehoord in stand.gehoord:
            assert gehoord.mening is not None or gehoord.uiterlijk < op
            if gehoord.mening is Besluitmening.BEZWAAR:
                assert gehoord.op is not None
                assert stand.overleg_op is not None
                assert gehoord.op <= stand.overleg_op
                assert reden.strip()


@given(standen(), st.dates(date(2026, 11, 1), date(2026, 12, 31)))
def test_vanaf_wanneer_het_kan_klopt_met_of_het_kan(stand: Besluitstand, op: date) -> None:
    vanaf = definitief_vanaf(stand)
    if vanaf is not None and op >= vanaf:
        assert kan_definitief(stand, op, "Toch").waarde


@pytest.mark.clausule("5.3")
@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(-5, 60))
def test_een_reactie_komt_voor_het_besluit_ingaat_en_nooit_te_vroeg(op: date, over: int) -> None:
    ingang = op + timedelta(days=over)
    uiterlijk = reactie_voor(op, ingang)
    assert uiterlijk >= op
    if over > 0:
        assert uiterlijk < ingang
    if over > 30:
        assert is_werkdag(uiterlijk)
    assert reactie_voor(op, ingang, spoed=True) >= uiterlijk


def stand(*gehoord: Gehoord, staat: Besluitstaat = Besluitstaat.VOORGENOMEN) -> Besluitstand:
    return Besluitstand(staat, False, gehoord)


def test_de_laatste_dag_om_te_reageren_telt_nog_mee() -> None:
    een = stand(Gehoord(OP))
    assert not kan_definitief(een, OP).waarde
    assert kan_definitief(een, OP + timedelta(days=1)).waarde
    assert definitief_vanaf(een) == OP + timedelta(days=1)


def test_een_bezwaar_na_het_overleg_houdt_weer_tegen() -> None:
    eerst = Gehoord(OP, Besluitmening.BEZWAAR, NU)
    besproken = replace(stand(eerst), overleg_op=NU + timedelta(hours=1))
    assert not onbesproken(besproken)
    later = replace(eerst, op=NU + timedelta(hours=2))
    assert onbesproken(replace(besproken, gehoord=(later,))) == (later,)


def test_wie_het_laatste_bezwaar_laat_vallen_geeft_het_vrij() -> None:
    mijn = Gehoord(OP, Besluitmening.BEZWAAR, NU)
    ander = Gehoord(OP + timedelta(days=1), Besluitmening.BEZWAAR, NU)
    alleen = stand(mijn, staat=Besluitstaat.AANGEHOUDEN)
    samen = stand(mijn, ander, staat=Besluitstaat.AANGEHOUDEN)
    assert daad_van(Besluitmening.AKKOORD, alleen, mijn) is Besluitdaad.BEZWAAR_LATEN_VALLEN
    assert daad_van(Besluitmening.AKKOORD, samen, mijn) is Besluitdaad.REAGEREN


def test_alleen_een_spoedbesluit_wordt_achteraf_gehoord() -> None:
    vast = stand(Gehoord(OP), staat=Besluitstaat.DEFINITIEF)
    assert not hoort_nog(vast)
    assert hoort_nog(replace(vast, spoed=True))
    with pytest.raises(GeenBesluitovergang):
        check_daad(vast, Besluitdaad.REAGEREN, {Besluitrol.GERAAKT})


@given(standen(), st.sampled_from(Besluitdaad), st.frozensets(st.sampled_from(Besluitrol)))
def test_niets_kan_buiten_de_tabel(
    een: Besluitstand, daad: Besluitdaad, rollen: frozenset[Besluitrol]
) -> None:
    rijen = [o for o in OVERGANGEN if (o.van, o.daad) == (een.staat, daad) and o.rol in rollen]
    if mag_daad(een, daad, rollen):
        assert check_daad(een, daad, rollen) is rijen[0].naar


def test_elke_soort_en_elke_reden_staat_in_de_tabel() -> None:
    assert [regel.soort for regel in REGELS] == list(Besluitsoort)
    assert set(REDENZINNEN) == set(Raakreden)
    for regel in REGELS:
        assert set(regel.categorieen) <= set(PLANDELEN)
        assert C.VERBLIJF not in regel.categorieen
        assert regel.door <= PLANPARTIJEN
        assert bool(regel.naar) == (Raakreden.ONTVANGER in regel.raakt)
    assert {daad for daad in Besluitdaad} == {o.daad for o in OVERGANGEN}
    assert mag_beslissen(Besluitsoort.VERLOF, L.CASEMANAGEMENT)
    assert not mag_beslissen(Besluitsoort.VERLOF, L.NAZORG)


def test_het_plaatje_komt_uit_de_tabel() -> None:
    """`python -m tools.besluit` makes it again."""
    assert BESTAND.read_text(encoding="utf-8") == pagina()


@pytest.mark.clausule("5.3")
@given(
    st.sampled_from(REGELS),
    st.sampled_from(sorted(L)),
    st.dictionaries(st.integers(1, 99), st.sampled_from(sorted(L)), max_size=6),
)
def test_een_beslisser_heeft_een_opvolger_die_zelf_mag_beslissen(
    regel: Besluitregel, soort: L, loketten: dict[int, L]
) -> None:
    """The same kind of desk goes first."""
    gevonden = opvolger(regel.soort, soort, [(van, nummer) for nummer, van in loketten.items()])
    mogen = {van for van in loketten.values() if van in regel.door}
    assert (gevonden is None) == (not mogen)
    if gevonden is not None:
        assert loketten[gevonden] == (soort if soort in mogen else loketten[gevonden])
        assert loketten[gevonden] in mogen
