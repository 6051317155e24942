"""The read logs as the owner finds them, with real commits."""

from __future__ import annotations

from typing import Any

from richting.kern.lezen import lezing
from tests.akkoord.bouwers import UTRECHT, VANDAAG, verblijf
from tests.delen.bouwers import lezer, maak_dossier, maak_loketten


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
        "SELECT dossier_id, activiteit, organisatie FROM delen_verwerking"
    )
    assert set(verwerking) == {(d, "werklijst", UTRECHT) for d in dossiers}
