"""The journal of a dossier in plain words: one sentence per kind of change. Clausule 5.4."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.woorden import SoortPlaats
from richting.kern.models import Journaal

PLAATSEN = {
    SoortPlaats.PI: gettext_lazy("gevangenis"),
    SoortPlaats.PPC: gettext_lazy("psychiatrisch centrum (PPC)"),
    SoortPlaats.FPC: gettext_lazy("forensische kliniek"),
    SoortPlaats.ZORGINSTELLING: gettext_lazy("zorginstelling"),
    SoortPlaats.JJI: gettext_lazy("jeugdinrichting"),
    SoortPlaats.POLITIECEL: gettext_lazy("politiecel"),
    SoortPlaats.BUITEN_FASERING: gettext_lazy("buiten, onder toezicht"),
    SoortPlaats.BUITEN_ONGESCHIKT: gettext_lazy("buiten, detentie kan niet"),
    SoortPlaats.VERLOF: gettext_lazy("met verlof"),
    SoortPlaats.VOORTVLUCHTIG: gettext_lazy("voortvluchtig"),
}
ZINNEN = {
    "ingetrokken": gettext_lazy("Het bericht over dit verblijf is ingetrokken."),
    "gemeente_gewijzigd": gettext_lazy("De gemeenten in beeld zijn veranderd."),
    "toezicht_gewijzigd": gettext_lazy("Het toezicht is veranderd."),
    "persoon_gewijzigd": gettext_lazy("De persoonsgegevens zijn veranderd."),
    "keten_gewijzigd": gettext_lazy("De nummers uit de strafrechtketen zijn veranderd."),
    "veroordeling_gewijzigd": gettext_lazy("De gegevens over de veroordeling zijn veranderd."),
    "risico_gewijzigd": gettext_lazy("De markering voor artikel 18b is veranderd."),
    "inbreng_gewijzigd": gettext_lazy("De inbreng bij het Veiligheidshuis is veranderd."),
    "vraag_gesteld": gettext_lazy("Er is een vraag die iemand moet beantwoorden."),
    "vraag_vervallen": gettext_lazy("Een open vraag is beantwoord."),
    "samengevoegd": gettext_lazy("Dit is dezelfde persoon als in een eerder dossier."),
    "koppeling_afgewezen": gettext_lazy("Dit is niet dezelfde persoon als in een ander dossier."),
    "gesplitst": gettext_lazy("De koppeling met een eerder dossier is ongedaan gemaakt."),
    "bevestigd": gettext_lazy("Een loket liet weten dat het dit heeft gezien."),
    "grond_ontstaan": gettext_lazy("Meer loketten mogen dit dossier zien."),
    "grond_vervallen": gettext_lazy("Een loket mag dit dossier niet meer zien."),
    "buiten_doelgroep": gettext_lazy("Dit verblijf valt buiten het akkoord."),
}
ANDERS = gettext_lazy("Er is iets veranderd.")


@dataclass(frozen=True)
class Regel:
    """A line of the timeline."""

    moment: datetime
    zin: str
    wie: str
    toelichting: str
    nieuw: bool


def regels(journaal: Iterable[Journaal], nieuw: set[int], namen: dict[str, str]) -> list[Regel]:
    """The journal as lines to read; `namen` holds the names of the organisations in it."""
    return [
        Regel(rij.tijdstip, zin(rij, namen), rij.door, rij.reden, rij.pk in nieuw)
        for rij in journaal
    ]


def codes(journaal: Iterable[Journaal]) -> set[str]:
    """The organisations that the journal names."""
    return {rij.na["inrichting"] for rij in journaal if rij.na.get("inrichting")}


def zin(rij: Journaal, namen: dict[str, str]) -> str:
    """One change in one sentence."""
    verteller = VERTELLERS.get(rij.soort)
    return verteller(rij, namen) if verteller else str(ZINNEN.get(rij.soort, ANDERS))


def _dag(tekst: str | None) -> str:
    return date_format(date.fromisoformat(tekst), "j F Y") if tekst else _("onbekend")


def _geopend(rij: Journaal, namen: dict[str, str]) -> str:
    return _("Dossier geopend. Het verblijf begint op {dag}.").format(dag=_dag(rij.na["begin"]))


def _einde(rij: Journaal, namen: dict[str, str]) -> str:
    na: dict[str, Any] = rij.na
    if not na.get("vroegst") and not na.get("laatst"):
        return _("De einddatum is nu onbekend.")
    voor = rij.voor.get("vroegst") or rij.voor.get("laatst")
    nieuw = _dag(na.get("vroegst") or na.get("laatst"))
    if voor == (na.get("vroegst") or na.get("laatst")):
        return _("De verwachte einddatum blijft {dag}; hoe zeker die is, is veranderd.").format(
            dag=nieuw
        )
    if voor:
        return _("De verwachte einddatum is nu {dag}; eerst was dat {oud}.").format(
            dag=nieuw, oud=_dag(voor)
        )
    return _("De verwachte einddatum is nu {dag}.").format(dag=nieuw)


def _plaats(rij: Journaal, namen: dict[str, str]) -> str:
    code = rij.na.get("inrichting")
    soort = str(PLAATSEN[SoortPlaats(rij.na["soort"])])
    return _("Verblijft vanaf {dag} in: {plaats}.").format(
        dag=_dag(rij.na["van"]), plaats=namen.get(code, code) if code else soort
    )


def _buiten(rij: Journaal, namen: dict[str, str]) -> str:
    soort = PLAATSEN[SoortPlaats(rij.na["soort"])]
    tot = rij.na.get("tot")
    if tot:
        return _("Vanaf {dag} tot {tot}: {plaats}.").format(
            dag=_dag(rij.na["van"]), tot=_dag(tot), plaats=soort
        )
    return _("Vanaf {dag}: {plaats}.").format(dag=_dag(rij.na["van"]), plaats=soort)


def _vertrokken(rij: Journaal, namen: dict[str, str]) -> str:
    return _("Het verblijf is geëindigd op {dag}.").format(dag=_dag(rij.na["einde"]))


def _overleden(rij: Journaal, namen: dict[str, str]) -> str:
    return _("Deze persoon is overleden op {dag}.").format(dag=_dag(rij.na["einde"]))


def _gecorrigeerd(rij: Journaal, namen: dict[str, str]) -> str:
    return _("Gegevens van dit verblijf zijn gecorrigeerd.")


Verteller = Callable[[Journaal, dict[str, str]], str]


def registreer(soort: str, verteller: Verteller) -> None:
    """Let another room say in one sentence what a kind of change of its own means."""
    VERTELLERS[soort] = verteller


VERTELLERS: dict[str, Verteller] = {
    "dossier_geopend": _geopend,
    "einde_gewijzigd": _einde,
    "overgeplaatst": _plaats,
    "verlof": _buiten,
    "ontvlucht": _buiten,
    "buiten_geplaatst": _buiten,
    "vertrokken": _vertrokken,
    "overleden": _overleden,
    "gecorrigeerd": _gecorrigeerd,
}
