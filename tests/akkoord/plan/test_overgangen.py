"""What may be done with an action, by whom and why: the table, and what holds for any course."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import aangepast
from richting.akkoord.plan.overgangen import (
    BEGINSTATEN,
    EERSTE,
    EIGEN_BEGIN,
    GEEINDIGD,
    NEGATIEF,
    OPEN,
    OVERGANGEN,
    REDENEN,
    REDENZINNEN,
    ROLZINNEN,
    Daad,
    GeenOvergang,
    Reden,
    Rol,
    antwoord_voor,
    check_overgang,
    mag_overgang,
    mag_wijzigen,
    mogelijk,
    rollen,
)
from richting.akkoord.plan.woorden import Actiestaat as S
from tools import actie

VANDAAG = date(2026, 11, 23)
IK, VRAGER, OPVOLGER = Rol.VERANTWOORDELIJK, Rol.VRAGER, Rol.OPVOLGER
staten, daden = st.sampled_from(S), st.sampled_from(Daad)
rolverzamelingen = st.frozensets(st.sampled_from(Rol))
pytestmark = pytest.mark.clausule("4.3", "8.5")


def probeer(van: S, daad: Daad, rol: Rol, **anders: object) -> S:
    """Do it with everything that is needed for it."""
    nodig: dict[str, object] = {"reden": "", "tot": VANDAAG, "op": VANDAAG}
    if daad in REDENEN:
        nodig["reden"] = REDENEN[daad][0].value
    return check_overgang(van, daad, {rol}, **{**nodig, **anders}).naar  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("van", "daad", "rol", "naar"),
    [
        (S.GEVRAAGD, Daad.AANVAARDEN, IK, S.AFGESPROKEN),
        (S.GEVRAAGD, Daad.WEIGEREN, IK, S.GEWEIGERD),
        (S.GEVRAAGD, Daad.INTREKKEN, VRAGER, S.INGETROKKEN),
        (S.AFGESPROKEN, Daad.BEGINNEN, IK, S.BEZIG),
        (S.BEZIG, Daad.AFRONDEN, IK, S.GEDAAN),
        (S.BEZIG, Daad.UITSTELLEN, IK, S.UITGESTELD),
        (S.UITGESTELD, Daad.UITSTELLEN, IK, S.UITGESTELD),
        (S.UITGESTELD, Daad.BEGINNEN, IK, S.BEZIG),
        (S.BEZIG, Daad.STOPPEN, IK, S.GESTOPT),
        (S.AFGESPROKEN, Daad.ONMOGELIJK, IK, S.ONMOGELIJK),
        (S.GESTOPT, Daad.HEROPENEN, IK, S.BEZIG),
        (S.GEVRAAGD, Daad.OVERNEMEN, OPVOLGER, S.AFGESPROKEN),
    ],
)
def test_de_gang_van_een_actie(van, daad, rol, naar):
    assert probeer(van, daad, rol) is naar


@pytest.mark.parametrize(
    ("van", "daad", "rol", "zin"),
    [
        (S.GEVRAAGD, Daad.AFRONDEN, IK, "Dit kan niet meer: de actie staat er nu anders voor."),
        (S.GEVRAAGD, Daad.AANVAARDEN, VRAGER, ROLZINNEN[IK]),
        (S.GEVRAAGD, Daad.INTREKKEN, IK, ROLZINNEN[VRAGER]),
        (S.BEZIG, Daad.STOPPEN, VRAGER, ROLZINNEN[IK]),
        (S.BEZIG, Daad.OVERNEMEN, VRAGER, ROLZINNEN[OPVOLGER]),
        (S.GEWEIGERD, Daad.HEROPENEN, IK, "Dit kan niet meer: de actie staat er nu anders voor."),
    ],
)
def test_wat_niet_kan_zegt_waarom(van, daad, rol, zin):
    with pytest.raises(GeenOvergang) as fout:
        probeer(van, daad, rol)
    assert fout.value.zin == zin


@pytest.mark.clausule("5.4")
def test_weigeren_vraagt_een_reden_uit_de_eigen_lijst():
    for reden in ("", "bestaat_niet", Reden.VERGISSING.value):
        with pytest.raises(GeenOvergang, match="Kies een reden"):
            probeer(S.GEVRAAGD, Daad.WEIGEREN, IK, reden=reden)
    assert probeer(S.GEVRAAGD, Daad.WEIGEREN, IK, reden=Reden.GEEN_PLEK.value) is S.GEWEIGERD


def test_een_andere_reden_moet_erbij_staan():
    with pytest.raises(GeenOvergang, match="Schrijf op"):
        probeer(S.BEZIG, Daad.STOPPEN, IK, reden="anders", toelichting="  ")
    assert probeer(S.BEZIG, Daad.STOPPEN, IK, reden="anders", toelichting="zie brief") is S.GESTOPT


@pytest.mark.parametrize("tot", [None, VANDAAG - timedelta(days=1)])
def test_uitstellen_vraagt_een_dag_die_nog_komt(tot):
    with pytest.raises(GeenOvergang, match="Kies een nieuwe dag"):
        probeer(S.BEZIG, Daad.UITSTELLEN, IK, tot=tot)


def test_uitstellen_is_naar_een_latere_dag():
    zus, later = VANDAAG + timedelta(days=9), VANDAAG + timedelta(days=10)
    with pytest.raises(GeenOvergang, match="na de laatste dag"):
        probeer(S.BEZIG, Daad.UITSTELLEN, IK, tot=zus, uiterlijk=zus)
    assert probeer(S.BEZIG, Daad.UITSTELLEN, IK, tot=later, uiterlijk=zus) is S.UITGESTELD


def test_de_negatieve_eindes_uit_de_praktijk_hebben_elk_hun_reden():
    nodig = {
        Reden.WIL_NIET,
        Reden.NIET_VERSCHENEN,
        Reden.GEEN_PLEK,
        Reden.NIET_TOEGELATEN,
        Reden.EERDER_VRIJ,
        Reden.OVERGEPLAATST,
        Reden.VERHUISD,
        Reden.OVERLEDEN,
        Reden.NIET_MEER_NODIG,
    }
    eindes = (Daad.WEIGEREN, Daad.INTREKKEN, Daad.STOPPEN, Daad.ONMOGELIJK)
    assert nodig <= {reden for daad in eindes for reden in REDENEN[daad]}


def test_elk_lid_staat_in_de_tabel_die_het_gebruikt():
    assert set(REDENZINNEN) == set(Reden)
    assert set(ROLZINNEN) == set(Rol)
    assert {reden for lijst in REDENEN.values() for reden in lijst} == set(Reden)
    assert {o.daad for o in OVERGANGEN} == set(Daad) == set(EERSTE)
    assert set(OPEN) | set(GEEINDIGD) == set(S)
    assert set(OPEN) & set(GEEINDIGD) == set()
    assert set(NEGATIEF) == set(GEEINDIGD) - {S.GEDAAN, S.NIET_NODIG}


def test_een_daad_leidt_altijd_naar_dezelfde_staat_en_hoort_bij_een_rol():
    assert len({(o.van, o.daad) for o in OVERGANGEN}) == len(OVERGANGEN)
    for daad in Daad:
        rijen = [o for o in OVERGANGEN if o.daad is daad]
        assert len({(o.naar, o.rol) for o in rijen}) == 1


def test_elke_staat_is_te_bereiken_en_elke_open_staat_komt_tot_een_einde():
    bereikt = set(BEGINSTATEN)
    for _stap in S:
        bereikt |= {o.naar for o in OVERGANGEN if o.van in bereikt}
    assert bereikt == set(S)
    for open_ in OPEN:
        assert {o.naar for o in OVERGANGEN if o.van is open_} & set(GEEINDIGD)


@given(staten, daden, rolverzamelingen)
def test_wat_mag_is_precies_wat_de_tabel_geeft(van, daad, eigen):
    in_tabel = {o.daad for o in mogelijk(van, eigen)}
    assert mag_overgang(van, daad, eigen) is (daad in in_tabel)


@given(st.lists(st.tuples(daden, rolverzamelingen), max_size=30), st.sampled_from(BEGINSTATEN))
def test_geen_reeks_daden_maakt_van_een_nee_een_ja(reeks, staat):
    """Declined and withdrawn stay so; what ended otherwise only goes on by opening it again."""
    for daad, eigen in reeks:
        if not mag_overgang(staat, daad, eigen):
            continue
        rol = next(iter(sorted(eigen & {o.rol for o in mogelijk(staat, eigen) if o.daad is daad})))
        nieuw = probeer(staat, daad, rol)
        assert staat not in (S.GEWEIGERD, S.INGETROKKEN)
        if staat in GEEINDIGD:
            assert daad is Daad.HEROPENEN
        staat = nieuw


@given(rolverzamelingen)
def test_zonder_rol_kan_niets(eigen):
    for van in S:
        assert mogelijk(van, ()) == ()
        if eigen == {VRAGER}:
            assert {o.daad for o in mogelijk(van, eigen)} <= {Daad.INTREKKEN}


@pytest.mark.parametrize(
    ("loket", "verantwoordelijk", "vrager", "ziet_nog", "uit"),
    [
        (1, 1, None, True, {IK}),
        (2, 1, 2, True, {VRAGER}),
        (1, 1, 1, True, {IK, VRAGER}),
        (3, 1, 2, True, set()),
        (3, 1, 2, False, {OPVOLGER}),
        (2, 1, 2, False, {VRAGER, OPVOLGER}),
        (1, 1, 2, False, {IK}),
        (None, 1, None, True, set()),
    ],
)
def test_wat_een_loket_is_voor_een_actie(loket, verantwoordelijk, vrager, ziet_nog, uit):
    assert rollen(loket, verantwoordelijk, vrager, ziet_nog=ziet_nog) == uit


@pytest.mark.parametrize("staat", S)
def test_wie_de_tekst_mag_veranderen(staat):
    assert mag_wijzigen(staat, {VRAGER}) is (staat is S.GEVRAAGD)
    assert mag_wijzigen(staat, {IK}) is (staat in OPEN and staat is not S.GEVRAAGD)
    assert not mag_wijzigen(staat, {OPVOLGER})


@pytest.mark.clausule("5.4")
@pytest.mark.parametrize(
    ("uiterlijk", "antwoord"),
    [
        (None, date(2026, 12, 7)),
        (date(2026, 12, 31), date(2026, 12, 7)),
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 1), VANDAAG),
    ],
)
def test_het_antwoord_komt_binnen_de_termijn_en_voor_de_actie_klaar_moet_zijn(uiterlijk, antwoord):
    assert antwoord_voor(VANDAAG, uiterlijk) == antwoord


def test_een_regio_kan_een_andere_antwoordtermijn_afspreken():
    assert antwoord_voor(VANDAAG, None, aangepast({"antwoord_werkdagen": 1})) == date(2026, 11, 24)


def test_met_een_eigen_begin_wordt_niets_gevraagd():
    assert S.GEVRAAGD not in EIGEN_BEGIN


def test_de_pagina_over_de_gang_van_een_actie_is_bij():
    assert actie.BESTAND.read_text(encoding="utf-8") == actie.pagina(), "python -m tools.actie"
