"""Who directs a dossier: now, next and before; taking over, giving back, who has it here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.overdracht import LOPEND, TAKEN, Overdrachtstaat
from richting.akkoord.regieverloop import Regieherkomst, Regietaak, mag_hebben
from richting.akkoord.woorden import Loketsoort
from richting.delen.paginas.daad import Geweigerd, gekozen, voer_uit
from richting.delen.toegang import lees_dossier
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.acties import overdracht as overdrachten
from richting.regie.acties.overname import geef_regie_terug, neem_regie_over
from richting.regie.acties.personeel import wijs_toe
from richting.regie.afspraken import dag_van
from richting.regie.formulieren.regie import (
    Collegaformulier,
    Geefformulier,
    Overdrachtformulier,
    Overnameformulier,
)
from richting.regie.namen import KLEUREN, STATEN
from richting.regie.overzichten.overdracht import (
    kunnen_hebben,
    loketten_aan_tafel,
    overdrachten_van,
)
from richting.regie.overzichten.personeel import leden, personen_bij
from richting.regie.paginas import regiebeeld

DRIEHOEK = (
    Loketsoort.NAZORG,
    Loketsoort.CASEMANAGEMENT,
    Loketsoort.FORENSISCH,
    Loketsoort.RECLASSERING,
    Loketsoort.PROCESREGIE,
)
HANDELING = "regie"
NEEM, GEEF, TERUG, NIEUW, COLLEGA = "neem-over", "geef", "geef-terug", "overdracht", "collega"


@dataclass(frozen=True)
class Doen:
    """What this desk can do with a task: each a form with its name and heading."""

    wat: str
    kop: str
    formulier: forms.Form
    open: bool


@require_safe
@met_loket(*DRIEHOEK)
def regie(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Who directs this dossier and why, and what this desk can do. Clausule 1.5, 1.6, 1.7."""
    return _toon(request, dossier, None)


@require_POST
@met_loket(*DRIEHOEK)
def doe(request: Verzoek, dossier: UUID, taak: str, wat: str) -> HttpResponse:
    """Take over, give to who asked, or give back. Clausule 1.5, 1.7, 8.7."""
    if taak not in set(TAKEN) or wat not in (NEEM, GEEF, TERUG):
        raise Http404
    deze = Regietaak(taak)
    loketten = _loketten(request, dossier, deze) if wat == GEEF else []
    formulier = _formulier(wat, deze, loketten, request.POST)

    def act(schoon: dict[str, Any]) -> None:
        delen = (request.wie, dossier, deze, schoon["gezien"], schoon["reden"])
        if wat == TERUG:
            geef_regie_terug(*delen)
        else:
            neem_regie_over(*delen, schoon.get("loket"))

    return _klaar(request, dossier, voer_uit(act, f"{taak}-{wat}", formulier), _("Opgeslagen."))


@require_POST
@met_loket(*DRIEHOEK)
def nieuwe_overdracht(request: Verzoek, dossier: UUID, taak: str) -> HttpResponse:
    """Begin to prepare a handover. Clausule 1.7, 1.8."""
    if taak not in set(TAKEN):
        raise Http404
    deze = Regietaak(taak)
    formulier = Overdrachtformulier(
        request.POST,
        loketten=_loketten(request, dossier, deze),
        vandaag=request.wie.vandaag,
        auto_id=f"id_{taak}_{NIEUW}_%s",
    )
    gemaakt: list[UUID] = []

    def act(schoon: dict[str, Any]) -> None:
        wat = overdrachten.Voorbereiding(**{k: schoon[k] or _LEEG.get(k, "") for k in _VELDEN})
        gemaakt.append(overdrachten.bereid_voor(request.wie, dossier, deze, wat).pk)

    fout = voer_uit(act, f"{taak}-{NIEUW}", formulier)
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("De overdracht is in voorbereiding. Bied haar aan als zij af is."))
    return redirect("regie:overdracht", dossier, gemaakt[0])


_VELDEN = ("aan_loket", "datum", "op_vertrek", "warm_op", "warm_vorm", "warm_met")
_LEEG: dict[str, Any] = {"datum": None, "warm_op": None, "op_vertrek": False}


@require_POST
@met_loket(*DRIEHOEK)
def collega(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Who at this desk has the dossier. Clausule 1.6."""
    formulier = Collegaformulier(request.POST, leden=leden(request.loket.pk, request.wie.vandaag))
    fout = voer_uit(
        lambda schoon: wijs_toe(request.wie, [dossier], schoon["medewerker"]), COLLEGA, formulier
    )
    return _klaar(request, dossier, fout, _("Opgeslagen."))


def _klaar(request: Verzoek, dossier: UUID, fout: Geweigerd | None, zin: str) -> HttpResponse:
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, zin)
    return redirect("regie:regie", dossier)


def _loketten(request: Verzoek, dossier: UUID, taak: Regietaak) -> list[tuple[int, str]]:
    """The other desks that can hold a task; 404 without a ground."""

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> list[tuple[int, str]]:
        lees.gezien([rij.pk], {"verblijf"})
        tafel = [een for een in loketten_aan_tafel(rij.pk) if een.pk != request.loket.pk]
        return kunnen_hebben(tafel, taak)

    return lees_dossier(request.wie, dossier, HANDELING, lees)


def _formulier(
    wat: str,
    taak: Regietaak,
    loketten: list[tuple[int, str]],
    data: Any = None,
    gezien: int | None = None,
) -> forms.Form:
    id_, begin = f"id_{taak}_{wat}_%s", {"gezien": gezien}
    if wat == GEEF:
        return Geefformulier(data, loketten=loketten, auto_id=id_, initial=begin)
    return Overnameformulier(data, auto_id=id_, initial=begin)


def _toon(request: Verzoek, dossier: UUID, fout: Geweigerd | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        taken = regiebeeld.taken(lees, rij)
        lees.gezien([rij.pk], {een.nu.rij.categorie for een in taken if een.nu} | {"verblijf"})
        tafel = [een for een in loketten_aan_tafel(rij.pk) if een.pk != request.loket.pk]
        overdrachten_, feiten = overdrachten_van(rij.pk), feiten_uit_rijen(rij)
        lopend = {een.taak for een in overdrachten_ if een.staat in LOPEND}
        gevraagd = alleen_gevraagd(rij, lees.wie.loket, lees.wie.vandaag)
        eigen = personen_bij([rij.pk], lees.wie.vandaag).get((rij.pk, request.loket.pk))
        return {
            "dossier": rij,
            "alleen_gevraagd": gevraagd,
            "taken": [
                (een, _daden(request, een, kunnen_hebben(tafel, een.taak), lopend, fout, gevraagd))
                for een in taken
            ],
            "na": regiebeeld.na_verblijf(lees, rij),
            "overdrachten": [
                {
                    "rij": een,
                    "dag": dag_van(een, feiten),
                    "staat": STATEN[Overdrachtstaat(een.staat)],
                    "kleur": KLEUREN[Overdrachtstaat(een.staat)],
                }
                for een in overdrachten_
            ],
            "eigen": eigen,
            "collega": gekozen(
                fout,
                COLLEGA,
                Collegaformulier(
                    leden=leden(request.loket.pk, request.wie.vandaag),
                    initial={"medewerker": eigen.medewerker if eigen else None},
                ),
            ),
            "fout": fout,
        }

    inhoud = lees_dossier(request.wie, dossier, HANDELING, lees)
    return render(request, "regie/regie.html", inhoud)


def _daden(
    request: Verzoek,
    regel: regiebeeld.Taakregel,
    loketten: list[tuple[int, str]],
    lopend: set[str],
    fout: Geweigerd | None,
    gevraagd: bool,
) -> list[Doen]:
    """The forms of one task, as far as this desk has a part in it. No query.

    `gevraagd`: the own municipality was only asked, and can no more than give back. 5.7.
    """
    taak, nu = regel.taak, regel.nu.rij if regel.nu else None
    if taak not in TAKEN or nu is None:
        return []
    van_ons = nu.loket_id == request.loket.pk
    overgenomen = nu.herkomst == Regieherkomst.OVERNAME
    mogelijk: list[tuple[str, str, Callable[[], forms.Form]]] = []
    van_de_regel = nu.regel_organisatie == request.loket.organisatie.code
    terug = overgenomen and (van_ons or van_de_regel)
    if not van_ons and not terug and mag_hebben(taak, Loketsoort(request.loket.soort)):
        kop = _("Neem deze taak over")
        mogelijk.append((NEEM, kop, lambda: _formulier(NEEM, taak, [], gezien=nu.pk)))
    if terug:
        kop = _("Geef deze taak terug") if van_ons else _("Neem deze taak terug")
        mogelijk.append((TERUG, kop, lambda: _formulier(TERUG, taak, [], gezien=nu.pk)))
    if van_ons and loketten:
        kop = _("Geef deze taak nu aan wie erom vraagt")
        mogelijk.append((GEEF, kop, lambda: _formulier(GEEF, taak, loketten, gezien=nu.pk)))
    if van_ons and loketten and taak.value not in lopend:
        kop = _("Bereid een overdracht voor")
        mogelijk.append((NIEUW, kop, lambda: _nieuw(request, taak, loketten)))
    if gevraagd:
        mogelijk = [een for een in mogelijk if een[0] == TERUG]
    return [_doen(taak, wat, kop, maak, fout) for wat, kop, maak in mogelijk]


def _doen(
    taak: Regietaak, wat: str, kop: str, maak: Callable[[], forms.Form], fout: Geweigerd | None
) -> Doen:
    hier = f"{taak}-{wat}"
    return Doen(wat, kop, gekozen(fout, hier, maak()), bool(fout and fout.wat == hier))


def _nieuw(request: Verzoek, taak: Regietaak, loketten: list[tuple[int, str]]) -> forms.Form:
    return Overdrachtformulier(
        loketten=loketten,
        vandaag=request.wie.vandaag,
        auto_id=f"id_{taak}_{NIEUW}_%s",
        initial={"op_vertrek": True},
    )


BASIS = "dossiers/<uuid:dossier>/regie/"
urlpatterns = [
    path(BASIS, regie, name="regie"),
    path(f"{BASIS}collega/", collega, name="collega"),
    path(f"{BASIS}<slug:taak>/overdracht/", nieuwe_overdracht, name="nieuwe_overdracht"),
    path(f"{BASIS}<slug:taak>/<slug:wat>/", doe, name="doe"),
]
