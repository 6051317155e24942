"""Grounds follow facts: recomputed with every change of a fact, ended and never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.delen.afsprakenboek import boek_voor
from richting.delen.gronden import (
    Loketgrond,
    Verschil,
    geldende_rijen,
    loketten_van,
    van_feiten,
    van_rij,
    verschil,
)
from richting.delen.models import Afscherming, Grond
from richting.dossiers.feiten import al_gevolgd, feiten_in, feiten_van_alle
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.invoer import voeg_in
from richting.kern.werk import Werk, verwerking

EIGEN = frozenset(
    {"grond_ontstaan", "grond_vervallen", "afgeschermd", "uitgesloten", "afscherming_beeindigd"}
    | {"zicht_begonnen", "zicht_geeindigd"}
)
"""What this room itself notes changes no fact, nor that a desk was told what it sees."""
GEOPEND = "dossier_geopend"
VANZELF = "Terroristisch misdrijf: alleen aangewezen medewerkers (akkoord, deel 3)."
ONGEZIEN = "afscherming"
"""The journal category of restrictions: no ground opens it, no timeline tells who is excluded."""
PER_KEER = 500


def herbereken(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Bring the grounds of these dossiers in line with their facts. Clausule 6.1, 6.2, 6.3, 6.4.

    Two queries when nothing changed, two more when something did, however many dossiers. Facts that
    were followed before in this unit of work ask nothing.
    """
    soorten = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    geraakt = [d for d, s in soorten.items() if s - EIGEN and not al_gevolgd(werk, d, "gronden")]
    if geraakt:
        nieuw = {dossier for dossier in geraakt if GEOPEND in soorten[dossier]}
        _breng_bij(werk, {dossier: feiten_in(werk, dossier) for dossier in geraakt}, nieuw)


def herbouw_alles(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Rebuild the grounds of all dossiers (or of these); yields per batch which had drifted.

    One transaction per PER_KEER dossiers. Run as owner: it reads every dossier.
    """
    for nummers in per_keer(dossiers):
        with verwerking(wie) as werk:
            scheef = breng_bij(werk, nummers)
        yield scheef


def breng_bij(werk: Werk, nummers: Iterable[UUID]) -> list[UUID]:
    """The grounds of these dossiers from their rows, also when no fact changed; which had drifted.

    A dossier that somebody changes at the same moment is waited for.
    """
    vast = Dossier.objects.filter(pk__in=list(nummers)).order_by("pk")
    sleutels = vast.select_for_update(no_key=True).values_list("pk", flat=True)
    per_dossier = feiten_van_alle(list(sleutels))
    for nummer, feiten in per_dossier.items():
        werk.geheugen.setdefault(("feiten", nummer), feiten)
    return _breng_bij(werk, per_dossier)


def per_keer(dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """All dossiers (or these) in batches of PER_KEER, oldest first."""
    if dossiers is None:
        dossiers = Dossier.objects.order_by("pk").values_list("pk", flat=True)
    alle = list(dossiers)
    for begin in range(0, len(alle), PER_KEER):
        yield alle[begin : begin + PER_KEER]


def _breng_bij(
    werk: Werk, per_dossier: Mapping[UUID, Feiten], nieuw: Collection[UUID] = ()
) -> list[UUID]:
    """Write every difference between facts and grounds; the dossiers that had one.

    `nieuw` were opened just now and have no row yet.
    """
    op, aannames = werk.wie.vandaag, aannames_op(werk.wie.vandaag)
    bekend = [dossier for dossier in per_dossier if dossier not in nieuw]
    staand = geldende_rijen(bekend) if bekend else {}
    boek = boek_voor(loketten_van(per_dossier.values(), aannames, op))
    anders: dict[UUID, Verschil] = {}
    scheef = []
    for dossier, feiten in per_dossier.items():
        rijen = staand.get(dossier, [])
        onbeschermd = _scherm_vanzelf_af(werk, dossier, feiten, rijen)
        anders[dossier] = verschil(van_feiten(feiten, aannames, op, boek), rijen)
        if onbeschermd or anders[dossier]:
            scheef.append(dossier)
    _schrijf(werk, anders)
    return scheef


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


def _schrijf(werk: Werk, anders: Mapping[UUID, Verschil]) -> None:
    nu = werk.wie.nu
    vervallen = [rij.pk for een in anders.values() for rij in een.vervallen]
    if vervallen:
        Grond.objects.filter(pk__in=vervallen).update(vervallen_op=nu)
    voeg_in(_rij(dossier, g, nu) for dossier, een in anders.items() for g in een.nieuw)
    for dossier, een in anders.items():
        for compartiment, regels in _per_compartiment(van_rij(rij) for rij in een.vervallen):
            werk.noteer(dossier, "grond_vervallen", compartiment, voor={"gronden": regels})
        for compartiment, regels in _per_compartiment(een.nieuw):
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
        regioafspraken=list(grond.regioafspraken),
        vastgesteld_op=nu,
    )


def _per_compartiment(gronden: Iterable[Loketgrond]) -> list[tuple[str, list[dict[str, Any]]]]:
    """What the journal keeps of these grounds, apart for each compartment."""
    regels: dict[str, list[dict[str, Any]]] = {}
    for grond in gronden:
        regel: dict[str, Any] = {
            "loket": grond.loket,
            "grondslag": grond.grondslag,
            "rol": grond.rol,
            "vanaf": grond.geldig_vanaf.isoformat(),
            "tot": grond.geldig_tot.isoformat() if grond.geldig_tot else None,
        }
        if grond.regioafspraken:
            regel["regioafspraken"] = list(grond.regioafspraken)
        regels.setdefault(grond.compartiment, []).append(regel)
    return sorted(regels.items())
