"""Which rule, feature and test carries which clause of the accord: read from the code itself.

A module, function, class or constant carries the clauses that its docstring names (`Clausule 3.1,
3.3.`), a test those of its mark (`@pytest.mark.clausule("3.1")`, or `pytestmark` for all of a
module). Carriers in the room `akkoord` are rules; those in other rooms are features that people
use. `python -m tools.akkoord` writes the outcome to `register.json`, so that an installed program,
without its tests, can show it too.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from richting.akkoord.clausules import CLAUSULES

NUMMER = r"\d+\.\d+"
VERMELDING = re.compile(rf"Clausules?\s+({NUMMER}(?:(?:,|\s+en)\s+{NUMMER})*)")
REGELS = "akkoord."
"""Names of rules begin with the room they stand in."""
Vermeldingen = dict[str, tuple[str, ...]]
"""Per clause the names of what mentions it, sorted."""


class Stand(StrEnum):
    """How far a clause is: nothing yet, a rule that no screen or message shows, or both."""

    OPEN = "open"
    REGEL = "regel"
    GEDRAGEN = "gedragen"


@dataclass(frozen=True)
class Clausuleregel:
    """A clause and what stands behind it."""

    nr: str
    nl: str
    en: str
    kind: str
    dragers: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def regels(self) -> tuple[str, ...]:
        """The rules that carry it."""
        return tuple(naam for naam in self.dragers if naam.startswith(REGELS))

    @property
    def onderdelen(self) -> tuple[str, ...]:
        """The features of other rooms that carry it."""
        return tuple(naam for naam in self.dragers if not naam.startswith(REGELS))

    @property
    def stand(self) -> Stand:
        """Open without code or without a test; only a rule as long as no feature carries it."""
        if not (self.dragers and self.tests):
            return Stand.OPEN
        return Stand.GEDRAGEN if self.onderdelen else Stand.REGEL

    @property
    def open(self) -> bool:
        """Code or test is missing."""
        return self.stand == Stand.OPEN


class OnbekendeClausule(ValueError):
    """Code or test names a clause that the accord does not have."""


@lru_cache(maxsize=1)
def lees() -> tuple[Clausuleregel, ...]:
    """Every clause with what carries it, from the register that was made with the program."""
    tekst = files("richting.akkoord").joinpath("register.json").read_text(encoding="utf-8")
    bewaard = json.loads(tekst)
    dragers = {nr: tuple(regel["dragers"]) for nr, regel in bewaard.items()}
    tests = {nr: tuple(regel["tests"]) for nr, regel in bewaard.items()}
    return regels(dragers, tests)


def maak(bron: Path, tests: Path) -> tuple[Clausuleregel, ...]:
    """The register of the code under `bron` and the tests under `tests`.

    Raises OnbekendeClausule when either names a clause that does not exist.
    """
    return regels(dragers_in(bron), tests_in(tests))


def regels(dragers: Vermeldingen, tests: Vermeldingen) -> tuple[Clausuleregel, ...]:
    """Put clauses, carriers and tests side by side."""
    onbekend = sorted({*dragers, *tests} - {c.nr for c in CLAUSULES})
    if onbekend:
        namen = [naam for nr in onbekend for naam in (*dragers.get(nr, ()), *tests.get(nr, ()))]
        zin = f"Deze clausules bestaan niet: {', '.join(onbekend)} (in {', '.join(namen)})."
        raise OnbekendeClausule(zin)
    return tuple(
        Clausuleregel(
            c.nr,
            c.nl,
            c.en,
            c.kind.value,
            dragers.get(c.nr, ()),
            tests.get(c.nr, ()),
        )
        for c in CLAUSULES
    )


def als_json(register: tuple[Clausuleregel, ...]) -> str:
    """The text of `register.json`: only what the code adds, the same for the same code."""
    inhoud = {r.nr: {"dragers": r.dragers, "tests": r.tests} for r in register}
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def dragers_in(bron: Path) -> Vermeldingen:
    """What is under `bron` by the clauses its docstrings name."""
    return _per_clausule(
        (nr, ".".join(deel for deel in (_module(pad, bron), naam) if deel))
        for pad, boom in _bomen(bron, "*.py")
        for naam, tekst in _uitleg(boom)
        for nr in genoemd(tekst)
    )


def tests_in(tests: Path) -> Vermeldingen:
    """The tests under `tests` by the clauses of their marks; a whole module by its own name."""
    return _per_clausule(
        (nr, "::".join(deel for deel in (pad.relative_to(tests).as_posix(), naam) if deel))
        for pad, boom in _bomen(tests, "test_*.py")
        for naam, merken in _merken(boom)
        for nr in _gemerkt(merken)
    )


def genoemd(tekst: str) -> list[str]:
    """The clauses that a docstring names."""
    return [nr for rij in VERMELDING.findall(tekst) for nr in re.findall(NUMMER, rij)]


Knoop = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _bomen(map_: Path, patroon: str) -> Iterator[tuple[Path, ast.Module]]:
    for pad in sorted(map_.rglob(patroon)):
        if "migrations" not in pad.parts:
            yield pad, ast.parse(pad.read_text(encoding="utf-8"))


def _module(pad: Path, bron: Path) -> str:
    delen = pad.relative_to(bron).with_suffix("").parts
    return ".".join(deel for deel in delen if deel != "__init__")


def _namen(knoop: ast.AST, boven: str = "") -> Iterator[tuple[str, Knoop]]:
    """Every function and class with its dotted name within the module."""
    for kind in ast.iter_child_nodes(knoop):
        if isinstance(kind, Knoop):
            naam = f"{boven}{kind.name}"
            yield naam, kind
            yield from _namen(kind, f"{naam}.")


def _uitleg(boom: ast.Module) -> Iterator[tuple[str, str]]:
    """The docstrings in a module: its own, of functions and classes, and below a constant."""
    yield "", ast.get_docstring(boom) or ""
    yield from ((naam, ast.get_docstring(knoop) or "") for naam, knoop in _namen(boom))
    for knoop, eronder in pairwise(boom.body):
        if isinstance(knoop, ast.Assign | ast.AnnAssign) and isinstance(eronder, ast.Expr):
            doel = knoop.targets[0] if isinstance(knoop, ast.Assign) else knoop.target
            tekst = eronder.value.value if isinstance(eronder.value, ast.Constant) else ""
            yield ast.unparse(doel), str(tekst)


def _merken(boom: ast.Module) -> Iterator[tuple[str, list[ast.expr]]]:
    """The marks in a module of tests: its own, and of each test."""
    for knoop in boom.body:
        if isinstance(knoop, ast.Assign) and ast.unparse(knoop.targets[0]) == "pytestmark":
            waarde = knoop.value
            yield "", list(waarde.elts) if isinstance(waarde, ast.List | ast.Tuple) else [waarde]
    for naam, kind in _namen(boom):
        if naam.rpartition(".")[2].startswith(("test", "Test")):
            yield naam, kind.decorator_list


def _gemerkt(versieringen: Iterable[ast.expr]) -> Iterator[str]:
    """The arguments of `@pytest.mark.clausule(...)`."""
    for merk in versieringen:
        if isinstance(merk, ast.Call) and ast.unparse(merk.func) == "pytest.mark.clausule":
            yield from (str(a.value) for a in merk.args if isinstance(a, ast.Constant))


def _per_clausule(paren: Iterable[tuple[str, str]]) -> Vermeldingen:
    gevonden: dict[str, set[str]] = {}
    for nr, naam in paren:
        gevonden.setdefault(nr, set()).add(naam)
    return {nr: tuple(sorted(namen)) for nr, namen in gevonden.items()}
