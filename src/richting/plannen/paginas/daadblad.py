"""A page of acts as one table: each act with its form, and one way to do them, refuse and go back.

    BLAD = Daadblad("inhoud", _toon, nieuw={"doel": Daad(Doelformulier, voeg_doel_toe)})
    urlpatterns = [path(BASIS, pagina, name="inhoud"), *BLAD.adressen(BASIS)]

Adding posts to `inhoud_nieuw`, what is done with a row that stands to `inhoud_van_rij`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.botsing import Botsing, Veldverschil
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.paginas.daad import Fout, voer_uit
from richting.plannen.toegang import lees_plan

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

OPGESLAGEN = gettext_lazy("Opgeslagen.")


def _niets(_request: Verzoek, _dossier: Dossier) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Daad:
    """One thing that can be done on a page: its form, and the act that takes its values by name.

    `act` gets who acts, the dossier, and the number of the row when it is about one. `meer` reads
    what the form must know besides. `zin` is said afterwards; `terug` is another page to go to.
    """

    formulier: type[Planformulier]
    act: Callable[..., Any]
    meer: Callable[[Verzoek, Dossier], dict[str, Any]] = _niets
    zin: _StrOrPromise = OPGESLAGEN
    terug: str = ""


@dataclass(frozen=True)
class Daadblad:
    """The acts of one page, under the name of its address.

    `toon` shows the page, with a refusal if there is one. `nodig` is the compartment without which
    the page does not exist. `woorden` says what the values of a field are called where two people
    differ on it: its label, and the word for a value.
    """

    naam: str
    toon: Callable[[Verzoek, UUID, Fout | None], HttpResponse]
    nieuw: Mapping[str, Daad] = field(default_factory=dict)
    van_rij: Mapping[str, Daad] = field(default_factory=dict)
    nodig: str = Gegevenscategorie.PLAN.value
    woorden: Mapping[str, tuple[_StrOrPromise, Callable[[Any], str]]] = field(default_factory=dict)

    def adressen(self, basis: str) -> Iterator[URLPattern]:
        """The addresses below that of the page to which its forms are sent."""

        def voeg_toe(request: Verzoek, dossier: UUID, wat: str) -> HttpResponse:
            return self._doe(request, dossier, self.nieuw, wat)

        def doe_met(request: Verzoek, dossier: UUID, wat: str, nummer: UUID) -> HttpResponse:
            return self._doe(request, dossier, self.van_rij, wat, nummer)

        def deur(pagina: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
            return require_POST(met_loket()(pagina))

        if self.nieuw:
            yield path(f"{basis}nieuw/<slug:wat>/", deur(voeg_toe), name=f"{self.naam}_nieuw")
        if self.van_rij:
            pad = f"{basis}<slug:wat>/<uuid:nummer>/"
            yield path(pad, deur(doe_met), name=f"{self.naam}_van_rij")

    def _doe(
        self,
        request: Verzoek,
        dossier: UUID,
        tabel: Mapping[str, Daad],
        wat: str,
        nummer: UUID | None = None,
    ) -> HttpResponse:
        """Do it and go back to the page; a refusal shows the page with the user's own input."""
        if wat not in tabel:
            raise Http404
        daad, rij = tabel[wat], str(nummer or "")
        formulier = self._ingevuld(request, dossier, daad, wat, rij)
        if not formulier.is_valid():
            return self.toon(request, dossier, Fout(wat, formulier, rij))
        sleutel = [nummer] if nummer else []
        fout = voer_uit(
            lambda: daad.act(request.wie, dossier, *sleutel, **formulier.waarden()),
            wat,
            formulier,
            rij,
        )
        if fout:
            return self.toon(request, dossier, self._in_woorden(fout))
        messages.success(request, daad.zin)
        return redirect(daad.terug) if daad.terug else redirect(f"plannen:{self.naam}", dossier)

    def _ingevuld(
        self, request: Verzoek, dossier: UUID, daad: Daad, wat: str, rij: str
    ) -> Planformulier:
        """The form as it was sent; 404 for who may not see this compartment of the plan."""

        def lees(_lees: Any, van: Dossier, mijn: set[str]) -> Planformulier:
            return _maak(daad, request, van, mijn, _id(wat, rij), data=request.POST)

        return lees_plan(request.wie, dossier, "plan: wijzigen", lees, self.nodig)

    def _in_woorden(self, fout: Fout) -> Fout:
        """The same refusal, with the words of the screen for what others changed."""
        if fout.botsing is None:
            return fout
        delen = tuple(self._verschil(een) for een in fout.botsing.verschillen)
        return replace(fout, botsing=Botsing(fout.botsing.rij, delen))

    def _verschil(self, een: Veldverschil) -> Veldverschil:
        if een.veld not in self.woorden:
            return een
        naam, woord = self.woorden[een.veld]
        return Veldverschil(str(naam), woord(een.nu), woord(een.uw))


@dataclass(frozen=True)
class Formulieren:
    """The forms of a page for one reader: after a refusal as sent, otherwise with what stands."""

    blad: Daadblad
    request: Verzoek
    dossier: Dossier
    mijn: set[str]
    fout: Fout | None

    def nieuw(self, wat: str, **begin: Any) -> Planformulier:
        """The form to add this, filled in with `begin`."""
        return self._vorm(self.blad.nieuw, wat, "", begin)

    def alle_nieuw(self) -> dict[str, Planformulier]:
        """The forms to add anything, by name."""
        return {wat: self.nieuw(wat) for wat in self.blad.nieuw}

    def van_rij(self, wat: str, nummer: UUID, **begin: Any) -> Planformulier:
        """The form to do this with a row, filled in with what stands."""
        return self._vorm(self.blad.van_rij, wat, str(nummer), begin)

    def _vorm(
        self, tabel: Mapping[str, Daad], wat: str, rij: str, begin: dict[str, Any]
    ) -> Planformulier:
        if self.fout and (self.fout.wat, self.fout.rij) == (wat, rij):
            return self.fout.formulier
        delen = (self.request, self.dossier, self.mijn, _id(wat, rij))
        return _maak(tabel[wat], *delen, initial=begin)


def _id(wat: str, rij: str) -> str:
    return f"id_{wat}_{rij}_%s" if rij else f"id_{wat}_%s"


def _maak(
    daad: Daad, request: Verzoek, dossier: Dossier, mijn: set[str], auto_id: str, **rest: Any
) -> Planformulier:
    meer = daad.meer(request, dossier)
    return daad.formulier(vandaag=request.wie.vandaag, mijn=mijn, auto_id=auto_id, **rest, **meer)
