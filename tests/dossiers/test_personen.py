"""Whose stay it is: by number at once, by name when a human says so, and never for good."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.dossiers.acties import splits, voeg_samen, wijs_af
from richting.dossiers.models import Dossier, Justitiabele, Koppelvoorstel, Persoonsgegevens
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from tests.berichten.bouwers import begin, correctie, dossier, maak_partijen, programma, stuur
from tests.delen.bouwers import weg_ermee

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.1")]
JAN = {"voornamen": "Jan", "geslachtsnaam": "Verzonnen", "geboortedatum": "1990-05-17"}
EEN, TWEE = "999990019", "999990020"


def jaar(nummer: int, persoon: dict[str, Any]) -> dict[str, Any]:
    """A stay that began in January of this year (20nn)."""
    dag = f"20{nummer}-01-10"
    return begin(f"V{nummer}", persoon=persoon, begin=dag, bronTijd=f"{dag}T10:00:00Z")


def vorigen() -> dict[str, str | None]:
    """Per stay the stay before it."""
    with verwerking(programma()):
        return dict(Dossier.objects.values_list("kenmerk", "vorig__kenmerk"))


def personen() -> dict[str, Any]:
    """Per stay whose it is, after merges."""
    with verwerking(programma()):
        rijen = Dossier.objects.select_related("justitiabele")
        return {d.kenmerk: d.justitiabele.samengevoegd_met_id or d.justitiabele_id for d in rijen}


def voorstellen() -> list[Koppelvoorstel]:
    with verwerking(programma()):
        return list(Koppelvoorstel.objects.select_related("dossier").order_by("pk"))


@pytest.fixture
def _partijen() -> None:
    maak_partijen()


@pytest.mark.usefixtures("_partijen")
def test_een_ouder_verblijf_dat_later_binnenkomt_gaat_er_alsnog_aan_vooraf() -> None:
    stuur(*(jaar(nr, {**JAN, "bsn": EEN}) for nr in (25, 21, 23)))
    assert vorigen() == {"V21": None, "V23": "V21", "V25": "V23"}


@pytest.mark.usefixtures("_partijen")
def test_een_ingetrokken_verblijf_gaat_nergens_aan_vooraf() -> None:
    stuur(*(jaar(nr, {**JAN, "bsn": EEN}) for nr in (21, 23, 25)))
    weg = correctie("V23-begin", {}, "V23") | {"soort": "intrekking", "reden": "vergissing"}
    weg.pop("velden")
    assert [a.status.value for a in stuur(weg)] == ["aanvaard"]
    assert vorigen()["V25"] == "V21"


@pytest.mark.usefixtures("_partijen")
def test_een_verbeterd_bsn_brengt_het_verblijf_bij_de_goede_persoon() -> None:
    stuur(
        jaar(21, {**JAN, "bsn": EEN}), jaar(22, {**JAN, "bsn": TWEE}), jaar(25, {**JAN, "bsn": EEN})
    )
    assert vorigen()["V25"] == "V21"
    stuur(correctie("V25-begin", {"persoon": {**JAN, "bsn": TWEE}}, "V25"))
    assert vorigen() == {"V21": None, "V22": None, "V25": "V22"}
    assert personen()["V25"] == personen()["V22"] != personen()["V21"]


@pytest.mark.usefixtures("_partijen")
def test_van_een_bsn_dat_nooit_klopte_blijft_niets_staan() -> None:
    stuur(jaar(25, {**JAN, "bsn": EEN}), jaar(21, {**JAN, "bsn": TWEE}))
    stuur(correctie("V25-begin", {"persoon": {**JAN, "bsn": TWEE}}, "V25"))
    with verwerking(programma()):
        assert not Justitiabele.objects.filter(bsn=EEN).exists()
    stuur(jaar(23, {**JAN, "bsn": EEN}))
    assert vorigen() == {"V21": None, "V23": None, "V25": "V21"}


@pytest.mark.usefixtures("_partijen")
@pytest.mark.parametrize("eerst", [21, 25])
def test_een_nummer_van_een_verblijf_dat_van_een_ander_bleek_gaat_mee(eerst: int) -> None:
    """Whose SKN it is follows from the stays as they are told now, not from who came in first."""
    van = {21: {**JAN, "bsn": EEN}, 25: {**JAN, "bsn": EEN, "skn": "S9"}}
    stuur(jaar(eerst, van.pop(eerst)))
    stuur(*(jaar(nr, persoon) for nr, persoon in van.items()))
    stuur(correctie("V25-begin", {"persoon": {**JAN, "bsn": TWEE, "skn": "S9"}}, "V25"))
    with verwerking(programma()):
        assert dict(Justitiabele.objects.values_list("bsn", "skn")) == {EEN: None, TWEE: "S9"}


@pytest.mark.usefixtures("_partijen")
@pytest.mark.parametrize("volgorde", [(21, 25), (25, 21)])
def test_van_twee_nummers_blijft_dat_van_het_eerste_verblijf(volgorde: tuple[int, int]) -> None:
    stuur(*(jaar(nr, {**JAN, "bsn": EEN, "skn": f"S{nr}"}) for nr in volgorde))
    with verwerking(programma()):
        assert list(Justitiabele.objects.values_list("bsn", "skn")) == [(EEN, "S21")]


@pytest.mark.usefixtures("_partijen")
def test_een_verbeterde_naam_kan_iemand_op_een_bekende_laten_lijken() -> None:
    anders = {"voornamen": "Piet", "geslachtsnaam": "Verzonnen", "geboortedatum": "1990-05-17"}
    stuur(jaar(21, JAN), jaar(25, anders))
    assert voorstellen() == []
    stuur(correctie("V25-begin", {"persoon": JAN}, "V25"))
    (voorstel,) = voorstellen()
    assert (voorstel.dossier.kenmerk, voorstel.status) == ("V25", Koppelvoorstel.OPEN)
    stuur(correctie("V25-begin-c", {"persoon": anders}, "V25"))
    assert voorstellen() == []


@pytest.mark.usefixtures("_partijen")
@pytest.mark.parametrize("eerst", [True, False])
def test_een_naam_alleen_voegt_niemand_samen(eerst: bool) -> None:
    stuur(*(jaar(nr, JAN) for nr in ((21, 25) if eerst else (25, 21))))
    assert vorigen() == {"V21": None, "V25": None}
    (voorstel,) = voorstellen()
    voeg_samen(programma(), voorstel, "zelfde geboorteplaats")
    assert vorigen() == {"V21": None, "V25": "V21"}
    splits(programma(), voorstel, "toch niet")
    assert vorigen() == {"V21": None, "V25": None}


@pytest.mark.usefixtures("_partijen")
def test_een_tweede_besluit_laat_het_eerste_staan() -> None:
    """C is A, and C is B: then all three are one; undo one of the two and the other still holds."""
    stuur(*(jaar(nr, JAN) for nr in (21, 23, 25)))
    _ba, ca, cb = voorstellen()
    voeg_samen(programma(), ca, "zelfde")
    voeg_samen(programma(), cb, "zelfde")
    assert vorigen() == {"V21": None, "V23": "V21", "V25": "V23"}
    splits(programma(), ca, "toch niet")
    assert vorigen() == {"V21": None, "V23": None, "V25": "V23"}
    wijs_af(programma(), ca, "niet dezelfde")
    assert len(set(personen().values())) == 2


def alles() -> dict[str, list[Any]]:
    """Everything about persons and their stays, but for what humans decided."""
    with verwerking(programma()):
        return {
            model.__name__: sorted(model.objects.values_list(), key=str)
            for model in (Justitiabele, Dossier, Persoonsgegevens)
        }


def model(paren: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Per stay all stays of the same person, when these pairs are one."""
    groepen = {naam: frozenset({naam}) for naam in STAYS}
    for een, ander in [("V20", "V21"), *paren]:
        samen = groepen[een] | groepen[ander]
        groepen |= dict.fromkeys(samen, samen)
    return groepen


STAYS = ("V20", "V21", "V22", "V23", "V24")


@settings(max_examples=15)
@given(st.lists(st.integers(0, 5), max_size=8), st.permutations([20, 21, 22, 23, 24]))
def test_samenvoegen_en_splitsen_verliest_niets(stappen: list[int], volgorde: list[int]) -> None:
    """Four people of one name, the first with two stays, joined and parted in any order."""
    with transaction.atomic():
        maak_partijen()
        skn = {20: "S1", 21: "S1"}
        for nummer in volgorde:
            stuur(jaar(nummer, {**JAN, "skn": skn.get(nummer, f"S{nummer}")}))
        begin_stand, paren = alles(), voorstellen()
        assert len(paren) == 6
        van = {p.pk: _stays(p) for p in paren}
        samen: dict[int, Koppelvoorstel] = {}
        for stap in stappen:
            voorstel = paren[stap]
            if samen.pop(voorstel.pk, None):
                splits(programma(), voorstel, "toch niet")
            else:
                voeg_samen(programma(), voorstel, "zelfde")
                samen[voorstel.pk] = voorstel
            _zoals_het_model([van[nr] for nr in samen])
        for voorstel in samen.values():
            splits(programma(), voorstel, "alles terug")
        assert alles() == begin_stand
        with verwerking(programma()):
            besluiten = Journaal.objects.filter(soort__in=["samengevoegd", "gesplitst"]).count()
        assert besluiten == len(stappen) + len(samen)
        weg_ermee()


def _stays(voorstel: Koppelvoorstel) -> tuple[str, str]:
    """A stay of the one and a stay of the other."""
    with verwerking(programma()):
        een, ander = (
            Dossier.objects.filter(justitiabele=nr).earliest("begin").kenmerk
            for nr in (voorstel.nieuw_id, voorstel.bestaand_id)
        )
    return een, ander


def _zoals_het_model(paren: list[tuple[str, str]]) -> None:
    groepen, eigenaars, eerder = model(paren), personen(), vorigen()
    for stay in STAYS:
        zelfde = {naam for naam in STAYS if eigenaars[naam] == eigenaars[stay]}
        assert zelfde == groepen[stay]
        assert eerder[stay] == max((naam for naam in zelfde if naam < stay), default=None)


@pytest.mark.usefixtures("_partijen")
def test_wie_jeugdige_blijkt_verdwijnt_ook_uit_de_samenvoeging() -> None:
    stuur(*(jaar(nr, JAN) for nr in (21, 23, 25)))
    ba, _ca, cb = voorstellen()
    voeg_samen(programma(), ba, "zelfde")
    voeg_samen(programma(), cb, "zelfde")
    jong = {**JAN, "geboortedatum": "2012-01-01"}
    (antwoord,) = stuur(correctie("V23-begin", {"persoon": jong}, "V23"))
    assert antwoord.status.value == "buiten_doelgroep"
    assert vorigen()["V25"] is None
    assert dossier("V23").status == Dossier.BUITEN_DOELGROEP  # type: ignore[union-attr]
