"""How the words of this room read on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from richting.akkoord.overdracht import (
    ONDERWERPZINNEN,
    VERZOEK_AANVAARD,
    VERZOEK_INGETROKKEN,
    WEIGERZINNEN,
    AfspraakOnderwerp,
    Overdrachtdaad,
    Overdrachtsoort,
    Overdrachtstaat,
    Puntstand,
    Weigerreden,
)
from richting.akkoord.regieverloop import Regieherkomst, Regietaak
from richting.akkoord.woorden import Loketsoort

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

TAKEN: dict[Regietaak, _StrOrPromise] = {
    Regietaak.PROCESREGIE: _("Procesregie"),
    Regietaak.CASUSREGIE: _("Casusregie"),
    Regietaak.TOEZICHT: _("Toezicht"),
}
HERKOMSTEN: dict[Regieherkomst, _StrOrPromise] = {
    Regieherkomst.REGEL: _("volgens het akkoord"),
    Regieherkomst.OVERNAME: _("overgenomen"),
    Regieherkomst.OVERDRACHT: _("overgedragen"),
    Regieherkomst.HOUDT_AAN: _("houdt aan"),
}
SOORTEN: dict[Overdrachtsoort, _StrOrPromise] = {
    Overdrachtsoort.STANDAARD: _("Standaard"),
    Overdrachtsoort.TOEZICHT: _("Met toezicht"),
    Overdrachtsoort.FORENSISCH: _("Forensische zorg"),
    Overdrachtsoort.HOOG_RISICO: _("Via het Veiligheidshuis"),
    Overdrachtsoort.OVERPLAATSING: _("Overplaatsing"),
    Overdrachtsoort.GEMEENTEWISSEL: _("Andere gemeente"),
}
STATEN: dict[Overdrachtstaat, _StrOrPromise] = {
    Overdrachtstaat.VOORBEREID: _("In voorbereiding"),
    Overdrachtstaat.AANGEBODEN: _("Aangeboden"),
    Overdrachtstaat.AANVAARD: _("Aanvaard"),
    Overdrachtstaat.GEWEIGERD: _("Geweigerd"),
    Overdrachtstaat.INGETROKKEN: _("Gaat niet door"),
    Overdrachtstaat.VAN_RECHTSWEGE: _("Overgegaan zonder aanvaarding"),
}
KLEUREN: dict[Overdrachtstaat, str] = {
    Overdrachtstaat.VOORBEREID: "neutraal",
    Overdrachtstaat.AANGEBODEN: "aandacht",
    Overdrachtstaat.AANVAARD: "goed",
    Overdrachtstaat.GEWEIGERD: "dringend",
    Overdrachtstaat.INGETROKKEN: "neutraal",
    Overdrachtstaat.VAN_RECHTSWEGE: "dringend",
}
DADEN: dict[Overdrachtdaad, _StrOrPromise] = {
    Overdrachtdaad.AANBIEDEN: _("Bied de overdracht aan"),
    Overdrachtdaad.AANVAARDEN: _("Aanvaard de overdracht"),
    Overdrachtdaad.WEIGEREN: _("Weiger de overdracht"),
    Overdrachtdaad.INTREKKEN: _("Trek de overdracht in"),
    Overdrachtdaad.TERUGHALEN: _("Haal de overdracht terug om haar te verbeteren"),
    Overdrachtdaad.OVERGAAN: _("Gaat over"),
    Overdrachtdaad.JA_OP_VERZOEK: _("Aanvaard met het ja op het verzoek"),
    Overdrachtdaad.VERZOEK_INGETROKKEN: _("Terug omdat het verzoek is ingetrokken"),
    Overdrachtdaad.BEVESTIGEN: _("Bevestig dat u de regie heeft"),
}
PUNTSTANDEN: dict[Puntstand, _StrOrPromise] = {
    Puntstand.OPEN: _("Nog doen"),
    Puntstand.GEDAAN: _("Gedaan"),
    Puntstand.NIET_NODIG: _("Niet nodig"),
}
WEIGERREDENEN: dict[Weigerreden, _StrOrPromise] = {r: _(z) for r, z in WEIGERZINNEN.items()}
STAPREDENEN: dict[str, _StrOrPromise] = {
    **{reden.value: zin for reden, zin in WEIGERREDENEN.items()},
    VERZOEK_AANVAARD: _("met het ja op het verzoek aan de gemeente"),
    VERZOEK_INGETROKKEN: _("omdat het verzoek aan de gemeente is ingetrokken"),
}
"""The reason of a step: why it was refused, or with what it was accepted."""
ONDERWERPEN: dict[AfspraakOnderwerp, _StrOrPromise] = {
    onderwerp: _(zin) for onderwerp, zin in ONDERWERPZINNEN.items()
}
BEZETTINGEN: dict[str, _StrOrPromise] = {
    "gestopt": _("heeft geen account meer"),
    "geen_lid": _("werkt niet meer bij dit loket"),
    "stil": _("kan niet meer aanmelden: het account is te lang niet gebruikt"),
    "afwezig": _("is afwezig en heeft geen vervanger"),
}


def partijnaam(naam: str, soort: str) -> str:
    """A party by name; a municipality is named as one, for a prison may bear the same name."""
    if naam and soort == Loketsoort.NAZORG:
        return gettext("Gemeente {naam}").format(naam=naam)
    return naam
