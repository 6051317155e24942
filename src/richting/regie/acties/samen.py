"""One act for many dossiers: each in its own transaction, with what failed and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from richting.kern.context import Wie
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties.personeel import wijs_toe


@dataclass
class Uitslag:
    """How many dossiers it was done for, and of the others why not."""

    gedaan: list[UUID] = field(default_factory=list)
    mislukt: dict[UUID, str] = field(default_factory=dict)


def voor_elk(dossiers: Iterable[UUID], doe: Callable[[UUID], object]) -> Uitslag:
    """Do it for each of these dossiers; one that is refused keeps none of the others back."""
    uit = Uitslag()
    for nummer in dict.fromkeys(dossiers):
        try:
            doe(nummer)
        except NietToegestaan:
            uit.mislukt[nummer] = _("Dit dossier is er niet voor uw loket.")
        except KanNiet as fout:
            uit.mislukt[nummer] = fout.zin
        else:
            uit.gedaan.append(nummer)
    return uit


def neem_op_naam(wie: Wie, dossier: UUID) -> None:
    """Put a dossier of the own desk in one's own name. Clausule 1.6, 1.10.

    Raises NietToegestaan without a ground, KanNiet for a system.
    """
    if wie.medewerker is None:
        raise KanNiet("geen_mens", _("Alleen een medewerker kan een dossier op naam nemen."))
    wijs_toe(wie, [dossier], wie.medewerker)
