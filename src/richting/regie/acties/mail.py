"""Mail without personal data: put ready with the step, sent afterwards, at least once.

Put ready in the transaction of its cause. Sent outside any transaction: claimed by lease first,
marked after. Who dies in between sends again with the same Message-ID, so that the receiver keeps
one. Judged again when sent: who left the desk, or what was done meanwhile, gets no mail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import structlog
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now

from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.partijen.rechten import staat_stil, wakker
from richting.regie.models import Berichtvoorkeur, Herinnering, Mail, Mailregel

PER_KEER = 20
LEASE = timedelta(minutes=10)
"""Longer than PER_KEER mails take when the server lets each wait until its time limit."""
EERSTE_PAUZE, LANGSTE_PAUZE = timedelta(minutes=2), timedelta(hours=4)
RONDES = 3
"""Today's digest may be on its way; then tomorrow's takes it, or that of the day after."""
GENOEG = 3
"""So many failures on end are not the fault of a mail: leave the rest for the next time."""
VERZONDEN, VERVALLEN, MISLUKT = "verzonden", "vervallen", "mislukt"
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Poststuk:
    """What goes out: its Message-ID, to which address, and how many of each step.

    `spoed`: how many of these cannot wait. No name, no number: there is nothing to leak.
    """

    mail: UUID
    adres: str
    soort: str
    aantallen: dict[str, int]
    spoed: int


Stuur = Callable[[Poststuk], None]
"""Hands one mail to the outside; raises OSError (SMTPException is one) when that failed."""


@dataclass(frozen=True)
class Wens:
    """How somebody wants mail."""

    mail: bool = True
    dagoverzicht: bool = True


def leg_klaar(wie: Wie, stukken: Iterable[tuple[Herinnering, frozenset[int]]]) -> None:
    """Put mail ready for who is named at each step, as they want it. Clausule 7.5.

    What cannot wait goes at once and to everybody; all of it that waits to be sent to somebody goes
    in one mail. Nine queries at most, however many steps.
    """
    paren = [(rij, nummer) for rij, mensen in stukken for nummer in sorted(mensen)]
    bereikbaar = _bereikbaar({nummer for _rij, nummer in paren}, wie.vandaag)
    wensen = _wensen(bereikbaar)
    paren = [
        (rij, nummer)
        for rij, nummer in paren
        if nummer in bereikbaar and (rij.spoed or wensen[nummer].mail)
    ]
    spoed = [(r, n) for r, n in paren if r.spoed]
    los = [(r, n) for r, n in paren if not r.spoed and not wensen[n].dagoverzicht]
    samen = [(r, n) for r, n in paren if not r.spoed and wensen[n].dagoverzicht]
    eigen = [_nieuw(wie, nummer, Mail.LOS) for _rij, nummer in los]
    _zet_klaar(eigen)
    overzicht = _overzichten({nummer for _r, nummer in samen}, wie)
    dringend = _dringend({nummer for _r, nummer in spoed}, wie)
    regels = [
        Mailregel(mail=een, herinnering=rij, medewerker_id=nummer)
        for een, (rij, nummer) in zip(eigen, los, strict=True)
    ]
    regels += [
        Mailregel(mail_id=per_persoon[nummer], herinnering=rij, medewerker_id=nummer)
        for per_persoon, wie_wat in ((overzicht, samen), (dringend, spoed))
        for rij, nummer in wie_wat
    ]
    Mailregel.objects.bulk_create(regels)


def _nieuw(wie: Wie, medewerker: int, soort: str) -> Mail:
    return Mail(medewerker_id=medewerker, soort=soort, dag=wie.vandaag, niet_voor=wie.nu)


def _dringend(nummers: set[int], wie: Wie) -> dict[int, UUID]:
    """The mail to each of these people about what cannot wait, that nobody has begun to send."""
    if not nummers:
        return {}
    vrij = Mail.objects.select_for_update().filter(
        medewerker__in=nummers,
        soort=Mail.SPOED,
        dag=wie.vandaag,
        pogingen=0,
        verzonden_op=None,
        vervallen_op=None,
    )
    uit = {rij.medewerker_id: rij.pk for rij in vrij.order_by("medewerker", "pk")}
    nieuw = [_nieuw(wie, nummer, Mail.SPOED) for nummer in sorted(nummers - uit.keys())]
    _zet_klaar(nieuw)
    return uit | {rij.medewerker_id: rij.pk for rij in nieuw}


def _zet_klaar(mails: list[Mail]) -> None:
    """Add them, free to be sent from the real moment now: the clock of the demo may stand still."""
    Mail.objects.bulk_create(mails, ignore_conflicts=True)
    if mails:
        Mail.objects.filter(pk__in=[een.pk for een in mails]).update(niet_voor=Now())


def _bereikbaar(nummers: set[int], op: date) -> set[int]:
    """Who of these has an address, and can come in to do what the mail asks."""
    if not nummers:
        return set()
    rijen = Medewerker.objects.filter(wakker(op), pk__in=nummers).exclude(email="")
    return set(rijen.values_list("pk", flat=True))


def _wensen(nummers: set[int]) -> dict[int, Wens]:
    rijen = Berichtvoorkeur.objects.filter(medewerker__in=nummers) if nummers else ()
    return dict.fromkeys(nummers, Wens()) | {
        rij.medewerker_id: Wens(rij.mail, rij.dagoverzicht) for rij in rijen
    }


def _overzichten(nummers: set[int], wie: Wie) -> dict[int, UUID]:
    """The digest of each of these people that nobody has begun to send, locked until the end."""
    uit: dict[int, UUID] = {}
    for dag in (wie.vandaag + timedelta(days=plus) for plus in range(RONDES)):
        zoekt = sorted(nummers - uit.keys())
        if not zoekt:
            break
        _zet_klaar(
            [
                Mail(medewerker_id=nummer, soort=Mail.OVERZICHT, dag=dag, niet_voor=wie.nu)
                for nummer in zoekt
            ]
        )
        vrij = Mail.objects.select_for_update().filter(
            medewerker__in=zoekt, soort=Mail.OVERZICHT, dag=dag, pogingen=0, vervallen_op=None
        )
        uit |= {rij.medewerker_id: rij.pk for rij in vrij.order_by("medewerker")}
    return uit


def verzend(wie: Wie, stuur: Stuur) -> Counter[str]:
    """Send all that waits, until nothing does or the server keeps failing. Clausule 7.5.

    Returns how many were sent, lapsed and failed.
    """
    telling: Counter[str] = Counter()
    achtereen = 0
    while stukken := _leen(wie):
        for nummer, stuk in stukken.items():
            uitslag = _bezorg(wie, nummer, stuk, stuur)
            telling[uitslag] += 1
            achtereen = achtereen + 1 if uitslag == MISLUKT else 0
            if achtereen == GENOEG:
                return telling
    return telling


def _bezorg(wie: Wie, nummer: UUID, stuk: Poststuk | None, stuur: Stuur) -> str:
    """Send one mail and mark it after that; what became of it."""
    if stuk is None:
        _laat_vervallen(wie, nummer)
        return VERVALLEN
    try:
        stuur(stuk)
    except OSError as fout:
        log.warning("mail_niet_verstuurd", fout=type(fout).__name__)
        _stel_uit(wie, nummer)
        return MISLUKT
    _verzonden(wie, nummer)
    return VERZONDEN


def _leen(wie: Wie) -> dict[UUID, Poststuk | None]:
    """Claim the next mails; None for one that has nothing to say or nobody to say it to."""
    with verwerking(wie):
        rijen = list(
            Mail.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(
                verzonden_op=None, vervallen_op=None, niet_voor__lte=Now(), dag__lte=wie.vandaag
            )
            .select_related("medewerker")
            .order_by("niet_voor", "pk")[:PER_KEER]
        )
        Mail.objects.filter(pk__in=[rij.pk for rij in rijen]).update(
            niet_voor=Now() + LEASE, pogingen=F("pogingen") + 1
        )
        return _stukken(rijen, wie.nu)


def _stukken(rijen: list[Mail], nu: datetime) -> dict[UUID, Poststuk | None]:
    """What each mail says now: of a desk where one works, and not done yet. Two queries."""
    werkt_daar = Lidmaatschap.objects.filter(
        medewerker=OuterRef("medewerker"), loket=OuterRef("herinnering__loket"), loket__actief=True
    )
    wacht_daar = Lidmaatschap.objects.filter(
        medewerker=OuterRef("medewerker"), loket=OuterRef("herinnering__belemmering__wachter")
    )
    regels = Mailregel.objects.filter(
        Exists(werkt_daar) | Exists(wacht_daar), mail__in=rijen, herinnering__klaar_op=None
    )
    stappen: dict[UUID, Counter[str]] = {}
    spoed: Counter[UUID] = Counter()
    for mail, stap, haast in regels.values_list("mail", "herinnering__stap", "herinnering__spoed"):
        stappen.setdefault(mail, Counter())[stap] += 1
        spoed[mail] += haast
    wensen = _wensen({rij.medewerker_id for rij in rijen})
    return {
        rij.pk: Poststuk(
            rij.pk, rij.medewerker.email, rij.soort, dict(stappen[rij.pk]), spoed[rij.pk]
        )
        if rij.pk in stappen and _mag_nog(rij, wensen[rij.medewerker_id], nu)
        else None
        for rij in rijen
    }


def _mag_nog(rij: Mail, wens: Wens, nu: datetime) -> bool:
    """Somebody who can come in here, has an address, and did not choose otherwise meanwhile."""
    wie = rij.medewerker
    komt_binnen = wie.is_active and not staat_stil(wie, nu)
    return komt_binnen and bool(wie.email) and (wens.mail or rij.soort == Mail.SPOED)


def _verzonden(wie: Wie, mail: UUID) -> None:
    with verwerking(wie):
        Mail.objects.filter(pk=mail).update(verzonden_op=wie.nu)


def _laat_vervallen(wie: Wie, mail: UUID) -> None:
    with verwerking(wie):
        Mail.objects.filter(pk=mail, verzonden_op=None).update(vervallen_op=wie.nu)


def _stel_uit(wie: Wie, mail: UUID) -> None:
    """Try again later, each time longer, for as long as it matters: done lets it lapse."""
    with verwerking(wie):
        rij = Mail.objects.get(pk=mail)
        pauze = min(EERSTE_PAUZE * 2 ** min(rij.pogingen, 10), LANGSTE_PAUZE)
        Mail.objects.filter(pk=mail, verzonden_op=None).update(niet_voor=Now() + pauze)
