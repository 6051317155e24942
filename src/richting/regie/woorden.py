"""What the words of terms and of what was sent back are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from richting.akkoord.posten import Poststaat
from richting.akkoord.terugmelden import Gegeven, Terugantwoord

POSTSTATEN = {
    Poststaat.OPEN: _("open"),
    Poststaat.UITGESTELD: _("uitgesteld"),
    Poststaat.TE_LAAT: _("te laat"),
    Poststaat.GEHAALD: _("op tijd gedaan"),
    Poststaat.LAAT_GEDAAN: _("te laat gedaan"),
    Poststaat.VERVALLEN: _("niet meer nodig"),
}
KLEUREN = {
    Poststaat.OPEN: "info",
    Poststaat.UITGESTELD: "neutraal",
    Poststaat.TE_LAAT: "dringend",
    Poststaat.GEHAALD: "goed",
    Poststaat.LAAT_GEDAAN: "aandacht",
    Poststaat.VERVALLEN: "neutraal",
}
GEGEVENS = {
    Gegeven.PERSOON: _("naam of geboortedatum"),
    Gegeven.EINDE: _("wanneer deze persoon vrijkomt"),
    Gegeven.PLAATS: _("waar deze persoon verblijft"),
    Gegeven.GEMEENTE: _("de gemeente of het adres"),
    Gegeven.TOEZICHT: _("het toezicht"),
    Gegeven.AFSPRAAK: _("de screening of het plan"),
}
ANTWOORDEN = {
    Terugantwoord.VERBETERD: _("het is verbeterd"),
    Terugantwoord.KLOPT: _("het klopt zoals het er staat"),
}
