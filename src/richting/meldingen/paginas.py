"""The mailbox of a desk, and the button that says that it was seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.meldregel import VEILIGHEIDSPARTIJEN
from richting.dossiers.apps import ZONDER_DOSSIERS
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Slotvraag
from richting.kern.lezen import Lezing, lezing
from richting.meldingen import acties, overzichten
from richting.meldingen.overzichten import Postbuslijst
from richting.partijen.fouten import NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket

POSTBUS = "postbus"
BEDANKT = {
    False: gettext_lazy("Bedankt. Wie meewerkt aan dit dossier, ziet dat u het weet."),
    True: gettext_lazy("Bedankt. Alleen wie op dezelfde wet meekijkt, ziet dat u het weet."),
}
WIE_ZIET = {
    False: gettext_lazy("Wie meewerkt aan dit dossier ziet dan dat u het weet."),
    True: gettext_lazy("Alleen wie op dezelfde wet meekijkt, ziet dan dat u het weet."),
}
"""For a desk of the plan, and for one that is here on a law of its own (`_apart`)."""


@require_safe
@met_loket()
def postbus(request: Verzoek) -> HttpResponse:
    """What this desk was told, newest first; what is shown here counts as read. Clausule 5.4."""
    na, welke = _nummer(request.GET.get("na")), _lijst(request.GET.get("lijst"))
    with lezing(request.wie, "postbus") as lees:
        bladzijde = overzichten.postbus(request.loket.pk, na, welke, request.wie.medewerker)
        lees.gezien([regel.dossier_id for regel in bladzijde.regels], {"verblijf"})
    nieuw = [regel.pk for regel in bladzijde.regels if regel.gelezen_op is None]
    acties.markeer_gelezen(request.wie, nieuw)
    inhoud = {
        "regels": overzichten.samengevat(bladzijde.regels),
        "volgende": f"?na={bladzijde.volgende}&lijst={welke}" if bladzijde.volgende else "",
        "tabs": _tabs(welke),
        "welke": welke,
        "mailt": request.loket.soort not in ZONDER_DOSSIERS,
    }
    return render(request, "meldingen/postbus.html", inhoud)


def _tabs(huidig: Postbuslijst) -> list[dict[str, Any]]:
    namen = {
        Postbuslijst.ALLES: _("Alles"),
        Postbuslijst.OPEN: _("Nog niet bevestigd"),
        Postbuslijst.MIJN: _("Op mijn naam"),
    }
    adres = reverse("meldingen:postbus")
    return [
        {"titel": naam, "url": f"{adres}?lijst={lijst}", "huidig": lijst is huidig}
        for lijst, naam in namen.items()
    ]


@require_POST
@met_loket()
def bevestig(request: Verzoek, dossier: UUID) -> HttpResponse:
    """ "Wij hebben dit gezien", said by this desk. Clausule 5.4."""
    try:
        acties.bevestig(request.wie, dossier)
    except NietToegestaan as fout:
        raise Http404 from fout
    messages.success(request, str(BEDANKT[_apart(request.wie)]))
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


def tel_mee(lees: Lezing) -> Slotvraag | None:
    """What counts what a member of staff has not read, on the way of a reading."""
    wie = lees.wie
    if wie.loket is None or wie.medewerker is None:
        return None
    return overzichten.vraag_ongelezen(lambda aantal: wie.geteld.update({POSTBUS: aantal}))


def te_bevestigen(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """Panel of the dossier page: what this desk was told and has not confirmed.

    What is shown here counts as read, as in the mailbox. A desk that never confirmed anything may
    do so too, told or not. Two queries at most.
    """
    wie, loket = lees.wie, lees.wie.loket or 0
    regels = overzichten.onbevestigd(dossier.pk, loket)
    nieuw = [regel.pk for regel in regels if regel.gelezen_op is None]
    if nieuw and wie.medewerker is not None:
        lees.erna.append(lambda: acties.markeer_gelezen(wie, nieuw))
    if not regels and loket in overzichten.bevestigingen([dossier.pk]).get(dossier.pk, {}):
        return None
    samen = overzichten.samengevat(regels)
    return {"regels": samen, "dossier": dossier, "wie_ziet": WIE_ZIET[_apart(wie)]}


def _apart(wie: Wie) -> bool:
    """The desk is here on art. 18b or the BIJ: who works on the plan does not see it confirm."""
    return wie.loketsoort in VEILIGHEIDSPARTIJEN


def _lijst(tekst: str | None) -> Postbuslijst:
    try:
        return Postbuslijst(tekst or Postbuslijst.ALLES)
    except ValueError as fout:
        raise Http404 from fout


def _nummer(tekst: str | None) -> UUID | None:
    if not tekst:
        return None
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Http404 from fout
