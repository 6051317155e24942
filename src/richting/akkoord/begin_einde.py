"""Begin and end of a stay, as a municipality hears them. Clausule 6.1. Artikel Wjsg 51c lid 2.

Every date that the municipality must know is a case of its own: announced, begun, an end that is
known, changed or unknown, released as foreseen, released on the same day, told afterwards, dead,
taken back. The journal gives the changes, in their order; nothing else is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Verwachting
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Feitsoort, Zekerheid


class Datumgeval(StrEnum):
    """What a municipality must hear of begin or end."""

    AANGEKONDIGD = "aangekondigd"
    BEGONNEN = "begonnen"
    BEGIN_VERBETERD = "begin_verbeterd"
    EINDE_BEKEND = "einde_bekend"
    EINDE_VERANDERD = "einde_veranderd"
    EINDE_ONBEKEND = "einde_onbekend"
    EINDE_KOMT = "einde_komt"
    VRIJ = "vrij"
    VRIJ_ZELFDE_DAG = "vrij_zelfde_dag"
    VRIJ_ACHTERAF = "vrij_achteraf"
    OVERLEDEN = "overleden"
    EINDE_VERVALLEN = "einde_vervallen"
    WEER_GELDIG = "weer_geldig"
    IN_BEELD = "in_beeld"


ZINNEN: dict[Datumgeval, str] = {
    Datumgeval.AANGEKONDIGD: _("Er komt een verblijf aan."),
    Datumgeval.BEGONNEN: _("Het verblijf is begonnen."),
    Datumgeval.BEGIN_VERBETERD: _("De dag van het begin is verbeterd."),
    Datumgeval.EINDE_BEKEND: _("Het verwachte einde is nu bekend."),
    Datumgeval.EINDE_VERANDERD: _("Het verwachte einde is veranderd."),
    Datumgeval.EINDE_ONBEKEND: _("Het einde is niet meer bekend."),
    Datumgeval.EINDE_KOMT: _("De dag van het einde staat vast."),
    Datumgeval.VRIJ: _("Het verblijf is voorbij, zoals verwacht."),
    Datumgeval.VRIJ_ZELFDE_DAG: _("Dezelfde dag vrij, en dat was niet voorzien."),
    Datumgeval.VRIJ_ACHTERAF: _("Het verblijf was al voorbij toen het bericht kwam."),
    Datumgeval.OVERLEDEN: _("Deze persoon is overleden."),
    Datumgeval.EINDE_VERVALLEN: _("Het einde is teruggenomen: het verblijf loopt door."),
    Datumgeval.WEER_GELDIG: _("Het verblijf was ingetrokken, en geldt nu toch weer."),
    Datumgeval.IN_BEELD: _("De gemeenten bij deze terugkeer zijn veranderd."),
}
SOORTEN = (
    "dossier_geopend",
    "einde_gewijzigd",
    "vertrokken",
    "overleden",
    "gecorrigeerd",
    "gemeente_gewijzigd",
    "verzoek_aanvaard",
)
"""The kinds of journal rows that can hold a date of begin or end, or bring a municipality in."""
FEITEN = frozenset(
    {
        Feitsoort.VERBLIJF_BEGONNEN,
        Feitsoort.VERBLIJF_AANGEKONDIGD,
        Feitsoort.EINDE_GEWIJZIGD,
        Feitsoort.EINDE_ONBEKEND,
        Feitsoort.VERTROKKEN,
        Feitsoort.ZELFDE_DAG_VRIJ,
        Feitsoort.OVERLEDEN,
        Feitsoort.GECORRIGEERD,
        Feitsoort.GEMEENTE_GEWIJZIGD,
    }
)
"""What a municipality is told of them; all but the same day stood there already."""
MET_VERWACHTING = ("dossier_geopend", "einde_gewijzigd")
BEGINGEVALLEN = frozenset({Datumgeval.BEGONNEN})
EINDGEVALLEN = frozenset(
    {Datumgeval.VRIJ, Datumgeval.VRIJ_ZELFDE_DAG, Datumgeval.VRIJ_ACHTERAF, Datumgeval.OVERLEDEN}
)
ONBEKEND = Verwachting()


@dataclass(frozen=True)
class Verandering:
    """A row of the journal, as far as this asks for it; `gehoord` is the day it came in."""

    nummer: int
    soort: str
    voor: Mapping[str, Any]
    na: Mapping[str, Any]
    gehoord: date


@dataclass(frozen=True)
class Datumfeit:
    """One thing that the municipalities must hear: what, of which day, and by when it was here.

    `dag` is the day of begin or end; None for an end that is unknown. `bron_uiterlijk` is the last
    day on which the source could tell it in time; None when no day is past.
    """

    nummer: int
    geval: Datumgeval
    dag: date | None
    laatst: date | None
    gehoord: date
    bron_uiterlijk: date | None = None

    @property
    def bron_te_laat(self) -> bool:
        """The source told it too late."""
        return self.bron_uiterlijk is not None and self.gehoord > self.bron_uiterlijk


def onvoorzien(einde: date, gehoord: date, verwacht: Verwachting) -> bool:
    """Somebody is free on the day we hear it, and nobody could count on that day.

    Clausule 3.3: a judge can release on the same day. Expected is a day within the known range; a
    range that ended before counts as over its time: then any day could come.
    """
    if einde != gehoord:
        return False
    if verwacht.zekerheid is Zekerheid.ONBEKEND or not (verwacht.vroegst or verwacht.laatst):
        return True
    vroegst = verwacht.vroegst or verwacht.laatst
    return vroegst is not None and einde < vroegst


def datumfeiten(
    veranderingen: Iterable[Verandering], aannames: Aannames = AANNAMES
) -> Iterator[Datumfeit]:
    """What the municipalities had to hear of begin and end, in order. Clausule 6.1."""
    verwacht = ONBEKEND
    for een in veranderingen:
        nieuw = _verwachting(een.na) if een.soort in MET_VERWACHTING else verwacht
        feit = _datumfeit(een, verwacht, nieuw, aannames)
        verwacht = nieuw
        if feit:
            yield feit


def datumfeit(
    een: Verandering, verwacht: Mapping[str, Any] | None, aannames: Aannames = AANNAMES
) -> Datumfeit | None:
    """One change on its own, with what was expected before it as the journal keeps that."""
    was = _verwachting(verwacht) if verwacht else ONBEKEND
    nieuw = _verwachting(een.na) if een.soort in MET_VERWACHTING else was
    return _datumfeit(een, was, nieuw, aannames)


def _datumfeit(
    een: Verandering, was: Verwachting, nieuw: Verwachting, aannames: Aannames
) -> Datumfeit | None:
    if een.soort == "dossier_geopend":
        begin = _dag(een.na.get("begin"))
        return _begin(een, begin, aannames) if begin else None
    if een.soort == "einde_gewijzigd":
        return _verwacht(een, was, nieuw)
    return _ander(een, was, aannames)


def _begin(een: Verandering, begin: date, aannames: Aannames) -> Datumfeit:
    komt = begin > een.gehoord
    geval = Datumgeval.AANGEKONDIGD if komt else Datumgeval.BEGONNEN
    uiterlijk = None if komt else plus_werkdagen(begin, aannames.begin_bericht_werkdagen)
    return Datumfeit(een.nummer, geval, begin, None, een.gehoord, uiterlijk)


def _verwacht(een: Verandering, was: Verwachting, nieuw: Verwachting) -> Datumfeit:
    if nieuw.zekerheid is Zekerheid.ONBEKEND:
        geval = Datumgeval.EINDE_ONBEKEND
    elif was.zekerheid is Zekerheid.ONBEKEND:
        geval = Datumgeval.EINDE_BEKEND
    else:
        geval = Datumgeval.EINDE_VERANDERD
    return Datumfeit(een.nummer, geval, nieuw.vroegst or nieuw.laatst, nieuw.laatst, een.gehoord)


def _ander(een: Verandering, verwacht: Verwachting, aannames: Aannames) -> Datumfeit | None:
    einde = _dag(een.na.get("einde"))
    if een.soort == "overleden":
        return _geeindigd(een, Datumgeval.OVERLEDEN, einde, aannames)
    if een.soort == "vertrokken" and einde:
        return _geeindigd(een, _vrij(einde, een.gehoord, verwacht), einde, aannames)
    if een.soort == "gecorrigeerd":
        return _verbeterd(een)
    if een.soort in ("gemeente_gewijzigd", "verzoek_aanvaard"):
        return Datumfeit(een.nummer, Datumgeval.IN_BEELD, None, None, een.gehoord)
    return None


def _vrij(einde: date, gehoord: date, verwacht: Verwachting) -> Datumgeval:
    if einde > gehoord:
        return Datumgeval.EINDE_KOMT
    if einde < gehoord:
        return Datumgeval.VRIJ_ACHTERAF
    return Datumgeval.VRIJ_ZELFDE_DAG if onvoorzien(einde, gehoord, verwacht) else Datumgeval.VRIJ


def _geeindigd(
    een: Verandering, geval: Datumgeval, einde: date | None, aannames: Aannames
) -> Datumfeit:
    voorbij = einde is not None and einde <= een.gehoord
    uiterlijk = (
        plus_werkdagen(einde, aannames.einde_bericht_werkdagen) if einde and voorbij else None
    )
    return Datumfeit(een.nummer, geval, einde, None, een.gehoord, uiterlijk)


def _verbeterd(een: Verandering) -> Datumfeit | None:
    """A correction of the begin, or an end or a stay that came back; any other is no date."""
    if "ingetrokken" in een.na:
        return Datumfeit(een.nummer, Datumgeval.WEER_GELDIG, None, None, een.gehoord)
    if "einde" in een.na:
        return Datumfeit(een.nummer, Datumgeval.EINDE_VERVALLEN, None, None, een.gehoord)
    if "begin" in een.na.get("velden", ()):
        return Datumfeit(een.nummer, Datumgeval.BEGIN_VERBETERD, None, None, een.gehoord)
    return None


def _verwachting(na: Mapping[str, Any]) -> Verwachting:
    zekerheid = Zekerheid(na.get("zekerheid") or Zekerheid.ONBEKEND)
    return Verwachting(_dag(na.get("vroegst")), _dag(na.get("laatst")), zekerheid)


def _dag(tekst: Any) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
