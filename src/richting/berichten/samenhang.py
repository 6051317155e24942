"""What a schema cannot say about a message: fields that must fit each other, and the day.

Each check gets the normalised fields (some may be missing because their shape was wrong), the path
in front of them and the list of errors. Neighbours: `validatie.py` calls these after the shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from stdnum.nl import bsn as elfproef

from richting.akkoord.woorden import SoortPlaats, Zekerheid
from richting.berichten.soorten import Fout

MET_INRICHTING = frozenset(s.value for s in (SoortPlaats.PI, SoortPlaats.PPC, SoortPlaats.FPC))
TESTREEKS = "9999"
"""AANNAME [feiten 5]: BSN's that begin with 9999 belong to nobody. Demo and test take only these,
production refuses them."""
VOORUIT = timedelta(days=731)
"""AANNAME: a fact is announced at most two years ahead; a later date is a typing error."""
KLOKVERSCHIL = timedelta(hours=24)
"""AANNAME: the clock of a source runs at most a day ahead of ours. A message from further in the
future would win from every later one."""


@dataclass(frozen=True)
class Kader:
    """What the check must know of the world: the moment, and whether persons are invented."""

    nu: datetime
    testpersonen: bool

    @property
    def vandaag(self) -> date:
        """The day of the check."""
        return self.nu.date()


Controle = Callable[[dict[str, Any], str, Kader, list[Fout]], None]


def _volgorde(deel: dict[str, Any], eerst: str, later: str, pad: str, fouten: list[Fout]) -> None:
    vroeg, laat = deel.get(eerst), deel.get(later)
    if vroeg and laat and laat < vroeg:
        zin = f"Deze datum ligt voor '{eerst}': verbeter een van de twee."
        fouten.append(Fout(pad + later, "datums_omgekeerd", zin))


def _niet_na(waarde: str | None, grens: date, pad: str, fouten: list[Fout]) -> None:
    if waarde and waarde > grens.isoformat():
        zin = f"Deze datum ligt te ver vooruit: gebruik hoogstens {grens:%d-%m-%Y}."
        fouten.append(Fout(pad, "datum_in_toekomst", zin))


def persoon(deel: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    """BSN: eleven test and the right range for this environment; nobody is born tomorrow."""
    nummer = deel.get("bsn")
    if nummer is not None:
        if not elfproef.is_valid(nummer):
            zin = "Dit BSN voldoet niet aan de elfproef: controleer de cijfers."
            fouten.append(Fout(pad + "bsn", "elfproef", zin))
        elif kader.testpersonen and not nummer.startswith(TESTREEKS):
            zin = "Hier mogen alleen test-BSN's: gebruik een nummer dat met 9999 begint."
            fouten.append(Fout(pad + "bsn", "geen_testnummer", zin))
        elif not kader.testpersonen and nummer.startswith(TESTREEKS):
            zin = "Dit is een test-BSN; het hoort niet in deze omgeving."
            fouten.append(Fout(pad + "bsn", "testnummer", zin))
    _niet_na(deel.get("geboortedatum"), kader.vandaag, pad + "geboortedatum", fouten)


def plaats(deel: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    """A prison, PPC or FPC is named by its code; without it no case manager would know."""
    if deel.get("soort") in MET_INRICHTING and not deel.get("inrichting"):
        zin = "Noem de code van de inrichting: die is bij deze soort plaats verplicht."
        fouten.append(Fout(pad + "inrichting", "verplicht", zin))


def verwacht_einde(deel: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    """The earliest day is not after the latest, and the certainty fits the days."""
    _volgorde(deel, "vroegst", "laatst", pad, fouten)
    datum = deel.get("vroegst") or deel.get("laatst")
    zekerheid = deel.get("zekerheid")
    if zekerheid == Zekerheid.ONBEKEND and datum:
        zin = "Er is een datum: kies vast, verwacht of rechterlijk, of haal de datum weg."
        fouten.append(Fout(pad + "zekerheid", "past_niet", zin))
    if zekerheid in (Zekerheid.VAST, Zekerheid.VERWACHT) and not datum:
        zin = "Noem 'vroegst' of 'laatst', of kies 'onbekend'."
        fouten.append(Fout(pad + "zekerheid", "past_niet", zin))


def gemeenten(deel: list[Any], pad: str, fouten: list[Fout]) -> None:
    """Each role names one municipality: up to three in play. Clausule 3.1."""
    gezien: set[str] = set()
    for nr, band in enumerate(deel):
        rol = band.get("rol") if isinstance(band, dict) else None
        if rol in gezien:
            zin = "Deze rol komt twee keer voor: noem per rol één gemeente."
            fouten.append(Fout(f"{pad}[{nr}].rol", "dubbel", zin))
        elif rol:
            gezien.add(rol)


def toezicht(deel: list[Any], pad: str, fouten: list[Fout]) -> None:
    """Supervision does not end before it begins."""
    for nr, regel in enumerate(deel):
        if isinstance(regel, dict):
            _volgorde(regel, "van", "tot", f"{pad}[{nr}].", fouten)


def _risico(deel: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    _volgorde(deel, "vanaf", "tot", pad, fouten)


def _veroordeling(deel: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    _niet_na(deel.get("pleegdatum"), kader.vandaag, pad + "pleegdatum", fouten)


ONDERDELEN: dict[str, Controle] = {
    "persoon": persoon,
    "plaats": plaats,
    "verwachtEinde": verwacht_einde,
    "risico18b": _risico,
    "veroordeling": _veroordeling,
}


def onderdelen(inhoud: dict[str, Any], pad: str, kader: Kader, fouten: list[Fout]) -> None:
    """Check every part of a message that has rules of its own."""
    for naam, controle in ONDERDELEN.items():
        deel = inhoud.get(naam)
        if isinstance(deel, dict):
            controle(deel, f"{pad}{naam}.", kader, fouten)
    if isinstance(inhoud.get("gemeenten"), list):
        gemeenten(inhoud["gemeenten"], f"{pad}gemeenten", fouten)
    if isinstance(inhoud.get("toezicht"), list):
        toezicht(inhoud["toezicht"], f"{pad}toezicht", fouten)
    _volgorde(inhoud, "van", "tot", pad, fouten)
    _volgorde(inhoud, "datum", "teruggekeerdOp", pad, fouten)
    for naam in ("begin", "datum", "van"):
        _niet_na(inhoud.get(naam), kader.vandaag + VOORUIT, pad + naam, fouten)


def begin(inhoud: dict[str, Any], fouten: list[Fout]) -> None:
    """The stay begins after the birth and before its end."""
    dag = inhoud.get("begin")
    wie, einde = inhoud.get("persoon"), inhoud.get("verwachtEinde")
    geboren = wie.get("geboortedatum") if isinstance(wie, dict) else None
    if dag and geboren and dag < geboren:
        zin = "Het verblijf begint voor de geboortedatum: verbeter een van de twee."
        fouten.append(Fout("begin", "datums_omgekeerd", zin))
    for naam in ("vroegst", "laatst"):
        waarde = einde.get(naam) if isinstance(einde, dict) else None
        if dag and waarde and waarde < dag:
            zin = "Dit einde ligt voor het begin van het verblijf: verbeter een van de twee."
            fouten.append(Fout(f"verwachtEinde.{naam}", "datums_omgekeerd", zin))


def gebeurd(inhoud: dict[str, Any], kader: Kader, fouten: list[Fout]) -> None:
    """A death or an escape is told after the fact."""
    _niet_na(inhoud.get("datum"), kader.vandaag, "datum", fouten)
    _niet_na(inhoud.get("teruggekeerdOp"), kader.vandaag, "teruggekeerdOp", fouten)


def bron_tijd(moment: datetime | None, kader: Kader, fouten: list[Fout]) -> None:
    """The source cannot have recorded this tomorrow."""
    if moment is not None and moment > kader.nu + KLOKVERSCHIL:
        zin = "Dit moment ligt in de toekomst: controleer de klok of de datum van de bron."
        fouten.append(Fout("bronTijd", "datum_in_toekomst", zin))
