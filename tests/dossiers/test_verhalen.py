"""What each kind of message does to a dossier: where somebody is, until when, and how it ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from richting.akkoord.grondslagen import is_geldig
from richting.akkoord.levensloop import bekende_plaats, fase
from richting.akkoord.woorden import Berichtsoort, Fase, SoortPlaats
from richting.delen.gronden import geldende_rijen, van_rij
from richting.dossiers.feiten import feiten_van
from richting.dossiers.models import Dossier
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from tests.berichten.bouwers import (
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    statussen,
)
from tests.partijen.bouwers import maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.1", "3.5")]
PI, ZWOLLE = (SoortPlaats.PI, "PI-NIEUWEGEIN"), (SoortPlaats.PI, "PI-ZWOLLE")
VERLOF, WEG = (SoortPlaats.VERLOF, None), (SoortPlaats.VOORTVLUCHTIG, None)
BUITEN = (SoortPlaats.BUITEN_FASERING, None)


@pytest.fixture(autouse=True)
def _land() -> None:
    maak_partijen()
    maak_ploeg()


def bericht(soort: str, **inhoud: Any) -> dict[str, Any]:
    omslag = {"berichtId": f"V1-{soort}", "soort": soort, "verblijf": "V1"}
    return {**omslag, "bronTijd": "2026-11-20T10:00:00Z", **inhoud}


OVERPLAATSING = bericht(
    "overplaatsing", datum="2026-11-10", plaats={"soort": "pi", "inrichting": "PI-ZWOLLE"}
)
OP_VERLOF = bericht("verlof", van="2026-11-14", tot="2026-11-16")
ONTVLUCHT = bericht("ontvluchting", datum="2026-11-14", teruggekeerdOp="2026-11-18")
FASERING = bericht("fasering_buiten", van="2026-11-12", vorm="buiten_fasering", reden="programma")

ROUTES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    Berichtsoort.OVERPLAATSING: (OVERPLAATSING, {"2026-11-09": PI, "2026-11-10": ZWOLLE}),
    Berichtsoort.VERLOF: (
        OP_VERLOF,
        {"2026-11-13": PI, "2026-11-14": VERLOF, "2026-11-15": VERLOF, "2026-11-16": PI},
    ),
    Berichtsoort.ONTVLUCHTING: (
        ONTVLUCHT,
        {"2026-11-13": PI, "2026-11-14": WEG, "2026-11-17": WEG, "2026-11-18": PI},
    ),
    Berichtsoort.FASERING_BUITEN: (FASERING, {"2026-11-11": PI, "2027-02-01": BUITEN}),
}
"""Where somebody is on which days, after a begin and this message."""


@pytest.mark.parametrize("soort", sorted(ROUTES))
def test_waar_iemand_is_na_dit_bericht(soort: str) -> None:
    een, route = ROUTES[soort]
    assert statussen(begin(), een) == ["aanvaard", "aanvaard"]
    with verwerking(programma()):
        feiten = feiten_van(_nummer())
    for dag, verwacht in route.items():
        plek = bekende_plaats(feiten, date.fromisoformat(dag))
        assert plek is not None
        assert (plek.soort, plek.inrichting) == verwacht, dag


@pytest.mark.parametrize("soort", sorted(ROUTES))
def test_een_ingetrokken_bericht_is_nooit_gebeurd(soort: str) -> None:
    een, route = ROUTES[soort]
    weg = bericht("intrekking", betreft=een["berichtId"], reden="ging niet door")
    assert set(statussen(begin(), een, weg)) == {"aanvaard"}
    with verwerking(programma()):
        feiten = feiten_van(_nummer())
    assert {bekende_plaats(feiten, date.fromisoformat(dag)).inrichting for dag in route} == {  # type: ignore[union-attr]
        "PI-NIEUWEGEIN"
    }


def test_een_correctie_verschuift_de_overplaatsing() -> None:
    verbeterd = correctie("V1-overplaatsing", {"datum": "2026-11-12"})
    assert set(statussen(begin(), OVERPLAATSING, verbeterd)) == {"aanvaard"}
    with verwerking(programma()):
        plaatsen = [(p.inrichting, str(p.van)) for p in dossier().plaatsen.all()]  # type: ignore[union-attr]
    assert plaatsen == [("PI-NIEUWEGEIN", "2026-11-01"), ("PI-ZWOLLE", "2026-11-12")]


def test_wie_is_vertrokken_is_vrij_en_het_dossier_blijft_een_tijd_gedeeld() -> None:
    assert set(statussen(begin(), bericht("einde", datum="2026-11-20", reden="schorsing"))) == {
        "aanvaard"
    }
    rij, nummer = dossier(), _nummer()
    assert rij is not None
    assert (str(rij.einde), rij.eindereden, rij.status) == ("2026-11-20", "schorsing", Dossier.OPEN)
    with verwerking(programma()):
        assert fase(feiten_van(nummer), date(2026, 11, 21)).waarde is Fase.NA
    assert _loketten_op(date(2026, 11, 23)) >= {"nazorg"}


def test_wie_overlijdt_keert_niet_terug_en_het_delen_houdt_na_de_afwikkeling_op() -> None:
    assert set(statussen(begin(), bericht("overlijden", datum="2026-11-20"))) == {"aanvaard"}
    rij = dossier()
    assert rij is not None
    assert (str(rij.einde), rij.eindereden) == ("2026-11-20", "overlijden")
    with verwerking(programma()):
        assert str(Dossier.objects.get(pk=rij.pk).persoon.overleden_op) == "2026-11-20"
    assert _loketten_op(date(2026, 11, 23)) >= {"nazorg"}
    assert _loketten_op(date(2027, 11, 23)) == set()


def test_wie_na_het_einde_overlijdt_was_vrij() -> None:
    einde = bericht("einde", datum="2026-11-10", reden="einde_straf")
    assert set(statussen(begin(), einde, bericht("overlijden", datum="2026-11-19"))) == {"aanvaard"}
    rij = dossier()
    assert rij is not None
    assert (str(rij.einde), rij.eindereden) == ("2026-11-10", "einde_straf")
    with verwerking(programma()):
        assert Journaal.objects.filter(dossier_id=rij.pk, soort="overleden").exists()


def test_een_ingetrokken_begin_laat_niemand_iets_zien_tot_de_intrekking_wordt_ingetrokken() -> None:
    weg = bericht("intrekking", betreft="V1-begin", reden="verkeerde persoon")
    statussen(begin(), weg)
    assert dossier().status == Dossier.INGETROKKEN  # type: ignore[union-attr]
    assert _loketten_op(date(2026, 11, 23)) == set()
    toch = {**weg, "berichtId": "V1-toch", "betreft": "V1-intrekking"}
    assert statussen(toch) == ["aanvaard"]
    assert dossier().status == Dossier.OPEN  # type: ignore[union-attr]
    assert _loketten_op(date(2026, 11, 23)) >= {"nazorg", "casemanagement"}


def test_een_verwachting_zonder_datum_maakt_het_einde_onbekend() -> None:
    statussen(begin(), einde_gewijzigd(verwachtEinde={"zekerheid": "onbekend"}))
    rij = dossier()
    assert rij is not None
    assert (rij.einde_vroegst, rij.einde_laatst, rij.zekerheid) == (None, None, "onbekend")


def test_elke_soort_bericht_heeft_hier_zijn_verhaal() -> None:
    elders = {"begin", "einde", "einde_gewijzigd", "overlijden", "correctie", "intrekking"}
    assert {*ROUTES, *elders} == set(Berichtsoort)


def _nummer() -> Any:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def _loketten_op(dag: date) -> set[str]:
    """The kinds of desk with a ground on this day."""
    nummer = _nummer()
    with verwerking(programma()):
        rijen = geldende_rijen([nummer]).get(nummer, [])
        return {rij.loket.soort for rij in rijen if is_geldig(van_rij(rij), dag)}  # type: ignore[arg-type]
