"""What the parties of the invented nation did: plans, regie, consultations, tables of art. 18b.

The nation is loaded once; each game is played on it and taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, connections

from richting.akkoord.plan.voorzieningen import Plaatsstaat, staat_op
from richting.demo.accounts import ACCOUNTS
from richting.demo.acties.overleggen import maak_overleggen
from richting.demo.acties.plannen import maak_plannen
from richting.demo.acties.regie import speel_regie
from richting.demo.acties.risico import speel_risico
from richting.demo.laden import laad
from richting.demo.ploeg import maak_ploeg, wijs_namen_aan
from richting.dossiers.models import Handmarkering
from richting.kern import klok
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
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
from richting.regie.models import Overdracht, Toewijzing, Vervanging, Werkregel
from tests.berichten.bouwers import programma
from tests.hulp import maak_leeg

pytestmark = pytest.mark.django_db

VANDAAG = date(2026, 11, 23)
OMVANG = 250


@pytest.fixture(scope="module", autouse=True)
def natie(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A small nation with its accounts, really in the database; gone after the last test."""
    with django_db_blocker.unblock():
        nu = klok.nu()
        laad_referentie(nu)
        maak_ploeg(nu)
        laad(OMVANG, 1, VANDAAG)
        wijs_namen_aan(nu)
        yield
        connections["default"].close()
    maak_leeg()


def test_plannen_in_elk_stadium_en_ieder_account_ziet_er_een() -> None:
    assert maak_plannen(OMVANG, 1, VANDAAG)["plannen"] >= 40
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


def test_de_natie_heeft_overdrachten_namen_en_een_vervanger() -> None:
    telling = speel_regie(VANDAAG)
    _wat_aan_het_eind_moet_kloppen_klopt_op_de_dag_zelf()
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


def _wat_aan_het_eind_moet_kloppen_klopt_op_de_dag_zelf() -> None:
    with verwerking(programma()), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.clausule("6.3")
def test_de_natie_heeft_tafels_van_berichten_en_met_de_hand() -> None:
    telling = speel_risico(VANDAAG)
    assert telling["gemarkeerd"] >= 2
    assert telling["beëindigd"] == 1
    assert telling["afgerond"] >= 1
    with verwerking(programma()):
        assert Handmarkering.objects.filter(gesloten_op=None).exists()
        assert Risicotafel.objects.count() > Handmarkering.objects.count()
        assert {"open", "gedaan"} == set(Risicoafspraak.objects.values_list("staat", flat=True))
        assert Risicobijdrage.objects.values("loket__soort").distinct().count() >= 4
    assert speel_risico(VANDAAG) == Counter()


def test_er_is_overlegd_en_een_tweede_keer_komt_er_niets_bij() -> None:
    telling = maak_overleggen(1, VANDAAG)
    assert telling["overleg"] >= 2
    assert telling["verslag"] >= 1
    with verwerking(programma()):
        assert set(Overleg.objects.values_list("staat", flat=True)) == {"gepland", "gehouden"}
        assert Agendapunt.objects.exists()
        assert Verslag.objects.filter(vastgesteld_op__isnull=False).exists()
        assert Genodigde.objects.filter(antwoord="onbekend").exists()
    assert maak_overleggen(1, VANDAAG) == Counter()
