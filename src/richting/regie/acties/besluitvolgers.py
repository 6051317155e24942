"""Who comes into play while a decision is open is asked too. Clausule 5.3, 5.4.

A move, another municipality or supervision can bring a party that an open decision touches. It is
asked in the same transaction as the change, so that nothing becomes final behind its back.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from richting.akkoord.besluiten import LOPEND, reactie_voor
from richting.akkoord.geraakten import Bereik, Besluitsoort
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie
from richting.dossiers.feiten import al_gevolgd, feiten_in
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loketten
from richting.regie.besluitpartijen import Betrokkene, Voornemen, betrokkenen
from richting.regie.models import Besluit, Besluitreactie

GEOPEND = "dossier_geopend"
MET_DE_HAND = frozenset({"regie_overgenomen", "regie_teruggegeven"})
"""Another holder of a task, without another fact."""


def volg(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Ask whom the open decisions of these dossiers touch since the change. Clausule 5.3.

    One query when no decision is open, none for dossiers that were opened just now; a few for every
    open decision of a dossier of which the facts or the regie changed.
    """
    soorten = {dossier: {g.soort for g in alle} for dossier, alle in wijzigingen.items()}
    geraakt = [dossier for dossier, deze in soorten.items() if _raakt(werk, dossier, deze)]
    if geraakt:
        lopend = Besluit.objects.filter(
            Q(staat__in=[staat.value for staat in LOPEND]), dossier__in=geraakt
        )
        for besluit in lopend.select_for_update().order_by("pk"):
            _vraag_erbij(werk, besluit)


def _raakt(werk: Werk, dossier: UUID, soorten: set[str]) -> bool:
    """Not when it was opened just now, nor when only rooms answered each other."""
    if soorten & MET_DE_HAND:
        return True
    if ("feiten_voor", dossier) not in werk.geheugen or al_gevolgd(werk, dossier, "besluiten"):
        return False
    return GEOPEND not in soorten


def _vraag_erbij(werk: Werk, besluit: Besluit) -> None:
    bekend = {(rij.loketsoort, rij.organisatie): rij for rij in besluit.reacties.all()}
    loketten: list[int] = []
    for een in _geraakten(werk, besluit.dossier_id, besluit):
        partij = een.geraakte.partij
        rij = bekend.get((partij.loketsoort.value, partij.organisatie))
        if een.loket == besluit.loket_id or (rij and (rij.loket_id or not een.loket)):
            continue
        _zet(werk, besluit, een, rij)
        if een.loket:
            loketten.append(een.loket)
    if loketten:
        feit = Feitsoort.BESLUIT_VOORGENOMEN
        meld_aan_loketten(werk, [(besluit.dossier_id, loket, feit) for loket in loketten])


def _geraakten(werk: Werk, dossier: UUID, besluit: Besluit) -> list[Betrokkene]:
    wat = Voornemen(
        Besluitsoort(besluit.soort),
        Gegevenscategorie(besluit.categorie),
        besluit.omschrijving,
        besluit.ingang,
        besluit.naar,
        besluit.spoedreden,
    )
    feiten = feiten_in(werk, dossier)
    return betrokkenen(werk.wie, dossier, besluit.loket_id, wat, feiten)


def _zet(werk: Werk, besluit: Besluit, een: Betrokkene, rij: Besluitreactie | None) -> None:
    """A row for a party that is new, or that could not be asked before."""
    vandaag, partij = werk.wie.vandaag, een.geraakte.partij
    uiterlijk = reactie_voor(vandaag, besluit.ingang, aannames=aannames_op(vandaag))
    rij = rij or Besluitreactie(
        dossier_id=besluit.dossier_id,
        categorie=besluit.categorie,
        besluit=besluit,
        loketsoort=partij.loketsoort.value,
        organisatie=partij.organisatie,
    )
    rij.loket_id, rij.bereik = een.loket, een.geraakte.bereik.value
    rij.redenen = [reden.value for reden in een.geraakte.redenen]
    rij.gevraagd_op, rij.uiterlijk = werk.wie.nu, uiterlijk if een.loket else None
    assert (rij.bereik == Bereik.VRAAGBAAR) == (rij.loket_id is not None)
    rij.save()
