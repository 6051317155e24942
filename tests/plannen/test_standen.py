"""How the life areas stand in a dossier: who sees it, departures, and what it costs."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.akkoord.plan.woorden import Leefgebied, Meetmoment, Standwaarde
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.standen import beeindig_afwijking, wijk_af
from richting.plannen.botsing import Botsing
from richting.plannen.models import Actie, Standafwijking
from richting.plannen.overzichten.standen import Gebiedsstand, standen
from tests.akkoord.plan.bouwers import GOED
from tests.berichten.bouwers import stuur
from tests.partijen.bouwers import Lid, Ploeg, journaalregels
from tests.plannen.bouwers_screening import meet

G, S = Leefgebied, Standwaarde


def kijk(lid: Lid, zaak: UUID) -> dict[Leefgebied, Gebiedsstand]:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        rij = Dossier.objects.filter(pk=zaak).first()
        return standen(rij, lid.wie().vandaag) if rij else {}


def maak_actie(lid: Lid, zaak: UUID, gebied: Leefgebied, staat: str, **velden: object) -> None:
    nu = klok.nu()
    with verwerking(systeem_zelf("test", nu)):
        Actie.objects.create(
            dossier_id=zaak,
            categorie=gebied.value,
            leefgebied=gebied.value,
            wat="Iets regelen",
            verantwoordelijk=lid.loket,
            herkomst="gestart",
            kader="vrijwillig",
            staat=staat,
            gemaakt_op=nu,
            gewijzigd_op=nu,
            **velden,
        )


@pytest.mark.clausule("5.7", "5.8", "5.9", "5.10", "5.11", "5.13", "5.14")
def test_na_een_goede_meting_is_alles_in_orde_voor_wie_erbij_hoort(
    ploeg: Ploeg, zaak: UUID
) -> None:
    for gebied, waarden in GOED.items():
        meet(ploeg.bram, zaak, gebied, **waarden)
    for lid in (ploeg.bram, ploeg.anna, ploeg.cato):
        gezien = kijk(lid, zaak)
        assert list(gezien) == list(Leefgebied)
        assert {rij.nu for rij in gezien.values()} == {S.IN_ORDE}
        assert {rij.op_ontslag for rij in gezien.values()} == {S.IN_ORDE}
        assert {rij.gemeten.door for rij in gezien.values() if rij.gemeten} == {"Bram Willems"}


@pytest.mark.clausule("6.4")
def test_wie_er_niet_bij_hoort_ziet_geen_stand_ook_niet_onbekend(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ZORG, **GOED[G.ZORG])
    with verwerking(systeem_zelf("test", klok.nu())):
        rij = Dossier.objects.get(pk=zaak)
    for buiten in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        with lezing(buiten.wie(), "test") as lees:
            lees.niets_gezien()
            assert standen(rij, buiten.wie().vandaag) == {}


@pytest.mark.clausule("5.10")
def test_een_paspoort_dat_voor_het_einde_verloopt(ploeg: Ploeg, zaak: UUID) -> None:
    straks = ploeg.bram.wie().vandaag + timedelta(days=3)
    meet(ploeg.bram, zaak, G.IDENTITEIT, **{**GOED[G.IDENTITEIT], "id_geldig_tot": straks})
    rij = kijk(ploeg.anna, zaak)[G.IDENTITEIT]
    assert rij.ontslag is not None
    assert straks < rij.ontslag
    assert (rij.nu, rij.op_ontslag) == (S.IN_ORDE, S.NIET_GEREGELD)
    assert rij.regel_ontslag.code == "document_verlopen"
    maak_actie(ploeg.bram, zaak, G.IDENTITEIT, "bezig", uiterlijk=rij.ontslag)
    assert kijk(ploeg.anna, zaak)[G.IDENTITEIT].op_ontslag is S.GEREGELD_VOOR_ONTSLAG


@pytest.mark.clausule("8.7")
def test_afwijken_geldt_en_de_regel_blijft_zichtbaar(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ONDERDAK, onderdak_na="geen")
    wijk_af(ploeg.anna.wie(), zaak, G.ONDERDAK, S.LOOPT, "Wij zoeken een plek.")
    rij = kijk(ploeg.bram, zaak)[G.ONDERDAK]
    assert (rij.nu, rij.regel_nu.waarde) == (S.LOOPT, S.NIET_GEREGELD)
    assert rij.op_ontslag is S.NIET_GEREGELD
    assert rij.afwijking_nu is not None
    assert (rij.afwijking_nu.reden, rij.afwijking_nu.door) == (
        "Wij zoeken een plek.",
        "Anna de Boer",
    )
    beeindig_afwijking(ploeg.bram.wie(), zaak, rij.afwijking_nu.pk)
    beeindig_afwijking(ploeg.bram.wie(), zaak, rij.afwijking_nu.pk)
    assert kijk(ploeg.bram, zaak)[G.ONDERDAK].nu is S.NIET_GEREGELD
    soorten = [r.soort for r in journaalregels() if r.soort.startswith("stand_")]
    assert soorten == ["stand_afgeweken", "stand_volgt_regel"]
    with verwerking(systeem_zelf("test", klok.nu())):
        bewaard = Standafwijking.objects.get(pk=rij.afwijking_nu.pk)
    assert (bewaard.door, bewaard.medewerker) == ("Bram Willems", ploeg.bram.medewerker.pk)


def test_afwijken_voor_de_dag_van_ontslag_laat_nu_zoals_het_is(ploeg: Ploeg, zaak: UUID) -> None:
    wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.IN_ORDE, "Komt goed.", op_ontslag=True)
    rij = kijk(ploeg.bram, zaak)[G.ZORG]
    assert (rij.nu, rij.op_ontslag) == (S.ONBEKEND, S.IN_ORDE)


def test_afwijken_kan_niet_zonder_reden_of_zonder_grond(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(KanNiet):
        wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.IN_ORDE, "  ")
    for buiten in (ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            wijk_af(buiten.wie(), zaak, G.ZORG, S.IN_ORDE, "Mag niet.")
    rij = wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.IN_ORDE, "Mag wel.")
    with pytest.raises(NietToegestaan):
        beeindig_afwijking(ploeg.eva.wie(), zaak, rij.pk)


@pytest.mark.clausule("7.1")
def test_twee_die_tegelijk_afwijken_overschrijven_elkaar_niet(ploeg: Ploeg, zaak: UUID) -> None:
    eerste = wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.IN_ORDE, "Anna.")
    with pytest.raises(Botsing) as fout:
        wijk_af(ploeg.bram.wie(), zaak, G.ZORG, S.NIET_NODIG, "Bram.")
    assert fout.value.verschillen[0].nu == "in_orde"
    wijk_af(ploeg.bram.wie(), zaak, G.ZORG, S.NIET_NODIG, "Bram.", vorige=eerste.pk)
    assert kijk(ploeg.anna, zaak)[G.ZORG].nu is S.NIET_NODIG
    with verwerking(systeem_zelf("test", klok.nu())):
        assert Standafwijking.objects.filter(beeindigd_op=None).count() == 1


def test_zonder_bekend_einde_is_straks_zoals_nu(ploeg: Ploeg, zaak: UUID) -> None:
    from tests.berichten.bouwers import begin, dossier

    stuur(begin("OPEN", verwachtEinde={"zekerheid": "onbekend"}))
    gevonden = dossier("OPEN")
    assert gevonden is not None
    rij = kijk(ploeg.bram, gevonden.pk)[G.ZORG]
    assert rij.ontslag is None
    assert rij.regel_nu == rij.regel_ontslag


def test_de_standen_kosten_een_vraag_hoeveel_er_ook_is(ploeg: Ploeg, zaak: UUID) -> None:
    def aantal() -> int:
        with lezing(ploeg.anna.wie(), "test") as lees:
            lees.gezien([zaak], {"plan"})
            rij = Dossier.objects.get(pk=zaak)
            with CaptureQueriesContext(
                connection,
            ) as vragen:
                standen(rij, ploeg.anna.wie().vandaag)
            return len(vragen)

    assert aantal() == 1
    for moment in set(Meetmoment) - {Meetmoment.ZES_MAANDEN}:
        for gebied, waarden in GOED.items():
            velden = {c: w for c, w in waarden.items() if c not in ("lasten_betaald", "medicijnen")}
            meet(ploeg.bram, zaak, gebied, moment, **velden)
    for _keer in range(5):
        maak_actie(ploeg.bram, zaak, G.ZORG, "bezig")
    wijk_af(ploeg.anna.wie(), zaak, G.ZORG, S.LOOPT, "Reden.")
    assert aantal() == 1
