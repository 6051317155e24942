"""Why a party sees a stay: one plain sentence for each law and role. Clausule 6.4."""

from __future__ import annotations

from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import GemeenteRol

INSTELLING, AAN_TAFEL, TOEZICHT = "instelling", "aan_tafel", "toezicht"
OM, POLITIE, VEILIGHEIDSHUIS = "om", "politie", "veiligheidshuis"
GEVRAAGD = "gevraagd"
HIER, VERBLEEF, WIL = (
    GemeenteRol.INGEZETENE.value,
    GemeenteRol.FEITELIJK_VERBLIJF.value,
    GemeenteRol.VESTIGING.value,
)

ZINNEN = {
    ("wjsg_51c_2", HIER): _(
        "Deze gemeente mag weten wanneer het verblijf begint en eindigt, "
        "want deze persoon staat daar ingeschreven."
    ),
    ("wjsg_51c_2", VERBLEEF): _(
        "Deze gemeente mag weten wanneer het verblijf begint en eindigt, "
        "want deze persoon verbleef daar het meest."
    ),
    ("wjsg_51c_2", WIL): _(
        "Deze gemeente mag weten wanneer het verblijf begint en eindigt, "
        "want deze persoon wil daar gaan wonen."
    ),
    ("pbw_18a", HIER): _(
        "Deze gemeente werkt mee aan het plan voor de terugkeer, "
        "want deze persoon staat daar ingeschreven."
    ),
    ("pbw_18a", VERBLEEF): _(
        "Deze gemeente werkt mee aan het plan voor de terugkeer, "
        "want deze persoon verbleef daar het meest."
    ),
    ("pbw_18a", WIL): _(
        "Deze gemeente werkt mee aan het plan voor de terugkeer, "
        "want deze persoon wil daar gaan wonen."
    ),
    ("pbw_18a", GEVRAAGD): _(
        "Deze gemeente mag zien wat nodig is om te antwoorden, "
        "want zij is gevraagd of deze persoon daar mag gaan wonen."
    ),
    ("pbw_18a", INSTELLING): _(
        "Deze inrichting maakt het plan voor de terugkeer, "
        "want deze persoon is daar, of was daar het laatst."
    ),
    ("pbw_18a", AAN_TAFEL): _(
        "Deze reclassering werkt mee aan het plan voor de terugkeer, want zij zit aan tafel."
    ),
    ("pbw_18a", TOEZICHT): _(
        "Deze reclassering werkt mee aan het plan voor de terugkeer, "
        "want zij houdt toezicht of gaat dat doen."
    ),
    ("pbw_18b", HIER): _(
        "De burgemeester mag weten dat er risico is op een ernstig misdrijf, "
        "want deze persoon staat in de gemeente ingeschreven."
    ),
    ("pbw_18b", VERBLEEF): _(
        "De burgemeester mag weten dat er risico is op een ernstig misdrijf, "
        "want deze persoon verbleef het meest in de gemeente."
    ),
    ("pbw_18b", WIL): _(
        "De burgemeester mag weten dat er risico is op een ernstig misdrijf, "
        "want deze persoon wil in de gemeente gaan wonen."
    ),
    ("pbw_18b", INSTELLING): _(
        "Deze inrichting mag weten dat er risico is op een ernstig misdrijf, "
        "want deze persoon is daar, of was daar het laatst."
    ),
    ("pbw_18b", AAN_TAFEL): _(
        "Deze reclassering mag weten dat er risico is op een ernstig misdrijf, "
        "want zij zit aan tafel."
    ),
    ("pbw_18b", TOEZICHT): _(
        "Deze reclassering mag weten dat er risico is op een ernstig misdrijf, "
        "want zij houdt toezicht of gaat dat doen."
    ),
    ("pbw_18b", OM): _(
        "Het OM mag weten dat er bij de terugkeer risico is op een ernstig misdrijf."
    ),
    ("pbw_18b", POLITIE): _(
        "De politie mag weten dat er bij de terugkeer risico is op een ernstig misdrijf."
    ),
    ("bjsg_11a", HIER): _(
        "De burgemeester mag weten dat iemand met een zware straf terugkeert, "
        "want deze persoon staat in de gemeente ingeschreven."
    ),
    ("bjsg_11a", VERBLEEF): _(
        "De burgemeester mag weten dat iemand met een zware straf terugkeert, "
        "want deze persoon verbleef het meest in de gemeente."
    ),
    ("bjsg_11a", WIL): _(
        "De burgemeester mag weten dat iemand met een zware straf terugkeert, "
        "want deze persoon wil in de gemeente gaan wonen."
    ),
    ("bjsg_11a", POLITIE): _("De politie mag weten dat iemand met een zware straf terugkeert."),
    ("wfz_bfz", INSTELLING): _(
        "Deze instelling maakt het behandelplan, want deze persoon is daar, of was daar het laatst."
    ),
    ("wfz_bfz", AAN_TAFEL): _(
        "Deze reclassering volgt de forensische zorg, want zij zit aan tafel."
    ),
    ("wfz_bfz", TOEZICHT): _(
        "Deze reclassering volgt de forensische zorg, want zij houdt toezicht of gaat dat doen."
    ),
    ("wgs_zvh", VEILIGHEIDSHUIS): _(
        "Dit Zorg- en Veiligheidshuis werkt mee aan de terugkeer, "
        "want deze zaak is daar ingebracht."
    ),
}
"""By the code of the legal basis and the role; with more roles the first one counts."""
