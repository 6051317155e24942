"""Grounds follow facts: kept in time, never deleted, and equal to what the facts give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.delen.acties import herbereken
from richting.delen.gronden import van_feiten, van_rij
from richting.delen.models import Grond
from richting.kern import instellingen, klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.gebeurtenissen import Gebeurtenis
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.partijen import loketboek
from tests.akkoord.bouwers import ARNHEM, UTRECHT, VANDAAG, ingezetene, verblijf, vestiging
from tests.akkoord.strategieen import feiten
from tests.delen.bouwers import maak_dossier, maak_loketten, weg_ermee, wijzig

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.1", "6.2", "6.3", "6.4")]


def programma(dagen: int = 0) -> Wie:
    return systeem_zelf("test", klok.nu() + timedelta(days=dagen))


def staat(dossier: Any) -> set[Any]:
    rijen = Grond.objects.filter(dossier=dossier, vervallen_op=None)
    inhoud = [van_rij(rij) for rij in rijen]
    assert len(inhoud) == len(set(inhoud))
    return set(inhoud)


@settings(max_examples=20)
@given(st.lists(feiten(), min_size=1, max_size=4))
def test_na_elke_wijziging_staat_er_precies_wat_de_feiten_geven(reeks: list[Feiten]) -> None:
    with transaction.atomic():
        maak_loketten()
        dossier = maak_dossier(reeks[0])
        for nummer, stand in enumerate(reeks):
            with verwerking(programma(nummer)) as werk:
                wijzig(werk, dossier, stand)
                assert staat(dossier) == van_feiten(stand, AANNAMES, VANDAAG)
        weg_ermee()


def test_een_gelijke_stand_schrijft_niets(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_loketten()
    dossier = maak_dossier(verblijf())
    boek = loketboek.boek()
    monkeypatch.setattr(loketboek, "boek", lambda: boek)
    with verwerking(programma()) as werk:
        voor = Journaal.objects.filter(dossier_id=dossier).count()
        with django_assert_num_queries(2) as vragen:
            wijzig(werk, dossier, verblijf())
        assert "delen_grond" in vragen.captured_queries[0]["sql"]
        assert "delen_regioafspraak" in vragen.captured_queries[1]["sql"]
    with verwerking(programma()):
        assert Journaal.objects.filter(dossier_id=dossier).count() == voor


def test_een_grond_die_verdwijnt_vervalt_en_blijft_bewaard() -> None:
    maak_loketten()
    twee = verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM)))
    dossier = maak_dossier(twee)
    later = programma(3)
    with verwerking(later) as werk:
        wijzig(werk, dossier, verblijf())
        oud = Grond.objects.filter(dossier=dossier, loket__organisatie__code=ARNHEM)
        assert oud.exists()
        assert {rij.vervallen_op for rij in oud} == {later.nu}
        assert not Grond.objects.filter(
            dossier=dossier, loket__organisatie__code=UTRECHT, vervallen_op=later.nu
        ).exists()


def test_een_ingetrokken_verblijf_houdt_geen_grond_over() -> None:
    maak_loketten()
    dossier = maak_dossier(verblijf())
    with verwerking(programma()) as werk:
        wijzig(werk, dossier, replace(verblijf(), ingetrokken=True))
        assert staat(dossier) == set()


def test_het_journaal_vertelt_welke_gronden_kwamen_en_gingen() -> None:
    maak_loketten()
    risico = verblijf(risico_18b_vanaf=date(2026, 8, 1))
    dossier = maak_dossier(risico)
    with verwerking(programma()) as werk:
        wijzig(werk, dossier, verblijf())
    with verwerking(programma()):
        regels = Journaal.objects.filter(dossier_id=dossier, soort__startswith="grond_")
        soorten = [(regel.soort, regel.categorie) for regel in regels.order_by("volgnummer")]
        assert soorten == [
            ("grond_ontstaan", "risico"),
            ("grond_ontstaan", "verblijf"),
            ("grond_vervallen", "risico"),
        ]
        verblijfregel = regels.get(soort="grond_ontstaan", categorie="verblijf")
        assert "pbw_18b" not in {g["grondslag"] for g in verblijfregel.na["gronden"]}


def test_een_andere_aanname_verandert_de_gronden() -> None:
    maak_loketten()
    wie = replace(programma(), medewerker=None)
    instellingen.zet(wie, "nazorg_maanden", 1, VANDAAG, "proef")
    dossier = maak_dossier(verblijf(einde=date(2026, 10, 1)))
    with verwerking(wie):
        einden = {grond.geldig_tot for grond in staat(dossier) if grond.grondslag == "pbw_18a"}
    assert date(2026, 11, 1) in einden


def test_wat_deze_kamer_zelf_noteert_rekent_niet_opnieuw() -> None:
    maak_loketten()
    dossier = maak_dossier(verblijf())
    eigen = [Gebeurtenis("grond_ontstaan", dossier, "verblijf", {}, {})]
    with verwerking(programma()) as werk:
        herbereken(werk, {dossier: eigen})
        assert ("feiten", dossier) not in werk.geheugen
