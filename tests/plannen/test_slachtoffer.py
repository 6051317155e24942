"""Victims and the plan: everybody sees that it was answered, few see what, the person never."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.dossiers.models import Dossier
from richting.kern.instellingen import zet
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import slachtoffer as acties
from richting.plannen.models import Slachtofferbelang
from richting.plannen.onderdelen import Blok, blokken
from richting.plannen.overzichten.overzicht import slachtoffer_beantwoord
from richting.plannen.overzichten.slachtoffer import Slachtofferbeeld, slachtofferbeeld
from richting.plannen.woorden import Slachtofferbelangsoort
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, meld_aan

pytestmark = pytest.mark.clausule("1.3")
VERBOD = Slachtofferbelangsoort.GEBIEDSVERBOD


def beeld(lid: Lid, zaak: UUID) -> Slachtofferbeeld:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"slachtoffer"})
        return slachtofferbeeld(zaak)


def bladen(lid: Lid, zaak: UUID, *, voor_persoon: bool = False) -> list[Blok]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return blokken(Dossier.objects.get(pk=zaak), voor_persoon=voor_persoon)


def test_nee_is_ook_een_antwoord(ploeg: Ploeg, zaak: UUID) -> None:
    acties.zeg_geen_belang(ploeg.bram.wie(), zaak)
    assert beeld(ploeg.anna, zaak).toets is not None
    assert beeld(ploeg.anna, zaak).belangen == []


def test_een_verbod_beantwoordt_de_vraag_en_staat_in_het_eigen_compartiment(
    ploeg: Ploeg, zaak: UUID
) -> None:
    acties.voeg_belang_toe(ploeg.cato.wie(), zaak, VERBOD, "Niet in de wijk Oog in Al", None)
    assert beeld(ploeg.bram, zaak).belangen[0].categorie == "slachtoffer"
    regel = next(r for r in journaalregels() if r.soort == "slachtofferbelang")
    assert regel.categorie == "slachtoffer"


def test_wat_al_voorbij_is_raakt_het_plan_niet(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    gisteren = ploeg.bram.wie().vandaag - timedelta(days=1)
    with pytest.raises(KanNiet, match="vandaag of later"):
        acties.voeg_belang_toe(ploeg.bram.wie(), zaak, VERBOD, "Niet in Oog in Al", gisteren)
    meld_aan(client, ploeg.bram)
    post = reverse("plannen:slachtoffer_nieuw", args=[zaak, "belang"])
    waarden = {"soort": "gebiedsverbod", "tekst": "Oog in Al", "geldig_tot": gisteren.isoformat()}
    assert "Deze dag moet vandaag of later zijn." in client.post(post, waarden).content.decode()
    assert beeld(ploeg.anna, zaak).belangen == []
    assert client.post(post, {**waarden, "geldig_tot": "2027-11-23"}).status_code == 302


def test_de_persoon_krijgt_er_niets_van(ploeg: Ploeg, zaak: UUID) -> None:
    acties.voeg_belang_toe(ploeg.cato.wie(), zaak, VERBOD, "Niet in de wijk Oog in Al", None)
    assert "slachtoffer" in {blok.categorie for blok in bladen(ploeg.anna, zaak)}
    voor_persoon = bladen(ploeg.anna, zaak, voor_persoon=True)
    assert "slachtoffer" not in {blok.categorie for blok in voor_persoon}
    assert "Oog in Al" not in str(voor_persoon)


def test_wie_het_niet_mag_zien_ziet_wel_dat_het_beantwoord_is(ploeg: Ploeg, zaak: UUID) -> None:
    zonder_gemeente = ["casemanagement", "forensisch", "reclassering"]
    vandaag = ploeg.fatima.wie().vandaag
    zet(ploeg.fatima.wie(), "slachtoffer_loketten", zonder_gemeente, vandaag, "Proef")
    herbouw(zaak)
    acties.voeg_belang_toe(ploeg.cato.wie(), zaak, VERBOD, "Niet in de wijk Oog in Al", None)
    assert beeld(ploeg.anna, zaak).belangen == []
    with lezing(ploeg.anna.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        assert slachtoffer_beantwoord(zaak)
    with pytest.raises(NietToegestaan):
        acties.zeg_geen_belang(ploeg.anna.wie(), zaak)


def herbouw(zaak: UUID) -> None:
    from richting.delen.acties import herbouw_alles
    from tests.berichten.bouwers import programma

    for _deel in herbouw_alles(programma(), [zaak]):
        pass


def test_geen_kan_niet_zolang_er_iets_staat(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    acties.voeg_belang_toe(wie, zaak, VERBOD, "Niet naar het station", None)
    with pytest.raises(KanNiet):
        acties.zeg_geen_belang(wie, zaak)
    (rij,) = beeld(ploeg.bram, zaak).belangen
    acties.beeindig_belang(wie, zaak, rij.pk, rij.versie)
    assert beeld(ploeg.bram, zaak).belangen == []
    with verwerking(wie):
        assert Slachtofferbelang.objects.filter(dossier=zaak).count() == 1


def test_een_heropende_vraag_moet_opnieuw(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    acties.zeg_geen_belang(wie, zaak)
    acties.heropen(wie, zaak, "Nieuwe informatie")
    assert beeld(ploeg.bram, zaak).toets is None
    acties.zeg_geen_belang(wie, zaak)
    assert beeld(ploeg.bram, zaak).toets is not None


def test_een_heropende_vraag_kan_met_wat_er_al_stond_beantwoord(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.bram.wie()
    with pytest.raises(KanNiet):
        acties.bevestig_belangen(wie, zaak)
    acties.voeg_belang_toe(wie, zaak, VERBOD, "Niet naar het station", None)
    acties.heropen(wie, zaak, "Nieuw bericht")
    meld_aan(client, ploeg.bram)
    pagina = client.get(reverse("plannen:slachtoffer", args=[zaak])).content.decode()
    assert "Nog niet beantwoord" in pagina
    ongewijzigd = reverse("plannen:slachtoffer_nieuw", args=[zaak, "ongewijzigd"])
    assert ongewijzigd in pagina
    assert client.post(ongewijzigd).status_code == 302
    assert beeld(ploeg.bram, zaak).toets is not None
    assert len(beeld(ploeg.bram, zaak).belangen) == 1


def test_de_pagina_vraagt_toont_en_beeindigt(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    meld_aan(client, ploeg.bram)
    pagina = reverse("plannen:slachtoffer", args=[zaak])
    assert "Nog niet beantwoord" in client.get(pagina).content.decode()
    nieuw = reverse("plannen:slachtoffer_nieuw", args=[zaak, "belang"])
    waarden = {"soort": "contactverbod", "tekst": "Geen contact met het gezin", "geldig_tot": ""}
    assert client.post(nieuw, {**waarden, "tekst": ""}).status_code == 200
    assert client.post(nieuw, waarden).status_code == 302
    assert "Geen contact met het gezin" in client.get(pagina).content.decode()
    (rij,) = beeld(ploeg.bram, zaak).belangen
    einde = reverse("plannen:slachtoffer_van_rij", args=[zaak, "einde", rij.pk])
    assert client.post(einde, {"versie": rij.versie}).status_code == 302
    assert client.post(reverse("plannen:slachtoffer_nieuw", args=[zaak, "geen"])).status_code == 302
    heropen = reverse("plannen:slachtoffer_nieuw", args=[zaak, "heropen"])
    assert client.post(heropen, {"reden": "Nieuw"}).status_code == 302
    assert beeld(ploeg.bram, zaak).toets is None


@pytest.mark.clausule("6.4")
def test_voor_wie_geen_grond_heeft_is_de_pagina_er_niet(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        assert client.get(reverse("plannen:slachtoffer", args=[zaak])).status_code == 404
