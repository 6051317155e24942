"""What people do with their work lists in the nation: put off, in a name, sent back."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from uuid import UUID

from richting.akkoord.terugmelden import Gegeven
from richting.akkoord.woorden import Loketsoort
from richting.demo.acties.bij import speel_bij
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap
from richting.regie.acties.samen import neem_op_naam
from richting.regie.acties.terugmelden import meld_terug
from richting.regie.acties.uitstel import stel_alles_uit
from richting.regie.acties.werkstand import herzie
from richting.regie.models import Werkregel

PER_LOKET = 6
"""So many lines of each desk with an account are dealt with; the rest waits."""


def speel_werk(vandaag: date) -> Counter[str]:
    """Deal with some lines of each desk with an account; returns how often what was done."""
    bij = speel_bij(vandaag)
    telling = Counter({f"BIJ {wat}": aantal for wat, aantal in bij.items()})
    nu = datetime.combine(vandaag, time(8, 30), AMSTERDAM)
    for _deel in herzie(systeem_zelf("demo", nu)):
        pass
    for lid in Lidmaatschap.objects.select_related("loket", "medewerker").order_by("loket", "pk"):
        wie = Wie(
            lid.loket.pk,
            lid.loket.soort,
            vandaag,
            nu,
            "demo",
            medewerker=lid.medewerker.pk,
            naam=lid.medewerker.naam,
        )
        for plek, nummer in enumerate(_laat(wie)):
            _doe(wie, nummer, plek, telling)
    return telling


def _laat(wie: Wie) -> list[UUID]:
    with verwerking(wie):
        rijen = Werkregel.objects.filter(loket=wie.loket, uiterlijk__lt=wie.vandaag)
        return list(rijen.order_by("-thuiskomst", "dossier").values_list("dossier", flat=True))[
            :PER_LOKET
        ]


def _doe(wie: Wie, nummer: UUID, plek: int, telling: Counter[str]) -> None:
    """In turn: in one's own name, put off, sent back to the prison. A refusal stays undone."""
    tot = wie.vandaag + timedelta(days=3)
    try:
        if plek % 3 == 0:
            neem_op_naam(wie, nummer)
            telling["op naam"] += 1
        elif plek % 3 == 1:
            stel_alles_uit(wie, nummer, tot, "Wacht op een afspraak met deze persoon")
            telling["uitgesteld"] += 1
        elif wie.loketsoort == Loketsoort.NAZORG:
            meld_terug(wie, nummer, Gegeven.EINDE, "Deze datum", "Volgens de brief een week later")
            telling["teruggemeld"] += 1
    except (KanNiet, NietToegestaan):
        telling["geweigerd"] += 1
