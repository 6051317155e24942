"""The pages of the standings, the panel on the dossier, the blocks and the timeline."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.plannen.acties.screening import Inzending, gooi_weg, stel_vast
from richting.plannen.acties.standen import beeindig_afwijking, wijk_af
from richting.plannen.models import Standafwijking
from richting.plannen.onderdelen import Blok
from richting.plannen.overzichten.standbeeld import blokken
from richting.plannen.paginas.standen import paneel
from tests.akkoord.plan.bouwers import GOED
from tests.partijen.bouwers import Lid, Ploeg, meld_aan
from tests.plannen.bouwers_screening import BEGIN, concept, gegeven, meet

G, S = Leefgebied, Standwaarde


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def afwijkadres(zaak: UUID, gebied: str = "onderdak", wanneer: str = "nu") -> str:
    return reverse("plannen:afwijken", args=[zaak, gebied, wanneer])


def blokken_van(lid: Lid, zaak: UUID) -> dict[str, Blok]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return {blok.sleutel: blok for blok in blokken(Dossier.objects.get(pk=zaak))}


@pytest.mark.clausule("5.7", "8.7")
def test_op_het_dossier_staat_hoe_het_staat_en_wie_afweek(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ONDERDAK, onderdak_na="geen")
    wijk_af(ploeg.anna.wie(), zaak, G.ONDERDAK, S.LOOPT, "Wij zoeken een plek.")
    pagina = als(ploeg.bram).get(f"/dossiers/{zaak}/").content.decode()
    for stuk in (
        "De vijf voorwaarden",
        "Er is geen plek om te slapen.",
        "Wij zoeken een plek.",
        "Afwijking door Anna de Boer; volgens de regel: Niet geregeld.",
    ):
        assert stuk in pagina


@pytest.mark.clausule("6.7")
def test_wie_het_paneel_ziet_heeft_alle_leefgebieden_gezien(ploeg: Ploeg, zaak: UUID) -> None:
    with lezing(ploeg.cato.wie(), "test") as lees:
        assert paneel(lees, Dossier.objects.get(pk=zaak)) is not None
    assert lees.dossiers == {zaak: {gebied.value for gebied in Leefgebied}}


@pytest.mark.clausule("6.4")
@pytest.mark.parametrize("wie", ["eva", "dirk"])
def test_voor_anderen_bestaan_de_standen_niet(ploeg: Ploeg, zaak: UUID, wie: str) -> None:
    rij = wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.LOOPT, "Reden.")
    client = als(getattr(ploeg, wie))
    assert client.get(reverse("plannen:standen", args=[zaak])).status_code == 404
    assert client.get(afwijkadres(zaak)).status_code == 404
    gegevens = {"stand": "in_orde", "reden": "Mag niet."}
    assert client.post(afwijkadres(zaak), gegevens).status_code == 404
    assert client.post(reverse("plannen:volg_regel", args=[zaak, rij.pk])).status_code == 404


@pytest.mark.clausule("8.7")
def test_afwijken_wijzigen_en_de_regel_weer_volgen(ploeg: Ploeg, zaak: UUID) -> None:
    anna = als(ploeg.anna)
    assert anna.post(afwijkadres(zaak), {"stand": "loopt"}).status_code == 400
    gegevens = {"stand": "loopt", "reden": "Wij zoeken."}
    assert anna.post(afwijkadres(zaak), gegevens).status_code == 302
    pagina = anna.get(afwijkadres(zaak)).content.decode()
    assert "Wij zoeken." in pagina
    standen = anna.get(reverse("plannen:standen", args=[zaak])).content.decode()
    assert "Volg de regel weer" in standen
    with lezing(ploeg.anna.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        (rij,) = Standafwijking.objects.all()
    assert anna.post(reverse("plannen:volg_regel", args=[zaak, rij.pk])).status_code == 302
    assert (
        "Volg de regel weer"
        not in anna.get(reverse("plannen:standen", args=[zaak])).content.decode()
    )


@pytest.mark.clausule("7.1")
def test_wie_te_laat_afwijkt_ziet_wat_er_staat_en_kiest(ploeg: Ploeg, zaak: UUID) -> None:
    anna, bram = als(ploeg.anna), als(ploeg.bram)
    anna.post(afwijkadres(zaak), {"stand": "loopt", "reden": "Van Anna."})
    antwoord = bram.post(afwijkadres(zaak), {"stand": "in_orde", "reden": "Van Bram."})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 400
    assert "Iemand anders was u voor" in pagina
    assert "Van Bram." in pagina
    vorige = pagina.split('name="vorige" value="')[1].split('"')[0]
    gegevens = {"stand": "in_orde", "reden": "Van Bram.", "vorige": vorige}
    assert bram.post(afwijkadres(zaak), gegevens).status_code == 302


@pytest.mark.parametrize(("gebied", "wanneer"), [("geloof", "nu"), ("zorg", "ooit")])
def test_een_gebied_of_moment_dat_niet_bestaat(
    ploeg: Ploeg, zaak: UUID, gebied: str, wanneer: str
) -> None:
    assert als(ploeg.anna).get(afwijkadres(zaak, gebied, wanneer)).status_code == 404


@pytest.mark.clausule("7.1")
def test_de_blokken_zeggen_hoe_het_staat_en_wat_er_geantwoord_is(ploeg: Ploeg, zaak: UUID) -> None:
    assert blokken_van(ploeg.anna, zaak) == {}
    meet(ploeg.bram, zaak, G.IDENTITEIT, **GOED[G.IDENTITEIT])
    wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.LOOPT, "Reden.")
    uit = blokken_van(ploeg.anna, zaak)
    assert set(uit) == {"stand_identiteit", "antwoorden_identiteit", "stand_zorg"}
    stand = {regel.sleutel: regel.tekst for regel in uit["stand_identiteit"].regels}
    assert stand["nu"] == "In orde. Het identiteitsbewijs is op deze dag geldig."
    assert stand["gemeten"] == "Bij het begin, 23 november 2026, Bram Willems"
    antwoorden = {regel.sleutel: regel.tekst for regel in uit["antwoorden_identiteit"].regels}
    assert antwoorden["id_document"] == "Paspoort"
    assert antwoorden["id_geldig_tot"] == "1 januari 2030"
    assert antwoorden["digid"] == "Ja"
    assert uit["stand_zorg"].categorie == "zorg"
    assert "Afwijking van de regel (Onbekend) door Anna de Boer: Reden." in (
        uit["stand_zorg"].regels[0].tekst
    )


@pytest.mark.clausule("5.4")
def test_de_tijdlijn_vertelt_van_meten_en_afwijken(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    gooi_weg(ploeg.bram.wie(), zaak, BEGIN, list(Leefgebied))
    nu = meet(ploeg.bram, zaak, G.ZORG, zorg_nodig=True).nu[G.ZORG]
    beter = Inzending(gegeven(zorg_nodig=False), nu)
    stel_vast(ploeg.bram.wie(), zaak, BEGIN, {G.ZORG: beter})
    rij = wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.LOOPT, "Reden.", op_ontslag=True)
    beeindig_afwijking(ploeg.anna.wie(), zaak, rij.pk)
    pagina = als(ploeg.anna).get(f"/dossiers/{zaak}/").content.decode()
    for zin in (
        "Een screening is begonnen (Bij het begin).",
        "Het concept van een screening is weggegooid (Bij het begin).",
        "Zorg en verzekering is gemeten (Bij het begin).",
        "De meting van Zorg en verzekering is gecorrigeerd (Bij het begin).",
        "Zorg en verzekering is voor de dag van ontslag op “Loopt” gezet: Reden.",
        "Zorg en verzekering volgt weer de regel; eerst stond daar “Loopt”.",
    ):
        assert zin in pagina, zin
