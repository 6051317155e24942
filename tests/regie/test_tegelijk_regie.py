"""Two transactions at one moment, over their own connections: the invariants hold afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.overdracht import LOPEND, Overdrachtdaad
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties import besluiten, overdracht
from richting.regie.acties.overdracht import Voorbereiding
from richting.regie.acties.overname import neem_regie_over
from richting.regie.acties.regietijdvak import afwijkende_dossiers
from richting.regie.besluitpartijen import Voornemen
from richting.regie.models import Besluit, Besluitreactie, Besluitstap, Overdracht
from richting.regie.tijdvakken import geldend, middernacht
from tests.berichten.bouwers import begin, maak_partijen, programma, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg
from tests.plannen.test_tegelijk import samen
from tests.regie.bouwers import klopt
from tests.regie.bouwers_regie import (
    CASUS,
    houder,
    nummer_van,
    overdrachten,
    overplaatsing,
    rijen,
    vertrek,
)

pytestmark = [pytest.mark.clausule("1.7", "5.3"), pytest.mark.usefixtures("echte_database")]
D = Overdrachtdaad
VERLOF = Voornemen(
    Besluitsoort.VERLOF, Gegevenscategorie.PLAN, "Een dag verlof", date(2026, 12, 18)
)
REDEN = "De inrichting vraagt het"


def zaak() -> tuple[Ploeg, UUID]:
    """The people and a stay of Bram's prison."""
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(reclassering="RN"))
    return ploeg, nummer_van()


def aangeboden(ploeg: Ploeg, nummer: UUID) -> Overdracht:
    """Bram offers Anna the case, from today on."""
    wat = Voorbereiding(ploeg.anna.loket.pk, klok.vandaag())
    bram = ploeg.bram.wie()
    rij = overdracht.bereid_voor(bram, nummer, CASUS, wat)
    return overdracht.doe(bram, nummer, rij.pk, D.AANBIEDEN, rij.versie)


def aanvaard(ploeg: Ploeg, rij: Overdracht) -> Callable[[], None]:
    """Anna accepts it, as she saw it."""

    def doe() -> None:
        overdracht.doe(ploeg.anna.wie(), rij.dossier_id, rij.pk, D.AANVAARDEN, rij.versie)

    return doe


def heel(nummer: UUID) -> None:
    """One holder from the begin on, rows and work lists as the facts give, one handover at most."""
    for taak in Regietaak:
        staand = rijen(nummer, taak)
        assert geldend(staand, middernacht(date(2026, 11, 1)))
        assert len({rij.vanaf for rij in staand}) == len(staand)
    with verwerking(programma()):
        assert nummer in feiten_van_alle([nummer])
        assert [d for een in afwijkende_dossiers(programma()) for d in een] == []
    assert sum(rij.staat in LOPEND for rij in overdrachten(nummer)) <= 1
    klopt(nummer)


def alleen_nee(*uitkomst: BaseException | None) -> None:
    """Each did it or heard that somebody was first; nothing broke, nobody waited for ever."""
    for fout in uitkomst:
        assert fout is None or isinstance(fout, KanNiet | NietToegestaan), repr(fout)


@pytest.mark.parametrize("keer", range(2))
def test_aanvaarden_terwijl_het_vertrek_binnenkomt(keer: int) -> None:
    ploeg, nummer = zaak()
    rij = aangeboden(ploeg, nummer)
    uitkomst = samen(aanvaard(ploeg, rij), lambda: _komt_aan(vertrek()))
    alleen_nee(*uitkomst)
    assert uitkomst[1] is None
    assert houder(nummer).loket_id == ploeg.anna.loket.pk
    (nu,) = overdrachten(nummer)
    assert nu.staat == ("aanvaard" if uitkomst[0] is None else "van_rechtswege")
    heel(nummer)


def test_twee_die_aanvaarden_doen_het_een_keer() -> None:
    ploeg, nummer = zaak()
    doe = aanvaard(ploeg, aangeboden(ploeg, nummer))
    uitkomst = samen(doe, doe)
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    assert [rij.loket_id for rij in rijen(nummer)] == [ploeg.bram.loket.pk, ploeg.anna.loket.pk]
    heel(nummer)


def test_aanvaarden_terwijl_de_gever_intrekt() -> None:
    ploeg, nummer = zaak()
    rij = aangeboden(ploeg, nummer)
    bram = ploeg.bram.wie()
    uitkomst = samen(
        aanvaard(ploeg, rij),
        lambda: _stil(overdracht.doe(bram, nummer, rij.pk, D.INTREKKEN, rij.versie)),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    wint = ploeg.anna if uitkomst[0] is None else ploeg.bram
    assert houder(nummer).loket_id == wint.loket.pk
    heel(nummer)


@pytest.mark.parametrize("keer", range(2))
def test_overnemen_terwijl_de_regel_een_ander_noemt(keer: int) -> None:
    ploeg, nummer = zaak()
    gezien = houder(nummer).pk
    uitkomst = samen(
        lambda: _stil(neem_regie_over(ploeg.anna.wie(), nummer, CASUS, gezien, REDEN)),
        lambda: _komt_aan(overplaatsing()),
    )
    alleen_nee(*uitkomst)
    assert uitkomst[1] is None
    assert houder(nummer).organisatie == "PI-ZWOLLE"
    heel(nummer)


@pytest.mark.parametrize("keer", range(2))
def test_een_bezwaar_komt_niet_na_het_besluit(keer: int) -> None:
    """The last who was waited for objects while it is made final: never over the objection."""
    ploeg, nummer = zaak()
    rij = besluiten.neem_voor(ploeg.bram.wie(), nummer, VERLOF)
    _termijn_voorbij(rij.pk)
    bezwaar = Besluitmening.BEZWAAR
    uitkomst = samen(
        lambda: besluiten.reageer(ploeg.anna.wie(), nummer, rij.pk, 1, bezwaar, "Geen opvang"),
        lambda: besluiten.maak_definitief(ploeg.bram.wie(), nummer, rij.pk, 1),
        lambda: besluiten.reageer(ploeg.cato.wie(), nummer, rij.pk, 1, bezwaar, "Te vroeg"),
    )
    alleen_nee(*uitkomst)
    assert uitkomst.count(None) == 1
    with verwerking(programma()):
        nu = Besluit.objects.get(pk=rij.pk)
        bezwaren = Besluitreactie.objects.filter(besluit=rij.pk, reactie="bezwaar").count()
        stappen = Besluitstap.objects.filter(besluit=rij.pk).count()
    assert (nu.staat, bezwaren) in {("definitief", 0), ("aangehouden_voor_overleg", 1)}
    assert (nu.versie, stappen) == (2, 2)
    heel(nummer)


def test_een_besluit_terwijl_er_iemand_bij_komt() -> None:
    """A transfer comes in at the moment of the decision: who is there afterwards was asked."""
    ploeg, nummer = zaak()
    uitkomst = samen(
        lambda: _stil(besluiten.neem_voor(ploeg.anna.wie(), nummer, _uitzetting())),
        lambda: _komt_aan(overplaatsing()),
    )
    assert uitkomst == [None, None]
    with verwerking(programma()):
        gevraagd = set(
            Besluitreactie.objects.filter(loket__isnull=False).values_list("organisatie", flat=True)
        )
    assert "PI-ZWOLLE" in gevraagd
    heel(nummer)


def _uitzetting() -> Voornemen:
    soort = Besluitsoort.HUISUITZETTING
    return Voornemen(soort, Gegevenscategorie.ONDERDAK, "De huur loopt af", date(2026, 12, 18))


def _komt_aan(bericht: dict[str, object]) -> None:
    assert [antwoord.status.value for antwoord in stuur(bericht)] == ["aanvaard"]


def _stil(_uitkomst: object) -> None:
    """What it returned is of no interest here."""


def _termijn_voorbij(besluit: UUID) -> None:
    gisteren = klok.vandaag() - timedelta(days=1)
    with verwerking(programma()):
        Besluitreactie.objects.filter(besluit=besluit, loket__isnull=False).update(
            uiterlijk=gisteren
        )
