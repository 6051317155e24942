"""The one table of terms: from which fact, how long, whose duty, why, and what if it is late.

No persons here: the rules themselves, with the numbers as they are set today. Clausule 5.1.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from richting.akkoord.termijnregels import TERMIJNREGELS, Termijnregel
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.woorden import TERMIJNFEITEN, duur
from richting.regie.woorden_besluit import LOKETSOORTEN
from richting.web.bronnen import in_woorden


@require_safe
@met_loket()
def termijntabel(request: Verzoek) -> HttpResponse:
    """Every term the program counts, by the fact it begins with. Clausule 5.1."""
    with lezing(request.wie, "termijntabel") as lees:
        aannames = aannames_op(request.wie.vandaag)
        lees.niets_gezien()
    regels = [
        {
            "zin": _(regel.zin),
            "wanneer": _wanneer(
                regel, getattr(aannames, regel.aanname) if regel.aanname else regel.aantal
            ),
            "wettelijk": regel.wettelijk,
            "wie": LOKETSOORTEN[regel.plicht],
            "bron": in_woorden(regel.bron),
            "te_laat": _(regel.te_laat),
        }
        for regel in TERMIJNREGELS
    ]
    return render(request, "regie/termijntabel.html", {"regels": regels})


def _wanneer(regel: Termijnregel, aantal: int) -> str:
    """ "10 werkdagen na het begin van het verblijf"."""
    feit = TERMIJNFEITEN[regel.feit]
    if not aantal:
        return _("op {feit}").format(feit=feit)
    zin = _("{duur} voor {feit}") if regel.terug else _("{duur} na {feit}")
    return zin.format(duur=duur(regel.eenheid, aantal), feit=feit)


urlpatterns = [path("termijntabel/", termijntabel, name="termijntabel")]
