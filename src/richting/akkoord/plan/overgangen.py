"""The course of an action as one table: what may be done with it, by whom, and for what reasons.

`docs/actie.md` holds the diagram that is made from this table; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.plan.woorden import Actiestaat as S
from richting.akkoord.taal import vertaalbaar as _


class Daad(StrEnum):
    """What somebody does with an action that stands."""

    AANVAARDEN = "aanvaarden"
    WEIGEREN = "weigeren"
    INTREKKEN = "intrekken"
    BEGINNEN = "beginnen"
    AFRONDEN = "afronden"
    UITSTELLEN = "uitstellen"
    STOPPEN = "stoppen"
    ONMOGELIJK = "onmogelijk"
    HEROPENEN = "heropenen"
    OVERNEMEN = "overnemen"


class Rol(StrEnum):
    """What a desk is to an action. A desk can be both of the first two.

    `opvolger`: the responsible desk has no ground any more, and this one has. Clausule 4.3, 6.4.
    """

    VERANTWOORDELIJK = "verantwoordelijk"
    VRAGER = "vrager"
    OPVOLGER = "opvolger"


class Reden(StrEnum):
    """Why an action was declined, withdrawn, put off, stopped, impossible or opened again."""

    WIL_NIET = "wil_niet"
    NIET_VERSCHENEN = "niet_verschenen"
    GEEN_PLEK = "geen_plek"
    NIET_TOEGELATEN = "niet_toegelaten"
    EERDER_VRIJ = "eerder_vrij"
    LATER_VRIJ = "later_vrij"
    OVERGEPLAATST = "overgeplaatst"
    VERHUISD = "verhuisd"
    OVERLEDEN = "overleden"
    NIET_MEER_NODIG = "niet_meer_nodig"
    ANDERS_GEREGELD = "anders_geregeld"
    NIET_ONZE_TAAK = "niet_onze_taak"
    TE_LAAT = "te_laat"
    WACHT_OP_STUKKEN = "wacht_op_stukken"
    WACHT_OP_ANDER = "wacht_op_ander"
    ZIEK = "ziek"
    VERGISSING = "vergissing"
    TOCH_NODIG = "toch_nodig"
    NIET_GELUKT = "niet_gelukt"
    ANDERS = "anders"


REDENZINNEN: dict[Reden, str] = {
    Reden.WIL_NIET: _("De persoon wil het niet"),
    Reden.NIET_VERSCHENEN: _("De persoon is niet verschenen"),
    Reden.GEEN_PLEK: _("Er is geen plek"),
    Reden.NIET_TOEGELATEN: _("De persoon is niet toegelaten"),
    Reden.EERDER_VRIJ: _("De persoon kwam eerder vrij"),
    Reden.LATER_VRIJ: _("De persoon komt later vrij"),
    Reden.OVERGEPLAATST: _("De persoon is overgeplaatst"),
    Reden.VERHUISD: _("De persoon is verhuisd naar een andere gemeente"),
    Reden.OVERLEDEN: _("De persoon is overleden"),
    Reden.NIET_MEER_NODIG: _("Het is niet meer nodig"),
    Reden.ANDERS_GEREGELD: _("Het is op een andere manier geregeld"),
    Reden.NIET_ONZE_TAAK: _("Dit is niet onze taak"),
    Reden.TE_LAAT: _("Het kan niet meer op tijd"),
    Reden.WACHT_OP_STUKKEN: _("Er ontbreken nog papieren"),
    Reden.WACHT_OP_ANDER: _("Een ander moet eerst iets doen"),
    Reden.ZIEK: _("De persoon is ziek"),
    Reden.VERGISSING: _("Het was een vergissing"),
    Reden.TOCH_NODIG: _("Het is toch nog nodig"),
    Reden.NIET_GELUKT: _("Het resultaat hield geen stand"),
    Reden.ANDERS: _("Een andere reden"),
}
"""How each reason reads. `anders` needs an explanation."""

R = Reden
_LEVENSLOOP = (R.EERDER_VRIJ, R.OVERGEPLAATST, R.VERHUISD, R.OVERLEDEN)
REDENEN: dict[Daad, tuple[Reden, ...]] = {
    Daad.WEIGEREN: (
        R.NIET_ONZE_TAAK,
        R.GEEN_PLEK,
        R.NIET_TOEGELATEN,
        R.TE_LAAT,
        R.WIL_NIET,
        R.ANDERS_GEREGELD,
        *_LEVENSLOOP,
        R.ANDERS,
    ),
    Daad.INTREKKEN: (
        R.NIET_MEER_NODIG,
        R.ANDERS_GEREGELD,
        R.WIL_NIET,
        R.VERGISSING,
        *_LEVENSLOOP,
        R.ANDERS,
    ),
    Daad.UITSTELLEN: (
        R.NIET_VERSCHENEN,
        R.GEEN_PLEK,
        R.WACHT_OP_STUKKEN,
        R.WACHT_OP_ANDER,
        R.WIL_NIET,
        R.ZIEK,
        R.LATER_VRIJ,
        R.OVERGEPLAATST,
        R.ANDERS,
    ),
    Daad.STOPPEN: (
        R.WIL_NIET,
        R.NIET_VERSCHENEN,
        R.NIET_MEER_NODIG,
        R.ANDERS_GEREGELD,
        R.VERGISSING,
        *_LEVENSLOOP,
        R.ANDERS,
    ),
    Daad.ONMOGELIJK: (
        R.GEEN_PLEK,
        R.NIET_TOEGELATEN,
        R.TE_LAAT,
        R.NIET_ONZE_TAAK,
        *_LEVENSLOOP,
        R.ANDERS,
    ),
    Daad.HEROPENEN: (R.VERGISSING, R.TOCH_NODIG, R.NIET_GELUKT, R.ANDERS),
}
"""The reasons that each act may have; an act that is not here needs none."""


@dataclass(frozen=True)
class Overgang:
    """From this state, this act by a desk in this role leads to that state."""

    van: S
    daad: Daad
    naar: S
    rol: Rol

    @property
    def redenen(self) -> tuple[Reden, ...]:
        """The reasons to choose from; empty when none is needed."""
        return REDENEN.get(self.daad, ())

    @property
    def met_datum(self) -> bool:
        """The act sets a new last day."""
        return self.daad is Daad.UITSTELLEN


class GeenOvergang(Exception):
    """This may not be done with the action as it stands; `zin` tells the user why."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code, self.zin = code, zin


EIGEN_BEGIN = (S.AFGESPROKEN, S.BEZIG, S.GEDAAN, S.NIET_NODIG)
"""How far an action of one's own can be when it is written down."""
BEGINSTATEN = (S.GEVRAAGD, *EIGEN_BEGIN)

_LOPEND = (S.AFGESPROKEN, S.BEZIG, S.UITGESTELD)
OPEN = (S.GEVRAAGD, *_LOPEND)
"""States in which something still has to happen."""
GEEINDIGD = (S.GEDAAN, S.NIET_NODIG, S.GEWEIGERD, S.INGETROKKEN, S.GESTOPT, S.ONMOGELIJK)
NEGATIEF = (S.GEWEIGERD, S.INGETROKKEN, S.GESTOPT, S.ONMOGELIJK)
"""Ended without result. Clausule 8.5."""

_IK = Rol.VERANTWOORDELIJK
_HEROPENBAAR = (S.GEDAAN, S.NIET_NODIG, S.GESTOPT, S.ONMOGELIJK)
OVERGANGEN: tuple[Overgang, ...] = (
    Overgang(S.GEVRAAGD, Daad.AANVAARDEN, S.AFGESPROKEN, _IK),
    Overgang(S.GEVRAAGD, Daad.WEIGEREN, S.GEWEIGERD, _IK),
    Overgang(S.GEVRAAGD, Daad.INTREKKEN, S.INGETROKKEN, Rol.VRAGER),
    Overgang(S.AFGESPROKEN, Daad.BEGINNEN, S.BEZIG, _IK),
    Overgang(S.UITGESTELD, Daad.BEGINNEN, S.BEZIG, _IK),
    *(Overgang(van, Daad.AFRONDEN, S.GEDAAN, _IK) for van in _LOPEND),
    *(Overgang(van, Daad.UITSTELLEN, S.UITGESTELD, _IK) for van in _LOPEND),
    *(Overgang(van, Daad.STOPPEN, S.GESTOPT, _IK) for van in _LOPEND),
    *(Overgang(van, Daad.ONMOGELIJK, S.ONMOGELIJK, _IK) for van in _LOPEND),
    *(Overgang(van, Daad.HEROPENEN, S.BEZIG, _IK) for van in _HEROPENBAAR),
    *(Overgang(van, Daad.OVERNEMEN, S.AFGESPROKEN, Rol.OPVOLGER) for van in OPEN),
)
"""All that can be done with an action; what is not here cannot be done. Clausule 5.4, 8.5."""

EERSTE: dict[Daad, Overgang] = {o.daad: o for o in reversed(OVERGANGEN)}
"""One row for each act: where it leads, by whom and why is the same from every state."""
_TABEL = {(o.van, o.daad): o for o in OVERGANGEN}


def mogelijk(van: S, rollen: Iterable[Rol]) -> tuple[Overgang, ...]:
    """What a desk with these roles may do with an action in this state, in order of the table."""
    eigen = set(rollen)
    return tuple(o for o in OVERGANGEN if o.van is van and o.rol in eigen)


def check_overgang(
    van: S,
    daad: Daad,
    rollen: Iterable[Rol],
    *,
    reden: str = "",
    toelichting: str = "",
    tot: date | None = None,
    op: date,
    uiterlijk: date | None = None,
) -> Overgang:
    """The row of the table for this act; raises GeenOvergang with a sentence. Clausule 4.3, 5.4.

    `tot` is the new last day, needed to put off, never before `op` and later than `uiterlijk`, the
    last day that stands.
    """
    overgang = _TABEL.get((van, daad))
    if overgang is None:
        raise GeenOvergang("staat", _("Dit kan niet meer: de actie staat er nu anders voor."))
    if overgang.rol not in set(rollen):
        raise GeenOvergang("rol", ROLZINNEN[overgang.rol])
    _check_reden(overgang, reden, toelichting)
    if overgang.met_datum and (tot is None or tot < op):
        raise GeenOvergang("datum", _("Kies een nieuwe dag: vandaag of later."))
    if overgang.met_datum and tot and uiterlijk and tot <= uiterlijk:
        raise GeenOvergang("datum", _("Kies een dag na de laatste dag die nu geldt."))
    return overgang


ROLZINNEN: dict[Rol, str] = {
    Rol.VERANTWOORDELIJK: _("Alleen het loket dat de actie doet, kan dit."),
    Rol.VRAGER: _("Alleen het loket dat het vroeg, kan dit."),
    Rol.OPVOLGER: _("Dit kan alleen als het loket dat de actie doet, het dossier niet meer ziet."),
}
"""Why a desk in another role may not."""


def _check_reden(overgang: Overgang, reden: str, toelichting: str) -> None:
    if not overgang.redenen:
        return
    if reden not in overgang.redenen:
        raise GeenOvergang("reden", _("Kies een reden."))
    if reden == Reden.ANDERS and not toelichting.strip():
        raise GeenOvergang("toelichting", _("Schrijf op wat de andere reden is."))


def mag_overgang(van: S, daad: Daad, rollen: Iterable[Rol]) -> bool:
    """Whether a desk with these roles may do this at all, given the right reason and day."""
    overgang = _TABEL.get((van, daad))
    return overgang is not None and overgang.rol in set(rollen)


def rollen(
    loket: int | None, verantwoordelijk: int, vrager: int | None, *, ziet_nog: bool = True
) -> frozenset[Rol]:
    """What a desk is to an action. `ziet_nog`: the responsible desk still has its ground."""
    uit = set()
    if loket is not None and loket == verantwoordelijk:
        uit.add(Rol.VERANTWOORDELIJK)
    if loket is not None and loket == vrager:
        uit.add(Rol.VRAGER)
    if not ziet_nog and loket != verantwoordelijk:
        uit.add(Rol.OPVOLGER)
    return frozenset(uit)


def antwoord_voor(op: date, uiterlijk: date | None, aannames: Aannames = AANNAMES) -> date:
    """The last day for a desk to answer what was asked on `op`. Clausule 5.4.

    In working days, and never after the day on which the action itself must be done.
    """
    termijn = plus_werkdagen(op, aannames.antwoord_werkdagen)
    return termijn if uiterlijk is None else min(termijn, max(op, uiterlijk))


def mag_wijzigen(van: S, eigen: Iterable[Rol]) -> bool:
    """Text, frame and days: by who does it while it is open, and by who asks while unanswered."""
    eigen = set(eigen)
    if van is S.GEVRAAGD:
        return Rol.VRAGER in eigen
    return van in _LOPEND and Rol.VERANTWOORDELIJK in eigen
