"""The regie of the invented nation: handovers, names, somebody away; a second time nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection

from richting.demo.acties.regie import speel_regie
from richting.demo.laden import laad
from richting.demo.ploeg import maak_ploeg, wijs_namen_aan
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.partijen.acties.referentie import laad_referentie
from richting.regie.models import Overdracht, Toewijzing, Vervanging, Werkregel
from tests.berichten.bouwers import programma
from tests.demo.test_plannen import OMVANG, VANDAAG


@pytest.fixture
def telling(db: None) -> Counter[str]:
    """A small nation with its accounts, and what they do with the regie.

    What the database checks at the end of a transaction is checked on the day itself.
    """
    nu = klok.nu()
    laad_referentie(nu)
    maak_ploeg(nu)
    laad(OMVANG, 1, VANDAAG)
    wijs_namen_aan(nu)
    geteld = speel_regie(VANDAAG)
    with verwerking(programma()), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return geteld


def test_de_natie_heeft_overdrachten_namen_en_een_vervanger(telling: Counter[str]) -> None:
    assert telling["overgenomen"] >= 1
    assert telling["afwezig"] == 1
    with verwerking(programma()):
        assert {"aangeboden", "aanvaard"} <= set(Overdracht.objects.values_list("staat", flat=True))
        assert Vervanging.objects.get().vervanger is not None
        op_naam = set(Toewijzing.objects.filter(tot=None).values_list("dossier", "medewerker"))
        regels = Werkregel.objects.filter(medewerker__isnull=False)
        assert set(regels.values_list("dossier", "medewerker")) == op_naam
        assert len(op_naam) == telling["toegewezen"] > 0
    assert speel_regie(VANDAAG) == Counter()
