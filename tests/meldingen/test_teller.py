"""The number beside "Postbus": what the second lock shows of it, no more and no less."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.meldingen.paginas import POSTBUS
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.4")]
GROND = "UPDATE delen_grond SET vervallen_op = now() WHERE dossier_id = %s AND loket_id = %s"
UITSLUITEN = """
INSERT INTO delen_afscherming (dossier_id, soort, medewerker_id, reden, gezet_op)
VALUES (%s, 'niet', %s, 'Buren', now())
"""
ZONDER_GROND = """
UPDATE meldingen_melding SET zonder_grond = true WHERE dossier_id = %s AND loket_id = %s
"""


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(), begin("V2", persoon={"geslachtsnaam": "Ander"}))
    return ploeg


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def achterom(vraag: str, *waarden: object) -> None:
    with verwerking(systeem_zelf("test", klok.nu())), connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        assert cursor.rowcount > 0


def tellingen(lid: Lid) -> tuple[int, int]:
    """The number beside the mailbox, and the lines that row security shows."""
    wie = lid.wie()
    with lezing(wie, "test") as lees:
        lees.niets_gezien()
        los = Melding.objects.filter(loket=lid.loket.pk, gelezen_op=None).count()
    return wie.geteld[POSTBUS], los


def gelijk(ploeg: Ploeg) -> int:
    """Everybody's number is right; that of Anna."""
    for lid in ploeg.allen():
        geteld, gezien = tellingen(lid)
        assert geteld == gezien, lid
    return tellingen(ploeg.anna)[0]


def test_het_getal_volgt_grond_en_afscherming(ploeg: Ploeg, zaak: UUID) -> None:
    begin_ = gelijk(ploeg)
    assert begin_ >= 2
    achterom(GROND, zaak, ploeg.anna.loket.pk)
    minder = gelijk(ploeg)
    assert 0 < minder < begin_
    achterom(ZONDER_GROND, zaak, ploeg.anna.loket.pk)
    assert gelijk(ploeg) == begin_
    achterom(UITSLUITEN, zaak, ploeg.anna.medewerker.pk)
    assert gelijk(ploeg) == minder


def test_het_getal_op_de_bladzijde_is_dat_van_nu(ploeg: Ploeg) -> None:
    client = Client()
    meld_aan(client, ploeg.anna)
    aantal = gelijk(ploeg)
    badge = f'<span class="utrecht-number-badge">{aantal}</span>'
    assert badge in client.get("/").content.decode()
    assert badge in client.get("/mijn-account/").content.decode()
    gelezen = client.get("/postbus/").content.decode()
    assert "utrecht-number-badge" not in gelezen.partition("Mijn account")[0]


def test_tellen_kost_een_vraag_en_staat_niet_apart_in_het_leeslog(ploeg: Ploeg) -> None:
    wie = ploeg.anna.wie()
    with lezing(wie, "test") as lees:
        lees.niets_gezien()
    assert wie.geteld == {"postbus": gelijk(ploeg)}
    with verwerking(wie):
        assert wie.geteld == {}
