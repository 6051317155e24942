"""The mayor's pages, and what nobody else sees: two lanes that never meet. Clausule 6.5, 6.7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from richting.akkoord.bijberichten import Bijbesluit, Bijstaat, staat
from richting.kern import klok
from richting.plannen.acties.inhoud import voeg_doel_toe
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import correctie, einde_gewijzigd, maak_partijen, stuur, tel
from tests.meldingen.bouwers_bij import (
    DOODSLAG,
    MAATREGEL,
    andere_burgemeester,
    beantwoord,
    bericht,
    nacht,
    zware_zaak,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_beheerder, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.5")]
DOEL = "Ik wil weer kok zijn"
WOORDEN = ("bestuurlijke informatie", "Bestuurlijke informatie", "Bjsg", "11a")
"""Nothing of these stands on a page of the care side. The sentence itself may: for who works in the
justice chain, on a ground of its own."""


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    """Somebody with a plan of Bram, Anna and Cato, and a message for Dirk."""
    zaak = zware_zaak(reclassering="RN")
    voeg_doel_toe(ploeg.bram.wie(), zaak, DOEL)
    return zaak


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def adres(naam: str, zaak: UUID, *rest: object) -> str:
    return reverse(f"meldingen:{naam}", args=[zaak, *rest])


# What the mayor's office sees and does


@pytest.mark.clausule("3.7")
def test_van_nieuw_tot_afgehandeld_op_het_scherm(ploeg: Ploeg, zaak: UUID) -> None:
    dirk, nummer = als(ploeg.dirk), bericht(zaak).pk
    lijst = dirk.get(reverse("meldingen:bij_lijst")).content.decode()
    assert "Verzonnen, Jan" in lijst
    pagina = dirk.get(adres("bij_bericht", zaak, nummer)).content.decode()
    for tekst in (
        "Sr 287",
        "Bjsg art. 7 lid 1 c",
        "want deze persoon staat in de gemeente ingeschreven",
        "Bewaren tot",
        "Niet bekend in Richting",
    ):
        assert tekst in pagina
    stappen = (
        ("ontvangst_bevestigen", {"stand": 1}),
        (
            "beantwoorden",
            {
                "stand": 2,
                "besluit": "genomen",
                "maatregelen": [MAATREGEL],
                "tijdig": "ja",
                "betrouwbaar": "ja",
                "bruikbaar": "nee",
            },
        ),
        ("afhandelen", {"stand": 3}),
    )
    for daad, velden in stappen:
        antwoord = dirk.post(adres("bij_daad", zaak, nummer, daad), velden)
        assert antwoord.status_code == 302, antwoord.content.decode()
    rij = bericht(zaak)
    assert (staat(rij.stappen), rij.bruikbaar) == (Bijstaat.AFGEHANDELD, False)
    klaar = dirk.get(reverse("meldingen:bij_lijst"), {"lijst": "te-vernietigen"})
    assert "Verzonnen, Jan" in klaar.content.decode()


def test_de_lijst_opent_bij_wat_er_te_doen_is(ploeg: Ploeg, zaak: UUID) -> None:
    dirk = als(ploeg.dirk)
    daad = adres("bij_daad", zaak, bericht(zaak).pk, "ontvangst_bevestigen")
    dirk.post(daad, {"stand": 1})
    open_ = dirk.get(reverse("meldingen:bij_lijst")).content.decode()
    assert "Verzonnen, Jan" in open_
    nieuw = dirk.get(reverse("meldingen:bij_lijst"), {"lijst": "nieuw"}).content.decode()
    assert "Verzonnen, Jan" not in nieuw


def test_een_half_antwoord_komt_terug_met_de_zin_erbij(ploeg: Ploeg, zaak: UUID) -> None:
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GEEN)
    rij = bericht(zaak)
    velden = {"stand": rij.stand, "besluit": "genomen", "tijdig": "ja", "bruikbaar": "ja"}
    dirk = als(ploeg.dirk)
    antwoord = dirk.post(adres("bij_daad", zaak, rij.pk, "beantwoorden"), velden)
    assert "Kies ja of nee." in antwoord.content.decode()
    velden |= {"betrouwbaar": "ja"}
    antwoord = dirk.post(adres("bij_daad", zaak, rij.pk, "beantwoorden"), velden)
    assert "Kies welke soort maatregel het is." in antwoord.content.decode()
    assert bericht(zaak).besluit == "geen"


def test_wat_veranderde_staat_erbij(ploeg: Ploeg, zaak: UUID) -> None:
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GEEN)
    stuur(einde_gewijzigd("BIJ", "2027-01-15"))
    pagina = als(ploeg.dirk).get(adres("bij_bericht", zaak, bericht(zaak).pk)).content.decode()
    assert "Er is iets veranderd sinds u dit bericht las" in pagina
    assert pagina.count("veranderd</span>") + pagina.count(">veranderd<") >= 1


def test_de_dossierpagina_wijst_de_burgemeester_de_weg(ploeg: Ploeg, zaak: UUID) -> None:
    pagina = als(ploeg.dirk).get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    assert adres("bij_bericht", zaak, bericht(zaak).pk) in pagina


def test_het_bewijs_is_er_voor_het_loket_en_de_privacyfunctionaris(
    ploeg: Ploeg, zaak: UUID
) -> None:
    nummer = str(bericht(zaak).pk)
    nacht(date(2027, 8, 23))
    with klok.op(date(2027, 8, 24)):
        pagina = als(ploeg.dirk).get(reverse("meldingen:bij_protocol")).content.decode()
        vreemd = als(andere_burgemeester()).get(reverse("meldingen:bij_protocol"))
    assert nummer in pagina
    assert "Verzonnen" not in pagina
    assert nummer not in vreemd.content.decode()


def test_wat_ter_verantwoording_blijft_opent_alleen_de_beheerder(ploeg: Ploeg, zaak: UUID) -> None:
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    nummer, dag = bericht(zaak).pk, date(2027, 8, 23)
    nacht(dag)
    lijst, een = reverse("meldingen:bij_lijst"), adres("bij_bericht", zaak, nummer)
    with klok.op(dag):
        gewoon = als(ploeg.dirk)
        assert gewoon.get(lijst, {"lijst": "verantwoording"}).status_code == 404
        assert gewoon.get(een).status_code == 404
        baas = als(maak_beheerder(ploeg.dirk))
        assert "Verzonnen, Jan" in baas.get(lijst, {"lijst": "verantwoording"}).content.decode()
        pagina = baas.get(een).content.decode()
        assert "Alleen om verantwoording af te leggen" in pagina
        assert baas.post(f"{een}beantwoorden/", {"stand": 1}).status_code == 200
    assert "beantwoorden" not in pagina


# What others don't see


def adressen(zaak: UUID, nummer: UUID) -> Iterator[tuple[str, str]]:
    yield "get", reverse("meldingen:bij_lijst")
    yield "get", adres("bij_bericht", zaak, nummer)
    for daad in ("ontvangst_bevestigen", "beantwoorden", "afhandelen"):
        yield "post", adres("bij_daad", zaak, nummer, daad)


@pytest.mark.clausule("6.4", "6.7")
@pytest.mark.parametrize("naam", ["anna", "bram", "cato", "eva", "fatima", "gijs"])
def test_voor_de_zorgkant_bestaan_de_paginas_niet_ook_niet_in_sql(
    ploeg: Ploeg, zaak: UUID, naam: str
) -> None:
    client, echt = als(getattr(ploeg, naam)), bericht(zaak).pk
    for methode, pad in adressen(zaak, echt):
        vreemd = pad.replace(str(echt), str(uuid4())).replace(str(zaak), str(uuid4()))
        assert _zelfde(client, methode, pad, vreemd) == 404, pad


@pytest.mark.clausule("6.4", "6.7")
def test_voor_een_andere_burgemeester_is_een_bericht_als_een_dat_er_niet_is(
    ploeg: Ploeg, zaak: UUID
) -> None:
    client, echt = als(andere_burgemeester()), bericht(zaak).pk
    velden = {"stand": 1, "besluit": "geen", "tijdig": "ja", "betrouwbaar": "ja", "bruikbaar": "ja"}
    for methode, pad in list(adressen(zaak, echt))[1:]:
        vreemd = pad.replace(str(echt), str(uuid4())).replace(str(zaak), str(uuid4()))
        assert _zelfde(client, methode, pad, vreemd, velden) == 404, pad


def _zelfde(
    client: Client, methode: str, pad: str, vreemd: str, velden: dict[str, object] | None = None
) -> int:
    """The status, the same for both, with the same SQL but for the numbers in it."""
    sporen = []
    getattr(client, methode)(vreemd, velden or {})
    for een in (pad, vreemd):
        with CaptureQueriesContext(connection) as vragen:
            antwoord = getattr(client, methode)(een, velden or {})
        sporen.append((antwoord.status_code, [_kaal(vraag["sql"]) for vraag in vragen]))
    assert sporen[0] == sporen[1], pad
    return int(sporen[0][0])


def _kaal(sql: str) -> str:
    """A statement without its values."""
    return re.sub(r"'[^']*'(::\w+)?|\d+", "?", sql)


@pytest.mark.clausule("6.4", "6.7")
@pytest.mark.parametrize("naam", ["anna", "bram", "cato", "eva"])
def test_geen_spoor_op_de_bladen_van_de_zorgkant(ploeg: Ploeg, zaak: UUID, naam: str) -> None:
    """Dossier, timeline, terms, plan, who knows what, mailbox, search and lists."""
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    client = als(getattr(ploeg, naam))
    paden = [
        "/",
        "/postbus/",
        *(
            reverse(pagina, args=[zaak])
            for pagina in (
                "dossiers:dossier",
                "dossiers:route",
                "delen:dossier",
                "regie:termijnen",
                "regie:wie_weet_wat",
                "regie:besluiten",
                "plannen:overzicht",
                "plannen:papier",
                "plannen:actielijst",
            )
        ),
    ]
    teksten = {pad: client.get(pad).content.decode() for pad in paden}
    teksten["zoeken"] = client.post("/zoeken/", {"zoekterm": "Verzonnen"}).content.decode()
    eigen = (*WOORDEN, str(bericht(zaak).pk), MAATREGEL, ploeg.dirk.loket.naam)
    for pad, tekst in teksten.items():
        assert [woord for woord in eigen if woord in tekst] == [], pad


@pytest.mark.clausule("7.1", "6.7")
def test_op_het_plan_van_de_persoon_staat_er_niets_van(ploeg: Ploeg, zaak: UUID) -> None:
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    antwoord = als(ploeg.bram).get(reverse("plannen:papier_persoon", args=[zaak, "nl"]))
    lezer = PdfReader(BytesIO(antwoord.content))
    tekst = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    assert DOEL in tekst
    for woord in (*WOORDEN, "burgemeester", MAATREGEL):
        assert woord not in tekst


@pytest.mark.clausule("6.4", "6.7")
def test_de_burgemeester_ziet_niets_van_het_plan(ploeg: Ploeg, zaak: UUID) -> None:
    dirk = als(ploeg.dirk)
    for pagina in ("plannen:overzicht", "plannen:inhoud", "plannen:actielijst", "plannen:papier"):
        assert dirk.get(reverse(pagina, args=[zaak])).status_code == 404, pagina
    for pad in (
        reverse("dossiers:dossier", args=[zaak]),
        adres("bij_bericht", zaak, bericht(zaak).pk),
        reverse("regie:termijnen", args=[zaak]),
    ):
        tekst = dirk.get(pad).content.decode()
        for woord in (DOEL, "screening"):
            assert woord not in tekst, pad


def test_de_teller_van_de_postbus_van_anderen_verandert_er_niet_door(ploeg: Ploeg) -> None:
    licht = zware_zaak("LICHT", veroordeling=None)
    voor = {naam: _ongelezen(getattr(ploeg, naam)) for naam in ("anna", "bram")}
    stuur(correctie("LICHT-begin", {"veroordeling": DOODSLAG}, "LICHT"))
    assert bericht(licht)
    assert {naam: _ongelezen(getattr(ploeg, naam)) for naam in ("anna", "bram")} == voor


def _ongelezen(lid: Lid) -> int:
    from richting.kern.lezen import lezing
    from richting.meldingen.paginas import POSTBUS

    wie = lid.wie()
    with lezing(wie, "test") as lees:
        lees.niets_gezien()
    return wie.geteld[POSTBUS]


# The work list


def test_de_werkvoorraad_van_de_burgemeester_zegt_wat_er_moet(ploeg: Ploeg, zaak: UUID) -> None:
    from tests.regie.bouwers import klopt, posten

    eigen = {s: p for s, p in posten(zaak).items() if s.startswith("bij_")}
    assert {(p.soort, p.loket, p.uiterlijk) for p in eigen.values()} == {
        ("bij_ontvangst", ploeg.dirk.loket.pk, date(2026, 11, 25)),
        ("bij_antwoord", ploeg.dirk.loket.pk, date(2026, 12, 7)),
    }
    tekst = als(ploeg.dirk).get("/", {"lijst": "week"}).content.decode()
    assert "Bevestig de ontvangst van bestuurlijke informatie" in tekst
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GEEN)
    assert all(p.gedaan_op for s, p in posten(zaak).items() if s.startswith("bij_"))
    klopt(zaak)


def test_met_het_bericht_gaat_ook_wat_de_ladder_ervan_bewaarde(ploeg: Ploeg, zaak: UUID) -> None:
    from richting.kern.context import systeem_zelf
    from richting.regie.acties.ladder import klim
    from richting.regie.models import Herinnering

    with klok.op(date(2026, 11, 27)):
        klim(systeem_zelf("test", klok.nu()), mailt=False)
    assert tel(Herinnering, categorie="bij") > 0
    nacht(date(2027, 8, 23))
    assert tel(Herinnering, categorie="bij") == 0


# Another system


@pytest.fixture
def machine(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.dirk.loket, "bij:lezen", "bij:schrijven")


def test_een_systeem_van_de_burgemeester_leest_en_antwoordt(machine: Machine, zaak: UUID) -> None:
    (regel,) = machine.get("/bij-berichten").json()["berichten"]
    assert (regel["staat"], regel["terugkeer"]) == ("nieuw", "2027-02-01")
    pad = f"/dossiers/{zaak}/bij-berichten/{regel['id']}"
    een = machine.get(pad).json()
    assert {"gegeven": "naam", "artikel": "Bjsg art. 6 lid 1", "waarden": ["Verzonnen"]} in een[
        "gegevens"
    ]
    assert "adres" in een["onbekend"]
    assert MAATREGEL in een["maatregelsoorten"]
    assert machine.post(f"{pad}/ontvangstbevestigingen", {"stand": 1}).status_code == 200
    inhoud = {"stand": 1, "besluit": "genomen", "maatregelen": [MAATREGEL]}
    oordeel = {"tijdig": True, "betrouwbaar": True, "bruikbaar": True}
    assert machine.post(f"{pad}/antwoorden", {**inhoud, **oordeel}).status_code == 409
    assert machine.post(f"{pad}/antwoorden", {**inhoud, **oordeel, "stand": 2}).status_code == 200
    verhaal = {**inhoud, **oordeel, "stand": 3, "maatregelen": ["Hij woont naast de school"]}
    assert machine.post(f"{pad}/antwoorden", verhaal).status_code == 409
    assert machine.post(f"{pad}/afhandelingen", {"stand": 3}).status_code == 200
    assert machine.get(pad).json()["antwoord"]["besluit"] == "genomen"
    assert machine.get("/bij-berichten?lijst=te-vernietigen").json()["berichten"]


@pytest.mark.clausule("6.4", "6.7")
def test_voor_een_ander_systeem_is_het_er_niet(ploeg: Ploeg, zaak: UUID) -> None:
    echt = bericht(zaak).pk
    for lid in (ploeg.anna, ploeg.bram, ploeg.cato, andere_burgemeester()):
        ander = maak_machine(lid.loket, "bij:lezen", "bij:schrijven")
        assert ander.get("/bij-berichten").json() == {"berichten": [], "volgende": None}
        for pad in ("", "/ontvangstbevestigingen"):
            sporen = []
            for zaak_, nummer in ((zaak, echt), (uuid4(), uuid4())):
                with CaptureQueriesContext(connection) as vragen:
                    heel = f"/dossiers/{zaak_}/bij-berichten/{nummer}{pad}"
                    uit = ander.post(heel, {"stand": 1}) if pad else ander.get(heel)
                sporen.append((uit.status_code, [_kaal(v["sql"]) for v in vragen]))
            assert sporen[0] == sporen[1], lid.loket.naam
            assert sporen[0][0] == 404


def test_zonder_recht_leest_een_systeem_niets(ploeg: Ploeg, zaak: UUID) -> None:
    ander = maak_machine(ploeg.dirk.loket, "dossiers:lezen")
    assert ander.get("/bij-berichten").status_code == 403
