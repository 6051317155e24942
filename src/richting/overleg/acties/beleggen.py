"""Acts on the meeting itself: call it, move it, call it off, invite, answer. Clausule 8.1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import (
    Overlegsoort,
    Overlegstaat,
    Uitnodigingsantwoord,
    mag_beleggen,
)
from richting.akkoord.woorden import Feitsoort
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loket
from richting.overleg.acties.basis import (
    PLAN,
    check_gepland,
    check_partij,
    met_grond,
    noteer_per_dossier,
    overlegwerk,
    wijzig_rij,
)
from richting.overleg.acties.punten import Voorstel, zet_op
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt, Genodigde, Overleg
from richting.partijen.fouten import KanNiet
from richting.partijen.models import Loket
from richting.plannen.acties.actiedelen import check_lid


@dataclass(frozen=True)
class Uitnodiging:
    """When and where a consultation is, and of which kind; `link` is for who joins online."""

    soort: Overlegsoort
    begin: datetime
    eind: datetime
    plaats: str = ""
    link: str = ""


def beleg(
    wie: Wie, uitnodiging: Uitnodiging, loketten: Iterable[int], agenda: Sequence[Voorstel] = ()
) -> Overleg:
    """Call a consultation: invite desks, put dossiers on the agenda. Clausule 8.1.

    Raises KanNiet when this desk does not call this kind, a desk cannot take part, or a dossier may
    not be discussed by the own desk.
    """
    check_partij(wie)
    if wie.loket is None or not mag_beleggen(uitnodiging.soort, wie.loketsoort):
        raise KanNiet("soort", _("Uw loket belegt dit soort overleg niet."))
    _check_tijd(uitnodiging.begin, uitnodiging.eind, wie)
    with verwerking(wie) as werk:
        rij = Overleg(
            soort=uitnodiging.soort.value,
            belegger_id=wie.loket,
            begin=uitnodiging.begin,
            eind=uitnodiging.eind,
            plaats=uitnodiging.plaats,
            link=uitnodiging.link,
            gemaakt_op=wie.nu,
            gewijzigd_op=wie.nu,
            loket=wie.loket,
            medewerker=wie.medewerker,
            door=wie.naam,
        )
        rij.save(force_insert=True)
        werk.noteer(None, "overleg_belegd", PLAN, na={"overleg": str(rij.pk), "soort": rij.soort})
        _nodig(werk, rij, {*loketten, wie.loket})
        zet_op(werk, rij, agenda)
        _meld(werk, rij, Feitsoort.OVERLEG_UITNODIGING)
    return rij


def nodig_uit(wie: Wie, nummer: UUID, loketten: Iterable[int]) -> None:
    """Invite more desks; who is invited already stays so. Clausule 8.1."""
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        check_gepland(rij)
        nieuw = _nodig(werk, rij, set(loketten))
        _meld(werk, rij, Feitsoort.OVERLEG_UITNODIGING, nieuw)


def verzet(
    wie: Wie,
    nummer: UUID,
    versie: int,
    begin: datetime,
    eind: datetime,
    plaats: str = "",
    link: str = "",
) -> bool:
    """Another time or place; False when nothing changed. Clausule 5.4, 8.1.

    A new time asks every desk again. Raises Botsing when somebody else was first.
    """
    _check_tijd(begin, eind, wie)
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        check_gepland(rij)
        waarden = {"begin": begin, "eind": eind, "plaats": plaats, "link": link}
        wijziging = wijzig_rij(rij, versie, waarden, wie)
        if not wijziging:
            return False
        if {"begin", "eind"} & wijziging.na.keys():
            _vraag_opnieuw(rij)
        noteer_per_dossier(werk, rij, "overleg_verzet")
        werk.noteer(None, "overleg_verzet", PLAN, na={"overleg": str(rij.pk)})
        _meld(werk, rij, Feitsoort.OVERLEG_GEWIJZIGD)
    return True


def gelast_af(wie: Wie, nummer: UUID, versie: int, reden: str) -> None:
    """It does not go on, and why. Calling off twice changes nothing. Clausule 5.4, 8.1."""
    with overlegwerk(wie, nummer, leidt=True) as (werk, rij):
        if rij.staat == Overlegstaat.AFGELAST:
            return
        check_gepland(rij)
        waarden = {"staat": Overlegstaat.AFGELAST.value, "afgelast_reden": reden}
        wijzig_rij(rij, versie, waarden, wie)
        noteer_per_dossier(werk, rij, "overleg_afgelast")
        werk.noteer(None, "overleg_afgelast", PLAN, na={"overleg": str(rij.pk)})
        _meld(werk, rij, Feitsoort.OVERLEG_GEWIJZIGD)


def antwoord(
    wie: Wie,
    nummer: UUID,
    komt: Uitnodigingsantwoord,
    reden: str = "",
    medewerker: int | None = None,
) -> None:
    """Say whether this desk comes, and who. Not coming needs a reason. Clausule 8.1."""
    if komt is Uitnodigingsantwoord.KOMT_NIET and not reden:
        raise KanNiet("reden", _("Vul in waarom u niet komt."))
    with overlegwerk(wie, nummer) as (werk, rij):
        check_gepland(rij)
        eigen = Genodigde.objects.select_for_update().get(overleg=rij, loket=wie.loket)
        wie_komt = medewerker or wie.medewerker
        if komt is Uitnodigingsantwoord.KOMT and wie_komt is not None and wie.loket is not None:
            check_lid(wie.loket, wie_komt)
        eigen.antwoord, eigen.reden = komt.value, reden
        eigen.medewerker_id = wie_komt if komt is Uitnodigingsantwoord.KOMT else None
        eigen.beantwoord_op = wie.nu
        eigen.save()
        na = {"overleg": str(rij.pk), "antwoord": komt.value}
        werk.noteer(None, "overleg_beantwoord", PLAN, na=na, reden=reden)


def _nodig(werk: Werk, rij: Overleg, loketten: set[int]) -> set[int]:
    """Write invitations for who has none yet; the desk that calls it comes. Three queries."""
    staand = set(Genodigde.objects.filter(overleg=rij).values_list("loket", flat=True))
    soorten = [soort.value for soort in PLANPARTIJEN]
    mag = set(
        Loket.objects.filter(pk__in=loketten, soort__in=soorten, actief=True).values_list(
            "pk", flat=True
        )
    )
    if loketten - mag:
        raise KanNiet("loket", _("Dit loket kan niet aan dit overleg meedoen."))
    nieuw = loketten - staand
    wie = werk.wie
    Genodigde.objects.bulk_create(
        Genodigde(
            overleg=rij,
            loket_id=loket,
            genodigd_op=wie.nu,
            antwoord=_begin(loket, rij).value,
            beantwoord_op=wie.nu if loket == rij.belegger_id else None,
            medewerker_id=wie.medewerker if loket == rij.belegger_id else None,
        )
        for loket in sorted(nieuw)
    )
    return nieuw


def _begin(loket: int, rij: Overleg) -> Uitnodigingsantwoord:
    eigen = loket == rij.belegger_id
    return Uitnodigingsantwoord.KOMT if eigen else Uitnodigingsantwoord.ONBEKEND


def _vraag_opnieuw(rij: Overleg) -> None:
    Genodigde.objects.filter(overleg=rij).exclude(loket=rij.belegger_id).update(
        antwoord=Uitnodigingsantwoord.ONBEKEND.value, reden="", medewerker=None, beantwoord_op=None
    )


def _meld(werk: Werk, rij: Overleg, feit: Feitsoort, loketten: set[int] | None = None) -> None:
    """One line in the mailbox of each invited desk, by the first dossier it has a ground for.

    A desk with no ground for any of them gets no line: it finds the invitation on its own list.
    """
    genodigd = set(Genodigde.objects.filter(overleg=rij).values_list("loket", flat=True))
    loketten = genodigd if loketten is None else loketten & genodigd
    loketten.discard(rij.belegger_id)
    dossiers = list(Agendapunt.objects.filter(overleg=rij).values_list("dossier", flat=True))
    mogen = met_grond(dossiers, loketten, PLAN, werk.wie.vandaag)
    for loket in sorted(loketten):
        eerste = next((nummer for nummer in dossiers if (nummer, loket) in mogen), None)
        if eerste is not None:
            meld_aan_loket(werk, eerste, loket, feit)


def _check_tijd(begin: datetime, eind: datetime, wie: Wie) -> None:
    if eind <= begin:
        raise KanNiet("tijd", _("Het einde ligt voor het begin."))
    if dag_van(begin) < wie.vandaag:
        raise KanNiet("tijd", _("Het overleg moet vandaag of later zijn."))
