"""The work list of a desk: its lists, each from an index that starts with the desk.

Other rooms add lists of their own (`lijsten.py`). Always within a reading. Pages continue from a
key, counts stop at GRENS: nothing grows with the nation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from richting.akkoord.aannames import Aannames
from richting.dossiers.models import Gemeenteband, Plaats
from richting.regie.lijsten import Lijst, Lijstsoort, Toelichting, lijst, lijsten_van, registreer
from richting.regie.models import Werkregel
from richting.regie.toewijzers import namens

PER_PAGINA = 25
GRENS = 99
NIEUW, THUISKOMST, ONBEKEND, VERTROKKEN = "nieuw", "thuiskomst", "onbekend", "vertrokken"


@dataclass(frozen=True)
class Vraag:
    """What is asked of the work list: whose, on which day, which list, narrowed how, after what.

    `leidt`: who asks is the manager of the desk.
    """

    loket: int
    loketsoort: str
    vandaag: date
    lijst: str
    aannames: Aannames
    inrichting: str = ""
    gemeente: str = ""
    na: str = ""
    mijn: bool = False
    medewerker: int | None = None
    leidt: bool = False


@dataclass(frozen=True)
class Bladzijde:
    """One page of a list, and the key after which the next begins ("" when this is the last)."""

    regels: list[Werkregel]
    volgende: str


def _nieuw(rijen: Lijst, vraag: Vraag) -> Lijst:
    return rijen.filter(nieuw_sinds__isnull=False)


def _thuiskomst(rijen: Lijst, vraag: Vraag) -> Lijst:
    grens = vraag.vandaag + timedelta(weeks=vraag.aannames.thuiskomst_weken)
    return rijen.filter(thuiskomst__isnull=False, thuiskomst__lte=grens)


def _onbekend(rijen: Lijst, vraag: Vraag) -> Lijst:
    return rijen.filter(einde_onbekend=True)


def _vertrokken(rijen: Lijst, vraag: Vraag) -> Lijst:
    """Left while the desk never said that it knew, or with a question still open."""
    zonder = Q(nieuw_sinds__isnull=False) | Q(open_vragen=True)
    return rijen.filter(zonder, vertrokken_op__isnull=False, vertrokken_op__lte=vraag.vandaag)


EIGEN = (
    Lijstsoort(
        NIEUW,
        10,
        _("Nieuw"),
        _("Uw loket heeft nog niet gezegd dat het dit weet."),
        _nieuw,
        "nieuw_sinds",
        aflopend=True,
    ),
    Lijstsoort(
        THUISKOMST,
        20,
        _("Komt thuis"),
        _("Wie de komende {weken} weken vrijkomt, per week."),
        _thuiskomst,
        "thuiskomst",
        weken="thuiskomst_weken",
    ),
    Lijstsoort(
        ONBEKEND,
        30,
        _("Einde onbekend"),
        _("Vrijlating kan elke dag zijn. Bereid het nodigste voor."),
        _onbekend,
    ),
    Lijstsoort(
        VERTROKKEN,
        40,
        _("Vertrokken, nog open"),
        _("Al vrij, terwijl uw loket het niet bevestigde of een vraag open bleef."),
        _vertrokken,
        "vertrokken_op",
        aflopend=True,
    ),
)
"""The lists of this room."""


def meld_aan() -> None:
    """Register the lists of this room; running it twice changes nothing."""
    for soort in EIGEN:
        registreer(soort)


def _rijen(vraag: Vraag) -> Lijst:
    van_loket = Werkregel.objects.filter(loket=vraag.loket, zichtbaar_vanaf__lte=vraag.vandaag)
    rijen = van_loket.filter(Q(zichtbaar_tot=None) | Q(zichtbaar_tot__gt=vraag.vandaag))
    if vraag.mijn:
        mensen = namens(vraag.loket, vraag.medewerker or 0, vraag.vandaag)
        rijen = rijen.filter(medewerker__in=mensen)
    if vraag.inrichting:
        rijen = rijen.alias(waar=_waar(vraag.vandaag)).filter(waar=vraag.inrichting)
    if vraag.gemeente:
        rijen = rijen.filter(_speelt(vraag.gemeente, vraag.vandaag))
    return lijst(vraag.lijst).rijen(rijen, vraag)


def _waar(op: date) -> Subquery:
    """The institution of the dossier of a line: where somebody is, or was last.

    Asked per line, so a full page asks no further.
    """
    plaatsen = Plaats.objects.filter(
        dossier=OuterRef("dossier"), inrichting__isnull=False, van__lte=op
    )
    return Subquery(plaatsen.order_by("-van", "-pk").values("inrichting")[:1])


def _speelt(gemeente: str, op: date) -> Exists:
    """A municipality is in play for the dossier of a line. Asked per line."""
    banden = Gemeenteband.objects.filter(dossier=OuterRef("dossier"), gemeente=gemeente)
    return Exists(banden.filter(Q(tot=None) | Q(tot__gt=op)))


def werkvoorraad(vraag: Vraag) -> Bladzijde:
    """One page of a list with person, places and municipalities. Four queries."""
    soort = lijst(vraag.lijst)
    rijen = _na(_rijen(vraag), soort, vraag.na)
    gevonden = list(
        rijen.order_by(*_volgorde(soort))
        .select_related("dossier__persoon")
        .prefetch_related("dossier__plaatsen", "dossier__gemeenten", "dossier__verzoeken")[
            : PER_PAGINA + 1
        ]
    )
    regels = gevonden[:PER_PAGINA]
    meer = len(gevonden) > PER_PAGINA
    return Bladzijde(regels, _sleutel(soort, regels[-1]) if meer else "")


def _volgorde(soort: Lijstsoort) -> list[Any]:
    if not soort.kolom:
        return ["dossier_id"]
    kolom = F(soort.kolom)
    return [kolom.desc() if soort.aflopend else kolom.asc(), "dossier_id"]


def _sleutel(soort: Lijstsoort, regel: Werkregel) -> str:
    waarde = getattr(regel, soort.kolom) if soort.kolom else None
    return f"{waarde.isoformat() if waarde else ''}|{regel.dossier_id}"


def _na(rijen: Lijst, soort: Lijstsoort, sleutel: str) -> Lijst:
    """The rows after a key; raises ValueError when the key is none of ours."""
    if not sleutel:
        return rijen
    waarde, _streep, nummer = sleutel.partition("|")
    dossier = UUID(nummer)
    if not soort.kolom:
        return rijen.filter(dossier__gt=dossier)
    moment: Any = _moment(soort, waarde)
    verder = "lt" if soort.aflopend else "gt"
    return rijen.filter(
        Q(**{f"{soort.kolom}__{verder}": moment}) | Q(**{soort.kolom: moment}, dossier__gt=dossier)
    )


def _moment(soort: Lijstsoort, tekst: str) -> date | datetime:
    if soort.kolom == "nieuw_sinds":
        return datetime.fromisoformat(tekst)
    return date.fromisoformat(tekst)


def toelichtingen(vraag: Vraag, regels: list[Werkregel]) -> dict[UUID, Toelichting]:
    """Why each of these dossiers stands on this list; empty when the list says enough itself."""
    waarom = lijst(vraag.lijst).toelichting
    return waarom([regel.dossier_id for regel in regels], vraag) if waarom and regels else {}


def tellingen(vraag: Vraag) -> dict[str, str]:
    """How long each list is, narrowed as asked, up to GRENS ("99+"). One query per list.

    In the order of the list: what is long over lies at its end, and is not waded through.
    """
    uit = {}
    for naam in lijsten_van(vraag.loketsoort):
        deze = replace(vraag, lijst=naam, na="")
        rijen = _rijen(deze).order_by(*_volgorde(lijst(naam)))
        aantal = rijen.values("pk")[: GRENS + 1].count()
        uit[naam] = f"{GRENS}+" if aantal > GRENS else str(aantal)
    return uit
