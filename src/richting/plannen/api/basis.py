"""What every endpoint of the plan shares: shapes made from tables, and refusals in one form.

A row goes out with its `id` and `versie`; who changes it sends that `versie` back. When somebody
else was first the answer is 409 with what stands now and the new version, and nothing is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Annotated, Any, Literal, Protocol
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models
from django.http import Http404
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field, Strict, create_model

from richting.akkoord.plan.overgangen import GeenOvergang
from richting.akkoord.plan.woorden import Leefgebied
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import Botsing, als_json
from richting.plannen.models import Planrij
from richting.plannen.toegang import lees_plan
from richting.regie.api.basis import GEEN_DOSSIER, ZONDER_NUL, Dag, In, Leeg, Tekst

__all__ = [
    "GEEN_DOSSIER",
    "ZONDER_NUL",
    "Dag",
    "GedaanUit",
    "In",
    "Ja",
    "Leeg",
    "Nummer",
    "Tekst",
    "Versie",
    "als_rij",
    "gedaan",
    "kameel",
    "lees",
    "lijstvorm",
    "rijvorm",
    "schrijf",
]

Ja = Annotated[bool, Strict()]
Versie = Annotated[int, Strict(), Field(ge=0, le=2_000_000_000)]
Nummer = Annotated[int, Strict(), Field(ge=1, le=2_000_000_000)]


SOORTEN: tuple[tuple[type[Any], Any], ...] = (
    (ArrayField, list[str]),
    (models.JSONField, dict[str, str]),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.BooleanField, bool),
    (models.IntegerField, int),
)
"""What a column is in JSON; anything else is text."""


class GedaanUit(Schema):
    """The row that was written, as it stands now: send this `versie` to change it."""

    id: UUID
    versie: int


class RijUit(GedaanUit):
    """A row that was written, in one life area."""

    leefgebied: Leefgebied


class RijenUit(Schema):
    """The rows that were written, each in its life area."""

    rijen: list[RijUit]


class MetVersie(Protocol):
    """What an act gives back: a row, or what stands for one."""

    @property
    def pk(self) -> Any:
        """The number of the row."""

    @property
    def versie(self) -> int:
        """How often it was written."""


def gedaan(rij: MetVersie) -> dict[str, Any]:
    """The answer to an act that made or changed this row."""
    return {"id": rij.pk, "versie": rij.versie}


def gedane(rijen: Iterable[Planrij]) -> dict[str, Any]:
    """The answer to an act that wrote rows in life areas: their compartment names the area."""
    return {"rijen": [{**gedaan(rij), "leefgebied": rij.categorie} for rij in rijen]}


def kameel(naam: str) -> str:
    """A column as the API names it: `geldig_tot` is `geldigTot`."""
    eerste, *rest = naam.split("_")
    return eerste + "".join(deel.title() for deel in rest)


def rijvorm(naam: str, model: type[Planrij], *velden: str) -> type[Schema]:
    """The shape of a row with these columns, made from the model."""
    vormen: dict[str, Any] = {"id": (UUID, ...), "versie": (int, ...)}
    vormen |= {kameel(v): (_soort(model._meta.get_field(v)), ...) for v in velden}
    vormen |= {"gewijzigdOp": (datetime, ...), "door": (str, ...)}
    vorm: type[Schema] = create_model(naam, __base__=Schema, **vormen)
    return vorm


def lijstvorm(naam: str, veld: str, regel: type[Schema]) -> type[Schema]:
    """The shape of an answer that holds a list of these."""
    vorm: type[Schema] = create_model(naam, __base__=Schema, **{veld: (list[regel], ...)})  # type: ignore[valid-type,call-overload]
    return vorm


def als_rij(rij: Planrij, *velden: str) -> dict[str, Any]:
    """A row as `rijvorm` describes it."""
    uit: dict[str, Any] = {"id": rij.pk, "versie": rij.versie}
    uit |= {kameel(veld): getattr(rij, veld) for veld in velden}
    return {**uit, "gewijzigdOp": rij.gewijzigd_op, "door": rij.door}


def _soort(veld: Any) -> Any:
    soort = next((uit for model, uit in SOORTEN if isinstance(veld, model)), str)
    if isinstance(veld, models.ForeignKey):
        soort = UUID if isinstance(veld.target_field, models.UUIDField) else int
    elif soort is str and veld.choices:
        keuzes = [str(waarde) for waarde, _naam in veld.choices]
        soort = Literal[tuple([*([""] if veld.blank else []), *keuzes])]
    return soort | None if veld.null else soort


def lees(
    wie: Wie,
    dossier: UUID,
    handeling: str,
    functie: Callable[[Lezing, Dossier, set[str]], Any],
    nodig: str,
) -> Any:
    """Read on record; 404 without a ground for `nodig`."""
    try:
        return lees_plan(wie, dossier, handeling, functie, nodig)
    except Http404 as fout:
        raise niet_gevonden(GEEN_DOSSIER) from fout


def schrijf(
    doe: Callable[[], Any], als: Callable[[Any], dict[str, Any]] = gedaan
) -> dict[str, Any]:
    """Do it and answer what came of it; every refusal of the room becomes one of the API."""
    try:
        return als(doe())
    except NietToegestaan as fout:
        raise niet_gevonden(GEEN_DOSSIER) from fout
    except Botsing as fout:
        raise _botsing(fout) from fout
    except (KanNiet, GeenOvergang) as fout:
        zin = _(fout.zin)
        raise Probleem(409, "Kan nu niet", zin, [Deelfout("body", "", fout.code, zin)]) from fout
    except IntegrityError as fout:
        raise Probleem(409, "Botsing", "Iemand anders was net eerder. Lees het opnieuw.") from fout


def _botsing(fout: Botsing) -> Probleem:
    zin = "Iemand anders veranderde dit. Kijk wat er nu staat en stuur uw keuze met de versie."
    delen = [
        Deelfout(
            "body", kameel(v.veld.removesuffix("_id")), "veranderd", "Hier staat nu iets anders."
        )
        for v in fout.verschillen
    ]
    probleem = Probleem(409, "Botsing", zin, delen)
    nu = {kameel(v.veld): als_json(v.nu) for v in fout.verschillen}
    probleem.extra |= {"versie": fout.rij.versie, "nu": nu}
    return probleem
