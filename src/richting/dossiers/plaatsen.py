"""The places of a stay in time, from its begin, transfers and the days outside. Pure.

Institutions follow each other; leave, phasing and escape lie over them and end when somebody
returns. Clausule 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from richting.akkoord.feiten import Plaats
from richting.akkoord.woorden import Berichtsoort, SoortPlaats

if TYPE_CHECKING:
    from richting.dossiers.stand import Feitbericht


@dataclass(frozen=True)
class Laag:
    """A stretch before it is laid over the others; a higher `rang` lies on top."""

    van: date
    tot: date | None
    soort: SoortPlaats
    inrichting: str | None
    rang: int


def leg_uit(
    begin: Mapping[str, Any],
    paren: Iterable[tuple[Feitbericht, Mapping[str, Any]]],
    einde: date | None,
) -> tuple[Plaats, ...]:
    """The places in order, without overlap; what would begin after the end is left out."""
    paren = list(paren)
    lagen = [*_binnen(begin, paren)]
    verhuisdagen = [laag.van for laag in lagen[1:]]
    for nummer, (bericht, inhoud) in enumerate(paren, start=1):
        laag = _buiten(bericht.soort, inhoud, verhuisdagen, rang=nummer)
        if laag:
            lagen.append(laag)
    plaatsen = _samengevoegd(_doorsneden(lagen))
    eerste = plaatsen[:1]
    rest = [p for p in plaatsen[1:] if einde is None or p.van < einde]
    return tuple(_open_einde([*eerste, *rest], einde))


def _binnen(
    begin: Mapping[str, Any], paren: list[tuple[Feitbericht, Mapping[str, Any]]]
) -> list[Laag]:
    """Begin and transfers, each until the next; two on one day: the later message counts."""
    per_dag = {date.fromisoformat(begin["begin"]): begin["plaats"]}
    for bericht, inhoud in paren:
        if bericht.soort is Berichtsoort.OVERPLAATSING:
            per_dag[date.fromisoformat(inhoud["datum"])] = inhoud["plaats"]
    dagen = sorted(per_dag)
    einden: list[date | None] = [*dagen[1:], None]
    return [
        Laag(dag, tot, SoortPlaats(per_dag[dag]["soort"]), per_dag[dag].get("inrichting"), 0)
        for dag, tot in zip(dagen, einden, strict=True)
    ]


def _buiten(
    soort: Berichtsoort, inhoud: Mapping[str, Any], verhuisdagen: list[date], rang: int
) -> Laag | None:
    if soort is Berichtsoort.VERLOF:
        plek, van, tot = SoortPlaats.VERLOF, inhoud["van"], inhoud.get("tot")
    elif soort is Berichtsoort.FASERING_BUITEN:
        plek, van, tot = SoortPlaats(inhoud["vorm"]), inhoud["van"], inhoud.get("tot")
    elif soort is Berichtsoort.ONTVLUCHTING:
        plek, van, tot = SoortPlaats.VOORTVLUCHTIG, inhoud["datum"], inhoud.get("teruggekeerdOp")
    else:
        return None
    begin = date.fromisoformat(van)
    einde = date.fromisoformat(tot) if tot else None
    if einde is None:
        einde = min((dag for dag in verhuisdagen if dag > begin), default=None)
    if einde is not None and einde <= begin:
        return None
    return Laag(begin, einde, plek, None, rang)


def _doorsneden(lagen: list[Laag]) -> list[Plaats]:
    """Per stretch between two days of change the topmost layer."""
    eerste = lagen[0].van
    dagen = sorted({laag.van for laag in lagen} | {laag.tot for laag in lagen if laag.tot})
    dagen = [dag for dag in dagen if dag >= eerste]
    tot: list[date | None] = [*dagen[1:], None]
    uit = []
    for van, grens in zip(dagen, tot, strict=True):
        boven = max(
            (laag for laag in lagen if laag.van <= van and (laag.tot is None or van < laag.tot)),
            key=lambda laag: (laag.rang > 0, laag.van, laag.rang),
        )
        uit.append(Plaats(boven.soort, boven.inrichting, van, grens))
    return uit


def _samengevoegd(plaatsen: list[Plaats]) -> list[Plaats]:
    uit: list[Plaats] = []
    for plaats in plaatsen:
        if uit and (uit[-1].soort, uit[-1].inrichting) == (plaats.soort, plaats.inrichting):
            uit[-1] = Plaats(plaats.soort, plaats.inrichting, uit[-1].van, plaats.tot)
        else:
            uit.append(plaats)
    return uit


def _open_einde(plaatsen: list[Plaats], einde: date | None) -> list[Plaats]:
    """The last place of an ended stay runs until the end; its rules need no later day."""
    if not plaatsen or einde is None:
        return plaatsen
    laatste = plaatsen[-1]
    tot = max(einde, laatste.van)
    return [*plaatsen[:-1], Plaats(laatste.soort, laatste.inrichting, laatste.van, tot)]
