"""Provisions: kept by their desk, seen by all who make plans, on pages that say how full it is."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.voorzieningen import Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.termijnen import Eenheid
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import voorzieningen as acties
from richting.plannen.botsing import Botsing
from richting.plannen.models import Plaatsing, Voorziening
from richting.plannen.onderdelen import blokken
from richting.plannen.overzichten import voorzieningen as overzicht
from richting.plannen.overzichten.plaatsen import waar
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    journaalregels,
    maak_loket,
    maak_medewerker,
    maak_organisatie,
    meld_aan,
)
from tests.plannen.bouwers_actie import als, eigen, lees, stuur_in
from tests.plannen.bouwers_plaats import (
    VANAF,
    VANDAAG,
    VAST,
    D,
    doe,
    gevraagd,
    opvang,
    vers,
    voorziening,
    zelfde_regio,
)

pytestmark = pytest.mark.clausule("4.3", "8.3")


def huis() -> Lid:
    """Zoë at the desk of a Zorg- en Veiligheidshuis."""
    loket = maak_loket(
        maak_organisatie("ZVH-UTRECHT", Organisatiesoort.VEILIGHEIDSHUIS), Loketsoort.PROCESREGIE
    )
    return Lid(maak_medewerker("zoe", loket, "Zoë Papier"), loket)


def invoer(**anders: Any) -> dict[str, Any]:
    """The form of a provision, filled in."""
    velden = {
        "versie": 0,
        "naam": "Opvang Oost",
        "soort": "opvang",
        "leefgebied": "onderdak",
        "plaatsen": 2,
        "wachttijd": 3,
        "wachttijd_eenheid": "weken",
        "is_open": "on",
        "geldig_vanaf": "2026-01-01",
        "voor_wie": "Wie geen huis heeft",
    }
    return {**velden, **anders}


def test_een_gemeente_houdt_haar_voorzieningen_bij(ploeg: Ploeg) -> None:
    rij = voorziening(ploeg.anna, wachttijd=3)
    assert (rij.wachttijd_op, rij.gemeenten) == (VANDAAG, {"GM0344"})
    assert acties.wijzig(ploeg.anna.wie(), rij.pk, 1, opvang(wachttijd=3, plaatsen=4)).versie == 2
    assert acties.wijzig(ploeg.anna.wie(), rij.pk, 2, opvang(wachttijd=3, plaatsen=4)).versie == 2
    regels = [r for r in journaalregels() if r.soort.startswith("voorziening_")]
    assert [(r.soort, r.dossier_id) for r in regels] == [
        ("voorziening_toegevoegd", None),
        ("voorziening_gewijzigd", None),
    ]
    assert (regels[1].voor, regels[1].na["plaatsen"]) == ({"plaatsen": 1}, 4)


def test_een_veiligheidshuis_houdt_ook_voorzieningen_en_een_gevangenis_niet(ploeg: Ploeg) -> None:
    zelfde_regio(ploeg.anna, ploeg.eva)
    zoe = huis()
    gemeenten = ("GM0344", "GM0202")
    assert voorziening(zoe, gedeeld_met=gemeenten).gemeenten == set(gemeenten)
    with pytest.raises(KanNiet, match="voor welke gemeenten"):
        voorziening(zoe)
    for ander in (ploeg.bram, ploeg.cato, ploeg.dirk, ploeg.gijs, ploeg.fatima):
        with pytest.raises(NietToegestaan):
            voorziening(ander)


@pytest.mark.clausule("6.6")
def test_delen_kan_alleen_binnen_de_regio(ploeg: Ploeg) -> None:
    with pytest.raises(KanNiet, match="dezelfde regio"):
        voorziening(ploeg.anna, gedeeld_met=("GM0202",))
    with pytest.raises(KanNiet, match="dezelfde regio"):
        voorziening(ploeg.anna, gedeeld_met=("GM9999",))
    zelfde_regio(ploeg.anna, ploeg.eva)
    assert voorziening(ploeg.anna, gedeeld_met=("GM0202",)).gedeeld_met == ["GM0202"]


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"plaatsen": 0}, "hoeveel plaatsen"),
        ({"wachttijd": -1}, "wachttijd"),
        ({"geldig_tot": date(2025, 1, 1)}, "laatste dag"),
        ({"soort": Voorzieningsoort.SCHULDHULP}, "ander leefgebied"),
    ],
)
def test_wat_niet_kan_wordt_niet_opgeschreven(ploeg: Ploeg, fout: dict[str, Any], zin: str) -> None:
    with pytest.raises(KanNiet, match=zin):
        voorziening(ploeg.anna, **fout)


def test_niet_minder_plaatsen_dan_er_bezet_zijn(ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna, plaatsen=2)
    for _n in range(2):
        doe(ploeg.anna, gevraagd(ploeg.bram, zaak, bij), D.BEVESTIGEN)
    with pytest.raises(KanNiet, match="2 plaatsen bezet"):
        acties.wijzig(ploeg.anna.wie(), bij.pk, 1, opvang(plaatsen=1))


def test_alleen_de_houder_verandert_en_twee_verliezen_niets(ploeg: Ploeg) -> None:
    rij = voorziening(ploeg.anna)
    with pytest.raises(NietToegestaan):
        acties.wijzig(ploeg.eva.wie(), rij.pk, 1, opvang(naam="Van Eva"))
    acties.wijzig(ploeg.anna.wie(), rij.pk, 1, opvang(naam="Opvang West"))
    with pytest.raises(Botsing) as fout:
        acties.wijzig(ploeg.anna.wie(), rij.pk, 1, opvang(naam="Opvang Noord"))
    assert [(v.nu, v.uw) for v in fout.value.verschillen] == [("Opvang West", "Opvang Noord")]


def test_de_wachttijd_draagt_de_dag_waarop_zij_is_opgegeven(ploeg: Ploeg) -> None:
    rij = voorziening(ploeg.anna, wachttijd=10, wachttijd_eenheid=Eenheid.DAGEN)
    with verwerking(ploeg.anna.wie()):
        Voorziening.objects.filter(pk=rij.pk).update(wachttijd_op=date(2026, 9, 1))
    assert acties.bevestig_wachttijd(ploeg.anna.wie(), rij.pk, 1).versie == 2
    with lezing(ploeg.bram.wie(), "test") as kijk:
        kijk.niets_gezien()
        beeld = overzicht.voorziening(rij.pk, VANDAAG, None)
    assert beeld is not None
    assert beeld.wachttijd == "10 dagen, opgegeven op 23 november 2026"
    with pytest.raises(KanNiet, match="geen wachttijd"):
        acties.bevestig_wachttijd(ploeg.anna.wie(), voorziening(ploeg.anna).pk, 1)


def test_de_lijst_toevoegen_aanpassen_en_sluiten(client: Client, ploeg: Ploeg) -> None:
    assert "nog geen voorzieningen" in lees(client, ploeg.anna, "voorzieningen")
    fout = stuur_in(client, ploeg.anna, "voorziening_nieuw", **invoer(plaatsen=""))
    assert "hoeveel plaatsen er zijn" in fout.content.decode()
    stuur_in(client, ploeg.anna, "voorziening_nieuw", **invoer())
    pagina = lees(client, ploeg.anna, "voorzieningen")
    assert "2 van 2" in pagina
    with verwerking(programma()):
        rij = Voorziening.objects.get()
    dicht = invoer(versie=1, is_open="")
    stuur_in(client, ploeg.anna, "voorziening_wijzig", rij.pk, **dicht)
    assert "Neemt niemand aan" in lees(client, ploeg.anna, "voorziening", rij.pk)
    botst = stuur_in(
        client, ploeg.anna, "voorziening_wijzig", rij.pk, **invoer(versie=1, naam="Anders")
    )
    assert botst.status_code == 409
    assert "Iemand anders was u voor" in botst.content.decode()
    stuur_in(client, ploeg.anna, "voorziening_wachttijd", rij.pk, versie=2)
    meld_aan(client, ploeg.anna)
    adres = reverse("plannen:voorziening_wachttijd", args=[rij.pk])
    assert client.post(adres, {"versie": "x"}).status_code == 404


def test_wie_aan_plannen_werkt_ziet_wat_er_is_en_verandert_niets(
    client: Client, ploeg: Ploeg
) -> None:
    rij = voorziening(ploeg.anna, voor_wie="Vanaf 23 jaar")
    for lid in (ploeg.bram, ploeg.cato, ploeg.gijs, ploeg.eva):
        meld_aan(client, lid)
        gevonden = client.get("/voorzieningen/", {"gemeente": "GM0344"}).content.decode()
        assert "Opvang Oost" in gevonden
        pagina = lees(client, lid, "voorziening", rij.pk)
        assert "Vanaf 23 jaar" in pagina
        assert "wijzig" not in pagina
        antwoord = stuur_in(client, lid, "voorziening_wijzig", rij.pk, **invoer(versie=1))
        assert antwoord.status_code == 404
    niets = client.get("/voorzieningen/", {"gemeente": "GM0344", "leefgebied": "zorg"})
    assert "Niets gevonden" in niets.content.decode()
    for buiten in (ploeg.dirk, ploeg.fatima):
        meld_aan(client, buiten)
        assert client.get("/voorzieningen/").status_code == 404
        assert "Voorzieningen" not in client.get("/").content.decode()


@pytest.mark.clausule("5.4")
def test_van_actie_tot_bevestigde_plek_over_de_paginas(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    bij, actie = voorziening(ploeg.anna), eigen(ploeg.bram, zaak)
    assert "Vraag een plek" in lees(client, ploeg.bram, "actielijst", zaak)
    assert "Vraag een plek" in lees(client, ploeg.bram, "actie", zaak, actie.pk)
    leeg = stuur_in(client, ploeg.bram, "plek_vraag", zaak, actie.pk, vanaf="2027-01-11")
    assert "Kies een voorziening." in leeg.content.decode()
    velden = {"voorziening": bij.pk, "vanaf": "2027-01-11", "toelichting": "Beneden"}
    stuur_in(client, ploeg.bram, "plek_vraag", zaak, actie.pk, **velden)
    with verwerking(programma()):
        plaats = Plaatsing.objects.get()
    meld_aan(client, ploeg.anna)
    dossier = client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    assert "Plek gevraagd bij uw loket" in dossier
    assert "Te beantwoorden" in lees(client, ploeg.anna, "voorzieningen")
    assert "Beneden" in lees(client, ploeg.anna, "voorziening", bij.pk)
    adres = ("aanvraag_daad", bij.pk, plaats.pk)
    stuur_in(client, ploeg.anna, *adres, "reserveren", versie=1, gereserveerd_tot=VAST)
    assert "Gereserveerd" in lees(client, ploeg.bram, "plek", zaak, actie.pk)
    stuur_in(client, ploeg.anna, "plek_daad", zaak, actie.pk, plaats.pk, "bevestigen", versie=2)
    assert vers(plaats).staat == "gereserveerd"
    stuur_in(client, ploeg.anna, *adres, "bevestigen", versie=2, vanaf=VANAF)
    assert "Bevestigd" in lees(client, ploeg.bram, "actielijst", zaak)
    stuur_in(
        client,
        ploeg.bram,
        *("plek_daad", zaak, actie.pk, plaats.pk, "intrekken"),
        versie=3,
        reden="wil_niet",
    )
    assert "Ingetrokken" in lees(client, ploeg.bram, "plek", zaak, actie.pk)


@pytest.mark.clausule("6.4")
def test_een_plek_is_voor_een_vreemde_404(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna)
    plaats = gevraagd(ploeg.bram, zaak, bij)
    meld_aan(client, ploeg.eva)
    pagina = reverse("plannen:plek", args=[zaak, plaats.actie_id])
    assert client.get(pagina).status_code == 404
    for naam, args, velden in (
        ("plek_vraag", (zaak, plaats.actie_id), {"voorziening": bij.pk, "vanaf": VANAF}),
        ("plek_wijzig", (zaak, plaats.actie_id, plaats.pk), {"versie": 1, "vanaf": VANAF}),
        ("plek_daad", (zaak, plaats.actie_id, plaats.pk, "intrekken"), {"reden": "wil_niet"}),
        ("aanvraag_daad", (bij.pk, plaats.pk, "weigeren"), {"reden": "past_niet"}),
        ("aanvraag_daad", (bij.pk, plaats.pk, "bakken"), {}),
    ):
        antwoord = stuur_in(client, ploeg.eva, naam, *args, **{"versie": 1, **velden})
        assert antwoord.status_code == 404, naam
    assert vers(plaats).staat == "gevraagd"


@pytest.mark.clausule("6.4")
def test_op_de_pagina_van_de_houder_staat_geen_naam_zonder_grond(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    zelfde_regio(ploeg.anna, ploeg.eva)
    bij = voorziening(ploeg.eva, gedeeld_met=("GM0344",))
    plaats = gevraagd(ploeg.bram, zaak, bij, toelichting="Heeft een hond")
    for naam, args in (("voorzieningen", ()), ("voorziening", (bij.pk,))):
        pagina = lees(client, ploeg.eva, naam, *args)
        assert "Naam nog niet te zien" in pagina
        for geheim in ("Verzonnen", "hond", str(zaak)):
            assert geheim not in pagina
    werk = client.get("/").content.decode()
    assert "Er is 1 plek gevraagd bij uw voorzieningen" in werk
    doe(ploeg.eva, plaats, D.RESERVEREN)
    assert "plek gevraagd bij uw voorzieningen" not in client.get("/").content.decode()
    assert "ziet nog niet om wie" in lees(client, ploeg.bram, "plek", zaak, plaats.actie_id)


def test_op_de_werklijst_staat_een_plek_zonder_antwoord(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    for lid, woord in ((ploeg.anna, "gevraagd door"), (ploeg.bram, "gevraagd aan")):
        meld_aan(client, lid)
        pagina = client.get("/", {"lijst": "gevraagd"}).content.decode()
        assert f"Plek bij Opvang Oost, {woord}" in pagina
    doe(ploeg.anna, plaats, D.WEIGEREN)
    meld_aan(client, ploeg.anna)
    assert "Opvang Oost" not in client.get("/", {"lijst": "gevraagd"}).content.decode()


@pytest.mark.clausule("1.9", "7.1")
def test_de_plek_staat_in_het_plan_en_op_het_papier(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    doe(ploeg.anna, plaats, D.RESERVEREN)

    def van_bram(functie: Any) -> Any:
        return als(ploeg.bram, zaak, functie)

    assert "nog niet zeker" in van_bram(lambda: waar([vers(plaats)], VANDAAG))[plaats.actie_id]
    doe(ploeg.anna, plaats, D.BEVESTIGEN, 2)
    (blok,) = van_bram(
        lambda: [
            b for b in blokken(Dossier.objects.get(pk=zaak)) if b.sleutel == "plekken_onderdak"
        ]
    )
    assert (blok.categorie, blok.regels[0].label) == ("onderdak", "Opvang Oost")
    assert "Bevestigd · vanaf 11 januari 2027" in blok.regels[0].tekst
    plek = waar([vers(plaats)], VANDAAG)
    assert plek == {plaats.actie_id: "Waar: Opvang Oost, vanaf 11 januari 2027."}


def test_met_een_ander_leefgebied_of_gemeente_is_er_niets_te_vragen(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    voorziening(ploeg.eva)
    actie = eigen(ploeg.bram, zaak, leefgebied=Leefgebied.ONDERDAK)
    pagina = lees(client, ploeg.bram, "plek", zaak, actie.pk)
    assert "Geen voorziening gevonden" in pagina
    assert "Vraag een plek" not in lees(client, ploeg.bram, "actielijst", zaak)
