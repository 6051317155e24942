"""Load the reference data: organisations, their desks and regions; again when the files change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings

from richting.akkoord.woorden import Loketsoort
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen import loketboek
from richting.partijen.models import Loket, Organisatie, Regio
from richting.partijen.referentie import Naslag, Partijregel, lees, mappen

VELDEN = ("soort", "naam", "plaats", "regio", "geldig_van", "geldig_tot", "bron", "label")
REGIOVELDEN = ("soort", "naam", "bron", "label")
GENOEMD = 200
"""How many new codes one journal row names; changed rows it names all."""


@dataclass(frozen=True)
class Verschil:
    """One row that differs from the files: new when `voor` is empty, else what changes."""

    code: str
    naam: str
    voor: dict[str, str]
    na: dict[str, str]

    @property
    def nieuw(self) -> bool:
        """The database does not know this row yet."""
        return not self.voor


def verschillen(naslag: Naslag) -> list[Verschil]:
    """What loading these files would add or change. Three queries, no writing."""
    bekend = {rij.code: rij for rij in Organisatie.objects.select_related("opvolger")}
    regios = {rij.code: rij for rij in Regio.objects.all()}
    gevonden = [_verschil(r, bekend.get(r.code), (*VELDEN, "opvolger")) for r in naslag.partijen]
    gevonden += [_verschil(r, regios.get(r.code), REGIOVELDEN) for r in naslag.regios]
    return [verschil for verschil in gevonden if verschil is not None]


def eigen_naslag() -> Naslag:
    """The files of the program and of this installation. Raises FouteGegevens."""
    return lees(*mappen(settings.OMGEVING.naslag))


def laad_referentie(nu: datetime, naslag: Naslag | None = None) -> list[Verschil]:
    """Bring organisations, desks and regions in line with the files; returns what changed.

    Each change stands in the journal, with the values before and after. What staff set on a desk
    (name, mailbox, telephone, closed) stays. Nothing is removed. Clausule 1.2, 8.1.
    """
    naslag = naslag or eigen_naslag()
    with verwerking(_wie(nu)) as werk:
        anders = verschillen(naslag)
        codes = {verschil.code for verschil in anders}
        _zet_regios([r for r in naslag.regios if r.code in codes])
        _zet_partijen([r for r in naslag.partijen if r.code in codes])
        loketten = _loketten(naslag.partijen, nu.date())
        if anders or loketten:
            gewijzigd = [verschil for verschil in anders if not verschil.nieuw]
            nieuw = sorted(codes - {verschil.code for verschil in gewijzigd})
            na: dict[str, Any] = {"nieuw": len(nieuw), "codes": nieuw[:GENOEMD]}
            na |= {"loketten": loketten, "gewijzigd": {v.code: v.na for v in gewijzigd}}
            voor = {"gewijzigd": {v.code: v.voor for v in gewijzigd}}
            werk.noteer(None, "referentie_geladen", "beheer", voor=voor, na=na)
    loketboek.gewijzigd()
    return anders


def _wie(nu: datetime) -> Wie:
    """The program itself, in the chain of the functional manager's desk, who reads what changed."""
    wie, loket = systeem_zelf("naslag", nu), Loket.objects.filter(soort=Loketsoort.BEHEER).first()
    return replace(wie, loket=loket.pk, loketsoort=loket.soort) if loket else wie


def _verschil(regel: Any, rij: Any, velden: Sequence[str]) -> Verschil | None:
    na = {naam: _tekst(getattr(regel, naam)) for naam in velden}
    if rij is None:
        return Verschil(regel.code, regel.naam, {}, na)
    was = {naam: _tekst(getattr(rij, naam)) for naam in velden}
    anders = [naam for naam in velden if was[naam] != na[naam]]
    if not anders:
        return None
    voor, na = ({naam: deel[naam] for naam in anders} for deel in (was, na))
    return Verschil(regel.code, regel.naam, voor, na)


def _tekst(waarde: Any) -> str:
    """A value as files and journal write it."""
    if isinstance(waarde, Organisatie):
        return waarde.code
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde or "")


def _zet_regios(regels: Sequence[Any]) -> None:
    Regio.objects.bulk_create(
        (Regio(code=r.code, **{naam: getattr(r, naam) for naam in REGIOVELDEN}) for r in regels),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=REGIOVELDEN,
    )


def _zet_partijen(regels: Sequence[Partijregel]) -> None:
    Organisatie.objects.bulk_create(
        (Organisatie(code=r.code, **{naam: getattr(r, naam) for naam in VELDEN}) for r in regels),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=VELDEN,
    )
    nummers = dict(Organisatie.objects.values_list("code", "pk"))
    rijen = [
        Organisatie(pk=nummers[regel.code], opvolger_id=nummers.get(regel.opvolger))
        for regel in regels
    ]
    Organisatie.objects.bulk_update(rijen, ["opvolger"])


def _loketten(regels: Sequence[Partijregel], vandaag: date) -> int:
    nummers = dict(Organisatie.objects.values_list("code", "pk"))
    bekend = set(Loket.objects.values_list("organisatie__code", "soort"))
    nieuw = [
        Loket(organisatie_id=nummers[regel.code], soort=soort.value, naam=naam)
        for regel in regels
        for soort, naam in regel.loketten(vandaag)
        if (regel.code, soort.value) not in bekend
    ]
    Loket.objects.bulk_create(nieuw)
    return len(nieuw)
