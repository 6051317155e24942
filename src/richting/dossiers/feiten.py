"""From what is known of a stay to the facts the rules get.

Two roads to one shape: from the fold (writing) and from the rows (rebuilding, and pages, where row
security shows a reader less). A test holds the two equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from richting.akkoord.feiten import (
    Feiten,
    Gemeenteband,
    Persoonsfeiten,
    Plaats,
    Toezicht,
    Veroordeling,
    Verwachting,
    Verzoek,
)
from richting.akkoord.inbreng import Inbreng, geldende
from richting.akkoord.risico import Markering, Risicobron
from richting.akkoord.risico import geldende as geldende_markering
from richting.akkoord.woorden import (
    Berichtsoort,
    Eindereden,
    GemeenteRol,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Verzoekantwoord,
    Zekerheid,
)
from richting.dossiers.models import (
    Dossier,
    Gemeenteverzoek,
    Handmarkering,
    Huisinbreng,
    Verblijfsfeit,
)
from richting.dossiers.stand import Feitbericht, Stand
from richting.kern.rijen import uit_json
from richting.kern.werk import Werk


@dataclass(frozen=True)
class DoorMensen:
    """What parties did here that is a fact of the stay, which no message tells."""

    verzoeken: tuple[Verzoek, ...] = ()
    inbrengen: tuple[Inbreng, ...] = ()
    markering: Markering | None = None


def uit_stand(stand: Stand, bekend_sinds: date, gedaan: DoorMensen = DoorMensen()) -> Feiten:
    """The facts of a folded stay, with what parties did here."""
    inbreng = geldende(
        _inbreng(stand.veiligheidshuis, stand.veiligheidshuis_vanaf), gedaan.inbrengen
    )
    verteld = Markering(stand.risico_vanaf, stand.risico_tot) if stand.risico_vanaf else None
    risico = geldende_markering(verteld, gedaan.markering)
    return Feiten(
        persoon=Persoonsfeiten(
            stand.persoon.geboortedatum, stand.persoon.verblijfsstatus, stand.persoon.overleden_op
        ),
        titel=stand.titel,
        begin=stand.begin,
        bekend_sinds=bekend_sinds,
        verwacht_einde=stand.verwachting,
        einde=stand.einde,
        eindereden=stand.eindereden,
        plaatsen=stand.plaatsen,
        gemeenten=stand.gemeenten,
        verzoeken=gedaan.verzoeken,
        toezicht=stand.toezicht,
        reclassering=stand.reclassering,
        veroordeling=stand.veroordeling,
        adolescentenstrafrecht=stand.adolescentenstrafrecht,
        terroristisch=stand.terroristisch,
        risico_18b_vanaf=risico.vanaf if risico else None,
        risico_18b_tot=risico.tot if risico else None,
        veiligheidshuis=inbreng.huis if inbreng else None,
        veiligheidshuis_vanaf=inbreng.vanaf if inbreng else None,
        veiligheidshuis_tot=inbreng.tot if inbreng else None,
        ingetrokken=stand.ingetrokken,
    )


def als_bericht(rij: Verblijfsfeit) -> Feitbericht:
    """A stored fact as the message it was."""
    return Feitbericht(rij.bericht_id, Berichtsoort(rij.soort), rij.bron_tijd, rij.inhoud)


DELEN = ("persoon", "risico", "handmarkering", "inbreng", "veroordeling")
LIJSTEN = ("plaatsen", "gemeenten", "verzoeken", "inbrengen", "toezicht")


def feiten_van_alle(dossiers: Iterable[UUID]) -> dict[UUID, Feiten]:
    """The facts of many dossiers from their rows, within a unit of work. Six queries."""
    rijen = (
        Dossier.objects.filter(pk__in=set(dossiers))
        .select_related(*DELEN)
        .prefetch_related(*LIJSTEN)
    )
    return {rij.pk: feiten_uit_rijen(rij) for rij in rijen}


DOOR_MENSEN = """
SELECT d, json_build_object(
    'verzoeken',
    (SELECT json_agg(v ORDER BY v.id) FROM dossiers_gemeenteverzoek v WHERE v.dossier_id = d),
    'inbrengen',
    (SELECT json_agg(i ORDER BY i.id) FROM dossiers_huisinbreng i WHERE i.dossier_id = d),
    'markering',
    (SELECT json_agg(h) FROM dossiers_handmarkering h WHERE h.dossier_id = d)
)::text FROM unnest(%s::uuid[]) d
"""


def door_mensen(dossiers: Iterable[UUID]) -> dict[UUID, DoorMensen]:
    """What parties asked, brought in and marked at these. One query. Clausule 1.5, 5.7, 6.3."""
    nummers = list(dossiers)
    if not nummers:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(DOOR_MENSEN, [nummers])
        return {nummer: _door_mensen(json.loads(tekst)) for nummer, tekst in cursor.fetchall()}


def _door_mensen(gelezen: dict[str, Any]) -> DoorMensen:
    return DoorMensen(
        tuple(als_verzoek(rij) for rij in uit_json(Gemeenteverzoek, gelezen["verzoeken"])),
        tuple(als_inbreng(rij) for rij in uit_json(Huisinbreng, gelezen["inbrengen"])),
        next((hand(rij) for rij in uit_json(Handmarkering, gelezen["markering"])), None),
    )


def feiten_van(dossier: UUID) -> Feiten:
    """The facts of one dossier from its rows; raises KeyError when there is none."""
    return feiten_van_alle([dossier])[dossier]


def feiten_in(werk: Werk, dossier: UUID) -> Feiten:
    """The facts of a dossier within a unit of work: remembered, or read once."""
    sleutel = ("feiten", dossier)
    if sleutel not in werk.geheugen:
        werk.geheugen[sleutel] = feiten_van(dossier)
    feiten: Feiten = werk.geheugen[sleutel]
    return feiten


def al_gevolgd(werk: Werk, dossier: UUID, kamer: str) -> bool:
    """Whether this room followed these very facts before in this unit of work; if not, it does now.

    A round of reactions comes after what rooms noted in answer to each other; the facts are mostly
    the same then, and what follows from them stands.
    """
    feiten, sleutel = feiten_in(werk, dossier), ("gevolgd", kamer, dossier)
    if werk.geheugen.get(sleutel) is feiten:
        return True
    werk.geheugen[sleutel] = feiten
    return False


def feiten_uit_lijst(dossier: Dossier) -> Feiten:
    """The facts that a line of a list needs: person, places, municipalities and requests to them.
    No query of its own when these are prefetched."""
    return _feiten(dossier, None, None, None, toezicht=())


def feiten_uit_rijen(dossier: Dossier) -> Feiten:
    """The facts as far as row security shows them: to a unit of work all, to a reader less.

    Uses prefetched relations when they are there. What is hidden is simply not known.
    """
    return _feiten(
        dossier,
        _een(dossier, "veroordeling"),
        markering_uit_rijen(dossier),
        inbreng_uit_rijen(dossier),
        toezicht=dossier.toezicht.all(),
    )


def _feiten(
    dossier: Dossier,
    veroordeling: Any,
    risico: Markering | None,
    inbreng: Inbreng | None,
    *,
    toezicht: Iterable[Any],
) -> Feiten:
    return Feiten(
        persoon=_persoonsfeiten(_een(dossier, "persoon")),
        titel=Titel(dossier.titel),
        begin=dossier.begin,
        bekend_sinds=dossier.bekend_sinds,
        verwacht_einde=_verwachting(dossier),
        einde=dossier.einde,
        eindereden=Eindereden(dossier.eindereden) if dossier.eindereden else None,
        plaatsen=tuple(
            Plaats(SoortPlaats(p.soort), p.inrichting, p.van, p.tot) for p in dossier.plaatsen.all()
        ),
        gemeenten=tuple(
            Gemeenteband(g.gemeente, GemeenteRol(g.rol), g.van, g.tot)
            for g in dossier.gemeenten.all()
        ),
        verzoeken=tuple(als_verzoek(rij) for rij in dossier.verzoeken.all()),
        toezicht=tuple(
            Toezicht(t.organisatie, t.van, t.tot, tuple(t.voorwaarden)) for t in toezicht
        ),
        reclassering=dossier.reclassering,
        veroordeling=_veroordeling(veroordeling) if veroordeling else None,
        adolescentenstrafrecht=dossier.adolescentenstrafrecht,
        terroristisch=dossier.terroristisch,
        risico_18b_vanaf=risico.vanaf if risico else None,
        risico_18b_tot=risico.tot if risico else None,
        veiligheidshuis=inbreng.huis if inbreng else None,
        veiligheidshuis_vanaf=inbreng.vanaf if inbreng else None,
        veiligheidshuis_tot=inbreng.tot if inbreng else None,
        ingetrokken=dossier.status != Dossier.OPEN,
    )


def inbreng_uit_rijen(dossier: Dossier) -> Inbreng | None:
    """The bringing in that counts, as far as row security shows it. Clausule 1.5."""
    rij = _een(dossier, "inbreng")
    verteld = _inbreng(rij.veiligheidshuis, rij.vanaf) if rij else None
    return geldende(verteld, (als_inbreng(een) for een in dossier.inbrengen.all()))


def markering_uit_rijen(dossier: Dossier) -> Markering | None:
    """The mark of art. 18b that counts, as far as row security shows it. Clausule 6.3."""
    bericht, zelf = _een(dossier, "risico"), _een(dossier, "handmarkering")
    verteld = Markering(bericht.vanaf, bericht.tot) if bericht else None
    return geldende_markering(verteld, hand(zelf) if zelf else None)


def hand(rij: Handmarkering) -> Markering:
    """A mark by hand as the rules get it. Clausule 6.3."""
    return Markering(rij.vanaf, rij.tot, Risicobron.HAND, rij.gesloten_op, rij.besloten_op)


def als_inbreng(rij: Huisinbreng) -> Inbreng:
    """A stored act as the rules get it. Clausule 1.5."""
    return Inbreng(rij.veiligheidshuis, rij.vanaf, rij.tot)


def _inbreng(huis: str | None, vanaf: date | None) -> Inbreng | None:
    return Inbreng(huis, vanaf) if huis and vanaf else None


def als_verzoek(rij: Gemeenteverzoek) -> Verzoek:
    """A stored request as the rules get it. Clausule 5.7."""
    antwoord = Verzoekantwoord(rij.antwoord) if rij.antwoord else None
    return Verzoek(
        rij.gemeente, rij.gevraagd_op, antwoord, rij.antwoord_op, rij.ingetrokken_op, rij.door
    )


def _persoonsfeiten(wie: Any) -> Persoonsfeiten:
    if wie is None:
        return Persoonsfeiten(None)
    status = Verblijfsstatus(wie.verblijfsstatus)
    return Persoonsfeiten(wie.geboortedatum, status, wie.overleden_op)


def _verwachting(dossier: Dossier) -> Verwachting:
    return Verwachting(
        dossier.einde_vroegst,
        dossier.einde_laatst,
        Zekerheid(dossier.zekerheid),
        dossier.verwachting_reden,
    )


def _een(dossier: Dossier, naam: str) -> Any:
    """A one-to-one part, or None when there is none or it is hidden."""
    return getattr(dossier, naam, None)


def _veroordeling(rij: Any) -> Veroordeling:
    return Veroordeling(
        tuple(rij.artikelen),
        rij.onherroepelijk,
        rij.onvoorwaardelijk_maanden,
        rij.tbs_verpleging,
        rij.pleegdatum,
        rij.pij_verlengbaar,
    )
