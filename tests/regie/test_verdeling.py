"""Who at a desk has what: nothing hangs on somebody who cannot sign in or is away."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from richting.akkoord.aannames import AANNAMES
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.regie.acties.personeel import (
    beeindig_afwezigheid,
    meld_afwezig,
    verplaats_alles,
    wijs_toe,
)
from richting.regie.acties.samen import neem_op_naam
from richting.regie.acties.werkregels import herbouw
from richting.regie.models import Toewijzing, Vervanging
from richting.regie.overzichten.personeel import bezetting, personen_bij, zonder_persoon
from richting.regie.overzichten.werkvoorraad import NIEUW, Vraag, werkvoorraad
from tests.berichten.bouwers import begin, maak_partijen, stuur, tel
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    laat_stilstaan,
    maak_beheerder,
    maak_medewerker,
    maak_ploeg,
    meld_aan,
)
from tests.regie.bouwers_regie import nummer_van

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.6")]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    stuur(begin("V2", persoon={"geslachtsnaam": "Bedacht", "geboortedatum": "1980-01-01"}))
    return ploeg


def beeld(lid: Lid) -> tuple[dict[str, tuple[int, str]], int]:
    """Per member of staff how many and why they must move; and how many are of nobody."""
    with lezing(lid.wie(), "proef") as lees:
        lees.gezien([], {"verblijf"})
        staf = bezetting(lid.loket.pk, klok.vandaag())
        zonder = zonder_persoon(lid.loket.pk, klok.vandaag()).count()
    return {een.naam: (een.aantal, een.reden) for een in staf}, zonder


def test_zonder_toewijzing_is_een_dossier_zichtbaar_van_niemand(ploeg: Ploeg) -> None:
    assert beeld(ploeg.bram) == ({"Bram Willems": (0, "")}, 2)
    wijs_toe(ploeg.bram.wie(), [nummer_van()], ploeg.bram.medewerker.pk)
    assert beeld(ploeg.bram) == ({"Bram Willems": (1, "")}, 1)
    assert beeld(ploeg.anna)[1] == 2


def test_een_ander_aan_tafel_ziet_wie_het_doet_en_de_burgemeester_niet(ploeg: Ploeg) -> None:
    nummer = nummer_van()
    wijs_toe(ploeg.bram.wie(), [nummer], ploeg.bram.medewerker.pk)
    for lid, aantal in ((ploeg.anna, 1), (ploeg.dirk, 0), (ploeg.eva, 0)):
        with lezing(lid.wie(), "proef") as lees:
            lees.gezien([], {"verblijf"})
            assert len(personen_bij([nummer], klok.vandaag())) == aantal, lid.medewerker


def test_alleen_de_beheerder_verdeelt_er_meer_tegelijk(ploeg: Ploeg) -> None:
    beide = [nummer_van(), nummer_van("V2")]
    with pytest.raises(NietToegestaan):
        wijs_toe(ploeg.bram.wie(), beide, ploeg.bram.medewerker.pk)
    maak_beheerder(ploeg.bram)
    assert wijs_toe(ploeg.bram.wie(), beide, ploeg.bram.medewerker.pk) == 2
    assert wijs_toe(ploeg.bram.wie(), beide, ploeg.bram.medewerker.pk) == 0


def test_van_een_ander_loket_of_aan_een_ander_loket_gaat_niet(ploeg: Ploeg) -> None:
    with pytest.raises(NietToegestaan):
        wijs_toe(ploeg.eva.wie(), [nummer_van()], ploeg.eva.medewerker.pk)
    with pytest.raises(KanNiet):
        wijs_toe(ploeg.bram.wie(), [nummer_van()], ploeg.anna.medewerker.pk)


@pytest.mark.parametrize("hoe", ["gestopt", "geen_lid", "stil", "afwezig"])
def test_wie_er_niet_is_laat_niets_liggen(ploeg: Ploeg, hoe: str) -> None:
    collega = maak_medewerker("collega", ploeg.bram.loket, "Collega")
    maak_beheerder(ploeg.bram)
    wijs_toe(ploeg.bram.wie(), [nummer_van(), nummer_van("V2")], collega.pk)
    if hoe == "gestopt":
        Medewerker.objects.filter(pk=collega.pk).update(is_active=False)
    elif hoe == "geen_lid":
        Lidmaatschap.objects.filter(medewerker=collega).delete()
    elif hoe == "stil":
        laat_stilstaan(collega)
    else:
        vandaag = klok.vandaag()
        meld_afwezig(ploeg.bram.wie(), collega.pk, None, vandaag, vandaag)
    assert beeld(ploeg.bram)[0]["Collega"] == (2, hoe)
    assert verplaats_alles(ploeg.bram.wie(), collega.pk, ploeg.bram.medewerker.pk) == 2
    assert beeld(ploeg.bram)[0]["Bram Willems"] == (2, "")


def test_een_vervanger_neemt_waar_tot_de_ander_er_weer_is(ploeg: Ploeg) -> None:
    collega = maak_medewerker("collega", ploeg.bram.loket, "Collega")
    nummer = nummer_van()
    wijs_toe(ploeg.bram.wie(), [nummer], ploeg.bram.medewerker.pk)
    vandaag = klok.vandaag()
    rij = meld_afwezig(
        ploeg.bram.wie(), ploeg.bram.medewerker.pk, collega.pk, vandaag, date(2026, 12, 1)
    )
    with lezing(ploeg.bram.wie(), "proef") as lees:
        lees.gezien([], {"verblijf"})
        (persoon,) = personen_bij([nummer], vandaag).values()
    assert (persoon.vervanger, persoon.er_is) == ("Collega", True)
    beeindig_afwezigheid(ploeg.bram.wie(), rij.pk)
    assert beeld(ploeg.bram)[0]["Bram Willems"] == (1, "")


def test_wie_al_afwezig_is_meldt_eerst_dat_dat_voorbij_is(ploeg: Ploeg) -> None:
    bram, vandaag = ploeg.bram, klok.vandaag()
    collega = maak_medewerker("collega", bram.loket, "Collega")
    rij = meld_afwezig(bram.wie(), bram.medewerker.pk, collega.pk, vandaag, date(2026, 12, 1))
    with pytest.raises(KanNiet, match="al afwezig gemeld"):
        meld_afwezig(bram.wie(), bram.medewerker.pk, None, date(2026, 12, 1), date(2026, 12, 9))
    beeindig_afwezigheid(bram.wie(), rij.pk)
    meld_afwezig(bram.wie(), bram.medewerker.pk, None, vandaag, date(2026, 12, 9))


def test_wie_ziek_is_hoeft_geen_laatste_dag_te_noemen(client: Client, ploeg: Ploeg) -> None:
    bram, later = ploeg.bram, date(2027, 6, 1)
    maak_beheerder(bram)
    collega = maak_medewerker("collega", bram.loket, "Collega")
    wijs_toe(bram.wie(), [nummer_van()], collega.pk)
    meld_aan(client, bram)
    ziek = {"medewerker": collega.pk, "vervanger": "", "van": klok.vandaag().isoformat(), "tot": ""}
    pagina = client.post("/verdeling/afwezig/", ziek, follow=True).content.decode()
    assert "einde nog niet bekend" in pagina
    assert beeld(bram)[0]["Collega"] == (1, "afwezig")
    with pytest.raises(KanNiet, match="al afwezig gemeld"):
        meld_afwezig(bram.wie(), collega.pk, None, later, later)
    (rij,) = Vervanging.objects.all()
    client.post(f"/verdeling/afwezig/{rij.pk}/terug/")
    assert beeld(bram)[0]["Collega"] == (1, "")


def test_is_de_vervanger_er_ook_niet_dan_doet_de_volgende_het_of_niemand(ploeg: Ploeg) -> None:
    bram, nummer, vandaag = ploeg.bram, nummer_van(), klok.vandaag()
    maak_beheerder(bram)
    eerste, tweede = (maak_medewerker(n, bram.loket, n.title()) for n in ("els", "fien"))
    wijs_toe(bram.wie(), [nummer], eerste.pk)
    meld_afwezig(bram.wie(), eerste.pk, tweede.pk, vandaag, vandaag)
    assert beeld(bram)[0]["Els"] == (1, "")
    ziek = meld_afwezig(bram.wie(), tweede.pk, bram.medewerker.pk, vandaag, vandaag)
    assert beeld(bram)[0]["Els"] == (1, "")
    with lezing(bram.wie(), "proef") as lees:
        lees.gezien([], {"verblijf"})
        (persoon,) = personen_bij([nummer], vandaag).values()
    assert (persoon.vervanger, persoon.er_is) == ("Bram Willems", True)
    beeindig_afwezigheid(bram.wie(), ziek.pk)
    meld_afwezig(bram.wie(), tweede.pk, None, vandaag, vandaag)
    assert beeld(bram)[0]["Els"] == (1, "afwezig")


def mijn(lid: Lid, medewerker: int) -> list[UUID]:
    """What stands on the work list of a desk under the name of this member of staff."""
    vraag = Vraag(
        lid.loket.pk,
        lid.loket.soort,
        klok.vandaag(),
        NIEUW,
        AANNAMES,
        mijn=True,
        medewerker=medewerker,
    )
    with lezing(lid.wie(), "proef") as lees:
        lees.gezien([], {"verblijf"})
        return [regel.dossier_id for regel in werkvoorraad(vraag).regels]


@pytest.mark.clausule("1.10")
def test_wat_op_verdeling_is_toegewezen_staat_onder_mijn_en_andersom(ploeg: Ploeg) -> None:
    bram, nummer = ploeg.bram, nummer_van()
    collega = maak_medewerker("collega", bram.loket, "Collega")
    wijs_toe(bram.wie(), [nummer], collega.pk)
    assert (mijn(bram, collega.pk), mijn(bram, bram.medewerker.pk)) == ([nummer], [])
    neem_op_naam(bram.wie(), nummer)
    assert (mijn(bram, collega.pk), mijn(bram, bram.medewerker.pk)) == ([], [nummer])
    assert beeld(bram)[0] == {"Bram Willems": (1, ""), "Collega": (0, "")}
    wijs_toe(bram.wie(), [nummer], None)
    assert mijn(bram, bram.medewerker.pk) == []


@pytest.mark.clausule("1.10")
def test_van_wie_stopt_staat_alles_op_de_lijst_om_over_te_dragen(ploeg: Ploeg) -> None:
    bram, nummer = maak_beheerder(ploeg.bram), nummer_van()
    collega = maak_medewerker("collega", bram.loket, "Collega")
    wijs_toe(bram.wie(), [nummer], collega.pk)
    Medewerker.objects.filter(pk=collega.pk).update(is_active=False)
    assert mijn(bram, bram.medewerker.pk) == []
    assert beeld(bram)[0]["Collega"] == (1, "gestopt")
    verplaats_alles(bram.wie(), collega.pk, bram.medewerker.pk)
    assert (mijn(bram, collega.pk), mijn(bram, bram.medewerker.pk)) == ([], [nummer])


@pytest.mark.clausule("1.10")
def test_herbouw_van_de_werklijst_weet_nog_wie_het_heeft(ploeg: Ploeg) -> None:
    bram, nummer = ploeg.bram, nummer_van()
    wijs_toe(bram.wie(), [nummer], bram.medewerker.pk)
    herbouw(systeem_zelf("test", klok.nu()), [nummer])
    assert mijn(bram, bram.medewerker.pk) == [nummer]


def test_een_ander_meldt_u_niet_afwezig(ploeg: Ploeg) -> None:
    collega = maak_medewerker("collega", ploeg.bram.loket, "Collega")
    vandaag = klok.vandaag()
    with pytest.raises(NietToegestaan):
        meld_afwezig(ploeg.bram.wie(), collega.pk, None, vandaag, vandaag)


def test_de_pagina_verdeelt_en_zegt_hoeveel(client: Any, ploeg: Ploeg) -> None:
    maak_beheerder(ploeg.bram)
    meld_aan(client, ploeg.bram)
    html = client.get("/verdeling/").content.decode()
    assert "Nog bij niemand op naam: 2" in html
    velden = {
        "dossier": [str(nummer_van()), str(nummer_van("V2"))],
        "medewerker": ploeg.bram.medewerker.pk,
    }
    antwoord = client.post("/verdeling/toewijzen/", velden, follow=True)
    assert "2 dossiers verplaatst." in antwoord.content.decode()
    assert tel(Toewijzing, tot=None) == 2


def test_wat_gekozen_is_blijft_gekozen_als_er_iets_niet_klopt(client: Any, ploeg: Ploeg) -> None:
    maak_beheerder(ploeg.bram)
    meld_aan(client, ploeg.bram)
    assert "checked" not in client.get("/verdeling/").content.decode()
    html = client.post("/verdeling/toewijzen/", {"dossier": [nummer_van()]}).content.decode()
    assert "Kies een collega." in html
    assert html.count("checked") == 1
    assert client.get("/verdeling/?kies=alles").content.decode().count("checked") == 2


def test_een_medewerker_die_er_meer_kiest_hoort_dat_de_beheerder_dat_doet(
    client: Any, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.bram)
    velden = {
        "dossier": [str(nummer_van()), str(nummer_van("V2"))],
        "medewerker": ploeg.bram.medewerker.pk,
    }
    antwoord = client.post("/verdeling/toewijzen/", velden)
    assert antwoord.status_code == 200
    assert "verdeelt de beheerder van uw loket. Kies er één." in antwoord.content.decode()
    assert tel(Toewijzing, tot=None) == 0


def test_een_afwezigheid_die_niet_klopt_blijft_in_beeld(client: Any, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.bram)
    dicht = '<details class="uitklap">'
    eerst = client.get("/verdeling/").content.decode()
    zelf = ploeg.bram.medewerker.pk
    velden = {"medewerker": zelf, "vervanger": zelf, "van": "2026-11-23", "tot": "2026-11-30"}
    html = client.post("/verdeling/afwezig/", velden).content.decode()
    assert "Kies een ander als vervanger." in html
    assert (eerst.count(dicht), html.count(dicht)) == (1, 0)


def test_wie_geen_deel_heeft_aan_het_plan_heeft_geen_verdeling(client: Any, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.dirk)
    assert client.get("/verdeling/").status_code == 404
    assert client.get(f"/dossiers/{nummer_van()}/regie/").status_code == 404
