"""The screens of the compartment `risico`: the tables of a desk, one table, marking.

Artikel Pbw 18b. Clausule 6.3. What one may not see does not exist: 404, as for what is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.akkoord.risico import TAFELSOORTEN, mag_markeren
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.paginas.daad import Geweigerd, gekozen, voer_uit
from richting.delen.toegang import lees_dossier
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.meldingen.acties import risico as acties
from richting.meldingen.models import Risicobijdrage
from richting.meldingen.risico import overzichten
from richting.meldingen.risico.formulieren import (
    Afrondformulier,
    Afspraakformulier,
    Beoordelingsformulier,
    Bijdrageformulier,
    Eindformulier,
    Terugneemformulier,
)
from richting.meldingen.risico.overzichten import Afspraakbeeld, Tafelbeeld
from richting.partijen.werkplek import Verzoek, met_loket

RISICO, VERBLIJF = Gegevenscategorie.RISICO.value, Gegevenscategorie.VERBLIJF.value
LIJST, TAFEL, MARKEREN = "risicotafels", "risicotafel", "risico markeren"


@dataclass(frozen=True)
class Rij:
    """A contribution or an agreement on the page, with the form of this desk; None for others."""

    een: Any
    naam: str
    formulier: forms.Form | None
    open: bool


@require_safe
@met_loket(*TAFELSOORTEN)
def tafels(request: Verzoek) -> HttpResponse:
    """The tables where this desk sits, and what it still has to do there. Clausule 6.3."""
    na = _nummer(request.GET.get("na"))
    with lezing(request.wie, LIJST) as lees:
        blad = overzichten.tafels(request.wie, na)
        lees.gezien([regel.dossier.pk for regel in blad.regels], {VERBLIJF, RISICO})
    volgende = f"?na={blad.volgende}" if blad.volgende else ""
    inhoud = {"regels": blad.regels, "volgende": volgende, "vandaag": request.wie.vandaag}
    return render(request, "meldingen/risico/lijst.html", inhoud)


@require_safe
@met_loket(*TAFELSOORTEN)
def tafel(request: Verzoek, dossier: UUID) -> HttpResponse:
    """One table: the risk, who sits there, what they share, what they agreed. Clausule 6.3."""
    return _toon(request, dossier, None)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(*TAFELSOORTEN)
def markeren(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Mark a dossier for art. 18b. Clausule 3.7, 6.3."""
    aannames = aannames_op(request.wie.vandaag)
    if not mag_markeren(request.loket.soort, aannames):
        raise Http404
    basis: dict[str, Any] = {"aannames": aannames, "vandaag": request.wie.vandaag}
    formulier = Beoordelingsformulier(**basis)
    if request.method == "POST":
        formulier = Beoordelingsformulier(request.POST, **basis)
        if not _fout(request, dossier, "markeren", formulier, acties.markeer):
            messages.success(request, _("Gemarkeerd. De partijen aan tafel zien dit nu."))
            return redirect("meldingen:risicotafel", dossier)

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        lees.gezien([rij.pk], {VERBLIJF})
        beeld = overzichten.markeerbeeld(request.wie, rij, aannames)
        return {"dossier": rij, "beeld": beeld, "formulier": formulier, "mag": _op_naam(rij)}

    inhoud = lees_dossier(request.wie, dossier, MARKEREN, lees, VERBLIJF)
    if not inhoud["mag"]:
        raise Http404
    return render(request, "meldingen/risico/markeren.html", inhoud)


def _op_naam(rij: Dossier) -> bool:
    return not rij.terroristisch or overzichten.op_naam(rij.pk)


@require_POST
@met_loket(*TAFELSOORTEN)
def verlengen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Assess again. Clausule 6.3."""
    aannames = aannames_op(request.wie.vandaag)
    formulier = Beoordelingsformulier(
        request.POST, aannames=aannames, vandaag=request.wie.vandaag, auto_id="id_verlengen_%s"
    )
    fout = _fout(request, dossier, "verlengen", formulier, acties.verleng)
    return _klaar(request, dossier, fout, _("Opnieuw beoordeeld."))


def _fout(
    request: Verzoek, dossier: UUID, wat: str, formulier: Beoordelingsformulier, act: Any
) -> Geweigerd | None:
    return voer_uit(
        lambda s: act(request.wie, dossier, formulier.beoordeling(), s["reden"]), wat, formulier
    )


@require_POST
@met_loket(*TAFELSOORTEN)
def beeindigen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """End the mark and close the table. Clausule 6.3."""
    fout = voer_uit(
        lambda s: acties.beeindig(request.wie, dossier, s["reden"]),
        "beeindigen",
        Eindformulier(request.POST, auto_id="id_beeindigen_%s"),
    )
    return _klaar(request, dossier, fout, _("De markering is beëindigd. De tafel is gesloten."))


@require_POST
@met_loket(*TAFELSOORTEN)
def delen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Share something at the table. Clausule 6.3."""
    formulier = Bijdrageformulier(request.POST, auto_id="id_delen_%s")
    fout = voer_uit(
        lambda s: acties.deel(request.wie, dossier, formulier.wat(), s["tekst"]),
        "delen",
        formulier,
    )
    return _klaar(request, dossier, fout, _("Gedeeld met de tafel."))


@require_POST
@met_loket(*TAFELSOORTEN)
def terugnemen(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Take back what the own desk shared. Clausule 6.4."""
    fout = voer_uit(
        lambda s: acties.neem_terug(request.wie, dossier, nummer, s["reden"]),
        f"terugnemen:{nummer}",
        Terugneemformulier(request.POST, auto_id=f"id_terug_{nummer}_%s"),
    )
    return _klaar(request, dossier, fout, _("Teruggenomen. Niemand leest dit meer."))


@require_POST
@met_loket(*TAFELSOORTEN)
def afspreken(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Agree something. Clausule 6.3."""
    fout = voer_uit(
        lambda s: acties.spreek_af(request.wie, dossier, s["wat"], s["eigenaar"], s["uiterlijk"]),
        "afspreken",
        Afspraakformulier(request.POST, auto_id="id_afspreken_%s"),
    )
    return _klaar(request, dossier, fout, _("Afgesproken. Het staat op de lijst van dat loket."))


@require_POST
@met_loket(*TAFELSOORTEN)
def afronden(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Say how an agreement ended. Clausule 6.3."""
    formulier = Afrondformulier(request.POST, auto_id=f"id_af_{nummer}_%s")
    fout = voer_uit(
        lambda s: acties.rond_af(
            request.wie, dossier, nummer, formulier.uitkomst(), s["toelichting"]
        ),
        f"afronden:{nummer}",
        formulier,
    )
    return _klaar(request, dossier, fout, _("De afspraak is afgerond."))


def _klaar(request: Verzoek, dossier: UUID, fout: Geweigerd | None, zin: str) -> HttpResponse:
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, zin)
    return redirect("meldingen:risicotafel", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Geweigerd | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any] | None:
        beeld = overzichten.tafelbeeld(lees.wie, rij, aannames_op(lees.wie.vandaag))
        if beeld is None:
            lees.niets_gezien()
            return None
        lees.gezien([rij.pk], {VERBLIJF, RISICO})
        daden = {**_daden(lees, beeld, fout), **_rijen(lees, beeld, fout)}
        open_ = {fout.wat: True} if fout else {}
        return {"dossier": rij, "beeld": beeld, "fout": fout, "open": open_, **daden}

    inhoud = lees_dossier(request.wie, dossier, TAFEL, lees, RISICO)
    if inhoud is None:
        raise Http404
    return render(
        request, "meldingen/risico/tafel.html", {**inhoud, "vandaag": request.wie.vandaag}
    )


def _daden(lees: Lezing, beeld: Tafelbeeld, fout: Geweigerd | None) -> dict[str, Any]:
    """The forms that this desk can use now; none at a closed table."""
    if not beeld.mag_schrijven:
        return {}
    loketten = [(een.loket, een.naam) for een in beeld.deelnemers]
    begin = {"eigenaar": lees.wie.loket}
    uit: dict[str, Any] = {
        "delen": gekozen(fout, "delen", Bijdrageformulier(auto_id="id_delen_%s")),
        "afspreken": gekozen(
            fout,
            "afspreken",
            Afspraakformulier(auto_id="id_afspreken_%s", loketten=loketten, initial=begin),
        ),
    }
    if beeld.mag_markeren:
        vers = Beoordelingsformulier(
            aannames=aannames_op(lees.wie.vandaag),
            vandaag=lees.wie.vandaag,
            auto_id="id_verlengen_%s",
        )
        uit["verlengen"] = gekozen(fout, "verlengen", vers)
        uit["beeindigen"] = gekozen(fout, "beeindigen", Eindformulier(auto_id="id_beeindigen_%s"))
    return uit


def _rijen(lees: Lezing, beeld: Tafelbeeld, fout: Geweigerd | None) -> dict[str, Any]:
    """What each desk shared and what was agreed, each with the form that this desk has for it."""

    def rij(een: Any, naam: str, wat: str, vers: forms.Form | None) -> Rij:
        formulier = gekozen(fout, wat, vers) if vers else None
        return Rij(een, naam, formulier, bool(fout and fout.wat == wat))

    def bijdrage(een: Risicobijdrage) -> Rij:
        eigen = beeld.mag_schrijven and een.loket_id == lees.wie.loket
        vers = Terugneemformulier(auto_id=f"id_terug_{een.pk}_%s") if eigen else None
        return rij(een, overzichten.bijdragenaam(een), f"terugnemen:{een.pk}", vers)

    def afspraak(een: Afspraakbeeld) -> Rij:
        vers = Afrondformulier(auto_id=f"id_af_{een.rij.pk}_%s") if een.mag_af else None
        return rij(een, een.staat, f"afronden:{een.rij.pk}", vers)

    wie = [*beeld.deelnemers, *beeld.vertrokken]
    return {
        "deelnemers": [(een, [bijdrage(b) for b in een.bijdragen]) for een in wie],
        "afspraken": [afspraak(een) for een in beeld.afspraken],
    }


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: the way to the table, for who sits there, or to marking. No query, but
    one of a terrorist offence."""
    soort = lees.wie.loketsoort
    if soort not in TAFELSOORTEN or not _op_naam(dossier):
        return None
    aan_tafel = hasattr(dossier, "risico") or hasattr(dossier, "handmarkering")
    markeert = mag_markeren(soort, aannames_op(lees.wie.vandaag))
    if not (aan_tafel or markeert):
        return None
    beeld = overzichten.markeerbeeld(lees.wie, dossier, aannames_op(lees.wie.vandaag))
    kan = markeert and not beeld.waarom_niet
    return {"dossier": dossier, "aan_tafel": aan_tafel, "kan_markeren": kan}


def _nummer(tekst: str | None) -> UUID | None:
    if not tekst:
        return None
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Http404 from fout


BASIS = "dossiers/<uuid:dossier>/risico/"
urlpatterns = [
    path("risico/", tafels, name="risicotafels"),
    path(BASIS, tafel, name="risicotafel"),
    path(f"{BASIS}markeren/", markeren, name="risico_markeren"),
    path(f"{BASIS}verlengen/", verlengen, name="risico_verlengen"),
    path(f"{BASIS}beeindigen/", beeindigen, name="risico_beeindigen"),
    path(f"{BASIS}delen/", delen, name="risico_delen"),
    path(f"{BASIS}bijdragen/<uuid:nummer>/terugnemen/", terugnemen, name="risico_terugnemen"),
    path(f"{BASIS}afspraken/", afspreken, name="risico_afspreken"),
    path(f"{BASIS}afspraken/<uuid:nummer>/afronden/", afronden, name="risico_afronden"),
]
