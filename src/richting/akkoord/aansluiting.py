"""The daily reconciliation: what must agree, and what to do when it does not. Clausule 5.4, 6.5.

Facts, grounds, duties, meldingen and deliveries are each kept apart and must tell one story. Every
kind of drift is counted on its own; zero is the norm.
"""

from __future__ import annotations

from enum import StrEnum

from richting.akkoord.taal import vertaalbaar as _


class Driftsoort(StrEnum):
    """What can fail to agree."""

    GRONDEN = "gronden"
    REGIE = "regie"
    WERKLIJST = "werklijst"
    NIET_VERTELD = "niet_verteld"
    DATUM_51C = "datum_51c"
    ZICHT_BEGIN = "zicht_begin"
    ZICHT_EINDE = "zicht_einde"
    ZICHT_TE_LAAT = "zicht_te_laat"
    ZONDER_GROND = "zonder_grond"
    ZONDER_OORZAAK = "zonder_oorzaak"
    DUBBEL = "dubbel"
    NIET_BEZORGD = "niet_bezorgd"
    RONDE_GEMIST = "ronde_gemist"


ZINNEN: dict[Driftsoort, str] = {
    Driftsoort.GRONDEN: _("Wie een dossier mag zien, past bij de feiten."),
    Driftsoort.REGIE: _("Wie regisseert, past bij de feiten."),
    Driftsoort.WERKLIJST: _("De werkvoorraad past bij wat er te doen is."),
    Driftsoort.NIET_VERTELD: _("Elk loket hoorde elke verandering die het moest horen."),
    Driftsoort.DATUM_51C: _("Elke gemeente hoorde begin en einde (artikel 51c Wjsg)."),
    Driftsoort.ZICHT_BEGIN: _("Elk loket hoorde dat het een dossier, of meer ervan, mag zien."),
    Driftsoort.ZICHT_EINDE: _("Elk loket hoorde dat het een dossier, of een deel, niet meer ziet."),
    Driftsoort.ZICHT_TE_LAAT: _("Dat hoorde elk loket op de dag zelf."),
    Driftsoort.ZONDER_GROND: _("Niemand hoorde iets zonder grond."),
    Driftsoort.ZONDER_OORZAAK: _("Elke melding heeft een oorzaak in het journaal."),
    Driftsoort.DUBBEL: _("Niets is twee keer verteld."),
    Driftsoort.NIET_BEZORGD: _("Elke melding kwam aan bij het systeem van de ontvanger."),
    Driftsoort.RONDE_GEMIST: _("De dagronde draaide elke dag."),
}
"""What must be true, as the screen of the functional manager says it."""
WAT_TE_DOEN: dict[Driftsoort, str] = {
    Driftsoort.GRONDEN: _(
        "Draai richting gronden --herstel. Blijft het terugkomen, meld het dan de bouwers."
    ),
    Driftsoort.REGIE: _("Draai richting regie --herstel."),
    Driftsoort.WERKLIJST: _("Draai richting werkvoorraad --herstel."),
    Driftsoort.NIET_VERTELD: _(
        "Draai richting meldplicht controleer: dat noemt dossier en loket. Bel het loket, en meld "
        "het de bouwers."
    ),
    Driftsoort.DATUM_51C: _(
        "Draai richting meldplicht controleer: dat noemt dossier en loket. Bel de gemeente vandaag."
    ),
    Driftsoort.ZICHT_BEGIN: _("Draai richting meldplicht dagronde: die vertelt het alsnog."),
    Driftsoort.ZICHT_EINDE: _("Draai richting meldplicht dagronde: die vertelt het alsnog."),
    Driftsoort.ZICHT_TE_LAAT: _(
        "Kijk waarom de dagronde die dag niet draaide. Dit telt een maand mee."
    ),
    Driftsoort.ZONDER_GROND: _(
        "Dit kan een datalek zijn: bel de privacyfunctionaris vandaag, met de uitkomst van "
        "richting meldplicht controleer."
    ),
    Driftsoort.ZONDER_OORZAAK: _("Meld het de bouwers: er schreef iets buiten het journaal om."),
    Driftsoort.DUBBEL: _("Meld het de bouwers. Het loket kan de tweede melding negeren."),
    Driftsoort.NIET_BEZORGD: _(
        "Bel de beheerder van het andere systeem. In de postbus staat de melding wel."
    ),
    Driftsoort.RONDE_GEMIST: _(
        "Kijk of richting werk draait. Draai anders elke dag richting meldplicht dagronde."
    ),
}
"""What the functional manager does when it is not."""
TERUG_DAGEN = 31
"""How long what cannot be mended any more still counts: a day that was missed stays missed."""
