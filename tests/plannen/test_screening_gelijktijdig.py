"""Two people who send their first answer at the same moment end up in one draft."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from richting.akkoord.plan.woorden import Leefgebied
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.plannen.acties.screening import Bewaard
from richting.plannen.models import Afname
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Lid, maak_ploeg
from tests.plannen.bouwers_screening import concept

G = Leefgebied


@pytest.mark.clausule("7.1")
def test_twee_eerste_antwoorden_tegelijk(echte_database: None) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin("SAMEN", reclassering="RN"))
    zaak = dossier("SAMEN")
    assert zaak is not None
    poort = Barrier(3)

    def vul_in(wie: Lid, waarden: dict[str, Any]) -> Bewaard:
        poort.wait()
        try:
            return concept(wie, zaak.pk, G.IDENTITEIT, **waarden)
        finally:
            connection.close()

    werk = [
        (ploeg.bram, {"id_document": "paspoort"}),
        (ploeg.anna, {"digid": True}),
        (ploeg.cato, {"id_document": "geen", "id_waar": "kwijt"}),
    ]
    with ThreadPoolExecutor(3) as ploegje:
        uitslag = list(ploegje.map(lambda deel: vul_in(*deel), werk))
    with verwerking(systeem_zelf("test", klok.nu())):
        (rij,) = Afname.objects.all()
    assert set(rij.antwoorden) == {"id_document", "digid", "id_waar"}
    verloren = [v.uw.waarde for bewaard in uitslag for v in bewaard.verschillen]
    gewonnen = rij.antwoorden["id_document"]["waarde"]
    assert {gewonnen, *verloren} == {"paspoort", "geen"}
