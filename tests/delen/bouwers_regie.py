"""A row in every table of who directs, and which desks see it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.dossiers.models import Dossier, Huisinbreng
from richting.kern import klok
from richting.partijen.models import Loket
from richting.regie.models import (
    Overdracht,
    Overdrachtafspraak,
    Overdrachtpunt,
    Overdrachtstap,
    Toewijzing,
)
from tests.partijen.bouwers import maak_medewerker

CATEGORIE = {
    "regie_overdracht": "verblijf",
    "regie_overdrachtafspraak": "toezicht",
    "regie_overdrachtpunt": "onderdak",
    "regie_overdrachtstap": "verblijf",
    "regie_toewijzing": "verblijf",
    "dossiers_huisinbreng": "verblijf",
}
"""Each table and the compartment of its one row."""


def _aan_tafel(categorie: str) -> Callable[[str, set[str]], int]:
    return lambda soort, mag: int(soort in PLANPARTIJEN and categorie in mag)


AAN_TAFEL = {tabel: _aan_tafel(categorie) for tabel, categorie in CATEGORIE.items()}
"""How many rows a kind of desk sees, with a ground for these compartments."""


def maak_regierijen(dossier: Dossier) -> None:
    """One row in every table."""
    nu = klok.nu()
    loketten = Loket.objects.filter(soort__in=list(PLANPARTIJEN)).order_by("pk")
    van, aan = loketten[:2]
    overdracht = Overdracht.objects.create(
        dossier=dossier,
        taak="casusregie",
        van_loket=van,
        aan_loket=aan,
        soort="standaard",
        staat="voorbereid",
        datum=date(2026, 11, 23),
        gemaakt_op=nu,
        gewijzigd_op=nu,
    )
    Huisinbreng.objects.create(dossier=dossier, veiligheidshuis="ZVH", vanaf=date(2026, 11, 23))
    deel = {"dossier": dossier, "overdracht": overdracht}
    Overdrachtafspraak.objects.create(
        **deel,
        onderwerp="voorwaarden_toezicht",
        loket=aan,
        gemaakt_op=nu,
        categorie=CATEGORIE["regie_overdrachtafspraak"],
    )
    Overdrachtpunt.objects.create(
        **deel,
        code="onderdak",
        stand="gedaan",
        gemaakt_op=nu,
        categorie=CATEGORIE["regie_overdrachtpunt"],
    )
    Overdrachtstap.objects.create(**deel, naar="voorbereid", op=nu)
    Toewijzing.objects.create(
        dossier=dossier,
        loket=van,
        medewerker=maak_medewerker("proef", van),
        aan_tafel=True,
        sinds=nu,
    )
