"""Finding the person behind a stay: on BSN, on SKN, and otherwise only by a human.

Name and date of birth never join two persons; they only propose it (`Koppelvoorstel`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Case, Q, When

from richting.dossiers.models import Dossier, Justitiabele
from richting.dossiers.stand import Persoon
from richting.kern.werk import Werk

Herkenning = tuple[str | None, str | None, str, date | None]
MEESTE_VOORSTELLEN = 5
STAPPEN = 16
IS_ER_IEMAND = """
SELECT n FROM unnest(%s::text[], %s::text[], %s::text[], %s::date[])
    WITH ORDINALITY AS p(bsn, skn, naam, dag, n)
WHERE EXISTS (SELECT FROM dossiers_justitiabele j WHERE j.bsn = p.bsn)
    OR EXISTS (SELECT FROM dossiers_justitiabele j WHERE j.skn = p.skn)
    OR EXISTS (SELECT FROM dossiers_justitiabele j
        WHERE j.naamsleutel = p.naam AND j.geboortedatum = p.dag)
"""
NIEMAND = "niemand_lijkt_op"
"""In the memory of a unit of work: by what persons are recognised that nobody looks like."""


@dataclass
class Gevonden:
    """The person of a stay, whether it is a new one, and who might be the same."""

    justitiabele: Justitiabele
    nieuw: bool
    lijkt_op: list[Justitiabele] = field(default_factory=list)
    reden: str = ""


def normaal(tekst: str) -> str:
    """Letters and digits only, lower case, without accents: how names are compared."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if teken.isalnum())


def naamsleutel(persoon: Persoon) -> str:
    """Surname, and first given name after a space: what search and comparison use."""
    eerste = persoon.voornamen.split()[:1]
    return " ".join(
        deel for deel in (normaal(persoon.geslachtsnaam), *map(normaal, eerste)) if deel
    )


def hoofd(justitiabele: Justitiabele) -> Justitiabele:
    """The person that stays after all merges."""
    for _stap in range(STAPPEN):
        volgende = justitiabele.samengevoegd_met
        if volgende is None:
            break
        justitiabele = volgende
    return justitiabele


def zoek_vooraf(werk: Werk, personen: Iterable[Persoon]) -> None:
    """Find out which of these persons look like nobody: known here, or one of these. One query.

    Nearly all do. So `zoek_of_maak` need not ask for each, until somebody's details change.
    """
    alle = [herkenning(persoon) for persoon in personen]
    keren = Counter(kenmerk for wie in alle for kenmerk in _kenmerken(wie))
    alleen = {wie for wie in alle if all(keren[kenmerk] == 1 for kenmerk in _kenmerken(wie))}
    werk.geheugen[NIEMAND] = alleen - _die_er_zijn(alleen)


def zoek_of_maak(werk: Werk, persoon: Persoon) -> Gevonden:
    """The person with this BSN or SKN, or a new one, which waits on the pile. One query to find.

    A BSN that differs outweighs an SKN that is the same: then it is a new person and a proposal.
    """
    sleutel = naamsleutel(persoon)
    kandidaten = _kandidaten(werk, persoon)
    op_bsn = next((k for k in kandidaten if persoon.bsn and k.bsn == persoon.bsn), None)
    op_skn = next((k for k in kandidaten if persoon.skn and k.skn == persoon.skn), None)
    zelfde = op_bsn or op_skn
    if zelfde and not (zelfde.bsn and persoon.bsn and zelfde.bsn != persoon.bsn):
        ander = [op_skn] if op_bsn and op_skn and hoofd(op_bsn).pk != hoofd(op_skn).pk else []
        _vul_aan(zelfde, persoon, sleutel, bezet=bool(op_skn))
        return Gevonden(zelfde, False, ander, "BSN en SKN wijzen naar twee personen.")
    nieuw = Justitiabele(
        id=werk.stapel.sleutel(),
        bsn=persoon.bsn,
        skn=None if op_skn else persoon.skn,
        naamsleutel=sleutel,
        geboortedatum=persoon.geboortedatum,
        aangemaakt_op=werk.wie.nu,
    )
    werk.stapel.voeg_toe([nieuw])
    if op_skn:
        return Gevonden(nieuw, True, [op_skn], "Hetzelfde SKN, maar een ander BSN.")
    lijkt_op = [k for k in kandidaten if not _sluit_uit(k, persoon)]
    return Gevonden(nieuw, True, lijkt_op, "Dezelfde naam en geboortedatum.")


def herkenning(persoon: Persoon) -> Herkenning:
    """By what a person is recognised: while this stays the same, nothing has to be matched."""
    return persoon.bsn, persoon.skn, naamsleutel(persoon), persoon.geboortedatum


def herken(werk: Werk, dossier: Dossier, nieuw: Persoon) -> Gevonden:
    """The person of a dossier after the details by which one is recognised were mended.

    Who has no other dossier is mended in place, unless the numbers are those of somebody known:
    then the dossier moves there, and of the person it leaves no details stay.
    """
    werk.geheugen.pop(NIEMAND, None)
    was = dossier.justitiabele
    alleen = not Dossier.objects.filter(justitiabele=was).exclude(pk=dossier.pk).exists()
    anderen = [k for k in _kandidaten(werk, nieuw) if k.pk != was.pk]
    bekend = any(_zelfde_nummer(k, nieuw) for k in anderen)
    if alleen:
        _zet(was, None if bekend else nieuw)
        if not bekend:
            lijkt_op = [k for k in anderen if not _sluit_uit(k, nieuw)]
            return Gevonden(was, False, lijkt_op, "Dezelfde naam en geboortedatum.")
    gevonden = zoek_of_maak(werk, nieuw)
    if gevonden.justitiabele.pk != was.pk:
        werk.stapel.schrijf()
        Dossier.objects.filter(pk=dossier.pk).update(justitiabele=gevonden.justitiabele)
        dossier.justitiabele = gevonden.justitiabele
    return gevonden


def _zelfde_nummer(kandidaat: Justitiabele, persoon: Persoon) -> bool:
    return bool(
        (persoon.bsn and kandidaat.bsn == persoon.bsn)
        or (persoon.skn and kandidaat.skn == persoon.skn)
    )


def _zet(wie: Justitiabele, persoon: Persoon | None) -> None:
    """The details of this person are now these, or none."""
    wie.bsn = persoon.bsn if persoon else None
    wie.skn = persoon.skn if persoon else None
    wie.naamsleutel = naamsleutel(persoon) if persoon else ""
    wie.geboortedatum = persoon.geboortedatum if persoon else None
    wie.save()


def _kenmerken(wie: Herkenning) -> list[tuple[str, Any]]:
    """Each thing that two persons may have in common, when it is known."""
    bsn, skn, naam, dag = wie
    alle = (("bsn", bsn), ("skn", skn), ("naam", (naam, dag) if dag else None))
    return [(soort, waarde) for soort, waarde in alle if waarde]


def _die_er_zijn(gezocht: Iterable[Herkenning]) -> set[Herkenning]:
    """Of these, whom somebody looks like. One query."""
    alle = list(gezocht)
    if not alle:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(IS_ER_IEMAND, [list(kolom) for kolom in zip(*alle, strict=True)])
        return {alle[nummer - 1] for (nummer,) in cursor.fetchall()}


def _kandidaten(werk: Werk, persoon: Persoon) -> list[Justitiabele]:
    """Who has one of these numbers first: many of one name must not push them off the list.

    Nearly always nobody: then the cheap question, asked before for many at once, was enough.
    """
    wie = herkenning(persoon)
    if wie in werk.geheugen.get(NIEMAND, ()):
        return []
    werk.stapel.schrijf()
    if not _die_er_zijn([wie]):
        return []
    sleutel = naamsleutel(persoon)
    gezocht = Q(pk__in=[])
    if persoon.bsn:
        gezocht |= Q(bsn=persoon.bsn)
    if persoon.skn:
        gezocht |= Q(skn=persoon.skn)
    if persoon.geboortedatum:
        gezocht |= Q(naamsleutel=sleutel, geboortedatum=persoon.geboortedatum)
    nummers = (("bsn", persoon.bsn), ("skn", persoon.skn))
    eerst = [When(**{naam: nummer}, then=0) for naam, nummer in nummers if nummer]
    return list(
        Justitiabele.objects.filter(gezocht)
        .select_related("samengevoegd_met")
        .order_by(*([Case(*eerst, default=1)] if eerst else []), "aangemaakt_op", "pk")[
            : MEESTE_VOORSTELLEN + 2
        ]
    )


def _sluit_uit(kandidaat: Justitiabele, persoon: Persoon) -> bool:
    """Two different BSNs are two persons."""
    return bool(kandidaat.bsn and persoon.bsn and kandidaat.bsn != persoon.bsn)


def _vul_aan(bekend: Justitiabele, persoon: Persoon, sleutel: str, *, bezet: bool) -> None:
    """What a later message adds: a number that was missing, a name that changed."""
    voor = (bekend.bsn, bekend.skn, bekend.naamsleutel, bekend.geboortedatum)
    bekend.bsn = bekend.bsn or persoon.bsn
    if not bezet:
        bekend.skn = bekend.skn or persoon.skn
    bekend.naamsleutel = sleutel
    bekend.geboortedatum = persoon.geboortedatum or bekend.geboortedatum
    if voor != (bekend.bsn, bekend.skn, bekend.naamsleutel, bekend.geboortedatum):
        bekend.save()
