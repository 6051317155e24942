"""What decisions ask of desks: a reaction, talking over an objection, making it final.

Clausule 5.3, 5.4. Computed each time from the rows; three queries, however many dossiers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from uuid import UUID

from django.utils import timezone

from richting.akkoord.aannames import Aannames
from richting.akkoord.besluiten import (
    Besluitstaat,
    definitief_vanaf,
    hoort_nog,
    onbesproken,
    overleg_voor,
)
from richting.akkoord.geraakten import Besluitsoort, opvolger
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.posten import Post
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie
from richting.delen.gronden import geldende_rijen, open_per_loket
from richting.meldingen.acties import SPOED
from richting.meldingen.models import Melding
from richting.meldingen.overzichten import onbeantwoord
from richting.partijen import loketboek
from richting.regie.besluitstand import stand_van
from richting.regie.models import Besluit
from richting.regie.posten import Posten, Postenbron, Postvraag, als_programma, registreer

REACTIE, OVERLEG, DEFINITIEF = "besluit_reactie", "besluit_overleg", "besluit_definitief"
SPOEDREACTIE, SPOEDMELDING = "spoedbesluit", "spoedmelding"
ZINNEN = {
    REACTIE: _("Zeg wat uw loket vindt van een besluit dat u raakt."),
    SPOEDREACTIE: _("Zeg alsnog wat uw loket vindt van een besluit dat met spoed is genomen."),
    OVERLEG: _("Overleg over het bezwaar tegen uw besluit."),
    DEFINITIEF: _("Iedereen is gehoord. Maak uw besluit definitief of trek het in."),
}
PAGINA = "regie:besluit"
SOORTEN = frozenset(
    {
        "besluit_voorgenomen",
        "besluit_spoed",
        "besluit_reactie",
        "besluit_besproken",
        "besluit_definitief",
        "besluit_ingetrokken",
        "besluit_overgenomen",
    }
)
TE_BEVESTIGEN = {
    Feitsoort.VERTROKKEN: _("Bevestig dat u weet dat het verblijf voorbij is."),
    Feitsoort.ONTVLUCHT: _("Bevestig dat u weet dat deze persoon is ontvlucht of niet terugkwam."),
    Feitsoort.SPOEDBESLUIT: _("Bevestig dat u weet van een besluit dat met spoed is genomen."),
}
"""What must be done with urgent news that itself says nothing of it, or asks for another thing
that has a day of its own."""


def meld_aan() -> None:
    """Register both sources; running it twice changes nothing."""
    registreer(Postenbron("besluiten", maak, SOORTEN, ("regie_besluit",)))
    registreer(
        Postenbron(
            "spoedmeldingen",
            maak_spoedmeldingen,
            frozenset({"vertrokken", "overleden", "ontvlucht", "besluit_spoed", "bevestigd"}),
            ("meldingen_melding",),
        )
    )


def maak(vraag: Postvraag) -> Posten:
    """The posts of the decisions of these dossiers. Three queries. Clausule 5.3."""
    uit: dict[UUID, list[Post]] = {}
    rijen = Besluit.objects.filter(dossier__in=list(vraag.feiten)).order_by("pk")
    besluiten = list(rijen.select_related("loket").prefetch_related("reacties"))
    if not besluiten:
        return uit
    with als_programma(vraag.lezer):
        gronden = geldende_rijen({besluit.dossier_id for besluit in besluiten})
    for besluit in besluiten:
        open_ = open_per_loket(gronden.get(besluit.dossier_id, ()), vraag.op)
        beslisser = _beslisser(besluit, open_)
        uit.setdefault(besluit.dossier_id, []).extend(_van(besluit, beslisser, vraag))
    return uit


def _beslisser(besluit: Besluit, open_: Mapping[int, Collection[str]]) -> int:
    """The desk that has the decision to do: who took it, or its successor when that lost sight.

    Clausule 5.3. With no successor it stays where it was.
    """
    if besluit.categorie in open_.get(besluit.loket_id, ()):
        return besluit.loket_id
    soorten = {nummer: soort for (soort, _code), nummer in loketboek.boek().loketten.items()}
    zien = [
        (soorten[loket], loket)
        for loket, categorieen in open_.items()
        if loket in soorten and besluit.categorie in categorieen
    ]
    nieuw = opvolger(Besluitsoort(besluit.soort), besluit.loket.soort, zien)
    return nieuw or besluit.loket_id


def _van(besluit: Besluit, beslisser: int, vraag: Postvraag) -> Iterator[Post]:
    yield from _reacties(besluit, beslisser)
    yield from _overleg(besluit, beslisser, vraag.aannames)
    yield from _definitief(besluit, beslisser, vraag.op)


def _reacties(besluit: Besluit, beslisser: int) -> Iterator[Post]:
    """Each party that was asked: until it reacted, or the decision needs no reaction any more."""
    soort = SPOEDREACTIE if besluit.spoed else REACTIE
    open_ = hoort_nog(stand_van(besluit))
    for rij in besluit.reacties.all():
        if rij.loket_id is None or rij.uiterlijk is None:
            continue
        yield _post(
            besluit,
            soort,
            f"{REACTIE}:{rij.pk}",
            loket=rij.loket_id,
            wachter=beslisser,
            uiterlijk=rij.uiterlijk,
            sinds=_dag(rij.gevraagd_op),
            gedaan_op=_dag(rij.op) if rij.op else None,
            vervallen_op=None if open_ else _einde(besluit),
        )


def _overleg(besluit: Besluit, beslisser: int, aannames: Aannames) -> Iterator[Post]:
    """An objection that nobody talked over yet. Clausule 5.3, 8.5."""
    open_ = onbesproken(stand_van(besluit))
    dagen = [gehoord.op.date() for gehoord in open_ if gehoord.op]
    if dagen and besluit.staat != Besluitstaat.INGETROKKEN:
        yield _post(
            besluit,
            OVERLEG,
            f"{OVERLEG}:{besluit.pk}:{min(dagen):%Y%m%d}",
            loket=beslisser,
            uiterlijk=overleg_voor(min(dagen), aannames),
            sinds=min(dagen),
        )


def _definitief(besluit: Besluit, beslisser: int, op: date) -> Iterator[Post]:
    """Everybody was heard: the decision waits for who decides. Clausule 5.3."""
    vanaf = definitief_vanaf(stand_van(besluit)) or _dag(besluit.gemaakt_op)
    if besluit.staat != Besluitstaat.VOORGENOMEN or op < vanaf:
        return
    yield _post(
        besluit,
        DEFINITIEF,
        f"{DEFINITIEF}:{besluit.pk}",
        loket=beslisser,
        uiterlijk=max(vanaf, besluit.ingang),
        sinds=vanaf,
    )


def _post(
    besluit: Besluit,
    soort: str,
    sleutel: str,
    *,
    loket: int,
    uiterlijk: date,
    sinds: date,
    wachter: int | None = None,
    gedaan_op: date | None = None,
    vervallen_op: date | None = None,
) -> Post:
    return Post(
        soort=soort,
        sleutel=sleutel,
        loket=loket,
        uiterlijk=uiterlijk,
        sinds=sinds,
        zin=ZINNEN[soort],
        bron=Bron("clausule", "5.3"),
        categorie=Gegevenscategorie(besluit.categorie),
        wachter=wachter,
        pagina=PAGINA,
        delen=(str(besluit.pk),),
        gedaan_op=gedaan_op,
        vervallen_op=vervallen_op,
    )


def maak_spoedmeldingen(vraag: Postvraag) -> Posten:
    """Urgent news that a desk of the plan has not read yet. One query. Clausule 5.4."""
    uit: dict[UUID, list[Post]] = {}
    for rij in onbeantwoord(vraag.feiten, SPOED, regel_voor(Feitsoort.SPOEDBESLUIT).aan):
        uit.setdefault(rij.dossier_id, []).append(_ongelezen(rij))
    return uit


def _ongelezen(rij: Melding) -> Post:
    feit = Feitsoort(rij.soort)
    return Post(
        soort=SPOEDMELDING,
        sleutel=f"{SPOEDMELDING}:{rij.pk}",
        loket=rij.loket_id,
        uiterlijk=rij.uiterlijk,
        sinds=_dag(rij.aangemaakt_op),
        zin=TE_BEVESTIGEN.get(feit) or regel_voor(feit).zin,
        bron=Bron("clausule", "5.4"),
        categorie=regel_voor(feit).categorie,
    )


def _einde(besluit: Besluit) -> date:
    moment = besluit.ingetrokken_op or besluit.definitief_op or besluit.gemaakt_op
    return _dag(moment)


def _dag(moment: date) -> date:
    return timezone.localtime(moment).date()  # type: ignore[arg-type]
