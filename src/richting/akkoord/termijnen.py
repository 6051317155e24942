"""Terms: by which day something must be done, counted from a fact, with its source.

Counting itself (working days, holidays) stands in `kalender`, the rules as data in `termijnregels`.
A rule without a fact in `Feiten` is counted by the room that knows the fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache, partial

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.kalender import (
    is_feestdag,
    is_werkdag,
    min_werkdagen,
    naar_werkdag,
    plus_maanden,
    plus_werkdagen,
)
from richting.akkoord.levensloop import laatste_dag, rekendatum
from richting.akkoord.partij import Partij
from richting.akkoord.regie import instelling
from richting.akkoord.termijnregels import (
    TERMIJNREGELS,
    Eenheid,
    Termijndaad,
    Termijnfeit,
    Termijnregel,
)
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Loketsoort, SoortPlaats

__all__ = [
    "TERMIJNREGELS",
    "Eenheid",
    "Termijn",
    "Termijndaad",
    "Termijnfeit",
    "Termijnregel",
    "is_feestdag",
    "is_werkdag",
    "lopende_termijnen",
    "min_werkdagen",
    "naar_werkdag",
    "plus_maanden",
    "plus_werkdagen",
    "termijnen",
    "uiterste_dag",
    "verschoven",
]

GEVANGENIS = frozenset({SoortPlaats.PI, SoortPlaats.PPC})
Daden = Mapping[str, Sequence[date]]
"""The days on which each deed (`Termijndaad`) was done for one dossier."""
REGEL = {regel.code: regel for regel in TERMIJNREGELS}


@dataclass(frozen=True)
class Termijn:
    """A term at work for one stay: since when, by when, who has it, and why.

    `gedaan_op` and `vervallen_op` end it. `sleutel` stays the same when the day moves.
    """

    regel: Termijnregel
    sleutel: str
    sinds: date
    uiterlijk: date
    partij: Partij
    gedaan_op: date | None = None
    vervallen_op: date | None = None

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.regel.code

    @property
    def zin(self) -> str:
        """What must be so by then."""
        return self.regel.zin

    @property
    def bron(self) -> Bron:
        """Where it comes from."""
        return self.regel.bron


def uiterste_dag(regel: Termijnregel, feitdatum: date, aannames: Aannames = AANNAMES) -> date:
    """The last day of a term that starts with, or ends before, a fact on this day. Clausule 5.1.

    The day of the fact itself does not count. Artikel Algemene termijnenwet 1.
    """
    aantal = getattr(aannames, regel.aanname) if regel.aanname else regel.aantal
    return _tel(regel.eenheid, feitdatum, aantal, regel.terug, regel.wettelijk)


def termijnen(feiten: Feiten, aannames: Aannames = AANNAMES) -> tuple[Termijn, ...]:
    """The terms that run from the first day in prison, by day. Clausule 5.1.

    Only those that end before the stay does. Whoever is transferred takes the term along to the
    next prison; in a forensic institution it falls away: no such terms were found for the
    treatment plan.
    """
    einde = laatste_dag(feiten)
    lopend = lopende_termijnen(feiten, date.min, {}, aannames)
    vanaf_begin = (t for t in lopend if t.regel.feit is Termijnfeit.BEGIN)
    return tuple(t for t in vanaf_begin if einde is None or t.uiterlijk < einde)


def lopende_termijnen(
    feiten: Feiten, op: date, daden: Daden, aannames: Aannames = AANNAMES
) -> tuple[Termijn, ...]:
    """Every term of a stay as it stands on a day: also what was done or lapsed. Clausule 5.1, 5.4.

    Terms counted back from the release do not run before there was time for them: at the earliest
    they end when the screening must be ready, or on the day of release itself. Without a day of
    release they do not run.
    """
    dagen = [p.van for p in feiten.plaatsen if p.soort in GEVANGENIS]
    if feiten.ingetrokken or not dagen:
        return ()
    binnen = max(min(dagen), feiten.begin)
    gevonden = [
        termijn
        for regel in TERMIJNREGELS
        for termijn in _VAN_FEIT.get(regel.feit, _geen)(regel, feiten, binnen, daden, aannames)
    ]
    lopend = (_af(t, feiten, op, daden, aannames) for t in gevonden)
    return tuple(sorted((t for t in lopend if t), key=lambda t: (t.uiterlijk, t.sleutel)))


def verschoven(
    eerst: date | None, nu: date | None, aannames: Aannames = AANNAMES
) -> tuple[tuple[Termijnregel, date | None, date | None], ...]:
    """Which terms move when the day of release does: the rule, its old and its new day.

    Clausule 5.1, 5.4.
    """
    uit = []
    for regel in TERMIJNREGELS:
        if regel.feit is Termijnfeit.ONTSLAG and eerst != nu:
            oud = uiterste_dag(regel, eerst, aannames) if eerst else None
            uit.append((regel, oud, uiterste_dag(regel, nu, aannames) if nu else None))
    return tuple(uit)


@dataclass(frozen=True)
class _Span:
    """A term before it is known who has it."""

    regel: Termijnregel
    sleutel: str
    sinds: date
    uiterlijk: date


Teller = Callable[[Termijnregel, Feiten, date, Daden, Aannames], Iterator[_Span]]


def _geen(*_alles: object) -> Iterator[_Span]:
    return iter(())


def _vanaf_begin(
    regel: Termijnregel, _feiten: Feiten, binnen: date, _daden: Daden, aannames: Aannames
) -> Iterator[_Span]:
    yield _Span(regel, regel.code, binnen, uiterste_dag(regel, binnen, aannames))


def _voor_ontslag(
    regel: Termijnregel, feiten: Feiten, binnen: date, _daden: Daden, aannames: Aannames
) -> Iterator[_Span]:
    ontslag = rekendatum(feiten)
    if ontslag:
        op_tijd = uiterste_dag(regel, ontslag, aannames)
        haalbaar = min(uiterste_dag(REGEL["T1"], binnen, aannames), ontslag)
        yield _Span(regel, regel.code, binnen, max(op_tijd, haalbaar, binnen))


def _na_daad(
    regel: Termijnregel,
    _feiten: Feiten,
    _binnen: date,
    daden: Daden,
    aannames: Aannames,
    *,
    soort: Termijndaad,
) -> Iterator[_Span]:
    """After each day of this deed; the first begins the others."""
    for nummer, dag in enumerate(sorted(set(daden.get(soort, ())))):
        sleutel = f"{regel.code}:{dag.isoformat()}" if nummer else regel.code
        yield _Span(regel, sleutel, dag, uiterste_dag(regel, dag, aannames))


_VAN_FEIT: dict[Termijnfeit, Teller] = {
    Termijnfeit.BEGIN: _vanaf_begin,
    Termijnfeit.ONTSLAG: _voor_ontslag,
    Termijnfeit.MDO: partial(_na_daad, soort=Termijndaad.MDO),
    Termijnfeit.SCHULDMELDING: partial(_na_daad, soort=Termijndaad.SCHULDMELDING),
    Termijnfeit.SCHULD_BEDREIGEND: partial(_na_daad, soort=Termijndaad.SCHULD_BEDREIGEND),
    Termijnfeit.SCHULDGESPREK: partial(_na_daad, soort=Termijndaad.SCHULDGESPREK),
}


def _af(span: _Span, feiten: Feiten, op: date, daden: Daden, aannames: Aannames) -> Termijn | None:
    """The term with who has it and how it ended; None when nobody can have it."""
    partij = _plicht(span, feiten, op, aannames)
    if partij is None:
        return None
    termijn = Termijn(span.regel, span.sleutel, span.sinds, span.uiterlijk, partij)
    gedaan = _gedaan(span, daden)
    return replace(termijn, gedaan_op=gedaan, vervallen_op=_vervallen(span.regel, feiten, aannames))


def _gedaan(span: _Span, daden: Daden) -> date | None:
    """The first day on which it was done: not before its fact, for what follows a deed."""
    dagen = daden.get(span.regel.daad, ())
    if span.regel.feit is Termijnfeit.MDO:
        dagen = [dag for dag in dagen if dag > span.sinds]
    elif span.regel.feit not in (Termijnfeit.BEGIN, Termijnfeit.ONTSLAG):
        dagen = [dag for dag in dagen if dag >= span.sinds]
    return min(dagen, default=None)


def _plicht(span: _Span, feiten: Feiten, op: date, aannames: Aannames) -> Partij | None:
    """Who has it: inside, whoever holds the case on its last day, and when late, today."""
    dag = max(span.uiterlijk, op)
    if span.regel.plicht is Loketsoort.NAZORG:
        code = gemeente_aan_zet(feiten, max(op, span.sinds), aannames).waarde
        return Partij(Loketsoort.NAZORG, code) if code else None
    houder = instelling(feiten, dag)
    return houder if houder and houder.loketsoort is span.regel.plicht else None


def _vervallen(regel: Termijnregel, feiten: Feiten, aannames: Aannames) -> date | None:
    """The day after which it makes no sense any more: the municipality goes on after the stay."""
    einde = laatste_dag(feiten)
    if einde is None or regel.plicht is not Loketsoort.NAZORG:
        return einde
    if feiten.persoon.overleden_op:
        return einde
    return plus_maanden(einde, aannames.nazorg_maanden)


@lru_cache(maxsize=8192)
def _tel(eenheid: Eenheid, dag: date, aantal: int, terug: bool, wettelijk: bool) -> date:
    uit = _TERUG[eenheid](dag, aantal) if terug else _TEL[eenheid](dag, aantal)
    return naar_werkdag(uit) if wettelijk else uit


_TEL: dict[Eenheid, Callable[[date, int], date]] = {
    Eenheid.DAGEN: lambda dag, aantal: dag + timedelta(days=aantal),
    Eenheid.WERKDAGEN: plus_werkdagen,
    Eenheid.WEKEN: lambda dag, aantal: dag + timedelta(weeks=aantal),
    Eenheid.MAANDEN: plus_maanden,
}
_TERUG: dict[Eenheid, Callable[[date, int], date]] = {
    Eenheid.DAGEN: lambda dag, aantal: dag - timedelta(days=aantal),
    Eenheid.WERKDAGEN: min_werkdagen,
    Eenheid.WEKEN: lambda dag, aantal: dag - timedelta(weeks=aantal),
    Eenheid.MAANDEN: lambda dag, aantal: plus_maanden(dag, -aantal),
}
