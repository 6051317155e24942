"""What one may not see does not exist: on no page, in no list, count, search, mailbox or answer.

The same dossier for four who may not see it: staff left out by name, another desk of the same
municipality, another municipality, and a system. To each it is as if it had never come in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from richting.delen import acties
from richting.kern.werk import verwerking
from richting.regie.lijsten import lijsten_van
from tests.api.bouwers import maak_machine
from tests.berichten.bouwers import (
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_beheerder, maak_medewerker, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.6", "6.4")]
JAN = begin(verwachtEinde={"vroegst": "2026-12-10", "laatst": "2026-12-10", "zekerheid": "vast"})
ONBEKEND = begin(
    "V2",
    persoon={"geslachtsnaam": "Onbekend", "bsn": "999990020", "geboortedatum": "1980-01-01"},
    verwachtEinde={"zekerheid": "onbekend"},
)
VREEMD = begin("V3", persoon={"geslachtsnaam": "Zichtbaar"})
NAMEN = ("Verzonnen", "Onbekend")


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def ad(ploeg: Ploeg) -> Lid:
    """A colleague of Anna."""
    return Lid(maak_medewerker("ad", ploeg.anna.loket, "Ad Visser"), ploeg.anna.loket)


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def nummer(verblijf: str = "V1") -> UUID:
    gevonden = dossier(verblijf)
    assert gevonden is not None
    return gevonden.pk


def kaal(tekst: str) -> str:
    """A page without what differs between any two requests."""
    return re.sub(r'value="[^"]*"|nonce="[^"]*"|\b\w{64}\b', "", tekst)


def alles_van(client: Client) -> dict[str, str]:
    """Every page on which a dossier could show, as this person sees it."""
    paden = ["/postbus/", *(f"/?lijst={lijst}" for lijst in lijsten_van("nazorg"))]
    uit = {pad: client.get(pad).content.decode() for pad in paden}
    for term in (*NAMEN, "999990019", "999990020", "17-05-1990"):
        uit[f"zoek {term}"] = client.post("/zoeken/", {"zoekterm": term}).content.decode()
    return {pad: kaal(html) for pad, html in uit.items()}


def scherm_ad_af(ploeg: Ploeg, ad: Lid) -> None:
    wie = maak_beheerder(ploeg.anna).wie()
    acties.sluit_uit(wie, nummer("V1"), ad.loket.pk, ad.medewerker.pk, "zijn broer")
    acties.scherm_af(wie, nummer("V2"), ad.loket.pk, [ploeg.anna.medewerker.pk], "bekend persoon")


def test_voor_wie_is_uitgesloten_is_het_alsof_het_nooit_binnenkwam(ploeg: Ploeg, ad: Lid) -> None:
    """Page by page the same as before the dossiers were there, counts included."""
    stuur(VREEMD)
    als(ad).get("/postbus/")
    voor = alles_van(als(ad))
    stuur(JAN, ONBEKEND, einde_gewijzigd(datum="2026-12-12"))
    assert alles_van(als(ad)) != voor
    scherm_ad_af(ploeg, ad)
    stuur(einde_gewijzigd(datum="2026-12-14", bronTijd="2026-11-20T10:00:00Z"))
    assert alles_van(als(ad)) == voor
    assert all(naam in alles_van(als(ploeg.anna))["/?lijst=nieuw"] for naam in NAMEN)


def test_een_loket_of_gemeente_zonder_grond_ziet_geen_verschil(ploeg: Ploeg) -> None:
    voor = {lid.medewerker.pk: alles_van(als(lid)) for lid in (ploeg.eva, ploeg.dirk)}
    stuur(JAN, ONBEKEND, einde_gewijzigd(datum="2026-12-12"))
    for lid in (ploeg.eva, ploeg.dirk):
        assert alles_van(als(lid)) == voor[lid.medewerker.pk]


def test_een_systeem_ziet_geen_dossier_dat_voor_genoemde_mensen_is(ploeg: Ploeg, ad: Lid) -> None:
    machine = maak_machine(ploeg.anna.loket)
    paden = ("/dossiers", "/meldingen")
    voor = [machine.get(pad).json() for pad in paden]
    stuur(ONBEKEND)
    assert [machine.get(pad).json() for pad in paden] != voor
    wie = maak_beheerder(ploeg.anna).wie()
    acties.scherm_af(wie, nummer("V2"), ad.loket.pk, [ad.medewerker.pk], "bekend persoon")
    assert [machine.get(pad).json() for pad in paden] == voor
    assert machine.get(f"/dossiers/{nummer('V2')}").status_code == 404


def test_een_terroristisch_misdrijf_staat_nergens_tot_de_beheerder_iemand_noemt(
    ploeg: Ploeg, ad: Lid
) -> None:
    voor = alles_van(als(ad))
    stuur(begin("V2", terroristisch=True, persoon=ONBEKEND["persoon"]))
    assert alles_van(als(ad)) == voor
    acties.scherm_af(
        maak_beheerder(ploeg.anna).wie(), nummer("V2"), ad.loket.pk, [ad.medewerker.pk], "zijn taak"
    )
    assert "Onbekend" in alles_van(als(ad))["/?lijst=nieuw"]
    stuur(correctie("V2-begin", {"terroristisch": False}, "V2"))
    with verwerking(programma()):
        assert not dossier("V2").terroristisch  # type: ignore[union-attr]


def _vragen(doe: Callable[[UUID], Any], een: UUID) -> tuple[list[str], Any]:
    """The statements that an answer took, without their values, and the answer."""
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = doe(een)
    teksten = [re.sub(r"'[^']*'(::\w+)?|\d+", "?", vraag["sql"]) for vraag in gevangen]
    return teksten, (antwoord.status_code, kaal(antwoord.content.decode()).replace(str(een), "?"))


DEUREN: dict[str, Callable[[Client], Callable[[UUID], Any]]] = {
    "dossier": lambda c: lambda nr: c.get(f"/dossiers/{nr}/"),
    "delen": lambda c: lambda nr: c.get(f"/dossiers/{nr}/delen/"),
    "bevestigen": lambda c: lambda nr: c.post(f"/dossiers/{nr}/gezien/"),
}


@pytest.mark.parametrize("deur", DEUREN)
def test_wat_verborgen_is_antwoordt_langs_dezelfde_weg_als_wat_niet_bestaat(
    ploeg: Ploeg, ad: Lid, deur: str
) -> None:
    """The same statements in the same order: nothing to measure, whatever the clock says."""
    stuur(JAN, ONBEKEND)
    scherm_ad_af(ploeg, ad)
    for lid in (ad, ploeg.eva, ploeg.dirk):
        doe = DEUREN[deur](als(lid))
        doe(uuid4())
        niet = _vragen(doe, uuid4())
        assert niet[1][0] == 404
        for verblijf in ("V1", "V2"):
            assert _vragen(doe, nummer(verblijf)) == niet, (lid.medewerker.naam, verblijf)


@pytest.mark.parametrize("pad", ["/dossiers/{}", "/dossiers/{}/gronden"])
def test_de_api_antwoordt_langs_dezelfde_weg(ploeg: Ploeg, pad: str) -> None:
    stuur(JAN)
    machine = maak_machine(ploeg.eva.loket)

    def doe(een: UUID) -> Any:
        return machine.get(pad.format(een))

    doe(uuid4())
    assert _vragen(doe, nummer()) == _vragen(doe, uuid4())
