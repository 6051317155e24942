"""Decisions of a dossier as their readers see them. Always within a reading. Clausule 5.3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.besluiten import (
    LOPEND,
    Besluitdaad,
    Besluitmening,
    Besluitrol,
    Besluitstaat,
    Besluitstand,
    bezwaren,
    hoort_nog,
    kan_definitief,
    mag_daad,
    onbesproken,
)
from richting.akkoord.geraakten import (
    BEREIKZINNEN,
    REDENZINNEN,
    Bereik,
    Besluitsoort,
    Raakreden,
    regel_voor_besluit,
)
from richting.akkoord.uitkomst import Uitkomst
from richting.delen.overzichten import loketten
from richting.kern.context import Wie
from richting.partijen.overzichten import loketnamen, namen_van
from richting.regie.besluitpartijen import Betrokkene
from richting.regie.besluitstand import rollen, stand_van
from richting.regie.models import Besluit, Besluitreactie, Besluitstap
from richting.regie.woorden_besluit import DADEN, MENINGEN, SOORTEN, STAATKLEUREN, STATEN


@dataclass(frozen=True)
class Partijbeeld:
    """A touched party on the screen: its name, why, and how it stands."""

    naam: str
    waarom: list[str]
    uitleg: str
    vraagbaar: bool
    eigen: bool
    mening: str = ""
    kleur: str = "neutraal"
    reden: str = ""
    op: date | None = None
    uiterlijk: date | None = None
    te_laat: bool = False


@dataclass(frozen=True)
class Besluitbeeld:
    """One decision on the screen, and what this reader may do with it."""

    rij: Besluit
    titel: str
    staat: str
    kleur: str
    door: str
    naar: str
    partijen: list[Partijbeeld]
    stappen: list[tuple[Besluitstap, str]]
    mag: frozenset[Besluitdaad]
    oordeel: Uitkomst[bool]
    stand: Besluitstand
    eigen: Besluitreactie | None
    bronnen: str

    @property
    def reden_nodig(self) -> bool:
        """An objection stands: who decides says why it is decided all the same."""
        return bool(bezwaren(self.stand))

    @property
    def vraagt(self) -> bool:
        """The own desk was asked and did not react yet."""
        return bool(self.eigen and not self.eigen.reactie and hoort_nog(self.stand))


def besluiten_van(dossier: UUID, wie: Wie) -> list[Besluitbeeld]:
    """All decisions of a dossier that this desk may see, newest first. Six queries at most."""
    rijen = list(
        Besluit.objects.filter(dossier=dossier)
        .order_by("-pk")
        .select_related("loket")
        .prefetch_related("reacties__loket", "stappen__loket")
    )
    if not rijen:
        return []
    mogen = loketten(dossier)
    codes = {rij.organisatie for b in rijen for rij in b.reacties.all() if not rij.loket_id}
    namen = namen_van(codes | {b.naar for b in rijen if b.naar})
    return [_beeld(rij, wie, mogen, namen) for rij in rijen]


def besluit_van(dossier: UUID, nummer: UUID, wie: Wie) -> Besluitbeeld | None:
    """One decision; None when this desk may not see it. Six queries at most."""
    return next((een for een in besluiten_van(dossier, wie) if een.rij.pk == nummer), None)


def aan_zet(dossier: UUID, wie: Wie) -> list[Besluitbeeld]:
    """What this desk must still do about decisions, and what runs. Six queries at most."""
    return [
        een
        for een in besluiten_van(dossier, wie)
        if een.vraagt
        or een.rij.staat in LOPEND
        or (een.mag and onbesproken(een.stand) and een.rij.loket_id == wie.loket)
    ]


def _beeld(
    rij: Besluit, wie: Wie, mogen: Mapping[int, frozenset[str]], namen: Mapping[str, str]
) -> Besluitbeeld:
    stand = stand_van(rij)
    ziet = rij.categorie in mogen.get(rij.loket_id, frozenset())
    eigen_rollen: frozenset[Besluitrol] = rollen(rij, wie.loket, wie.loketsoort, ziet_nog=ziet)
    staat = Besluitstaat(rij.staat)
    eigen = next((r for r in rij.reacties.all() if r.loket_id and r.loket_id == wie.loket), None)
    return Besluitbeeld(
        rij=rij,
        titel=str(SOORTEN[Besluitsoort(rij.soort)]),
        staat=str(STATEN[staat]),
        kleur=STAATKLEUREN[staat],
        door=rij.loket.naam,
        naar=namen.get(rij.naar, rij.naar),
        partijen=[_partij(r, wie, namen) for r in rij.reacties.all()],
        stappen=[(stap, _stap(stap, rij)) for stap in rij.stappen.all()],
        mag=frozenset(daad for daad in Besluitdaad if mag_daad(stand, daad, eigen_rollen)),
        oordeel=kan_definitief(stand, wie.vandaag, "-"),
        stand=stand,
        eigen=eigen,
        bronnen=", ".join(str(b) for b in regel_voor_besluit(Besluitsoort(rij.soort)).bronnen),
    )


def _stap(stap: Besluitstap, rij: Besluit) -> str:
    if not stap.daad:
        return _("Met spoed genomen") if rij.spoed else str(_("Voorgenomen"))
    daad = Besluitdaad(stap.daad)
    naam = str(DADEN[daad])
    if not stap.mening or daad is Besluitdaad.BEZWAAR_MAKEN:
        return naam
    return f"{naam}: {MENINGEN[Besluitmening(stap.mening)]}"


def _partij(rij: Besluitreactie, wie: Wie, namen: Mapping[str, str]) -> Partijbeeld:
    mening = Besluitmening(rij.reactie) if rij.reactie else None
    laat = bool(mening is None and rij.uiterlijk and rij.uiterlijk < wie.vandaag)
    return Partijbeeld(
        naam=rij.loket.naam if rij.loket else namen.get(rij.organisatie, rij.organisatie),
        waarom=[_(REDENZINNEN[Raakreden(reden)]) for reden in rij.redenen],
        uitleg=_(BEREIKZINNEN[Bereik(rij.bereik)]),
        vraagbaar=rij.loket_id is not None,
        eigen=rij.loket_id is not None and rij.loket_id == wie.loket,
        mening=str(MENINGEN[mening]) if mening else "",
        kleur=_KLEUR.get(mening, "neutraal"),
        reden=rij.reden,
        op=rij.op,
        uiterlijk=rij.uiterlijk,
        te_laat=laat,
    )


_KLEUR: dict[Besluitmening | None, str] = {
    Besluitmening.AKKOORD: "goed",
    Besluitmening.BEZWAAR: "aandacht",
}


def voorbeeld(wie_raakt_het: list[Betrokkene]) -> list[Partijbeeld]:
    """Whom a decision would touch, before it is intended. Two queries at most. Clausule 5.3."""
    namen = namen_van({een.geraakte.partij.organisatie for een in wie_raakt_het})
    bureaus = loketnamen({een.loket for een in wie_raakt_het if een.loket})
    return [
        Partijbeeld(
            naam=bureaus.get(een.loket or 0)
            or namen.get(een.geraakte.partij.organisatie, een.geraakte.partij.organisatie),
            waarom=[_(REDENZINNEN[reden]) for reden in een.geraakte.redenen],
            uitleg=_(BEREIKZINNEN[een.geraakte.bereik]),
            vraagbaar=een.loket is not None,
            eigen=False,
        )
        for een in wie_raakt_het
    ]
