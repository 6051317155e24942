"""How the timeline of the compartment tells of the mark and its table. Clausule 6.3."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.risico import Bijdragesoort, Risicoafspraakstaat, Risiconiveau
from richting.dossiers import tijdlijn
from richting.dossiers.tijdlijn import Namen
from richting.kern.models import Journaal
from richting.meldingen.risico.namen import AFSPRAKEN, BIJDRAGEN, NIVEAUS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

GEWIJZIGD: dict[str, _StrOrPromise] = {
    "risico_gemarkeerd": gettext_lazy("Gemarkeerd voor artikel 18b: risico {niveau}, {geldig}."),
    "risico_verlengd": gettext_lazy("Opnieuw beoordeeld: risico {niveau}, {geldig}."),
}


def meld_aan() -> None:
    """Tell these kinds of changes on the timeline."""
    for soort, zin in GEWIJZIGD.items():
        tijdlijn.registreer(soort, _gewijzigd(zin))
    tijdlijn.registreer("risico_beeindigd", _beeindigd)
    tijdlijn.registreer("risico_tafel_geopend", _geopend)
    tijdlijn.registreer("risico_gedeeld", _gedeeld)
    tijdlijn.registreer("risico_teruggenomen", _teruggenomen)
    tijdlijn.registreer("risico_afgesproken", _afgesproken)
    tijdlijn.registreer("risico_afgerond", _afgerond)


def _dag(tekst: str | None) -> str:
    return date_format(date.fromisoformat(tekst), "j F Y") if tekst else _("onbekend")


def _gewijzigd(zin: _StrOrPromise) -> tijdlijn.Verteller:
    def vertel(rij: Journaal, _namen: Namen) -> str:
        na: dict[str, Any] = rij.na
        niveau = NIVEAUS[Risiconiveau(na["niveau"])]
        geldig = _("geldig tot {dag}").format(dag=_dag(na["tot"]))
        return str(zin).format(niveau=niveau, geldig=geldig)

    return vertel


def _beeindigd(rij: Journaal, _namen: Namen) -> str:
    return _("De markering is beëindigd. Lezen kan tot {dag}.").format(dag=_dag(rij.na.get("tot")))


def _geopend(rij: Journaal, _namen: Namen) -> str:
    return _("De tafel van artikel 18b is er vanaf {dag}.").format(dag=_dag(rij.na.get("van")))


def _gedeeld(rij: Journaal, namen: Namen) -> str:
    soort = BIJDRAGEN[Bijdragesoort(rij.na["soort"])]
    return _("{loket} deelde aan tafel: {soort}.").format(
        loket=namen.loket(rij.na["loket"]), soort=soort
    )


def _teruggenomen(rij: Journaal, namen: Namen) -> str:
    return _("{loket} nam iets terug.").format(loket=namen.loket(rij.na["loket"]))


def _afgesproken(rij: Journaal, namen: Namen) -> str:
    return _("Er is een afspraak voor {loket}, uiterlijk {dag}.").format(
        loket=namen.loket(rij.na["loket"]), dag=_dag(rij.na["uiterlijk"])
    )


def _afgerond(rij: Journaal, namen: Namen) -> str:
    staat = AFSPRAKEN[Risicoafspraakstaat(rij.na["staat"])]
    return _("{loket} rondde een afspraak af: {staat}.").format(
        loket=namen.loket(rij.na["loket"]), staat=staat
    )
