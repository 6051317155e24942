"""A row in every table of decisions, and one outcome of the check of the duty to tell."""

from __future__ import annotations

from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.partijen.models import Loket
from richting.regie.models import Besluit, Besluitreactie, Besluitstap, Meldplichtcontrole

BESLUITTABELLEN: dict[str, tuple[str, ...]] = {
    "regie_besluit": ("onderdak",),
    "regie_besluitreactie": ("plan",),
    "regie_besluitstap": ("toezicht",),
}
"""Each table of decisions, and the compartment of its one row."""


def maak_besluitrijen(dossier: Dossier) -> None:
    """One row in every table; each in another compartment, for the lock alone decides."""
    nu, loket = klok.nu(), Loket.objects.first()
    assert loket is not None
    besluit = Besluit.objects.create(
        dossier=dossier,
        categorie="onderdak",
        soort="huisuitzetting",
        omschrijving="proef",
        loket=loket,
        ingang=nu.date(),
        staat="voorgenomen",
        gemaakt_op=nu,
    )
    Besluitreactie.objects.create(
        dossier=dossier,
        categorie="plan",
        besluit=besluit,
        loketsoort=loket.soort,
        organisatie="proef",
        loket=loket,
        bereik="vraagbaar",
        gevraagd_op=nu,
        uiterlijk=nu.date(),
    )
    Besluitstap.objects.create(
        dossier=dossier, categorie="toezicht", besluit=besluit, staat_naar="voorgenomen", op=nu
    )
    Meldplichtcontrole.objects.create(gedaan_op=nu, dossiers=1, plichten=1)
