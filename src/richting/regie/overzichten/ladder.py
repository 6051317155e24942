"""What is late at a desk according to the ladder, the obstacles, and how somebody wants mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from richting.akkoord.ladder import Stap
from richting.akkoord.posten import Post, vraagt_werk
from richting.dossiers.feiten import DELEN, LIJSTEN, feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.partijen.models import Medewerker
from richting.regie.models import Belemmering, Berichtvoorkeur, Herinnering
from richting.regie.posten import Postvraag, posten_van

PER_PAGINA = 25


@dataclass(frozen=True)
class Laat:
    """A post that climbed to the manager of its desk and is not done yet."""

    dossier: Dossier
    post: Post
    sinds: date
    """When the manager was told."""


@dataclass(frozen=True)
class Bladzijde:
    """One page of what is late, oldest day first, and after which row the next begins."""

    regels: list[Laat]
    volgende: str


def te_laat(wie: Wie, na: str = "") -> Bladzijde:
    """What climbed to the manager of the reader's desk, as it stands now. Clausule 7.5.

    The rows of the climb say where to look, the posts themselves whether it is still so. Raises
    ValueError for a key that is none of ours. Three queries, and those of the posts.
    """
    rijen = Herinnering.objects.filter(loket=wie.loket, stap=Stap.LEIDING, klaar_op=None)
    if na:
        rijen = rijen.filter(_na(na))
    gevonden = list(rijen.order_by("uiterlijk", "id")[: PER_PAGINA + 1])
    bladzijde = gevonden[:PER_PAGINA]
    laatste = bladzijde[-1] if len(gevonden) > PER_PAGINA else None
    volgende = f"{laatste.uiterlijk.isoformat()}|{laatste.pk}" if laatste else ""
    return Bladzijde(_zoals_nu(wie, bladzijde), volgende)


def _na(sleutel: str) -> Q:
    dag, _streep, nummer = sleutel.partition("|")
    uiterlijk = date.fromisoformat(dag)
    return Q(uiterlijk__gt=uiterlijk) | Q(uiterlijk=uiterlijk, pk__gt=UUID(nummer))


def _zoals_nu(wie: Wie, rijen: list[Herinnering]) -> list[Laat]:
    dossiers = {
        rij.pk: rij
        for rij in Dossier.objects.filter(pk__in={rij.dossier_id for rij in rijen})
        .select_related(*DELEN)
        .prefetch_related(*LIJSTEN)
    }
    feiten = {nummer: feiten_uit_rijen(rij) for nummer, rij in dossiers.items()}
    posten = posten_van(Postvraag(feiten, wie.vandaag, aannames_op(wie.vandaag), lezer=wie))
    nu = {
        (nummer, post.sleutel, post.uiterlijk): post
        for nummer, alle in posten.items()
        for post in alle
        if post.loket == wie.loket and vraagt_werk(post, wie.vandaag)
    }
    sleutels = ((rij, (rij.dossier_id, rij.sleutel, rij.uiterlijk)) for rij in rijen)
    return [
        Laat(dossiers[rij.dossier_id], nu[sleutel], rij.gezet_op)
        for rij, sleutel in sleutels
        if sleutel in nu
    ]


def belemmeringen(
    *, opgelost: bool = False, na: int | None = None
) -> tuple[list[Belemmering], int | None]:
    """The obstacles that the reader may see, newest first; and after which the next page begins.

    A manager those of the own desk and those the desk waits for; the functional manager all. Not a
    word about a person. One query. Clausule 7.5.
    """
    rijen = Belemmering.objects.filter(opgelost_op__isnull=not opgelost)
    if na is not None:
        rijen = rijen.filter(pk__lt=na)
    namen = ("loket__organisatie", "wachter__organisatie")
    gevonden = list(rijen.select_related(*namen).order_by("-pk")[: PER_PAGINA + 1])
    bladzijde = gevonden[:PER_PAGINA]
    return bladzijde, bladzijde[-1].pk if len(gevonden) > PER_PAGINA else None


def voorkeur(medewerker: Medewerker) -> Berichtvoorkeur:
    """How this person wants mail; the default when nothing was chosen. One query."""
    gevonden = Berichtvoorkeur.objects.filter(medewerker=medewerker).first()
    return gevonden or Berichtvoorkeur(medewerker=medewerker)
