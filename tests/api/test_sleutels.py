"""Machines sign in with a key; a scope opens an endpoint; too much or too often is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from richting.api import limiet, sleutel
from richting.kern import klok
from tests.api.bouwers import Machine, maak_machine, verwerkingsloket
from tests.partijen.bouwers import maak_ploeg

pytestmark = pytest.mark.django_db
TOEGANG = {
    "dossiers:lezen": "/dossiers",
    "meldingen:lezen": "/meldingen",
    "verblijfsberichten:schrijven": "/verblijfsberichten/BESTAAT-NIET",
}


@pytest.mark.parametrize("scope", sorted(TOEGANG))
def test_een_recht_opent_zijn_eigen_deur_en_geen_andere(scope: str) -> None:
    machine = maak_machine(verwerkingsloket(), scope)

    for ander, pad in TOEGANG.items():
        antwoord = machine.get(pad)
        if ander == scope:
            assert antwoord.status_code in (200, 404)
        else:
            assert antwoord.status_code == 403
            assert f'scope="{ander}"' in antwoord["WWW-Authenticate"]


@pytest.mark.parametrize("kop", ["", "Bearer", "Bearer fout", "Basic dXNlcjp3dw==", "Bearer \xe9"])
def test_zonder_geldige_sleutel_geen_toegang(kop: str) -> None:
    for pad in TOEGANG.values():
        antwoord = Machine("").get(pad, headers={"Authorization": kop})
        assert antwoord.status_code == 401
        assert antwoord["WWW-Authenticate"] == 'Bearer realm="richting"'


def test_een_ingetrokken_of_verlopen_sleutel_werkt_niet_meer() -> None:
    nu = klok.nu()
    loket = verwerkingsloket()
    for velden in ({"ingetrokken_op": nu}, {"verloopt_op": nu - timedelta(seconds=1)}):
        machine = maak_machine(loket, **velden)
        assert machine.get("/dossiers").status_code == 401
    assert (
        maak_machine(loket, verloopt_op=nu + timedelta(days=1)).get("/dossiers").status_code == 200
    )


def test_een_aangemelde_medewerker_komt_niet_binnen_zonder_sleutel(client: Any) -> None:
    from tests.partijen.bouwers import meld_aan

    meld_aan(client, maak_ploeg().anna)

    assert client.get("/api/v1/dossiers").status_code == 401


def test_te_vaak_vragen_geeft_429_met_wachttijd(monkeypatch: pytest.MonkeyPatch) -> None:
    nu = [100.0]
    teller = limiet.Teller(klok=lambda: nu[0])
    monkeypatch.setattr(sleutel, "TELLER", teller)
    monkeypatch.setattr(settings, "OMGEVING", replace(settings.OMGEVING, api_per_minuut=2))
    machine, ander = maak_machine(verwerkingsloket()), maak_machine(verwerkingsloket())

    nu[0] += 20
    statussen = [machine.get("/dossiers").status_code for _keer in range(2)]
    nu[0] += 15
    te_veel = machine.get("/dossiers")

    assert statussen == [200, 200]
    assert te_veel.status_code == 429
    assert te_veel["Retry-After"] == "46"
    assert ander.get("/dossiers").status_code == 200
    nu[0] += 46
    assert machine.get("/dossiers").status_code == 200


def test_een_te_groot_verzoek_wordt_ongelezen_geweigerd() -> None:
    machine = maak_machine(verwerkingsloket())
    te_groot = b"[" + b" " * (settings.OMGEVING.api_max_mb * 1024 * 1024)

    antwoord = machine.post("/verblijfsberichten", te_groot)

    assert antwoord.status_code == 413
    assert antwoord["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("soort", ["", "text/plain", "multipart/form-data; boundary=x"])
def test_alleen_json_mag_erin(soort: str) -> None:
    antwoord = maak_machine(verwerkingsloket()).post("/verblijfsberichten", b"{}", soort=soort)

    assert antwoord.status_code == 415


def test_de_ingang_noemt_het_eindpunt_zonder_nummers(monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[Any] = []
    monkeypatch.setattr(
        "richting.delen.dossierbeeld.dossier", lambda nummer, loket: gezien.append(nummer)
    )
    wie: list[Any] = []
    echt = sleutel.Wie
    monkeypatch.setattr(sleutel, "Wie", lambda **velden: wie.append(velden) or echt(**velden))
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    maak_machine(verwerkingsloket()).get(
        "/dossiers/01890000-0000-7000-8000-000000000000",
        headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"},
    )

    assert wie[0]["ingang"] == "GET /api/v1/dossiers/{dossier}"
    assert wie[0]["trace"].hex == trace
