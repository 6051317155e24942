"""Regional agreements in words, for screen, file and API. No query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from richting.akkoord.grondslagen import grondslag
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.regioafspraken import Afspraakdeel, Afspraakstand, Bezwaar
from richting.akkoord.woorden import Loketsoort
from richting.delen import namen
from richting.delen.afsprakenboek import delen_van
from richting.delen.models import Regioafspraak, Regioafspraakpartij
from richting.delen.verwerkingsbeeld import SOORTEN
from richting.kern.instellingen import aannames_op

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

STANDEN: dict[Afspraakstand, tuple[_StrOrPromise, str]] = {
    Afspraakstand.VOORGESTELD: (gettext_lazy("wacht op bevestiging"), "aandacht"),
    Afspraakstand.KOMT: (gettext_lazy("gaat nog in"), "info"),
    Afspraakstand.GELDT: (gettext_lazy("geldt"), "goed"),
    Afspraakstand.BEEINDIGD: (gettext_lazy("voorbij"), "neutraal"),
    Afspraakstand.INGETROKKEN: (gettext_lazy("ingetrokken"), "neutraal"),
}
"""How each standing reads, and which badge it gets."""


@dataclass(frozen=True)
class Partijbeeld:
    """One party: whether it is bound, and since and until when."""

    rij: Regioafspraakpartij
    naam: str
    eigen: bool

    @property
    def tot(self) -> date | None:
        """The first day on which it is not bound any more, as far as that is known."""
        wanneer = self.rij.gebonden
        return wanneer.tot if wanneer else None


@dataclass(frozen=True)
class Afspraakbeeld:
    """An agreement for who may see it."""

    rij: Regioafspraak
    stand: Afspraakstand
    partijen: tuple[Partijbeeld, ...]
    regelt: tuple[str, ...]

    @property
    def woord(self) -> _StrOrPromise:
        """How it stands, in words."""
        return STANDEN[self.stand][0]

    @property
    def badge(self) -> str:
        """Which badge that word gets."""
        return STANDEN[self.stand][1]

    @property
    def artikelen(self) -> str:
        """The articles within which it stays."""
        return ", ".join(grondslag(code).artikel for code in self.rij.grondslagen)

    @property
    def namen(self) -> str:
        """The parties, named."""
        return ", ".join(een.naam for een in self.partijen)

    @property
    def eigen(self) -> Partijbeeld | None:
        """The own desk, when it is a party."""
        return next((een for een in self.partijen if een.eigen), None)

    @property
    def wacht_op_ons(self) -> bool:
        """The own desk did not say yes or no yet, and still can."""
        open_ = self.stand in (Afspraakstand.VOORGESTELD, Afspraakstand.KOMT, Afspraakstand.GELDT)
        return open_ and self.eigen is not None and self.eigen.rij.gebonden_vanaf is None


def beeld(rij: Regioafspraak, op: date, loket: int | None) -> Afspraakbeeld:
    """An agreement in words; needs its parties with their desks."""
    partijen = tuple(
        Partijbeeld(een, str(een.loket), een.loket_id == loket) for een in rij.partijen.all()
    )
    return Afspraakbeeld(rij, rij.stand(op), partijen, tuple(regelt(rij, op)))


def regelt(rij: Regioafspraak, op: date) -> list[str]:
    """What an agreement does, one sentence each."""
    zinnen = [zin for deel in delen_van(rij.delen) if (zin := _deelzin(deel, op))]
    if dagen := rij.antwoord_werkdagen:
        tekst = ngettext(
            "Partijen antwoorden elkaar binnen {n} werkdag.",
            "Partijen antwoorden elkaar binnen {n} werkdagen.",
            dagen,
        )
        zinnen.append(tekst.format(n=dagen))
    return zinnen


def bezwaarzin(bezwaar: Bezwaar) -> str:
    """Why an agreement cannot stand, in words. Clausule 6.6."""
    return _(bezwaar.zin).format(
        artikel=bezwaar.artikel,
        wie=str(SOORTEN[bezwaar.wie]) if bezwaar.wie else "",
        wat=_klein(namen.opsomming(soort.value for soort in bezwaar.wat)),
        getal=bezwaar.getal,
        dag=date_format(bezwaar.dag, "j F Y") if bezwaar.dag else "",
    )


def voor_register(
    afspraken: Iterable[Regioafspraak], code: str, wie: Loketsoort, op: date
) -> list[str]:
    """The agreements within one article that concern one kind of desk, each in one sentence."""
    return [
        f"{rij.naam}: {' '.join(regelt(rij, op)) or rij.toelichting}".rstrip(": ")
        for rij in afspraken
        if code in rij.grondslagen
        and wie.value in {partij.loket.soort for partij in rij.partijen.all()}
    ]


def _deelzin(deel: Afspraakdeel, op: date) -> str:
    alles = toegestaan(grondslag(deel.grondslag), deel.loketsoort, aannames_op(op))
    weg = _klein(namen.opsomming(soort.value for soort in alles - deel.categorieen))
    if not weg:
        return ""
    zin = _("Niet gedeeld met {wie}: {wat}.")
    return zin.format(wie=str(SOORTEN[deel.loketsoort]), wat=weg)


def _klein(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]
