"""Rooms react in rounds to what others note; who is last hears all of it once."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from richting.kern import gebeurtenissen, klok
from richting.kern.context import systeem_zelf
from richting.kern.gebeurtenissen import Reactie, Wijzigingen, bij_wijziging
from richting.kern.models import Journaal
from richting.kern.werk import Werk, verwerking

pytestmark = pytest.mark.django_db
Gezien = list[list[str]]


@pytest.fixture(autouse=True)
def alleen_deze_kamers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gebeurtenissen, "_reacties", [])
    monkeypatch.setattr(gebeurtenissen, "_laatste", [])


def kamer(gezien: Gezien, dossier: UUID, antwoorden: dict[str, str]) -> Reactie:
    """A room that keeps what it was told, and notes what answers that."""

    def reageer(werk: Werk, wijzigingen: Wijzigingen) -> None:
        soorten = [een.soort for een in wijzigingen[dossier]]
        gezien.append(soorten)
        for soort in soorten:
            if soort in antwoorden:
                werk.noteer(dossier, antwoorden[soort], "verblijf")

    return reageer


def noteer(dossier: UUID, soort: str) -> None:
    with verwerking(systeem_zelf("test", klok.nu())) as werk:
        werk.noteer(dossier, soort, "verblijf")


def test_wie_als_laatste_reageert_hoort_eenmaal_alles() -> None:
    dossier = uuid4()
    gewoon: Gezien = []
    laatst: Gezien = []
    bij_wijziging(kamer(laatst, dossier, {}), laatst=True)
    bij_wijziging(kamer(gewoon, dossier, {"vraag": "antwoord", "antwoord": "dank"}))
    noteer(dossier, "vraag")
    assert gewoon == [["vraag"], ["antwoord"], ["dank"]]
    assert laatst == [["vraag", "antwoord", "dank"]]


def test_wie_als_laatste_reageert_en_toch_noteert_draait_alles_terug() -> None:
    dossier = uuid4()
    bij_wijziging(kamer([], dossier, {"vraag": "te laat"}), laatst=True)
    with pytest.raises(RuntimeError, match="noteert niets"):
        noteer(dossier, "vraag")
    assert not Journaal.objects.filter(keten=f"dossier:{dossier}").exists()


def test_kamers_die_elkaar_blijven_antwoorden_worden_teruggedraaid() -> None:
    dossier = uuid4()
    bij_wijziging(kamer([], dossier, {"heen": "terug", "terug": "heen"}))
    with pytest.raises(RuntimeError, match="blijven op elkaar reageren"):
        noteer(dossier, "heen")
    assert not Journaal.objects.filter(keten=f"dossier:{dossier}").exists()
