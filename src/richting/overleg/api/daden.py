"""What can be done with consultations over the API: the acts of the pages, line by line."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, cast
from uuid import UUID

from ninja import Router
from pydantic import AwareDatetime, Field

from richting.akkoord.overleg import Agendareden, Overlegsoort, Uitnodigingsantwoord
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.context import Wie
from richting.kern.lezen import lezing
from richting.overleg.acties import beleggen, houden, punten
from richting.overleg.acties.beleggen import Uitnodiging
from richting.overleg.acties.punten import Voorstel
from richting.overleg.models import Overleg
from richting.partijen.machine import Machineverzoek
from richting.plannen.api.basis import (
    Dag,
    GedaanUit,
    In,
    Leeg,
    MetVersie,
    Nummer,
    Tekst,
    Versie,
    schrijf,
)

Moment = Annotated[AwareDatetime, Field(ge=datetime.fromisoformat("1900-01-01T00:00:00+00:00"))]
Loketten = Annotated[list[Nummer], Field(max_length=40)]


class AgendapuntIn(In):
    """A dossier for the agenda, and why."""

    dossier: UUID
    reden: Agendareden = Agendareden.VOORGESTELD
    toelichting: Leeg = ""


Agenda = Annotated[list[AgendapuntIn], Field(max_length=punten.MEESTE)]


class OverlegIn(In):
    """A consultation to call."""

    soort: Overlegsoort
    beginTijd: Moment
    eindTijd: Moment
    plaats: Leeg = ""
    link: Annotated[str, Field(max_length=500, pattern=r"^(https://[^\s\x00]+)?$")] = ""
    loketten: Loketten = []
    agenda: Agenda = []


class VerzettingIn(In):
    """Another time or place."""

    versie: Versie
    beginTijd: Moment
    eindTijd: Moment
    plaats: Leeg = ""
    link: Annotated[str, Field(max_length=500, pattern=r"^(https://[^\s\x00]+)?$")] = ""


class AfgelastingIn(In):
    """Why it does not go on."""

    versie: Versie
    reden: Tekst


class LokettenIn(In):
    """Desks by number."""

    loketten: Loketten


class UitnodigingsantwoordIn(In):
    """Whether the desk comes; not coming needs a reason."""

    komt: Uitnodigingsantwoord
    reden: Leeg = ""


class AgendaIn(In):
    """Dossiers for the agenda."""

    punten: Agenda


class VerslagIn(In):
    """Minutes in one compartment; `versie` is 0 when nothing stood there."""

    agendapunt: UUID
    categorie: Gegevenscategorie
    tekst: Tekst
    versie: Versie


class AanvullingIn(In):
    """Something to add to fixed minutes."""

    agendapunt: UUID
    categorie: Gegevenscategorie
    tekst: Tekst


class AfspraakIn(In):
    """An agreement; with a life area it becomes an action in the plan."""

    agendapunt: UUID
    wat: Tekst
    loket: Nummer
    leefgebied: Leefgebied | None = None
    uiterlijk: Dag | None = None


class VaststellingIn(In):
    """The version of the consultation whose minutes are fixed."""

    versie: Versie


@dataclass(frozen=True)
class Daad:
    """One thing to do; `pad` is "" for a new consultation."""

    pad: str
    naam: str
    titel: str
    uitleg: str
    vorm: type[In]
    voorbeeld: dict[str, Any]
    doe: Callable[[Wie, UUID, Any], Any]


def _beleg(wie: Wie, _nummer: UUID, wat: OverlegIn) -> Overleg:
    uitnodiging = Uitnodiging(wat.soort, wat.beginTijd, wat.eindTijd, wat.plaats, wat.link)
    return beleggen.beleg(wie, uitnodiging, wat.loketten, _agenda(wat.agenda))


def _agenda(punten_: list[AgendapuntIn]) -> list[Voorstel]:
    return [Voorstel(een.dossier, een.reden, een.toelichting) for een in punten_]


def _afspraak(wie: Wie, nummer: UUID, wat: AfspraakIn) -> Any:
    toezegging = houden.Toezegging(wat.wat, wat.loket, wat.leefgebied, uiterlijk=wat.uiterlijk)
    return houden.spreek_af(wie, nummer, wat.agendapunt, toezegging)


PUNT = "01890000-0000-7000-8000-000000000000"
MORGEN = {"beginTijd": "2030-01-15T10:00:00+01:00", "eindTijd": "2030-01-15T11:00:00+01:00"}
DADEN = (
    Daad(
        "",
        "belegOverleg",
        "Beleg een overleg",
        "Nodigt loketten uit en zet dossiers op de agenda. Uw eigen loket leidt het.",
        OverlegIn,
        {"soort": "casusoverleg", **MORGEN, "plaats": "Zaal 2"},
        _beleg,
    ),
    Daad(
        "/verzettingen",
        "verzetOverleg",
        "Verzet een overleg",
        "Een andere tijd vraagt elk loket opnieuw of het komt.",
        VerzettingIn,
        {"versie": 1, **MORGEN, "plaats": "Zaal 3"},
        lambda wie, n, i: beleggen.verzet(
            wie, n, i.versie, i.beginTijd, i.eindTijd, i.plaats, i.link
        ),
    ),
    Daad(
        "/afgelastingen",
        "gelastOverlegAf",
        "Gelast een overleg af",
        "Het gaat niet door, met de reden.",
        AfgelastingIn,
        {"versie": 1, "reden": "Te weinig mensen"},
        lambda wie, n, i: beleggen.gelast_af(wie, n, i.versie, i.reden),
    ),
    Daad(
        "/genodigden",
        "nodigUit",
        "Nodig loketten uit",
        "Alleen partijen van het plan; wie al is uitgenodigd, blijft dat.",
        LokettenIn,
        {"loketten": [1]},
        lambda wie, n, i: beleggen.nodig_uit(wie, n, i.loketten),
    ),
    Daad(
        "/antwoorden",
        "beantwoordUitnodiging",
        "Zeg of uw loket komt",
        "Wie niet komt, zegt waarom.",
        UitnodigingsantwoordIn,
        {"komt": "komt"},
        lambda wie, n, i: beleggen.antwoord(wie, n, i.komt, i.reden),
    ),
    Daad(
        "/agendapunten",
        "stelAgendapuntenVoor",
        "Zet dossiers op de agenda",
        "Alleen dossiers die uw loket en het loket dat leidt mogen bespreken.",
        AgendaIn,
        {"punten": [{"dossier": PUNT}]},
        lambda wie, n, i: punten.stel_voor(wie, n, _agenda(i.punten)),
    ),
    Daad(
        "/aanwezigen",
        "noteerAanwezigen",
        "Leg vast wie er waren",
        "Daarna is het overleg gehouden.",
        LokettenIn,
        {"loketten": [1]},
        lambda wie, n, i: houden.noteer_aanwezig(wie, n, set(i.loketten)),
    ),
    Daad(
        "/verslagen",
        "schrijfVerslag",
        "Schrijf aan het verslag",
        "Per dossier en per soort gegevens; alleen wie dat deel mag zien, leest het.",
        VerslagIn,
        {"agendapunt": PUNT, "categorie": "plan", "tekst": "Besproken.", "versie": 0},
        lambda wie, n, i: houden.schrijf_verslag(
            wie, n, i.agendapunt, i.categorie.value, i.tekst, i.versie
        ),
    ),
    Daad(
        "/aanvullingen",
        "vulVerslagAan",
        "Vul een vastgesteld verslag aan",
        "Wat er staat, verandert niet.",
        AanvullingIn,
        {"agendapunt": PUNT, "categorie": "plan", "tekst": "Later gebeld."},
        lambda wie, n, i: houden.vul_aan(wie, n, i.agendapunt, i.categorie.value, i.tekst),
    ),
    Daad(
        "/afspraken",
        "spreekAf",
        "Leg een afspraak vast",
        "Met een leefgebied komt zij meteen als actie in het plan.",
        AfspraakIn,
        {"agendapunt": PUNT, "wat": "Bel de huisbaas", "loket": 1},
        _afspraak,
    ),
    Daad(
        "/vaststellingen",
        "stelVerslagVast",
        "Stel het verslag vast",
        "Daarna verandert het nooit meer.",
        VaststellingIn,
        {"versie": 2},
        lambda wie, n, i: houden.stel_verslag_vast(wie, n, i.versie),
    ),
)


def _geschreven(wie: Wie, nummer: UUID, rij: Any) -> MetVersie:
    """The row that an act made, or else the consultation as it stands after it."""
    if hasattr(rij, "versie"):
        return cast("MetVersie", rij)
    with lezing(wie, "api overleg") as lees:
        lees.niets_gezien()
        return Overleg.objects.get(pk=nummer)


def hang(router: Router, daad: Daad) -> None:
    """Add an endpoint that writes."""

    def view(request: Machineverzoek, inhoud: Any, nummer: UUID | None = None) -> dict[str, Any]:
        wie, welk = request.wie, nummer or UUID(int=0)
        return schrijf(lambda: _geschreven(wie, welk, daad.doe(wie, welk, inhoud)))

    view.__name__, view.__doc__ = daad.naam, daad.uitleg
    plek = inspect.Parameter.POSITIONAL_OR_KEYWORD
    delen = [inspect.Parameter("request", plek, annotation=Machineverzoek)]
    if daad.pad:
        delen.append(inspect.Parameter("nummer", plek, annotation=UUID))
    delen.append(inspect.Parameter("inhoud", plek, annotation=daad.vorm))
    view.__signature__ = inspect.Signature(delen)  # type: ignore[attr-defined]
    begin = f"/overleggen/{{uuid:nummer}}{daad.pad}" if daad.pad else "/overleggen"
    voorbeeld = {"content": {"application/json": {"example": daad.voorbeeld}}}
    router.add_api_operation(
        begin,
        ["POST"],
        view,
        response=GedaanUit,
        operation_id=daad.naam,
        summary=daad.titel,
        description=daad.uitleg,
        openapi_extra={"requestBody": voorbeeld},
    )
