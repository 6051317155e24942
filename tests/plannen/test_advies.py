"""Advice to the judge: municipalities bring in what they can do, and never see the advice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import advies as acties
from richting.plannen.botsing import Botsing
from richting.plannen.models import Adviesinbreng, Adviesverzoek
from richting.plannen.onderdelen import Blok
from richting.plannen.onderdelen import blokken as alle_blokken
from richting.plannen.overzichten.advies import Adviesbeeld, adviezen, blokken, inbreng_van
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, meld_aan

pytestmark = pytest.mark.clausule("8.3")
ZITTING = date(2027, 3, 1)
KAN: dict[str, Any] = {"antwoord": "kan", "vanaf": ZITTING, "toelichting": "Opvang Oost"}


def verzoek(ploeg: Ploeg, zaak: UUID) -> UUID:
    """The prosecution asks Cato for advice."""
    wie = ploeg.cato.wie()
    rij = acties.leg_adviesverzoek_vast(
        wie, zaak, Adviesaanvrager.OM, Adviesbeslissing.SCHORSING, wie.vandaag, ZITTING
    )
    return rij.pk


def vraag(ploeg: Ploeg, zaak: UUID, nummer: UUID, *gebieden: Leefgebied) -> Adviesinbreng:
    """Cato asks Anna what she can do."""
    gekozen = gebieden or (Leefgebied.ONDERDAK,)
    gesteld = acties.vraag_inbreng(
        ploeg.cato.wie(), zaak, nummer, ploeg.anna.loket.pk, gekozen, "Is er een kamer?"
    )
    return gesteld[0]


def lees(lid: Lid, zaak: UUID) -> list[Adviesbeeld]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"justitieel_advies"})
        return adviezen(zaak, lid.loket.pk, lid.wie().vandaag)


def bladen(lid: Lid, zaak: UUID) -> list[Blok]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return list(blokken(Dossier.objects.get(pk=zaak)))


def postbus(lid: Lid, zaak: UUID) -> list[str]:
    with verwerking(programma()):
        rijen = Melding.objects.filter(dossier=zaak, loket=lid.loket).order_by("pk")
        return [m.soort for m in rijen if not m.soort.startswith("verblijf")]


def test_van_vraag_tot_beslissing(ploeg: Ploeg, zaak: UUID) -> None:
    cato, nummer = ploeg.cato.wie(), verzoek(ploeg, zaak)
    gesteld = vraag(ploeg, zaak, nummer)
    assert postbus(ploeg.anna, zaak) == ["inbreng_gevraagd"]
    acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, KAN)
    assert postbus(ploeg.cato, zaak) == ["inbreng_gegeven"]
    acties.bewaar_tekst(cato, zaak, nummer, 1, "Toezicht kan")
    acties.stel_advies_vast(cato, zaak, nummer, 2, "Toezicht kan, er is opvang")
    acties.noteer_uitkomst(cato, zaak, nummer, 3, "Geschorst", cato.vandaag)
    (een,) = lees(ploeg.cato, zaak)
    assert (een.rij.tekst, een.rij.uitkomst) == ("Toezicht kan, er is opvang", "Geschorst")
    assert een.inbreng[0].rij.vanaf == ZITTING


@pytest.mark.clausule("6.4")
def test_de_gemeente_ziet_de_vraag_en_nooit_het_advies(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = verzoek(ploeg, zaak)
    vraag(ploeg, zaak, nummer)
    acties.stel_advies_vast(ploeg.cato.wie(), zaak, nummer, 1, "Geheim van de rechter")
    assert lees(ploeg.anna, zaak) == []
    assert [blok.categorie for blok in bladen(ploeg.anna, zaak)] == ["onderdak"]
    assert {b.categorie for b in bladen(ploeg.cato, zaak)} == {"justitieel_advies", "onderdak"}
    assert "Geheim" not in str(bladen(ploeg.anna, zaak))
    assert "Geheim" in str(bladen(ploeg.cato, zaak))
    soorten = {r.soort: r.categorie for r in journaalregels()}
    assert soorten["advies_vastgesteld"] == "justitieel_advies"
    assert soorten["inbreng_gevraagd"] == "onderdak"


def test_de_persoon_krijgt_het_advies_niet_op_papier(ploeg: Ploeg, zaak: UUID) -> None:
    acties.stel_advies_vast(ploeg.cato.wie(), zaak, verzoek(ploeg, zaak), 1, "Advies")
    with lezing(ploeg.cato.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        voor_persoon = alle_blokken(Dossier.objects.get(pk=zaak), voor_persoon=True)
    assert "advies" not in {blok.sleutel for blok in voor_persoon}


def test_een_vastgesteld_advies_verandert_nooit_meer(ploeg: Ploeg, zaak: UUID) -> None:
    cato, nummer = ploeg.cato.wie(), verzoek(ploeg, zaak)
    gesteld = vraag(ploeg, zaak, nummer)
    acties.stel_advies_vast(cato, zaak, nummer, 1, "Zo is het")
    for poging in (
        lambda: acties.bewaar_tekst(cato, zaak, nummer, 2, "Anders"),
        lambda: acties.stel_advies_vast(cato, zaak, nummer, 2, "Anders"),
        lambda: vraag(ploeg, zaak, nummer, Leefgebied.ZORG),
        lambda: acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 2, KAN),
    ):
        with pytest.raises(KanNiet):
            poging()
    assert lees(ploeg.cato, zaak)[0].rij.tekst == "Zo is het"


def test_een_vraag_zonder_antwoord_vervalt_met_het_advies(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    nummer = verzoek(ploeg, zaak)
    gesteld = vraag(ploeg, zaak, nummer)
    geef = reverse("plannen:inbreng_van_rij", args=[zaak, "antwoord", gesteld.pk])
    meld_aan(client, ploeg.anna)
    assert geef in client.get(reverse("plannen:inbreng", args=[zaak])).content.decode()
    dossier = reverse("dossiers:dossier", args=[zaak])
    assert "Is er een kamer?" in client.get(dossier).content.decode()
    acties.stel_advies_vast(ploeg.cato.wie(), zaak, nummer, 1, "Zo is het")
    assert "Is er een kamer?" not in client.get(dossier).content.decode()
    pagina = client.get(reverse("plannen:inbreng", args=[zaak])).content.decode()
    assert "Niet meer nodig" in pagina
    assert geef not in pagina


def test_leeg_wordt_niets_vastgesteld_en_zonder_advies_is_er_geen_uitkomst(
    ploeg: Ploeg, zaak: UUID
) -> None:
    cato, nummer = ploeg.cato.wie(), verzoek(ploeg, zaak)
    with pytest.raises(KanNiet):
        acties.stel_advies_vast(cato, zaak, nummer, 1, "  ")
    with pytest.raises(KanNiet):
        acties.noteer_uitkomst(cato, zaak, nummer, 1, "Geschorst", cato.vandaag)


@pytest.mark.clausule("6.4")
def test_alleen_de_reclassering_adviseert_en_alleen_de_gevraagde_antwoordt(
    ploeg: Ploeg, zaak: UUID
) -> None:
    for ander in (ploeg.anna, ploeg.bram, ploeg.eva, ploeg.gijs):
        wie = ander.wie()
        with pytest.raises(NietToegestaan):
            acties.leg_adviesverzoek_vast(
                wie, zaak, Adviesaanvrager.OM, Adviesbeslissing.VI, wie.vandaag, None
            )
    gesteld = vraag(ploeg, zaak, verzoek(ploeg, zaak))
    for ander in (ploeg.bram, ploeg.cato, ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            acties.geef_inbreng(ander.wie(), zaak, gesteld.pk, 1, KAN)


def test_wie_het_gebied_niet_ziet_kan_niet_gevraagd_worden(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = verzoek(ploeg, zaak)
    for loket in (ploeg.eva.loket.pk, ploeg.bram.loket.pk):
        with pytest.raises(KanNiet, match="niet zien"):
            acties.vraag_inbreng(ploeg.cato.wie(), zaak, nummer, loket, [Leefgebied.ONDERDAK], "x")
    with pytest.raises(KanNiet, match="Kies"):
        acties.vraag_inbreng(
            ploeg.cato.wie(), zaak, nummer, ploeg.anna.loket.pk, [Leefgebied.SCHULDEN], "x"
        )


def test_hetzelfde_wordt_niet_twee_keer_tegelijk_gevraagd(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = verzoek(ploeg, zaak)
    gesteld = vraag(ploeg, zaak, nummer)
    with pytest.raises(KanNiet, match="al gevraagd"):
        vraag(ploeg, zaak, nummer)
    acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, KAN)
    assert vraag(ploeg, zaak, nummer).pk != gesteld.pk


def test_het_antwoord_moet_er_voor_de_zitting_zijn(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.cato.wie()
    morgen = wie.vandaag + timedelta(days=1)
    rij = acties.leg_adviesverzoek_vast(
        wie, zaak, Adviesaanvrager.RECHTER, Adviesbeslissing.SCHORSING, wie.vandaag, morgen
    )
    assert vraag(ploeg, zaak, rij.pk).antwoord_uiterlijk == morgen


def test_een_zitting_en_een_besluit_liggen_niet_voor_het_verzoek(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.cato.wie()
    eerder = wie.vandaag - timedelta(days=1)
    om, schorsing = Adviesaanvrager.OM, Adviesbeslissing.SCHORSING
    with pytest.raises(KanNiet, match="zitting"):
        acties.leg_adviesverzoek_vast(wie, zaak, om, schorsing, wie.vandaag, eerder)
    meld_aan(client, ploeg.cato)
    invoer = {"aanvrager": "om", "beslissing": "vi", "op": "2026-11-20", "zitting_op": "2026-11-19"}
    nieuw = reverse("plannen:advies_nieuw", args=[zaak, "verzoek"])
    assert "niet vóór de dag van het verzoek" in client.post(nieuw, invoer).content.decode()
    nummer = verzoek(ploeg, zaak)
    acties.stel_advies_vast(wie, zaak, nummer, 1, "Zo is het")
    with pytest.raises(KanNiet, match="vóór het verzoek"):
        acties.noteer_uitkomst(wie, zaak, nummer, 2, "Geschorst", eerder)


def test_na_het_vaststellen_staat_er_geen_deur_meer_om_anders_te_antwoorden(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    nummer = verzoek(ploeg, zaak)
    gesteld = vraag(ploeg, zaak, nummer)
    acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, KAN)
    geef = reverse("plannen:inbreng_van_rij", args=[zaak, "antwoord", gesteld.pk])
    meld_aan(client, ploeg.anna)
    pagina = reverse("plannen:inbreng", args=[zaak])
    assert geef in client.get(pagina).content.decode()
    acties.stel_advies_vast(ploeg.cato.wie(), zaak, nummer, 1, "Geheim van de rechter")
    gezien = client.get(pagina).content.decode()
    assert geef not in gezien
    assert "Dit antwoord verandert niet meer" in gezien
    assert "Dit kan vanaf 1 maart 2027. Opvang Oost" in gezien
    assert "Geheim" not in gezien


@pytest.mark.clausule("7.1")
def test_twee_tegelijk_verliezen_niets(ploeg: Ploeg, zaak: UUID) -> None:
    cato, nummer = ploeg.cato.wie(), verzoek(ploeg, zaak)
    acties.bewaar_tekst(cato, zaak, nummer, 1, "Van de een")
    with pytest.raises(Botsing):
        acties.bewaar_tekst(cato, zaak, nummer, 1, "Van de ander")
    gesteld = vraag(ploeg, zaak, nummer)
    acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, KAN)
    with pytest.raises(Botsing):
        acties.geef_inbreng(
            ploeg.anna.wie(), zaak, gesteld.pk, 1, {**KAN, "toelichting": "Toch West"}
        )


def test_wie_ja_zegt_noemt_de_eerste_dag(ploeg: Ploeg, zaak: UUID) -> None:
    gesteld = vraag(ploeg, zaak, verzoek(ploeg, zaak))
    with pytest.raises(KanNiet, match="welke dag"):
        acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, {**KAN, "vanaf": None})
    nee = {**KAN, "antwoord": "kan_niet"}
    acties.geef_inbreng(ploeg.anna.wie(), zaak, gesteld.pk, 1, nee)
    with lezing(ploeg.anna.wie(), "test") as lees:
        lees.gezien([zaak], {"onderdak"})
        (een,) = inbreng_van(zaak, ploeg.anna.loket.pk, ploeg.anna.wie().vandaag)
    assert (een.rij.antwoord, een.rij.vanaf) == ("kan_niet", None)


def test_cato_doet_alles_op_haar_scherm(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    meld_aan(client, ploeg.cato)
    pagina = reverse("plannen:advies", args=[zaak])
    nieuw = reverse("plannen:advies_nieuw", args=[zaak, "verzoek"])
    invoer = {"aanvrager": "om", "beslissing": "vi", "op": "2026-11-20", "zitting_op": "2027-01-20"}
    assert client.post(nieuw, {**invoer, "op": "2030-01-01"}).status_code == 200
    assert client.post(nieuw, invoer).status_code == 302
    with verwerking(programma()):
        nummer = Adviesverzoek.objects.get().pk
    vragen = reverse("plannen:advies_van_rij", args=[zaak, "vraag", nummer])
    stel = {"loket": ploeg.anna.loket.pk, "gebieden": ["onderdak", "zorg"], "vraag": "Kamer?"}
    assert client.post(vragen, {**stel, "gebieden": []}).status_code == 200
    assert client.post(vragen, stel).status_code == 302
    tekst = reverse("plannen:advies_van_rij", args=[zaak, "tekst", nummer])
    assert client.post(tekst, {"versie": 1, "tekst": "Concept"}).status_code == 302
    assert client.post(tekst, {"versie": 1, "tekst": "Oud"}).status_code == 409
    assert client.post(tekst, {"versie": 2, "tekst": "Vrijlaten", "vast": "1"}).status_code == 302
    uitkomst = reverse("plannen:advies_van_rij", args=[zaak, "uitkomst", nummer])
    besluit = {"versie": 3, "uitkomst": "Akkoord", "op": "2026-11-22"}
    assert client.post(uitkomst, besluit).status_code == 302
    gezien = client.get(pagina).content.decode()
    assert "Vrijlaten" in gezien
    assert "Akkoord" in gezien


def test_anna_hoort_het_en_antwoordt_op_haar_scherm(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    gesteld = vraag(ploeg, zaak, verzoek(ploeg, zaak))
    meld_aan(client, ploeg.anna)
    assert client.get(reverse("plannen:advies", args=[zaak])).status_code == 404
    inbreng = reverse("plannen:inbreng", args=[zaak])
    assert inbreng in client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    geef = reverse("plannen:inbreng_van_rij", args=[zaak, "antwoord", gesteld.pk])
    assert client.post(geef, {"versie": 1, "antwoord": "kan"}).status_code == 200
    invoer = {"versie": 1, "antwoord": "kan", "vanaf": "2027-01-05", "toelichting": "Oost"}
    assert client.post(geef, invoer).status_code == 302
    assert "Oost" in client.get(inbreng).content.decode()
    assert client.post(geef, {**invoer, "toelichting": "West"}).status_code == 409


@pytest.mark.clausule("6.4")
def test_voor_wie_geen_grond_heeft_is_er_niets(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    verzoek(ploeg, zaak)
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        for naam in ("advies", "inbreng"):
            assert client.get(reverse(f"plannen:{naam}", args=[zaak])).status_code == 404
