"""Two at once tell a mayor one time, and two colleagues do not undo each other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connections

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.meldingen.acties import bij as acties
from richting.meldingen.acties.bijronde import werk_bij
from richting.partijen.fouten import KanNiet
from tests.berichten.bouwers import maak_partijen
from tests.meldingen.bouwers_bij import JULI, bericht, berichten, post, versies, zware_zaak
from tests.partijen.bouwers import maak_ploeg

pytestmark = pytest.mark.clausule("6.5")


def samen(*daden: Callable[[], object]) -> list[BaseException | None]:
    """Do these at once, each over its own connection; what became of each."""
    start = threading.Barrier(len(daden))
    uitkomst: list[BaseException | None] = [None] * len(daden)

    def doe(plek: int, daad: Callable[[], object]) -> None:
        try:
            start.wait()
            daad()
        except BaseException as fout:
            uitkomst[plek] = fout
        finally:
            connections.close_all()

    draden = [threading.Thread(target=doe, args=paar) for paar in enumerate(daden)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitkomst


def test_twee_nachten_tegelijk_vertellen_het_een_keer(echte_database: None) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    zaken = [
        zware_zaak(f"Z{nr}", verwachtEinde=JULI, persoon={"geslachtsnaam": f"Naam{nr}"})
        for nr in range(4)
    ]
    with klok.op(date(2027, 4, 1)):
        wie = systeem_zelf("test", klok.nu())
    assert samen(lambda: werk_bij(wie), lambda: werk_bij(wie)) == [None, None]
    for zaak in zaken:
        assert len(berichten(zaak)) == len(versies(zaak)) == 1
        assert post(zaak, ploeg.dirk.loket.pk) == ["bij_verstrekt"]


def test_twee_collegas_bevestigen_tegelijk_een_keer(echte_database: None) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    zaak = zware_zaak()
    rij, wie = bericht(zaak), ploeg.dirk.wie()
    uitkomst = samen(
        lambda: acties.bevestig_ontvangst(wie, zaak, rij.pk, rij.stand),
        lambda: acties.bevestig_ontvangst(wie, zaak, rij.pk, rij.stand),
    )
    assert sorted(type(fout) for fout in uitkomst if fout) == [KanNiet]
    assert bericht(zaak).stand == 2
