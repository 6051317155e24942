"""What the words of decisions and of the duty to tell are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from richting.akkoord.besluiten import Besluitdaad, Besluitmening, Besluitstaat
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.meldplicht import KLASSEN, Weetstand
from richting.akkoord.woorden import Loketsoort

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

SOORTEN: dict[Besluitsoort, _StrOrPromise] = {
    Besluitsoort.VERLOF: _("Verlof"),
    Besluitsoort.OVERPLAATSING: _("Overplaatsing"),
    Besluitsoort.WIJZIGING_EINDE: _("Een ander einde van het verblijf"),
    Besluitsoort.ANDERE_GEMEENTE: _("Terugkeer naar een andere gemeente"),
    Besluitsoort.EINDE_INTERVENTIE: _("Stoppen met hulp of een interventie"),
    Besluitsoort.HUISUITZETTING: _("Huisuitzetting"),
    Besluitsoort.WEIGERING_VOORZIENING: _("Weigeren van een voorziening"),
    Besluitsoort.BIJZONDERE_VOORWAARDE: _("Een bijzondere voorwaarde"),
    Besluitsoort.ANDERS: _("Een ander besluit"),
}
STATEN: dict[Besluitstaat, _StrOrPromise] = {
    Besluitstaat.VOORGENOMEN: _("Voorgenomen"),
    Besluitstaat.AANGEHOUDEN: _("Wacht op overleg"),
    Besluitstaat.DEFINITIEF: _("Definitief"),
    Besluitstaat.INGETROKKEN: _("Gaat niet door"),
}
STAATKLEUREN = {
    Besluitstaat.VOORGENOMEN: "info",
    Besluitstaat.AANGEHOUDEN: "aandacht",
    Besluitstaat.DEFINITIEF: "goed",
    Besluitstaat.INGETROKKEN: "neutraal",
}
MENINGEN: dict[Besluitmening, _StrOrPromise] = {
    Besluitmening.AKKOORD: _("Akkoord"),
    Besluitmening.BEZWAAR: _("Bezwaar"),
    Besluitmening.GEEN_MENING: _("Geen mening"),
}
DADEN: dict[Besluitdaad, _StrOrPromise] = {
    Besluitdaad.REAGEREN: _("Gereageerd"),
    Besluitdaad.BEZWAAR_MAKEN: _("Bezwaar gemaakt"),
    Besluitdaad.BEZWAAR_LATEN_VALLEN: _("Bezwaar laten vallen"),
    Besluitdaad.OVERLEG_VASTLEGGEN: _("Overleg vastgelegd"),
    Besluitdaad.DEFINITIEF_MAKEN: _("Definitief gemaakt"),
    Besluitdaad.INTREKKEN: _("Ingetrokken"),
    Besluitdaad.OVERNEMEN: _("Overgenomen door een ander loket"),
}
WEETSTANDEN: dict[str, _StrOrPromise] = {
    Weetstand.VERTELD.value: _("Verteld"),
    Weetstand.AFGELEVERD.value: _("In de postbus"),
    Weetstand.GELEZEN.value: _("Gelezen"),
    Weetstand.BEVESTIGD.value: _("Bevestigd"),
    Weetstand.NIET_VERTELD.value: _("Niet verteld"),
}
WEETKLEUREN = {
    Weetstand.VERTELD.value: "neutraal",
    Weetstand.AFGELEVERD.value: "neutraal",
    Weetstand.GELEZEN.value: "info",
    Weetstand.BEVESTIGD.value: "goed",
    Weetstand.NIET_VERTELD.value: "aandacht",
}
LOKETSOORTEN: dict[Loketsoort, _StrOrPromise] = {
    Loketsoort.NAZORG: _("gemeente, nazorg"),
    Loketsoort.OPENBARE_ORDE: _("gemeente, openbare orde"),
    Loketsoort.CASEMANAGEMENT: _("inrichting"),
    Loketsoort.FORENSISCH: _("forensische instelling"),
    Loketsoort.RECLASSERING: _("reclassering"),
    Loketsoort.PROCESREGIE: _("Zorg- en Veiligheidshuis"),
    Loketsoort.OM: _("Openbaar Ministerie"),
    Loketsoort.POLITIE: _("politie"),
    Loketsoort.BEHEER: _("functioneel beheer"),
    Loketsoort.PRIVACY: _("privacy"),
    Loketsoort.VERWERKING: _("verwerking van berichten"),
}


def verandering(soort: str) -> str:
    """A kind of change, as it is told."""
    return " ".join(gettext(regel_voor(feit).zin) for feit in KLASSEN[soort].feiten)
