"""The calendar file, read back by a calendar library: complete, stable, and about nobody."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from richting.kern import klok
from richting.overleg.acties.beleggen import gelast_af, verzet
from richting.overleg.models import Overleg
from tests.overleg.bouwers import LANG, als, belegd
from tests.partijen.bouwers import Lid, Ploeg, meld_aan

pytestmark = [pytest.mark.clausule("6.4", "8.1")]


def bestand(client: Client, lid: Lid, overleg: Overleg) -> bytes:
    meld_aan(client, lid)
    antwoord = client.get(reverse("overleg:kalender", args=[overleg.pk]))
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"].startswith("text/calendar")
    return antwoord.content


def test_de_kalender_kent_soort_plaats_tijd_en_adres(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    kalender = Calendar.from_ical(bestand(client, ploeg.anna, overleg))
    (punt,) = kalender.walk("VEVENT")
    assert punt["UID"] == f"{overleg.pk}@richting"
    assert punt["SUMMARY"] == "Multidisciplinair overleg (MDO)"
    assert punt["LOCATION"] == "Zaal 3"
    assert punt["STATUS"] == "CONFIRMED"
    assert punt["SEQUENCE"] == 0
    assert punt.decoded("DTSTART") == overleg.begin.replace(microsecond=0)
    assert punt.decoded("DTEND") == overleg.eind.replace(microsecond=0)
    assert str(punt["URL"]).endswith(f"/overleg/{overleg.pk}/")


def test_wie_het_verzet_en_afgelast_houdt_dezelfde_afspraak(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    morgen = klok.nu() + timedelta(days=1)
    verzet(ploeg.bram.wie(), overleg.pk, 1, morgen, morgen + LANG, "Zaal 4")
    (punt,) = Calendar.from_ical(bestand(client, ploeg.anna, overleg)).walk("VEVENT")
    assert (punt["SEQUENCE"], punt["LOCATION"]) == (1, "Zaal 4")
    gelast_af(ploeg.bram.wie(), overleg.pk, 2, "Ziekte")
    kalender = Calendar.from_ical(bestand(client, ploeg.anna, overleg))
    (punt,) = kalender.walk("VEVENT")
    assert kalender["METHOD"] == "CANCEL"
    assert (punt["UID"], punt["SEQUENCE"]) == (f"{overleg.pk}@richting", 2)
    assert punt["STATUS"] == "CANCELLED"


def test_er_staat_niets_van_iemand_in(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    """Nobody in detention, no desk, no colleague, no dossier number."""
    from richting.dossiers.models import Dossier

    overleg = belegd(ploeg.bram, [ploeg.anna, ploeg.cato], [zaak])
    rij = als(ploeg.bram, lambda: Dossier.objects.select_related("persoon").get(pk=zaak))
    inhoud = bestand(client, ploeg.bram, overleg).decode().replace("\r\n ", "")
    verboden = {rij.nummer, str(zaak), rij.persoon.geslachtsnaam, rij.persoon.bsn}
    verboden |= {lid.medewerker.naam for lid in ploeg.allen()}
    verboden |= {lid.loket.naam for lid in ploeg.allen()}
    assert None not in verboden
    assert [woord for woord in verboden if str(woord) in inhoud] == []


def test_wie_er_niet_bij_hoort_krijgt_geen_bestand(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    for lid in (ploeg.eva, ploeg.dirk, ploeg.cato):
        meld_aan(client, lid)
        assert client.get(reverse("overleg:kalender", args=[overleg.pk])).status_code == 404
