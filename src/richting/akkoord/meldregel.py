"""What a rule of the duty to tell says: of one kind of fact, to which desks. Clausule 5.4."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort

PLANPARTIJEN = frozenset(
    {
        Loketsoort.NAZORG,
        Loketsoort.CASEMANAGEMENT,
        Loketsoort.FORENSISCH,
        Loketsoort.RECLASSERING,
        Loketsoort.PROCESREGIE,
    }
)
VEILIGHEIDSPARTIJEN = frozenset({Loketsoort.OPENBARE_ORDE, Loketsoort.OM, Loketsoort.POLITIE})
IEDEREEN = PLANPARTIJEN | VEILIGHEIDSPARTIJEN


@dataclass(frozen=True)
class Meldregel:
    """What is told of one kind of fact, to which desks, and behind which category it lies.

    `spoed`: the same day. `begin`: the same day when the stay is short or its end unknown. `einde`:
    it is about the end of the stay, which may be near. `buiten`: someone goes outside on the day of
    the fact.
    """

    feit: Feitsoort
    zin: str
    aan: frozenset[Loketsoort]
    categorie: Gegevenscategorie = Gegevenscategorie.VERBLIJF
    spoed: bool = False
    begin: bool = False
    einde: bool = False
    buiten: bool = False
