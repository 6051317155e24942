"""Webhooks for the tests: a desk with one, something to tell, and a worker that delivers."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db.models.functions import Now

from richting.akkoord.woorden import Feitsoort
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.meldingen import overzichten_bezorging
from richting.meldingen.acties import abonnementen, bezorgen, meld_aan_loket
from richting.meldingen.acties.abonnementen import NieuweSleutel
from richting.meldingen.models import Abonnement, Aflevering
from tests.partijen.bouwers import Lid, maak_beheerder

NETTEN = ("127.0.0.0/8",)
MOMENT = 1_764_000_000


def programma() -> Wie:
    """The program itself."""
    return systeem_zelf("test", klok.nu())


def wereld(toeval: float = 0.0) -> bezorgen.Wereld:
    """The world as a worker of the tests sees it."""
    return bezorgen.Wereld(programma, lambda: toeval, lambda: MOMENT)


def laat_thuis_bellen(monkeypatch: pytest.MonkeyPatch, **anders: Any) -> None:
    """Webhooks may call this machine, and know who they are."""
    velden = {"webhook_netten": NETTEN, "url": "https://richting.example"} | anders
    monkeypatch.setattr(settings, "OMGEVING", replace(settings.OMGEVING, **velden))
    overzichten_bezorging.vergeet()


def webhook(lid: Lid, adres: str, *soorten: str, naam: str = "Ons systeem") -> NieuweSleutel:
    """A webhook of the desk of this member, who manages it."""
    maak_beheerder(lid)
    return abonnementen.maak(lid.wie(), naam=naam, adres=adres, soorten=soorten)


def vertel(
    dossier: UUID, lid: Lid, keer: int = 1, feit: Feitsoort = Feitsoort.EINDE_GEWIJZIGD
) -> None:
    """Tell the desk of this member something about a dossier, so many times."""
    for _keer in range(keer):
        with verwerking(programma()) as werk:
            assert meld_aan_loket(werk, dossier, lid.loket.pk, feit)


def bezorg() -> Counter[str]:
    """Deliver what may go now."""
    return bezorgen.bezorg(wereld())


def pauzes_voorbij(*, leases: bool = True) -> None:
    """Time passes: every pause (and every lease) is over."""
    with verwerking(programma()):
        Aflevering.objects.filter(aanvaard_op=None).update(niet_voor=Now())
        Abonnement.objects.update(niet_voor=Now())
        if leases:
            Abonnement.objects.update(bezet_tot=None)


def afleveringen(**filters: Any) -> list[Aflevering]:
    """The deliveries, as the program sees them, in their order."""
    with verwerking(programma()):
        return list(Aflevering.objects.filter(**filters).order_by("pk"))


def stand(nummer: UUID) -> Abonnement:
    """The webhook as it stands now."""
    with verwerking(programma()):
        return Abonnement.objects.get(pk=nummer)


def eigenaar() -> psycopg.Connection:
    """A connection outside row security."""
    return psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True)
