"""Pages whose content is kept and asked again (`kern.navraag`): the content apart from its frame.

    gevonden = blad(lees, "dossiers/dossier.html", nummer, lambda: inhoud(lees, nummer))
    return antwoord(request, gevonden)

The template of the page stands in the frame `web/basis.html`; here it is drawn without that frame
and without a request, so that nothing of one visit (menu, messages, the token of its forms) can get
into what is kept. The frame is drawn anew around it each time.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from richting.kern.lezen import Lezing
from richting.kern.navraag import nagevraagd

LOS = "web/los.html"
"""The frame that shows title and content and nothing else."""
STEMPEL = secrets.token_hex(16)
"""Stands where the token of a form comes. Unknown outside this process: nobody can write it."""
SCHEIDING = secrets.token_hex(16)


@dataclass(frozen=True)
class Blad:
    """The title and the content of a page, drawn for one reader; STEMPEL stands for the token."""

    titel: str
    inhoud: str


def blad(
    lees: Lezing, sjabloon: str, wat: Hashable, maak: Callable[[], dict[str, Any] | None]
) -> Blad | None:
    """The content of a page, kept or drawn; None when `maak` finds nothing to show.

    `wat` tells this page from others of the template. `maak` reads and gives the context.
    """

    def teken() -> Blad | None:
        inhoud = maak()
        if inhoud is None:
            return None
        los = {**inhoud, "kader": LOS, "scheiding": SCHEIDING, "csrf_token": STEMPEL}
        titel, _streep, tekst = render_to_string(sjabloon, los).partition(SCHEIDING)
        return Blad(titel.strip(), tekst)

    gevonden: Blad | None = nagevraagd(lees, (sjabloon, wat), teken)
    return gevonden


def antwoord(request: HttpRequest, getekend: Blad) -> HttpResponse:
    """The page: the content in its frame, with the token of this visit in its forms."""
    tekst = getekend.inhoud
    if STEMPEL in tekst:
        tekst = tekst.replace(STEMPEL, get_token(request))
    inhoud = {"bladtitel": mark_safe(getekend.titel), "bladinhoud": mark_safe(tekst)}  # noqa: S308
    return render(request, "web/blad.html", inhoud)
