"""What all pages of the plan share: whose plan it is, and the way between its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Gegevenscategorie as C
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.context import Wie

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Tab:
    """A part of the plan in the menu above it; shown to who sees one of `categorieen`.

    Neighbours with the same `groep` share one tab, and stand in a second row when one is open.
    """

    naam: str
    titel: _StrOrPromise
    categorieen: frozenset[str] = frozenset({C.PLAN.value})
    groep: _StrOrPromise = ""


PLAN, SCREENING, ACTIES, ZORG = _("Het plan"), _("Screening"), _("Acties"), _("Zorg en stappen")
RECHTER = _("Voor de rechter")
TABS = (
    Tab("overzicht", _("In één oogopslag"), groep=PLAN),
    Tab("versies", _("Versies"), groep=PLAN),
    Tab("papier", _("Op papier"), groep=PLAN),
    Tab("screening", _("Meten"), groep=SCREENING),
    Tab("standen", _("Hoe de leefgebieden staan"), groep=SCREENING),
    Tab("inhoud", _("Vraag en motivatie")),
    Tab("actielijst", _("Alle acties"), groep=ACTIES),
    Tab("kort", _("De dag van vertrek"), groep=ACTIES),
    Tab("zorg", _("Zorg"), frozenset({C.ZORG.value}), ZORG),
    Tab("behandelplan", _("Stappen en behandeling"), groep=ZORG),
    Tab("woonplaats", _("Gemeente van terugkeer")),
    Tab("slachtoffer", _("Slachtoffer"), frozenset({C.SLACHTOFFER.value})),
    Tab("advies", _("Advies"), frozenset({C.JUSTITIEEL_ADVIES.value}), RECHTER),
    Tab("inbreng", _("Vraag aan de gemeente"), groep=RECHTER),
)
"""Each name is that of a page `plannen:<naam>` that takes the dossier."""


def kader(dossier: Dossier, hier: str, mijn: set[str], wie: Wie) -> dict[str, Any]:
    """The context that `plannen/basis.html` asks for: the dossier and the tabs, and whether this
    desk may only read (`alleen_gevraagd`). No query unless another municipality was asked.
    """
    groepen = _groepen(dossier, hier, mijn)
    open_ = next((punten for _titel, punten in groepen if _is_hier(punten)), [])
    return {
        "dossier": dossier,
        "tabs": [
            {
                "titel": titel if len(punten) > 1 else punten[0]["titel"],
                "url": punten[0]["url"],
                "huidig": _is_hier(punten),
                "binnen": len(punten) > 1,
            }
            for titel, punten in groepen
        ],
        "subtabs": open_ if len(open_) > 1 else [],
        "mijn": mijn,
        "alleen_gevraagd": alleen_gevraagd(dossier, wie.loket, wie.vandaag),
    }


def _groepen(dossier: Dossier, hier: str, mijn: set[str]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The pages that this reader sees, per tab of the first row."""
    groepen: dict[str, list[dict[str, Any]]] = {}
    for tab in TABS:
        url = _adres(tab.naam, dossier)
        if url and tab.categorieen & mijn:
            punt = {"titel": tab.titel, "url": url, "huidig": tab.naam == hier}
            groepen.setdefault(str(tab.groep or tab.titel), []).append(punt)
    return list(groepen.items())


def _is_hier(punten: list[dict[str, Any]]) -> bool:
    return any(punt["huidig"] for punt in punten)


def _adres(naam: str, dossier: Dossier) -> str:
    try:
        return reverse(f"plannen:{naam}", args=[dossier.pk])
    except NoReverseMatch:
        return ""
