"""Values that no source gives: each with where it comes from. An administrator can set another."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


def _aanname(waarde: Any, tag: str, bron: str, zin: str) -> Any:
    return field(default=waarde, metadata={"tag": tag, "bron": bron, "zin": zin})


@dataclass(frozen=True)
class Aannames:
    """Every AANNAME the rules use. Clausule 8.7."""

    kort_verblijf_dagen: int = _aanname(
        28, "S", "feiten B3", "Een verblijf tot en met dit aantal dagen is kort."
    )
    lang_verblijf_maanden: int = _aanname(
        12, "AANNAME", "geen bron", "Een verblijf van meer dan dit aantal maanden is lang."
    )
    onbekend_einde_is_kort: bool = _aanname(
        True, "AANNAME", "feiten 2.1", "Wie elke dag vrij kan komen, volgt het korte spoor."
    )


AANNAMES = Aannames()


def omschrijving(veld: str) -> str:
    """What an assumption means, in one sentence. Raises KeyError for an unknown one."""
    return {f.name: str(f.metadata["zin"]) for f in fields(Aannames)}[veld]
