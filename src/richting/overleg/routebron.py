"""What consultations show on the route: the coming ones and those held. Clausule 8.1."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from richting.akkoord.overleg import Overlegsoort, Overlegstaat
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt
from richting.overleg.namen import SOORTEN, STATEN
from richting.web.route import Punt, Routebron, registreer
from richting.web.route.bron import Item


def overleggen(_lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Each consultation that discusses the dossier and goes on. One query."""
    rijen = Agendapunt.objects.filter(dossier=dossier.pk, doorgeschoven=False)
    for punt in rijen.select_related("overleg").order_by("overleg__begin"):
        staat = Overlegstaat(punt.overleg.staat)
        if staat is Overlegstaat.AFGELAST:
            continue
        naam = SOORTEN[Overlegsoort(punt.overleg.soort)]
        gehouden = staat is Overlegstaat.GEHOUDEN
        yield Punt(
            naam,
            dag_van(punt.overleg.begin),
            punt.categorie,
            "vast" if gehouden else "verwacht",
            STATEN[staat],
            "vol" if gehouden else "aandacht",
        )


def meld_aan() -> None:
    """Register the lane of consultations."""
    registreer(Routebron("overleg", 55, gettext_lazy("Overleg"), overleggen))
