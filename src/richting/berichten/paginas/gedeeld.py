"""What the pages of this room share: the place in a list that the address names."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from richting.berichten.overzichten import Bladzijde


def na(request: HttpRequest) -> int | None:
    """The number after which the page begins; 404 for nonsense."""
    waarde = request.GET.get("na", "")
    if not waarde:
        return None
    if not (waarde.isascii() and waarde.isdigit() and len(waarde) < 18):
        raise Http404
    return int(waarde)


def volgende(bladzijde: Bladzijde, **rest: str) -> str:
    """The address of the next page of a list, or ''."""
    return "?" + urlencode({**rest, "na": bladzijde.volgende}) if bladzijde.volgende else ""
