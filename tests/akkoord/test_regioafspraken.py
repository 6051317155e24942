"""Regional agreements against the law: what may stand, and what is refused with which reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.grondslagen.register import BIJ, GRONDSLAGEN, PBW_18A, PBW_18B, WGS, WJSG_51C
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode
from richting.akkoord.regioafspraken import (
    BEZWAARZINNEN,
    ONMISBAAR,
    Afspraakdeel,
    Afspraakstand,
    Bezwaar,
    Voorstel,
    gebonden,
    onmisbaar,
    stand,
    toets,
    weg_te_laten,
)
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.woorden import Loketsoort as L
from tests.akkoord.bouwers import ARNHEM, NIEUWEGEIN, RN, UTRECHT, VANDAAG

pytestmark = pytest.mark.clausule("6.6")

GEMEENTE, PI = Partij(L.NAZORG, UTRECHT), Partij(L.CASEMANAGEMENT, NIEUWEGEIN)
PLAN = toegestaan(PBW_18A, L.NAZORG, AANNAMES)


def deel(wie: L = L.NAZORG, zonder: set[C] | None = None, **anders: Any) -> Afspraakdeel:
    """Article 18a without these categories."""
    alles = toegestaan(PBW_18A, wie, AANNAMES)
    velden = {
        "grondslag": PBW_18A.code,
        "loketsoort": wie,
        "categorieen": alles - (zonder or set()),
    }
    return Afspraakdeel(**{**velden, **anders})


def voorstel(**anders: Any) -> Voorstel:
    """The municipality and the prison leave out the network; a test names what differs."""
    basis = Voorstel(
        partijen=(GEMEENTE, PI),
        grondslagen=(PBW_18A.code,),
        doel=PBW_18A.doel,
        delen=(deel(zonder={C.NETWERK}),),
        vanaf=VANDAAG,
    )
    return replace(basis, **anders)


def codes(een: Voorstel, op: date = VANDAAG) -> list[str]:
    return [bezwaar.code for bezwaar in toets(een, op)]


def test_minder_delen_dan_de_wet_toestaat_mag() -> None:
    assert toets(voorstel(), VANDAAG) == ()


def test_alleen_sneller_antwoorden_mag_ook() -> None:
    assert codes(voorstel(delen=(), antwoord_werkdagen=5)) == []


GEVALLEN: dict[str, Voorstel] = {
    "geen_artikel": voorstel(grondslagen=(), delen=()),
    "onbekend_artikel": voorstel(grondslagen=("wpg_18_20",), delen=()),
    "apart": voorstel(grondslagen=(PBW_18A.code, BIJ.code)),
    "ander_doel": voorstel(doel=BIJ.doel),
    "te_weinig": voorstel(partijen=(GEMEENTE, GEMEENTE)),
    "partij": voorstel(partijen=(GEMEENTE, PI, Partij(L.POLITIE, "POLITIE"))),
    "buiten_artikel": voorstel(delen=(deel(grondslag=WGS.code),)),
    "niet_aan_tafel": voorstel(delen=(deel(L.RECLASSERING),)),
    "dubbel": voorstel(delen=(deel(), deel(zonder={C.MOTIVATIE}))),
    "geen_ontvanger": voorstel(
        partijen=(GEMEENTE, Partij(L.PROCESREGIE, "ZVH-UTRECHT")),
        grondslagen=(WGS.code,),
        doel=WGS.doel,
        delen=(deel(grondslag=WGS.code),),
    ),
    "te_ruim": voorstel(delen=(deel(categorieen=PLAN | {C.RISICO}),)),
    "te_smal": voorstel(delen=(deel(zonder={C.SCHULDEN}),)),
    "terugwerkend": voorstel(vanaf=VANDAAG - timedelta(days=1)),
    "dagen": voorstel(tot=VANDAAG),
    "nog_geen_wet": voorstel(vanaf=date(2021, 6, 30)),
    "geen_vragen": voorstel(
        partijen=(GEMEENTE, Partij(L.NAZORG, ARNHEM)),
        grondslagen=(WJSG_51C.code,),
        doel=WJSG_51C.doel,
        delen=(),
        antwoord_werkdagen=3,
    ),
    "te_lang": voorstel(antwoord_werkdagen=AANNAMES.antwoord_werkdagen + 1),
}


@pytest.mark.clausule("6.4")
@pytest.mark.parametrize("code", GEVALLEN)
def test_ruimer_dan_de_wet_wordt_geweigerd_met_de_reden(code: str) -> None:
    op = date(2021, 1, 1) if code == "nog_geen_wet" else VANDAAG
    assert codes(GEVALLEN[code], op) == [code]


def test_elke_reden_om_te_weigeren_heeft_hier_een_geval() -> None:
    """No law in the register has an end yet, so `wet_eindigt` waits for one."""
    assert {*GEVALLEN, "wet_eindigt"} == set(BEZWAARZINNEN)
    assert not any(wet.geldig_tot for wet in GRONDSLAGEN)


def test_een_wet_die_eindigt_neemt_de_afspraak_mee(monkeypatch: pytest.MonkeyPatch) -> None:
    from richting.akkoord import regioafspraken

    einde = date(2027, 7, 1)
    wet = replace(PBW_18A, geldig_tot=einde)
    monkeypatch.setattr(regioafspraken, "_OP_CODE", {wet.code: wet})
    verwacht = (Bezwaar("wet_eindigt", artikel=wet.artikel, dag=einde),)
    assert toets(voorstel(), VANDAAG) == verwacht
    assert toets(voorstel(tot=einde), VANDAAG) == ()


def test_de_weigering_zegt_van_welk_loket_en_welke_gegevens() -> None:
    (bezwaar,) = toets(GEVALLEN["te_ruim"], VANDAAG)
    assert (bezwaar.artikel, bezwaar.wie, bezwaar.wat) == (
        PBW_18A.artikel,
        L.NAZORG,
        frozenset({C.RISICO}),
    )


def test_alle_redenen_komen_tegelijk() -> None:
    slecht = voorstel(doel="iets anders", vanaf=VANDAAG - timedelta(days=9), antwoord_werkdagen=0)
    assert codes(slecht) == ["ander_doel", "terugwerkend", "te_lang"]


@pytest.mark.clausule("6.3", "6.5")
@pytest.mark.parametrize("wet", [PBW_18B, BIJ, WJSG_51C])
def test_van_een_gesloten_deel_en_van_begin_en_einde_valt_niets_weg_te_laten(wet: Any) -> None:
    for ontvanger in wet.ontvangers:
        assert weg_te_laten(wet, ontvanger.loketsoort) == frozenset()


@pytest.mark.clausule("5.4", "8.2")
def test_de_vijf_basisvoorwaarden_en_het_plan_blijven_altijd_gedeeld() -> None:
    vast = {C.ONDERDAK, C.INKOMEN, C.SCHULDEN, C.IDENTITEIT, C.ZORG, C.PLAN, C.VERBLIJF}
    for ontvanger in PBW_18A.ontvangers:
        assert vast <= onmisbaar(PBW_18A, ontvanger.loketsoort)


def test_wat_onmisbaar_is_geeft_de_wet_ook() -> None:
    wetten = {wet.code: wet for wet in GRONDSLAGEN}
    for (code, wie), soorten in ONMISBAAR.items():
        assert soorten <= wetten[code].ontvanger(wie).categorieen


def test_een_aanname_die_minder_geeft_maakt_de_afspraak_smaller() -> None:
    zuinig = replace(AANNAMES, netwerk_motivatie_in_plan=False)
    volledig = voorstel(delen=(deel(),))
    assert toets(volledig, VANDAAG) == ()
    assert [b.wat for b in toets(volledig, VANDAAG, zuinig)] == [{C.NETWERK, C.MOTIVATIE}]


NU, STRAKS = Periode(VANDAAG), Periode(VANDAAG + timedelta(days=5))
KORT, DAARNA = Periode(VANDAAG, VANDAAG + timedelta(days=3)), VANDAAG + timedelta(days=3)
EINDE = VANDAAG + timedelta(days=9)
STANDEN = [
    ((), 2, None, VANDAAG, Afspraakstand.VOORGESTELD),
    ((NU,), 1, None, VANDAAG, Afspraakstand.VOORGESTELD),
    ((NU, NU), 0, None, VANDAAG, Afspraakstand.GELDT),
    ((NU, STRAKS), 0, None, VANDAAG, Afspraakstand.KOMT),
    ((NU, KORT), 0, None, DAARNA, Afspraakstand.BEEINDIGD),
    ((NU, KORT), 1, None, DAARNA, Afspraakstand.VOORGESTELD),
    ((NU, NU), 0, EINDE, EINDE, Afspraakstand.BEEINDIGD),
]


@pytest.mark.parametrize(("bindingen", "wachtend", "tot", "op", "verwacht"), STANDEN)
def test_de_stand_van_een_afspraak_op_een_dag(
    bindingen: tuple[Periode, ...],
    wachtend: int,
    tot: date | None,
    op: date,
    verwacht: Afspraakstand,
) -> None:
    assert stand(bindingen, wachtend, VANDAAG, tot, op, ingetrokken=False) is verwacht
    weg = stand(bindingen, wachtend, VANDAAG, tot, op, ingetrokken=True)
    assert weg is Afspraakstand.INGETROKKEN


def test_wie_niet_bevestigt_is_niet_gebonden() -> None:
    assert gebonden(VANDAAG, None, None, None) is None


def test_een_partij_is_gebonden_van_haar_ja_tot_haar_opzegging() -> None:
    later, einde = VANDAAG + timedelta(days=4), VANDAAG + timedelta(days=30)
    assert gebonden(VANDAAG, None, later, None) == Periode(later)
    assert gebonden(later, einde, VANDAAG, None) == Periode(later, einde)
    assert gebonden(VANDAAG, einde, VANDAAG, later) == Periode(VANDAAG, later)
    assert gebonden(later, None, VANDAAG, later) is None


def test_de_reclassering_houdt_wat_bij_haar_eigen_taak_hoort() -> None:
    een = voorstel(
        partijen=(GEMEENTE, Partij(L.RECLASSERING, RN)),
        delen=(deel(L.RECLASSERING, {C.TOEZICHT}),),
    )
    assert codes(een) == ["te_smal"]
