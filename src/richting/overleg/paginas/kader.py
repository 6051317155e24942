"""What the pages share: reading a consultation on record, and carrying out an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import Overlegsoort, Overlegstaat, Uitnodigingsantwoord
from richting.kern.context import Wie
from richting.kern.lezen import Lezing, lezing
from richting.overleg import namen
from richting.overleg.models import Overleg
from richting.overleg.overzichten.beeld import Overlegbeeld, beeld
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import met_loket
from richting.plannen.botsing import Botsing

achter_deur = met_loket(*PLANPARTIJEN)
"""Only the parties of the plan have these pages; for others they do not exist (clausule 6.3)."""


@dataclass(frozen=True)
class Fout:
    """A form that was refused: which one, of which item, with what was filled in."""

    wat: str
    formulier: forms.Form
    punt: str = ""
    botsing: bool = False

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows it."""
        return 409 if self.botsing else 200


def lees_overleg(
    wie: Wie,
    nummer: UUID,
    handeling: str,
    functie: Callable[[Lezing, Overlegbeeld], dict[str, Any]],
    *,
    aan_tafel: bool = True,
) -> dict[str, Any]:
    """Read a consultation on record: of each person only the own ground. 404 when hidden.

    `aan_tafel`: only for desks that are invited.
    """
    uit: dict[str, Any] | None = None
    with lezing(wie, handeling) as lees:
        gezien = beeld(nummer, wie.loket)
        if gezien is None or (aan_tafel and gezien.eigen is None):
            lees.niets_gezien()
        else:
            uit = {**overlegkop(gezien.overleg), "beeld": gezien, **functie(lees, gezien)}
            lees.gezien(gezien.dossiers, gezien.categorieen)
    if uit is None:
        raise Http404
    return uit


def overlegkop(rij: Overleg) -> dict[str, Any]:
    """How a consultation is called and how it stands, for the head of a page."""
    staat = Overlegstaat(rij.staat)
    return {
        "overleg": rij,
        "titel": namen.SOORTEN[Overlegsoort(rij.soort)],
        "staat": namen.STATEN[staat],
        "staatkleur": namen.STAATKLEUR[staat],
        "gepland": staat is Overlegstaat.GEPLAND,
        "afgelast": staat is Overlegstaat.AFGELAST,
        "vast": rij.verslag_vast_op is not None,
    }


def antwoordwoord(antwoord: str) -> tuple[Any, str]:
    """What an invited desk answered, in words and colour."""
    een = Uitnodigingsantwoord(antwoord)
    return namen.ANTWOORDEN[een], namen.ANTWOORDKLEUR[een]


def voer_uit(
    doe: Callable[[], Any], wat: str, formulier: forms.Form, punt: str = ""
) -> Fout | None:
    """Carry out an act; the refusal to show, or None when it was done. 404 without a right."""
    try:
        doe()
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return Fout(wat, formulier, punt)
    except Botsing as botsing:
        verschillen = [str(v.nu) for v in botsing.verschillen]
        zin = _("Iemand anders was u voor. Er staat nu: {nu}").format(nu="; ".join(verschillen))
        opnieuw = _op_versie(formulier, botsing.rij.versie)
        opnieuw.add_error(None, zin)
        return Fout(wat, opnieuw, punt, botsing=True)
    return None


def _op_versie(formulier: forms.Form, versie: int) -> forms.Form:
    """The same form with the same input, now on top of the version that stands."""
    gegevens = formulier.data.copy()  # type: ignore[attr-defined]
    gegevens[formulier.add_prefix("versie")] = str(versie)
    formulier.data = gegevens
    return formulier
