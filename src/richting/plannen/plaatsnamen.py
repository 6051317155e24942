"""What the words of provisions and places are called on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from richting.akkoord.plan.voorzieningen import (
    REDENZINNEN,
    Plaatsdaad,
    Plaatsreden,
    Plaatsstaat,
    Voorzieningsoort,
)
from richting.akkoord.termijnen import Eenheid
from richting.plannen.models import Plaatsing, Voorziening
from richting.web.datums import dag_in_woorden

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

V, S, D = Voorzieningsoort, Plaatsstaat, Plaatsdaad
SOORTEN: dict[Voorzieningsoort, _StrOrPromise] = {
    V.WONING: gettext_lazy("Woning of kamer"),
    V.OPVANG: gettext_lazy("Maatschappelijke opvang"),
    V.BESCHERMD_WONEN: gettext_lazy("Beschermd wonen"),
    V.FORENSISCH_WONEN: gettext_lazy("Forensisch beschermd wonen (RIBW)"),
    V.WERK: gettext_lazy("Werk"),
    V.DAGBESTEDING: gettext_lazy("Dagbesteding"),
    V.SCHOLING: gettext_lazy("Scholing"),
    V.SCHULDHULP: gettext_lazy("Schuldhulp"),
    V.BEGELEIDING: gettext_lazy("Begeleiding"),
    V.VRIJWILLIGERS: gettext_lazy("Vrijwilligers"),
    V.ANDERS: gettext_lazy("Iets anders"),
}
STATEN: dict[Plaatsstaat, _StrOrPromise] = {
    S.GEVRAAGD: gettext_lazy("Gevraagd"),
    S.GERESERVEERD: gettext_lazy("Gereserveerd"),
    S.BEVESTIGD: gettext_lazy("Bevestigd"),
    S.GEWEIGERD: gettext_lazy("Geweigerd"),
    S.INGETROKKEN: gettext_lazy("Ingetrokken"),
    S.VERVALLEN: gettext_lazy("Vervallen"),
    S.AFGELOPEN: gettext_lazy("Afgelopen"),
}
KLEUR: dict[Plaatsstaat, str] = {
    S.GEVRAAGD: "aandacht",
    S.GERESERVEERD: "info",
    S.BEVESTIGD: "goed",
    S.GEWEIGERD: "dringend",
    S.INGETROKKEN: "neutraal",
    S.VERVALLEN: "dringend",
    S.AFGELOPEN: "neutraal",
}
"""The kind of status badge of each state."""
DADEN: dict[Plaatsdaad, _StrOrPromise] = {
    D.RESERVEREN: gettext_lazy("Reserveren"),
    D.BEVESTIGEN: gettext_lazy("Bevestigen"),
    D.WEIGEREN: gettext_lazy("Weigeren"),
    D.VRIJGEVEN: gettext_lazy("Plek vrijgeven"),
    D.INTREKKEN: gettext_lazy("Vraag intrekken"),
}
"""What the button of each act says."""


def redenzin(code: str) -> str:
    """A reason in words; "" for none."""
    return _(REDENZINNEN[Plaatsreden(code)]) if code else ""


def daadnaam(daad: Plaatsdaad, staat: Plaatsstaat) -> str:
    """What the button says, for a place in this state."""
    if daad is D.RESERVEREN and staat is S.GERESERVEERD:
        return _("Langer reserveren")
    if daad is D.BEVESTIGEN and staat is S.BEVESTIGD:
        return _("Andere dagen afspreken")
    if daad is D.INTREKKEN and staat is not S.GEVRAAGD:
        return _("De plek is niet meer nodig")
    return str(DADEN[daad])


def dagen(plaats: Plaatsing) -> str:
    """The days in a place, in words."""
    vanaf = dag_in_woorden(plaats.vanaf)
    if plaats.tot is None:
        return _("vanaf {vanaf}").format(vanaf=vanaf)
    return _("van {vanaf} tot en met {tot}").format(vanaf=vanaf, tot=dag_in_woorden(plaats.tot))


def stand(plaats: Plaatsing) -> str:
    """How a place stands, in words that stay true: with its days instead of what is past today."""
    delen = [str(STATEN[Plaatsstaat(plaats.staat)])]
    if plaats.staat == S.GERESERVEERD and plaats.gereserveerd_tot:
        dag = dag_in_woorden(plaats.gereserveerd_tot)
        delen[0] = _("Gereserveerd tot en met {dag}").format(dag=dag)
    delen.append(dagen(plaats))
    if plaats.reden:
        delen.append(redenzin(plaats.reden))
    if plaats.antwoord:
        delen.append(plaats.antwoord)
    return " · ".join(delen)


def wachttijd(voorziening: Voorziening) -> str:
    """The waiting time as its keeper stated it, with the day; "" when nothing was stated."""
    n = voorziening.wachttijd
    if n is None or voorziening.wachttijd_op is None:
        return ""
    if voorziening.wachttijd_eenheid == Eenheid.DAGEN:
        tekst = ngettext("{n} dag", "{n} dagen", n)
    else:
        tekst = ngettext("{n} week", "{n} weken", n)
    return _("{wachttijd}, opgegeven op {dag}").format(
        wachttijd=tekst.format(n=n), dag=dag_in_woorden(voorziening.wachttijd_op)
    )
