"""Decisions that touch others: who is asked, who objects, when one stands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.besluiten import Besluitmening as M
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.posten import Post, vraagt_werk
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties import besluiten as acties
from richting.regie.acties.overname import neem_regie_over
from richting.regie.besluitpartijen import Voornemen
from richting.regie.models import Besluit, Besluitreactie, Besluitstap
from richting.regie.overzichten.besluiten import Besluitbeeld, besluiten_van
from richting.regie.posten import Postvraag, posten_van
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import (
    ANDERE_GEMEENTE,
    GEMEENTE,
    Lid,
    Ploeg,
    journaalsoorten,
    maak_ploeg,
    meld_aan,
)
from tests.regie.bouwers_regie import PROCES, houder

VERLOF = Voornemen(Besluitsoort.VERLOF, C.PLAN, "Een dag verlof voor de woning", date(2026, 12, 18))


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    return nieuwe_zaak()


def nieuwe_zaak(**anders: object) -> UUID:
    stuur(begin("BESLUIT", reclassering="RN", **anders))
    gevonden = dossier("BESLUIT")
    assert gevonden is not None
    return gevonden.pk


def zie(lid: Lid, zaak: UUID) -> list[Besluitbeeld]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return besluiten_van(zaak, lid.wie())


def een(lid: Lid, zaak: UUID) -> Besluitbeeld:
    (beeld,) = zie(lid, zaak)
    return beeld


def reageer(lid: Lid, zaak: UUID, mening: M, reden: str = "") -> None:
    rij = een(lid, zaak).rij
    acties.reageer(lid.wie(), zaak, rij.pk, rij.versie, mening, reden)


def verteld(lid: Lid) -> list[str]:
    with verwerking(systeem_zelf("test", klok.nu())):
        rijen = Melding.objects.filter(loket=lid.loket, soort__contains="besluit").order_by("pk")
        return [rij.soort for rij in rijen]


EIGEN = ("besluit", "spoed")
"""The posts of this subject; a stay has others too."""


def werk_van(lid: Lid, zaak: UUID, op: date | None = None) -> list[Post]:
    with verwerking(systeem_zelf("test", klok.nu())):
        vraag = Postvraag(feiten_van_alle([zaak]), op or klok.vandaag(), AANNAMES)
        alle = [post for post in posten_van(vraag)[zaak] if post.soort.startswith(EIGEN)]
    return [post for post in alle if post.loket == lid.loket.pk and vraagt_werk(post, vraag.op)]


@pytest.mark.clausule("5.3", "5.4")
def test_wie_het_raakt_wordt_gevraagd_en_hoort_het(ploeg: Ploeg, zaak: UUID) -> None:
    acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    beeld = een(ploeg.anna, zaak)
    assert [partij.naam for partij in beeld.partijen if partij.vraagbaar] == [
        ploeg.anna.loket.naam,
        ploeg.cato.loket.naam,
    ]
    assert verteld(ploeg.anna) == verteld(ploeg.cato) == ["besluit_voorgenomen"]
    assert verteld(ploeg.bram) == []
    (post,) = werk_van(ploeg.anna, zaak)
    assert (post.soort, post.wachter) == ("besluit_reactie", ploeg.bram.loket.pk)
    assert post.uiterlijk == date(2026, 11, 30)


@pytest.mark.clausule("5.3")
def test_definitief_pas_als_iedereen_reageerde_of_de_termijn_voorbij_is(
    ploeg: Ploeg, zaak: UUID
) -> None:
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    with pytest.raises(KanNiet) as fout:
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, 1)
    assert fout.value.code == "wacht"
    reageer(ploeg.anna, zaak, M.AKKOORD)
    with pytest.raises(KanNiet):
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, 2)
    with klok.op(date(2026, 12, 1)):
        (post,) = werk_van(ploeg.bram, zaak)
        assert post.soort == "besluit_definitief"
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, 2)
    assert een(ploeg.anna, zaak).rij.staat == "definitief"
    assert verteld(ploeg.anna) == ["besluit_voorgenomen", "besluit_definitief"]
    assert verteld(ploeg.bram) == ["besluit_reactie"]
    assert werk_van(ploeg.cato, zaak, date(2026, 12, 1)) == []


@pytest.mark.clausule("5.3", "8.5", "8.7")
def test_een_bezwaar_vraagt_overleg_en_dan_een_reden(ploeg: Ploeg, zaak: UUID) -> None:
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    with pytest.raises(KanNiet):
        reageer(ploeg.anna, zaak, M.BEZWAAR)
    reageer(ploeg.anna, zaak, M.BEZWAAR, "Er is nog geen opvang")
    reageer(ploeg.cato, zaak, M.GEEN_MENING)
    assert "besluit_aangehouden" in journaalsoorten()
    beeld = een(ploeg.bram, zaak)
    assert beeld.rij.staat == "aangehouden_voor_overleg"
    assert [post.soort for post in werk_van(ploeg.bram, zaak)] == ["besluit_overleg"]
    with pytest.raises(KanNiet) as fout:
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, beeld.rij.versie, "Toch")
    assert fout.value.code == "bezwaar"
    acties.leg_overleg_vast(ploeg.bram.wie(), zaak, rij.pk, beeld.rij.versie, "Anna zoekt mee")
    versie = een(ploeg.bram, zaak).rij.versie
    with pytest.raises(KanNiet) as fout:
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, versie)
    assert fout.value.code == "reden"
    acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, versie, "De huisbaas wacht niet")
    assert een(ploeg.anna, zaak).rij.motivering == "De huisbaas wacht niet"


@pytest.mark.clausule("5.3")
def test_wie_bezwaar_laat_vallen_geeft_het_besluit_vrij(ploeg: Ploeg, zaak: UUID) -> None:
    acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    reageer(ploeg.anna, zaak, M.BEZWAAR, "Geen opvang")
    reageer(ploeg.anna, zaak, M.AKKOORD, "Er is nu opvang")
    assert een(ploeg.bram, zaak).rij.staat == "voorgenomen"
    assert [stap.daad for stap, _zin in een(ploeg.bram, zaak).stappen] == [
        "",
        "bezwaar_maken",
        "bezwaar_laten_vallen",
    ]


@pytest.mark.clausule("5.3")
def test_spoed_staat_meteen_vast_en_wordt_daarna_gehoord(ploeg: Ploeg, zaak: UUID) -> None:
    spoed = replace(VERLOF, spoedreden="De uitvaart is morgen")
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, spoed)
    assert een(ploeg.anna, zaak).rij.staat == "definitief"
    assert verteld(ploeg.anna) == ["spoedbesluit"]
    werk = {post.soort: post.zin for post in werk_van(ploeg.anna, zaak)}
    assert werk.keys() == {"spoedbesluit", "spoedmelding"}
    assert werk["spoedmelding"].startswith("Bevestig dat u weet"), "reageren heeft een eigen dag"
    reageer(ploeg.anna, zaak, M.BEZWAAR, "Wij wisten van niets")
    assert een(ploeg.anna, zaak).rij.staat == "definitief"
    assert [post.soort for post in werk_van(ploeg.bram, zaak)] == ["besluit_overleg"]
    versie = een(ploeg.bram, zaak).rij.versie
    acties.leg_overleg_vast(ploeg.bram.wie(), zaak, rij.pk, versie, "Besproken")
    assert werk_van(ploeg.bram, zaak) == []


@pytest.mark.clausule("5.3")
def test_wat_vaststaat_vraagt_geen_reactie_meer(ploeg: Ploeg, zaak: UUID) -> None:
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    with klok.op(date(2026, 12, 1)):
        acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, 1)
    with pytest.raises(KanNiet):
        reageer(ploeg.anna, zaak, M.AKKOORD)
    assert werk_van(ploeg.anna, zaak, date(2026, 12, 2)) == []


@pytest.mark.clausule("5.3", "6.4")
def test_buiten_de_kring_is_er_niets(ploeg: Ploeg, zaak: UUID) -> None:
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    for ander in (ploeg.eva, ploeg.dirk, ploeg.gijs):
        assert zie(ander, zaak) == []
        with pytest.raises(NietToegestaan):
            acties.reageer(ander.wie(), zaak, rij.pk, 1, M.AKKOORD)
        with pytest.raises((NietToegestaan, KanNiet)):
            acties.neem_voor(ander.wie(), zaak, VERLOF)
    with pytest.raises(NietToegestaan):
        acties.trek_in(ploeg.anna.wie(), zaak, rij.pk, 1, "Mag niet")


@pytest.mark.clausule("5.3", "5.7")
def test_een_gemeente_zonder_grond_staat_er_met_de_reden(ploeg: Ploeg, zaak: UUID) -> None:
    wat = Voornemen(
        Besluitsoort.ANDERE_GEMEENTE, C.PLAN, "Naar Groningen", date(2027, 3, 1), "GM0202"
    )
    acties.neem_voor(ploeg.anna.wie(), zaak, wat)
    (eva,) = [p for p in een(ploeg.anna, zaak).partijen if not p.vraagbaar]
    assert eva.waarom == ["Hier gaat deze persoon door het besluit naartoe."]
    assert "geen grond" in eva.uitleg
    assert zie(ploeg.eva, zaak) == []
    assert verteld(ploeg.eva) == []


@pytest.mark.clausule("5.3", "6.4")
def test_een_besluit_zonder_beslisser_wordt_overgenomen(ploeg: Ploeg, zaak: UUID) -> None:
    """Bram's prison loses its ground some time after the move; Zwolle goes on with it."""
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, replace(VERLOF, ingang=date(2027, 6, 1)))
    zwolle = _verhuis(zaak)
    assert [post.soort for post in werk_van(zwolle, zaak)] == ["besluit_reactie"]
    with klok.op(date(2027, 2, 20)):
        nu = {post.soort for post in werk_van(zwolle, zaak)}
        assert (nu, werk_van(ploeg.bram, zaak)) == ({"besluit_reactie", "besluit_definitief"}, [])
        with pytest.raises(NietToegestaan):
            acties.trek_in(ploeg.bram.wie(), zaak, rij.pk, 1, "Te laat")
        acties.neem_over(zwolle.wie(), zaak, rij.pk, 1)
        acties.maak_definitief(zwolle.wie(), zaak, rij.pk, 2)
    with verwerking(systeem_zelf("test", klok.nu())):
        nu = Besluit.objects.get(pk=rij.pk)
        assert (nu.loket_id, nu.staat) == (zwolle.loket.pk, "definitief")


def _verhuis(zaak: UUID) -> Lid:
    from richting.akkoord.woorden import Loketsoort, Organisatiesoort
    from tests.partijen.bouwers import maak_loket, maak_medewerker, maak_organisatie

    bericht = {
        "berichtId": "BESLUIT-verhuisd",
        "soort": "overplaatsing",
        "bronTijd": "2026-11-22T10:00:00+01:00",
        "verblijf": "BESLUIT",
        "plaats": {"soort": "pi", "inrichting": "PI-ZWOLLE"},
        "datum": "2026-11-22",
    }
    assert [a.status.value for a in stuur(bericht)] == ["aanvaard"]
    loket = maak_loket(
        maak_organisatie("PI-ZWOLLE", Organisatiesoort.INRICHTING), Loketsoort.CASEMANAGEMENT
    )
    return Lid(maak_medewerker("zus", loket), loket)


@pytest.mark.clausule("5.3", "5.4")
def test_wie_er_later_bij_komt_wordt_ook_gevraagd(ploeg: Ploeg, zaak: UUID) -> None:
    soort, deel = Besluitsoort.HUISUITZETTING, C.ONDERDAK
    wat = Voornemen(soort, deel, "De huur loopt af", date(2026, 12, 18))
    rij = acties.neem_voor(ploeg.anna.wie(), zaak, wat)
    zwolle = _verhuis(zaak)
    assert "besluit_voorgenomen" in verteld(zwolle)
    acties.reageer(zwolle.wie(), zaak, rij.pk, 1, M.AKKOORD)


@pytest.mark.clausule("1.5", "5.3")
def test_wie_de_regie_met_de_hand_overneemt_wordt_ook_gevraagd(ploeg: Ploeg) -> None:
    """A second municipality in play is not touched by leave; holding the process it is."""
    gemeenten = [
        {"gemeente": GEMEENTE, "rol": "ingezetene"},
        {"gemeente": ANDERE_GEMEENTE, "rol": "feitelijk_verblijf"},
    ]
    zaak = nieuwe_zaak(gemeenten=gemeenten)
    acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    assert verteld(ploeg.eva) == []
    neem_regie_over(ploeg.eva.wie(), zaak, PROCES, houder(zaak, PROCES).pk, "Anna is ziek")
    assert verteld(ploeg.eva) == ["besluit_voorgenomen"]
    redenen = [p.waarom for p in een(ploeg.bram, zaak).partijen if p.naam == ploeg.eva.loket.naam]
    assert redenen == [["Heeft de procesregie."]]


def test_er_blijft_van_elke_verandering_een_regel(ploeg: Ploeg, zaak: UUID) -> None:
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    reageer(ploeg.anna, zaak, M.AKKOORD)
    reageer(ploeg.anna, zaak, M.GEEN_MENING)
    acties.trek_in(ploeg.bram.wie(), zaak, rij.pk, 3, "Niet nodig")
    with verwerking(systeem_zelf("test", klok.nu())):
        stappen = Besluitstap.objects.filter(besluit=rij.pk).values_list("daad", "mening")
        assert list(stappen) == [
            ("", ""),
            ("reageren", "akkoord"),
            ("reageren", "geen_mening"),
            ("intrekken", ""),
        ]
    assert verteld(ploeg.cato)[-1] == "besluit_ingetrokken"


def samen(*daden: Callable[[], None]) -> list[BaseException | None]:
    """Do these at once, each over its own connection; what became of each."""
    start = threading.Barrier(len(daden))
    uitkomst: list[BaseException | None] = [None] * len(daden)

    def doe(plek: int, daad: Callable[[], None]) -> None:
        try:
            start.wait()
            daad()
        except BaseException as fout:
            uitkomst[plek] = fout
        finally:
            connections.close_all()

    draden = [threading.Thread(target=doe, args=paar) for paar in enumerate(daden)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitkomst


@pytest.mark.clausule("5.3")
def test_bezwaar_en_definitief_tegelijk_een_van_beide_wint(echte_database: None) -> None:
    """Never both: a decision does not become final over an objection that nobody saw."""
    maak_partijen()
    ploeg, zaak = maak_ploeg(), nieuwe_zaak()
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    morgen = klok.vandaag() + timedelta(days=1)
    _zet_termijn(rij.pk, klok.vandaag() - timedelta(days=1))
    uitkomst = samen(
        lambda: acties.reageer(ploeg.anna.wie(), zaak, rij.pk, 1, M.BEZWAAR, "Geen opvang"),
        lambda: acties.maak_definitief(ploeg.bram.wie(), zaak, rij.pk, 1),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    with verwerking(systeem_zelf("test", klok.nu())):
        nu = Besluit.objects.get(pk=rij.pk)
        bezwaar = Besluitreactie.objects.filter(besluit=rij.pk, reactie="bezwaar").exists()
    assert (nu.staat, bezwaar) in {("definitief", False), ("aangehouden_voor_overleg", True)}
    assert morgen > klok.vandaag()


def test_twee_collegas_reageren_tegelijk_een_keer(echte_database: None) -> None:
    maak_partijen()
    ploeg, zaak = maak_ploeg(), nieuwe_zaak()
    rij = acties.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    uitkomst = samen(
        lambda: acties.reageer(ploeg.anna.wie(), zaak, rij.pk, 1, M.AKKOORD, "Goed"),
        lambda: acties.reageer(ploeg.anna.wie(), zaak, rij.pk, 1, M.BEZWAAR, "Niet goed"),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    with verwerking(systeem_zelf("test", klok.nu())):
        assert Besluitstap.objects.filter(besluit=rij.pk).count() == 2


def _zet_termijn(besluit: UUID, dag: date) -> None:
    with verwerking(systeem_zelf("test", klok.nu())):
        Besluitreactie.objects.filter(besluit=besluit, loket__isnull=False).update(uiterlijk=dag)


@pytest.mark.clausule("5.3")
def test_de_paginas_doen_alles_van_bekijken_tot_definitief(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    waarden = {
        "soort": "verlof",
        "omschrijving": "Een dag verlof",
        "ingang": "2026-12-18",
        "categorie": "",
        "spoedreden": "",
    }
    meld_aan(client, ploeg.bram)
    nieuw = reverse("regie:besluit_nieuw", args=[zaak])
    bekeken = client.post(nieuw, {**waarden, "bekijk": "1"})
    assert "Wie raakt dit besluit?" in bekeken.content.decode()
    assert ploeg.anna.loket.naam in bekeken.content.decode()
    assert zie(ploeg.bram, zaak) == []
    assert client.post(nieuw, {**waarden, "neem": "1"}).status_code == 302
    rij = een(ploeg.bram, zaak).rij
    pagina = reverse("regie:besluit", args=[zaak, rij.pk])
    for lid in (ploeg.anna, ploeg.cato):
        meld_aan(client, lid)
        assert "Geef deze reactie" in client.get(pagina).content.decode()
        versie = een(lid, zaak).rij.versie
        velden = {"versie": versie, "mening": "akkoord", "reden": ""}
        assert client.post(f"{pagina}reageren/", velden).status_code == 302
    meld_aan(client, ploeg.eva)
    assert client.get(pagina).status_code == 404
    assert client.post(f"{pagina}intrekken/", {"versie": 1, "reden": "x"}).status_code == 404
    meld_aan(client, ploeg.bram)
    assert "Maak definitief" in client.get(pagina).content.decode()
    oud = client.post(f"{pagina}definitief_maken/", {"versie": 1})
    assert "Iemand anders was u voor" in oud.content.decode()
    assert client.post(f"{pagina}definitief_maken/", {"versie": 3}).status_code == 302
    assert een(ploeg.bram, zaak).rij.staat == "definitief"
