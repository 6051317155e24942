"""The terms of a dossier as posts of their desks. Clausule 5.1, 5.4."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.posten import Post
from richting.akkoord.termijnen import REGEL, Daden, Termijn, lopende_termijnen
from richting.akkoord.termijnregels import Termijnregel
from richting.partijen.overzichten import loketten_voor
from richting.regie import vervulling
from richting.regie.posten import Posten, Postenbron, Postvraag, als_programma, registreer

SOORT = "termijn"
ONDERWERP = f"{SOORT}:"
"""How the key of such a post begins; the key of the term follows."""


def maak(vraag: Postvraag) -> Posten:
    """The terms of these dossiers. No query but those of who knows what was done."""
    with als_programma(vraag.lezer):
        daden = vervulling.daden_van(list(vraag.feiten), vraag.gevuld)
    return {
        nummer: termijnposten(een, daden[nummer], vraag.op, vraag.aannames)
        for nummer, een in vraag.feiten.items()
    }


def termijnposten(feiten: Feiten, daden: Daden, op: date, aannames: Aannames) -> list[Post]:
    """The terms of one dossier that have a desk."""
    lopend = lopende_termijnen(feiten, op, daden, aannames)
    loketten = loketten_voor({termijn.partij for termijn in lopend}, op)
    return [_post(t, loketten[t.partij]) for t in lopend if t.partij in loketten]


def _post(termijn: Termijn, loket: int) -> Post:
    regel = termijn.regel
    return Post(
        soort=SOORT,
        sleutel=ONDERWERP + termijn.sleutel,
        loket=loket,
        uiterlijk=termijn.uiterlijk,
        sinds=termijn.sinds,
        zin=regel.zin,
        bron=regel.bron,
        categorie=regel.categorie,
        pagina=regel.pagina,
        gedaan_op=termijn.gedaan_op,
        vervallen_op=termijn.vervallen_op,
    )


def regel_van(sleutel: str) -> Termijnregel | None:
    """The rule of a term by the key of its post; None for a post that is no term. No query."""
    if not sleutel.startswith(ONDERWERP):
        return None
    return REGEL.get(sleutel.removeprefix(ONDERWERP).partition(":")[0])


def meld_aan() -> None:
    """Add this source; running it twice changes nothing."""
    registreer(Postenbron("termijnen", maak))
    vervulling.registreer("afvinking", _afgevinkt, tabellen=("regie_afvinking",))


def _afgevinkt(dossiers: Collection[UUID]) -> dict[UUID, dict[str, list[date]]]:
    from richting.regie.models import Afvinking

    uit: dict[UUID, dict[str, list[date]]] = {}
    rijen = Afvinking.objects.filter(dossier__in=dossiers)
    for nummer, daad, dag in rijen.values_list("dossier", "daad", "gedaan_op"):
        uit.setdefault(nummer, {}).setdefault(daad, []).append(dag)
    return uit
