"""Keep what the check of the duty to tell found: numbers, no persons. Clausule 5.4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen.models import Loket
from richting.regie.models import Meldplichtcontrole
from richting.regie.overzichten.meldcontrole import Plicht, plichten
from richting.regie.tijdvakken import middernacht


@dataclass(frozen=True)
class Uitslag:
    """One run: the row that was kept, and every duty that was not met."""

    rij: Meldplichtcontrole
    gemist: list[Plicht]


def controleer(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Uitslag:
    """Check every dossier (or these) and keep the outcome. Clausule 5.4.

    Five queries per 500 dossiers.
    """
    gemist: list[Plicht] = []
    aantal, gezien = 0, set()
    with verwerking(wie):
        for deel in plichten(dossiers):
            aantal += len(deel)
            gezien |= {een.dossier for een in deel}
            gemist += [een for een in deel if not een.gehouden]
        rij = Meldplichtcontrole.objects.create(
            gedaan_op=wie.nu, dossiers=len(gezien), plichten=aantal, gemist=_tel(gemist)
        )
    return Uitslag(rij, gemist)


def controleer_vandaag(wie: Wie) -> Uitslag | None:
    """The check of this day; None when it was done today: one outcome a day is enough.

    Clausule 5.4.
    """
    with verwerking(wie):
        if Meldplichtcontrole.objects.filter(gedaan_op__gte=middernacht(wie.vandaag)).exists():
            return None
    return controleer(wie)


def _tel(gemist: list[Plicht]) -> list[dict[str, object]]:
    """How often each kind of change was not told to each kind of desk."""
    soorten = dict(
        Loket.objects.filter(pk__in={g.loket for g in gemist}).values_list("pk", "soort")
    )
    per_soort = Counter((een.soort, soorten[een.loket]) for een in gemist)
    return [
        {"soort": soort, "loketsoort": loketsoort, "aantal": aantal}
        for (soort, loketsoort), aantal in sorted(per_soort.items())
    ]
