"""Reference data: complete, loadable again, and faults told with file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.partijen.acties import laad_referentie
from richting.partijen.models import Loket, Organisatie
from richting.partijen.overzichten import loketten_voor
from richting.partijen.referentie import FouteGegevens, lees


@pytest.mark.clausule("8.1")
def test_alle_partijen_van_het_akkoord_staan_erin() -> None:
    codes = {regel.code for regel in lees()}
    assert {"DJI", "RN", "SVG", "LDH", "OM", "POLITIE", "GM0344", "PI-NIEUWEGEIN"} <= codes
    assert sum(c.startswith("GM") for c in codes) == 345


@pytest.mark.django_db
def test_nog_eens_laden_verandert_niets_en_laat_staan_wat_mensen_zetten() -> None:
    loket = Loket.objects.get(organisatie__code="GM0344", soort="nazorg")
    Loket.objects.filter(pk=loket.pk).update(email="nazorg@utrecht.example")
    assert laad_referentie(klok.nu()) == 0
    loket.refresh_from_db()
    assert loket.email == "nazorg@utrecht.example"


@pytest.mark.django_db
def test_een_gemeente_die_opging_in_een_andere_wordt_gevolgd() -> None:
    brielle = Partij(Loketsoort.NAZORG, "GM0501")
    nieuw = Loket.objects.get(organisatie__code="GM1992", soort="nazorg").pk
    assert loketten_voor([brielle], date(2026, 1, 1)) == {brielle: nieuw}
    assert loketten_voor([brielle], date(2022, 1, 1)) != {brielle: nieuw}
    assert Organisatie.objects.get(code="GM0501").opvolger.code == "GM1992"


def test_een_fout_noemt_bestand_en_regel(tmp_path: Path) -> None:
    kop = "code,naam,regio,geldig_van,geldig_tot,opvolger\n"
    (tmp_path / "gemeenten.csv").write_text(f"{kop}GM0344,Utrecht,,,,\n344,Fout,,,,\n")
    (tmp_path / "organisaties.csv").write_text("soort,code,naam,plaats,label\n")
    with pytest.raises(FouteGegevens, match=r"gemeenten\.csv, regel 3"):
        lees(tmp_path)
