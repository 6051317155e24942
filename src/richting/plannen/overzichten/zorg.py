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
from richting.plannen.woorden import Indicatie, Indicatiewet, Meegeven, Verzekering
from richting.web.datums import dag_in_woorden


def zorgoverdracht(dossier: UUID) -> Zorgoverdracht | None:
    """What is known of the care; None when nobody wrote anything. One query. Clausule 5.11."""
    return Zorgoverdracht.objects.filter(dossier=dossier).first()


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """Care as a block."""
    rij = zorgoverdracht(dossier.pk)
    if rij is not None:
        titel, categorie = _("Zorg na het verblijf"), Gegevenscategorie.ZORG.value
        yield Blok("zorgoverdracht", titel, categorie, tuple(_regels(rij)))


def _regels(rij: Zorgoverdracht) -> Iterator[Regel]:
    indicatie = str(namen.INDICATIES[Indicatie(rij.indicatie)])
    if rij.indicatie_wet:
        indicatie += f", {namen.INDICATIEWETTEN[Indicatiewet(rij.indicatie_wet)]}"
    yield Regel("indicatie", _("Indicatie voor zorg"), indicatie)
    if rij.afspraak_bij:
        dag = f", {dag_in_woorden(rij.afspraak_op)}" if rij.afspraak_op else ""
        yield Regel("afspraak", _("Afspraak"), f"{rij.afspraak_bij}{dag}")
    medicijnen = namen.MEEGEVEN[Meegeven(rij.medicijnen)]
    yield Regel("medicijnen", _("Medicijnen mee op de dag zelf"), str(medicijnen))
    brief = namen.MEEGEVEN[Meegeven(rij.overdrachtsbrief)]
    yield Regel("brief", _("Overdrachtsbrief mee op de dag zelf"), str(brief))
    verzekering = str(namen.VERZEKERINGEN[Verzekering(rij.verzekering)])
    bij = f" ({rij.verzekeraar})" if rij.verzekeraar else ""
    yield Regel("verzekering", _("Zorgverzekering"), f"{verzekering}{bij}")
