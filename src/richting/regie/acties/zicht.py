"""Tell a desk what it begins or stops to see: at the change, or in the round of the day.

Clausule 5.4, 6.4. A change of facts tells most desks already; what no melding said is told here,
in the same transaction. What begins or ends because a day came, the daily round tells, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from richting.akkoord.zicht import ALTIJD, Baan, Wending, nog_te_vertellen
from richting.delen.acties.herrekening import per_keer
from richting.delen.models import Grond
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Gebeurtenis, Wijzigingen
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Melding
from richting.meldingen.zicht import als_verteld, wendingen_van, zichtmelding
from richting.regie.acties.basis import een_tegelijk
from richting.regie.models import Grondronde
from richting.regie.tijdvakken import middernacht

BEGONNEN, GEEINDIGD = "zicht_begonnen", "zicht_geeindigd"
GRONDEN = ("grond_ontstaan", "grond_vervallen")
COMPARTIMENT = {Baan.GEWOON: "verblijf", Baan.RISICO: "risico", Baan.BIJ: "bij"}
BEURT = 7408
"""Two rounds take turns, so that nobody is told twice."""


def volg(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Tell who begins or stops to see something by this change, when nothing else told so.

    Clausule 5.4, 6.4. No query when every desk was told; two for all dossiers together.
    """
    vragen = {
        dossier: loketten
        for dossier, gebeurd in wijzigingen.items()
        if (loketten := _mogelijk(werk, dossier, gebeurd))
    }
    if vragen:
        _vertel(werk, vragen, werk.wie.nu)


def _mogelijk(werk: Werk, dossier: UUID, gebeurd: Sequence[Gebeurtenis]) -> set[int]:
    """The desks that may not have been told of these grounds, from the notes alone."""
    gemeld: set[int] = werk.geheugen.get(("gemeld", dossier), set())
    open_: set[int] = set()
    weg: set[int] = set()
    besloten: set[int] = set()
    for een in gebeurd:
        if een.soort not in GRONDEN:
            continue
        erbij = een.soort == GRONDEN[0]
        regels = (een.na if erbij else een.voor)["gronden"]
        nu = {regel["loket"] for regel in regels if _geldt(regel, werk.wie.vandaag)}
        (open_ if erbij else weg).update(nu)
        besloten |= nu if een.categorie != "verblijf" else set()
    return ((open_ | weg) - gemeld) | besloten | (weg - open_)


def _geldt(regel: Mapping[str, Any], dag: date) -> bool:
    tot = regel["tot"]
    return regel["vanaf"] <= dag.isoformat() and (tot is None or dag.isoformat() < tot)


def ronde(wie: Wie) -> int | None:
    """The round of this day: tell what began or ended since the last; how many were told.

    None when it was done today. Clausule 5.4, 6.4. Run again after a fall it tells nothing twice.
    """
    with verwerking(wie):
        if Grondronde.objects.filter(dag=wie.vandaag).exists():
            return None
        nummers, vanaf = _geraakt(wie.vandaag), ondergrens()
    verteld = 0
    for deel in per_keer(nummers):
        with verwerking(wie) as werk:
            een_tegelijk(BEURT)
            verteld += _vertel(werk, dict.fromkeys(deel), vanaf)
    with verwerking(wie):
        Grondronde.objects.get_or_create(
            dag=wie.vandaag, defaults={"gedaan_op": wie.nu, "verteld": verteld}
        )
    return verteld


def ondergrens() -> datetime:
    """From when on turns must have been told. Within a unit of work. One query."""
    dag = Grondronde.objects.filter(ijkpunt=True).values_list("dag", flat=True).first()
    return middernacht(dag) if dag else ALTIJD


def _geraakt(vandaag: date) -> list[UUID]:
    """The dossiers where a ground began or ended since the last round. Two queries."""
    laatste = Grondronde.objects.filter(dag__lt=vandaag).values_list("dag", flat=True).first()
    sinds = laatste or date.min
    raak = Q(geldig_vanaf__gt=sinds, geldig_vanaf__lte=vandaag) | Q(
        geldig_tot__gt=sinds, geldig_tot__lte=vandaag
    )
    rijen = Grond.objects.filter(raak, vervallen_op=None).order_by("dossier")
    return list(rijen.values_list("dossier", flat=True).distinct())


def _vertel(werk: Werk, vragen: Mapping[UUID, set[int] | None], vanaf: datetime) -> int:
    """Tell these desks (None: all) of these dossiers what they do not know. Two queries."""
    gronden, post = _rijen(Grond, vragen), _rijen(Melding, vragen)
    verteld = 0
    for dossier, loketten in vragen.items():
        eigen = list(_van(gronden.get(dossier, []), loketten))
        alle = wendingen_van(eigen, werk.wie.nu) if eigen else []
        gehoord = [als_verteld(rij) for rij in post.get(dossier, [])]
        for wending in nog_te_vertellen(alle, gehoord, vanaf):
            _zeg(werk, dossier, wending, eigen)
            verteld += 1
    return verteld


def _rijen(model: Any, dossiers: Iterable[UUID]) -> dict[UUID, list[Any]]:
    uit: dict[UUID, list[Any]] = {}
    for rij in model.objects.filter(dossier__in=list(dossiers)).order_by("pk"):
        uit.setdefault(rij.dossier_id, []).append(rij)
    return uit


def _van(gronden: Iterable[Grond], loketten: set[int] | None) -> Iterator[Grond]:
    return (rij for rij in gronden if loketten is None or rij.loket_id in loketten)


def _zeg(werk: Werk, dossier: UUID, wending: Wending, gronden: Sequence[Grond]) -> None:
    """The line in the mailbox, and the note that explains it."""
    werk.stapel.voeg_toe([zichtmelding(werk, dossier, wending, gronden)])
    werk.geheugen.setdefault(("gemeld", dossier), set()).add(wending.loket)
    soort = BEGONNEN if wending.begint else GEEINDIGD
    werk.noteer(dossier, soort, COMPARTIMENT[wending.baan], na={"loket": wending.loket})
