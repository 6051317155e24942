"""Finding the person behind a stay: on BSN, on SKN, and otherwise only by a human.

Name and date of birth never join two persons; they only propose it (`Koppelvoorstel`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Case, Q, When

from richting.dossiers.models import Dossier, Justitiabele
from richting.dossiers.stand import Persoon
from richting.kern.invoer import voeg_in

MEESTE_VOORSTELLEN = 5
STAPPEN = 16
IS_ER_IEMAND = """
SELECT FROM dossiers_justitiabele
WHERE bsn = %s OR skn = %s OR (naamsleutel = %s AND geboortedatum = %s) LIMIT 1
"""


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


def zoek_of_maak(persoon: Persoon, nu: datetime) -> Gevonden:
    """The person with this BSN or SKN, or a new one. One query to find, one to make.

    A BSN that differs outweighs an SKN that is the same: then it is a new person and a proposal.
    """
    sleutel = naamsleutel(persoon)
    kandidaten = _kandidaten(persoon, sleutel)
    op_bsn = next((k for k in kandidaten if persoon.bsn and k.bsn == persoon.bsn), None)
    op_skn = next((k for k in kandidaten if persoon.skn and k.skn == persoon.skn), None)
    zelfde = op_bsn or op_skn
    if zelfde and not (zelfde.bsn and persoon.bsn and zelfde.bsn != persoon.bsn):
        ander = [op_skn] if op_bsn and op_skn and hoofd(op_bsn).pk != hoofd(op_skn).pk else []
        _vul_aan(zelfde, persoon, sleutel, bezet=bool(op_skn))
        return Gevonden(zelfde, False, ander, "BSN en SKN wijzen naar twee personen.")
    nieuw = Justitiabele(
        bsn=persoon.bsn,
        skn=None if op_skn else persoon.skn,
        naamsleutel=sleutel,
        geboortedatum=persoon.geboortedatum,
        aangemaakt_op=nu,
    )
    voeg_in([nieuw], met_sleutel=True)
    if op_skn:
        return Gevonden(nieuw, True, [op_skn], "Hetzelfde SKN, maar een ander BSN.")
    lijkt_op = [k for k in kandidaten if not _sluit_uit(k, persoon)]
    return Gevonden(nieuw, True, lijkt_op, "Dezelfde naam en geboortedatum.")


def herkenning(persoon: Persoon) -> tuple[Any, ...]:
    """By what a person is recognised: while this stays the same, nothing has to be matched."""
    return persoon.bsn, persoon.skn, naamsleutel(persoon), persoon.geboortedatum


def herken(dossier: Dossier, nieuw: Persoon, nu: datetime) -> Gevonden:
    """The person of a dossier after the details by which one is recognised were mended.

    Who has no other dossier is mended in place, unless the numbers are those of somebody known:
    then the dossier moves there, and of the person it leaves no details stay.
    """
    was = dossier.justitiabele
    alleen = not Dossier.objects.filter(justitiabele=was).exclude(pk=dossier.pk).exists()
    anderen = [k for k in _kandidaten(nieuw, naamsleutel(nieuw)) if k.pk != was.pk]
    bekend = any(_zelfde_nummer(k, nieuw) for k in anderen)
    if alleen:
        _zet(was, None if bekend else nieuw)
        if not bekend:
            lijkt_op = [k for k in anderen if not _sluit_uit(k, nieuw)]
            return Gevonden(was, False, lijkt_op, "Dezelfde naam en geboortedatum.")
    gevonden = zoek_of_maak(nieuw, nu)
    if gevonden.justitiabele.pk != was.pk:
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


def _kandidaten(persoon: Persoon, sleutel: str) -> list[Justitiabele]:
    """Who has one of these numbers first: many of one name must not push them off the list.

    Nearly always nobody: then the cheap question was enough.
    """
    with connection.cursor() as cursor:
        cursor.execute(IS_ER_IEMAND, [persoon.bsn, persoon.skn, sleutel, persoon.geboortedatum])
        if not cursor.fetchall():
            return []
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
