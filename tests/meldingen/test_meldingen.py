"""Who is told what when something changes: everybody who must know, once, and nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from richting.akkoord.woorden import Berichtsoort, Feitsoort
from richting.akkoord.zicht import BEGIN, EINDE
from richting.delen.controle import afwijkende_dossiers
from richting.delen.models import Grond
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.acties import FEITEN
from richting.meldingen.models import Melding
from tests.berichten.bouwers import (
    ANDERE_GEMEENTE,
    begin,
    correctie,
    einde_gewijzigd,
    maak_partijen,
    programma,
    statussen,
    stuur,
    tel,
)
from tests.partijen.bouwers import maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.1")]
ANNA, BRAM, CATO = "nazorg GM0344", "casemanagement PI-NIEUWEGEIN", "reclassering RN"
DIRK, EVA, ZWOLLE = "openbare_orde GM0344", "nazorg GM0202", "casemanagement PI-ZWOLLE"
OM, POLITIE = "om OM", "politie POLITIE"
ALLE_DRIE = {ANNA, BRAM, CATO}
BEGONNEN = begin(reclassering="RN")


@pytest.fixture(autouse=True)
def _land() -> None:
    maak_partijen()
    maak_ploeg()


def verteld(na: int = 0) -> dict[str, set[str]]:
    """Per kind of fact which desks were told, leaving out the first `na` lines."""
    uit: dict[str, set[str]] = {}
    with verwerking(programma()):
        for melding in Melding.objects.select_related("loket__organisatie").order_by("pk")[na:]:
            wie = f"{melding.loket.soort} {melding.loket.organisatie.code}"
            assert wie not in uit.setdefault(melding.soort, set()), "twee keer verteld"
            uit[melding.soort].add(wie)
    return uit


def bericht(soort: str, bericht_id: str = "", **inhoud: Any) -> dict[str, Any]:
    omslag = {"berichtId": bericht_id or f"V1-{soort}", "soort": soort, "verblijf": "V1"}
    return {**omslag, "bronTijd": "2026-11-20T10:00:00Z", **inhoud}


def erna(*berichten: Any) -> dict[str, set[str]]:
    """What is told of these messages, after a stay that everybody knows."""
    stuur(BEGONNEN)
    aantal = tel(Melding)
    assert set(statussen(*berichten)) == {"aanvaard"}
    return verteld(aantal)


def test_een_begin_wordt_verteld_aan_gemeente_inrichting_en_reclassering() -> None:
    stuur(BEGONNEN)
    assert verteld() == {"verblijf_begonnen": ALLE_DRIE}


def test_een_verblijf_dat_nog_moet_beginnen_wordt_aangekondigd() -> None:
    stuur(begin(begin="2026-12-07"))
    assert set(verteld()) == {"verblijf_aangekondigd"}


def test_herhalen_vertelt_niets_opnieuw() -> None:
    assert statussen(BEGONNEN, einde_gewijzigd()) == ["aanvaard", "aanvaard"]
    voor = verteld()
    assert statussen(BEGONNEN, einde_gewijzigd()) == ["herhaald", "herhaald"]
    assert verteld() == voor


ZWOLSE = {"soort": "pi", "inrichting": "PI-ZWOLLE"}
GEVALLEN: dict[str, tuple[dict[str, Any], str, set[str]]] = {
    Berichtsoort.OVERPLAATSING: (
        bericht("overplaatsing", datum="2026-11-27", plaats=ZWOLSE),
        Feitsoort.OVERGEPLAATST,
        ALLE_DRIE | {ZWOLLE},
    ),
    Berichtsoort.EINDE_GEWIJZIGD: (einde_gewijzigd(), Feitsoort.EINDE_GEWIJZIGD, ALLE_DRIE),
    Berichtsoort.VERLOF: (
        bericht("verlof", van="2026-11-27", tot="2026-11-29"),
        Feitsoort.VERLOF,
        ALLE_DRIE,
    ),
    Berichtsoort.FASERING_BUITEN: (
        bericht("fasering_buiten", van="2026-11-27", vorm="buiten_fasering", reden="programma"),
        Feitsoort.BUITEN_GEPLAATST,
        ALLE_DRIE,
    ),
    Berichtsoort.EINDE: (
        bericht("einde", datum="2026-11-20", reden="opheffing"),
        Feitsoort.VERTROKKEN,
        ALLE_DRIE,
    ),
    Berichtsoort.OVERLIJDEN: (
        bericht("overlijden", datum="2026-11-20"),
        Feitsoort.OVERLEDEN,
        ALLE_DRIE,
    ),
    Berichtsoort.ONTVLUCHTING: (
        bericht("ontvluchting", datum="2026-11-20"),
        Feitsoort.ONTVLUCHT,
        ALLE_DRIE,
    ),
    Berichtsoort.CORRECTIE: (
        correctie("V1-begin", {"begin": "2026-10-30"}),
        Feitsoort.GECORRIGEERD,
        ALLE_DRIE,
    ),
    Berichtsoort.INTREKKING: (
        bericht("intrekking", betreft="V1-begin", reden="verkeerde persoon"),
        Feitsoort.NIET_MEER_VAN_U,
        ALLE_DRIE,
    ),
}
"""Per kind of message what is told of it and to whom."""


def test_elke_soort_bericht_staat_in_de_tabel() -> None:
    assert set(GEVALLEN) == set(Berichtsoort) - {Berichtsoort.BEGIN}


@pytest.mark.parametrize("soort", sorted(GEVALLEN))
def test_elk_bericht_wordt_verteld_aan_wie_het_raakt(soort: str) -> None:
    een, feit, wie = GEVALLEN[soort]
    overgegaan = {"regie_van_rechtswege": {ANNA, BRAM}} if soort == Berichtsoort.EINDE else {}
    assert erna(een) == {feit: wie, **overgegaan}


def test_het_einde_is_niet_meer_bekend() -> None:
    onbekend = einde_gewijzigd(verwachtEinde={"zekerheid": "onbekend"})
    assert erna(onbekend) == {Feitsoort.EINDE_ONBEKEND: ALLE_DRIE}


def test_een_andere_gemeente_de_oude_hoort_alleen_dat_het_niet_meer_van_haar_is() -> None:
    arnhem = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]
    assert erna(correctie("V1-begin", {"gemeenten": arnhem})) == {
        Feitsoort.GEMEENTE_GEWIJZIGD: {BRAM, CATO, EVA},
        Feitsoort.NIET_MEER_VAN_U: {ANNA},
        Feitsoort.REGIE_VAN_RECHTSWEGE: {EVA},
    }


def test_de_oude_inrichting_hoort_dat_het_dossier_weg_is_als_de_overplaatsing_al_was() -> None:
    with klok.op(date(2026, 11, 2)):
        stuur(BEGONNEN)
    aantal = tel(Melding)
    stuur(bericht("overplaatsing", datum="2026-11-20", plaats=ZWOLSE))
    assert verteld(aantal) == {
        Feitsoort.OVERGEPLAATST: {ANNA, CATO, ZWOLLE},
        Feitsoort.NIET_MEER_VAN_U: {BRAM},
        Feitsoort.REGIE_VAN_RECHTSWEGE: {ZWOLLE},
    }


@pytest.mark.clausule("6.3")
@pytest.mark.parametrize(("vanaf", "zag"), [("2026-11-10", True), ("2027-01-04", False)])
def test_wie_een_grond_verliest_hoort_dat_alleen_als_het_loket_het_dossier_zag(
    vanaf: str, zag: bool
) -> None:
    """A marking that is taken back before it began was never seen, and stays unheard of."""
    stuur(begin(risico18b={"vanaf": vanaf}))
    aantal = tel(Melding)
    assert statussen(correctie("V1-begin", {"risico18b": None})) == ["aanvaard"]
    alleen_18b = {DIRK, OM, POLITIE}
    zagen = {Feitsoort.NIET_MEER_VAN_U: alleen_18b, Feitsoort.RISICO_GEEINDIGD: {BRAM}}
    assert verteld(aantal) == (zagen if zag else {})


def test_toezicht_hoort_alleen_wie_het_toezicht_mag_zien() -> None:
    toezicht = [{"organisatie": "RN", "van": "2027-03-01"}]
    gemeld = erna(correctie("V1-begin", {"toezicht": toezicht}))
    assert set(gemeld) == {Feitsoort.TOEZICHT_GEWIJZIGD}
    assert gemeld[Feitsoort.TOEZICHT_GEWIJZIGD] <= ALLE_DRIE


@pytest.mark.clausule("6.3")
def test_de_openbare_orde_hoort_niets_zonder_grond() -> None:
    gemeld = erna(einde_gewijzigd(), *(GEVALLEN[s][0] for s in ("verlof", "einde")))
    assert DIRK not in {wie for allen in gemeld.values() for wie in allen}


def test_wie_binnenkomt_en_meteen_wordt_ingetrokken_is_aan_niemand_verteld() -> None:
    """The withdrawal was there before the begin: nobody may hear that there ever was a stay."""
    weg = bericht("intrekking", betreft="V1-begin", reden="verkeerde persoon")
    assert statussen(weg) == ["wacht"]
    assert statussen(BEGONNEN) == ["aanvaard"]
    assert verteld() == {}


def test_een_gemeente_die_al_verbeterd_was_voor_het_begin_kwam_hoort_niets() -> None:
    arnhem = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]
    assert statussen(correctie("V1-begin", {"gemeenten": arnhem})) == ["wacht"]
    stuur(BEGONNEN)
    gehoord = {wie for allen in verteld().values() for wie in allen}
    assert ANNA not in gehoord
    assert {BRAM, CATO, EVA} <= gehoord


def test_iedereen_hoort_op_tijd_en_op_welke_grond() -> None:
    stuur(BEGONNEN)
    with verwerking(programma()):
        for melding in Melding.objects.all():
            assert melding.uiterlijk >= melding.feitdatum
            assert "clausule 5.4" in melding.bron
            assert "Pbw" in melding.bron or "Wjsg" in melding.bron
            assert "Verzonnen" not in melding.zin


def test_elke_soort_feit_wordt_ergens_verteld() -> None:
    uit_het_journaal = set(FEITEN.values())
    uitgerekend = {
        Feitsoort.VERBLIJF_BEGONNEN,
        Feitsoort.VERBLIJF_AANGEKONDIGD,
        Feitsoort.EINDE_GEWIJZIGD,
        Feitsoort.EINDE_ONBEKEND,
        Feitsoort.ZELFDE_DAG_VRIJ,
        *BEGIN.values(),
        *EINDE.values(),
    }
    van_het_plan = (
        "actie_",
        "verzoek_",
        "inbreng_",
        "plaats_",
        "teruggemeld",
        "terugmelding_",
        "herinnering",
        "regie_",
        "overdracht_",
        "overleg_",
        "besluit_",
        "spoedbesluit",
        "bij_verstrekt",
        "bij_gewijzigd",
        "bij_ingetrokken",
    )
    aan_een_loket = {feit for feit in Feitsoort if feit.value.startswith(van_het_plan)}
    assert uit_het_journaal | uitgerekend | aan_een_loket == set(Feitsoort)
    assert not uit_het_journaal & uitgerekend
    assert not (uit_het_journaal | uitgerekend) & aan_een_loket


def test_een_verblijf_buiten_de_doelgroep_laat_alleen_een_afscheid_na() -> None:
    jong = {**BEGONNEN["persoon"], "geboortedatum": "2012-01-01"}
    stuur(BEGONNEN)
    aantal = tel(Melding)
    assert statussen(correctie("V1-begin", {"persoon": jong})) == ["buiten_doelgroep"]
    assert verteld(aantal) == {Feitsoort.NIET_MEER_VAN_U: ALLE_DRIE}
    with verwerking(programma()):
        assert not [nr for deel in afwijkende_dossiers(date(2026, 11, 23)) for nr in deel]
        assert not Grond.objects.filter(vervallen_op=None).exists()
