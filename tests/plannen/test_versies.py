"""Fixed versions: who may fix, what they keep, and how they differ."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties.slachtoffer import zeg_geen_belang
from richting.plannen.acties.versies import stel_vast
from richting.plannen.overzichten import versies as overzichten
from richting.plannen.woorden import Factoraard, Instemmingsantwoord, Planvraagsoort
from tests.partijen.bouwers import Lid, Ploeg, journaalsoorten, meld_aan


@pytest.fixture
def getoetst(ploeg: Ploeg, zaak: UUID) -> UUID:
    """A plan with something in it, and an answer about victims."""
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Een huis", 0)
    zeg_geen_belang(ploeg.bram.wie(), zaak)
    return zaak


def blokken(lid: Lid, zaak: UUID, nummer: int) -> dict[str, list[str]]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        versie = overzichten.versie(zaak, nummer)
        assert versie is not None
        gelezen = overzichten.inhoud_van(versie)
    return {blok.categorie: [r.tekst for r in blok.regels] for blok in gelezen}


@pytest.mark.clausule("1.3")
def test_zonder_antwoord_over_slachtoffers_kan_niets_vast(ploeg: Ploeg, zaak: UUID) -> None:
    acties.voeg_doel_toe(ploeg.bram.wie(), zaak, "Werk")
    with pytest.raises(KanNiet) as fout:
        stel_vast(ploeg.bram.wie(), zaak, 0, "")
    assert fout.value.code == "slachtoffer"


@pytest.mark.clausule("7.1")
def test_een_vaste_versie_verandert_niet_meer_mee(ploeg: Ploeg, getoetst: UUID) -> None:
    versie = stel_vast(ploeg.bram.wie(), getoetst, 0, "Eerste plan")
    acties.bewaar_planvraag(ploeg.anna.wie(), getoetst, Planvraagsoort.BEHOEFTE, "Werk", 1)
    assert versie.nummer == 1
    assert blokken(ploeg.anna, getoetst, 1)["plan"] == ["Een huis"]
    assert "plan_vastgesteld" in journaalsoorten()


@pytest.mark.clausule("7.1")
def test_een_tweede_versie_vraagt_iets_nieuws(ploeg: Ploeg, getoetst: UUID) -> None:
    stel_vast(ploeg.bram.wie(), getoetst, 0, "")
    with pytest.raises(KanNiet) as fout:
        stel_vast(ploeg.anna.wie(), getoetst, 1, "")
    assert fout.value.code == "niets_nieuws"
    acties.voeg_doel_toe(ploeg.anna.wie(), getoetst, "Werk")
    assert stel_vast(ploeg.anna.wie(), getoetst, 1, "").nummer == 2


@pytest.mark.clausule("7.1")
def test_wie_een_versie_achterloopt_moet_eerst_kijken(ploeg: Ploeg, getoetst: UUID) -> None:
    stel_vast(ploeg.bram.wie(), getoetst, 0, "")
    acties.voeg_doel_toe(ploeg.anna.wie(), getoetst, "Werk")
    with pytest.raises(KanNiet) as fout:
        stel_vast(ploeg.anna.wie(), getoetst, 0, "")
    assert fout.value.code == "al_vastgesteld"


@pytest.mark.clausule("6.4")
def test_elke_lezer_ziet_van_een_versie_alleen_de_eigen_compartimenten(
    ploeg: Ploeg, getoetst: UUID
) -> None:
    acties.voeg_factor_toe(
        ploeg.anna.wie(), getoetst, Factoraard.RISICO, Leefgebied.SCHULDEN, "Boetes"
    )
    stel_vast(ploeg.anna.wie(), getoetst, 0, "")
    assert blokken(ploeg.bram, getoetst, 1)["schulden"] == ["Boetes"]
    with lezing(ploeg.dirk.wie(), "test") as lees:
        lees.niets_gezien()
        assert overzichten.versies(getoetst) == []


@pytest.mark.clausule("6.4")
def test_wie_geen_grond_heeft_stelt_niets_vast(ploeg: Ploeg, getoetst: UUID) -> None:
    with pytest.raises(NietToegestaan):
        stel_vast(ploeg.eva.wie(), getoetst, 0, "")


def test_het_aantal_vragen_aan_de_database_groeit_niet_met_het_plan(
    ploeg: Ploeg,
    getoetst: UUID,
    client: Client,
) -> None:
    meld_aan(client, ploeg.anna)
    url = reverse("plannen:overzicht", args=[getoetst])
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as klein:
        client.get(url)
    for nummer in range(12):
        acties.voeg_doel_toe(ploeg.anna.wie(), getoetst, f"Doel {nummer}")
    client.get(url)
    with CaptureQueriesContext(connection) as groot:
        assert client.get(url).status_code == 200
    assert len(groot) == len(klein)


@pytest.mark.clausule("5.5", "7.1")
def test_op_het_overzicht_staat_wat_ontbreekt_en_hoe_u_vaststelt(
    client: Client, ploeg: Ploeg, getoetst: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    url = reverse("plannen:overzicht", args=[getoetst])
    tekst = client.get(url).content.decode()
    assert "Wat nodig is voor de veiligheid, staat er nog niet in." in tekst
    assert "Wie heeft de regie?" in tekst
    antwoord = client.post(
        reverse("plannen:stel_vast", args=[getoetst]), {"na": "0", "toelichting": "Eerste"}
    )
    assert antwoord.status_code == 302
    assert "Versie 1 is vastgesteld" in client.get(url).content.decode()


@pytest.mark.clausule("7.1")
def test_twee_versies_staan_naast_elkaar(client: Client, ploeg: Ploeg, getoetst: UUID) -> None:
    stel_vast(ploeg.bram.wie(), getoetst, 0, "")
    acties.bewaar_planvraag(ploeg.anna.wie(), getoetst, Planvraagsoort.BEHOEFTE, "Werk", 1)
    meld_aan(client, ploeg.bram)
    tekst = client.get(reverse("plannen:versies", args=[getoetst])).content.decode()
    assert "Een huis" in tekst
    assert "Werk" in tekst
    assert client.get(reverse("plannen:versie", args=[getoetst, 1])).status_code == 200
    assert client.get(reverse("plannen:versie", args=[getoetst, 9])).status_code == 404


@pytest.mark.clausule("7.1")
def test_wie_engels_leest_ziet_niet_elke_regel_als_veranderd(
    client: Client, ploeg: Ploeg, getoetst: UUID
) -> None:
    stel_vast(ploeg.bram.wie(), getoetst, 0, "")
    meld_aan(client, ploeg.anna)
    url = reverse("plannen:overzicht", args=[getoetst])
    assert "Sindsdien" not in client.get(url).content.decode()
    client.cookies["richting_taal"] = "en"
    assert "Since then" not in client.get(url).content.decode()


@pytest.mark.clausule("1.9", "7.1")
def test_wat_de_persoon_van_een_versie_vindt_hoort_bij_die_versie(
    client: Client, ploeg: Ploeg, getoetst: UUID
) -> None:
    wie = ploeg.bram.wie()
    acties.noteer_instemming(wie, getoetst, wie.vandaag, Instemmingsantwoord.EENS, "Prima")
    stel_vast(wie, getoetst, 0, "")
    acties.bewaar_planvraag(wie, getoetst, Planvraagsoort.BEHOEFTE, "Werk", 1)
    stel_vast(wie, getoetst, 1, "")
    meld_aan(client, ploeg.anna)
    plan = reverse("plannen:overzicht", args=[getoetst])
    vraag = "Er staat niet of deze persoon het met het plan eens is."
    assert vraag in client.get(plan).content.decode()
    acties.noteer_instemming(wie, getoetst, wie.vandaag, Instemmingsantwoord.ONEENS, "Te veel")
    assert vraag not in client.get(plan).content.decode()
    bladzij = client.get(reverse("plannen:versies", args=[getoetst])).content.decode()
    assert bladzij.index("Te veel") < bladzij.index("Versie 1") < bladzij.index("Prima")
    with pytest.raises(KanNiet) as fout:
        stel_vast(wie, getoetst, 2, "")
    assert fout.value.code == "niets_nieuws"
