"""The Zorg- en Veiligheidshuizen that take part, and which is that of a municipality."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.partijen.models import Loket, Organisatie, Regio


def huizen() -> list[tuple[str, str]]:
    """Code and name of the houses with an open desk, by name. One query. Clausule 1.5."""
    loketten = Loket.objects.filter(
        soort=Loketsoort.PROCESREGIE,
        actief=True,
        organisatie__soort=Organisatiesoort.VEILIGHEIDSHUIS,
        organisatie__geldig_tot=None,
    ).order_by("organisatie__naam")
    return list(loketten.values_list("organisatie__code", "organisatie__naam"))


def huis_van_gemeente(gemeente: str, keuzes: Iterable[tuple[str, str]]) -> str:
    """The code of the house that carries the name of the region of this municipality, or empty.

    AANNAME (K): no list says which house serves which municipality; most are named after the
    veiligheidsregio. Where names differ, nobody is chosen beforehand. Two queries.
    """
    regio = Organisatie.objects.filter(code=gemeente).values_list("regio", flat=True).first()
    naam = Regio.objects.filter(code=regio or "").values_list("naam", flat=True).first()
    gezocht = f"ZVH-{_letters(naam)}" if naam else ""
    return gezocht if gezocht in dict(keuzes) else ""


def _letters(naam: str) -> str:
    """The letters of a name in capitals, without accents."""
    kaal = unicodedata.normalize("NFD", naam.upper())
    return "".join(teken for teken in kaal if "A" <= teken <= "Z")
