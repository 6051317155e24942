"""From what is known of a stay to the facts the rules get.

Two roads to one shape: from the fold (writing) and from the rows (rebuilding, and pages, where row
security shows a reader less). A test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

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
from richting.dossiers.models import Dossier, Gemeenteverzoek, Verblijfsfeit
from richting.dossiers.stand import Feitbericht, Stand
from richting.kern.werk import Werk


def uit_stand(stand: Stand, bekend_sinds: date, verzoeken: tuple[Verzoek, ...] = ()) -> Feiten:
    """The facts of a folded stay; `verzoeken` are what parties asked, which no message tells."""
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
        verzoeken=verzoeken,
        toezicht=stand.toezicht,
        reclassering=stand.reclassering,
        veroordeling=stand.veroordeling,
        adolescentenstrafrecht=stand.adolescentenstrafrecht,
        terroristisch=stand.terroristisch,
        risico_18b_vanaf=stand.risico_vanaf,
        risico_18b_tot=stand.risico_tot,
        veiligheidshuis=stand.veiligheidshuis,
        veiligheidshuis_vanaf=stand.veiligheidshuis_vanaf,
        ingetrokken=stand.ingetrokken,
    )


def als_bericht(rij: Verblijfsfeit) -> Feitbericht:
    """A stored fact as the message it was."""
    return Feitbericht(rij.bericht_id, Berichtsoort(rij.soort), rij.bron_tijd, rij.inhoud)


DELEN = ("persoon", "risico", "inbreng", "veroordeling")
LIJSTEN = ("plaatsen", "gemeenten", "verzoeken", "toezicht")


def feiten_van_alle(dossiers: Iterable[UUID]) -> dict[UUID, Feiten]:
    """The facts of many dossiers from their rows, within a unit of work. Five queries."""
    rijen = (
        Dossier.objects.filter(pk__in=set(dossiers))
        .select_related(*DELEN)
        .prefetch_related(*LIJSTEN)
    )
    return {rij.pk: feiten_uit_rijen(rij) for rij in rijen}


def verzoeken_van(dossier: UUID) -> tuple[Verzoek, ...]:
    """What other municipalities were asked for this return. One query. Clausule 5.7."""
    return tuple(als_verzoek(rij) for rij in Gemeenteverzoek.objects.filter(dossier=dossier))


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
        _een(dossier, "risico"),
        _een(dossier, "inbreng"),
        toezicht=dossier.toezicht.all(),
    )


def _feiten(
    dossier: Dossier, veroordeling: Any, risico: Any, inbreng: Any, *, toezicht: Iterable[Any]
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
        veiligheidshuis=inbreng.veiligheidshuis if inbreng else None,
        veiligheidshuis_vanaf=inbreng.vanaf if inbreng else None,
        ingetrokken=dossier.status != Dossier.OPEN,
    )


def als_verzoek(rij: Gemeenteverzoek) -> Verzoek:
    """A stored request as the rules get it. Clausule 5.7."""
    antwoord = Verzoekantwoord(rij.antwoord) if rij.antwoord else None
    return Verzoek(rij.gemeente, rij.gevraagd_op, antwoord, rij.antwoord_op, rij.ingetrokken_op)


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
    )
