"""The mailbox of a desk: what it was told, who saw it, and what it may not see any more."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from richting.akkoord.aansluiting import Driftsoort
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.instellingen import aannames_op
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.meldingen import overzichten
from richting.meldingen.models import Melding
from richting.regie.acties.samen import neem_op_naam
from richting.regie.models import Werkregel
from richting.regie.overzichten.aansluiting import sluit_aan
from richting.regie.posten import Postvraag, posten_van
from tests.api.bouwers import maak_machine
from tests.berichten.bouwers import (
    ANDERE_GEMEENTE,
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4")]
VANDAAG = date(2026, 11, 23)
OCHTEND = {dag: f"2026-11-{dag}T09:30:00+01:00" for dag in (12, 14)}
ARNHEM = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def nummer() -> UUID:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def regels(client: Client, vraag: str = "") -> list[str]:
    """The lines of the mailbox as one reads them."""
    html = client.get(f"/postbus/{vraag}").content.decode()
    rijen = re.findall(r"<tr>(.*?)</tr>", html, re.S)[1:]
    return [" ".join(re.sub(r"<[^>]+>", " ", rij).split()) for rij in rijen]


def teller(client: Client) -> str:
    """The number beside the mailbox on top of every page."""
    html = client.get("/zoeken/").content.decode()
    gevonden = re.search(r"utrecht-number-badge[^>]*>\s*(\d+\+?)", html)
    return gevonden.group(1) if gevonden else ""


def meldingen(lid: Lid) -> list[Melding]:
    with verwerking(programma()):
        return list(Melding.objects.filter(loket=lid.loket).order_by("pk"))


def test_wat_nieuw_is_staat_bovenaan_met_wie_het_is(ploeg: Ploeg) -> None:
    stuur(begin(), einde_gewijzigd())
    anna = als(ploeg.anna)
    eerste, tweede = regels(anna)
    assert "verwachte einde" in eerste
    assert "is begonnen" in tweede
    for regel in (eerste, tweede):
        assert "Verzonnen, Jan" in regel
        assert "nieuw" in regel
    assert f"/dossiers/{nummer()}/" in anna.get("/postbus/").content.decode()


def test_wat_later_is_opgeschreven_maar_eerder_verteld_staat_lager(
    ploeg: Ploeg, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order is that of the days on the page, also across pages and for a system."""
    stuur(begin())
    for dag in (12, 14):
        with klok.op(date(2026, 11, dag)):
            naam = {"geslachtsnaam": f"Dag{dag}"}
            stuur(begin(f"V{dag}", persoon=naam, begin=f"2026-11-{dag}", bronTijd=OCHTEND[dag]))
    anna = als(ploeg.anna)
    monkeypatch.setattr(overzichten, "PER_PAGINA", 1)
    eerste = anna.get("/postbus/").content.decode()
    verder = re.search(r"\?na=[0-9a-f-]+", eerste)
    assert verder
    assert "Verzonnen, Jan" in eerste
    assert "Dag14" in regels(anna, verder.group())[0]
    machine = maak_machine(ploeg.anna.loket, "meldingen:lezen")
    pagina: dict[str, Any] = {"volgende": ""}
    dagen = []
    while pagina["volgende"] is not None:
        na = f"&na={pagina['volgende']}" if pagina["volgende"] else ""
        pagina = machine.get(f"/meldingen?limiet=1{na}").json()
        dagen += [_dag_hier(een["aangemaaktOp"]) for een in pagina["meldingen"]]
    assert dagen == [23, 14, 12]


def _dag_hier(moment: str) -> int:
    return timezone.localtime(datetime.fromisoformat(moment)).day


def test_wie_de_postbus_opent_heeft_gelezen_en_de_teller_zakt(ploeg: Ploeg) -> None:
    stuur(begin(), einde_gewijzigd())
    anna, bram = als(ploeg.anna), als(ploeg.bram)
    assert (teller(anna), teller(bram)) == ("2", "2")
    regels(anna)
    assert (teller(anna), teller(bram)) == ("", "2")
    assert not any("nieuw" in regel for regel in regels(anna))
    assert {m.gelezen_door for m in meldingen(ploeg.anna)} == {ploeg.anna.medewerker.pk}
    assert {m.gelezen_op for m in meldingen(ploeg.bram)} == {None}


def test_een_bladzijde_die_niemand_opende_is_niet_gelezen(ploeg: Ploeg) -> None:
    stuur(*(begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(30)))
    anna = als(ploeg.anna)
    eerste = anna.get("/postbus/").content.decode()
    assert teller(anna) == "5"
    verder = re.search(r"\?na=[0-9a-f-]+", eerste)
    assert verder
    assert len(regels(anna, verder.group())) == 5
    assert teller(anna) == ""
    for onzin in ("?na=x", "?na=1"):
        assert anna.get(f"/postbus/{onzin}").status_code == 404
    assert regels(anna, f"?na={uuid4()}") == []


def test_hetzelfde_over_een_dossier_staat_er_een_keer_met_hoe_vaak(ploeg: Ploeg) -> None:
    stuur(begin(), *(einde_gewijzigd(datum=f"2027-04-0{dag}") for dag in (1, 2, 3)))
    stuur(begin("V2", persoon={"geslachtsnaam": "Bedacht"}))
    van_een, samen, eerste = regels(als(ploeg.anna))
    assert "Bedacht" in van_een
    assert "verwachte einde" in samen
    assert "3 keer" in samen
    assert "keer" not in eerste
    dossier = als(ploeg.anna).get(f"/dossiers/{nummer()}/").content.decode()
    nieuw = dossier[dossier.index("Nieuw voor uw loket") : dossier.index("Wij hebben dit gezien")]
    assert nieuw.count("Het verwachte einde van het verblijf is veranderd.") == 1
    assert "3 keer" in nieuw
    assert {m.gelezen_op is None for m in meldingen(ploeg.anna)} == {False}


@pytest.mark.parametrize("hoe", ["openen", "bevestigen"])
def test_wat_niet_kon_wachten_gaat_na_het_lezen_van_de_werkvoorraad(hoe: str, ploeg: Ploeg) -> None:
    """Free on the same day: that stands on the list until somebody knows, and no longer."""
    einde = {"berichtId": "V1-e", "soort": "einde", "verblijf": "V1", "reden": "einde_straf"}
    stuur(begin(reclassering="RN"))
    als(ploeg.cato).post(f"/dossiers/{nummer()}/gezien/")
    stuur(einde | {"bronTijd": "2026-11-23T08:00:00+01:00", "datum": "2026-11-23"})
    assert _werklijst() == ({"spoedmelding"}, 0)
    if hoe == "openen":
        regels(als(ploeg.cato))
    else:
        als(ploeg.cato).post(f"/dossiers/{nummer()}/gezien/")
    assert _werklijst() == (set(), 0)


def _werklijst() -> tuple[set[str], int]:
    """The urgent news on the list of Cato's desk, and how many lines are not as they should be."""
    with verwerking(programma()):
        loket = Melding.objects.get(soort="zelfde_dag_vrij", loket__soort="reclassering").loket_id
        vraag = Postvraag(feiten_van_alle([nummer()]), VANDAAG, aannames_op(VANDAAG))
        posten = {p.soort for p in posten_van(vraag)[nummer()] if p.loket == loket}
        scheef = sluit_aan(programma(), [nummer()]).aantal(Driftsoort.WERKLIJST)
    return posten & {"spoedmelding"}, scheef


def test_de_postbus_toont_wat_nog_te_bevestigen_is(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(begin("V2", persoon={"geslachtsnaam": "Bedacht"}))
    anna = als(ploeg.anna)
    anna.post(f"/dossiers/{nummer()}/gezien/")
    (open_,) = regels(anna, "?lijst=open")
    assert "Bedacht" in open_
    assert len(regels(anna)) == 2
    assert anna.get("/postbus/?lijst=onzin").status_code == 404


def test_de_postbus_toont_wat_over_dossiers_op_mijn_naam_gaat(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(begin("V2", persoon={"geslachtsnaam": "Bedacht"}))
    anna, bram = als(ploeg.anna), als(ploeg.bram)
    assert regels(anna, "?lijst=mijn") == []
    neem_op_naam(ploeg.anna.wie(), nummer())
    (mijn,) = regels(anna, "?lijst=mijn")
    assert "Verzonnen, Jan" in mijn
    assert regels(bram, "?lijst=mijn") == []


@pytest.mark.clausule("6.4")
def test_wie_op_een_andere_wet_meekijkt_hoort_wie_het_bevestigen_ziet(ploeg: Ploeg) -> None:
    ernstig = {"artikelen": ["Sr 287"], "onherroepelijk": True, "onvoorwaardelijkMaanden": 24}
    kort = {"vroegst": "2026-12-20", "laatst": "2026-12-20", "zekerheid": "vast"}
    stuur(begin(veroordeling=ernstig, verwachtEinde=kort))
    pad = f"/dossiers/{nummer()}/"
    for lid, zin in ((ploeg.anna, "Wie meewerkt aan dit dossier"), (ploeg.dirk, "dezelfde wet")):
        client = als(lid)
        assert zin in client.get(pad).content.decode()
        assert zin in client.post(f"{pad}gezien/", follow=True).content.decode()


@pytest.mark.clausule("5.4", "5.1")
def test_bevestigen_geldt_voor_het_hele_loket_en_voor_geen_ander(ploeg: Ploeg) -> None:
    stuur(begin(), einde_gewijzigd())
    anna, bram, pad = als(ploeg.anna), als(ploeg.bram), f"/dossiers/{nummer()}/"
    knop = "Wij hebben dit gezien"
    assert knop in anna.get(pad).content.decode()
    assert anna.post(f"{pad}gezien/").status_code == 302
    assert knop not in anna.get(pad).content.decode()
    assert knop in bram.get(pad).content.decode()
    assert {m.bevestigd_door for m in meldingen(ploeg.anna)} == {ploeg.anna.medewerker.pk}
    assert {m.bevestigd_op for m in meldingen(ploeg.bram)} == {None}
    with verwerking(programma()):
        assert Journaal.objects.get(soort="bevestigd").loket == ploeg.anna.loket.pk
        nieuw = Werkregel.objects.filter(nieuw_sinds__isnull=False).values_list("loket", flat=True)
        assert ploeg.anna.loket.pk not in nieuw
        assert ploeg.bram.loket.pk in nieuw


def test_nog_eens_bevestigen_verandert_de_eerste_keer_niet(ploeg: Ploeg) -> None:
    stuur(begin())
    anna = als(ploeg.anna)
    anna.post(f"/dossiers/{nummer()}/gezien/")
    voor = [(m.bevestigd_op, m.gelezen_op) for m in meldingen(ploeg.anna)]
    anna.post(f"/dossiers/{nummer()}/gezien/")
    assert [(m.bevestigd_op, m.gelezen_op) for m in meldingen(ploeg.anna)] == voor


def test_wat_na_het_bevestigen_verandert_is_weer_nieuw_om_te_bevestigen(ploeg: Ploeg) -> None:
    stuur(begin())
    anna, pad = als(ploeg.anna), f"/dossiers/{nummer()}/"
    anna.post(f"{pad}gezien/")
    stuur(einde_gewijzigd())
    assert "Wij hebben dit gezien" in anna.get(pad).content.decode()
    assert [m.bevestigd_op is None for m in meldingen(ploeg.anna)] == [False, True]


@pytest.mark.clausule("6.4")
def test_wie_het_dossier_niet_ziet_kan_het_niet_bevestigen(ploeg: Ploeg) -> None:
    stuur(begin())
    for lid in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        for een in (nummer(), uuid4()):
            assert als(lid).post(f"/dossiers/{een}/gezien/").status_code == 404
    with verwerking(programma()):
        assert not Melding.objects.filter(bevestigd_op__isnull=False).exists()
        assert not Journaal.objects.filter(soort="bevestigd").exists()
    assert als(ploeg.anna).get(f"/dossiers/{nummer()}/gezien/").status_code == 405


@pytest.mark.clausule("6.4")
def test_een_verhuisd_dossier_laat_een_regel_zonder_gegevens_achter(ploeg: Ploeg) -> None:
    stuur(begin(), correctie("V1-begin", {"gemeenten": ARNHEM}))
    anna, eva = als(ploeg.anna), als(ploeg.eva)
    assert teller(anna) == "1"
    (over,) = regels(anna)
    assert "is niet meer van u" in over
    html = anna.get("/postbus/").content.decode()
    assert "Verzonnen" not in html
    assert str(nummer()) not in html
    assert anna.get(f"/dossiers/{nummer()}/").status_code == 404
    assert anna.post(f"/dossiers/{nummer()}/gezien/").status_code == 404
    assert "Verzonnen, Jan" in regels(eva)[0]


def test_een_systeem_leest_de_postbus_zonder_dat_een_mens_iets_las(ploeg: Ploeg) -> None:
    stuur(begin(), einde_gewijzigd())
    machine = maak_machine(ploeg.anna.loket)
    heel = machine.get("/meldingen").json()["meldingen"]
    assert [m["soort"] for m in heel] == ["einde_gewijzigd", "verblijf_begonnen"]
    assert {m["dossier"] for m in heel} == {str(nummer())}
    assert {m["gelezenOp"] for m in heel} == {None}
    anna = als(ploeg.anna)
    assert teller(anna) == "2"
    anna.post(f"/dossiers/{nummer()}/gezien/")
    weer: list[dict[str, Any]] = machine.get("/meldingen").json()["meldingen"]
    assert all(m["gelezenOp"] and m["bevestigdOp"] for m in weer)


@pytest.mark.clausule("6.4")
def test_zonder_recht_of_van_een_ander_loket_komt_er_geen_post(ploeg: Ploeg) -> None:
    stuur(begin())
    assert maak_machine(ploeg.anna.loket, "dossiers:lezen").get("/meldingen").status_code == 403
    assert maak_machine(ploeg.eva.loket).get("/meldingen").json()["meldingen"] == []
    assert regels(als(ploeg.eva)) == []


def test_wat_op_de_bladzijde_van_het_dossier_staat_is_gelezen_en_nog_niet_bevestigd(
    ploeg: Ploeg,
) -> None:
    stuur(begin())
    zaak = dossier()
    assert zaak is not None
    client = Client()
    meld_aan(client, ploeg.anna)
    assert "Nieuw voor uw loket" in client.get(f"/dossiers/{zaak.pk}/").content.decode()
    with verwerking(programma()):
        rijen = Melding.objects.filter(dossier=zaak, loket=ploeg.anna.loket)
        assert {(rij.gelezen_op is None, rij.bevestigd_op) for rij in rijen} == {(False, None)}
        ander = Melding.objects.filter(dossier=zaak, loket=ploeg.bram.loket)
        assert {rij.gelezen_op for rij in ander} == {None}
    for _keer in range(2):
        assert "Wij hebben dit gezien" in client.get(f"/dossiers/{zaak.pk}/").content.decode()


def test_de_postbus_wijst_alleen_naar_mail_voor_wie_die_kan_kiezen(ploeg: Ploeg) -> None:
    kan = set()
    for lid in ploeg.allen():
        wijst = "/postbus/mail/" in als(lid).get("/postbus/").content.decode()
        assert wijst == (als(lid).get("/postbus/mail/").status_code == 200)
        kan.add(wijst)
    assert kan == {True, False}
