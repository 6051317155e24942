"""What kinds of posts are called on the screen, and the climb in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.ladder import Stap
from richting.akkoord.termijnen import REGEL
from richting.regie.termijnposten import SOORT

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

_soorten: dict[str, _StrOrPromise] = {
    "termijn": gettext_lazy("een termijn"),
    "actie": gettext_lazy("een actie uit het plan"),
    "antwoord": gettext_lazy("een antwoord op een vraag"),
    "overdracht": gettext_lazy("de overdracht"),
    "overdracht_voorbereiden": gettext_lazy("de overdracht voorbereiden"),
    "overdracht_aangeboden": gettext_lazy("een antwoord op een overdracht"),
    "overdracht_van_rechtswege": gettext_lazy("bevestigen dat het loket de regie heeft"),
    "spoedbesluit": gettext_lazy("een antwoord op een besluit met spoed"),
    "spoedmelding": gettext_lazy("bevestigen van een melding met spoed"),
    "terugmelding": gettext_lazy("een gegeven dat niet klopt"),
}


def registreer_soort(soort: str, naam: _StrOrPromise) -> None:
    """Let a source say what its kind of post is called."""
    _soorten[soort] = naam


def soortnaam(soort: str) -> str:
    """A kind of post in words; one that nobody named reads as its code."""
    return str(_soorten.get(soort, soort.replace("_", " ")))


def belemmeringsnaam(soort: str, regel: str, bron: str, loketsoort: str) -> str:
    """What an obstacle is about, as far as its row tells: it keeps no key, for it names no case.

    A term is told by its rule. A row of before the rule was kept, by its source and whose duty it
    is; where that fits more than one rule, it stays a term. Clausule 7.5.
    """
    if soort != SOORT:
        return soortnaam(soort)
    regels = [REGEL[regel]] if regel in REGEL else []
    if not regel:
        regels = [r for r in REGEL.values() if (str(r.bron), r.plicht.value) == (bron, loketsoort)]
    if len(regels) != 1:
        return soortnaam(soort)
    return _("een termijn voor: ‘{zin}’").format(zin=_(regels[0].zin))


def opgeklommen(na: dict[str, Any], loket: str) -> str:
    """The climb above a desk, for the timeline. Clausule 7.5."""
    if na.get("stap") == Stap.BELEMMERING:
        return _("Bij {loket} bleef iets liggen. Het staat op de lijst van belemmeringen.").format(
            loket=loket
        )
    return _("Bij {loket} is iets te laat. De beheerder van dat loket weet het.").format(
        loket=loket
    )
