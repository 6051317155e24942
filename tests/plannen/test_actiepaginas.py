"""The pages of actions and of the short stay, as the cast uses them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from richting.akkoord.plan.overgangen import Daad
from richting.akkoord.plan.woorden import Actiekader, Actiestaat, Leefgebied
from richting.partijen.models import Loket
from richting.plannen import actienamen
from richting.plannen.acties import actielijst as acties
from richting.plannen.acties.actievoorstel import Keuze, uit_sjabloon
from richting.plannen.overzichten import actieblokken, voorstellen
from tests.berichten.bouwers import stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_medewerker, meld_aan
from tests.plannen.bouwers_actie import (
    alle,
    als,
    eigen,
    gevraagd,
    kort_verblijf,
    lees,
    postbus,
    rij,
    sluit,
    stuur_in,
    zie,
)

VANDAAG = date(2026, 11, 23)
S = Actiestaat
pytestmark = pytest.mark.clausule("4.3", "8.5")


def nieuw(loket: Lid, **anders: Any) -> dict[str, Any]:
    """The form of a new action, filled in."""
    velden = {
        "leefgebied": "onderdak",
        "wat": "Zoek een kamer",
        "loket": loket.loket.pk,
        "herkomst": "gestart",
        "kader": "vrijwillig",
        "uiterlijk": "2027-02-01",
    }
    return {**velden, **anders}


def test_een_nieuwe_actie_begint_zonder_leefgebied(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    pagina = lees(client, ploeg.bram, "actielijst", zaak)
    keuze = pagina[pagina.index('id="id_actie_leefgebied"') :]
    assert 'value="" selected' in keuze[: keuze.index("</select>")]
    leeg = stuur_in(client, ploeg.bram, "actie_nieuw", zaak, **nieuw(ploeg.bram, leefgebied=""))
    assert "Kies een leefgebied." in leeg.content.decode()
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.clausule("5.4")
def test_bram_vraagt_anna_en_anna_zegt_ja_vanaf_de_lijst(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    antwoord = stuur_in(client, ploeg.bram, "actie_nieuw", zaak, **nieuw(ploeg.anna))
    assert antwoord.url == reverse("plannen:actielijst", args=[zaak])
    (vraag,) = alle(ploeg.anna, zaak)
    assert (vraag.staat, vraag.verantwoordelijk) == (S.GEVRAAGD, ploeg.anna.loket)
    pagina = lees(client, ploeg.anna, "actielijst", zaak)
    assert "Een ander loket vraagt u iets" in pagina
    assert "Ja, dit doen wij" in pagina
    assert "Ja, dit doen wij" not in lees(client, ploeg.bram, "actielijst", zaak)
    stuur_in(
        client, ploeg.anna, "actie_daad", zaak, vraag.pk, "aanvaarden", versie=1, vanaf="lijst"
    )
    gezien = zie(ploeg.bram, zaak, vraag.pk)
    assert gezien is not None
    assert gezien.staat == S.AFGESPROKEN


def test_een_nee_vraagt_een_reden_en_houdt_de_tekst_vast(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    adres = ("actie_daad", zaak, vraag.pk, "weigeren")
    antwoord = stuur_in(
        client, ploeg.anna, *adres, versie=1, reden="", toelichting="Wij zitten vol"
    )
    tekst = antwoord.content.decode()
    assert "Kies een reden." in tekst
    assert "Wij zitten vol" in tekst
    antwoord = stuur_in(client, ploeg.anna, *adres, versie=1, reden="anders", toelichting="")
    assert "Schrijf op wat de andere reden is." in antwoord.content.decode()
    antwoord = stuur_in(client, ploeg.anna, *adres, versie=1, reden="geen_plek")
    assert antwoord.url == reverse("plannen:actie", args=[zaak, vraag.pk])
    pagina = lees(client, ploeg.bram, "actie", zaak, vraag.pk)
    assert "Geweigerd" in pagina
    assert "Er is geen plek" in pagina


@pytest.mark.parametrize("naam", ["actielijst", "kort"])
@pytest.mark.clausule("6.4")
def test_eva_en_dirk_krijgen_404(client: Client, ploeg: Ploeg, zaak: UUID, naam: str) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        assert client.get(reverse(f"plannen:{naam}", args=[zaak])).status_code == 404


@pytest.mark.clausule("6.4")
def test_ook_elke_daad_is_voor_een_vreemde_404(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.bram, zaak)
    for naam, args, velden in (
        ("actie_nieuw", (zaak,), nieuw(ploeg.eva)),
        ("actie_voorstellen", (zaak,), {"kies_digid": "on"}),
        ("kort", (zaak,), {"kort-slapen": "geregeld"}),
        ("actie_daad", (zaak, actie.pk, "beginnen"), {"versie": 1}),
        ("actie_wijzig", (zaak, actie.pk), {"versie": 1, "wat": "Nee"}),
        ("actie_uitvoerder", (zaak, actie.pk), {"versie": 1, "medewerker": 1}),
    ):
        antwoord = stuur_in(client, ploeg.eva, naam, *args, **velden)
        assert antwoord.status_code == 404, naam
    assert stuur_in(client, ploeg.bram, "actie_daad", zaak, actie.pk, "bakken").status_code == 404


@pytest.mark.clausule("6.4")
def test_een_actie_in_een_gesloten_leefgebied_bestaat_niet(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    zorg = eigen(ploeg.bram, zaak, leefgebied=Leefgebied.ZORG, wat="Naar de kliniek")
    sluit(ploeg.anna, zaak, "zorg")
    meld_aan(client, ploeg.anna)
    assert client.get(reverse("plannen:actie", args=[zaak, zorg.pk])).status_code == 404
    pagina = lees(client, ploeg.anna, "actielijst", zaak)
    assert "Naar de kliniek" not in pagina
    assert "medicijnen" not in pagina


@pytest.mark.clausule("5.4")
def test_twee_browsers_op_een_actie_de_tweede_ziet_wat_er_veranderde(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak)
    ander = Client()
    velden = {"herkomst": "gestart", "kader": "vrijwillig", "versie": 1}
    stuur_in(client, ploeg.anna, "actie_wijzig", zaak, actie.pk, **velden, wat="Zoek een studio")
    dag = {"begin": "2026-12-01", "uiterlijk": "2027-01-15"}
    antwoord = stuur_in(
        ander, ploeg.anna, "actie_wijzig", zaak, actie.pk, **velden, **dag, wat="Zoek een flat"
    )
    tekst = antwoord.content.decode()
    assert "U vulde in: 15 januari 2027" in tekst
    assert antwoord.status_code == 409
    assert "Iemand anders was u voor" in tekst
    assert "Zoek een studio" in tekst
    assert "Zoek een flat" in tekst
    opnieuw = {**velden, "versie": 2}
    antwoord = stuur_in(
        ander, ploeg.anna, "actie_wijzig", zaak, actie.pk, **opnieuw, wat="Zoek een flat"
    )
    assert antwoord.status_code == 302
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert gezien.wat == "Zoek een flat"


@pytest.mark.clausule("5.4")
def test_wie_klaar_zegt_terwijl_een_ander_stopte_hoort_dat_in_woorden(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.stop(ploeg.anna.wie(), zaak, actie.pk, 1, "wil_niet")
    antwoord = stuur_in(client, ploeg.anna, "actie_daad", zaak, actie.pk, "afronden", versie=1)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Gestopt" in tekst
    assert "gestopt" not in tekst.replace("Gestopt", "")
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert gezien.staat == S.GESTOPT


def test_uitstellen_en_een_collega_aanwijzen_op_de_pagina_van_de_actie(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak, uiterlijk=VANDAAG - timedelta(days=3))
    assert "te laat" in lees(client, ploeg.anna, "actie", zaak, actie.pk)
    stuur_in(
        client,
        ploeg.anna,
        "actie_daad",
        zaak,
        actie.pk,
        "uitstellen",
        versie=1,
        reden="ziek",
        tot="2027-01-15",
    )
    wie = ploeg.anna.medewerker.pk
    antwoord = stuur_in(
        client, ploeg.anna, "actie_uitvoerder", zaak, actie.pk, versie=2, medewerker=wie
    )
    assert antwoord.status_code == 302
    pagina = lees(client, ploeg.bram, "actie", zaak, actie.pk)
    assert "Uitgesteld" in pagina
    assert "15 januari 2027" in pagina
    assert "Wat wilt u doen?" not in pagina


def test_een_laatste_dag_voor_de_eerste_wordt_niet_aangenomen(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    velden = nieuw(ploeg.bram, begin="2027-03-01")
    antwoord = stuur_in(client, ploeg.bram, "actie_nieuw", zaak, **velden)
    assert "De laatste dag ligt voor de eerste dag." in antwoord.content.decode()
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.parametrize("naam", ["actielijst", "kort"])
def test_meer_acties_kosten_geen_vraag_meer(
    client: Client, ploeg: Ploeg, zaak: UUID, naam: str
) -> None:
    eigen(ploeg.bram, zaak)
    een = tel_vragen(client, ploeg.bram, naam, zaak)
    for _keer in range(12):
        gevraagd(ploeg.bram, zaak, ploeg.anna)
    assert tel_vragen(client, ploeg.bram, naam, zaak) == een


def tel_vragen(client: Client, lid: Lid, naam: str, zaak: UUID) -> int:
    """How many statements a page costs, once everything that is kept is warm."""
    lees(client, lid, naam, zaak)
    with CaptureQueriesContext(connection) as vragen:
        client.get(reverse(f"plannen:{naam}", args=[zaak]))
    return len(vragen)


# Templates


@pytest.mark.clausule("5.1")
def test_voorstellen_staan_klaar_met_hun_dag_en_gaan_er_samen_in(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    pagina = lees(client, ploeg.bram, "actielijst", zaak)
    assert "Zoek een woning voor na het vertrek" in pagina
    antwoord = stuur_in(client, ploeg.bram, "actie_voorstellen", zaak)
    assert "Kies eerst een of meer voorstellen." in antwoord.content.decode()
    stuur_in(
        client,
        ploeg.bram,
        "actie_voorstellen",
        zaak,
        **{
            "kies_woning-zoeken": "on",
            "loket_woning-zoeken": ploeg.anna.loket.pk,
            "kies_schulden-overzicht": "on",
            "loket_schulden-overzicht": ploeg.bram.loket.pk,
            "loket_digid": ploeg.bram.loket.pk,
        },
    )
    woning, schulden = alle(ploeg.bram, zaak)
    assert (woning.staat, woning.verantwoordelijk) == (S.GEVRAAGD, ploeg.anna.loket)
    assert woning.begin == date(2026, 12, 3)
    assert woning.uiterlijk == date(2027, 3, 1)
    assert (schulden.staat, schulden.sjabloon) == (S.AFGESPROKEN, "schulden-overzicht")
    assert postbus(ploeg.anna, zaak) == ["actie_gevraagd"]
    opnieuw = lees(client, ploeg.bram, "actielijst", zaak)
    assert 'name="kies_woning-zoeken"' not in opnieuw
    assert 'name="kies_digid"' in opnieuw


@pytest.mark.clausule("3.3")
def test_wat_niet_meer_op_tijd_kan_zegt_wat_er_op_de_dag_zelf_moet(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = kort_verblijf()
    pagina = lees(client, ploeg.bram, "actielijst", zaak)
    assert "te laat voor de gewone weg" in pagina
    assert "Bel vandaag de gemeente: waar kan deze persoon vanavond slapen?" in pagina


def test_een_sjabloontekst_verschijnt_in_de_taal_van_de_lezer(ploeg: Ploeg, zaak: UUID) -> None:
    uit_sjabloon(ploeg.bram.wie(), zaak, [Keuze("woning-zoeken")])
    (actie,) = alle(ploeg.bram, zaak)
    assert actie.wat == "Zoek een woning voor na het vertrek"
    with translation.override("en"):
        assert actienamen.omschrijving(actie) == "Find a home for after release"
    acties.wijzig(ploeg.bram.wie(), zaak, actie.pk, 1, {"wat": "Zoek een kamer in Zuid"})
    (actie,) = alle(ploeg.bram, zaak)
    with translation.override("en"):
        assert actienamen.omschrijving(actie) == "Zoek een kamer in Zuid"


# Elsewhere


@pytest.mark.clausule("5.4")
def test_het_dossier_toont_wat_uw_loket_moet_doen(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    gevraagd(ploeg.bram, zaak, ploeg.anna, wat="Zoek een kamer bij zijn zus")
    adres = reverse("dossiers:dossier", args=[zaak])
    meld_aan(client, ploeg.anna)
    pagina = client.get(adres).content.decode()
    assert "Acties voor uw loket" in pagina
    assert "Zoek een kamer bij zijn zus" in pagina
    meld_aan(client, ploeg.cato)
    ander = client.get(adres).content.decode()
    assert "Acties voor uw loket" not in ander
    assert "Een ander loket is gevraagd: Zoek een kamer bij zijn zus." in ander


@pytest.mark.clausule("6.4")
def test_wat_de_oude_inrichting_liet_liggen_staat_op_het_dossier_van_de_nieuwe(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    eigen(ploeg.bram, zaak, wat="Vraag een kluisje")
    verhuis()
    zwolle = Loket.objects.get(organisatie__code="PI-ZWOLLE", soort="casemanagement")
    wies = Lid(maak_medewerker("wies", zwolle, "Wies"), zwolle)
    meld_aan(client, wies)
    pagina = client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    assert "verantwoordelijke ziet dit dossier niet meer" in pagina
    (actie,) = alle(wies, zaak)
    stuur_in(client, wies, "actie_daad", zaak, actie.pk, "overnemen", versie=1)
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert (gezien.verantwoordelijk, gezien.staat) == (zwolle, S.AFGESPROKEN)


def verhuis() -> None:
    """The person moves from Bram's prison to Zwolle, today."""
    (antwoord,) = stuur(
        {
            "berichtId": "PLAN-zwolle",
            "soort": "overplaatsing",
            "bronTijd": "2026-11-23T08:00:00+01:00",
            "verblijf": "PLAN",
            "datum": "2026-11-22",
            "plaats": {"soort": "pi", "inrichting": "PI-ZWOLLE"},
        }
    )
    assert antwoord.status == "aanvaard", antwoord


def test_de_tijdlijn_vertelt_wat_er_met_een_actie_gebeurt(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 1, {"wat": "Zoek een studio"})
    acties.stop(ploeg.anna.wie(), zaak, actie.pk, 2, "wil_niet")
    meld_aan(client, ploeg.bram)
    pagina = client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    for zin in (
        "Nieuwe actie: Zoek een kamer.",
        "Actie „Zoek een studio” is aangepast.",
        "Actie „Zoek een studio” staat nu op: Gestopt (De persoon wil het niet).",
    ):
        assert zin in pagina


@pytest.mark.clausule("5.5")
def test_blokken_geven_per_leefgebied_wie_wat_wanneer(ploeg: Ploeg, zaak: UUID) -> None:
    open_ = eigen(ploeg.bram, zaak, uiterlijk=date(2027, 2, 1))
    gestopt = eigen(ploeg.anna, zaak, kader=Actiekader.BIJZONDERE_VOORWAARDE)
    acties.stop(ploeg.anna.wie(), zaak, gestopt.pk, 1, "wil_niet")
    klaar = eigen(ploeg.anna, zaak, leefgebied=Leefgebied.ZORG, wat="Bel de arts")
    acties.rond_af(ploeg.anna.wie(), zaak, klaar.pk, 1, "Afspraak op 3 maart")
    dossier_ = rij(ploeg.cato, zaak)
    onderdak, zorg = als(ploeg.cato, zaak, lambda: list(actieblokken.blokken(dossier_)))
    assert (onderdak.sleutel, onderdak.categorie) == ("acties_onderdak", "onderdak")
    regels = {regel.sleutel: regel for regel in onderdak.regels}
    doet = f"{ploeg.bram.loket.naam} ({ploeg.bram.medewerker.naam})"
    assert regels[str(open_.pk)].tekst == f"{doet} · Afgesproken · klaar uiterlijk 1 februari 2027"
    assert regels[str(gestopt.pk)].tekst.endswith(
        "Gestopt · Bijzondere voorwaarde · De persoon wil het niet"
    )
    assert zorg.regels[0].tekst.endswith("klaar op 23 november 2026 · Afspraak op 3 maart")


@pytest.mark.clausule("2.2", "6.4")
def test_alleen_partijen_van_het_plan_kunnen_gevraagd_worden(ploeg: Ploeg, zaak: UUID) -> None:
    dossier_ = rij(ploeg.bram, zaak)
    kring = als(ploeg.bram, zaak, lambda: voorstellen.deelnemers(dossier_, VANDAAG))
    assert [een.loket for een in kring] == [
        ploeg.anna.loket,
        *sorted((ploeg.bram.loket, ploeg.cato.loket), key=lambda loket: loket.organisatie.naam),
    ]


def test_elke_daad_en_staat_heeft_een_naam() -> None:
    assert set(actienamen.DADEN) == set(Daad)
    assert set(actienamen.STATEN) == set(actienamen.SOORT) == set(Actiestaat)
