"""The rows of a plan in two statements are the rows of its tables, to every reader."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.kern.context import systeem_zelf
from richting.kern.klok import nu
from richting.kern.lezen import lezing
from richting.kern.rijen import lees
from richting.kern.werk import verwerking
from richting.plannen import models
from richting.plannen.models import Planrij
from richting.plannen.overzichten.rijen import IN_STAND, INHOUD, STAND, planrijen
from richting.plannen.slot import PLANTABELLEN
from tests.delen.bouwers_plan import maak_planrijen
from tests.partijen.bouwers import ANDERE_GEMEENTE, GEMEENTE, Ploeg

APART = {
    "plannen_actiestap",
    "plannen_brongegeven",
    "plannen_plaatsing",
    "plannen_plaatsstap",
    "plannen_planversiedeel",
    "plannen_planwerkregel",
    "plannen_verzoekbericht",
}
"""Tables that grow or that one page shows: read where they are shown."""
GEEN_TABEL = {"partijen_loket", "partijen_medewerker", "categorieen"}


def alle() -> list[type[Planrij]]:
    soorten = [getattr(models, naam) for naam in models.__all__]
    van_plan = set(PLANTABELLEN) - APART
    return [m for m in soorten if m is not Planrij and m._meta.db_table in van_plan]


def waarden(rij: Any) -> dict[str, Any]:
    return {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields}


@pytest.fixture
def vol(zaak: UUID) -> UUID:
    """A row in every table of the plan."""
    with verwerking(systeem_zelf("test", nu())):
        rij = Dossier.objects.get(pk=zaak)
        Gemeenteverzoek.objects.create(
            dossier=rij,
            gemeente=ANDERE_GEMEENTE,
            door=GEMEENTE,
            gevraagd_op=rij.begin,
            antwoord_uiterlijk=rij.begin,
        )
        models.Planwerkregel.objects.filter(dossier=rij).delete()
        maak_planrijen(rij)
    return zaak


def test_elke_tabel_van_het_plan_komt_mee_of_staat_apart(zaak: UUID) -> None:
    with verwerking(systeem_zelf("test", nu())):
        stand, inhoud = (set(lees(functie, zaak)) - GEEN_TABEL for functie in (STAND, INHOUD))
    assert stand == {model._meta.db_table for model in IN_STAND}
    assert not stand & inhoud
    assert stand | inhoud | APART == set(PLANTABELLEN)


@pytest.mark.clausule("6.4")
def test_elke_lezer_krijgt_precies_de_rijen_die_het_slot_toont(ploeg: Ploeg, vol: UUID) -> None:
    for lid in ploeg.allen():
        with lezing(lid.wie(), "test") as gelezen:
            gelezen.niets_gezien()
            plan = planrijen(vol)
            for model in alle():
                los = model._default_manager.filter(dossier=vol).order_by("pk")
                samen = plan.van(model)
                assert list(map(waarden, samen)) == list(map(waarden, los)), model
    with lezing(ploeg.bram.wie(), "test") as gelezen:
        gelezen.niets_gezien()
        assert all(planrijen(vol).van(model) for model in (models.Actie, models.Doel))


def test_loketten_en_mensen_komen_mee(ploeg: Ploeg, vol: UUID) -> None:
    with verwerking(systeem_zelf("test", nu())):
        plan = planrijen(vol)
        acties = plan.van(models.Actie)
        with CaptureQueriesContext(connection) as vragen:
            for actie in acties:
                assert actie.verantwoordelijk.organisatie.naam
    assert acties
    assert not len(vragen)


def test_een_lezing_vraagt_een_plan_twee_keer_en_niet_vaker(ploeg: Ploeg, vol: UUID) -> None:
    with lezing(ploeg.bram.wie(), "test") as gelezen:
        gelezen.niets_gezien()
        with CaptureQueriesContext(connection) as vragen:
            for _keer in range(3):
                for model in alle():
                    planrijen(vol).van(model)
    assert len(vragen) == 2


def test_in_een_werk_wordt_niets_onthouden(ploeg: Ploeg, vol: UUID) -> None:
    with verwerking(systeem_zelf("test", nu())):
        eerst = planrijen(vol).van(models.Doel)
        models.Doel.objects.filter(dossier=vol).update(tekst="Anders")
        assert {doel.tekst for doel in planrijen(vol).van(models.Doel)} == {"Anders"}
    assert {doel.tekst for doel in eerst} != {"Anders"}
