"""Care as other parties may know it. Always within a reading."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.plannen import namen
from richting.plannen.models import Zorgoverdracht
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten import standbeeld
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.woorden import Meegeven
from richting.web.datums import dag_in_woorden

ZORG = Gegevenscategorie.ZORG.value


def zorgoverdracht(dossier: UUID) -> Zorgoverdracht | None:
    """How care goes on; None when nobody wrote anything. Clausule 5.11."""
    return planrijen(dossier).een(Zorgoverdracht)


def gemeten(dossier: Dossier) -> list[Regel]:
    """What the screening says of care: the standing and the answers. Clausule 5.11."""
    bladen = [blok for blok in standbeeld.blokken(dossier) if blok.categorie == ZORG]
    return [regel for blok in bladen for regel in blok.regels]


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """How care goes on, as a block."""
    rij = zorgoverdracht(dossier.pk)
    if rij is not None:
        yield Blok("zorgoverdracht", _("Zorg na het verblijf"), ZORG, tuple(_regels(rij)))


def _regels(rij: Zorgoverdracht) -> Iterator[Regel]:
    if rij.afspraak_bij:
        dag = f", {dag_in_woorden(rij.afspraak_op)}" if rij.afspraak_op else ""
        yield Regel("afspraak", _("Eerste afspraak"), f"{rij.afspraak_bij}{dag}")
    if rij.vervolg:
        yield Regel("vervolg", _("Hoe de zorg doorgaat"), rij.vervolg)
    brief = namen.MEEGEVEN[Meegeven(rij.overdrachtsbrief)]
    yield Regel("brief", _("Overdrachtsbrief mee op de dag zelf"), str(brief))
