"""Plans of the invented nation: in every stage, in the past, and the same with the same seed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from richting.akkoord.plan.voorzieningen import Plaatsstaat, staat_op
from richting.demo.accounts import ACCOUNTS
from richting.demo.acties.plannen import maak_plannen
from richting.demo.laden import laad
from richting.demo.ploeg import maak_ploeg
from richting.kern import klok
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.partijen.acties.referentie import laad_referentie
from richting.partijen.models import Loket
from richting.plannen.acties import werkregels
from richting.plannen.models import (
    Actie,
    Afname,
    Behandeldoel,
    Instemming,
    Ondersteuning,
    Plaatsing,
    Planversie,
    Slachtofferbelang,
    Voorziening,
    ZonderMedewerking,
    Zorgoverdracht,
)
from richting.regie.models import Werkregel
from tests.berichten.bouwers import programma

VANDAAG = date(2026, 11, 23)
OMVANG = 250


@pytest.fixture
def natie(db: None) -> Any:
    """A small nation with its accounts and plans."""
    laad_referentie(klok.nu())
    maak_ploeg(klok.nu())
    laad(OMVANG, 1, VANDAAG)
    return maak_plannen(OMVANG, 1, VANDAAG)


def test_plannen_in_elk_stadium_en_ieder_account_ziet_er_een(natie: Any) -> None:
    assert natie["plannen"] >= 40
    with verwerking(programma()):
        staten = set(Actie.objects.values_list("staat", flat=True))
        assert {"gevraagd", "afgesproken", "gedaan", "geweigerd", "uitgesteld"} <= staten
        plekken = {staat_op(rij.plek, VANDAAG) for rij in Plaatsing.objects.all()}
        assert plekken == set(Plaatsstaat)
        assert Voorziening.objects.exclude(gedeeld_met=[]).exists()
        assert Actie.objects.filter(uiterlijk__lt=VANDAAG, staat="afgesproken").exists()
        assert Actie.objects.filter(sjabloon__startswith="kort-").exists()
        assert Afname.objects.filter(vastgesteld_op=None).exists()
        assert set(Planversie.objects.values_list("nummer", flat=True)) == {1, 2}
        antwoorden = set(Instemming.objects.values_list("antwoord", flat=True))
        assert {"eens", "oneens", "weigert"} <= antwoorden
        assert Ondersteuning.objects.filter(lot="gepauzeerd").exists()
        for model in (Behandeldoel, Slachtofferbelang, ZonderMedewerking, Zorgoverdracht):
            assert model._default_manager.exists(), model
        met_plan = set(Afname.objects.values_list("dossier", flat=True))
        for account in ACCOUNTS:
            if account.loketsoort in ("casemanagement", "nazorg", "reclassering", "forensisch"):
                loket = Loket.objects.get(
                    organisatie__code=account.organisatie, soort=account.loketsoort
                )
                rijen = Werkregel.objects.filter(loket=loket).values_list("dossier", flat=True)
                assert met_plan & set(rijen), account
    _alles_gebeurde_voor_vandaag()
    assert [*werkregels.afwijkende_dossiers(programma())] == [[]]
    _nog_eens_laat_staan_wat_er_is()


def _alles_gebeurde_voor_vandaag() -> None:
    grens = datetime(2026, 11, 23, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with verwerking(programma()):
        van_mensen = Journaal.objects.filter(ingang="demo", loket__isnull=False)
        assert van_mensen.count() > 500
        assert not van_mensen.filter(tijdstip__gte=grens).exists()


def _nog_eens_laat_staan_wat_er_is() -> None:
    with verwerking(programma()):
        voor = dict(Actie.objects.values_list("pk", "versie"))
    assert maak_plannen(OMVANG, 1, VANDAAG)["plannen"] < 40
    with verwerking(programma()):
        na = dict(Actie.objects.values_list("pk", "versie"))
    assert {nummer: na[nummer] for nummer in voor} == voor
