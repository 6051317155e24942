"""Webhooks on the screen: for who manages a desk, and how they fare for the functional manager."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.kern.werk import verwerking
from richting.meldingen.acties import bezorgen
from richting.meldingen.models import Mailkeuze
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import (
    afleveringen,
    bezorg,
    laat_thuis_bellen,
    pauzes_voorbij,
    programma,
    stand,
    vertel,
    webhook,
)
from tests.meldingen.ontvanger import Ontvanger
from tests.partijen.bouwers import Lid, Ploeg, journaalsoorten, maak_beheerder, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4")]
ADRES = "https://systeem.voorbeeld.nl/richting"


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    stuur(begin(reclassering="RN"))
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def maak(client: Client, **velden: Any) -> Any:
    return client.post(reverse("meldingen:nieuwe_webhook"), {"naam": "Suite", **velden})


def test_het_geheim_is_een_keer_te_zien(ploeg: Ploeg) -> None:
    client = als(maak_beheerder(ploeg.anna))
    antwoord = maak(client, adres=ADRES, soorten=["verlof"])
    (geheim,) = re.findall(r"whsec_[\w-]+", antwoord.content.decode())
    lijst = client.get(reverse("meldingen:webhooks")).content.decode()
    assert "Suite" in lijst
    (adres,) = re.findall(r"/webhooks/[0-9a-f-]{36}/", lijst)
    pagina = client.get(adres).content.decode()
    assert ADRES in pagina
    assert "gaat met verlof" in pagina
    assert geheim not in lijst + pagina
    assert journaalsoorten()[-1] == "webhook_gemaakt"


@pytest.mark.parametrize(
    ("adres", "zin"),
    [
        ("geen adres", "volledig adres"),
        ("http://systeem.voorbeeld.nl/", "https://"),
        ("https://10.0.0.1/", "niet mag bellen"),
    ],
)
def test_een_adres_dat_niet_kan_wordt_met_reden_geweigerd(
    adres: str, zin: str, ploeg: Ploeg
) -> None:
    antwoord = maak(als(maak_beheerder(ploeg.anna)), adres=adres)
    assert zin in antwoord.content.decode()
    assert "whsec_" not in antwoord.content.decode()


@pytest.mark.clausule("6.3", "6.5")
@pytest.mark.parametrize(
    ("wie", "hoort", "hoort_niet"),
    [
        ("anna", {"verlof", "verzoek_gedaan"}, {"risico_begonnen", "bij_begonnen"}),
        ("bram", {"verlof", "risico_begonnen"}, {"bij_begonnen", "verzoek_gedaan"}),
        ("dirk", {"verlof", "risico_begonnen", "bij_verstrekt"}, {"plan_vastgesteld"}),
    ],
)
def test_een_loket_kan_alleen_kiezen_wat_het_kan_horen(
    wie: str, hoort: set[str], hoort_niet: set[str], ploeg: Ploeg
) -> None:
    """Every kind stands once, under one heading; another kind is refused."""
    client = als(maak_beheerder(getattr(ploeg, wie)))
    html = client.get(reverse("meldingen:nieuwe_webhook")).content.decode()
    keuzes = re.findall(r'name="soorten" value="([a-z_]+)"', html)
    assert len(keuzes) == len(set(keuzes))
    assert hoort <= set(keuzes)
    assert not hoort_niet & set(keuzes)
    for soort in hoort_niet:
        tekst = maak(client, adres=ADRES, soorten=[soort]).content.decode()
        assert "Kies alleen soorten die uw loket kan krijgen." in tekst


def test_voor_wie_het_loket_niet_beheert_bestaat_de_pagina_niet(ploeg: Ploeg) -> None:
    nummer = webhook(ploeg.anna, ADRES).abonnement.pk
    eva = maak_beheerder(ploeg.eva)
    for lid, mag in ((ploeg.bram, False), (eva, False), (ploeg.anna, True), (ploeg.fatima, True)):
        antwoord = als(lid).get(reverse("meldingen:webhook", args=[nummer]))
        assert antwoord.status_code == (200 if mag else 404), lid
    for doe in ("sleutel", "oude-sleutel", "hervat", "opnieuw", "stop"):
        for lid in (ploeg.bram, eva):
            url = reverse("meldingen:webhook_daad", args=[nummer, doe])
            assert als(lid).post(url).status_code == 404, (lid, doe)
    assert als(ploeg.anna).post(f"/webhooks/{nummer}/iets-anders/").status_code == 404


def test_functioneel_beheer_ziet_hoe_het_gaat_en_kan_alleen_stoppen(ploeg: Ploeg) -> None:
    nummer = webhook(ploeg.anna, ADRES).abonnement.pk
    client = als(ploeg.fatima)
    lijst = client.get(reverse("meldingen:webhooks")).content.decode()
    assert ploeg.anna.loket.naam in lijst
    assert client.get(reverse("meldingen:nieuwe_webhook")).status_code == 404
    for doe in ("sleutel", "hervat", "opnieuw"):
        url = reverse("meldingen:webhook_daad", args=[nummer, doe])
        assert client.post(url).status_code == 404
    client.post(reverse("meldingen:webhook_daad", args=[nummer, "stop"]))
    assert stand(nummer).gestopt_op is not None


def test_van_onbestelbaar_tot_aangekomen_op_het_scherm(
    ploeg: Ploeg, jan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bezorgen, "is_onbestelbaar", lambda pogingen, _a: pogingen >= 1)
    with Ontvanger() as ontvanger:
        nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
        client = als(ploeg.anna)
        pagina = reverse("meldingen:webhook", args=[nummer])
        vertel(jan, ploeg.anna, 2)
        ontvanger.bus.gedrag = lambda _keer: 500
        bezorg()
        tekst = client.get(pagina).content.decode()
        assert "De ontvanger nam het bericht niet aan." in tekst
        assert "iets is onbestelbaar" not in tekst
        assert "komt niet aan" in tekst
        client.post(reverse("meldingen:webhook_daad", args=[nummer, "hervat"]))
        assert "komt niet aan" in client.get(pagina).content.decode()
        assert str(jan) not in tekst
        eerste = afleveringen()[0].pk
        zonder = client.post(
            reverse("meldingen:webhook_opgeven", args=[nummer]), {"aflevering": eerste, "reden": ""}
        )
        assert (zonder.status_code, "Vul een reden in." in zonder.content.decode()) == (400, True)
        client.post(reverse("meldingen:webhook_daad", args=[nummer, "opnieuw"]))
        ontvanger.bus.gedrag = lambda _keer: 204
        pauzes_voorbij()
        assert bezorg() == {"aanvaard": 2}
        assert "komt aan" in client.get(pagina).content.decode()


@pytest.mark.parametrize("hoe", ["meteen", "per_dag", "geen"])
def test_wie_mail_over_de_postbus_wil_kiest_dat_zelf(hoe: str, ploeg: Ploeg) -> None:
    client = als(ploeg.anna)
    adres = reverse("meldingen:mailkeuze")
    client.post(adres, {"hoe": hoe})
    with verwerking(programma()):
        gekozen = list(Mailkeuze.objects.values_list("medewerker", "loket", "per_dag"))
    plek = (ploeg.anna.medewerker.pk, ploeg.anna.loket.pk)
    assert gekozen == ([] if hoe == "geen" else [(*plek, hoe == "per_dag")])
    assert f'value="{hoe}"' in client.get(adres).content.decode()


@pytest.mark.parametrize("ziet", ["bram", "cato"])
def test_wie_weet_wat_zegt_dat_het_eigen_systeem_het_aannam(
    ziet: str, ploeg: Ploeg, jan: UUID
) -> None:
    pagina = reverse("regie:wie_weet_wat", args=[jan])
    assert "eigen systeem" not in als(getattr(ploeg, ziet)).get(pagina).content.decode()
    with Ontvanger() as ontvanger:
        webhook(ploeg.anna, ontvanger.adres)
        stuur(
            {
                "berichtId": "V1-verlof",
                "soort": "verlof",
                "verblijf": "V1",
                "bronTijd": "2026-11-20T10:00:00Z",
                "van": "2026-11-27",
                "tot": "2026-11-29",
            }
        )
        assert bezorg()["aanvaard"] >= 1
    tekst = als(getattr(ploeg, ziet)).get(pagina).content.decode()
    assert "Eigen systeem" in tekst
    assert "aangenomen op" in tekst
