"""A refusal names every error with its field, and never the value."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from richting.akkoord.woorden import Berichtsoort
from richting.berichten.validatie import (
    GeldigBericht,
    OngeldigBericht,
    Onleesbaar,
    controleer_correctie,
    ontleed,
    valideer,
)
from tests.berichten.bouwers import KADER, begin, correctie, einde_gewijzigd


def fouten(ruw: Any) -> list[tuple[str, str]]:
    uit = valideer(ruw, KADER)
    assert isinstance(uit, OngeldigBericht)
    assert all(fout.zin.endswith(".") for fout in uit.fouten)
    return [(fout.veld, fout.code) for fout in uit.fouten]


def test_goed_bericht_wordt_een_getypt_bericht() -> None:
    uit = valideer(begin(), KADER)

    assert isinstance(uit, GeldigBericht)
    assert uit.soort is Berichtsoort.BEGIN
    assert uit.bron_tijd.isoformat() == "2026-11-02T09:30:00+01:00"
    assert "berichtId" not in uit.inhoud
    assert uit.inhoud["persoon"]["geslachtsnaam"] == "Verzonnen"


def test_alle_fouten_komen_tegelijk() -> None:
    kapot = begin(
        bronTijd="gisteren",
        titel="taakstraf",
        begin=None,
        persoon={"bsn": "123", "geslachtsnaam": " ", "hobby": "schaken"},
        plaats={"soort": "pi"},
        gemeenten=[{"gemeente": "GM34", "rol": "ingezetene"}],
    )

    assert set(fouten(kapot)) == {
        ("bronTijd", "verkeerde_vorm"),
        ("titel", "onbekende_waarde"),
        ("begin", "verplicht"),
        ("persoon.bsn", "verkeerde_vorm"),
        ("persoon.geslachtsnaam", "verkeerde_vorm"),
        ("persoon.hobby", "onbekend_veld"),
        ("plaats.inrichting", "verplicht"),
        ("gemeenten[0].gemeente", "verkeerde_vorm"),
    }


def test_fout_herhaalt_de_waarde_niet() -> None:
    uit = valideer(begin(persoon={"bsn": "999999999", "geslachtsnaam": "Geheim\x00naam"}), KADER)

    assert isinstance(uit, OngeldigBericht)
    tekst = str([fout.als_dict() for fout in uit.fouten])
    assert "999999999" not in tekst
    assert "Geheim" not in tekst


PERSOON = begin()["persoon"]


@pytest.mark.parametrize(
    ("bericht", "veld", "code"),
    [
        (begin(persoon={**PERSOON, "bsn": "999990010"}), "persoon.bsn", "elfproef"),
        (begin(persoon={**PERSOON, "bsn": "111222333"}), "persoon.bsn", "geen_testnummer"),
        (
            begin(persoon={**PERSOON, "geboortedatum": "2026-12-01"}),
            "persoon.geboortedatum",
            "datum_in_toekomst",
        ),
        (begin(begin="1990-05-16"), "begin", "datums_omgekeerd"),
        (begin(begin="2026-02-30"), "begin", "datum_bestaat_niet"),
        (begin(begin="2029-11-01", verwachtEinde=None), "begin", "datum_in_toekomst"),
        (begin(bronTijd="2026-11-25T09:00:00Z"), "bronTijd", "datum_in_toekomst"),
        (
            begin(verwachtEinde={"vroegst": "2026-10-01", "zekerheid": "vast"}),
            "verwachtEinde.vroegst",
            "datums_omgekeerd",
        ),
        (
            begin(verwachtEinde={"vroegst": "2027-01-02", "zekerheid": "onbekend"}),
            "verwachtEinde.zekerheid",
            "past_niet",
        ),
        (begin(verwachtEinde={"zekerheid": "vast"}), "verwachtEinde.zekerheid", "past_niet"),
        (
            begin(gemeenten=[{"gemeente": "GM0344", "rol": "ingezetene"}] * 2),
            "gemeenten[1].rol",
            "dubbel",
        ),
        (
            begin(risico18b={"vanaf": "2026-11-02", "tot": "2026-11-01"}),
            "risico18b.tot",
            "datums_omgekeerd",
        ),
        (einde_gewijzigd(berichtId="geen spatie!"), "berichtId", "verkeerde_vorm"),
        (einde_gewijzigd(soort="vakantie"), "soort", "onbekende_waarde"),
        (correctie("X", {}), "velden", "leeg"),
        ({**correctie("X", {"begin": "2026-11-02"}), "betreft": "X-c"}, "betreft", "zichzelf"),
        ("geen bericht", "", "geen_object"),
    ],
)
def test_wat_niet_klopt_wordt_genoemd(bericht: Any, veld: str, code: str) -> None:
    assert (veld, code) in fouten(bericht)


def test_in_productie_hoort_een_testnummer_niet() -> None:
    uit = valideer(begin(), replace(KADER, testpersonen=False))

    assert isinstance(uit, OngeldigBericht)
    assert [(fout.veld, fout.code) for fout in uit.fouten] == [("persoon.bsn", "testnummer")]


def test_onbekende_leeftijd_status_en_gemeente_zijn_geldig() -> None:
    kaal = begin(persoon={"geslachtsnaam": "Onbekend"}, gemeenten=None, verwachtEinde=None)

    assert isinstance(valideer(kaal, KADER), GeldigBericht)


def test_vingerafdruk_is_gelijk_voor_elke_schrijfwijze() -> None:
    een = valideer(begin(bronTijd="2026-11-02T09:30:00+01:00"), KADER)
    ander = valideer(begin(bronTijd="2026-11-02T08:30:00.000Z", reclassering=None), KADER)
    verschil = valideer(begin(begin="2026-11-02"), KADER)
    assert isinstance(een, GeldigBericht)
    assert isinstance(ander, GeldigBericht)
    assert isinstance(verschil, GeldigBericht)

    assert een.vingerafdruk("sleutel") == ander.vingerafdruk("sleutel")
    assert een.vingerafdruk("sleutel") != verschil.vingerafdruk("sleutel")
    assert een.vingerafdruk("sleutel") != een.vingerafdruk("andere")


@pytest.mark.parametrize(
    "ruw",
    [
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'"\xff"',
        b"[" * 100_000,
        b'{"a": 1' + b"0" * 5000 + b"}",
    ],
)
def test_onleesbare_json_geeft_een_zin(ruw: bytes) -> None:
    with pytest.raises(Onleesbaar, match=r"\.$"):
        ontleed(ruw)


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"begin": "2026-11-03"}, []),
        ({"persoon": None}, [("velden.persoon", "verplicht")]),
        ({"gemeenten": None}, []),
        ({"teruggekeerdOp": "2026-11-03"}, [("velden.teruggekeerdOp", "onbekend_veld")]),
    ],
)
def test_correctie_past_bij_de_soort_die_zij_verbetert(
    velden: dict[str, Any], verwacht: list[tuple[str, str]]
) -> None:
    gevonden = controleer_correctie(Berichtsoort.BEGIN, velden)

    assert [(fout.veld, fout.code) for fout in gevonden] == verwacht
