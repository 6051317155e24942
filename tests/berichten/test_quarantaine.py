"""The functional manager mends, replays or rejects what could not be applied, with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from richting.akkoord.woorden import Organisatiesoort
from richting.berichten import overzichten
from richting.berichten.acties import AlAfgehandeld, Geweigerd, speel_af, verbeter, wijs_af
from richting.berichten.models import Bericht
from richting.dossiers.models import Dossier
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from tests.berichten.bouwers import (
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    met,
    programma,
    rij,
    statussen,
    stuur,
    tel,
)
from tests.partijen.bouwers import Ploeg, maak_organisatie, maak_ploeg

pytestmark = pytest.mark.django_db
VREEMD = begin(plaats={"soort": "pi", "inrichting": "PI-NERGENS"})
"""Its institution does not exist."""


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def in_quarantaine(bericht: dict[str, Any] = VREEMD) -> Bericht:
    stuur(bericht)
    gevonden = rij(bericht["berichtId"])
    assert gevonden.status == Bericht.QUARANTAINE
    return gevonden


def regels(soort: str) -> list[Journaal]:
    with verwerking(programma()):
        return list(Journaal.objects.filter(soort=soort))


def test_afspelen_lukt_als_de_oorzaak_weg_is(ploeg: Ploeg) -> None:
    apart = in_quarantaine(begin(plaats={"soort": "pi", "inrichting": "PI-STRAKS"}))
    assert speel_af(ploeg.fatima.wie(), apart.pk).status == Bericht.QUARANTAINE
    maak_organisatie("PI-STRAKS", Organisatiesoort.INRICHTING)

    gedaan = speel_af(ploeg.fatima.wie(), apart.pk)

    assert gedaan.status == Bericht.AANVAARD
    assert dossier() is not None
    assert rij("V1-begin").inhoud is None
    with pytest.raises(AlAfgehandeld):
        speel_af(ploeg.fatima.wie(), apart.pk)


def test_afspelen_van_een_begin_neemt_de_wachtenden_mee(ploeg: Ploeg) -> None:
    apart = in_quarantaine(begin(plaats={"soort": "pi", "inrichting": "PI-WELDRA"}))
    assert statussen(einde_gewijzigd()) == ["wacht"]
    maak_organisatie("PI-WELDRA", Organisatiesoort.INRICHTING)

    speel_af(ploeg.fatima.wie(), apart.pk)

    assert rij("V1-2027-04-01").status == Bericht.AANVAARD


def test_herstellen_past_toe_en_noteert_velden_geen_waarden(ploeg: Ploeg) -> None:
    apart = in_quarantaine()

    gedaan = verbeter(ploeg.fatima.wie(), apart.pk, begin(), "Code van de inrichting verbeterd")

    assert gedaan.status == Bericht.AANVAARD
    assert gedaan.besloten_door == ploeg.fatima.medewerker.pk
    (regel,) = regels("bericht_verbeterd")
    assert regel.na["velden"] == ["plaats"]
    assert regel.medewerker == ploeg.fatima.medewerker.pk
    assert "PI-NERGENS" not in str(regel.na)
    assert statussen(VREEMD) == ["herhaald"]


def test_herstellen_weigert_met_alle_fouten(ploeg: Ploeg) -> None:
    apart = in_quarantaine()
    kapot = begin(titel="taakstraf", begin="2026-02-30")

    with pytest.raises(Geweigerd) as gevangen:
        verbeter(ploeg.fatima.wie(), apart.pk, kapot, "Poging")

    assert {fout.veld for fout in gevangen.value.fouten} == {"titel", "begin"}
    assert rij("V1-begin").status == Bericht.QUARANTAINE


@pytest.mark.parametrize("anders", [{"berichtId": "V9-begin"}, {"soort": "einde"}])
def test_nummer_en_soort_blijven_van_de_afzender(ploeg: Ploeg, anders: dict[str, str]) -> None:
    apart = in_quarantaine()
    nieuw = met(begin(), **anders)
    if anders.get("soort"):
        velden = {n: nieuw[n] for n in ("berichtId", "soort", "bronTijd", "verblijf")}
        nieuw = {**velden, "datum": "2026-11-20", "reden": "einde_straf"}

    with pytest.raises(Geweigerd):
        verbeter(ploeg.fatima.wie(), apart.pk, nieuw, "Poging")


def test_afwijzen_wist_de_inhoud_en_bewaart_de_reden(ploeg: Ploeg) -> None:
    apart = in_quarantaine()

    wijs_af(ploeg.fatima.wie(), apart.pk, "  Dubbel aangeleverd ")

    bewaard = rij("V1-begin")
    assert (bewaard.status, bewaard.inhoud) == (Bericht.AFGEWEZEN, None)
    assert (bewaard.toelichting, bewaard.besloten_door) == (
        "Dubbel aangeleverd",
        ploeg.fatima.medewerker.pk,
    )
    (regel,) = regels("bericht_afgewezen")
    assert regel.reden == "Dubbel aangeleverd"
    assert tel(Dossier) == 0


@pytest.mark.parametrize("toelichting", ["", "  ", "x" * 1001])
def test_zonder_reden_gebeurt_er_niets(ploeg: Ploeg, toelichting: str) -> None:
    apart = in_quarantaine()

    with pytest.raises(Geweigerd):
        wijs_af(ploeg.fatima.wie(), apart.pk, toelichting)
    with pytest.raises(Geweigerd):
        verbeter(ploeg.fatima.wie(), apart.pk, begin(), toelichting)


def test_alleen_beheer_handelt_af(ploeg: Ploeg) -> None:
    apart = in_quarantaine()
    for lid in ploeg.allen():
        if lid == ploeg.fatima:
            continue
        for handeling in (
            lambda wie: speel_af(wie, apart.pk),
            lambda wie: verbeter(wie, apart.pk, begin(), "Poging"),
            lambda wie: wijs_af(wie, apart.pk, "Poging"),
        ):
            with pytest.raises(PermissionDenied):
                handeling(lid.wie())


def test_als_bericht_geeft_het_bericht_van_de_afzender_terug(ploeg: Ploeg) -> None:
    import json

    apart = in_quarantaine()

    heel = json.loads(overzichten.als_bericht(apart))

    assert heel["plaats"] == VREEMD["plaats"]
    assert (heel["berichtId"], heel["soort"], heel["verblijf"]) == ("V1-begin", "begin", "V1")


def test_wat_door_een_correctie_alsnog_past_gaat_vanzelf(ploeg: Ploeg) -> None:
    """The end lay before the begin, until the begin was mended: nobody has to replay it."""
    te_vroeg = {
        "berichtId": "V1-einde",
        "soort": "einde",
        "bronTijd": "2026-11-20T10:00:00Z",
        "verblijf": "V1",
        "datum": "2026-10-20",
        "reden": "einde_straf",
    }
    assert statussen(begin(), te_vroeg) == ["aanvaard", "quarantaine"]
    assert rij("V1-einde").reden_code == "einde_voor_begin"

    stuur(correctie("V1-begin", {"begin": "2026-10-01"}))

    assert (rij("V1-einde").status, rij("V1-einde").inhoud) == (Bericht.AANVAARD, None)
    gevonden = dossier()
    assert gevonden is not None
    assert str(gevonden.einde) == "2026-10-20"


def test_een_afgewezen_bericht_komt_niet_vanzelf_terug(ploeg: Ploeg) -> None:
    apart = in_quarantaine(begin(plaats={"soort": "pi", "inrichting": "PI-MORGEN"}))
    wijs_af(ploeg.fatima.wie(), apart.pk, "Verkeerde afzender")
    maak_organisatie("PI-MORGEN", Organisatiesoort.INRICHTING)

    assert statussen(einde_gewijzigd()) == ["wacht"]

    assert rij("V1-begin").status == Bericht.AFGEWEZEN
    assert dossier() is None
