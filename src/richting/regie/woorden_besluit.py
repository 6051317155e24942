"""What the words of decisions and of the duty to tell are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.besluiten import Besluitdaad, Besluitmening, Besluitstaat
from richting.akkoord.geraakten import Besluitsoort

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
