"""Advice to the judge: asked, what municipalities bring in, fixed and never changed, the result.

The advice is of probation and lies in its own compartment; what a municipality is asked lies in
the compartment of the life area, so that it can see and answer it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.overgangen import antwoord_voor
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from richting.delen.afsprakenboek import aannames_tussen
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket
from richting.plannen.acties.actiedelen import categorieen_van
from richting.plannen.acties.basis import leg_vast, pas_aan, planwerk, vergrendeld
from richting.plannen.botsing import check_niet_ouder, nieuw
from richting.plannen.models import Adviesinbreng, Adviesverzoek
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing, Inbrengantwoord

ADVIES = Gegevenscategorie.JUSTITIEEL_ADVIES.value
GEBIEDEN = (Leefgebied.ONDERDAK, Leefgebied.INKOMEN, Leefgebied.ZORG)
"""What a municipality can be asked for an advice. Clausule 8.3."""


def leg_adviesverzoek_vast(
    wie: Wie,
    dossier: UUID,
    aanvrager: Adviesaanvrager,
    beslissing: Adviesbeslissing,
    gevraagd_op: date,
    zitting_op: date | None,
    toelichting: str = "",
) -> Adviesverzoek:
    """Somebody asks probation for advice. Clausule 8.3.

    Raises NietToegestaan for others, KanNiet for a hearing before the day of the request.
    """
    _check_reclassering(wie)
    if zitting_op is not None and zitting_op < gevraagd_op:
        raise KanNiet("zitting", _("De zitting kan niet vóór de dag van het verzoek zijn."))
    with planwerk(wie, dossier, ADVIES) as werk:
        return leg_vast(
            werk,
            Adviesverzoek,
            dossier,
            ADVIES,
            "adviesverzoek",
            aanvrager=aanvrager.value,
            beslissing=beslissing.value,
            gevraagd_op=gevraagd_op,
            zitting_op=zitting_op,
            toelichting=toelichting,
        )


def bewaar_tekst(wie: Wie, dossier: UUID, nummer: UUID, versie: int, tekst: str) -> Adviesverzoek:
    """Save the draft of an advice. Clausule 8.3.

    Raises Botsing, also when somebody fixed another text meanwhile; KanNiet once it is fixed.
    """
    _check_reclassering(wie)
    with planwerk(wie, dossier, ADVIES) as werk:
        rij = vergrendeld(Adviesverzoek, dossier, nummer)
        _check_open(rij, versie, tekst=tekst)
        pas_aan(werk, rij, versie, {"tekst": tekst}, "advies_tekst")
        return rij


def stel_advies_vast(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, tekst: str
) -> Adviesverzoek:
    """Fix an advice with this text: from now on it never changes. Clausule 8.3.

    What a municipality did not answer lapses: it waits for nobody any more. Raises Botsing, also
    when somebody fixed another text meanwhile; KanNiet without text or when it was fixed already.
    """
    _check_reclassering(wie)
    with planwerk(wie, dossier, ADVIES) as werk:
        rij = vergrendeld(Adviesverzoek, dossier, nummer)
        _check_open(rij, versie, tekst=tekst)
        if not tekst.strip():
            raise KanNiet("leeg", _("Schrijf eerst het advies."))
        waarden = {"tekst": tekst, "vastgesteld_op": wie.vandaag, "vastgesteld_door": wie.naam}
        pas_aan(werk, rij, versie, waarden, "advies_vastgesteld")
        for open_ in Adviesinbreng.objects.filter(verzoek=rij, beantwoord_op=None):
            laat = {"beantwoord_op": wie.vandaag}
            pas_aan(werk, open_, open_.versie, laat, "inbreng_vervallen")
        return rij


def noteer_uitkomst(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, uitkomst: str, op: date
) -> Adviesverzoek:
    """What was decided. Clausule 8.3.

    Raises Botsing; KanNiet before the advice is fixed, and for a day before it was asked.
    """
    _check_reclassering(wie)
    with planwerk(wie, dossier, ADVIES) as werk:
        rij = vergrendeld(Adviesverzoek, dossier, nummer)
        if rij.vastgesteld_op is None:
            raise KanNiet("niet_vast", _("Stel eerst het advies vast."))
        if op < rij.gevraagd_op:
            raise KanNiet("te_vroeg", _("Dit besluit kan niet vóór het verzoek om advies zijn."))
        waarden = {"uitkomst": uitkomst, "uitkomst_op": op}
        pas_aan(werk, rij, versie, waarden, "advies_uitkomst")
        return rij


def vraag_inbreng(
    wie: Wie, dossier: UUID, nummer: UUID, loket: int, gebieden: Iterable[Leefgebied], vraag: str
) -> list[Adviesinbreng]:
    """Ask a municipality what it can do, and from which day, per life area. Clausule 8.3.

    Raises KanNiet when the advice is fixed, or the desk may not see such an area.
    """
    _check_reclassering(wie)
    gekozen = [gebied for gebied in GEBIEDEN if gebied in set(gebieden)]
    with planwerk(wie, dossier, ADVIES, *(g.categorie.value for g in gekozen)) as werk:
        rij = vergrendeld(Adviesverzoek, dossier, nummer)
        _check_open(rij, rij.versie)
        _check_gemeente(dossier, loket, gekozen, wie.vandaag)
        gesteld = [_stel(werk, rij, loket, gebied, vraag) for gebied in gekozen]
        meld_aan_loket(werk, dossier, loket, Feitsoort.INBRENG_GEVRAAGD)
    return gesteld


def geef_inbreng(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, waarden: Mapping[str, Any]
) -> Adviesinbreng:
    """A municipality answers: possible, from which day, or not. Clausule 8.3.

    `waarden`: antwoord, vanaf, toelichting. It can be changed until the advice is fixed. Raises
    NietToegestaan for a desk that was not asked, Botsing, and KanNiet.
    """
    with planwerk(wie, dossier, Gegevenscategorie.PLAN.value) as werk:
        rij = vergrendeld(Adviesinbreng, dossier, nummer)
        if rij.aan_id != wie.loket:
            raise NietToegestaan(str(nummer))
        kan = waarden["antwoord"] == Inbrengantwoord.KAN
        schoon = {**waarden, "vanaf": waarden["vanaf"] if kan else None}
        if rij.verzoek.vastgesteld_op is not None:
            check_niet_ouder(rij, versie, schoon)
            raise KanNiet("vast", _("Het advies is al vastgesteld. Uw antwoord kan niet meer mee."))
        if kan and waarden["vanaf"] is None:
            raise KanNiet("vanaf", _("Vul in vanaf welke dag dit kan."))
        antwoord = {**schoon, "beantwoord_op": wie.vandaag}
        if pas_aan(werk, rij, versie, antwoord, "inbreng_gegeven"):
            meld_aan_loket(werk, dossier, rij.gevraagd_door_id, Feitsoort.INBRENG_GEGEVEN)
        return rij


def _check_reclassering(wie: Wie) -> None:
    """Only probation gives advice to the judge. Clausule 8.3."""
    if wie.loketsoort != Loketsoort.RECLASSERING:
        raise NietToegestaan(wie.loketsoort)


def _check_open(rij: Adviesverzoek, versie: int, **waarden: Any) -> None:
    """It is not fixed. Who wrote on while somebody else fixed it sees both texts: Botsing."""
    if rij.vastgesteld_op is not None:
        check_niet_ouder(rij, versie, waarden)
        raise KanNiet("vast", _("Dit advies is vastgesteld en verandert niet meer."))


def _check_gemeente(dossier: UUID, loket: int, gebieden: list[Leefgebied], op: date) -> None:
    if not gebieden:
        raise KanNiet("geen_gebied", _("Kies waar de vraag over gaat."))
    gemeente = Loket.objects.filter(pk=loket, soort=Loketsoort.NAZORG.value, actief=True)
    nodig = {Gegevenscategorie.PLAN.value, *(gebied.categorie.value for gebied in gebieden)}
    if not gemeente.exists() or not nodig <= categorieen_van(dossier, loket, op):
        raise KanNiet("geen_grond", _("Dit loket mag dit leefgebied in dit dossier niet zien."))


def _eigen_loket(wie: Wie) -> int:
    if wie.loket is None:
        raise NietToegestaan("zonder loket")
    return wie.loket


def _stel(
    werk: Werk, rij: Adviesverzoek, loket: int, gebied: Leefgebied, vraag: str
) -> Adviesinbreng:
    categorie, vandaag = gebied.categorie.value, werk.wie.vandaag
    eerder = Adviesinbreng.objects.filter(
        verzoek=rij, aan=loket, categorie=categorie, beantwoord_op=None
    )
    if eerder.exists():
        raise KanNiet("al_gevraagd", _("Dit is al gevraagd. Wacht op het antwoord."))
    aannames = aannames_tussen(werk.wie.loket, loket, vandaag)
    uiterlijk = antwoord_voor(vandaag, rij.zitting_op, aannames)
    gesteld = Adviesinbreng(
        dossier_id=rij.dossier_id,
        categorie=categorie,
        verzoek=rij,
        aan_id=loket,
        gevraagd_door_id=_eigen_loket(werk.wie),
        vraag=vraag,
        gevraagd_op=vandaag,
        antwoord_uiterlijk=uiterlijk,
        **nieuw(werk.wie),
    )
    gesteld.save(force_insert=True)
    na = {"inbreng": str(gesteld.pk), "vraag": vraag, "uiterlijk": uiterlijk.isoformat()}
    werk.noteer(rij.dossier_id, "inbreng_gevraagd", categorie, na=na)
    return gesteld
