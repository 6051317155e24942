"""Question, motivation, support, start and agreement: what people write, and who sees it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import Leefgebied
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import inhoud as acties
from richting.plannen.botsing import Botsing
from richting.plannen.formulieren.inhoud import Startformulier
from richting.plannen.overzichten.inhoud import Inhoud, inhoud
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
    Planvraagsoort,
)
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, journaalsoorten, meld_aan

DAG = date(2026, 11, 20)


def lees(lid: Lid, zaak: UUID) -> Inhoud:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return inhoud(zaak)


@pytest.mark.clausule("4.2", "8.2")
def test_wat_bram_opschrijft_leest_anna(ploeg: Ploeg, zaak: UUID) -> None:
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Een huis.", 0)
    gelezen = lees(ploeg.anna, zaak).vragen[Planvraagsoort.BEHOEFTE]
    assert (gelezen.tekst, gelezen.door) == ("Een huis.", ploeg.bram.medewerker.naam)


@pytest.mark.clausule("6.4")
def test_eva_en_dirk_schrijven_en_lezen_niets(ploeg: Ploeg, zaak: UUID) -> None:
    acties.voeg_doel_toe(ploeg.bram.wie(), zaak, "Weer bij mijn kinderen.")
    for buiten in (ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            acties.voeg_doel_toe(buiten.wie(), zaak, "Mag niet.")
        assert lees(buiten, zaak) == Inhoud()


@pytest.mark.clausule("7.1")
def test_wie_een_oude_versie_opslaat_ziet_wat_er_nu_staat(ploeg: Ploeg, zaak: UUID) -> None:
    vraag = Planvraagsoort.VEILIGHEID
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, vraag, "Eerst.", 0)
    acties.bewaar_planvraag(ploeg.anna.wie(), zaak, vraag, "Van Anna.", 1)
    with pytest.raises(Botsing) as fout:
        acties.bewaar_planvraag(ploeg.bram.wie(), zaak, vraag, "Van Bram.", 1)
    (verschil,) = fout.value.verschillen
    assert (verschil.nu, verschil.uw, fout.value.rij.versie) == ("Van Anna.", "Van Bram.", 2)
    assert lees(ploeg.bram, zaak).vragen[vraag].tekst == "Van Anna."


def test_opslaan_wat_er_al_staat_verandert_niets(ploeg: Ploeg, zaak: UUID) -> None:
    for _keer in range(2):
        acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.AANBOD, "Een plek.", 0)
    assert journaalsoorten().count("planvraag") == 1


@pytest.mark.clausule("4.4", "5.13")
def test_motivatie_is_een_loop_in_de_tijd(ploeg: Ploeg, zaak: UUID) -> None:
    for dag, stand in ((1, Motivatiestand.WIL_NIET), (20, Motivatiestand.WIL)):
        acties.noteer_motivatie(
            ploeg.cato.wie(), zaak, date(2026, 11, dag), stand, "", "Gesprek gevoerd"
        )
    assert [rij.stand for rij in lees(ploeg.anna, zaak).motivatie] == ["wil", "wil_niet"]


@pytest.mark.clausule("4.1", "8.4")
def test_over_hulp_die_al_liep_wordt_besloten_met_reden(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.anna.wie()
    acties.leg_ondersteuning_vast(
        wie, zaak, Leefgebied.SCHULDEN, "Schuldhulp", "Gemeente Utrecht", DAG
    )
    (hulp,) = lees(ploeg.anna, zaak).ondersteuning
    assert lees(ploeg.anna, zaak).onbeslist == 1
    with pytest.raises(KanNiet):
        acties.besluit_over_ondersteuning(
            wie, zaak, hulp.pk, hulp.versie, Lot.GEPAUZEERD, "Gemeente Utrecht", ""
        )
    acties.besluit_over_ondersteuning(
        wie, zaak, hulp.pk, hulp.versie, Lot.GEPAUZEERD, "Gemeente Utrecht", "Tot de vrijlating"
    )
    (hulp,) = lees(ploeg.bram, zaak).ondersteuning
    assert (hulp.lot, hulp.besloten_op, hulp.besloten_door) == (
        "gepauzeerd",
        wie.vandaag,
        "Gemeente Utrecht",
    )


@pytest.mark.clausule("5.2")
def test_de_start_zegt_wie_erbij_was_en_wie_niet_kwam(ploeg: Ploeg, zaak: UUID) -> None:
    acties.noteer_start(
        ploeg.bram.wie(),
        zaak,
        DAG,
        Gespreksvorm.BEELDBELLEN,
        ["Bram Willems", "Jan zelf"],
        ["Reclassering"],
    )
    (start,) = lees(ploeg.anna, zaak).gesprekken
    assert (start.deelnemers, start.afwezigen, start.met_persoon) == (
        ["Bram Willems", "Jan zelf"],
        ["Reclassering"],
        True,
    )


@pytest.mark.clausule("1.4")
def test_zonder_medewerking_is_een_weg_met_reden_pogingen_en_terugval(
    ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.bram.wie()
    acties.noteer_poging(wie, zaak, DAG, "Gesprek op de afdeling", "Wilde niet praten")
    acties.ga_verder_zonder(
        wie, zaak, DAG, "Weigert elk gesprek", {"onderdak": "Anna vraagt een bed aan", "zorg": ""}
    )
    with pytest.raises(KanNiet):
        acties.ga_verder_zonder(wie, zaak, DAG, "Nog eens", {})
    beeld = lees(ploeg.anna, zaak)
    assert beeld.zonder is not None
    assert beeld.zonder.terugval == {"onderdak": "Anna vraagt een bed aan"}
    assert [poging.uitkomst for poging in beeld.pogingen] == ["Wilde niet praten"]
    acties.werkt_weer_mee(wie, zaak, beeld.zonder.pk, beeld.zonder.versie, "Wil naar zijn dochter")
    assert lees(ploeg.anna, zaak).zonder is None


@pytest.mark.clausule("1.9")
def test_doel_en_instemming_staan_in_de_eigen_woorden(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    acties.voeg_doel_toe(wie, zaak, "Ik wil weer kok zijn")
    acties.noteer_instemming(wie, zaak, DAG, Instemmingsantwoord.ONEENS, "Ik wil naar Arnhem")
    beeld = lees(ploeg.anna, zaak)
    assert beeld.doelen[0].tekst == "Ik wil weer kok zijn"
    assert (beeld.instemmingen[0].antwoord, beeld.instemmingen[0].planversie) == ("oneens", None)
    acties.beeindig_doel(wie, zaak, beeld.doelen[0].pk, 1, bereikt=True)
    assert lees(ploeg.anna, zaak).doelen[0].bereikt


@pytest.mark.clausule("5.2", "5.14")
def test_een_factor_geldt_tot_iemand_hem_beeindigt(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.cato.wie()
    acties.voeg_factor_toe(
        wie, zaak, Factoraard.BESCHERMEND, Leefgebied.NETWERK, "Zus belt elke dag"
    )
    (factor,) = lees(ploeg.anna, zaak).factoren
    acties.beeindig_factor(wie, zaak, factor.pk, factor.versie)
    assert lees(ploeg.anna, zaak).factoren == []


@pytest.mark.clausule("5.5")
def test_een_antwoord_kan_bewust_leeg_zijn(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    acties.zeg_geen(wie, zaak, Antwoordcel.VERVOLG)
    acties.zeg_geen(wie, zaak, Antwoordcel.VERVOLG)
    assert lees(ploeg.anna, zaak).geen == {Antwoordcel.VERVOLG}
    acties.trek_geen_in(wie, zaak, Antwoordcel.VERVOLG)
    assert lees(ploeg.anna, zaak).geen == frozenset()
    with pytest.raises(KanNiet):
        acties.zeg_geen(wie, zaak, Antwoordcel.WIE_REGISSEERT)


@pytest.mark.clausule("4.1", "5.5")
def test_hulp_die_wacht_tot_na_het_verblijf_is_een_antwoord_op_wat_doorgaat(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.bram.wie()
    hulp = acties.leg_ondersteuning_vast(wie, zaak, Leefgebied.SCHULDEN, "Bewind", "", None)
    assert not lees(ploeg.anna, zaak).loopt_door
    acties.besluit_over_ondersteuning(
        wie, zaak, hulp.pk, 1, Lot.GEPAUZEERD, "Bewindvoerder", "Geen inkomen"
    )
    assert lees(ploeg.anna, zaak).loopt_door
    meld_aan(client, ploeg.bram)
    pagina = client.get(reverse("plannen:overzicht", args=[zaak])).content.decode()
    rij = pagina[pagina.index("Wat gaat door?") : pagina.index("Wat begint?")]
    assert "Bewind" in rij
    assert "niet volledig" not in rij


@pytest.mark.clausule("5.5")
def test_wie_niets_zei_en_toch_iets_opschrijft_leest_niet_dat_er_niets_is(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    acties.zeg_geen(ploeg.bram.wie(), zaak, Antwoordcel.VOORTGEZET)
    meld_aan(client, ploeg.bram)
    adres = reverse("plannen:overzicht", args=[zaak])
    assert "Er is niets." in client.get(adres).content.decode()
    acties.leg_ondersteuning_vast(ploeg.bram.wie(), zaak, Leefgebied.SCHULDEN, "Bewind", "", None)
    pagina = client.get(adres).content.decode()
    assert "Bewind" in pagina
    assert "Er is niets." not in pagina


@pytest.mark.clausule("5.4")
def test_elke_daad_staat_in_het_journaal_in_haar_compartiment(ploeg: Ploeg, zaak: UUID) -> None:
    acties.noteer_motivatie(ploeg.bram.wie(), zaak, DAG, Motivatiestand.TWIJFELT, "", "")
    regel = journaalregels()[-1]
    assert (regel.soort, regel.categorie, regel.na["stand"]) == (
        "motivatie",
        "motivatie",
        "twijfelt",
    )
    assert regel.medewerker == ploeg.bram.medewerker.pk


def adres(naam: str, *wat: object) -> str:
    return reverse(f"plannen:{naam}", args=wat)


def test_anna_vult_het_formulier_in_en_bram_leest_het_op_de_pagina(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    waarden = {"op": "2026-11-20", "stand": "wil", "toelichting": "Belt zelf", "gedaan": ""}
    antwoord = client.post(adres("inhoud_nieuw", zaak, "motivatie"), waarden)
    assert antwoord.status_code == 302
    meld_aan(client, ploeg.bram)
    tekst = client.get(adres("inhoud", zaak)).content.decode()
    assert "Wil wel" in tekst
    assert "Belt zelf" in tekst


def test_hulp_toevoegen_begint_zonder_leefgebied(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    meld_aan(client, ploeg.anna)
    pagina = client.get(adres("inhoud", zaak)).content.decode()
    keuze = pagina[pagina.index('id="id_ondersteuning_leefgebied"') :]
    assert 'value="" selected' in keuze[: keuze.index("</select>")]
    zonder = {"leefgebied": "", "wat": "Schuldhulp", "aanbieder": "Gemeente", "sinds": ""}
    antwoord = client.post(adres("inhoud_nieuw", zaak, "ondersteuning"), zonder)
    assert "Kies een leefgebied." in antwoord.content.decode()
    assert lees(ploeg.anna, zaak).ondersteuning == []
    client.post(adres("inhoud_nieuw", zaak, "ondersteuning"), {**zonder, "leefgebied": "schulden"})
    (hulp,) = lees(ploeg.anna, zaak).ondersteuning
    assert hulp.leefgebied == "schulden"


def test_een_dag_in_de_toekomst_wordt_geweigerd_en_de_invoer_blijft(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    waarden = {"op": "2030-01-01", "hoe": "Gebeld", "uitkomst": "Niet opgenomen"}
    tekst = client.post(adres("inhoud_nieuw", zaak, "poging"), waarden).content.decode()
    assert "Deze dag moet vandaag of eerder zijn." in tekst
    assert "Niet opgenomen" in tekst
    assert lees(ploeg.anna, zaak).pogingen == []


def vragen(behoefte: str, versie: int, *, veiligheid: str = "") -> dict[str, str]:
    """The form of the questions, as a browser sends it."""
    waarden = {"behoefte-tekst": behoefte, "behoefte-versie": str(versie)}
    waarden |= {"veiligheid-tekst": veiligheid, "veiligheid-versie": "0"}
    return waarden | {"aanbod-tekst": "", "aanbod-versie": "0"}


@pytest.mark.clausule("7.1")
def test_de_tweede_ziet_beide_teksten_en_slaat_daarna_op(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    url = adres("planvragen", zaak)
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Van Bram", 0)
    meld_aan(client, ploeg.anna)
    antwoord = client.post(url, vragen("Van Anna", 0, veiligheid="Een gebiedsverbod"))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Iemand anders was u voor" in tekst
    assert "Van Bram" in tekst
    assert "Van Anna" in tekst
    assert "Een gebiedsverbod" in tekst
    assert 'name="behoefte-versie" value="1"' in tekst
    assert Planvraagsoort.VEILIGHEID not in lees(ploeg.bram, zaak).vragen
    samen = vragen("Samen", 1, veiligheid="Een gebiedsverbod")
    assert client.post(url, samen).status_code == 302
    staat = lees(ploeg.bram, zaak).vragen
    assert staat[Planvraagsoort.BEHOEFTE].tekst == "Samen"
    assert staat[Planvraagsoort.VEILIGHEID].tekst == "Een gebiedsverbod"
    assert Planvraagsoort.AANBOD not in staat


@pytest.mark.clausule("6.4")
def test_voor_eva_en_dirk_is_er_geen_plan(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        assert client.get(adres("inhoud", zaak)).status_code == 404
        assert client.get(adres("overzicht", zaak)).status_code == 404
        assert client.post(adres("inhoud_nieuw", zaak, "doel"), {"tekst": "x"}).status_code == 404


@pytest.mark.clausule("5.2")
@pytest.mark.parametrize(
    ("erbij", "reden", "fout"),
    [
        ("", "", "Zeg of de persoon erbij was."),
        ("nee", "", "Vul in waarom de persoon er niet bij was."),
        ("ja", "Was ziek", "U noemt een reden waarom de persoon er niet was."),
        ("nee", "Was ziek", ""),
        ("ja", "", ""),
    ],
)
def test_de_start_is_met_de_persoon_of_zegt_waarom_niet(erbij: str, reden: str, fout: str) -> None:
    velden = {"op": DAG, "vorm": "samen", "deelnemers": "Bram", "persoon_erbij": erbij}
    formulier = Startformulier(
        {**velden, "reden_zonder_persoon": reden}, vandaag=DAG, mijn={"plan"}
    )
    assert formulier.is_valid() is not bool(fout)
    assert fout in str(formulier.errors)
