"""What the words of consultations are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.overleg import (
    Agendareden,
    Overlegsoort,
    Overlegstaat,
    Uitnodigingsantwoord,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

SOORTEN: dict[Overlegsoort, _StrOrPromise] = {
    Overlegsoort.MDO: _("Multidisciplinair overleg (MDO)"),
    Overlegsoort.NAZORGOVERLEG: _("Nazorgoverleg"),
    Overlegsoort.VEILIGHEIDSHUISTAFEL: _("Tafel van het Zorg- en Veiligheidshuis"),
    Overlegsoort.CASUSOVERLEG: _("Casusoverleg"),
}
STATEN: dict[Overlegstaat, _StrOrPromise] = {
    Overlegstaat.GEPLAND: _("Gepland"),
    Overlegstaat.GEHOUDEN: _("Gehouden"),
    Overlegstaat.AFGELAST: _("Gaat niet door"),
}
STAATKLEUR = {
    Overlegstaat.GEPLAND: "info",
    Overlegstaat.GEHOUDEN: "goed",
    Overlegstaat.AFGELAST: "neutraal",
}
ANTWOORDEN: dict[Uitnodigingsantwoord, _StrOrPromise] = {
    Uitnodigingsantwoord.ONBEKEND: _("Nog geen antwoord"),
    Uitnodigingsantwoord.KOMT: _("Komt"),
    Uitnodigingsantwoord.KOMT_NIET: _("Komt niet"),
}
ANTWOORDKLEUR = {
    Uitnodigingsantwoord.ONBEKEND: "aandacht",
    Uitnodigingsantwoord.KOMT: "goed",
    Uitnodigingsantwoord.KOMT_NIET: "neutraal",
}
REDENEN: dict[Agendareden, _StrOrPromise] = {
    Agendareden.VOORGESTELD: _("Voorgesteld door een loket"),
    Agendareden.MDO_NODIG: _("Het MDO is nodig"),
    Agendareden.VERTREK_NABIJ: _("Het vertrek is dichtbij"),
    Agendareden.BESLUIT_AANGEHOUDEN: _("Er is bezwaar tegen een besluit"),
    Agendareden.OVERDRACHT_LAAT: _("De overdracht is te laat"),
}
