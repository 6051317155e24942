"""Taking over by hand: with a reason, visible, until the rule says something else."""

from __future__ import annotations

import pytest

from richting.akkoord.regieverloop import Regieherkomst
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties.overname import geef_regie_terug, neem_regie_over
from tests.berichten.bouwers import begin, maak_partijen, programma, stuur
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, journaalsoorten, maak_ploeg
from tests.plannen.test_tegelijk import samen
from tests.regie.bouwers_regie import CASUS, PROCES, houder, nummer_van, overplaatsing, rijen

pytestmark = pytest.mark.clausule("1.5", "1.7", "8.7")
WAAROM = "De inrichting heeft hierom gevraagd"


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def verteld(lid: Lid) -> list[str]:
    """What this desk was told of the regie."""
    with verwerking(programma()):
        meldingen = Melding.objects.filter(loket=lid.loket, soort__startswith="regie")
        return list(meldingen.values_list("soort", flat=True))


def test_een_ander_neemt_de_casusregie_over_met_een_reden(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    was = houder(nummer)
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, was.pk, WAAROM)
    nu = houder(nummer)
    assert (nu.loket_id, nu.herkomst, nu.reden) == (
        ploeg.anna.loket.pk,
        Regieherkomst.OVERNAME,
        WAAROM,
    )
    assert "regie_overgenomen" in journaalsoorten()
    assert (verteld(ploeg.bram), verteld(ploeg.anna)) == (["regie_overgenomen"], [])


@pytest.mark.clausule("1.5", "5.4")
def test_wie_een_andere_taak_heeft_hoort_met_wie_het_verder_gaat(ploeg: Ploeg) -> None:
    stuur(begin(reclassering="RN"))
    nummer = nummer_van()
    assert houder(nummer, PROCES).loket_id == ploeg.anna.loket.pk
    neem_regie_over(ploeg.cato.wie(), nummer, CASUS, houder(nummer).pk, WAAROM)
    assert verteld(ploeg.anna) == verteld(ploeg.bram) == ["regie_overgenomen"]
    assert verteld(ploeg.cato) == []


def test_de_reden_ligt_bij_het_plan_en_niet_bij_wie_alleen_het_verblijf_ziet(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, WAAROM)
    met_reden = [regel.categorie for regel in journaalregels() if regel.reden == WAAROM]
    assert met_reden == ["plan"]


def test_zonder_reden_of_zonder_grond_gaat_het_niet(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    gezien = houder(nummer).pk
    with pytest.raises(KanNiet):
        neem_regie_over(ploeg.anna.wie(), nummer, CASUS, gezien, "  ")
    for buitenstaander in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        with pytest.raises(NietToegestaan):
            neem_regie_over(buitenstaander.wie(), nummer, CASUS, gezien, WAAROM)
    with pytest.raises(KanNiet):
        neem_regie_over(ploeg.bram.wie(), nummer, PROCES, houder(nummer, PROCES).pk, WAAROM)


def test_wie_te_laat_is_hoort_dat_een_ander_eerder_was(ploeg: Ploeg) -> None:
    stuur(begin(reclassering="RN"))
    nummer = nummer_van()
    gezien = houder(nummer).pk
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, gezien, WAAROM)
    with pytest.raises(KanNiet) as fout:
        neem_regie_over(ploeg.cato.wie(), nummer, CASUS, gezien, WAAROM)
    assert fout.value.code == "houder_veranderd"


def test_de_houder_geeft_de_regie_aan_wie_erom_vraagt(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    gezien = houder(nummer).pk
    neem_regie_over(ploeg.bram.wie(), nummer, CASUS, gezien, WAAROM, ploeg.anna.loket.pk)
    assert houder(nummer).loket_id == ploeg.anna.loket.pk
    with pytest.raises(KanNiet):
        neem_regie_over(
            ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, WAAROM, ploeg.eva.loket.pk
        )


def test_teruggeven_brengt_de_regel_terug(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, WAAROM)
    geef_regie_terug(ploeg.bram.wie(), nummer, CASUS, houder(nummer).pk, "Weer zelf")
    assert (houder(nummer).loket_id, houder(nummer).herkomst) == (
        ploeg.bram.loket.pk,
        Regieherkomst.REGEL,
    )
    assert [rij.loket_id for rij in rijen(nummer)] == [
        ploeg.bram.loket.pk,
        ploeg.anna.loket.pk,
        ploeg.bram.loket.pk,
    ]


def test_als_de_regel_iets_anders_zegt_wint_de_regel_en_horen_beiden_het(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, WAAROM)
    stuur(overplaatsing())
    assert houder(nummer).organisatie == "PI-ZWOLLE"
    assert "regie_overgenomen" in verteld(ploeg.anna)


def test_een_feit_dat_de_regel_niet_raakt_laat_de_overname_staan(ploeg: Ploeg) -> None:
    from tests.berichten.bouwers import einde_gewijzigd

    stuur(begin())
    nummer = nummer_van()
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, WAAROM)
    stuur(einde_gewijzigd())
    assert houder(nummer).herkomst == Regieherkomst.OVERNAME


def test_twee_die_tegelijk_overnemen_een_wint_en_er_is_geen_gat(echte_database: None) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(reclassering="RN"))
    nummer = nummer_van()
    gezien = houder(nummer).pk
    uitkomst = samen(
        *(
            lambda lid=lid: neem_regie_over(lid.wie(), nummer, CASUS, gezien, WAAROM)
            for lid in (ploeg.anna, ploeg.cato)
        )
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    winnaar = (ploeg.anna, ploeg.cato)[uitkomst.index(None)]
    assert houder(nummer).loket_id == winnaar.loket.pk
    assert len(rijen(nummer)) == 2
