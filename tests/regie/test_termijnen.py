"""Terms of a dossier, what is put off, what is sent back, and the list they lead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.posten import Hoofdlijst, Post, Poststaat, staat
from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.akkoord.urgentie import dagen_tot_vrij, rang
from richting.delen.models import Afscherming
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties import terugmelden, uitstel, werkregels, werkstand
from richting.regie.models import Afvinking, Lijstfilter, Terugmelding, Uitstel, Werkregel
from richting.regie.overzichten.hoofdlijsten import hoofdblad
from richting.regie.overzichten.werkvoorraad import Vraag
from richting.regie.posten import Postvraag, posten_van
from tests.berichten.bouwers import (
    begin,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, journaalsoorten, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.1")]
VANDAAG = date(2026, 11, 23)
OVER_EEN_JAAR = {"vroegst": "2027-11-22", "laatst": "2027-11-22", "zekerheid": "vast"}
DECEMBER = {"vroegst": "2026-12-14", "laatst": "2026-12-14", "zekerheid": "vast"}


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def verblijf(naam: str = "T1", **anders: Any) -> UUID:
    """A stay in Bram's prison of somebody of Anna's municipality, since 2 November."""
    stuur(begin(naam, **{"begin": "2026-11-02", "verwachtEinde": OVER_EEN_JAAR, **anders}))
    gevonden = dossier(naam)
    assert gevonden is not None
    return gevonden.pk


def posten(zaak: UUID, op: date = VANDAAG) -> dict[str, Post]:
    with verwerking(programma()):
        vraag = Postvraag(feiten_van_alle([zaak]), op, AANNAMES)
        return {post.sleutel: post for post in posten_van(vraag)[zaak]}


def regel(lid: Lid, zaak: UUID) -> Werkregel:
    with verwerking(programma()):
        return Werkregel.objects.get(dossier=zaak, loket=lid.loket)


def pagina(client: Client, lid: Lid, lijst: str = "", **vraag: str) -> str:
    meld_aan(client, lid)
    antwoord = client.get("/", {"lijst": lijst, **vraag})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def klopt(*zaken: UUID, op: date = VANDAAG) -> None:
    """What is kept equals what is worked out anew on this day."""
    with verwerking(programma()):
        standen = werkstand.standen_van(feiten_van_alle(zaken), op)
        rijen = Werkregel.objects.filter(dossier__in=zaken)
        staand = {
            (r.dossier_id, r.loket_id): (r.uiterlijk, r.wacht_tot, r.niet_op_orde, r.herzien_op)
            for r in rijen
        }
    assert staand == {
        plek: (s.loket.uiterlijk, s.loket.wacht_tot, s.niet_op_orde, s.herzien_op)
        for plek, s in standen.items()
    }


def test_de_eerste_dag_staat_op_de_regel_van_wie_het_moet_doen(ploeg: Ploeg) -> None:
    zaak = verblijf()
    assert regel(ploeg.bram, zaak).uiterlijk == date(2026, 11, 16)
    assert regel(ploeg.anna, zaak).uiterlijk == date(2027, 8, 30)
    assert regel(ploeg.bram, zaak).niet_op_orde == 5
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_een_andere_dag_van_vertrek_verschuift_alles_wat_terugtelt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    assert posten(zaak)["termijn:R12-onderdak"].uiterlijk == date(2027, 8, 30)
    stuur(einde_gewijzigd("T1", verwachtEinde=DECEMBER))
    assert posten(zaak)["termijn:R12-onderdak"].uiterlijk == date(2026, 11, 16)
    assert regel(ploeg.anna, zaak).uiterlijk == date(2026, 11, 16)
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_de_tijdlijn_zegt_welke_termijnen_verschuiven(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    stuur(einde_gewijzigd("T1", verwachtEinde=DECEMBER))
    meld_aan(client, ploeg.anna)
    html = client.get(f"/dossiers/{zaak}/").content.decode()
    assert "Daardoor schuiven termijnen mee" in html


def test_wie_te_laat_is_staat_op_de_lijst_en_niet_op_een_andere(
    client: Client, ploeg: Ploeg
) -> None:
    verblijf()
    assert "Verzonnen" in pagina(client, ploeg.bram)
    assert "Verzonnen" in pagina(client, ploeg.bram, "te-laat")
    for lijst in ("vandaag", "week", "wacht"):
        assert "Verzonnen" not in pagina(client, ploeg.bram, lijst)
    assert "De screening en de intake zijn klaar." in pagina(client, ploeg.bram, "te-laat")


def test_uitstellen_met_een_reden_haalt_het_van_de_lijst_tot_die_dag(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
    assert staat(posten(zaak)["termijn:T1"], VANDAAG) is Poststaat.UITGESTELD
    assert regel(ploeg.bram, zaak).uiterlijk == date(2026, 11, 26)
    assert "Verzonnen" not in pagina(client, ploeg.bram, "te-laat")
    assert "Verzonnen" in pagina(client, ploeg.bram, "week")
    assert "werk_uitgesteld" in journaalsoorten()
    klopt(zaak)


@pytest.mark.parametrize(
    ("tot", "reden"),
    [
        (date(2026, 11, 23), "Ziek"),
        (date(2026, 12, 8), "Ziek"),
        (date(2026, 11, 26), " "),
    ],
)
def test_uitstellen_kan_niet_zonder_reden_of_te_lang(ploeg: Ploeg, tot: date, reden: str) -> None:
    zaak = verblijf()
    with pytest.raises(KanNiet):
        uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", tot, reden)
    with verwerking(programma()):
        assert not Uitstel.objects.exists()


def test_nooit_voorbij_de_dag_van_vertrek(ploeg: Ploeg) -> None:
    morgen = {"vroegst": "2026-11-25", "laatst": "2026-11-25", "zekerheid": "vast"}
    zaak = verblijf(verwachtEinde=morgen)
    with pytest.raises(KanNiet):
        uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
    uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 25), "Ziek")


@pytest.mark.clausule("6.4")
def test_een_ander_loket_stelt_niets_uit_en_vinkt_niets_af(ploeg: Ploeg) -> None:
    zaak = verblijf()
    for lid in (ploeg.anna, ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            uitstel.stel_uit(lid.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
        with pytest.raises(NietToegestaan):
            uitstel.vink_af(lid.wie(), zaak, "termijn:T1", VANDAAG)


def test_wat_is_afgevinkt_is_gehaald_en_begint_wat_erop_volgt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    uitstel.vink_af(ploeg.bram.wie(), zaak, "termijn:T4", date(2026, 11, 20), "Met de gemeente")
    na = posten(zaak)
    assert staat(na["termijn:T4"], VANDAAG) is Poststaat.GEHAALD
    assert na["termijn:T4-vervolg"].uiterlijk == date(2027, 1, 1)
    with verwerking(programma()):
        assert Afvinking.objects.get().daad == "mdo"
    klopt(zaak)


def test_na_het_vertrek_vervalt_wat_de_inrichting_moest_en_niet_wat_de_gemeente_moet(
    ploeg: Ploeg,
) -> None:
    zaak = verblijf()
    stuur(
        {
            "berichtId": "T1-einde",
            "soort": "einde",
            "bronTijd": "2026-11-23T08:00:00+01:00",
            "verblijf": "T1",
            "datum": "2026-11-23",
            "reden": "opheffing",
        }
    )
    na = posten(zaak)
    assert staat(na["termijn:T1"], VANDAAG) is Poststaat.VERVALLEN
    assert staat(na["termijn:R12-onderdak"], VANDAAG) is Poststaat.TE_LAAT
    assert regel(ploeg.bram, zaak).uiterlijk is None
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_dit_klopt_niet_gaat_naar_de_bron_en_komt_beantwoord_terug(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    melding = terugmelden.meld_terug(
        ploeg.anna.wie(), zaak, Gegeven.EINDE, "22 november", "23 november", "termijn:R12-onderdak"
    )
    assert melding.aan_id == ploeg.bram.loket.pk
    assert regel(ploeg.anna, zaak).wacht_tot == melding.uiterlijk
    assert "Verzonnen" in pagina(client, ploeg.anna, "wacht")
    klopt(zaak)
    with pytest.raises(KanNiet):
        terugmelden.meld_terug(ploeg.anna.wie(), zaak, Gegeven.EINDE, "x", "y")
    with pytest.raises(NietToegestaan):
        terugmelden.beantwoord(
            ploeg.anna.wie(), zaak, melding.pk, Terugantwoord.KLOPT, "Niet van ons"
        )
    terugmelden.beantwoord(ploeg.bram.wie(), zaak, melding.pk, Terugantwoord.KLOPT, "Zo is het")
    assert regel(ploeg.anna, zaak).wacht_tot is None
    with verwerking(programma()):
        assert Terugmelding.objects.get().antwoord == "klopt_wel"
        soorten = set(Melding.objects.values_list("soort", "loket"))
    assert ("teruggemeld", ploeg.bram.loket.pk) in soorten
    assert ("terugmelding_beantwoord", ploeg.anna.loket.pk) in soorten
    klopt(zaak)


def test_wie_zelf_de_bron_is_meldt_niets_terug(ploeg: Ploeg) -> None:
    zaak = verblijf()
    with pytest.raises(KanNiet):
        terugmelden.meld_terug(ploeg.bram.wie(), zaak, Gegeven.EINDE, "x", "y")


@pytest.mark.clausule("6.4")
def test_de_termijnen_bestaan_niet_voor_wie_het_dossier_niet_mag_zien(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    for lid in (ploeg.eva, ploeg.dirk):
        meld_aan(client, lid)
        for plek in ("termijnen", "klopt-niet"):
            assert client.get(f"/dossiers/{zaak}/{plek}/").status_code == 404
        vorm = {"sleutel": "termijn:T1", "tot": "2026-11-26", "reden": "x"}
        antwoord = client.post(f"/dossiers/{zaak}/termijnen/uitstel/", vorm)
        assert antwoord.status_code == 404


def test_meer_regels_tegelijk_en_wat_niet_lukte_staat_erbij(client: Client, ploeg: Ploeg) -> None:
    een, ander = verblijf(), verblijf("T2", persoon={"geslachtsnaam": "Zelfstand"})
    uitstel.stel_uit(ploeg.bram.wie(), ander, "termijn:T1", date(2026, 12, 7), "Eerder")
    with verwerking(programma()):
        Uitstel.objects.update(eerste_op=date(2026, 11, 9))
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "dossier": [een, ander], "tot": "2026-11-25", "reden": "Ziek"}
    html = client.post("/werk/", vorm).content.decode()
    assert "Zelfstand" in html
    assert "Dit lukte niet" in html
    assert regel(ploeg.bram, een).uiterlijk == date(2026, 11, 25)
    assert regel(ploeg.bram, ander).uiterlijk == date(2026, 11, 30)


def test_uitstellen_van_meer_regels_vraagt_een_dag_en_een_reden(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    meld_aan(client, ploeg.bram)
    html = client.post("/werk/", {"daad": "uitstel", "dossier": [zaak]}).content.decode()
    assert "Vul dit in om uit te stellen." in html
    assert client.post("/werk/", {"daad": "weg", "dossier": [zaak]}).status_code == 404


@pytest.mark.clausule("1.10")
def test_op_mijn_naam_en_dan_alleen_mijn_regels(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    verblijf("T2", persoon={"geslachtsnaam": "Anderman"})
    meld_aan(client, ploeg.bram)
    client.post("/werk/", {"daad": "op_naam", "dossier": [zaak]})
    html = pagina(client, ploeg.bram, "te-laat", mijn="on")
    assert "Verzonnen" in html
    assert "Anderman" not in html
    werkregels.herbouw(programma(), [zaak])
    assert regel(ploeg.bram, zaak).medewerker == ploeg.bram.medewerker.pk


def test_een_filter_bewaren_en_weer_openen(client: Client, ploeg: Ploeg) -> None:
    verblijf()
    meld_aan(client, ploeg.bram)
    client.post("/werk/filters/", {"lijst": "te-laat", "gemeente": "GM0344", "naam": "Utrecht"})
    filter_ = Lijstfilter.objects.get()
    assert (filter_.gemeente, filter_.medewerker_id) == ("GM0344", ploeg.bram.medewerker.pk)
    assert "Utrecht" in pagina(client, ploeg.bram, "te-laat")
    client.post(f"/werk/filters/{filter_.pk}/")
    assert not Lijstfilter.objects.exists()


def test_het_filter_biedt_alleen_wat_op_de_eigen_lijst_voorkomt(
    client: Client, ploeg: Ploeg
) -> None:
    verblijf()
    html = pagina(client, ploeg.anna, "nieuw")
    assert "PI-NIEUWEGEIN" in html
    assert "PI-VUGHT" not in html


def test_wie_de_minste_tijd_heeft_voor_het_meeste_staat_boven(client: Client, ploeg: Ploeg) -> None:
    verblijf("LAAT")
    verblijf("EERST", persoon={"geslachtsnaam": "Aanstonds"}, verwachtEinde=DECEMBER)
    html = pagina(client, ploeg.bram, "te-laat")
    assert html.index("Aanstonds") < html.index("Verzonnen")
    assert "5 voorwaarden niet op orde, nog 21 dagen." in html


def test_herbouwen_geeft_dezelfde_kolommen(ploeg: Ploeg) -> None:
    zaken = [verblijf(), verblijf("T2", gemeenten=None, persoon={"geslachtsnaam": "Ander"})]
    klopt(*zaken)
    werkregels.herbouw(programma(), zaken)
    klopt(*zaken)


def test_wat_vanzelf_verandert_wordt_op_die_dag_bijgewerkt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    with verwerking(programma()):
        Werkregel.objects.filter(dossier=zaak).update(herzien_op=VANDAAG, uiterlijk=None)
    assert [deel for deel in werkstand.herzie(programma())] == [[zaak]]
    klopt(zaak)
    assert [*werkstand.herzie(programma())] == []


@pytest.mark.parametrize("keer", range(3))
def test_de_volgorde_in_de_database_is_die_van_de_regel(ploeg: Ploeg, keer: int) -> None:
    kans = Random(keer)
    zaken = [verblijf(f"U{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(8)]
    with verwerking(programma()):
        for zaak in zaken:
            thuis = kans.choice([None, *(VANDAAG + timedelta(days=d) for d in (-3, 0, 1, 9, 80))])
            Werkregel.objects.filter(dossier=zaak, loket=ploeg.bram.loket).update(
                thuiskomst=thuis, niet_op_orde=kans.choice([None, 0, 1, 2, 3, 5])
            )
    with lezing(ploeg.bram.wie(), "test") as lees:
        lees.niets_gezien()
        vraag = Vraag(
            ploeg.bram.loket.pk, "casemanagement", VANDAAG, "te-laat", AANNAMES, medewerker=None
        )
        blad = hoofdblad(vraag, "te-laat")
        vervolg = hoofdblad(vraag, "te-laat", 3)
        rest = hoofdblad(replace(vraag, na=vervolg.bladzijde.volgende), "te-laat")
    rangen = [
        rang(dagen_tot_vrij(r.thuiskomst, VANDAAG, AANNAMES.kort_verblijf_dagen), r.niet_op_orde)
        for r in blad.bladzijde.regels
    ]
    assert rangen == sorted(rangen)
    assert blad.alle[Hoofdlijst.TE_LAAT] == len(rangen) == len(zaken)
    assert [*vervolg.bladzijde.regels, *rest.bladzijde.regels] == blad.bladzijde.regels


@pytest.mark.clausule("6.4")
def test_de_telling_is_wat_het_slot_laat_zien(client: Client, ploeg: Ploeg) -> None:
    zaak, ander = verblijf(), verblijf("T2", persoon={"geslachtsnaam": "Geheim"})
    sluit_af(ploeg, ander)
    html = pagina(client, ploeg.bram, "te-laat")
    assert "Geheim" not in html
    assert '<span class="tabs__aantal">1</span>' in html
    assert regel(ploeg.bram, zaak).uiterlijk is not None


def test_een_loket_zonder_plan_heeft_de_hoofdlijsten_niet(client: Client, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.dirk)
    assert client.get("/", {"lijst": "te-laat"}).status_code == 404
    assert "Wacht op anderen" not in client.get("/").content.decode()


def test_een_volle_bladzijde_kost_evenveel_vragen_als_een_regel(
    client: Client, ploeg: Ploeg
) -> None:
    def tel_ze() -> int:
        with CaptureQueriesContext(connection) as vragen:
            pagina(client, ploeg.bram, "te-laat")
        return len(vragen)

    verblijf()
    tel_ze()
    een = tel_ze()
    for nr in range(6):
        verblijf(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"})
    assert tel_ze() == een


def test_de_lijst_is_ook_goed_als_niemand_de_dag_bijwerkte(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    with verwerking(programma()):
        Werkregel.objects.filter(dossier=zaak).update(herzien_op=VANDAAG, uiterlijk=None)
    assert "Verzonnen" in pagina(client, ploeg.bram, "te-laat")
    klopt(zaak)


def sluit_af(ploeg: Ploeg, zaak: UUID) -> None:
    """Only Cato may see this dossier."""
    with verwerking(programma()):
        Afscherming.objects.create(
            dossier_id=zaak,
            soort=Afscherming.NIET,
            medewerker=ploeg.bram.medewerker,
            reden="proef",
            gezet_op=klok.nu(),
        )
