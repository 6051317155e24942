"""The page to show in the other language: this one, or the one that a form stood on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def bladzijde(request: HttpRequest) -> str:
    """An address that can be opened by a link; "" when there is none.

    After a form that was refused its own address often only takes forms. Then it is where the form
    says it goes back to, the page it was sent from, or the nearest page above it.
    """
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    for adres in _kandidaten(request):
        if _is_bladzijde(adres):
            return adres
    return ""


def _kandidaten(request: HttpRequest) -> Iterator[str]:
    yield request.get_full_path()
    genoemd = request.POST.get("next", ""), request.META.get("HTTP_REFERER", "")
    for adres in genoemd:
        if url_has_allowed_host_and_scheme(
            adres, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            delen = urlsplit(adres)
            yield f"{delen.path}?{delen.query}" if delen.query else delen.path
    delen_ = request.path.strip("/").split("/")[:-1]
    while delen_:
        yield f"/{'/'.join(delen_)}/"
        delen_.pop()


def _is_bladzijde(adres: str) -> bool:
    """One of our addresses, which does not only take forms."""
    try:
        functie: Any = resolve(urlsplit(adres).path).func
    except Resolver404:
        return False
    while functie is not None:
        if _methoden(functie) and "GET" not in _methoden(functie):
            return False
        functie = getattr(functie, "__wrapped__", None)
    return True


def _methoden(functie: Any) -> list[str]:
    """What `require_POST` and its kin keep in the function that they make; empty for others."""
    code = getattr(functie, "__code__", None)
    namen = code.co_freevars if code else ()
    cellen = dict(zip(namen, functie.__closure__ or (), strict=True)) if namen else {}
    cel = cellen.get("request_method_list")
    return list(cel.cell_contents) if cel else []
