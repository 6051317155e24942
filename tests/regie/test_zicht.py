"""A desk hears on the day that it begins or stops to see something, once, in its own lane."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from richting.akkoord.aansluiting import WAT_TE_DOEN, ZINNEN, Driftsoort
from richting.kern import klok
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.regie.acties.zicht import ronde
from richting.regie.models import Grondronde
from richting.regie.overzichten.aansluiting import sluit_aan
from richting.regie.taken import meldplicht, vertel_zicht
from tests.berichten.bouwers import begin, correctie, dossier, maak_partijen, programma, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.4")]
DIRK, OM, POLITIE, BRAM = "openbare_orde GM0344", "om OM", "politie POLITIE", "casemanagement"
ERNSTIG = {"artikelen": ["Sr 287"], "onherroepelijk": True, "onvoorwaardelijkMaanden": 24}
BIJ_VENSTER = date(2026, 12, 1)
"""Three months before the expected end of 1 March 2027."""


@pytest.fixture(autouse=True)
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def verteld(*soorten: str) -> Counter[tuple[str, str]]:
    """How often each of these was told to each desk."""
    uit: Counter[tuple[str, str]] = Counter()
    with verwerking(programma()):
        rijen = Melding.objects.select_related("loket__organisatie")
        for rij in rijen.filter(soort__in=soorten):
            uit[rij.soort, f"{rij.loket.soort} {rij.loket.organisatie.code}"] += 1
    return uit


def loop(dag: date) -> int | None:
    with klok.op(dag):
        return ronde(programma())


def drift(dag: date) -> dict[Driftsoort, int]:
    with klok.op(dag), verwerking(programma()):
        uit = sluit_aan(programma())
    return {soort: uit.aantal(soort) for soort in Driftsoort if uit.aantal(soort)}


def zaak() -> UUID:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


@pytest.mark.clausule("6.5")
def test_de_bij_begint_op_een_dag_en_dan_hoort_de_burgemeester_het_een_keer() -> None:
    loop(date(2026, 11, 22))
    stuur(begin(veroordeling=ERNSTIG))
    assert verteld("bij_begonnen") == {}
    assert loop(date(2026, 11, 30)) == 0
    assert loop(BIJ_VENSTER) == 2
    assert loop(BIJ_VENSTER) is None
    assert verteld("bij_begonnen") == {("bij_begonnen", DIRK): 1, ("bij_begonnen", POLITIE): 1}
    assert drift(BIJ_VENSTER).keys() <= {Driftsoort.RONDE_GEMIST}


def test_een_gemiste_dag_wordt_ingehaald_en_telt_als_te_laat() -> None:
    loop(date(2026, 11, 23))
    stuur(begin(veroordeling=ERNSTIG))
    later = date(2026, 12, 4)
    assert drift(later)[Driftsoort.ZICHT_BEGIN] == 2
    assert loop(later) == 2
    na = drift(later)
    assert na[Driftsoort.ZICHT_TE_LAAT] == 2
    assert na[Driftsoort.RONDE_GEMIST] == 10
    assert Driftsoort.ZICHT_BEGIN not in na
    assert drift(date(2027, 2, 1)).get(Driftsoort.ZICHT_TE_LAAT) is None


@pytest.mark.clausule("6.3")
def test_een_markering_die_nu_geldt_hoort_ieder_in_die_baan_meteen() -> None:
    stuur(begin(reclassering="RN"))
    stuur(correctie("V1-begin", {"risico18b": {"vanaf": "2026-11-20"}}))
    wie = {loket for soort, loket in verteld("risico_begonnen")}
    assert {DIRK, OM, POLITIE} < wie
    assert not any(een.startswith("nazorg") for een in wie)
    assert set(verteld("risico_begonnen").values()) == {1}
    assert loop(date(2026, 11, 23)) == 0


@pytest.mark.clausule("6.3")
def test_een_markering_die_vanzelf_ingaat_en_eindigt() -> None:
    stuur(begin(risico18b={"vanaf": "2026-11-25", "tot": "2026-11-27"}))
    for dag in (23, 24):
        assert loop(date(2026, 11, dag)) == 0
    assert loop(date(2026, 11, 25)) == 4
    assert loop(date(2026, 11, 26)) == 0
    assert loop(date(2026, 11, 27)) == 4
    geteld = verteld("niet_meer_van_u", "risico_geeindigd")
    assert geteld["niet_meer_van_u", DIRK] == 1
    assert geteld["risico_geeindigd", "casemanagement PI-NIEUWEGEIN"] == 1
    assert drift(date(2026, 11, 27)) == {}


def test_wat_kwam_en_ging_terwijl_de_ronde_stil_lag_wordt_niet_meer_verteld() -> None:
    loop(date(2026, 11, 23))
    stuur(begin(risico18b={"vanaf": "2026-11-25", "tot": "2026-11-27"}))
    assert loop(date(2026, 11, 30)) == 0
    assert verteld("risico_begonnen", "niet_meer_van_u") == {}
    assert drift(date(2026, 11, 30))[Driftsoort.ZICHT_TE_LAAT] == 4


def test_zes_maanden_na_het_vertrek_hoort_de_gemeente_dat_het_dossier_weg_is() -> None:
    stuur(begin())
    einde = {
        "berichtId": "V1-einde", "soort": "einde", "bronTijd": "2026-11-20T10:00:00Z",
        "verblijf": "V1", "datum": "2026-11-20", "reden": "opheffing",
    }  # fmt: skip
    stuur(einde)
    loop(date(2026, 11, 23))
    assert loop(date(2026, 12, 18)) == 1
    assert verteld("niet_meer_van_u") == {("niet_meer_van_u", "casemanagement PI-NIEUWEGEIN"): 1}
    assert loop(date(2027, 5, 20)) == 1
    assert verteld("niet_meer_van_u")["niet_meer_van_u", "nazorg GM0344"] == 1


def test_een_val_halverwege_de_ronde_vertelt_niets_dubbel() -> None:
    stuur(begin(veroordeling=ERNSTIG))
    loop(BIJ_VENSTER)
    with verwerking(programma()):
        Grondronde.objects.all().delete()
    assert loop(BIJ_VENSTER) == 0


def test_wat_voor_het_ijkpunt_was_vertelt_geen_ronde_en_mist_geen_controle() -> None:
    stuur(begin(veroordeling=ERNSTIG))
    later = date(2026, 12, 20)
    with verwerking(programma()):
        Grondronde.objects.create(dag=later, gedaan_op=klok.nu(), ijkpunt=True)
    assert loop(date(2026, 12, 21)) == 0
    assert Driftsoort.ZICHT_BEGIN not in drift(date(2026, 12, 21))


@pytest.mark.clausule("6.3", "6.5")
def test_het_journaal_vertelt_het_alleen_in_de_eigen_baan() -> None:
    stuur(begin(veroordeling=ERNSTIG))
    loop(BIJ_VENSTER)
    with verwerking(programma()):
        rijen = Journaal.objects.filter(soort="zicht_begonnen", dossier_id=zaak())
        assert {(rij.categorie, rij.na["loket"]) for rij in rijen} == {
            ("bij", loket)
            for loket in Loket.objects.filter(
                soort__in=["openbare_orde", "politie"], organisatie__code__in=["GM0344", "POLITIE"]
            ).values_list("pk", flat=True)
        }


def test_de_taken_draaien_de_ronde_en_daarna_de_controle() -> None:
    stuur(begin())
    assert vertel_zicht(0) == 0
    assert meldplicht(0) == 0
    with verwerking(programma()):
        assert Grondronde.objects.count() == 1


def test_elke_soort_afwijking_zegt_wat_moet_kloppen_en_wat_te_doen() -> None:
    assert set(ZINNEN) == set(WAT_TE_DOEN) == set(Driftsoort)


def test_een_nieuw_dossier_zonder_gesloten_baan_kost_geen_vraag(
    django_assert_num_queries: Any,
) -> None:
    """The reaction works out from the notes alone that everybody was told."""
    from richting.kern.gebeurtenissen import Gebeurtenis
    from richting.regie.acties.zicht import volg

    with verwerking(programma()) as werk:
        nummer = UUID(int=1)
        werk.geheugen["gemeld", nummer] = {7}
        regel = {"loket": 7, "grondslag": "pbw_18a", "vanaf": "2026-11-01", "tot": None}
        na = {"gronden": [regel]}
        gebeurd = [Gebeurtenis("grond_ontstaan", nummer, "verblijf", {}, na)]
        with django_assert_num_queries(0):
            volg(werk, {nummer: gebeurd})
