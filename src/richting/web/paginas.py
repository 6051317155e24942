"""The pages that belong to no room: refusals, faults and the style guide."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from richting.web import voorbeelden


def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request itself is wrong."""
    return render(request, "web/400.html", status=400)


def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Signed in, but this act is not for this loket."""
    return render(request, "web/403.html", status=403)


def csrf_geweigerd(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere; nothing was saved."""
    return render(request, "web/403csrf.html", status=403)


def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing here, or nothing that this reader may know of: the same page for both."""
    return render(request, "web/404.html", status=404)


def fout_405(request: HttpRequest) -> HttpResponse:
    """An address that only takes a form, opened as a page."""
    return render(request, "web/405.html", status=405)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Something broke on our side; the page asks nothing of session, menu or database."""
    return HttpResponse(render_to_string("web/500.html"), status=500)


@require_safe
def stijlgids(request: HttpRequest) -> HttpResponse:
    """Every component with invented content, for builders and for the browser tests."""
    inhoud: dict[str, Any] = voorbeelden.inhoud()
    if request.GET.get("formulier") == "fout":
        inhoud["formulier"] = voorbeelden.Voorbeeldformulier({})
    return render(request, "web/stijlgids.html", inhoud)
