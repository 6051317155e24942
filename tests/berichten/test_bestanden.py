"""Files: a broken line stops nothing, CSV says the same as JSON, nonsense is refused in words."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from richting.berichten.bestanden import (
    Formaat,
    Onbruikbaar,
    Regel,
    Stroom,
    herken_formaat,
    lees,
)
from richting.berichten.kolommen import alle_kolommen
from richting.berichten.schema import voorbeelden
from richting.berichten.validatie import REGEL_MAX, GeldigBericht, valideer
from tests.berichten.bouwers import KADER, begin, einde_gewijzigd


def regels(inhoud: bytes, formaat: Formaat = Formaat.JSONL) -> list[Regel]:
    return list(lees(Stroom(io.BytesIO(inhoud)), formaat))


def jsonl(*berichten: Any) -> bytes:
    return b"\n".join(json.dumps(bericht).encode() for bericht in berichten) + b"\n"


def test_kapotte_regels_houden_de_rest_niet_tegen() -> None:
    lang = b'{"x": "' + b"y" * REGEL_MAX + b'"}'
    inhoud = b"\n".join(
        [
            jsonl(begin("V1")).strip(),
            b"{kapot",
            b"",
            b"\xff\xfe\xfa",
            lang,
            b'"',
            jsonl(begin("V2")),
        ]
    )

    gelezen = regels(inhoud)

    assert [(regel.nummer, regel.fout is None) for regel in gelezen] == [
        (1, True),
        (2, False),
        (4, False),
        (5, False),
        (6, False),
        (7, True),
    ]
    assert gelezen[-1].ruw == begin("V2")


def test_bom_en_windows_regeleinden_mogen() -> None:
    inhoud = b"\xef\xbb\xbf" + jsonl(begin("V1"), begin("V2")).replace(b"\n", b"\r\n")

    assert [regel.ruw for regel in regels(inhoud)] == [begin("V1"), begin("V2")]


@pytest.mark.parametrize(
    ("inhoud", "formaat"),
    [
        (b"\xff\xfe{\x00}\x00", Formaat.JSONL),
        (b'[{"berichtId": "1"}]', Formaat.JSONL),
        (b"naam,leeftijd\n", Formaat.CSV),
        (b"berichtId,berichtId,soort,bronTijd,verblijf\n", Formaat.CSV),
        (b'"berichtId\n', Formaat.CSV),
    ],
)
def test_onbruikbaar_bestand_wordt_met_een_zin_geweigerd(inhoud: bytes, formaat: Formaat) -> None:
    with pytest.raises(Onbruikbaar, match=r"Regel 1: .+\.$"):
        regels(inhoud, formaat)


def test_formaat_volgt_uit_de_naam() -> None:
    assert herken_formaat("Levering.CSV") is Formaat.CSV
    assert herken_formaat("levering.jsonl") is Formaat.JSONL
    with pytest.raises(Onbruikbaar):
        herken_formaat("levering.xlsx")


def plat(waarde: Any, pad: str = "") -> dict[str, str]:
    """A message as the cells of a CSV line."""
    if isinstance(waarde, dict):
        delen = [plat(deel, f"{pad}.{naam}" if pad else naam) for naam, deel in waarde.items()]
    elif isinstance(waarde, list) and waarde and isinstance(waarde[0], dict):
        delen = [plat(deel, f"{pad}.{nr}") for nr, deel in enumerate(waarde)]
    elif isinstance(waarde, list):
        return {pad: ";".join(waarde)}
    elif isinstance(waarde, bool):
        return {pad: "ja" if waarde else "nee"}
    else:
        return {pad: str(waarde)}
    return {naam: cel for deel in delen for naam, cel in deel.items()}


@pytest.mark.parametrize("scheiding", [",", ";"])
def test_csv_zegt_hetzelfde_als_json(scheiding: str) -> None:
    berichten = [b for b in voorbeelden().values() if b["soort"] != "correctie"]
    cellen = [plat(bericht) for bericht in berichten]
    kop = list(dict.fromkeys(naam for rij in cellen for naam in rij))
    blad = io.StringIO()
    schrijver = csv.DictWriter(blad, kop, delimiter=scheiding)
    schrijver.writeheader()
    schrijver.writerows(cellen)

    gelezen = regels(blad.getvalue().encode(), Formaat.CSV)

    assert [regel.ruw for regel in gelezen] == berichten
    assert all(isinstance(valideer(regel.ruw, KADER), GeldigBericht) for regel in gelezen)


def test_kapotte_csv_regels_houden_de_rest_niet_tegen() -> None:
    kop = "berichtId,soort,bronTijd,verblijf,datum\n"
    goed = "E1,overlijden,2026-11-02T09:30:00+01:00,V1,2026-11-02\n"
    inhoud = kop + 'E0,"overlijden,x,V1,2026-11-02\n' + "te,kort\n" + goed

    gelezen = regels(inhoud.encode(), Formaat.CSV)

    assert [regel.fout is None for regel in gelezen] == [False, False, True]
    assert isinstance(valideer(gelezen[2].ruw, KADER), GeldigBericht)


def test_een_verkeerde_csv_cel_wordt_een_fout_bij_het_veld() -> None:
    kop = "berichtId,soort,bronTijd,verblijf,begin,adolescentenstrafrecht\n"
    gelezen = regels(
        (kop + "B1,begin,2026-11-02T09:30:00Z,V1,gisteren,soms\n").encode(), Formaat.CSV
    )

    uit = valideer(gelezen[0].ruw, KADER)

    assert not isinstance(uit, GeldigBericht)
    assert {"begin", "adolescentenstrafrecht"} <= {fout.veld for fout in uit.fouten}


def test_elke_kolom_van_de_documentatie_bestaat_een_keer() -> None:
    namen = [naam for naam, _veld in alle_kolommen()]

    assert len(namen) == len(set(namen))
    assert {"persoon.bsn", "gemeenten.0.rol", "parketnummers", "verwachtEinde.vroegst"} <= set(
        namen
    )


def test_stroom_telt_wat_gelezen_is() -> None:
    inhoud = jsonl(begin(), einde_gewijzigd())
    stroom = Stroom(io.BytesIO(inhoud))
    list(lees(stroom, Formaat.JSONL))

    assert stroom.gelezen == len(inhoud)
    assert len(stroom.sha256) == 64
