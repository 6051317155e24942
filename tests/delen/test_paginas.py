"""The screens of sharing: who may see, restrictions, settings."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from richting.delen import overzichten
from richting.kern.instellingen import aannames_op
from richting.kern.models import Instelling
from richting.partijen.models import Lidmaatschap
from tests.akkoord.bouwers import BEGIN, verblijf
from tests.delen.bouwers import als, maak_dossier, maak_loketten
from tests.partijen.bouwers import Lid, Ploeg, maak_medewerker, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg() -> Ploeg:
    maak_loketten()
    return maak_ploeg()


@pytest.fixture
def chef(ploeg: Ploeg) -> Lid:
    """The manager of Anna's desk."""
    loket = ploeg.anna.loket
    return Lid(maak_medewerker("chef", loket, rol=Lidmaatschap.BEHEERDER), loket)


@pytest.fixture
def dossier(ploeg: Ploeg) -> UUID:
    return maak_dossier(verblijf())


def pagina(client: Client, naam: str, *args: Any, **vraag: str) -> str:
    antwoord = client.get(reverse(f"delen:{naam}", args=args), vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.clausule("6.4", "6.7")
def test_anna_leest_waarom_zij_dit_ziet_en_wie_het_nog_meer_mag(
    client: Client, ploeg: Ploeg, dossier: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    tekst = pagina(client, "dossier", dossier)
    assert "Pbw art. 18a" in tekst
    assert "uw loket" in tekst
    assert ploeg.bram.loket.naam in tekst
    assert ploeg.eva.loket.naam not in tekst
    assert "De beheerder van uw loket" in tekst


@pytest.mark.clausule("6.4")
def test_op_een_dag_voor_het_verblijf_mocht_niemand_het_zien(
    client: Client, ploeg: Ploeg, dossier: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    tekst = pagina(client, "dossier", dossier, op="2026-01-01")
    assert "Op deze dag mocht niemand dit dossier zien." in tekst
    assert "1 januari 2026" in tekst


def test_een_onleesbare_dag_toont_vandaag(client: Client, ploeg: Ploeg, dossier: UUID) -> None:
    meld_aan(client, ploeg.anna)
    assert ploeg.bram.loket.naam in pagina(client, "dossier", dossier, op="gisteren")


def test_eva_krijgt_dezelfde_404_als_voor_een_dossier_dat_niet_bestaat(
    client: Client, ploeg: Ploeg, dossier: UUID
) -> None:
    meld_aan(client, ploeg.eva)
    nummers = (dossier, uuid4())
    antwoorden = [client.get(reverse("delen:dossier", args=[nr])) for nr in nummers]
    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
    kaal = [
        re.sub(rf"\w{{64}}|{nr}", "", antwoord.content.decode())
        for nr, antwoord in zip(nummers, antwoorden, strict=True)
    ]
    assert kaal[0] == kaal[1]


def test_de_beheerder_ziet_wie_keek(client: Client, ploeg: Ploeg, chef: Lid, dossier: UUID) -> None:
    meld_aan(client, ploeg.anna)
    pagina(client, "dossier", dossier)
    meld_aan(client, chef)
    assert "Anna de Boer" in pagina(client, "dossier", dossier)


@pytest.mark.clausule("3.6")
def test_de_beheerder_schermt_af_op_nummer_en_maakt_het_ongedaan(
    client: Client, ploeg: Ploeg, chef: Lid, dossier: UUID
) -> None:
    meld_aan(client, chef)
    naar = client.post(reverse("delen:afgeschermd"), {"nummer": " R-1 "})
    detail = reverse("delen:afscherming", args=[dossier])
    assert naar.headers["Location"] == detail
    keuze = f"{chef.loket.pk}:{ploeg.anna.medewerker.pk}"
    invoer = {"soort": "niet", "medewerkers": [keuze], "reden": "haar buurman"}
    assert client.post(detail, invoer).status_code == 302
    assert "Anna de Boer mag dit dossier niet zien." in pagina(client, "afscherming", dossier)
    assert "R-1" in pagina(client, "afgeschermd")
    assert ziet(ploeg.anna, dossier) is False
    with als(chef.wie()):
        (rij,) = overzichten.beperkingen(dossier)
    einde = reverse("delen:beeindig", args=[dossier, rij.id])
    assert client.post(einde, {"reden": ""}).status_code == 400
    assert client.post(einde, {"reden": "verhuisd"}).status_code == 302
    assert ziet(ploeg.anna, dossier) is True


def ziet(lid: Lid, dossier: UUID) -> bool:
    with als(lid.wie()):
        return bool(overzichten.geldige_gronden(dossier, lid.loket.pk))


def test_een_beperking_zonder_keuze_komt_terug_met_uitleg(
    client: Client, chef: Lid, dossier: UUID
) -> None:
    meld_aan(client, chef)
    antwoord = client.post(reverse("delen:afscherming", args=[dossier]), {"soort": "alleen"})
    assert antwoord.status_code == 400
    tekst = antwoord.content.decode()
    assert "Kies een of meer medewerkers." in tekst
    assert "Vul een reden in." in tekst


def test_een_nummer_van_een_ander_bestaat_niet(client: Client, chef: Lid, dossier: UUID) -> None:
    meld_aan(client, chef)
    tekst = client.post(reverse("delen:afgeschermd"), {"nummer": "R-2"}).content.decode()
    assert "Uw loket heeft geen dossier met dit nummer." in tekst


@pytest.mark.parametrize("naam", ["anna", "eva", "fatima"])
def test_wie_geen_beheerder_is_vindt_de_afscherming_niet(
    client: Client, ploeg: Ploeg, dossier: UUID, naam: str
) -> None:
    meld_aan(client, getattr(ploeg, naam))
    assert client.get(reverse("delen:afgeschermd")).status_code == 404
    assert client.get(reverse("delen:afscherming", args=[dossier])).status_code == 404
    assert client.post(reverse("delen:beeindig", args=[dossier, 1])).status_code == 404


def test_de_beheerder_van_een_loket_zonder_grond_vindt_het_dossier_niet(
    client: Client, ploeg: Ploeg, dossier: UUID
) -> None:
    eva = Lid(
        maak_medewerker("eva_chef", ploeg.eva.loket, rol=Lidmaatschap.BEHEERDER), ploeg.eva.loket
    )
    meld_aan(client, eva)
    assert client.get(reverse("delen:afscherming", args=[dossier])).status_code == 404
    assert "R-1" not in pagina(client, "afgeschermd")


def test_de_functioneel_beheerder_zet_een_andere_waarde_vanaf_een_dag(
    client: Client, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.fatima)
    assert "Hoeveel maanden na het vertrek" in pagina(client, "instellingen")
    adres = reverse("delen:instelling", args=["nazorg_maanden"])
    invoer = {"waarde": "3", "vanaf": "2026-12-01", "reden": "afspraak in de regio"}
    assert client.post(adres, invoer).status_code == 302
    assert aannames_op(date(2026, 11, 30)).nazorg_maanden == 6
    assert aannames_op(date(2026, 12, 1)).nazorg_maanden == 3
    rij = Instelling.objects.get()
    assert (rij.waarde, rij.gezet_door) == (3, ploeg.fatima.medewerker.pk)


@pytest.mark.parametrize(
    ("naam", "waarde", "bewaard"),
    [
        ("aankondiging_delen", "False", False),
        ("pbw_18b_vanaf", "2021-08-01", "2021-08-01"),
        ("bij_nieuwe_zedenartikelen", "Sr 243, Sr 245", ["Sr 243", "Sr 245"]),
        ("om_organisatie", "OM-MN", "OM-MN"),
    ],
)
def test_elke_soort_waarde_heeft_een_eigen_veld(
    client: Client, ploeg: Ploeg, naam: str, waarde: str, bewaard: Any
) -> None:
    meld_aan(client, ploeg.fatima)
    pagina(client, "instelling", naam)
    invoer = {"waarde": waarde, "vanaf": BEGIN.isoformat(), "reden": "proef"}
    assert client.post(reverse("delen:instelling", args=[naam]), invoer).status_code == 302
    assert Instelling.objects.get().waarde == bewaard


def test_een_onmogelijke_waarde_wordt_geweigerd(client: Client, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.fatima)
    adres = reverse("delen:instelling", args=["nazorg_maanden"])
    invoer = {"waarde": "-1", "vanaf": "2026-12-01", "reden": "x"}
    assert client.post(adres, invoer).status_code == 400
    assert not Instelling.objects.exists()


def test_een_ander_loket_vindt_de_instellingen_niet(client: Client, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.anna)
    assert client.get(reverse("delen:instellingen")).status_code == 404
    meld_aan(client, ploeg.fatima)
    assert client.get(reverse("delen:instelling", args=["bestaat-niet"])).status_code == 404


def test_het_paneel_op_de_dossierpagina_zegt_waarom_en_wie(ploeg: Ploeg, dossier: UUID) -> None:
    from django.template.loader import render_to_string

    from richting.delen import panelen
    from richting.dossiers.models import Dossier
    from richting.kern.lezen import Lezing

    for lid, verwacht in ((ploeg.anna, True), (ploeg.eva, False)):
        wie = lid.wie()
        with als(wie):
            rij = Dossier(pk=dossier, nummer="R-1")
            inhoud = panelen.delen(Lezing(wie, "dossierpagina"), rij)
        assert (inhoud is not None) is verwacht
        if inhoud:
            tekst = render_to_string("delen/paneel.html", inhoud)
            assert "Waarom zie ik dit?" in tekst
            assert ploeg.bram.loket.naam in tekst


def test_het_menu_toont_alleen_wat_men_mag(client: Client, ploeg: Ploeg, chef: Lid) -> None:
    gezien = {}
    for naam, lid in (("anna", ploeg.anna), ("chef", chef), ("fatima", ploeg.fatima)):
        meld_aan(client, lid)
        tekst = client.get(reverse("partijen:mijn_account")).content.decode()
        gezien[naam] = ("/afgeschermd/" in tekst, "/instellingen/" in tekst)
    assert gezien == {"anna": (False, False), "chef": (True, False), "fatima": (False, True)}


def test_wie_vaker_keek_op_een_dag_staat_er_een_keer(
    client: Client, ploeg: Ploeg, chef: Lid, dossier: UUID
) -> None:
    meld_aan(client, ploeg.anna)
    for _keer in range(3):
        pagina(client, "dossier", dossier)
    meld_aan(client, chef)
    tekst = pagina(client, "afscherming", dossier)
    assert tekst.count("keek wie het dossier mag zien") == 1
    assert "(3 keer die dag)" in tekst
    assert "delenpagina" not in tekst
