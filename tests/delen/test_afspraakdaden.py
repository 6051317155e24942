"""Proposing, confirming and leaving a regional agreement: who may, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.acties import regioafspraken as acties
from richting.delen.models import Regioafspraak, Regioafspraakpartij
from richting.kern import klok
from richting.partijen.fouten import KanNiet, NietToegestaan
from tests.delen.bouwers_afspraken import (
    deel,
    invoer,
    maak_afspraak,
    maak_beheerders,
    op_dag,
    programma,
)
from tests.partijen.bouwers import Ploeg, journaalregels, journaalsoorten

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.6")]


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_beheerders()


@pytest.mark.clausule("6.4")
def test_ruimer_dan_de_wet_wordt_niet_opgeslagen(ploeg: Ploeg) -> None:
    ruim = Afspraakdeel("pbw_18a", Loketsoort.NAZORG, frozenset(Gegevenscategorie))
    for wie, lijst in ((ploeg.bram, (ruim,)), (ploeg.dirk, (deel(),))):
        with pytest.raises(acties.Geweigerd) as fout:
            acties.stel_voor(ploeg.anna.wie(), invoer(wie, op=klok.vandaag(), delen=lijst))
        assert fout.value.bezwaren
    assert not Regioafspraak.objects.exists()
    assert journaalsoorten() == []


def test_een_voorstel_bindt_niemand_die_niet_ja_zei(ploeg: Ploeg) -> None:
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, ploeg.cato, op=klok.vandaag()))
    acties.bevestig(ploeg.bram.wie(), rij.pk)
    gebonden = {een.loket_id for een in rij.partijen.all() if een.gebonden}
    assert gebonden == {ploeg.anna.loket.pk, ploeg.bram.loket.pk}


def test_wie_wat_wanneer_bevestigde_staat_erbij(ploeg: Ploeg) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    partij = Regioafspraakpartij.objects.get(afspraak=rij, loket=ploeg.bram.loket)
    assert (partij.bevestigd_door, partij.medewerker) == (
        "Bram Willems",
        ploeg.bram.medewerker.pk,
    )
    assert (rij.voorgesteld_door, rij.voorsteller) == ("Anna de Boer", ploeg.anna.loket)


def test_het_journaal_vertelt_het_zonder_dossier_in_de_keten_van_het_loket(ploeg: Ploeg) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    acties.zeg_op(ploeg.anna.wie(), rij.pk, klok.vandaag(), "anders geregeld")
    regels = [r for r in journaalregels() if r.soort.startswith("regioafspraak_")]
    assert [(r.soort, r.keten, r.dossier_id) for r in regels] == [
        ("regioafspraak_voorgesteld", f"loket:{ploeg.anna.loket.pk}", None),
        ("regioafspraak_bevestigd", f"loket:{ploeg.anna.loket.pk}", None),
        ("regioafspraak_bevestigd", f"loket:{ploeg.bram.loket.pk}", None),
        ("regioafspraak_opgezegd", f"loket:{ploeg.anna.loket.pk}", None),
    ]
    assert regels[-1].reden == "anders geregeld"


def test_alleen_de_beheerder_van_een_partij_beslist(ploeg: Ploeg) -> None:
    gewoon = ploeg.cato
    gewoon.medewerker.lidmaatschappen.update(rol="medewerker")
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, ploeg.cato, op=klok.vandaag()))
    for lid in (gewoon, ploeg.eva, ploeg.fatima):
        with pytest.raises(NietToegestaan):
            acties.bevestig(lid.wie(), rij.pk)
        with pytest.raises(NietToegestaan):
            acties.zeg_op(lid.wie(), rij.pk, klok.vandaag(), "x")
        with pytest.raises(NietToegestaan):
            acties.trek_in(lid.wie(), rij.pk)
    with pytest.raises(NietToegestaan):
        acties.stel_voor(gewoon.wie(), invoer(ploeg.bram, op=klok.vandaag()))
    with pytest.raises(NietToegestaan):
        acties.stel_voor(ploeg.fatima.wie(), invoer(ploeg.bram, op=klok.vandaag()))
    with pytest.raises(NietToegestaan):
        acties.bevestig(ploeg.bram.wie(), uuid4())


def test_een_systeem_stelt_voor_maar_zegt_geen_ja(ploeg: Ploeg) -> None:
    systeem = replace(ploeg.anna.wie(), medewerker=None, systeem=7, naam="Zaaksysteem")
    rij = acties.stel_voor(systeem, invoer(ploeg.bram, op=klok.vandaag()))
    assert not any(een.gebonden for een in rij.partijen.all())
    with pytest.raises(NietToegestaan):
        acties.bevestig(systeem, rij.pk)
    acties.bevestig(ploeg.anna.wie(), rij.pk)
    assert rij.partijen.get(loket=ploeg.anna.loket).gebonden


def test_intrekken_kan_zolang_niemand_anders_ja_zei(ploeg: Ploeg) -> None:
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=klok.vandaag()))
    with pytest.raises(NietToegestaan):
        acties.trek_in(ploeg.bram.wie(), rij.pk)
    acties.trek_in(ploeg.anna.wie(), rij.pk)
    with pytest.raises(NietToegestaan):
        acties.bevestig(ploeg.bram.wie(), rij.pk)
    vast = maak_afspraak(ploeg.anna, ploeg.bram)
    with pytest.raises(KanNiet):
        acties.trek_in(ploeg.anna.wie(), vast.pk)


def test_twee_keer_ja_en_terugwerkend_opzeggen_kan_niet(ploeg: Ploeg) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    with pytest.raises(KanNiet):
        acties.bevestig(ploeg.bram.wie(), rij.pk)
    with pytest.raises(KanNiet):
        acties.zeg_op(ploeg.bram.wie(), rij.pk, klok.vandaag() - timedelta(days=1), "x")
    acties.zeg_op(ploeg.bram.wie(), rij.pk, klok.vandaag(), "klaar")
    with pytest.raises(KanNiet):
        acties.zeg_op(ploeg.bram.wie(), rij.pk, klok.vandaag(), "nog een keer")


def test_een_afspraak_die_voorbij_is_kan_niemand_meer_bevestigen(ploeg: Ploeg) -> None:
    tot = klok.vandaag() + timedelta(days=3)
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=klok.vandaag(), geldig_tot=tot))
    with pytest.raises(KanNiet):
        acties.bevestig(op_dag(ploeg.bram, 3), rij.pk)


def test_een_wet_die_intussen_minder_geeft_houdt_de_bevestiging_tegen(ploeg: Ploeg) -> None:
    from richting.kern import instellingen

    rij = acties.stel_voor(
        ploeg.anna.wie(), invoer(ploeg.bram, op=klok.vandaag(), delen=(deel(zonder=()),))
    )
    instellingen.zet(programma(), "netwerk_motivatie_in_plan", False, klok.vandaag(), "besluit")
    with pytest.raises(acties.Geweigerd):
        acties.bevestig(ploeg.bram.wie(), rij.pk)
