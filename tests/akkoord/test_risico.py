"""The mark of art. 18b and its table: which mark counts, who sits there, when it is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import gronden
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.partij import Partij
from richting.akkoord.risico import (
    TAFELSOORTEN,
    Beoordeling,
    Markering,
    Risicobron,
    Risiconiveau,
    Tafelstaat,
    aan_tafel,
    beeindigd,
    geldende,
    geldig_hoogstens,
    inbreng_voor,
    loopt,
    mag_markeren,
    tafelstaat,
    waarom_geen_beoordeling,
    waarom_niet_markeren,
    waarom_niet_wijzigen,
    zelfde_tafel,
)
from richting.akkoord.woorden import Loketsoort
from tests.akkoord.bouwers import RN, dag, verblijf
from tests.akkoord.hulp_gronden import ANNA, BRAM, CATO, DIRK
from tests.akkoord.strategieen import feiten_op

pytestmark = pytest.mark.clausule("3.7", "6.3")
NU = dag(60)
HAND = Risicobron.HAND
L = Loketsoort


def met_hand(van: int, tot: int | None, *, op: int | None = None, dicht: int | None = None):
    """A mark by hand: last decided on day `op`, closed on day `dicht`."""
    return Markering(
        dag(van),
        None if tot is None else dag(tot),
        HAND,
        None if dicht is None else dag(dicht),
        dag(van if op is None else op),
    )


class TestWelkeMarkeringGeldt:
    """A message and an act are one mark, with its source."""

    def test_alleen_een_bericht_of_alleen_een_daad(self):
        bericht, hand = Markering(dag(1)), met_hand(5, 90)
        assert geldende(bericht, None) == bericht
        assert geldende(None, hand) == hand
        assert geldende(None, None) is None

    def test_een_bericht_dat_herhaalt_maakt_een_einde_niet_ongedaan(self):
        einde = beeindigd(Markering(dag(1)), NU)
        assert geldende(Markering(dag(1)), einde) == einde
        assert geldende(Markering(dag(1), dag(300)), einde) == einde
        assert geldende(Markering(dag(59)), einde) == einde

    def test_een_verlenging_blijft_ook_als_het_bericht_vervalt(self):
        verlengd = met_hand(1, 240, op=60)
        assert geldende(Markering(dag(1), dag(90)), verlengd) == verlengd
        assert geldende(None, verlengd) == verlengd

    def test_een_bericht_van_na_de_laatste_daad_is_nieuwer(self):
        gesloten = met_hand(1, 88, op=60, dicht=60)
        nieuw = Markering(dag(80))
        assert geldende(nieuw, gesloten) == nieuw

    def test_een_bericht_tijdens_een_open_markering_gaat_ermee_verder(self):
        samen = geldende(Markering(dag(80), dag(400)), met_hand(10, 150))
        assert (samen.vanaf, samen.tot, samen.bron) == (dag(10), dag(400), Risicobron.BERICHT)

    @given(
        st.none() | st.tuples(st.integers(0, 200), st.none() | st.integers(1, 200)),
        st.none() | st.tuples(st.integers(0, 200), st.integers(0, 200), st.integers(0, 60)),
        st.integers(-10, 420),
    )
    def test_er_is_nooit_een_open_tafel_zonder_dat_een_van_beide_dat_zegt(self, b, h, op):
        bericht = Markering(dag(b[0]), dag(b[0] + b[1]) if b[1] else None) if b else None
        hand = met_hand(h[0], h[0] + h[1], op=h[0] + h[2]) if h else None
        geldt = geldende(bericht, hand)
        bronnen = [een for een in (bericht, hand) if een]
        assert (geldt is None) == (not bronnen)
        if geldt and tafelstaat(geldt, dag(op), bezet=True) is Tafelstaat.OPEN:
            assert any(tafelstaat(een, dag(op), bezet=True) is Tafelstaat.OPEN for een in bronnen)


class TestWieAanTafelZit:
    """Exactly who has a ground of art. 18b on that day."""

    FEITEN = verblijf(reclassering=RN, risico_18b_vanaf=dag(10), risico_18b_tot=dag(100))

    def test_om_politie_reclassering_inrichting_en_burgemeester(self):
        tafel = {DIRK, BRAM, CATO, Partij(L.OM, "OM"), Partij(L.POLITIE, "POLITIE")}
        assert aan_tafel(gronden(self.FEITEN), dag(10)) == tafel
        assert aan_tafel(gronden(self.FEITEN), dag(99)) == tafel
        assert ANNA not in tafel

    def test_ervoor_en_erna_zit_er_niemand(self):
        assert not aan_tafel(gronden(self.FEITEN), dag(9))
        assert not aan_tafel(gronden(self.FEITEN), dag(100))

    @given(feiten_op())
    def test_alleen_de_partijen_van_de_wet_en_alleen_binnen_de_markering(
        self, geval: tuple[Feiten, date]
    ):
        feiten, op = geval
        tafel = aan_tafel(gronden(feiten), op)
        assert {partij.loketsoort for partij in tafel} <= set(TAFELSOORTEN)
        if tafel:
            vanaf, tot = feiten.risico_18b_vanaf, feiten.risico_18b_tot
            assert vanaf is not None
            assert vanaf <= op
            assert tot is None or op < tot
            assert not feiten.ingetrokken

    @given(feiten_op(), st.integers(0, 400))
    def test_de_tafel_gaat_open_en_dicht_met_markering_en_gronden(
        self, geval: tuple[Feiten, date], lengte: int
    ):
        feiten, op = geval
        markering = Markering(op, op + timedelta(days=lengte), HAND, besloten_op=op)
        feiten = replace(feiten, risico_18b_vanaf=markering.vanaf, risico_18b_tot=markering.tot)
        alle = gronden(feiten)
        for verder in (-1, 0, lengte - 1, lengte, lengte + 1):
            deze = op + timedelta(days=verder)
            bezet = bool(aan_tafel(alle, deze))
            staat = tafelstaat(markering, deze, bezet=bezet)
            assert (staat is Tafelstaat.OPEN) == (0 <= verder < lengte and bezet)

    @given(feiten_op())
    def test_een_markering_verandert_niets_aan_wat_anderen_zien(self, geval: tuple[Feiten, date]):
        feiten, op = geval
        zonder = replace(feiten, risico_18b_vanaf=None, risico_18b_tot=None)
        met = replace(feiten, risico_18b_vanaf=op, risico_18b_tot=None)
        rest = {grond for grond in gronden(met) if grond.grondslag != "pbw_18b"}
        assert rest == gronden(zonder)


class TestWatKan:
    """What a desk can do, and the sentence when it cannot."""

    GOED = Beoordeling(Risiconiveau.HOOG, "RISc", NU, NU + timedelta(days=90))

    def test_alleen_de_gekozen_soorten_markeren(self):
        mag = {soort for soort in Loketsoort if mag_markeren(soort)}
        assert mag == {L.CASEMANAGEMENT, L.RECLASSERING}
        ruimer = aangepast({"risico_markeerders": ["om", "nazorg"]})
        assert mag_markeren(L.OM, ruimer)
        assert not mag_markeren(L.NAZORG, ruimer)

    def test_een_beoordeling_geldt_niet_langer_dan_de_aanname(self):
        hoogstens = geldig_hoogstens(NU)
        assert hoogstens == plus_maanden(NU, AANNAMES.risico_geldig_maanden)
        assert not waarom_geen_beoordeling(replace(self.GOED, geldig_tot=hoogstens), NU)
        te_lang = replace(self.GOED, geldig_tot=hoogstens + timedelta(days=1))
        assert waarom_geen_beoordeling(te_lang, NU)

    def test_een_beoordeling_die_niet_klopt_draagt_niets(self):
        assert not waarom_geen_beoordeling(self.GOED, NU)
        for anders in (
            {"instrument": "glazen bol"},
            {"beoordeeld_op": NU + timedelta(days=1)},
            {"geldig_tot": NU},
        ):
            assert waarom_geen_beoordeling(replace(self.GOED, **anders), NU), anders

    def test_markeren_kan_als_er_niets_loopt(self):
        assert not waarom_niet_markeren(None, NU)
        assert not waarom_niet_markeren(met_hand(1, 60), NU)
        assert not waarom_niet_markeren(met_hand(1, 90, dicht=59), NU)
        assert waarom_niet_markeren(met_hand(1, 61), NU)
        assert waarom_niet_markeren(Markering(NU + timedelta(days=5)), NU)

    def test_aan_een_gesloten_tafel_en_voor_het_begin_kan_niets_worden_geschreven(self):
        assert not waarom_niet_wijzigen(Markering(NU), NU)
        assert waarom_niet_wijzigen(None, NU)
        assert waarom_niet_wijzigen(Markering(NU + timedelta(days=1)), NU)
        assert waarom_niet_wijzigen(beeindigd(Markering(dag(1)), NU), NU)

    @given(st.integers(0, 60), st.none() | st.integers(61, 300), st.integers(0, 90))
    def test_wat_eindigt_is_meteen_dicht_en_nog_even_te_lezen(self, van, tot, dagen):
        aannames = aangepast({"risico_inzien_dagen": dagen})
        was = Markering(dag(van), dag(tot) if tot else None)
        einde = beeindigd(was, NU, aannames)
        assert not loopt(einde, NU)
        assert einde.tot is not None
        assert NU <= einde.tot <= NU + timedelta(days=dagen)
        assert was.tot is None or einde.tot <= was.tot
        staat = tafelstaat(einde, NU, bezet=True)
        assert staat is (Tafelstaat.GESLOTEN if einde.tot > NU else Tafelstaat.VOORBIJ)

    def test_wat_aan_een_gesloten_tafel_is_gezegd_komt_niet_terug_bij_een_nieuwe(self):
        gesloten = beeindigd(Markering(dag(1)), NU)
        assert not zelfde_tafel(gesloten, met_hand(61, 200))
        assert not zelfde_tafel(met_hand(1, 30), met_hand(30, 90))

    def test_een_verlenging_en_een_verbeterd_begin_houden_de_tafel(self):
        assert zelfde_tafel(met_hand(1, 90), met_hand(1, 200, op=60))
        assert zelfde_tafel(met_hand(1, 90), Markering(dag(3)))
        assert zelfde_tafel(met_hand(1, 90, dicht=1), met_hand(1, 200))

    def test_een_partij_krijgt_een_werkweek_om_te_delen(self):
        vrijdag = date(2026, 11, 20)
        assert inbreng_voor(vrijdag) == date(2026, 11, 27)
