"""A row in every table of the plan, each table in another compartment.

Rows are filled from the fields of their model, so that a new table is tested without a line here:
what counts for the second lock is only the dossier and the compartment.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.kern import klok
from richting.partijen.models import Loket
from richting.plannen.models import Voorziening
from richting.plannen.slot import PLANTABELLEN as OP_SLOT

CATEGORIEEN = tuple(c.value for c in Gegevenscategorie)
PLANTABELLEN: dict[str, tuple[str, ...]] = {
    tabel: (CATEGORIEEN[plek % len(CATEGORIEEN)],) for plek, tabel in enumerate(sorted(OP_SLOT))
}
"""Each table of the plan, and the compartment of its one row."""


def maak_planrijen(dossier: Dossier) -> None:
    """One row in every table of the plan, and the provision that its place is in."""
    maak_voorziening()
    gemaakt: dict[type[models.Model], models.Model] = {}
    for model in _ouders_eerst():
        (categorie,) = PLANTABELLEN[model._meta.db_table]
        rij = model(**{v.name: _waarde(v, dossier, categorie, gemaakt) for v in _verplicht(model)})
        rij.save(force_insert=True)
        gemaakt[model] = rij


def maak_voorziening() -> Voorziening:
    """A provision of some desk, by the program itself."""
    nu = klok.nu()
    return Voorziening.objects.create(
        houder=Loket.objects.earliest("pk"),
        naam="proef",
        soort="opvang",
        leefgebied="onderdak",
        plaatsen=1,
        geldig_vanaf=nu.date(),
        gemaakt_op=nu,
        gewijzigd_op=nu,
    )


def _ouders_eerst() -> list[type[models.Model]]:
    """The models of the plan, those that others point at first."""
    alle = [m for m in apps.get_models() if m._meta.db_table in PLANTABELLEN]
    return sorted(alle, key=lambda m: any(_naar(v) in alle for v in m._meta.fields))


def _naar(veld: Any) -> Any:
    return veld.related_model if veld.is_relation else None


def _verplicht(model: type[models.Model]) -> list[Any]:
    return [
        veld
        for veld in model._meta.fields
        if not veld.primary_key and not veld.null and not veld.has_default()
    ]


def _waarde(
    veld: Any, dossier: Dossier, categorie: str, gemaakt: dict[type[models.Model], models.Model]
) -> Any:
    if veld.name == "categorie":
        return categorie
    if veld.is_relation:
        vast = {
            Dossier: dossier,
            Loket: Loket.objects.first(),
            Gemeenteverzoek: Gemeenteverzoek.objects.filter(dossier=dossier).first(),
            Voorziening: Voorziening.objects.first(),
        }
        return {**vast, **gemaakt}[veld.related_model]
    for soort, waarde in _PER_SOORT.items():
        if isinstance(veld, soort):
            return waarde() if callable(waarde) else waarde
    raise AssertionError(f"{veld}: geen waarde voor {type(veld).__name__}")


def _nu() -> datetime:
    return klok.nu()


_PER_SOORT: dict[type[models.Field[Any, Any]], Any] = {
    models.DateTimeField: _nu,
    models.DateField: date(2026, 11, 23),
    models.BooleanField: False,
    models.IntegerField: 1,
    models.DecimalField: 1,
    models.JSONField: dict,
    models.UUIDField: lambda: None,
    models.TextField: "proef",
}
