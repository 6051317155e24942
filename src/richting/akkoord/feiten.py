"""The facts the rules reason about: dates and codes of one stay, no names or numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.woorden import (
    Eindereden,
    GemeenteRol,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Verzoekantwoord,
    Zekerheid,
)


@dataclass(frozen=True)
class Persoonsfeiten:
    """What the rules must know about the person; None means unknown."""

    geboortedatum: date | None
    verblijfsstatus: Verblijfsstatus = Verblijfsstatus.ONBEKEND
    overleden_op: date | None = None


@dataclass(frozen=True)
class Plaats:
    """Where the person is from `van` until (not including) `tot`; `inrichting` is a code."""

    soort: SoortPlaats
    inrichting: str | None
    van: date
    tot: date | None = None


@dataclass(frozen=True)
class Gemeenteband:
    """A municipality (`GM0363`) in play, and since when that is known. Clausule 3.1."""

    gemeente: str
    rol: GemeenteRol
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True)
class Verzoek:
    """The municipality of origin asks another one to receive somebody. Clausule 5.7.

    `ingetrokken_op` ends it, also after it was accepted. `door`: who asked, and may take it back.
    """

    gemeente: str
    gevraagd_op: date
    antwoord: Verzoekantwoord | None = None
    antwoord_op: date | None = None
    ingetrokken_op: date | None = None
    door: str = ""


@dataclass(frozen=True)
class Toezicht:
    """Supervision by a probation organisation. Clausule 3.9."""

    organisatie: str
    van: date | None = None
    tot: date | None = None
    voorwaarden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Veroordeling:
    """The sentence, as far as the BIJ rule asks for it. `pij_verlengbaar`: Sr 77s and 77t lid 3."""

    artikelen: tuple[str, ...] = ()
    onherroepelijk: bool = False
    onvoorwaardelijk_maanden: int | None = None
    tbs_verpleging: bool = False
    pleegdatum: date | None = None
    pij_verlengbaar: bool = False


@dataclass(frozen=True)
class Verwachting:
    """When the stay is expected to end: a span, and how sure it is."""

    vroegst: date | None = None
    laatst: date | None = None
    zekerheid: Zekerheid = Zekerheid.ONBEKEND
    reden: str = ""


@dataclass(frozen=True)
class Feiten:
    """All facts of one stay at hand. `bekend_sinds` is the day its first message came in."""

    persoon: Persoonsfeiten
    titel: Titel
    begin: date
    bekend_sinds: date
    verwacht_einde: Verwachting = Verwachting()
    einde: date | None = None
    eindereden: Eindereden | None = None
    plaatsen: tuple[Plaats, ...] = ()
    gemeenten: tuple[Gemeenteband, ...] = ()
    verzoeken: tuple[Verzoek, ...] = ()
    toezicht: tuple[Toezicht, ...] = ()
    reclassering: str | None = None
    veroordeling: Veroordeling | None = None
    adolescentenstrafrecht: bool = False
    terroristisch: bool = False
    risico_18b_vanaf: date | None = None
    risico_18b_tot: date | None = None
    veiligheidshuis: str | None = None
    veiligheidshuis_vanaf: date | None = None
    veiligheidshuis_tot: date | None = None
    ingetrokken: bool = False
