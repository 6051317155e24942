"""Short questions to a set of grounds, the fixed cast and the compartments, for tests."""

from __future__ import annotations

from datetime import date

from richting.akkoord.grondslagen import Grond, is_geldig
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from tests.akkoord.bouwers import ARNHEM, NIEUWEGEIN, POMPE, RN, UTRECHT

C, L = Gegevenscategorie, Loketsoort
WJSG, PBW_18A, PBW_18B, WFZ, WGS = "wjsg_51c_2", "pbw_18a", "pbw_18b", "wfz_bfz", "wgs_zvh"
BASIS = {C.ONDERDAK, C.INKOMEN, C.SCHULDEN, C.IDENTITEIT, C.ZORG}
PLAN = BASIS | {C.VERBLIJF, C.PLAN, C.NETWERK, C.MOTIVATIE, C.TOEZICHT, C.SLACHTOFFER}
ANNA = Partij(L.NAZORG, UTRECHT)
BRAM = Partij(L.CASEMANAGEMENT, NIEUWEGEIN)
CATO = Partij(L.RECLASSERING, RN)
DIRK = Partij(L.OPENBARE_ORDE, UTRECHT)
EVA = Partij(L.NAZORG, ARNHEM)
GIJS = Partij(L.FORENSISCH, POMPE)

ALLES = frozenset[Grond]


def van(gronden: ALLES, code: str, loketsoort: Loketsoort | None = None) -> list[Grond]:
    """The grounds of one law (and one kind of desk), earliest first."""
    gekozen = [
        g for g in gronden if g.grondslag == code and loketsoort in (None, g.partij.loketsoort)
    ]
    return sorted(gekozen, key=lambda g: (g.geldig_vanaf, g.partij))


def een(gronden: ALLES, code: str, loketsoort: Loketsoort) -> Grond:
    """The only ground of this law and kind of desk."""
    (grond,) = van(gronden, code, loketsoort)
    return grond


def ziet(gronden: ALLES, partij: Partij, op: date) -> frozenset[Gegevenscategorie]:
    """The categories a party may see on a day."""
    open_op = (g.categorieen for g in gronden if g.partij == partij and is_geldig(g, op))
    return frozenset().union(*open_op)


def wie(gronden: ALLES, op: date) -> set[Partij]:
    """Everybody with a ground on a day."""
    return {g.partij for g in gronden if is_geldig(g, op)}
