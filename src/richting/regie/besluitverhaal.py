"""What the timeline and the read log say of decisions and the duty to tell. Clausule 5.3, 5.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.delen.namen import registreer_handeling
from richting.dossiers import tijdlijn
from richting.kern.models import Journaal
from richting.regie.woorden_besluit import MENINGEN, SOORTEN

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

VAST: dict[str, _StrOrPromise] = {
    "besluit_besproken": gettext_lazy("Er is overlegd over een besluit dat anderen raakt."),
    "besluit_definitief": gettext_lazy("Een besluit dat anderen raakt, staat nu vast."),
    "besluit_ingetrokken": gettext_lazy("Een besluit dat anderen raakt, gaat niet door."),
}
HANDELINGEN: dict[str, _StrOrPromise] = {
    "besluiten": gettext_lazy("keek naar de besluiten"),
    "besluit": gettext_lazy("opende een besluit"),
    "besluiten: voornemen": gettext_lazy("werkte aan een besluit"),
    "wie weet wat": gettext_lazy("keek wie wat is verteld"),
    "verteld, niet gelezen": gettext_lazy("zag wat anderen nog niet lazen"),
    "api besluiten": gettext_lazy("haalde besluiten op met een ander systeem"),
    "api wie weet wat": gettext_lazy("haalde met een ander systeem op wie wat is verteld"),
}


def meld_aan() -> None:
    """Tell these kinds of changes on the timeline, and name the readings."""
    for soort, zin in VAST.items():
        tijdlijn.registreer(soort, _vaste_zin(zin))
    tijdlijn.registreer("besluit_voorgenomen", _voorgenomen)
    tijdlijn.registreer("besluit_spoed", _spoed)
    tijdlijn.registreer("besluit_reactie", _reactie)
    tijdlijn.registreer("besluit_aangehouden", _aangehouden)
    tijdlijn.registreer("besluit_overgenomen", _overgenomen)
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)


def _vaste_zin(zin: _StrOrPromise) -> tijdlijn.Verteller:
    return lambda _rij, _namen: str(zin)


def _voorgenomen(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    soort = SOORTEN[Besluitsoort(rij.na["soort"])]
    return _("Er is een besluit voorgenomen dat anderen raakt: {soort}.").format(soort=soort)


def _spoed(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    soort = SOORTEN[Besluitsoort(rij.na["soort"])]
    return _("Er is met spoed een besluit genomen dat anderen raakt: {soort}.").format(soort=soort)


def _reactie(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{loket} reageerde op een besluit: {mening}.").format(
        loket=namen.loket(rij.na.get("loket")), mening=MENINGEN[Besluitmening(rij.na["reactie"])]
    )


def _aangehouden(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    if rij.na.get("spoed"):
        return _("Er is bezwaar tegen een besluit met spoed. Het moet besproken worden.")
    return _("Er is bezwaar tegen een besluit. Het wacht op overleg.")


def _overgenomen(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{loket} neemt een besluit over van een loket dat het dossier niet meer ziet.").format(
        loket=namen.loket(rij.na.get("loket"))
    )
