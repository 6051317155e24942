"""The climb: takes the steps that are due, each once, however often and by however many it runs.

A step is a row that can be there only once; whoever's row it is, tells. What is done, lapsed, put
off or moved is closed. Runs as the program itself, in one unit of work per batch of dossiers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from richting.akkoord.ladder import (
    HOGEROP,
    Stap,
    kan_niet_wachten,
    laatste_dag_binnen_bereik,
    te_zetten,
)
from richting.akkoord.meldingen import APART, VEILIGHEIDSPARTIJEN
from richting.akkoord.posten import Post, vraagt_werk
from richting.akkoord.woorden import Feitsoort
from richting.delen.gronden import geldende_rijen, open_per_loket
from richting.dossiers.feiten import feiten_van_alle
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.models import Lidmaatschap, Loket
from richting.regie.acties import mail
from richting.regie.acties.basis import een_tegelijk
from richting.regie.behandelaars import Werkstuk, behandelaars, leden
from richting.regie.models import Belemmering, Herinnering, Werkregel
from richting.regie.posten import Postvraag, posten_van
from richting.regie.termijnposten import regel_van

PER_KEER = 200
BEURT = 7405
"""Two climbs take turns by batch, so that neither waits for rows that the other holds."""
Sleutel = tuple[UUID, int, str, date]
"""A post on its day: dossier, desk, key, last day."""


@dataclass(frozen=True)
class Trede:
    """A step that this run took: the row and the post it is about."""

    rij: Herinnering
    post: Post


def klim(wie: Wie, *, mailt: bool, hoogstens: int | None = None) -> Counter[str]:
    """Take every step that is due; returns how many of each. Clausule 7.5.

    `mailt`: there is somewhere to send mail. `hoogstens`: no more dossiers than about so many, for
    the demo; left out, all. Ten queries per batch, and a few per step taken.
    """
    telling: Counter[str] = Counter()
    na: UUID | None = None
    gezien = 0
    while hoogstens is None or gezien < hoogstens:
        with verwerking(wie) as werk:
            een_tegelijk(BEURT)
            nummers = dossiers_met_werk(wie.vandaag, na)
            treden = _klim_in(werk, nummers, mailt)
        telling.update(trede.rij.stap for trede in treden)
        gezien += len(nummers)
        if len(nummers) < PER_KEER:
            break
        na = nummers[-1]
    return telling


def dossiers_met_werk(op: date, na: UUID | None) -> list[UUID]:
    """The next dossiers in which something may climb, or has to be closed. One query.

    Those of which the work list of some desk says that its first day is within reach, and those
    with a step still open.
    """
    bereik = laatste_dag_binnen_bereik(op, aannames_op(op))
    nog_open = Herinnering.objects.filter(dossier=OuterRef("pk"), klaar_op=None)
    te_doen = Werkregel.objects.filter(dossier=OuterRef("pk"), uiterlijk__lte=bereik)
    rijen = Dossier.objects.filter(Exists(te_doen) | Exists(nog_open))
    if na is not None:
        rijen = rijen.filter(pk__gt=na)
    return list(rijen.order_by("pk").values_list("pk", flat=True)[:PER_KEER])


def _klim_in(werk: Werk, nummers: list[UUID], mailt: bool) -> list[Trede]:
    posten = _posten(werk, nummers)
    staand = list(Herinnering.objects.filter(dossier__in=nummers).select_related("belemmering"))
    _sluit_en_heropen(posten, staand, werk.wie.vandaag)
    treden = _zet(werk, posten, staand)
    gestuurd = [trede for trede in treden if not trede.rij.overgeslagen]
    _naar_postbus(werk, gestuurd)
    _op_de_lijst(gestuurd, werk.wie.vandaag)
    _noteer(werk, gestuurd)
    if mailt:
        mail.leg_klaar(werk.wie, list(_ontvangers(gestuurd, werk.wie.vandaag)))
    return treden


def _posten(werk: Werk, nummers: list[UUID]) -> dict[Sleutel, Post]:
    """The posts of desks that may still see them; a step for another would tell what is hidden."""
    op = werk.wie.vandaag
    vraag = Postvraag(feiten_van_alle(nummers), op, aannames_op(op))
    gronden = geldende_rijen(nummers)
    open_ = {nummer: open_per_loket(gronden.get(nummer, ()), op) for nummer in nummers}
    return {
        (dossier, post.loket, post.sleutel, post.uiterlijk): post
        for dossier, posten in posten_van(vraag).items()
        for post in posten
        if post.categorie.value in open_[dossier].get(post.loket, ())
    }


def _sleutel(rij: Herinnering) -> Sleutel:
    return rij.dossier_id, rij.loket_id, rij.sleutel, rij.uiterlijk


def _sluit_en_heropen(posten: dict[Sleutel, Post], staand: list[Herinnering], op: date) -> None:
    """Close what asks for nothing any more, open again what does. Three queries at most."""
    klaar: list[Herinnering] = []
    weer: list[Herinnering] = []
    for rij in staand:
        post = posten.get(_sleutel(rij))
        loopt = post is not None and vraagt_werk(post, op)
        if loopt == (rij.klaar_op is None):
            continue
        rij.klaar_op = None if loopt else op
        (weer if loopt else klaar).append(rij)
    if klaar or weer:
        Herinnering.objects.bulk_update([*klaar, *weer], ["klaar_op"])
    for rijen, dag in ((klaar, op), (weer, None)):
        lijst = [rij.belemmering_id for rij in rijen if rij.belemmering_id]
        if lijst:
            Belemmering.objects.filter(pk__in=lijst).update(opgelost_op=dag)


def _zet(werk: Werk, posten: dict[Sleutel, Post], staand: list[Herinnering]) -> list[Trede]:
    """Put the steps that are due on record; those that were not there yet. Two queries."""
    op = werk.wie.vandaag
    aannames = aannames_op(op)
    gezet: dict[Sleutel, dict[Stap, date]] = {}
    for rij in staand:
        gezet.setdefault(_sleutel(rij), {})[Stap(rij.stap)] = rij.gezet_op
    treden = [
        Trede(
            _rij(sleutel, post, zet.stap, op, zet.overgeslagen, kan_niet_wachten(post, aannames)),
            post,
        )
        for sleutel, post in sorted(posten.items(), key=lambda paar: paar[0])
        for zet in te_zetten(post, op, gezet.get(sleutel, {}), aannames)
    ]
    if not treden:
        return []
    Herinnering.objects.bulk_create([trede.rij for trede in treden], ignore_conflicts=True)
    nummers = [trede.rij.pk for trede in treden]
    van_ons = set(Herinnering.objects.filter(pk__in=nummers).values_list("pk", flat=True))
    return [trede for trede in treden if trede.rij.pk in van_ons]


def _rij(
    sleutel: Sleutel, post: Post, stap: Stap, op: date, overgeslagen: bool, spoed: bool
) -> Herinnering:
    dossier, loket, naam, uiterlijk = sleutel
    return Herinnering(
        dossier_id=dossier,
        loket_id=loket,
        sleutel=naam,
        uiterlijk=uiterlijk,
        stap=stap.value,
        soort=post.soort,
        categorie=post.categorie.value,
        spoed=spoed,
        overgeslagen=overgeslagen,
        gezet_op=op,
    )


def _met(treden: Iterable[Trede], *stappen: Stap) -> Iterator[Trede]:
    return (trede for trede in treden if trede.rij.stap in stappen)


def _naar_postbus(werk: Werk, treden: list[Trede]) -> None:
    """The whole desk gets it in its mailbox. Clausule 5.4."""
    for trede in _met(treden, Stap.POSTBUS):
        rij = trede.rij
        meld_aan_loket(
            werk, rij.dossier_id, rij.loket_id, Feitsoort.HERINNERING, uiterlijk=rij.uiterlijk
        )


def _op_de_lijst(treden: list[Trede], op: date) -> None:
    """It becomes an obstacle, without person or dossier. Two queries. Clausule 7.5."""
    rijen = []
    for trede in _met(treden, Stap.BELEMMERING):
        post = trede.post
        trede.rij.belemmering = Belemmering(
            soort=post.soort,
            bron=str(post.bron),
            regel=regel.code if (regel := regel_van(post.sleutel)) else "",
            loket_id=post.loket,
            wachter_id=post.wachter,
            uiterlijk=post.uiterlijk,
            sinds=op,
        )
        rijen.append(trede.rij)
    if rijen:
        Belemmering.objects.bulk_create([rij.belemmering for rij in rijen])  # type: ignore[misc]
        for rij in rijen:
            rij.belemmering = rij.belemmering
        Herinnering.objects.bulk_update(rijen, ["belemmering"])


def _noteer(werk: Werk, treden: list[Trede]) -> None:
    """The climb above the desk stands in the timeline, in the compartment of the post.

    Not of desks that are known to few, when the post itself would tell all of them.
    """
    hogerop = list(_met(treden, *HOGEROP))
    nummers = {trede.rij.loket_id for trede in hogerop}
    stil = set(
        Loket.objects.filter(pk__in=nummers, soort__in=VEILIGHEIDSPARTIJEN).values_list(
            "pk", flat=True
        )
        if nummers
        else ()
    )
    for trede in hogerop:
        rij, post = trede.rij, trede.post
        if rij.loket_id not in stil or post.categorie in APART:
            werk.noteer(
                rij.dossier_id,
                "opgeklommen",
                rij.categorie,
                na={"loket": rij.loket_id, "stap": rij.stap, "uiterlijk": str(rij.uiterlijk)},
            )


def _ontvangers(treden: list[Trede], op: date) -> Iterator[tuple[Herinnering, frozenset[int]]]:
    """Who gets mail of each step: who has it in hand, the manager, the managers of both desks."""
    bij_hand = list(_met(treden, Stap.VOORAF, Stap.OP_DE_DAG))
    handen = behandelaars((_werkstuk(trede) for trede in bij_hand), op)
    for trede in bij_hand:
        yield trede.rij, handen[_werkstuk(trede)]
    hogerop = list(_met(treden, *HOGEROP))
    leiding = leden((lok for t in hogerop for lok in _loketten(t)), op, Lidmaatschap.BEHEERDER)
    for trede in hogerop:
        yield (
            trede.rij,
            frozenset().union(*(leiding.get(lok, frozenset()) for lok in _loketten(trede))),
        )


def _werkstuk(trede: Trede) -> Werkstuk:
    return Werkstuk(trede.rij.dossier_id, trede.rij.loket_id, trede.post.medewerker)


def _loketten(trede: Trede) -> tuple[int, ...]:
    wachter = trede.post.wachter
    mee = trede.rij.stap == Stap.BELEMMERING and wachter is not None
    return (trede.post.loket, wachter) if mee and wachter else (trede.post.loket,)
