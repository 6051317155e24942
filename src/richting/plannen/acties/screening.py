"""Measuring the life areas: save a draft, fix it, take over what is known. Clausule 5.1, 5.2, 8.2.

A draft belongs to the dossier, not to a person: whoever may see the area works in the same one. A
screen sends its answers and those it began with, so that two people who answer different questions
both keep their work; where they differ on one question nothing is overwritten (`Verschil`). What is
in a draft stands nowhere but in the draft: it dies with it. The journal holds what was fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.antwoorden import als_json, uit_json, zelfde
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.meetmoment import kan_gemeten
from richting.akkoord.plan.vragenlijst import Vragenlijst, check_antwoord
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.actiedelen import check_planpartij
from richting.plannen.acties.basis import planwerk
from richting.plannen.botsing import nieuw, ondertekend
from richting.plannen.models import Afname
from richting.plannen.overzichten.brongegevens import bekende_antwoorden, brongegevens
from richting.plannen.overzichten.screening import antwoorden, concepten, laatste_van_moment
from richting.plannen.vragenlijsten import met_code, nieuwste

PLAN = Gegevenscategorie.PLAN.value
Antwoorden = Mapping[str, Antwoord]


@dataclass(frozen=True)
class Inzending:
    """What a screen sends about one life area: its answers, and those it began with."""

    antwoorden: Antwoorden
    begin: Antwoorden


@dataclass(frozen=True)
class Verschil:
    """A question that two people answered differently. `nu` stands, `uw` was not saved.

    `door` wrote in the draft last, "" when that was the user: then it is not known who it was.
    """

    leefgebied: Leefgebied
    vraag: str
    nu: Antwoord
    uw: Antwoord
    door: str


@dataclass(frozen=True)
class Bewaard:
    """What came of it: what stands now per life area, and what was not saved.

    `afnames` are the drafts that this call wrote in, or what it fixed; an area without any news
    has none. `overgenomen` counts the answers that were copied from an earlier measurement.
    """

    nu: dict[Leefgebied, dict[str, Antwoord]]
    verschillen: tuple[Verschil, ...] = ()
    vastgesteld: tuple[Leefgebied, ...] = ()
    afnames: tuple[Afname, ...] = ()
    overgenomen: int = 0


def bewaar(
    wie: Wie, dossier: UUID, moment: Meetmoment, inzendingen: Mapping[Leefgebied, Inzending]
) -> Bewaard:
    """Save the answers in the draft of this moment; a draft begins with its first answer.

    Raises NietToegestaan without a ground for every area, KanNiet for an answer that does not fit.
    """
    with _screenwerk(wie, dossier, inzendingen) as werk:
        return _bewaar(werk, dossier, moment, inzendingen)


def stel_vast(
    wie: Wie, dossier: UUID, moment: Meetmoment, inzendingen: Mapping[Leefgebied, Inzending]
) -> Bewaard:
    """Save, and fix every area of which something was asked; with a difference nothing is fixed.

    A second one of the same moment is a correction: both stay. Raises NietToegestaan, or KanNiet
    when nothing was asked or the moment cannot have come yet.
    """
    with _screenwerk(wie, dossier, inzendingen) as werk:
        _check_moment(werk, dossier, moment)
        bewaard = _bewaar(werk, dossier, moment, inzendingen)
        if bewaard.verschillen:
            return bewaard
        rijen = _vergrendeld(werk, dossier, moment, inzendingen)
        eerder = laatste_van_moment(dossier, moment)
        vast = [
            gebied
            for gebied, rij in rijen.items()
            if _stel_vast(werk, rij, eerder.get(gebied), moment)
        ]
        if not vast:
            raise KanNiet("niets_ingevuld", _("Er is nog niets ingevuld of veranderd."))
        afnames = tuple(rijen[gebied] for gebied in vast)
        return replace(bewaard, vastgesteld=tuple(vast), afnames=afnames)


def neem_over(
    wie: Wie, dossier: UUID, moment: Meetmoment, gebieden: Iterable[Leefgebied]
) -> Bewaard:
    """Copy what measurements and registers say into the questions that are still open.

    Each keeps its own source and day until somebody changes it. Raises NietToegestaan.
    """
    gekozen = list(gebieden)
    with _screenwerk(wie, dossier, gekozen) as werk:
        eerder, bronnen = antwoorden(dossier), brongegevens(dossier)
        staand = _nu(werk, dossier, moment)
        lijst = nieuwste(wie.vandaag)
        inzendingen = {}
        for gebied in gekozen:
            nu = staand.get(gebied, {})
            bekend = bekende_antwoorden(eerder[gebied].antwoorden, bronnen)
            over = _over_te_nemen(lijst, gebied, moment, bekend, nu)
            inzendingen[gebied] = Inzending({**nu, **over}, nu)
        bewaard = _bewaar(werk, dossier, moment, inzendingen, gedateerd=True)
        aantal = sum(len(i.antwoorden) - len(i.begin) for i in inzendingen.values())
        return replace(bewaard, overgenomen=aantal)


def gooi_weg(wie: Wie, dossier: UUID, moment: Meetmoment, gebieden: Iterable[Leefgebied]) -> int:
    """Throw the draft of this moment away; how many areas it had. Raises NietToegestaan."""
    gekozen = list(gebieden)
    with _screenwerk(wie, dossier, gekozen) as werk:
        rijen = _vergrendeld(werk, dossier, moment, gekozen)
        Afname.objects.filter(pk__in=[rij.pk for rij in rijen.values()]).delete()
        if rijen:
            werk.noteer(dossier, "screening_weggegooid", PLAN, na={"moment": moment.value})
        return len(rijen)


def ruim_op(wie: Wie) -> int:
    """Remove every draft that died, of all dossiers; how many."""
    with verwerking(wie) as werk:
        dood = Afname.objects.filter(vastgesteld_op__isnull=True, vervalt_op__lte=wie.vandaag)
        rijen = list(dood.select_for_update())
        Afname.objects.filter(pk__in=[rij.pk for rij in rijen]).delete()
        for dossier, moment in sorted({(rij.dossier_id, rij.meetmoment) for rij in rijen}):
            werk.noteer(dossier, "screening_vervallen", PLAN, na={"moment": moment})
        return len(rijen)


def _check_moment(werk: Werk, dossier: UUID, moment: Meetmoment) -> None:
    """What is fixed counts as how it stands, so not before its time. One query."""
    vertrokken = Dossier.objects.filter(pk=dossier).values_list("einde", flat=True).first()
    if not kan_gemeten(moment, vertrokken, werk.wie.vandaag):
        raise KanNiet("te_vroeg", _("Deze meting kan pas na het vertrek."))


def _screenwerk(wie: Wie, dossier: UUID, gebieden: Iterable[Leefgebied]) -> Any:
    check_planpartij(wie)
    return planwerk(wie, dossier, *(gebied.categorie.value for gebied in gebieden))


def _bewaar(
    werk: Werk,
    dossier: UUID,
    moment: Meetmoment,
    inzendingen: Mapping[Leefgebied, Inzending],
    *,
    gedateerd: bool = False,
) -> Bewaard:
    """Save in the drafts; `gedateerd`: the answers carry their own day already."""
    lijst = nieuwste(werk.wie.vandaag)
    anders = {g: _veranderd(i) for g, i in inzendingen.items()}
    nodig = {gebied for gebied, codes in anders.items() if codes}
    staand = _nu(werk, dossier, moment)
    rijen = _met_concept(werk, dossier, moment, lijst, nodig, staand)
    nu, verschillen = {}, []
    for gebied, inzending in inzendingen.items():
        rij = rijen.get(gebied)
        if rij is None:
            nu[gebied] = staand.get(gebied, {})
            continue
        staat = uit_json(rij.antwoorden)
        botst = [c for c in anders[gebied] if _botst(staat.get(c), inzending, c)]
        codes = [c for c in anders[gebied] if c not in botst]
        vers = {c: _vers(werk.wie, rij, inzending, c, gedateerd) for c in codes}
        door = "" if rij.medewerker == werk.wie.medewerker else rij.door
        verschillen += [_verschil(gebied, c, staat, inzending, door) for c in botst]
        nu[gebied] = _schrijf(werk.wie, rij, staat, vers)
    return Bewaard(nu, tuple(verschillen), afnames=tuple(rijen.values()))


def _veranderd(inzending: Inzending) -> list[str]:
    """The questions that the user answered otherwise than they stood on the screen."""
    codes = sorted({*inzending.antwoorden, *inzending.begin})
    return [c for c in codes if not _gelijk(inzending.antwoorden.get(c), inzending.begin.get(c))]


def _gelijk(links: Antwoord | None, rechts: Antwoord | None) -> bool:
    if not zelfde(links, rechts):
        return False
    gegeven = links is not None and links.soort is Antwoordsoort.GEGEVEN
    return not gegeven or (links and links.bron) == (rechts and rechts.bron)


def _botst(staat: Antwoord | None, inzending: Inzending, code: str) -> bool:
    """Somebody else changed this question meanwhile, and to something else."""
    return not (
        zelfde(staat, inzending.begin.get(code)) or zelfde(staat, inzending.antwoorden.get(code))
    )


def _verschil(
    gebied: Leefgebied, code: str, staat: Antwoorden, inzending: Inzending, door: str
) -> Verschil:
    leeg = Antwoord(code, Antwoordsoort.NIET_GEVRAAGD)
    uw = inzending.antwoorden.get(code, leeg)
    return Verschil(gebied, code, staat.get(code, leeg), uw, door)


def _vers(wie: Wie, rij: Afname, inzending: Inzending, code: str, gedateerd: bool) -> Antwoord:
    """The new answer with its day, checked against the question."""
    antwoord = inzending.antwoorden.get(code, Antwoord(code, Antwoordsoort.NIET_GEVRAAGD))
    lijst = met_code(rij.vragenlijst)
    vraag = lijst.vraag(code) if lijst else None
    if vraag is None or vraag.leefgebied != rij.leefgebied:
        raise KanNiet("vraag", _("Deze vraag staat niet in de vragenlijst."))
    try:
        check_antwoord(vraag, antwoord)
    except ValueError as fout:
        raise KanNiet("antwoord", _(str(fout))) from fout
    return antwoord if gedateerd else replace(antwoord, peildatum=wie.vandaag)


def _schrijf(
    wie: Wie, rij: Afname, staat: dict[str, Antwoord], vers: dict[str, Antwoord]
) -> dict[str, Antwoord]:
    """Put new answers in a locked draft; what stands then. At most one query."""
    samen = {c: a for c, a in {**staat, **vers}.items() if _gevraagd(a)}
    if vers and als_json(samen) != rij.antwoorden:
        rij.antwoorden = als_json(samen)
        rij.versie += 1
        ondertekend(rij, wie)
        rij.save()
    return samen


def _gevraagd(antwoord: Antwoord) -> bool:
    return antwoord.soort is not Antwoordsoort.NIET_GEVRAAGD


def _nu(werk: Werk, dossier: UUID, moment: Meetmoment) -> dict[Leefgebied, dict[str, Antwoord]]:
    """What a screen of this moment begins with: the draft, or else what was fixed before."""
    rijen = {
        **laatste_van_moment(dossier, moment),
        **concepten(dossier, moment, werk.wie.vandaag),
    }
    return {
        gebied: {c: a for c, a in uit_json(rij.antwoorden).items() if _gevraagd(a)}
        for gebied, rij in rijen.items()
    }


def _met_concept(
    werk: Werk,
    dossier: UUID,
    moment: Meetmoment,
    lijst: Vragenlijst,
    nodig: set[Leefgebied],
    staand: dict[Leefgebied, dict[str, Antwoord]],
) -> dict[Leefgebied, Afname]:
    """The drafts of these areas, locked; what is not there yet (or died) begins now."""
    if not nodig:
        return {}
    wie = werk.wie
    concept = Afname.objects.filter(dossier=dossier, meetmoment=moment, vastgesteld_op=None)
    concept.filter(vervalt_op__lte=wie.vandaag, leefgebied__in=nodig).delete()
    al = _vergrendeld(werk, dossier, moment, nodig)
    mist = [gebied for gebied in Leefgebied if gebied in nodig and gebied not in al]
    if not mist:
        return al
    dood = wie.vandaag + timedelta(days=aannames_op(wie.vandaag).concept_dagen)
    Afname.objects.bulk_create(
        [
            Afname(
                dossier_id=dossier,
                categorie=gebied.categorie.value,
                leefgebied=gebied.value,
                meetmoment=moment.value,
                vragenlijst=lijst.code,
                antwoorden=als_json(staand.get(gebied, {})),
                vervalt_op=dood,
                **nieuw(wie),
            )
            for gebied in mist
        ],
        ignore_conflicts=True,
    )
    if not concept.exclude(leefgebied__in=mist).exists():
        werk.noteer(dossier, "screening_begonnen", PLAN, na={"moment": moment.value})
    return _vergrendeld(werk, dossier, moment, nodig)


def _vergrendeld(
    werk: Werk, dossier: UUID, moment: Meetmoment, gebieden: Iterable[Leefgebied]
) -> dict[Leefgebied, Afname]:
    rijen = (
        Afname.objects.select_for_update()
        .filter(dossier=dossier, meetmoment=moment, vastgesteld_op=None)
        .filter(vervalt_op__gt=werk.wie.vandaag, leefgebied__in=list(gebieden))
    )
    return {Leefgebied(rij.leefgebied): rij for rij in rijen.order_by("leefgebied")}


def _stel_vast(werk: Werk, rij: Afname, eerder: Afname | None, moment: Meetmoment) -> bool:
    """Fix one draft; a draft that says nothing new goes away. Two queries."""
    staat = uit_json(rij.antwoorden)
    if not staat or (eerder and _zegt_hetzelfde(staat, uit_json(eerder.antwoorden))):
        rij.delete()
        return False
    lijst = met_code(rij.vragenlijst)
    vragen = lijst.voor(Leefgebied(rij.leefgebied), moment) if lijst else ()
    open_ = {v.code: Antwoord(v.code, Antwoordsoort.NIET_GEVRAAGD) for v in vragen}
    rij.antwoorden = als_json({**open_, **staat})
    rij.vastgesteld_op, rij.vervalt_op = werk.wie.nu, None
    rij.versie += 1
    ondertekend(rij, werk.wie)
    rij.save()
    soort = "screening_gecorrigeerd" if eerder else "screening_vastgesteld"
    na = {"afname": str(rij.pk), "leefgebied": rij.leefgebied, "moment": rij.meetmoment}
    na |= {"vragenlijst": rij.vragenlijst, "antwoorden": rij.antwoorden}
    voor = {"antwoorden": eerder.antwoorden} if eerder else None
    werk.noteer(rij.dossier_id, soort, rij.categorie, voor=voor, na=na)
    return True


def _zegt_hetzelfde(links: Antwoorden, rechts: Antwoorden) -> bool:
    return all(_gelijk(links.get(c), rechts.get(c)) for c in {*links, *rechts})


def _over_te_nemen(
    lijst: Vragenlijst,
    gebied: Leefgebied,
    moment: Meetmoment,
    eerder: Antwoorden,
    nu: Antwoorden,
) -> dict[str, Antwoord]:
    """The known answers that still fit a question that is open at this moment."""
    uit = {}
    for vraag in lijst.voor(gebied, moment):
        antwoord = eerder.get(vraag.code)
        if antwoord is None or vraag.code in nu:
            continue
        try:
            check_antwoord(vraag, antwoord)
        except ValueError:
            continue
        uit[vraag.code] = antwoord
    return uit
