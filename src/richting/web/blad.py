"""Pages whose content is kept and asked again (`kern.navraag`): the content apart from its frame.

    gevonden = blad(lees, "dossiers/dossier.html", nummer, lambda: inhoud(lees, nummer), request)
    return antwoord(request, gevonden)

The template of the page stands in the frame `web/basis.html`; here it is drawn without that frame
and without a request, so that nothing of one visit (menu, messages, the token of its forms) can get
into what is kept. The frame around it is kept by all that stands in it; the token is put in last.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language

from richting.kern.lezen import Lezing
from richting.kern.navraag import nagevraagd
from richting.kern.voorraad import Voorraad
from richting.web import panelen

LOS, KADER = "web/los.html", "web/blad.html"
"""The frame that shows title and content and nothing else, and the one of every page."""
STEMPEL = secrets.token_hex(16)
"""Stands where the token of a form comes. Unknown outside this process: nobody can write it."""
SCHEIDING, TITEL, INHOUD = (secrets.token_hex(16) for _deel in range(3))
_kaders: Voorraad[str] = Voorraad()


@dataclass(frozen=True)
class Blad:
    """The title and the content of a page, drawn for one reader; STEMPEL stands for the token."""

    titel: str
    inhoud: str


@dataclass(frozen=True)
class _Voorwerk:
    """The token of the forms of a visit, and what stands in its frame but the counter."""

    token: str
    om: Hashable


def blad(
    lees: Lezing,
    sjabloon: str,
    wat: Hashable,
    maak: Callable[[], dict[str, Any] | None],
    request: HttpRequest | None = None,
    *,
    voorbereid: bool = True,
) -> Blad | None:
    """The content of a page, kept or drawn; None when `maak` finds nothing to show.

    `wat` tells this page from others of the template. `maak` reads and gives the context. For the
    frame of `request` what can be done is done while the database answers. `voorbereid`: see
    `kern.navraag.nagevraagd`.
    """

    def teken() -> Blad | None:
        inhoud = maak()
        if inhoud is None:
            return None
        los = {**inhoud, "kader": LOS, "scheiding": SCHEIDING, "csrf_token": STEMPEL}
        titel, _streep, tekst = render_to_string(sjabloon, los).partition(SCHEIDING)
        return Blad(titel.strip(), tekst)

    def alvast() -> None:
        if request is not None:
            _voorwerk(request)

    gevonden: Blad | None = nagevraagd(
        lees, (sjabloon, wat), teken, voorbereid=voorbereid, ondertussen=alvast
    )
    return gevonden


def antwoord(request: HttpRequest, getekend: Blad) -> HttpResponse:
    """The page: the content in its frame, with the token of this visit in its forms."""
    kader = _teken_kader(request) if get_messages(request) else _kader(request)
    tekst = kader.replace(TITEL, getekend.titel, 1).replace(INHOUD, getekend.inhoud, 1)
    return HttpResponse(tekst.replace(STEMPEL, _voorwerk(request).token))


def _voorwerk(request: Any) -> _Voorwerk:
    """Worked out once for a visit. No query."""
    gedaan: _Voorwerk | None = getattr(request, "voorwerk", None)
    if gedaan is None:
        punten = tuple((punt.url, punt.huidig, punt.achter) for punt in panelen.navigatie(request))
        om = (
            get_language(),
            request.method,
            request.get_full_path(),
            request.user.is_authenticated and request.user.naam,
            request.loket and request.loket.naam,
            panelen.zoekadres(request),
            punten,
        )
        gedaan = request.voorwerk = _Voorwerk(get_token(request), om)
    return gedaan


def _kader(request: HttpRequest) -> str:
    """The frame of this visit, from memory when everything that stands in it is the same."""
    sleutel = _wat_in_het_kader_staat(request)
    getekend = _kaders.haal(sleutel)
    if getekend is None:
        getekend = _teken_kader(request)
        _kaders.leg_weg(sleutel, getekend)
    return getekend


def _wat_in_het_kader_staat(request: Any) -> Hashable:
    """Everything that the templates of the frame show or decide by."""
    return (_voorwerk(request).om, panelen.postbus_ongelezen(request))


def _teken_kader(request: HttpRequest) -> str:
    inhoud = {"bladtitel": TITEL, "bladinhoud": INHOUD, "csrf_token": STEMPEL}
    return render_to_string(KADER, inhoud, request)
