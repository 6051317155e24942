"""The ladder on the screen: what is late with us, the obstacles, and which mail I want."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.dossiers.apps import ZONDER_DOSSIERS
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, is_beheerder, is_functioneel_beheer, met_loket
from richting.regie.acties import voorkeuren
from richting.regie.formulieren.ladder import Berichtformulier
from richting.regie.ladderwoorden import belemmeringsnaam
from richting.regie.overzichten import ladder as overzichten
from richting.web.bronnen import in_woorden
from richting.web.bronnen import lees as lees_bron

TE_LAAT = "te laat"


def leidt_een_loket(request: Any) -> bool:
    """The reader manages a desk that has dossiers."""
    return is_beheerder(request) and request.loket.soort not in ZONDER_DOSSIERS


def ziet_belemmeringen(request: Any) -> bool:
    """The reader manages a desk that has dossiers, or is the functional manager."""
    return leidt_een_loket(request) or is_functioneel_beheer(request)


@require_safe
@met_loket(beheerder=True)
def te_laat(request: Verzoek) -> HttpResponse:
    """What climbed to the manager: late at this desk, and not done yet. Clausule 7.5."""
    if not leidt_een_loket(request):
        raise Http404
    with lezing(request.wie, TE_LAAT) as lees:
        try:
            bladzijde = overzichten.te_laat(request.wie, request.GET.get("na", ""))
        except ValueError as fout:
            raise Http404 from fout
        categorieen = {regel.post.categorie.value for regel in bladzijde.regels}
        lees.gezien({r.dossier.pk for r in bladzijde.regels}, {"verblijf"} | categorieen)
        regels = [
            {
                "naam": regel.dossier.persoon.lijstnaam,
                "adres": reverse(regel.post.pagina, args=[regel.dossier.pk, *regel.post.delen]),
                "zin": regel.post.zin,
                "uiterlijk": regel.post.uiterlijk,
                "sinds": regel.sinds,
            }
            for regel in bladzijde.regels
        ]
    volgende = f"?{urlencode({'na': bladzijde.volgende})}" if bladzijde.volgende else ""
    return render(request, "regie/te_laat.html", {"regels": regels, "volgende": volgende})


@require_safe
@met_loket()
def belemmeringen(request: Verzoek) -> HttpResponse:
    """What stays undone although everybody at the desk knows; no persons. Clausule 7.5."""
    if not ziet_belemmeringen(request):
        raise Http404
    opgelost = request.GET.get("stand") == "opgelost"
    with lezing(request.wie, "belemmeringen") as lees:
        rijen, na = overzichten.belemmeringen(opgelost=opgelost, na=_nummer(request.GET.get("na")))
        lees.niets_gezien(aantal=len(rijen))
    adres = reverse("regie:belemmeringen")
    stand = "?stand=opgelost&" if opgelost else "?"
    inhoud = {
        "tabs": [
            {"titel": _("Nog niet opgelost"), "url": adres, "huidig": not opgelost},
            {"titel": _("Opgelost"), "url": f"{adres}?stand=opgelost", "huidig": opgelost},
        ],
        "opgelost": opgelost,
        "regels": [
            {
                "rij": rij,
                "wat": belemmeringsnaam(rij.soort, rij.regel, rij.bron, rij.loket.soort),
                "bron": in_woorden(lees_bron(rij.bron)),
            }
            for rij in rijen
        ],
        "volgende": f"{stand}na={na}" if na else "",
    }
    return render(request, "regie/belemmeringen.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def mijn_berichten(request: Verzoek) -> HttpResponse:
    """Which mail I want, and where. Clausule 7.5."""
    formulier = Berichtformulier(request.POST or None, initial=_gekozen(request))
    if formulier.is_valid():
        hoe = formulier.cleaned_data["hoe"]
        voorkeuren.kies(
            request.wie,
            request.user,
            email=formulier.cleaned_data["email"],
            mail=hoe != Berichtformulier.GEEN,
            dagoverzicht=hoe != Berichtformulier.LOS,
        )
        messages.success(request, _("Opgeslagen. Zo krijgt u voortaan mail."))
        return redirect("regie:mijn_berichten")
    inhoud = {"formulier": formulier, "mailt": settings.OMGEVING.mailt}
    return render(request, "regie/mijn_berichten.html", inhoud)


def _gekozen(request: Verzoek) -> dict[str, str]:
    with lezing(request.wie, "mijn berichten") as lees:
        wens = overzichten.voorkeur(request.user)
        lees.niets_gezien()
    if not wens.mail:
        hoe = Berichtformulier.GEEN
    else:
        hoe = Berichtformulier.ELKE_DAG if wens.dagoverzicht else Berichtformulier.LOS
    return {"email": request.user.email, "hoe": hoe}


def _nummer(tekst: str | None) -> int | None:
    if not tekst:
        return None
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 19):
        raise Http404
    return int(tekst)


urlpatterns = [
    path("te-laat/", te_laat, name="te_laat"),
    path("belemmeringen/", belemmeringen, name="belemmeringen"),
    path("mijn-berichten/", mijn_berichten, name="mijn_berichten"),
]
