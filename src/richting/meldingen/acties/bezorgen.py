"""Deliver over webhooks: lease a receiver, send outside any transaction, mark afterwards.

At least once, in order per dossier, and safe when killed anywhere: a lease that ends is all that is
left behind, and who was sent twice sees the same event id. One receiver is served by one worker at
a time; a slow one holds up nobody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

import structlog
from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.db.models.functions import Now

from richting.akkoord.bezorging import (
    Bezorgreden,
    is_onbestelbaar,
    ontvanger_rust,
    oordeel,
    pauze,
)
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import verwerking
from richting.meldingen.acties.abonnementen import netten
from richting.meldingen.models import Abonnement, Aflevering, Webhooksleutel
from richting.meldingen.webhook.adres import FoutAdres, Onbereikbaar, ontleed
from richting.meldingen.webhook.gebeurtenis import gebeurtenis
from richting.meldingen.webhook.lijn import Lijn, tls
from richting.meldingen.webhook.teken import Sleutel, geheim, onderteken

PER_BEURT = 500
"""Deliveries to one receiver between a lease and its mark."""
BUDGET = 30.0
"""Seconds after which a turn begins nothing new."""
LEASE = timedelta(seconds=120)
"""Longer than a turn: its budget, and one delivery that takes all its time."""
TEGELIJK = 8
"""Receivers served at the same time by one worker."""
AANVAARD, MISLUKT = "aanvaard", "mislukt"
log = structlog.get_logger(__name__)
Toeval = Callable[[], float]
"""Gives chance, from 0 up to 1."""


@dataclass(frozen=True)
class Wereld:
    """What a front door knows: who acts and when, chance, and the real moment that is signed, in
    seconds since 1970. Asked anew each time: a run may take long."""

    wie: Callable[[], Wie]
    toeval: Toeval
    moment: Callable[[], int]


@dataclass(frozen=True)
class Stuk:
    """One delivery as it goes out."""

    nummer: int
    melding: UUID
    dossier: UUID
    pogingen: int
    moment: datetime


@dataclass(frozen=True)
class Beurt:
    """What one receiver gets in one turn, and what signs it."""

    abonnement: UUID
    adres: str
    achtereen: int
    sleutels: tuple[Sleutel, ...]
    stukken: tuple[Stuk, ...]


@dataclass
class Uitslag:
    """What became of a turn, before it is marked.

    `aanvaard` and `mislukt` say what was tried; what is in neither was not and waits for the next
    turn. `achtereen` counts the failures at the end of the turn, with those before it.
    """

    beurt: Beurt
    aanvaard: dict[int, int] = field(default_factory=dict)
    mislukt: dict[int, tuple[Bezorgreden, int | None]] = field(default_factory=dict)
    achtereen: int = 0
    hersteld: bool = False
    weg: bool = False
    wacht: int = 0


def bezorg(wereld: Wereld, tot: float = float("inf")) -> Counter[str]:
    """Deliver all that may go now. Returns how many were accepted and how many failed.

    `tot` is the `monotonic` moment after which no new turn begins, for a worker that has more to
    do.
    """
    telling: Counter[str] = Counter()
    lopend: dict[Future[Uitslag], UUID] = {}
    mij, context = uuid4(), _Certificaten()
    with ThreadPoolExecutor(TEGELIJK, "bezorg") as ploeg:
        while True:
            vrij = TEGELIJK - len(lopend) if monotonic() < tot else 0
            for beurt in _leen(wereld.wie(), mij, vrij):
                een = ploeg.submit(stuur, beurt, wereld.moment, context.voor(beurt))
                lopend[een] = beurt.abonnement
            if not lopend:
                return telling
            klaar, _rest = wait(lopend, return_when=FIRST_COMPLETED)
            for een in klaar:
                abonnement, fout = lopend.pop(een), een.exception()
                if fout is None:
                    telling += merk(wereld.wie(), mij, een.result(), wereld.toeval)
                else:  # its lease ends by itself; the others go on
                    log.error("webhook_beurt", abonnement=str(abonnement), exc_info=fout)


class _Certificaten:
    """Whom to trust, read when the first receiver behind TLS comes: that takes a while."""

    def __init__(self) -> None:
        self._context: Any = None

    def voor(self, beurt: Beurt) -> Any:
        """What checks the certificate of this receiver; None when it has none."""
        if beurt.adres.startswith("https:") and self._context is None:
            self._context = tls(settings.OMGEVING.webhook_ca)
        return self._context


def _leen(wie: Wie, mij: UUID, hoeveel: int) -> list[Beurt]:
    """Take a lease on receivers that have something waiting, longest unserved first."""
    if hoeveel < 1:
        return []
    with verwerking(wie), connection.cursor() as cursor:
        cursor.execute(LEEN, {"mij": mij, "lease": LEASE.total_seconds(), "hoeveel": hoeveel})
        rijen = cursor.fetchall()
        sleutels = _sleutels(wie, [nummer for nummer, *_rest in rijen])
        uit = []
        for nummer, adres, achtereen in rijen:
            cursor.execute("SELECT * FROM meldingen_aan_de_beurt(%s, %s)", [nummer, PER_BEURT])
            stukken = tuple(Stuk(*rij) for rij in cursor.fetchall())
            uit.append(Beurt(nummer, adres, achtereen, tuple(sleutels[nummer]), stukken))
    return uit


LEEN = """
UPDATE meldingen_abonnement
SET bezet_tot = statement_timestamp() + make_interval(secs => %(lease)s), bezet_door = %(mij)s
WHERE id IN (
    SELECT a.id FROM meldingen_abonnement a
    WHERE a.gestopt_op IS NULL AND a.stil_op IS NULL AND a.niet_voor <= statement_timestamp()
        AND (a.bezet_tot IS NULL OR a.bezet_tot <= statement_timestamp())
        AND EXISTS (SELECT 1 FROM meldingen_aan_de_beurt(a.id, 1))
    ORDER BY a.bezet_tot NULLS FIRST, a.id LIMIT %(hoeveel)s FOR UPDATE SKIP LOCKED)
RETURNING id, adres, achtereen
"""


def _sleutels(wie: Wie, abonnementen: list[UUID]) -> dict[UUID, list[Sleutel]]:
    """The keys in force of each webhook, newest first. One query."""
    uit: dict[UUID, list[Sleutel]] = {nummer: [] for nummer in abonnementen}
    geldig = Q(vervalt_op=None) | Q(vervalt_op__gt=wie.nu)
    rijen = Webhooksleutel.objects.filter(geldig, abonnement__in=abonnementen).order_by("-pk")
    for rij in rijen if abonnementen else ():
        vol = geheim(settings.OMGEVING.webhooksleutel, rij.abonnement_id, rij.kenmerk, rij.zout)
        uit[rij.abonnement_id].append(Sleutel(rij.kenmerk, vol))
    return uit


def stuur(beurt: Beurt, moment: Callable[[], int], context: Any = None) -> Uitslag:
    """Send one turn, in order. No database here: this runs beside the others.

    What fails holds up what comes later about the same dossier. A receiver that keeps failing, or
    whose address is gone, gets no more in this turn.
    """
    uit = Uitslag(beurt, achtereen=beurt.achtereen)
    einde, wacht = monotonic() + BUDGET, set[UUID]()
    try:
        doel = ontleed(beurt.adres, netten())
    except FoutAdres:
        uit.mislukt = {s.nummer: (Bezorgreden.ADRES_INTERN, None) for s in beurt.stukken[:1]}
        uit.achtereen += 1
        return uit
    lijn = Lijn(doel, netten(), settings.OMGEVING.webhook_seconden, context)
    try:
        for stuk in beurt.stukken:
            if uit.weg or (uit.mislukt and ontvanger_rust(uit.achtereen)) or monotonic() > einde:
                break
            if stuk.dossier not in wacht:
                _een(lijn, stuk, moment(), uit)
                wacht |= {stuk.dossier} if stuk.nummer in uit.mislukt else set()
    finally:
        lijn.sluit()
    return uit


def _een(lijn: Lijn, stuk: Stuk, moment: int, uit: Uitslag) -> None:
    """Send one delivery and note what came of it."""
    bron, url = settings.OMGEVING.webhook_bron, settings.OMGEVING.url.rstrip("/")
    inhoud = gebeurtenis(stuk.melding, stuk.moment, stuk.nummer, bron, url)
    koppen = onderteken(uit.beurt.adres, inhoud, moment, uit.beurt.sleutels)
    status: int | None = None
    try:
        antwoord = lijn.stuur(inhoud, koppen)
    except Onbereikbaar as fout:
        reden: Bezorgreden | None = fout.reden
    else:
        status, reden = antwoord.status, oordeel(antwoord.status)
        uit.wacht = antwoord.wacht if reden is Bezorgreden.DRUK else uit.wacht
    if reden is None:
        uit.aanvaard[stuk.nummer] = status or 0
        uit.hersteld = uit.hersteld or ontvanger_rust(uit.achtereen)
        uit.achtereen = 0
        return
    uit.mislukt[stuk.nummer] = (reden, status)
    uit.weg = reden is Bezorgreden.ADRES_WEG
    uit.achtereen += 1


def merk(wie: Wie, mij: UUID, uit: Uitslag, toeval: Toeval) -> Counter[str]:
    """Keep what became of a turn, and give the receiver back.

    What was accepted is kept whoever holds the lease by now; the rest only for who still does.
    """
    aannames, beurt = aannames_op(wie.vandaag), uit.beurt
    with verwerking(wie):
        _merk_aanvaard(wie, uit)
        eigen = Abonnement.objects.select_for_update().filter(pk=beurt.abonnement, bezet_door=mij)
        if not eigen.exists():
            return Counter({AANVAARD: len(uit.aanvaard)})
        pogingen = {stuk.nummer: stuk.pogingen + 1 for stuk in beurt.stukken}
        for nummer, (reden, status) in uit.mislukt.items():
            dood = is_onbestelbaar(pogingen[nummer], aannames)
            Aflevering.objects.filter(pk=nummer, aanvaard_op=None, vervallen_op=None).update(
                pogingen=pogingen[nummer],
                verzonden_op=wie.nu,
                reden=reden,
                antwoord=status,
                dood_op=wie.nu if dood else None,
                niet_voor=Now() + pauze(pogingen[nummer], toeval(), aannames=aannames),
            )
        if uit.hersteld:
            wachtend = Aflevering.objects.filter(abonnement=beurt.abonnement, dood_op=None)
            wachtend.filter(aanvaard_op=None, vervallen_op=None).exclude(
                pk__in=list(uit.mislukt)
            ).update(niet_voor=Now())
        Abonnement.objects.filter(pk=beurt.abonnement).update(**_stand(wie, uit, toeval))
    if uit.mislukt:
        redenen = Counter(str(reden) for reden, _status in uit.mislukt.values())
        log.warning("webhook_mislukt", abonnement=str(beurt.abonnement), **redenen)
    return Counter({AANVAARD: len(uit.aanvaard), MISLUKT: len(uit.mislukt)})


def _merk_aanvaard(wie: Wie, uit: Uitslag) -> None:
    """One statement for all that was accepted in this turn."""
    if not uit.aanvaard:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE meldingen_aflevering f SET aanvaard_op = %(nu)s, verzonden_op = %(nu)s,"
            " pogingen = f.pogingen + 1, reden = '', antwoord = t.antwoord, dood_op = NULL"
            " FROM unnest(%(nummers)s::bigint[], %(antwoorden)s::smallint[]) t(id, antwoord)"
            " WHERE f.id = t.id AND f.aanvaard_op IS NULL",
            {
                "nu": wie.nu,
                "nummers": list(uit.aanvaard),
                "antwoorden": list(uit.aanvaard.values()),
            },
        )


def _stand(wie: Wie, uit: Uitslag, toeval: Toeval) -> dict[str, Any]:
    """The health of the receiver after a turn, and its lease given back."""
    velden: dict[str, Any] = {"bezet_tot": Now(), "bezet_door": None, "achtereen": uit.achtereen}
    if uit.aanvaard:
        velden["gelukt_op"] = wie.nu
    if uit.mislukt:
        reden, status = list(uit.mislukt.values())[-1]
        velden |= {"mislukt_op": wie.nu, "reden": reden, "antwoord": status}
    if uit.weg:
        velden["stil_op"] = wie.nu
    if uit.wacht or (uit.mislukt and ontvanger_rust(uit.achtereen)):
        aannames = aannames_op(wie.vandaag)
        rust = pauze(max(uit.achtereen, 1), toeval(), uit.wacht, aannames)
        velden["niet_voor"] = Now() + rust
    return velden
