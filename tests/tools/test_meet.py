"""The benchmark measures something, and measures the same thing in a small and in a bigger land."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from richting.delen.controle import afwijkende_dossiers
from richting.dossiers.models import Dossier
from richting.kern.werk import verwerking
from richting.meldingen.models import Aflevering
from richting.plannen.models import Actie
from richting.regie.acties.werkregels import herbouw
from richting.regie.models import Werkregel
from tests.berichten.bouwers import programma, tel
from tests.meldingen.bouwers import laat_thuis_bellen
from tests.schermen.server import Server
from tools.meet import bezorgen, gevangenis, inname, land, lezen, maat, plan, werklijst
from tools.meet.ploeg import Lezer, Ploeg, lezer_met_plan, maak
from tools.meet.tellen import tel_vragen

VANDAAG = date(2026, 11, 23)
BERICHTEN = 120
EIGENAAR = os.environ["DATABASE_URL_EIGENAAR"]
BAAS = EIGENAAR.replace("richting_eigenaar", "postgres")


@pytest.fixture
def ingenomen(echte_database: None, tmp_path: Path) -> inname.Inname:
    bestand = tmp_path / "natie.jsonl"
    inname.schrijf(bestand, BERICHTEN, VANDAAG)
    return inname.meet(bestand, EIGENAAR)


@pytest.fixture
def bediend(ingenomen: inname.Inname) -> Iterator[tuple[int, Ploeg]]:
    with Server() as server:
        yield int(server.adres.rsplit(":", 1)[1]), maak()


def aantal() -> int:
    return tel(Dossier)


def vragen(lezer: Lezer) -> list[int]:
    return [tel_vragen(lezer.koek, werklijst.pad(lijst)) for lijst in werklijst.LIJSTEN]


def test_de_inname_telt_elk_bericht_en_geeft_tijden(ingenomen: inname.Inname) -> None:
    assert sum(ingenomen.uitkomsten.values()) == BERICHTEN
    assert ingenomen.uitkomsten["aanvaard"] > BERICHTEN / 2
    assert len(ingenomen.per_bericht) == 3
    assert len(ingenomen.ijk) == 3 * inname.PER_GROEP
    assert ingenomen.meting().verhouding > 0
    assert f"{BERICHTEN} berichten" in ingenomen.zin()


def test_een_kopie_klopt_met_haar_gronden_en_werkregels(ingenomen: inname.Inname) -> None:
    eerst = aantal()
    assert land.vermenigvuldig(BAAS, 2 * eerst + 1) == aantal() == 2 * eerst + 1
    velden = ("loket", "dossier", "thuiskomst", "zichtbaar_vanaf", "zichtbaar_tot", "open_vragen")
    with verwerking(programma()):
        alle = list(Dossier.objects.values_list("pk", flat=True))
        assert not [nr for deel in afwijkende_dossiers(VANDAAG) for nr in deel]
        voor = set(Werkregel.objects.values_list(*velden))
    herbouw(programma(), alle)
    with verwerking(programma()):
        assert set(Werkregel.objects.values_list(*velden)) == voor


def test_de_lijst_van_een_klein_loket_groeit_niet_mee(ingenomen: inname.Inname) -> None:
    klein = maak().kleine
    land.vermenigvuldig(BAAS, 3 * aantal(), buiten=[klein.loket])
    assert tel(Werkregel, loket=klein.loket) == klein.regels


def test_een_pagina_kost_in_elk_land_evenveel_vragen(bediend: tuple[int, Ploeg]) -> None:
    _poort, ploeg = bediend
    lezers = (ploeg.kleine, ploeg.grootste)
    land.vermenigvuldig(BAAS, 10 * aantal(), buiten=[ploeg.kleine.loket])
    eerst = [vragen(een) for een in lezers]
    land.vermenigvuldig(BAAS, 2 * aantal(), buiten=[ploeg.kleine.loket])
    assert [vragen(een) for een in lezers] == eerst
    assert min(min(eerst)) > 5


def test_lezen_en_bladeren_geven_een_uitslag(bediend: tuple[int, Ploeg], monkeypatch: Any) -> None:
    poort, ploeg = bediend
    monkeypatch.setattr(lezen, "IJK", lezen.API)
    gelezen = lezen.meet(poort, poort, ploeg.sleutel, ploeg.dossiers, 3)
    lijst = werklijst.meet(poort, poort, ploeg.grootste, "nieuw", 3)
    assert len(gelezen.tijden) == len(gelezen.ijk) == len(lijst.tijden) == 3
    scherm = Console(record=True, width=120)
    maat.toon(scherm, [gelezen, lijst], [maat.machine("18")])
    tekst = scherm.export_text()
    assert "≤ 4" in tekst
    assert "kernen" in tekst


def test_een_gevangenis_loopt_vol_en_haar_lijst_geeft_een_uitslag(
    bediend: tuple[int, Ploeg], monkeypatch: pytest.MonkeyPatch
) -> None:
    poort, ploeg = bediend
    loket = ploeg.gevangenis.loket
    assert land.vul(BAAS, loket, 60) == 60
    assert tel(Werkregel, loket=loket, vertrokken_op=None, zichtbaar_tot=None) == 60
    monkeypatch.setattr(gevangenis, "IJK", gevangenis.PAD)
    gemeten = gevangenis.meet(poort, poort, ploeg, 2)
    assert len(gemeten.tijden) == len(gemeten.ijk) == 2


def test_een_vol_plan_kost_evenveel_vragen_als_een_klein(
    bediend: tuple[int, Ploeg], monkeypatch: pytest.MonkeyPatch
) -> None:
    poort, _ploeg = bediend
    vol = plan.maak(*lezer_met_plan())
    for pagina, (veel, weinig) in vol.vragen.items():
        assert veel == weinig > 10, pagina
        monkeypatch.setattr(plan, "IJK", plan.PAGINAS[pagina])
        gemeten = plan.meet(poort, poort, vol, pagina, 2)
        assert len(gemeten.tijden) == 2
        assert gemeten.vragen == (veel, weinig)
        with verwerking(programma()):
            eerst = Actie.objects.filter(dossier=vol.dossier).first()
        gewijzigd = plan.meet(poort, poort, vol, pagina, 2, BAAS)
        with verwerking(programma()):
            assert eerst is not None
            assert Actie.objects.get(pk=eerst.pk).versie == eerst.versie + 3
        assert "net gewijzigd" in gewijzigd.wat


def test_te_traag_is_te_traag_en_meer_vragen_ook() -> None:
    def meting(tijden: list[float], vragen: tuple[int, int] | None = None) -> maat.Meting:
        return maat.Meting("wat", "tegenover", 1.3, tijden, [1.0, 1.0, 9.0], vragen)

    assert meting([1.3, 1.3, 5.0], (18, 18)).goed
    assert not meting([1.4, 1.4, 1.0]).goed
    assert not meting([1.0, 1.0, 1.0], (19, 18)).goed


def test_zonder_antwoord_geen_tijd(bediend: tuple[int, Ploeg]) -> None:
    poort, ploeg = bediend
    with pytest.raises(RuntimeError, match="401"):
        lezen.meet(poort, poort, "geen sleutel", ploeg.dossiers, 1)


def test_bezorgen_wordt_gemeten_tegen_een_kale_lus(
    ingenomen: inname.Inname, monkeypatch: pytest.MonkeyPatch
) -> None:
    laat_thuis_bellen(monkeypatch)
    gemeten = bezorgen.meet(rondes=2, per_ronde=20)
    assert len(gemeten.per_melding) == len(gemeten.ijk) == 2
    assert gemeten.meting().verhouding > 0
    assert "meldingen per seconde" in gemeten.zin()
    assert tel(Aflevering, aanvaard_op=None) == 0
    assert tel(Aflevering) == 60
