"""Between the rule of who directs and its rows: moments, parties and desks. No writing here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import (
    CATEGORIE,
    Afspraak,
    Regieherkomst,
    Regietaak,
    Stand,
    verloop,
    vervolg,
)
from richting.akkoord.woorden import Loketsoort
from richting.kern.context import Wie
from richting.kern.klok import AMSTERDAM
from richting.partijen.overzichten import loketten_voor
from richting.regie.models import Regietijdvak

TEL = timedelta(microseconds=1)
"""The shortest time somebody holds a task: two changes in one moment keep their order."""
Afspraken = Mapping[Regietaak, Sequence[Afspraak]]


@dataclass(frozen=True)
class Verschil:
    """What must go (ahead only) and what must come for one dossier."""

    weg: list[Regietijdvak]
    erbij: list[Regietijdvak]


def middernacht(dag: date) -> datetime:
    """The moment a day begins in the Netherlands."""
    return datetime.combine(dag, time.min, AMSTERDAM)


def partij(soort: str, organisatie: str) -> Partij | None:
    """The party that two columns name; None for nobody."""
    return Partij(Loketsoort(soort), organisatie) if organisatie else None


def als_stand(rij: Regietijdvak) -> Stand:
    """A row as the rules know it."""
    return Stand(
        partij(rij.soort, rij.organisatie),
        rij.code,
        rij.zin_nu,
        Regieherkomst(rij.herkomst),
        partij(rij.regel_soort, rij.regel_organisatie),
        rij.overdracht,
        rij.reden,
    )


def als_rij(
    dossier: UUID, taak: Regietaak, vanaf: datetime, stand: Stand, wie: Wie
) -> Regietijdvak:
    """A row that says that from a moment on this is who holds the task."""
    loket = loket_van(stand.partij, vanaf.astimezone(AMSTERDAM).date())
    return Regietijdvak(
        dossier_id=dossier,
        taak=taak.value,
        vanaf=vanaf,
        loket_id=loket,
        soort=stand.partij.loketsoort.value if stand.partij else "",
        organisatie=stand.partij.organisatie if stand.partij else "",
        code=stand.code,
        zin=stand.zin,
        herkomst=stand.herkomst.value,
        regel_soort=stand.regel.loketsoort.value if stand.regel else "",
        regel_organisatie=stand.regel.organisatie if stand.regel else "",
        overdracht=stand.overdracht,
        reden=stand.reden,
        door=wie.naam,
        medewerker=wie.medewerker,
        vastgesteld_op=wie.nu
        if vanaf.astimezone(AMSTERDAM).date() > wie.vandaag
        else max(wie.nu, vanaf),
        categorie=CATEGORIE[taak].value,
    )


def loket_van(wie: Partij | None, op: date) -> int | None:
    """The desk of a party on a day, if it has one here. No query in the usual case."""
    return loketten_voor([wie], op).get(wie) if wie else None


def geldend(rijen: Iterable[Regietijdvak], op: datetime) -> Regietijdvak | None:
    """The row that holds at a moment: the latest that began."""
    return max((r for r in rijen if r.vanaf <= op), key=lambda r: r.vanaf, default=None)


def volgend_moment(rijen: Iterable[Regietijdvak], wie: Wie) -> datetime:
    """Now, or just after the last row that took effect: who comes later holds the task later."""
    begonnen = [rij.vanaf for rij in rijen if rij.vanaf <= rij.vastgesteld_op]
    return max(wie.nu, *(vanaf + TEL for vanaf in begonnen)) if begonnen else wie.nu


def houders_van(dossier: UUID, wie: Wie) -> dict[Regietaak, Partij]:
    """Who holds each task at this moment, as stored and as far as the reader may see. One query."""
    rijen: dict[str, list[Regietijdvak]] = {}
    for rij in Regietijdvak.objects.filter(dossier=dossier):
        rijen.setdefault(rij.taak, []).append(rij)
    uit: dict[Regietaak, Partij] = {}
    for taak, alle in rijen.items():
        nu = geldend(alle, volgend_moment(alle, wie))
        houder = partij(nu.soort, nu.organisatie) if nu else None
        if houder:
            uit[Regietaak(taak)] = houder
    return uit


def verschil(
    dossier: UUID,
    feiten: Feiten,
    staand: Sequence[Regietijdvak],
    afspraken: Afspraken,
    wie: Wie,
    aannames: Aannames,
) -> Verschil:
    """What the facts ask of the rows of one dossier. No query. Clausule 1.5, 1.6, 1.7, 1.8."""
    weg: list[Regietijdvak] = []
    erbij: list[Regietijdvak] = []
    for taak in Regietaak:
        eigen = [rij for rij in staand if rij.taak == taak]
        nieuw = _rijen(dossier, taak, feiten, eigen, afspraken.get(taak, ()), wie, aannames)
        oud = [rij for rij in eigen if vooruit(rij, wie.vandaag)]
        if [_inhoud(rij) for rij in oud] == [_inhoud(rij) for rij in nieuw]:
            continue
        weg += oud
        erbij += nieuw
    return Verschil(weg, erbij)


def vooruit(rij: Regietijdvak, vandaag: date) -> bool:
    """The row lies ahead: it was written before its day, and that day has not come."""
    return rij.vanaf > rij.vastgesteld_op and rij.vanaf >= middernacht(vandaag + timedelta(days=1))


def _rijen(
    dossier: UUID,
    taak: Regietaak,
    feiten: Feiten,
    staand: list[Regietijdvak],
    afspraken: Sequence[Afspraak],
    wie: Wie,
    aannames: Aannames,
) -> list[Regietijdvak]:
    """The rows of one task from now on; for a dossier without rows, from its begin on."""
    begonnen = [rij for rij in staand if not vooruit(rij, wie.vandaag)]
    begin = min(feiten.begin, feiten.bekend_sinds)
    if not begonnen:
        stukken = vervolg(None, verloop(taak, feiten, begin, aannames), afspraken)
        return [als_rij(dossier, taak, middernacht(dag), s, wie) for dag, s in stukken]
    eerste = begonnen[0].vanaf
    ervoor = [
        als_rij(dossier, taak, middernacht(dag), stand, wie)
        for dag, stand in _ervoor(taak, feiten, begin, eerste, aannames)
    ]
    nu = als_stand(begonnen[-1])
    moment = volgend_moment(begonnen, wie)
    komend = nog_te_gaan(afspraken, begonnen, wie.vandaag)
    return ervoor + [
        als_rij(dossier, taak, moment if dag <= wie.vandaag else middernacht(dag), stand, wie)
        for dag, stand in vervolg(nu, verloop(taak, feiten, wie.vandaag, aannames), komend)
    ]


def nog_te_gaan(
    afspraken: Iterable[Afspraak], begonnen: Iterable[Regietijdvak], vandaag: date
) -> list[Afspraak]:
    """The handovers that can still happen: what happened today is not done again. Clausule 1.7."""
    gebeurd = {rij.overdracht for rij in begonnen}
    return [een for een in afspraken if een.dag > vandaag or een.overdracht not in gebeurd]


def _ervoor(
    taak: Regietaak, feiten: Feiten, begin: date, eerste: datetime, aannames: Aannames
) -> list[tuple[date, Stand]]:
    """A begin that was mended to an earlier day: who held the task until the first row."""
    if middernacht(begin) >= eerste:
        return []
    stukken = vervolg(None, verloop(taak, feiten, begin, aannames))
    return [(dag, stand) for dag, stand in stukken if middernacht(dag) < eerste]


def _inhoud(rij: Regietijdvak) -> tuple[object, ...]:
    return (rij.vanaf, als_stand(rij))
