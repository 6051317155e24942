"""Who are you? The house's own key (password), and what happens when the lock falls shut.

Signing in has two halves. This module answers *who*: `Huissleutel` is one entry in
AUTHENTICATION_BACKENDS. What follows (second factor, session, desk, journal) is the same for every
way of coming in and stands in `sessie.py`. Single sign-on takes its place beside `Huissleutel`: a
backend that knows the claim, and a page that ends in `sessie.begin(request, medewerker)`. Whether
the account may come in is `rechten.staat_stil` and `is_active`, for both.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from richting.kern import klok
from richting.kern.rijen import uit_json
from richting.kern.voorbereid import voorbereide_cursor
from richting.partijen import sessieopslag
from richting.partijen.models import Medewerker
from richting.partijen.rechten import staat_stil


class Huissleutel(BaseBackend):
    """Name and password; for staff that are active and used their account in the past 90 days."""

    def authenticate(
        self,
        request: HttpRequest | None,
        gebruikersnaam: str | None = None,
        password: str | None = None,
        **_meer: Any,
    ) -> Medewerker | None:
        """The member of staff, or None; an unknown name costs as much time as a wrong password.

        The right password of an account that stands still leaves `request.account_stil`, so that
        its owner, and nobody else, is told why.
        """
        if gebruikersnaam is None or password is None:
            return None
        try:
            medewerker = Medewerker.objects.get_by_natural_key(gebruikersnaam)
        except Medewerker.DoesNotExist:
            Medewerker().set_password(password)
            return None
        if not medewerker.check_password(password):
            return None
        if not medewerker.is_active or staat_stil(medewerker, klok.nu()):
            if request is not None:
                request.account_stil = True  # type: ignore[attr-defined]
            return None
        return medewerker

    def get_user(self, user_id: Any) -> Medewerker | None:
        """The owner of a session, as long as the account is active.

        No query when it was read along with the session.
        """
        vooraf = sessieopslag.van_nu()
        if vooraf and str(vooraf.medewerker) == str(user_id):
            return _uit_tekst(vooraf.rij)
        with voorbereide_cursor() as cursor:
            cursor.execute(sessieopslag.MEDEWERKER, [user_id])
            (tekst,) = cursor.fetchone() or (None,)
        return _uit_tekst(tekst)


def _uit_tekst(tekst: str | None) -> Medewerker | None:
    return uit_json(Medewerker, [json.loads(tekst)])[0] if tekst else None


def op_slot(request: HttpRequest, *_rest: Any) -> HttpResponse:
    """Too many wrong attempts: the account rests, and the page says for how long (429)."""
    minuten = settings.OMGEVING.slot_minuten
    antwoord = render(request, "partijen/op_slot.html", {"minuten": minuten}, status=429)
    antwoord["Retry-After"] = str(minuten * 60)
    return antwoord
