"""What a desk must do for a consultation: answer, fix the minutes, do what was agreed.

Posts hang on a dossier. What is about the meeting as a whole hangs on the first dossier of its
agenda that the desk has a ground for; without one there is no post, only the list of consultations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop as _

from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.overleg import Overlegstaat, Uitnodigingsantwoord
from richting.akkoord.posten import Post
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie
from richting.overleg.acties.basis import met_grond
from richting.overleg.dagen import dag_van
from richting.overleg.models import Afspraak, Agendapunt, Genodigde, Overleg
from richting.regie.posten import Posten, Postvraag

PLAN = Gegevenscategorie.PLAN
BRON = Bron("clausule", "8.1")
RAAKT = frozenset(
    {
        *("overleg_gepland", "overleg_verzet", "overleg_afgelast", "overleg_gehouden"),
        *("overleg_van_agenda", "overleg_verslag_vast", "overleg_afspraak"),
        "overleg_afspraak_klaar",
    }
)
TABELLEN = ("overleg_agendapunt", "overleg_afspraak")


def maak(vraag: Postvraag) -> Posten:
    """The posts of consultations for these dossiers. Five queries. Clausule 5.4, 8.1."""
    uit: Posten = defaultdict(list)
    for dossier, post in (*_over_overleg(vraag), *_over_afspraken(vraag)):
        uit[dossier].append(post)
    return dict(uit)


def _over_overleg(vraag: Postvraag) -> Iterator[tuple[UUID, Post]]:
    lopend = Agendapunt.objects.filter(
        dossier__in=list(vraag.feiten), overleg__verslag_vast_op=None
    ).exclude(overleg__staat=Overlegstaat.AFGELAST.value)
    overleggen = {p.overleg_id: p.overleg for p in lopend.select_related("overleg")}
    if not overleggen:
        return
    agenda: dict[UUID, list[UUID]] = defaultdict(list)
    alle = Agendapunt.objects.filter(overleg__in=list(overleggen)).order_by("volgorde", "id")
    for overleg, dossier in alle.values_list("overleg", "dossier"):
        agenda[overleg].append(dossier)
    genodigden = list(Genodigde.objects.filter(overleg__in=list(overleggen)))
    mogen = met_grond(
        {d for rij in agenda.values() for d in rij},
        {een.loket_id for een in genodigden},
        PLAN.value,
        vraag.op,
    )
    for een in genodigden:
        eerste = next((d for d in agenda[een.overleg_id] if (d, een.loket_id) in mogen), None)
        if eerste in vraag.feiten and eerste is not None:
            rij = overleggen[een.overleg_id]
            yield from ((eerste, post) for post in _van_genodigde(een, rij, vraag))


def _van_genodigde(een: Genodigde, rij: Overleg, vraag: Postvraag) -> Iterator[Post]:
    dag = dag_van(rij.begin)
    if een.loket_id == rij.belegger_id:
        if dag <= vraag.op:
            yield _verslagpost(rij, dag, vraag)
        return
    if rij.staat == Overlegstaat.GEPLAND and een.antwoord == Uitnodigingsantwoord.ONBEKEND:
        dagen = (dag_van(een.genodigd_op), dag)
        zin = _("Zeg of u naar het overleg komt.")
        yield _post(rij, "overleg_antwoord", zin, een.loket_id, dagen, rij.belegger_id)


def _verslagpost(rij: Overleg, dag: date, vraag: Postvraag) -> Post:
    uiterlijk = plus_werkdagen(dag, vraag.aannames.verslag_werkdagen)
    zin = _("Stel het verslag van het overleg vast.")
    return _post(rij, "overleg_verslag", zin, rij.belegger_id, (dag, uiterlijk), None)


def _post(
    rij: Overleg, soort: str, zin: str, loket: int, dagen: tuple[date, date], wachter: int | None
) -> Post:
    """`dagen`: since when, and by when at the latest."""
    return Post(
        soort=soort,
        sleutel=f"{soort}:{rij.pk}:{loket}",
        loket=loket,
        uiterlijk=dagen[1],
        sinds=dagen[0],
        zin=zin,
        bron=BRON,
        categorie=PLAN,
        wachter=wachter,
        pagina="overleg:naar",
        delen=(str(rij.pk),),
    )


def _over_afspraken(vraag: Postvraag) -> Iterator[tuple[UUID, Post]]:
    """Agreements that are notes; those that are actions have their place in the plan."""
    rijen = Afspraak.objects.filter(
        dossier__in=list(vraag.feiten), actie=None, uiterlijk__isnull=False
    ).select_related("agendapunt__overleg")
    for rij in rijen:
        if rij.uiterlijk is None:
            continue
        yield (
            rij.dossier_id,
            Post(
                soort="overleg_afspraak",
                sleutel=f"overleg_afspraak:{rij.pk}",
                loket=rij.verantwoordelijk_id,
                uiterlijk=rij.uiterlijk,
                sinds=dag_van(rij.gemaakt_op),
                zin=_("Doe wat in het overleg is afgesproken."),
                bron=BRON,
                categorie=Gegevenscategorie(rij.categorie),
                wachter=rij.agendapunt.overleg.belegger_id,
                medewerker=rij.uitvoerder_id,
                pagina="overleg:dossier",
                gedaan_op=rij.klaar_op,
            ),
        )
