"""Begin and end on the screen: per dossier, and the list "51c" of a desk. Clausule 6.1."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.toegang import lees_dossier
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing, lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.overzichten import begin_einde as overzichten
from richting.regie.overzichten.begin_einde import LEZERS, Datumregel
from richting.regie.woorden_bewijs import KLEUREN, STANDEN, bewijszin, datumzin

VERBLIJF = Gegevenscategorie.VERBLIJF.value
DAGEN = (31, 183)
"""How far back the list looks: a month, or half a year."""
ALLES, MIS = "alles", "mis"


@require_safe
@met_loket(*LEZERS)
def van_dossier(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What municipalities were told of begin and end of this stay, with proof. Clausule 6.1."""

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        regels = overzichten.van_dossier(request.wie, rij.pk)
        lees.gezien([rij.pk], {VERBLIJF})
        andere = request.loket.soort != Loketsoort.NAZORG
        return {"dossier": rij, "regels": [_beeld(regel) for regel in regels], "andere": andere}

    inhoud = lees_dossier(request.wie, dossier, "begin en einde", lees, VERBLIJF)
    return render(request, "regie/begin_einde.html", inhoud)


@require_safe
@met_loket(*LEZERS)
def van_loket(request: Verzoek) -> HttpResponse:
    """The list 51c: what was told, when, read, and what was missing or too late. Clausule 6.1."""
    dagen = DAGEN[1] if request.GET.get("dagen") == str(DAGEN[1]) else DAGEN[0]
    mis = request.GET.get("wat") == MIS
    vanaf = request.wie.vandaag - timedelta(days=dagen)
    with lezing(request.wie, "begin en einde lijst") as lees:
        regels = overzichten.van_loket(request.wie, vanaf)
        dossiers = overzichten.dossiers_van(regels)
        getoond = [regel for regel in regels if regel.dossier in dossiers]
        aantal = sum(regel.klopt_niet for regel in getoond)
        getoond = [regel for regel in getoond if regel.klopt_niet or not mis]
        lees.gezien({regel.dossier for regel in getoond}, {VERBLIJF})
    inhoud = {
        "regels": [{**_beeld(regel), "dossier": dossiers[regel.dossier]} for regel in getoond],
        "tabs": _tabs(aantal, dagen, mis=mis),
        "perioden": _perioden(dagen, mis=mis),
        "mis": mis,
        "andere": request.loket.soort != Loketsoort.NAZORG,
        "afgekapt": len({regel.nummer for regel in regels}) >= overzichten.MEESTE,
        "meeste": overzichten.MEESTE,
    }
    return render(request, "regie/begin_einde_lijst.html", inhoud)


def _tabs(aantal: int, dagen: int, *, mis: bool) -> list[dict[str, Any]]:
    adres = f"{reverse('regie:begin_einde_lijst')}?dagen={dagen}"
    fout = _("Niet of te laat ({aantal})").format(aantal=aantal)
    return [
        {"titel": _("Alles"), "url": adres, "huidig": not mis},
        {"titel": fout, "url": f"{adres}&wat={MIS}", "huidig": mis},
    ]


def _perioden(dagen: int, *, mis: bool) -> list[dict[str, Any]]:
    adres = f"{reverse('regie:begin_einde_lijst')}?wat={MIS if mis else ALLES}"
    namen = {DAGEN[0]: _("Laatste maand"), DAGEN[1]: _("Laatste half jaar")}
    return [
        {"titel": naam, "url": f"{adres}&dagen={nr}", "huidig": nr == dagen}
        for nr, naam in namen.items()
    ]


def _beeld(regel: Datumregel) -> dict[str, Any]:
    """A line as the template shows it."""
    return {
        "regel": regel,
        "zin": datumzin(regel.feit),
        "bewijs": bewijszin(regel.stand),
        "stand": STANDEN[regel.stand] if regel.stand else _("Geen gemeente"),
        "kleur": KLEUREN[regel.stand] if regel.stand else "aandacht",
    }


def is_lezer(request: HttpRequest) -> bool:
    """The reader sits at a municipality or an institution."""
    wie: Any = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in LEZERS


urlpatterns = [
    path("dossiers/<uuid:dossier>/begin-en-einde/", van_dossier, name="begin_einde"),
    path("begin-en-einde/", van_loket, name="begin_einde_lijst"),
]
