"""Who must be told, and by when; and who hears only that a dossier is not theirs any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import aangepast
from richting.akkoord.feiten import Veroordeling, Verwachting
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.meldingen import (
    IEDEREEN,
    MELDREGELS,
    PLANPARTIJEN,
    Meldplicht,
    verliezers,
    verplicht,
)
from richting.akkoord.meldregels_bij import BIJREGELS
from richting.akkoord.partij import Partij
from richting.akkoord.plan.voorzieningen import HOUDERS
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from tests.akkoord.bouwers import (
    ARNHEM,
    BEGIN,
    NIEUWEGEIN,
    RN,
    UTRECHT,
    VUGHT,
    dag,
    ingezetene,
    persoon,
    plaats,
    verbleef,
    verblijf,
)
from tests.akkoord.strategieen import feiten as alle_feiten

L = Loketsoort
ANNA = Partij(L.NAZORG, UTRECHT)
BRAM = Partij(L.CASEMANAGEMENT, NIEUWEGEIN)
CATO = Partij(L.RECLASSERING, RN)
DIRK = Partij(L.OPENBARE_ORDE, UTRECHT)
EVA = Partij(L.NAZORG, ARNHEM)
DINSDAG, WOENSDAG = date(2026, 6, 2), date(2026, 6, 3)
VRIJDAG, MAANDAG = date(2026, 6, 5), date(2026, 6, 8)
GEWOON = verblijf(reclassering=RN)
VOL = replace(
    GEWOON,
    risico_18b_vanaf=BEGIN,
    veroordeling=Veroordeling(("Sr 287",), True, 48),
    veiligheidshuis="ZVH-UTRECHT",
    veiligheidshuis_vanaf=BEGIN,
)


def meld(feit: Feitsoort, feiten=GEWOON, feitdatum=BEGIN, ontvangen=DINSDAG, **anders):
    """The duties after a change, by party."""
    plichten = verplicht(feit, feiten, feitdatum, ontvangen, gronden(feiten), **anders)
    return {plicht.partij: plicht for plicht in plichten}


def test_elke_feitsoort_heeft_een_regel():
    assert {regel.feit for regel in MELDREGELS} == set(Feitsoort)
    assert len(MELDREGELS) == len(Feitsoort)
    assert all(regel.zin.endswith(".") for regel in MELDREGELS)


@pytest.mark.clausule("5.4", "6.1")
def test_het_begin_komt_bij_de_driehoek_binnen_een_werkdag():
    plichten = meld(Feitsoort.VERBLIJF_BEGONNEN)
    assert set(plichten) == {ANNA, BRAM, CATO}
    assert {p.uiterlijk for p in plichten.values()} == {WOENSDAG}
    assert {p.zin for p in plichten.values()} == {"Het verblijf is begonnen."}


def test_het_weekend_telt_niet():
    assert meld(Feitsoort.VERBLIJF_BEGONNEN, ontvangen=VRIJDAG)[ANNA].uiterlijk == MAANDAG


def test_een_regio_kan_meer_werkdagen_nemen():
    ruim = aangepast({"melden_werkdagen": 3})
    assert meld(Feitsoort.VERBLIJF_BEGONNEN, aannames=ruim)[ANNA].uiterlijk == VRIJDAG


@pytest.mark.clausule("3.3", "5.4")
@pytest.mark.parametrize("einde", [None, MAANDAG, dag(28)])
def test_een_kort_verblijf_wordt_dezelfde_dag_gemeld(einde):
    feiten = replace(GEWOON, verwacht_einde=Verwachting(einde))
    assert meld(Feitsoort.VERBLIJF_BEGONNEN, feiten, ontvangen=VRIJDAG)[ANNA].uiterlijk == VRIJDAG


@pytest.mark.clausule("3.3")
def test_wie_elke_dag_vrij_kan_komen_wordt_dezelfde_dag_gemeld():
    feiten = replace(GEWOON, verwacht_einde=Verwachting())
    assert meld(Feitsoort.EINDE_ONBEKEND, feiten, ontvangen=VRIJDAG)[ANNA].uiterlijk == VRIJDAG
    regulier = aangepast({"onbekend_einde_is_kort": False})
    plichten = meld(Feitsoort.EINDE_ONBEKEND, feiten, ontvangen=VRIJDAG, aannames=regulier)
    assert plichten[ANNA].uiterlijk == MAANDAG


@pytest.mark.clausule("5.4")
def test_de_melding_noemt_clausule_en_artikel():
    bronnen = [str(bron) for bron in meld(Feitsoort.VERBLIJF_BEGONNEN)[ANNA].bronnen]
    assert bronnen == ["clausule 5.4", "artikel Pbw art. 18a", "artikel Wjsg art. 51c lid 2"]


@pytest.mark.clausule("6.3")
def test_een_melding_over_het_plan_verraadt_het_risico_niet():
    bronnen = [str(bron) for bron in meld(Feitsoort.OVERGEPLAATST, VOL)[BRAM].bronnen]
    assert bronnen == ["clausule 5.4", "artikel Pbw art. 18a"]


@pytest.mark.parametrize("feit", [Feitsoort.VERTROKKEN, Feitsoort.ONTVLUCHT, Feitsoort.OVERLEDEN])
def test_wat_spoed_heeft_is_dezelfde_dag_gemeld(feit):
    assert meld(feit)[ANNA].uiterlijk == DINSDAG
    assert meld(feit, aannames=aangepast({"spoed_werkdagen": 1}))[ANNA].uiterlijk == WOENSDAG


@pytest.mark.clausule("5.4")
@pytest.mark.parametrize(
    ("einde", "uiterlijk"),
    [
        (date(2026, 9, 1), MAANDAG),
        (MAANDAG, MAANDAG),
        (date(2026, 6, 6), date(2026, 6, 6)),
        (VRIJDAG, VRIJDAG),
        (DINSDAG, VRIJDAG),
    ],
)
def test_een_nieuw_einde_wordt_gemeld_voor_het_er_is(einde, uiterlijk):
    feiten = replace(GEWOON, verwacht_einde=Verwachting(einde))
    plicht = meld(Feitsoort.EINDE_GEWIJZIGD, feiten, ontvangen=VRIJDAG)[ANNA]
    assert plicht.uiterlijk == uiterlijk


@pytest.mark.clausule("3.5", "5.4")
@pytest.mark.parametrize("feit", [Feitsoort.VERLOF, Feitsoort.BUITEN_GEPLAATST])
@pytest.mark.parametrize(
    ("feitdatum", "uiterlijk"),
    [
        (BEGIN, VRIJDAG),
        (VRIJDAG, VRIJDAG),
        (date(2026, 6, 6), date(2026, 6, 6)),
        (dag(90), MAANDAG),
    ],
)
def test_wie_naar_buiten_gaat_wordt_gemeld_voor_het_zover_is(feit, feitdatum, uiterlijk):
    assert meld(feit, feitdatum=feitdatum, ontvangen=VRIJDAG)[ANNA].uiterlijk == uiterlijk


def test_een_overplaatsing_van_vandaag_mag_morgen_gemeld():
    plichten = meld(Feitsoort.OVERGEPLAATST, feitdatum=VRIJDAG, ontvangen=VRIJDAG)
    assert plichten[ANNA].uiterlijk == MAANDAG


def test_een_overplaatsing_van_morgen_wordt_ervoor_gemeld():
    morgen = date(2026, 6, 6)
    plichten = meld(Feitsoort.OVERGEPLAATST, feitdatum=morgen, ontvangen=VRIJDAG)
    assert plichten[ANNA].uiterlijk == morgen


AAN_HET_PLAN = {
    Feitsoort.VERBLIJF_BEGONNEN,
    Feitsoort.VERBLIJF_AANGEKONDIGD,
    Feitsoort.OVERGEPLAATST,
    Feitsoort.TOEZICHT_GEWIJZIGD,
    Feitsoort.ACTIE_GEVRAAGD,
    Feitsoort.ACTIE_BEANTWOORD,
    Feitsoort.ACTIE_GEEINDIGD,
    Feitsoort.PLAATS_BEANTWOORD,
    Feitsoort.OVERLEG_UITNODIGING,
    Feitsoort.OVERLEG_GEWIJZIGD,
    Feitsoort.OVERLEG_AFSPRAAK,
    Feitsoort.PLAATS_GEEINDIGD,
    Feitsoort.TERUGGEMELD,
    Feitsoort.TERUGMELDING_BEANTWOORD,
    Feitsoort.REGIE_OVERGENOMEN,
    Feitsoort.OVERDRACHT_AANGEBODEN,
    Feitsoort.OVERDRACHT_BEANTWOORD,
    Feitsoort.REGIE_VAN_RECHTSWEGE,
    Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
    Feitsoort.BESLUIT_VOORGENOMEN,
    Feitsoort.BESLUIT_REACTIE,
    Feitsoort.BESLUIT_GEWIJZIGD,
    Feitsoort.BESLUIT_DEFINITIEF,
    Feitsoort.BESLUIT_INGETROKKEN,
    Feitsoort.SPOEDBESLUIT,
    Feitsoort.STAP_VOORGENOMEN,
    Feitsoort.STAP_GEWIJZIGD,
    Feitsoort.PLAN_VASTGESTELD,
}
AAN_DE_GEMEENTE = {
    Feitsoort.VERZOEK_GEDAAN,
    Feitsoort.VERZOEK_BEANTWOORD,
    Feitsoort.INBRENG_GEVRAAGD,
}
AAN_NIEMAND = {Feitsoort.INGETROKKEN, Feitsoort.NIET_MEER_VAN_U}


@pytest.mark.clausule("5.4")
@pytest.mark.parametrize("regel", MELDREGELS, ids=lambda regel: regel.feit)
def test_wie_van_welk_feit_hoort(regel):
    if regel.feit in AAN_NIEMAND:
        assert regel.aan == frozenset()
    elif regel.feit in AAN_HET_PLAN:
        assert regel.aan == PLANPARTIJEN
    elif regel.feit in AAN_DE_GEMEENTE:
        assert regel.aan == {L.NAZORG}
    elif regel.feit == Feitsoort.PLAATS_GEVRAAGD:
        assert regel.aan == HOUDERS
    elif regel.feit == Feitsoort.INBRENG_GEGEVEN:
        assert regel.aan == {L.RECLASSERING}
    elif regel in BIJREGELS:
        assert (regel.aan, regel.categorie) == ({L.OPENBARE_ORDE}, Gegevenscategorie.BIJ)
    elif regel.feit == Feitsoort.GEMEENTE_GEWIJZIGD:
        assert regel.aan == PLANPARTIJEN | {L.OPENBARE_ORDE}
    else:
        assert regel.aan == IEDEREEN


def test_de_veiligheidstafel_hoort_van_vertrek_maar_niet_van_overplaatsing():
    soorten = {p.loketsoort for p in meld(Feitsoort.VERTROKKEN, VOL)}
    assert soorten == IEDEREEN - {L.FORENSISCH}
    soorten = {p.loketsoort for p in meld(Feitsoort.OVERGEPLAATST, VOL)}
    assert soorten == PLANPARTIJEN - {L.FORENSISCH}


@pytest.mark.clausule("3.9")
def test_toezicht_wordt_gemeld_aan_wie_het_toezicht_mag_zien():
    assert set(meld(Feitsoort.TOEZICHT_GEWIJZIGD, VOL)) == {
        ANNA,
        BRAM,
        CATO,
        Partij(L.PROCESREGIE, "ZVH-UTRECHT"),
    }
    smal = aangepast({"toezicht_naar_gemeente": False})
    plichten = verplicht(
        Feitsoort.TOEZICHT_GEWIJZIGD, GEWOON, BEGIN, DINSDAG, gronden(GEWOON, smal)
    )
    assert {p.partij for p in plichten} == {BRAM, CATO}


@pytest.mark.clausule("6.4")
def test_wie_zijn_grond_verloor_hoort_alleen_dat():
    plichten = meld(Feitsoort.GEMEENTE_GEWIJZIGD, verloren=frozenset({EVA}))
    assert set(plichten) == {ANNA, BRAM, CATO, EVA}
    afscheid = plichten[EVA]
    assert afscheid.soort == Feitsoort.NIET_MEER_VAN_U
    assert afscheid.zin == "Een dossier op uw lijst is niet meer van u. U ziet het niet meer."
    assert afscheid.uiterlijk == WOENSDAG
    assert [str(bron) for bron in afscheid.bronnen] == ["clausule 6.4"]


@pytest.mark.clausule("6.4")
def test_een_ingetrokken_verblijf_wordt_niemand_verteld_behalve_wie_het_had():
    weg = replace(GEWOON, ingetrokken=True)
    assert not meld(Feitsoort.INGETROKKEN, weg)
    plichten = meld(Feitsoort.INGETROKKEN, weg, verloren=frozenset({ANNA, BRAM}))
    assert {p.soort for p in plichten.values()} == {Feitsoort.NIET_MEER_VAN_U}
    assert set(plichten) == {ANNA, BRAM}


def test_wie_nog_een_grond_heeft_is_niets_verloren():
    plichten = meld(Feitsoort.GEMEENTE_GEWIJZIGD, verloren=frozenset({ANNA}))
    assert plichten[ANNA].soort == Feitsoort.GEMEENTE_GEWIJZIGD


def test_de_oude_inrichting_hoort_niets_van_de_overplaatsing():
    feiten = replace(GEWOON, plaatsen=(plaats(tot=dag(30)), plaats(inrichting=VUGHT, van=dag(30))))
    vught = Partij(L.CASEMANAGEMENT, VUGHT)
    plichten = meld(Feitsoort.OVERGEPLAATST, feiten, dag(30), dag(30), verloren=frozenset({BRAM}))
    assert plichten[vught].soort == Feitsoort.OVERGEPLAATST
    assert plichten[BRAM].soort == Feitsoort.NIET_MEER_VAN_U


@pytest.mark.clausule("6.4")
def test_de_oude_inrichting_verliest_het_dossier_op_de_dag_van_de_overplaatsing():
    verhuisd = replace(
        GEWOON, plaatsen=(plaats(tot=dag(30)), plaats(inrichting=VUGHT, van=dag(30)))
    )
    voor, na = gronden(GEWOON), gronden(verhuisd)
    assert verliezers(voor, na, dag(29)) == frozenset()
    assert verliezers(voor, na, dag(30)) == {BRAM}


@pytest.mark.clausule("6.3", "6.4")
def test_wie_het_nog_niet_zag_hoort_niet_dat_het_er_was():
    voor = gronden(replace(GEWOON, risico_18b_vanaf=dag(50)))
    na = gronden(GEWOON)
    assert DIRK not in verliezers(voor, na, dag(49))
    assert DIRK in verliezers(voor, na, dag(50))


@pytest.mark.clausule("6.4")
def test_bij_een_intrekking_verliest_iedereen_die_het_zag():
    weg = gronden(replace(VOL, ingetrokken=True))
    zagen = {g.partij for g in gronden(VOL) if is_geldig(g, DINSDAG)}
    assert verliezers(gronden(VOL), weg, DINSDAG) == zagen


def test_wie_later_een_grond_krijgt_wordt_dan_gemeld():
    vught = Partij(L.CASEMANAGEMENT, VUGHT)
    feiten = replace(GEWOON, plaatsen=(plaats(tot=dag(30)), plaats(inrichting=VUGHT, van=dag(30))))
    assert meld(Feitsoort.OVERGEPLAATST, feiten, dag(30))[vught].uiterlijk == dag(30)


def test_na_de_nazorg_wordt_niemand_meer_iets_verteld():
    feiten = replace(GEWOON, einde=dag(100))
    assert not meld(Feitsoort.GECORRIGEERD, feiten, ontvangen=dag(500))


@pytest.mark.clausule("5.4")
def test_overlijden_komt_bij_wie_moet_afronden():
    dood = replace(VOL, einde=dag(20), persoon=persoon(overleden_op=dag(20)))
    plichten = meld(Feitsoort.OVERLEDEN, dood, dag(20), dag(20), verloren=frozenset({DIRK}))
    assert {ANNA, BRAM, CATO} <= set(plichten)
    assert plichten[DIRK].soort == Feitsoort.NIET_MEER_VAN_U


def test_twee_gemeenten_worden_allebei_gemeld():
    feiten = replace(GEWOON, gemeenten=(ingezetene(), verbleef(ARNHEM)))
    assert {ANNA, EVA} <= set(meld(Feitsoort.VERBLIJF_BEGONNEN, feiten))


partijen = st.frozensets(st.sampled_from([ANNA, BRAM, CATO, DIRK, EVA]))
dagen_erbij = st.integers(-60, 600)


def _plichten(feiten, feit, na, verloren) -> tuple[date, frozenset[Meldplicht]]:
    ontvangen = feiten.begin + timedelta(days=na)
    alles = gronden(feiten)
    return ontvangen, verplicht(feit, feiten, feiten.begin, ontvangen, alles, verloren=verloren)


@pytest.mark.clausule("5.4", "6.4")
@given(alle_feiten(), st.sampled_from(Feitsoort), dagen_erbij, partijen)
def test_elke_melding_gaat_naar_een_grond_of_een_verliezer(feiten, feit, na, verloren):
    ontvangen, plichten = _plichten(feiten, feit, na, verloren)
    bruikbaar = {
        g.partij: g for g in gronden(feiten) if g.geldig_tot is None or ontvangen < g.geldig_tot
    }
    for plicht in plichten:
        assert plicht.uiterlijk >= ontvangen
        if plicht.soort == Feitsoort.NIET_MEER_VAN_U:
            assert plicht.partij in verloren
            assert plicht.partij not in bruikbaar
        else:
            assert plicht.soort == feit
            assert plicht.partij in bruikbaar
    verliezers = {p.partij for p in plichten if p.soort == Feitsoort.NIET_MEER_VAN_U}
    assert verliezers == {p for p in verloren if p not in bruikbaar}


@given(alle_feiten(), st.sampled_from(Feitsoort), dagen_erbij, partijen)
def test_een_partij_krijgt_hooguit_een_melding_per_feit(feiten, feit, na, verloren):
    _ontvangen, plichten = _plichten(feiten, feit, na, verloren)
    assert len({p.partij for p in plichten}) == len(plichten)
    assert _plichten(feiten, feit, na, verloren)[1] == plichten


@given(alle_feiten(), st.sampled_from(Feitsoort), dagen_erbij)
def test_een_melding_heeft_geen_gegevens_in_haar_zin(feiten, feit, na):
    for plicht in _plichten(feiten, feit, na, frozenset())[1]:
        assert plicht.zin in {regel.zin for regel in MELDREGELS}
