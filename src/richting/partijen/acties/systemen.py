"""Systems that speak with Richting: hand out a key, withdraw it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from richting.akkoord.grondslagen.register import PBW_18B
from richting.akkoord.woorden import Loketsoort
from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen import rechten
from richting.partijen.acties.medewerkers import CATEGORIE
from richting.partijen.fouten import KanNiet
from richting.partijen.models import Loket, Systeem
from richting.partijen.systemen import afdruk, nieuwe_sleutel

RISICO = frozenset({rechten.LEEST_RISICO, rechten.SCHRIJFT_RISICO})


@dataclass(frozen=True)
class NieuwSysteem:
    """The system and its key: shown once; only its digest is kept."""

    systeem: Systeem
    sleutel: str


def maak_systeem(
    wie: Wie,
    *,
    naam: str,
    loket: Loket,
    scopes: Iterable[str],
    verloopt_op: datetime | None = None,
) -> NieuwSysteem:
    """Register a system that acts for one desk; returns its key once.

    Raises NietToegestaan, and KanNiet for scopes that do not fit the desk or a past expiry.
    """
    rechten.check_systeem_maken(wie, loket)
    mag = check_scopes(loket, scopes)
    if verloopt_op is not None and verloopt_op <= wie.nu:
        raise KanNiet("al_verlopen", _("Kies een einddatum die nog komt."))
    sleutel = nieuwe_sleutel()
    with verwerking(wie) as werk:
        systeem = Systeem.objects.create(
            naam=naam.strip(),
            loket=loket,
            kenmerk=f"sys-{secrets.token_hex(6)}",
            sleutel_hash=afdruk(sleutel),
            scopes=mag,
            aangemaakt_op=wie.nu,
            verloopt_op=verloopt_op,
        )
        na = {"systeem": systeem.pk, "naam": systeem.naam, "loket": loket.pk, "scopes": mag}
        werk.noteer(None, "systeem_gemaakt", CATEGORIE, na=na)
    return NieuwSysteem(systeem, sleutel)


def trek_systeem_in(wie: Wie, systeem: Systeem, reden: str) -> None:
    """Withdraw a key; the next call with it is refused. Raises NietToegestaan, KanNiet."""
    rechten.check_systeem_intrekken(wie, systeem.loket)
    if not reden.strip():
        raise KanNiet("reden_ontbreekt", _("Vul een reden in."))
    with verwerking(wie) as werk:
        geraakt = Systeem.objects.filter(pk=systeem.pk, ingetrokken_op=None).update(
            ingetrokken_op=wie.nu
        )
        if not geraakt:
            raise KanNiet("al_ingetrokken", _("Deze sleutel is al ingetrokken."))
        werk.noteer(
            None, "systeem_ingetrokken", CATEGORIE, na={"systeem": systeem.pk}, reden=reden.strip()
        )


def check_scopes(loket: Loket, scopes: Iterable[str]) -> list[str]:
    """The scopes in order; raises KanNiet when one is unknown or not for this kind of desk.

    Only the desk that delivers DJI's messages may write them, only one that can sit at a table of
    art. 18b may see it.
    """
    gevraagd = sorted(set(scopes))
    if not gevraagd or not set(gevraagd) <= set(rechten.SCOPES):
        raise KanNiet("onbekende_scope", _("Kies wat dit systeem mag doen."))
    if rechten.SCHRIJFT_BERICHTEN in gevraagd and loket.soort != Loketsoort.VERWERKING:
        raise KanNiet(
            "scope_past_niet", _("Alleen een loket dat berichten aanlevert, mag berichten sturen.")
        )
    if RISICO & set(gevraagd) and loket.soort not in PBW_18B.naar:
        raise KanNiet(
            "scope_past_niet", _("Alleen een loket dat aan een tafel kan zitten, mag dit.")
        )
    return gevraagd
