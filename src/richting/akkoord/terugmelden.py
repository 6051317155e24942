""" "This is not right": which desk is the source of a datum, and can mend it. Clausule 5.4, 6.4."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.partij import Partij
from richting.akkoord.regie import instelling
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort


class Gegeven(StrEnum):
    """What may be wrong in a dossier."""

    PERSOON = "persoonsgegevens"
    EINDE = "einde_verblijf"
    PLAATS = "verblijfplaats"
    GEMEENTE = "woongemeente"
    TOEZICHT = "toezicht_gegevens"
    AFSPRAAK = "afspraak"


class Terugantwoord(StrEnum):
    """What the source answers: mended, or it is right as it stands."""

    VERBETERD = "verbeterd"
    KLOPT = "klopt_wel"


@dataclass(frozen=True)
class Gegevenregel:
    """A datum with its compartment and what is the source of it in one sentence."""

    gegeven: Gegeven
    categorie: Gegevenscategorie
    bron: str
    partij: Callable[[Feiten, date, Aannames], Partij | None]


def bron_van(
    gegeven: Gegeven, feiten: Feiten, op: date, aannames: Aannames = AANNAMES
) -> Partij | None:
    """Who can mend it: who brought it in. None when that party is not known. Clausule 5.4."""
    return GEGEVENS[gegeven].partij(feiten, op, aannames)


def _inrichting(feiten: Feiten, op: date, _aannames: Aannames) -> Partij | None:
    return instelling(feiten, op)


def _gemeente(feiten: Feiten, op: date, aannames: Aannames) -> Partij | None:
    code = gemeente_aan_zet(feiten, op, aannames).waarde
    return Partij(Loketsoort.NAZORG, code) if code else None


def _reclassering(feiten: Feiten, _op: date, _aannames: Aannames) -> Partij | None:
    code = feiten.toezicht[-1].organisatie if feiten.toezicht else feiten.reclassering
    return Partij(Loketsoort.RECLASSERING, code) if code else None


_C = Gegevenscategorie
_PI = _("Dit komt van de inrichting; die kan het bij DJI laten verbeteren.")
GEGEVENS = {
    regel.gegeven: regel
    for regel in (
        Gegevenregel(Gegeven.PERSOON, _C.VERBLIJF, _PI, _inrichting),
        Gegevenregel(Gegeven.EINDE, _C.VERBLIJF, _PI, _inrichting),
        Gegevenregel(Gegeven.PLAATS, _C.VERBLIJF, _PI, _inrichting),
        Gegevenregel(
            Gegeven.GEMEENTE,
            _C.VERBLIJF,
            _("Dit komt uit de basisregistratie; de gemeente kan het nagaan."),
            _gemeente,
        ),
        Gegevenregel(
            Gegeven.TOEZICHT,
            _C.TOEZICHT,
            _("Dit komt van de reclassering die toezicht houdt."),
            _reclassering,
        ),
        Gegevenregel(
            Gegeven.AFSPRAAK,
            _C.PLAN,
            _("De inrichting houdt de screening en het plan bij."),
            _inrichting,
        ),
    )
}
"""Where each datum comes from."""
