"""An address that only takes a form, opened as a page: say so, and show a way on."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from richting.web.paginas import fout_405


class Methode:
    """Django answers 405 with an empty page, which a browser shows as a fault of its own.

    A user comes here by opening the address of a form again: after a fault in it, or by a bookmark.
    """

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.volgende(request)
        if antwoord.status_code != 405 or request.path.startswith("/api/"):
            return antwoord
        pagina = fout_405(request)
        pagina["Allow"] = antwoord["Allow"]
        return pagina
