"""The work list: the first page of every desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import geldende_banden
from richting.akkoord.levensloop import bekende_plaats, spoor
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.dossiers.feiten import feiten_uit_lijst
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.partijen.overzichten import namen_van, organisaties_van
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie import overzichten
from richting.regie.models import Werkregel

TITELS = {
    overzichten.NIEUW: gettext_lazy("Nieuw"),
    overzichten.THUISKOMST: gettext_lazy("Komt thuis"),
    overzichten.ONBEKEND: gettext_lazy("Einde onbekend"),
    overzichten.VERTROKKEN: gettext_lazy("Vertrokken zonder"),
}
UITLEG = {
    overzichten.NIEUW: gettext_lazy("Uw loket heeft nog niet gezegd dat het dit weet."),
    overzichten.THUISKOMST: gettext_lazy("Wie de komende weken vrijkomt, per week."),
    overzichten.ONBEKEND: gettext_lazy("Vrijlating kan elke dag zijn. Bereid het nodigste voor."),
    overzichten.VERTROKKEN: gettext_lazy(
        "Al vrij, terwijl uw loket het niet bevestigde of een vraag open bleef."
    ),
}
INRICHTINGEN = (Organisatiesoort.INRICHTING, Organisatiesoort.FORENSISCHE_INSTELLING)
BINNEN = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)


@dataclass(frozen=True)
class Regel:
    """A line as the list shows it."""

    werkregel: Werkregel
    plaats: str
    gemeente: str
    spoor: str


class Filter(forms.Form):
    """Narrow a list to one institution or one municipality."""

    organisatie = forms.ChoiceField(required=False)

    def __init__(self, gegevens: Any, loketsoort: str) -> None:
        super().__init__(gegevens)
        self.binnen = loketsoort in BINNEN
        soorten = (Organisatiesoort.GEMEENTE,) if self.binnen else INRICHTINGEN
        veld = self.fields["organisatie"]
        veld.label = _("Gemeente") if self.binnen else _("Inrichting")
        veld.choices = [("", _("Alle")), *organisaties_van(soorten)]  # type: ignore[attr-defined]


@require_safe
@met_loket()
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """What this desk has to do: new, coming home, end unknown, gone without. Clausule 1.1, 5.1."""
    if request.loket.soort in (Loketsoort.BEHEER, Loketsoort.PRIVACY, Loketsoort.VERWERKING):
        return render(request, "regie/zonder_lijst.html")
    lijst = request.GET.get("lijst") or overzichten.NIEUW
    if lijst not in overzichten.LIJSTEN:
        raise Http404
    filter_ = Filter(request.GET, request.loket.soort)
    if not filter_.is_valid():
        raise Http404
    vraag = _vraag(request, lijst, filter_)
    with lezing(request.wie, "werkvoorraad") as lees:
        bladzijde = _bladzijde(vraag)
        tellingen = overzichten.tellingen(vraag)
        lees.gezien([r.dossier_id for r in bladzijde.regels], {"verblijf"}, lijst=lijst)
    return render(request, "regie/werkvoorraad.html", _inhoud(vraag, bladzijde, tellingen, filter_))


def _vraag(request: Verzoek, lijst: str, filter_: Filter) -> overzichten.Vraag:
    gekozen = filter_.cleaned_data["organisatie"]
    return overzichten.Vraag(
        loket=request.loket.pk,
        vandaag=request.wie.vandaag,
        lijst=lijst,
        aannames=aannames_op(request.wie.vandaag),
        inrichting="" if filter_.binnen else gekozen,
        gemeente=gekozen if filter_.binnen else "",
        na=request.GET.get("na", ""),
    )


def _bladzijde(vraag: overzichten.Vraag) -> overzichten.Bladzijde:
    try:
        return overzichten.werkvoorraad(vraag)
    except ValueError as fout:
        raise Http404 from fout


def _inhoud(
    vraag: overzichten.Vraag,
    bladzijde: overzichten.Bladzijde,
    tellingen: dict[str, str],
    filter_: Filter,
) -> dict[str, Any]:
    gekozen = vraag.inrichting or vraag.gemeente
    behoud = {"lijst": vraag.lijst, **({"organisatie": gekozen} if gekozen else {})}
    volgende = f"?{urlencode({**behoud, 'na': bladzijde.volgende})}" if bladzijde.volgende else ""
    return {
        "tabs": [
            {
                "titel": titel,
                "url": f"?lijst={naam}",
                "huidig": naam == vraag.lijst,
                "aantal": tellingen[naam],
            }
            for naam, titel in TITELS.items()
        ],
        "lijst": vraag.lijst,
        "uitleg": UITLEG[vraag.lijst],
        "groepen": list(_groepen(_regels(bladzijde.regels, vraag), vraag)),
        "volgende": volgende,
        "filter": filter_,
        "gefilterd": bool(gekozen),
        "vandaag": vraag.vandaag,
    }


def _regels(werkregels: list[Werkregel], vraag: overzichten.Vraag) -> list[Regel]:
    feiten = {regel.pk: feiten_uit_lijst(regel.dossier) for regel in werkregels}
    plekken = {pk: bekende_plaats(f, vraag.vandaag) for pk, f in feiten.items()}
    thuis = {pk: _gemeente(f, vraag.vandaag) for pk, f in feiten.items()}
    codes = {p.inrichting for p in plekken.values() if p and p.inrichting} | set(thuis.values())
    namen = namen_van(code for code in codes if code)
    uit = []
    for regel in werkregels:
        plek = plekken[regel.pk]
        inrichting = (plek.inrichting or "") if plek else ""
        uit.append(
            Regel(
                regel,
                namen.get(inrichting, inrichting),
                namen.get(thuis[regel.pk], thuis[regel.pk]),
                spoor(feiten[regel.pk], vraag.vandaag, vraag.aannames).waarde.value,
            )
        )
    return uit


def _gemeente(feiten: Feiten, op: date) -> str:
    banden = geldende_banden(feiten, op)
    return banden[0].gemeente if banden else ""


def _groepen(regels: list[Regel], vraag: overzichten.Vraag) -> Iterator[tuple[str, list[Regel]]]:
    """The lines under a heading per week for who comes home; else all under one."""
    if vraag.lijst != overzichten.THUISKOMST:
        if regels:
            yield "", regels
        return
    for week, groep in groupby(regels, key=lambda r: _week(r.werkregel.thuiskomst, vraag.vandaag)):
        yield week, list(groep)


def _week(dag: date | None, vandaag: date) -> str:
    if dag is None or dag < vandaag:
        return _("Verwachte dag is voorbij, vertrek nog niet gemeld")
    maandag = dag - timedelta(days=dag.weekday())
    if maandag <= vandaag:
        return _("Deze week")
    return _("Week van {dag}").format(dag=date_format(maandag, "j F Y"))
