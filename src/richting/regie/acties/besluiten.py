"""Deciding what touches others: intend, react, talk over, make final, withdraw. Clausule 5.3.

Everybody who acts on one dossier at the same moment waits: a decision never becomes final while a
party is objecting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.besluiten import (
    Besluitdaad,
    Besluitmening,
    Besluitstaat,
    GeenBesluitovergang,
    check_daad,
    daad_van,
    kan_definitief,
    reactie_voor,
)
from richting.akkoord.geraakten import mag_beslissen, regel_voor_besluit
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.woorden import Feitsoort
from richting.delen.toegang import check_mag
from richting.dossiers.feiten import feiten_in
from richting.dossiers.gevraagd import check_zei_ja
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loketten
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.besluitpartijen import Betrokkene, Voornemen, betrokkenen, ontvanger
from richting.regie.besluitstand import als_gehoord, rollen, stand_van, ziet_nog
from richting.regie.models import Besluit, Besluitreactie, Besluitstap

AANGEHOUDEN = "besluit_aangehouden"
"""The kind of journal row that a consultation listens for. Clausule 5.3, 7.4."""


@contextmanager
def besluitwerk(
    wie: Wie, dossier: UUID, categorie: str, *, ook_gevraagd: bool = False
) -> Iterator[Werk]:
    """A unit of work on decisions. Raises NietToegestaan without a ground for the compartment, and
    for desks that take no part in the plan. Who decides on the same dossier waits.

    Raises KanNiet for a municipality that was only asked to take somebody in, unless
    `ook_gevraagd`: to react is what it may do. Clausule 5.7, 6.4.
    """
    if wie.loketsoort not in PLANPARTIJEN:
        raise NietToegestaan(wie.loketsoort)
    with verwerking(wie) as werk:
        Dossier.objects.select_for_update(no_key=True).filter(pk=dossier).first()
        check_mag(dossier, categorie)
        if not ook_gevraagd:
            check_zei_ja(wie, dossier)
        yield werk


def neem_voor(wie: Wie, dossier: UUID, wat: Voornemen) -> Besluit:
    """Intend a decision: whom it touches is asked. Clausule 5.3.

    With `spoedreden` it is final at once, and the parties are heard afterwards. Raises KanNiet when
    this desk does not take such decisions, or it lacks something.
    """
    _check_voornemen(wie, wat)
    with besluitwerk(wie, dossier, wat.categorie.value) as werk:
        besluit = _bewaar_nieuw(werk, dossier, wat)
        feiten = feiten_in(werk, dossier)
        wie_raakt_het = betrokkenen(wie, dossier, wie.loket or 0, wat, feiten)
        _vraag(werk, besluit, wie_raakt_het)
        soort = "besluit_spoed" if wat.spoed else "besluit_voorgenomen"
        _noteer(werk, besluit, soort, wat.spoedreden, soort=wat.soort.value)
        feit = Feitsoort.SPOEDBESLUIT if wat.spoed else Feitsoort.BESLUIT_VOORGENOMEN
        _meld(werk, besluit, feit, *(een.loket for een in wie_raakt_het))
    return besluit


def reageer(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, mening: Besluitmening, reden: str = ""
) -> None:
    """Say what the own desk thinks of a decision. Clausule 5.3.

    An objection needs a reason, and holds the decision up until it is talked over. Raises KanNiet
    when the decision changed meanwhile or stands already.
    """
    if mening is Besluitmening.BEZWAAR and not reden.strip():
        raise KanNiet("reden", _("Zeg wat uw bezwaar is."))
    with _met_besluit(wie, dossier, nummer, ook_gevraagd=True) as (werk, besluit):
        eigen = besluit.reacties.filter(loket=wie.loket).first()
        if eigen is None:
            raise NietToegestaan(str(nummer))
        if (eigen.reactie, eigen.reden) == (mening.value, reden):
            return
        _check_versie(besluit, versie)
        stand = stand_van(besluit)
        daad = daad_van(mening, stand, als_gehoord(eigen))
        naar = _naar(werk, besluit, daad)
        eigen.reactie, eigen.reden, eigen.op = mening.value, reden, wie.nu
        eigen.medewerker, eigen.door = wie.medewerker, wie.naam
        eigen.save()
        _zet(werk, besluit, daad, naar, reden, mening=mening.value)
        _noteer(werk, besluit, "besluit_reactie", reden, loket=wie.loket, reactie=mening.value)
        if daad is Besluitdaad.BEZWAAR_MAKEN:
            _noteer(werk, besluit, AANGEHOUDEN, "", spoed=besluit.spoed)
        _meld(werk, besluit, Feitsoort.BESLUIT_REACTIE, besluit.loket_id)


def leg_overleg_vast(wie: Wie, dossier: UUID, nummer: UUID, versie: int, uitkomst: str) -> None:
    """The objections were talked over; `uitkomst` says what came of it. Clausule 5.3, 8.5."""
    if not uitkomst.strip():
        raise KanNiet("uitkomst", _("Schrijf op wat er uit het overleg kwam."))
    with _met_besluit(wie, dossier, nummer) as (werk, besluit):
        _check_versie(besluit, versie)
        naar = _naar(werk, besluit, Besluitdaad.OVERLEG_VASTLEGGEN)
        besluit.overleg_op, besluit.overleg = wie.nu, uitkomst
        _zet(werk, besluit, Besluitdaad.OVERLEG_VASTLEGGEN, naar, uitkomst)
        _noteer(werk, besluit, "besluit_besproken", uitkomst)
        _meld(werk, besluit, Feitsoort.BESLUIT_GEWIJZIGD, *_gevraagden(besluit))


def maak_definitief(wie: Wie, dossier: UUID, nummer: UUID, versie: int, reden: str = "") -> None:
    """The decision stands. Clausule 5.3, 8.7.

    Raises KanNiet with the sentence of the rule while a party may still react, an objection was not
    talked over, or one stands and `reden` does not say why it is decided all the same.
    """
    with _met_besluit(wie, dossier, nummer) as (werk, besluit):
        if besluit.staat == Besluitstaat.DEFINITIEF:
            return
        _check_versie(besluit, versie)
        oordeel = kan_definitief(stand_van(besluit), wie.vandaag, reden)
        if not oordeel.waarde:
            raise KanNiet(oordeel.code, _(oordeel.zin))
        naar = _naar(werk, besluit, Besluitdaad.DEFINITIEF_MAKEN)
        besluit.definitief_op, besluit.motivering = wie.nu, reden
        _zet(werk, besluit, Besluitdaad.DEFINITIEF_MAKEN, naar, reden)
        _noteer(werk, besluit, "besluit_definitief", reden)
        _meld(werk, besluit, Feitsoort.BESLUIT_DEFINITIEF, *_gevraagden(besluit))


def trek_in(wie: Wie, dossier: UUID, nummer: UUID, versie: int, reden: str) -> None:
    """The decision does not go on, or is undone; everybody asked hears so. Clausule 5.3."""
    if not reden.strip():
        raise KanNiet("reden", _("Zeg waarom dit besluit niet doorgaat."))
    with _met_besluit(wie, dossier, nummer) as (werk, besluit):
        if besluit.staat == Besluitstaat.INGETROKKEN:
            return
        _check_versie(besluit, versie)
        naar = _naar(werk, besluit, Besluitdaad.INTREKKEN)
        besluit.ingetrokken_op = wie.nu
        _zet(werk, besluit, Besluitdaad.INTREKKEN, naar, reden)
        _noteer(werk, besluit, "besluit_ingetrokken", reden)
        _meld(werk, besluit, Feitsoort.BESLUIT_INGETROKKEN, *_gevraagden(besluit))


def neem_over(wie: Wie, dossier: UUID, nummer: UUID, versie: int) -> None:
    """Take over a decision of a desk that has no ground any more. Clausule 5.3, 6.4.

    Raises NietToegestaan for a desk that does not take such decisions, KanNiet when the deciding
    desk still sees the dossier.
    """
    with _met_besluit(wie, dossier, nummer) as (werk, besluit):
        if besluit.loket_id == wie.loket:
            return
        _check_versie(besluit, versie)
        naar = _naar(werk, besluit, Besluitdaad.OVERNEMEN)
        eerst, besluit.loket_id = besluit.loket_id, wie.loket or 0
        _vraagt_zichzelf_niet(werk, besluit)
        _zet(werk, besluit, Besluitdaad.OVERNEMEN, naar, "")
        _noteer(werk, besluit, "besluit_overgenomen", "", loket=wie.loket, eerst=eerst)
        _meld(werk, besluit, Feitsoort.BESLUIT_GEWIJZIGD, *_gevraagden(besluit))


def _vraagt_zichzelf_niet(werk: Werk, besluit: Besluit) -> None:
    """Who decides from now on needs not be waited for."""
    open_ = besluit.reacties.filter(loket=werk.wie.loket, reactie="")
    open_.update(
        reactie=Besluitmening.GEEN_MENING.value,
        reden=_("Neemt het besluit zelf."),
        op=werk.wie.nu,
        medewerker=werk.wie.medewerker,
        door=werk.wie.naam,
    )


@contextmanager
def _met_besluit(
    wie: Wie, dossier: UUID, nummer: UUID, *, ook_gevraagd: bool = False
) -> Iterator[tuple[Werk, Besluit]]:
    """The decision, locked. What it lies in decides who may act; absent reads as not allowed."""
    with besluitwerk(wie, dossier, "plan", ook_gevraagd=ook_gevraagd) as werk:
        besluit = Besluit.objects.select_for_update().filter(dossier=dossier, pk=nummer).first()
        if besluit is None:
            raise NietToegestaan(str(nummer))
        check_mag(dossier, besluit.categorie)
        yield werk, besluit


def _check_voornemen(wie: Wie, wat: Voornemen) -> None:
    regel = regel_voor_besluit(wat.soort)
    if wie.loketsoort not in PLANPARTIJEN:
        raise NietToegestaan(wie.loketsoort)
    if not mag_beslissen(wat.soort, wie.loketsoort):
        raise KanNiet("niet_uw_besluit", _("Zo'n besluit neemt een ander soort loket."))
    if wat.categorie not in regel.categorieen:
        raise KanNiet("categorie", _("Dit soort besluit gaat niet over dat onderwerp."))
    if not wat.omschrijving.strip():
        raise KanNiet("omschrijving", _("Schrijf op wat u wilt besluiten."))
    if wat.ingang < wie.vandaag and not wat.spoed:
        raise KanNiet("ingang", _("De dag waarop het besluit ingaat, is vandaag of later."))
    if regel.naar and ontvanger(wat) is None:
        raise KanNiet("naar", _("Kies waar deze persoon door het besluit naartoe gaat."))
    if wat.naar and not regel.naar:
        raise KanNiet("naar", _("Dit soort besluit stuurt niemand naar een andere organisatie."))


def _bewaar_nieuw(werk: Werk, dossier: UUID, wat: Voornemen) -> Besluit:
    wie = werk.wie
    staat = Besluitstaat.DEFINITIEF if wat.spoed else Besluitstaat.VOORGENOMEN
    besluit = Besluit(
        dossier_id=dossier,
        categorie=wat.categorie.value,
        soort=wat.soort.value,
        omschrijving=wat.omschrijving,
        loket_id=wie.loket or 0,
        naar=wat.naar,
        ingang=wat.ingang,
        spoed=wat.spoed,
        spoedreden=wat.spoedreden,
        staat=staat.value,
        definitief_op=wie.nu if wat.spoed else None,
        gemaakt_op=wie.nu,
        medewerker=wie.medewerker,
        door=wie.naam,
    )
    besluit.save(force_insert=True)
    _stap(werk, besluit, "", "", staat, wat.spoedreden)
    return besluit


def _vraag(werk: Werk, besluit: Besluit, wie_raakt_het: list[Betrokkene]) -> None:
    """One row for every party that is touched, also who cannot be asked. One insert."""
    wie = werk.wie
    uiterlijk = reactie_voor(
        wie.vandaag, besluit.ingang, spoed=besluit.spoed, aannames=aannames_op(wie.vandaag)
    )
    Besluitreactie.objects.bulk_create(
        Besluitreactie(
            dossier_id=besluit.dossier_id,
            categorie=besluit.categorie,
            besluit=besluit,
            loketsoort=een.geraakte.partij.loketsoort.value,
            organisatie=een.geraakte.partij.organisatie,
            loket_id=een.loket,
            redenen=[reden.value for reden in een.geraakte.redenen],
            bereik=een.geraakte.bereik.value,
            gevraagd_op=wie.nu,
            uiterlijk=uiterlijk if een.loket else None,
        )
        for een in wie_raakt_het
    )


def _gevraagden(besluit: Besluit) -> list[int | None]:
    return list(besluit.reacties.filter(loket__isnull=False).values_list("loket", flat=True))


def _naar(werk: Werk, besluit: Besluit, daad: Besluitdaad) -> Besluitstaat:
    """The state that this act leads to, for this desk. Raises KanNiet or NietToegestaan."""
    wie = werk.wie
    ziet = ziet_nog(besluit, wie.vandaag)
    eigen = rollen(besluit, wie.loket, wie.loketsoort, ziet_nog=ziet)
    try:
        return check_daad(stand_van(besluit), daad, eigen)
    except GeenBesluitovergang as fout:
        if fout.code == "rol" and daad is not Besluitdaad.OVERNEMEN:
            raise NietToegestaan(str(besluit.pk)) from fout
        raise KanNiet(fout.code, _(fout.zin)) from fout


def _check_versie(besluit: Besluit, versie: int) -> None:
    if besluit.versie != versie:
        zin = _("Iemand anders was u voor. Kijk wat er nu staat en kies opnieuw.")
        raise KanNiet("veranderd", zin)


def _zet(
    werk: Werk,
    besluit: Besluit,
    daad: Besluitdaad,
    naar: Besluitstaat,
    toelichting: str,
    mening: str = "",
) -> None:
    van, besluit.staat = besluit.staat, naar.value
    besluit.versie += 1
    besluit.save()
    _stap(werk, besluit, daad.value, van, naar, toelichting, mening)


def _stap(
    werk: Werk,
    besluit: Besluit,
    daad: str,
    van: str,
    naar: Besluitstaat,
    toelichting: str,
    mening: str = "",
) -> None:
    Besluitstap.objects.create(
        dossier_id=besluit.dossier_id,
        categorie=besluit.categorie,
        besluit=besluit,
        daad=daad,
        staat_van=van,
        staat_naar=naar.value,
        mening=mening,
        toelichting=toelichting,
        loket_id=werk.wie.loket,
        op=werk.wie.nu,
        medewerker=werk.wie.medewerker,
        door=werk.wie.naam,
    )


def _noteer(werk: Werk, besluit: Besluit, gebeurd: str, reden: str, /, **na: Any) -> None:
    gegevens = {"besluit": str(besluit.pk), "staat": besluit.staat, **na}
    werk.noteer(besluit.dossier_id, gebeurd, besluit.categorie, na=gegevens, reden=reden)


def _meld(werk: Werk, besluit: Besluit, feit: Feitsoort, *loketten: int | None) -> None:
    """Tell these desks, but not the one that acts. Clausule 5.4."""
    meld_aan_loketten(
        werk,
        [
            (besluit.dossier_id, loket, feit)
            for loket in loketten
            if loket and loket != werk.wie.loket
        ],
    )
