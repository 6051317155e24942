"""What changed between two states of a stay, as the journal tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import groupby
from typing import Any

from richting.akkoord.feiten import Plaats
from richting.akkoord.levensloop import BUITENZINNEN
from richting.akkoord.woorden import Eindereden, SoortPlaats
from richting.dossiers.stand import Stand

BUITEN_SOORT = {
    SoortPlaats.VERLOF: "verlof",
    SoortPlaats.VOORTVLUCHTIG: "ontvlucht",
    SoortPlaats.BUITEN_FASERING: "buiten_geplaatst",
    SoortPlaats.BUITEN_ONGESCHIKT: "buiten_geplaatst",
}


@dataclass(frozen=True)
class Wijziging:
    """One note for the journal: its kind, its compartment, and the values before and after."""

    soort: str
    categorie: str
    voor: dict[str, Any] = field(default_factory=dict)
    na: dict[str, Any] = field(default_factory=dict)
    reden: str = ""


def wijzigingen(oud: Stand, nieuw: Stand) -> list[Wijziging]:
    """Everything that differs, in the order in which one would tell it. Clausule 5.4."""
    if nieuw.ingetrokken != oud.ingetrokken:
        soort = "ingetrokken" if nieuw.ingetrokken else "gecorrigeerd"
        return [Wijziging(soort, "verblijf", na={"ingetrokken": nieuw.ingetrokken})]
    gevonden = [wijziging for regel in REGELS for wijziging in regel(oud, nieuw)]
    return gevonden


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _einde(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    if (oud.einde, oud.eindereden) == (nieuw.einde, nieuw.eindereden):
        return
    voor = {"einde": _dag(oud.einde)}
    na = {"einde": _dag(nieuw.einde), "reden": str(nieuw.eindereden or "")}
    if nieuw.einde is None:
        yield Wijziging("gecorrigeerd", "verblijf", voor, na)
    elif nieuw.eindereden is Eindereden.OVERLIJDEN:
        yield Wijziging("overleden", "verblijf", voor, na)
    else:
        yield Wijziging("vertrokken", "verblijf", voor, na)


def _overleden(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    """A death after the stay: told as a death too."""
    dag = nieuw.persoon.overleden_op
    if dag and dag != oud.persoon.overleden_op and nieuw.eindereden is not Eindereden.OVERLIJDEN:
        yield Wijziging("overleden", "verblijf", na={"einde": _dag(dag)})


def _verwachting(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    if oud.verwachting == nieuw.verwachting:
        return
    yield Wijziging(
        "einde_gewijzigd",
        "verblijf",
        verwachting_als_json(oud),
        verwachting_als_json(nieuw),
        nieuw.verwachting.reden,
    )


def verwachting_als_json(stand: Stand) -> dict[str, Any]:
    """The expected end as the journal keeps it."""
    verwacht = stand.verwachting
    return {
        "vroegst": _dag(verwacht.vroegst),
        "laatst": _dag(verwacht.laatst),
        "zekerheid": verwacht.zekerheid.value,
    }


def plaats_als_json(plaats: Plaats) -> dict[str, Any]:
    """A place as the journal keeps it."""
    return {
        "soort": plaats.soort.value,
        "inrichting": plaats.inrichting,
        "van": _dag(plaats.van),
        "tot": _dag(plaats.tot),
    }


def _plaatsen(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    """New stretches outside and new institutions; else the line in time was mended."""
    zonder_einde = {(p.soort, p.inrichting, p.van) for p in oud.plaatsen}
    erbij = [p for p in nieuw.plaatsen if (p.soort, p.inrichting, p.van) not in zonder_einde]
    verteld = [p for p in erbij if p.soort in BUITENZINNEN or _is_verhuizing(p, oud, nieuw)]
    for plaats in verteld:
        soort = BUITEN_SOORT.get(plaats.soort, "overgeplaatst")
        yield Wijziging(soort, "verblijf", na=plaats_als_json(plaats))
    weg = zonder_einde - {(p.soort, p.inrichting, p.van) for p in nieuw.plaatsen}
    if weg and not verteld and oud.begin == nieuw.begin:
        yield Wijziging("gecorrigeerd", "verblijf", na={"velden": ["plaats"]})


def _is_verhuizing(plaats: Plaats, oud: Stand, nieuw: Stand) -> bool:
    """To another institution, also one where this person was before; not a return from outside."""
    hier = (plaats.soort, plaats.inrichting)
    return _verblijven(nieuw).count(hier) > _verblijven(oud).count(hier)


def _verblijven(stand: Stand) -> list[tuple[SoortPlaats, str | None]]:
    """The institutions in order, those on either side of a time outside taken as one."""
    binnen = ((p.soort, p.inrichting) for p in stand.plaatsen if p.soort not in BUITENZINNEN)
    return [plek for plek, _groep in groupby(binnen)]


def _gemeenten(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    if oud.gemeenten != nieuw.gemeenten:
        voor = {"gemeenten": [[g.gemeente, g.rol.value] for g in oud.gemeenten]}
        na = {"gemeenten": [[g.gemeente, g.rol.value] for g in nieuw.gemeenten]}
        yield Wijziging("gemeente_gewijzigd", "verblijf", voor, na)


def _veld(soort: str, categorie: str, *namen: str) -> Callable[[Stand, Stand], Iterator[Wijziging]]:
    """A rule that notes that these fields changed, without their values."""

    def regel(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
        anders = [naam for naam in namen if getattr(oud, naam) != getattr(nieuw, naam)]
        if anders:
            yield Wijziging(soort, categorie, na={"velden": anders})

    return regel


def _persoon(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    """Which details of the person changed; never the values: the journal outlives them."""
    anders = [
        veld.name
        for veld in fields(nieuw.persoon)
        if veld.name not in ("skn", "overleden_op")
        and getattr(oud.persoon, veld.name) != getattr(nieuw.persoon, veld.name)
    ]
    if anders:
        yield Wijziging("persoon_gewijzigd", "verblijf", na={"velden": anders})


def _keten(oud: Stand, nieuw: Stand) -> Iterator[Wijziging]:
    zelfde_skn = oud.persoon.skn == nieuw.persoon.skn
    if not zelfde_skn or oud.parketnummers != nieuw.parketnummers:
        yield Wijziging("keten_gewijzigd", "keten")


REGELS: tuple[Callable[[Stand, Stand], Iterator[Wijziging]], ...] = (
    _einde,
    _overleden,
    _verwachting,
    _plaatsen,
    _gemeenten,
    _persoon,
    _keten,
    _veld("gecorrigeerd", "verblijf", "begin", "titel", "reclassering", "adolescentenstrafrecht"),
    _veld("afscherming_gewijzigd", "afscherming", "terroristisch"),
    _veld("toezicht_gewijzigd", "toezicht", "toezicht"),
    _veld("veroordeling_gewijzigd", "keten", "veroordeling"),
    _veld("risico_gewijzigd", "risico", "risico_vanaf", "risico_tot"),
    _veld("inbreng_gewijzigd", "verblijf", "veiligheidshuis", "veiligheidshuis_vanaf"),
)
