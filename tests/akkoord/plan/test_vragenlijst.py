"""The question sets: what they ask, which file is refused and with which sentence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from richting.akkoord.plan.eisen import KEUZEVRAGEN
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.gebieden import DATUMVRAGEN
from richting.akkoord.plan.vragenlijst import (
    FouteVragenlijst,
    Vraagsoort,
    check_antwoord,
    geldend,
)
from richting.akkoord.plan.vragenlijstbestand import laad, lees
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment
from richting.config.omgeving import FouteInstelling, Omgeving
from richting.config.opdracht import hoofd

MAP = files("richting.akkoord.plan").joinpath("vragenlijsten")
BASIS: dict[str, Any] = json.loads(MAP.joinpath("basis-1.json").read_text(encoding="utf-8"))
SCHEMA: dict[str, Any] = json.loads(MAP.joinpath("schema.json").read_text(encoding="utf-8"))
Wijziging = Callable[[dict[str, Any]], Any]


def als_bestand(lijst: dict[str, Any]) -> str:
    return json.dumps(lijst)


def versie_2(**kop: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BASIS), "versie": 2, "geldig_vanaf": "2026-12-01", **kop}


def fouten(lijst: Any, naam: str = "basis-1.json") -> tuple[str, ...]:
    with pytest.raises(FouteVragenlijst) as fout:
        lees(lijst if isinstance(lijst, str) else als_bestand(lijst), naam)
    return fout.value.fouten


@pytest.mark.clausule("5.1", "5.2")
def test_elk_leefgebied_heeft_vragen_en_samen_zijn_het_er_weinig() -> None:
    lijst = laad()["basis-1"]
    per_gebied = [len(lijst.voor(gebied, Meetmoment.BEGIN)) for gebied in Leefgebied]
    assert all(per_gebied)
    assert sum(per_gebied) <= 36  # five seconds each is three minutes


def test_elke_vraag_staat_er_in_twee_talen_en_kent_niet_gevraagd() -> None:
    for vraag in laad()["basis-1"].vragen:
        assert vraag.tekst.in_taal("nl") != vraag.tekst.in_taal("en")
        assert Antwoordsoort.NIET_GEVRAAGD in vraag.mag
        assert Antwoordsoort.ONBEKEND in vraag.mag
        assert Antwoordsoort.WIL_NIET in vraag.mag


def test_wat_de_stand_moet_weten_wordt_gevraagd_met_alle_antwoorden() -> None:
    lijst = laad()["basis-1"]
    for nodig in KEUZEVRAGEN:
        vraag = lijst.vraag(nodig.vraag)
        assert vraag is not None
        if vraag.soort is Vraagsoort.KEUZE:
            assert {keuze.code for keuze in vraag.keuzes} == set(nodig.tabel)
    assert all(lijst.vraag(code) for code in DATUMVRAGEN)


@pytest.mark.clausule("6.4")
def test_over_zorg_wordt_niets_medisch_gevraagd() -> None:
    zorg = laad()["basis-1"].voor(Leefgebied.ZORG, Meetmoment.BEGIN)
    assert {v.code for v in zorg} == {
        *("zorgverzekering", "verzekeraar", "zorg_nodig"),
        *("indicatie", "zorg_aansluiting", "medicijnen"),
    }


def test_het_schema_past_op_de_lijst_van_het_programma() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(BASIS, SCHEMA)


def _zet(nr: int, veld: str, waarde: Any) -> Wijziging:
    return lambda lijst: lijst["vragen"][nr].__setitem__(veld, waarde)


FOUT: list[tuple[str, Wijziging, str]] = [
    ("geen versie", lambda lst: lst.pop("versie"), "veld versie: verwacht is een geheel getal"),
    ("versie nul", lambda lst: lst.update(versie=0), "veld versie"),
    ("geen datum", lambda lst: lst.update(geldig_vanaf="morgen"), "veld geldig_vanaf"),
    ("vreemd veld", lambda lst: lst.update(auteur="x"), "veld auteur: dit veld bestaat niet"),
    ("geen vragen", lambda lst: lst.update(vragen=[]), "veld vragen"),
    ("toelichting", lambda lst: lst.update(toelichting="x"), "veld toelichting"),
    ("een getal", lambda lst: lst["vragen"].__setitem__(0, 3), "vraag 1, veld vragen"),
    ("soort", _zet(0, "soort", "gok"), "vraag 1 (onderdak_na), veld soort: kies uit ja_nee"),
    ("gebied", _zet(1, "leefgebied", "geloof"), "vraag 2 (onderdak_duurzaam), veld leefgebied"),
    ("een taal", _zet(2, "tekst", {"nl": "Hoe?"}), "vraag 3 (plek_tot), veld tekst"),
    ("lege tekst", _zet(2, "tekst", {"nl": "", "en": "x"}), "veld tekst"),
    ("mag", _zet(0, "mag", ["misschien"]), "veld mag"),
    ("moment", _zet(0, "momenten", ["ooit"]), "veld momenten"),
    ("een keuze", _zet(0, "keuzes", [{"code": "a", "nl": "A", "en": "B"}]), "twee of meer keuzes"),
    ("keuze bij ja", _zet(1, "keuzes", []), "alleen een vraag van de soort keuze"),
    ("hoofdletter", _zet(0, "code", "Onderdak"), "veld code: verwacht zijn kleine letters"),
]


@pytest.mark.parametrize(("wat", "maak_stuk", "zin"), FOUT, ids=[geval[0] for geval in FOUT])
def test_een_fout_wordt_genoemd_met_bestand_vraag_en_veld(
    wat: str, maak_stuk: Wijziging, zin: str
) -> None:
    lijst = copy.deepcopy(BASIS)
    maak_stuk(lijst)
    gevonden = fouten(lijst)
    assert any(zin in fout for fout in gevonden), gevonden
    assert all(fout.startswith("basis-1.json") for fout in gevonden)
    if wat not in ("geen datum",):  # a tool checks the format of a day only when asked to
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(lijst, SCHEMA)


def test_alle_fouten_komen_tegelijk() -> None:
    lijst = copy.deepcopy(BASIS)
    lijst["vragen"][0]["soort"] = "gok"
    lijst["vragen"][4]["mag"] = "alles"
    assert len(fouten(lijst)) == 2


def test_een_vraag_die_de_stand_nodig_heeft_mag_niet_weg() -> None:
    lijst = copy.deepcopy(BASIS)
    lijst["vragen"] = [v for v in lijst["vragen"] if v["code"] not in ("id_document", "plek_tot")]
    gevonden = fouten(lijst)
    assert [("id_document" in f, "plek_tot" in f) for f in gevonden] == [
        (True, False),
        (False, True),
    ]


def test_een_antwoord_dat_de_stand_niet_kent_wordt_geweigerd() -> None:
    lijst = copy.deepcopy(BASIS)
    lijst["vragen"][0]["keuzes"].append({"code": "tent", "nl": "Tent", "en": "Tent"})
    assert "het antwoord tent niet" in fouten(lijst)[0]


def test_dezelfde_vraag_of_keuze_twee_keer() -> None:
    lijst = copy.deepcopy(BASIS)
    lijst["vragen"].append(copy.deepcopy(lijst["vragen"][2]))
    assert "plek_tot staat er meer dan een keer in" in fouten(lijst)[0]
    lijst = copy.deepcopy(BASIS)
    lijst["vragen"][0]["keuzes"].append(lijst["vragen"][0]["keuzes"][0])
    assert "eigen_woning staat er meer dan een keer in" in fouten(lijst)[0]


def test_geen_json_en_een_andere_naam() -> None:
    assert "dit is geen JSON" in fouten("{")[0]
    assert "verwacht is een object" in fouten("[]")[0]
    assert "het bestand moet basis-1.json heten" in fouten(BASIS, "lijst.json")[0]


@pytest.fixture
def map_met_versie_2(tmp_path: Path) -> Path:
    (tmp_path / "basis-2.json").write_text(als_bestand(versie_2()), encoding="utf-8")
    return tmp_path


@pytest.mark.clausule("8.2")
def test_een_nieuwe_versie_geldt_vanaf_haar_dag_en_de_oude_blijft(map_met_versie_2: Path) -> None:
    lijsten = laad(map_met_versie_2)
    assert set(lijsten) == {"basis-1", "basis-2"}
    assert geldend(lijsten.values(), date(2026, 11, 30)).code == "basis-1"
    assert geldend(lijsten.values(), date(2026, 12, 1)).code == "basis-2"
    with pytest.raises(LookupError):
        geldend(lijsten.values(), date(2010, 1, 1))


def test_een_versie_die_er_al_is_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "basis-1.json").write_text(als_bestand(BASIS), encoding="utf-8")
    with pytest.raises(FouteVragenlijst, match="er is al een vragenlijst basis-1"):
        laad(tmp_path)


def test_het_programma_start_niet_met_een_foute_vragenlijst(tmp_path: Path) -> None:
    (tmp_path / "basis-2.json").write_text("{}", encoding="utf-8")
    env = {"RICHTING_VRAGENLIJSTEN": str(tmp_path)}
    with pytest.raises(FouteInstelling, match=r"RICHTING_VRAGENLIJSTEN.*basis-2\.json"):
        Omgeving.uit(env)
    with pytest.raises(FouteInstelling, match="bestaat niet"):
        Omgeving.uit({"RICHTING_VRAGENLIJSTEN": str(tmp_path / "weg")})


def test_de_opdracht_controleert_een_bestand(
    map_met_versie_2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goed = map_met_versie_2 / "basis-2.json"
    assert hoofd(["vragenlijst", "--controleer", str(goed)]) == 0
    assert "basis-2 klopt" in capsys.readouterr().out
    goed.write_text(als_bestand(versie_2(versie=3)), encoding="utf-8")
    assert hoofd(["vragenlijst", "--controleer", str(goed)]) == 1
    assert "moet basis-3.json heten" in capsys.readouterr().out
    assert hoofd(["vragenlijst", "--controleer", str(goed.with_name("weg.json"))]) == 1


PASSEN: list[tuple[str, Any, bool]] = [
    ("onderdak_duurzaam", True, True),
    ("onderdak_duurzaam", "ja", False),
    ("onderdak_na", "geen", True),
    ("onderdak_na", "tent", False),
    ("plek_tot", date(2027, 1, 1), True),
    ("plek_tot", date(1200, 1, 1), False),
    ("plek_tot", "2027-01-01", False),
    ("schulden_bedrag", 0, True),
    ("schulden_bedrag", 5000, True),
    ("schulden_bedrag", -1, False),
    ("schulden_bedrag", True, False),
    ("verzekeraar", "Verzonnen Zorg", True),
    ("verzekeraar", "", False),
    ("verzekeraar", "x" * 61, False),
]


@pytest.mark.parametrize(("code", "waarde", "past"), PASSEN)
def test_een_antwoord_past_bij_zijn_vraag_of_niet(code: str, waarde: Any, past: bool) -> None:
    vraag = laad()["basis-1"].vraag(code)
    assert vraag is not None
    gegeven = Antwoord(code, Antwoordsoort.GEGEVEN, waarde)
    if past:
        check_antwoord(vraag, gegeven)
    else:
        with pytest.raises(ValueError, match=r"\w"):
            check_antwoord(vraag, gegeven)


def test_niet_van_toepassing_mag_niet_overal() -> None:
    vraag = laad()["basis-1"].vraag("onderdak_na")
    assert vraag is not None
    check_antwoord(vraag, Antwoord("onderdak_na", Antwoordsoort.WIL_NIET))
    with pytest.raises(ValueError, match="kan niet bij deze vraag"):
        check_antwoord(vraag, Antwoord("onderdak_na", Antwoordsoort.NIET_VAN_TOEPASSING))
