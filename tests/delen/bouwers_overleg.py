"""A row in every table of consultations: the items in the compartment of their own.

The meeting itself is called by a desk that none of the tests reads as, so that it shows only to who
has a ground for its agenda.
"""

from __future__ import annotations

from datetime import timedelta

from richting.akkoord.overleg import Agendareden, Overlegsoort
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.overleg.models import Afspraak, Agendapunt, Genodigde, Overleg, Verslag
from tests.partijen.bouwers import maak_loket, maak_organisatie

OVERLEGTABELLEN: dict[str, tuple[str, ...]] = {
    "overleg_overleg": ("plan",),
    "overleg_genodigde": ("plan",),
    "overleg_agendapunt": ("plan",),
    "overleg_afspraak": ("onderdak",),
    "overleg_verslag": ("toezicht",),
}
"""Each table of the room, and the compartment that opens its one row."""


def maak_overlegrijen(dossier: Dossier) -> None:
    """One row in every table of the room."""
    nu = klok.nu()
    elders = maak_organisatie("GM0518", Organisatiesoort.GEMEENTE)
    loket = maak_loket(elders, Loketsoort.NAZORG)
    stempel = {"gemaakt_op": nu, "gewijzigd_op": nu}
    rij = Overleg.objects.create(
        soort=Overlegsoort.CASUSOVERLEG.value,
        belegger=loket,
        begin=nu,
        eind=nu + timedelta(hours=1),
        **stempel,
    )
    Genodigde.objects.create(overleg=rij, loket=loket, genodigd_op=nu)
    punt = Agendapunt.objects.create(
        overleg=rij,
        dossier=dossier,
        categorie="plan",
        reden=Agendareden.VOORGESTELD.value,
        volgorde=1,
        **stempel,
    )
    Afspraak.objects.create(
        dossier=dossier,
        categorie="onderdak",
        agendapunt=punt,
        wat="proef",
        verantwoordelijk=loket,
        **stempel,
    )
    Verslag.objects.create(
        dossier=dossier, categorie="toezicht", agendapunt=punt, tekst="proef", **stempel
    )
