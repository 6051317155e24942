"""The regie on the route: each task a lane with its holders, handovers and decisions on a day."""

from __future__ import annotations

from datetime import date

import pytest

from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.regie.acties.besluiten import neem_voor
from richting.regie.acties.overname import neem_regie_over
from richting.regie.besluitpartijen import Voornemen
from richting.web.route import banen
from richting.web.route.bron import Band, Item, Punt
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg
from tests.plannen.bouwers_actie import sluit
from tests.regie.bouwers_regie import CASUS, houder, nummer_van, vertrek

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "1.6", "1.7")]
VERTREK = date(2026, 12, 1)


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    return ploeg


def route(lid: Lid) -> dict[str, tuple[Item, ...]]:
    """What stands in each lane for this reader."""
    with lezing(lid.wie(), "proef") as lees:
        lees.niets_gezien()
        dossier = Dossier.objects.get(pk=nummer_van())
        return {baan.naam: baan.items for baan in banen(lees, dossier)}


def houders(lid: Lid) -> list[tuple[date, date | None]]:
    return [(item.van, item.tot) for item in route(lid)["casusregie"] if isinstance(item, Band)]


def test_de_casusregie_verandert_van_hand_op_de_dag_van_vertrek(ploeg: Ploeg) -> None:
    stuur(vertrek(VERTREK.isoformat()))
    (eerst, straks) = route(ploeg.bram)["casusregie"]
    assert isinstance(eerst, Band)
    assert (eerst.tot, straks.van) == (straks.van, date(2026, 12, 1))
    with klok.op(date(2026, 12, 2)):
        (_weg, nu) = route(ploeg.anna)["casusregie"]
    assert isinstance(nu, Band)
    assert (nu.kleur, straks.kleur) == ("vol", "verwacht")


def test_een_overname_is_een_andere_houder_vanaf_die_dag(ploeg: Ploeg) -> None:
    assert len(houders(ploeg.bram)) == 2
    wie = ploeg.anna.wie()
    neem_regie_over(wie, nummer_van(), CASUS, houder(nummer_van()).pk, "Op verzoek")
    (was, nu, _na_het_verblijf) = houders(ploeg.bram)
    assert (was[1], nu) == (klok.vandaag(), (klok.vandaag(), None))


def test_wat_nog_niet_vaststaat_is_tot_het_verwachte_vertrek_en_daarna_verwacht(
    ploeg: Ploeg,
) -> None:
    (nu, straks) = route(ploeg.bram)["casusregie"]
    assert isinstance(nu, Band)
    assert isinstance(straks, Band)
    assert (nu.kleur, nu.tot, nu.straks) == ("vol", None, straks.van)
    assert (straks.naam, straks.kleur, straks.tot) == ("Gemeente Utrecht", "verwacht", None)


@pytest.mark.clausule("5.1", "5.5")
def test_wat_voor_het_vertrek_klaar_moet_zijn_schuift_met_het_vertrek_mee(ploeg: Ploeg) -> None:
    def dagen() -> dict[str, date]:
        return {p.naam: p.van for p in route(ploeg.anna)["voor_vertrek"] if isinstance(p, Punt)}

    eerst = dagen()
    stuur(einde_gewijzigd(datum="2027-04-01"))
    nu = dagen()
    medicijnen = "Medicijnen en een overdrachtsbrief gaan mee, of zijn niet nodig."
    assert (eerst[medicijnen], nu[medicijnen]) == (date(2027, 3, 1), date(2027, 4, 1))
    assert len(nu) == 5
    assert all(nu[naam] > dag for naam, dag in eerst.items())


@pytest.mark.clausule("6.4")
def test_een_termijn_van_een_gesloten_deel_staat_niet_op_de_route(ploeg: Ploeg) -> None:
    sluit(ploeg.anna, nummer_van(), "zorg")
    assert "Medicijnen" not in str(route(ploeg.anna)["voor_vertrek"])
    assert "identiteitsbewijs" in str(route(ploeg.anna)["voor_vertrek"])


@pytest.mark.clausule("5.3")
def test_een_besluit_staat_op_de_dag_dat_het_ingaat(ploeg: Ploeg) -> None:
    wat = Voornemen(Besluitsoort.VERLOF, Gegevenscategorie.PLAN, "Een dag", date(2026, 12, 18))
    neem_voor(ploeg.bram.wie(), nummer_van(), wat)
    (punt,) = route(ploeg.anna)["besluiten"]
    assert isinstance(punt, Punt)
    assert (punt.van, punt.zekerheid) == (date(2026, 12, 18), "verwacht")


@pytest.mark.clausule("6.3")
def test_de_burgemeester_ziet_het_verblijf_en_niet_de_regie() -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(risico18b={"vanaf": "2026-11-02"}))
    regie = {"procesregie", "casusregie", "voor_vertrek"}
    assert regie <= route(ploeg.anna).keys()
    assert "verblijf" in route(ploeg.dirk)
    assert not regie & route(ploeg.dirk).keys()
