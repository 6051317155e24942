"""What the acts on actions share: who may, the history, and which other desk is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.overgangen import Daad, Rol, rollen
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie
from richting.delen.models import Grond
from richting.dossiers.gevraagd import EERST_ANTWOORD, loket_alleen_gevraagd
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket
from richting.plannen.botsing import Botsing, Veldverschil
from richting.plannen.models import Actie, Actiestap, Planrij


def schrijf_stap(werk: Werk, rij: Actie, van: str, reden: str, toelichting: str) -> None:
    """Add to the history of an action that it came from `van` to where it is. Clausule 8.5."""
    wie = werk.wie
    Actiestap.objects.create(
        actie=rij,
        dossier_id=rij.dossier_id,
        categorie=rij.categorie,
        van=str(van),
        naar=rij.staat,
        reden=reden,
        toelichting=toelichting,
        op=wie.nu,
        loket=wie.loket,
        medewerker=wie.medewerker,
        door=wie.naam,
    )


def kenmerk(rij: Actie) -> dict[str, Any]:
    """What every journal row of an action says."""
    return {"actie": str(rij.pk), "wat": rij.wat, "staat": rij.staat}


def meld(werk: Werk, rij: Actie, daad: Daad) -> None:
    """Tell the other desk of an action what this one did with it. Clausule 5.4."""
    feit = TE_MELDEN.get(daad)
    ander = rij.verantwoordelijk_id if daad is Daad.INTREKKEN else rij.gevraagd_door_id
    if feit is not None and ander is not None and ander != werk.wie.loket:
        meld_aan_loket(werk, rij.dossier_id, ander, feit)


TE_MELDEN: dict[Daad, Feitsoort] = {
    Daad.AANVAARDEN: Feitsoort.ACTIE_BEANTWOORD,
    Daad.WEIGEREN: Feitsoort.ACTIE_BEANTWOORD,
    Daad.OVERNEMEN: Feitsoort.ACTIE_BEANTWOORD,
    Daad.INTREKKEN: Feitsoort.ACTIE_GEEINDIGD,
    Daad.AFRONDEN: Feitsoort.ACTIE_GEEINDIGD,
    Daad.STOPPEN: Feitsoort.ACTIE_GEEINDIGD,
    Daad.ONMOGELIJK: Feitsoort.ACTIE_GEEINDIGD,
}
"""What the other desk hears of."""


def check_planpartij(wie: Wie) -> None:
    """Only the parties of the plan have actions in it. Clausule 2.2, 7.1."""
    if wie.loketsoort not in PLANPARTIJEN:
        raise NietToegestaan(wie.loketsoort)


def check_mag_gevraagd(dossier: UUID, gebied: Leefgebied, loket: int, op: date) -> None:
    """A desk can be asked for what it may see, and only a party of the plan. Clausule 2.2, 6.4.

    A municipality that must still say whether somebody can live there answers that first.
    """
    soorten = [soort.value for soort in PLANPARTIJEN]
    doet_mee = Loket.objects.filter(pk=loket, soort__in=soorten, actief=True).exists()
    nodig = {gebied.categorie.value, Gegevenscategorie.PLAN.value}
    if not doet_mee or not nodig <= categorieen_van(dossier, loket, op):
        raise KanNiet("geen_grond", _("Dit loket mag dit leefgebied in dit dossier niet zien."))
    if loket_alleen_gevraagd(loket, op, dossier):
        raise KanNiet("eerst_antwoord", _(EERST_ANTWOORD))


def categorieen_van(dossier: UUID, loket: int, op: date) -> set[str]:
    """Within a unit of work: what the grounds of any desk open on that day. One query."""
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gt=op)
    gronden = Grond.objects.filter(
        geldig, dossier=dossier, loket=loket, vervallen_op=None, geldig_vanaf__lte=op
    )
    return {c for rij in gronden.values_list("categorieen", flat=True) for c in rij}


def check_lid(loket: int, medewerker: int) -> None:
    """Somebody works at this desk; raises KanNiet. One query."""
    leden = Lidmaatschap.objects.filter(
        loket=loket, medewerker=medewerker, medewerker__is_active=True
    )
    if not leden.exists():
        raise KanNiet("geen_lid", _("Deze persoon werkt niet bij dit loket."))


def check_dagen(begint: date | None, uiterlijk: date | None) -> None:
    """The last day is not before the first; raises KanNiet."""
    if begint and uiterlijk and uiterlijk < begint:
        raise KanNiet("dagen", _("De laatste dag ligt voor de eerste dag."))


def rollen_van(wie: Wie, rij: Actie) -> frozenset[Rol]:
    """What the acting desk is to an action, within a unit of work. At most one query."""
    vrager, doet = rij.gevraagd_door_id, rij.verantwoordelijk_id
    ziet_nog = wie.loket == doet or rij.categorie in categorieen_van(
        rij.dossier_id, doet, wie.vandaag
    )
    return rollen(wie.loket, doet, vrager, ziet_nog=ziet_nog)


def check_al_gedaan(rij: Planrij, waarden: Mapping[str, Any], toelichting: str = "") -> None:
    """The row is newer than the screen. Fine when it says what the user wanted to say, to the word;
    raises Botsing with what stands and what the user sent otherwise. Clausule 5.4."""
    verschillen = [
        Veldverschil(veld, getattr(rij, veld), uw)
        for veld, uw in waarden.items()
        if veld not in VANZELF and getattr(rij, veld) != uw
    ]
    if toelichting and "resultaat" not in waarden:
        verschillen.append(Veldverschil("toelichting", "", toelichting))
    if verschillen:
        raise Botsing(rij, tuple(verschillen))


VANZELF = frozenset({"uitvoerder_id", "klaar_op"})
"""What an act fills in by itself: no words of the user."""
