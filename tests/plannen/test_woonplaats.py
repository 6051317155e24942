"""Another municipality of return: asked, answered, taken back; grounds follow each step."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden, Verzoekstaat
from richting.delen.controle import afwijkende_dossiers
from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.dossiers.overzichten import dossier as lees_dossier
from richting.kern.instellingen import zet
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import woonplaats as acties
from richting.plannen.acties.slachtoffer import zeg_geen_belang
from richting.plannen.acties.versies import stel_vast
from richting.plannen.models import Verzoekbericht
from richting.plannen.onderdelen import Blok
from richting.plannen.overzichten.woonplaats import Woonplaatsbeeld, blokken, woonplaatsbeeld
from richting.plannen.toegang import mijn_categorieen
from tests.berichten.bouwers import begin, dossier, einde_gewijzigd, programma, stuur
from tests.partijen.bouwers import (
    ANDERE_GEMEENTE,
    GEMEENTE,
    Lid,
    Ploeg,
    maak_loket,
    meld_aan,
)

pytestmark = pytest.mark.clausule("5.7", "6.4")
WERK = Verzoekreden.WERK_OF_GEZIN
SMAL = {"verblijf", "onderdak", "plan"}


def ziet(lid: Lid, zaak: UUID) -> set[str]:
    with lezing(lid.wie(), "test") as lees:
        lees.niets_gezien()
        return mijn_categorieen(zaak, lid.loket.pk)


def beeld(lid: Lid, zaak: UUID, gemeente: str = "") -> Woonplaatsbeeld:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        rij = lees_dossier(zaak)
        assert rij is not None
        return woonplaatsbeeld(rij, gemeente, lid.wie().vandaag)


def vraag(ploeg: Ploeg, zaak: UUID, reden: Verzoekreden = WERK) -> UUID:
    """Anna asks Eva's municipality."""
    woorden = "Zijn moeder woont in Arnhem"
    return acties.vraag_gemeente(ploeg.anna.wie(), zaak, ANDERE_GEMEENTE, reden, woorden).pk


def antwoord(ploeg: Ploeg, zaak: UUID, nummer: UUID, daad: Verzoekdaad) -> None:
    acties.doe(ploeg.eva.wie(), zaak, nummer, versie_van(nummer), daad, "Omdat het zo is")


def versie_van(nummer: UUID) -> int:
    """The newest step of a request, as everybody sees it on the screen."""
    with verwerking(programma()):
        return Verzoekbericht.objects.filter(verzoek=nummer).latest("versie").versie


def postbus(lid: Lid, zaak: UUID) -> list[str]:
    with verwerking(programma()):
        rijen = Melding.objects.filter(dossier=zaak, loket=lid.loket).order_by("pk")
        return [m.soort for m in rijen if not m.soort.startswith("verblijf")]


def scheef(ploeg: Ploeg) -> list[UUID]:
    """Dossiers whose grounds are not what their facts give: `richting gronden --controleer`."""
    with verwerking(programma()):
        delen = list(afwijkende_dossiers(ploeg.anna.wie().vandaag))
    return [nummer for deel in delen for nummer in deel]


def naam(lid: Lid) -> str:
    return str(lid.loket.organisatie.naam)


def test_de_andere_gemeente_ziet_niets_tot_zij_gevraagd_is(ploeg: Ploeg, zaak: UUID) -> None:
    assert ziet(ploeg.eva, zaak) == set()
    vraag(ploeg, zaak)
    assert ziet(ploeg.eva, zaak) == SMAL
    assert postbus(ploeg.eva, zaak) == ["verzoek_gedaan"]
    assert scheef(ploeg) == []


def test_na_een_nee_ziet_zij_niets_meer_en_hoort_de_vrager_het(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.WEIGEREN)
    assert ziet(ploeg.eva, zaak) == set()
    assert "niet_meer_van_u" in postbus(ploeg.eva, zaak)
    assert postbus(ploeg.anna, zaak) == ["verzoek_beantwoord"]
    assert scheef(ploeg) == []


def test_na_een_ja_werkt_zij_mee_aan_het_hele_plan_en_heeft_de_regie(
    ploeg: Ploeg, zaak: UUID
) -> None:
    nummer = vraag(ploeg, zaak)
    assert beeld(ploeg.anna, zaak).aan_zet == naam(ploeg.anna)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    assert ziet(ploeg.eva, zaak) == ziet(ploeg.anna, zaak) > SMAL
    assert beeld(ploeg.anna, zaak).aan_zet == naam(ploeg.eva)
    assert {"verzoek_beantwoord", "gemeente_gewijzigd"} <= set(postbus(ploeg.anna, zaak))
    assert scheef(ploeg) == []


def test_wie_alleen_gevraagd_is_stelt_het_plan_niet_vast(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    zeg_geen_belang(ploeg.bram.wie(), zaak)
    nummer = vraag(ploeg, zaak)
    with pytest.raises(KanNiet) as fout:
        stel_vast(ploeg.eva.wie(), zaak, 0, "")
    assert fout.value.code == "alleen_gevraagd"
    pagina = reverse("plannen:overzicht", args=[zaak])
    knop = reverse("plannen:stel_vast", args=[zaak])
    meld_aan(client, ploeg.eva)
    assert knop not in client.get(pagina).content.decode()
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    assert knop in client.get(pagina).content.decode()
    assert stel_vast(ploeg.eva.wie(), zaak, 0, "").nummer == 1


def test_een_aanname_houdt_de_regie_bij_de_herkomst(ploeg: Ploeg, zaak: UUID) -> None:
    beheer = ploeg.fatima.wie()
    zet(beheer, "aanvaarding_verlegt_regie", False, beheer.vandaag, "Proef")
    antwoord(ploeg, zaak, vraag(ploeg, zaak), Verzoekdaad.AANVAARDEN)
    assert beeld(ploeg.bram, zaak).aan_zet == naam(ploeg.anna)


def test_de_vrager_trekt_in_ook_na_een_ja(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    acties.doe(
        ploeg.anna.wie(),
        zaak,
        nummer,
        versie_van(nummer),
        Verzoekdaad.INTREKKEN,
        "Hij wil toch terug",
    )
    assert ziet(ploeg.eva, zaak) == set()
    assert "niet_meer_van_u" in postbus(ploeg.eva, zaak)
    assert beeld(ploeg.anna, zaak).aan_zet == naam(ploeg.anna)
    assert scheef(ploeg) == []


def test_wie_meer_wil_weten_houdt_de_vraag_open(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.MEER_VRAGEN)
    assert ziet(ploeg.eva, zaak) == SMAL
    acties.doe(
        ploeg.anna.wie(), zaak, nummer, versie_van(nummer), Verzoekdaad.AANVULLEN, "Er is een baan"
    )
    (een,) = beeld(ploeg.eva, zaak, ANDERE_GEMEENTE).verzoeken
    assert een.staat is Verzoekstaat.GEVRAAGD
    assert een.uiterlijk == plus_werkdagen(ploeg.anna.wie().vandaag, 10)
    assert [stap.toelichting for stap in een.stappen][-1] == "Er is een baan"
    assert postbus(ploeg.eva, zaak) == ["verzoek_gedaan", "verzoek_beantwoord"]


def test_alleen_de_herkomst_vraagt_en_alleen_de_gevraagde_antwoordt(
    ploeg: Ploeg, zaak: UUID
) -> None:
    for ander in (ploeg.bram, ploeg.cato, ploeg.dirk, ploeg.eva):
        with pytest.raises(NietToegestaan):
            acties.vraag_gemeente(ander.wie(), zaak, ANDERE_GEMEENTE, WERK, "x")
    nummer = vraag(ploeg, zaak)
    for ander in (ploeg.anna, ploeg.bram, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            acties.doe(ander.wie(), zaak, nummer, versie_van(nummer), Verzoekdaad.AANVAARDEN)
    with pytest.raises(NietToegestaan):
        acties.doe(ploeg.eva.wie(), zaak, nummer, versie_van(nummer), Verzoekdaad.INTREKKEN)


def test_er_loopt_een_vraag_tegelijk(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    with pytest.raises(KanNiet, match="loopt al"):
        vraag(ploeg, zaak)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.WEIGEREN)
    assert vraag(ploeg, zaak) != nummer


def test_wie_te_laat_antwoordt_hoort_dat_het_al_gebeurd_is(ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    with pytest.raises(KanNiet, match="al iets anders"):
        antwoord(ploeg, zaak, nummer, Verzoekdaad.WEIGEREN)


@pytest.mark.parametrize("naar", [GEMEENTE, "GM0000"])
def test_de_eigen_gemeente_en_geen_gemeente_kunnen_niet(
    ploeg: Ploeg, zaak: UUID, naar: str
) -> None:
    with pytest.raises(KanNiet, match="andere gemeente"):
        acties.vraag_gemeente(ploeg.anna.wie(), zaak, naar, WERK, "x")


@pytest.mark.clausule("1.3")
def test_een_reden_over_een_slachtoffer_ziet_de_gevraagde_gemeente_niet(
    ploeg: Ploeg, zaak: UUID
) -> None:
    nummer = vraag(ploeg, zaak, Verzoekreden.SLACHTOFFER)
    (bij_anna,) = beeld(ploeg.anna, zaak).verzoeken
    assert bij_anna.stappen[0].reden
    (bij_eva,) = beeld(ploeg.eva, zaak).verzoeken
    assert (bij_eva.stappen, bij_eva.reden_apart) == ([], True)
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    (na_ja,) = beeld(ploeg.eva, zaak).verzoeken
    assert na_ja.stappen[0].reden == bij_anna.stappen[0].reden


@pytest.mark.clausule("6.3")
def test_het_risico_komt_pas_na_een_ja_bij_de_andere_burgemeester(ploeg: Ploeg) -> None:
    stuur(begin("RISICO", risico18b={"vanaf": "2026-11-01"}))
    zaak = nummer_van("RISICO")
    loket = maak_loket(ploeg.eva.loket.organisatie, "openbare_orde")
    burgemeester = Lid(ploeg.eva.medewerker, loket)
    nummer = vraag(ploeg, zaak)
    assert ziet(burgemeester, zaak) == set()
    antwoord(ploeg, zaak, nummer, Verzoekdaad.AANVAARDEN)
    assert ziet(burgemeester, zaak) == {"verblijf", "risico"}
    acties.doe(
        ploeg.anna.wie(), zaak, nummer, versie_van(nummer), Verzoekdaad.INTREKKEN, "Toch niet"
    )
    assert ziet(burgemeester, zaak) == set()


def nummer_van(kenmerk: str) -> UUID:
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


@pytest.mark.clausule("3.5")
def test_een_volgend_bericht_laat_de_vraag_staan(ploeg: Ploeg) -> None:
    stuur(begin("REIS", reclassering="RN"))
    zaak = nummer_van("REIS")
    antwoord(ploeg, zaak, vraag(ploeg, zaak), Verzoekdaad.AANVAARDEN)
    stuur(einde_gewijzigd("REIS", "2027-03-01"))
    assert ziet(ploeg.eva, zaak) == ziet(ploeg.anna, zaak)
    assert scheef(ploeg) == []


def test_het_plan_en_de_tijdlijn_vertellen_het(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    vraag(ploeg, zaak)
    (blok,) = bladen(ploeg.bram, zaak)
    assert blok.categorie == "plan"
    assert "Gevraagd op" in blok.regels[0].tekst
    meld_aan(client, ploeg.bram)
    tekst = client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    assert "is gevraagd of deze persoon daar mag gaan wonen" in tekst


def bladen(lid: Lid, zaak: UUID) -> list[Blok]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return list(blokken(Dossier.objects.get(pk=zaak)))


def test_anna_vraagt_op_het_scherm(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    vragen = reverse("plannen:woonplaats_nieuw", args=[zaak, "vraag"])
    meld_aan(client, ploeg.anna)
    assert client.post(vragen, {"naar": ANDERE_GEMEENTE, "reden": "groep"}).status_code == 200
    invoer = {"naar": ANDERE_GEMEENTE, "reden": "groep", "toelichting": "Weg van de groep"}
    assert client.post(vragen, invoer).status_code == 302
    nogmaals = client.post(vragen, invoer)
    assert nogmaals.status_code == 200
    assert "loopt al een vraag" in nogmaals.content.decode()


def test_eva_weigert_op_het_scherm_en_is_het_dossier_kwijt(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    pagina = reverse("plannen:woonplaats", args=[zaak])
    meld_aan(client, ploeg.eva)
    assert client.get(pagina).status_code == 404
    nummer = vraag(ploeg, zaak)
    tekst = client.get(pagina).content.decode()
    assert "Uw gemeente is gevraagd" in tekst
    assert "Zijn moeder woont in Arnhem" in tekst
    weiger = reverse("plannen:woonplaats_van_rij", args=[zaak, "weigeren", nummer])
    assert client.post(weiger, {"toelichting": "", "versie": 1}).status_code == 200
    nee = {"toelichting": "Onbekend hier", "versie": 1}
    na = client.post(weiger, nee, follow=True)
    assert na.status_code == 200
    assert "U ziet dit dossier niet meer." in na.content.decode()
    assert client.get(pagina).status_code == 404
    assert client.post(weiger, {"toelichting": "x"}).status_code == 404


def test_een_daad_die_niet_bestaat_is_er_niet(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    nummer = vraag(ploeg, zaak)
    meld_aan(client, ploeg.anna)
    onzin = reverse("plannen:woonplaats_van_rij", args=[zaak, "dansen", nummer])
    assert client.post(onzin).status_code == 404


def test_na_de_termijn_is_een_antwoord_te_laat(ploeg: Ploeg, zaak: UUID) -> None:
    vraag(ploeg, zaak)
    assert not beeld(ploeg.anna, zaak).verzoeken[0].te_laat
    with verwerking(programma()):
        gisteren = ploeg.anna.wie().vandaag - timedelta(days=1)
        Gemeenteverzoek.objects.update(antwoord_uiterlijk=gisteren)
    assert beeld(ploeg.anna, zaak).verzoeken[0].te_laat
