"""Who directs follows the facts: the rows are made again with every change. Clausule 1.5-1.8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.delen.acties.herrekening import per_keer
from richting.dossiers.feiten import al_gevolgd, feiten_in, feiten_van_alle
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.invoer import voeg_in
from richting.kern.werk import Werk, verwerking
from richting.regie.acties.overgang import verwerk
from richting.regie.afspraken import afspraken_van
from richting.regie.models import Regietijdvak
from richting.regie.tijdvakken import Verschil, geldend, verschil, vooruit

VERZOEKEN = frozenset(
    {"verzoek_gedaan", "verzoek_aanvaard", "verzoek_geweigerd", "verzoek_ingetrokken"}
)
"""Facts of the stay that no message tells."""


def volg(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Bring who directs in line with the facts. Clausule 1.5, 1.6, 1.7, 1.8.

    A new dossier costs its rows and no query; two queries for all others together, and two more
    when something changed.
    """
    soorten = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    geraakt = [d for d, deze in soorten.items() if _raakt(werk, d, deze)]
    if geraakt:
        nieuw = {d for d in geraakt if "dossier_geopend" in soorten[d]}
        breng_bij(werk, {d: feiten_in(werk, d) for d in geraakt}, nieuw)


def _raakt(werk: Werk, dossier: UUID, soorten: set[str]) -> bool:
    """Not when only rooms answered each other: those facts were followed already."""
    if ("feiten_voor", dossier) not in werk.geheugen and not soorten & VERZOEKEN:
        return False
    return not al_gevolgd(werk, dossier, "regie")


def breng_bij(
    werk: Werk, per_dossier: Mapping[UUID, Feiten], nieuw: Iterable[UUID] = ()
) -> list[UUID]:
    """Write every difference between facts and rows; the dossiers that had one."""
    bekend = set(per_dossier) - set(nieuw)
    staand = vergrendeld(bekend) if bekend else {}
    afgesproken = afspraken_van({d: per_dossier[d] for d in bekend}) if bekend else {}
    aannames, wie = aannames_op(werk.wie.vandaag), werk.wie
    anders = {
        dossier: verschil(
            dossier, feiten, staand.get(dossier, []), afgesproken.get(dossier, {}), wie, aannames
        )
        for dossier, feiten in per_dossier.items()
    }
    schrijf(anders.values())
    paren = [paar for d in bekend for paar in _overgangen(staand.get(d, []), anders[d], wie)]
    if paren:
        verwerk(werk, per_dossier, paren)
    return [dossier for dossier, een in anders.items() if een.weg or een.erbij]


def _overgangen(
    staand: list[Regietijdvak], anders: Verschil, wie: Wie
) -> Iterator[tuple[Regietijdvak, Regietijdvak]]:
    """What passed to another party at this moment: the row that held, and the one that holds."""
    for rij in anders.erbij:
        was = geldend((een for een in staand if een.taak == rij.taak), rij.vanaf)
        if was and not vooruit(rij, wie.vandaag):
            yield was, rij


def vergrendeld(dossiers: Iterable[UUID]) -> dict[UUID, list[Regietijdvak]]:
    """The rows of these dossiers in order; nobody else changes them meanwhile. Two queries."""
    nummers = sorted(dossiers)
    list(
        Dossier.objects.select_for_update(no_key=True)
        .filter(pk__in=nummers)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    return _rijen(nummers)


def _rijen(dossiers: Iterable[UUID]) -> dict[UUID, list[Regietijdvak]]:
    uit: dict[UUID, list[Regietijdvak]] = {}
    for rij in Regietijdvak.objects.filter(dossier__in=list(dossiers)).order_by("vanaf"):
        uit.setdefault(rij.dossier_id, []).append(rij)
    return uit


def schrijf(verschillen: Iterable[Verschil]) -> None:
    """Take away what no longer lies ahead, and write the new rows. Two queries at most."""
    alle = list(verschillen)
    weg = [rij.pk for een in alle for rij in een.weg]
    if weg:
        Regietijdvak.objects.filter(pk__in=weg).delete()
    voeg_in(rij for een in alle for rij in een.erbij)


def herbouw_alles(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Make the rows of all dossiers (or of these) follow their facts; yields what had drifted.

    One transaction per batch. Run as owner: it reads every dossier.
    """
    for nummers in per_keer(dossiers):
        with verwerking(wie) as werk:
            scheef = breng_bij(werk, feiten_van_alle(nummers))
        yield scheef


def afwijkende_dossiers(wie: Wie, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Per batch the dossiers whose rows differ from what their facts give; changes nothing."""
    aannames = aannames_op(wie.vandaag)
    for nummers in per_keer(dossiers):
        staand = _rijen(nummers)
        alles = feiten_van_alle(nummers)
        afgesproken = afspraken_van(alles)
        uitkomsten = [
            (d, verschil(d, alles[d], staand.get(d, []), afgesproken.get(d, {}), wie, aannames))
            for d in nummers
        ]
        yield [dossier for dossier, een in uitkomsten if een.weg or een.erbij]
