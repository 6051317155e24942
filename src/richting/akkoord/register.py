"""Which rule, feature and test carries which clause of the accord: read from the code itself.

A function or class carries the clauses that its docstring names (`Clausule 3.1, 3.3.`), a test
those of its mark (`@pytest.mark.clausule("3.1")`). `python -m tools.akkoord` writes the outcome to
`register.json`, so that an installed program, without its tests, can show it too.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from richting.akkoord.clausules import CLAUSULES

NUMMER = r"\d+\.\d+"
VERMELDING = re.compile(rf"Clausules?\s+({NUMMER}(?:(?:,|\s+en)\s+{NUMMER})*)")
Vermeldingen = dict[str, tuple[str, ...]]
"""Per clause the names of what mentions it, sorted."""


@dataclass(frozen=True)
class Clausuleregel:
    """A clause and what stands behind it; `open` as long as code or test is missing."""

    nr: str
    nl: str
    en: str
    kind: str
    dragers: tuple[str, ...]
    tests: tuple[str, ...]
    open: bool


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
            open=not (dragers.get(c.nr) and tests.get(c.nr)),
        )
        for c in CLAUSULES
    )


def als_json(register: tuple[Clausuleregel, ...]) -> str:
    """The text of `register.json`: only what the code adds, the same for the same code."""
    inhoud = {r.nr: {"dragers": r.dragers, "tests": r.tests} for r in register}
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def dragers_in(bron: Path) -> Vermeldingen:
    """The functions and classes under `bron` by the clauses their docstrings name."""
    return _per_clausule(
        (nr, f"{_module(pad, bron)}.{naam}")
        for pad, boom in _bomen(bron, "*.py")
        for naam, knoop in _namen(boom)
        for nr in genoemd(ast.get_docstring(knoop) or "")
    )


def tests_in(tests: Path) -> Vermeldingen:
    """The tests under `tests` by the clauses of their marks."""
    return _per_clausule(
        (nr, f"{pad.relative_to(tests).as_posix()}::{naam}")
        for pad, boom in _bomen(tests, "test_*.py")
        for naam, knoop in _namen(boom)
        if naam.rpartition(".")[2].startswith(("test", "Test"))
        for nr in _gemerkt(knoop.decorator_list)
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
