"""Who asks, and from which desk: filled once per page, before the page runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from richting.kern import klok
from richting.kern.context import Wie
from richting.partijen import sessie, sessieopslag
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.partijen.werkplek import eerst_doen

UUR = timedelta(hours=1)


class Aangemeld(AuthenticationMiddleware):
    """Django's own; who looks up the owner of a session has at hand what was read along with it."""

    def process_request(self, request: Any) -> None:
        """Set `request.user`; looked up when somebody asks."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _eigenaar(request))


class Werkplek:
    """Sets `request.loket`, `request.wie` and `request.is_beheerder`; None and False without desk.

    No query for the API and for who has no session. Who must still change a password or link an
    app has no desk yet. Membership is checked on every page: who loses a desk loses it at once.
    """

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: Any) -> HttpResponse:
        request.loket = request.wie = None
        request.is_beheerder = False
        return self.volgende(request)

    def process_view(self, request: Any, *_pagina: Any) -> None:
        """Runs when the page is known, so that the context can name it."""
        if request.path.startswith("/api/") or not _heeft_sessie(request):
            return
        if not request.user.is_authenticated:
            return
        sessie.houd_wakker(request)
        if eerst_doen(request.user):
            return
        lid = sessie.lid(request)
        if lid is None:
            return
        nu = klok.nu()
        _was_hier(request.user, nu)
        request.loket = lid.loket
        request.is_beheerder = lid.rol == Lidmaatschap.BEHEERDER
        request.wie = Wie(
            loket=lid.loket.pk,
            loketsoort=lid.loket.soort,
            vandaag=nu.date(),
            nu=nu,
            ingang=sessie.ingang(request),
            medewerker=request.user.pk,
            naam=request.user.naam,
        )


def _eigenaar(request: Any) -> Any:
    """The owner of the session, which is read first."""
    request.session.get(SESSION_KEY)
    with sessieopslag.bij_de_hand(request.session):
        return get_user(request)


def _heeft_sessie(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _was_hier(medewerker: Medewerker, nu: datetime) -> None:
    """Keep when somebody last worked here, at most once an hour."""
    vorige = medewerker.laatst_actief_op
    if vorige is None or nu - vorige > UUR:
        Medewerker.objects.filter(pk=medewerker.pk).update(laatst_actief_op=nu)
