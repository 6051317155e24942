"""The world of the random lives: places, municipalities, kinds of decisions, and the people."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.partijen.models import Loket
from tests.berichten.bouwers import maak_partijen
from tests.partijen.bouwers import ANDERE_GEMEENTE, GEMEENTE, Lid, maak_beheerder, maak_medewerker
from tests.partijen.bouwers import maak_ploeg as _maak_ploeg

EERSTE_DAG = date(2026, 11, 23)
NAMEN = ("anna", "bram", "cato", "eva", "gijs", "zus")
PLAATSEN = (
    {"soort": "pi", "inrichting": "PI-NIEUWEGEIN"},
    {"soort": "pi", "inrichting": "PI-ZWOLLE"},
    {"soort": "fpc", "inrichting": "FPC-POMPE"},
)
GEMEENTEN: tuple[list[dict[str, str]], ...] = (
    [],
    [{"gemeente": GEMEENTE, "rol": "ingezetene"}],
    [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}],
    [
        {"gemeente": GEMEENTE, "rol": "ingezetene"},
        {"gemeente": ANDERE_GEMEENTE, "rol": "vestiging"},
    ],
)
SOORTEN = (
    (Besluitsoort.VERLOF, Gegevenscategorie.PLAN, ""),
    (Besluitsoort.WIJZIGING_EINDE, Gegevenscategorie.PLAN, ""),
    (Besluitsoort.HUISUITZETTING, Gegevenscategorie.ONDERDAK, ""),
    (Besluitsoort.BIJZONDERE_VOORWAARDE, Gegevenscategorie.TOEZICHT, ""),
    (Besluitsoort.ANDERE_GEMEENTE, Gegevenscategorie.PLAN, ANDERE_GEMEENTE),
)
taken, dagen, keuze = st.sampled_from(Regietaak), st.integers(0, 60), st.integers(0, 9)
wie = st.sampled_from(NAMEN)


def maak_mensen() -> dict[str, Lid]:
    """Six desks that can direct, each with a manager and two colleagues who come and go."""
    maak_partijen()
    ploeg = _maak_ploeg()
    zwolle = Loket.objects.get(organisatie__code="PI-ZWOLLE", soort=Loketsoort.CASEMANAGEMENT.value)
    zus = Lid(maak_medewerker("zus", zwolle), zwolle)
    leden = {**{naam: getattr(ploeg, naam) for naam in NAMEN[:-1]}, "zus": zus}
    for naam, lid in leden.items():
        maak_beheerder(lid)
        for nummer in (1, 2):
            maak_medewerker(f"{naam}{nummer}", lid.loket)
    return leden
