"""Everything that reads in this room, always within a reading under row security."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, Q
from django.db.models.expressions import RawSQL
from stdnum.nl import bsn as elfproef

from richting.dossiers.models import (
    Dossier,
    Gemeenteband,
    Gemeenteverzoek,
    Handmarkering,
    Huisinbreng,
    Inbreng,
    Ketenkenmerk,
    OpenVraag,
    Persoonsgegevens,
    Plaats,
    Risicomarkering,
    Toezicht,
    Veroordeling,
)
from richting.dossiers.personen import normaal
from richting.kern import rijen
from richting.kern.context import onthoud
from richting.kern.models import Journaal

MEESTE_GEVONDEN = 25
MEESTE_REGELS = 100
DELEN: dict[str, type[Model]] = {
    "persoon": Persoonsgegevens,
    "veroordeling": Veroordeling,
    "risico": Risicomarkering,
    "handmarkering": Handmarkering,
    "inbreng": Inbreng,
}
LIJSTEN: dict[str, type[Model]] = {
    "plaatsen": Plaats,
    "gemeenten": Gemeenteband,
    "verzoeken": Gemeenteverzoek,
    "inbrengen": Huisinbreng,
    "toezicht": Toezicht,
    "ketenkenmerken": Ketenkenmerk,
    "vragen": OpenVraag,
}
"""What hangs on a dossier, by the name of its relation."""
DOSSIERNUMMER = re.compile(r"\d{2}-[A-Z2-7]{5}-[A-Z2-7]{5}")
GEBOREN = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")


def dossier(nummer: UUID) -> Dossier | None:
    """One dossier with its parts, as this desk may see it; None when it may not. One query, and
    none the second time in a reading."""
    return onthoud(("dossier", nummer), lambda: _dossier(rijen.lees("dossiers_rijen", nummer)))


def _dossier(gelezen: rijen.Rijen) -> Dossier | None:
    gevonden = rijen.uit_json(Dossier, gelezen["dossiers_dossier"])
    for rij in gevonden:
        for naam, deel in DELEN.items():
            van_een = rijen.uit_json(deel, gelezen[deel._meta.db_table])
            rijen.hang(rij, naam, van_een[0] if van_een else None)
        for naam, lijst in LIJSTEN.items():
            alle = rijen.uit_json(lijst, gelezen[lijst._meta.db_table])
            rijen.hang_lijst(rij, naam, sorted(alle, key=_volgorde))
    return gevonden[0] if gevonden else None


def _volgorde(rij: Any) -> Any:
    return (rij.van, rij.pk) if isinstance(rij, Plaats) else rij.pk


def tijdlijn(nummer: UUID) -> list[Journaal]:
    """The newest changes of a dossier that this desk may see. One query. Clausule 5.4."""
    vraag = "SELECT * FROM dossiers_tijdlijn(%s, %s)"
    return list(Journaal.objects.raw(vraag, [nummer, MEESTE_REGELS]))


def zoek(zoekterm: str) -> list[Dossier]:
    """Dossiers of this desk by BSN, SKN, dossier number, or name with maybe a date of birth.

    With each dossier come the others of the same person, also of persons that were merged. At most
    MEESTE_GEVONDEN, newest first. One query; two when something is found.
    """
    wat = _vraag(zoekterm.strip())
    if wat is None:
        return []
    rijen = Dossier.objects.select_related("persoon").order_by("-begin", "-pk")
    gevonden = list(rijen.filter(wat).distinct()[:MEESTE_GEVONDEN])
    nummers = [rij.pk for rij in gevonden]
    if nummers and len(nummers) < MEESTE_GEVONDEN:
        zelfde = RawSQL("SELECT dossiers_zelfde_persoon(%s)", [nummers])
        gevonden += rijen.filter(pk__in=zelfde).exclude(pk__in=nummers)
        gevonden.sort(key=lambda rij: (rij.begin, rij.pk), reverse=True)
    return gevonden[:MEESTE_GEVONDEN]


def _vraag(zoekterm: str) -> Q | None:
    cijfers = re.sub(r"[\s.]", "", zoekterm)
    if cijfers.isdigit() and len(cijfers) == 9 and elfproef.is_valid(cijfers):
        return Q(persoon__bsn=cijfers)
    if DOSSIERNUMMER.fullmatch(zoekterm.upper()):
        return Q(nummer=zoekterm.upper())
    if any(teken.isdigit() for teken in zoekterm) and not GEBOREN.search(zoekterm):
        return Q(ketenkenmerken__soort="skn", ketenkenmerken__waarde=zoekterm)
    return _op_naam(zoekterm)


def _op_naam(zoekterm: str) -> Q | None:
    """On surname, or on date of birth, or both; words in any order."""
    geboren = _datum(zoekterm)
    woorden = [normaal(woord) for woord in GEBOREN.sub(" ", zoekterm).split()]
    woorden = [woord for woord in woorden if woord]
    if not woorden and geboren is None:
        return None
    wat = Q(persoon__geboortedatum=geboren) if geboren else Q()
    for woord in woorden:
        wat &= Q(persoon__naamsleutel__contains=woord)
    return wat


def _datum(zoekterm: str) -> date | None:
    gevonden = GEBOREN.search(zoekterm)
    if not gevonden:
        return None
    dag, maand, jaar = map(int, gevonden.groups())
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def vorige(nummer: UUID | None) -> Dossier | None:
    """The dossier of the stay before, when this desk may see that too. One query."""
    return Dossier.objects.filter(pk=nummer).first() if nummer else None


def nieuw_sinds(regels: list[Journaal], blik: datetime | None) -> set[int]:
    """The changes that somebody has not seen yet, who looked last at `blik`."""
    return {regel.pk for regel in regels if blik is not None and regel.tijdstip > blik}
