"""What a desk hears when it begins or stops to see something, and of a release nobody foresaw."""

from __future__ import annotations

from richting.akkoord.meldregel import IEDEREEN, Meldregel
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie

ZICHTREGELS = (
    Meldregel(
        Feitsoort.ZELFDE_DAG_VRIJ,
        _("Deze persoon is vandaag vrij, en dat was niet voorzien. Regel vandaag wat nodig is."),
        IEDEREEN,
        spoed=True,
    ),
    Meldregel(
        Feitsoort.ZICHT_BEGONNEN, _("Uw loket ziet dit dossier nu, of ziet er meer van."), IEDEREEN
    ),
    Meldregel(Feitsoort.ZICHT_GEEINDIGD, _("Uw loket ziet nu minder van dit dossier."), IEDEREEN),
    *(
        Meldregel(feit, zin, IEDEREEN, categorie)
        for feit, zin, categorie in (
            (
                Feitsoort.RISICO_BEGONNEN,
                _("Uw loket ziet dit dossier nu op grond van artikel 18b."),
                Gegevenscategorie.RISICO,
            ),
            (
                Feitsoort.RISICO_GEEINDIGD,
                _("Uw loket ziet dit dossier niet meer op grond van artikel 18b."),
                Gegevenscategorie.RISICO,
            ),
            (
                Feitsoort.BIJ_BEGONNEN,
                _("Uw loket ziet dit dossier nu op grond van de BIJ."),
                Gegevenscategorie.BIJ,
            ),
            (
                Feitsoort.BIJ_GEEINDIGD,
                _("Uw loket ziet dit dossier niet meer op grond van de BIJ."),
                Gegevenscategorie.BIJ,
            ),
        )
    ),
)
"""What a desk hears when it begins or stops to see something; see `zicht`. Clausule 5.4, 6.4."""
