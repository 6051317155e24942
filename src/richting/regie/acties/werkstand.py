"""What the posts of a dossier come to on each work list: kept with every change. Clausule 5.1, 5.4.

Runs once, when all other rooms have reacted, so that it counts with what they wrote. `herzie` works
out again what a fact in the future changes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from richting.akkoord.feiten import Feiten
from richting.akkoord.overdracht import voorbereiden_vanaf
from richting.akkoord.posten import Loketstand, Post, herzien_op, loketstand
from richting.delen.acties.herrekening import per_keer
from richting.delen.gronden import geldende_rijen, open_per_loket
from richting.delen.models import Grond
from richting.dossiers.feiten import feiten_in, feiten_van_alle
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.regie import vervulling
from richting.regie.models import Werkregel
from richting.regie.posten import Postvraag, nieuwe_vraag, posten_van

GRONDEN = frozenset({"grond_ontstaan", "grond_vervallen"})
ZONDER_GEVOLG = frozenset(
    {
        *("afgeschermd", "uitgesloten", "afscherming_beeindigd", "bevestigd"),
        *("zicht_begonnen", "zicht_geeindigd"),
    }
)
"""Restrictions, and what was only told: no post follows from them."""
GEOPEND = "dossier_geopend"
BEGIN = frozenset({GEOPEND, "vraag_gesteld", *GRONDEN, *ZONDER_GEVOLG})
"""What is noted when a stay is announced: no row follows from it that a post is made of."""
ERBIJ = frozenset({"bij_verstrekt", "risico_tafel_geopend"})
"""What some stays bring along; whoever has more than this may have any row."""
PER_KEER = 500
SCHRIJF = """
UPDATE regie_werkregel w SET uiterlijk = v.u, wacht_tot = v.w, niet_op_orde = v.n, herzien_op = v.h
FROM unnest(%s::uuid[], %s::bigint[], %s::date[], %s::date[], %s::smallint[], %s::date[])
    AS v(d, l, u, w, n, h)
WHERE w.dossier_id = v.d AND w.loket_id = v.l
    AND (w.uiterlijk, w.wacht_tot, w.niet_op_orde, w.herzien_op)
        IS DISTINCT FROM (v.u, v.w, v.n, v.h)
RETURNING w.dossier_id
"""


@dataclass(frozen=True)
class Stand:
    """The derived columns of one line."""

    loket: Loketstand
    niet_op_orde: int | None
    herzien_op: date | None


Standen = dict[tuple[UUID, int], Stand]
LEEG = Stand(Loketstand(), None, None)


def werk_bij(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Keep the columns of these dossiers true. A few queries, however many dossiers."""
    per = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    geraakt = [
        dossier
        for dossier, soorten in per.items()
        if not soorten <= ZONDER_GEVOLG and not pas_geopend(soorten)
    ]
    if geraakt:
        _breng_bij({nummer: feiten_in(werk, nummer) for nummer in geraakt}, werk.wie.vandaag)


def bij_aanvang(
    werk: Werk,
    feiten: Mapping[UUID, Feiten],
    gronden: Mapping[UUID, list[Grond]],
    soorten: Mapping[UUID, set[str]],
) -> Standen:
    """The columns of dossiers that were opened just now (`pas_geopend`): from their facts, one
    query when a release is near, and those of the few sources that have something already."""
    op = werk.wie.vandaag
    erbij = {nummer: ERBIJ & soorten[nummer] for nummer in feiten}
    posten = posten_van(nieuwe_vraag(feiten, op, aannames_op(op), erbij))
    orde = vervulling.orde()
    niet = dict.fromkeys(feiten, orde.bij_aanvang) if orde else {}
    return _standen(feiten, posten, gronden, niet, op)


def herzie(wie: Wie, loket: int | None = None) -> Iterator[list[UUID]]:
    """Work out again what changed by the passing of days; per batch the dossiers. Clausule 5.1.

    Of all desks, or of one before its list is shown. Running it again changes nothing; a day
    missed is caught up.
    """
    while True:
        with verwerking(wie):
            rijen = Werkregel.objects.filter(herzien_op__lte=wie.vandaag).order_by("herzien_op")
            if loket is not None:
                rijen = rijen.filter(loket=loket)
            nummers = sorted(set(rijen.values_list("dossier", flat=True)[:PER_KEER]))
            if not nummers:
                return
            _breng_bij(feiten_van_alle(nummers), wie.vandaag)
        yield nummers


def herstel(wie: Wie) -> Iterator[list[UUID]]:
    """Work out all lines again; per batch the dossiers where something differed. Clausule 5.1."""
    for nummers in per_keer():
        with verwerking(wie):
            scheef = breng_bij(nummers, wie.vandaag)
        yield scheef


def breng_bij(nummers: Iterable[UUID], op: date) -> list[UUID]:
    """Within a unit of work: write what differs for these dossiers; where something did."""
    return _breng_bij(feiten_van_alle(nummers), op)


def standen_van(feiten: Mapping[UUID, Feiten], op: date) -> Standen:
    """What the columns should be, from facts and rows; changes nothing."""
    posten = posten_van(Postvraag(feiten, op, aannames_op(op)))
    orde = vervulling.orde()
    niet = orde.functie(list(feiten)) if orde else {}
    return _standen(feiten, posten, geldende_rijen(feiten), niet, op)


def pas_geopend(soorten: set[str]) -> bool:
    """Opened in this unit of work, with no more than what an announcement brings."""
    return GEOPEND in soorten and soorten <= BEGIN | ERBIJ


def _breng_bij(feiten: Mapping[UUID, Feiten], op: date) -> list[UUID]:
    standen = standen_van(feiten, op)
    if not standen:
        return []
    kolommen = zip(
        *(
            (
                nummer,
                loket,
                stand.loket.uiterlijk,
                stand.loket.wacht_tot,
                stand.niet_op_orde,
                stand.herzien_op,
            )
            for (nummer, loket), stand in standen.items()
        ),
        strict=True,
    )
    with connection.cursor() as cursor:
        cursor.execute(SCHRIJF, [list(kolom) for kolom in kolommen])
        return sorted({nummer for (nummer,) in cursor.fetchall()})


def _standen(
    feiten: Mapping[UUID, Feiten],
    posten: Mapping[UUID, list[Post]],
    gronden: Mapping[UUID, list[Grond]],
    niet_op_orde: Mapping[UUID, frozenset[str]],
    op: date,
) -> Standen:
    uit: Standen = {}
    for nummer, een in feiten.items():
        per_loket = open_per_loket(gronden.get(nummer, []), op)
        dag = _herzien(een, posten[nummer], gronden.get(nummer, []), op)
        rood = None if _is_overleden(een, op) else niet_op_orde.get(nummer)
        for loket, categorieen in per_loket.items():
            stand = loketstand(posten[nummer], loket, categorieen, op)
            aantal = None if rood is None or "plan" not in categorieen else len(rood & categorieen)
            uit[nummer, loket] = Stand(stand, aantal, dag)
    return uit


def _is_overleden(feiten: Feiten, op: date) -> bool:
    """Then no condition can be out of order any more: only what still runs must be ended."""
    overleden = feiten.persoon.overleden_op
    return bool(overleden and overleden <= op)


def _herzien(feiten: Feiten, posten: list[Post], gronden: list[Grond], op: date) -> date | None:
    """The first day to come in facts, posts or grounds: then the columns may differ by itself."""
    dagen: list[date | None] = [feiten.einde, feiten.persoon.overleden_op]
    dagen.append(voorbereiden_vanaf(feiten, aannames_op(op)))
    spannen: list[tuple[date | None, date | None]] = []
    spannen += [(rij.van, rij.tot) for rij in feiten.plaatsen]
    spannen += [(rij.van, rij.tot) for rij in feiten.gemeenten]
    spannen += [(rij.van, rij.tot) for rij in feiten.toezicht]
    dagen += [dag for span in spannen for dag in span]
    for post in posten:
        dagen += (post.gedaan_op, post.vervallen_op)
    for grond in gronden:
        dagen += (grond.geldig_vanaf, grond.geldig_tot)
    return herzien_op(dagen, op)
