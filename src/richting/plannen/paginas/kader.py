"""What all pages of the plan share: whose plan it is, and the way between its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Gegevenscategorie as C
from richting.dossiers.models import Dossier

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Tab:
    """A part of the plan in the menu above it; shown to who sees one of `categorieen`."""

    naam: str
    titel: _StrOrPromise
    categorieen: frozenset[str] = frozenset({C.PLAN.value})


TABS = (
    Tab("overzicht", _("Het plan")),
    Tab("screening", _("Screening")),
    Tab("standen", _("Leefgebieden")),
    Tab("actielijst", _("Acties")),
    Tab("kort", _("Kort verblijf")),
    Tab("inhoud", _("Vraag en motivatie")),
    Tab("woonplaats", _("Gemeente van terugkeer")),
    Tab("zorg", _("Zorg"), frozenset({C.ZORG.value})),
    Tab("behandelplan", _("Stappen en behandeling")),
    Tab("slachtoffer", _("Slachtoffer"), frozenset({C.SLACHTOFFER.value})),
    Tab("advies", _("Advies"), frozenset({C.JUSTITIEEL_ADVIES.value})),
    Tab("versies", _("Versies")),
    Tab("papier", _("Op papier")),
)
"""Each name is that of a page `plannen:<naam>` that takes the dossier."""


def kader(dossier: Dossier, hier: str, mijn: set[str]) -> dict[str, Any]:
    """The context that `plannen/basis.html` asks for: the dossier and the tabs. No query."""
    punten = []
    for tab in TABS:
        url = _adres(tab.naam, dossier)
        if url and tab.categorieen & mijn:
            punten.append({"titel": tab.titel, "url": url, "huidig": tab.naam == hier})
    return {"dossier": dossier, "tabs": punten, "mijn": mijn}


def _adres(naam: str, dossier: Dossier) -> str:
    try:
        return reverse(f"plannen:{naam}", args=[dossier.pk])
    except NoReverseMatch:
        return ""
