"""A stay with its cast and the system of the prison, for every test of the plan over the API."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.api.bouwers import Machine, maak_machine
from tests.api.bouwers_plan import LEZEN, SCHRIJVEN
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    """Anna, Bram and the others at their desks."""
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    """A stay in Bram's prison of somebody of Anna's municipality, with Cato's probation."""
    stuur(begin("PLAN", reclassering="RN"))
    gevonden = dossier("PLAN")
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def bram(ploeg: Ploeg) -> Machine:
    """The system of Bram's desk."""
    return maak_machine(ploeg.bram.loket, LEZEN, SCHRIJVEN)
