"""Begin and end to the municipality (Wjsg 51c): each case is told, proven, and shown."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from richting.akkoord.begin_einde import FEITEN, SOORTEN, ZINNEN, Datumgeval
from richting.akkoord.bewijs import Bewijsstand
from richting.akkoord.meldplicht import KLASSEN
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.acties import bevestig, markeer_gelezen
from richting.meldingen.bewijs import Kanaalstap, registreer_kanaal, vergeet_kanaal
from richting.meldingen.models import Melding
from richting.regie.overzichten import begin_einde as overzichten
from richting.regie.overzichten.begin_einde import Datumregel
from tests.berichten.bouwers import (
    ANDERE_GEMEENTE,
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    met,
    programma,
    statussen,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.1")]
OP_DE_DAG = date(2026, 11, 2)


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def bericht(soort: str, **inhoud: Any) -> dict[str, Any]:
    omslag = {"berichtId": f"V1-{soort}", "soort": soort, "verblijf": "V1"}
    return {**omslag, "bronTijd": "2026-11-20T10:00:00Z", **inhoud}


def zaak() -> UUID:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def regels(lid: Lid, zaak_: UUID | None = None) -> list[Datumregel]:
    wie = lid.wie()
    with lezing(wie, "test") as lees:
        gevonden = (
            overzichten.van_dossier(wie, zaak_) if zaak_ else overzichten.van_loket(wie, None)
        )
        lees.gezien({regel.dossier for regel in gevonden}, {"verblijf"})
    return gevonden


def gevallen(lid: Lid) -> list[str]:
    return [regel.feit.geval.value for regel in reversed(regels(lid, zaak()))]


def einde(dag: str, **anders: Any) -> dict[str, Any]:
    return bericht("einde", datum=dag, reden="opheffing", **anders)


ONBEKEND = einde_gewijzigd(verwachtEinde={"zekerheid": "onbekend"}, bericht_id="V1-onbekend")
WEER_BEKEND = met(einde_gewijzigd(datum="2027-05-01"), bronTijd="2026-11-11T10:00:00+01:00")
GEVALLEN: dict[Datumgeval, tuple[list[Any], list[str]]] = {
    Datumgeval.AANGEKONDIGD: ([begin(begin="2026-12-07")], ["aangekondigd"]),
    Datumgeval.BEGONNEN: ([begin()], ["begonnen"]),
    Datumgeval.EINDE_VERANDERD: ([begin(), einde_gewijzigd()], ["begonnen", "einde_veranderd"]),
    Datumgeval.EINDE_ONBEKEND: ([begin(), ONBEKEND], ["begonnen", "einde_onbekend"]),
    Datumgeval.EINDE_BEKEND: (
        [begin(), ONBEKEND, WEER_BEKEND],
        ["begonnen", "einde_onbekend", "einde_bekend"],
    ),
    Datumgeval.BEGIN_VERBETERD: (
        [begin(), correctie("V1-begin", {"begin": "2026-10-30"})],
        ["begonnen", "begin_verbeterd"],
    ),
    Datumgeval.EINDE_KOMT: ([begin(), einde("2026-12-24")], ["begonnen", "einde_komt"]),
    Datumgeval.VRIJ_ZELFDE_DAG: ([begin(), einde("2026-11-23")], ["begonnen", "vrij_zelfde_dag"]),
    Datumgeval.VRIJ_ACHTERAF: ([begin(), einde("2026-11-20")], ["begonnen", "vrij_achteraf"]),
    Datumgeval.VRIJ: (
        [begin(), einde_gewijzigd(datum="2026-11-23"), einde("2026-11-23")],
        ["begonnen", "einde_veranderd", "vrij"],
    ),
    Datumgeval.OVERLEDEN: (
        [begin(), bericht("overlijden", datum="2026-11-20")],
        ["begonnen", "overleden"],
    ),
    Datumgeval.EINDE_VERVALLEN: (
        [
            begin(),
            einde("2026-12-24"),
            met(
                bericht("intrekking", betreft="V1-einde", reden="verkeerd"),
                bronTijd="2026-11-21T10:00:00Z",
            ),
        ],
        ["begonnen", "einde_komt", "einde_vervallen"],
    ),
    Datumgeval.WEER_GELDIG: ([], []),
    Datumgeval.IN_BEELD: (
        [begin(), correctie("V1-begin", {"gemeenten": [
            {"gemeente": "GM0344", "rol": "ingezetene"},
            {"gemeente": ANDERE_GEMEENTE, "rol": "vestiging"},
        ]})],
        ["begonnen", "in_beeld"],
    ),
}  # fmt: skip
"""Per case the messages that make it, and what Anna's desk then heard."""


def test_elk_geval_heeft_een_zin_en_elke_soort_wordt_aan_partijen_verteld() -> None:
    assert set(ZINNEN) == set(Datumgeval) == set(GEVALLEN)
    for soort in SOORTEN:
        assert set(KLASSEN[soort].feiten) <= FEITEN


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if GEVALLEN[g][0]])
def test_elk_geval_hoort_de_gemeente_en_ziet_zij_met_bewijs(
    ploeg: Ploeg, geval: Datumgeval
) -> None:
    berichten, verwacht = GEVALLEN[geval]
    for een in berichten:
        assert statussen(een) == ["aanvaard"]
    assert gevallen(ploeg.anna) == verwacht
    for regel in regels(ploeg.anna, zaak()):
        assert regel.loket == ploeg.anna.loket.naam
        assert regel.stand is Bewijsstand.WACHT
        assert regel.verteld_op
        assert regel.uiterlijk


def test_een_intrekking_die_niet_klopte_hoort_de_gemeente_ook(ploeg: Ploeg) -> None:
    weg = bericht("intrekking", betreft="V1-begin", reden="verkeerde persoon")
    terug = met(
        bericht("intrekking", betreft="V1-intrekking", reden="toch goed"),
        berichtId="V1-terug", bronTijd="2026-11-21T10:00:00Z",
    )  # fmt: skip
    stuur(begin())
    assert statussen(weg, terug) == ["aanvaard", "aanvaard"]
    assert gevallen(ploeg.anna)[-1] == "weer_geldig"


@pytest.mark.clausule("3.3")
def test_dezelfde_dag_vrij_is_een_melding_van_zichzelf_die_niet_kan_wachten(ploeg: Ploeg) -> None:
    stuur(begin(), einde("2026-11-23"))
    with verwerking(programma()):
        (rij,) = Melding.objects.filter(loket=ploeg.anna.loket, soort="zelfde_dag_vrij")
    assert rij.uiterlijk == date(2026, 11, 23)
    assert not [m for m in regels(ploeg.anna, zaak()) if m.feit.geval is Datumgeval.VRIJ]


def test_de_bron_is_te_laat_als_het_begin_al_dagen_terug_is(ploeg: Ploeg) -> None:
    stuur(begin())
    (laat,) = regels(ploeg.anna, zaak())
    assert laat.feit.bron_te_laat
    assert laat.feit.bron_uiterlijk == date(2026, 11, 2)
    assert laat.klopt_niet


def test_het_begin_van_gisteren_is_op_tijd(ploeg: Ploeg) -> None:
    with klok.op(OP_DE_DAG):
        stuur(begin())
        (goed,) = regels(ploeg.anna, zaak())
        assert not goed.feit.bron_te_laat
        assert not goed.klopt_niet


def test_het_bewijs_gaat_van_verteld_naar_gelezen_naar_bevestigd(ploeg: Ploeg) -> None:
    with klok.op(OP_DE_DAG):
        stuur(begin())
        nummer = zaak()
        assert [r.stand for r in regels(ploeg.bram, nummer)] == [Bewijsstand.WACHT]
    with klok.op(date(2026, 11, 9)):
        assert [r.stand for r in regels(ploeg.bram, nummer)] == [Bewijsstand.NIET_GELEZEN]
    with klok.op(OP_DE_DAG):
        with verwerking(programma()):
            mijn = list(Melding.objects.filter(loket=ploeg.anna.loket).values_list("pk", flat=True))
        markeer_gelezen(ploeg.anna.wie(), mijn)
        assert [r.stand for r in regels(ploeg.bram, nummer)] == [Bewijsstand.OP_TIJD]
        bevestig(ploeg.anna.wie(), nummer)
        assert [r.stand for r in regels(ploeg.bram, nummer)] == [Bewijsstand.BEVESTIGD]


def test_wat_niet_is_verteld_staat_er_als_niet_verteld(ploeg: Ploeg) -> None:
    stuur(begin(), einde_gewijzigd())
    with verwerking(programma()):
        Melding.objects.filter(loket=ploeg.anna.loket, soort="einde_gewijzigd").delete()
    assert regels(ploeg.bram, zaak())[0].stand is Bewijsstand.NIET_VERTELD
    assert regels(ploeg.anna)[0].stand is Bewijsstand.NIET_VERTELD


def test_zonder_gemeente_ziet_alleen_de_inrichting_dat_er_niemand_was(ploeg: Ploeg) -> None:
    stuur(begin(gemeenten=None))
    (regel,) = regels(ploeg.bram, zaak())
    assert (regel.loket, regel.stand, regel.klopt_niet) == ("", None, True)
    assert regels(ploeg.anna) == []


@pytest.mark.clausule("6.4")
def test_een_gemeente_ziet_alleen_zichzelf_en_een_ander_niets(ploeg: Ploeg) -> None:
    twee = [
        {"gemeente": "GM0344", "rol": "ingezetene"},
        {"gemeente": ANDERE_GEMEENTE, "rol": "vestiging"},
    ]
    stuur(begin(gemeenten=twee, reclassering="RN"))
    anna, eva = ploeg.anna.loket.naam, ploeg.eva.loket.naam
    assert {r.loket for r in regels(ploeg.anna)} == {anna}
    assert {r.loket for r in regels(ploeg.eva)} == {eva}
    assert {r.loket for r in regels(ploeg.bram)} == {anna, eva}
    for lid in (ploeg.cato, ploeg.dirk, ploeg.fatima, ploeg.gijs):
        assert regels(lid) == []


def test_een_kanaal_vertelt_hoe_ver_het_kwam(ploeg: Ploeg) -> None:
    stuur(begin())
    stap = Kanaalstap("webhook", klok.nu(), None, "De ontvanger neemt niet op.", opgegeven=True)
    registreer_kanaal("proef", lambda nummers: [(nummer, stap) for nummer in nummers])
    try:
        (regel,) = regels(ploeg.bram, zaak())
    finally:
        vergeet_kanaal("proef")
    assert regel.kanalen == (stap,)


def test_de_lijst_kost_evenveel_vragen_hoeveel_dossiers_er_ook_zijn(ploeg: Ploeg) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(
            connection,
        ) as gesteld:
            regels(ploeg.anna)
        return len(gesteld)

    stuur(begin())
    een = vragen()
    stuur(begin("V2", persoon={**begin()["persoon"], "bsn": "999990020"}))
    assert vragen() == een
    assert len(regels(ploeg.anna)) == 2


def test_de_paginas_tonen_het_en_bestaan_voor_een_ander_niet(client: Client, ploeg: Ploeg) -> None:
    stuur(begin(reclassering="RN"), einde_gewijzigd())
    adres, lijst = reverse("regie:begin_einde", args=[zaak()]), reverse("regie:begin_einde_lijst")
    for lid in (ploeg.anna, ploeg.bram):
        meld_aan(client, lid)
        html = client.get(adres).content.decode()
        assert "Het verwachte einde is veranderd." in html
        assert ploeg.anna.loket.naam in html
        html = client.get(lijst).content.decode()
        assert "Verzonnen" in html
        assert "Bron te laat" in client.get(lijst + "?wat=mis").content.decode()
        assert client.get(lijst + "?dagen=183").status_code == 200
    meld_aan(client, ploeg.eva)
    assert client.get(adres).status_code == 404
    assert "Verzonnen" not in client.get(lijst).content.decode()
    for lid in (ploeg.cato, ploeg.dirk, ploeg.fatima):
        meld_aan(client, lid)
        assert client.get(adres).status_code == 404
        assert client.get(lijst).status_code == 404
