"""A place asked stands on the work list of its keeper, if that desk knows whose place it is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from richting.akkoord.aannames import AANNAMES
from richting.dossiers.feiten import feiten_van_alle
from richting.kern.werk import verwerking
from richting.plannen.posten import plaatsposten
from richting.regie.models import Werkregel
from richting.regie.posten import Postvraag
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import Ploeg
from tests.plannen.bouwers_actie import sluit
from tests.plannen.bouwers_plaats import VANDAAG, D, doe, gevraagd, voorziening, zelfde_regio

pytestmark = pytest.mark.clausule("4.3", "5.4")
ANTWOORD = date(2026, 12, 7)


def posten(zaak: UUID) -> list[tuple[int, int | None, date]]:
    """Who must answer, who waits for it, and by when."""
    with verwerking(programma()):
        vraag = Postvraag(feiten_van_alle([zaak]), VANDAAG, AANNAMES)
        rijen = plaatsposten(vraag).get(zaak, [])
        return [(rij.loket, rij.wachter, rij.uiterlijk) for rij in rijen]


def test_wie_de_voorziening_houdt_moet_antwoorden_en_wie_vroeg_wacht(
    ploeg: Ploeg, zaak: UUID
) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    assert posten(zaak) == [(ploeg.anna.loket.pk, ploeg.bram.loket.pk, ANTWOORD)]
    doe(ploeg.anna, plaats, D.RESERVEREN)
    assert posten(zaak) == []


def test_de_vraag_aan_jezelf_heeft_niemand_die_wacht(ploeg: Ploeg, zaak: UUID) -> None:
    gevraagd(ploeg.anna, zaak, voorziening(ploeg.anna))
    assert posten(zaak) == [(ploeg.anna.loket.pk, None, ANTWOORD)]


def test_wie_vroeg_ziet_op_de_werklijst_tot_wanneer_het_wacht(ploeg: Ploeg, zaak: UUID) -> None:
    gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    with verwerking(programma()):
        regel = Werkregel.objects.get(dossier=zaak, loket=ploeg.bram.loket)
    assert regel.wacht_tot is not None
    assert regel.wacht_tot <= ANTWOORD


@pytest.mark.clausule("6.4")
def test_wie_niet_mag_weten_voor_wie_het_is_krijgt_het_niet_op_de_lijst(
    ploeg: Ploeg, zaak: UUID
) -> None:
    zelfde_regio(ploeg.anna, ploeg.eva)
    bij = voorziening(ploeg.eva, gedeeld_met=(ploeg.anna.loket.organisatie.code,))
    gevraagd(ploeg.anna, zaak, bij)
    assert posten(zaak) == []
    gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    sluit(ploeg.anna, zaak, "onderdak")
    assert posten(zaak) == []
