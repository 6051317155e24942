"""The work list: the first page of every desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.posten import Hoofdlijst
from richting.akkoord.woorden import Loketsoort
from richting.dossiers.apps import ZONDER_DOSSIERS
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.partijen.werkplek import Verzoek, is_beheerder, met_loket
from richting.regie.acties.werkstand import herzie
from richting.regie.formulieren.werkvoorraad import Bewaarformulier, Filter, Samenformulier
from richting.regie.lijsten import lijsten_van, wenken
from richting.regie.overzichten import filters, hoofdlijsten
from richting.regie.overzichten import werkvoorraad as overzichten
from richting.regie.paginas import hoofdbeeld, lijstbeeld
from richting.regie.paginas.lijstbeeld import HOOFD
from richting.web.blad import Blad, antwoord, blad

ALLEEN = {
    Loketsoort.OPENBARE_ORDE: gettext_lazy(
        "U ziet alleen wie de burgemeester mag kennen: door artikel 18b Pbw of de BIJ."
    ),
    Loketsoort.OM: gettext_lazy("U ziet alleen wie is gemarkeerd voor artikel 18b Pbw."),
    Loketsoort.POLITIE: gettext_lazy(
        "U ziet alleen wie de politie mag kennen: door artikel 18b Pbw of de BIJ."
    ),
}
"""Desks that the law lets know of a few: the list says so, so that its shortness is understood."""
MET_HOOFDLIJST = PLANPARTIJEN | {Loketsoort.OPENBARE_ORDE}
"""Desks that are asked to do something by a day; the mayor's office to answer."""


@dataclass(frozen=True)
class Beeld:
    """What the page shows: of which list, its lines, and the counts around it."""

    lijst: str
    regels: dict[str, Any]
    volgende: str
    hoofd: hoofdlijsten.Hoofdblad | None
    tellingen: dict[str, str]


class _Verouderd(Exception):
    """A day came that changes lines of this desk by itself: they must be made again first."""


@require_safe
@met_loket()
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """What this desk has to do: late, today, this week, waiting; and who is new or comes home.

    Clausule 1.1, 3.3, 5.1, 5.4.
    """
    if request.loket.soort in ZONDER_DOSSIERS:
        return render(request, "regie/zonder_lijst.html")
    met_hoofd = request.loket.soort in MET_HOOFDLIJST
    lijst = request.GET.get("lijst", "")
    if lijst and lijst not in {*lijsten_van(request.loket.soort), *(HOOFD if met_hoofd else ())}:
        raise Http404
    try:
        gevonden = _teken(request, lijst, met_hoofd, herzien=False)
    except _Verouderd:
        for _deel in herzie(request.wie, request.loket.pk):
            pass
        gevonden = _teken(request, lijst, met_hoofd, herzien=True)
    if gevonden is None:
        raise Http404
    return antwoord(request, gevonden)


def _teken(request: Verzoek, lijst: str, met_hoofd: bool, *, herzien: bool) -> Blad | None:
    """The page as this reader sees it now; None for a filter or a key that is none of ours.

    Raises _Verouderd, and then shows nothing, when lines must be made again and were not yet.
    """

    def maak() -> dict[str, Any] | None:
        beeld, filter_ = _lees(request, lees, lijst, met_hoofd)
        if beeld is None:
            lees.niets_gezien()
            return None
        if beeld.hoofd and beeld.hoofd.verouderd and not herzien:
            raise _Verouderd
        return _inhoud(request, beeld, filter_)

    eigen = met_hoofd and _is_hoofd(lijst)
    with lezing(request.wie, "werkvoorraad") as lees:
        waar = request.get_full_path()
        return blad(lees, "regie/werkvoorraad.html", waar, maak, request, voorbereid=eigen)


def _is_hoofd(lijst: str) -> bool:
    """One of the main lists was asked for, or none at all: then the most urgent one shows."""
    return not lijst or lijst in HOOFD


def _lees(
    request: Verzoek, lees: Lezing, lijst: str, met_hoofd: bool
) -> tuple[Beeld | None, Filter]:
    """The lines that this reader sees now; None for a filter or a key that is none of ours."""
    filter_ = Filter(request.GET, request.loket.soort)
    vraag = _vraag(request, lijst, filter_, request.GET.get("na", ""))
    try:
        hoofd = _hoofdblad(vraag, filter_, met_hoofd)
        filter_.bied_aan(hoofd.keuzes)
        if not filter_.is_valid():
            return None, filter_
        beeld = _beeld(request, lees, vraag, hoofd if met_hoofd else None)
    except ValueError:
        return None, filter_
    beeld.regels["wenken"] = wenken(vraag)
    return beeld, filter_


def _vraag(request: Verzoek, lijst: str, filter_: Filter, na: str) -> overzichten.Vraag:
    gevraagd = filter_.gevraagd()
    return overzichten.Vraag(
        loket=request.loket.pk,
        loketsoort=request.loket.soort,
        vandaag=request.wie.vandaag,
        lijst=lijst,
        aannames=aannames_op(request.wie.vandaag),
        inrichting=gevraagd.get("inrichting", ""),
        gemeente=gevraagd.get("gemeente", ""),
        na=na,
        mijn=bool(gevraagd.get("mijn")),
        medewerker=request.wie.medewerker,
        leidt=is_beheerder(request),
    )


def _hoofdblad(
    vraag: overzichten.Vraag, filter_: Filter, met_hoofd: bool
) -> hoofdlijsten.Hoofdblad:
    """Counts and choices, and the lines of a main list; raises ValueError for a strange key."""
    eigen = met_hoofd and _is_hoofd(vraag.lijst)
    return hoofdlijsten.hoofdblad(
        vraag,
        vraag.lijst if eigen else "",
        overzichten.PER_PAGINA if eigen else 0,
        filter_.keuzevelden,
    )


def _beeld(
    request: Verzoek,
    lees: Lezing,
    vraag: overzichten.Vraag,
    hoofd: hoofdlijsten.Hoofdblad | None,
) -> Beeld:
    """The lines and counts; raises ValueError for a key that is none of ours."""
    if hoofd and hoofd.lijst and _is_hoofd(vraag.lijst):
        return _hoofdbeeld(request, lees, replace(vraag, lijst=hoofd.lijst.value), hoofd)
    return _lijstbeeld(lees, replace(vraag, lijst=vraag.lijst or overzichten.NIEUW), hoofd)


def _hoofdbeeld(
    request: Verzoek, lees: Lezing, vraag: overzichten.Vraag, hoofd: hoofdlijsten.Hoofdblad
) -> Beeld:
    regels, categorieen = hoofdbeeld.regels(request.wie, hoofd, vraag)
    dossiers = [regel.dossier_id for regel in hoofd.bladzijde.regels]
    lees.gezien(dossiers, {"verblijf", *categorieen}, lijst=vraag.lijst)
    inhoud = {"regels": regels, "wacht": vraag.lijst == Hoofdlijst.WACHT}
    return Beeld(vraag.lijst, inhoud, hoofd.bladzijde.volgende, hoofd, {})


def _lijstbeeld(
    lees: Lezing, vraag: overzichten.Vraag, hoofd: hoofdlijsten.Hoofdblad | None
) -> Beeld:
    bladzijde = overzichten.werkvoorraad(vraag)
    waarom = overzichten.toelichtingen(vraag, bladzijde.regels)
    categorieen = {"verblijf"}.union(*(een.categorieen for een in waarom.values()))
    dossiers = [regel.dossier_id for regel in bladzijde.regels]
    lees.gezien(dossiers, categorieen, lijst=vraag.lijst)
    regels = lijstbeeld.regels(bladzijde.regels, vraag, waarom)
    inhoud = {"groepen": list(lijstbeeld.groepen(regels, vraag))}
    return Beeld(vraag.lijst, inhoud, bladzijde.volgende, hoofd, overzichten.tellingen(vraag))


def _inhoud(request: Verzoek, beeld: Beeld, filter_: Filter) -> dict[str, Any]:
    """What the page shows around its lines."""
    is_hoofd, aan_tafel = beeld.lijst in HOOFD, request.loket.soort in PLANPARTIJEN
    return {
        **beeld.regels,
        "hoofd": is_hoofd,
        "hoofdtabs": _hoofdtabs(beeld, filter_),
        "tabs": _tabs(beeld, filter_),
        "lijst": beeld.lijst,
        **_uitleg(beeld, request),
        "alleen": ALLEEN.get(Loketsoort(filter_.loketsoort), ""),
        "volgende": filter_.adres(beeld.lijst, beeld.volgende) if beeld.volgende else "",
        "filter": filter_,
        "gefilterd": bool(filter_.gekozen()),
        "vandaag": request.wie.vandaag,
        "bewaarde": filters.bewaarde(request.wie),
        "bewaar": Bewaarformulier(auto_id="id_bewaar_%s"),
        "samen": _samen(request) if is_hoofd and aan_tafel else None,
        "hier": request.get_full_path(),
    }


def _samen(request: Verzoek) -> Samenformulier:
    return hoofdbeeld.samenformulier(request.wie.vandaag)


def te_kiezen(request: Verzoek, waar: str) -> list[Dossier]:
    """Within a reading: the dossiers on the main list at this address of the work list.

    For who pressed a button below that list and chose none. Empty when there is no such list.
    """
    gegevens = QueryDict(urlsplit(waar).query)
    lijst = gegevens.get("lijst", "")
    filter_ = Filter(gegevens, request.loket.soort)
    vraag = _vraag(request, str(lijst), filter_, str(gegevens.get("na", "")))
    try:
        hoofd = _hoofdblad(vraag, filter_, _is_hoofd(vraag.lijst))
    except ValueError:
        return []
    return [regel.dossier for regel in hoofd.bladzijde.regels]


def _uitleg(beeld: Beeld, request: Verzoek) -> dict[str, Any]:
    if beeld.lijst in HOOFD:
        return {"uitleg": hoofdlijsten.UITLEG[Hoofdlijst(beeld.lijst)], "met_toelichting": False}
    soort = lijsten_van(request.loket.soort)[beeld.lijst]
    aannames = aannames_op(request.wie.vandaag)
    weken = getattr(aannames, soort.weken) if soort.weken else ""
    return {
        "uitleg": str(soort.uitleg).format(weken=weken),
        "met_toelichting": soort.toelichting is not None,
    }


def _hoofdtabs(beeld: Beeld, filter_: Filter) -> list[dict[str, Any]]:
    if beeld.hoofd is None:
        return []
    aantallen = beeld.hoofd.mijne if filter_.cleaned_data.get("mijn") else beeld.hoofd.alle
    return [
        {
            "titel": titel,
            "url": filter_.adres(lijst.value),
            "huidig": lijst.value == beeld.lijst,
            "aantal": aantallen[lijst],
        }
        for lijst, titel in hoofdlijsten.TITELS.items()
    ]


def _tabs(beeld: Beeld, filter_: Filter) -> list[dict[str, Any]]:
    return [
        {
            "titel": soort.titel,
            "url": filter_.adres(naam),
            "huidig": naam == beeld.lijst,
            "aantal": beeld.tellingen.get(naam),
        }
        for naam, soort in lijsten_van(filter_.loketsoort).items()
    ]


urlpatterns = [path("", werkvoorraad, name="werkvoorraad")]
