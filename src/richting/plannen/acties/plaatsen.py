"""A place in a provision for an action: asked, reserved, confirmed, refused, withdrawn, set free.

Who keeps the provision may answer without seeing whose place it is; to confirm it needs a ground.
Nothing here gives a ground. All raise NietToegestaan (on a page 404), Botsing when somebody else
was first, and KanNiet with a sentence. Clausule 4.3, 6.4, 8.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.plan import voorzieningen as regels
from richting.akkoord.plan.overgangen import OPEN as OPEN_ACTIES
from richting.akkoord.plan.overgangen import GeenOvergang, antwoord_voor
from richting.akkoord.plan.voorzieningen import Plaatsdaad, Plaatsrol, Plaatsstaat
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie
from richting.delen.afsprakenboek import aannames_tussen
from richting.dossiers.feiten import feiten_in
from richting.dossiers.gevraagd import EERST_JA, check_zei_ja
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.actiedelen import (
    categorieen_van,
    check_al_gedaan,
    check_planpartij,
)
from richting.plannen.acties.basis import planwerk, vergrendeld
from richting.plannen.acties.voorzieningen import vergrendelde_voorziening
from richting.plannen.botsing import Wijziging, als_json, nieuw, werk_bij
from richting.plannen.models import Actie, Plaatsing, Plaatsstap, Voorziening
from richting.plannen.toegang import check_mag
from richting.web.datums import dag_in_woorden

PLAN = Gegevenscategorie.PLAN.value
SOORTEN: dict[Plaatsdaad, str] = {
    Plaatsdaad.RESERVEREN: "plaats_gereserveerd",
    Plaatsdaad.BEVESTIGEN: "plaats_bevestigd",
    Plaatsdaad.WEIGEREN: "plaats_geweigerd",
    Plaatsdaad.VRIJGEVEN: "plaats_vrijgegeven",
    Plaatsdaad.INTREKKEN: "plaats_ingetrokken",
}
"""What the journal calls each act."""
GEEINDIGD = (Plaatsdaad.VRIJGEVEN, Plaatsdaad.INTREKKEN)
BEZET = (Plaatsdaad.RESERVEREN, Plaatsdaad.BEVESTIGEN)
"""Acts that take a place."""


@dataclass(frozen=True)
class Stap:
    """One act on a place, with what it needs: days for who takes a place, a reason for who ends.

    `vanaf` None leaves the days as they are. `gereserveerd_tot` is the last day of a reservation.
    """

    daad: Plaatsdaad
    reden: str = ""
    toelichting: str = ""
    vanaf: date | None = None
    tot: date | None = None
    gereserveerd_tot: date | None = None


def vraag_plaats(
    wie: Wie,
    dossier: UUID,
    actie: UUID,
    voorziening: UUID,
    vanaf: date,
    tot: date | None = None,
    toelichting: str = "",
) -> Plaatsing:
    """Ask a place for an action, from a day; it waits in the queue. Clausule 4.3, 8.3.

    What is written lies in the compartment of the life area. A keeper with a ground is told.
    """
    check_planpartij(wie)
    loket = _eigen_loket(wie)
    with planwerk(wie, dossier, PLAN) as werk:
        van = vergrendeld(Actie, dossier, actie)
        bij = _voorziening(voorziening)
        _check_vraag(werk, van, bij, vanaf, tot)
        aannames = aannames_tussen(loket, bij.houder_id, wie.vandaag)
        rij = Plaatsing(
            dossier_id=dossier,
            categorie=van.categorie,
            actie=van,
            voorziening=bij,
            gevraagd_door_id=loket,
            gevraagd_op=wie.vandaag,
            antwoord_uiterlijk=antwoord_voor(wie.vandaag, vanaf, aannames),
            toelichting=toelichting,
            vanaf=vanaf,
            tot=tot,
            staat=Plaatsstaat.GEVRAAGD.value,
            **nieuw(wie),
        )
        rij.save(force_insert=True)
        _schrijf_stap(werk, rij)
        werk.noteer(dossier, "plaats_gevraagd", rij.categorie, na=_kenmerk(rij))
        if bij.houder_id != loket:
            meld_aan_loket(werk, dossier, bij.houder_id, Feitsoort.PLAATS_GEVRAAGD)
    return rij


def pas_vraag_aan(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, waarden: Mapping[str, Any]
) -> Plaatsing:
    """Change the days or the words (vanaf, tot, toelichting) of what was asked and not answered.

    It keeps its place in the queue. Returns the row as it is now. Clausule 8.3.
    """
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Plaatsing, dossier, nummer)
        if Plaatsrol.VRAGER not in _rollen(wie, rij):
            raise KanNiet("rol", _(regels.ROLZINNEN[Plaatsrol.VRAGER]))
        if rij.staat != Plaatsstaat.GEVRAAGD:
            check_al_gedaan(rij, waarden)
            raise KanNiet("staat", _("Er is al geantwoord. U kunt de vraag niet meer veranderen."))
        _check_dagen(waarden["vanaf"], waarden["tot"])
        wijziging = werk_bij(rij, versie, waarden, wie)
        if wijziging:
            na = {**_kenmerk(rij), **wijziging.na}
            werk.noteer(dossier, "plaats_aangepast", rij.categorie, voor=wijziging.voor, na=na)
    return rij


def doe(
    wie: Wie,
    nummer: UUID,
    versie: int,
    stap: Stap,
    dossier: UUID | None = None,
    *,
    voorziening: UUID | None = None,
) -> Plaatsing:
    """Do one thing of the table of steps with a place; the row as it is now. Clausule 4.3, 8.3.

    `dossier` or `voorziening`, when given, must be that of the place. The keeper acts also on what
    it cannot see; when its municipality was only asked to take somebody in, it answers that first.
    """
    with verwerking(wie) as werk:
        bij = _slot_op_voorziening(wie, nummer)
        rij = _vergrendelde_plaats(nummer, dossier, voorziening)
        rollen = _rollen(wie, rij)
        if not rollen:
            raise NietToegestaan(str(nummer))
        if _ziet(rij):
            check_zei_ja(wie, rij.dossier_id, zin=EERST_JA)
        waarden = _waarden(stap, rij, wie.vandaag)
        if rij.versie != versie:
            check_al_gedaan(rij, waarden)
            return rij
        _check_stap(wie, rij, rollen, stap)
        if stap.daad in BEZET:
            _check_plek(wie, rij, bij, waarden)
        wijziging = werk_bij(rij, versie, waarden, wie)
        if not wijziging:
            return rij
        _leg_stap_vast(werk, rij, stap, wijziging)
    return rij


def _eigen_loket(wie: Wie) -> int:
    if wie.loket is None:
        raise NietToegestaan("zonder loket")
    return wie.loket


def _leg_stap_vast(werk: Werk, rij: Plaatsing, stap: Stap, wijziging: Wijziging) -> None:
    """The history, the journal, and who must hear of it."""
    _schrijf_stap(werk, rij, stap.reden, stap.toelichting)
    werk.noteer(
        rij.dossier_id,
        SOORTEN[stap.daad],
        rij.categorie,
        voor=wijziging.voor,
        na={**_kenmerk(rij), **wijziging.na},
        reden=stap.toelichting,
    )
    _meld(werk, rij, stap.daad)


def _voorziening(nummer: UUID) -> Voorziening:
    rij = Voorziening.objects.filter(pk=nummer).select_related("houder__organisatie").first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def _check_vraag(werk: Werk, van: Actie, bij: Voorziening, vanaf: date, tot: date | None) -> None:
    op = werk.wie.vandaag
    if van.staat not in OPEN_ACTIES:
        raise KanNiet("actie", _("Deze actie is afgelopen. Vraag een plek bij een andere actie."))
    feiten = feiten_in(werk, van.dossier_id)
    gemeenten = [g.gemeente for g in in_beeld(feiten, op, aannames_op(op))]
    gebied = Leefgebied(van.leefgebied)
    for zin in regels.bezwaren(bij.aanbod, gebied, gemeenten, vanaf, tot, op):
        raise KanNiet("niet_te_vragen", _(zin))
    eerder = Plaatsing.objects.filter(actie=van, voorziening=bij)
    if any(regels.staat_op(een.plek, op) in regels.OPEN for een in eerder):
        raise KanNiet("al_gevraagd", _("Hier is voor deze actie al een plek gevraagd."))


def _slot_op_voorziening(wie: Wie, nummer: UUID) -> Voorziening | None:
    """The provision of a place, locked when it is the acting desk's own; before the place itself,
    so that two keepers cannot wait for each other."""
    eigen = Plaatsing.objects.filter(pk=nummer, voorziening__houder=wie.loket or 0)
    bij = eigen.values_list("voorziening", flat=True).first()
    return vergrendelde_voorziening(bij, wie) if bij else None


def _vergrendelde_plaats(nummer: UUID, dossier: UUID | None, voorziening: UUID | None) -> Plaatsing:
    rijen = Plaatsing.objects.select_for_update(of=("self",)).filter(pk=nummer)
    if dossier is not None:
        rijen = rijen.filter(dossier=dossier)
    if voorziening is not None:
        rijen = rijen.filter(voorziening=voorziening)
    rij = rijen.select_related("voorziening").first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def _rollen(wie: Wie, rij: Plaatsing) -> frozenset[Plaatsrol]:
    """What the acting desk is to a place; who asked, or follows up, only with a ground."""
    vrager, houder = rij.gevraagd_door_id, rij.voorziening.houder_id
    ziet_nog = wie.loket == vrager or rij.categorie in categorieen_van(
        rij.dossier_id, vrager, wie.vandaag
    )
    rollen = regels.rollen_van(wie.loket, houder, vrager, vrager_ziet_nog=ziet_nog)
    if Plaatsrol.VRAGER in rollen and not _ziet(rij, PLAN):
        rollen -= {Plaatsrol.VRAGER}
    return rollen


def _ziet(rij: Plaatsing, *meer: str) -> bool:
    """Within a unit of work: the acting desk has a ground for this person and life area."""
    try:
        check_mag(rij.dossier_id, rij.categorie, *meer)
    except NietToegestaan:
        return False
    return True


def _check_stap(wie: Wie, rij: Plaatsing, rollen: frozenset[Plaatsrol], stap: Stap) -> None:
    staat = regels.staat_op(rij.plek, wie.vandaag)
    try:
        regels.check_daad(staat, stap.daad, rollen, reden=stap.reden, toelichting=stap.toelichting)
    except GeenOvergang as fout:
        raise KanNiet(fout.code, _(fout.zin)) from fout
    if stap.daad is Plaatsdaad.BEVESTIGEN and not _ziet(rij):
        raise KanNiet("geen_grond", zin_zonder_grond())
    if stap.daad is Plaatsdaad.RESERVEREN and (
        stap.gereserveerd_tot is None or stap.gereserveerd_tot < wie.vandaag
    ):
        raise KanNiet("datum", _("Kies tot wanneer u de plek vasthoudt: vandaag of later."))


def zin_zonder_grond() -> str:
    """Why a keeper cannot confirm a place for somebody whom it may not know."""
    return _(
        "Uw loket mag nu niet weten voor wie deze plek is. Bevestigen kan zodra dat wel mag, "
        "bijvoorbeeld als uw gemeente ja zegt op de vraag of deze persoon daar mag gaan wonen."
    )


def _check_plek(
    wie: Wie, rij: Plaatsing, bij: Voorziening | None, waarden: Mapping[str, Any]
) -> None:
    """There is a place on every day; `bij` is locked. Clausule 8.3."""
    if bij is None:
        raise NietToegestaan(str(rij.pk))
    vanaf, tot = waarden.get("vanaf", rij.vanaf), waarden.get("tot", rij.tot)
    _check_dagen(vanaf, tot)
    anderen = [een.plek for een in Plaatsing.objects.filter(voorziening=bij).exclude(pk=rij.pk)]
    if regels.past_nog(bij.plaatsen, anderen, vanaf, tot, wie.vandaag):
        return
    vrij = regels.eerste_vrije_dag(bij.plaatsen, anderen, vanaf, wie.vandaag)
    zin = _("Alle plaatsen zijn dan bezet.")
    if vrij is not None:
        zin = _("Alle plaatsen zijn dan bezet. Er is plek vanaf {dag}.").format(
            dag=dag_in_woorden(vrij)
        )
    raise KanNiet("vol", zin)


def _check_dagen(vanaf: date, tot: date | None) -> None:
    if tot is not None and tot < vanaf:
        raise KanNiet("dagen", _("De laatste dag ligt voor de eerste dag."))


def _waarden(stap: Stap, rij: Plaatsing, op: date) -> dict[str, Any]:
    """What the row becomes by an act."""
    waarden: dict[str, Any] = {
        "staat": regels.STAPPEN[stap.daad].naar.value,
        "reden": stap.reden,
    }
    if stap.daad is not Plaatsdaad.INTREKKEN:
        waarden["antwoord"] = stap.toelichting
    if stap.daad is Plaatsdaad.RESERVEREN:
        waarden["gereserveerd_tot"] = stap.gereserveerd_tot
    if stap.daad in BEZET and stap.vanaf is not None:
        waarden |= {"vanaf": stap.vanaf, "tot": stap.tot}
    if stap.daad is Plaatsdaad.VRIJGEVEN and rij.vanaf <= op and (rij.tot is None or op < rij.tot):
        waarden["tot"] = op
    return waarden


def _schrijf_stap(werk: Werk, rij: Plaatsing, reden: str = "", toelichting: str = "") -> None:
    Plaatsstap.objects.create(
        plaatsing=rij,
        dossier_id=rij.dossier_id,
        categorie=rij.categorie,
        naar=rij.staat,
        reden=reden,
        toelichting=toelichting,
        op=werk.wie.nu,
        door=werk.wie.naam,
    )


def _kenmerk(rij: Plaatsing) -> dict[str, Any]:
    """What every journal row of a place says."""
    dagen = {"vanaf": als_json(rij.vanaf), "tot": als_json(rij.tot)}
    naam = rij.voorziening.naam
    return {"plaats": str(rij.pk), "voorziening": naam, "staat": rij.staat, **dagen}


def _meld(werk: Werk, rij: Plaatsing, daad: Plaatsdaad) -> None:
    """Tell the other desk of a place what this one did with it. Clausule 5.4."""
    feit = Feitsoort.PLAATS_GEEINDIGD if daad in GEEINDIGD else Feitsoort.PLAATS_BEANTWOORD
    houder = rij.voorziening.houder_id
    ander = houder if daad is Plaatsdaad.INTREKKEN else rij.gevraagd_door_id
    if ander != werk.wie.loket:
        meld_aan_loket(werk, rij.dossier_id, ander, feit)
