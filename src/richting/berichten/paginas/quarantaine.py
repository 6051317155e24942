"""What could not be applied, and what waits: see it, mend it, replay it, reject it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from richting.akkoord.woorden import Loketsoort
from richting.berichten import overzichten
from richting.berichten.acties import (
    AlAfgehandeld,
    Geweigerd,
    speel_af,
    speel_reden_af,
    verbeter,
    wijs_af,
)
from richting.berichten.formulieren import Herstelformulier, Toelichtingformulier
from richting.berichten.models import Bericht
from richting.berichten.paginas.gedeeld import na, volgende
from richting.berichten.soorten import Fout
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket

REDENEN = {
    "organisatie_onbekend": gettext_lazy("Organisatie onbekend"),
    "einde_voor_begin": gettext_lazy("Einde ligt voor het begin"),
    "betreft_ander_verblijf": gettext_lazy("Gaat over een ander verblijf"),
    "correctie_past_niet": gettext_lazy("Correctie past niet"),
    "storing": gettext_lazy("Storing bij het toepassen"),
}
"""Why a message stands apart, in a few words, by the code of the reason."""


@met_loket(Loketsoort.BEHEER)
@require_http_methods(["GET", "HEAD", "POST"])
def quarantaine(request: Verzoek) -> HttpResponse:
    """The messages in quarantine, or those that wait for the begin of their stay.

    With `reden` only those of one reason; a POST replays these together.
    """
    if request.method == "POST":
        return _speel_reden_af(request)
    lijst, reden = request.GET.get("lijst", Bericht.QUARANTAINE), request.GET.get("reden", "")
    if lijst not in overzichten.LIJSTEN or "\0" in reden:
        raise Http404
    with lezing(request.wie, "quarantainelijst") as lees:
        bladzijde = overzichten.open_berichten(lijst, na(request), reden)
        redenen = overzichten.redenen() if lijst == Bericht.QUARANTAINE else []
        nummers = [rij.pk for rij in bladzijde.regels]
        lees.gezien(overzichten.dossiers_van(bladzijde.regels), {"verblijf"}, berichten=nummers)
    inhoud = {
        "lijst": lijst,
        "tabs": _tabs(lijst),
        "reden": reden,
        "redenen": _redenen(redenen, reden),
        "regels": bladzijde.regels,
        "volgende": volgende(bladzijde, lijst=lijst, **({"reden": reden} if reden else {})),
    }
    return render(request, "berichten/quarantaine.html", inhoud)


def _tabs(lijst: str) -> list[dict[str, Any]]:
    hier = reverse("berichten:quarantaine")
    titels = {Bericht.QUARANTAINE: _("Quarantaine"), Bericht.WACHT: _("Wacht op een begin")}
    return [
        {"titel": titel, "url": f"{hier}?lijst={naam}", "huidig": naam == lijst}
        for naam, titel in titels.items()
    ]


def _redenen(geteld: list[tuple[str, int]], gekozen: str) -> list[dict[str, Any]]:
    """The reasons to choose from, the chosen one marked."""
    hier = reverse("berichten:quarantaine")
    return [
        {
            "titel": REDENEN.get(code, code),
            "url": f"{hier}?{urlencode({'reden': code})}",
            "huidig": code == gekozen,
            "aantal": aantal,
        }
        for code, aantal in geteld
    ]


def _speel_reden_af(request: Verzoek) -> HttpResponse:
    uitkomsten = speel_reden_af(request.wie, request.POST.get("reden", "").replace("\0", ""))
    gelukt = uitkomsten.total() - uitkomsten[Bericht.QUARANTAINE]
    zin = ngettext(
        "%(gelukt)s van %(aantal)s bericht is toegepast.",
        "%(gelukt)s van %(aantal)s berichten zijn toegepast.",
        uitkomsten.total(),
    )
    melding = messages.success if gelukt == uitkomsten.total() else messages.warning
    melding(request, zin % {"gelukt": gelukt, "aantal": uitkomsten.total()})
    return redirect("berichten:quarantaine")


@met_loket(Loketsoort.BEHEER)
@require_http_methods(["GET", "HEAD", "POST"])
def bericht(request: Verzoek, nummer: int) -> HttpResponse:
    """One open message with its reason; a POST names the act in `actie`."""
    if request.method == "POST":
        return _handel_af(request, nummer)
    return _toon(request, nummer, None, Toelichtingformulier(prefix="afwijzen"), ())


def _toon(
    request: Verzoek,
    nummer: int,
    herstel: Herstelformulier | None,
    afwijzing: Toelichtingformulier,
    fouten: tuple[Fout, ...],
) -> HttpResponse:
    with lezing(request.wie, "quarantainebericht") as lees:
        rij = overzichten.open_bericht(nummer)
        gezien = overzichten.dossiers_van([rij]) if rij else []
        lees.gezien(gezien, {"verblijf"}, berichten=[nummer] if rij else [])
    if rij is None:
        raise Http404
    begin = {"bericht": overzichten.als_bericht(rij)}
    inhoud: dict[str, Any] = {
        "bericht": rij,
        "herstel": herstel or Herstelformulier(initial=begin, prefix="herstel"),
        "afwijzing": afwijzing,
        "fouten": fouten,
    }
    return render(request, "berichten/bericht.html", inhoud)


def _handel_af(request: Verzoek, nummer: int) -> HttpResponse:
    herstel = afwijzing = None
    fouten: tuple[Fout, ...] = ()
    try:
        match request.POST.get("actie"):
            case "afspelen":
                return _klaar(request, speel_af(request.wie, nummer))
            case "herstellen":
                herstel = Herstelformulier(request.POST, prefix="herstel")
                if herstel.is_valid():
                    waarden = herstel.cleaned_data
                    rij = verbeter(request.wie, nummer, waarden["bericht"], waarden["toelichting"])
                    return _klaar(request, rij)
            case "afwijzen":
                afwijzing = Toelichtingformulier(request.POST, prefix="afwijzen")
                if afwijzing.is_valid():
                    reden = afwijzing.cleaned_data["toelichting"]
                    return _klaar(request, wijs_af(request.wie, nummer, reden))
    except AlAfgehandeld:
        messages.info(request, _("Dit bericht is al afgehandeld."))
        return redirect("berichten:quarantaine")
    except Geweigerd as fout:
        fouten = fout.fouten
    return _toon(
        request, nummer, herstel, afwijzing or Toelichtingformulier(prefix="afwijzen"), fouten
    )


def _klaar(request: Verzoek, rij: Bericht) -> HttpResponse:
    if rij.status in overzichten.LIJSTEN:
        messages.warning(request, _("Het bericht kan nog niet worden toegepast. Zie de reden."))
        return redirect("berichten:bericht", rij.pk)
    zinnen = {
        Bericht.AANVAARD: _("Het bericht is toegepast."),
        Bericht.AFGEWEZEN: _("Het bericht is afgewezen. De inhoud is gewist."),
        Bericht.BUITEN_DOELGROEP: _("Dit verblijf valt buiten het akkoord. De inhoud is gewist."),
    }
    messages.success(request, zinnen[rij.status])
    return redirect("berichten:quarantaine")
