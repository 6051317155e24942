"""Asking another municipality to receive somebody: the request, its answer, and who hears of it.

The request is a fact of the stay, so grounds follow each step within the same unit of work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.partij import Partij
from richting.akkoord.plan.woonplaats import (
    STAPPEN,
    Verzoekdaad,
    Verzoekreden,
    Verzoekstaat,
    antwoord_na,
    categorie_van,
    mogelijk,
    staat_van,
    waarom_niet,
)
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from richting.delen.afsprakenboek import aannames_tussen
from richting.dossiers.feiten import als_verzoek, feiten_in
from richting.dossiers.gevraagd import gemeente_van
from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Gebeurtenis, Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.overzichten import loketten_voor
from richting.plannen.acties.basis import planwerk
from richting.plannen.botsing import check_niet_ouder, ondertekend
from richting.plannen.models import Verzoekbericht

PLAN = Gegevenscategorie.PLAN.value
SOORTEN: dict[Verzoekdaad, str] = {
    Verzoekdaad.AANVAARDEN: "verzoek_aanvaard",
    Verzoekdaad.WEIGEREN: "verzoek_geweigerd",
    Verzoekdaad.MEER_VRAGEN: "verzoek_meer_nodig",
    Verzoekdaad.AANVULLEN: "verzoek_aangevuld",
    Verzoekdaad.INTREKKEN: "verzoek_ingetrokken",
}
"""What the journal calls each act."""
GEDAAN = "verzoek_gedaan"
ZONDER_WOORDEN = frozenset({Verzoekdaad.AANVAARDEN})
"""Acts that need no explanation."""


@dataclass(frozen=True)
class Verzoekversie:
    """A request after an act, and the number of its newest step."""

    pk: UUID
    versie: int


def vraag_gemeente(
    wie: Wie, dossier: UUID, naar: str, reden: Verzoekreden, toelichting: str
) -> Verzoekversie:
    """Origin asks another municipality to receive this person. Clausule 5.7, 6.4.

    From now on that municipality sees what it needs to answer. Raises NietToegestaan without a
    ground for the plan and the compartment of the reason, KanNiet when it cannot be asked.
    """
    apart = categorie_van(reden).value
    with planwerk(wie, dossier, PLAN, apart) as werk:
        door = _gemeente_van(wie)
        Dossier.objects.select_for_update(no_key=True).get(pk=dossier)
        feiten, aannames = feiten_in(werk, dossier), aannames_op(wie.vandaag)
        if zin := waarom_niet(feiten, door, naar, wie.vandaag, aannames):
            raise KanNiet("niet_te_vragen", _(zin))
        loket = _loket(naar, wie)
        if loket is None:
            raise KanNiet("geen_loket", _("Deze gemeente werkt nog niet met Richting. Bel haar."))
        rij = Gemeenteverzoek.objects.create(
            dossier_id=dossier,
            gemeente=naar,
            door=door,
            gevraagd_op=wie.vandaag,
            antwoord_uiterlijk=_uiterlijk(wie, loket),
        )
        bericht = _bericht(rij, Verzoekstaat.GEVRAAGD, apart, toelichting, reden.value)
        _schrijf_bericht(werk, bericht, 1)
        _noteer(werk, rij, GEDAAN)
    return Verzoekversie(rij.pk, bericht.versie)


def doe(
    wie: Wie,
    dossier: UUID,
    nummer: UUID,
    versie: int,
    daad: Verzoekdaad,
    toelichting: str = "",
) -> Verzoekversie:
    """Answer, add to or take back a request. Clausule 5.7, 6.4.

    Accept, refuse and ask for more: the municipality that was asked. Add and take back: the one
    that asked. `versie` is the newest step on the screen. Raises NietToegestaan for others, KanNiet
    when it cannot be done, Botsing when a step was taken meanwhile, with what it says.
    """
    with planwerk(wie, dossier, PLAN, ook_gevraagd=True) as werk:
        rij = Gemeenteverzoek.objects.select_for_update().filter(dossier=dossier, pk=nummer).first()
        if rij is None:
            raise NietToegestaan(str(nummer))
        ik = _gemeente_van(wie)
        stap = STAPPEN[daad]
        if ik != (rij.gemeente if stap.door_gevraagde else rij.door):
            raise NietToegestaan(daad)
        if daad not in ZONDER_WOORDEN and not toelichting.strip():
            raise KanNiet("toelichting", _("Schrijf op waarom."))
        laatste = Verzoekbericht.objects.filter(verzoek=rij).latest("versie")
        if laatste.versie != versie:
            waarden = {"staat": stap.naar.value, "toelichting": toelichting}
            check_niet_ouder(laatste, versie, waarden)
            return Verzoekversie(rij.pk, laatste.versie)
        staat = staat_van(als_verzoek(rij))
        if daad not in mogelijk(staat, vrager=ik == rij.door, gevraagde=ik == rij.gemeente):
            raise KanNiet("staat", _("Dit kan niet meer: er is al iets anders geantwoord."))
        feiten_in(werk, dossier)
        _pas_aan(wie, rij, daad)
        bericht = _bericht(rij, stap.naar, PLAN, toelichting)
        _schrijf_bericht(werk, bericht, laatste.versie + 1)
        _noteer(werk, rij, SOORTEN[daad])
        return Verzoekversie(rij.pk, bericht.versie)


def _pas_aan(wie: Wie, rij: Gemeenteverzoek, daad: Verzoekdaad) -> None:
    """The row after this act."""
    if daad is Verzoekdaad.INTREKKEN:
        rij.ingetrokken_op = wie.vandaag
    else:
        antwoord = antwoord_na(daad)
        rij.antwoord = antwoord.value if antwoord else ""
        rij.antwoord_op = wie.vandaag if antwoord else None
    if daad is Verzoekdaad.AANVULLEN:
        rij.antwoord_uiterlijk = _uiterlijk(wie, _loket(rij.gemeente, wie))
    rij.save()


def _uiterlijk(wie: Wie, gevraagd: int | None) -> date:
    """The last day to answer; sooner where both desks agreed so. Clausule 5.7, 6.6."""
    werkdagen = aannames_tussen(wie.loket, gevraagd, wie.vandaag).antwoord_werkdagen
    return plus_werkdagen(wie.vandaag, werkdagen)


def _noteer(werk: Werk, rij: Gemeenteverzoek, soort: str) -> None:
    """The journal row; the facts are read anew, and what was is kept to tell who loses sight."""
    dossier = rij.dossier_id
    oud = werk.geheugen.pop(("feiten", dossier))
    werk.geheugen.setdefault(("feiten_voor", dossier), oud)
    na = {"verzoek": str(rij.pk), "gemeenten": [[rij.gemeente, "gevraagd"]], "door": rij.door}
    werk.noteer(dossier, soort, PLAN, na=na)


def _bericht(
    rij: Gemeenteverzoek, staat: Verzoekstaat, categorie: str, toelichting: str, reden: str = ""
) -> Verzoekbericht:
    return Verzoekbericht(
        dossier_id=rij.dossier_id,
        verzoek=rij,
        categorie=categorie,
        staat=staat.value,
        reden=reden,
        toelichting=toelichting,
    )


def _schrijf_bericht(werk: Werk, bericht: Verzoekbericht, versie: int) -> None:
    """Add a step; its version is its number, so that the newest step is what a screen shows."""
    bericht.versie = versie
    bericht.gemaakt_op = werk.wie.nu
    ondertekend(bericht, werk.wie)
    bericht.save(force_insert=True)
    if bericht.categorie != PLAN:
        na = {"reden": bericht.reden}
        werk.noteer(bericht.dossier_id, "verzoek_reden", bericht.categorie, na=na)


def _gemeente_van(wie: Wie) -> str:
    """The municipality whose aftercare desk acts; raises NietToegestaan for any other desk."""
    code = gemeente_van(wie.loket)
    if not code:
        raise NietToegestaan(wie.loketsoort)
    return code


def _loket(gemeente: str, wie: Wie) -> int | None:
    partij = Partij(Loketsoort.NAZORG, gemeente)
    return loketten_voor({partij}, wie.vandaag).get(partij)


AAN_GEVRAAGDE = {
    GEDAAN: Feitsoort.VERZOEK_GEDAAN,
    "verzoek_aangevuld": Feitsoort.VERZOEK_BEANTWOORD,
}
AAN_VRAGER = {
    "verzoek_aanvaard": Feitsoort.VERZOEK_BEANTWOORD,
    "verzoek_geweigerd": Feitsoort.VERZOEK_BEANTWOORD,
    "verzoek_meer_nodig": Feitsoort.VERZOEK_BEANTWOORD,
}
"""What the other municipality hears of which step."""


def meld(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Tell the other municipality, once its ground stands. Clausule 5.4, 5.7.

    A reaction: runs after the grounds of this change were made. Who loses its ground hears that
    from `meldingen`.
    """
    for dossier, gebeurtenissen in wijzigingen.items():
        for gebeurtenis in gebeurtenissen:
            _meld_een(werk, dossier, gebeurtenis)


def _meld_een(werk: Werk, dossier: UUID, gebeurtenis: Gebeurtenis) -> None:
    for wie, feiten in ((_gevraagde, AAN_GEVRAAGDE), (_vrager, AAN_VRAGER)):
        feit = feiten.get(gebeurtenis.soort)
        loket = _loket(wie(gebeurtenis.na), werk.wie) if feit else None
        if feit and loket is not None:
            meld_aan_loket(werk, dossier, loket, feit)


def _gevraagde(na: dict[str, Any]) -> str:
    return str(na["gemeenten"][0][0])


def _vrager(na: dict[str, Any]) -> str:
    return str(na["door"])
