"""Steps outside, hearings and treatment: who decides, who reacts, who sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import behandelplan as acties
from richting.plannen.overzichten.behandelplan import Behandelbeeld, behandelbeeld, blokken
from richting.plannen.woorden import Behandelstand, Raadpleging, Zittingsoort
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import FPC, Lid, Ploeg, journaalregels, meld_aan

DAG = date(2027, 1, 12)


@pytest.fixture
def tbs(ploeg: Ploeg) -> UUID:
    """A stay in Gijs's clinic under tbs."""
    plaats = {"soort": "fpc", "inrichting": FPC}
    einde = {"vroegst": "2030-01-01", "zekerheid": "rechterlijk"}
    stuur(
        begin("TBS", titel="tbs_verpleging", plaats=plaats, verwachtEinde=einde, reclassering="RN")
    )
    gevonden = dossier("TBS")
    assert gevonden is not None
    return gevonden.pk


def lees(lid: Lid, zaak: UUID) -> Behandelbeeld:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return behandelbeeld(zaak)


def neem_voor(lid: Lid, zaak: UUID, *, afwijking: str = "Overleg geweest") -> None:
    acties.neem_stap_voor(
        lid.wie(), zaak, Stapsoort.VERLOF_KORT, DAG, DAG, "Woning", ["Om 18 uur terug"], afwijking
    )


def test_een_stap_die_eindigt_voor_zij_begint_gaat_ook_met_een_reden_niet(
    ploeg: Ploeg, zaak: UUID
) -> None:
    eerder = DAG - timedelta(days=1)
    with pytest.raises(KanNiet) as fout:
        acties.neem_stap_voor(
            ploeg.bram.wie(), zaak, Stapsoort.VERLOF_KORT, DAG, eerder, "Woning", [], "Toch"
        )
    assert fout.value.code == "omgekeerd"


@pytest.mark.clausule("1.10", "8.7")
def test_een_stap_met_bezwaar_vraagt_een_reden_die_iedereen_ziet(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(KanNiet) as fout:
        neem_voor(ploeg.bram, zaak, afwijking="")
    assert fout.value.code == "identiteit_onbekend"
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.anna, zaak).stappen
    assert (stap.afwijking, stap.voorwaarden) == ("Overleg geweest", ["Om 18 uur terug"])


@pytest.mark.clausule("1.6")
def test_alleen_de_inrichting_neemt_stappen(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(NietToegestaan):
        neem_voor(ploeg.anna, zaak)


@pytest.mark.clausule("1.10", "5.3")
def test_gemeente_en_reclassering_reageren_op_een_stap(ploeg: Ploeg, zaak: UUID) -> None:
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    with pytest.raises(KanNiet):
        acties.reageer_op_stap(ploeg.anna.wie(), zaak, stap.pk, Raadpleging.BEZWAAR, "")
    acties.reageer_op_stap(ploeg.anna.wie(), zaak, stap.pk, Raadpleging.BEZWAAR, "Geen opvang")
    acties.reageer_op_stap(ploeg.cato.wie(), zaak, stap.pk, Raadpleging.AKKOORD, "")
    (stap,) = lees(ploeg.bram, zaak).stappen
    assert [(r.van_loket_id, r.antwoord) for r in stap.reacties.all()] == [
        (ploeg.anna.loket.pk, "bezwaar"),
        (ploeg.cato.loket.pk, "akkoord"),
    ]


@pytest.mark.clausule("1.10")
def test_een_stap_gaat_alleen_langs_de_weg_van_de_tabel(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    with pytest.raises(KanNiet):
        acties.zet_stap(wie, zaak, stap.pk, 1, Stapstaat.AFGEROND, "")
    acties.zet_stap(wie, zaak, stap.pk, 1, Stapstaat.AANGEVRAAGD, "")
    with pytest.raises(KanNiet):
        acties.zet_stap(wie, zaak, stap.pk, 2, Stapstaat.GEWEIGERD, "")
    acties.zet_stap(wie, zaak, stap.pk, 2, Stapstaat.GEWEIGERD, "Te veel risico")
    (stap,) = lees(ploeg.anna, zaak).stappen
    assert (stap.staat, stap.reden) == ("geweigerd", "Te veel risico")


@pytest.mark.clausule("1.10", "5.3", "8.7")
def test_toestaan_naast_een_bezwaar_vraagt_een_reden_die_erbij_blijft_staan(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie, cato = ploeg.bram.wie(), ploeg.cato.wie()
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    acties.reageer_op_stap(cato, zaak, stap.pk, Raadpleging.BEZWAAR, "Geen toezicht geregeld")
    meld_aan(client, ploeg.bram)
    adres = reverse("plannen:behandelplan_van_rij", args=[zaak, "staat", stap.pk])
    geweigerd = client.post(adres, {"versie": 1, "staat": "toegestaan", "reden": " "})
    assert f"{ploeg.cato.loket.naam} heeft bezwaar" in geweigerd.content.decode()
    assert lees(ploeg.bram, zaak).stappen[0].staat == "voorgenomen"
    waarom = "De directeur brengt hem zelf"
    client.post(adres, {"versie": 1, "staat": "toegestaan", "reden": waarom})
    op_de_dag = replace(wie, vandaag=DAG)
    acties.zet_stap(op_de_dag, zaak, stap.pk, 2, Stapstaat.LOOPT, "")
    acties.zet_stap(op_de_dag, zaak, stap.pk, 3, Stapstaat.AFGEROND, "")
    meld_aan(client, ploeg.cato)
    tekst = client.get(reverse("plannen:behandelplan", args=[zaak])).content.decode()
    assert f"Gaat door ondanks bezwaar, omdat: {waarom}" in " ".join(tekst.split())
    assert [r.na["staat"] for r in journaalregels() if r.reden == waarom] == ["toegestaan"]


@pytest.mark.clausule("5.3")
def test_een_bezwaar_dat_is_ingetrokken_houdt_niets_meer_tegen(ploeg: Ploeg, zaak: UUID) -> None:
    wie, cato = ploeg.bram.wie(), ploeg.cato.wie()
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    acties.reageer_op_stap(cato, zaak, stap.pk, Raadpleging.BEZWAAR, "Geen toezicht geregeld")
    acties.reageer_op_stap(cato, zaak, stap.pk, Raadpleging.AKKOORD, "Nu wel")
    acties.zet_stap(wie, zaak, stap.pk, 1, Stapstaat.AANGEVRAAGD, "")
    acties.zet_stap(wie, zaak, stap.pk, 2, Stapstaat.TOEGESTAAN, "")


@pytest.mark.clausule("5.3", "8.7")
def test_een_bezwaar_na_de_toestemming_vraagt_een_reden_voor_het_begint(
    ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.bram.wie()
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    acties.zet_stap(wie, zaak, stap.pk, 1, Stapstaat.TOEGESTAAN, "")
    acties.reageer_op_stap(ploeg.anna.wie(), zaak, stap.pk, Raadpleging.BEZWAAR, "Geen opvang")
    with pytest.raises(KanNiet, match="heeft bezwaar"):
        acties.zet_stap(replace(wie, vandaag=DAG), zaak, stap.pk, 2, Stapstaat.LOOPT, "")
    acties.zet_stap(wie, zaak, stap.pk, 2, Stapstaat.INGETROKKEN, "Anna heeft gelijk")


@pytest.mark.clausule("5.6", "7.2")
def test_de_behandeling_blijft_bij_de_kliniek(ploeg: Ploeg, tbs: UUID) -> None:
    wie = ploeg.gijs.wie()
    acties.stel_behandeldoel(wie, tbs, "Signalen zelf herkennen")
    (doel,) = lees(ploeg.gijs, tbs).doelen
    acties.evalueer_behandeldoel(wie, tbs, doel.pk, 1, Behandelstand.BEREIKT, "Gaat goed")
    assert lees(ploeg.gijs, tbs).doelen[0].stand == "bereikt"
    for ander in (ploeg.anna, ploeg.cato):
        assert lees(ander, tbs).doelen == []
        with pytest.raises(NietToegestaan):
            acties.stel_behandeldoel(ander.wie(), tbs, "Mag niet")


@pytest.mark.clausule("5.12")
def test_van_een_uitspraak_hangt_het_einde_af(ploeg: Ploeg, tbs: UUID) -> None:
    wie = ploeg.gijs.wie()
    acties.plan_zitting(wie, tbs, Zittingsoort.VERLENGING_TBS, date(2027, 5, 1))
    (zitting,) = lees(ploeg.cato, tbs).zittingen
    assert zitting.uitspraak_op is None
    with pytest.raises(KanNiet, match="vandaag of eerder"):
        acties.leg_uitspraak_vast(wie, tbs, zitting.pk, 1, date(2027, 5, 14), "Verlengd")
    acties.leg_uitspraak_vast(wie, tbs, zitting.pk, 1, wie.vandaag, "Verlengd met twee jaar")
    assert lees(ploeg.cato, tbs).zittingen[0].uitkomst == "Verlengd met twee jaar"


@pytest.mark.clausule("5.12")
def test_een_verkeerde_uitspraak_is_op_het_scherm_te_verbeteren(
    client: Client, ploeg: Ploeg, tbs: UUID
) -> None:
    wie = ploeg.gijs.wie()
    zitting = acties.plan_zitting(wie, tbs, Zittingsoort.VERLENGING_TBS, wie.vandaag)
    acties.leg_uitspraak_vast(wie, tbs, zitting.pk, 1, wie.vandaag, "Verlengd met twee jaar")
    meld_aan(client, ploeg.gijs)
    assert (
        "Uitspraak aanpassen"
        in client.get(reverse("plannen:behandelplan", args=[tbs])).content.decode()
    )
    post = reverse("plannen:behandelplan_van_rij", args=[tbs, "uitspraak", zitting.pk])
    waarden = {"versie": 2, "uitspraak_op": "2027-05-14", "uitkomst": "Verlengd met een jaar"}
    assert "vandaag of eerder" in client.post(post, waarden).content.decode()
    assert client.post(post, {**waarden, "uitspraak_op": "2026-11-20"}).status_code == 302
    assert lees(ploeg.cato, tbs).zittingen[0].uitkomst == "Verlengd met een jaar"


@pytest.mark.clausule("1.10")
def test_een_stap_loopt_niet_voor_haar_eerste_dag(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    acties.zet_stap(wie, zaak, stap.pk, 1, Stapstaat.TOEGESTAAN, "")
    with pytest.raises(KanNiet, match="latere dag"):
        acties.zet_stap(wie, zaak, stap.pk, 2, Stapstaat.LOOPT, "")


@pytest.mark.clausule("1.10", "5.3")
def test_wie_nog_moet_reageren_staat_bij_de_stap_en_na_afloop_hoeft_het_niet_meer(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    neem_voor(ploeg.bram, zaak)
    (stap,) = lees(ploeg.bram, zaak).stappen
    acties.reageer_op_stap(ploeg.cato.wie(), zaak, stap.pk, Raadpleging.BEZWAAR, "Te vroeg")
    meld_aan(client, ploeg.bram)
    pagina = reverse("plannen:behandelplan", args=[zaak])
    regel = "Nog geen reactie van:"
    assert f"{regel} Utrecht</p>" in client.get(pagina).content.decode()
    acties.zet_stap(ploeg.bram.wie(), zaak, stap.pk, 1, Stapstaat.INGETROKKEN, "Bezwaar")
    gezien = client.get(pagina).content.decode()
    assert regel not in gezien
    assert "Reageren namens uw loket" not in gezien
    with pytest.raises(KanNiet, match="voorbij"):
        acties.reageer_op_stap(ploeg.anna.wie(), zaak, stap.pk, Raadpleging.AKKOORD, "")
    with lezing(ploeg.bram.wie(), "test") as lees_:
        lees_.gezien([zaak], {"plan"})
        op_papier = str(list(blokken(Dossier.objects.get(pk=zaak))))
    assert f"{ploeg.cato.loket.naam}: Bezwaar (Te vroeg)" in op_papier
    assert "Reden: Bezwaar" in op_papier


def test_de_pagina_doet_alles_van_voornemen_tot_reactie(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    pagina = reverse("plannen:behandelplan", args=[zaak])
    nieuw = reverse("plannen:behandelplan_nieuw", args=[zaak, "stap"])
    waarden = {
        "soort": "verlof_kort",
        "van": "2027-01-12",
        "tot": "2027-01-12",
        "doel": "Woning bekijken",
        "voorwaarden": "Om 18 uur terug",
        "afwijking": "",
    }
    meld_aan(client, ploeg.bram)
    geweigerd = client.post(nieuw, waarden).content.decode()
    assert "Zeg dan waarom" in geweigerd
    assert "Woning bekijken" in geweigerd
    assert client.post(nieuw, {**waarden, "afwijking": "ID ligt klaar"}).status_code == 302
    (stap,) = lees(ploeg.bram, zaak).stappen
    staat = reverse("plannen:behandelplan_van_rij", args=[zaak, "staat", stap.pk])
    assert client.post(staat, {"versie": 1, "staat": "toegestaan", "reden": ""}).status_code == 302
    meld_aan(client, ploeg.anna)
    tekst = client.get(pagina).content.decode()
    assert "Toegestaan" in tekst
    assert "Stap plannen" not in tekst
    assert client.post(nieuw, waarden).status_code == 404
    reactie = reverse("plannen:behandelplan_van_rij", args=[zaak, "reactie", stap.pk])
    assert client.post(reactie, {"antwoord": "akkoord", "toelichting": ""}).status_code == 302
    zitting = reverse("plannen:behandelplan_nieuw", args=[zaak, "zitting"])
    assert client.post(zitting, {"soort": "anders", "dag": "2027-02-01"}).status_code == 302
    assert "1 februari 2027" in client.get(pagina).content.decode()


@pytest.mark.clausule("6.4")
def test_eva_en_dirk_vinden_er_niets(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        assert client.get(reverse("plannen:behandelplan", args=[zaak])).status_code == 404


@pytest.mark.clausule("1.10", "2.2", "6.4")
def test_wie_een_stap_niet_kan_zien_staat_erbij_met_de_reden(
    ploeg: Ploeg, tbs: UUID, client: Client
) -> None:
    meld_aan(client, ploeg.gijs)
    pagina = client.get(reverse("plannen:behandelplan", args=[tbs])).content.decode()
    assert "Wie kan reageren op een stap" in pagina
    assert "Ziet het plan niet: de wet geeft daar nu geen grond voor." in pagina
