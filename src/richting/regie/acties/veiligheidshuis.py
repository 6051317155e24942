"""Bringing a case in at a Zorg- en Veiligheidshuis, and ending that. Clausule 1.5.

The procesregie goes there on the authority of the party that brings the case in. It is a fact of
the stay: grounds, regie and meldingen follow it within the same unit of work.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen.wgs import MAG_INBRENGEN
from richting.akkoord.inbreng import waarom_niet, waarom_niet_beeindigen
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.dossiers.feiten import feiten_in
from richting.dossiers.models import Huisinbreng
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.overzichten import loket_van
from richting.regie.acties.basis import regiewerk

PLAN = Gegevenscategorie.PLAN.value
INGEBRACHT, BEEINDIGD = "zaak_ingebracht", "inbreng_beeindigd"


def breng_in(wie: Wie, dossier: UUID, huis: str, vanaf: date, reden: str) -> Huisinbreng:
    """Bring the case in at the house with this code, from a day, with a reason. Clausule 1.5.

    Raises NietToegestaan without a ground for the plan or for a desk the WGS does not let share,
    KanNiet without a reason, when the house has no desk or the case is with a house already.
    """
    if wie.loketsoort not in MAG_INBRENGEN:
        raise NietToegestaan(wie.loketsoort)
    with regiewerk(wie, dossier, PLAN) as werk:
        feiten = feiten_in(werk, dossier)
        _check(reden, waarom_niet(feiten, vanaf, wie.vandaag))
        loket = loket_van(huis, Loketsoort.PROCESREGIE)
        if loket is None or not loket.actief:
            raise KanNiet("geen_loket", _("Dit huis werkt nog niet met Richting. Bel het huis."))
        rij = Huisinbreng.objects.create(
            dossier_id=dossier,
            veiligheidshuis=huis,
            vanaf=vanaf,
            door_loket=wie.loket,
            reden=reden.strip(),
        )
        _noteer(werk, rij, INGEBRACHT, {"van": vanaf.isoformat()}, rij.reden)
    return rij


def beeindig(wie: Wie, dossier: UUID, huis: str, vanaf: date, tot: date, reden: str) -> Huisinbreng:
    """End what was brought in at this house on this day; `tot` is the first day without.

    By the party that brought it in or by the house; when a message told of it, no party is known
    and each that may bring in can end it. Raises NietToegestaan for others, KanNiet without a
    reason, or when it ended already. Clausule 1.5.
    """
    with regiewerk(wie, dossier, PLAN) as werk:
        feiten = feiten_in(werk, dossier)
        rij = _lopende(dossier, huis, vanaf)
        if not mag_beeindigen(wie, huis, rij.door_loket):
            raise NietToegestaan(str(wie.loket))
        if (feiten.veiligheidshuis, feiten.veiligheidshuis_vanaf) != (huis, vanaf):
            raise KanNiet("veranderd", _("De inbreng is net veranderd: kijk eerst hoe het nu is."))
        _check(reden, waarom_niet_beeindigen(feiten, tot, wie.vandaag))
        rij.tot, rij.beeindigd_door, rij.einde_reden = tot, wie.loket, reden.strip()
        rij.save()
        _noteer(werk, rij, BEEINDIGD, {"einde": tot.isoformat()}, rij.einde_reden)
    return rij


def mag_beeindigen(wie: Wie, huis: str, door_loket: int | None) -> bool:
    """Whether this desk ends what `door_loket` (None: a message) brought in. One query at most."""
    if wie.loketsoort == Loketsoort.PROCESREGIE:
        eigen = loket_van(huis, Loketsoort.PROCESREGIE)
        return eigen is not None and eigen.pk == wie.loket
    return wie.loket == door_loket or (door_loket is None and wie.loketsoort in MAG_INBRENGEN)


def _lopende(dossier: UUID, huis: str, vanaf: date) -> Huisinbreng:
    """The row that goes on; a new one, not saved yet, for what a message told of."""
    rij = Huisinbreng.objects.filter(
        dossier=dossier, veiligheidshuis=huis, vanaf=vanaf, tot=None
    ).first()
    return rij or Huisinbreng(dossier_id=dossier, veiligheidshuis=huis, vanaf=vanaf)


def _check(reden: str, waarom: str) -> None:
    if not reden.strip():
        raise KanNiet("reden_nodig", _("Schrijf op waarom."))
    if waarom:
        raise KanNiet("kan_nu_niet", _(waarom))


def _noteer(werk: Werk, rij: Huisinbreng, soort: str, dag: dict[str, Any], reden: str) -> None:
    """The journal row; the facts are read anew, and what was is kept to tell who loses sight."""
    oud: Feiten = werk.geheugen.pop(("feiten", rij.dossier_id))
    werk.geheugen.setdefault(("feiten_voor", rij.dossier_id), oud)
    na = {"huis": rij.veiligheidshuis, "inrichting": rij.veiligheidshuis, **dag}
    werk.noteer(rij.dossier_id, soort, PLAN, na=na, reden=reden)
