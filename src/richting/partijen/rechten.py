"""Who may do what with staff, desks and systems: the role. `check_x` raises, `mag_x` answers.

A manager is a member of a desk with the role `beheerder`. Activating staff belongs to the own
organisation; who sits at a desk, and anything that gives entry to it, belongs to that desk's own
manager: otherwise nazorg could open the door of openbare orde. The program itself (the command
line) may do everything.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from richting.akkoord.woorden import Loketsoort
from richting.kern.context import Wie
from richting.partijen.fouten import NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket, Medewerker, Organisatie

SCHRIJFT_BERICHTEN = "verblijfsberichten:schrijven"
LEEST_DOSSIERS = "dossiers:lezen"
LEEST_MELDINGEN = "meldingen:lezen"
LEEST_PLANNEN = "plannen:lezen"
SCHRIJFT_PLANNEN = "plannen:schrijven"
LEEST_BIJ = "bij:lezen"
SCHRIJFT_BIJ = "bij:schrijven"
LEEST_RISICO = "risico:lezen"
SCHRIJFT_RISICO = "risico:schrijven"
BEHEERT_ABONNEMENTEN = "abonnementen:beheren"
SCOPES = (
    SCHRIJFT_BERICHTEN,
    LEEST_DOSSIERS,
    LEEST_MELDINGEN,
    LEEST_PLANNEN,
    SCHRIJFT_PLANNEN,
    LEEST_BIJ,
    SCHRIJFT_BIJ,
    LEEST_RISICO,
    SCHRIJFT_RISICO,
    BEHEERT_ABONNEMENTEN,
)


def is_programma(wie: Wie) -> bool:
    """It is the program itself that acts, for an operator at the command line."""
    return wie.loket is None and wie.medewerker is None and wie.systeem is None


def staat_stil(medewerker: Medewerker, nu: datetime) -> bool:
    """The account was not used for RICHTING_INACTIEF_DAGEN days; only activating wakes it."""
    tekens = [t for t in (medewerker.laatst_actief_op, medewerker.geactiveerd_op) if t]
    if not tekens:
        return True
    return nu - max(tekens) > timedelta(days=settings.OMGEVING.inactief_dagen)


def wakker(op: date, pad: str = "") -> Q:
    """Accounts that come in on a day: active, and not standing still (`staat_stil`, by the day).

    `pad` leads to the member of staff, such as "medewerker__".
    """
    eerste_dag = op - timedelta(days=settings.OMGEVING.inactief_dagen)
    recent = Q(**{f"{pad}laatst_actief_op__date__gte": eerste_dag})
    recent |= Q(**{f"{pad}geactiveerd_op__date__gte": eerste_dag})
    return recent & Q(**{f"{pad}is_active": True})


def beheerde_loketten(wie: Wie) -> QuerySet[Loket]:
    """The desks that this person manages; for the program itself every desk."""
    if is_programma(wie):
        return Loket.objects.all()
    return Loket.objects.filter(
        actief=True,
        lidmaatschappen__medewerker=wie.medewerker or 0,
        lidmaatschappen__medewerker__is_active=True,
        lidmaatschappen__rol=Lidmaatschap.BEHEERDER,
    )


def mag_organisatie_beheren(wie: Wie, organisatie: Organisatie) -> bool:
    """The person sits at a desk of this organisation and manages it."""
    if is_programma(wie):
        return True
    return beheerde_loketten(wie).filter(pk=wie.loket or 0, organisatie=organisatie).exists()


def check_organisatie_beheren(wie: Wie, organisatie: Organisatie) -> None:
    """Staff are activated by a manager of their own organisation; raises NietToegestaan."""
    if not mag_organisatie_beheren(wie, organisatie):
        raise NietToegestaan(organisatie.code)


def check_loket_beheren(wie: Wie, loket: Loket) -> None:
    """Only the manager of a desk decides who sits there; raises NietToegestaan."""
    if not beheerde_loketten(wie).filter(pk=loket.pk).exists():
        raise NietToegestaan(str(loket))


def mag_toegang_vernieuwen(wie: Wie, medewerker: Medewerker) -> bool:
    """The person manages every desk of this colleague, and so gains nothing by the new key."""
    if is_programma(wie):
        return True
    if not mag_organisatie_beheren(wie, medewerker.organisatie):
        return False
    eigen = beheerde_loketten(wie).values("pk")
    return not medewerker.lidmaatschappen.exclude(loket__in=eigen).exists()


def check_toegang_vernieuwen(wie: Wie, medewerker: Medewerker) -> None:
    """A new password or factor comes from who manages all desks; raises NietToegestaan."""
    if not mag_toegang_vernieuwen(wie, medewerker):
        raise NietToegestaan(medewerker.gebruikersnaam)


def loketten_voor_systemen(wie: Wie) -> QuerySet[Loket]:
    """The desks for which this person may register a system.

    A manager: the desks of their own. The functional manager (loketsoort beheer): also the desks
    that deliver messages, never a desk that reads dossiers.
    """
    eigen = beheerde_loketten(wie)
    if wie.loketsoort != Loketsoort.BEHEER:
        return eigen
    levert = Loket.objects.filter(actief=True, soort=Loketsoort.VERWERKING).values("pk")
    return Loket.objects.filter(pk__in=levert.union(eigen.values("pk")))


def check_systeem_maken(wie: Wie, loket: Loket) -> None:
    """Raises NietToegestaan when this person may not register a system for this desk."""
    if not loketten_voor_systemen(wie).filter(pk=loket.pk).exists():
        raise NietToegestaan(str(loket))


def check_systeem_intrekken(wie: Wie, loket: Loket) -> None:
    """The functional manager may withdraw any key: a leak cannot wait. Raises NietToegestaan."""
    if wie.loketsoort != Loketsoort.BEHEER:
        check_systeem_maken(wie, loket)
