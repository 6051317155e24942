"""Keep what the reconciliation found, per kind of drift: numbers, no persons. Clausule 5.4, 6.5."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from richting.akkoord.aansluiting import Driftsoort
from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen.models import Loket
from richting.regie.models import Meldplichtcontrole
from richting.regie.overzichten.aansluiting import Aansluiting, sluit_aan
from richting.regie.overzichten.drift import Afwijking
from richting.regie.overzichten.meldcontrole import Plicht
from richting.regie.tijdvakken import middernacht


@dataclass(frozen=True)
class Uitslag:
    """One run: the row that was kept, every duty that was not met, and everything that drifted."""

    rij: Meldplichtcontrole
    gemist: list[Plicht]
    afwijkingen: list[Afwijking]


def controleer(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Uitslag:
    """Reconcile every dossier (or these) and keep the outcome. Clausule 5.4, 6.4, 6.5.

    Some thirty queries per 500 dossiers.
    """
    with verwerking(wie):
        uit = sluit_aan(wie, dossiers)
        rij = Meldplichtcontrole.objects.create(
            gedaan_op=wie.nu,
            dossiers=len(uit.dossiers),
            plichten=uit.plichten,
            gemist=_tel(uit.gemist),
            afwijkingen=_per_soort(uit),
        )
    return Uitslag(rij, uit.gemist, uit.afwijkingen)


def controleer_vandaag(wie: Wie) -> Uitslag | None:
    """The check of this day; None when it was done today: one outcome a day is enough.

    Clausule 5.4.
    """
    with verwerking(wie):
        if Meldplichtcontrole.objects.filter(gedaan_op__gte=middernacht(wie.vandaag)).exists():
            return None
    return controleer(wie)


def _per_soort(uit: Aansluiting) -> list[dict[str, object]]:
    """Per kind of drift how much was compared, and how much of what did not agree."""
    return [
        {
            "soort": soort.value,
            "gekeken": uit.gekeken[soort],
            "aantal": uit.aantal(soort),
            "wat": dict(
                sorted(Counter(een.wat for een in uit.afwijkingen if een.soort is soort).items())
            ),
        }
        for soort in Driftsoort
    ]


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
