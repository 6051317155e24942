"""Which dossiers are of one person, and which stay came before which.

Two persons are one as long as a human said so (`Koppelvoorstel`); the pointers and the links to the
stay before follow from that and from the dossiers, never from the order in which all came in.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from richting.dossiers.models import Dossier, Justitiabele, Koppelvoorstel

Banden = dict[UUID, set[UUID]]


def herleg(persoon: Justitiabele) -> None:
    """Point every dossier of this person at the open one that began before it.

    Locks the person, so that two stays that come in at once see each other. Two queries, and one
    for each link that changes.
    """
    hoofd = persoon.samengevoegd_met_id or persoon.pk
    list(Justitiabele.objects.select_for_update(no_key=True).filter(pk=hoofd).values_list("pk"))
    van_deze = Q(justitiabele=hoofd) | Q(justitiabele__samengevoegd_met=hoofd)
    rijen = Dossier.objects.filter(van_deze).order_by("begin", "nummer")
    alle = list(rijen.values_list("pk", "begin", "status", "vorig"))
    for nummer, begin, _status, vorig in alle:
        eerder = [pk for pk, dag, status, _v in alle if status == Dossier.OPEN and dag < begin]
        nieuw = eerder[-1] if eerder else None
        if vorig != nieuw:
            Dossier.objects.filter(pk=nummer).update(vorig=nieuw)


def verbind(personen: Iterable[UUID]) -> None:
    """Make the pointers of these persons, and of all who are one with them, what was decided.

    The oldest of a group stays; the others point at it. Then their dossiers are linked anew.
    """
    banden = _banden(set(personen))
    rijen = Justitiabele.objects.select_for_update(no_key=True).filter(pk__in=banden)
    per_nummer = {rij.pk: rij for rij in rijen.order_by("pk")}
    hoofden = [_wijs_aan([per_nummer[nr] for nr in groep]) for groep in _groepen(banden)]
    for hoofd in hoofden:
        herleg(hoofd)


def _wijs_aan(groep: list[Justitiabele]) -> Justitiabele:
    """The oldest of a group, at whom the others point from now on."""
    hoofd, *anderen = sorted(groep, key=lambda persoon: (persoon.aangemaakt_op, persoon.pk))
    for lid, doel in ((hoofd, None), *((ander, hoofd.pk) for ander in anderen)):
        if lid.samengevoegd_met_id != doel:
            lid.samengevoegd_met_id = doel
            lid.save(update_fields=["samengevoegd_met"])
    return hoofd


def _banden(personen: set[UUID]) -> Banden:
    """Everybody who is one with one of these, each with whom a decision joined them directly."""
    banden: Banden = {persoon: set() for persoon in personen}
    nieuw = personen
    while nieuw:
        gezocht = Q(nieuw__in=nieuw) | Q(bestaand__in=nieuw)
        paren = Koppelvoorstel.objects.filter(gezocht, status=Koppelvoorstel.SAMENGEVOEGD)
        al = set(banden)
        for een, ander in paren.values_list("nieuw", "bestaand"):
            banden.setdefault(een, set()).add(ander)
            banden.setdefault(ander, set()).add(een)
        nieuw = set(banden) - al
    return banden


def _groepen(banden: Banden) -> list[set[UUID]]:
    groepen: list[set[UUID]] = []
    over = set(banden)
    while over:
        groep: set[UUID] = set()
        rand = {over.pop()}
        while rand:
            groep |= rand
            rand = {buur for lid in rand for buur in banden[lid]} - groep
        over -= groep
        groepen.append(groep)
    return groepen
