"""The published JSON Schema says exactly what the check does; its examples are valid."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from richting.akkoord.woorden import Berichtsoort
from richting.berichten import schema, velden
from richting.berichten.validatie import GeldigBericht, heeft_goede_vorm, valideer
from tests.berichten import bouwers
from tests.berichten.bouwers import KADER

VORMEN = FormatChecker(formats=())


@VORMEN.checks("date", raises=ValueError)
def is_datum(waarde: Any) -> bool:
    return not isinstance(waarde, str) or bool(date.fromisoformat(waarde))


@VORMEN.checks("date-time", raises=ValueError)
def is_tijdstip(waarde: Any) -> bool:
    return not isinstance(waarde, str) or bool(datetime.fromisoformat(waarde))


KEURDER = Draft202012Validator(schema.maak_schema(), format_checker=VORMEN)


def test_gepubliceerd_schema_is_dat_van_de_controle() -> None:
    assert json.loads(schema.gepubliceerd()) == schema.maak_schema()


def test_schema_is_zelf_geldig() -> None:
    Draft202012Validator.check_schema(schema.maak_schema())


def test_elke_soort_bericht_heeft_een_voorbeeld() -> None:
    soorten = {voorbeeld["soort"] for voorbeeld in schema.voorbeelden().values()}

    assert soorten == {soort.value for soort in Berichtsoort}


@pytest.mark.parametrize("naam", sorted(schema.voorbeelden()))
def test_voorbeeld_klopt_met_schema_en_controle(naam: str) -> None:
    voorbeeld = schema.voorbeelden()[naam]

    assert not list(KEURDER.iter_errors(voorbeeld))
    assert isinstance(valideer(voorbeeld, KADER), GeldigBericht)


TEKSTEN = ("", " ", "x", "begin", "2026-02-30", "2026-11-02", "999990019", "GM0344", "pi", "a\nb")
ONZIN = (
    st.sampled_from(TEKSTEN)
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=300)
    | st.sampled_from([[], {}, [None], ["x"] * 60, {"x": 1}])
)


def paden(waarde: Any) -> list[tuple[Any, ...]]:
    """Every place in a message."""
    if isinstance(waarde, dict):
        delen = list(waarde.items())
    elif isinstance(waarde, list):
        delen = list(enumerate(waarde))
    else:
        return [()]
    return [(), *((naam, *rest) for naam, deel in delen for rest in paden(deel))]


def verknoei(bericht: Any, pad: tuple[Any, ...], waarde: Any) -> Any:
    """The message with this value in this place."""
    if not pad:
        return waarde
    kopie = dict(bericht) if isinstance(bericht, dict) else list(bericht)
    kopie[pad[0]] = verknoei(kopie[pad[0]], pad[1:], waarde)
    return kopie


@given(st.data())
@settings(max_examples=600, derandomize=True)
def test_een_verknoeid_bericht_ziet_het_schema_als_de_controle(data: st.DataObject) -> None:
    bericht = data.draw(st.sampled_from(list(schema.voorbeelden().values())))
    for _keer in range(data.draw(st.integers(1, 3))):
        pad = data.draw(st.sampled_from(paden(bericht)))
        bericht = verknoei(bericht, pad, data.draw(ONZIN))

    assert heeft_goede_vorm(bericht) == KEURDER.is_valid(bericht)


@given(naam=st.sampled_from(sorted(schema.voorbeelden())), keuze=st.integers(min_value=0))
@settings(max_examples=200, derandomize=True)
def test_een_weggelaten_of_vreemd_veld_ziet_het_schema_als_de_controle(
    naam: str, keuze: int
) -> None:
    voorbeeld = schema.voorbeelden()[naam]
    weg = sorted(voorbeeld)[keuze % len(voorbeeld)]
    zonder = {veld: waarde for veld, waarde in voorbeeld.items() if veld != weg}

    assert heeft_goede_vorm(zonder) == KEURDER.is_valid(zonder)
    assert not heeft_goede_vorm({**voorbeeld, weg + "X": 1})


def test_elk_veld_zegt_wat_het_betekent() -> None:
    for soort in Berichtsoort:
        for veld in (*velden.omslag(soort), *velden.INHOUD[soort]):
            assert veld.uitleg.endswith((".", "?")), (soort, veld.naam)


@pytest.mark.parametrize(
    ("moment", "goed"),
    [
        ("2026-11-02T09:30:00Z", True),
        ("2026-11-02T09:30:00.123456+14:00", True),
        ("2026-11-02T09:30:00-11:30", True),
        ("2026-11-02T09:30:00-00:00", False),
        ("2026-11-02T09:30:00", False),
        ("2026-11-02 09:30:00Z", False),
        ("2026-11-02T09:30Z", False),
        ("2026-02-30T09:30:00Z", False),
    ],
)
def test_tijdstip_mag_elke_tijdzone_hebben_en_moet_er_een_hebben(moment: str, goed: bool) -> None:
    bericht = bouwers.begin(bronTijd=moment)

    assert heeft_goede_vorm(bericht) is goed
