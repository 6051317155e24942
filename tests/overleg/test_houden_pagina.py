"""The page on the table: one form for all on the agenda, so that nothing typed is lost."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from richting.overleg.acties import houden
from richting.overleg.models import Afspraak, Genodigde, Overleg
from tests.overleg.bouwers import als, belegd, punt_van, zie
from tests.partijen.bouwers import Lid, Ploeg, meld_aan

pytestmark = [pytest.mark.clausule("8.1")]


@pytest.fixture
def mdo(ploeg: Ploeg, zaak: UUID) -> Overleg:
    """Bram's MDO about the stay, with Anna, Cato and Eva, who knows nothing of it."""
    return belegd(ploeg.bram, [ploeg.anna, ploeg.cato, ploeg.eva], [zaak])


def druk(client: Client, overleg: Overleg, knop: str, **velden: Any) -> str:
    """Press a button of the page with this filled in; the page that follows."""
    adres = f"/overleg/{overleg.pk}/houden/bewaar/"
    return client.post(adres, {"doe": knop, **velden}, follow=True).content.decode()


def in_verslag(punt: UUID, tekst: str, vak: str = "plan") -> dict[str, Any]:
    voor = f"verslag-{punt}"
    return {f"{voor}-categorie": vak, f"{voor}-tekst": tekst, f"{voor}-versie": "0"}


def afgesproken(punt: UUID, lid: Lid, wat: str, **anders: str) -> dict[str, Any]:
    voor = f"afspraak-{punt}"
    extra = {f"{voor}-{naam}": waarde for naam, waarde in anders.items()}
    return {f"{voor}-wat": wat, f"{voor}-loket": lid.loket.pk, **extra}


def teksten(lid: Lid, overleg: Overleg) -> list[str]:
    gezien = zie(lid, overleg)
    assert gezien is not None
    return [rij.tekst for punt in gezien.punten for rij in punt.verslagen]


def afspraken(lid: Lid) -> list[str]:
    return als(lid, lambda: list(Afspraak.objects.values_list("wat", flat=True)))


def aanwezig(lid: Lid, overleg: Overleg) -> dict[int, bool | None]:
    gezien = zie(lid, overleg)
    assert gezien is not None
    return {een.loket_id: een.aanwezig for een in gezien.genodigden}


def test_een_knop_bewaart_verslag_en_afspraak_tegelijk(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    punt = punt_van(ploeg.bram, mdo)
    velden = in_verslag(punt, "Zoekt een kamer.") | afgesproken(punt, ploeg.anna, "Belt de opvang")
    assert "Opgeslagen." in druk(client, mdo, f"punt:{punt}", **velden)
    assert teksten(ploeg.anna, mdo) == ["Zoekt een kamer."]
    assert afspraken(ploeg.anna) == ["Belt de opvang"]
    assert "U hebt niets nieuws ingevuld." in druk(client, mdo, "bewaar")


def test_wat_niet_af_is_houdt_alles_op_het_scherm_en_bewaart_niets(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    punt = punt_van(ploeg.bram, mdo)
    half = afgesproken(punt, ploeg.bram, "", uiterlijk="2099-01-01")
    pagina = druk(client, mdo, "bewaar", **in_verslag(punt, "Zoekt een kamer."), **half)
    assert "Vul in wat is afgesproken." in pagina
    assert "Zoekt een kamer." in pagina
    assert "2099-01-01" in pagina
    assert teksten(ploeg.bram, mdo) == []


def test_een_weigering_van_de_afspraak_bewaart_ook_het_verslag_niet(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    punt = punt_van(ploeg.bram, mdo)
    gisteren = afgesproken(punt, ploeg.bram, "Belt", uiterlijk="2020-01-01")
    pagina = druk(client, mdo, "bewaar", **in_verslag(punt, "Zoekt een kamer."), **gisteren)
    assert "De laatste dag is al voorbij." in pagina
    assert teksten(ploeg.bram, mdo) == []
    assert afspraken(ploeg.bram) == []


def test_wie_er_waren_gaat_mee_met_elke_knop_zodra_iemand_vinkt(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    punt, bram = punt_van(ploeg.bram, mdo), ploeg.bram.loket.pk
    stond: dict[str, Any] = {"stond": [bram], "aanwezig": [bram]}
    druk(client, mdo, f"punt:{punt}", **in_verslag(punt, "Eerst."), **stond)
    assert set(aanwezig(ploeg.bram, mdo).values()) == {None}
    stond["aanwezig"] = [bram, ploeg.anna.loket.pk]
    druk(client, mdo, f"door:{punt}", **stond, **{f"versie-{punt}": "1"})
    assert aanwezig(ploeg.bram, mdo)[ploeg.anna.loket.pk] is True
    assert aanwezig(ploeg.bram, mdo)[ploeg.cato.loket.pk] is False
    gezien = zie(ploeg.bram, mdo)
    assert gezien is not None
    assert gezien.punten[0].rij.doorgeschoven


def test_vaststellen_legt_eerst_vast_wat_er_nog_op_het_scherm_staat(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    punt = punt_van(ploeg.bram, mdo)
    vinkjes = {"aanwezig": [ploeg.bram.loket.pk], "versie": mdo.versie}
    pagina = druk(client, mdo, "vaststellen", **in_verslag(punt, "Zo was het."), **vinkjes)
    assert "Het verslag staat vast" in pagina
    assert teksten(ploeg.anna, mdo) == ["Zo was het."]
    assert aanwezig(ploeg.anna, mdo)[ploeg.bram.loket.pk] is True
    erbij = {f"aanvulling-{punt}-categorie": "plan", f"aanvulling-{punt}-tekst": "En dit."}
    druk(client, mdo, f"punt:{punt}", **erbij)
    assert teksten(ploeg.anna, mdo) == ["Zo was het.", "En dit."]


def test_wie_het_overleg_niet_leidt_stelt_niets_vast(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.anna)
    punt = punt_van(ploeg.anna, mdo)
    adres = f"/overleg/{mdo.pk}/houden/bewaar/"
    for knop in ("vaststellen", f"door:{punt}", f"punt:{mdo.pk}", "iets-anders"):
        assert client.post(adres, {"doe": knop}).status_code == 404
    druk(client, mdo, "aanwezig", aanwezig=[ploeg.anna.loket.pk])
    assert set(aanwezig(ploeg.anna, mdo).values()) == {None}


def test_wie_het_zelfde_aanpast_ziet_wat_er_nu_staat_en_houdt_de_eigen_tekst(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    punt = punt_van(ploeg.bram, mdo)
    houden.schrijf_verslag(ploeg.bram.wie(), mdo.pk, punt, "plan", "Eerst.", 0)
    meld_aan(client, ploeg.anna)
    gezien = zie(ploeg.anna, mdo)
    assert gezien is not None
    voor = f"staand-{gezien.punten[0].verslagen[0].pk}"
    houden.schrijf_verslag(ploeg.bram.wie(), mdo.pk, punt, "plan", "Bram was eerst.", 1)
    velden = {f"{voor}-categorie": "plan", f"{voor}-stond": "Eerst.", f"{voor}-versie": "1"}
    assert "niets nieuws" in druk(client, mdo, "bewaar", **velden, **{f"{voor}-tekst": "Eerst."})
    velden[f"{voor}-tekst"] = "Anna ook."
    pagina = druk(client, mdo, "bewaar", **velden)
    assert "Er staat nu: Bram was eerst." in pagina
    assert "Anna ook." in pagina
    assert teksten(ploeg.bram, mdo) == ["Bram was eerst."]
    druk(client, mdo, "bewaar", **{**velden, f"{voor}-versie": "2"})
    assert teksten(ploeg.bram, mdo) == ["Anna ook."]
    leeg = {f"{voor}-stond": "Anna ook.", f"{voor}-versie": "3", f"{voor}-tekst": ""}
    druk(client, mdo, "bewaar", **{**velden, **leeg})
    assert teksten(ploeg.bram, mdo) == [""]


@pytest.mark.clausule("6.4")
def test_een_afspraak_kan_alleen_naar_wie_dit_dossier_mag_zien(
    client: Client, ploeg: Ploeg, mdo: Overleg
) -> None:
    meld_aan(client, ploeg.bram)
    pagina = client.get(f"/overleg/{mdo.pk}/houden/").content.decode()
    keuze = pagina.partition("Wie doet het?")[2].partition("</select>")[0]
    assert ploeg.anna.loket.naam in keuze
    assert ploeg.eva.loket.naam not in keuze
    assert als(ploeg.bram, lambda: Genodigde.objects.filter(loket=ploeg.eva.loket).exists())
