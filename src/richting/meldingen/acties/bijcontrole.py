"""Does what mayors were told equal what they must know, and is nothing kept too long?

A software fault once lost messages for months before anybody saw it (kst-29270-116): so this counts
every day, from the grounds and the rows alone. Zero is the norm. Clausule 6.5.
"""

from __future__ import annotations

from collections import Counter

from django.db.models import Q

from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.woorden import Loketsoort
from richting.delen.models import Grond
from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.meldingen.acties.bijvernietiging import over_de_termijn
from richting.meldingen.models import Bijbericht, Bijversie


def afwijkingen(wie: Wie) -> Counter[str]:
    """How many messages are missing, stand without a ground, or are kept too long. Three queries.

    Only what is not zero. Clausule 6.5.
    """
    with verwerking(wie):
        moet = _moet(wie)
        staat = set(Bijbericht.objects.filter(beeindigd_op=None).values_list("dossier", "loket"))
        te_lang = Bijversie.objects.filter(over_de_termijn(wie)).count()
    return +Counter(gemist=len(moet - staat), te_veel=len(staat - moet), te_lang_bewaard=te_lang)


def _moet(wie: Wie) -> set[tuple[object, int]]:
    """Which mayor's desk must know of which dossier today, as the stored grounds say."""
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gt=wie.vandaag)
    gronden = Grond.objects.filter(
        geldig,
        grondslag=BIJ.code,
        loket__soort=Loketsoort.OPENBARE_ORDE.value,
        vervallen_op=None,
        geldig_vanaf__lte=wie.vandaag,
    )
    return set(gronden.values_list("dossier", "loket"))
