"""Every `curl` for the mayor's office in docs/api.md does what the page says."""

from __future__ import annotations

import pytest

from richting.akkoord.bijberichten import Bijstaat, staat
from tests.api.bouwers import maak_machine
from tests.api.test_plannen_handleiding import Verteller, curls
from tests.meldingen.bouwers_bij import bericht, zware_zaak
from tests.partijen.bouwers import Ploeg


@pytest.mark.clausule("6.5")
def test_het_voorbeeld_voor_de_burgemeester_werkt(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    machine = maak_machine(ploeg.dirk.loket, "bij:lezen", "bij:schrijven")
    plaats = {"DOSSIER": str(zaak), "ID": str(bericht(zaak).pk)}
    verteller = Verteller({"SLEUTEL_BIJ": machine}, plaats)
    alle = curls("## The mayor's office", "## What you see and what you don't")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 5
    assert staat(bericht(zaak).stappen) is Bijstaat.AFGEHANDELD
