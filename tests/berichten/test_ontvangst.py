"""Messages come in: once each, in any order, and one bad message does not harm another."""

from __future__ import annotations

from typing import Any

import pytest

from richting.berichten.models import Bericht
from richting.dossiers.models import Dossier, Verblijfsfeit
from richting.kern.models import Journaal
from tests.berichten.bouwers import (
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    rij,
    statussen,
    stuur,
    tel,
)

pytestmark = pytest.mark.django_db
JONGERE = {"geslachtsnaam": "Jong", "geboortedatum": "2012-03-01"}


@pytest.fixture(autouse=True)
def _partijen() -> None:
    maak_partijen()


@pytest.mark.clausule("3.1", "5.4")
def test_een_begin_opent_een_dossier() -> None:
    (antwoord,) = stuur(begin())

    assert antwoord.status == "aanvaard"
    gevonden = dossier()
    assert gevonden is not None
    assert antwoord.dossier == gevonden.pk
    assert str(gevonden.einde_vroegst) == "2027-03-01"
    bewaard = rij("V1-begin")
    assert (bewaard.status, bewaard.inhoud, bewaard.dossier_id) == ("aanvaard", None, gevonden.pk)


def test_herhalen_verandert_niets() -> None:
    stuur(begin(), einde_gewijzigd())
    voor = (tel(Bericht), tel(Dossier), tel(Verblijfsfeit), tel(Journaal))

    antwoorden = stuur(begin(), einde_gewijzigd(), begin())

    assert [(a.status, a.eerder) for a in antwoorden] == [("herhaald", "aanvaard")] * 3
    assert (tel(Bericht), tel(Dossier), tel(Verblijfsfeit), tel(Journaal)) == voor


def test_herhaling_binnen_een_reeks() -> None:
    assert statussen(begin(), begin()) == ["aanvaard", "herhaald"]
    assert tel(Dossier) == 1


def test_een_gebruikt_nummer_met_andere_inhoud_wordt_geweigerd() -> None:
    stuur(begin())

    (antwoord,) = stuur(begin(begin="2026-10-31"))

    assert antwoord.status == "geweigerd"
    assert [(fout.veld, fout.code) for fout in antwoord.fouten] == [
        ("berichtId", "berichtId_gebruikt")
    ]


def test_wat_voor_het_begin_komt_wacht_en_gaat_dan_vanzelf() -> None:
    assert statussen(einde_gewijzigd(datum="2027-05-01")) == ["wacht"]
    assert tel(Dossier) == 0

    assert statussen(begin()) == ["aanvaard"]

    gevonden = dossier()
    assert gevonden is not None
    assert str(gevonden.einde_vroegst) == "2027-05-01"
    bewaard = rij("V1-2027-05-01")
    assert (bewaard.status, bewaard.inhoud, bewaard.reden_code) == ("aanvaard", None, "")


def test_een_reeks_krijgt_een_antwoord_per_bericht() -> None:
    antwoorden = stuur(
        begin("V1"),
        begin("V2", titel="taakstraf"),
        begin("V1"),
        einde_gewijzigd("V3"),
        "onzin",
        begin("V4", persoon=JONGERE, titel="jeugddetentie"),
        begin("V5", persoon={"geslachtsnaam": "Ander"}),
    )

    assert [a.status.value for a in antwoorden] == [
        "aanvaard",
        "geweigerd",
        "herhaald",
        "wacht",
        "geweigerd",
        "buiten_doelgroep",
        "aanvaard",
    ]
    assert [a.bericht_id for a in antwoorden][:2] == ["V1-begin", "V2-begin"]
    assert antwoorden[1].fouten[0].veld == "titel"


def test_van_een_geweigerd_bericht_blijft_niets_en_het_nummer_mag_nog() -> None:
    assert statussen(begin(titel="taakstraf")) == ["geweigerd"]
    assert tel(Bericht) == 0
    assert statussen(begin()) == ["aanvaard"]


def test_een_ouder_bericht_dat_later_komt_overschrijft_niets() -> None:
    nieuw = einde_gewijzigd(datum="2027-06-01", bronTijd="2026-11-20T10:00:00Z")
    oud = einde_gewijzigd(datum="2027-02-01", bronTijd="2026-11-05T10:00:00Z")
    stuur(begin(), nieuw, oud)

    gevonden = dossier()
    assert gevonden is not None
    assert str(gevonden.einde_vroegst) == "2027-06-01"


def test_een_correctie_vervangt_velden_van_een_eerder_bericht() -> None:
    stuur(begin(), correctie("V1-begin", {"begin": "2026-10-30"}))

    gevonden = dossier()
    assert gevonden is not None
    assert str(gevonden.begin) == "2026-10-30"


@pytest.mark.clausule("3.8")
def test_van_een_jongere_blijft_niets_ook_niet_van_wat_al_wachtte() -> None:
    stuur(einde_gewijzigd(reden="Geheime reden"))

    (antwoord,) = stuur(begin(persoon=JONGERE, titel="jeugddetentie"))

    assert antwoord.status == "buiten_doelgroep"
    assert antwoord.fouten[0].zin
    assert (tel(Dossier), tel(Verblijfsfeit)) == (0, 0)
    for bericht_id in ("V1-begin", "V1-2027-04-01"):
        bewaard = rij(bericht_id)
        assert (bewaard.status, bewaard.inhoud, bewaard.verblijf) == ("buiten_doelgroep", None, "")
    assert statussen(einde_gewijzigd(datum="2027-09-01")) == ["buiten_doelgroep"]


def test_een_onbekende_inrichting_gaat_naar_quarantaine_en_laat_geen_dossier_na() -> None:
    vreemd = begin("V1", plaats={"soort": "pi", "inrichting": "PI-NERGENS"})

    antwoorden = stuur(vreemd, begin("V2", persoon={"geslachtsnaam": "Ander"}))

    assert [a.status.value for a in antwoorden] == ["quarantaine", "aanvaard"]
    assert antwoorden[0].fouten[0].code == "organisatie_onbekend"
    assert dossier("V1") is None
    bewaard = rij("V1-begin")
    assert bewaard.inhoud is not None
    assert bewaard.reden.startswith("plaats.inrichting")


def test_een_correctie_van_een_ander_verblijf_gaat_naar_quarantaine() -> None:
    stuur(begin("V1"), begin("V2", persoon={"geslachtsnaam": "Ander"}))

    (antwoord,) = stuur(correctie("V1-begin", {"begin": "2026-10-30"}, verblijf="V2"))

    assert antwoord.status == "quarantaine"
    assert antwoord.fouten[0].code == "betreft_ander_verblijf"


def test_een_correctie_met_velden_die_niet_passen_gaat_naar_quarantaine() -> None:
    stuur(begin())

    (antwoord,) = stuur(correctie("V1-begin", {"teruggekeerdOp": "2026-11-20"}))

    assert antwoord.status == "quarantaine"
    assert "velden.teruggekeerdOp" in antwoord.fouten[0].zin


def test_een_vastloper_houdt_de_rest_van_de_groep_niet_tegen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from richting.berichten.acties import groep

    echt = groep.verwerk_verblijf

    def soms_kapot(werk: Any, feit: Any, **rest: Any) -> Any:
        if feit.bericht_id == "V2-begin":
            raise RuntimeError("kapot")
        return echt(werk, feit, **rest)

    monkeypatch.setattr(groep, "verwerk_verblijf", soms_kapot)
    antwoorden = stuur(
        *(begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in (1, 2, 3))
    )

    assert [a.status.value for a in antwoorden] == ["aanvaard", "quarantaine", "aanvaard"]
    assert antwoorden[1].fouten[0].code == "storing"
    assert "kapot" not in antwoorden[1].fouten[0].zin
