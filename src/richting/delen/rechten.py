"""Who may do what in this room: the role. Which dossier, the database decides."""

from __future__ import annotations

from typing import Any

from richting.akkoord.woorden import Loketsoort

ZONDER_DOSSIERS = frozenset({Loketsoort.BEHEER, Loketsoort.VERWERKING})
ZONDER_AFSPRAKEN = ZONDER_DOSSIERS | {Loketsoort.PRIVACY}
"""Desks that keep watch or deliver: no law names them as receiver, so they agree on nothing."""


def mag_afschermen(request: Any) -> bool:
    """The manager of a desk that reads dossiers, and the privacy officer. Clausule 3.6."""
    wie = getattr(request, "wie", None)
    if wie is None:
        return False
    if wie.loketsoort == Loketsoort.PRIVACY:
        return True
    return bool(request.is_beheerder) and wie.loketsoort not in ZONDER_DOSSIERS


def mag_instellen(request: Any) -> bool:
    """The functional manager."""
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort == Loketsoort.BEHEER


def ziet_verwerkingen(request: Any) -> bool:
    """The register of processings stands in the menu of who keeps watch; its page is for all."""
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in (Loketsoort.PRIVACY, Loketsoort.BEHEER)


def ziet_afspraken(request: Any) -> bool:
    """The menu shows regional agreements to who decides on them or keeps watch; the pages are for
    everybody at a desk that is a party."""
    wie = getattr(request, "wie", None)
    if wie is None:
        return False
    toezicht = wie.loketsoort in (Loketsoort.PRIVACY, Loketsoort.BEHEER)
    return toezicht or mag_afspreken(request)


def mag_afspreken(request: Any) -> bool:
    """Propose, confirm and leave: the manager of a desk that reads dossiers. Clausule 6.6."""
    wie = getattr(request, "wie", None)
    return wie is not None and bool(request.is_beheerder) and wie.loketsoort not in ZONDER_AFSPRAKEN
