"""Regional agreements: propose, confirm, leave, withdraw. Clausule 6.6.

Only the manager of a desk speaks for it; a system may propose, a person says yes. What an agreement
leaves out is left out in the same transaction, in every dossier it touches. Who may not gets
NietToegestaan, and a page answers 404.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from richting.akkoord.partij import Partij
from richting.akkoord.regioafspraken import Afspraakdeel, Bezwaar, Voorstel, toets
from richting.akkoord.woorden import Loketsoort
from richting.delen.acties.herrekening import breng_bij, per_keer
from richting.delen.afsprakenboek import als_rijen, delen_van
from richting.delen.models import Grond, Regioafspraak, Regioafspraakpartij
from richting.delen.rechten import ZONDER_AFSPRAKEN
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket
from richting.partijen.rechten import beheerde_loketten

BEHEER = "beheer"
"""The category of journal rows outside dossiers."""


class Geweigerd(KanNiet):
    """The agreement is wider than the law, or cannot stand otherwise. Nothing was saved."""

    def __init__(self, bezwaren: tuple[Bezwaar, ...]) -> None:
        super().__init__("geweigerd", _("Deze afspraak kan niet. Er is niets opgeslagen."))
        self.bezwaren = bezwaren


@dataclass(frozen=True)
class Invoer:
    """An agreement as somebody proposes it; `loketten` are the desks, the own one goes without
    saying. The rest as in the table `Regioafspraak`."""

    naam: str
    doel: str
    grondslagen: tuple[str, ...]
    loketten: tuple[int, ...]
    vindplaats: str
    geldig_vanaf: date
    geldig_tot: date | None = None
    delen: tuple[Afspraakdeel, ...] = ()
    antwoord_werkdagen: int | None = None
    toelichting: str = ""


def stel_voor(wie: Wie, invoer: Invoer) -> Regioafspraak:
    """Propose an agreement; the proposing manager says yes for the own desk at once. Clausule 6.6.

    Who leads each of the other desks reads it above the work list until the desk says yes.
    Raises NietToegestaan, Geweigerd with every reason, KanNiet for a desk that is not there.
    """
    with verwerking(wie) as werk:
        eigen = _eigen_loket(wie)
        loketten = _loketten({eigen, *invoer.loketten})
        _check(_voorstel(invoer, loketten.values()), wie)
        rij = Regioafspraak(
            naam=invoer.naam,
            doel=invoer.doel,
            grondslagen=sorted(set(invoer.grondslagen)),
            delen=als_rijen(invoer.delen),
            antwoord_werkdagen=invoer.antwoord_werkdagen,
            toelichting=invoer.toelichting,
            vindplaats=invoer.vindplaats,
            geldig_vanaf=invoer.geldig_vanaf,
            geldig_tot=invoer.geldig_tot,
            voorgesteld_op=wie.nu,
            voorgesteld_door=wie.naam,
            voorsteller_id=eigen,
            medewerker=wie.medewerker,
            systeem=wie.systeem,
        )
        rij.save(force_insert=True)
        Regioafspraakpartij.objects.bulk_create(
            Regioafspraakpartij(afspraak=rij, loket=loket) for loket in loketten.values()
        )
        na = {**_kenmerk(rij), **_inhoud(rij), "loketten": sorted(loketten)}
        werk.noteer(None, "regioafspraak_voorgesteld", BEHEER, na=na)
        if wie.systeem is None:
            _zeg_ja(werk, rij, eigen)
    return rij


def bevestig(wie: Wie, nummer: UUID) -> None:
    """The manager says yes for the own desk, which is bound from today. Clausule 6.6.

    Judged anew against the law of today. Raises NietToegestaan, Geweigerd, KanNiet.
    """
    with verwerking(wie) as werk:
        eigen = _eigen_mens(wie)
        rij = _vergrendeld(nummer, eigen)
        if rij.geldig_tot is not None and rij.geldig_tot <= wie.vandaag:
            raise KanNiet("voorbij", _("Deze afspraak is al voorbij."))
        loketten = [een.loket for een in rij.partijen.select_related("loket__organisatie")]
        vanaf = max(rij.geldig_vanaf, wie.vandaag)
        _check(replace(_voorstel(_invoer(rij), loketten), vanaf=vanaf), wie)
        _zeg_ja(werk, rij, eigen)


def zeg_op(wie: Wie, nummer: UUID, per: date, reden: str) -> None:
    """The own desk leaves the agreement; `per` is the first day without. Clausule 6.6.

    What was left out for it comes back on that day. Raises NietToegestaan, KanNiet.
    """
    with verwerking(wie) as werk:
        eigen = _eigen_mens(wie)
        rij = _vergrendeld(nummer, eigen)
        partij = rij.partijen.get(loket=eigen)
        if partij.gebonden_vanaf is None:
            raise KanNiet("niet_gebonden", _("Uw loket heeft deze afspraak niet bevestigd."))
        if partij.opgezegd_per is not None and partij.opgezegd_per <= wie.vandaag:
            raise KanNiet("al_weg", _("Uw loket doet al niet meer mee."))
        if per < wie.vandaag:
            raise KanNiet("terugwerkend", _("Opzeggen werkt niet terug. Kies vandaag of later."))
        partij.opgezegd_per, partij.opgezegd_op = per, wie.nu
        partij.opgezegd_door, partij.opzegreden = wie.naam, reden
        partij.save()
        na = {**_kenmerk(rij), "loket": eigen, "per": per.isoformat()}
        werk.noteer(None, "regioafspraak_opgezegd", BEHEER, na=na, reden=reden)
        _laat_volgen(werk, rij, eigen)


def trek_in(wie: Wie, nummer: UUID) -> None:
    """The desk that proposed takes the proposal back, as long as nobody else said yes.

    Raises NietToegestaan for another desk, KanNiet.
    """
    with verwerking(wie) as werk:
        eigen = _eigen_mens(wie)
        rij = _vergrendeld(nummer, eigen)
        if rij.voorsteller_id != eigen:
            raise NietToegestaan(str(nummer))
        if rij.partijen.exclude(loket=eigen).filter(gebonden_vanaf__isnull=False).exists():
            zin = _("Een andere partij heeft al bevestigd. Zeg de afspraak op.")
            raise KanNiet("al_bevestigd", zin)
        rij.ingetrokken_op = wie.nu
        rij.save(update_fields=["ingetrokken_op"])
        werk.noteer(None, "regioafspraak_ingetrokken", BEHEER, na=_kenmerk(rij))


def herstel(wie: Wie) -> Iterator[list[UUID]]:
    """Bring the grounds of each dossier that an agreement touches in line; yields what drifted.

    For a dossier that somebody opened in the very second of a yes. Run as owner or by the program.
    """
    with verwerking(wie):
        lopend = Regioafspraak.objects.filter(ingetrokken_op=None).exclude(delen=[])
        nummers = sorted({nummer for rij in lopend for nummer in _geraakt(rij, wie.vandaag)})
    for groep in per_keer(nummers):
        with verwerking(wie) as werk:
            scheef = breng_bij(werk, groep)
        yield scheef


def _zeg_ja(werk: Werk, rij: Regioafspraak, loket: int) -> None:
    wie = werk.wie
    partij = rij.partijen.get(loket=loket)
    if partij.gebonden_vanaf is not None:
        raise KanNiet("al_bevestigd", _("Uw loket heeft deze afspraak al bevestigd."))
    partij.bevestigd_op, partij.bevestigd_door = wie.nu, wie.naam
    partij.medewerker, partij.gebonden_vanaf = wie.medewerker, wie.vandaag
    partij.save()
    na = {**_kenmerk(rij), "loket": loket}
    werk.noteer(None, "regioafspraak_bevestigd", BEHEER, na=na)
    _laat_volgen(werk, rij, loket)


def _laat_volgen(werk: Werk, rij: Regioafspraak, loket: int) -> None:
    """The grounds of the dossiers that this desk shares with another party follow, now."""
    if not rij.delen:
        return
    for nummers in per_keer(_geraakt(rij, werk.wie.vandaag, loket)):
        breng_bij(werk, nummers)


def _geraakt(rij: Regioafspraak, op: date, loket: int | None = None) -> list[UUID]:
    """The dossiers that two parties of this agreement see, now or later, in order; `loket`: one
    is this."""
    loketten = list(
        rij.partijen.filter(gebonden_vanaf__isnull=False).values_list("loket", flat=True)
    )
    gronden = Grond.objects.filter(vervallen_op=None, loket__in=loketten)
    gronden = gronden.filter(Q(geldig_tot=None) | Q(geldig_tot__gt=op))
    if loket is not None:
        eigen = Grond.objects.filter(vervallen_op=None, loket=loket).values("dossier")
        gronden = gronden.filter(dossier__in=eigen)
    per_dossier = gronden.order_by().values("dossier").annotate(n=Count("loket", distinct=True))
    return sorted(per_dossier.filter(n__gte=2).values_list("dossier", flat=True))


def _check(voorstel: Voorstel, wie: Wie) -> None:
    bezwaren = toets(voorstel, wie.vandaag, aannames_op(voorstel.vanaf))
    if bezwaren:
        raise Geweigerd(bezwaren)


def _voorstel(invoer: Invoer, loketten: Iterable[Loket]) -> Voorstel:
    return Voorstel(
        partijen=tuple(Partij(Loketsoort(een.soort), een.organisatie.code) for een in loketten),
        grondslagen=invoer.grondslagen,
        doel=invoer.doel,
        delen=invoer.delen,
        vanaf=invoer.geldig_vanaf,
        tot=invoer.geldig_tot,
        antwoord_werkdagen=invoer.antwoord_werkdagen,
    )


def _invoer(rij: Regioafspraak) -> Invoer:
    return Invoer(
        naam=rij.naam,
        doel=rij.doel,
        grondslagen=tuple(rij.grondslagen),
        loketten=(),
        vindplaats=rij.vindplaats,
        geldig_vanaf=rij.geldig_vanaf,
        geldig_tot=rij.geldig_tot,
        delen=delen_van(rij.delen),
        antwoord_werkdagen=rij.antwoord_werkdagen,
    )


def _inhoud(rij: Regioafspraak) -> dict[str, Any]:
    return {
        "grondslagen": rij.grondslagen,
        "delen": rij.delen,
        "antwoord_werkdagen": rij.antwoord_werkdagen,
        "vanaf": rij.geldig_vanaf.isoformat(),
        "tot": rij.geldig_tot.isoformat() if rij.geldig_tot else None,
        "vindplaats": rij.vindplaats,
    }


def _kenmerk(rij: Regioafspraak) -> dict[str, Any]:
    return {"regioafspraak": str(rij.pk), "naam": rij.naam}


def _loketten(nummers: set[int]) -> dict[int, Loket]:
    """These desks with their organisations; raises KanNiet when one is not there any more."""
    rijen = Loket.objects.filter(pk__in=nummers, actief=True, organisatie__geldig_tot=None)
    gevonden = {een.pk: een for een in rijen.select_related("organisatie")}
    if set(gevonden) != nummers:
        raise KanNiet("geen_loket", _("Een van de partijen heeft hier geen loket (meer)."))
    return gevonden


def _vergrendeld(nummer: UUID, loket: int) -> Regioafspraak:
    """An agreement of this desk that was not withdrawn, locked for this unit of work."""
    rijen = Regioafspraak.objects.select_for_update(no_key=True, of=("self",))
    rij = rijen.filter(pk=nummer, ingetrokken_op=None, partijen__loket=loket).first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def _eigen_loket(wie: Wie) -> int:
    """The desk that proposes: its manager, or its system; raises NietToegestaan."""
    if wie.loket is None or wie.loketsoort in ZONDER_AFSPRAKEN:
        raise NietToegestaan(wie.loketsoort)
    return wie.loket if wie.systeem is not None else _eigen_mens(wie)


def _eigen_mens(wie: Wie) -> int:
    """The desk whose manager acts; raises NietToegestaan."""
    if wie.loket is None or not beheerde_loketten(wie).filter(pk=wie.loket).exists():
        raise NietToegestaan(wie.loketsoort)
    return wie.loket
