"""The session: from "this is who it is" to a person at a desk, and out again.

Every way of signing in ends in `begin`. The session key changes at that moment. Sessions end after
RICHTING_SESSIE_MINUTEN without a request, or a thirtieth of that sooner; a cookie without any data
about the person remembers that there was one, so that the sign-in page can say what happened.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_otp
from django.conf import settings
from django.contrib.auth import load_backend, login, logout
from django.http import HttpRequest, HttpResponse

from richting.kern import klok
from richting.kern.context import Wie
from richting.partijen import acties, overzichten, sessieopslag
from richting.partijen.models import Lidmaatschap, Loket, Medewerker
from richting.partijen.sessieopslag import LOKET

WAKKER = "wakker"
"""When the end of this session was last put off, in the session (seconds)."""
DEEL = 30
"""The end is put off again after this part of the life of a session: not with every page, which
would be a write for every read."""
TUSSENSTAP = "aanmelden_tussenstap"
"""Who gave the right password and still owes a code, in the session."""
TUSSENSTAP_MINUTEN = 10
WAS_AANGEMELD = "richting_was_aangemeld"
"""Cookie: there was a session in this browser today."""
EEN_DAG = 12 * 60 * 60


def zonder_loket(request: HttpRequest, medewerker: Medewerker) -> Wie:
    """The context of somebody who does not sit at a desk yet."""
    nu = klok.nu()
    return Wie(
        loket=None,
        loketsoort="",
        vandaag=nu.date(),
        nu=nu,
        ingang=ingang(request),
        medewerker=medewerker.pk,
        naam=medewerker.naam,
    )


def ingang(request: HttpRequest) -> str:
    """The name of the page through which an act comes in."""
    route = request.resolver_match
    return route.view_name if route else ""


def houd_wakker(request: HttpRequest) -> None:
    """Put off the end of the session, when that was not just done."""
    nu = klok.over(timedelta()).timestamp()
    if nu - request.session.get(WAKKER, 0) > settings.SESSION_COOKIE_AGE / DEEL:
        request.session[WAKKER] = int(nu)


def wacht_op_code(request: HttpRequest, medewerker: Medewerker) -> None:
    """Remember that the password was right; nobody is signed in yet."""
    request.session.cycle_key()
    request.session[TUSSENSTAP] = {
        "medewerker": medewerker.pk,
        "backend": medewerker.backend,
        "tot": klok.over(timedelta(minutes=TUSSENSTAP_MINUTEN)).timestamp(),
    }


def wie_wacht(request: HttpRequest) -> Medewerker | None:
    """Who still owes a code; None when nobody does, or when it took too long."""
    stap = request.session.get(TUSSENSTAP)
    if not stap or stap["tot"] < klok.over(timedelta()).timestamp():
        return None
    medewerker: Any = load_backend(stap["backend"]).get_user(stap["medewerker"])
    if medewerker is not None:
        medewerker.backend = stap["backend"]
    return medewerker


def begin(request: HttpRequest, medewerker: Medewerker, toestel: Any | None = None) -> None:
    """Start the session: new key, second factor if given, the desk of last time, a journal row."""
    request.session.pop(TUSSENSTAP, None)
    login(request, medewerker)
    if toestel is not None:
        django_otp.login(request, toestel)
    wie = zonder_loket(request, medewerker)
    acties.meld_aan(wie, medewerker, tweede_stap=toestel is not None)
    vanzelf = _vanzelfsprekend(medewerker)
    if vanzelf is not None:
        request.session[LOKET] = vanzelf.pk


def lid(request: Any) -> Lidmaatschap | None:
    """The membership of the desk that the session names; None without one, or when it ended.

    No query when it was read along with the session.
    """
    nummer = request.session.get(LOKET)
    if not nummer:
        return None
    vooraf = sessieopslag.van(request.session)
    if vooraf and (vooraf.medewerker, vooraf.loket) == (request.user.pk, nummer):
        return overzichten.lid_uit(vooraf.lid, request.user)
    return overzichten.lidmaatschap(request.user, nummer)


def neem_plaats(request: HttpRequest, loket: Loket) -> None:
    """From now on the session acts for this desk."""
    request.session[LOKET] = loket.pk


def eindig(request: HttpRequest, wie: Wie) -> None:
    """Sign out: a journal row, and the session is gone."""
    acties.meld_af(wie)
    logout(request)


def onthoud(antwoord: HttpResponse) -> HttpResponse:
    """Leave the cookie that says that there was a session."""
    antwoord.set_cookie(
        WAS_AANGEMELD,
        "1",
        max_age=EEN_DAG,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return antwoord


def _vanzelfsprekend(medewerker: Medewerker) -> Loket | None:
    """The desk of last time, or the only one; None when there is something to choose."""
    loketten = [lid.loket for lid in overzichten.lidmaatschappen(medewerker)]
    vorige = [loket for loket in loketten if loket.pk == medewerker.laatste_loket_id]
    keuze = vorige or loketten
    return keuze[0] if len(keuze) == 1 else None
