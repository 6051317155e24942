"""Nothing of a table of art. 18b flows into the plan, or to anybody of the care side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from pypdf import PdfReader

from richting.akkoord.risico import Bijdragesoort, Risicoafspraakstaat
from richting.akkoord.woorden import Loketsoort
from richting.delen.controle import afwijkende_dossiers
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.acties import risico
from richting.meldingen.models import Melding, Risicoafspraak
from richting.regie.acties.werkstand import herzie
from richting.regie.models import Mailregel
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import programma, stuur
from tests.meldingen.bouwers_risico import (
    Tafelploeg,
    beoordeling,
    gemarkeerd,
    maak_tafelploeg,
    maak_zaak,
    zie,
)
from tests.partijen.bouwers import (
    Lid,
    journaalregels,
    maak_beheerder,
    meld_aan,
)
from tests.regie.bouwers import klopt, posten
from tests.regie.bouwers_regie import maak_huis, overplaatsing
from tests.schermen.adressen import paginas

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.3", "6.4")]
WOORD = re.compile(r"risicotafel|tafelgeheim", re.IGNORECASE)
WET = re.compile(r"\b18b\b")
EENMALIG = re.compile(
    r'(?:csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+"|<time datetime="[^"]*T.*?</time>'
)
LEESLOG = re.compile(r'<section[^>]*aria-labelledby="wie-keek".*?</section>', re.DOTALL)
"""Who looked: that grows with every look, also those of this test."""
AKKOORD = "/akkoord/"
"""The public page of the accord names art. 18b itself."""


@pytest.fixture
def tafel() -> Tafelploeg:
    return maak_tafelploeg()


@pytest.fixture
def zaak(tafel: Tafelploeg) -> UUID:
    return maak_zaak(veiligheidshuis={"code": "ZVH-UTRECHT", "vanaf": "2026-11-03"})


@pytest.fixture
def zorgkant(tafel: Tafelploeg, zaak: UUID) -> tuple[Lid, ...]:
    """Everybody who works on the plan and does not sit at the table."""
    for lid in (tafel.ploeg.anna, tafel.ploeg.fatima):
        maak_beheerder(lid)
    return (tafel.ploeg.anna, maak_huis(), tafel.ploeg.fatima)


def adressen(zaak: UUID) -> Iterator[str]:
    """Every page of this dossier, and every list without anything in its address."""
    for naam, route in sorted(paginas().items()):
        if "afmelden" in naam:
            continue
        velden = re.findall(r"<(?:\w+:)?(\w+)>", route)
        if velden == ["dossier"] or (not velden and "\\" not in route and "^" not in route):
            yield "/" + re.sub(r"<(?:\w+:)?dossier>", str(zaak), route)


def leesbaar(antwoord: Any) -> str:
    """What a person reads in this answer: of a PDF the words on paper."""
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    if not inhoud.startswith(b"%PDF"):
        return str(inhoud.decode("utf-8", "replace"))
    return " ".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages)


def alles(lid: Lid, zaak: UUID) -> dict[str, tuple[int, str]]:
    """What this person sees on every page, without what differs with every look."""
    client = Client()
    meld_aan(client, lid)
    uit = {}
    for adres in adressen(zaak):
        antwoord = client.get(adres)
        uit[adres] = (antwoord.status_code, LEESLOG.sub("", EENMALIG.sub("", leesbaar(antwoord))))
    zoek = client.post("/zoeken/", {"zoekterm": "Verzonnen"})
    uit["zoeken"] = (zoek.status_code, EENMALIG.sub("", zoek.content.decode()))
    return uit


def volle_tafel(tafel: Tafelploeg, zaak: UUID) -> Risicoafspraak:
    """A table with something of everything."""
    gemarkeerd(tafel.bram, zaak)
    for lid in tafel.aan_tafel:
        risico.deel(lid.wie(), zaak, Bijdragesoort.FEIT, "Tafelgeheim")
    afspraak = risico.spreek_af(
        tafel.bram.wie(), zaak, "Tafelgeheim af", tafel.petra.loket.pk, klok.vandaag()
    )
    risico.spreek_af(
        tafel.otto.wie(), zaak, "Tafelgeheim werk", tafel.bram.loket.pk, klok.vandaag()
    )
    risico.verleng(tafel.ploeg.cato.wie(), zaak, beoordeling(), "Tafelgeheim")
    return afspraak


def test_geen_pagina_van_de_zorgkant_verandert_door_een_tafel(
    tafel: Tafelploeg, zaak: UUID, zorgkant: tuple[Lid, ...]
) -> None:
    """Every page, before and after: not a word, a count or a line more."""
    for lid in zorgkant:
        alles(lid, zaak)
    voor = {lid.loket.pk: alles(lid, zaak) for lid in zorgkant}
    afspraak = volle_tafel(tafel, zaak)
    risico.rond_af(
        tafel.petra.wie(), zaak, afspraak.pk, Risicoafspraakstaat.GEDAAN, "Tafelgeheim gedaan"
    )
    risico.beeindig(tafel.bram.wie(), zaak, "Tafelgeheim einde")
    for lid in zorgkant:
        na = alles(lid, zaak)
        assert na.keys() == voor[lid.loket.pk].keys()
        for adres, gezien in na.items():
            assert gezien == voor[lid.loket.pk][adres], (lid.loket.soort, adres)
            beheer = lid.loket.soort == Loketsoort.BEHEER
            if adres != AKKOORD and not beheer:
                assert not WOORD.search(gezien[1]), (lid.loket.soort, adres)


def test_wie_ook_aan_tafel_zit_leest_er_niets_van_in_het_plan(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    """The prison and probation work on the plan and sit at the table: two lanes."""
    volle_tafel(tafel, zaak)
    for lid in (tafel.bram, tafel.ploeg.cato):
        client = Client()
        meld_aan(client, lid)
        for naam, route in sorted(paginas().items()):
            if not naam.startswith(("plannen:", "overleg:")):
                continue
            if re.findall(r"<(?:\w+:)?(\w+)>", route) != ["dossier"]:
                continue
            adres = "/" + re.sub(r"<(?:\w+:)?dossier>", str(zaak), route)
            antwoord = client.get(adres)
            tekst = leesbaar(antwoord).replace("Tafels 18b", "")
            assert not WOORD.search(tekst), (lid.loket.soort, adres)
            assert not WET.search(tekst), (lid.loket.soort, adres)


def test_een_systeem_van_het_plan_leest_niets_van_de_tafel(tafel: Tafelploeg, zaak: UUID) -> None:
    volle_tafel(tafel, zaak)
    plan = maak_machine(tafel.bram.loket, "plannen:lezen", "plannen:schrijven")
    assert plan.get(f"/dossiers/{zaak}/risicotafels").status_code == 403
    assert plan.get("/risicotafels").status_code == 403
    soorten = {post["soort"] for post in _termijnen(plan, zaak)}
    assert not [soort for soort in soorten if soort.startswith("risico")]
    beide = maak_machine(tafel.bram.loket, "plannen:lezen", "risico:lezen")
    assert "risico_afspraak" in {post["soort"] for post in _termijnen(beide, zaak)}


def _termijnen(machine: Machine, zaak: UUID) -> list[dict[str, str]]:
    termijnen: list[dict[str, str]] = machine.get(f"/dossiers/{zaak}/termijnen").json()["termijnen"]
    return termijnen


def test_de_zorgkant_hoort_niets_en_het_journaal_van_het_plan_zwijgt(
    tafel: Tafelploeg, zaak: UUID, zorgkant: tuple[Lid, ...]
) -> None:
    loketten = [lid.loket.pk for lid in zorgkant]
    with verwerking(programma()):
        voor = set(Melding.objects.filter(loket__in=loketten).values_list("pk", flat=True))
    al = {regel.pk for regel in journaalregels()}
    volle_tafel(tafel, zaak)
    with verwerking(programma()):
        assert set(Melding.objects.filter(loket__in=loketten).values_list("pk", flat=True)) == voor
        assert not Mailregel.objects.exists()
    nieuw = [regel for regel in journaalregels() if regel.pk not in al]
    assert {regel.categorie for regel in nieuw} == {"risico"}


def test_het_werk_van_een_tafel_staat_bij_de_eigenaar_en_nergens_anders(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    afspraak = risico.spreek_af(
        tafel.bram.wie(), zaak, "Spreek hem aan", tafel.petra.loket.pk, klok.vandaag()
    )
    alle = [post for post in posten(zaak).values() if post.soort.startswith("risico_")]
    assert {post.categorie.value for post in alle} == {"risico"}
    inbreng = {post.loket for post in alle if post.soort == "risico_inbreng"}
    assert inbreng == {lid.loket.pk for lid in tafel.aan_tafel}
    (af,) = [post for post in alle if post.soort == "risico_afspraak"]
    assert (af.loket, af.wachter, af.toelichting) == (
        tafel.petra.loket.pk,
        tafel.bram.loket.pk,
        "Spreek hem aan",
    )
    (weer,) = [post for post in alle if post.soort == "risico_herbeoordelen"]
    assert weer.loket == tafel.bram.loket.pk
    assert "Spreek hem aan" in zie(tafel.petra, "/?lijst=tafelwerk")[1]
    assert "Spreek hem aan" not in zie(tafel.otto, "/?lijst=tafelwerk")[1]
    assert zie(tafel.ploeg.anna, "/?lijst=tafelwerk")[0] == 404
    assert "Deel met de tafel" in zie(tafel.bram, f"/dossiers/{zaak}/termijnen/")[1]
    for lijst in ("te-laat", "vandaag", "week", "wacht", "nieuw"):
        assert "de tafel" not in zie(tafel.ploeg.anna, f"/?lijst={lijst}")[1]
    risico.deel(tafel.petra.wie(), zaak, Bijdragesoort.NIETS, "")
    risico.rond_af(tafel.petra.wie(), zaak, afspraak.pk, Risicoafspraakstaat.GEDAAN, "")
    klaar = {
        post.soort
        for post in posten(zaak).values()
        if post.loket == tafel.petra.loket.pk and post.gedaan_op
    }
    assert {"risico_inbreng", "risico_afspraak"} <= klaar


def test_een_afspraak_van_wie_niet_meer_aan_tafel_zit_komt_bij_wie_haar_vroeg(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    afspraak = risico.spreek_af(
        tafel.otto.wie(), zaak, "Werk van de PI", tafel.bram.loket.pk, klok.vandaag()
    )
    stuur(overplaatsing(dag=klok.vandaag().isoformat()))
    (post,) = [post for post in posten(zaak).values() if post.soort == "risico_afspraak"]
    assert post.loket == tafel.otto.loket.pk
    risico.rond_af(tafel.otto.wie(), zaak, afspraak.pk, Risicoafspraakstaat.GEDAAN, "Overgedragen")


def test_gronden_en_werklijst_kloppen_na_alles_wat_er_aan_een_tafel_gebeurt(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    volle_tafel(tafel, zaak)
    risico.beeindig(tafel.bram.wie(), zaak, "Tafelgeheim")
    dag = klok.vandaag() + timedelta(days=40)
    with klok.op(dag):
        for _deel in herzie(programma()):
            pass
    klopt(zaak, op=dag)
    with verwerking(programma()):
        assert list(afwijkende_dossiers(dag)) == [[]]
