"""Acts on actions: take on, ask another desk, and everything that happens to one afterwards.

Each change is a row in the history of the action (`Actiestap`), a row in the journal, and where it
touches another desk a line in its mailbox. All return the action as it stands now. All raise
NietToegestaan without a ground (on a page 404), Botsing when somebody else was first, and
GeenOvergang or KanNiet with a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.overgangen import (
    EERSTE,
    EIGEN_BEGIN,
    OPEN,
    Daad,
    Overgang,
    antwoord_voor,
    check_overgang,
    mag_wijzigen,
)
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat, Leefgebied
from richting.akkoord.woorden import Feitsoort
from richting.delen.afsprakenboek import aannames_tussen
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.actiedelen import (
    check_al_gedaan,
    check_dagen,
    check_lid,
    check_mag_gevraagd,
    check_planpartij,
    kenmerk,
    meld,
    rollen_van,
    schrijf_stap,
)
from richting.plannen.acties.basis import planwerk, rijwerk
from richting.plannen.botsing import als_json, nieuw, werk_bij
from richting.plannen.models import Actie


@dataclass(frozen=True)
class Inhoud:
    """What an action is about. `draagt`: once done, the life area is in order."""

    leefgebied: Leefgebied
    wat: str
    toelichting: str = ""
    herkomst: Actieherkomst = Actieherkomst.GESTART
    kader: Actiekader = Actiekader.VRIJWILLIG
    begin: date | None = None
    uiterlijk: date | None = None
    sjabloon: str = ""
    draagt: bool = True


@dataclass(frozen=True)
class Opdracht:
    """An action to write down: `loket` None is the own desk, another desk is asked for it.

    `staat` says how far the own desk is with it: agreed, busy or done.
    """

    inhoud: Inhoud
    loket: int | None = None
    uitvoerder: int | None = None
    staat: Actiestaat = Actiestaat.AFGESPROKEN


def neem_op_je(
    wie: Wie,
    dossier: UUID,
    inhoud: Inhoud,
    *,
    uitvoerder: int | None = None,
    staat: Actiestaat = Actiestaat.AFGESPROKEN,
) -> Actie:
    """The own desk will do this, by `uitvoerder` or whoever acts. Clausule 4.3, 5.5."""
    return maak_acties(wie, dossier, [Opdracht(inhoud, None, uitvoerder, staat)])[0]


def vraag_loket(wie: Wie, dossier: UUID, inhoud: Inhoud, loket: int) -> Actie:
    """Ask another desk to do this; it answers within a term. Clausule 4.3, 5.4.

    Raises KanNiet when that desk may not see the life area.
    """
    return maak_acties(wie, dossier, [Opdracht(inhoud, loket)])[0]


def maak_acties(wie: Wie, dossier: UUID, opdrachten: Sequence[Opdracht]) -> list[Actie]:
    """Several actions at once: all are written, or none. Clausule 4.3, 5.5, 8.5."""
    check_planpartij(wie)
    if not opdrachten:
        return []
    gebieden = {opdracht.inhoud.leefgebied.categorie.value for opdracht in opdrachten}
    with planwerk(wie, dossier, *gebieden) as werk:
        return [_maak(werk, dossier, opdracht) for opdracht in opdrachten]


def aanvaard(wie: Wie, dossier: UUID, nummer: UUID, versie: int, toelichting: str = "") -> Actie:
    """Say yes to what another desk asked; whoever says so carries it out. Clausule 5.4."""
    return doe(wie, dossier, nummer, Daad.AANVAARDEN, versie, toelichting=toelichting)


def weiger(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, reden: str, toelichting: str = ""
) -> Actie:
    """Say no to what another desk asked, with the reason. Clausule 5.4."""
    return doe(wie, dossier, nummer, Daad.WEIGEREN, versie, reden=reden, toelichting=toelichting)


def trek_in(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, reden: str, toelichting: str = ""
) -> Actie:
    """Take back what the own desk asked and nobody answered yet. Clausule 5.4."""
    return doe(wie, dossier, nummer, Daad.INTREKKEN, versie, reden=reden, toelichting=toelichting)


def begin(wie: Wie, dossier: UUID, nummer: UUID, versie: int, toelichting: str = "") -> Actie:
    """Start, or go on after it was put off. Clausule 8.5."""
    return doe(wie, dossier, nummer, Daad.BEGINNEN, versie, toelichting=toelichting)


def rond_af(wie: Wie, dossier: UUID, nummer: UUID, versie: int, resultaat: str = "") -> Actie:
    """It is done; `resultaat` is what came of it. Clausule 8.5."""
    return doe(wie, dossier, nummer, Daad.AFRONDEN, versie, toelichting=resultaat)


def stel_uit(
    wie: Wie,
    dossier: UUID,
    nummer: UUID,
    versie: int,
    tot: date,
    reden: str,
    toelichting: str = "",
) -> Actie:
    """It will be done later: a new last day, and why. Clausule 8.5."""
    return doe(wie, dossier, nummer, Daad.UITSTELLEN, versie, reden, toelichting, tot)


def stop(
    wie: Wie,
    dossier: UUID,
    nummer: UUID,
    versie: int,
    reden: str,
    toelichting: str = "",
    *,
    onmogelijk: bool = False,
) -> Actie:
    """It ends without result: stopped, or `onmogelijk` when it could not be done. Clausule 8.5."""
    daad = Daad.ONMOGELIJK if onmogelijk else Daad.STOPPEN
    return doe(wie, dossier, nummer, daad, versie, reden, toelichting)


def doe(
    wie: Wie,
    dossier: UUID,
    nummer: UUID,
    daad: Daad,
    versie: int,
    reden: str = "",
    toelichting: str = "",
    tot: date | None = None,
) -> Actie:
    """Do one thing of the table of transitions with an action. Clausule 4.3, 5.4, 8.5.

    Raises GeenOvergang, with a sentence, for what the table does not allow.
    """
    check_planpartij(wie)
    with rijwerk(wie, Actie, dossier, nummer) as (werk, rij):
        if rij.versie != versie:
            uw = _waarden(EERSTE[daad], wie, reden, toelichting, tot)
            check_al_gedaan(rij, uw, toelichting)
            return rij
        overgang = _check(wie, rij, daad, reden, toelichting, tot)
        wijziging = werk_bij(rij, versie, _waarden(overgang, wie, reden, toelichting, tot), wie)
        schrijf_stap(werk, rij, overgang.van, reden, toelichting)
        na = {**wijziging.na, **kenmerk(rij), "daad": daad.value}
        werk.noteer(
            dossier, "actie_stap", rij.categorie, voor=wijziging.voor, na=na, reden=toelichting
        )
        meld(werk, rij, daad)
        return rij


def wijzig(wie: Wie, dossier: UUID, nummer: UUID, versie: int, waarden: Mapping[str, Any]) -> Actie:
    """Change text, frame or days (WIJZIGBAAR) of an action.

    By who does it while it is open, by who asks while it is not answered. Clausule 8.5.
    """
    check_planpartij(wie)
    if not waarden.keys() <= WIJZIGBAAR:
        raise ValueError(sorted(waarden.keys() - WIJZIGBAAR))
    with rijwerk(wie, Actie, dossier, nummer) as (werk, rij):
        if not mag_wijzigen(Actiestaat(rij.staat), rollen_van(wie, rij)):
            if rij.versie != versie:
                check_al_gedaan(rij, waarden)
            raise KanNiet("wijzigen", _("Deze actie kunt u nu niet veranderen."))
        check_dagen(waarden.get("begin", rij.begin), waarden.get("uiterlijk", rij.uiterlijk))
        return _pas_toe(werk, rij, versie, waarden, "actie_gewijzigd")


def wijs_uitvoerder_aan(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, medewerker: int
) -> Actie:
    """Who of the responsible desk does this. Clausule 4.3, 8.5.

    Raises KanNiet when that person does not work at this desk, and when the action is over.
    """
    check_planpartij(wie)
    with rijwerk(wie, Actie, dossier, nummer) as (werk, rij):
        if rij.verantwoordelijk_id != wie.loket:
            raise KanNiet("rol", _("Alleen het loket dat de actie doet, kan dit."))
        if rij.staat not in OPEN:
            raise KanNiet("afgelopen", _("Deze actie kunt u nu niet veranderen."))
        check_lid(rij.verantwoordelijk_id, medewerker)
        return _pas_toe(werk, rij, versie, {"uitvoerder_id": medewerker}, "actie_uitvoerder")


WIJZIGBAAR = frozenset({"wat", "toelichting", "herkomst", "kader", "begin", "uiterlijk"})
"""What may change while it is open. Another life area is another compartment: another action."""


def _maak(werk: Werk, dossier: UUID, opdracht: Opdracht) -> Actie:
    inhoud, wie = opdracht.inhoud, werk.wie
    check_dagen(inhoud.begin, inhoud.uiterlijk)
    eigen = opdracht.loket is None or opdracht.loket == wie.loket
    verantwoordelijk = wie.loket if eigen else opdracht.loket
    if verantwoordelijk is None:
        raise NietToegestaan("een actie hoort bij een loket")
    if not eigen:
        check_mag_gevraagd(dossier, inhoud.leefgebied, verantwoordelijk, wie.vandaag)
    rij = Actie(
        dossier_id=dossier,
        categorie=inhoud.leefgebied.categorie.value,
        verantwoordelijk_id=verantwoordelijk,
        **_inhoud(inhoud),
        **(_eigen(wie, opdracht) if eigen else _gevraagd(wie, inhoud, verantwoordelijk)),
        **nieuw(wie),
    )
    rij.save(force_insert=True)
    schrijf_stap(werk, rij, "", "", "")
    na = {**kenmerk(rij), "leefgebied": rij.leefgebied, "uiterlijk": als_json(rij.uiterlijk)}
    werk.noteer(dossier, "actie_gemaakt", rij.categorie, na=na)
    if not eigen:
        meld_aan_loket(werk, dossier, verantwoordelijk, Feitsoort.ACTIE_GEVRAAGD)
    return rij


def _inhoud(inhoud: Inhoud) -> dict[str, Any]:
    return {
        "leefgebied": inhoud.leefgebied.value,
        "wat": inhoud.wat,
        "toelichting": inhoud.toelichting,
        "herkomst": inhoud.herkomst.value,
        "kader": inhoud.kader.value,
        "begin": inhoud.begin,
        "uiterlijk": inhoud.uiterlijk,
        "sjabloon": inhoud.sjabloon,
        "draagt": inhoud.draagt,
    }


def _eigen(wie: Wie, opdracht: Opdracht) -> dict[str, Any]:
    if opdracht.staat not in EIGEN_BEGIN:
        raise ValueError(opdracht.staat)
    if opdracht.uitvoerder is not None and wie.loket is not None:
        check_lid(wie.loket, opdracht.uitvoerder)
    gedaan = opdracht.staat is Actiestaat.GEDAAN
    return {
        "staat": opdracht.staat.value,
        "uitvoerder_id": opdracht.uitvoerder or wie.medewerker,
        "klaar_op": wie.vandaag if gedaan else None,
    }


def _gevraagd(wie: Wie, inhoud: Inhoud, aan: int) -> dict[str, Any]:
    aannames = aannames_tussen(wie.loket, aan, wie.vandaag)
    return {
        "staat": Actiestaat.GEVRAAGD.value,
        "gevraagd_door_id": wie.loket,
        "antwoord_uiterlijk": antwoord_voor(wie.vandaag, inhoud.uiterlijk, aannames),
    }


def _waarden(
    overgang: Overgang, wie: Wie, reden: str, toelichting: str, tot: date | None
) -> dict[str, Any]:
    """What the row becomes by a transition."""
    waarden: dict[str, Any] = {"staat": overgang.naar.value, "reden": reden}
    daad = overgang.daad
    if daad in (Daad.AANVAARDEN, Daad.OVERNEMEN):
        waarden["uitvoerder_id"] = wie.medewerker
    if daad is Daad.OVERNEMEN:
        waarden["verantwoordelijk_id"] = wie.loket
    if daad is Daad.AFRONDEN:
        waarden |= {"klaar_op": wie.vandaag, "resultaat": toelichting}
    if daad is Daad.HEROPENEN:
        waarden |= {"klaar_op": None, "resultaat": ""}
    if overgang.met_datum:
        waarden["uiterlijk"] = tot
    return waarden


def _check(
    wie: Wie, rij: Actie, daad: Daad, reden: str, toelichting: str, tot: date | None
) -> Overgang:
    return check_overgang(
        Actiestaat(rij.staat),
        daad,
        rollen_van(wie, rij),
        reden=reden,
        toelichting=toelichting,
        tot=tot,
        op=wie.vandaag,
        uiterlijk=rij.uiterlijk,
    )


def _pas_toe(werk: Werk, rij: Actie, versie: int, waarden: Mapping[str, Any], soort: str) -> Actie:
    wijziging = werk_bij(rij, versie, waarden, werk.wie)
    if wijziging:
        schrijf_stap(werk, rij, rij.staat, "", "")
        na = {**wijziging.na, **kenmerk(rij)}
        werk.noteer(rij.dossier_id, soort, rij.categorie, voor=wijziging.voor, na=na)
    return rij
