"""The treatment plan, the steps outside, and the rulings on which the end hangs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.fasering import (
    MET_REDEN,
    VERDER,
    Omstandigheden,
    Stap,
    Stapsoort,
    Stapstaat,
    bezwaren,
    is_te_vroeg,
    mag_verder,
    vraagt_motivering,
)
from richting.akkoord.woorden import BINNEN, Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.basis import leg_vast, pas_aan, planwerk, vergrendeld
from richting.plannen.models import Behandeldoel, Faseringsstap, Stapreactie, Zitting
from richting.plannen.overzichten.behandelplan import identiteit_op
from richting.plannen.overzichten.standen import ontslagdag
from richting.plannen.woorden import Behandelstand, Raadpleging, Zittingsoort

PLAN, BEHANDELING = Gegevenscategorie.PLAN.value, Gegevenscategorie.BEHANDELING.value


def stel_behandeldoel(wie: Wie, dossier: UUID, tekst: str) -> Behandeldoel:
    """A goal of the treatment. Clausule 5.6, 7.2."""
    with planwerk(wie, dossier, BEHANDELING) as werk:
        return leg_vast(werk, Behandeldoel, dossier, BEHANDELING, "behandeldoel", tekst=tekst)


def evalueer_behandeldoel(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, stand: Behandelstand, evaluatie: str
) -> Behandeldoel:
    """How a goal of the treatment goes. Clausule 5.6; artikel Bvt 18."""
    with planwerk(wie, dossier, BEHANDELING) as werk:
        rij = vergrendeld(Behandeldoel, dossier, nummer)
        waarden = {"stand": stand.value, "evaluatie": evaluatie, "geevalueerd_op": wie.vandaag}
        pas_aan(werk, rij, versie, waarden, "behandeldoel_geevalueerd")
        return rij


def neem_stap_voor(
    wie: Wie,
    dossier: UUID,
    soort: Stapsoort,
    van: date,
    tot: date,
    doel: str,
    voorwaarden: Sequence[str],
    afwijking: str,
) -> Faseringsstap:
    """Intend a step outside. Clausule 1.10, 3.5, 8.7.

    Raises KanNiet when the rule has an objection and `afwijking` does not say why it is done all
    the same, and always when it ends before it begins; NietToegestaan for who is not the
    institution.
    """
    _check_inrichting(wie)
    with planwerk(wie, dossier, PLAN) as werk:
        rij = Dossier.objects.get(pk=dossier)
        tegen = bezwaren(Stap(soort, van, tot, doel), omstandigheden(rij, van))
        if tot < van:
            raise KanNiet("omgekeerd", _("De laatste dag ligt vóór de eerste."))
        if tegen and not afwijking:
            zin = _("{bezwaar} Wilt u het toch? Zeg dan waarom.").format(bezwaar=_(tegen[0].zin))
            raise KanNiet(tegen[0].code, zin)
        return leg_vast(
            werk,
            Faseringsstap,
            dossier,
            PLAN,
            "faseringsstap",
            soort=soort.value,
            van=van,
            tot=tot,
            doel=doel,
            voorwaarden=list(voorwaarden),
            afwijking=afwijking if tegen else "",
        )


def omstandigheden(dossier: Dossier, op: date) -> Omstandigheden:
    """What the rule of the steps must know of this stay. Two queries."""
    return Omstandigheden(dossier.begin, ontslagdag(dossier), identiteit_op(dossier.pk, op))


def zet_stap(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, staat: Stapstaat, reden: str
) -> Faseringsstap:
    """A step goes on to another state. Clausule 1.10, 5.3, 8.7.

    Raises KanNiet when that does not follow, or when a reason is needed: for what does not go on,
    and for what goes on although a party objects.
    """
    _check_inrichting(wie)
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Faseringsstap, dossier, nummer)
        if rij.staat == staat:
            return rij
        if not mag_verder(Stapstaat(rij.staat), staat):
            raise KanNiet("overgang", _("Dat kan nu niet met deze stap."))
        if is_te_vroeg(staat, rij.van, wie.vandaag):
            raise KanNiet("te_vroeg", _("Deze stap begint pas op een latere dag."))
        if staat in MET_REDEN and not reden:
            raise KanNiet("reden", _("Zeg waarom deze stap niet doorgaat."))
        waarden = {"staat": staat.value, "reden": reden}
        bezwaar, eerder = _bezwaarmakers(rij), bool(rij.ondanks_bezwaar)
        if vraagt_motivering(staat, bezwaar=bool(bezwaar), gemotiveerd=eerder):
            if not reden.strip():
                zin = _("{loket} heeft bezwaar. Gaat de stap toch door? Zeg dan waarom.")
                raise KanNiet("bezwaar", zin.format(loket=bezwaar[0]))
            waarden |= {"reden": "", "ondanks_bezwaar": reden}
        pas_aan(werk, rij, versie, waarden, "stap_gezet", reden)
        return rij


def _bezwaarmakers(stap: Faseringsstap) -> list[str]:
    """The desks whose newest word on a step is an objection. One query."""
    laatste = {
        een.van_loket.naam: een.antwoord
        for een in stap.reacties.select_related("van_loket").order_by("gemaakt_op", "id")
    }
    return [loket for loket, antwoord in laatste.items() if antwoord == Raadpleging.BEZWAAR]


def reageer_op_stap(
    wie: Wie, dossier: UUID, nummer: UUID, antwoord: Raadpleging, toelichting: str
) -> Stapreactie:
    """What a party says of a step. Clausule 1.10, 5.3.

    Raises KanNiet for an objection without a reason, and when the step is over.
    """
    if antwoord is Raadpleging.BEZWAAR and not toelichting:
        raise KanNiet("reden", _("Zeg wat uw bezwaar is."))
    with planwerk(wie, dossier, PLAN) as werk:
        stap = vergrendeld(Faseringsstap, dossier, nummer)
        if not VERDER[Stapstaat(stap.staat)]:
            raise KanNiet("voorbij", _("Deze stap is voorbij. Reageren kan niet meer."))
        return leg_vast(
            werk,
            Stapreactie,
            dossier,
            PLAN,
            "stapreactie",
            stap_id=stap.pk,
            van_loket_id=wie.loket,
            antwoord=antwoord.value,
            toelichting=toelichting,
        )


def plan_zitting(wie: Wie, dossier: UUID, soort: Zittingsoort, op: date) -> Zitting:
    """A hearing on which the end of the stay hangs. Clausule 5.12."""
    with planwerk(wie, dossier, PLAN) as werk:
        return leg_vast(werk, Zitting, dossier, PLAN, "zitting", soort=soort.value, op=op)


def leg_uitspraak_vast(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, uitspraak_op: date, uitkomst: str
) -> Zitting:
    """What the judge decided, or what that must be. Clausule 5.12.

    The end itself comes with a message of the source. Raises Botsing; KanNiet for a day ahead.
    """
    if uitspraak_op > wie.vandaag:
        raise KanNiet("toekomst", _("De dag van de uitspraak moet vandaag of eerder zijn."))
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Zitting, dossier, nummer)
        waarden = {"uitspraak_op": uitspraak_op, "uitkomst": uitkomst}
        pas_aan(werk, rij, versie, waarden, "uitspraak")
        return rij


def _check_inrichting(wie: Wie) -> None:
    """Only the institution takes steps outside and owns the treatment plan. Clausule 1.6, 7.2."""
    if wie.loketsoort not in BINNEN:
        raise NietToegestaan("alleen de inrichting")
