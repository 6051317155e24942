"""A stay as the fold over its messages: pure, so order and repetition cannot matter.

Messages are sorted by the source's time and id. A correction names the message it mends, a
withdrawal the one that should not have been; both may be corrected or withdrawn themselves.
Neighbours: `plaatsen.py` (the places in time), `feiten.py` (what the rules get).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from richting.akkoord.feiten import Gemeenteband, Plaats, Toezicht, Veroordeling, Verwachting
from richting.akkoord.woorden import (
    Berichtsoort,
    Eindereden,
    GemeenteRol,
    Titel,
    Verblijfsstatus,
    Zekerheid,
)
from richting.dossiers.plaatsen import leg_uit

ONBEKEND_EINDE = Verwachting()
SINDS = "_sinds"
"""Key under which a corrected list of municipalities carries the day it was corrected."""


@dataclass(frozen=True)
class Feitbericht:
    """One message about a stay, checked and normalised. `inhoud` has the keys of the schema."""

    bericht_id: str
    soort: Berichtsoort
    bron_tijd: datetime
    inhoud: Mapping[str, Any]

    @property
    def volgorde(self) -> tuple[datetime, str]:
        """Where this message stands in the story, whenever it came in."""
        return self.bron_tijd, self.bericht_id

    @property
    def betreft(self) -> str | None:
        """The message that a correction or withdrawal is about."""
        return self.inhoud.get("betreft")


@dataclass(frozen=True)
class Persoon:
    """Who the person is, as the messages tell. Empty text or None: not told."""

    bsn: str | None = None
    skn: str | None = None
    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    geboortedatum: date | None = None
    geboorteplaats: str = ""
    geslacht: str = ""
    verblijfsstatus: Verblijfsstatus = Verblijfsstatus.ONBEKEND
    overleden_op: date | None = None


@dataclass(frozen=True)
class Stand:
    """All that is known of a stay now."""

    persoon: Persoon
    titel: Titel
    begin: date
    verwachting: Verwachting = ONBEKEND_EINDE
    einde: date | None = None
    eindereden: Eindereden | None = None
    plaatsen: tuple[Plaats, ...] = ()
    gemeenten: tuple[Gemeenteband, ...] = ()
    reclassering: str | None = None
    toezicht: tuple[Toezicht, ...] = ()
    veroordeling: Veroordeling | None = None
    parketnummers: tuple[str, ...] = ()
    adolescentenstrafrecht: bool = False
    terroristisch: bool = False
    risico_vanaf: date | None = None
    risico_tot: date | None = None
    veiligheidshuis: str | None = None
    veiligheidshuis_vanaf: date | None = None
    ingetrokken: bool = False


def vouw(berichten: Iterable[Feitbericht]) -> Stand | None:
    """The stay after all these messages, in whatever order; None while no begin is among them.

    Clausule 1.1, 3.5. A late older message never overwrites a newer fact: the source's time rules.
    """
    uniek = {bericht.bericht_id: bericht for bericht in berichten}
    op_volgorde = sorted(uniek.values(), key=lambda b: b.volgorde)
    geldig = _geldige(op_volgorde)
    begins = [b for b in op_volgorde if b.soort is Berichtsoort.BEGIN]
    if not begins:
        return None
    geldige_begins = [b for b in begins if b.bericht_id in geldig]
    basis = (geldige_begins or begins)[-1]
    inhoud = {
        b.bericht_id: _gecorrigeerd(b, op_volgorde, geldig)
        for b in op_volgorde
        if b.soort not in (Berichtsoort.CORRECTIE, Berichtsoort.INTREKKING)
        and (b.bericht_id in geldig or b is basis)
    }
    gebeurd = [
        b for b in op_volgorde if b.bericht_id in inhoud and b.soort is not Berichtsoort.BEGIN
    ]
    return _stand(basis, gebeurd, inhoud, ingetrokken=not geldige_begins)


def persoon_bij_begin(bericht: Feitbericht) -> Persoon:
    """Who the person is, as a begin tells it by itself."""
    return _persoon(bericht.inhoud["persoon"], None)


def _geldige(berichten: list[Feitbericht]) -> set[str]:
    """The ids of the messages that no valid withdrawal names."""
    intrekkers: dict[str, list[str]] = {}
    for bericht in berichten:
        if bericht.soort is Berichtsoort.INTREKKING and bericht.betreft:
            intrekkers.setdefault(bericht.betreft, []).append(bericht.bericht_id)

    def staat(bericht_id: str, pad: frozenset[str]) -> bool:
        verder = pad | {bericht_id}
        return not any(
            door not in verder and staat(door, verder) for door in intrekkers.get(bericht_id, ())
        )

    return {b.bericht_id for b in berichten if staat(b.bericht_id, frozenset())}


def _gecorrigeerd(
    bericht: Feitbericht, berichten: list[Feitbericht], geldig: set[str]
) -> dict[str, Any]:
    """The content of a message after the corrections that name it, also by way of another."""
    inhoud = dict(bericht.inhoud)
    namen = {bericht.bericht_id}
    correcties = [
        b for b in berichten if b.soort is Berichtsoort.CORRECTIE and b.bericht_id in geldig
    ]
    for _ronde in correcties:
        namen |= {c.bericht_id for c in correcties if c.betreft in namen}
    for correctie in correcties:
        if correctie.betreft in namen and correctie.bericht_id in namen:
            _pas_aan(inhoud, correctie)
    return inhoud


def _pas_aan(inhoud: dict[str, Any], correctie: Feitbericht) -> None:
    for naam, waarde in correctie.inhoud.get("velden", {}).items():
        if naam == "gemeenten":
            waarde = _met_sinds(inhoud.get(naam), waarde, correctie.bron_tijd.date())
        if waarde is None:
            inhoud.pop(naam, None)
        else:
            inhoud[naam] = waarde


def _met_sinds(oud: Any, nieuw: Any, dag: date) -> Any:
    """A municipality that a correction brings in is in play from the day of the correction."""
    bekend = {(band["gemeente"], band["rol"]): band for band in oud or ()}
    if nieuw is None:
        return None
    return [
        bekend.get((band["gemeente"], band["rol"]), {**band, SINDS: dag.isoformat()})
        for band in nieuw
    ]


def _stand(
    basis: Feitbericht,
    gebeurd: list[Feitbericht],
    inhoud: dict[str, dict[str, Any]],
    *,
    ingetrokken: bool,
) -> Stand:
    begin = inhoud[basis.bericht_id]
    paren = [(bericht, inhoud[bericht.bericht_id]) for bericht in gebeurd]
    overleden = _laatste(paren, Berichtsoort.OVERLIJDEN)
    overleden_op = _dag(overleden.get("datum")) if overleden else None
    einde, eindereden = _einde(_laatste(paren, Berichtsoort.EINDE), overleden_op)
    risico, huis = begin.get("risico18b") or {}, begin.get("veiligheidshuis") or {}
    return Stand(
        persoon=_persoon(begin["persoon"], overleden_op),
        titel=Titel(begin["titel"]),
        begin=date.fromisoformat(begin["begin"]),
        verwachting=_verwachting(basis, begin, paren),
        einde=einde,
        eindereden=eindereden,
        plaatsen=leg_uit(begin, paren, einde),
        gemeenten=_gemeenten(begin.get("gemeenten")),
        reclassering=begin.get("reclassering"),
        toezicht=_toezicht(begin.get("toezicht")),
        veroordeling=_veroordeling(begin.get("veroordeling")),
        parketnummers=tuple(begin.get("parketnummers") or ()),
        adolescentenstrafrecht=bool(begin.get("adolescentenstrafrecht")),
        terroristisch=bool(begin.get("terroristisch")),
        risico_vanaf=_dag(risico.get("vanaf")),
        risico_tot=_dag(risico.get("tot")),
        veiligheidshuis=huis.get("code"),
        veiligheidshuis_vanaf=_dag(huis.get("vanaf")),
        ingetrokken=ingetrokken,
    )


Paren = list[tuple[Feitbericht, dict[str, Any]]]


def _laatste(paren: Paren, soort: Berichtsoort) -> dict[str, Any] | None:
    gevonden = [inhoud for bericht, inhoud in paren if bericht.soort is soort]
    return gevonden[-1] if gevonden else None


def _einde(
    bericht: dict[str, Any] | None, overleden_op: date | None
) -> tuple[date | None, Eindereden | None]:
    """The end that was told; a death ends a stay that had not ended before."""
    einde = _dag(bericht.get("datum")) if bericht else None
    if overleden_op and (einde is None or overleden_op <= einde):
        return overleden_op, Eindereden.OVERLIJDEN
    return einde, Eindereden(bericht["reden"]) if bericht else None


def _verwachting(basis: Feitbericht, begin: dict[str, Any], paren: Paren) -> Verwachting:
    """The newest expectation by the source's time, whether begin or change told it."""
    verteld = [(b.volgorde, i) for b, i in paren if b.soort is Berichtsoort.EINDE_GEWIJZIGD]
    verteld.append((basis.volgorde, begin))
    _wanneer, inhoud = max(verteld, key=lambda paar: paar[0])
    deel = inhoud.get("verwachtEinde") or {}
    return Verwachting(
        _dag(deel.get("vroegst")),
        _dag(deel.get("laatst")),
        Zekerheid(deel.get("zekerheid", Zekerheid.ONBEKEND)),
        deel.get("reden") or (inhoud.get("reden", "") if inhoud is not begin else ""),
    )


def _persoon(deel: Mapping[str, Any], overleden_op: date | None) -> Persoon:
    return Persoon(
        bsn=deel.get("bsn"),
        skn=deel.get("skn"),
        voornamen=deel.get("voornamen", ""),
        voorvoegsel=deel.get("voorvoegsel", ""),
        geslachtsnaam=deel["geslachtsnaam"],
        geboortedatum=_dag(deel.get("geboortedatum")),
        geboorteplaats=deel.get("geboorteplaats", ""),
        geslacht=deel.get("geslacht", ""),
        verblijfsstatus=Verblijfsstatus(deel.get("verblijfsstatus", Verblijfsstatus.ONBEKEND)),
        overleden_op=overleden_op,
    )


def _gemeenten(deel: Any) -> tuple[Gemeenteband, ...]:
    return tuple(
        Gemeenteband(band["gemeente"], GemeenteRol(band["rol"]), _dag(band.get(SINDS)))
        for band in deel or ()
    )


def _toezicht(deel: Any) -> tuple[Toezicht, ...]:
    return tuple(
        Toezicht(
            regel["organisatie"],
            _dag(regel.get("van")),
            _dag(regel.get("tot")),
            tuple(regel.get("voorwaarden") or ()),
        )
        for regel in deel or ()
    )


def _veroordeling(deel: Any) -> Veroordeling | None:
    if not deel:
        return None
    return Veroordeling(
        tuple(deel.get("artikelen") or ()),
        bool(deel.get("onherroepelijk")),
        deel.get("onvoorwaardelijkMaanden"),
        bool(deel.get("tbsVerpleging")),
        _dag(deel.get("pleegdatum")),
        bool(deel.get("pijVerlengbaar")),
    )


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
