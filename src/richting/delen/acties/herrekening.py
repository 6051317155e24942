"""Grounds follow facts: recomputed with every change of a fact, ended and never deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.delen.gronden import (
    Loketgrond,
    Verschil,
    geldende_rijen,
    van_feiten,
    van_rij,
    verschil,
)
from richting.delen.models import Afscherming, Grond
from richting.dossiers.feiten import feiten_in, feiten_van_alle
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Gebeurtenis
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking

EIGEN = frozenset(
    {"grond_ontstaan", "grond_vervallen", "afgeschermd", "uitgesloten", "afscherming_beeindigd"}
)
"""What this room itself notes changes no fact."""
VANZELF = "Terroristisch misdrijf: alleen aangewezen medewerkers (akkoord, deel 3)."
ONGEZIEN = "afscherming"
"""The journal category of restrictions: no ground opens it, no timeline tells who is excluded."""
PER_KEER = 500


def herbereken(werk: Werk, dossier: UUID, gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Bring the grounds of a dossier in line with its facts. Clausule 6.1, 6.2, 6.3, 6.4.

    One query when nothing changed, two more when something did.
    """
    if all(gebeurtenis.soort in EIGEN for gebeurtenis in gebeurtenissen):
        return
    feiten = feiten_in(werk, dossier)
    _breng_bij(werk, dossier, feiten, geldende_rijen([dossier]).get(dossier, []))


def herbouw_alles(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Rebuild the grounds of all dossiers (or of these); yields per batch which had drifted.

    One transaction per PER_KEER dossiers. Run as owner: it reads every dossier.
    """
    for nummers in per_keer(dossiers):
        with verwerking(wie) as werk:
            feiten, staand = feiten_van_alle(nummers), geldende_rijen(nummers)
            scheef = [
                nummer
                for nummer in nummers
                if _breng_bij(werk, nummer, feiten[nummer], staand.get(nummer, []))
            ]
        yield scheef


def per_keer(dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """All dossiers (or these) in batches of PER_KEER, oldest first."""
    if dossiers is None:
        dossiers = Dossier.objects.order_by("pk").values_list("pk", flat=True)
    alle = list(dossiers)
    for begin in range(0, len(alle), PER_KEER):
        yield alle[begin : begin + PER_KEER]


def _breng_bij(werk: Werk, dossier: UUID, feiten: Feiten, staand: list[Grond]) -> bool:
    scheef = _scherm_vanzelf_af(werk, dossier, feiten, staand)
    wil = van_feiten(feiten, aannames_op(werk.wie.vandaag), werk.wie.vandaag)
    anders = verschil(wil, staand)
    if anders:
        _schrijf(werk, dossier, anders)
    return scheef or bool(anders)


def _scherm_vanzelf_af(werk: Werk, dossier: UUID, feiten: Feiten, staand: list[Grond]) -> bool:
    """A terrorist offence shields the dossier as long as that fact stands. Clausule 3.6."""
    if not feiten.terroristisch and not any(rij.afgeschermd for rij in staand):
        return False
    vanzelf = Afscherming.objects.filter(
        dossier=dossier,
        soort=Afscherming.ALLEEN,
        loket=None,
        medewerker=None,
        beeindigd_op=None,
    )
    staat = vanzelf.exists()
    if feiten.terroristisch == staat:
        return False
    if staat:
        vanzelf.update(beeindigd_op=werk.wie.nu)
        werk.noteer(dossier, "afscherming_beeindigd", ONGEZIEN, voor={"vanzelf": True})
        return True
    Afscherming.objects.create(
        dossier_id=dossier, soort=Afscherming.ALLEEN, reden=VANZELF, gezet_op=werk.wie.nu
    )
    werk.noteer(dossier, "afgeschermd", ONGEZIEN, na={"vanzelf": True}, reden=VANZELF)
    return True


def _schrijf(werk: Werk, dossier: UUID, anders: Verschil) -> None:
    nu = werk.wie.nu
    if anders.vervallen:
        nummers = [rij.pk for rij in anders.vervallen]
        Grond.objects.filter(pk__in=nummers).update(vervallen_op=nu)
        vervallen = [van_rij(rij) for rij in anders.vervallen]
        for compartiment, regels in _per_compartiment(vervallen):
            werk.noteer(dossier, "grond_vervallen", compartiment, voor={"gronden": regels})
    if anders.nieuw:
        Grond.objects.bulk_create(_rij(dossier, grond, nu) for grond in anders.nieuw)
        for compartiment, regels in _per_compartiment(anders.nieuw):
            werk.noteer(dossier, "grond_ontstaan", compartiment, na={"gronden": regels})


def _rij(dossier: UUID, grond: Loketgrond, nu: datetime) -> Grond:
    return Grond(
        dossier_id=dossier,
        loket_id=grond.loket,
        grondslag=grond.grondslag,
        categorieen=list(grond.categorieen),
        doel=grond.doel,
        regime=grond.regime,
        rol=grond.rol,
        zin=grond.zin,
        geldig_vanaf=grond.geldig_vanaf,
        geldig_tot=grond.geldig_tot,
        vastgesteld_op=nu,
    )


def _per_compartiment(gronden: Iterable[Loketgrond]) -> list[tuple[str, list[dict[str, Any]]]]:
    """What the journal keeps of these grounds, apart for each compartment."""
    regels: dict[str, list[dict[str, Any]]] = {}
    for grond in gronden:
        regel = {
            "loket": grond.loket,
            "grondslag": grond.grondslag,
            "rol": grond.rol,
            "vanaf": grond.geldig_vanaf.isoformat(),
            "tot": grond.geldig_tot.isoformat() if grond.geldig_tot else None,
        }
        regels.setdefault(grond.compartiment, []).append(regel)
    return sorted(regels.items())
