"""The places of a plan: of its actions, as blocks, and as sentences. Always within a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.voorzieningen import (
    Plaatsdaad,
    Plaatsrol,
    Plaatsstaat,
    mogelijk,
    rollen_van,
    staat_op,
)
from richting.delen.overzichten import loketten
from richting.dossiers import tijdlijn
from richting.dossiers.models import Dossier
from richting.dossiers.tijdlijn import Regel as Tijdregel
from richting.kern.models import Journaal
from richting.plannen import actienamen, namen, plaatsnamen
from richting.plannen.models import Plaatsing
from richting.plannen.onderdelen import Blok, Regel

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LOPEND = (Plaatsstaat.GERESERVEERD, Plaatsstaat.BEVESTIGD)


@dataclass(frozen=True)
class Plaatsbeeld:
    """A place as a page of the plan shows it.

    `houder_ziet`: its keeper may know whose place it is. `daden`: what the reader's desk may do.
    """

    rij: Plaatsing
    staat: Plaatsstaat
    te_laat: bool
    houder_ziet: bool
    daden: tuple[Plaatsdaad, ...]
    mag_wijzigen: bool

    @property
    def naam(self) -> str:
        """How far it is, in words."""
        return str(plaatsnamen.STATEN[self.staat])

    @property
    def kleur(self) -> str:
        """The kind of its badge."""
        return plaatsnamen.KLEUR[self.staat]

    @property
    def dagen(self) -> str:
        """The days in the place, in words."""
        return plaatsnamen.dagen(self.rij)

    @property
    def reden(self) -> str:
        """Why it ended, in words."""
        return plaatsnamen.redenzin(self.rij.reden)

    @property
    def wacht_op_grond(self) -> bool:
        """It is open, and its keeper does not know for whom."""
        return self.staat in (Plaatsstaat.GEVRAAGD, Plaatsstaat.GERESERVEERD) and (
            not self.houder_ziet
        )

    @property
    def verloop(self) -> list[Tijdregel]:
        """The history, newest first."""
        regels = []
        for stap in self.rij.stappen.all():
            uitleg = ": ".join(t for t in (plaatsnamen.redenzin(stap.reden), stap.toelichting) if t)
            naam = str(plaatsnamen.STATEN[Plaatsstaat(stap.naar)])
            regels.append(Tijdregel(stap.op, naam, stap.door, uitleg, nieuw=False))
        return regels[::-1]


def plaatsen_van(dossier: UUID, actie: UUID | None = None) -> list[Plaatsing]:
    """The places of a plan (of one action), as far as the reader sees the area. One query."""
    rijen = Plaatsing.objects.filter(dossier=dossier).select_related(
        "voorziening__houder", "gevraagd_door", "actie"
    )
    return list(rijen.filter(actie=actie) if actie else rijen)


def beelden(dossier: UUID, actie: UUID, loket: int | None, op: date) -> list[Plaatsbeeld]:
    """The places of one action with what this desk may do, newest first. Three queries at most."""
    rijen = Plaatsing.objects.filter(dossier=dossier, actie=actie).select_related(
        "voorziening__houder", "gevraagd_door"
    )
    gevonden = list(rijen.prefetch_related("stappen"))
    mogen = loketten(dossier) if gevonden else {}
    return [_beeld(rij, loket, op, mogen) for rij in reversed(gevonden)]


def in_kort(rijen: Iterable[Plaatsing], op: date) -> dict[UUID, list[tuple[str, str, str]]]:
    """Per action its places that are open, lapsed or refused: name, state and badge. No query."""
    uit: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    for rij in rijen:
        staat = staat_op(rij.plek, op)
        if staat not in (Plaatsstaat.INGETROKKEN, Plaatsstaat.AFGELOPEN):
            naam = str(plaatsnamen.STATEN[staat])
            uit[rij.actie_id].append((rij.voorziening.naam, naam, plaatsnamen.KLEUR[staat]))
    return dict(uit)


def waar(rijen: Iterable[Plaatsing], op: date) -> dict[UUID, str]:
    """Per action where the person can go, in plain words for the person. No query. Clausule 1.9."""
    uit: dict[UUID, str] = {}
    for rij in rijen:
        staat = staat_op(rij.plek, op)
        if staat is Plaatsstaat.BEVESTIGD:
            zin = _("Waar: {naam}, {dagen}.")
        elif staat is Plaatsstaat.GERESERVEERD:
            zin = _("Waar: misschien {naam}. Dit is nog niet zeker.")
        else:
            continue
        uit[rij.actie_id] = zin.format(naam=rij.voorziening.naam, dagen=plaatsnamen.dagen(rij))
    return uit


def open_vragen(dossier: UUID, loket: int) -> list[Plaatsing]:
    """What this desk was asked as keeper for this person, and has not answered. One query."""
    rijen = Plaatsing.objects.filter(
        dossier=dossier, voorziening__houder=loket, staat=Plaatsstaat.GEVRAAGD.value
    )
    return list(rijen.select_related("voorziening", "gevraagd_door", "actie"))


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """The places, a block per life area. One query. Clausule 4.3, 8.3."""
    alle = plaatsen_van(dossier.pk)
    for gebied, naam in namen.LEEFGEBIEDEN.items():
        regels = tuple(_regel(rij) for rij in alle if rij.categorie == gebied.categorie.value)
        if regels:
            titel = _("{gebied}: plekken").format(gebied=naam)
            yield Blok(f"plekken_{gebied.value}", titel, gebied.categorie.value, regels)


def _regel(rij: Plaatsing) -> Regel:
    voor = _("voor: {actie}").format(actie=actienamen.omschrijving(rij.actie))
    return Regel(str(rij.pk), rij.voorziening.naam, f"{plaatsnamen.stand(rij)} · {voor}")


def _beeld(
    rij: Plaatsing, loket: int | None, op: date, mogen: dict[int, frozenset[str]]
) -> Plaatsbeeld:
    staat = staat_op(rij.plek, op)
    ziet = {nummer for nummer, soorten in mogen.items() if rij.categorie in soorten}
    vrager, houder = rij.gevraagd_door_id, rij.voorziening.houder_id
    rollen = rollen_van(loket, houder, vrager, vrager_ziet_nog=vrager in ziet)
    return Plaatsbeeld(
        rij=rij,
        staat=staat,
        te_laat=staat is Plaatsstaat.GEVRAAGD and rij.antwoord_uiterlijk < op,
        houder_ziet=houder in ziet,
        daden=mogelijk(staat, rollen),
        mag_wijzigen=staat is Plaatsstaat.GEVRAAGD and Plaatsrol.VRAGER in rollen,
    )


ZINNEN: dict[str, _StrOrPromise] = {
    "plaats_gevraagd": gettext_lazy("Er is een plek gevraagd bij {naam}."),
    "plaats_aangepast": gettext_lazy("De vraag om een plek bij {naam} is aangepast."),
    "plaats_gereserveerd": gettext_lazy("Er is een plek gereserveerd bij {naam}."),
    "plaats_bevestigd": gettext_lazy("Er is een plek bevestigd bij {naam}."),
    "plaats_geweigerd": gettext_lazy("Er komt geen plek bij {naam}: {reden}."),
    "plaats_ingetrokken": gettext_lazy("De plek bij {naam} is niet meer nodig: {reden}."),
    "plaats_vrijgegeven": gettext_lazy("De plek bij {naam} is weer vrij: {reden}."),
}


def meld_aan() -> None:
    """Tell on the timeline what happens to places. Clausule 5.4."""
    for soort, zin in ZINNEN.items():
        tijdlijn.registreer(soort, _verteller(zin))


def _verteller(zin: _StrOrPromise) -> tijdlijn.Verteller:
    def vertel(rij: Journaal, _namen: tijdlijn.Namen) -> str:
        reden = plaatsnamen.redenzin(rij.na.get("reden", ""))
        return str(zin).format(naam=rij.na["voorziening"], reden=reden.lower())

    return vertel
