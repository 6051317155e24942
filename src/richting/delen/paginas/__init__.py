"""The pages of this room: sharing of one dossier, restrictions, settings, processings."""

from __future__ import annotations

from richting.delen.paginas.afgeschermd import afgeschermd, afscherming, beeindig
from richting.delen.paginas.delen import dossier
from richting.delen.paginas.instellingen import instelling, instellingen
from richting.delen.paginas.verwerkingen import verwerkingen, verwerkingen_csv

__all__ = [
    "afgeschermd",
    "afscherming",
    "beeindig",
    "dossier",
    "instelling",
    "instellingen",
    "verwerkingen",
    "verwerkingen_csv",
]
