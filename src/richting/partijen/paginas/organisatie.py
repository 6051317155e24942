"""For managers: the staff of the own organisation, and how the desk can be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.partijen import acties, overzichten, rechten
from richting.partijen.formulieren import (
    Bereikbaarheidformulier,
    Medewerkerformulier,
    Plekformulier,
)
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket, Medewerker
from richting.partijen.paginas.handelingen import UITVOERING, handelingen, leeg
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket(beheerder=True)
def organisatie(request: Verzoek) -> HttpResponse:
    """All staff of the own organisation with their state."""
    eigen = request.loket.organisatie
    inhoud = {
        "organisatie": eigen,
        "collegas": overzichten.medewerkers_van(eigen, request.wie.nu),
        "loketten": _eigen_loketten(request),
    }
    return render(request, "partijen/organisatie.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(beheerder=True)
def nieuwe_medewerker(request: Verzoek) -> HttpResponse:
    """Add a colleague; the temporary password is shown once."""
    formulier = Medewerkerformulier(
        _eigen_loketten(request), request.POST if request.method == "POST" else None
    )
    if formulier.is_valid():
        gegevens = formulier.cleaned_data
        try:
            nieuw = acties.maak_medewerker(
                request.wie,
                gebruikersnaam=gegevens["gebruikersnaam"],
                naam=gegevens["naam"],
                functie=gegevens["functie"],
                email=gegevens["email"],
                organisatie=request.loket.organisatie,
                loketten=[(loket, Lidmaatschap.MEDEWERKER) for loket in gegevens["loketten"]],
            )
        except KanNiet as fout:
            formulier.add_error("gebruikersnaam" if fout.code == "naam_bezet" else None, fout.zin)
        else:
            return _toon_wachtwoord(request, nieuw.medewerker, nieuw.wachtwoord)
    return render(request, "partijen/nieuwe_medewerker.html", {"formulier": formulier})


@require_safe
@met_loket(beheerder=True)
def medewerker(request: Verzoek, nummer: int) -> HttpResponse:
    """One colleague: state, desks, and what a manager may do."""
    return _toon_medewerker(request, _medewerker_of_404(request, nummer))


@require_POST
@met_loket(beheerder=True)
def handeling(request: Verzoek, nummer: int, doe: str) -> HttpResponse:
    """Activate, deactivate, prolong, or forget the second factor; always with a reason."""
    wie = _medewerker_of_404(request, nummer)
    if doe not in UITVOERING:
        raise Http404
    functie, klaar = UITVOERING[doe]
    formulier = leeg(doe, request.POST)
    if not formulier.is_valid():
        return _toon_medewerker(request, wie, fout={doe: formulier})
    if _gelukt(request, functie, wie, formulier.cleaned_data["reden"]):
        messages.success(request, str(klaar))
    return redirect("partijen:medewerker", nummer=nummer)


@require_POST
@met_loket(beheerder=True)
def nieuw_wachtwoord(request: Verzoek, nummer: int) -> HttpResponse:
    """A temporary password for a colleague who forgot theirs, shown once."""
    wie = _medewerker_of_404(request, nummer)
    formulier = leeg("wachtwoord", request.POST)
    if not formulier.is_valid():
        return _toon_medewerker(request, wie, fout={"wachtwoord": formulier})
    try:
        sleutel = acties.geef_tijdelijk_wachtwoord(
            request.wie, wie, formulier.cleaned_data["reden"]
        )
    except NietToegestaan as fout:
        raise Http404 from fout
    return _toon_wachtwoord(request, wie, sleutel)


@require_POST
@met_loket(beheerder=True)
def geef_plek(request: Verzoek, nummer: int) -> HttpResponse:
    """Give a colleague a place at a desk that one manages."""
    wie = _medewerker_of_404(request, nummer)
    formulier = Plekformulier(_eigen_loketten(request), request.POST)
    if not formulier.is_valid():
        return _toon_medewerker(request, wie, plek=formulier)
    gegevens = formulier.cleaned_data
    if _gelukt(request, acties.voeg_toe_aan_loket, wie, gegevens["loket"], gegevens["rol"]):
        messages.success(request, _("De medewerker heeft een plek bij het loket."))
    return redirect("partijen:medewerker", nummer=nummer)


@require_POST
@met_loket(beheerder=True)
def neem_plek(request: Verzoek, nummer: int, loket: int) -> HttpResponse:
    """Take a colleague's place at a desk away."""
    wie = _medewerker_of_404(request, nummer)
    gezocht = _eigen_loketten(request).filter(pk=loket).first()
    if gezocht is None:
        raise Http404
    naam = f"plek-{loket}"
    formulier = leeg(naam, request.POST)
    if not formulier.is_valid():
        return _toon_medewerker(request, wie, fout={naam: formulier})
    if _gelukt(request, acties.verwijder_van_loket, wie, gezocht, formulier.cleaned_data["reden"]):
        messages.success(request, _("De medewerker werkt niet meer bij dit loket."))
    return redirect("partijen:medewerker", nummer=nummer)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(beheerder=True)
def bereikbaarheid(request: Verzoek) -> HttpResponse:
    """The mailbox and the telephone of the own desk."""
    huidig = {"email": request.loket.email, "telefoon": request.loket.telefoon}
    formulier = Bereikbaarheidformulier(
        request.POST if request.method == "POST" else None, initial=huidig
    )
    if formulier.is_valid():
        acties.wijzig_bereikbaarheid(request.wie, request.loket, **formulier.cleaned_data)
        messages.success(request, _("De gegevens van het loket zijn opgeslagen."))
        return redirect("partijen:organisatie")
    return render(request, "partijen/bereikbaarheid.html", {"formulier": formulier})


def _toon_medewerker(
    request: Verzoek,
    wie: Medewerker,
    *,
    fout: dict[str, Any] | None = None,
    plek: Plekformulier | None = None,
) -> HttpResponse:
    eigen = _eigen_loketten(request)
    collega = overzichten.collega(wie, request.wie.nu)
    inhoud = {
        "collega": collega,
        "zelf": wie.pk == request.user.pk,
        "handelingen": handelingen(request, collega, {loket.pk for loket in eigen}, fout or {}),
        "fout": next(iter((fout or {}).values()), plek),
        "plek": plek or Plekformulier(eigen),
    }
    status = 400 if fout or plek else 200
    return render(request, "partijen/medewerker.html", inhoud, status=status)


def _toon_wachtwoord(request: Verzoek, wie: Medewerker, sleutel: str) -> HttpResponse:
    inhoud = {"medewerker": wie, "wachtwoord": sleutel}
    return render(request, "partijen/tijdelijk_wachtwoord.html", inhoud)


def _gelukt(request: Verzoek, functie: Callable[..., Any], *args: Any) -> bool:
    """Run one act as this person; what is impossible becomes a message, what is hidden a 404."""
    try:
        functie(request.wie, *args)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        messages.error(request, fout.zin)
        return False
    return True


def _medewerker_of_404(request: Verzoek, nummer: int) -> Medewerker:
    gevonden = overzichten.medewerker_van(request.loket.organisatie, nummer)
    if gevonden is None:
        raise Http404
    return gevonden


def _eigen_loketten(request: Verzoek) -> QuerySet[Loket]:
    """The desks of this organisation that the reader manages."""
    return rechten.beheerde_loketten(request.wie).filter(organisatie=request.loket.organisatie)
