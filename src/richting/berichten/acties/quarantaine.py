"""What the functional manager does with a message that could not be applied: mend, replay, reject.

Each act is recorded with who, when and why; the journal names the fields, never their values, for
nobody has said yet that the person belongs to the target group.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import Any

from django.core.exceptions import PermissionDenied

from richting.akkoord.woorden import Loketsoort
from richting.berichten.acties.groep import OPEN, Groep
from richting.berichten.acties.ontvangst import kader
from richting.berichten.models import Bericht
from richting.berichten.soorten import Fout
from richting.berichten.validatie import GeldigBericht, OngeldigBericht, valideer
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking

PER_KEER = 500
"""How many messages one click replays; a page must answer."""


class AlAfgehandeld(LookupError):
    """The message is not open any more, or does not exist."""


class Geweigerd(ValueError):
    """The act is refused; `fouten` says why."""

    def __init__(self, *fouten: Fout) -> None:
        super().__init__("; ".join(fout.zin for fout in fouten))
        self.fouten = fouten


def check_beheer(wie: Wie) -> None:
    """Only the functional manager settles messages; raises PermissionDenied."""
    if wie.loketsoort != Loketsoort.BEHEER:
        raise PermissionDenied("Alleen functioneel beheer handelt berichten af.")


def speel_af(wie: Wie, nummer: int) -> Bericht:
    """Try an open message again, as it stands. Raises AlAfgehandeld."""
    check_beheer(wie)
    with verwerking(wie) as werk:
        rij, groep = _pak(wie, nummer)
        _pas_toe(werk, groep, rij, "bericht_afgespeeld", [], "")
    return rij


def speel_reden_af(wie: Wie, code: str) -> Counter[str]:
    """Try again everything that stands apart for one reason, oldest first; what became of it.

    At most PER_KEER at a time, each in a transaction of its own: what was applied stays applied.
    """
    check_beheer(wie)
    with verwerking(wie):
        apart = Bericht.objects.filter(status=Bericht.QUARANTAINE, reden_code=code).order_by("pk")
        nummers = list(apart.values_list("pk", flat=True)[:PER_KEER])
    uitkomsten: Counter[str] = Counter()
    for nummer in nummers:
        with suppress(AlAfgehandeld):
            uitkomsten[speel_af(wie, nummer).status] += 1
    return uitkomsten


def verbeter(wie: Wie, nummer: int, ruw: Any, toelichting: str) -> Bericht:
    """Replace the content of an open message and try it again.

    Raises Geweigerd with every error of the new content, AlAfgehandeld when too late. The sender's
    id and kind stay, and so does the fingerprint: the original sent again is still a repeat.
    """
    check_beheer(wie)
    _check_toelichting(toelichting)
    nieuw = valideer(ruw, kader(wie))
    if isinstance(nieuw, OngeldigBericht):
        raise Geweigerd(*nieuw.fouten)
    with verwerking(wie) as werk:
        rij, _groep = _pak(wie, nummer)
        velden = _neem_over(rij, nieuw)
        rij.besloten_door, rij.toelichting = wie.medewerker, toelichting.strip()
        rij.save()
        rij, groep = _pak(wie, nummer)
        _pas_toe(werk, groep, rij, "bericht_verbeterd", velden, toelichting)
    return rij


def wijs_af(wie: Wie, nummer: int, toelichting: str) -> Bericht:
    """Reject an open message with a reason; its content is not kept. Raises AlAfgehandeld."""
    check_beheer(wie)
    _check_toelichting(toelichting)
    with verwerking(wie) as werk:
        rij, _groep = _pak(wie, nummer)
        rij.status, rij.inhoud, rij.verwerkt_op = Bericht.AFGEWEZEN, None, wie.nu
        rij.besloten_door, rij.toelichting = wie.medewerker, toelichting.strip()
        rij.save()
        _noteer(werk, rij, "bericht_afgewezen", [], toelichting)
    return rij


def _check_toelichting(toelichting: str) -> None:
    if not 3 <= len(toelichting.strip()) <= 1000:
        zin = "Leg in een paar woorden uit waarom (3 tot 1000 tekens)."
        raise Geweigerd(Fout("toelichting", "verplicht", zin))


def _pak(wie: Wie, nummer: int) -> tuple[Bericht, Groep]:
    """The open row under the lock of its stay, in a group that knows what waits beside it."""
    gevonden = Bericht.objects.filter(pk=nummer, status__in=OPEN).first()
    if gevonden is None:
        raise AlAfgehandeld(nummer)
    groep = Groep(wie, gevonden.bron)
    groep.laad([gevonden.verblijf], [gevonden.bericht_id])
    rij = groep.rijen.get(gevonden.bericht_id)
    if rij is None or rij.status not in OPEN:
        raise AlAfgehandeld(nummer)
    return rij, groep


def _pas_toe(
    werk: Werk, groep: Groep, rij: Bericht, soort: str, velden: list[str], reden: str
) -> None:
    groep.pas_toe(rij)
    groep.merk(rij)
    groep.sla_op()
    _noteer(werk, rij, soort, velden, reden)


def _noteer(werk: Werk, rij: Bericht, soort: str, velden: list[str], reden: str) -> None:
    na = {"bericht": rij.pk, "status": rij.status, "velden": velden}
    werk.noteer(None, soort, "verblijf", na=na, reden=reden.strip())


def _neem_over(rij: Bericht, nieuw: GeldigBericht) -> list[str]:
    """Put the new content in the row; the names of the fields that changed."""
    if nieuw.bericht_id != rij.bericht_id or nieuw.soort != rij.soort:
        zin = "berichtId en soort blijven zoals de afzender ze gaf."
        raise Geweigerd(Fout("berichtId", "vast", zin))
    oud = {**(rij.inhoud or {}), "verblijf": rij.verblijf, "bronTijd": rij.bron_tijd}
    vers = {**nieuw.inhoud, "verblijf": nieuw.verblijf, "bronTijd": nieuw.bron_tijd}
    velden = sorted(n for n in {*oud, *vers} if oud.get(n) != vers.get(n))
    rij.inhoud, rij.verblijf, rij.bron_tijd = nieuw.inhoud, nieuw.verblijf, nieuw.bron_tijd
    return velden
