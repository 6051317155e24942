"""Reference data: complete, loadable again, changes visible, and faults told with file and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.partijen import loketboek
from richting.partijen.acties import laad_referentie, verschillen
from richting.partijen.models import Loket, Organisatie, Regio
from richting.partijen.overzichten import loketten_voor
from richting.partijen.referentie import (
    GEGEVENS,
    LABELS,
    FouteGegevens,
    Naslag,
    Partijregel,
    lees,
    mappen,
)

KOP = "# bron: eigen lijst\n# peildatum: 2026-11-01\n# zekerheid: eigen\n"
GEMEENTEKOP = f"{KOP}code,naam,regio,geldig_van,geldig_tot,opvolger\n"


def met(naslag: Naslag, **anders: Partijregel) -> Naslag:
    """The same reference data with other rows for these codes."""
    partijen = {regel.code: regel for regel in naslag.partijen} | anders
    return replace(naslag, partijen=tuple(partijen.values()))


def partij(code: str) -> Partijregel:
    return next(regel for regel in lees().partijen if regel.code == code)


@pytest.mark.clausule("8.1")
def test_alle_partijen_van_het_akkoord_staan_erin() -> None:
    codes = {regel.code for regel in lees().partijen}
    assert {"DJI", "RN", "SVG", "LDH", "OM", "POLITIE", "GM0344", "PI-NIEUWEGEIN"} <= codes


def test_de_342_gemeenten_van_nu_bestaan_en_de_rest_heeft_een_opvolger() -> None:
    gemeenten = [regel for regel in lees().partijen if regel.code.startswith("GM")]
    nu = [regel for regel in gemeenten if regel.geldig_tot is None]
    assert len(nu) == 342
    assert all(regel.regio for regel in nu)
    assert all(regel.opvolger for regel in gemeenten if regel.geldig_tot is not None)


def test_elke_opgegane_gemeente_komt_uit_bij_een_die_nu_bestaat() -> None:
    partijen = {regel.code: regel for regel in lees().partijen}
    for regel in partijen.values():
        vorige = regel
        while vorige.opvolger:
            volgende = partijen[vorige.opvolger]
            assert (volgende.geldig_tot or date.max) >= (vorige.geldig_tot or date.max)
            vorige = volgende
        assert vorige.geldig_tot is None


def test_regio_s_staan_erin_met_hun_zekerheid() -> None:
    regios = lees().regios
    per_soort = {
        soort: sum(r.soort == soort for r in regios) for soort in {r.soort for r in regios}
    }
    assert per_soort == {"veiligheidsregio": 25, "arrondissement": 11, "ressort": 4}
    assert {r.label for r in regios if r.soort == "arrondissement"} == {"K"}


def test_elk_bestand_zegt_bron_datum_en_zekerheid() -> None:
    naslag = lees()
    assert {kop.bestand for kop in naslag.koppen} == {pad.name for pad in GEGEVENS.glob("*.csv")}
    assert all(regel.bron and regel.label in LABELS for regel in naslag.partijen)


@pytest.mark.django_db
def test_elke_gemeente_van_nu_heeft_haar_twee_loketten_en_een_opgegane_geen() -> None:
    soorten: dict[str, set[str]] = {}
    for code, soort in Loket.objects.values_list("organisatie__code", "soort"):
        soorten.setdefault(code, set()).add(soort)
    for regel in lees().partijen:
        if regel.soort == "gemeente":
            nodig = set() if regel.geldig_tot else {"nazorg", "openbare_orde"}
            assert soorten.get(regel.code, set()) == nodig, regel.code


@pytest.mark.django_db
def test_nog_eens_laden_verandert_niets_en_laat_staan_wat_mensen_zetten() -> None:
    loket = Loket.objects.get(organisatie__code="GM0344", soort="nazorg")
    Loket.objects.filter(pk=loket.pk).update(email="nazorg@utrecht.example")
    assert verschillen(lees()) == []
    assert laad_referentie(klok.nu()) == []
    loket.refresh_from_db()
    assert loket.email == "nazorg@utrecht.example"


@pytest.mark.django_db
def test_wat_laden_verandert_staat_in_het_journaal_met_voor_en_na() -> None:
    nieuwe_naam = replace(partij("PI-ALMELO"), naam="PI Almelo-Noord")
    erbij = replace(nieuwe_naam, code="PI-VERZONNEN", naam="PI Verzonnen")
    naslag = met(lees(), **{"PI-ALMELO": nieuwe_naam, "PI-VERZONNEN": erbij})

    anders = laad_referentie(klok.nu(), naslag)

    assert {(v.code, v.nieuw) for v in anders} == {("PI-ALMELO", False), ("PI-VERZONNEN", True)}
    with verwerking(systeem_zelf("test", klok.nu())):
        rij = Journaal.objects.filter(soort="referentie_geladen").latest("tijdstip")
    assert rij.voor["gewijzigd"] == {"PI-ALMELO": {"naam": "PI Almelo"}}
    assert rij.na["gewijzigd"] == {"PI-ALMELO": {"naam": "PI Almelo-Noord"}}
    assert (rij.na["codes"], rij.na["loketten"]) == (["PI-VERZONNEN"], 1)
    assert Loket.objects.get(organisatie__code="PI-VERZONNEN").soort == Loketsoort.CASEMANAGEMENT


@pytest.mark.django_db
def test_een_gemeente_die_opging_in_een_andere_wordt_gevolgd() -> None:
    brielle = Partij(Loketsoort.NAZORG, "GM0501")
    nieuw = Loket.objects.get(organisatie__code="GM1992", soort="nazorg").pk
    assert loketten_voor([brielle], date(2026, 1, 1)) == {brielle: nieuw}
    assert loketten_voor([brielle], date(2022, 1, 1)) == {}
    assert Organisatie.objects.get(code="GM0501").opvolger.code == "GM1992"


@pytest.mark.django_db
def test_een_fusie_die_nog_komt_gaat_in_op_haar_dag_en_kan_worden_teruggedraaid() -> None:
    eigen, nazorg = partij("GM0202"), Partij(Loketsoort.NAZORG, "GM0202")
    oud, nieuw = (
        Loket.objects.get(organisatie__code=code, soort="nazorg").pk
        for code in ("GM0202", "GM0344")
    )
    fusie = replace(eigen, geldig_tot=date(2030, 1, 1), opvolger="GM0344")

    laad_referentie(klok.nu(), met(lees(), GM0202=fusie))
    loketboek.gewijzigd()
    assert loketten_voor([nazorg], date(2029, 12, 31)) == {nazorg: oud}
    assert loketten_voor([nazorg], date(2030, 1, 1)) == {nazorg: nieuw}

    assert [v.code for v in laad_referentie(klok.nu())] == ["GM0202"]
    assert Organisatie.objects.get(code="GM0202").opvolger is None
    assert loketten_voor([nazorg], date(2030, 1, 1)) == {nazorg: oud}


@pytest.mark.django_db
def test_de_regio_van_een_gemeente_heeft_een_naam() -> None:
    code = Organisatie.objects.get(code="GM0344").regio
    assert Regio.objects.get(code=code).naam == "Utrecht"


def test_een_eigen_map_vult_aan_en_gaat_voor(tmp_path: Path) -> None:
    (tmp_path / "organisaties.csv").write_text(
        f"{KOP}soort,code,naam\ninrichting,PI-NIEUW,PI Nieuw\ninrichting,PI-ALMELO,PI Almelo II\n"
    )
    naslag = lees(*mappen(str(tmp_path)))
    namen = {regel.code: (regel.naam, regel.label) for regel in naslag.partijen}
    assert namen["PI-NIEUW"] == ("PI Nieuw", "eigen")
    assert namen["PI-ALMELO"] == ("PI Almelo II", "eigen")
    assert namen["PI-VUGHT"] == ("PI Vught", "K")


def test_een_eigen_map_die_niet_bestaat_wordt_genoemd() -> None:
    with pytest.raises(FouteGegevens, match="RICHTING_NASLAG"):
        mappen("/bestaat/niet")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (
            f"{GEMEENTEKOP}GM0344,Utrecht,,,,\n344,Fout,,,,\n",
            r"gemeenten\.csv, regel 6: code '344'",
        ),
        (f"{GEMEENTEKOP}GM0344,,,,,\n", "regel 5: de naam ontbreekt"),
        (f"{GEMEENTEKOP}GM0344,Utrecht,,01-01-2026,,\n", "regel 5"),
        (f"{GEMEENTEKOP}GM0344,Utrecht,,,2030-01-01,GM9999\n", "opvolger GM9999 bestaat niet"),
        (f"{GEMEENTEKOP}GM0344,Utrecht,,,,GM0363\nGM0363,A,,,,\n", "geen einddatum"),
        (f"{GEMEENTEKOP}GM0344,Utrecht,VR99,,,\n", "regio VR99 bestaat niet"),
        (f"{GEMEENTEKOP}GM0344,Utrecht,,,,\nGM0344,Utrecht,,,,\n", "twee keer"),
        ("code,naam\nGM0344,Utrecht\n", "begin met '# bron"),
        (f"{KOP.replace('eigen', 'zeker')}code,naam\nGM0344,Utrecht\n", "zekerheid 'zeker'"),
    ],
)
def test_een_fout_noemt_bestand_en_regel(tmp_path: Path, inhoud: str, zin: str) -> None:
    (tmp_path / "gemeenten.csv").write_text(inhoud)
    with pytest.raises(FouteGegevens, match=zin):
        lees(tmp_path)
