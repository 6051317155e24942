"""A melding goes out over a webhook: lean, signed, in order, and nothing is lost on the way."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from richting.akkoord.woorden import Feitsoort
from richting.kern.werk import verwerking
from richting.meldingen.acties import abonnementen, bezorgen
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet
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
from tests.meldingen.ontvanger import (
    HALF_ANTWOORD,
    HALVE_KOP,
    TWEE_KEER,
    WEG,
    Ontvanger,
)
from tests.partijen.bouwers import Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4")]


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    """The cast; webhooks may call this machine."""
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    """A stay that Anna's desk knows of; what was told of it came before any webhook."""
    stuur(begin())
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def ontvanger() -> Iterator[Ontvanger]:
    with Ontvanger() as een:
        yield een


def piet() -> UUID:
    """Another stay."""
    stuur(begin("V2", persoon={"geslachtsnaam": "Anders", "geboortedatum": "1981-01-01"}))
    gevonden = dossier("V2")
    assert gevonden is not None
    return gevonden.pk


def van(nummer: UUID) -> list[str]:
    """What Anna's deliveries about a dossier are called, in order."""
    return [str(rij.melding_id) for rij in afleveringen(dossier=nummer, medewerker=None)]


def test_een_melding_gaat_naar_het_systeem_van_het_loket_en_nergens_anders(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    webhook(ploeg.anna, ontvanger.adres)
    vertel(jan, ploeg.anna)
    vertel(jan, ploeg.bram)
    assert bezorg() == {"aanvaard": 1}
    assert [een.pad for een in ontvanger.bus.genomen] == ["/richting"]
    (rij,) = afleveringen()
    assert rij.aanvaard_op is not None
    assert (rij.antwoord, rij.pogingen, rij.reden) == (204, 1, "")
    assert bezorg() == {}


def test_de_gebeurtenis_zegt_dat_er_iets_is_en_niets_over_wie(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    webhook(ploeg.anna, ontvanger.adres)
    vertel(jan, ploeg.anna)
    bezorg()
    (een,) = ontvanger.bus.genomen
    (rij,) = afleveringen()
    inhoud = een.gebeurtenis
    assert inhoud | {"time": ""} == {
        "specversion": "1.0",
        "id": str(rij.melding_id),
        "source": "urn:nld:richting",
        "type": "nl.richting.melding",
        "time": "",
        "sequence": f"{rij.pk:019d}",
        "dataref": f"https://richting.example/api/v1/meldingen/{rij.melding_id}",
    }
    assert inhoud["time"].endswith("Z")
    assert een.koppen["content-type"] == "application/cloudevents+json; charset=utf-8"
    alles = json.dumps(een.koppen) + een.inhoud.decode()
    assert str(jan) not in alles
    assert "einde" not in alles


def test_elke_melding_staat_klaar_wie_haar_ook_schrijft(ploeg: Ploeg, ontvanger: Ontvanger) -> None:
    webhook(ploeg.anna, ontvanger.adres)
    stuur(begin("V3"))
    with verwerking(programma()):
        verteld = set(Melding.objects.filter(loket=ploeg.anna.loket).values_list("pk", "uiterlijk"))
    assert verteld
    assert {(rij.melding_id, rij.uiterlijk) for rij in afleveringen()} == verteld


def test_een_webhook_hoort_alleen_van_wat_het_loket_koos(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    webhook(ploeg.anna, ontvanger.adres, "verlof", "ontvlucht")
    vertel(jan, ploeg.anna)
    assert afleveringen() == []
    vertel(jan, ploeg.anna, feit=Feitsoort.VERLOF)
    assert bezorg() == {"aanvaard": 1}


def test_twee_webhooks_van_een_loket_krijgen_elk_alles(ploeg: Ploeg, jan: UUID) -> None:
    with Ontvanger() as een, Ontvanger() as ander:
        for plek in (een, ander):
            webhook(ploeg.anna, plek.adres)
        vertel(jan, ploeg.anna, 3)
        assert bezorg() == {"aanvaard": 6}
        assert een.bus.eerste_keer() == ander.bus.eerste_keer()
        assert len(een.bus.genomen) == 3


@pytest.mark.parametrize("fout", [500, 400, 301, 503, HALF_ANTWOORD, HALVE_KOP, WEG])
def test_wat_misgaat_gaat_opnieuw_en_wat_erachter_komt_wacht(
    fout: int | str, ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    ander = piet()
    webhook(ploeg.anna, ontvanger.adres)
    vertel(jan, ploeg.anna, 2)
    vertel(ander, ploeg.anna, 2)
    eerste = van(jan)[0]
    ontvanger.bus.gedrag = lambda keer: fout if ontvanger.bus.alles[keer].nummer == eerste else 204
    assert bezorg() == {"aanvaard": 2, "mislukt": 1}
    assert ontvanger.bus.eerste_keer() == van(ander)
    ontvanger.bus.gedrag = lambda _keer: 204
    assert bezorg() == {}, "eerst een pauze"
    pauzes_voorbij()
    assert bezorg() == {"aanvaard": 2}
    assert ontvanger.bus.eerste_keer() == van(ander) + van(jan)


def test_wie_twee_keer_antwoordt_krijgt_niets_dubbel(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    webhook(ploeg.anna, ontvanger.adres)
    vertel(jan, ploeg.anna, 5)
    ontvanger.bus.gedrag = lambda _keer: TWEE_KEER
    bezorg()
    for _ronde in range(5):
        pauzes_voorbij()
        bezorg()
    assert ontvanger.bus.eerste_keer() == van(jan)
    assert all(rij.aanvaard_op for rij in afleveringen())


def test_een_ontvanger_die_te_langzaam_is_houdt_een_ander_niet_op(
    ploeg: Ploeg, jan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slow one answers nothing at all until the other has everything."""
    laat_thuis_bellen(monkeypatch, webhook_seconden=0.3)
    with Ontvanger() as traag, Ontvanger() as vlot:
        los = threading.Event()
        traag.bus.voor_antwoord = lambda _een: (los.wait(30), None)[1]
        langzaam = webhook(ploeg.anna, traag.adres).abonnement.pk
        webhook(ploeg.bram, vlot.adres)
        vertel(jan, ploeg.anna, 4)
        vertel(jan, ploeg.bram, 4)
        assert bezorg() == {"aanvaard": 4, "mislukt": 1}
        assert len(vlot.bus.eerste_keer()) == 4
        assert stand(langzaam).reden == "te_langzaam"
        los.set()
        pauzes_voorbij()
        assert bezorg() == {"aanvaard": 4}
        mijne = [str(rij.melding_id) for rij in afleveringen(abonnement=langzaam)]
        assert traag.bus.eerste_keer() == mijne


def test_een_ontvanger_die_uren_weg_is_krijgt_daarna_alles_in_volgorde(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    ander = piet()
    ontvanger.sluit()
    for _uur in range(6):
        vertel(jan, ploeg.anna, 2)
        vertel(ander, ploeg.anna)
        pauzes_voorbij()
        bezorg()
    ziek = stand(nummer)
    assert (ziek.achtereen > 3, ziek.reden) == (True, "geen_verbinding")
    ontvanger.open()
    pauzes_voorbij()
    while bezorg():
        pass
    komst = ontvanger.bus.eerste_keer()
    assert [nr for nr in komst if nr in van(jan)] == van(jan)
    assert [nr for nr in komst if nr in van(ander)] == van(ander)
    assert len(komst) == len(afleveringen())
    assert stand(nummer).achtereen == 0


def test_wie_stil_ligt_wordt_niet_bestookt(ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger) -> None:
    """Three failures on end rest the receiver; after the pause one delivery tries, not all."""
    anderen = [piet(), jan]
    for nr in range(3, 8):
        wie = {"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"}
        stuur(begin(f"V{nr}", persoon=wie))
        gevonden = dossier(f"V{nr}")
        assert gevonden
        anderen.append(gevonden.pk)
    webhook(ploeg.anna, ontvanger.adres)
    for nummer in anderen:
        vertel(nummer, ploeg.anna)
    ontvanger.bus.gedrag = lambda _keer: 500
    bezorg()
    assert len(ontvanger.bus.alles) == 3
    pauzes_voorbij()
    bezorg()
    assert len(ontvanger.bus.alles) == 4


def test_wie_zegt_later_terug_te_komen_krijgt_die_tijd(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna)
    ontvanger.bus.gedrag = lambda _keer: 429
    ontvanger.bus.koppen = {"Retry-After": "600"}
    bezorg()
    rust = stand(nummer).niet_voor - stand(nummer).bezet_tot  # type: ignore[operator]
    assert rust.total_seconds() == pytest.approx(600, abs=1)
    assert stand(nummer).reden == "druk"


def test_een_adres_dat_weg_is_staat_stil_tot_het_loket_het_zegt(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna, 2)
    ontvanger.bus.gedrag = lambda _keer: 410
    bezorg()
    ontvanger.bus.gedrag = lambda _keer: 204
    pauzes_voorbij()
    assert bezorg() == {}
    assert stand(nummer).stil_op is not None
    abonnementen.hervat(ploeg.anna.wie(), nummer)
    assert bezorg() == {"aanvaard": 2}


def maak_onbestelbaar(monkeypatch: pytest.MonkeyPatch, ontvanger: Ontvanger, keer: int = 2) -> None:
    """The receiver refuses until it is put aside."""
    monkeypatch.setattr(bezorgen, "is_onbestelbaar", lambda pogingen, _a: pogingen >= keer)
    ontvanger.bus.gedrag = lambda _keer: 500
    for _poging in range(keer):
        pauzes_voorbij()
        bezorg()
    ontvanger.bus.gedrag = lambda _keer: 204


def test_wat_onbestelbaar_is_wordt_bewaard_en_gaat_opnieuw_op_zijn_oude_plek(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna, 3)
    maak_onbestelbaar(monkeypatch, ontvanger)
    pauzes_voorbij()
    assert bezorg() == {}, "wat erachter komt wacht"
    assert [bool(rij.dood_op) for rij in afleveringen()] == [True, False, False]
    assert abonnementen.bied_opnieuw_aan(ploeg.anna.wie(), nummer) == 1
    assert bezorg() == {"aanvaard": 3}
    assert ontvanger.bus.eerste_keer() == van(jan)


def test_wat_het_loket_opgeeft_houdt_niets_meer_op(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna, 2)
    maak_onbestelbaar(monkeypatch, ontvanger)
    eerste = afleveringen()[0]
    with pytest.raises(KanNiet):
        abonnementen.geef_op(ploeg.anna.wie(), nummer, [eerste.pk], " ")
    assert abonnementen.geef_op(ploeg.anna.wie(), nummer, [eerste.pk], "dubbel") == 1
    assert bezorg() == {"aanvaard": 1}
    assert ontvanger.bus.eerste_keer() == van(jan)[1:]


def test_stoppen_laat_vervallen_wat_nog_wachtte(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna)
    abonnementen.stop(ploeg.anna.wie(), nummer)
    vertel(jan, ploeg.anna)
    assert bezorg() == {}
    (rij,) = afleveringen()
    assert (rij.reden, bool(rij.vervallen_op)) == ("gestopt", True)


def test_een_beurt_die_nooit_terugkwam_wordt_overgenomen(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    """The worker died after sending: the next one sends it again, with the same id."""
    webhook(ploeg.anna, ontvanger.adres)
    vertel(jan, ploeg.anna, 2)
    mij = bezorgen.uuid4()
    (beurt,) = bezorgen._leen(programma(), mij, 5)
    bezorgen.stuur(beurt, lambda: 0)
    assert bezorg() == {}, "een ander heeft de beurt"
    pauzes_voorbij()
    assert bezorg() == {"aanvaard": 2}
    assert ontvanger.bus.eerste_keer() == van(jan)
    assert len(ontvanger.bus.genomen) == 4


def test_wie_zijn_beurt_kwijt_is_kan_niets_meer_laten_mislukken(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    vertel(jan, ploeg.anna)
    mij = bezorgen.uuid4()
    (beurt,) = bezorgen._leen(programma(), mij, 5)
    ontvanger.bus.gedrag = lambda _keer: 500
    te_laat = bezorgen.stuur(beurt, lambda: 0)
    pauzes_voorbij()
    ontvanger.bus.gedrag = lambda _keer: 204
    bezorg()
    bezorgen.merk(programma(), mij, te_laat, lambda: 0.0)
    (rij,) = afleveringen()
    assert (rij.reden, bool(rij.aanvaard_op), stand(nummer).achtereen) == ("", True, 0)


def wachtende_taken() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs WHERE status = 'todo'")
        return [naam for (naam,) in cursor.fetchall()]


def test_na_het_vastleggen_wordt_de_bezorger_een_keer_gewekt(
    ploeg: Ploeg, ontvanger: Ontvanger, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        stuur(begin())
    assert wachtende_taken() == [], "niemand luistert"
    webhook(ploeg.anna, ontvanger.adres)
    for nummer in ("V2", "V3"):
        wie = {"geslachtsnaam": f"Naam{nummer}", "geboortedatum": "1980-01-01"}
        with django_capture_on_commit_callbacks(execute=True):
            stuur(begin(nummer, persoon=wie))
    assert wachtende_taken() == ["meldingen.bezorg"]
