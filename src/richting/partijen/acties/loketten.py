"""Desks: how a desk can be reached."""

from __future__ import annotations

from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen import rechten
from richting.partijen.acties.medewerkers import CATEGORIE
from richting.partijen.models import Loket


def wijzig_bereikbaarheid(wie: Wie, loket: Loket, *, email: str, telefoon: str) -> None:
    """Set the mailbox and the telephone of a desk. Raises NietToegestaan.

    Only the manager of the desk: notices go to this mailbox.
    """
    rechten.check_loket_beheren(wie, loket)
    with verwerking(wie) as werk:
        vers = Loket.objects.select_for_update().get(pk=loket.pk)
        voor = {"email": vers.email, "telefoon": vers.telefoon}
        vers.email, vers.telefoon = email.strip(), telefoon.strip()
        vers.save(update_fields=["email", "telefoon"])
        na = {"email": vers.email, "telefoon": vers.telefoon}
        if voor != na:
            werk.noteer(
                None,
                "loket_bereikbaarheid",
                CATEGORIE,
                voor={"loket": loket.pk, **voor},
                na={"loket": loket.pk, **na},
            )
