"""Measuring the life areas: drafts, fixing, correcting, and who sees what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort, Leefgebied, Meetmoment
from richting.config.opdracht import ontleder
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.screening import (
    Inzending,
    bewaar,
    gooi_weg,
    neem_over,
    ruim_op,
    stel_vast,
)
from richting.plannen.models import Afname
from richting.plannen.overzichten.screening import concepten, geschiedenis
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, journaalsoorten
from tests.plannen.bouwers_screening import BEGIN, concept, gegeven, inzending, meet, staat

G = Leefgebied


def concept_van(lid: Lid, zaak: UUID, moment: Meetmoment = BEGIN) -> dict[Leefgebied, Afname]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return concepten(zaak, moment, lid.wie().vandaag)


def over_dagen(lid: Lid, dagen: int) -> Lid:
    """The same person, some days on."""

    class Later(Lid):
        def wie(self, ingang: str = "test") -> object:  # type: ignore[override]
            nu = super().wie(ingang)
            later = timedelta(days=dagen)
            return replace(nu, vandaag=nu.vandaag + later, nu=nu.nu + later)

    return Later(lid.medewerker, lid.loket)


@pytest.mark.clausule("5.1", "5.2", "8.2")
def test_wat_bram_vaststelt_leest_anna(ploeg: Ploeg, zaak: UUID) -> None:
    bewaard = meet(ploeg.bram, zaak, G.ONDERDAK, onderdak_na="eigen_woning", brp_adres="?")
    assert bewaard.vastgesteld == (G.ONDERDAK,)
    gelezen = staat(ploeg.anna, zaak)[G.ONDERDAK]
    assert gelezen.antwoorden["onderdak_na"].waarde == "eigen_woning"
    assert gelezen.antwoorden["brp_adres"].soort is Antwoordsoort.ONBEKEND
    assert gelezen.antwoorden["onderdak_na"].peildatum == ploeg.bram.wie().vandaag
    assert gelezen.gemeten is not None
    assert (gelezen.gemeten.moment, gelezen.gemeten.door) == (BEGIN, "Bram Willems")
    assert gelezen.gemeten.vragenlijst == "basis-1"


def test_onbekend_wil_niet_niet_nodig_en_niet_gevraagd_blijven_verschillend(
    ploeg: Ploeg, zaak: UUID
) -> None:
    meet(ploeg.bram, zaak, G.SCHULDEN, schulden="wil niet", cjib="?", schulden_bedrag="nvt")
    with lezing(ploeg.bram.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        (rij,) = geschiedenis(zaak)
    soorten = {code: deel["soort"] for code, deel in rij.antwoorden.items()}
    assert soorten["schulden"] == "wil_niet"
    assert soorten["cjib"] == "onbekend"
    assert soorten["schulden_bedrag"] == "niet_van_toepassing"
    assert soorten["dreiging"] == "niet_gevraagd"


@pytest.mark.clausule("6.4")
def test_eva_en_dirk_meten_en_lezen_niets(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    concept(ploeg.bram, zaak, G.ONDERDAK, onderdak_na="geen")
    for buiten in (ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            meet(buiten, zaak, G.ZORG, zorg_nodig=False)
        assert not any(gebied.antwoorden for gebied in staat(buiten, zaak).values())
        assert concept_van(buiten, zaak) == {}


def test_een_concept_telt_nergens_mee_en_anna_werkt_erin_verder(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.IDENTITEIT, id_document="geen")
    assert staat(ploeg.bram, zaak)[G.IDENTITEIT].gemeten is None
    assert concept_van(ploeg.anna, zaak)[G.IDENTITEIT].door == "Bram Willems"
    begin = gegeven(id_document="geen")
    stel_vast(ploeg.anna.wie(), zaak, BEGIN, {G.IDENTITEIT: inzending(begin, digid=False)})
    wat = staat(ploeg.bram, zaak)[G.IDENTITEIT].antwoorden
    assert {code: a.waarde for code, a in wat.items()} == {"id_document": "geen", "digid": False}


@pytest.mark.clausule("7.1")
def test_twee_die_andere_vragen_invullen_houden_allebei_hun_werk(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.IDENTITEIT, id_document="paspoort")
    bewaard = concept(ploeg.anna, zaak, G.IDENTITEIT, digid=True)
    assert bewaard.verschillen == ()
    assert set(bewaard.nu[G.IDENTITEIT]) == {"id_document", "digid"}


@pytest.mark.clausule("7.1")
def test_wie_op_dezelfde_vraag_anders_antwoordt_overschrijft_niets(
    ploeg: Ploeg, zaak: UUID
) -> None:
    concept(ploeg.bram, zaak, G.IDENTITEIT, id_document="paspoort")
    bewaard = concept(ploeg.anna, zaak, G.IDENTITEIT, id_document="geen", digid=True)
    (verschil,) = bewaard.verschillen
    assert (verschil.vraag, verschil.nu.waarde, verschil.uw.waarde, verschil.door) == (
        "id_document",
        "paspoort",
        "geen",
        "Bram Willems",
    )
    nu = bewaard.nu[G.IDENTITEIT]
    assert (nu["id_document"].waarde, nu["digid"].waarde) == ("paspoort", True)
    assert stel_vast(
        ploeg.anna.wie(), zaak, BEGIN, {G.IDENTITEIT: inzending(id_document="geen")}
    ).verschillen
    assert staat(ploeg.anna, zaak)[G.IDENTITEIT].gemeten is None
    kiest = Inzending(gegeven(id_document="geen"), nu)
    bewaard = bewaar(ploeg.anna.wie(), zaak, BEGIN, {G.IDENTITEIT: kiest})
    assert bewaard.verschillen == ()
    assert bewaard.nu[G.IDENTITEIT]["id_document"].waarde == "geen"


def test_hetzelfde_antwoord_van_twee_is_geen_verschil(ploeg: Ploeg, zaak: UUID) -> None:
    for lid in (ploeg.bram, ploeg.anna):
        assert concept(lid, zaak, G.ZORG, zorg_nodig=True).verschillen == ()
    assert concept_van(ploeg.bram, zaak)[G.ZORG].versie == 2


def test_opslaan_wat_er_staat_verandert_niets(ploeg: Ploeg, zaak: UUID) -> None:
    nu = concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True).nu[G.ZORG]
    versie = concept_van(ploeg.bram, zaak)[G.ZORG].versie
    bewaar(ploeg.bram.wie(), zaak, BEGIN, {G.ZORG: Inzending(nu, nu)})
    assert concept_van(ploeg.bram, zaak)[G.ZORG].versie == versie


def test_een_antwoord_terugnemen_kan(ploeg: Ploeg, zaak: UUID) -> None:
    nu = concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True, indicatie="wmo").nu[G.ZORG]
    bewaard = bewaar(
        ploeg.bram.wie(), zaak, BEGIN, {G.ZORG: Inzending(gegeven(indicatie="wmo"), nu)}
    )
    assert set(bewaard.nu[G.ZORG]) == {"indicatie"}


@pytest.mark.parametrize(
    ("gebied", "waarden"),
    [
        (G.ZORG, {"diagnose": True}),
        (G.ZORG, {"onderdak_na": "geen"}),
        (G.ONDERDAK, {"onderdak_na": "tent"}),
        (G.ONDERDAK, {"onderdak_na": "nvt"}),
    ],
)
def test_wat_niet_bij_de_vragenlijst_past_wordt_geweigerd(
    ploeg: Ploeg, zaak: UUID, gebied: Leefgebied, waarden: dict[str, object]
) -> None:
    with pytest.raises(KanNiet):
        concept(ploeg.bram, zaak, gebied, **waarden)
    assert concept_van(ploeg.bram, zaak) == {}


@pytest.mark.clausule("8.2")
def test_een_correctie_is_een_nieuwe_meting_en_de_oude_blijft(ploeg: Ploeg, zaak: UUID) -> None:
    nu = meet(ploeg.bram, zaak, G.IDENTITEIT, id_document="geen", digid=True).nu[G.IDENTITEIT]
    beter = Inzending({**nu, **gegeven(id_document="paspoort")}, nu)
    stel_vast(ploeg.anna.wie(), zaak, BEGIN, {G.IDENTITEIT: beter})
    with lezing(ploeg.anna.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        nieuw, oud = geschiedenis(zaak)
    assert oud.antwoorden["id_document"]["waarde"] == "geen"
    assert nieuw.antwoorden["id_document"]["waarde"] == "paspoort"
    wat = staat(ploeg.bram, zaak)[G.IDENTITEIT].antwoorden
    assert (wat["id_document"].waarde, wat["digid"].waarde) == ("paspoort", True)
    assert journaalsoorten()[-1] == "screening_gecorrigeerd"


def test_wie_bij_een_correctie_niets_verandert_stelt_niets_vast(ploeg: Ploeg, zaak: UUID) -> None:
    nu = meet(ploeg.bram, zaak, G.ZORG, zorg_nodig=True).nu[G.ZORG]
    with pytest.raises(KanNiet, match="niets ingevuld of veranderd"):
        stel_vast(ploeg.bram.wie(), zaak, BEGIN, {G.ZORG: Inzending(nu, nu)})


def test_een_lege_screening_kan_niet_worden_vastgesteld(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(KanNiet):
        stel_vast(ploeg.bram.wie(), zaak, BEGIN, {gebied: inzending() for gebied in Leefgebied})


@pytest.mark.clausule("8.2")
def test_een_latere_meting_gaat_voor_maar_wist_niet_wat_zij_niet_vroeg(
    ploeg: Ploeg, zaak: UUID
) -> None:
    meet(ploeg.bram, zaak, G.INKOMEN, inkomen_na="geen", dagbesteding="werk")
    later = over_dagen(ploeg.bram, 20)
    meet(later, zaak, G.INKOMEN, Meetmoment.VOOR_ONTSLAG, inkomen_na="uitkering")
    wat = staat(ploeg.anna, zaak)[G.INKOMEN]
    assert wat.antwoorden["inkomen_na"].waarde == "uitkering"
    assert wat.antwoorden["dagbesteding"].waarde == "werk"
    assert wat.antwoorden["dagbesteding"].peildatum == ploeg.bram.wie().vandaag
    assert wat.gemeten is not None
    assert wat.gemeten.moment is Meetmoment.VOOR_ONTSLAG


@pytest.mark.clausule("8.2")
def test_bekende_antwoorden_gaan_mee_met_hun_eigen_bron_en_dag(ploeg: Ploeg, zaak: UUID) -> None:
    stel_vast(
        ploeg.bram.wie(),
        zaak,
        BEGIN,
        {G.IDENTITEIT: inzending(bron=Antwoordbron.REGISTRATIE, id_document="paspoort")},
    )
    later = over_dagen(ploeg.bram, 20)
    moment = Meetmoment.VOOR_ONTSLAG
    concept(later, zaak, G.IDENTITEIT, moment, digid=True)
    assert neem_over(later.wie(), zaak, moment, list(Leefgebied)).overgenomen == 1
    assert neem_over(later.wie(), zaak, moment, list(Leefgebied)).overgenomen == 0
    rij = concept_van(later, zaak, moment)[G.IDENTITEIT]
    over = rij.antwoorden["id_document"]
    dag = ploeg.bram.wie().vandaag.isoformat()
    assert (over["waarde"], over["bron"], over["peildatum"]) == ("paspoort", "registratie", dag)
    assert rij.antwoorden["digid"]["peildatum"] != dag


def test_wat_op_een_moment_niet_wordt_gevraagd_gaat_niet_mee(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ZORG, medicijnen="geregeld", zorg_nodig=False)
    assert neem_over(ploeg.bram.wie(), zaak, Meetmoment.ZES_MAANDEN, [G.ZORG]).overgenomen == 1


def test_een_concept_vervalt_na_dertig_dagen(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    assert concept_van(over_dagen(ploeg.bram, 29), zaak) != {}
    laat = over_dagen(ploeg.bram, 30)
    assert concept_van(laat, zaak) == {}
    bewaard = concept(laat, zaak, G.ZORG, indicatie="geen")
    assert set(bewaard.nu[G.ZORG]) == {"indicatie"}


def test_opruimen_haalt_alleen_verlopen_concepten_weg(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    meet(ploeg.bram, zaak, G.ONDERDAK, onderdak_na="geen")
    nu = klok.nu()
    assert ruim_op(systeem_zelf("test", nu)) == 0
    assert ruim_op(systeem_zelf("test", nu + timedelta(days=30))) == 1
    assert journaalsoorten()[-1] == "screening_vervallen"
    with verwerking(systeem_zelf("test", nu)):
        assert [rij.leefgebied for rij in Afname.objects.all()] == ["onderdak"]


def test_de_opdracht_ruimt_op_en_zegt_hoeveel(
    ploeg: Ploeg, zaak: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    keuze = ontleder().parse_args(["plan", "ruim-op"])
    with klok.op(klok.vandaag() + timedelta(days=31)):
        assert keuze.functie(keuze) == 0
    assert "Verlopen concepten verwijderd: 1." in capsys.readouterr().out
    assert concept_van(ploeg.bram, zaak) == {}


def test_een_concept_weggooien(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    assert gooi_weg(ploeg.anna.wie(), zaak, BEGIN, list(Leefgebied)) == 1
    assert gooi_weg(ploeg.anna.wie(), zaak, BEGIN, list(Leefgebied)) == 0
    assert concept_van(ploeg.bram, zaak) == {}
    with pytest.raises(NietToegestaan):
        gooi_weg(ploeg.eva.wie(), zaak, BEGIN, list(Leefgebied))


@pytest.mark.clausule("5.4", "6.7")
def test_het_journaal_kent_wat_is_vastgesteld_en_niet_wat_in_een_concept_stond(
    ploeg: Ploeg, zaak: UUID
) -> None:
    concept(ploeg.bram, zaak, G.SCHULDEN, schulden=True, schulden_bedrag=4321)
    assert not any("4321" in str(regel.na) for regel in journaalregels())
    nu = concept(ploeg.bram, zaak, G.SCHULDEN, schulden_bedrag=1234).nu[G.SCHULDEN]
    stel_vast(ploeg.bram.wie(), zaak, BEGIN, {G.SCHULDEN: Inzending(nu, nu)})
    regel = next(r for r in journaalregels() if r.soort == "screening_vastgesteld")
    assert regel.categorie == "schulden"
    assert regel.na["antwoorden"]["schulden_bedrag"]["waarde"] == 4321
    assert journaalsoorten().count("screening_begonnen") == 1


def test_een_datum_blijft_een_datum(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.IDENTITEIT, id_geldig_tot=date(2027, 5, 1))
    wat = staat(ploeg.anna, zaak)[G.IDENTITEIT].antwoorden["id_geldig_tot"]
    assert wat.waarde == date(2027, 5, 1)


@pytest.mark.clausule("8.2")
def test_hoe_het_na_zes_maanden_gaat_is_niet_vast_te_stellen_voor_het_vertrek(
    ploeg: Ploeg, zaak: UUID
) -> None:
    with pytest.raises(KanNiet) as fout:
        meet(ploeg.bram, zaak, G.ONDERDAK, Meetmoment.ZES_MAANDEN, onderdak_na="eigen_woning")
    assert fout.value.code == "te_vroeg"
    assert "screening_vastgesteld" not in journaalsoorten()
