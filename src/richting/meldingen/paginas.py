"""The mailbox of a desk, and the button that says that it was seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.kern.lezen import Lezing, lezing
from richting.meldingen import acties, overzichten
from richting.partijen.fouten import NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket

POSTBUS = "postbus"


@require_safe
@met_loket()
def postbus(request: Verzoek) -> HttpResponse:
    """What this desk was told, newest first; what is shown here counts as read. Clausule 5.4."""
    na = _nummer(request.GET.get("na"))
    with lezing(request.wie, "postbus") as lees:
        bladzijde = overzichten.postbus(request.loket.pk, na)
        lees.gezien([regel.dossier_id for regel in bladzijde.regels], {"verblijf"})
    nieuw = [regel.pk for regel in bladzijde.regels if regel.gelezen_op is None]
    acties.markeer_gelezen(request.wie, nieuw)
    volgende = f"?na={bladzijde.volgende}" if bladzijde.volgende else ""
    return render(
        request, "meldingen/postbus.html", {"regels": bladzijde.regels, "volgende": volgende}
    )


@require_POST
@met_loket()
def bevestig(request: Verzoek, dossier: UUID) -> HttpResponse:
    """ "Wij hebben dit gezien", said by this desk. Clausule 5.4."""
    try:
        acties.bevestig(request.wie, dossier)
    except NietToegestaan as fout:
        raise Http404 from fout
    messages.success(request, _("Bedankt. Iedereen in dit dossier ziet dat u het weet."))
    return redirect("dossiers:dossier", dossier)


def ongelezen(request: HttpRequest) -> int | None:
    """The counter of the mailbox in the header; None for who sits at no desk.

    Counted in the reading of the page itself; one query in a reading of its own when there was
    none, or when the page changed something since.
    """
    wie: Any = getattr(request, "wie", None)
    if wie is None:
        return None
    if POSTBUS not in wie.geteld:
        with lezing(wie, "postbusteller") as lees:
            lees.niets_gezien()
    geteld: int = wie.geteld[POSTBUS]
    return geteld


def tel_mee(lees: Lezing) -> None:
    """Count what a member of staff has not read, on the way of a reading. One query."""
    wie = lees.wie
    if wie.loket is not None and wie.medewerker is not None:
        wie.geteld[POSTBUS] = overzichten.ongelezen()


def te_bevestigen(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """Panel of the dossier page: what this desk was told and has not confirmed.

    A desk that never confirmed anything may do so too, told or not. Two queries at most.
    """
    loket = lees.wie.loket or 0
    regels = overzichten.onbevestigd(dossier.pk, loket)
    if not regels and loket in overzichten.bevestigingen([dossier.pk]).get(dossier.pk, {}):
        return None
    return {"regels": regels, "dossier": dossier}


def _nummer(tekst: str | None) -> UUID | None:
    if not tekst:
        return None
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Http404 from fout
