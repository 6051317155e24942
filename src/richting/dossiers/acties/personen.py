"""Join two persons, keep them apart, or undo: a human decides, and nothing is lost."""

from __future__ import annotations

from richting.dossiers.acties.keten import verbind
from richting.dossiers.models import Koppelvoorstel
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking


def voeg_samen(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """The two are one: the newer points at the older; the rows of both stay as they are."""
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


def _besluit(
    werk: Werk, voorstel: Koppelvoorstel, status: str, soort: str, toelichting: str
) -> None:
    Koppelvoorstel.objects.filter(pk=voorstel.pk).update(
        status=status,
        besloten_op=werk.wie.nu,
        besloten_door=werk.wie.medewerker,
        toelichting=toelichting,
    )
    werk.noteer(voorstel.dossier_id, soort, "verblijf", reden=toelichting)
