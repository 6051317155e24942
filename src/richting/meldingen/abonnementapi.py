"""The endpoints of webhooks: a desk's own system makes them, renews keys, sees how they fare."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field, StringConstraints

from richting.akkoord.woorden import Feitsoort
from richting.kern.lezen import lezing
from richting.kern.probleem import Probleem, niet_gevonden
from richting.meldingen import overzichten_bezorging as overzichten
from richting.meldingen.acties import abonnementen as acties
from richting.meldingen.acties.abonnementen import NieuweSleutel
from richting.meldingen.overzichten_bezorging import Onbestelbaar, Ontvanger
from richting.partijen.apivormen import doe
from richting.partijen.machine import Machineverzoek

router = Router(tags=["abonnementen"])
HANDELING = "api webhooks"
T = TypeVar("T")
Zin = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]*$")]
Adres = Annotated[str, StringConstraints(min_length=10, max_length=2000, pattern=r"^[!-~]+$")]
Volgnummer = Annotated[int, Field(ge=1, le=2**62)]
NaNummer = Annotated[
    int, Query(ge=0, le=2**62, description="De waarde `volgende` van de vorige bladzijde.")
]


class _In(Schema):
    model_config = ConfigDict(extra="forbid")


class AbonnementIn(_In):
    """A webhook to make; without `soorten` it hears of everything."""

    naam: Zin
    adres: Adres
    soorten: Annotated[list[Feitsoort], Field(max_length=100)] = []


class NietsIn(_In):
    """An act that needs nothing more: `{}`."""


class OpnieuwIn(_In):
    """Which of what was put aside goes again; left out, all of it."""

    afleveringen: Annotated[list[Volgnummer], Field(max_length=1000)] | None = None


class OpgevenIn(_In):
    """Which of what was put aside is let go, and why."""

    afleveringen: Annotated[list[Volgnummer], Field(min_length=1, max_length=1000)]
    reden: Zin


class SleutelUit(Schema):
    """A key by its name; `vervaltOp` is when it stops signing."""

    kenmerk: str
    gemaaktOp: datetime
    vervaltOp: datetime | None


class AbonnementUit(Schema):
    """A webhook and how it fares. `stand`: goed, nieuw, rust, stil, onbestelbaar or gestopt."""

    id: UUID
    naam: str
    adres: str
    soorten: list[str]
    stand: str
    wacht: int
    onbestelbaar: int
    oudsteWachtSinds: datetime | None
    misluktAchtereen: int
    gelukt: datetime | None
    mislukt: datetime | None
    reden: str
    antwoord: int | None
    gemaaktOp: datetime
    gestoptOp: datetime | None
    sleutels: list[SleutelUit]


class AbonnementenUit(Schema):
    """All webhooks of the desk, running ones first."""

    abonnementen: list[AbonnementUit]


class GeheimUit(Schema):
    """The secret of a new key: shown once."""

    abonnement: UUID
    kenmerk: str
    geheim: str


class OnbestelbaarUit(Schema):
    """A delivery that was put aside; `melding` can be fetched as long as the desk has a ground."""

    aflevering: int
    melding: UUID
    gemeldOp: datetime
    verzondenOp: datetime | None
    pogingen: int
    reden: str
    antwoord: int | None


class OnbestelbaarlijstUit(Schema):
    """One page, oldest first; `volgende` is null on the last page."""

    onbestelbaar: list[OnbestelbaarUit]
    volgende: int | None


class AantalUit(Schema):
    """How many deliveries it was about."""

    aantal: int


class StandUit(Schema):
    """How the webhook stands now."""

    stand: str


@router.get(
    "/abonnementen",
    operation_id="leesAbonnementen",
    summary="Vraag de webhooks van uw loket, en hoe het ermee gaat",
    description="Wat loopt eerst. `stand` zegt in één woord hoe het gaat.",
    response=AbonnementenUit,
)
def abonnementen(request: Machineverzoek) -> dict[str, Any]:
    """The webhooks of the desk with their health."""
    return {"abonnementen": [_uit(een) for een in _lees(request)]}


@router.post(
    "/abonnementen",
    operation_id="maakAbonnement",
    summary="Maak een webhook",
    description="Het geheim krijgt u alleen in dit antwoord. Zie docs/webhooks.md.",
    response={201: GeheimUit},
)
def maak(request: Machineverzoek, inhoud: AbonnementIn) -> Any:
    """A webhook for the desk; the secret is given once."""
    soorten = [soort.value for soort in inhoud.soorten]
    nieuw = doe(
        lambda: acties.maak(request.wie, naam=inhoud.naam, adres=inhoud.adres, soorten=soorten)
    )
    return Status(201, _geheim(nieuw))


@router.get(
    "/abonnementen/{uuid:nummer}",
    operation_id="leesAbonnement",
    summary="Vraag één webhook, en hoe het ermee gaat",
    description="Met wat er wacht, wat opzij is gelegd en waarom het laatst misging.",
    response=AbonnementUit,
)
def abonnement(request: Machineverzoek, nummer: UUID) -> dict[str, Any]:
    """One webhook of the desk."""
    gevonden = _lees(request, nummer)
    if not gevonden:
        raise _weg()
    return _uit(gevonden[0])


@router.post(
    "/abonnementen/{uuid:nummer}/vernieuwingen",
    operation_id="vernieuwWebhooksleutel",
    summary="Vraag een nieuwe sleutel; de oude tekent nog een tijd mee",
    description="Zo lang tekenen beide; een derde laat de oudste meteen vervallen.",
    response={201: GeheimUit},
)
def sleutel(request: Machineverzoek, nummer: UUID, inhoud: NietsIn) -> Any:
    """A new key beside the old one."""
    return Status(201, _geheim(doe(lambda: acties.vernieuw_sleutel(request.wie, nummer))))


@router.post(
    "/abonnementen/{uuid:nummer}/hervattingen",
    operation_id="hervatAbonnement",
    summary="Probeer deze ontvanger nu opnieuw",
    description="Ook na een 410: wat wacht, gaat meteen.",
    response=StandUit,
)
def hervat(request: Machineverzoek, nummer: UUID, inhoud: NietsIn) -> dict[str, Any]:
    """Try the receiver again now."""
    doe(lambda: acties.hervat(request.wie, nummer))
    return {"stand": _lees(request, nummer)[0].stand}


@router.post(
    "/abonnementen/{uuid:nummer}/beeindigingen",
    operation_id="stopAbonnement",
    summary="Stop een webhook; wat nog wachtte, vervalt en blijft in de postbus staan",
    description="Een gestopte webhook begint niet opnieuw; maak een nieuwe.",
    response=StandUit,
)
def stop(request: Machineverzoek, nummer: UUID, inhoud: NietsIn) -> dict[str, Any]:
    """End a webhook."""
    doe(lambda: acties.stop(request.wie, nummer))
    return {"stand": _lees(request, nummer)[0].stand}


@router.get(
    "/abonnementen/{uuid:nummer}/onbestelbare-afleveringen",
    operation_id="leesOnbestelbaar",
    summary="Vraag wat na te veel pogingen opzij is gelegd, het oudste eerst",
    description="Zonder een woord over een dossier.",
    response=OnbestelbaarlijstUit,
)
def onbestelbaar(request: Machineverzoek, nummer: UUID, na: NaNummer = 0) -> dict[str, Any]:
    """What was put aside of one webhook."""
    if not _lees(request, nummer):
        raise _weg()
    with lezing(request.wie, HANDELING) as lees:
        rijen, volgende = overzichten.onbestelbaar(nummer, na)
        lees.niets_gezien(aantal=len(rijen))
    return {"onbestelbaar": [_onbestelbaar(rij) for rij in rijen], "volgende": volgende}


@router.post(
    "/abonnementen/{uuid:nummer}/herhalingen",
    operation_id="biedOpnieuwAan",
    summary="Bied opnieuw aan wat opzij is gelegd, op zijn oude plek in de rij",
    description="Zonder `afleveringen` alles.",
    response=AantalUit,
)
def opnieuw(request: Machineverzoek, nummer: UUID, inhoud: OpnieuwIn) -> dict[str, Any]:
    """Offer again what was put aside."""
    welke = inhoud.afleveringen
    return {"aantal": doe(lambda: acties.bied_opnieuw_aan(request.wie, nummer, welke))}


@router.post(
    "/abonnementen/{uuid:nummer}/afschrijvingen",
    operation_id="geefOp",
    summary="Geef op wat opzij is gelegd; wat erachter wachtte, gaat door",
    description="Met een reden, die in het journaal komt te staan.",
    response=AantalUit,
)
def opgeven(request: Machineverzoek, nummer: UUID, inhoud: OpgevenIn) -> dict[str, Any]:
    """Let go of what was put aside."""
    welke, reden = inhoud.afleveringen, inhoud.reden
    return {"aantal": doe(lambda: acties.geef_op(request.wie, nummer, welke, reden))}


def _lees(request: Machineverzoek, nummer: UUID | None = None) -> list[Ontvanger]:
    """The webhooks of the own desk; what the functional manager sees more is for the pages."""
    with lezing(request.wie, HANDELING) as lees:
        gevonden = overzichten.ontvangers(nummer)
        lees.niets_gezien(aantal=len(gevonden))
    return [een for een in gevonden if een.abonnement.loket_id == request.wie.loket]


def _weg() -> Probleem:
    return niet_gevonden("Dit is er niet.")


def _geheim(nieuw: NieuweSleutel) -> dict[str, Any]:
    return {
        "abonnement": nieuw.abonnement.pk,
        "kenmerk": nieuw.kenmerk,
        "geheim": nieuw.geheim,
    }


def _uit(een: Ontvanger) -> dict[str, Any]:
    rij = een.abonnement
    return {
        "id": rij.pk,
        "naam": rij.naam,
        "adres": rij.adres,
        "soorten": rij.soorten,
        "stand": een.stand,
        "wacht": een.wacht,
        "onbestelbaar": een.onbestelbaar,
        "oudsteWachtSinds": een.oudste,
        "misluktAchtereen": rij.achtereen,
        "gelukt": rij.gelukt_op,
        "mislukt": rij.mislukt_op,
        "reden": rij.reden,
        "antwoord": rij.antwoord,
        "gemaaktOp": rij.gemaakt_op,
        "gestoptOp": rij.gestopt_op,
        "sleutels": [
            {"kenmerk": s.kenmerk, "gemaaktOp": s.gemaakt_op, "vervaltOp": s.vervalt_op}
            for s in een.sleutels
        ],
    }


def _onbestelbaar(rij: Onbestelbaar) -> dict[str, Any]:
    return {
        "aflevering": rij.aflevering,
        "melding": rij.melding,
        "gemeldOp": rij.gemeld_op,
        "verzondenOp": rij.verzonden_op,
        "pogingen": rij.pogingen,
        "reden": rij.reden,
        "antwoord": rij.antwoord,
    }
