"""The webhooks of a desk: make, renew the key, stop, try again, let go. Clausule 5.4."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from richting.akkoord.bezorging import Bezorgreden
from richting.akkoord.grondslagen.register import GRONDSLAGEN
from richting.akkoord.meldingen import MELDREGELS
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen import overzichten_bezorging
from richting.meldingen.models import Abonnement, Aflevering, Webhooksleutel
from richting.meldingen.webhook.adres import ADRESFOUTEN, FoutAdres, Netten, ontleed
from richting.meldingen.webhook.teken import geheim
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.rechten import beheerde_loketten

CATEGORIE = "beheer"
MEESTE = 20
"""Webhooks that one desk may have at the same time."""


@dataclass(frozen=True)
class NieuweSleutel:
    """A webhook and the secret of its newest key: shown once, kept nowhere."""

    abonnement: Abonnement
    kenmerk: str
    geheim: str


def netten() -> Netten:
    """The networks that webhooks may call besides the public internet."""
    return Netten(settings.OMGEVING.webhook_netten)


def soorten_voor(loketsoort: str) -> list[Feitsoort]:
    """The kinds of fact that this kind of desk can be told of, in the order of the rules."""
    return [
        regel.feit
        for regel in MELDREGELS
        if regel.feit is Feitsoort.NIET_MEER_VAN_U
        or (loketsoort in regel.aan and _kan_zien(loketsoort, regel.categorie))
    ]


def _kan_zien(loketsoort: str, categorie: Gegevenscategorie) -> bool:
    """Some law gives this kind of desk this: a desk of the plan never hears of art. 18b or BIJ."""
    return any(
        loketsoort in wet.naar and categorie in wet.ontvanger(Loketsoort(loketsoort)).categorieen
        for wet in GRONDSLAGEN
    )


def maak(wie: Wie, *, naam: str, adres: str, soorten: Iterable[str] = ()) -> NieuweSleutel:
    """A webhook for the own desk; without `soorten` it hears of every kind.

    Returns the secret once. Raises NietToegestaan, and KanNiet for an address, a kind or a number
    that can't be.
    """
    loket, gekozen = _loket(wie), _check(wie, adres, soorten)
    with verwerking(wie) as werk:
        lopend = Abonnement.objects.filter(loket=loket, gestopt_op=None)
        if lopend.count() >= MEESTE:
            raise KanNiet("te_veel", _("Uw loket heeft al 20 webhooks. Stop er eerst een."))
        rij = Abonnement.objects.create(
            loket_id=loket,
            naam=naam.strip(),
            adres=adres,
            soorten=gekozen,
            gemaakt_op=wie.nu,
            niet_voor=wie.nu,
        )
        Abonnement.objects.filter(pk=rij.pk).update(niet_voor=Now())
        nieuw = _sleutel(wie, rij)
        na = {"abonnement": str(rij.pk), "naam": rij.naam, "adres": adres, "soorten": gekozen}
        werk.noteer(None, "webhook_gemaakt", CATEGORIE, na=na | {"sleutel": nieuw.kenmerk})
    overzichten_bezorging.vergeet()
    return nieuw


def _loket(wie: Wie) -> int:
    """The own desk; raises NietToegestaan for staff who do not manage it.

    A system was let in by its scope.
    """
    if wie.loket is None:
        raise NietToegestaan("webhook")
    if wie.medewerker is not None and not beheerde_loketten(wie).filter(pk=wie.loket).exists():
        raise NietToegestaan("webhook")
    return wie.loket


def _check(wie: Wie, adres: str, soorten: Iterable[str]) -> list[str]:
    gekozen = sorted(set(soorten))
    if not set(gekozen) <= {soort.value for soort in soorten_voor(wie.loketsoort)}:
        raise KanNiet("soort", _("Kies alleen soorten die uw loket kan krijgen."))
    try:
        ontleed(adres, netten())
    except FoutAdres as fout:
        raise KanNiet("adres", _(ADRESFOUTEN[str(fout)])) from fout
    return gekozen


def _sleutel(wie: Wie, rij: Abonnement) -> NieuweSleutel:
    kenmerk, zout = f"wh-{secrets.token_hex(6)}", secrets.token_hex(32)
    Webhooksleutel.objects.create(abonnement=rij, kenmerk=kenmerk, zout=zout, gemaakt_op=wie.nu)
    return NieuweSleutel(
        rij, kenmerk, geheim(settings.OMGEVING.webhooksleutel, rij.pk, kenmerk, zout)
    )


def _eigen(wie: Wie, nummer: UUID) -> Abonnement:
    """The webhook of the own desk, locked; raises NietToegestaan for another or a stopped one."""
    rijen = Abonnement.objects.select_for_update()
    rij = rijen.filter(pk=nummer, loket=_loket(wie), gestopt_op=None).first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def vernieuw_sleutel(wie: Wie, nummer: UUID) -> NieuweSleutel:
    """A new key beside the present one, which signs along until the end of the transition.

    An older one ends now: never more than two. Raises NietToegestaan.
    """
    dagen = timedelta(days=aannames_op(wie.vandaag).webhooksleutel_overgang_dagen)
    with verwerking(wie) as werk:
        rij = _eigen(wie, nummer)
        sleutels = Webhooksleutel.objects.filter(abonnement=rij)
        sleutels.filter(vervalt_op__gt=wie.nu).update(vervalt_op=wie.nu)
        sleutels.filter(vervalt_op=None).update(vervalt_op=wie.nu + dagen)
        nieuw = _sleutel(wie, rij)
        na = {"abonnement": str(nummer), "sleutel": nieuw.kenmerk}
        werk.noteer(None, "webhooksleutel_vernieuwd", CATEGORIE, na=na)
    return nieuw


def trek_oude_sleutel_in(wie: Wie, nummer: UUID) -> None:
    """End the transition: only the newest key signs from now on. Raises NietToegestaan, KanNiet."""
    with verwerking(wie) as werk:
        rij = _eigen(wie, nummer)
        oud = Webhooksleutel.objects.filter(abonnement=rij, vervalt_op__gt=wie.nu)
        if not oud.update(vervalt_op=wie.nu):
            raise KanNiet("geen_oude_sleutel", _("Er is geen oude sleutel meer."))
        werk.noteer(None, "webhooksleutel_ingetrokken", CATEGORIE, na={"abonnement": str(nummer)})


def stop(wie: Wie, nummer: UUID) -> None:
    """End a webhook; what was still waiting lapses, and stays in the mailbox of the desk.

    The functional manager may do this for any desk: a leak cannot wait. Raises NietToegestaan.
    """
    with verwerking(wie) as werk:
        if wie.loketsoort == Loketsoort.BEHEER:
            rij = Abonnement.objects.select_for_update().filter(pk=nummer, gestopt_op=None).first()
        else:
            rij = _eigen(wie, nummer)
        if rij is None:
            raise NietToegestaan(str(nummer))
        Abonnement.objects.filter(pk=nummer).update(gestopt_op=wie.nu)
        vervallen = _open(nummer).update(vervallen_op=wie.nu, reden=Bezorgreden.GESTOPT)
        na = {"abonnement": str(nummer), "naam": rij.naam, "vervallen": vervallen}
        werk.noteer(None, "webhook_gestopt", CATEGORIE, na=na)


def hervat(wie: Wie, nummer: UUID) -> None:
    """Try this receiver again now, also when it said that its address was gone."""
    with verwerking(wie) as werk:
        rij = _eigen(wie, nummer)
        Abonnement.objects.filter(pk=rij.pk).update(stil_op=None, achtereen=0, niet_voor=Now())
        _open(nummer).filter(dood_op=None).update(niet_voor=Now())
        werk.noteer(None, "webhook_hervat", CATEGORIE, na={"abonnement": str(nummer)})


def bied_opnieuw_aan(wie: Wie, nummer: UUID, afleveringen: Iterable[int] | None = None) -> int:
    """Offer again what was put aside (all of it, or these), in its old place in the order.

    Returns how many. Raises NietToegestaan for the webhook of another desk.
    """
    with verwerking(wie) as werk:
        rij = _eigen(wie, nummer)
        aantal = _dood(nummer, afleveringen).update(
            dood_op=None, pogingen=0, reden="", antwoord=None, niet_voor=Now()
        )
        Abonnement.objects.filter(pk=rij.pk).update(achtereen=0, niet_voor=Now())
        _noteer_aantal(werk, "webhook_opnieuw_aangeboden", nummer, aantal)
    return aantal


def geef_op(wie: Wie, nummer: UUID, afleveringen: Iterable[int], reden: str) -> int:
    """Let go of what was put aside, with a reason; what waited behind it goes on.

    Returns how many. Raises NietToegestaan, and KanNiet without a reason.
    """
    if not reden.strip():
        raise KanNiet("reden_ontbreekt", _("Vul een reden in."))
    with verwerking(wie) as werk:
        _eigen(wie, nummer)
        aantal = _dood(nummer, afleveringen).update(
            vervallen_op=wie.nu, reden=Bezorgreden.OPGEGEVEN
        )
        _noteer_aantal(werk, "webhook_opgegeven", nummer, aantal, reden.strip())
    return aantal


def _noteer_aantal(werk: Werk, soort: str, nummer: UUID, aantal: int, reden: str = "") -> None:
    if aantal:
        na = {"abonnement": str(nummer), "aantal": aantal}
        werk.noteer(None, soort, CATEGORIE, na=na, reden=reden)


def _open(nummer: UUID) -> Any:
    return Aflevering.objects.filter(abonnement=nummer, aanvaard_op=None, vervallen_op=None)


def _dood(nummer: UUID, afleveringen: Iterable[int] | None) -> Any:
    welke = Q() if afleveringen is None else Q(pk__in=list(afleveringen))
    return _open(nummer).filter(welke, dood_op__isnull=False)


def markeer_opgehaald(wie: Wie, melding: UUID) -> None:
    """The system of this desk fetched what a delivery pointed at; the first time counts."""
    with verwerking(wie):
        Aflevering.objects.filter(
            melding=melding, abonnement__loket=wie.loket, opgehaald_op=None
        ).update(opgehaald_op=wie.nu)
