"""How an act on the regie of one dossier writes: as somebody with a ground, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import check_mag
from richting.dossiers.gevraagd import check_zei_ja
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.models import Regietijdvak

VERBLIJF = Gegevenscategorie.VERBLIJF.value


def een_tegelijk(beurt: int) -> None:
    """Within a unit of work: two of the same round of the program take turns, by its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [beurt])


@contextmanager
def regiewerk(
    wie: Wie, dossier: UUID, categorie: str = VERBLIJF, *, ook_gevraagd: bool = False
) -> Iterator[Werk]:
    """A unit of work on who directs. Raises NietToegestaan without a ground, and for desks that
    take no part in the plan. Who works on the same dossier at the same moment waits.

    Raises KanNiet for a municipality that was only asked to take somebody in, unless
    `ook_gevraagd`: with its yes it has the regie. Clausule 5.7, 6.4.
    """
    if wie.loketsoort not in PLANPARTIJEN:
        raise NietToegestaan(wie.loketsoort)
    with verwerking(wie) as werk:
        Dossier.objects.select_for_update(no_key=True).filter(pk=dossier).first()
        check_mag(dossier, categorie)
        if not ook_gevraagd:
            check_zei_ja(wie, dossier)
        yield werk


def rijen_van(dossier: UUID, taak: Regietaak) -> list[Regietijdvak]:
    """The rows of one task in order, within a unit of work. One query."""
    return list(Regietijdvak.objects.filter(dossier=dossier, taak=taak.value).order_by("vanaf"))


def check_gezien(nu: Regietijdvak | None, gezien: int) -> Regietijdvak:
    """The holder that was on the screen still holds the task; raises KanNiet when not."""
    if nu is None or nu.pk != gezien:
        raise KanNiet(
            "houder_veranderd",
            _("Iemand anders was net eerder: kijk eerst wie nu de regie heeft."),
        )
    return nu


def ziet(loket: int, dossier: UUID, categorie: str = VERBLIJF) -> bool:
    """Within a unit of work: this desk has a ground for the dossier today. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM delen_grond WHERE dossier_id = %s AND loket_id = %s"
            " AND vervallen_op IS NULL AND geldig_vanaf <= kern_vandaag()"
            " AND (geldig_tot IS NULL OR geldig_tot > kern_vandaag())"
            " AND categorieen && ARRAY[%s])",
            [dossier, loket, categorie],
        )
        (mag,) = cursor.fetchone() or (False,)
    return bool(mag)
