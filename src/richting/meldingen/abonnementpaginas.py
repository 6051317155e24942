"""The webhooks of a desk, for its manager; how they all fare, for the functional manager."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.akkoord.bezorging import REDENZINNEN, Bezorgreden
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.woorden import Feitsoort
from richting.dossiers.apps import ZONDER_DOSSIERS
from richting.kern.lezen import lezing
from richting.meldingen import overzichten_bezorging as overzichten
from richting.meldingen.abonnementformulieren import (
    Mailkeuzeformulier,
    Opgeefformulier,
    Webhookformulier,
)
from richting.meldingen.acties import abonnementen as acties
from richting.meldingen.acties import mailen
from richting.meldingen.overzichten_bezorging import Onbestelbaar, Ontvanger
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, is_beheerder, is_functioneel_beheer, met_loket

HANDELING = "webhooks"
KLEUREN = {"goed": "goed", "nieuw": "info", "gestopt": "neutraal"}


def beheert_webhooks(request: Any) -> bool:
    """The reader manages a desk that is told things."""
    return is_beheerder(request) and request.loket.soort not in ZONDER_DOSSIERS


def ziet_webhooks(request: Any) -> bool:
    """Who manages a desk that is told things, and the functional manager."""
    return beheert_webhooks(request) or is_functioneel_beheer(request)


@require_safe
@met_loket()
def webhooks(request: Verzoek) -> HttpResponse:
    """The webhooks of the desk and how they fare; for the functional manager those of all desks."""
    if not ziet_webhooks(request):
        raise Http404
    inhoud = {
        "regels": [_regel(een) for een in _lees(request)],
        "maakt": beheert_webhooks(request),
        "alle": is_functioneel_beheer(request),
    }
    return render(request, "meldingen/webhooks.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(beheerder=True)
def nieuwe_webhook(request: Verzoek) -> HttpResponse:
    """Make a webhook; its secret is shown once."""
    if not beheert_webhooks(request):
        raise Http404
    formulier = Webhookformulier(request.loket.soort, request.POST or None)
    if formulier.is_valid():
        try:
            nieuw = acties.maak(request.wie, **formulier.cleaned_data)
        except KanNiet as fout:
            formulier.add_error({"adres": "adres", "soort": "soorten"}.get(fout.code), fout.zin)
        else:
            return render(request, "meldingen/webhookgeheim.html", {"nieuw": nieuw})
    return render(request, "meldingen/nieuwe_webhook.html", {"formulier": formulier})


@require_safe
@met_loket()
def webhook(request: Verzoek, nummer: UUID) -> HttpResponse:
    """One webhook: how it fares, its keys, and what was put aside."""
    return _toon(request, nummer)


@require_POST
@met_loket()
def daad(request: Verzoek, nummer: UUID, doe: str) -> HttpResponse:
    """Renew the key, end the old one, try again now, offer again, or stop."""
    if not ziet_webhooks(request) or doe not in DADEN:
        raise Http404
    try:
        zin = DADEN[doe](request, nummer)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        messages.error(request, fout.zin)
    else:
        if isinstance(zin, HttpResponse):
            return zin
        messages.success(request, zin)
    return redirect("meldingen:webhook", nummer)


@require_POST
@met_loket(beheerder=True)
def geef_op(request: Verzoek, nummer: UUID) -> HttpResponse:
    """Let go of one delivery that was put aside, with a reason."""
    formulier = Opgeefformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, nummer, formulier)
    velden = formulier.cleaned_data
    try:
        acties.geef_op(request.wie, nummer, [velden["aflevering"]], velden["reden"])
    except NietToegestaan as fout:
        raise Http404 from fout
    messages.success(request, _("Opgegeven. Wat erachter wachtte, gaat door."))
    return redirect("meldingen:webhook", nummer)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def mailkeuze(request: Verzoek) -> HttpResponse:
    """Whether I want mail when there is something new in the mailbox of this desk."""
    if request.loket.soort in ZONDER_DOSSIERS:
        raise Http404
    formulier = Mailkeuzeformulier(request.POST or None, initial={"hoe": _gekozen(request)})
    if formulier.is_valid():
        hoe = formulier.cleaned_data["hoe"]
        mail, per_dag = hoe != Mailkeuzeformulier.GEEN, hoe == Mailkeuzeformulier.PER_DAG
        mailen.kies(request.wie, mail=mail, per_dag=per_dag)
        messages.success(request, _("Opgeslagen."))
        return redirect("meldingen:postbus")
    inhoud = {"formulier": formulier, "mailt": settings.OMGEVING.mailt}
    return render(request, "meldingen/mailkeuze.html", inhoud)


def _gekozen(request: Verzoek) -> str:
    with lezing(request.wie, "mail over de postbus") as lees:
        keuze = overzichten.mailkeuze(request.wie.medewerker, request.wie.loket)
        lees.niets_gezien()
    if keuze is None:
        return Mailkeuzeformulier.GEEN
    return Mailkeuzeformulier.PER_DAG if keuze.per_dag else Mailkeuzeformulier.METEEN


def _lees(request: Verzoek, nummer: UUID | None = None) -> list[Ontvanger]:
    with lezing(request.wie, HANDELING) as lees:
        gevonden = overzichten.ontvangers(nummer)
        lees.niets_gezien(aantal=len(gevonden))
    return gevonden


def _toon(request: Verzoek, nummer: UUID, fout: Opgeefformulier | None = None) -> HttpResponse:
    if not ziet_webhooks(request):
        raise Http404
    gevonden = _lees(request, nummer)
    if not gevonden:
        raise Http404
    een = gevonden[0]
    with lezing(request.wie, HANDELING) as lees:
        rijen, volgende = overzichten.onbestelbaar(nummer, _na(request))
        lees.niets_gezien(aantal=len(rijen))
    eigen = beheert_webhooks(request) and een.abonnement.loket_id == request.loket.pk
    inhoud = {
        **_regel(een),
        "soorten": [_(regel_voor(Feitsoort(soort)).zin) for soort in een.abonnement.soorten],
        "sleutels": [s for s in een.sleutels if not s.vervalt_op or s.vervalt_op > request.wie.nu],
        "onbestelbaar": [_rij(rij, fout) for rij in rijen],
        "volgende": f"?na={volgende}" if volgende else "",
        "eigen": eigen,
        "stopt": eigen or is_functioneel_beheer(request),
        "fout": fout,
    }
    return render(request, "meldingen/webhook.html", inhoud, status=400 if fout else 200)


def _na(request: Verzoek) -> int:
    tekst = request.GET.get("na", "0")
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 19):
        raise Http404
    return int(tekst)


def _regel(een: Ontvanger) -> dict[str, Any]:
    return {
        "een": een,
        "webhook": een.abonnement,
        "stand": _standzin(een),
        "kleur": KLEUREN.get(een.stand, "aandacht"),
        "reden": _redenzin(een.abonnement.reden),
    }


def _standzin(een: Ontvanger) -> str:
    return {
        "gestopt": _("gestopt"),
        "stil": _("staat stil"),
        "rust": _("komt niet aan"),
        "onbestelbaar": _("iets is onbestelbaar"),
        "nieuw": _("nog niets verstuurd"),
        "goed": _("komt aan"),
    }[een.stand]


def _redenzin(reden: str) -> str:
    return _(REDENZINNEN[Bezorgreden(reden)]) if reden else ""


def _rij(rij: Onbestelbaar, fout: Opgeefformulier | None) -> dict[str, Any]:
    vast = {"auto_id": f"id_{rij.aflevering}_%s"}
    formulier = Opgeefformulier(initial={"aflevering": rij.aflevering}, **vast)  # type: ignore[arg-type]
    if fout is not None and fout.data.get("aflevering") == str(rij.aflevering):
        formulier = Opgeefformulier(fout.data, **vast)  # type: ignore[arg-type]
    return {"rij": rij, "reden": _redenzin(rij.reden), "formulier": formulier}


def _vernieuw(request: Verzoek, nummer: UUID) -> HttpResponse:
    nieuw = acties.vernieuw_sleutel(request.wie, nummer)
    return render(request, "meldingen/webhookgeheim.html", {"nieuw": nieuw, "vernieuwd": True})


def _oud_weg(request: Verzoek, nummer: UUID) -> str:
    acties.trek_oude_sleutel_in(request.wie, nummer)
    return _("Alleen de nieuwe sleutel tekent nog.")


def _hervat(request: Verzoek, nummer: UUID) -> str:
    acties.hervat(request.wie, nummer)
    return _("Richting probeert het binnen een minuut opnieuw.")


def _stop(request: Verzoek, nummer: UUID) -> str:
    acties.stop(request.wie, nummer)
    return _("De webhook is gestopt. Alles staat in de postbus.")


def _opnieuw(request: Verzoek, nummer: UUID) -> str:
    aantal = acties.bied_opnieuw_aan(request.wie, nummer)
    zin = ngettext(
        "{n} bericht gaat opnieuw.", "{n} berichten gaan opnieuw, op hun oude plek.", aantal
    )
    return zin.format(n=aantal)


DADEN: dict[str, Any] = {
    "sleutel": _vernieuw,
    "oude-sleutel": _oud_weg,
    "hervat": _hervat,
    "stop": _stop,
    "opnieuw": _opnieuw,
}
