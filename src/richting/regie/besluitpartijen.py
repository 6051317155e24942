"""From a decision to the desks that it touches: the rule, applied to the facts of a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.geraakten import (
    Bereik,
    Besluitsoort,
    Besluitvraag,
    Geraakte,
    geraakten,
    regel_voor_besluit,
)
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Organisatiesoort
from richting.delen.gronden import afgesproken, gronden_van
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.partijen import loketboek
from richting.partijen.models import Loket
from richting.partijen.overzichten import loketten_voor
from richting.regie.besluitbronnen import actieloketten
from richting.regie.tijdvakken import houders_van


@dataclass(frozen=True)
class Voornemen:
    """What somebody wants to decide; `naar` is the code of where it sends the person."""

    soort: Besluitsoort
    categorie: Gegevenscategorie
    omschrijving: str
    ingang: date
    naar: str = ""
    spoedreden: str = ""

    @property
    def spoed(self) -> bool:
        """It cannot wait for the others."""
        return bool(self.spoedreden)


@dataclass(frozen=True)
class Betrokkene:
    """A touched party with its desk; `loket` None when it cannot be asked."""

    geraakte: Geraakte
    loket: int | None


def betrokkenen(
    wie: Wie, dossier: UUID, loket: int, wat: Voornemen, feiten: Feiten
) -> list[Betrokkene]:
    """Whom this decision of this desk touches, and which desk that is. Five queries at most.

    Clausule 5.3. Who has a ground but no desk here is named, not asked.
    """
    op, aannames = wie.vandaag, aannames_op(wie.vandaag)
    partijen = _partijen({loket, *actieloketten(dossier, wat.categorie.value)})
    vraag = Besluitvraag(
        wat.soort,
        wat.categorie,
        partijen[loket],
        op,
        frozenset(p for nummer, p in partijen.items() if nummer != loket),
        ontvanger(wat),
        houders_van(dossier, wie),
    )
    (gronden,) = afgesproken([gronden_van(feiten, aannames)], op)
    gevonden = geraakten(vraag, feiten, gronden, aannames)
    loketten = loketten_voor({een.partij for een in gevonden}, op)
    return [_betrokkene(een, loketten.get(een.partij)) for een in gevonden]


def _betrokkene(een: Geraakte, loket: int | None) -> Betrokkene:
    if loket is None:
        return Betrokkene(Geraakte(een.partij, een.redenen, Bereik.GEEN_LOKET), None)
    return Betrokkene(een, loket if een.bereik is Bereik.VRAAGBAAR else None)


def _partijen(loketten: Iterable[int]) -> dict[int, Partij]:
    rijen = Loket.objects.filter(pk__in=set(loketten)).values_list(
        "pk", "soort", "organisatie__code"
    )
    return {
        nummer: Partij(Loketsoort(soort), code)
        for nummer, soort, code in rijen
        if soort in PLANPARTIJEN
    }


LOKETSOORT_VAN = {
    Organisatiesoort.GEMEENTE: Loketsoort.NAZORG,
    Organisatiesoort.INRICHTING: Loketsoort.CASEMANAGEMENT,
    Organisatiesoort.FORENSISCHE_INSTELLING: Loketsoort.FORENSISCH,
}


def ontvanger(wat: Voornemen) -> Partij | None:
    """The party where the decision sends somebody; None when it sends nobody, or nowhere known."""
    soort = LOKETSOORT_VAN.get(loketboek.boek().soorten.get(wat.naar, ""))  # type: ignore[call-overload]
    return Partij(soort, wat.naar) if soort in regel_voor_besluit(wat.soort).naar else None
