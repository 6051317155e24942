"""A municipality that was only asked to receive somebody: it reads and answers, no more.

It has a part in the dossier only because of an open request. Every room that writes asks here
first. Clausule 5.7, 6.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.plan.woonplaats import Verzoekstaat, staat_van
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Loketsoort, Verzoekantwoord
from richting.dossiers.feiten import als_verzoek, feiten_uit_rijen
from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.dossiers.overzichten import dossier as lees_dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.partijen.fouten import KanNiet
from richting.partijen.models import Loket

ALLEEN_GEVRAAGD = _(
    "Uw gemeente is gevraagd of deze persoon bij u kan wonen. "
    "U kunt lezen wat hier staat. Iets vastleggen kan pas als u ja zegt."
)
EERST_ANTWOORD = _("Deze gemeente moet eerst zeggen of deze persoon daar kan wonen.")
EERST_JA = _(
    "Uw gemeente is gevraagd of deze persoon bij u kan wonen. Antwoord eerst daarop. "
    "Over de plek antwoordt u als u ja hebt gezegd."
)
_OPEN = frozenset({Verzoekstaat.GEVRAAGD, Verzoekstaat.MEER_NODIG})
_ONBEANTWOORD = ("", Verzoekantwoord.MEER_NODIG.value)


def gemeente_van(loket: int | None) -> str:
    """The municipality whose aftercare desk this is, "" for any other desk. One query."""
    rijen = Loket.objects.filter(pk=loket or 0, soort=Loketsoort.NAZORG.value)
    return str(rijen.values_list("organisatie__code", flat=True).first() or "")


def alleen_gevraagd(dossier: Dossier, loket: int | None, op: date) -> bool:
    """This desk has a part in the dossier only because its municipality was asked.

    `dossier` as `dossiers.overzichten.dossier` gives it. No query unless a request is open.
    Clausule 5.7.
    """
    gevraagd = alleen_gevraagde_gemeenten(dossier, op)
    return bool(gevraagd) and gemeente_van(loket) in gevraagd


def alleen_gevraagde_gemeenten(dossier: Dossier, op: date) -> set[str]:
    """The municipalities of which this is so, by code. No query."""
    open_ = {
        rij.gemeente for rij in dossier.verzoeken.all() if staat_van(als_verzoek(rij)) in _OPEN
    }
    if not open_:
        return set()
    gemeenten = in_beeld(feiten_uit_rijen(dossier), op, aannames_op(op))
    return open_ - {een.gemeente for een in gemeenten}


def waar_alleen_gevraagd(wie: Wie, dossiers: Iterable[UUID]) -> set[UUID]:
    """In which of these this is so of the acting desk. One query unless a request is open."""
    if wie.loketsoort != Loketsoort.NAZORG:
        return set()
    return set(_waar(wie.loket, wie.vandaag, dossiers))


def loket_alleen_gevraagd(loket: int | None, op: date, dossier: UUID) -> bool:
    """The same of any desk, in a unit of work. One query unless a request is open."""
    return any(_waar(loket, op, [dossier]))


def _waar(loket: int | None, op: date, dossiers: Iterable[UUID]) -> Iterator[UUID]:
    open_ = Gemeenteverzoek.objects.filter(
        dossier__in=list(dossiers), ingetrokken_op=None, antwoord__in=_ONBEANTWOORD
    )
    for nummer in set(open_.values_list("dossier", flat=True)):
        rij = lees_dossier(nummer)
        if rij is not None and alleen_gevraagd(rij, loket, op):
            yield nummer


def check_zei_ja(wie: Wie, *dossiers: UUID, zin: str = ALLEEN_GEVRAAGD) -> None:
    """In a unit of work: raises KanNiet when the acting desk was only asked in one of these.

    At most one query, unless a request to a municipality is open. Clausule 5.7, 6.4.
    """
    if waar_alleen_gevraagd(wie, dossiers):
        raise KanNiet("alleen_gevraagd", gettext(zin))
