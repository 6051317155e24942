"""The stretches of a stay that the laws ask for: inside the accord, under the Pbw, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from richting.akkoord.aannames import Aannames
from richting.akkoord.doelgroep import VOLWASSEN, beoordeel
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import (
    FORENSISCHE_PLAATSEN,
    STAPPEN_BUITEN,
    laatste_dag,
    tijdens,
    verloop,
)
from richting.akkoord.levensloop import FORENSISCHE_TITELS as TBS_TITELS
from richting.akkoord.periode import Periode, periode, vroegste
from richting.akkoord.woorden import Eindereden, SoortPlaats, Titel

PENITENTIAIR = frozenset({SoortPlaats.PI, SoortPlaats.PPC})


@dataclass(frozen=True)
class Zaak:
    """The facts, the assumptions, and the stretches in which the accord covers the stay."""

    feiten: Feiten
    aannames: Aannames
    binnen: tuple[Periode, ...]


def zaak(feiten: Feiten, aannames: Aannames) -> Zaak:
    """What every law starts from."""
    return Zaak(feiten, aannames, binnen_akkoord(feiten))


def binnen_akkoord(feiten: Feiten) -> tuple[Periode, ...]:
    """When the accord covers the stay. Clausule 3.1, 3.8.

    Handing over to another country ends the return, not the duty to wind up: see `slot`.
    """
    grenzen = _grenzen(feiten)
    stukken = zip(grenzen, [*grenzen[1:], None], strict=True)
    return tuple(Periode(van, tot) for van, tot in stukken if _binnen(feiten, van))


def werking(zaak: Zaak, grondslag: Grondslag) -> Periode | None:
    """When a law can give grounds for this stay; None when it came too late. Clausule 6.2, 6.4.

    A stay that is over on the day of entry into force gives no ground, also not for the time
    after; a running stay gives one from that day on. Nothing is shared before it is known.
    """
    vanaf = grondslag.in_werking(zaak.aannames) or date.min
    einde = laatste_dag(zaak.feiten)
    if einde is not None and einde <= vanaf:
        return None
    return periode(max(vanaf, zaak.feiten.bekend_sinds), grondslag.geldig_tot)


def slot(zaak: Zaak, maanden: int) -> date | None:
    """The day on which sharing ends: so many months after leaving; None while the stay runs.

    Who died or was handed over does not return: then only some days are left to wind up.
    """
    einde = laatste_dag(zaak.feiten)
    na_vertrek = plus_maanden(einde, maanden) if einde else None
    return vroegste(na_vertrek, afwikkeling(zaak))


def afwikkeling(zaak: Zaak) -> date | None:
    """The last day to wind up when no return will follow; None when one can."""
    weg = geen_terugkeer(zaak.feiten)
    return weg + timedelta(days=zaak.aannames.afwikkeling_dagen) if weg else None


def geen_terugkeer(feiten: Feiten) -> date | None:
    """Since when it is certain that nobody returns: death, or handed over to another country."""
    overgedragen = feiten.eindereden == Eindereden.OVERDRACHT_BUITENLAND
    return vroegste(feiten.persoon.overleden_op, feiten.einde if overgedragen else None)


def onder_pbw(feiten: Feiten) -> tuple[Periode, ...]:
    """When the stay falls under the Pbw, so that a director makes a plan. Artikel Pbw 18a.

    A police cell has no director. Care is under the Pbw (15.5, 43.3), but with tbs under the Bvt.
    Who is outside belongs to the institution before. Without known places the title decides. The
    time after leaving belongs to the last stretch.
    """
    tbs = feiten.titel in TBS_TITELS
    if not feiten.plaatsen:
        elders = tbs or feiten.titel == Titel.INVERZEKERINGSTELLING
        return () if elders else (Periode(feiten.begin),)
    stukken: list[Periode] = []
    geldt: bool | None = None
    for plaats, stuk in verloop(tijdens(feiten)):
        geldt = _onder_pbw(plaats.soort, tbs, geldt)
        if geldt and (vanaf_begin := periode(max(stuk.van, feiten.begin), stuk.tot)):
            stukken.append(vanaf_begin)
    return tuple(stukken)


def _onder_pbw(soort: SoortPlaats, tbs: bool, daarvoor: bool | None) -> bool | None:
    """Yes, no, or None as long as no institution and no way outside is known."""
    if soort in PENITENTIAIR:
        return True
    if soort in FORENSISCHE_PLAATSEN or (soort in STAPPEN_BUITEN and daarvoor is None):
        return not tbs
    return False if soort == SoortPlaats.JJI else daarvoor


def _binnen(feiten: Feiten, op: date) -> bool:
    oordeel = beoordeel(feiten, op)
    return oordeel.binnen or oordeel.code == "naar_buitenland"


def _grenzen(feiten: Feiten) -> list[date]:
    """Every day on which the verdict of the target group can change."""
    dagen = {date.min, feiten.begin}
    for plaats in feiten.plaatsen:
        dagen |= {plaats.van, *([plaats.tot] if plaats.tot else [])}
    if einde := laatste_dag(feiten):
        dagen.add(einde)
    if feiten.persoon.geboortedatum:
        dagen.add(_verjaardag(feiten.persoon.geboortedatum, VOLWASSEN))
    return sorted(dagen)


def _verjaardag(geboren: date, jaren: int) -> date:
    dag = plus_maanden(geboren, 12 * jaren)
    return dag if dag.day == geboren.day else dag + timedelta(days=1)
