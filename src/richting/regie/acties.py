"""Everything that writes in this room: every desk's work list follows the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import laatste_dag, rekendatum
from richting.delen.gronden import geldende_rijen
from richting.delen.models import Grond
from richting.dossiers.feiten import feiten_in, feiten_van_alle
from richting.dossiers.models import OpenVraag
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Gebeurtenis
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Melding
from richting.regie.models import Werkregel

BIJWERKEN = (
    "thuiskomst",
    "einde_onbekend",
    "vertrokken_op",
    "open_vragen",
    "zichtbaar_vanaf",
    "zichtbaar_tot",
)
GRONDEN = frozenset({"grond_ontstaan", "grond_vervallen"})
ZONDER_GEVOLG = frozenset({"afgeschermd", "uitgesloten", "afscherming_beeindigd"})


@dataclass(frozen=True)
class Spanne:
    """From when until when a desk sees a dossier."""

    vanaf: date
    tot: date | None


def werk_bij(werk: Werk, dossier: UUID, gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Keep the lines of this dossier true on all work lists. Clausule 1.1. Five queries at most."""
    soorten = {gebeurtenis.soort for gebeurtenis in gebeurtenissen}
    if soorten <= ZONDER_GEVOLG:
        return
    if soorten == {"bevestigd"}:
        _bevestigd(dossier, werk.wie.loket)
        return
    sleutel = ("werkregels", dossier)
    if soorten <= GRONDEN and werk.geheugen.get(sleutel):
        return
    werk.geheugen[sleutel] = True
    vragen = {v.code for v in OpenVraag.objects.filter(dossier=dossier, vervallen_op=None)}
    spannes = _spannes(geldende_rijen([dossier]).get(dossier, []))
    _schrijf(werk, dossier, feiten_in(werk, dossier), spannes, bool(vragen))
    gemeld = werk.geheugen.get(("gemeld", dossier))
    if gemeld and "dossier_geopend" not in soorten:
        _weer_nieuw(dossier, gemeld, werk.wie.nu)


def _weer_nieuw(dossier: UUID, loketten: Iterable[int], nu: datetime) -> None:
    """Who confirmed before and was told something since, has something new again."""
    rijen = Werkregel.objects.filter(dossier=dossier, loket__in=list(loketten), nieuw_sinds=None)
    rijen.update(nieuw_sinds=nu)


def _bevestigd(dossier: UUID, loket: int | None) -> None:
    Werkregel.objects.filter(dossier=dossier, loket=loket).update(nieuw_sinds=None)


def _spannes(gronden: Iterable[Grond]) -> dict[int, Spanne]:
    """Per desk from the first to the last day of its grounds."""
    uit: dict[int, Spanne] = {}
    for grond in gronden:
        oud = uit.get(grond.loket_id)
        if oud is None:
            uit[grond.loket_id] = Spanne(grond.geldig_vanaf, grond.geldig_tot)
            continue
        tot = (
            None if oud.tot is None or grond.geldig_tot is None else max(oud.tot, grond.geldig_tot)
        )
        uit[grond.loket_id] = Spanne(min(oud.vanaf, grond.geldig_vanaf), tot)
    return uit


def _schrijf(
    werk: Werk, dossier: UUID, feiten: Feiten, spannes: dict[int, Spanne], open_vragen: bool
) -> None:
    einde, komt = laatste_dag(feiten), rekendatum(feiten)
    Werkregel.objects.filter(dossier=dossier).exclude(loket__in=list(spannes)).delete()
    Werkregel.objects.bulk_create(
        (
            Werkregel(
                dossier_id=dossier,
                loket_id=loket,
                nieuw_sinds=werk.wie.nu,
                thuiskomst=None if einde else komt,
                einde_onbekend=einde is None and komt is None,
                vertrokken_op=einde,
                open_vragen=open_vragen,
                zichtbaar_vanaf=spanne.vanaf,
                zichtbaar_tot=spanne.tot,
            )
            for loket, spanne in sorted(spannes.items())
        ),
        update_conflicts=True,
        unique_fields=["loket", "dossier"],
        update_fields=BIJWERKEN,
    )


def herbouw(wie: Wie, dossiers: Iterable[UUID]) -> None:
    """Make the lines of these dossiers again from dossier, grounds and mailbox."""
    nummers = list(dossiers)
    with verwerking(wie) as werk:
        Werkregel.objects.filter(dossier__in=nummers).delete()
        feiten, gronden = feiten_van_alle(nummers), geldende_rijen(nummers)
        met_vragen = set(
            OpenVraag.objects.filter(dossier__in=nummers, vervallen_op=None).values_list(
                "dossier", flat=True
            )
        )
        for nummer in nummers:
            spannes = _spannes(gronden.get(nummer, []))
            _schrijf(werk, nummer, feiten[nummer], spannes, nummer in met_vragen)
        for dossier, loket in _alles_bevestigd(nummers):
            _bevestigd(dossier, loket)


def _alles_bevestigd(dossiers: list[UUID]) -> set[tuple[UUID, int]]:
    """Dossier and desk where the desk confirmed, and was told nothing since. Two queries."""
    rijen = Melding.objects.filter(dossier__in=dossiers).values_list("dossier", "loket")
    ooit = set(rijen.filter(bevestigd_op__isnull=False))
    return ooit - set(rijen.filter(bevestigd_op=None))
