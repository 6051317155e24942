"""Reading regional agreements: those of the own desk, of the own organisation, or all of them.

No personal data, so no reading to record. Who may: the desks that are a party, the privacy officer
of their organisations, and the functional manager. Clausule 6.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.regioafspraken import Afspraakstand
from richting.akkoord.woorden import Loketsoort
from richting.delen.models import Regioafspraak, Regioafspraakpartij
from richting.kern.context import Wie
from richting.partijen.models import Loket, Regio

MEESTE = 200
"""More agreements than one desk or region has; the list shows the newest."""
VOORRANG = {Afspraakstand.VOORGESTELD: 0, Afspraakstand.KOMT: 1, Afspraakstand.GELDT: 2}


def afspraken_van(wie: Wie) -> list[Regioafspraak]:
    """The agreements that this reader may see, with their parties, newest first. Two queries."""
    return list(_zichtbaar(wie)[:MEESTE])


def afspraak(wie: Wie, nummer: UUID) -> Regioafspraak | None:
    """One agreement with its parties; None for who may not see it. Two queries."""
    return _zichtbaar(wie).filter(pk=nummer).first()


def te_bevestigen(loket: int, op: date) -> int:
    """How many agreements were proposed to this desk and wait for its yes. One query. 6.6."""
    open_ = Q(afspraak__geldig_tot=None) | Q(afspraak__geldig_tot__gt=op)
    rijen = Regioafspraakpartij.objects.filter(
        open_, loket=loket, gebonden_vanaf=None, afspraak__ingetrokken_op=None
    )
    return rijen.count()


def geldende(op: date) -> list[Regioafspraak]:
    """The agreements in force on a day, by name, for the register of processings. Two queries."""
    rijen = _met_partijen().filter(ingetrokken_op=None, geldig_vanaf__lte=op).order_by("naam", "pk")
    return [rij for rij in rijen if rij.stand(op) is Afspraakstand.GELDT]


def te_kiezen(wet: Grondslag, regio: str, eigen: int) -> dict[Loketsoort, list[tuple[str, str]]]:
    """The desks that can be a party within an article, by kind: number and name. One query.

    Of municipalities those in the region; institutions, probation and the rest work for more
    regions. The own desk goes without saying.
    """
    soorten = [soort for soort in (*wet.naar, *wet.van) if soort is not Loketsoort.VERWERKING]
    rijen = Loket.objects.filter(soort__in=soorten, actief=True, organisatie__geldig_tot=None)
    rijen = rijen.exclude(pk=eigen).filter(organisatie__regio__in=["", regio])
    uit: dict[Loketsoort, list[tuple[str, str]]] = {}
    for pk, naam, soort in rijen.order_by("naam").values_list("pk", "naam", "soort"):
        uit.setdefault(Loketsoort(soort), []).append((str(pk), naam))
    return {soort: uit[soort] for soort in dict.fromkeys(soorten) if soort in uit}


def regios() -> list[tuple[str, str]]:
    """The veiligheidsregio's: code and name. One query."""
    rijen = Regio.objects.filter(soort="veiligheidsregio").order_by("naam")
    return list(rijen.values_list("code", "naam"))


def op_stand(rijen: Iterable[Regioafspraak], op: date) -> list[Regioafspraak]:
    """What waits first, then what comes and holds, then what is over; newest first in each."""
    return sorted(rijen, key=lambda rij: VOORRANG.get(rij.stand(op), 9))


def _zichtbaar(wie: Wie) -> QuerySet[Regioafspraak]:
    rijen = _met_partijen()
    if wie.loketsoort == Loketsoort.BEHEER:
        return rijen
    if wie.loketsoort == Loketsoort.PRIVACY:
        organisatie = Loket.objects.filter(pk=wie.loket or 0).values("organisatie")
        return rijen.filter(partijen__loket__organisatie__in=organisatie).distinct()
    return rijen.filter(partijen__loket=wie.loket or 0)


def _met_partijen() -> QuerySet[Regioafspraak]:
    return Regioafspraak.objects.select_related("voorsteller").prefetch_related("partijen__loket")
