"""The read logs as the owner finds them, with real commits."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from richting.kern.lezen import lezing
from tests.akkoord.bouwers import UTRECHT, VANDAAG, verblijf
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.delen.bouwers import lezer, maak_dossier, maak_loketten
from tests.partijen.bouwers import maak_ploeg, meld_aan


def test_niets_gezien_staat_er_ook(eigenaar: Any, echte_database: None) -> None:
    loketten = maak_loketten()
    wie = lezer(loketten["nazorg", UTRECHT], VANDAAG)
    with lezing(wie, "zoeken") as lees:
        lees.niets_gezien(gevonden=0)
    (rij,) = eigenaar.execute(
        "SELECT dossier_id, handeling, resultaat, extra FROM delen_inzage"
    ).fetchall()
    assert rij == (None, "zoeken", "niets", {"gevonden": 0})
    assert eigenaar.execute("SELECT count(*) FROM delen_verwerking").fetchone() == (0,)


def test_wie_iets_zag_staat_er_met_grond_en_de_betrokkene_zonder_lezer(
    eigenaar: Any, echte_database: None
) -> None:
    loketten = maak_loketten()
    dossiers = [maak_dossier(verblijf(), nummer=f"R-{nr}") for nr in range(3)]
    wie = lezer(loketten["nazorg", UTRECHT], VANDAAG)
    with lezing(wie, "werklijst") as lees:
        lees.gezien(dossiers, {"verblijf"})
    inzage = eigenaar.execute("SELECT dossier_id, loket, grondslagen FROM delen_inzage").fetchall()
    assert {(d, lok) for d, lok, _g in inzage} == {(d, wie.loket) for d in dossiers}
    assert all(gronden == ["pbw_18a", "wjsg_51c_2"] for _d, _l, gronden in inzage)
    verwerking = eigenaar.execute(
        "SELECT dossier_id, activiteit, organisatie, regime FROM delen_verwerking"
    )
    assert set(verwerking) == {(d, "werklijst", UTRECHT, "avg") for d in dossiers}


@pytest.mark.clausule("6.7")
def test_elke_verwerking_noemt_het_regime_waaronder_het_loket_werkt(
    eigenaar: Any, echte_database: None
) -> None:
    loketten = maak_loketten()
    dossier_ = maak_dossier(verblijf())
    eigenaar.execute("TRUNCATE delen_inzage, delen_verwerking")
    for soort, code in (("nazorg", UTRECHT), ("casemanagement", "PI-NIEUWEGEIN")):
        with lezing(lezer(loketten[soort, code], VANDAAG), "werklijst") as lees:
            lees.gezien([dossier_], {"verblijf"})
    regimes = eigenaar.execute("SELECT regime FROM delen_verwerking ORDER BY id").fetchall()
    assert regimes == [("avg",), ("richtlijn",)]


@pytest.mark.clausule("6.7")
def test_zoeken_gaat_met_post_en_staat_vast_met_wat_het_vond(
    eigenaar: Any, echte_database: None
) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(), begin("V2", persoon={"geslachtsnaam": "Ander"}))
    eigenaar.execute("TRUNCATE delen_inzage, delen_verwerking")
    gezocht_is = dossier()
    assert gezocht_is is not None
    anna, eva = Client(), Client()
    meld_aan(anna, ploeg.anna)
    meld_aan(eva, ploeg.eva)
    assert "Verzonnen" in anna.post("/zoeken/", {"zoekterm": "999990019"}).content.decode()
    eva.post("/zoeken/", {"zoekterm": "999990019"})
    assert "Verzonnen" not in anna.get("/zoeken/?zoekterm=999990019").content.decode()
    gezocht = eigenaar.execute(
        "SELECT loket, medewerker, dossier_id, resultaat FROM delen_inzage"
        " WHERE handeling = 'zoeken' ORDER BY id"
    ).fetchall()
    assert gezocht == [
        (ploeg.anna.loket.pk, ploeg.anna.medewerker.pk, gezocht_is.pk, "getoond"),
        (ploeg.eva.loket.pk, ploeg.eva.medewerker.pk, None, "niets"),
    ]
    alles = eigenaar.execute("SELECT string_agg(i::text, '') FROM delen_inzage i").fetchone()
    assert alles is not None
    assert "999990019" not in alles[0]
