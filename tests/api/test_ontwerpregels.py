"""The NLGov REST API Design Rules 2.2: each test names the rule it holds (`/core/…`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from jsonschema import Draft202012Validator

from richting.api.uitleg import UITLEG
from richting.api.versie import VERSIE
from tests.api.bouwers import V1, Machine, maak_machine, verwerkingsloket

PAD = re.compile(
    r"^(\/|(\/_[a-z0-9]+|\/(([a-z0-9\-]+|{[^}]+})(\/([a-z0-9\-\.]+|{[^}]+}))*)(\/_[a-z]+)?)\/?)$"
)
VRAAGSLEUTEL = re.compile(r"^\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*$")
SEMVER = re.compile(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$")
WERKWOORDEN = {"haal", "zoek", "lees", "maak", "stuur", "lever", "geef", "get", "create"}

pytestmark = pytest.mark.django_db


def beschrijving() -> dict[str, Any]:
    return dict(Client().get(f"{V1}/openapi.json").json())


def operaties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for pad, methoden in beschrijving()["paths"].items():
        for methode, operatie in methoden.items():
            yield pad, methode, operatie


def eigenschappen(vorm: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named property anywhere in the document."""
    if isinstance(vorm, dict):
        for naam, deel in vorm.get("properties", {}).items():
            if isinstance(deel, dict):
                yield naam, deel
        for deel in vorm.values():
            yield from eigenschappen(deel)
    elif isinstance(vorm, list):
        for deel in vorm:
            yield from eigenschappen(deel)


def machine(*scopes: str) -> Machine:
    return maak_machine(verwerkingsloket(), *scopes)


def weigeringen() -> list[tuple[int, Any]]:
    """One of each refusal the API gives."""
    sleutel, ander = machine(), Machine("")
    return [
        (400, sleutel.get("/dossiers?limiet=0")),
        (400, sleutel.post("/verblijfsberichten", b"{")),
        (400, sleutel.get("/dossiers", headers={"Host": "elders.example"})),
        (401, ander.get("/dossiers")),
        (403, machine("dossiers:lezen").get("/meldingen")),
        (404, sleutel.get("/dossiers/01890000-0000-7000-8000-000000000000")),
        (404, sleutel.get("/bestaat-niet")),
        (404, ander.post("/bestaat-niet", {})),
        (405, sleutel.vraag("DELETE", "/dossiers")),
        (406, sleutel.get("/dossiers", headers={"Accept": "text/html"})),
        (
            411,
            ander.post(
                "/verblijfsberichten",
                {},
                headers={"Transfer-Encoding": "chunked"},
                CONTENT_LENGTH="",
            ),
        ),
        (415, sleutel.post("/verblijfsberichten", {}, soort="text/plain")),
    ]


def test_naming_resources_en_collections_zelfstandige_naamwoorden_in_meervoud() -> None:
    """/core/naming-resources, /core/naming-collections"""
    for pad in beschrijving()["paths"]:
        delen = [deel for deel in pad.split("/") if deel and not deel.startswith("{")]
        assert not WERKWOORDEN & {deel.split("-")[0] for deel in delen}
        assert all(deel.endswith(("s", "en")) for deel in delen), pad


def test_no_trailing_slash() -> None:
    """/core/no-trailing-slash"""
    assert not [pad for pad in beschrijving()["paths"] if pad.endswith("/")]
    for pad in ("/dossiers/", "/meldingen/", "/openapi.json/", "/dossiers/?limiet=5"):
        antwoord = machine().get(pad)
        assert antwoord.status_code == 404, pad
        assert antwoord["Content-Type"] == "application/problem+json"


def test_path_segments_kebab_case() -> None:
    """/core/path-segments-kebab-case"""
    assert not [pad for pad in beschrijving()["paths"] if not PAD.match(pad)]
    assert not [pad for pad in beschrijving()["paths"] if re.search(r"\.[a-z]+$", pad)]


def test_query_keys_en_velden_camel_case() -> None:
    """/core/query-keys-camel-case, and the same for paths and fields."""
    namen = {p["name"] for _pad, _m, op in operaties() for p in op.get("parameters", ())}
    namen |= {naam for naam, _vorm in eigenschappen(beschrijving())}

    assert not [naam for naam in namen if not VRAAGSLEUTEL.match(naam)]


def test_hide_implementation() -> None:
    """/core/hide-implementation"""
    for _status, antwoord in weigeringen():
        tekst = antwoord.content.decode().lower() + str(antwoord.headers).lower()
        assert not [w for w in ("django", "python", "traceback", "psycopg", "sql") if w in tekst]


def test_date_time_format() -> None:
    """/core/date-time/format, /core/date-time/date-omit-time-portion"""
    datums = {"begin", "datum", "van", "tot", "vanaf", "geboortedatum", "pleegdatum", "vroegst"}
    datums |= {"laatst", "bekendSinds", "feitdatum", "uiterlijk", "geldigVanaf", "geldigTot"}
    momenten = {"bronTijd", "gewijzigdOp", "aangemaaktOp", "gelezenOp", "bevestigdOp"}
    gezien: set[str] = set()
    for naam, vorm in eigenschappen(beschrijving()):
        if naam in datums | momenten:
            tekst = json.dumps(vorm)
            verwacht = "date" if naam in datums else "date-time"
            assert f'"format": "{verwacht}"' in tekst, naam
            gezien.add(naam)

    assert gezien == datums | momenten


def test_http_methods_en_safety() -> None:
    """/core/http-methods, /core/http-safety: HEAD wherever there is GET, Allow on a 405."""
    assert {methode for _pad, methode, _op in operaties()} <= {"get", "post"}
    hoofd = machine().vraag("HEAD", "/dossiers")
    niet = machine().vraag("PUT", "/dossiers", data=b"{}", content_type="application/json")

    assert (hoofd.status_code, hoofd.content) == (200, b"")
    assert int(hoofd["Content-Length"]) > 0
    assert (niet.status_code, niet["Allow"]) == (405, "GET")


def test_stateless() -> None:
    """/core/stateless"""
    assert not machine().get("/dossiers").cookies


def test_nested_child() -> None:
    """/core/nested-child"""
    assert "/dossiers/{dossier}/gronden" in beschrijving()["paths"]


def test_problem_details_bij_elke_weigering() -> None:
    """/core/error-handling/problem-details, /core/http-response-code"""
    vorm = beschrijving()
    keurder = Draft202012Validator({"$ref": "#/components/schemas/Probleem", **vorm})
    for status, antwoord in weigeringen():
        assert antwoord.status_code == status, antwoord.content
        assert antwoord["Content-Type"] == "application/problem+json"
        heel = antwoord.json()
        assert heel["status"] == status
        assert not list(keurder.iter_errors(heel))


def test_problem_details_in_de_beschrijving() -> None:
    """/core/error-handling/problem-details, /core/error-handling/invalid-input"""
    for _pad, methode, operatie in operaties():
        fout = {s: a for s, a in operatie["responses"].items() if s[0] in "45"}
        assert {"401", "403", "429"} <= set(fout)
        assert all(set(a["content"]) == {"application/problem+json"} for a in fout.values())
        assert "422" not in fout
        if methode != "get" or operatie.get("parameters"):
            assert "400" in fout


def test_storing_is_ook_een_probleem(monkeypatch: pytest.MonkeyPatch) -> None:
    """/core/error-handling/problem-details for what nobody foresaw."""

    def kapot(*_alles: Any) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr("richting.delen.dossierbeeld.dossiers", kapot)
    antwoord = machine().get("/dossiers")

    assert antwoord.status_code == 500
    assert antwoord["Content-Type"] == "application/problem+json"
    assert antwoord["API-Version"] == VERSIE
    assert "geheim" not in antwoord.content.decode()


def test_invalid_input_is_400_met_alle_fouten() -> None:
    """/core/error-handling/invalid-input, /core/error-handling/all-errors"""
    antwoord = machine().get("/dossiers?limiet=veel&na=vorige")

    assert antwoord.status_code == 400
    assert {(fout["in"], fout["location"]) for fout in antwoord.json()["errors"]} == {
        ("query", "limiet"),
        ("query", "na"),
    }


def test_doc_openapi_is_geldig_en_volledig() -> None:
    """/core/doc-openapi, /core/doc-openapi-contact, /core/semver, /core/uri-version"""
    vorm = beschrijving()

    assert vorm["openapi"].startswith("3.")
    assert set(vorm["info"]["contact"]) == {"name", "url", "email"}
    assert SEMVER.match(vorm["info"]["version"])
    assert all(re.search(r"/v\d+$", server["url"]) for server in vorm["servers"])
    namen = [operatie["operationId"] for _pad, _m, operatie in operaties()]
    assert len(namen) == len(set(namen))
    for verwijzing in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(vorm)):
        deel = vorm
        for stap in verwijzing.split("/"):
            deel = deel[stap]


def test_doc_language_nederlands() -> None:
    """/core/doc-language, /core/interface-language"""
    vormen = beschrijving()["components"]["schemas"]

    assert set(vormen) - {"Probleem", "Deelfout", "Verblijfsbericht"} == set(UITLEG)
    for _pad, _methode, operatie in operaties():
        assert operatie["description"].endswith(".")
        assert "Clausule" not in operatie["description"]


def test_publish_openapi_voor_iedereen() -> None:
    """/core/publish-openapi, /core/transport/cors"""
    for pad in ("/openapi.json", "/schemas/verblijfsbericht.json"):
        antwoord = Client().get(V1 + pad, headers={"Origin": "https://elders.example"})
        assert antwoord.status_code == 200
        assert antwoord["Access-Control-Allow-Origin"] == "*"
        assert antwoord["Content-Type"].startswith("application/json")
    assert "Access-Control-Allow-Origin" not in machine().get("/dossiers")


def test_version_header_op_elk_antwoord() -> None:
    """/core/version-header"""
    assert beschrijving()["info"]["version"] == VERSIE
    antwoorden = [antwoord for _status, antwoord in weigeringen()]
    for antwoord in (*antwoorden, machine().get("/dossiers"), Client().get(f"{V1}/openapi.json")):
        assert antwoord["API-Version"] == VERSIE
    for _pad, _methode, operatie in operaties():
        assert all("API-Version" in deel["headers"] for deel in operatie["responses"].values())


def test_security_headers_op_elk_antwoord() -> None:
    """/core/transport/security-headers"""
    antwoorden = [antwoord for _status, antwoord in weigeringen()]
    for antwoord in (*antwoorden, machine().get("/dossiers")):
        assert antwoord["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in antwoord["Content-Security-Policy"]
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["X-Frame-Options"] == "DENY"


@override_settings(SECURE_HSTS_SECONDS=31536000)
def test_transport_tls_hsts() -> None:
    """/core/transport/tls: behind https every answer says so."""
    antwoord = Client().get(f"{V1}/openapi.json", secure=True)

    assert antwoord["Strict-Transport-Security"].startswith("max-age=31536000")


def test_no_sensitive_uris() -> None:
    """/core/transport/no-sensitive-uris: no person in a path or query."""
    gevoelig = ("bsn", "naam", "geboorte", "skn", "sleutel", "token")
    for pad, _methode, operatie in operaties():
        namen = [parameter["name"] for parameter in operatie.get("parameters", ())]
        assert not [w for w in gevoelig for naam in (pad, *namen) if w in naam.lower()]


def test_changelog_noemt_de_versie() -> None:
    """/core/changelog"""
    tekst = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")

    assert f"### {VERSIE}" in tekst
