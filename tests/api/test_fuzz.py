"""The API fuzzed from its own description: no 5xx, and every answer as described."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from richting.config.wsgi import application
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, stuur
from tests.partijen.bouwers import GEMEENTE, maak_ploeg

VOORBEELDEN = 40
KEUZES = {
    "generation": {"deterministic": True, "max-examples": VOORBEELDEN, "database": "none"},
    "phases": {"coverage": {"enabled": True}},
}


@pytest.fixture
def beschrijving(db: None) -> Any:
    """The published description, asked from the program itself."""
    keuzes = schemathesis.Config.from_dict(KEUZES)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=keuzes)


@pytest.fixture
def machine(db: None) -> Machine:
    """A desk with a dossier, a mailbox and every right."""
    maak_partijen()
    stuur(begin(gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}]), einde_gewijzigd())
    return maak_machine(maak_ploeg().anna.loket)


api = schemathesis.pytest.from_fixture("beschrijving")


@api.parametrize()
@settings(
    max_examples=VOORBEELDEN,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_wat_men_ook_vraagt_het_antwoord_is_zoals_beschreven(
    case: schemathesis.Case, machine: Machine
) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {machine.sleutel}"})
