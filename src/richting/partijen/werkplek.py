"""Where a member of staff sits: the decorators that every page of a room stands behind.

    @met_loket(Loketsoort.NAZORG, Loketsoort.CASEMANAGEMENT)
    def dossierpagina(request: Verzoek, dossier: UUID) -> HttpResponse: ...

`met_loket` sends who is not signed in to the sign-in page and who has no desk yet to the choice of
desks. A page of another kind of desk does not exist (404). Neighbours: `middleware.py` fills
`request.loket` and `request.wie`; `paginas/` holds the pages people are sent to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRedirect

from richting.akkoord.woorden import Loketsoort
from richting.kern.context import Wie
from richting.partijen.models import Loket, Medewerker


class Verzoek(HttpRequest):
    """A request of somebody who is signed in and sits at a desk: what a page may count on."""

    user: Medewerker
    loket: Loket
    wie: Wie
    is_beheerder: bool


Pagina = Callable[..., HttpResponse]


def met_loket(*soorten: Loketsoort, beheerder: bool = False) -> Callable[[Pagina], Pagina]:
    """Only for staff at a desk; with `soorten` only at such a desk; `beheerder`: its manager."""

    def om(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def achter_deur(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            omweg = _omweg(request)
            if omweg:
                return naar(request, omweg)
            if request.wie is None:
                return naar(request, "partijen:wissel_loket")
            if soorten and request.loket.soort not in soorten:
                raise Http404
            if beheerder and not request.is_beheerder:
                raise Http404
            return _niet_bewaren(pagina(request, *args, **kwargs))

        return achter_deur

    return om


def aangemeld(pagina: Pagina) -> Pagina:
    """Only for staff who signed in fully; a desk is not needed yet."""

    @wraps(pagina)
    def achter_deur(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        omweg = _omweg(request)
        if omweg and not request.path.startswith(reverse(omweg)):
            return naar(request, omweg)
        return _niet_bewaren(pagina(request, *args, **kwargs))

    return achter_deur


def eerst_doen(medewerker: Any) -> str:
    """The page somebody must finish before anything else: a new password, a second factor."""
    if medewerker.wachtwoord_wijzigen:
        return "partijen:wachtwoord"
    if settings.OMGEVING.tweede_factor == "verplicht" and not medewerker.is_verified():
        return "partijen:tweede_factor"
    return ""


def naar(request: HttpRequest, pagina: str) -> HttpResponse:
    """Send the reader to a page of sign-in and back here afterwards; htmx moves the whole page."""
    terug = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    htmx = getattr(request, "htmx", None)
    if htmx:
        terug = htmx.current_url_abs_path or ""
    vraag = f"?{urlencode({REDIRECT_FIELD_NAME: terug})}" if terug else ""
    adres = reverse(pagina) + vraag
    return HttpResponseClientRedirect(adres) if htmx else HttpResponseRedirect(adres)


def is_binnen(request: Any) -> bool:
    """Somebody is signed in and sits at a desk."""
    return getattr(request, "wie", None) is not None


def is_beheerder(request: Any) -> bool:
    """The reader manages the desk where they sit."""
    return bool(getattr(request, "is_beheerder", False))


def ziet_systemen(request: Any) -> bool:
    """The pages of systems and keys: for the functional manager and for managers of a desk."""
    return is_binnen(request) and bool(
        request.is_beheerder or request.loket.soort == Loketsoort.BEHEER
    )


def is_functioneel_beheer(request: Any) -> bool:
    """The reader sits at the desk of the functional manager."""
    return is_binnen(request) and request.loket.soort == Loketsoort.BEHEER


def veilig_terug(request: HttpRequest) -> str:
    """The page to go back to: `next` when it is one of ours, else the start page."""
    terug = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    veilig = url_has_allowed_host_and_scheme(
        terug, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return terug if veilig else str(settings.LOGIN_REDIRECT_URL)


def _omweg(request: Any) -> str:
    if not request.user.is_authenticated:
        return str(settings.LOGIN_URL)
    return eerst_doen(request.user)


def _niet_bewaren(antwoord: HttpResponse) -> HttpResponse:
    add_never_cache_headers(antwoord)
    return antwoord
