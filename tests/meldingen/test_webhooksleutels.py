"""The signature as a receiver checks it, with the example of the manual, and the change of keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from richting.kern import klok
from richting.meldingen.acties import abonnementen
from richting.meldingen.webhook.teken import Sleutel, geheim, onderteken
from richting.partijen.fouten import KanNiet, NietToegestaan
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import MOMENT, bezorg, laat_thuis_bellen, vertel, webhook
from tests.meldingen.ontvanger import Ontvangen, Ontvanger
from tests.partijen.bouwers import Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4")]
HANDLEIDING = Path(__file__).resolve().parents[2] / "docs" / "webhooks.md"
Klopt = Callable[..., bool]


@pytest.fixture(scope="module")
def klopt() -> Klopt:
    """The verifier that the manual gives to the receiving engineer."""
    (voorbeeld,) = re.findall(
        r"```python\n(.*?)```", HANDLEIDING.read_text(encoding="utf-8"), re.DOTALL
    )
    ruimte: dict[str, Any] = {}
    exec(voorbeeld, ruimte)  # noqa: S102 — the manual must work as it stands
    gevonden: Klopt = ruimte["klopt"]
    return gevonden


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    stuur(begin())
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def ontvanger() -> Iterator[Ontvanger]:
    with Ontvanger() as een:
        yield een


def past(klopt: Klopt, een: Ontvangen, adres: str, *sleutels: Any, nu: int = MOMENT) -> bool:
    """The verifier says yes, with these keys."""
    bekend = {sleutel.kenmerk: sleutel.geheim for sleutel in sleutels}
    return klopt(een.koppen, een.inhoud, adres, bekend, nu)


def een_bericht(ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger) -> Ontvangen:
    vertel(jan, ploeg.anna)
    bezorg()
    return ontvanger.bus.genomen[-1]


def test_het_voorbeeld_van_de_handleiding_keurt_goed_wat_richting_stuurt(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, klopt: Klopt
) -> None:
    nieuw = webhook(ploeg.anna, ontvanger.adres)
    een = een_bericht(ploeg, jan, ontvanger)
    assert past(klopt, een, ontvanger.adres, nieuw)
    assert not past(klopt, een, ontvanger.adres, Sleutel(nieuw.kenmerk, "whsec_anders"))
    assert not past(klopt, een, ontvanger.adres, Sleutel("wh-onbekend", nieuw.geheim))
    assert not past(klopt, een, "https://ergens.anders.nl/", nieuw)


@pytest.mark.parametrize("later", [-301, 301, 86_400])
def test_een_oud_bericht_wordt_niet_nog_eens_geloofd(
    later: int, ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, klopt: Klopt
) -> None:
    nieuw = webhook(ploeg.anna, ontvanger.adres)
    een = een_bericht(ploeg, jan, ontvanger)
    assert past(klopt, een, ontvanger.adres, nieuw, nu=MOMENT + 299)
    assert not past(klopt, een, ontvanger.adres, nieuw, nu=MOMENT + later)


VERVALSINGEN: dict[str, Callable[[Ontvangen], Ontvangen]] = {
    "andere inhoud": lambda een: Ontvangen(een.pad, een.koppen, een.inhoud + b" ", 0),
    "ander moment": lambda een: Ontvangen(
        een.pad,
        een.koppen
        | {"signature-input": een.koppen["signature-input"].replace(str(MOMENT), str(MOMENT + 1))},
        een.inhoud,
        0,
    ),
    "andere handtekening": lambda een: Ontvangen(
        een.pad, een.koppen | {"signature": "sig1=:AAAA:"}, een.inhoud, 0
    ),
    "geen handtekening": lambda een: Ontvangen(
        een.pad,
        {naam: waarde for naam, waarde in een.koppen.items() if not naam.startswith("signature")},
        een.inhoud,
        0,
    ),
    "minder gedekt": lambda een: Ontvangen(
        een.pad,
        een.koppen
        | {
            "signature-input": een.koppen["signature-input"].replace(' "content-digest"', ""),
        },
        een.inhoud,
        0,
    ),
}


@pytest.mark.parametrize("hoe", VERVALSINGEN)
def test_wat_onderweg_veranderd_is_wordt_geweigerd(
    hoe: str, ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, klopt: Klopt
) -> None:
    nieuw = webhook(ploeg.anna, ontvanger.adres)
    een = een_bericht(ploeg, jan, ontvanger)
    assert past(klopt, een, ontvanger.adres, nieuw)
    assert not past(klopt, VERVALSINGEN[hoe](een), ontvanger.adres, nieuw)


def test_tijdens_het_wisselen_kloppen_beide_sleutels_en_daarna_alleen_de_nieuwe(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, klopt: Klopt
) -> None:
    oud = webhook(ploeg.anna, ontvanger.adres)
    nieuw = abonnementen.vernieuw_sleutel(ploeg.anna.wie(), oud.abonnement.pk)
    een = een_bericht(ploeg, jan, ontvanger)
    assert past(klopt, een, ontvanger.adres, oud)
    assert past(klopt, een, ontvanger.adres, nieuw)
    with klok.op((klok.nu() + timedelta(days=15)).date()):
        ander = een_bericht(ploeg, jan, ontvanger)
    assert not past(klopt, ander, ontvanger.adres, oud)
    assert past(klopt, ander, ontvanger.adres, nieuw)


def test_een_gelekte_sleutel_is_in_een_keer_weg(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger, klopt: Klopt
) -> None:
    oud = webhook(ploeg.anna, ontvanger.adres)
    wie = ploeg.anna.wie()
    with pytest.raises(KanNiet):
        abonnementen.trek_oude_sleutel_in(wie, oud.abonnement.pk)
    nieuw = abonnementen.vernieuw_sleutel(wie, oud.abonnement.pk)
    abonnementen.trek_oude_sleutel_in(wie, oud.abonnement.pk)
    een = een_bericht(ploeg, jan, ontvanger)
    assert not past(klopt, een, ontvanger.adres, oud)
    assert past(klopt, een, ontvanger.adres, nieuw)


def test_er_tekenen_nooit_meer_dan_twee(ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger) -> None:
    oud = webhook(ploeg.anna, ontvanger.adres)
    for _keer in range(4):
        abonnementen.vernieuw_sleutel(ploeg.anna.wie(), oud.abonnement.pk)
    een = een_bericht(ploeg, jan, ontvanger)
    assert een.koppen["signature"].count("sig") == 2


def test_een_geheim_volgt_uit_de_sleutel_van_dit_huis_en_uit_niets_anders() -> None:
    vast = ("huis", "abonnement", "wh-1", "zout")
    assert geheim(*vast) == geheim(*vast)
    anders = {
        geheim(*(f"{deel}x" if nr == plek else deel for nr, deel in enumerate(vast)))
        for plek in range(4)
    }
    assert len(anders | {geheim(*vast)}) == 5
    assert settings.OMGEVING.webhooksleutel not in geheim(*vast)


def test_de_handtekening_volgt_rfc_9421() -> None:
    koppen = onderteken("https://x.nl/a?b=1", b"{}", 7, [Sleutel("wh-1", "g")])
    assert koppen["Signature-Input"] == (
        'sig1=("@method" "@target-uri" "content-type" "content-digest");created=7'
        ';keyid="wh-1";alg="hmac-sha256"'
    )
    assert koppen["Content-Digest"] == "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:"


def test_alleen_wie_het_loket_beheert_maakt_en_wijzigt_een_webhook(
    ploeg: Ploeg, jan: UUID, ontvanger: Ontvanger
) -> None:
    nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
    for lid in (ploeg.bram, ploeg.dirk, ploeg.eva):
        with pytest.raises(NietToegestaan):
            abonnementen.vernieuw_sleutel(lid.wie(), nummer)
        with pytest.raises(NietToegestaan):
            abonnementen.maak(lid.wie(), naam="x", adres=ontvanger.adres)
        with pytest.raises(NietToegestaan):
            abonnementen.stop(lid.wie(), nummer)
    abonnementen.stop(ploeg.fatima.wie(), nummer)
