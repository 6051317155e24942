"""What a desk does with its own posts: put off with a reason, or tick as done. Clausule 5.1.

A municipality that was only asked to take somebody in does neither: it answers. Clausule 5.7.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.posten import Post, is_klaar, uitstel_hoogstens
from richting.dossiers.feiten import feiten_van_alle
from richting.dossiers.gevraagd import check_zei_ja
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.models import Afvinking, Uitstel
from richting.regie.posten import Postvraag, posten_van
from richting.regie.termijnposten import regel_van
from richting.regie.toegang import check_ziet

MEESTE_TEKENS = 500


def stel_uit(wie: Wie, dossier: UUID, sleutel: str, tot: date, reden: str) -> None:
    """Put one post of this desk off until a day, with a reason. Clausule 5.1.

    Never past the release, nor longer than the maximum since it was first put off. Raises
    NietToegestaan for what is not this desk's, KanNiet with the last day that is possible.
    """
    with verwerking(wie) as werk:
        feiten, post = _eigen_post(wie, dossier, sleutel)
        check_zei_ja(wie, dossier)
        _stel_uit(werk, dossier, feiten, post, tot, reden)


def stel_alles_uit(wie: Wie, dossier: UUID, tot: date, reden: str) -> None:
    """Put off everything of this dossier that asks for attention before a day. Clausule 5.1.

    All or nothing. Raises KanNiet when there is nothing, or when one of it can't be put off.
    """
    with verwerking(wie) as werk:
        check_ziet(dossier, "verblijf")
        check_zei_ja(wie, dossier)
        feiten, posten = posten_in(dossier, wie.vandaag)
        mijn = [p for p in posten if p.loket == wie.loket and p.uiterlijk < tot]
        zichtbaar = [p for p in mijn if not is_klaar(p, wie.vandaag) and _ziet(dossier, p)]
        if not zichtbaar:
            raise KanNiet("niets", _("Er is vóór die dag niets dat uw loket moet doen."))
        for post in zichtbaar:
            _stel_uit(werk, dossier, feiten, post, tot, reden)


def vink_af(wie: Wie, dossier: UUID, sleutel: str, op: date, toelichting: str = "") -> None:
    """Say that a term of this desk was met on a day. Clausule 5.1.

    For what nothing else tells. Raises NietToegestaan for what is not this desk's, KanNiet for a
    day to come or before the stay, or for something that is no term.
    """
    with verwerking(wie) as werk:
        feiten, post = _eigen_post(wie, dossier, sleutel)
        check_zei_ja(wie, dossier)
        regel = regel_van(sleutel)
        if regel is None:
            raise KanNiet("geen_termijn", _("Dit handelt u af op de bladzijde waar het bij hoort."))
        if not feiten.begin <= op <= wie.vandaag:
            raise KanNiet("dag", _("Kies een dag tussen het begin van het verblijf en vandaag."))
        Afvinking.objects.get_or_create(
            dossier_id=dossier,
            daad=regel.daad.value,
            gedaan_op=op,
            defaults={**_wie(wie, post), "toelichting": toelichting[:MEESTE_TEKENS]},
        )
        na = {"termijn": regel.code, "gedaan_op": op.isoformat()}
        werk.noteer(dossier, "termijn_afgevinkt", post.categorie.value, na=na, reden=toelichting)


def posten_in(dossier: UUID, op: date) -> tuple[Feiten, list[Post]]:
    """Within a unit of work: the facts of a dossier and all its posts.

    Raises NietToegestaan when there is no such dossier.
    """
    feiten = feiten_van_alle([dossier])
    if dossier not in feiten:
        raise NietToegestaan(str(dossier))
    return feiten[dossier], posten_van(Postvraag(feiten, op, aannames_op(op)))[dossier]


def _eigen_post(wie: Wie, dossier: UUID, sleutel: str) -> tuple[Feiten, Post]:
    """An open post of this desk that it may see; NietToegestaan otherwise."""
    feiten, posten = posten_in(dossier, wie.vandaag)
    for post in posten:
        if post.sleutel == sleutel and post.loket == wie.loket and not is_klaar(post, wie.vandaag):
            check_ziet(dossier, post.categorie.value)
            return feiten, post
    raise NietToegestaan(sleutel)


def _ziet(dossier: UUID, post: Post) -> bool:
    try:
        check_ziet(dossier, post.categorie.value)
    except NietToegestaan:
        return False
    return True


def _stel_uit(werk: Werk, dossier: UUID, feiten: Feiten, post: Post, tot: date, reden: str) -> None:
    wie = werk.wie
    if not reden.strip():
        raise KanNiet("reden", _("Zeg waarom het wordt uitgesteld."))
    oud = Uitstel.objects.filter(dossier=dossier, loket=wie.loket, sleutel=post.sleutel).first()
    eerste = oud.eerste_op if oud else wie.vandaag
    grens = uitstel_hoogstens(eerste, wie.vandaag, rekendatum(feiten), aannames_op(wie.vandaag))
    _check_dag(tot, wie.vandaag, grens)
    velden = {**_wie(wie, post), "eerste_op": eerste, "tot": tot, "reden": reden[:MEESTE_TEKENS]}
    Uitstel.objects.update_or_create(
        dossier_id=dossier, loket_id=post.loket, sleutel=post.sleutel, defaults=velden
    )
    na = {"loket": wie.loket, "zin": post.zin, "tot": tot.isoformat()}
    werk.noteer(dossier, "werk_uitgesteld", post.categorie.value, na=na, reden=reden)


def _check_dag(tot: date, vandaag: date, grens: date | None) -> None:
    if grens is None:
        raise KanNiet("grens", _("Dit kan niet nog een keer worden uitgesteld."))
    if not vandaag < tot <= grens:
        dag = date_format(grens, "j F Y")
        zin = _("Kies een dag na vandaag, en niet later dan {dag}.").format(dag=dag)
        raise KanNiet("dag", zin)


def _wie(wie: Wie, post: Post) -> dict[str, object]:
    return {
        "loket_id": wie.loket,
        "categorie": post.categorie.value,
        "gemaakt_op": wie.nu,
        "medewerker": wie.medewerker,
        "door": wie.naam,
    }
