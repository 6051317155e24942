"""The posts of dossiers as a reader sees them: whose, by when, why, and where it is done.

Always within a reading. Clausule 5.1, 5.4, 6.4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.posten import Post, Poststaat, aan_zet_op, is_klaar, staat
from richting.akkoord.termijnen import REGEL
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.partijen.models import Loket
from richting.regie.models import Uitstel
from richting.regie.posten import Postvraag, posten_van
from richting.regie.termijnposten import ONDERWERP
from richting.regie.toegang import categorieen_van
from richting.regie.woorden import KLEUREN, POSTSTATEN
from richting.web.bronnen import in_woorden

HIER = "regie:termijnen"


@dataclass(frozen=True)
class Postbeeld:
    """One post for a reader. `eigen`: this desk must do it; `wacht`: this desk waits for it.

    `adres` is the page where it is done. `reden` is why it was put off.
    """

    post: Post
    dossier: UUID
    staat: Poststaat
    loket: str
    eigen: bool
    wacht: bool
    adres: str
    reden: str = ""

    @property
    def naam(self) -> str:
        """How it stands, in words."""
        return str(POSTSTATEN[self.staat])

    @property
    def kleur(self) -> str:
        """The kind of badge for how it stands."""
        return KLEUREN[self.staat]

    @property
    def klaar(self) -> bool:
        """Nobody has to do anything any more."""
        return self.staat in (Poststaat.GEHAALD, Poststaat.LAAT_GEDAAN, Poststaat.VERVALLEN)

    @property
    def bron(self) -> str:
        """Where it comes from, in words."""
        return in_woorden(self.post.bron)

    @property
    def zin(self) -> str:
        """What must be done: in the words of who asked it, or else of the rule."""
        return self.post.toelichting or _(self.post.zin)

    @property
    def bron_kort(self) -> str:
        """Where it comes from, in a word."""
        return _("aanname") if self.post.bron.soort == "aanname" else self.bron

    @property
    def is_termijn(self) -> bool:
        """It can be ticked as done where nothing else tells."""
        return self.post.sleutel.startswith(ONDERWERP)

    @property
    def te_laat(self) -> str:
        """What happens when it is late."""
        regel = REGEL.get(self.post.sleutel.removeprefix(ONDERWERP).partition(":")[0])
        return _(regel.te_laat) if regel else ""


def posten_voor(
    wie: Wie,
    feiten: Mapping[UUID, Feiten],
    *,
    zonder: Collection[str] = (),
    mag: Mapping[UUID, set[str]] | None = None,
) -> tuple[dict[UUID, list[Post]], set[str]]:
    """The posts that this reader may see, and their compartments. Some queries per source.

    `zonder`: compartments that are left out, for a system that was given no right to them. `mag`:
    what the desk may see of each dossier, when that was read already.
    """
    vraag = Postvraag(feiten, wie.vandaag, aannames_op(wie.vandaag), lezer=wie)
    mag = categorieen_van(feiten, wie.loket) if mag is None else mag
    uit = {
        nummer: [post for post in posten if post.categorie.value in mag[nummer] - set(zonder)]
        for nummer, posten in posten_van(vraag).items()
    }
    return uit, {post.categorie.value for posten in uit.values() for post in posten}


def regelbeelden(
    wie: Wie, posten: Mapping[UUID, list[Post]], *, wacht: bool = False
) -> dict[UUID, list[Postbeeld]]:
    """Per line of a list what this desk must do now, or what it waits for, and for whom: one query
    for their names."""
    gekozen = {
        nummer: sorted(
            (p for p in alle if _van_lijst(p, wie, wacht)), key=lambda p: (aan_zet_op(p), p.sleutel)
        )
        for nummer, alle in posten.items()
    }
    anderen = {post.loket for alle in gekozen.values() for post in alle} - {wie.loket}
    namen = loketnamen(anderen)
    return {
        nummer: [_beeld(post, nummer, wie, namen, {}) for post in alle]
        for nummer, alle in gekozen.items()
    }


def dossierbeelden(wie: Wie, dossier: UUID, posten: list[Post]) -> list[Postbeeld]:
    """All posts of one dossier, also what is done, by day. Two queries."""
    namen = loketnamen({post.loket for post in posten})
    rijen = Uitstel.objects.filter(dossier=dossier)
    redenen = {(r.loket_id, r.sleutel): r.reden for r in rijen}
    return [_beeld(post, dossier, wie, namen, redenen) for post in posten]


def loketnamen(nummers: Collection[int]) -> dict[int, str]:
    """The desks with the name of their organisation. One query."""
    rijen = Loket.objects.filter(pk__in=nummers).select_related("organisatie") if nummers else ()
    return {rij.pk: rij.organisatie.naam for rij in rijen}


def open_van(beelden: Iterable[Postbeeld]) -> Iterator[Postbeeld]:
    """What somebody still has to do."""
    return (beeld for beeld in beelden if not beeld.klaar)


def adres_van(post: Post, dossier: UUID) -> str:
    """The page where a post is done; that of the terms when there is none."""
    try:
        return reverse(post.pagina, args=[dossier, *post.delen])
    except NoReverseMatch:
        return reverse(HIER, args=[dossier])


def _van_lijst(post: Post, wie: Wie, wacht: bool) -> bool:
    if is_klaar(post, wie.vandaag):
        return False
    if wacht:
        return post.wachter == wie.loket and post.loket != wie.loket
    return post.loket == wie.loket


def _beeld(
    post: Post,
    dossier: UUID,
    wie: Wie,
    namen: Mapping[int, str],
    redenen: Mapping[tuple[int, str], str],
) -> Postbeeld:
    return Postbeeld(
        post=post,
        dossier=dossier,
        staat=staat(post, wie.vandaag),
        loket=namen.get(post.loket, ""),
        eigen=post.loket == wie.loket,
        wacht=post.wachter == wie.loket and post.loket != wie.loket,
        adres=adres_van(post, dossier),
        reden=redenen.get((post.loket, post.sleutel), "") if _is_uitgesteld(post, wie) else "",
    )


def _is_uitgesteld(post: Post, wie: Wie) -> bool:
    return staat(post, wie.vandaag) is Poststaat.UITGESTELD
