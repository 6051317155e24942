"""Join two persons, keep them apart, or undo: a human decides, and nothing is lost."""

from __future__ import annotations

from richting.dossiers.acties.verblijf import vorig_dossier
from richting.dossiers.models import Dossier, Justitiabele, Koppelvoorstel
from richting.dossiers.personen import hoofd
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking


def voeg_samen(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """The two are one: the new person points at the known one; its rows stay as they are."""
    with verwerking(wie) as werk:
        nieuw = Justitiabele.objects.select_for_update().get(pk=voorstel.nieuw_id)
        bestaand = hoofd(Justitiabele.objects.get(pk=voorstel.bestaand_id))
        if bestaand.pk != nieuw.pk:
            nieuw.samengevoegd_met = bestaand
            nieuw.save(update_fields=["samengevoegd_met"])
        _herleg_keten(nieuw)
        _besluit(werk, voorstel, Koppelvoorstel.SAMENGEVOEGD, "samengevoegd", toelichting)


def wijs_af(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """The two are not one."""
    with verwerking(wie) as werk:
        _besluit(werk, voorstel, Koppelvoorstel.AFGEWEZEN, "koppeling_afgewezen", toelichting)


def splits(wie: Wie, voorstel: Koppelvoorstel, toelichting: str) -> None:
    """Undo a merge: the person stands alone again, with all that was theirs."""
    with verwerking(wie) as werk:
        nieuw = Justitiabele.objects.select_for_update().get(pk=voorstel.nieuw_id)
        nieuw.samengevoegd_met = None
        nieuw.save(update_fields=["samengevoegd_met"])
        _herleg_keten(nieuw)
        _besluit(werk, voorstel, Koppelvoorstel.GESPLITST, "gesplitst", toelichting)


def _herleg_keten(persoon: Justitiabele) -> None:
    """Point each dossier of this person at the one before it, now that the person changed."""
    for dossier in Dossier.objects.filter(justitiabele=persoon):
        vorig = vorig_dossier(persoon, dossier.begin)
        if dossier.vorig_id != (vorig.pk if vorig else None):
            Dossier.objects.filter(pk=dossier.pk).update(vorig=vorig)


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
