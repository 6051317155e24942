"""Who at the own desk has a dossier, and who stands in for whom. Clausule 1.6."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen import rechten
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket
from richting.regie.acties.werkregels import zet_medewerker
from richting.regie.models import Toewijzing, Vervanging
from richting.regie.overzichten.personeel import open_van, zichtbaar

TEGELIJK = 500
"""Moved in one go; a longer list is moved in a few."""


def wijs_toe(wie: Wie, dossiers: Sequence[UUID], medewerker: int | None) -> int:
    """Give these dossiers to a colleague at the own desk; None leaves them visibly to nobody.

    One dossier by everybody at the desk, more by its manager. Raises NietToegestaan without a
    ground for one of them, KanNiet for who does not (or no longer) work here. Returns how many
    changed hands. Six queries, however many dossiers.
    """
    if wie.loketsoort not in PLANPARTIJEN or not dossiers or len(dossiers) > TEGELIJK:
        raise NietToegestaan("toewijzen")
    if len(dossiers) > 1:
        check_beheer(wie)
    with verwerking(wie) as werk:
        _check_lijst(wie, dossiers)
        _check_collega(wie, medewerker)
        return _verplaats(werk, list(dossiers), medewerker)


def verplaats_alles(wie: Wie, van: int, medewerker: int) -> int:
    """Move every dossier of somebody to a colleague at the own desk. By its manager.

    `van` may be somebody who cannot sign in any more. Raises NietToegestaan for others, KanNiet for
    who does not work here. Returns how many moved, TEGELIJK at most.
    """
    check_beheer(wie)
    with verwerking(wie) as werk:
        _check_collega(wie, medewerker)
        nummers = list(
            open_van(wie.loket or 0, wie.vandaag)
            .filter(medewerker=van)
            .values_list("dossier", flat=True)[:TEGELIJK]
        )
        return _verplaats(werk, nummers, medewerker)


def meld_afwezig(
    wie: Wie, medewerker: int, vervanger: int | None, van: date, tot: date | None
) -> Vervanging:
    """Somebody of the own desk is away; a colleague may stand in. By oneself or the manager.

    `tot` None: nobody knows how long, as with illness; it lasts until it is ended.

    Raises NietToegestaan for others, KanNiet when the days or the colleague do not fit.
    """
    if medewerker != wie.medewerker:
        check_beheer(wie)
    if tot and (tot < van or tot < wie.vandaag):
        raise KanNiet("dagen", _("De laatste dag ligt voor de eerste, of is al voorbij."))
    if vervanger == medewerker:
        raise KanNiet("zichzelf", _("Kies een ander als vervanger."))
    with verwerking(wie) as werk:
        _check_collega(wie, medewerker)
        _check_collega(wie, vervanger)
        _check_vrij(wie, medewerker, van, tot)
        rij = Vervanging.objects.create(
            loket_id=wie.loket or 0,
            medewerker_id=medewerker,
            vervanger_id=vervanger,
            van=van,
            tot=tot,
            door=wie.naam,
        )
        na = {"medewerker": medewerker, "vervanger": vervanger, "tot": tot and tot.isoformat()}
        werk.noteer(None, "afwezig_gemeld", "beheer", na=na)
    return rij


def beeindig_afwezigheid(wie: Wie, nummer: int) -> None:
    """Back earlier, or a mistake: the absence ends. By oneself or the manager.

    Raises NietToegestaan for others and for another desk.
    """
    with verwerking(wie) as werk:
        rij = Vervanging.objects.filter(pk=nummer, loket=wie.loket).first()
        if rij is None:
            raise NietToegestaan(str(nummer))
        if rij.medewerker_id != wie.medewerker:
            check_beheer(wie)
        rij.delete()
        werk.noteer(None, "afwezig_beeindigd", "beheer", na={"medewerker": rij.medewerker_id})


def check_beheer(wie: Wie) -> None:
    """Only the manager of the own desk; raises NietToegestaan."""
    loket = Loket.objects.filter(pk=wie.loket or 0).first()
    if loket is None:
        raise NietToegestaan("beheer")
    rechten.check_loket_beheren(wie, loket)


def _check_lijst(wie: Wie, dossiers: Sequence[UUID]) -> None:
    van_ons = zichtbaar(wie.loket or 0, wie.vandaag).filter(dossier__in=dossiers)
    if van_ons.count() != len(set(dossiers)):
        raise NietToegestaan("toewijzen")


def _check_collega(wie: Wie, medewerker: int | None) -> None:
    if medewerker is None:
        return
    lid = Lidmaatschap.objects.filter(loket=wie.loket, medewerker=medewerker)
    if not lid.filter(medewerker__is_active=True).exists():
        raise KanNiet("geen_collega", _("Deze persoon werkt niet (meer) bij dit loket."))


def _check_vrij(wie: Wie, medewerker: int, van: date, tot: date | None) -> None:
    """One absence at a time, so that who stands in is never in doubt."""
    eerder = Vervanging.objects.filter(loket=wie.loket, medewerker=medewerker)
    if tot:
        eerder = eerder.filter(van__lte=tot)
    if eerder.filter(Q(tot=None) | Q(tot__gte=van)).exists():
        zin = _("Voor deze dagen is deze persoon al afwezig gemeld. Beëindig dat eerst.")
        raise KanNiet("overlapt", zin)


def _verplaats(werk: Werk, dossiers: list[UUID], medewerker: int | None) -> int:
    wie = werk.wie
    nu = Toewijzing.objects.select_for_update().filter(
        loket=wie.loket, dossier__in=dossiers, tot=None
    )
    had = dict(nu.values_list("dossier", "medewerker"))
    anders = [d for d in dict.fromkeys(dossiers) if had.get(d) != medewerker]
    nu.filter(dossier__in=anders).update(tot=wie.nu)
    if medewerker is not None:
        Toewijzing.objects.bulk_create(
            Toewijzing(
                dossier_id=dossier,
                loket_id=wie.loket or 0,
                medewerker_id=medewerker,
                aan_tafel=True,
                sinds=wie.nu,
                door=wie.naam,
            )
            for dossier in anders
        )
    zet_medewerker(werk, {(dossier, wie.loket or 0): medewerker for dossier in anders})
    for dossier in anders:
        na = {"medewerker": medewerker, "loket": wie.loket}
        voor = {"medewerker": had.get(dossier)}
        werk.noteer(dossier, "toegewezen", "verblijf", voor=voor, na=na)
    return len(anders)
