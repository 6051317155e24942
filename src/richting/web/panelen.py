"""Where rooms hang what they add to shared pages: panels, navigation and the count of the mailbox.

A room registers in the `ready()` of its app; the shared page asks here and imports no room. All
registrations replace an earlier one of the same name, so that `ready()` may run twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest
    from django.utils.functional import _StrOrPromise

    from richting.kern.lezen import Lezing

Kolom = Literal["hoofd", "zij"]
MEESTE_PUNTEN, BEHEER = 8, 60
"""After so many links the menu shows those from this place on behind "Meer": they are for who
manages something, or are seldom needed."""
Blikfunctie = Callable[["Lezing", Any], "datetime | None"]
Kernfunctie = Callable[["Lezing", Any], "list[Kernvak]"]
Paneelfunctie = Callable[["Lezing", Any], "dict[str, Any] | None"]


@dataclass(frozen=True)
class Paneel:
    """One panel of the dossier page; `functie` gives the context of `template`, None hides it."""

    naam: str
    volgorde: int
    titel: _StrOrPromise
    functie: Paneelfunctie
    template: str
    kolom: Kolom = "hoofd"


@dataclass(frozen=True)
class Kernvak:
    """One of the first answers of the dossier page: a heading, the answer ("" for none), why."""

    kop: _StrOrPromise
    naam: str
    zin: _StrOrPromise


@dataclass(frozen=True)
class Gevuld:
    """A panel with its content, ready for the page."""

    paneel: Paneel
    inhoud: dict[str, Any]


@dataclass(frozen=True)
class Navigatie:
    """One link of the main menu; `zichtbaar` decides per request."""

    naam: str
    volgorde: int
    titel: _StrOrPromise
    url_name: str
    zichtbaar: Callable[[HttpRequest], bool]


@dataclass(frozen=True)
class Navigatiepunt:
    """A link of the main menu on this page: its text, its address, and whether we are there.

    `achter`: it stands behind "Meer", so that a long menu shows the work of the day alone.
    """

    titel: _StrOrPromise
    url: str
    huidig: bool
    achter: bool = False


_panelen: dict[str, Paneel] = {}
_navigatie: dict[str, Navigatie] = {}
_kern: dict[str, Kernfunctie] = {}
_blik: dict[str, Blikfunctie] = {}
_zoeker: dict[str, Navigatie] = {}
_teller: dict[str, Callable[[HttpRequest], int | None]] = {}


def registreer_paneel(
    naam: str,
    volgorde: int,
    titel: _StrOrPromise,
    functie: Paneelfunctie,
    template: str,
    kolom: Kolom = "hoofd",
) -> None:
    """Hang a panel on the dossier page, in the wide column (`hoofd`) or beside it (`zij`)."""
    _panelen[naam] = Paneel(naam, volgorde, titel, functie, template, kolom)


def panelen() -> tuple[Paneel, ...]:
    """All panels of the dossier page, in order."""
    return tuple(sorted(_panelen.values(), key=lambda paneel: (paneel.volgorde, paneel.naam)))


def vul_panelen(lees: Lezing, dossier: Any) -> dict[str, list[Gevuld]]:
    """The panels that have something to show for this dossier, per column."""
    kolommen: dict[str, list[Gevuld]] = {"hoofd": [], "zij": []}
    for paneel in panelen():
        inhoud = paneel.functie(lees, dossier)
        if inhoud is not None:
            kolommen[paneel.kolom].append(Gevuld(paneel, inhoud))
    return kolommen


def registreer_kernvakken(naam: str, functie: Kernfunctie) -> None:
    """Name a function that gives first answers of the dossier page, beside where and until when."""
    _kern[naam] = functie


def kernvakken(lees: Lezing, dossier: Any) -> list[Kernvak]:
    """The first answers that rooms give for this dossier; none for whom they are hidden."""
    return [vak for naam in sorted(_kern) for vak in _kern[naam](lees, dossier)]


def registreer_navigatie(
    naam: str,
    volgorde: int,
    titel: _StrOrPromise,
    url_name: str,
    zichtbaar: Callable[[HttpRequest], bool],
) -> None:
    """Add a link to the main menu, for requests that `zichtbaar` says yes to.

    `volgorde` from BEHEER on is for what is no daily work.
    """
    _navigatie[naam] = Navigatie(naam, volgorde, titel, url_name, zichtbaar)


def navigatie(request: HttpRequest) -> tuple[Navigatiepunt, ...]:
    """The main menu of this request, in order."""
    geordend = sorted(_navigatie.values(), key=lambda punt: (punt.volgorde, punt.naam))
    paren = [(punt, adres(punt.url_name)) for punt in geordend if punt.zichtbaar(request)]
    punten = [(punt, url) for punt, url in paren if url]
    return tuple(
        Navigatiepunt(
            punt.titel,
            url,
            _is_hier(url, request.path),
            achter=nummer >= MEESTE_PUNTEN and punt.volgorde >= BEHEER,
        )
        for nummer, (punt, url) in enumerate(punten)
    )


def _is_hier(url: str, pad: str) -> bool:
    return pad == url or (url != "/" and pad.startswith(url))


def registreer_zoeker(url_name: str, zichtbaar: Callable[[HttpRequest], bool]) -> None:
    """Name the page that the search field of the header sends to, and for whom it is there."""
    _zoeker["zoeker"] = Navigatie("zoeker", 0, "", url_name, zichtbaar)


def zoekadres(request: HttpRequest) -> str:
    """Where the search field of this request sends to; nothing when there is none."""
    zoeker = _zoeker.get("zoeker")
    return adres(zoeker.url_name) if zoeker and zoeker.zichtbaar(request) else ""


def registreer_postbusteller(teller: Callable[[HttpRequest], int | None]) -> None:
    """Name the function that counts the unread messages of the loket of a request."""
    _teller["postbus"] = teller


def postbus_ongelezen(request: HttpRequest) -> int | None:
    """The number of unread messages of this loket; None when nobody counts them."""
    teller = _teller.get("postbus")
    return teller(request) if teller else None


def registreer_laatste_blik(functie: Blikfunctie) -> None:
    """Name the function that knows when the reader last looked at a dossier."""
    _blik["blik"] = functie


def laatste_blik(lees: Lezing, dossier: Any) -> datetime | None:
    """When the reader last looked at this dossier; None when never, or when nobody keeps it."""
    functie = _blik.get("blik")
    return functie(lees, dossier) if functie else None


@cache
def adres(url_name: str) -> str:
    """The address behind a name, or nothing when no room offers it."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
