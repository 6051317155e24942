"""Deliver messages in tests, and read what became of them; what they hold is in `inhoud.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import Model

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.berichten.acties import Antwoord, ontvang
from richting.berichten.models import Bericht
from richting.berichten.samenhang import Kader
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from tests.berichten.inhoud import ANDERE_GEMEENTE as ANDERE_GEMEENTE
from tests.berichten.inhoud import GEMEENTE, INRICHTING
from tests.berichten.inhoud import begin as begin
from tests.berichten.inhoud import correctie as correctie
from tests.berichten.inhoud import einde_gewijzigd as einde_gewijzigd
from tests.berichten.inhoud import met as met
from tests.partijen.bouwers import maak_loket, maak_organisatie

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KADER = Kader(NU, testpersonen=True)
BRON = "DJI"


def maak_partijen() -> None:
    """The organisations and desks that the messages of these tests name."""
    soort, loket = Organisatiesoort, Loketsoort
    for code, organisatiesoort, loketsoort in (
        (GEMEENTE, soort.GEMEENTE, loket.NAZORG),
        (INRICHTING, soort.INRICHTING, loket.CASEMANAGEMENT),
        ("PI-ZWOLLE", soort.INRICHTING, loket.CASEMANAGEMENT),
        ("RN", soort.RECLASSERING, loket.RECLASSERING),
        (BRON, soort.DJI, loket.VERWERKING),
    ):
        maak_loket(maak_organisatie(code, organisatiesoort), loketsoort)


def programma() -> Wie:
    """The program itself, as the intake runs it."""
    return systeem_zelf("test", klok.nu())


def stuur(*berichten: Any) -> list[Antwoord]:
    """Deliver messages of DJI."""
    return ontvang(programma(), BRON, list(berichten))


def statussen(*berichten: Any) -> list[str]:
    """What became of each message."""
    return [antwoord.status.value for antwoord in stuur(*berichten)]


def rij(bericht_id: str) -> Bericht:
    """The stored message, read as the program."""
    with verwerking(programma()):
        return Bericht.objects.get(bron=BRON, bericht_id=bericht_id)


def tel(model: type[Model], **filters: Any) -> int:
    """How many rows there are, read as the program."""
    with verwerking(programma()):
        return model._default_manager.filter(**filters).count()


def dossier(verblijf: str = "V1") -> Dossier | None:
    """The dossier of a stay, read as the program."""
    with verwerking(programma()):
        return Dossier.objects.filter(bron=BRON, kenmerk=verblijf).first()
