"""Does what mayors were told equal what they must know, and is nothing kept too long?

A software fault once lost messages for months before anybody saw it (kst-29270-116): so this counts
every day, from the grounds and the rows alone. Zero is the norm. Clausule 6.5.
"""

from __future__ import annotations

from collections import Counter

from django.db.models import Q, QuerySet

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


def zonder_burgemeester(wie: Wie) -> int:
    """For how many returns that the police may know of no mayor is known, or has a desk. One query.

    No fault of the program, but nobody is told: somebody must find out where they go.
    Clausule 3.1, 6.5.
    """
    with verwerking(wie):
        bekend = _geldig(wie, Loketsoort.OPENBARE_ORDE).values("dossier")
        politie = _geldig(wie, Loketsoort.POLITIE)
        return politie.exclude(dossier__in=bekend).values("dossier").distinct().count()


def _moet(wie: Wie) -> set[tuple[object, int]]:
    """Which mayor's desk must know of which dossier today, as the stored grounds say."""
    return set(_geldig(wie, Loketsoort.OPENBARE_ORDE).values_list("dossier", "loket"))


def _geldig(wie: Wie, soort: Loketsoort) -> QuerySet[Grond]:
    return Grond.objects.filter(
        Q(geldig_tot=None) | Q(geldig_tot__gt=wie.vandaag),
        grondslag=BIJ.code,
        loket__soort=soort.value,
        vervallen_op=None,
        geldig_vanaf__lte=wie.vandaag,
    )
