"""A page that is kept is never an old page: each thing that could change it, changes it at once.

Everything changes here behind the back of the program, by bare SQL and without journal or signal,
as another process or a hand in the database would.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied
from richting.kern import instellingen, klok, navraag
from richting.partijen import loketboek
from richting.plannen.acties import inhoud as acties
from richting.plannen.woorden import Factoraard, Planvraagsoort
from richting.web import blad
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan
from tests.plannen.bouwers_actie import eigen
from tests.web.bladen import achterom, getekende

PAGINAS = ("dossiers:dossier", "plannen:overzicht")
beide = pytest.mark.parametrize("pagina", PAGINAS)


@pytest.fixture(autouse=True)
def leeg() -> None:
    """Nothing is kept yet."""
    navraag.vergeet()


@pytest.fixture
def gemaakt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of pages that were drawn, one for each time; not the frame around them."""
    return getekende(monkeypatch)


@pytest.fixture
def plan(ploeg: Ploeg, zaak: UUID) -> UUID:
    """A plan with a question and an action, that Anna looked at before."""
    acties.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Een huis", 0)
    eigen(ploeg.anna, zaak, wat="Zoek een kamer")
    return zaak


def binnen(lid: Lid, **anders: Any) -> Client:
    """Signed in, with the mailbox read: news that is shown for the first time changes the page."""
    client = Client(**anders)
    meld_aan(client, lid)
    client.get(reverse("meldingen:postbus"))
    return client


def tekst(client: Client, pagina: str, zaak: UUID, status: int = 200) -> str:
    antwoord = client.get(reverse(pagina, args=[zaak]))
    assert antwoord.status_code == status
    return str(antwoord.content.decode())


def inhoud(client: Client, pagina: str, zaak: UUID) -> str:
    """The page without what differs each time: the tokens of its forms."""
    deel = tekst(client, pagina, zaak).partition("<main")[2]
    stukken = deel.split('name="csrfmiddlewaretoken" value="')
    return stukken[0] + "".join(stuk.partition('"')[2] for stuk in stukken[1:])


@beide
def test_een_tweede_keer_staat_er_hetzelfde_zonder_het_te_tekenen(
    ploeg: Ploeg, plan: UUID, gemaakt: list[str], pagina: str
) -> None:
    client = binnen(ploeg.anna)
    eerst = inhoud(client, pagina, plan)
    assert "Zoek een kamer" in eerst
    assert [inhoud(client, pagina, plan), inhoud(client, pagina, plan)] == [eerst, eerst]
    assert len(gemaakt) == 1


@beide
@pytest.mark.clausule("6.7")
def test_elke_keer_kijken_staat_in_het_leeslog_met_dezelfde_categorieen(
    eigenaar: Any, echte_database: None, gemaakt: list[str], pagina: str
) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    zaak = dossier()
    assert zaak is not None
    client = binnen(ploeg.anna)
    eigenaar.execute("TRUNCATE delen_inzage, delen_verwerking")
    for _keer in range(3):
        tekst(client, pagina, zaak.pk)
    rijen = eigenaar.execute(
        "SELECT handeling, categorieen, grondslagen FROM delen_inzage WHERE dossier_id = %s",
        [zaak.pk],
    ).fetchall()
    assert len(rijen) == 3
    assert rijen == [rijen[0]] * 3
    assert "plan" in rijen[0][1]
    assert eigenaar.execute("SELECT count(*) FROM delen_verwerking").fetchone() == (3,)
    assert len(gemaakt) == 1


Verandering = tuple[str, str, Callable[[UUID], tuple[Any, ...]]]
VERANDERINGEN: dict[str, Verandering] = {
    "de actie": (
        "UPDATE plannen_actie SET wat = 'Anders nu' WHERE dossier_id = %s",
        "Anders nu",
        lambda zaak: (zaak,),
    ),
    "de persoon": (
        "UPDATE dossiers_persoonsgegevens SET geslachtsnaam = 'Anders nu' WHERE dossier_id = %s",
        "Anders nu",
        lambda zaak: (zaak,),
    ),
}


@beide
@pytest.mark.parametrize("wat", VERANDERINGEN)
def test_wat_een_ander_proces_verandert_staat_er_meteen(
    ploeg: Ploeg, plan: UUID, pagina: str, wat: str
) -> None:
    vraag, woorden, waarden = VERANDERINGEN[wat]
    client = binnen(ploeg.anna)
    for _keer in range(2):
        assert woorden not in tekst(client, pagina, plan)
    achterom(vraag, *waarden(plan))
    assert woorden in tekst(client, pagina, plan)


def test_een_verwijderde_rij_staat_er_niet_meer(ploeg: Ploeg, plan: UUID) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        assert "Zoek een kamer" in tekst(client, "dossiers:dossier", plan)
    achterom("DELETE FROM plannen_actiestap WHERE dossier_id = %s", plan)
    achterom("DELETE FROM plannen_actie WHERE dossier_id = %s", plan)
    assert "Zoek een kamer" not in tekst(client, "dossiers:dossier", plan).partition("Tijdlijn")[0]


@beide
@pytest.mark.clausule("6.4")
def test_wie_de_grond_verliest_krijgt_404(ploeg: Ploeg, plan: UUID, pagina: str) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        tekst(client, pagina, plan)
    achterom(
        "UPDATE delen_grond SET vervallen_op = now() WHERE dossier_id = %s AND loket_id = %s",
        plan,
        ploeg.anna.loket.pk,
    )
    assert "Zoek een kamer" not in tekst(client, pagina, plan, 404)


@beide
@pytest.mark.clausule("6.4")
def test_wie_een_compartiment_verliest_ziet_dat_deel_niet_meer(
    ploeg: Ploeg, plan: UUID, pagina: str
) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        assert "Zoek een kamer" in tekst(client, pagina, plan)
    achterom(
        "UPDATE delen_grond SET categorieen = array_remove(categorieen, 'onderdak')"
        " WHERE dossier_id = %s AND loket_id = %s",
        plan,
        ploeg.anna.loket.pk,
    )
    assert "Zoek een kamer" not in tekst(client, pagina, plan)


@beide
@pytest.mark.clausule("3.6")
def test_wie_wordt_uitgesloten_krijgt_404(ploeg: Ploeg, plan: UUID, pagina: str) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        tekst(client, pagina, plan)
    achterom(
        "INSERT INTO delen_afscherming (dossier_id, soort, medewerker_id, loket_id, reden,"
        " gezet_op, gezet_door) VALUES (%s, 'niet', %s, NULL, 'Buren', now(), NULL)",
        plan,
        ploeg.anna.medewerker.pk,
    )
    tekst(client, pagina, plan, 404)


@beide
@pytest.mark.clausule("6.4")
def test_een_ander_loket_krijgt_nooit_het_blad_van_een_ander(
    ploeg: Ploeg, plan: UUID, gemaakt: list[str], pagina: str
) -> None:
    acties.voeg_factor_toe(
        ploeg.bram.wie(), plan, Factoraard.RISICO, Leefgebied.ONDERDAK, "Ruzie thuis"
    )
    van_anna = inhoud(binnen(ploeg.anna), pagina, plan)
    inhoud(binnen(ploeg.bram), pagina, plan)
    assert len(gemaakt) == 2
    tekst(binnen(ploeg.eva), pagina, plan, 404)
    assert inhoud(binnen(ploeg.anna), pagina, plan) == van_anna


@beide
def test_een_andere_dag_is_een_ander_blad(
    ploeg: Ploeg, plan: UUID, gemaakt: list[str], pagina: str
) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        tekst(client, pagina, plan)
    with klok.op(klok.vandaag() + timedelta(days=1)):
        tekst(client, pagina, plan)
    assert len(gemaakt) == 2


@beide
def test_een_andere_taal_is_een_ander_blad(ploeg: Ploeg, plan: UUID, pagina: str) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        assert "Hoe de leefgebieden staan" in tekst(client, pagina, plan)
    client.cookies["richting_taal"] = "en"
    assert "Hoe de leefgebieden staan" not in tekst(client, pagina, plan)


@beide
def test_een_loket_dat_anders_gaat_heten_heet_meteen_anders(
    ploeg: Ploeg, plan: UUID, pagina: str
) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        tekst(client, pagina, plan)
    organisatie = ploeg.anna.loket.organisatie
    organisatie.naam, ploeg.anna.loket.naam = "Gemeente Nieuwnaam", "Loket Nieuwnaam"
    organisatie.save()
    ploeg.anna.loket.save()
    assert "Nieuwnaam" in inhoud(client, pagina, plan)


@beide
def test_een_andere_aanname_is_een_ander_blad(
    ploeg: Ploeg, plan: UUID, gemaakt: list[str], pagina: str
) -> None:
    client = binnen(ploeg.anna)
    for _keer in range(2):
        tekst(client, pagina, plan)
    vandaag = klok.vandaag()
    instellingen.zet(ploeg.gijs.wie(), "kort_verblijf_dagen", 400, vandaag, "Proef")
    tekst(client, pagina, plan)
    assert len(gemaakt) == 2


def test_wat_nieuw_is_staat_er_een_keer(ploeg: Ploeg, plan: UUID) -> None:
    client = binnen(ploeg.anna)
    vandaag = klok.vandaag()
    tekst(client, "dossiers:dossier", plan)
    with klok.op(vandaag + timedelta(days=1)):
        acties.voeg_doel_toe(ploeg.bram.wie(), plan, "Werk")
    with klok.op(vandaag + timedelta(days=2)):
        assert "Nieuw sinds u hier keek" in tekst(client, "dossiers:dossier", plan)
        assert "Nieuw sinds u hier keek" not in tekst(client, "dossiers:dossier", plan)


def test_de_knoppen_van_een_bewaard_blad_werken_in_elke_sessie(
    ploeg: Ploeg, plan: UUID, gemaakt: list[str]
) -> None:
    een, ander = (binnen(ploeg.anna, enforce_csrf_checks=True) for _keer in range(2))
    tekst(een, "dossiers:dossier", plan)
    pagina = tekst(ander, "dossiers:dossier", plan)
    assert len(gemaakt) == 1
    assert blad.STEMPEL not in pagina
    formulier = pagina.partition("/plan/acties/")[2]
    token = formulier.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    adres = reverse("meldingen:bevestig", args=[plan])
    assert een.post(adres, {"csrfmiddlewaretoken": token}).status_code == 403
    assert ander.post(adres, {"csrfmiddlewaretoken": token}).status_code == 302


def test_het_boek_van_loketten_kent_elke_naam(ploeg: Ploeg) -> None:
    voor = loketboek.staat()
    assert loketboek.staat() == voor
    ploeg.dirk.loket.naam = "Loket Nieuwnaam"
    ploeg.dirk.loket.save()
    assert loketboek.staat() != voor


def test_de_dag_telt_mee_in_de_sleutel(ploeg: Ploeg) -> None:
    wie = ploeg.anna.wie()
    assert navraag.sleutel_van(wie, "x") == navraag.sleutel_van(ploeg.anna.wie(), "x")
    assert navraag.sleutel_van(wie, "x") != navraag.sleutel_van(ploeg.bram.wie(), "x")
    with klok.op(date(2020, 1, 1)):
        assert navraag.sleutel_van(wie, "x") != navraag.sleutel_van(ploeg.anna.wie(), "x")


@beide
def test_het_kader_om_een_bewaard_blad_is_van_dit_bezoek(
    ploeg: Ploeg, plan: UUID, pagina: str
) -> None:
    """What was said once is not said again, and who reads stands above it."""
    client = binnen(ploeg.anna)
    tekst(client, pagina, plan)
    assert ploeg.anna.medewerker.naam in tekst(client, pagina, plan)
    ander = tekst(binnen(ploeg.bram), pagina, plan)
    assert ploeg.bram.loket.naam in ander
    assert ploeg.anna.medewerker.naam not in ander.partition("<main")[0]


def test_een_nieuw_bericht_telt_meteen_mee_boven_een_bewaard_blad(ploeg: Ploeg, plan: UUID) -> None:
    client = binnen(ploeg.anna)
    ervoor = tekst(client, "plannen:overzicht", plan).partition("<main")[0]
    achterom(
        "UPDATE meldingen_melding SET gelezen_op = NULL WHERE loket_id = %s", ploeg.anna.loket.pk
    )
    erna = tekst(client, "plannen:overzicht", plan).partition("<main")[0]
    assert ("ongelezen" in ervoor, "ongelezen" in erna) == (False, True)


def test_een_mededeling_staat_er_een_keer(ploeg: Ploeg, plan: UUID) -> None:
    client = binnen(ploeg.anna)
    tekst(client, "dossiers:dossier", plan)
    client.post(reverse("meldingen:bevestig", args=[plan]))
    keren = [tekst(client, "dossiers:dossier", plan).count('<div role="status">') for _k in "123"]
    assert keren == [1, 0, 0]
