"""How the timeline tells of consultations, in one sentence each. Clausule 5.4, 8.1."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.overleg import Overlegsoort
from richting.dossiers import tijdlijn
from richting.kern.models import Journaal
from richting.overleg.namen import SOORTEN

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

MET_DAG: dict[str, _StrOrPromise] = {
    "overleg_gepland": gettext_lazy("Staat op de agenda: {soort} op {dag}."),
    "overleg_van_agenda": gettext_lazy("Van de agenda gehaald: {soort} op {dag}."),
    "overleg_verzet": gettext_lazy("Verzet of veranderd: {soort}, nu op {dag}."),
    "overleg_afgelast": gettext_lazy("Gaat niet door: {soort} op {dag}."),
    "overleg_gehouden": gettext_lazy("Gehouden: {soort} op {dag}."),
    "overleg_verslag_vast": gettext_lazy("Het verslag staat vast: {soort} op {dag}."),
}
VAST: dict[str, _StrOrPromise] = {
    "overleg_belegd": gettext_lazy("Uw loket heeft een overleg belegd."),
    "overleg_beantwoord": gettext_lazy("Uw loket heeft een uitnodiging beantwoord."),
    "overleg_verslag": gettext_lazy("Er is geschreven aan het verslag van een overleg."),
    "overleg_aanvulling": gettext_lazy("Het verslag van een overleg is aangevuld."),
    "overleg_afspraak": gettext_lazy("In een overleg is een afspraak gemaakt."),
    "overleg_afspraak_klaar": gettext_lazy("Een afspraak uit een overleg is gedaan."),
    "overleg_doorgeschoven": gettext_lazy(
        "Een overleg kwam aan dit dossier niet toe, of toch wel."
    ),
}


def meld_aan() -> None:
    """Tell these kinds of changes on the timeline."""
    for soort, zin in MET_DAG.items():
        tijdlijn.registreer(soort, _met_dag(zin))
    for soort, zin in VAST.items():
        tijdlijn.registreer(soort, _vast(zin))


def _vast(zin: _StrOrPromise) -> tijdlijn.Verteller:
    return lambda _rij, _namen: str(zin)


def _met_dag(zin: _StrOrPromise) -> tijdlijn.Verteller:
    def vertel(rij: Journaal, _namen: tijdlijn.Namen) -> str:
        if "dag" not in rij.na:
            return _("Er is iets veranderd aan een overleg.")
        dag = date_format(date.fromisoformat(rij.na["dag"]), "j F Y")
        return str(zin).format(soort=SOORTEN[Overlegsoort(rij.na["soort"])], dag=dag)

    return vertel
