"""One regular stay with the cast around it: every test of the plan starts here."""

from __future__ import annotations

from uuid import UUID

import pytest

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
