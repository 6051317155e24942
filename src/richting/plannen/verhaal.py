"""How the timeline tells what happened to a plan, in one sentence each. Clausule 5.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.dossiers import tijdlijn
from richting.kern.models import Journaal

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

ZINNEN: dict[str, _StrOrPromise] = {
    "planvraag": gettext_lazy("Een vraag van het plan is beantwoord of aangepast."),
    "motivatie": gettext_lazy("Er is vastgelegd hoe het met de motivatie staat."),
    "factor": gettext_lazy("Er is vastgelegd wat helpt of wat een risico is."),
    "factor_beeindigd": gettext_lazy("Iets dat hielp of een risico was, geldt niet meer."),
    "ondersteuning": gettext_lazy("Er is hulp vastgelegd die al liep vóór het verblijf."),
    "ondersteuning_besloten": gettext_lazy("Er is besloten wat er gebeurt met hulp die al liep."),
    "startgesprek": gettext_lazy("De partijen zijn samen begonnen aan het plan."),
    "doel": gettext_lazy("Er is een eigen doel vastgelegd."),
    "doel_beeindigd": gettext_lazy("Een eigen doel is afgerond."),
    "instemming": gettext_lazy("Er is vastgelegd wat de persoon van het plan vindt."),
    "zonder_medewerking": gettext_lazy("Het plan gaat verder zonder medewerking van de persoon."),
    "weer_medewerking": gettext_lazy("De persoon werkt weer mee aan het plan."),
    "poging": gettext_lazy("Er is geprobeerd de persoon te bereiken of te motiveren."),
    "geen_antwoord": gettext_lazy("Een van de vijf antwoorden is bewust leeg."),
    "slachtoffertoets": gettext_lazy("De vraag over slachtoffers is beantwoord."),
    "slachtoffertoets_heropend": gettext_lazy(
        "De vraag over slachtoffers moet opnieuw worden beantwoord."
    ),
    "slachtofferbelang": gettext_lazy("Er is een wens of voorwaarde van een slachtoffer."),
    "slachtofferbelang_beeindigd": gettext_lazy(
        "Een wens of voorwaarde van een slachtoffer geldt niet meer."
    ),
    "behandeldoel": gettext_lazy("Er is een doel van de behandeling vastgelegd."),
    "behandeldoel_geevalueerd": gettext_lazy("Een doel van de behandeling is geëvalueerd."),
    "faseringsstap": gettext_lazy("Er is een stap naar buiten voorgenomen."),
    "stap_gezet": gettext_lazy("De stand van een stap naar buiten is veranderd."),
    "stapreactie": gettext_lazy("Een partij reageerde op een stap naar buiten."),
    "zitting": gettext_lazy("Er is een zitting gepland waar het einde van afhangt."),
    "uitspraak": gettext_lazy("De rechter heeft een uitspraak gedaan."),
    "zorgoverdracht": gettext_lazy("Er is vastgelegd hoe de zorg doorgaat."),
    "adviesverzoek": gettext_lazy("De reclassering is gevraagd om advies aan de rechter."),
    "advies_tekst": gettext_lazy("Het concept van het advies aan de rechter is aangepast."),
    "advies_vastgesteld": gettext_lazy("Het advies aan de rechter is vastgesteld."),
    "advies_uitkomst": gettext_lazy("De beslissing na het advies is vastgelegd."),
    "inbreng_gevraagd": gettext_lazy("Een gemeente is gevraagd wat zij kan regelen."),
    "inbreng_vervallen": gettext_lazy("Een vraag aan een gemeente is niet meer nodig."),
    "inbreng_gegeven": gettext_lazy("Een gemeente heeft gezegd wat zij kan regelen."),
    "geen_antwoord_ingetrokken": gettext_lazy("Een van de vijf antwoorden is niet meer leeg."),
}


def meld_aan() -> None:
    """Tell these kinds of changes on the timeline."""
    for soort, zin in ZINNEN.items():
        tijdlijn.registreer(soort, _vaste_zin(zin))
    tijdlijn.registreer("plan_vastgesteld", _vastgesteld)


def _vaste_zin(zin: _StrOrPromise) -> tijdlijn.Verteller:
    return lambda _rij, _namen: str(zin)


def _vastgesteld(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    return _("Versie {n} van het plan is vastgesteld.").format(n=rij.na["nummer"])
