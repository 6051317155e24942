"""A party brings a case in at a Zorg- en Veiligheidshuis: grounds, regie and meldingen follow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from richting.akkoord.aannames import AANNAMES
from richting.delen.models import Grond
from richting.dossiers.feiten import feiten_van
from richting.dossiers.models import Huisinbreng
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.huizen import huis_van_gemeente, huizen
from richting.partijen.models import Organisatie, Regio
from richting.regie.acties.overname import geef_regie_terug, neem_regie_over
from richting.regie.acties.veiligheidshuis import beeindig, breng_in
from tests.berichten.bouwers import begin, maak_partijen, programma, stuur
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    journaalsoorten,
    maak_ploeg,
    meld_aan,
)
from tests.regie.bouwers_regie import PROCES, houder, maak_huis, nummer_van, overplaatsing

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "6.4")]
HUIS, WAAROM, RUST = "ZVH-UTRECHT", "Schulden, zorg en dreiging tegelijk", "De zaak is rustig"


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    maak_huis()
    return maak_ploeg()


def vandaag() -> date:
    return klok.vandaag()


def gronden(lid: Lid) -> list[tuple[date, date | None]]:
    """The grounds of this desk that stand."""
    with verwerking(programma()):
        rijen = Grond.objects.filter(loket=lid.loket, vervallen_op=None)
        return list(rijen.values_list("geldig_vanaf", "geldig_tot"))


def verteld(lid: Lid) -> list[str]:
    with verwerking(programma()):
        rijen = Melding.objects.filter(loket=lid.loket, soort="veiligheidshuis_gewijzigd")
        return list(rijen.values_list("soort", flat=True))


def ingebracht(lid: Lid) -> Huisinbreng:
    return breng_in(lid.wie(), nummer_van(), HUIS, vandaag(), WAAROM)


def test_het_huis_heeft_meteen_een_grond_en_de_procesregie_en_hoort_het(ploeg: Ploeg) -> None:
    stuur(begin())
    zoe = maak_huis()
    assert gronden(zoe) == []
    ingebracht(ploeg.anna)
    assert [van for van, _tot in gronden(zoe)] == [vandaag()]
    assert houder(nummer_van(), PROCES).loket_id == zoe.loket.pk
    assert "zaak_ingebracht" in journaalsoorten()
    assert (verteld(zoe), verteld(ploeg.bram), verteld(ploeg.anna)) == (
        ["veiligheidshuis_gewijzigd"],
        ["veiligheidshuis_gewijzigd"],
        [],
    )


def test_na_het_einde_gaat_de_procesregie_terug_en_eindigt_de_grond(ploeg: Ploeg) -> None:
    stuur(begin())
    zoe = maak_huis()
    rij = ingebracht(ploeg.anna)
    tot = vandaag() + timedelta(days=1)
    beeindig(ploeg.anna.wie(), nummer_van(), HUIS, rij.vanaf, tot, RUST)
    na = timedelta(days=AANNAMES.veiligheidshuis_na_einde_dagen)
    assert [einde for _van, einde in gronden(zoe)] == [tot + na]
    assert houder(nummer_van(), PROCES).loket_id == zoe.loket.pk
    with verwerking(programma()):
        feiten = feiten_van(nummer_van())
    assert (feiten.veiligheidshuis, feiten.veiligheidshuis_tot) == (HUIS, tot)


def test_wie_vandaag_eindigt_geeft_de_procesregie_vandaag_terug(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = ingebracht(ploeg.bram)
    zoe = maak_huis()
    beeindig(zoe.wie(), nummer_van(), HUIS, rij.vanaf, vandaag(), RUST)
    assert houder(nummer_van(), PROCES).loket_id == ploeg.anna.loket.pk
    assert gronden(zoe) == []


def test_alleen_wie_de_wet_noemt_brengt_in_en_alleen_met_grond_en_reden(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    for buitenstaander in (ploeg.eva, ploeg.dirk, ploeg.gijs, ploeg.fatima, maak_huis()):
        with pytest.raises(NietToegestaan):
            breng_in(buitenstaander.wie(), nummer, HUIS, vandaag(), WAAROM)
    for huis, vanaf, reden in (
        (HUIS, vandaag(), "  "),
        (HUIS, vandaag() - timedelta(days=1), WAAROM),
        ("ZVH-NERGENS", vandaag(), WAAROM),
    ):
        with pytest.raises(KanNiet):
            breng_in(ploeg.anna.wie(), nummer, huis, vanaf, reden)


def test_een_zaak_ligt_in_een_huis_tegelijk(ploeg: Ploeg) -> None:
    stuur(begin())
    maak_huis("ZVH-ZEELAND")
    ingebracht(ploeg.anna)
    with pytest.raises(KanNiet):
        breng_in(ploeg.bram.wie(), nummer_van(), "ZVH-ZEELAND", vandaag(), WAAROM)


def test_alleen_wie_inbracht_of_het_huis_beeindigt_en_maar_een_keer(ploeg: Ploeg) -> None:
    stuur(begin(reclassering="RN"))
    nummer, rij, vreemd = nummer_van(), ingebracht(ploeg.anna), maak_huis("ZVH-ZEELAND")
    for ander in (ploeg.bram, ploeg.cato, ploeg.eva, vreemd):
        with pytest.raises(NietToegestaan):
            beeindig(ander.wie(), nummer, HUIS, rij.vanaf, vandaag(), RUST)
    beeindig(maak_huis().wie(), nummer, HUIS, rij.vanaf, vandaag() + timedelta(days=3), RUST)
    with pytest.raises((KanNiet, NietToegestaan)):
        beeindig(ploeg.anna.wie(), nummer, HUIS, rij.vanaf, vandaag(), RUST)


def test_wat_een_bericht_vertelt_kan_ook_eindigen_en_komt_niet_terug(ploeg: Ploeg) -> None:
    zoe = maak_huis()
    stuur(begin(veiligheidshuis={"code": HUIS, "vanaf": "2026-11-03"}))
    nummer = nummer_van()
    assert houder(nummer, PROCES).loket_id == zoe.loket.pk
    beeindig(ploeg.anna.wie(), nummer, HUIS, date(2026, 11, 3), vandaag(), RUST)
    assert houder(nummer, PROCES).loket_id == ploeg.anna.loket.pk
    stuur(overplaatsing(dag=vandaag().isoformat()))
    assert houder(nummer, PROCES).loket_id == ploeg.anna.loket.pk
    with verwerking(programma()):
        assert feiten_van(nummer).veiligheidshuis_tot == vandaag()


def test_een_bericht_over_iets_anders_laat_de_inbreng_staan(ploeg: Ploeg) -> None:
    stuur(begin())
    ingebracht(ploeg.anna)
    zoe = maak_huis()
    stuur(overplaatsing(dag=vandaag().isoformat()))
    assert houder(nummer_van(), PROCES).loket_id == zoe.loket.pk
    assert gronden(zoe)


def test_een_overname_gaat_voor_en_terug_is_terug_naar_het_huis(ploeg: Ploeg) -> None:
    stuur(begin())
    zoe = maak_huis()
    ingebracht(ploeg.anna)
    nummer = nummer_van()
    neem_regie_over(ploeg.anna.wie(), nummer, PROCES, houder(nummer, PROCES).pk, WAAROM)
    assert houder(nummer, PROCES).loket_id == ploeg.anna.loket.pk
    geef_regie_terug(zoe.wie(), nummer, PROCES, houder(nummer, PROCES).pk, RUST)
    assert houder(nummer, PROCES).loket_id == zoe.loket.pk


def test_wie_later_inbrengt_staat_al_klaar_als_volgende(ploeg: Ploeg) -> None:
    stuur(begin())
    zoe, straks = maak_huis(), vandaag() + timedelta(days=5)
    breng_in(ploeg.anna.wie(), nummer_van(), HUIS, straks, WAAROM)
    assert houder(nummer_van(), PROCES).loket_id == ploeg.anna.loket.pk
    assert [van for van, _tot in gronden(zoe)] == [straks]


def test_een_ingetrokken_verblijf_geeft_het_huis_geen_grond_meer(ploeg: Ploeg) -> None:
    stuur(begin())
    ingebracht(ploeg.anna)
    stuur(
        {
            "berichtId": "weg",
            "soort": "intrekking",
            "bronTijd": "2026-11-22T10:00:00+01:00",
            "verblijf": "V1",
            "betreft": "V1-begin",
            "reden": "verkeerde persoon",
        }
    )
    assert gronden(maak_huis()) == []


def test_het_huis_van_de_regio_staat_klaar_en_anders_geen(ploeg: Ploeg) -> None:
    Regio.objects.get_or_create(
        code="VR09", defaults={"naam": "Utrecht", "soort": "veiligheidsregio"}
    )
    Organisatie.objects.filter(code="GM0344").update(regio="VR09")
    Organisatie.objects.filter(code="GM0202").update(regio="")
    keuzes = huizen()
    assert HUIS in dict(keuzes)
    assert huis_van_gemeente("GM0344", keuzes) == HUIS
    assert huis_van_gemeente("GM0202", keuzes) == ""


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def test_op_de_pagina_brengt_de_een_in_en_beeindigt_het_huis(ploeg: Ploeg) -> None:
    stuur(begin())
    zoe, hier = maak_huis(), f"/dossiers/{nummer_van()}/veiligheidshuis/"
    anna, dag = als(ploeg.anna), vandaag().isoformat()
    assert als(zoe).get(hier).status_code == 404
    assert "is niet ingebracht" in anna.get(hier).content.decode()
    velden = {"huis": HUIS, "vanaf": dag, "reden": ""}
    fout = anna.post(f"{hier}inbrengen/", velden)
    assert "Schrijf op waarom." in fout.content.decode()
    assert als(ploeg.eva).post(f"{hier}inbrengen/", velden | {"reden": "x"}).status_code == 404
    assert anna.post(f"{hier}inbrengen/", velden | {"reden": WAAROM}).status_code == 302
    bij_zoe = als(zoe)
    html = bij_zoe.get(hier).content.decode()
    assert WAAROM in html
    assert "Beëindig de inbreng" in html
    assert "Beëindig de inbreng" not in als(ploeg.bram).get(hier).content.decode()
    einde = {"huis": HUIS, "vanaf": dag, "tot": dag, "reden": RUST}
    assert als(ploeg.bram).post(f"{hier}beeindigen/", einde).status_code == 404
    assert bij_zoe.post(f"{hier}beeindigen/", einde).status_code == 302
    html = anna.get(hier).content.decode()
    assert RUST in html
    assert "Breng de zaak in" in html
    assert "De zaak is ingebracht bij" in anna.get(f"/dossiers/{nummer_van()}/").content.decode()
