"""Who loses sight of a dossier hears only that; who never saw it hears nothing."""

from __future__ import annotations

import pytest

from richting.meldingen.models import Melding
from tests.berichten.bouwers import INRICHTING, begin, correctie, maak_partijen, stuur, tel

pytestmark = pytest.mark.django_db

VERHUISD = {
    "berichtId": "V1-verhuisd",
    "soort": "overplaatsing",
    "bronTijd": "2026-11-20T10:00:00+01:00",
    "verblijf": "V1",
    "datum": "2026-11-20",
    "plaats": {"soort": "pi", "inrichting": "PI-ZWOLLE"},
}


def gehoord(organisatie: str, soort: str) -> int:
    """How often a desk was told this."""
    return tel(Melding, loket__organisatie__code=organisatie, soort=soort)


@pytest.mark.clausule("5.4", "6.4")
def test_de_vorige_inrichting_hoort_alleen_dat_het_dossier_niet_meer_van_haar_is():
    maak_partijen()
    stuur(begin(), VERHUISD)
    assert gehoord(INRICHTING, "niet_meer_van_u") == 1
    assert gehoord(INRICHTING, "overgeplaatst") == 0
    assert gehoord("PI-ZWOLLE", "overgeplaatst") == 1
    assert gehoord("PI-ZWOLLE", "niet_meer_van_u") == 0


@pytest.mark.clausule("6.4")
def test_wie_het_nooit_zag_hoort_niet_dat_het_er_was():
    """A probation service that would see it from next year on, and then not at all."""
    maak_partijen()
    later = begin(reclassering="RN", begin="2027-02-01")
    stuur(later, correctie("V1-begin", {"reclassering": None}))
    assert gehoord("RN", "niet_meer_van_u") == 0
