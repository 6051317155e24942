"""Begin and end to the municipality: every case, late or not, and what the proof comes to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.begin_einde import (
    Datumgeval,
    Verandering,
    datumfeit,
    datumfeiten,
    onvoorzien,
)
from richting.akkoord.bewijs import KLOPT_NIET, ZINNEN, Bewijsstand, Stappen, bewijsstand
from richting.akkoord.feiten import Verwachting
from richting.akkoord.woorden import Zekerheid

pytestmark = pytest.mark.clausule("6.1")
VANDAAG = date(2026, 11, 23)
MAART = {"vroegst": "2027-03-01", "laatst": "2027-03-08", "zekerheid": "verwacht"}
NIETS = {"vroegst": None, "laatst": None, "zekerheid": "onbekend"}


def geval(
    soort: str, na: dict[str, Any], verwacht: dict[str, Any] | None = None, gehoord: date = VANDAAG
) -> Any:
    return datumfeit(Verandering(1, soort, {}, na, gehoord), verwacht)


@pytest.mark.parametrize(
    ("verwacht", "dag", "uitkomst"),
    [
        (MAART, "2026-11-23", Datumgeval.VRIJ_ZELFDE_DAG),
        (NIETS, "2026-11-23", Datumgeval.VRIJ_ZELFDE_DAG),
        ({**MAART, "vroegst": "2026-11-23"}, "2026-11-23", Datumgeval.VRIJ),
        ({**MAART, "vroegst": "2026-11-01"}, "2026-11-23", Datumgeval.VRIJ),
        (MAART, "2026-11-22", Datumgeval.VRIJ_ACHTERAF),
        (MAART, "2026-11-24", Datumgeval.EINDE_KOMT),
    ],
)
def test_hoe_iemand_vrijkomt(verwacht: dict[str, str], dag: str, uitkomst: Datumgeval) -> None:
    assert geval("vertrokken", {"einde": dag}, verwacht).geval is uitkomst


def test_een_einde_dat_onbekend_wordt_en_weer_bekend() -> None:
    assert geval("einde_gewijzigd", NIETS, MAART).geval is Datumgeval.EINDE_ONBEKEND
    assert geval("einde_gewijzigd", MAART, NIETS).geval is Datumgeval.EINDE_BEKEND
    assert geval("einde_gewijzigd", MAART, MAART).geval is Datumgeval.EINDE_VERANDERD


def test_een_verbetering_zonder_datum_is_geen_bericht_over_begin_of_einde() -> None:
    assert geval("gecorrigeerd", {"velden": ["titel"]}) is None
    assert geval("gecorrigeerd", {"velden": ["begin"]}).geval is Datumgeval.BEGIN_VERBETERD
    assert geval("gecorrigeerd", {"einde": None}).geval is Datumgeval.EINDE_VERVALLEN


def test_het_begin_van_vrijdag_mag_maandag_komen_en_niet_dinsdag() -> None:
    na = {"begin": "2026-11-20", **MAART}
    assert not geval("dossier_geopend", na, gehoord=date(2026, 11, 23)).bron_te_laat
    assert geval("dossier_geopend", na, gehoord=date(2026, 11, 24)).bron_te_laat


def test_wie_nog_moet_komen_is_nooit_te_laat_verteld() -> None:
    feit = geval("dossier_geopend", {"begin": "2026-12-07", **MAART})
    assert (feit.geval, feit.bron_te_laat) == (Datumgeval.AANGEKONDIGD, False)


dagen = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(dagen, dagen, st.none() | dagen, st.none() | dagen, st.sampled_from(Zekerheid))
def test_onvoorzien_is_altijd_op_de_dag_zelf_en_nooit_binnen_de_verwachting(
    einde: date, gehoord: date, vroegst: date | None, laatst: date | None, zekerheid: Zekerheid
) -> None:
    verwacht = Verwachting(vroegst, laatst, zekerheid)
    assert not onvoorzien(einde, einde + timedelta(days=1), verwacht)
    bekend = zekerheid is not Zekerheid.ONBEKEND and vroegst is not None
    if onvoorzien(einde, gehoord, verwacht):
        assert einde == gehoord
        assert not (bekend and vroegst is not None and vroegst <= einde)


@given(st.lists(st.sampled_from(["einde_gewijzigd", "vertrokken", "gecorrigeerd"]), max_size=8))
def test_elke_datum_geeft_een_bericht_en_elk_bericht_hoort_bij_een_verandering(
    soorten: list[str],
) -> None:
    na = {
        "einde_gewijzigd": MAART,
        "vertrokken": {"einde": "2026-11-23"},
        "gecorrigeerd": {"einde": None},
    }
    rijen = [
        Verandering(0, "dossier_geopend", {}, {"begin": "2026-11-01", **MAART}, VANDAAG),
        *(Verandering(nr, soort, {}, na[soort], VANDAAG) for nr, soort in enumerate(soorten, 1)),
    ]
    assert [feit.nummer for feit in datumfeiten(rijen)] == [rij.nummer for rij in rijen]


EERDER, LATER = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
BEWIJZEN = {
    Bewijsstand.NIET_VERTELD: Stappen(VANDAAG, None),
    Bewijsstand.TE_LAAT_VERTELD: Stappen(EERDER, VANDAAG, VANDAAG, VANDAAG),
    Bewijsstand.WACHT: Stappen(VANDAAG, EERDER),
    Bewijsstand.NIET_GELEZEN: Stappen(EERDER, EERDER),
    Bewijsstand.NIET_MEER: Stappen(EERDER, EERDER, mag_zien=False),
    Bewijsstand.TE_LAAT_GELEZEN: Stappen(EERDER, EERDER, VANDAAG),
    Bewijsstand.OP_TIJD: Stappen(VANDAAG, EERDER, VANDAAG),
    Bewijsstand.BEVESTIGD: Stappen(VANDAAG, EERDER, VANDAAG, LATER),
}


@pytest.mark.clausule("5.4", "6.5")
@pytest.mark.parametrize("stand", list(Bewijsstand))
def test_wat_het_bewijs_zegt(stand: Bewijsstand) -> None:
    assert bewijsstand(BEWIJZEN[stand], VANDAAG) is stand
    assert ZINNEN[stand]


def test_wat_niet_klopt_is_gemist_of_te_laat() -> None:
    assert {s for s in Bewijsstand if "te_laat" in s or s.startswith("niet_")} - {
        Bewijsstand.NIET_MEER
    } == KLOPT_NIET
