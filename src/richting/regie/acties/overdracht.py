"""Handing a task over: prepare, offer, accept or refuse, on the agreed day. Clausule 1.7, 1.8.

Who had the task keeps it until somebody accepts, or the rule passes it on (`overgang.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.overdracht import (
    CHECKLIJST,
    LOPEND,
    ONDERWERPCATEGORIE,
    AfspraakOnderwerp,
    Overdrachtdaad,
    Overdrachtrol,
    Overdrachtsoort,
    Overdrachtstaat,
    Overgang,
    Punt,
    Puntstand,
    Weigerreden,
    nodige_afspraken,
    overgang,
    soort_van,
)
from richting.akkoord.regieverloop import (
    OVERGEDRAGEN,
    Regieherkomst,
    Regietaak,
    Stand,
    mag_hebben,
    volgens_regel,
)
from richting.akkoord.woorden import Feitsoort, Loketsoort
from richting.delen.afsprakenboek import aannames_tussen
from richting.delen.toegang import check_mag
from richting.dossiers.feiten import feiten_in
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loketten
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.overzichten import loket as loket_met_organisatie
from richting.regie.acties.basis import regiewerk, rijen_van, ziet
from richting.regie.acties.overname import zet_houder
from richting.regie.acties.regietijdvak import breng_bij
from richting.regie.afspraken import dag_van, partij_van
from richting.regie.models import (
    Overdracht,
    Overdrachtafspraak,
    Overdrachtpunt,
    Overdrachtstap,
)
from richting.regie.tijdvakken import geldend, volgend_moment

GEWIJZIGD = "overdracht_gewijzigd"


@dataclass(frozen=True)
class Voorbereiding:
    """What a handover is about: to whom, on which day, whether that follows the release.

    `datum` None: on the day of release, as far as that is known.
    """

    aan_loket: int
    datum: date | None
    op_vertrek: bool = False
    warm_op: date | None = None
    warm_vorm: str = ""
    warm_met: str = ""


def bereid_voor(wie: Wie, dossier: UUID, taak: Regietaak, wat: Voorbereiding) -> Overdracht:
    """Begin a handover of a task that the own desk holds. Clausule 1.7, 1.8.

    Raises NietToegestaan when another desk holds it, KanNiet when one is under way already or the
    receiver cannot hold the task.
    """
    with regiewerk(wie, dossier) as werk:
        rijen = rijen_van(dossier, taak)
        nu = geldend(rijen, volgend_moment(rijen, wie))
        if nu is None or nu.loket_id is None or nu.loket_id != wie.loket:
            raise NietToegestaan(str(dossier))
        if Overdracht.objects.filter(dossier=dossier, taak=taak.value, staat__in=LOPEND).exists():
            raise KanNiet("loopt_al", _("Er is al een overdracht van deze taak in voorbereiding."))
        rij = Overdracht(
            dossier_id=dossier,
            taak=taak.value,
            van_loket_id=nu.loket_id,
            staat=Overdrachtstaat.VOORBEREID.value,
            gemaakt_op=wie.nu,
        )
        rij.soort = _vul(werk, rij, wat).value
        eerder = _niet_doorgegaan(rij)
        if eerder and not wat.warm_op:
            rij.warm_op, rij.warm_vorm, rij.warm_met = (
                eerder.warm_op,
                wat.warm_vorm or eerder.warm_vorm,
                wat.warm_met or eerder.warm_met,
            )
        _bewaar(werk, rij, "", "")
        if eerder:
            _neem_over(eerder, rij)
    return rij


def wijzig(wie: Wie, dossier: UUID, nummer: UUID, versie: int, wat: Voorbereiding) -> Overdracht:
    """Change what a handover in preparation says. By the giver. Clausule 1.7.

    Raises KanNiet when somebody changed it meanwhile, or it was offered already.
    """
    with regiewerk(wie, dossier) as werk:
        rij = _vergrendeld(dossier, nummer, versie)
        if rij.van_loket_id != wie.loket:
            raise NietToegestaan(str(nummer))
        if rij.staat != Overdrachtstaat.VOORBEREID:
            zin = _("Deze overdracht is al aangeboden. Haal haar eerst terug.")
            raise KanNiet("niet_meer", zin)
        rij.soort = _vul(werk, rij, wat).value
        _bewaar(werk, rij, "", "")
    return rij


def _niet_doorgegaan(rij: Overdracht) -> Overdracht | None:
    """The last one of the same kind between these two desks that was refused or withdrawn."""
    eerder = Overdracht.objects.filter(
        dossier=rij.dossier_id,
        taak=rij.taak,
        soort=rij.soort,
        van_loket=rij.van_loket_id,
        aan_loket=rij.aan_loket_id,
        staat__in=[Overdrachtstaat.GEWEIGERD.value, Overdrachtstaat.INGETROKKEN.value],
    )
    return eerder.order_by("-gemaakt_op").first()


def _neem_over(eerder: Overdracht, rij: Overdracht) -> None:
    """What was seen to and agreed need not be said again; who said it, and when, stays with it."""
    soorten: tuple[type[Any], ...] = (Overdrachtpunt, Overdrachtafspraak)
    for model in soorten:
        velden = [v.attname for v in model._meta.concrete_fields if not v.primary_key]
        oud = model.objects.filter(overdracht=eerder).values(*velden)
        model.objects.bulk_create(model(**{**rij_, "overdracht_id": rij.pk}) for rij_ in oud)


def zet_punten(
    wie: Wie, dossier: UUID, nummer: UUID, punten: Mapping[str, tuple[Puntstand, str]]
) -> None:
    """Say how items of the checklist stand, with a word about each. By both parties. Clausule 1.7.

    Raises NietToegestaan for an item of another kind or a closed compartment.
    """
    with regiewerk(wie, dossier) as werk:
        rij = _van_ons(wie, dossier, nummer)
        lijst = {punt.code: punt for punt in CHECKLIJST[Overdrachtsoort(rij.soort)]}
        for code, (stand, toelichting) in punten.items():
            if code not in lijst:
                raise NietToegestaan(code)
            _zet_punt(werk, rij, lijst[code], stand, toelichting)


def _zet_punt(werk: Werk, rij: Overdracht, punt: Punt, stand: Puntstand, toelichting: str) -> None:
    check_mag(rij.dossier_id, punt.categorie)
    Overdrachtpunt.objects.update_or_create(
        overdracht=rij,
        code=punt.code,
        defaults={
            "dossier_id": rij.dossier_id,
            "stand": stand.value,
            "toelichting": toelichting,
            "gemaakt_op": werk.wie.nu,
            "door": werk.wie.naam,
            "categorie": punt.categorie.value,
        },
    )
    na = {"punt": punt.code, "stand": stand.value}
    werk.noteer(rij.dossier_id, "overdracht_punt", punt.categorie.value, na=na)


def spreek_af(
    wie: Wie, dossier: UUID, nummer: UUID, onderwerp: AfspraakOnderwerp, loket: int, tekst: str
) -> None:
    """Agree who does what after the handover, while the stay still lasts. Clausule 1.8.

    Raises KanNiet for a desk that cannot see the dossier.
    """
    with regiewerk(wie, dossier) as werk:
        rij, categorie = _van_ons(wie, dossier, nummer), ONDERWERPCATEGORIE[onderwerp].value
        check_mag(dossier, categorie)
        if not ziet(loket, dossier):
            raise KanNiet("loket_kan_niet", _("Dit loket werkt niet mee aan dit dossier."))
        Overdrachtafspraak.objects.update_or_create(
            overdracht=rij,
            onderwerp=onderwerp.value,
            defaults={
                "dossier_id": dossier,
                "loket_id": loket,
                "tekst": tekst,
                "gemaakt_op": wie.nu,
                "door": wie.naam,
                "categorie": categorie,
            },
        )
        na = {"onderwerp": onderwerp.value, "loket": loket}
        werk.noteer(dossier, "overdracht_afspraak", categorie, na=na)


def doe(
    wie: Wie,
    dossier: UUID,
    nummer: UUID,
    daad: Overdrachtdaad,
    versie: int,
    reden: str = "",
    toelichting: str = "",
) -> Overdracht:
    """Do one thing of the table of transitions. Clausule 1.7, 5.4.

    Raises NietToegestaan for the other party, KanNiet when it cannot be done (any more). A
    municipality that was only asked to take somebody in can refuse; its yes accepts.
    """
    weigert = daad is Overdrachtdaad.WEIGEREN
    with regiewerk(wie, dossier, ook_gevraagd=weigert) as werk:
        rij = _vergrendeld(dossier, nummer, versie)
        stap = overgang(Overdrachtstaat(rij.staat), daad)
        if stap is None:
            raise KanNiet("kan_niet_meer", _("Dit kan nu niet met deze overdracht."))
        _check_rol(wie, rij, stap)
        _VOORAF.get(daad, _niets)(werk, rij, reden, toelichting)
        rij.staat = stap.naar.value
        _bewaar(werk, rij, reden, toelichting)
        if daad is Overdrachtdaad.AANVAARDEN:
            _neem_aan(werk, rij)
        _vertel(werk, rij, daad)
    return rij


def _vul(werk: Werk, rij: Overdracht, wat: Voorbereiding) -> Overdrachtsoort:
    """Put the checked words into the row; the kind that follows from them."""
    doel = loket_met_organisatie(wat.aan_loket)
    van = loket_met_organisatie(rij.van_loket_id)
    if doel is None or van is None or wat.aan_loket == rij.van_loket_id:
        raise KanNiet("loket_kan_niet", _("Kies een ander loket."))
    if not doel.actief or not mag_hebben(Regietaak(rij.taak), Loketsoort(doel.soort)):
        raise KanNiet("loket_kan_niet", _("Dit loket kan deze taak niet hebben."))
    feiten, dag = feiten_in(werk, rij.dossier_id), werk.wie.vandaag
    rij.datum, rij.op_vertrek = _dag(wat, feiten, dag), wat.op_vertrek
    rij.aan_loket_id = wat.aan_loket
    rij.warm_op, rij.warm_vorm, rij.warm_met = wat.warm_op, wat.warm_vorm, wat.warm_met
    return soort_van(feiten, partij_van(van), partij_van(doel), dag, aannames_op(dag))


def _dag(wat: Voorbereiding, feiten: Feiten, vandaag: date) -> date:
    """The day that was chosen; that of release needs no choosing, when it is known."""
    datum = wat.datum or (rekendatum(feiten) if wat.op_vertrek else None)
    if datum is None:
        zin = _("De dag van vertrek is nog niet bekend. Kies een dag.")
        raise KanNiet("dag_onbekend", zin)
    if datum < vandaag:
        raise KanNiet("dag_voorbij", _("Deze dag is al voorbij. Kies vandaag of later."))
    return datum


def _vergrendeld(dossier: UUID, nummer: UUID, versie: int) -> Overdracht:
    rij = Overdracht.objects.select_for_update().filter(dossier=dossier, pk=nummer).first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    if rij.versie != versie:
        raise KanNiet("veranderd", _("Iemand anders was net eerder. Kijk wat er nu staat."))
    return rij


def _van_ons(wie: Wie, dossier: UUID, nummer: UUID) -> Overdracht:
    """A handover that is not over yet, of which the own desk is a party."""
    rij = Overdracht.objects.select_for_update().filter(dossier=dossier, pk=nummer).first()
    if rij is None or wie.loket not in (rij.van_loket_id, rij.aan_loket_id):
        raise NietToegestaan(str(nummer))
    if rij.staat in (Overdrachtstaat.GEWEIGERD, Overdrachtstaat.INGETROKKEN):
        raise KanNiet("voorbij", _("Deze overdracht gaat niet door."))
    return rij


def _check_rol(wie: Wie, rij: Overdracht, stap: Overgang) -> None:
    loket = {
        Overdrachtrol.GEVER: rij.van_loket_id,
        Overdrachtrol.ONTVANGER: rij.aan_loket_id,
    }.get(stap.rol)
    if loket is None or loket != wie.loket:
        raise NietToegestaan(str(rij.pk))


def _bewaar(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    rij.gewijzigd_op = werk.wie.nu
    rij.versie += 0 if rij._state.adding else 1
    rij.save()
    Overdrachtstap.objects.create(
        dossier_id=rij.dossier_id,
        overdracht=rij,
        naar=rij.staat,
        reden=reden,
        toelichting=toelichting,
        op=werk.wie.nu,
        loket=werk.wie.loket,
        door=werk.wie.naam,
    )
    na = {"taak": rij.taak, "staat": rij.staat, "loket": rij.aan_loket_id}
    werk.noteer(rij.dossier_id, GEWIJZIGD, rij.categorie, na=na, reden=toelichting)


def _niets(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    """Nothing to look at beforehand."""


def _voor_aanbieden(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    """The receiver can see the dossier, and what must be agreed is agreed. Clausule 1.8, 6.4."""
    if not ziet(rij.aan_loket_id, rij.dossier_id):
        zin = _("De ontvanger ziet dit dossier nog niet. Bied de overdracht later aan.")
        raise KanNiet("ontvanger_ziet_niet", zin)
    gemaakt = set(rij.afspraken.values_list("onderwerp", flat=True))
    nodig = nodige_afspraken(Overdrachtsoort(rij.soort), Loketsoort(rij.aan_loket.soort))
    if any(o.value not in gemaakt for o in nodig):
        zin = _("Spreek eerst af wie het toezicht doet, en wie zorg en voorzieningen.")
        raise KanNiet("afspraken_nodig", zin)
    aannames = aannames_tussen(rij.van_loket_id, rij.aan_loket_id, werk.wie.vandaag)
    uiterlijk = plus_werkdagen(werk.wie.vandaag, aannames.antwoord_werkdagen)
    dag = dag_van(rij, feiten_in(werk, rij.dossier_id))
    rij.antwoord_uiterlijk = min(uiterlijk, max(dag, werk.wie.vandaag))


def _voor_aanvaarden(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    """Only who still holds the task can hand it over."""
    rijen = rijen_van(rij.dossier_id, Regietaak(rij.taak))
    nu = geldend(rijen, volgend_moment(rijen, werk.wie))
    if nu is None or nu.loket_id != rij.van_loket_id:
        raise KanNiet("houder_veranderd", _("De regie is intussen al bij een ander."))


def _voor_weigeren(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    if reden not in set(Weigerreden) or not toelichting.strip():
        raise KanNiet("reden_nodig", _("Kies een reden en schrijf op wat er moet veranderen."))


def _voor_bevestigen(werk: Werk, rij: Overdracht, reden: str, toelichting: str) -> None:
    rij.ontvangen_op = werk.wie.vandaag


_VOORAF: dict[Overdrachtdaad, Any] = {
    Overdrachtdaad.AANBIEDEN: _voor_aanbieden,
    Overdrachtdaad.AANVAARDEN: _voor_aanvaarden,
    Overdrachtdaad.WEIGEREN: _voor_weigeren,
    Overdrachtdaad.BEVESTIGEN: _voor_bevestigen,
}


def _neem_aan(werk: Werk, rij: Overdracht) -> None:
    """The receiver holds the task from the agreed day on: now, or written ahead. Clausule 1.7."""
    feiten, taak = feiten_in(werk, rij.dossier_id), Regietaak(rij.taak)
    if dag_van(rij, feiten) > werk.wie.vandaag:
        breng_bij(werk, {rij.dossier_id: feiten})
        return
    doel = loket_met_organisatie(rij.aan_loket_id)
    assert doel is not None
    aannames = aannames_op(werk.wie.vandaag)
    regel = volgens_regel(taak, feiten, werk.wie.vandaag, aannames)
    stand = Stand(
        partij_van(doel),
        "overgedragen",
        OVERGEDRAGEN,
        Regieherkomst.OVERDRACHT,
        regel.partij,
        rij.pk,
    )
    zet_houder(werk, rij.dossier_id, taak, rijen_van(rij.dossier_id, taak), stand)


def _vertel(werk: Werk, rij: Overdracht, daad: Overdrachtdaad) -> None:
    """Tell the other party. Clausule 5.4."""
    ander = rij.aan_loket_id if werk.wie.loket == rij.van_loket_id else rij.van_loket_id
    aanbod = daad is Overdrachtdaad.AANBIEDEN
    feit = Feitsoort.OVERDRACHT_AANGEBODEN if aanbod else Feitsoort.OVERDRACHT_BEANTWOORD
    meld_aan_loketten(werk, [(rij.dossier_id, ander, feit)])
