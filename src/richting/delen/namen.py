"""What the categories of data are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Gegevenscategorie as C

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

CATEGORIEEN = {
    C.VERBLIJF: _("wie, waar en wanneer"),
    C.KETEN: _("nummers van de strafrechtketen"),
    C.ONDERDAK: _("onderdak"),
    C.INKOMEN: _("inkomen en dagbesteding"),
    C.SCHULDEN: _("schulden"),
    C.IDENTITEIT: _("identiteitsbewijs"),
    C.ZORG: _("zorg"),
    C.NETWERK: _("sociaal netwerk"),
    C.MOTIVATIE: _("gedrag en motivatie"),
    C.PLAN: _("het plan"),
    C.TOEZICHT: _("toezicht"),
    C.RISICO: _("risico bij terugkeer"),
    C.BIJ: _("bestuurlijke informatie"),
    C.SLACHTOFFER: _("slachtoffer"),
    C.BEHANDELING: _("behandeling"),
    C.JUSTITIEEL_ADVIES: _("advies aan de rechter"),
}
HANDELINGEN: dict[str, _StrOrPromise] = {
    "dossierpagina": _("opende het dossier"),
    "route": _("bekeek de route"),
    "delenpagina": _("keek wie het dossier mag zien"),
    "werkvoorraad": _("zag de naam in de werkvoorraad"),
    "postbus": _("zag een melding in de postbus"),
    "zoeken": _("vond het dossier met zoeken"),
    "bevestigen": _("bevestigde een melding"),
    "afgeschermde dossiers": _("zag het nummer bij de afgeschermde dossiers"),
    "afscherming": _("keek naar de afscherming"),
    "afscherming kiezen": _("keek naar de afscherming"),
    "api dossiers": _("haalde het op in een lijst, met een ander systeem"),
    "api dossier": _("haalde het dossier op met een ander systeem"),
    "api gronden": _("haalde de gronden op met een ander systeem"),
    "api meldingen": _("haalde een melding op met een ander systeem"),
    "api melding": _("haalde een melding op na een bericht aan het eigen systeem"),
    "koppelvoorstellen": _("zag de naam in een lijst van mogelijk dezelfde personen"),
    "koppelvoorstel": _("vergeleek twee personen"),
}
"""What each reading is called on the screen; the log itself keeps the code."""
VOLGORDE = {categorie.value: nummer for nummer, categorie in enumerate(C)}


def opsomming(categorieen: Iterable[str]) -> str:
    """The categories in words, in the order of the list, with a capital."""
    bekend = sorted((c for c in categorieen if c in VOLGORDE), key=VOLGORDE.__getitem__)
    return str(capfirst(", ".join(str(CATEGORIEEN[C(c)]) for c in bekend)))


def registreer_handeling(code: str, naam: _StrOrPromise) -> None:
    """Let another room say what a reading of its own is called."""
    HANDELINGEN[code] = naam


def handeling(code: str) -> str:
    """What somebody did, in words."""
    return str(HANDELINGEN.get(code, code))
