"""The BIJ by itself: tell the mayor when it is due, tell again, end, and destroy. Clausule 6.5.

Two doors to one road: a change of the facts (`volg`) and a day that comes (`werk_bij`). Running
either again changes nothing. Artikel Bjsg 11a.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db.models import Q

from richting.akkoord import bijberichten as regels
from richting.akkoord.aannames import Aannames
from richting.akkoord.bijberichten import Inhoud, Terugkeer, Terugkeersoort, Versiereden
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import Grond as Partijgrond
from richting.akkoord.grondslagen import is_geldig
from richting.akkoord.grondslagen.bij import aanleiding, valt_onder_bij
from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from richting.delen.gronden import gronden_van
from richting.delen.models import Grond
from richting.dossiers.feiten import al_gevolgd, feiten_in, feiten_van_alle
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.invoer import NIETS, voeg_in
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loketten, meld_zonder_grond
from richting.meldingen.acties.bijvernietiging import ruim_op
from richting.meldingen.bijinhoud import inhouden
from richting.meldingen.models import Bijbericht, Bijversie
from richting.partijen.overzichten import loketten_voor

PER_KEER = 200
CATEGORIE = Gegevenscategorie.BIJ.value


@dataclass(frozen=True)
class Plicht:
    """What one desk must know today: on which ground, of which return, with which content."""

    dossier: UUID
    loket: int
    grond: Partijgrond
    feiten: Feiten
    terugkeer: Terugkeer
    inhoud: Inhoud


def volg(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Bring the messages of these dossiers in line with their facts. Clausule 6.5.

    No query for a stay that does not fall under the BIJ and did not before.
    """
    geraakt: dict[UUID, Feiten] = {}
    aannames = aannames_op(werk.wie.vandaag)
    for dossier in wijzigingen:
        if ("feiten_voor", dossier) not in werk.geheugen or al_gevolgd(werk, dossier, "bij"):
            continue
        feiten, voor = feiten_in(werk, dossier), werk.geheugen["feiten_voor", dossier]
        if valt_onder_bij(feiten, aannames) or (voor and valt_onder_bij(voor, aannames)):
            geraakt[dossier] = feiten
    if geraakt:
        breng_bij(werk, geraakt)


def werk_bij(wie: Wie) -> Counter[str]:
    """What the day brings: tell, tell again, end; then destroy what is over. Clausule 6.5.

    Returns how many of each.
    """
    telling: Counter[str] = Counter()
    with verwerking(wie):
        nummers = sorted(te_bezien(wie.vandaag))
    for begin in range(0, len(nummers), PER_KEER):
        with verwerking(wie) as werk:
            telling += breng_bij(werk, feiten_van_alle(nummers[begin : begin + PER_KEER]))
    return telling + ruim_op(wie)


def te_bezien(op: date) -> set[UUID]:
    """Within a unit of work: dossiers with a mayor who may know, or a message that runs.

    Two queries.
    """
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gt=op)
    gronden = Grond.objects.filter(
        geldig,
        grondslag=BIJ.code,
        loket__soort=Loketsoort.OPENBARE_ORDE.value,
        vervallen_op=None,
        geldig_vanaf__lte=op,
    )
    lopend = Bijbericht.objects.filter(beeindigd_op=None)
    return {
        *gronden.values_list("dossier", flat=True),
        *lopend.values_list("dossier", flat=True),
    }


def breng_bij(werk: Werk, per_dossier: Mapping[UUID, Feiten]) -> Counter[str]:
    """Write what differs between what the mayors must know and what they were told.

    Four queries when nothing differs, some more when something does, however many dossiers.
    """
    op = werk.wie.vandaag
    aannames = aannames_op(op)
    plichten = _plichten(per_dossier, op, aannames)
    lopend = Bijbericht.objects.filter(dossier__in=list(per_dossier), beeindigd_op=None)
    staand = {
        (rij.dossier_id, rij.loket_id): rij
        for rij in lopend.order_by("pk").prefetch_related("versies")
    }
    nieuw = [plicht for plek, plicht in plichten.items() if plek not in staand]
    weer = [
        (staand[plek], plicht, reden)
        for plek, plicht in plichten.items()
        if plek in staand and (reden := _reden(staand[plek], plicht, op))
    ]
    over = [rij for plek, rij in staand.items() if plek not in plichten]
    return Counter(
        verstrekt=_verstrek(werk, nieuw, aannames),
        gewijzigd=_vertel_opnieuw(werk, weer, aannames),
        beeindigd=_beeindig(werk, over, per_dossier, {d for d, _loket in plichten}, aannames),
    )


def _plichten(
    per_dossier: Mapping[UUID, Feiten], op: date, aannames: Aannames
) -> dict[tuple[UUID, int], Plicht]:
    """Per dossier and desk what must be known today."""
    wie = {
        dossier: gronden
        for dossier, feiten in per_dossier.items()
        if (gronden := _gronden(feiten, op, aannames))
    }
    inhoud = inhouden({dossier: per_dossier[dossier] for dossier in wie})
    uit = {}
    for dossier, gronden in wie.items():
        feiten = per_dossier[dossier]
        terugkeer = regels.terugkeer_op(feiten, op, aannames)
        for loket, grond in gronden.items():
            if terugkeer:
                uit[dossier, loket] = Plicht(
                    dossier, loket, grond, feiten, terugkeer, inhoud[dossier]
                )
    return uit


def _gronden(feiten: Feiten, op: date, aannames: Aannames) -> dict[int, Partijgrond]:
    """The mayor's desk that may know of this stay today, with its ground. No query."""
    geldend = [
        grond
        for grond in gronden_van(feiten, aannames)
        if grond.grondslag == BIJ.code
        and grond.partij.loketsoort == Loketsoort.OPENBARE_ORDE
        and is_geldig(grond, op)
    ]
    loketten = loketten_voor({grond.partij for grond in geldend}, op)
    op_volgorde = sorted(geldend, key=lambda grond: grond.geldig_vanaf)
    return {loketten[g.partij]: g for g in op_volgorde if g.partij in loketten}


def _reden(rij: Bijbericht, plicht: Plicht, op: date) -> Versiereden | None:
    versies = [een for een in rij.versies.all() if een.versie == rij.versie]
    if not versies:
        return Versiereden.OPNIEUW
    laatste = versies[0]
    staand = Terugkeer(laatste.terugkeer, Terugkeersoort(laatste.terugkeersoort))
    anders = laatste.inhoud != plicht.inhoud
    return regels.nieuwe_versie(staand, laatste.bewaren_tot, plicht.terugkeer, op, anders=anders)


def _verstrek(werk: Werk, plichten: list[Plicht], aannames: Aannames) -> int:
    """Tell these desks for the first time; of two who do it at once one does."""
    if not plichten:
        return 0
    rijen = [(_bericht(werk, plicht, aannames), plicht) for plicht in plichten]
    van_ons = voeg_in((rij for rij, _plicht in rijen), NIETS, met_sleutel=True)
    gedaan = [(rij, plicht) for rij, plicht in rijen if rij.pk in van_ons]
    voeg_in(_versie(werk, rij, p, Versiereden.EERSTE, aannames) for rij, p in gedaan)
    for rij, plicht in gedaan:
        laat = regels.dagen_te_laat(werk.wie.vandaag, rij.uiterlijk)
        werk.noteer(
            plicht.dossier,
            "bij_verstrekt",
            CATEGORIE,
            na={"loket": rij.loket_id, "bericht": str(rij.pk), "dagen_te_laat": laat},
            grondslag=BIJ.code,
        )
    _meld(werk, (rij for rij, _plicht in gedaan), Feitsoort.BIJ_VERSTREKT)
    return len(gedaan)


def _bericht(werk: Werk, plicht: Plicht, aannames: Aannames) -> Bijbericht:
    waarom = aanleiding(plicht.feiten, aannames)
    if waarom is None:
        raise RuntimeError("Een BIJ-grond zonder aanleiding.")
    mag_vanaf = plicht.grond.geldig_vanaf
    return Bijbericht(
        id=uuid4(),
        dossier_id=plicht.dossier,
        loket_id=plicht.loket,
        aanleiding=waarom.value,
        mag_vanaf=mag_vanaf,
        uiterlijk=regels.uiterlijk(plicht.terugkeer.dag, mag_vanaf, aannames),
        verstrekt_op=werk.wie.nu,
    )


def _versie(
    werk: Werk, rij: Bijbericht, plicht: Plicht, reden: Versiereden, aannames: Aannames
) -> Bijversie:
    return Bijversie(
        id=uuid4(),
        dossier_id=plicht.dossier,
        loket_id=plicht.loket,
        bericht_id=rij.pk,
        versie=rij.versie,
        reden=reden.value,
        inhoud=plicht.inhoud,
        terugkeer=plicht.terugkeer.dag,
        terugkeersoort=plicht.terugkeer.soort.value,
        verstrekt_op=werk.wie.nu,
        bewaren_tot=regels.bewaren_tot(werk.wie.vandaag, aannames),
    )


def _vertel_opnieuw(
    werk: Werk, weer: list[tuple[Bijbericht, Plicht, Versiereden]], aannames: Aannames
) -> int:
    """A next version; the desk confirms and answers again."""
    for rij, plicht, _r in weer:
        rij.versie, rij.stand = rij.versie + 1, rij.stand + 1
        rij.aanleiding = aanleiding(plicht.feiten, aannames) or rij.aanleiding
    if weer:
        rijen = [rij for rij, _p, _r in weer]
        Bijbericht.objects.bulk_update(rijen, ["versie", "stand", "aanleiding"])
    voeg_in((_versie(werk, rij, plicht, reden, aannames) for rij, plicht, reden in weer), NIETS)
    for rij, plicht, reden in weer:
        na = {"loket": rij.loket_id, "bericht": str(rij.pk), "versie": rij.versie, "reden": reden}
        werk.noteer(plicht.dossier, "bij_gewijzigd", CATEGORIE, na=na, grondslag=BIJ.code)
    _meld(werk, (rij for rij, _p, _r in weer), Feitsoort.BIJ_GEWIJZIGD)
    return len(weer)


def _beeindig(
    werk: Werk,
    rijen: list[Bijbericht],
    per_dossier: Mapping[UUID, Feiten],
    met_plicht: set[UUID],
    aannames: Aannames,
) -> int:
    """The desk has no ground any more; it hears so when that was not simply the term."""
    op = werk.wie.vandaag
    for rij in rijen:
        laatste = max(
            (een.terugkeer for een in rij.versies.all() if een.versie == rij.versie),
            default=rij.mag_vanaf,
        )
        reden = regels.eindreden(
            per_dossier[rij.dossier_id],
            laatste,
            op,
            elders=rij.dossier_id in met_plicht,
            aannames=aannames,
        )
        rij.beeindigd_op, rij.eindreden, rij.stand = op, reden.value, rij.stand + 1
        na = {"loket": rij.loket_id, "bericht": str(rij.pk), "reden": reden.value}
        werk.noteer(rij.dossier_id, "bij_beeindigd", CATEGORIE, na=na, grondslag=BIJ.code)
        if reden in regels.INGETROKKEN:
            meld_zonder_grond(werk, rij.dossier_id, rij.loket_id, Feitsoort.BIJ_INGETROKKEN)
    if rijen:
        Bijbericht.objects.bulk_update(rijen, ["beeindigd_op", "eindreden", "stand"])
    return len(rijen)


def _meld(werk: Werk, rijen: Iterable[Bijbericht], feit: Feitsoort) -> None:
    """In the mailbox of the desk, where it counts as new again. Clausule 5.4."""
    aan = list(_aan(rijen))
    for dossier, loket in aan:
        werk.geheugen.setdefault(("gemeld", dossier), set()).add(loket)
    if aan:
        meld_aan_loketten(werk, [(dossier, loket, feit) for dossier, loket in aan])


def _aan(rijen: Iterable[Bijbericht]) -> Iterator[tuple[UUID, int]]:
    return ((rij.dossier_id, rij.loket_id) for rij in rijen)
