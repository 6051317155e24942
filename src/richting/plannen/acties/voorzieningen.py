"""Keeping the provisions of a desk: add, change, close. No personal data. Clausule 4.3, 8.3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.voorzieningen import (
    HOUDERS,
    LEEFGEBIEDEN_VAN,
    Voorzieningsoort,
    meest_bezet,
)
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.termijnen import Eenheid
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket, Organisatie
from richting.plannen.botsing import als_json, nieuw, werk_bij
from richting.plannen.models import Plaatsing, Voorziening

BEHEER = "beheer"
"""The category of journal rows outside dossiers."""
GENOEG = 10_000
"""More places than any provision has."""


@dataclass(frozen=True)
class Inhoud:
    """What a provision is: see the table `Voorziening`."""

    naam: str
    soort: Voorzieningsoort
    leefgebied: Leefgebied
    plaatsen: int
    geldig_vanaf: date
    geldig_tot: date | None = None
    gedeeld_met: tuple[str, ...] = ()
    voor_wie: str = ""
    niet_voor: str = ""
    wachttijd: int | None = None
    wachttijd_eenheid: Eenheid = Eenheid.WEKEN
    is_open: bool = True

    def waarden(self) -> dict[str, Any]:
        """The columns of the table, except the day on which the waiting time was stated."""
        return {
            **asdict(self),
            "soort": self.soort.value,
            "leefgebied": self.leefgebied.value,
            "wachttijd_eenheid": self.wachttijd_eenheid.value,
            "gedeeld_met": sorted(set(self.gedeeld_met)),
        }


def voeg_toe(wie: Wie, inhoud: Inhoud) -> Voorziening:
    """A new provision of this desk. Clausule 4.3, 8.3.

    Raises NietToegestaan for a desk that keeps none, KanNiet with a sentence.
    """
    with verwerking(wie) as werk:
        houder = _houder(wie)
        _check(houder, inhoud)
        gesteld = wie.vandaag if inhoud.wachttijd is not None else None
        rij = Voorziening(houder=houder, **inhoud.waarden(), wachttijd_op=gesteld, **nieuw(wie))
        rij.save(force_insert=True)
        na = {"voorziening": str(rij.pk), **_json(inhoud.waarden())}
        werk.noteer(None, "voorziening_toegevoegd", BEHEER, na=na)
    return rij


def wijzig(wie: Wie, nummer: UUID, versie: int, inhoud: Inhoud) -> Voorziening:
    """Change a provision, or open or close it; the row as it is now. Clausule 8.3.

    Fewer places than are taken on some day from now on cannot be. Raises NietToegestaan for any
    other desk than its keeper, Botsing, KanNiet with a sentence.
    """
    with verwerking(wie) as werk:
        houder, rij = _houder(wie), vergrendelde_voorziening(nummer, wie)
        _check(houder, inhoud)
        if inhoud.plaatsen < (bezet := _bezet(rij, wie.vandaag)):
            zin = _("Er zijn {n} plaatsen bezet of gereserveerd. Minder kan nu niet.")
            raise KanNiet("bezet", zin.format(n=bezet))
        waarden = inhoud.waarden()
        wacht = (rij.wachttijd, rij.wachttijd_eenheid)
        if wacht != (inhoud.wachttijd, inhoud.wachttijd_eenheid.value):
            waarden["wachttijd_op"] = None if inhoud.wachttijd is None else wie.vandaag
        return _pas_toe(werk, rij, versie, waarden)


def bevestig_wachttijd(wie: Wie, nummer: UUID, versie: int) -> Voorziening:
    """The waiting time that stands is still right today. Clausule 8.3. Raises as `wijzig`."""
    with verwerking(wie) as werk:
        rij = vergrendelde_voorziening(nummer, wie)
        if rij.wachttijd is None:
            raise KanNiet("leeg", _("Er staat geen wachttijd. Vul die eerst in."))
        return _pas_toe(werk, rij, versie, {"wachttijd_op": wie.vandaag})


def vergrendelde_voorziening(nummer: UUID, wie: Wie) -> Voorziening:
    """A provision of this desk, locked for this unit of work; raises NietToegestaan otherwise.

    Who takes a place in it at the same moment waits here: the last place is given once.
    """
    rijen = Voorziening.objects.select_for_update(no_key=True)
    rij = rijen.filter(pk=nummer, houder=wie.loket or 0).first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    return rij


def _bezet(rij: Voorziening, op: date) -> int:
    plekken = [een.plek for een in Plaatsing.objects.filter(voorziening=rij)]
    return meest_bezet(plekken, op, None, op)


def _pas_toe(werk: Werk, rij: Voorziening, versie: int, waarden: Mapping[str, Any]) -> Voorziening:
    wijziging = werk_bij(rij, versie, waarden, werk.wie)
    if wijziging:
        na = {"voorziening": str(rij.pk), "naam": rij.naam, **wijziging.na}
        werk.noteer(None, "voorziening_gewijzigd", BEHEER, voor=wijziging.voor, na=na)
    return rij


def _houder(wie: Wie) -> Loket:
    """The acting desk with its organisation; raises NietToegestaan when it keeps no provisions."""
    soorten = [soort.value for soort in HOUDERS]
    loketten = Loket.objects.filter(pk=wie.loket or 0, soort__in=soorten)
    houder = loketten.select_related("organisatie").first()
    if houder is None:
        raise NietToegestaan(wie.loketsoort)
    return houder


def _check(houder: Loket, inhoud: Inhoud) -> None:
    if inhoud.leefgebied not in LEEFGEBIEDEN_VAN[inhoud.soort]:
        raise KanNiet("leefgebied", _("Deze soort voorziening hoort bij een ander leefgebied."))
    if not 1 <= inhoud.plaatsen <= GENOEG:
        raise KanNiet("plaatsen", _("Vul in hoeveel plaatsen er zijn: 1 of meer."))
    if inhoud.wachttijd is not None and not 0 <= inhoud.wachttijd <= GENOEG:
        raise KanNiet("wachttijd", _("Vul een wachttijd in van 0 of meer."))
    if inhoud.geldig_tot is not None and inhoud.geldig_tot < inhoud.geldig_vanaf:
        raise KanNiet("dagen", _("De laatste dag ligt voor de eerste dag."))
    _check_gemeenten(houder, set(inhoud.gedeeld_met))


def _check_gemeenten(houder: Loket, codes: set[str]) -> None:
    """It is for somebody, and shared within one region only. Clausule 6.6, 8.3."""
    if houder.soort == Loketsoort.NAZORG:
        codes = codes | {houder.organisatie.code}
    gemeenten = Organisatie.objects.filter(code__in=codes, soort=Organisatiesoort.GEMEENTE.value)
    regios = dict(gemeenten.values_list("code", "regio"))
    if not codes:
        raise KanNiet("gemeenten", _("Kies voor welke gemeenten deze voorziening is."))
    een_regio = len(set(regios.values())) == 1 and (len(codes) == 1 or "" not in regios.values())
    if codes != set(regios) or not een_regio:
        raise KanNiet("regio", _("Delen kan alleen met gemeenten in dezelfde regio."))


def _json(waarden: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: als_json(waarde) for naam, waarde in waarden.items() if waarde not in (None, "")}
