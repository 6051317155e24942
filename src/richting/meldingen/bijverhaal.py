"""What the timeline and the read log call what happens with the BIJ. Clausule 5.4, 6.5.

Sentences without content: the journal stays when the message is destroyed.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.bijberichten import EINDZINNEN, Eindreden
from richting.delen.namen import registreer_handeling
from richting.dossiers.tijdlijn import Namen, registreer
from richting.kern.models import Journaal

LIJST, BERICHT, VERANTWOORDING = "bij lijst", "bij bericht", "bij verantwoording"
API_LIJST, API_BERICHT = "api bij-berichten", "api bij-bericht"
HANDELINGEN = {
    LIJST: gettext_lazy("zag de naam in de lijst van bestuurlijke informatie"),
    BERICHT: gettext_lazy("las de bestuurlijke informatie"),
    VERANTWOORDING: gettext_lazy("las bewaarde bestuurlijke informatie, ter verantwoording"),
    API_LIJST: gettext_lazy("haalde de bestuurlijke informatie op, met een ander systeem"),
    API_BERICHT: gettext_lazy("las de bestuurlijke informatie met een ander systeem"),
}
ZINNEN = {
    "bij_gewijzigd": gettext_lazy("{loket} kreeg een nieuwe versie van de informatie (BIJ)."),
    "bij_ontvangen": gettext_lazy("{loket} heeft de ontvangst van de informatie (BIJ) bevestigd."),
    "bij_beantwoord": gettext_lazy("{loket} heeft op de informatie (BIJ) geantwoord."),
    "bij_afgehandeld": gettext_lazy("{loket} is klaar met de informatie (BIJ)."),
    "bij_verwijderd": gettext_lazy(
        "De informatie (BIJ) van {loket} is verwijderd en wordt alleen ter verantwoording bewaard."
    ),
    "bij_vernietigd": gettext_lazy("De informatie (BIJ) van {loket} is vernietigd."),
}


def meld_aan() -> None:
    """Register every sentence; running it twice changes nothing."""
    registreer("bij_verstrekt", _verstrekt)
    registreer("bij_beeindigd", _beeindigd)
    for soort in ZINNEN:
        registreer(soort, _gewoon)
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)


def _gewoon(rij: Journaal, namen: Namen) -> str:
    return str(ZINNEN[rij.soort]).format(loket=namen.loket(rij.na.get("loket")))


def _verstrekt(rij: Journaal, namen: Namen) -> str:
    loket, laat = namen.loket(rij.na.get("loket")), rij.na.get("dagen_te_laat") or 0
    if laat:
        zin = _("{loket} kreeg bestuurlijke informatie (BIJ), {dagen} dagen te laat.")
        return zin.format(loket=loket, dagen=laat)
    return _("{loket} kreeg bestuurlijke informatie (BIJ).").format(loket=loket)


def _beeindigd(rij: Journaal, namen: Namen) -> str:
    zin = _("De informatie (BIJ) van {loket} geldt niet meer. {reden}")
    reden = _(EINDZINNEN[Eindreden(rij.na["reden"])])
    return zin.format(loket=namen.loket(rij.na.get("loket")), reden=reden)
