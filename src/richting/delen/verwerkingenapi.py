"""The register of processings over the API: who works with what, on which basis, which regime.

Made from the same legal bases that the program applies; no personal data.

Artikel AVG 30. Clausule 6.7.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Router, Schema

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Regime
from richting.delen import afspraakoverzichten
from richting.kern.instellingen import aannames_op
from richting.partijen.machine import Machineverzoek

router = Router(tags=["verwerkingen"])


class VerwerkingUit(Schema):
    """One processing on a legal basis; `sinds` null: no source gives a day."""

    code: str
    loketsoort: Loketsoort
    grondslag: str
    artikel: str
    doel: str
    categorieen: list[Gegevenscategorie]
    herkomst: list[Loketsoort]
    ontvangers: list[Loketsoort]
    regime: Regime
    bewarenTot: str
    sinds: date | None
    regioafspraken: list[str]


class SteunverwerkingUit(Schema):
    """A processing of the program itself, with the regimes under which it can fall."""

    code: str
    doel: str
    gegevens: str
    betrokkenen: str
    bron: str
    regimes: list[Regime]


class VerwerkingenUit(Schema):
    """The whole register."""

    verwerkingen: list[VerwerkingUit]
    steun: list[SteunverwerkingUit]


@router.get(
    "/verwerkingen",
    operation_id="leesVerwerkingen",
    summary="Lees het register van verwerkingen",
    description="Wie met welke gegevens werkt, op welke grond en onder welk regime (AVG art. 30), "
    "met de namen van de regionale afspraken die nu gelden.",
    response=VerwerkingenUit,
)
def verwerkingen(request: Machineverzoek) -> dict[str, Any]:
    """The register of processings. Clausule 6.6, 6.7. Two queries."""
    op = request.wie.vandaag
    afspraken = afspraakoverzichten.geldende(op)
    aannames = aannames_op(op)
    return {
        "verwerkingen": [
            {
                "code": regel.code,
                "loketsoort": regel.wie,
                "grondslag": regel.grondslag.code,
                "artikel": regel.grondslag.artikel,
                "doel": regel.grondslag.doel,
                "categorieen": sorted(regel.categorieen),
                "herkomst": regel.herkomst,
                "ontvangers": regel.ontvangers,
                "regime": regel.regime,
                "bewarenTot": regel.grondslag.einde,
                "sinds": regel.grondslag.in_werking(aannames),
                "regioafspraken": [
                    rij.naam for rij in afspraken if regel.grondslag.code in rij.grondslagen
                ],
            }
            for regel in verwerkingsregister()
        ],
        "steun": [
            {
                "code": steun.code,
                "doel": steun.doel,
                "gegevens": steun.gegevens,
                "betrokkenen": steun.betrokkenen,
                "bron": steun.bron,
                "regimes": steun.regimes,
            }
            for steun in STEUN
        ],
    }
