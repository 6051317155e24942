"""Acts that make actions of what the rules offer: templates, and the list of the short stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.kort import Kortpunt, punt
from richting.akkoord.plan.sjablonen import Situatie, sjabloon, voorstel
from richting.akkoord.plan.woorden import Actiestaat
from richting.dossiers import overzichten
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties.actielijst import Inhoud, Opdracht, maak_acties
from richting.plannen.models import Actie
from richting.plannen.overzichten.voorstellen import situatie


@dataclass(frozen=True)
class Keuze:
    """A proposal that somebody chose: its code, and the desk that does it (None: the own).

    `geregeld`: it is arranged already, `niet_nodig`: there is nothing to arrange; at most one of
    the two, and only on the list of the short stay.
    """

    code: str
    loket: int | None = None
    geregeld: bool = False
    niet_nodig: bool = False


def uit_sjabloon(wie: Wie, dossier: UUID, keuzes: Sequence[Keuze]) -> list[Actie]:
    """Take templates into the plan, with the days that the rules give. Clausule 4.3, 5.1, 5.5.

    Raises KanNiet for a template that does not exist.
    """
    stay = _situatie(wie, dossier)
    return maak_acties(wie, dossier, [_opdracht(wie, keuze, stay) for keuze in keuzes])


def regel_kort(wie: Wie, dossier: UUID, keuzes: Sequence[Keuze]) -> list[Actie]:
    """Take points of the short stay into the plan, all at once. Clausule 3.3, 5.1.

    What has to be done is due on the day of release, or today when that is not known. Raises
    KanNiet for a point that does not exist, or that is always needed.
    """
    stay = _situatie(wie, dossier)
    dag = max(stay.ontslag or wie.vandaag, wie.vandaag)
    opdrachten = []
    for keuze in keuzes:
        een = _kortpunt(keuze)
        inhoud = Inhoud(
            een.leefgebied,
            een.wat,
            herkomst=een.herkomst,
            begin=wie.vandaag,
            uiterlijk=dag,
            sjabloon=een.code,
            draagt=False,
        )
        staat = _staat(keuze)
        loket = keuze.loket if staat is Actiestaat.AFGESPROKEN else None
        opdrachten.append(Opdracht(inhoud, loket, None, staat))
    return maak_acties(wie, dossier, opdrachten)


def _kortpunt(keuze: Keuze) -> Kortpunt:
    een = punt(keuze.code)
    if een is None:
        raise KanNiet("onbekend", _("Dit punt bestaat niet."))
    if keuze.niet_nodig and keuze.geregeld:
        raise KanNiet("keuze", _("Kies „Is geregeld” of „Niet nodig”, niet allebei."))
    if keuze.niet_nodig and not een.kan_niet_nodig:
        raise KanNiet("wel_nodig", _("Dit punt is altijd nodig. „Niet nodig” kan hier niet."))
    return een


def _staat(keuze: Keuze) -> Actiestaat:
    if keuze.niet_nodig:
        return Actiestaat.NIET_NODIG
    return Actiestaat.GEDAAN if keuze.geregeld else Actiestaat.AFGESPROKEN


def _opdracht(wie: Wie, keuze: Keuze, stay: Situatie) -> Opdracht:
    een = sjabloon(keuze.code)
    if een is None:
        raise KanNiet("onbekend", _("Dit voorstel bestaat niet."))
    dagen = voorstel(een, stay, aannames_op(wie.vandaag))
    begint = max(dagen.begint, wie.vandaag) if dagen.begint else None
    inhoud = Inhoud(
        een.leefgebied,
        een.wat.nl,
        herkomst=een.herkomst,
        kader=een.kader,
        begin=begint,
        uiterlijk=dagen.uiterlijk,
        sjabloon=een.code,
        draagt=een.draagt,
    )
    return Opdracht(inhoud, keuze.loket)


def _situatie(wie: Wie, dossier: UUID) -> Situatie:
    """The days of the stay. Within a unit of work; whether the desk may write is asked later."""
    with verwerking(wie):
        rij = overzichten.dossier(dossier)
        if rij is None:
            raise NietToegestaan(str(dossier))
        return situatie(rij, wie.vandaag)
