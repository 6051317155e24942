"""Answers and actions in one line, for the rules of the standings."""

from __future__ import annotations

from datetime import date
from typing import Any

from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.woorden import Actiestaat, Antwoordsoort, Leefgebied

OP = date(2026, 11, 23)
ONTSLAG = date(2027, 1, 25)
LATER = date(2030, 1, 1)
GEMETEN = date(2026, 11, 1)
NIET_GEGEVEN = {
    "?": Antwoordsoort.ONBEKEND,
    "wil niet": Antwoordsoort.WIL_NIET,
    "nvt": Antwoordsoort.NIET_VAN_TOEPASSING,
    "-": Antwoordsoort.NIET_GEVRAAGD,
}


def antwoorden(**waarden: Any) -> dict[str, Antwoord]:
    """Answers by the code of their question; "?", "wil niet", "nvt" and "-" are kinds."""
    uit = {}
    for code, waarde in waarden.items():
        soort = NIET_GEGEVEN.get(waarde) if isinstance(waarde, str) else None
        uit[code] = Antwoord(
            code,
            soort or Antwoordsoort.GEGEVEN,
            None if soort else waarde,
            peildatum=GEMETEN,
        )
    return uit


def actie(
    gebied: Leefgebied, staat: str, uiterlijk: date | None = None, **velden: Any
) -> Actiefeit:
    """An action of this area in this state."""
    return Actiefeit(gebied, Actiestaat(staat), uiterlijk=uiterlijk, **velden)


GOED: dict[Leefgebied, dict[str, Any]] = {
    Leefgebied.ONDERDAK: {
        "onderdak_na": "eigen_woning",
        "onderdak_duurzaam": True,
        "brp_adres": "woonadres",
        "lasten_betaald": True,
        "plek_tot": "nvt",
    },
    Leefgebied.INKOMEN: {
        "inkomen_na": "uitkering",
        "inkomen_geregeld": "ja",
        "inkomen_tot": "nvt",
        "dagbesteding": "opleiding",
    },
    Leefgebied.SCHULDEN: {
        "schulden": True,
        "schulden_overzicht": "ja",
        "schulden_aanpak": "loopt",
        "cjib": "geen",
        "dreiging": False,
    },
    Leefgebied.IDENTITEIT: {
        "id_document": "paspoort",
        "id_geldig_tot": LATER,
        "id_waar": "inrichting",
        "digid": True,
    },
    Leefgebied.ZORG: {
        "zorgverzekering": "actief",
        "zorg_nodig": True,
        "indicatie": "wmo",
        "zorg_aansluiting": "ja",
        "medicijnen": "geregeld",
    },
    Leefgebied.NETWERK: {"steun": True, "contact": True, "kinderen": "verzorgd"},
    Leefgebied.MOTIVATIE: {"motivatie": "ja", "meedoen": "ja"},
}
"""For each area answers that meet everything it asks."""
