"""What the words of terms and of what was sent back are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from richting.akkoord.posten import Poststaat
from richting.akkoord.termijnregels import Eenheid, Termijnfeit
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
TERMIJNFEITEN = {
    Termijnfeit.BEGIN: _("het begin van het verblijf"),
    Termijnfeit.ONTSLAG: _("de dag van vertrek"),
    Termijnfeit.MDO: _("het vorige multidisciplinair overleg (MDO)"),
    Termijnfeit.VRAAG: _("de vraag aan de gemeente"),
    Termijnfeit.SCHULDMELDING: _("de melding van de schulden"),
    Termijnfeit.SCHULD_BEDREIGEND: _("de melding dat huis, energie, water of zorg in gevaar is"),
    Termijnfeit.SCHULDGESPREK: _("het eerste gesprek over de schulden"),
}
"""From which fact a term is counted, as it stands after *voor* or *na*."""


def duur(eenheid: Eenheid, aantal: int) -> str:
    """How long a term is, in words."""
    zin = {
        Eenheid.DAGEN: ngettext("{n} dag", "{n} dagen", aantal),
        Eenheid.WERKDAGEN: ngettext("{n} werkdag", "{n} werkdagen", aantal),
        Eenheid.WEKEN: ngettext("{n} week", "{n} weken", aantal),
        Eenheid.MAANDEN: ngettext("{n} maand", "{n} maanden", aantal),
    }[eenheid]
    return zin.format(n=aantal)
