"""One handover: what it says, what is seen to, what was agreed, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.overdracht import (
    INTREKZIN,
    VERZOEK_AANVAARD,
    VERZOEK_INGETROKKEN,
    VERZOEKZIN,
    AfspraakOnderwerp,
    Overdrachtdaad,
    Overdrachtsoort,
    Overdrachtstaat,
    Overgang,
    Puntstand,
)
from richting.akkoord.regieverloop import Regietaak
from richting.delen.paginas.daad import Geweigerd, gekozen, voer_uit
from richting.delen.toegang import lees_dossier
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie import namen
from richting.regie.acties import overdracht as acties
from richting.regie.afspraken import dag_van
from richting.regie.formulieren.regie import (
    Afspraakformulier,
    Overdrachtdaadformulier,
    Overdrachtformulier,
    Puntformulier,
)
from richting.regie.models import Overdracht, Overdrachtstap
from richting.regie.overzichten.overdracht import (
    Overdrachtbeeld,
    kunnen_hebben,
    loketten_aan_tafel,
    overdrachtbeeld,
)
from richting.regie.paginas.regie import DRIEHOEK

HANDELING = "overdracht"
WIJZIG, PUNTEN = "wijzig", "punten"
NIET_DOOR = (Overdrachtstaat.GEWEIGERD, Overdrachtstaat.INGETROKKEN)
_VELDEN = ("aan_loket", "datum", "op_vertrek", "warm_op", "warm_vorm", "warm_met")


@require_safe
@met_loket(*DRIEHOEK)
def overdracht(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """One handover of the regie. Clausule 1.7, 1.8."""
    return _toon(request, dossier, nummer, None)


@require_POST
@met_loket(*DRIEHOEK)
def wijzig(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Change to whom, when, or how the two speak. By the giver. Clausule 1.7."""
    formulier = _wijzigformulier(request, _beeld(request, dossier, nummer), request.POST)

    def act(schoon: dict[str, Any]) -> None:
        wat = acties.Voorbereiding(**{veld: schoon[veld] for veld in _VELDEN})
        acties.wijzig(request.wie, dossier, nummer, schoon["versie"], wat)

    return _klaar(request, dossier, nummer, voer_uit(act, WIJZIG, formulier))


@require_POST
@met_loket(*DRIEHOEK)
def punten(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Say how the items of the checklist stand, all at once. Clausule 1.7.

    Only what was changed on this screen is written: the other party works on the same list.
    """
    alle = _beeld(request, dossier, nummer)[0].punten
    vormen = {een.punt.code: Puntformulier(request.POST, prefix=een.punt.code) for een in alle}
    anders = {code: een for code, een in vormen.items() if een.is_anders}
    for een in anders.values():
        if not een.is_valid():
            return _toon(request, dossier, nummer, Geweigerd(PUNTEN, een), vormen)

    def act(_schoon: dict[str, Any]) -> None:
        standen = {
            code: (Puntstand(een.cleaned_data["stand"]), een.cleaned_data["toelichting"])
            for code, een in anders.items()
        }
        acties.zet_punten(request.wie, dossier, nummer, standen)

    return _klaar(request, dossier, nummer, voer_uit(act, PUNTEN, forms.Form({})), PUNTEN)


@require_POST
@met_loket(*DRIEHOEK)
def afspraak(request: Verzoek, dossier: UUID, nummer: UUID, onderwerp: str) -> HttpResponse:
    """Agree who does what after the handover. Clausule 1.8."""
    if onderwerp not in set(AfspraakOnderwerp):
        raise Http404
    tafel = _beeld(request, dossier, nummer)[1]
    formulier = Afspraakformulier(request.POST, loketten=tafel, auto_id=f"id_{onderwerp}_%s")

    def act(schoon: dict[str, Any]) -> None:
        wat = AfspraakOnderwerp(onderwerp)
        acties.spreek_af(request.wie, dossier, nummer, wat, schoon["loket"], schoon["tekst"])

    fout = voer_uit(act, onderwerp, formulier)
    return _klaar(request, dossier, nummer, fout, f"afspraak-{onderwerp}")


@require_POST
@met_loket(*DRIEHOEK)
def doe(request: Verzoek, dossier: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """Offer, accept, refuse, take back: one line of the table. Clausule 1.7."""
    if daad not in set(Overdrachtdaad):
        raise Http404
    wat = Overdrachtdaad(daad)
    formulier = Overdrachtdaadformulier(request.POST, daad=wat, auto_id=f"id_{daad}_%s")

    def act(schoon: dict[str, Any]) -> None:
        woorden = (schoon.get("reden", ""), schoon.get("toelichting", ""))
        acties.doe(request.wie, dossier, nummer, wat, schoon["versie"], *woorden)

    return _klaar(request, dossier, nummer, voer_uit(act, daad, formulier))


def _klaar(
    request: Verzoek, dossier: UUID, nummer: UUID, fout: Geweigerd | None, plek: str = ""
) -> HttpResponse:
    """Back to the page; at the item that was done, so that a long list need not be scrolled."""
    if fout:
        return _toon(request, dossier, nummer, fout)
    messages.success(request, _("Opgeslagen."))
    adres = reverse("regie:overdracht", args=[dossier, nummer])
    return redirect(f"{adres}#{plek}" if plek else adres)


Gevonden = tuple[Overdrachtbeeld, list[tuple[int, str]], list[tuple[int, str]]]


def _lees(
    request: Verzoek, nummer: UUID, lees: Lezing, rij: Dossier, mijn: set[str]
) -> Gevonden | None:
    """The handover, the desks at the table, and those that can hold the task."""
    beeld = overdrachtbeeld(rij.pk, nummer, request.loket.pk, mijn)
    if beeld is None:
        lees.niets_gezien()
        return None
    gezien = {een.punt.categorie.value for een in beeld.punten} & mijn
    lees.gezien([rij.pk], gezien | {beeld.rij.categorie})
    tafel = loketten_aan_tafel(rij.pk)
    anderen = [een for een in tafel if een.pk != beeld.rij.van_loket_id]
    return (
        beeld,
        [(een.pk, een.naam) for een in tafel],
        kunnen_hebben(anderen, Regietaak(beeld.rij.taak)),
    )


def _beeld(request: Verzoek, dossier: UUID, nummer: UUID) -> Gevonden:
    gevonden = lees_dossier(
        request.wie,
        dossier,
        HANDELING,
        lambda lees, rij, mijn: _lees(request, nummer, lees, rij, mijn),
    )
    if gevonden is None:
        raise Http404
    return gevonden


def _toon(
    request: Verzoek,
    dossier: UUID,
    nummer: UUID,
    fout: Geweigerd | None,
    vormen: Mapping[str, Puntformulier] | None = None,
) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any] | None:
        gevonden = _lees(request, nummer, lees, rij, mijn)
        if gevonden is None:
            return None
        dag = dag_van(gevonden[0].rij, feiten_uit_rijen(rij))
        return {
            "dossier": rij,
            "dag": dag,
            "intussen": _intussen(gevonden[0], dag, request.wie.vandaag),
            **_inhoud(request, gevonden, fout, vormen or {}, alleen_gevraagd(rij, *_ik(lees))),
        }

    inhoud = lees_dossier(request.wie, dossier, HANDELING, lees)
    if inhoud is None:
        raise Http404
    return render(request, "regie/overdracht.html", inhoud)


def _ik(lees: Lezing) -> tuple[int | None, date]:
    return lees.wie.loket, lees.wie.vandaag


def _inhoud(
    request: Verzoek,
    gevonden: Gevonden,
    fout: Geweigerd | None,
    vormen: Mapping[str, Puntformulier],
    gevraagd: bool,
) -> dict[str, Any]:
    """`gevraagd`: the own municipality was only asked, and can no more than refuse. 5.7."""
    beeld, tafel, _kunnen = gevonden
    rij = beeld.rij
    bewerkbaar = beeld.van_ons and rij.staat == Overdrachtstaat.VOORBEREID and not gevraagd
    loopt = (beeld.van_ons or beeld.aan_ons) and rij.staat not in NIET_DOOR and not gevraagd
    daden = [een for een in beeld.daden if not gevraagd or een.daad is Overdrachtdaad.WEIGEREN]
    klaar = sum(1 for een in beeld.punten if een.stand and een.stand.stand != Puntstand.OPEN)
    wijzig_ = gekozen(fout, WIJZIG, _wijzigformulier(request, gevonden)) if bewerkbaar else None
    return {
        "rij": rij,
        "taak": namen.TAKEN[Regietaak(rij.taak)],
        "soort": namen.SOORTEN[Overdrachtsoort(rij.soort)],
        "staat": namen.STATEN[Overdrachtstaat(rij.staat)],
        "kleur": namen.KLEUREN[Overdrachtstaat(rij.staat)],
        "punten": [_punt(een, loopt, vormen) for een in beeld.punten],
        "loopt": loopt,
        "klaar": klaar,
        "open_punten": len(beeld.punten) - klaar,
        "afspraken": [_afspraak(een, tafel, loopt, fout) for een in beeld.afspraken],
        "stappen": [_stap(een) for een in beeld.stappen],
        "daden": [_daad(rij, een, fout) for een in daden],
        "alleen_gevraagd": gevraagd,
        "wijzig": wijzig_,
        "vandaag": request.wie.vandaag,
        "opnieuw": beeld.van_ons and rij.staat in NIET_DOOR,
        "fout": fout,
    }


def _intussen(beeld: Overdrachtbeeld, dag: date, vandaag: date) -> str:
    """Who has the task for as long as it did not go over, or why it did at once. Clausule 1.7.

    "" when it was handed over on the agreed day.
    """
    rij, staat = beeld.rij, Overdrachtstaat(beeld.rij.staat)
    for reden, zin_ in ((VERZOEK_AANVAARD, VERZOEKZIN), (VERZOEK_INGETROKKEN, INTREKZIN)):
        if any(stap.reden == reden for stap in beeld.stappen):
            return _(zin_)
    if staat in NIET_DOOR:
        zin = _("Deze overdracht ging niet door. De taak bleef bij {loket}.")
    elif staat is Overdrachtstaat.AANVAARD and dag > vandaag:
        zin = _("Tot die dag heeft {loket} de taak.")
    elif staat in (Overdrachtstaat.VOORBEREID, Overdrachtstaat.AANGEBODEN):
        zin = _("Tot de ontvanger aanvaardt, of de regel de taak doorgeeft, heeft {loket} de taak.")
    else:
        return ""
    return zin.format(loket=rij.van_loket.naam)


def _wijzigformulier(request: Verzoek, gevonden: Gevonden, *data: Any) -> Overdrachtformulier:
    rij = gevonden[0].rij
    begin = {veld: getattr(rij, veld) for veld in _VELDEN if veld != "aan_loket"}
    return Overdrachtformulier(
        *data,
        loketten=gevonden[2],
        vandaag=request.wie.vandaag,
        auto_id="id_wijzig_%s",
        initial={**begin, "aan_loket": rij.aan_loket_id, "versie": rij.versie},
    )


def _punt(een: Any, loopt: bool, vormen: Mapping[str, Puntformulier]) -> dict[str, Any]:
    """One item; with what was sent when the list was refused."""
    stand = Puntstand(een.stand.stand) if een.stand else Puntstand.OPEN
    begin = Puntformulier.begin(stand.value, een.stand.toelichting if een.stand else "")
    vers = Puntformulier(initial=begin, prefix=een.punt.code)
    return {
        "code": een.punt.code,
        "zin": _(een.punt.zin),
        "stand": stand.value,
        "naam": namen.PUNTSTANDEN[stand],
        "rij": een.stand,
        "formulier": vormen.get(een.punt.code, vers) if loopt else None,
        "met_woorden": bool(vormen),
    }


def _afspraak(
    een: Any, tafel: list[tuple[int, str]], loopt: bool, fout: Geweigerd | None
) -> dict[str, Any]:
    code = een.onderwerp.value
    begin = {"loket": een.afspraak.loket_id, "tekst": een.afspraak.tekst} if een.afspraak else {}
    formulier: forms.Form = Afspraakformulier(
        loketten=tafel, initial=begin, auto_id=f"id_{code}_%s"
    )
    return {
        "code": code,
        "naam": namen.ONDERWERPEN[een.onderwerp],
        "rij": een.afspraak,
        "nodig": een.nodig,
        "formulier": gekozen(fout, code, formulier) if loopt else None,
        "open": bool(fout and fout.wat == code),
    }


def _stap(stap: Overdrachtstap) -> dict[str, Any]:
    reden = namen.STAPREDENEN[stap.reden] if stap.reden else ""
    return {"naam": namen.STATEN[Overdrachtstaat(stap.naar)], "reden": reden, "stap": stap}


def _daad(rij: Overdracht, een: Overgang, fout: Geweigerd | None) -> dict[str, Any]:
    daad = een.daad
    formulier: forms.Form = Overdrachtdaadformulier(
        daad=daad, initial={"versie": rij.versie}, auto_id=f"id_{daad}_%s"
    )
    return {
        "daad": daad.value,
        "naam": namen.DADEN[daad],
        "formulier": gekozen(fout, daad.value, formulier),
        "open": bool(fout and fout.wat == daad.value)
        or daad in (Overdrachtdaad.AANVAARDEN, Overdrachtdaad.BEVESTIGEN),
    }


HIER = "dossiers/<uuid:dossier>/overdracht/<uuid:nummer>/"
urlpatterns = [
    path(HIER, overdracht, name="overdracht"),
    path(f"{HIER}wijzig/", wijzig, name="overdracht_wijzig"),
    path(f"{HIER}punten/", punten, name="overdracht_punten"),
    path(f"{HIER}afspraak/<slug:onderwerp>/", afspraak, name="overdracht_afspraak"),
    path(f"{HIER}doe/<slug:daad>/", doe, name="overdracht_daad"),
]
