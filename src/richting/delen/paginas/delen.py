"""Why do I see this dossier, who may see it on a day, and who looked?"""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from richting.delen import overzichten, rechten
from richting.delen.formulieren import Dagformulier
from richting.delen.panelen import partijen, per_dag
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket()
def dossier(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The three questions about one dossier; `op` in the address is the day to look at."""
    wie = request.wie
    gevraagd = Dagformulier(
        request.GET if "op" in request.GET else None, initial={"op": wie.vandaag}
    )
    op = gevraagd.cleaned_data["op"] if gevraagd.is_valid() else wie.vandaag
    with lezing(wie, "delenpagina") as lees:
        rij = Dossier.objects.filter(pk=dossier).only("nummer").first()
        redenen = overzichten.waarom(dossier, wie.loket) if rij else []
        toegangen = overzichten.wie_mag(dossier, op) if rij else []
        mag_vragen = rechten.mag_afschermen(request)
        blikken = overzichten.wie_keek(dossier) if rij and mag_vragen else []
        if rij:
            lees.gezien([dossier], {"verblijf"}, op=op)
        else:
            lees.niets_gezien()
    if rij is None:
        raise Http404
    inhoud = {
        "dossier": rij,
        "terug": f"/dossiers/{dossier}/",
        "redenen": redenen,
        "dag": gevraagd,
        "op": op,
        "vandaag": wie.vandaag,
        "partijen": partijen(toegangen),
        "mag_vragen": mag_vragen,
        "blikken": per_dag(blikken),
    }
    return render(request, "delen/dossier.html", inhoud)
