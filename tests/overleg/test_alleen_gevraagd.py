"""Eva's municipality was only asked to receive somebody: at the table it listens and comes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.overleg import Overlegsoort, Uitnodigingsantwoord
from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden
from richting.overleg.acties import houden
from richting.overleg.acties.beleggen import antwoord
from richting.overleg.models import Overleg
from richting.partijen.fouten import KanNiet
from richting.plannen.acties import woonplaats
from tests.overleg.bouwers import belegd, punt_van
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, Ploeg, meld_aan

pytestmark = pytest.mark.clausule("5.7", "6.4", "8.1")
ZIN = "Iets vastleggen kan pas als u ja zegt"


@pytest.fixture
def verzoek(ploeg: Ploeg, zaak: UUID) -> UUID:
    """Anna's municipality asks Eva's to receive this person."""
    reden, woorden = Verzoekreden.WERK_OF_GEZIN, "Zijn moeder woont daar"
    return woonplaats.vraag_gemeente(ploeg.anna.wie(), zaak, ANDERE_GEMEENTE, reden, woorden).pk


@pytest.fixture
def overleg(ploeg: Ploeg, zaak: UUID, verzoek: UUID) -> Overleg:
    """Bram's MDO about this person, with Anna and Eva at the table."""
    return belegd(ploeg.bram, [ploeg.anna, ploeg.eva], [zaak])


def schrijf(lid: Lid, overleg: Overleg) -> None:
    punt = punt_van(lid, overleg)
    houden.schrijf_verslag(lid.wie(), overleg.pk, punt, "plan", "Hij kan bij ons wonen", 0)


def spreek_af(lid: Lid, overleg: Overleg, doet: Lid | None = None) -> None:
    wat = houden.Toezegging("Belt de moeder", (doet or lid).loket.pk)
    houden.spreek_af(lid.wie(), overleg.pk, punt_van(lid, overleg), wat)


def bladzijde(lid: Lid, naam: str, nummer: UUID) -> str:
    client = Client()
    meld_aan(client, lid)
    return str(client.get(reverse(f"overleg:{naam}", args=[nummer])).content.decode())


@pytest.mark.parametrize("doe", [schrijf, spreek_af])
def test_zij_schrijft_niets_op_tot_zij_ja_zegt(
    ploeg: Ploeg, zaak: UUID, verzoek: UUID, overleg: Overleg, doe: Callable[..., None]
) -> None:
    with pytest.raises(KanNiet, match=ZIN):
        doe(ploeg.eva, overleg)
    woonplaats.doe(ploeg.eva.wie(), zaak, verzoek, 1, Verzoekdaad.AANVAARDEN)
    doe(ploeg.eva, overleg)


def test_zij_zet_het_dossier_niet_op_een_agenda(ploeg: Ploeg, zaak: UUID, verzoek: UUID) -> None:
    with pytest.raises(KanNiet, match=ZIN):
        belegd(ploeg.eva, [], [zaak], soort=Overlegsoort.CASUSOVERLEG)
    belegd(ploeg.anna, [], [zaak], soort=Overlegsoort.CASUSOVERLEG)


def test_anderen_spreken_niets_met_haar_af_tot_zij_antwoordt(
    ploeg: Ploeg, overleg: Overleg
) -> None:
    with pytest.raises(KanNiet, match="eerst zeggen of deze persoon daar kan wonen"):
        spreek_af(ploeg.bram, overleg, ploeg.eva)
    spreek_af(ploeg.bram, overleg, ploeg.anna)


def test_op_de_uitnodiging_antwoordt_zij(ploeg: Ploeg, overleg: Overleg) -> None:
    antwoord(ploeg.eva.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)


def test_haar_schermen_hebben_geen_knop_om_te_schrijven(
    ploeg: Ploeg, zaak: UUID, overleg: Overleg
) -> None:
    belegd(ploeg.eva, [ploeg.anna], [], soort=Overlegsoort.CASUSOVERLEG)
    for naam, nummer, knop in (
        ("houden", overleg.pk, "Wat is afgesproken?"),
        ("dossier", zaak, "Zet op de agenda"),
    ):
        assert knop in bladzijde(ploeg.anna, naam, nummer)
        pagina = bladzijde(ploeg.eva, naam, nummer)
        assert knop not in pagina
        assert ZIN in pagina
