"""Who read a BIJ message stands in the read log, with the article on which they could."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.berichten.bouwers import maak_partijen
from tests.meldingen.bouwers_bij import bericht, zware_zaak
from tests.partijen.bouwers import maak_ploeg, meld_aan


@pytest.mark.clausule("6.5")
def test_het_leeslog_zegt_wie_wat_las(eigenaar: Any, echte_database: None) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    zaak = zware_zaak()
    client = Client()
    meld_aan(client, ploeg.dirk)
    client.get(reverse("meldingen:bij_bericht", args=[zaak, bericht(zaak).pk]))
    (rij,) = eigenaar.execute(
        "SELECT dossier_id, medewerker, categorieen, grondslagen FROM delen_inzage"
        " WHERE handeling = 'bij bericht'"
    ).fetchall()
    assert rij == (zaak, ploeg.dirk.medewerker.pk, ["bij", "verblijf"], ["bjsg_11a"])
