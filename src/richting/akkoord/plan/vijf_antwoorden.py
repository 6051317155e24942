"""The five answers that parties fix per person. Clausule 5.5.

What is continued, what starts, what follows after release (as a special condition or not), who does
what, and who directs. Each answer is a cell: complete, or incomplete with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat
from richting.akkoord.taal import vertaalbaar as _

AFGELOPEN = frozenset(
    {
        Actiestaat.NIET_NODIG,
        Actiestaat.GEWEIGERD,
        Actiestaat.INGETROKKEN,
        Actiestaat.GESTOPT,
        Actiestaat.ONMOGELIJK,
    }
)
"""Endings after which nobody does the action any more."""


class Antwoordcel(StrEnum):
    """The five answers."""

    VOORTGEZET = "voortgezet"
    GESTART = "gestart"
    VERVOLG = "vervolg"
    WIE_DOET_WAT = "wie_doet_wat"
    WIE_REGISSEERT = "wie_regisseert"


@dataclass(frozen=True)
class Planactie:
    """An action as this rule looks at it.

    `aanvaard` False: somebody was asked and did not answer yet. `uitvoerder`: a person is named.
    `ziet_dossier`: the responsible loket still has a ground.
    """

    herkomst: Actieherkomst
    staat: Actiestaat
    uitvoerder: bool = False
    ziet_dossier: bool = True


@dataclass(frozen=True)
class Vijffeiten:
    """The facts of one plan: its actions, decisions on support that ran before, and who directs.

    `geen` holds the answers of which somebody said: there is none. `onbeslist` counts support that
    ran before the stay and of which nobody decided the fate; `loopt_door`: some of it goes on, or
    waits to go on after the stay. `procesregie`, `casusregie`: held by a party today.
    `casusregie_na`: it is known who directs after release.
    """

    acties: tuple[Planactie, ...] = ()
    geen: frozenset[Antwoordcel] = frozenset()
    onbeslist: int = 0
    loopt_door: bool = False
    procesregie: bool = False
    casusregie: bool = False
    casusregie_na: bool = False


@dataclass(frozen=True)
class Cel:
    """One answer: complete, or what is missing in it."""

    antwoord: Antwoordcel
    volledig: bool
    ontbreekt: tuple[str, ...] = ()


def vijf_antwoorden(feiten: Vijffeiten) -> tuple[Cel, ...]:
    """The five answers, each complete or with what is missing. Clausule 4.1, 4.3, 5.5, 8.5."""
    return (
        _cel(Antwoordcel.VOORTGEZET, _voortgezet(feiten)),
        _cel(Antwoordcel.GESTART, _van(feiten, Actieherkomst.GESTART, Antwoordcel.GESTART)),
        _cel(Antwoordcel.VERVOLG, _van(feiten, Actieherkomst.VERVOLG, Antwoordcel.VERVOLG)),
        _cel(Antwoordcel.WIE_DOET_WAT, _wie_doet_wat(feiten)),
        _cel(Antwoordcel.WIE_REGISSEERT, _wie_regisseert(feiten)),
    )


def volledig(feiten: Vijffeiten) -> bool:
    """All five answers are complete. Clausule 5.5."""
    return all(cel.volledig for cel in vijf_antwoorden(feiten))


def _cel(antwoord: Antwoordcel, ontbreekt: Iterable[str]) -> Cel:
    zinnen = tuple(ontbreekt)
    return Cel(antwoord, not zinnen, zinnen)


def _levend(feiten: Vijffeiten) -> list[Planactie]:
    return [actie for actie in feiten.acties if actie.staat not in AFGELOPEN]


def _van(feiten: Vijffeiten, herkomst: Actieherkomst, cel: Antwoordcel) -> list[str]:
    if cel in feiten.geen or any(actie.herkomst is herkomst for actie in _levend(feiten)):
        return []
    return [_("Er staat niets, en niemand heeft gezegd dat er niets is.")]


def _voortgezet(feiten: Vijffeiten) -> list[str]:
    """Support that ran before the stay must have its fate decided. Clausule 4.1, 8.4."""
    if feiten.onbeslist:
        return [_("Van hulp die al liep, is nog niet besloten of die doorgaat.")]
    if feiten.loopt_door:
        return []
    return _van(feiten, Actieherkomst.VOORTGEZET, Antwoordcel.VOORTGEZET)


def _wie_doet_wat(feiten: Vijffeiten) -> list[str]:
    levend = _levend(feiten)
    if not levend:
        return [_("Er zijn nog geen acties.")]
    open_ = [actie for actie in levend if actie.staat is not Actiestaat.GEDAAN]
    zinnen = []
    if any(actie.staat is Actiestaat.GEVRAAGD for actie in open_):
        zinnen.append(_("Een partij die gevraagd is, heeft nog niet geantwoord."))
    if any(not actie.uitvoerder for actie in open_ if actie.staat is not Actiestaat.GEVRAAGD):
        zinnen.append(_("Bij een actie staat nog geen medewerker."))
    if any(not actie.ziet_dossier for actie in open_):
        zinnen.append(_("Een actie ligt bij een loket dat dit dossier niet meer mag zien."))
    return zinnen


def _wie_regisseert(feiten: Vijffeiten) -> list[str]:
    zinnen = []
    if not feiten.procesregie:
        zinnen.append(_("Niemand heeft de procesregie."))
    if not feiten.casusregie:
        zinnen.append(_("Niemand heeft nu de casusregie."))
    if not feiten.casusregie_na:
        zinnen.append(_("Het is nog niet bekend wie na het verblijf de casusregie heeft."))
    return zinnen
