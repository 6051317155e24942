"""The mail of the ladder: to whom, how often, and nothing in it about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core import mail as postbak
from django.core.mail.backends.locmem import EmailBackend
from django.db.models.functions import Now

from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.regie import behandelaars
from richting.regie.acties.personeel import meld_afwezig, wijs_toe
from richting.regie.models import Mail
from tests.berichten.bouwers import dossier
from tests.partijen.bouwers import laat_stilstaan, maak_beheerder
from tests.regie.bouwers_ladder import (
    NAAR_LEIDING,
    NAAR_LIJST,
    NAAR_POSTBUS,
    OP_DE_DAG,
    VOORAF,
    Huis,
    kies,
    klim,
    klim_en_verzend,
    mails,
    met_adres,
    met_huis,
    program,
    verzend,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("7.5")]
LADDER = (VOORAF, OP_DE_DAG, NAAR_POSTBUS, NAAR_LEIDING, NAAR_LIJST)


@pytest.fixture
def huis() -> Iterator[Huis]:
    with met_huis() as huis:
        yield huis


def test_wie_het_in_behandeling_heeft_krijgt_mail_en_anders_het_hele_loket(huis: Huis) -> None:
    ilse = Medewerker.objects.create(
        gebruikersnaam="ilse",
        naam="Ilse Kok",
        organisatie=huis.ploeg.anna.loket.organisatie,
        is_active=True,
        geactiveerd_op=program(VOORAF).nu,
    )
    Lidmaatschap.objects.create(medewerker=ilse, loket=huis.ploeg.anna.loket)
    met_adres(ilse)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    assert {m.to[0] for m in klim_en_verzend(VOORAF)} == {
        "anna@voorbeeld.invalid",
        "ilse@voorbeeld.invalid",
    }
    huis.werk.wijzig(huis.jan, medewerker=ilse.pk)
    assert {m.to[0] for m in klim_en_verzend(OP_DE_DAG)} == {"ilse@voorbeeld.invalid"}


@pytest.fixture
def collegas(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> Huis:
    """Eva works at Anna's desk too, and nobody has said yet who has what."""
    monkeypatch.setattr(behandelaars, "_wijzers", behandelaars._Wijzers())
    Lidmaatschap.objects.create(medewerker=huis.ploeg.eva.medewerker, loket=huis.ploeg.anna.loket)
    return huis


def gemaild(dag: date) -> set[str]:
    """The user names of who got mail on a day."""
    return {een.to[0].partition("@")[0] for een in klim_en_verzend(dag)}


def test_wie_het_dossier_heeft_krijgt_de_mail(collegas: Huis) -> None:
    anna = collegas.ploeg.anna
    behandelaars.registreer(
        toegewezen=lambda paren, _op: {paar: [anna.medewerker.pk] for paar in paren}
    )
    collegas.werk.zet(collegas.jan, anna.loket)
    assert gemaild(VOORAF) == {"anna"}


@pytest.mark.parametrize("op_naam", [True, False])
def test_de_vervanger_krijgt_de_mail_van_wie_weg_is(collegas: Huis, op_naam: bool) -> None:
    anna, eva = collegas.ploeg.anna, collegas.ploeg.eva
    behandelaars.registreer(
        toegewezen=lambda paren, _op: {paar: [anna.medewerker.pk] for paar in paren},
        vervangen=lambda plekken, _op: {plek: eva.medewerker.pk for plek in plekken},
    )
    wie = anna.medewerker.pk if op_naam else None
    collegas.werk.zet(collegas.jan, anna.loket, medewerker=wie)
    assert gemaild(VOORAF) == {"eva"}


def test_is_niemand_er_dan_krijgt_het_hele_loket_de_mail(collegas: Huis) -> None:
    anna = collegas.ploeg.anna
    behandelaars.registreer(vervangen=lambda plekken, _op: dict.fromkeys(plekken))
    collegas.werk.zet(collegas.jan, anna.loket, medewerker=anna.medewerker.pk)
    assert gemaild(VOORAF) == {"anna", "eva"}
    collegas.werk.wijzig(collegas.jan, medewerker=collegas.ploeg.bram.medewerker.pk)
    assert gemaild(OP_DE_DAG) == {"anna", "eva"}, "Bram werkt niet aan dit loket"


@pytest.mark.clausule("1.6")
def test_de_mail_volgt_wie_het_dossier_op_naam_heeft_en_wie_waarneemt(huis: Huis) -> None:
    anna, eva = huis.ploeg.anna, huis.ploeg.eva
    Lidmaatschap.objects.create(medewerker=eva.medewerker, loket=anna.loket)
    wijs_toe(anna.wie(), [huis.jan], anna.medewerker.pk)
    huis.werk.zet(huis.jan, anna.loket)
    assert gemaild(VOORAF) == {"anna"}
    meld_afwezig(anna.wie(), anna.medewerker.pk, eva.medewerker.pk, OP_DE_DAG, OP_DE_DAG)
    assert gemaild(OP_DE_DAG) == {"eva"}


@pytest.mark.clausule("1.6")
def test_wie_ziek_is_krijgt_geen_mail_over_wat_van_het_hele_loket_is(huis: Huis) -> None:
    anna, eva = huis.ploeg.anna, huis.ploeg.eva
    Lidmaatschap.objects.create(medewerker=eva.medewerker, loket=anna.loket)
    meld_afwezig(anna.wie(), anna.medewerker.pk, None, VOORAF, None)
    huis.werk.zet(huis.jan, anna.loket)
    assert gemaild(VOORAF) == {"eva"}


@pytest.mark.clausule("1.6")
def test_wie_voor_elkaar_waarnemen_laten_de_mail_niet_liggen(huis: Huis) -> None:
    anna, eva = huis.ploeg.anna, huis.ploeg.eva
    Lidmaatschap.objects.create(medewerker=eva.medewerker, loket=anna.loket)
    wijs_toe(anna.wie(), [huis.jan], anna.medewerker.pk)
    maak_beheerder(anna)
    meld_afwezig(anna.wie(), anna.medewerker.pk, eva.medewerker.pk, VOORAF, VOORAF)
    meld_afwezig(anna.wie(), eva.medewerker.pk, anna.medewerker.pk, VOORAF, VOORAF)
    huis.werk.zet(huis.jan, anna.loket)
    assert gemaild(VOORAF) == {"anna", "eva"}


def test_de_beheerder_en_daarna_beide_beheerders_krijgen_mail(huis: Huis) -> None:
    anna, bram = maak_beheerder(huis.ploeg.anna), maak_beheerder(huis.ploeg.bram)
    kies(anna, dagoverzicht=False)
    kies(bram, dagoverzicht=False)
    huis.werk.zet(huis.jan, anna.loket, wachter=bram.loket.pk)
    for dag in LADDER[:3]:
        klim_en_verzend(dag)
    assert [m.to for m in klim_en_verzend(NAAR_LEIDING)] == [["anna@voorbeeld.invalid"]]
    assert {m.to[0] for m in klim_en_verzend(NAAR_LIJST)} == {
        "anna@voorbeeld.invalid",
        "bram@voorbeeld.invalid",
    }


def test_een_overzicht_per_dag_met_aantallen(huis: Huis) -> None:
    for _keer in range(3):
        huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    (een,) = klim_en_verzend(VOORAF)
    assert "3 met een uiterste dag die bijna daar is" in een.body
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    assert not klim_en_verzend(VOORAF), "het overzicht van vandaag is al weg"
    (morgen,) = verzend(VOORAF + timedelta(days=1))
    assert "1 met een uiterste dag die bijna daar is" in morgen.body


def test_zonder_dagoverzicht_een_mail_per_herinnering(huis: Huis) -> None:
    kies(huis.ploeg.anna, dagoverzicht=False)
    for _keer in range(3):
        huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    assert len(klim_en_verzend(VOORAF)) == 3
    assert not klim_en_verzend(VOORAF)


def test_wie_geen_mail_wil_krijgt_alleen_wat_niet_kan_wachten(huis: Huis) -> None:
    kies(huis.ploeg.anna, mail=False)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    assert not klim_en_verzend(VOORAF)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, soort="overdracht")
    (een,) = klim_en_verzend(VOORAF)
    assert een.subject == "Richting: er staat iets voor u klaar dat niet kan wachten"
    assert [m.soort for m in mails()] == ["spoed"]


def test_wat_niet_kan_wachten_gaat_niet_in_het_dagoverzicht(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, soort="overdracht")
    klim(VOORAF)
    assert sorted(m.soort for m in mails()) == ["overzicht", "spoed"]


def test_wat_tegelijk_niet_kan_wachten_is_samen_een_mail(huis: Huis) -> None:
    for _keer in range(3):
        huis.werk.zet(huis.jan, huis.ploeg.anna.loket, soort="overdracht")
    klim(VOORAF)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, soort="overdracht")
    (een,) = klim_en_verzend(VOORAF)
    assert "4 met een uiterste dag die bijna daar is" in een.body
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, soort="overdracht")
    (later,) = klim_en_verzend(VOORAF)
    assert "1 met een uiterste dag die bijna daar is" in later.body, "de eerste is al weg"
    assert not klim_en_verzend(VOORAF)


def test_zonder_adres_of_actief_account_komt_er_geen_mail(huis: Huis) -> None:
    Medewerker.objects.filter(pk=huis.ploeg.anna.medewerker.pk).update(email="")
    Medewerker.objects.filter(pk=huis.ploeg.bram.medewerker.pk).update(is_active=False)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    huis.werk.zet(huis.jan, huis.ploeg.bram.loket)
    klim(VOORAF)
    assert not mails()


def test_wie_te_lang_niet_aanmeldde_krijgt_geen_mail_en_een_ander_wel(collegas: Huis) -> None:
    anna, eva = collegas.ploeg.anna, collegas.ploeg.eva
    wijs_toe(anna.wie(), [collegas.jan], eva.medewerker.pk)
    laat_stilstaan(eva.medewerker)
    collegas.werk.zet(collegas.jan, anna.loket, medewerker=eva.medewerker.pk)
    assert gemaild(VOORAF) == {"anna"}


def test_wie_stil_ging_staan_terwijl_de_mail_wachtte_krijgt_haar_niet(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(VOORAF)
    laat_stilstaan(huis.ploeg.anna.medewerker)
    assert not verzend(VOORAF)
    assert all(m.vervallen_op for m in mails())


def test_wie_intussen_wegging_of_wat_intussen_klaar_is_krijgt_geen_mail(huis: Huis) -> None:
    anna, bram = huis.ploeg.anna, huis.ploeg.bram
    kies(anna, dagoverzicht=False)
    huis.werk.zet(huis.jan, bram.loket)
    huis.werk.zet(huis.jan, anna.loket)
    klim(VOORAF)
    Lidmaatschap.objects.filter(medewerker=bram.medewerker).delete()
    huis.werk.wijzig(huis.jan, gedaan_op=VOORAF)
    klim(VOORAF)
    assert not verzend(VOORAF)
    assert all(m.vervallen_op for m in mails())
    assert len(mails()) == 2


def test_wie_intussen_geen_mail_meer_wil_krijgt_haar_niet(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(VOORAF)
    kies(huis.ploeg.anna, mail=False)
    assert not verzend(VOORAF)


def test_zonder_mailserver_klimt_het_wel_en_blijft_er_geen_mail_liggen(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    assert klim(VOORAF, mailt=False) == {"vooraf": 1}
    assert not mails()


def test_een_storing_stelt_uit_en_verliest_niets(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(VOORAF)

    def kapot(_zelf: object, _berichten: object) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as stuk:
        stuk.setattr(EmailBackend, "send_messages", kapot)
        assert not verzend(VOORAF)
    (rij,) = mails()
    assert (rij.verzonden_op, rij.vervallen_op, rij.pogingen) == (None, None, 1)
    assert not verzend(VOORAF), "even wachten"
    vrij(rij.pk)
    (een,) = verzend(VOORAF)
    assert een.message()["Message-ID"] == f"<{rij.pk}@localhost>"


def test_een_server_die_blijft_weigeren_wordt_met_rust_gelaten(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No endless knocking: three in a row is enough, the rest waits for the next time."""
    kies(huis.ploeg.anna, dagoverzicht=False)
    for _keer in range(10):
        huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(VOORAF)
    geklopt: list[object] = []

    def kapot(_zelf: object, berichten: object) -> int:
        geklopt.append(berichten)
        raise TimeoutError

    with monkeypatch.context() as stuk:
        stuk.setattr(EmailBackend, "send_messages", kapot)
        verzend(VOORAF)
    assert len(geklopt) == 3
    for een in mails():
        vrij(een.pk)
    assert len(verzend(VOORAF)) == 10


def vrij(mail: UUID) -> None:
    """Time passes: the lease or the pause of this mail is over."""
    with verwerking(program(VOORAF)):
        Mail.objects.filter(pk=mail).update(niet_voor=Now())


def test_in_geen_enkele_mail_staat_een_gegeven_van_een_persoon(huis: Huis) -> None:
    """Names, numbers and dates of the person, and anything that points at the dossier."""
    maak_beheerder(huis.ploeg.anna)
    maak_beheerder(huis.ploeg.bram)
    kies(huis.ploeg.bram, dagoverzicht=False)
    for soort in ("termijn", "overdracht"):
        for lid in huis.ploeg.allen():
            huis.werk.zet(huis.jan, lid.loket, soort=soort, zin="Bel Jan Verzonnen, 999990019.")
    for plus in range(40):
        klim_en_verzend(VOORAF + timedelta(days=plus))
    rij = dossier()
    assert rij is not None
    geheim = [
        *("Jan", "Verzonnen", "999990019", "V1", "1990", "PI", "Nieuwegein", "gevangenis"),
        *(str(rij.pk), rij.pk.hex, rij.nummer, rij.kenmerk, "termijn", "overdracht"),
    ]
    assert len(postbak.outbox) > 10
    assert {m.to[0] for m in postbak.outbox} >= {"anna@voorbeeld.invalid", "bram@voorbeeld.invalid"}
    for een in postbak.outbox:
        heel = een.message().as_string()
        assert not [woord for woord in geheim if woord.lower() in heel.lower()], heel
        assert "/mijn-berichten/" in een.body
