"""A row in every table of what people say about terms, each in another compartment."""

from __future__ import annotations

from typing import Any

from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.partijen.models import Loket
from richting.regie.models import Afvinking, Terugmelding, Uitstel

POSTTABELLEN: dict[str, tuple[str, ...]] = {
    "regie_uitstel": ("plan",),
    "regie_afvinking": ("schulden",),
    "regie_terugmelding": ("toezicht",),
}
"""Each table, and the compartment of its one row."""


def maak_postrijen(dossier: Dossier) -> None:
    """One row in each of these tables."""
    loket = Loket.objects.order_by("pk").first()
    dag = dossier.begin
    Uitstel.objects.create(
        **_rij(dossier, loket, "plan"), sleutel="termijn:T3", eerste_op=dag, tot=dag, reden="proef"
    )
    Afvinking.objects.create(
        **_rij(dossier, loket, "schulden"), daad="schuldoverzicht", gedaan_op=dag
    )
    Terugmelding.objects.create(
        **_rij(dossier, loket, "toezicht"),
        gegeven="toezicht_gegevens",
        staat_er="proef",
        hoort="proef",
        aan=loket,
        uiterlijk=dag,
    )


def _rij(dossier: Dossier, loket: Any, categorie: str) -> dict[str, Any]:
    return {
        "dossier": dossier,
        "loket": loket,
        "categorie": categorie,
        "gemaakt_op": klok.nu(),
    }
