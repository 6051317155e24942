"""The page of a case at a Zorg- en Veiligheidshuis: how it is, bring in, end. Clausule 1.5."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.grondslagen.wgs import MAG_INBRENGEN
from richting.delen.paginas.daad import Geweigerd, gekozen, voer_uit
from richting.delen.toegang import lees_dossier
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.huizen import huizen
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.acties.veiligheidshuis import beeindig, breng_in, mag_beeindigen
from richting.regie.formulieren.veiligheidshuis import Eindformulier, Inbrengformulier
from richting.regie.overzichten.veiligheidshuis import Huisbeeld, huisbeeld, te_kiezen
from richting.regie.paginas.regie import DRIEHOEK

HANDELING = "veiligheidshuis"
INBRENGEN, BEEINDIGEN = "inbrengen", "beeindigen"


@require_safe
@met_loket(*DRIEHOEK)
def veiligheidshuis(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Whether the case is with a house, since when and why, and what this desk can do."""
    return _toon(request, dossier, None)


@require_POST
@met_loket(*DRIEHOEK)
def inbrengen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Bring the case in. Clausule 1.5."""
    formulier = Inbrengformulier(request.POST, huizen=huizen())
    fout = voer_uit(
        lambda s: breng_in(request.wie, dossier, s["huis"], s["vanaf"], s["reden"]),
        INBRENGEN,
        formulier,
    )
    return _klaar(request, dossier, fout, _("De zaak is ingebracht. Het huis heeft bericht."))


@require_POST
@met_loket(*DRIEHOEK)
def beeindigen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """End the bringing in. Clausule 1.5."""
    formulier = Eindformulier(request.POST)
    fout = voer_uit(
        lambda s: beeindig(request.wie, dossier, s["huis"], s["vanaf"], s["tot"], s["reden"]),
        BEEINDIGEN,
        formulier,
    )
    return _klaar(request, dossier, fout, _("De inbreng is beëindigd."))


def _klaar(request: Verzoek, dossier: UUID, fout: Geweigerd | None, zin: str) -> HttpResponse:
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, zin)
    return redirect("regie:veiligheidshuis", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Geweigerd | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        lees.gezien([rij.pk], {"verblijf"})
        beeld = huisbeeld(rij, lees.wie.vandaag)
        gevraagd = alleen_gevraagd(rij, lees.wie.loket, lees.wie.vandaag)
        daden = {} if gevraagd else _daden(lees, beeld, fout, mijn)
        return {
            "dossier": rij,
            "beeld": beeld,
            "fout": fout,
            "alleen_gevraagd": gevraagd,
            **daden,
        }

    inhoud = lees_dossier(request.wie, dossier, HANDELING, lees)
    return render(request, "regie/veiligheidshuis.html", inhoud)


def _daden(
    lees: Lezing, beeld: Huisbeeld, fout: Geweigerd | None, mijn: set[str]
) -> dict[str, Any]:
    """The form this desk can use now: bring in or end; neither for who can only read."""
    wie, nu = lees.wie, beeld.nu
    if "plan" not in mijn:
        return {}
    if beeld.kan_inbrengen and wie.loketsoort in MAG_INBRENGEN:
        keuzes, eigen = te_kiezen(beeld.feiten, wie.vandaag)
        vers = Inbrengformulier(huizen=keuzes, initial={"huis": eigen, "vanaf": wie.vandaag})
        return {"inbrengen": gekozen(fout, INBRENGEN, vers), "geen_huis": not keuzes}
    if nu and nu.wat.tot is None and mag_beeindigen(wie, nu.wat.huis, nu.door_loket):
        begin = {"huis": nu.wat.huis, "vanaf": nu.wat.vanaf, "tot": max(wie.vandaag, nu.wat.vanaf)}
        return {"beeindigen": gekozen(fout, BEEINDIGEN, Eindformulier(initial=begin))}
    return {}


BASIS = "dossiers/<uuid:dossier>/veiligheidshuis/"
urlpatterns = [
    path(BASIS, veiligheidshuis, name="veiligheidshuis"),
    path(f"{BASIS}inbrengen/", inbrengen, name="inbrengen"),
    path(f"{BASIS}beeindigen/", beeindigen, name="inbreng_beeindigen"),
]
