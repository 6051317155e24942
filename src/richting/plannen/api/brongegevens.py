"""What registers know, over the API: pass on, read, take back. Clausule 5.10, 5.11, 8.2."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from richting.akkoord.plan.woorden import Antwoordsoort
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.probleem import Deelfout, Probleem
from richting.plannen.acties.brongegevens import geef_door, trek_in
from richting.plannen.api.basis import ZONDER_NUL, Dag, In, RijenUit, Tekst, gedane
from richting.plannen.api.hang import Leesdeur, Schrijfdeur
from richting.plannen.api.meten import AntwoordIn, antwoorden_per_gebied
from richting.plannen.models import Brongegeven
from richting.plannen.overzichten.brongegevens import als_antwoord, brongegevens
from richting.plannen.vragenlijsten import nieuwste

Registernaam = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=ZONDER_NUL, strip_whitespace=True)
]


class BrongegevensIn(In):
    """What one register said on one day."""

    registernaam: Registernaam
    peildatum: Dag
    antwoorden: Annotated[list[AntwoordIn], Field(min_length=1, max_length=50)]


class IntrekkingIn(In):
    """Why it is taken back."""

    reden: Tekst


class IngetrokkenUit(Schema):
    """What was taken back; the row is gone."""

    id: UUID


class BrongegevenUit(Schema):
    """One answer from a register; `waarde` only when `soort` is `gegeven`."""

    id: UUID
    versie: int
    vraag: str
    soort: Antwoordsoort
    waarde: str | int | bool | date | None
    registernaam: str
    peildatum: date
    gewijzigdOp: datetime
    door: str


class BrongegevensUit(Schema):
    """What registers know about this dossier."""

    brongegevens: list[BrongegevenUit]


def _geef_door(wie: Wie, dossier: UUID, wat: BrongegevensIn, _nummer: Any) -> list[Brongegeven]:
    fouten: list[Deelfout] = []
    per_gebied = antwoorden_per_gebied(nieuwste(wie.vandaag), wat.antwoorden, "antwoorden", fouten)
    if fouten:
        raise Probleem(400, "Ongeldig verzoek", "Verbeter wat hieronder staat.", fouten)
    samen = {code: een for gezegd in per_gebied.values() for code, een in gezegd.items()}
    return geef_door(wie, dossier, wat.registernaam, wat.peildatum, samen)


def _trek_in(wie: Wie, dossier: UUID, wat: IntrekkingIn, nummer: UUID) -> UUID:
    trek_in(wie, dossier, nummer, wat.reden)
    return nummer


def _lees(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
    alle = [een for rijen in brongegevens(rij.pk).values() for een in rijen]
    return {"brongegevens": [_als_uit(een) for een in alle]}


def _als_uit(rij: Brongegeven) -> dict[str, Any]:
    antwoord = als_antwoord(rij)
    return {
        "id": rij.pk,
        "versie": rij.versie,
        "vraag": rij.vraag,
        "soort": antwoord.soort,
        "waarde": antwoord.waarde,
        "registernaam": rij.register,
        "peildatum": rij.peildatum,
        "gewijzigdOp": rij.gewijzigd_op,
        "door": rij.door,
    }


LEZINGEN = (
    Leesdeur(
        "brongegevens",
        "leesBrongegevens",
        "Wat registers al weten",
        "Antwoorden die een partij uit een register doorgaf, met register en peildatum. Zij tellen "
        "pas als iemand ze in een screening bevestigt.",
        BrongegevensUit,
        _lees,
    ),
)
DADEN = (
    Schrijfdeur(
        "brongegevens",
        "geefBrongegevensDoor",
        "Geef door wat een register al weet",
        "Adres, identiteitsbewijs, verzekering: wie de screening invult, ziet het met register en "
        "dag, en bevestigt of verbetert het. Nogmaals sturen verandert niets; ouder vervangt geen "
        "nieuwer.",
        BrongegevensIn,
        {
            "registernaam": "Basisregistratie Personen",
            "peildatum": "2026-11-20",
            "antwoorden": [
                {"vraag": "brp_adres", "soort": "gegeven", "waarde": "woonadres"},
            ],
        },
        _geef_door,
        RijenUit,
        gedane,
    ),
    Schrijfdeur(
        "brongegevens/{uuid:nummer}/intrekkingen",
        "trekBrongegevenIn",
        "Trek een gegeven uit een register in",
        "Alleen het loket dat het doorgaf, kan dit.",
        IntrekkingIn,
        {"reden": "Het ging over een ander"},
        _trek_in,
        IngetrokkenUit,
        lambda nummer: {"id": nummer},
    ),
)
"""The endpoints of this subject."""
