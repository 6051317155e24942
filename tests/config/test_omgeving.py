"""The environment: defaults that work, and a production that refuses what is unsafe."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from richting.config.omgeving import FouteInstelling, Omgeving

BEHEER = Path(__file__).resolve().parents[2] / "docs" / "beheer.md"
GOED = {
    "RICHTING_OMGEVING": "productie",
    "DATABASE_URL": "postgresql://richting_web@db.invalid/richting",
    "RICHTING_GEHEIM": "g" * 50,
    "RICHTING_CONTEXTSLEUTEL": "c" * 50,
    "RICHTING_WEBHOOKSLEUTEL": "w" * 50,
    "RICHTING_HOSTS": "richting.invalid",
    "RICHTING_TWEEDE_FACTOR": "verplicht",
    "RICHTING_HTTPS": "aan",
}


def test_zonder_instellingen_is_het_een_demo() -> None:
    omgeving = Omgeving.uit({})
    assert omgeving.soort == "demo"
    assert omgeving.hosts == ("localhost", "127.0.0.1")


def test_productie_start_met_alles_goed() -> None:
    assert Omgeving.uit(GOED).soort == "productie"


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("DATABASE_URL", ""),
        ("RICHTING_GEHEIM", "demo"),
        ("RICHTING_GEHEIM", "c" * 50),
        ("RICHTING_CONTEXTSLEUTEL", "kort"),
        ("RICHTING_WEBHOOKSLEUTEL", "demo"),
        ("RICHTING_WEBHOOK_NETTEN", "127.0.0.0/8"),
        ("RICHTING_WEBHOOK_NETTEN", "::/0"),
        ("RICHTING_WEBHOOK_NETTEN", "10.0.0.0/8, 169.254.169.254/32"),
        ("RICHTING_WEBHOOK_BRON", "https://richting.invalid"),
        ("RICHTING_WEBHOOK_CA", "/er/is/niets"),
        ("RICHTING_HOSTS", "localhost"),
        ("RICHTING_HOSTS", "*"),
        ("RICHTING_TWEEDE_FACTOR", "optioneel"),
        ("RICHTING_HTTPS", "uit"),
        ("RICHTING_VANDAAG", "2026-01-01"),
    ],
)
def test_productie_weigert_en_noemt_de_instelling(naam: str, waarde: str) -> None:
    with pytest.raises(FouteInstelling) as fout:
        Omgeving.uit({**GOED, naam: waarde})
    assert naam in str(fout.value) or "gelijk aan RICHTING_GEHEIM" in str(fout.value)


def test_alle_fouten_worden_in_een_keer_genoemd() -> None:
    with pytest.raises(FouteInstelling) as fout:
        Omgeving.uit({"RICHTING_POORT": "nul", "RICHTING_HTTPS": "misschien"})
    assert "RICHTING_POORT" in str(fout.value)
    assert "RICHTING_HTTPS" in str(fout.value)


def test_een_geheim_staat_nooit_in_de_fout() -> None:
    with pytest.raises(FouteInstelling) as fout:
        Omgeving.uit({**GOED, "RICHTING_GEHEIM": "te-kort-maar-geheim"})
    assert "te-kort-maar-geheim" not in str(fout.value)


def test_het_beheerboek_noemt_elke_instelling_met_haar_standaard() -> None:
    regels = BEHEER.read_text(encoding="utf-8")
    for veld in fields(Omgeving):
        gegevens = veld.metadata
        standaard = f"`{gegevens['standaard']}`" if gegevens["standaard"] else "(leeg)"
        assert f"| `{gegevens['naam']}` | {standaard} | {gegevens['uitleg']} |" in regels
