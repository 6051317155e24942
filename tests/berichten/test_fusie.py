"""A message may name a municipality that merged: the dossier stands on its successor's desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from richting.delen.acties import herbouw_alles
from richting.kern import klok
from richting.partijen import loketboek
from richting.partijen.acties import laad_referentie
from richting.partijen.referentie import lees
from tests.berichten.bouwers import begin, dossier, maak_partijen, programma, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, GEMEENTE, Ploeg, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.1")]
ELDERS = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def ga_op(op: date) -> None:
    """The municipality of Eva becomes part of that of Anna on this day."""
    naslag = lees()
    partijen = tuple(
        replace(regel, geldig_tot=op, opvolger=GEMEENTE) if regel.code == ANDERE_GEMEENTE else regel
        for regel in naslag.partijen
    )
    laad_referentie(klok.nu(), replace(naslag, partijen=partijen))
    loketboek.gewijzigd()


def ziet(client: Any, lid: Any) -> bool:
    rij = dossier("V1")
    assert rij is not None
    meld_aan(client, lid)
    return bool(client.get(f"/dossiers/{rij.pk}/").status_code == 200)


def test_een_bericht_met_de_oude_gemeente_komt_bij_de_opvolger(client: Any, ploeg: Ploeg) -> None:
    ga_op(klok.vandaag() - timedelta(days=1))
    stuur(begin("V1", gemeenten=ELDERS))
    assert ziet(client, ploeg.anna)
    assert not ziet(client, ploeg.eva)


def test_een_gemeente_die_een_ander_proces_zojuist_toevoegde_krijgt_meteen_haar_dossier(
    ploeg: Ploeg, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud = loketboek.boek()
    zonder_eva = replace(
        oud,
        loketten={k: v for k, v in oud.loketten.items() if k[1] != ANDERE_GEMEENTE},
        soorten={k: v for k, v in oud.soorten.items() if k != ANDERE_GEMEENTE},
    )
    monkeypatch.setattr(loketboek, "_boek", zonder_eva)
    monkeypatch.setattr(loketboek.connection, "run_on_commit", [])
    assert loketboek.boek() is zonder_eva
    stuur(begin("V1", gemeenten=ELDERS))
    assert ziet(Client(), ploeg.eva)


def test_tot_de_dag_van_de_fusie_blijft_het_dossier_waar_het_is(client: Any, ploeg: Ploeg) -> None:
    ga_op(klok.vandaag() + timedelta(days=30))
    stuur(begin("V1", gemeenten=ELDERS))
    assert ziet(client, ploeg.eva)
    assert not ziet(client, ploeg.anna)


def test_na_de_fusie_gaan_bestaande_dossiers_mee_met_het_herstel_van_de_gronden(
    client: Any, ploeg: Ploeg
) -> None:
    stuur(begin("V1", gemeenten=ELDERS))
    assert ziet(client, ploeg.eva)
    ga_op(klok.vandaag())
    rij = dossier("V1")
    assert rij is not None
    assert list(herbouw_alles(programma(), [rij.pk])) == [[rij.pk]]
    assert ziet(client, ploeg.anna)
    assert not ziet(client, ploeg.eva)
