"""Everything that writes in this room: every desk's work list follows the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import laatste_dag, rekendatum
from richting.delen.gronden import geldende_rijen
from richting.delen.models import Grond
from richting.dossiers.feiten import feiten_in, feiten_van_alle
from richting.dossiers.models import OpenVraag
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.invoer import voeg_in
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Melding
from richting.regie.acties import werkstand
from richting.regie.models import Werkregel
from richting.regie.toewijzers import op_naam

BIJWERKEN = (
    "thuiskomst",
    "einde_onbekend",
    "vertrokken_op",
    "open_vragen",
    "zichtbaar_vanaf",
    "zichtbaar_tot",
)
BIJ_BOTSING = "(loket_id, dossier_id) DO UPDATE SET " + ", ".join(
    f"{kolom} = EXCLUDED.{kolom}" for kolom in BIJWERKEN
)
ZONDER_GEVOLG = frozenset({"afgeschermd", "uitgesloten", "afscherming_beeindigd", "toegewezen"})


@dataclass(frozen=True)
class Spanne:
    """From when until when a desk sees a dossier."""

    vanaf: date
    tot: date | None


def werk_bij(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Keep the lines of these dossiers true on all work lists. Clausule 1.1.

    Once, when all other rooms have reacted. Seven queries at most, however many dossiers.
    """
    per_dossier = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    for dossier, soorten in per_dossier.items():
        if soorten == {"bevestigd"}:
            _bevestigd(dossier, werk.wie.loket)
    geraakt = [d for d, soorten in per_dossier.items() if _raakt_de_lijst(soorten)]
    if not geraakt:
        return
    nieuw = {d: per_dossier[d] for d in geraakt if werkstand.pas_geopend(per_dossier[d])}
    _schrijf(werk, {dossier: feiten_in(werk, dossier) for dossier in geraakt}, nieuw)
    _weer_nieuw(
        {
            (dossier, loket)
            for dossier in geraakt
            if "dossier_geopend" not in per_dossier[dossier]
            for loket in werk.geheugen.get(("gemeld", dossier), ())
        },
        werk.wie.nu,
    )


def _raakt_de_lijst(soorten: set[str]) -> bool:
    """Not when only restrictions or names changed."""
    return not soorten <= ZONDER_GEVOLG and soorten != {"bevestigd"}


def _weer_nieuw(gemeld: set[tuple[UUID, int]], nu: datetime) -> None:
    """Who confirmed before and was told something since, has something new again."""
    if not gemeld:
        return
    gezien = Werkregel.objects.filter(dossier__in={nr for nr, _l in gemeld}, nieuw_sinds=None)
    rijen = gezien.values_list("pk", "dossier", "loket")
    weer = [pk for pk, dossier, loket in rijen if (dossier, loket) in gemeld]
    if weer:
        Werkregel.objects.filter(pk__in=weer).update(nieuw_sinds=nu)


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
    werk: Werk, per_dossier: Mapping[UUID, Feiten], nieuw: Mapping[UUID, set[str]]
) -> None:
    """Add and mend the lines of these dossiers, and take away those of desks without a ground.

    Lines of `nieuw`, opened just now, get the columns of their posts at once: it says what was
    noted of them. Of the others `werkstand` mends the columns.
    A line that is made (again) for an older dossier stands in the name of who had it at the desk.
    """
    bekend = [dossier for dossier in per_dossier if dossier not in nieuw]
    gronden, met_vragen = geldende_rijen(per_dossier), _met_vragen(bekend, nieuw)
    standen = werkstand.bij_aanvang(werk, {d: per_dossier[d] for d in nieuw}, gronden, nieuw)
    regels = [
        _met_stand(regel, standen.get((dossier, regel.loket_id), werkstand.LEEG))
        for dossier, feiten in per_dossier.items()
        for regel in _regels(
            dossier, feiten, _spannes(gronden.get(dossier, [])), dossier in met_vragen, werk.wie.nu
        )
    ]
    blijft = {(regel.dossier_id, regel.loket_id) for regel in regels}
    er_zijn = _sleutels(bekend)
    weg = [pk for paar, pk in er_zijn.items() if paar not in blijft]
    if weg:
        Werkregel.objects.filter(pk__in=weg).delete()
    voeg_in(regels, BIJ_BOTSING)
    erbij = {paar for paar in blijft - er_zijn.keys() if paar[0] not in nieuw}
    if erbij:
        al = op_naam({nummer for nummer, _loket in erbij})
        zet_medewerker(werk, {paar: wie for paar, wie in al.items() if paar in erbij})


def _met_stand(regel: Werkregel, stand: werkstand.Stand) -> Werkregel:
    regel.uiterlijk, regel.wacht_tot = stand.loket.uiterlijk, stand.loket.wacht_tot
    regel.niet_op_orde, regel.herzien_op = stand.niet_op_orde, stand.herzien_op
    return regel


def _met_vragen(bekend: list[UUID], nieuw: Mapping[UUID, set[str]]) -> set[UUID]:
    """The dossiers with an open question; of new ones the notes tell. One query at most."""
    gevraagd = {dossier for dossier, soorten in nieuw.items() if "vraag_gesteld" in soorten}
    if not bekend:
        return gevraagd
    open_ = OpenVraag.objects.filter(dossier__in=bekend, vervallen_op=None)
    return gevraagd.union(open_.values_list("dossier", flat=True))


def _sleutels(bekend: list[UUID]) -> dict[tuple[UUID, int], int]:
    """The lines that stand. One query, none without dossiers."""
    if not bekend:
        return {}
    rijen = Werkregel.objects.filter(dossier__in=bekend)
    return {(nr, loket): pk for pk, nr, loket in rijen.values_list("pk", "dossier", "loket")}


def _regels(
    dossier: UUID, feiten: Feiten, spannes: dict[int, Spanne], open_vragen: bool, nu: datetime
) -> Iterator[Werkregel]:
    einde, komt = laatste_dag(feiten), rekendatum(feiten)
    for loket, spanne in sorted(spannes.items()):
        yield Werkregel(
            dossier_id=dossier,
            loket_id=loket,
            nieuw_sinds=nu,
            thuiskomst=None if einde else komt,
            einde_onbekend=einde is None and komt is None,
            vertrokken_op=einde,
            open_vragen=open_vragen,
            zichtbaar_vanaf=spanne.vanaf,
            zichtbaar_tot=spanne.tot,
        )


def herbouw(wie: Wie, dossiers: Iterable[UUID]) -> None:
    """Make the lines of these dossiers again from dossier, grounds and mailbox."""
    nummers = list(dossiers)
    with verwerking(wie) as werk:
        Werkregel.objects.filter(dossier__in=nummers).delete()
        _schrijf(werk, feiten_van_alle(nummers), {})
        werkstand.breng_bij(nummers, wie.vandaag)
        for dossier, loket in _alles_bevestigd(nummers):
            _bevestigd(dossier, loket)


def zet_medewerker(werk: Werk, namen: Mapping[tuple[UUID, int], int | None]) -> None:
    """Who is named for these dossiers at these desks; None: nobody. One query. Clausule 1.10."""
    if not namen:
        return
    dossiers, loketten = zip(*namen, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE regie_werkregel w SET medewerker = v.m"
            " FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[]) AS v(d, l, m)"
            " WHERE w.dossier_id = v.d AND w.loket_id = v.l AND w.medewerker IS DISTINCT FROM v.m",
            [list(dossiers), list(loketten), list(namen.values())],
        )


def _alles_bevestigd(dossiers: list[UUID]) -> set[tuple[UUID, int]]:
    """Dossier and desk where the desk confirmed, and was told nothing since. Two queries."""
    rijen = Melding.objects.filter(dossier__in=dossiers).values_list("dossier", "loket")
    ooit = set(rijen.filter(bevestigd_op__isnull=False))
    return ooit - set(rijen.filter(bevestigd_op=None))
