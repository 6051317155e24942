"""Two people who do the same at the same moment: one is first, the other sees that."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import UUID

from django.db import connections

from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.plannen.acties import inhoud as acties
from richting.plannen.botsing import Botsing
from richting.plannen.models import GeenAntwoord, Planvraag
from richting.plannen.woorden import Planvraagsoort
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur, tel
from tests.partijen.bouwers import Ploeg, maak_ploeg


def samen(*daden: Callable[[], None]) -> list[BaseException | None]:
    """Do these at once, each over its own connection; what became of each."""
    start = threading.Barrier(len(daden))
    uitkomst: list[BaseException | None] = [None] * len(daden)

    def doe(plek: int, daad: Callable[[], None]) -> None:
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


def maak_zaak() -> tuple[Ploeg, UUID]:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin("PLAN", reclassering="RN"))
    gevonden = dossier("PLAN")
    assert gevonden is not None
    return ploeg, gevonden.pk


def test_een_eerste_antwoord_komt_er_een_keer(echte_database: None) -> None:
    ploeg, zaak = maak_zaak()
    vraag = Planvraagsoort.BEHOEFTE
    uitkomst = samen(
        lambda: acties.bewaar_planvraag(ploeg.anna.wie(), zaak, vraag, "Van Anna", 0),
        lambda: acties.bewaar_planvraag(ploeg.bram.wie(), zaak, vraag, "Van Bram", 0),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["Botsing", "NoneType"]
    assert any(isinstance(fout, Botsing) for fout in uitkomst)
    assert tel(Planvraag, dossier=zaak) == 1


def test_bewust_leeg_staat_er_een_keer(echte_database: None) -> None:
    ploeg, zaak = maak_zaak()
    uitkomst = samen(
        *(
            lambda lid=lid: acties.zeg_geen(lid.wie(), zaak, Antwoordcel.VERVOLG)
            for lid in (ploeg.anna, ploeg.bram, ploeg.cato)
        )
    )
    assert uitkomst == [None, None, None]
    assert tel(GeenAntwoord, dossier=zaak) == 1
