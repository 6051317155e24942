"""How every life area stands, now and on the day of release. Clausule 5.7–5.14, 8.7.

The rule derives it from the answers that stand and from the actions (`akkoord.plan.standen`); where
a party departs from the rule, that counts, and both are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from richting.akkoord.plan.feiten import Actiefeit
from richting.akkoord.plan.standen import Standuitkomst, stand, stand_op_ontslag
from richting.akkoord.plan.woorden import (
    Actieherkomst,
    Actiekader,
    Actiestaat,
    Leefgebied,
    Standwaarde,
)
from richting.dossiers.models import Dossier
from richting.kern.context import onthoud
from richting.plannen.models import Actie, Standafwijking
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.overzichten.screening import (
    Gebiedsantwoorden,
    Meting,
    antwoorden,
    antwoorden_van_alle,
)


@dataclass(frozen=True)
class Gebiedsstand:
    """How one life area stands.

    `regel_nu` and `regel_ontslag` are what the rule says, with its reasons; `afwijking_nu` and
    `afwijking_ontslag` are the departures that a party made, or None. `nu` and `op_ontslag` are
    what counts. `ontslag` is the day that was reckoned with, None when it is not known (then
    `op_ontslag` is as of today). `gemeten` tells when, at which moment and by whom it was last
    measured; None: never.
    """

    leefgebied: Leefgebied
    regel_nu: Standuitkomst
    regel_ontslag: Standuitkomst
    ontslag: date | None
    afwijking_nu: Standafwijking | None
    afwijking_ontslag: Standafwijking | None
    gemeten: Meting | None

    @property
    def nu(self) -> Standwaarde:
        """How it stands now: by the departure if there is one, or else by the rule."""
        afwijking = self.afwijking_nu
        return Standwaarde(afwijking.stand) if afwijking else self.regel_nu.waarde

    @property
    def op_ontslag(self) -> Standwaarde:
        """How it will stand on the day of release, as far as can be said now."""
        afwijking = self.afwijking_ontslag
        return Standwaarde(afwijking.stand) if afwijking else self.regel_ontslag.waarde


@dataclass(frozen=True)
class _Gegevens:
    """What the standings of one dossier are derived from."""

    open_: Set[str]
    gezegd: dict[Leefgebied, Gebiedsantwoorden]
    acties: Iterable[Actie]
    afwijkingen: Iterable[Standafwijking]


def standen(dossier: Dossier, vandaag: date) -> dict[Leefgebied, Gebiedsstand]:
    """How the life areas of one dossier stand, only those whose compartment this desk may see.

    In the order of the accord. Within a reading or a unit of work (which sees all seven). One
    query, and none the second time in a reading.
    """
    return onthoud(("standen", dossier.pk, vandaag), lambda: _standen_van(dossier, vandaag))


def _standen_van(dossier: Dossier, vandaag: date) -> dict[Leefgebied, Gebiedsstand]:
    plan = planrijen(dossier.pk)
    afwijkingen = [rij for rij in plan.van(Standafwijking) if rij.beeindigd_op is None]
    gezegd = antwoorden(dossier.pk)
    gegevens = _Gegevens(plan.open_, gezegd, plan.van(Actie), afwijkingen)
    return _standen(dossier, gegevens, vandaag)


def standen_van_alle(
    dossiers: Iterable[Dossier], vandaag: date
) -> dict[UUID, dict[Leefgebied, Gebiedsstand]]:
    """The same for many dossiers at once. Four queries."""
    rijen = {rij.pk: rij for rij in dossiers}
    open_, gezegd = _open_gebieden(rijen), antwoorden_van_alle(rijen)
    gedaan, afwijkingen = _acties(rijen), _afwijkingen(rijen)
    return {
        nummer: _standen(
            rij,
            _Gegevens(open_[nummer], gezegd[nummer], gedaan[nummer], afwijkingen[nummer]),
            vandaag,
        )
        for nummer, rij in rijen.items()
    }


def _standen(
    dossier: Dossier, gegevens: _Gegevens, vandaag: date
) -> dict[Leefgebied, Gebiedsstand]:
    gedaan: dict[Leefgebied, list[Actiefeit]] = defaultdict(list)
    for rij in gegevens.acties:
        gedaan[Leefgebied(rij.leefgebied)].append(als_feit(rij))
    afwijkingen = {(Leefgebied(r.leefgebied), r.op_ontslag): r for r in gegevens.afwijkingen}
    return {
        gebied: _stand(
            gegevens.gezegd[gebied],
            gedaan[gebied],
            {op: afwijkingen.get((gebied, op)) for op in (False, True)},
            dossier,
            vandaag,
        )
        for gebied in Leefgebied
        if gebied.value in gegevens.open_
    }


def ontslagdag(dossier: Dossier) -> date | None:
    """The day of release to reckon with: the real one, or else the earliest expected."""
    return dossier.einde or dossier.einde_vroegst or dossier.einde_laatst


def als_feit(rij: Actie) -> Actiefeit:
    """An action of the plan as the rules look at it."""
    return Actiefeit(
        leefgebied=Leefgebied(rij.leefgebied),
        staat=Actiestaat(rij.staat),
        herkomst=Actieherkomst(rij.herkomst),
        kader=Actiekader(rij.kader),
        sjabloon=rij.sjabloon,
        begin=rij.begin,
        uiterlijk=rij.uiterlijk,
        klaar_op=rij.klaar_op,
        draagt=rij.draagt,
    )


def _stand(
    gezegd: Gebiedsantwoorden,
    acties: list[Actiefeit],
    afwijkingen: dict[bool, Standafwijking | None],
    dossier: Dossier,
    vandaag: date,
) -> Gebiedsstand:
    gebied, wat, ontslag = gezegd.leefgebied, gezegd.antwoorden, ontslagdag(dossier)
    uiterlijk = None if dossier.einde else dossier.einde_laatst
    return Gebiedsstand(
        leefgebied=gebied,
        regel_nu=stand(gebied, wat, acties, vandaag),
        regel_ontslag=stand_op_ontslag(gebied, wat, acties, vandaag, ontslag, uiterlijk),
        ontslag=ontslag,
        afwijking_nu=afwijkingen[False],
        afwijking_ontslag=afwijkingen[True],
        gemeten=gezegd.gemeten,
    )


def _open_gebieden(dossiers: Iterable[UUID]) -> dict[UUID, set[str]]:
    nummers = list(dossiers)
    uit: dict[UUID, set[str]] = {nummer: set() for nummer in nummers}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d, c FROM unnest(%s::uuid[]) d, unnest(%s::text[]) c"
            " WHERE (SELECT kern_verwerkt()) OR delen_ziet(d, ARRAY[c])",
            [nummers, [gebied.value for gebied in Leefgebied]],
        )
        for nummer, gebied in cursor.fetchall():
            uit[nummer].add(gebied)
    return uit


def _acties(dossiers: Iterable[UUID]) -> dict[UUID, list[Actie]]:
    uit: dict[UUID, list[Actie]] = defaultdict(list)
    for rij in Actie.objects.filter(dossier__in=list(dossiers)):
        uit[rij.dossier_id].append(rij)
    return uit


def _afwijkingen(dossiers: Iterable[UUID]) -> dict[UUID, list[Standafwijking]]:
    uit: dict[UUID, list[Standafwijking]] = defaultdict(list)
    rijen = Standafwijking.objects.filter(dossier__in=list(dossiers), beeindigd_op__isnull=True)
    for rij in rijen:
        uit[rij.dossier_id].append(rij)
    return uit
