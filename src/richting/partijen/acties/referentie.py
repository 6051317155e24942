"""Load the reference data: organisations and their desks; again whenever the files change."""

from __future__ import annotations

from datetime import datetime

from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen import loketboek
from richting.partijen.models import Loket, Organisatie
from richting.partijen.referentie import Partijregel, lees

BIJWERKEN = ("soort", "naam", "plaats", "regio", "geldig_van", "geldig_tot", "bron", "label")


def laad_referentie(nu: datetime, regels: tuple[Partijregel, ...] | None = None) -> int:
    """Bring organisations and desks in line with the files; returns how many were new or changed.

    Runs as owner with every migration. What staff set on a desk (name, mailbox, telephone, closed)
    stays. Clausule 1.2, 8.1.
    """
    regels = lees() if regels is None else regels
    with verwerking(systeem_zelf("migreer", nu)) as werk:
        aantal = _organisaties(regels) + _loketten(regels)
        if aantal:
            werk.noteer(None, "referentie_geladen", "beheer", na={"aantal": aantal})
    loketboek.gewijzigd()
    return aantal


def _organisaties(regels: tuple[Partijregel, ...]) -> int:
    bekend = {rij.code: rij for rij in Organisatie.objects.all()}
    anders = [regel for regel in regels if _verschilt(regel, bekend.get(regel.code))]
    Organisatie.objects.bulk_create(
        (Organisatie(code=r.code, **{n: getattr(r, n) for n in BIJWERKEN}) for r in anders),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=BIJWERKEN,
    )
    nummers = dict(Organisatie.objects.values_list("code", "pk"))
    for regel in regels:
        if regel.opvolger:
            Organisatie.objects.filter(code=regel.code).exclude(
                opvolger=nummers[regel.opvolger]
            ).update(opvolger=nummers[regel.opvolger])
            Organisatie.objects.filter(code=regel.code, opvolger=None).update(
                opvolger=nummers[regel.opvolger]
            )
    return len(anders)


def _verschilt(regel: Partijregel, rij: Organisatie | None) -> bool:
    return rij is None or any(getattr(rij, naam) != getattr(regel, naam) for naam in BIJWERKEN)


def _loketten(regels: tuple[Partijregel, ...]) -> int:
    nummers = dict(Organisatie.objects.values_list("code", "pk"))
    bekend = set(Loket.objects.values_list("organisatie__code", "soort"))
    nieuw = [
        Loket(organisatie_id=nummers[regel.code], soort=soort.value, naam=naam)
        for regel in regels
        for soort, naam in regel.loketten()
        if (regel.code, soort.value) not in bekend
    ]
    Loket.objects.bulk_create(nieuw)
    return len(nieuw)
