"""Join two persons, keep them apart, or undo: a human decides, and nothing is lost."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from richting.akkoord.woorden import Loketsoort
from richting.dossiers.acties.keten import verbind
from richting.dossiers.models import Koppelvoorstel
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.rechten import is_programma

VAN = {
    Koppelvoorstel.SAMENGEVOEGD: (
        Koppelvoorstel.OPEN,
        Koppelvoorstel.AFGEWEZEN,
        Koppelvoorstel.GESPLITST,
    ),
    Koppelvoorstel.AFGEWEZEN: (Koppelvoorstel.OPEN, Koppelvoorstel.GESPLITST),
    Koppelvoorstel.GESPLITST: (Koppelvoorstel.SAMENGEVOEGD,),
}
"""From which states a proposal may come into each other state: every decision can be undone."""


class AlBeoordeeld(LookupError):
    """Somebody else decided about this proposal in the meantime, or it is gone."""


def voeg_samen(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """The two are one: the newer points at the older; the rows of both stay as they are.

    Raises AlBeoordeeld, as do the other two, and PermissionDenied for who is not the manager.
    """
    with verwerking(wie) as werk:
        _besluit(werk, voorstel, Koppelvoorstel.SAMENGEVOEGD, "samengevoegd", toelichting)
        verbind([voorstel.nieuw_id, voorstel.bestaand_id])


def wijs_af(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """The two are not one."""
    with verwerking(wie) as werk:
        _besluit(werk, voorstel, Koppelvoorstel.AFGEWEZEN, "koppeling_afgewezen", toelichting)


def splits(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """Undo a merge: both stand alone again, with all that was theirs.

    Whoever was joined to one of them by another decision stays joined to that one.
    """
    with verwerking(wie) as werk:
        _besluit(werk, voorstel, Koppelvoorstel.GESPLITST, "gesplitst", toelichting)
        andersom = Koppelvoorstel.objects.filter(
            nieuw=voorstel.bestaand_id,
            bestaand=voorstel.nieuw_id,
            status=Koppelvoorstel.SAMENGEVOEGD,
        ).first()
        if andersom is not None:
            _besluit(werk, andersom, Koppelvoorstel.GESPLITST, "gesplitst", toelichting)
        verbind([voorstel.nieuw_id, voorstel.bestaand_id])


def check_beheer(wie: Wie) -> None:
    """Only the functional manager, or an operator, judges who is one; raises PermissionDenied."""
    if wie.loketsoort != Loketsoort.BEHEER and not is_programma(wie):
        raise PermissionDenied("Alleen functioneel beheer beoordeelt wie dezelfde persoon is.")


def _besluit(
    werk: Werk, voorstel: Koppelvoorstel, status: str, soort: str, toelichting: str
) -> None:
    """Record a decision about a proposal as it stands now, under its lock."""
    check_beheer(werk.wie)
    rijen = Koppelvoorstel.objects.filter(pk=voorstel.pk, status__in=VAN[status])
    if rijen.select_for_update().first() is None:
        raise AlBeoordeeld(voorstel.pk)
    rijen.update(
        status=status,
        besloten_op=werk.wie.nu,
        besloten_door=werk.wie.medewerker,
        toelichting=toelichting,
    )
    werk.noteer(voorstel.dossier_id, soort, "verblijf", reden=toelichting)
