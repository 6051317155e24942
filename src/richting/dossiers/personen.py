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
from uuid import UUID

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
GEGEVENS = """
SELECT p.bsn, k.waarde, p.naamsleutel, p.geboortedatum
FROM dossiers_dossier d JOIN dossiers_persoonsgegevens p ON p.dossier_id = d.id
LEFT JOIN dossiers_ketenkenmerk k ON k.dossier_id = d.id AND k.soort = 'skn'
WHERE d.justitiabele_id = %s AND d.id IS DISTINCT FROM %s ORDER BY d.begin, d.nummer
"""
"""What the stays of a person tell, the earliest first; without one of them."""
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

    Who is known gets the details of the stay by `volg_verblijven`, when its rows are written.
    A BSN that differs outweighs an SKN that is the same: then it is a new person and a proposal.
    """
    sleutel = naamsleutel(persoon)
    kandidaten = _kandidaten(werk, persoon)
    op_bsn = next((k for k in kandidaten if persoon.bsn and k.bsn == persoon.bsn), None)
    op_skn = next((k for k in kandidaten if persoon.skn and k.skn == persoon.skn), None)
    zelfde = op_bsn or op_skn
    if zelfde and not (zelfde.bsn and persoon.bsn and zelfde.bsn != persoon.bsn):
        ander = [op_skn] if op_bsn and op_skn and hoofd(op_bsn).pk != hoofd(op_skn).pk else []
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
    alleen = not volg_verblijven(werk, was, zonder=dossier.pk)
    anderen = [k for k in _kandidaten(werk, nieuw) if k.pk != was.pk]
    if alleen and not any(_zelfde_nummer(k, nieuw) for k in anderen):
        volg_verblijven(werk, was)
        lijkt_op = [k for k in anderen if not _sluit_uit(k, nieuw)]
        return Gevonden(was, False, lijkt_op, "Dezelfde naam en geboortedatum.")
    gevonden = zoek_of_maak(werk, nieuw)
    if gevonden.justitiabele.pk != was.pk:
        werk.stapel.schrijf()
        Dossier.objects.filter(pk=dossier.pk).update(justitiabele=gevonden.justitiabele)
        dossier.justitiabele = gevonden.justitiabele
    volg_verblijven(werk, gevonden.justitiabele)
    return gevonden


def volg_verblijven(werk: Werk, wie: Justitiabele, zonder: UUID | None = None) -> bool:
    """The details of a person are what its stays tell now, whichever came in first; whether it has
    one. Of what was mended, or of a stay that left, nothing stays behind.

    The number of the earliest stay that tells one, the name of the last; an SKN that somebody else
    has stays there. The rows of the stays are written before. Three queries, one when it differs.
    """
    rij = Justitiabele.objects.select_for_update(no_key=True).get(pk=wie.pk)
    verteld = _verteld(wie.pk, zonder)
    nu = verteld or (None, None, "", None)
    anders = (rij.bsn, rij.skn, rij.naamsleutel, rij.geboortedatum) != nu
    wie.bsn, wie.skn, wie.naamsleutel, wie.geboortedatum = nu
    if anders:
        wie.save(update_fields=["bsn", "skn", "naamsleutel", "geboortedatum"])
        niemand = werk.geheugen.get(NIEMAND, ())
        heeft = set(_kenmerken(nu))
        werk.geheugen[NIEMAND] = {een for een in niemand if heeft.isdisjoint(_kenmerken(een))}
    return verteld is not None


def _verteld(wie: UUID, zonder: UUID | None) -> Herkenning | None:
    """What the stays of a person tell together; None when there is none. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(GEGEVENS, [wie, zonder])
        rijen = cursor.fetchall()
    if not rijen:
        return None
    bsns, skns, namen, dagen = zip(*rijen, strict=True)
    skn = next(filter(None, skns), None)
    if skn and Justitiabele.objects.filter(skn=skn).exclude(pk=wie).exists():
        skn = None
    dag = next(filter(None, reversed(dagen)), None)
    return next(filter(None, bsns), None), skn, namen[-1], dag


def _zelfde_nummer(kandidaat: Justitiabele, persoon: Persoon) -> bool:
    return bool(
        (persoon.bsn and kandidaat.bsn == persoon.bsn)
        or (persoon.skn and kandidaat.skn == persoon.skn)
    )


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
