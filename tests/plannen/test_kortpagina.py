"""The short stay on one screen: the list of the day itself, and who calls whom."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.woorden import Actiestaat
from richting.plannen.acties.actievoorstel import Keuze, regel_kort
from tests.partijen.bouwers import Ploeg
from tests.plannen.bouwers_actie import alle, kort_verblijf, lees, stuur_in

VANDAAG = date(2026, 11, 23)
S = Actiestaat


@pytest.mark.clausule("3.3", "5.1")
def test_de_lijst_van_de_dag_zelf_gaat_in_een_keer_het_plan_in(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = kort_verblijf()
    pagina = lees(client, ploeg.bram, "kort", zaak)
    for vraag in (
        "Waar slaapt deze persoon de eerste nacht?",
        "Waar leeft deze persoon de eerste dagen van?",
        "Wie zorgt er voor de huisdieren?",
        "Wie belt wie",
    ):
        assert vraag in pagina
    assert ploeg.anna.loket.naam in pagina
    antwoord = stuur_in(
        client,
        ploeg.bram,
        "kort",
        zaak,
        **{
            "kort-slapen": ploeg.anna.loket.pk,
            "kort-medicijnen": ploeg.bram.loket.pk,
            "kort-dieren": "geregeld",
            "kort-geld": "",
        },
    )
    assert antwoord.url == reverse("plannen:kort", args=[zaak])
    slapen, medicijnen, dieren = alle(ploeg.bram, zaak)
    assert (slapen.staat, slapen.uiterlijk) == (S.GEVRAAGD, date(2026, 11, 26))
    assert slapen.antwoord_uiterlijk == date(2026, 11, 26)
    assert (medicijnen.staat, medicijnen.verantwoordelijk) == (S.AFGESPROKEN, ploeg.bram.loket)
    assert (dieren.staat, dieren.klaar_op) == (S.GEDAAN, VANDAAG)
    na = lees(client, ploeg.bram, "kort", zaak)
    assert "Staat in het plan" in na
    assert "Gevraagd, nog geen antwoord" in na
    bellen = na[na.index("Wie belt wie") :]
    assert "Waar slaapt deze persoon de eerste nacht?" in bellen
    assert "Gaan de medicijnen" not in bellen
    assert 'name="kort-slapen"' not in na
    assert 'name="kort-geld"' in na


def test_niets_kiezen_op_de_lijst_maakt_niets(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    antwoord = stuur_in(client, ploeg.bram, "kort", zaak)
    assert "Kies bij een of meer punten wie het doet." in antwoord.content.decode()
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.clausule("3.3")
def test_zonder_bekend_einde_rekent_de_lijst_met_vandaag(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf(verwachtEinde={"zekerheid": "onbekend"})
    assert "Deze lijst rekent met vandaag." in lees(client, ploeg.bram, "kort", zaak)
    (actie,) = regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-slapen")])
    assert actie.uiterlijk == VANDAAG


@pytest.mark.clausule("5.4")
def test_de_telefoon_van_het_andere_loket_staat_erbij(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    ploeg.anna.loket.telefoon = "030 000 00 00"
    ploeg.anna.loket.save()
    pagina = lees(client, ploeg.bram, "kort", zaak)
    assert "tel:030 000 00 00" in pagina
