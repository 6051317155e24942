"""The mailboxes of the accounts in the nation: read at the end of the day, or the next morning."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from richting.akkoord.kalender import plus_werkdagen
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.meldingen.acties import markeer_gelezen
from richting.meldingen.models import Melding
from richting.partijen.models import Lidmaatschap

NIEUW_DAGEN = 5
"""What came in these last days is still new, so that every account has something to open."""
BLIJFT_LIGGEN = 9
"""One of so many lines nobody opened."""


def lees_postbussen(vandaag: date) -> int:
    """Read what came before the last days, at every desk with an account; how many lines."""
    gelezen = 0
    for lid in _leden():
        for nu, nummers in _per_beurt(lid.loket_id, vandaag).items():
            wie = Wie(
                lid.loket_id,
                lid.loket.soort,
                nu.date(),
                nu,
                "demo",
                medewerker=lid.medewerker_id,
                naam=lid.medewerker.naam,
            )
            markeer_gelezen(wie, nummers)
            gelezen += len(nummers)
    return gelezen


def _leden() -> list[Lidmaatschap]:
    """Somebody at every desk with an account."""
    rijen = Lidmaatschap.objects.select_related("loket", "medewerker").order_by("-pk")
    return list({lid.loket_id: lid for lid in rijen}.values())


def _per_beurt(loket: int, vandaag: date) -> dict[datetime, list[UUID]]:
    """What is unread of before the last days, by the moment on which it is opened."""
    grens = datetime.combine(vandaag - timedelta(days=NIEUW_DAGEN), time(), AMSTERDAM)
    with verwerking(systeem_zelf("demo", grens)):
        rijen = Melding.objects.filter(loket=loket, gelezen_op=None, aangemaakt_op__lt=grens)
        gevonden = list(rijen.order_by("pk").values_list("pk", "aangemaakt_op"))
    uit: dict[datetime, list[UUID]] = defaultdict(list)
    for plek, (nummer, moment) in enumerate(gevonden):
        if plek % BLIJFT_LIGGEN:
            uit[_geopend(timezone.localtime(moment))].append(nummer)
    return uit


def _geopend(moment: datetime) -> datetime:
    """At the end of that day when people work then, or on the morning of the next working day."""
    dag = moment.date()
    laat = datetime.combine(dag, time(16, 30), AMSTERDAM)
    if moment < laat and plus_werkdagen(dag - timedelta(days=1), 1) == dag:
        return laat
    return datetime.combine(plus_werkdagen(dag, 1), time(9, 30), AMSTERDAM)
