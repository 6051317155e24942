"""How the timeline tells of the regie, and what the read log calls its pages. Clausule 5.4."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.overdracht import VERZOEK_AANVAARD, VERZOEK_INGETROKKEN, Overdrachtstaat
from richting.akkoord.regieverloop import Regietaak
from richting.delen.namen import registreer_handeling
from richting.dossiers import tijdlijn
from richting.kern.models import Journaal
from richting.regie.namen import STATEN, TAKEN

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

HANDELINGEN: dict[str, _StrOrPromise] = {
    "regie": gettext_lazy("keek wie de regie heeft"),
    "overdracht": gettext_lazy("opende een overdracht van de regie"),
    "veiligheidshuis": gettext_lazy("keek of de zaak bij een Veiligheidshuis is ingebracht"),
    "verdeling": gettext_lazy("zag de naam bij het verdelen van het werk"),
    "api regie": gettext_lazy("haalde met een ander systeem op wie de regie heeft"),
}


def meld_aan() -> None:
    """Register every kind of change and every reading; running it twice changes nothing."""
    tijdlijn.registreer("regie_overgenomen", _overgenomen)
    tijdlijn.registreer("regie_teruggegeven", _teruggegeven)
    tijdlijn.registreer("overdracht_gewijzigd", _overdracht)
    tijdlijn.registreer("overdracht_punt", _vast(_PUNT))
    tijdlijn.registreer("overdracht_afspraak", _vast(_AFSPRAAK))
    tijdlijn.registreer("toegewezen", _toegewezen)
    tijdlijn.registreer("zaak_ingebracht", _ingebracht)
    tijdlijn.registreer("inbreng_beeindigd", _beeindigd)
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)


_PUNT = gettext_lazy("Een punt van een overdracht is bijgewerkt.")
_AFSPRAAK = gettext_lazy("Er is afgesproken wie wat doet na de overdracht.")


def _vast(zin: _StrOrPromise) -> tijdlijn.Verteller:
    return lambda _rij, _namen: str(zin)


def _overgenomen(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{taak}: overgenomen door {loket}.").format(**_wat(rij, namen))


def _teruggegeven(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{taak}: teruggegeven aan {loket}.").format(**_wat(rij, namen))


def _overdracht(rij: Journaal, namen: tijdlijn.Namen) -> str:
    staat = str(STATEN[Overdrachtstaat(rij.na["staat"])]).lower()
    zin = _("Overdracht van de {taak} aan {loket}: {staat}.")
    if rij.na.get("reden") == VERZOEK_AANVAARD:
        zin = _("Overdracht van de {taak} aan {loket}: {staat}, met het ja op het verzoek.")
    elif rij.na.get("reden") == VERZOEK_INGETROKKEN:
        zin = _("{taak} terug bij {loket}: het verzoek aan de andere gemeente is ingetrokken.")
        return zin.format(**_wat(rij, namen))
    wat = _wat(rij, namen)
    return zin.format(taak=wat["taak"].lower(), loket=wat["loket"], staat=staat)


def _toegewezen(rij: Journaal, namen: tijdlijn.Namen) -> str:
    loket = namen.loket(rij.na.get("loket"))
    if not rij.voor.get("medewerker"):
        zin = _("Bij {loket} staat dit dossier nu op naam van een medewerker.")
        return zin.format(loket=loket)
    if rij.na.get("medewerker"):
        return _("Bij {loket} staat dit dossier bij iemand anders op naam.").format(loket=loket)
    return _("Bij {loket} staat dit dossier bij niemand op naam.").format(loket=loket)


def _ingebracht(rij: Journaal, namen: tijdlijn.Namen) -> str:
    zin = _("De zaak is ingebracht bij {huis}, vanaf {dag}.")
    return zin.format(huis=namen.organisatie(rij.na["huis"]), dag=_dag(rij.na["van"]))


def _beeindigd(rij: Journaal, namen: tijdlijn.Namen) -> str:
    zin = _("De inbreng bij {huis} eindigt op {dag}.")
    return zin.format(huis=namen.organisatie(rij.na["huis"]), dag=_dag(rij.na["einde"]))


def _dag(tekst: str) -> str:
    return date_format(date.fromisoformat(tekst))


def _wat(rij: Journaal, namen: tijdlijn.Namen) -> dict[str, str]:
    taak = str(TAKEN[Regietaak(rij.na["taak"])])
    return {"taak": taak, "loket": namen.loket(rij.na.get("loket"))}
