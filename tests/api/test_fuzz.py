"""The API fuzzed from its own description: no 5xx, and every answer as described."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from richting.config.wsgi import application
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import begin, dossier, einde_gewijzigd, maak_partijen, stuur
from tests.partijen.bouwers import GEMEENTE, maak_ploeg

VOORBEELDEN = 25
VAN_HET_PLAN = 5
"""Fewer for the plan: it has many more doors."""
# A message can fit the schema and yet be refused: the eleven test, the order of dates.
KEUZES = {
    "generation": {
        "deterministic": True,
        "max-examples": VOORBEELDEN,
        "database": "none",
        "allow-extra-parameters": False,
    },
    "phases": {"coverage": {"enabled": True}},
    "checks": {"positive_data_acceptance": {"enabled": False}},
}
BESCHRIJVING = schemathesis.openapi.from_wsgi(
    "/api/v1/openapi.json", application, config=schemathesis.Config.from_dict(KEUZES)
)


@pytest.fixture
def een_transactie(db: None) -> Iterator[None]:
    """All requests share the test's transaction, as Django's own test client does."""
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    yield
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


@pytest.fixture
def machine(een_transactie: None) -> Machine:
    """A desk with a dossier, a mailbox and every right."""
    maak_partijen()
    stuur(begin(gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}]), einde_gewijzigd())
    return maak_machine(maak_ploeg().anna.loket)


@BESCHRIJVING.exclude(tag="plannen").parametrize()
@settings(
    max_examples=VOORBEELDEN,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_wat_men_ook_vraagt_het_antwoord_is_zoals_beschreven(
    case: schemathesis.Case, machine: Machine
) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {machine.sleutel}"})


@BESCHRIJVING.include(tag="plannen").parametrize()
@settings(
    max_examples=VAN_HET_PLAN,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_ook_over_een_plan_dat_er_is(case: schemathesis.Case, machine: Machine) -> None:
    gevonden = dossier()
    assert gevonden is not None
    if _is_nummer((case.path_parameters or {}).get("dossier")):
        case.path_parameters["dossier"] = str(gevonden.pk)
    case.call_and_validate(headers={"Authorization": f"Bearer {machine.sleutel}"})


def _is_nummer(waarde: object) -> bool:
    try:
        return bool(UUID(str(waarde)))
    except ValueError:
        return False
