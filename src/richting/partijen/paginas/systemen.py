"""Systems and their keys: for the functional manager and for managers of a desk."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.kern.klok import AMSTERDAM
from richting.partijen import acties, overzichten, rechten
from richting.partijen.formulieren import Redenformulier, Systeemformulier
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Systeem
from richting.partijen.werkplek import Verzoek, met_loket, ziet_systemen


@require_safe
@met_loket()
def systemen(request: Verzoek) -> HttpResponse:
    """The systems of the own desks; for the functional manager all of them."""
    _check(request)
    return _toon(request)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def nieuw_systeem(request: Verzoek) -> HttpResponse:
    """Register a system; its key is shown once."""
    _check(request)
    loketten = rechten.loketten_voor_systemen(request.wie).select_related("organisatie")
    formulier = Systeemformulier(loketten, request.POST if request.method == "POST" else None)
    if formulier.is_valid():
        try:
            nieuw = acties.maak_systeem(request.wie, **_velden(formulier.cleaned_data))
        except KanNiet as fout:
            veld = {"al_verlopen": "verloopt_op"}.get(fout.code, "scopes")
            formulier.add_error(veld, fout.zin)
        else:
            inhoud = {"systeem": nieuw.systeem, "sleutel": nieuw.sleutel}
            return render(request, "partijen/sleutel.html", inhoud)
    return render(request, "partijen/nieuw_systeem.html", {"formulier": formulier})


@require_POST
@met_loket()
def trek_in(request: Verzoek, nummer: int) -> HttpResponse:
    """Withdraw a key, with a reason."""
    _check(request)
    systeem = overzichten.systemen_voor(request.wie).filter(pk=nummer).first()
    if systeem is None:
        raise Http404
    formulier = _intrekformulier(systeem, request.POST)
    if not formulier.is_valid():
        return _toon(request, formulier, systeem)
    try:
        acties.trek_systeem_in(request.wie, systeem, formulier.cleaned_data["reden"])
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        messages.error(request, fout.zin)
    else:
        messages.success(request, _("De sleutel is ingetrokken."))
    return redirect("partijen:systemen")


def _check(request: Verzoek) -> None:
    if not ziet_systemen(request):
        raise Http404


def _toon(
    request: Verzoek, fout: Redenformulier | None = None, bij: Systeem | None = None
) -> HttpResponse:
    namen = dict(Systeemformulier.SCOPENAMEN)
    regels = [
        {
            "systeem": systeem,
            "mag": [namen.get(scope, scope) for scope in systeem.scopes],
            "verlopen": systeem.verloopt_op is not None and systeem.verloopt_op <= request.wie.nu,
            "formulier": fout if bij == systeem and fout else _intrekformulier(systeem),
        }
        for systeem in overzichten.systemen_voor(request.wie)
    ]
    inhoud = {
        "regels": regels,
        "fout": fout,
        "kan_maken": rechten.loketten_voor_systemen(request.wie).exists(),
    }
    return render(request, "partijen/systemen.html", inhoud, status=400 if fout else 200)


def _intrekformulier(systeem: Systeem, gegevens: Any = None) -> Redenformulier:
    return Redenformulier(gegevens, auto_id=f"id_{systeem.pk}_%s")


def _velden(gegevens: dict[str, Any]) -> dict[str, Any]:
    """What the action wants; a last day becomes the first moment at which the key is dead."""
    dag = gegevens.pop("verloopt_op")
    moment = datetime.combine(dag, time.min, tzinfo=AMSTERDAM) if dag else None
    return {**gegevens, "verloopt_op": moment}
