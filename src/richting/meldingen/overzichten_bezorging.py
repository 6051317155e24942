"""What is read about the ways out: the health of receivers, and what was put aside."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from richting.akkoord.bezorging import REDENZINNEN, Bezorgreden
from richting.meldingen.bewijs import Kanaalstap
from richting.meldingen.models import Abonnement, Mailkeuze, Webhooksleutel

MINUUT = 60.0
PER_PAGINA = 50


@dataclass(frozen=True)
class Ontvanger:
    """A webhook and how it fares; `oudste` is when the oldest that still waits was told."""

    abonnement: Abonnement
    wacht: int
    onbestelbaar: int
    oudste: datetime | None
    sleutels: list[Webhooksleutel]

    @property
    def stand(self) -> str:
        """One word: gestopt, stil, rust, onbestelbaar, nieuw or goed."""
        rij = self.abonnement
        if rij.gestopt_op:
            return "gestopt"
        if rij.stil_op:
            return "stil"
        if rij.achtereen or (self.wacht and self._laatst_mislukt):
            return "rust"
        if self.onbestelbaar:
            return "onbestelbaar"
        return "goed" if rij.gelukt_op else "nieuw"

    @property
    def _laatst_mislukt(self) -> bool:
        """Nothing was accepted since the last failure, also when somebody asked to try again."""
        gelukt, mislukt = self.abonnement.gelukt_op, self.abonnement.mislukt_op
        return mislukt is not None and (gelukt is None or gelukt < mislukt)


@dataclass(frozen=True)
class Onbestelbaar:
    """Something that was put aside after too many attempts; nothing about anybody."""

    aflevering: int
    melding: UUID
    gemeld_op: datetime
    verzonden_op: datetime | None
    pogingen: int
    reden: str
    antwoord: int | None


def ontvangers(nummer: UUID | None = None) -> list[Ontvanger]:
    """The webhooks that the reader may see (or this one), those of the own desk or for the
    functional manager all; running ones first. Three queries."""
    rijen = Abonnement.objects.select_related("loket__organisatie")
    if nummer is not None:
        rijen = rijen.filter(pk=nummer)
    gevonden = list(rijen.order_by("gestopt_op", "loket__organisatie__naam", "naam", "pk"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM meldingen_ontvangers()")
        tellingen = {nummer: (w, o, oud) for nummer, w, o, oud in cursor.fetchall()}
    sleutels: dict[UUID, list[Webhooksleutel]] = {}
    for sleutel in Webhooksleutel.objects.filter(abonnement__in=gevonden).order_by("-pk"):
        sleutels.setdefault(sleutel.abonnement_id, []).append(sleutel)
    return [
        Ontvanger(rij, *tellingen.get(rij.pk, (0, 0, None)), sleutels.get(rij.pk, []))
        for rij in sorted(gevonden, key=lambda rij: rij.gestopt_op is not None)
    ]


def onbestelbaar(nummer: UUID, na: int = 0) -> tuple[list[Onbestelbaar], int | None]:
    """What was put aside of a webhook of the reader's desk, oldest first, and after which number
    the next page begins. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM meldingen_onbestelbaar(%s, %s, %s)", [nummer, na, PER_PAGINA + 1]
        )
        rijen = [Onbestelbaar(*rij) for rij in cursor.fetchall()]
    getoond = rijen[:PER_PAGINA]
    return getoond, getoond[-1].aflevering if len(rijen) > PER_PAGINA else None


def webhookstappen(meldingen: list[UUID]) -> list[tuple[UUID, Kanaalstap]]:
    """How far these came over a webhook, as far as the reader may know. One query. Clausule 5.4."""
    if not meldingen or not iemand_luistert():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM meldingen_bezorgd(%s)", [meldingen])
        rijen = cursor.fetchall()
    naam = _("Eigen systeem")
    return [
        (
            melding,
            Kanaalstap(
                naam,
                verzonden,
                aanvaard,
                "" if aanvaard or not reden else _(REDENZINNEN[Bezorgreden(reden)]),
                opgegeven,
            ),
        )
        for melding, verzonden, aanvaard, reden, opgegeven in rijen
    ]


def mailkeuze(medewerker: int | None, loket: int | None) -> Mailkeuze | None:
    """Whether somebody wants mail about the mailbox of a desk. One query."""
    return Mailkeuze.objects.filter(medewerker=medewerker, loket=loket).first()


class _Geheugen:
    iemand = False
    gelezen: float | None = None


def iemand_luistert() -> bool:
    """Some desk has a webhook, so that what is told may have to go out; kept for a minute."""
    nu = time.monotonic()
    if _Geheugen.gelezen is None or nu - _Geheugen.gelezen > MINUUT:
        with connection.cursor() as cursor:
            cursor.execute("SELECT meldingen_iemand_luistert()")
            (_Geheugen.iemand,) = cursor.fetchone() or (False,)
        _Geheugen.gelezen = nu
    return _Geheugen.iemand


def vergeet() -> None:
    """A webhook was made: ask again."""
    _Geheugen.gelezen = None
