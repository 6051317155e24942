"""The invented nation: reproducible, and in the proportions of the sources."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from richting.akkoord.feiten import Feiten, Persoonsfeiten, Veroordeling
from richting.akkoord.grondslagen.bij import valt_onder_bij
from richting.akkoord.woorden import Berichtsoort, Eindereden, Titel
from richting.berichten.samenhang import Kader
from richting.berichten.validatie import GeldigBericht, valideer
from richting.demo import verhoudingen as v
from richting.demo.mensen import Natie, Partijen
from richting.demo.natie import berichten, plannen
from richting.demo.storingen import FOUT_BSN
from richting.demo.verblijf import Plan
from tests.berichten.bouwers import NU

VANDAAG = date(2026, 11, 23)


@lru_cache
def natie(zaad: int = 1, omvang: int = 1500) -> tuple[dict[str, Any], ...]:
    return tuple(berichten(omvang, zaad, VANDAAG))


@lru_cache
def verblijven(omvang: int = 15_000) -> tuple[Plan, ...]:
    return tuple(plannen(Natie(Random(1), 1, VANDAAG, Partijen.op(VANDAAG)), omvang))


def begins() -> Iterator[dict[str, Any]]:
    return (een for een in natie() if een["soort"] == "begin")


def feiten(plan: Plan) -> Feiten:
    straf = plan.extra.get("veroordeling")
    veroordeling = straf and Veroordeling(
        tuple(straf["artikelen"]),
        onherroepelijk=straf["onherroepelijk"],
        onvoorwaardelijk_maanden=straf["onvoorwaardelijkMaanden"],
        tbs_verpleging=straf.get("tbsVerpleging", False),
        pleegdatum=date.fromisoformat(straf["pleegdatum"]),
    )
    return Feiten(
        Persoonsfeiten(None), plan.titel, plan.begin, plan.eerste, veroordeling=veroordeling
    )


def test_hetzelfde_zaad_geeft_dezelfde_natie() -> None:
    assert natie() == tuple(berichten(1500, 1, VANDAAG))
    assert natie(1) != natie(2)


def test_de_natie_hangt_niet_aan_het_proces_dat_haar_maakt() -> None:
    """Python hashes strings differently in every process."""
    opdracht = "from datetime import date; from richting.demo.natie import berichten; import json; "
    opdracht += "print(json.dumps(list(berichten(60, 1, date(2026, 11, 23)))))"
    uit = subprocess.run(
        [sys.executable, "-c", opdracht],
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert json.loads(uit.stdout) == list(berichten(60, 1, VANDAAG))


def test_alle_berichten_zijn_geldig_behalve_die_met_opzet_fout_zijn() -> None:
    kader = Kader(NU + timedelta(days=1), testpersonen=True)
    fout = [een for een in natie() if not isinstance(valideer(een, kader), GeldigBericht)]
    assert all(een["persoon"].get("bsn") == FOUT_BSN for een in fout)
    assert 0 < len(fout) < 30


def test_wat_er_in_een_verblijf_kan_gebeuren_gebeurt() -> None:
    gezien = Counter(een["soort"] for een in natie(omvang=8_000))
    assert set(gezien) == {soort.value for soort in Berichtsoort}
    redenen = {een["reden"] for een in natie(omvang=8_000) if een["soort"] == "einde"}
    assert redenen == {reden.value for reden in Eindereden} - {
        Eindereden.OVERLIJDEN,
        Eindereden.ONTVLUCHTING_DEFINITIEF,
        Eindereden.ONBEKEND,
    }


def test_fouten_van_de_bron_komen_voor() -> None:
    nummers = Counter(een["berichtId"] for een in natie())
    tijden = [een["bronTijd"] for een in natie()]
    assert max(nummers.values()) == 2
    assert tijden != sorted(tijden)
    assert any(een.get("plaats", {}).get("inrichting") == "PI-NERGENS" for een in natie())
    begonnen = {een["verblijf"] for een in begins()}
    assert {een["verblijf"] for een in natie()} - begonnen


@pytest.mark.clausule("3.2")
def test_de_omvang_van_een_nationaal_jaar() -> None:
    assert v.OMVANGEN["jaar"] == 30_000 + 180
    assert len(verblijven()) == 15_000
    tbs = sum(plan.titel is Titel.TBS_VERPLEGING for plan in verblijven())
    assert tbs == round((15_000 - 17) * 180 / 30_180) + 2


def test_de_lengtes_van_de_bronnen() -> None:
    """Half at most four weeks, three quarters three months, 110 days on average."""
    dagen = [p.dagen for p in verblijven() if p.titel is not Titel.TBS_VERPLEGING]
    assert sum(d <= 28 for d in dagen) / len(dagen) == pytest.approx(0.50, abs=0.02)
    assert sum(d <= 91 for d in dagen) / len(dagen) == pytest.approx(0.75, abs=0.02)
    assert sum(dagen) / len(dagen) == pytest.approx(110, abs=6)


def test_een_op_de_zes_heeft_geen_gemeente_en_elke_gemeente_komt_voor() -> None:
    zonder = sum(not plan.mens.gemeenten for plan in verblijven())
    assert zonder / len(verblijven()) == pytest.approx(1 / 6, abs=0.015)
    codes = Counter(band["gemeente"] for p in verblijven() for band in p.mens.gemeenten)
    assert set(codes) == set(Partijen.op(VANDAAG).gemeenten)
    assert len(codes) == 342
    assert {code for code, _ in codes.most_common(3)} == set(v.STEDEN)


def test_voorwaardelijk_vrij_en_bij_naar_de_bronnen() -> None:
    """9.6 % of who leaves convicted gets v.i.; about 1,500 of 30,000 return under BIJ."""
    veroordeeld = [p for p in verblijven() if p.titel in v.VEROORDEELD]
    vi = sum(p.reden is Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING for p in veroordeeld)
    assert vi / len(veroordeeld) == pytest.approx(0.096, abs=0.012)
    bij = sum(valt_onder_bij(feiten(plan)) for plan in verblijven())
    assert bij / len(verblijven()) == pytest.approx(0.05, abs=0.006)


def test_bijzondere_gevallen_zijn_er_en_zijn_zeldzaam() -> None:
    alle = verblijven()
    deel = {
        naam: sum(naam in p.extra for p in alle) / len(alle)
        for naam in (
            "terroristisch",
            "risico18b",
            "veiligheidshuis",
            "toezicht",
            "adolescentenstrafrecht",
        )
    }
    assert 0 < deel["terroristisch"] < 0.003
    assert 0 < deel["adolescentenstrafrecht"] < 0.01
    assert 0.005 < deel["risico18b"] < 0.02
    assert 0.005 < deel["veiligheidshuis"] < 0.03
    assert 0.1 < deel["toezicht"] < 0.25
    vrouwen = sum(plan.mens.vrouw for plan in alle) / len(alle)
    assert vrouwen == pytest.approx(v.VROUW, abs=0.01)


def test_meer_dan_een_kliniek_en_elke_gevangenis() -> None:
    plekken = Counter(p.plaats.get("inrichting") for p in verblijven())
    partijen = Partijen.op(VANDAAG)
    assert set(partijen.klinieken) <= set(plekken)
    assert {code for code, _ in partijen.inrichtingen} <= set(plekken)
    assert all(
        p.plaats["inrichting"] in v.VROUWENINRICHTINGEN
        for p in verblijven()
        if p.mens.vrouw and p.plaats["soort"] == "pi"
    )


def test_niemand_zit_twee_keer_tegelijk_vast() -> None:
    per_mens: dict[str, list[Plan]] = {}
    for plan in verblijven():
        per_mens.setdefault(plan.mens.gegevens.get("skn", plan.sleutel), []).append(plan)
    vaker = [plannen for plannen in per_mens.values() if len(plannen) > 1]
    assert vaker
    for reeks in vaker:
        reeks.sort(key=lambda plan: plan.begin)
        assert all(a.einde < b.begin for a, b in pairwise(reeks))


def test_iedereen_is_verzonnen() -> None:
    nummers = {een["persoon"].get("bsn") for een in begins()} - {None, FOUT_BSN}
    assert nummers
    assert all(bsn.startswith("9999") for bsn in nummers)


def test_ook_een_heel_kleine_natie_laat_iets_zien() -> None:
    klein = list(berichten(5, 1, VANDAAG))
    begonnen = {een["verblijf"] for een in klein if een["soort"] == "begin"}
    assert begonnen == {"T1-00", "T1-01", "T1-02", "T1-03", "T1-04"}
