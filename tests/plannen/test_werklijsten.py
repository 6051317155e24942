"""The plan on the work list: red and nearly free, asked without answer, gone without a plan."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden
from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.kern import navraag
from richting.kern.werk import verwerking
from richting.plannen.acties import advies, werkregels, woonplaats
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties.actielijst import aanvaard
from richting.plannen.acties.slachtoffer import zeg_geen_belang
from richting.plannen.acties.standen import beeindig_afwijking, wijk_af
from richting.plannen.acties.versies import stel_vast
from richting.plannen.models import Planwerkregel, Standafwijking
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing, Planvraagsoort
from tests.berichten.bouwers import begin, dossier, einde_gewijzigd, programma, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, Ploeg, meld_aan
from tests.plannen.bouwers_actie import gevraagd, sluit

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.1")]
ZAK = {"vroegst": "2026-12-07", "laatst": "2026-12-07", "zekerheid": "vast"}


@pytest.fixture
def bijna_vrij(ploeg: Ploeg) -> UUID:
    """Out in two weeks; nothing is known yet."""
    stuur(begin("BIJNA", verwachtEinde=ZAK, reclassering="RN"))
    gevonden = dossier("BIJNA")
    assert gevonden is not None
    return gevonden.pk


def lijst(client: Client, lid: Lid, naam: str) -> str:
    meld_aan(client, lid)
    antwoord = client.get("/", {"lijst": naam})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def rode(zaak: UUID) -> set[str]:
    with verwerking(programma()):
        rijen = Planwerkregel.objects.filter(dossier=zaak).exclude(categorie="plan")
        return set(rijen.values_list("categorie", flat=True))


def regel_alles(lid: Lid, zaak: UUID) -> None:
    for gebied in Leefgebied:
        wijk_af(lid.wie(), zaak, gebied, Standwaarde.IN_ORDE, "Gezien", op_ontslag=True)


@pytest.mark.clausule("8.3")
def test_wie_bijna_vrij_is_en_rood_staat_staat_op_de_lijst(
    client: Client, ploeg: Ploeg, bijna_vrij: UUID
) -> None:
    for lid in (ploeg.anna, ploeg.bram, ploeg.cato):
        assert "Schulden" in lijst(client, lid, "rood")
    regel_alles(ploeg.bram, bijna_vrij)
    assert rode(bijna_vrij) == set()
    assert "Verzonnen" not in lijst(client, ploeg.anna, "rood")


@pytest.mark.clausule("8.3")
def test_een_voorwaarde_die_weer_rood_wordt_komt_terug(
    client: Client, ploeg: Ploeg, bijna_vrij: UUID
) -> None:
    regel_alles(ploeg.bram, bijna_vrij)
    with verwerking(programma()):
        weg = Standafwijking.objects.get(dossier=bijna_vrij, leefgebied="onderdak")
    beeindig_afwijking(ploeg.bram.wie(), bijna_vrij, weg.pk)
    assert rode(bijna_vrij) == {"onderdak"}
    assert "Onderdak" in lijst(client, ploeg.anna, "rood")


@pytest.mark.clausule("8.3")
def test_wie_pas_later_vrijkomt_staat_er_niet_en_schuift_erop_met_de_dag(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    assert "Verzonnen" not in lijst(client, ploeg.bram, "rood")
    stuur(einde_gewijzigd("PLAN", verwachtEinde=ZAK))
    assert "Verzonnen" in lijst(client, ploeg.bram, "rood")


@pytest.mark.clausule("6.4")
def test_de_lijst_noemt_geen_voorwaarde_die_het_loket_niet_mag_zien(
    client: Client, ploeg: Ploeg, bijna_vrij: UUID
) -> None:
    sluit(ploeg.cato, bijna_vrij, "schulden")
    html = lijst(client, ploeg.cato, "rood")
    assert "Onderdak" in html
    assert "Schulden" not in html
    for gebied in ("onderdak", "inkomen", "identiteit", "zorg"):
        sluit(ploeg.cato, bijna_vrij, gebied)
    assert "Verzonnen" not in lijst(client, ploeg.cato, "rood")


@pytest.mark.clausule("6.4")
def test_wie_geen_plan_maakt_heeft_deze_lijsten_niet(client: Client, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.dirk)
    for naam in ("rood", "gevraagd", "zonder-plan"):
        assert client.get("/", {"lijst": naam}).status_code == 404
    assert "Rood en bijna vrij" not in client.get("/").content.decode()


@pytest.mark.clausule("5.4")
def test_een_vraag_staat_bij_vrager_en_gevraagde_tot_het_antwoord(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = gevraagd(ploeg.bram, zaak, ploeg.anna, wat="Zoek een kamer")
    assert "Zoek een kamer, gevraagd door" in lijst(client, ploeg.anna, "gevraagd")
    assert "Zoek een kamer, gevraagd aan" in lijst(client, ploeg.bram, "gevraagd")
    assert "Verzonnen" not in lijst(client, ploeg.cato, "gevraagd")
    aanvaard(ploeg.anna.wie(), zaak, actie.pk, actie.versie)
    for lid in (ploeg.anna, ploeg.bram):
        assert "Verzonnen" not in lijst(client, lid, "gevraagd")


@pytest.mark.clausule("7.1")
def test_wie_vertrok_zonder_vastgesteld_plan_staat_op_de_lijst(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    assert "Verzonnen" not in lijst(client, ploeg.anna, "zonder-plan")
    stuur(vertrek())
    assert "Verzonnen" in lijst(client, ploeg.anna, "zonder-plan")


@pytest.mark.clausule("7.1")
def test_met_een_vastgesteld_plan_niet(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Een huis", 0)
    zeg_geen_belang(ploeg.bram.wie(), zaak)
    stel_vast(ploeg.bram.wie(), zaak, 0, "")
    stuur(vertrek())
    assert "Verzonnen" not in lijst(client, ploeg.anna, "zonder-plan")


def test_herbouw_geeft_hetzelfde_en_herstelt_wat_scheef_staat(
    ploeg: Ploeg, zaak: UUID, bijna_vrij: UUID
) -> None:
    regel_alles(ploeg.bram, bijna_vrij)
    assert [*werkregels.afwijkende_dossiers(programma())] == [[]]
    with verwerking(programma()):
        Planwerkregel.objects.filter(dossier=zaak, categorie="schulden").delete()
        Planwerkregel.objects.create(dossier_id=bijna_vrij, categorie="zorg")
    (scheef,) = werkregels.afwijkende_dossiers(programma())
    assert set(scheef) == {zaak, bijna_vrij}
    assert [set(deel) for deel in werkregels.herbouw(programma())] == [{zaak, bijna_vrij}]
    assert rode(bijna_vrij) == set()
    assert [*werkregels.afwijkende_dossiers(programma())] == [[]]


def test_een_volle_lijst_kost_evenveel_vragen_als_een_met_een_regel(
    client: Client, ploeg: Ploeg
) -> None:
    def tel(naam: str) -> int:
        lijst(client, ploeg.anna, naam)
        navraag.vergeet()
        with CaptureQueriesContext(connection) as vragen:
            lijst(client, ploeg.anna, naam)
        return len(vragen)

    def vul(nummer: int) -> None:
        verblijf = f"R{nummer}"
        stuur(begin(verblijf, verwachtEinde=ZAK, persoon={"geslachtsnaam": f"Naam{nummer}"}))
        gevonden = dossier(verblijf)
        assert gevonden is not None
        gevraagd(ploeg.bram, gevonden.pk, ploeg.anna)

    vul(0)
    een = {naam: tel(naam) for naam in ("rood", "gevraagd")}
    for nummer in range(1, 6):
        vul(nummer)
    assert {naam: tel(naam) for naam in een} == een


def vertrek() -> dict[str, Any]:
    """The stay ended a few days ago."""
    return {
        "berichtId": "PLAN-einde",
        "soort": "einde",
        "bronTijd": "2026-11-20T10:00:00+01:00",
        "verblijf": "PLAN",
        "datum": "2026-11-20",
        "reden": "einde_straf",
    }


@pytest.mark.clausule("5.7", "8.3")
def test_ook_een_gevraagde_gemeente_en_een_vraag_voor_een_advies_staan_er_tot_het_antwoord(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.anna.wie()
    verzoek = woonplaats.vraag_gemeente(
        wie, zaak, ANDERE_GEMEENTE, Verzoekreden.WERK_OF_GEZIN, "Zijn moeder woont daar"
    )
    for lid in (ploeg.anna, ploeg.eva):
        assert "om deze persoon te ontvangen" in lijst(client, lid, "gevraagd")
    assert "Verzonnen" not in lijst(client, ploeg.bram, "gevraagd")
    woonplaats.doe(ploeg.eva.wie(), zaak, verzoek.pk, 1, Verzoekdaad.WEIGEREN, "Geen plek")
    for lid in (ploeg.anna, ploeg.eva):
        assert "om deze persoon te ontvangen" not in lijst(client, lid, "gevraagd")
    cato = ploeg.cato.wie()
    nummer = advies.leg_adviesverzoek_vast(
        cato, zaak, Adviesaanvrager.OM, Adviesbeslissing.SCHORSING, cato.vandaag, None
    ).pk
    gebieden = (Leefgebied.ONDERDAK,)
    advies.vraag_inbreng(cato, zaak, nummer, ploeg.anna.loket.pk, gebieden, "Is er een kamer?")
    assert "voor een advies, gevraagd door" in lijst(client, ploeg.anna, "gevraagd")
    assert "voor een advies, gevraagd aan" in lijst(client, ploeg.cato, "gevraagd")
    assert "voor een advies" not in lijst(client, ploeg.bram, "gevraagd")
