"""Acts while the meeting is held: attendance, minutes, agreements, fixing them. Clausule 8.1."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.overleg import VERSLAGVAKKEN, Overlegstaat
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Feitsoort
from richting.dossiers.gevraagd import EERST_ANTWOORD, check_zei_ja, loket_alleen_gevraagd
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loket
from richting.overleg.acties.basis import (
    PLAN,
    check_open,
    met_grond,
    noteer_per_dossier,
    overlegwerk,
    punt_van,
    wijzig_rij,
)
from richting.overleg.dagen import dag_van
from richting.overleg.models import Afspraak, Agendapunt, Genodigde, Overleg, Verslag
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.actiedelen import check_lid
from richting.plannen.acties.actielijst import Inhoud, Opdracht, maak_acties
from richting.plannen.botsing import check_niet_ouder, nieuw, werk_bij
from richting.plannen.models import Actie
from richting.plannen.toegang import check_mag

VAKKEN = frozenset(vak.value for vak in VERSLAGVAKKEN)


@dataclass(frozen=True)
class Toezegging:
    """What was agreed: by which desk, by when. Without `leefgebied` it is a note, no action."""

    wat: str
    loket: int
    leefgebied: Leefgebied | None = None
    uitvoerder: int | None = None
    uiterlijk: date | None = None


def samen(wie: Wie, daden: Iterable[Callable[[], Any]]) -> None:
    """Do these acts in one transaction: all of them, or none when one is refused."""
    with verwerking(wie):
        for daad in daden:
            daad()


def noteer_aanwezig(wie: Wie, nummer: UUID, aanwezig: set[int]) -> None:
    """Who was there, of the invited desks; then the meeting was held. Clausule 8.1."""
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        _zet_aanwezig(werk, rij, aanwezig)


def schrijf_verslag(
    wie: Wie, nummer: UUID, punt: UUID, categorie: str, tekst: str, versie: int
) -> None:
    """Write what was said about somebody, in the compartment it speaks of; `versie` 0: new.

    By every desk at the table with a ground for that compartment. Raises Botsing.
    """
    if categorie not in VAKKEN:
        raise KanNiet("vak", _("In dit vak kan geen verslag."))
    with overlegwerk(wie, nummer) as (werk, rij):
        check_open(rij)
        wat = punt_van(rij, punt)
        check_mag(wat.dossier_id, PLAN, categorie)
        check_zei_ja(wie, wat.dossier_id)
        staand = _concept(wat, categorie)
        if staand is None:
            if tekst:
                _nieuw_verslag(werk, wat, categorie, tekst)
            return
        anders = werk_bij(staand, versie, {"tekst": tekst}, wie)
        if anders:
            werk.noteer(
                wat.dossier_id, "overleg_verslag", categorie, voor=anders.voor, na=anders.na
            )


def vul_aan(wie: Wie, nummer: UUID, punt: UUID, categorie: str, tekst: str) -> None:
    """Add to minutes that are fixed: a row of its own, fixed at once. Clausule 8.1."""
    with overlegwerk(wie, nummer) as (werk, rij):
        if rij.verslag_vast_op is None:
            raise KanNiet("verslag_open", _("Het verslag staat nog niet vast."))
        wat = punt_van(rij, punt)
        check_mag(wat.dossier_id, PLAN, categorie)
        check_zei_ja(wie, wat.dossier_id)
        if categorie not in VAKKEN or not tekst:
            raise KanNiet("vak", _("In dit vak kan geen verslag."))
        _nieuw_verslag(werk, wat, categorie, tekst, aanvulling=True)


def spreek_af(wie: Wie, nummer: UUID, punt: UUID, toezegging: Toezegging) -> Afspraak:
    """Write down an agreement; with a life area it becomes an action in the plan at once.

    Clausule 4.3, 8.5. Another desk is asked and answers itself. Raises KanNiet when it does not
    take part, or may not see the life area.
    """
    gebied = toezegging.leefgebied
    vak = gebied.categorie.value if gebied else PLAN
    with overlegwerk(wie, nummer) as (werk, rij):
        check_open(rij)
        wat = punt_van(rij, punt)
        check_mag(wat.dossier_id, PLAN, vak)
        check_zei_ja(wie, wat.dossier_id)
        _check_doet(werk, rij, wat, toezegging, vak)
        actie = _actie(wie, wat.dossier_id, toezegging, gebied) if gebied else None
        afspraak = Afspraak(
            dossier_id=wat.dossier_id,
            categorie=vak,
            agendapunt=wat,
            wat=toezegging.wat,
            leefgebied=gebied.value if gebied else "",
            verantwoordelijk_id=toezegging.loket,
            uitvoerder_id=toezegging.uitvoerder,
            uiterlijk=toezegging.uiterlijk,
            actie=actie,
            **nieuw(wie),
        )
        afspraak.save(force_insert=True)
        na = {"overleg": str(rij.pk), "wat": afspraak.wat, "loket": toezegging.loket}
        werk.noteer(wat.dossier_id, "overleg_afspraak", vak, na=na)
        if actie is None and toezegging.loket != wie.loket:
            meld_aan_loket(werk, wat.dossier_id, toezegging.loket, Feitsoort.OVERLEG_AFSPRAAK)
    return afspraak


def rond_afspraak_af(wie: Wie, dossier: UUID, nummer: UUID, versie: int) -> None:
    """A noted agreement was done, by the desk that does it. Twice changes nothing. Clausule 8.5.

    One that is an action is finished in the plan. Raises NietToegestaan or Botsing.
    """
    with verwerking(wie) as werk:
        rij = Afspraak.objects.select_for_update(of=("self",)).filter(dossier=dossier, pk=nummer)
        afspraak = rij.first()
        if afspraak is None or afspraak.verantwoordelijk_id != wie.loket:
            raise NietToegestaan(str(nummer))
        check_mag(dossier, afspraak.categorie)
        if afspraak.actie_id is not None:
            raise KanNiet("actie", _("Rond de actie af in het plan."))
        if afspraak.klaar_op is None:
            anders = werk_bij(afspraak, versie, {"klaar_op": wie.vandaag}, wie)
            werk.noteer(dossier, "overleg_afspraak_klaar", afspraak.categorie, na=anders.na)


def stel_verslag_vast(
    wie: Wie, nummer: UUID, versie: int, aanwezig: set[int] | None = None
) -> None:
    """Fix the minutes: from now on nothing in them changes. Clausule 8.1.

    By the desk that leads, after the attendance was noted; `aanwezig` notes it now. Fixing twice
    changes nothing. Raises Botsing when the consultation changed since `versie`.
    """
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        if rij.verslag_vast_op is not None:
            return
        check_open(rij)
        if aanwezig is not None:
            check_niet_ouder(cast("Any", rij), versie, {"verslag_vast_op": wie.nu})
            _zet_aanwezig(werk, rij, aanwezig)
            versie = rij.versie
        if rij.staat != Overlegstaat.GEHOUDEN:
            raise KanNiet("aanwezigheid", _("Leg eerst vast wie er waren."))
        wijzig_rij(rij, versie, {"verslag_vast_op": wie.nu}, wie)
        Verslag.objects.filter(agendapunt__overleg=rij, vastgesteld_op=None).update(
            vastgesteld_op=wie.nu
        )
        noteer_per_dossier(werk, rij, "overleg_verslag_vast")
        werk.noteer(None, "overleg_verslag_vast", PLAN, na={"overleg": str(rij.pk)})


def _zet_aanwezig(werk: Werk, rij: Overleg, aanwezig: set[int]) -> None:
    check_open(rij)
    if dag_van(rij.begin) > werk.wie.vandaag:
        raise KanNiet("te_vroeg", _("Het overleg is nog niet geweest."))
    genodigden = list(Genodigde.objects.select_for_update().filter(overleg=rij))
    for een in genodigden:
        een.aanwezig = een.loket_id in aanwezig
    Genodigde.objects.bulk_update(genodigden, ["aanwezig"])
    if rij.staat == Overlegstaat.GEPLAND:
        wijzig_rij(rij, rij.versie, {"staat": Overlegstaat.GEHOUDEN.value}, werk.wie)
        noteer_per_dossier(werk, rij, "overleg_gehouden")
        werk.noteer(None, "overleg_gehouden", PLAN, na={"overleg": str(rij.pk)})


def _concept(punt: Agendapunt, categorie: str) -> Verslag | None:
    rijen = Verslag.objects.select_for_update().filter(agendapunt=punt, categorie=categorie)
    return rijen.filter(aanvulling=False).first()


def _nieuw_verslag(
    werk: Werk, punt: Agendapunt, categorie: str, tekst: str, *, aanvulling: bool = False
) -> None:
    Verslag(
        dossier_id=punt.dossier_id,
        categorie=categorie,
        agendapunt=punt,
        tekst=tekst,
        aanvulling=aanvulling,
        vastgesteld_op=werk.wie.nu if aanvulling else None,
        **nieuw(werk.wie),
    ).save(force_insert=True)
    soort = "overleg_aanvulling" if aanvulling else "overleg_verslag"
    werk.noteer(punt.dossier_id, soort, categorie, na={"tekst": tekst})


def _check_doet(
    werk: Werk, rij: Overleg, punt: Agendapunt, toezegging: Toezegging, vak: str
) -> None:
    """The desk that does it is at the table and has a ground for what it is about."""
    loket = toezegging.loket
    if not Genodigde.objects.filter(overleg=rij, loket=loket).exists():
        raise KanNiet("loket", _("Dit loket doet niet mee aan dit overleg."))
    for categorie in {PLAN, vak}:
        if not met_grond([punt.dossier_id], [loket], categorie, werk.wie.vandaag):
            raise KanNiet("geen_grond", _("Dit loket mag dit leefgebied in dit dossier niet zien."))
    if loket_alleen_gevraagd(loket, werk.wie.vandaag, punt.dossier_id):
        raise KanNiet("eerst_antwoord", _(EERST_ANTWOORD))
    if toezegging.uitvoerder is not None:
        check_lid(loket, toezegging.uitvoerder)
    if toezegging.uiterlijk and toezegging.uiterlijk < werk.wie.vandaag:
        raise KanNiet("dagen", _("De laatste dag is al voorbij."))


def _actie(wie: Wie, dossier: UUID, toezegging: Toezegging, gebied: Leefgebied) -> Actie:
    """The agreement as an action of the plan, in the transaction of the agreement."""
    if wie.loket is None:
        raise NietToegestaan("een afspraak hoort bij een loket")
    inhoud = Inhoud(gebied, toezegging.wat, uiterlijk=toezegging.uiterlijk)
    eigen = toezegging.loket == wie.loket
    opdracht = Opdracht(
        inhoud,
        None if eigen else toezegging.loket,
        toezegging.uitvoerder if eigen else None,
    )
    return maak_acties(wie, dossier, [opdracht])[0]
