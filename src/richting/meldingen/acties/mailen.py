"""Mail about the mailbox, for who chose it: that there is something new, and a link. Clausule 5.4.

Queued per melding in the transaction of its cause, sent together per person and desk. What goes
together stays together: its number is the Message-ID, so that who gets it twice keeps one. Judged
again when sent, as the person would see it: what was read meanwhile, or is not theirs to see, does
not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import structlog
from django.db.models import F
from django.db.models.functions import Now

from richting.akkoord.bezorging import Bezorgreden, pauze
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.acties.bezorgen import Toeval
from richting.meldingen.models import Aflevering, Mailkeuze, Melding
from richting.partijen import rechten
from richting.partijen.acties.medewerkers import CATEGORIE
from richting.partijen.models import Lidmaatschap

PER_KEER = 200
LEASE = timedelta(minutes=10)
GENOEG = 3
"""So many failures on end are not the fault of a mail: leave the rest for the next time."""
VERZONDEN, VERVALLEN, MISLUKT = "verzonden", "vervallen", "mislukt"
HANDELING = "mail over de postbus"
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Postbusmail:
    """What goes out: its Message-ID, to which address, and how many new lines. No name."""

    nummer: UUID
    aan: str
    aantal: int


Stuur = Callable[[Postbusmail], None]
"""Hands one mail to the outside; raises OSError when that failed."""
Groep = tuple[UUID, int, int]
"""A number, a member of staff, and a desk."""


def kies(wie: Wie, *, mail: bool, per_dag: bool) -> None:
    """Keep whether the person who acts wants mail about the mailbox of this desk."""
    plek: dict[str, Any] = {"medewerker_id": wie.medewerker or 0, "loket_id": wie.loket or 0}
    with verwerking(wie) as werk:
        if mail:
            Mailkeuze.objects.update_or_create(**plek, defaults={"per_dag": per_dag})
        else:
            Mailkeuze.objects.filter(**plek).delete()
        na = {"medewerker": wie.medewerker, "mail": mail, "per_dag": per_dag}
        werk.noteer(None, "mailkeuze_gemaakt", CATEGORIE, na=na)


def verzend(wie: Callable[[], Wie], stuur: Stuur, toeval: Toeval) -> Counter[str]:
    """Send all that waits, until nothing does or the server keeps failing. How many of what."""
    telling: Counter[str] = Counter()
    achtereen = 0
    while groepen := _leen(wie()):
        for groep, meldingen in groepen.items():
            uitslag = _bezorg(wie(), groep, meldingen, stuur, toeval)
            telling[uitslag] += 1
            achtereen = achtereen + 1 if uitslag == MISLUKT else 0
            if achtereen == GENOEG:
                return telling
    return telling


def _leen(wie: Wie) -> dict[Groep, list[UUID]]:
    """Claim the next deliveries, put together per person and desk."""
    uit: dict[Groep, list[UUID]] = {}
    with verwerking(wie):
        rijen = list(
            Aflevering.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(abonnement=None, aanvaard_op=None, vervallen_op=None, niet_voor__lte=Now())
            .select_related("melding")
            .order_by("medewerker", "pk")[:PER_KEER]
        )
        nieuw: dict[tuple[int, int], UUID] = {}
        for rij in rijen:
            plek = (rij.medewerker_id or 0, rij.melding.loket_id)
            nummer = rij.zending or nieuw.setdefault(plek, uuid4())
            uit.setdefault((nummer, *plek), []).append(rij.melding_id)
        for (nummer, medewerker, _loket), meldingen in uit.items():
            _rijen(medewerker, meldingen).update(
                zending=nummer, niet_voor=Now() + LEASE, pogingen=F("pogingen") + 1
            )
    return uit


def _rijen(medewerker: int, meldingen: list[UUID]) -> Any:
    return Aflevering.objects.filter(
        medewerker=medewerker, melding__in=meldingen, aanvaard_op=None, vervallen_op=None
    )


def _bezorg(wie: Wie, groep: Groep, meldingen: list[UUID], stuur: Stuur, toeval: Toeval) -> str:
    """Send one mail and mark it after that; what became of it."""
    nummer, medewerker, loket = groep
    lid = _lid(wie, medewerker, loket)
    if lid is None:
        return _vervalt(wie, medewerker, meldingen, Bezorgreden.NIET_MEER_BEREIKBAAR)
    aantal = _nieuw_voor(wie, lid, meldingen)
    if not aantal:
        return _vervalt(wie, medewerker, meldingen, Bezorgreden.AL_GELEZEN)
    try:
        stuur(Postbusmail(nummer, lid.medewerker.email, aantal))
    except OSError as fout:
        log.warning("mail_niet_verstuurd", fout=type(fout).__name__)
        return _stel_uit(wie, medewerker, meldingen, toeval)
    with verwerking(wie):
        _rijen(medewerker, meldingen).update(verzonden_op=wie.nu, aanvaard_op=wie.nu, reden="")
    return VERZONDEN


def _lid(wie: Wie, medewerker: int, loket: int) -> Lidmaatschap | None:
    """The place of this person at this desk, when mail about it can and may still come there."""
    with verwerking(wie):
        if not Mailkeuze.objects.filter(medewerker=medewerker, loket=loket).exists():
            return None
    plekken = Lidmaatschap.objects.select_related("medewerker", "loket").filter(
        rechten.wakker(wie.vandaag, "medewerker__"),
        medewerker=medewerker,
        loket=loket,
        loket__actief=True,
    )
    return plekken.exclude(medewerker__email="").first()


def _nieuw_voor(wie: Wie, lid: Lidmaatschap, meldingen: list[UUID]) -> int:
    """How many of these the person could read in the mailbox now, and nobody has: row security
    decides, so that who is kept out of a dossier hears nothing of it."""
    als = Wie(
        loket=lid.loket_id,
        loketsoort=lid.loket.soort,
        vandaag=wie.vandaag,
        nu=wie.nu,
        ingang=wie.ingang,
        medewerker=lid.medewerker_id,
        naam=wie.naam,
    )
    with lezing(als, HANDELING) as lees:
        aantal = Melding.objects.filter(
            pk__in=meldingen, loket=lid.loket_id, gelezen_op=None
        ).count()
        lees.niets_gezien(aantal=aantal)
    return aantal


def _vervalt(wie: Wie, medewerker: int, meldingen: list[UUID], reden: Bezorgreden) -> str:
    with verwerking(wie):
        _rijen(medewerker, meldingen).update(vervallen_op=wie.nu, reden=reden)
    return VERVALLEN


def _stel_uit(wie: Wie, medewerker: int, meldingen: list[UUID], toeval: Toeval) -> str:
    """Try again later, for as long as it matters: read lets it lapse."""
    aannames = aannames_op(wie.vandaag)
    with verwerking(wie):
        rijen = _rijen(medewerker, meldingen)
        pogingen = max(rijen.values_list("pogingen", flat=True), default=1)
        rust = pauze(pogingen, toeval(), aannames=aannames)
        rijen.update(niet_voor=Now() + rust, reden=Bezorgreden.GEEN_VERBINDING)
    return MISLUKT
