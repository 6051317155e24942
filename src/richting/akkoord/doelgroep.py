"""For whom the accord is: the gate every stay passes, on partial facts too.

The sentence of the verdict is shown to everyone who sees the stay. It therefore never mentions a
terrorist offence or the risk of art. 18b: those stays are in for the same reason as all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import in_beeld
from richting.akkoord.levensloop import (
    FORENSISCHE_PLAATSEN,
    bekende_plaats,
    instellingen,
    laatste_instelling,
)
from richting.akkoord.onthouden import onthouden
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Eindereden, SoortPlaats, Titel, Verblijfsstatus

VOLWASSEN = 18
HANDREIKING_JEUGD = (
    "Handreiking ten behoeve van de invulling van werkafspraken van justitiële organisaties "
    "en gemeenten (juni 2018)"
)
JEUGDTITELS = frozenset({Titel.JEUGDDETENTIE, Titel.PIJ})
KORTE_TITELS = frozenset(
    {
        Titel.INVERZEKERINGSTELLING,
        Titel.HECHTENIS,
        Titel.VERVANGENDE_HECHTENIS,
        Titel.GIJZELING,
    }
)
FORENSISCHE_TITELS = frozenset({Titel.ISD, Titel.TBS_VERPLEGING, Titel.TBS_VOORWAARDEN_OPNAME})
BUITENPLAATSEN = frozenset({SoortPlaats.BUITEN_FASERING, SoortPlaats.BUITEN_ONGESCHIKT})


@dataclass(frozen=True)
class Vraag:
    """What is not known yet and somebody must answer; until then the stay is in."""

    code: str
    tekst: str
    bron: Bron


@dataclass(frozen=True)
class Doelgroepoordeel:
    """In or out, why, what is still to be asked, and where to go when it is out."""

    binnen: bool
    code: str
    zin: str
    bronnen: tuple[Bron, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    verwijzing: str | None = None


@onthouden
def beoordeel(feiten: Feiten, op: date) -> Doelgroepoordeel:
    """Adults with a valid residence status who return to a Dutch municipality.

    Clausule 3.1, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8. What is unknown does not put a stay out: it puts a
    question.
    """
    return _erbuiten(feiten, op) or _erbinnen(feiten, op)


def leeftijd(geboortedatum: date, op: date) -> int:
    """Age in whole years; who is born on 29 February has a birthday on 1 March in other years."""
    verjaard = (op.month, op.day) >= (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - (0 if verjaard else 1)


def _erbuiten(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    regels = (_jeugd, _minderjarig, _zonder_status, _vreemdelingenbewaring, _naar_buitenland)
    return next((oordeel for regel in regels if (oordeel := regel(feiten, op))), None)


def _jeugd(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    """Youth detention, PIJ, and young adults in a youth institution. Clausule 3.8."""
    if feiten.titel not in JEUGDTITELS and not _in_jeugdinrichting(feiten, op):
        return None
    zin = _("Dit akkoord geldt niet voor jeugdigen. Voor hen is er een eigen handreiking.")
    return Doelgroepoordeel(
        False, "jeugd", zin, (Bron("clausule", "3.8"),), verwijzing=HANDREIKING_JEUGD
    )


def _minderjarig(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    """Eighteen years and older; coming of age during the stay counts. Clausule 3.1."""
    geboren = feiten.persoon.geboortedatum
    if geboren is None or leeftijd(geboren, max(op, feiten.begin)) >= VOLWASSEN:
        return None
    zin = _("Deze persoon is jonger dan 18 jaar. Voor jeugdigen is er een eigen handreiking.")
    bronnen = (Bron("clausule", "3.1"), Bron("clausule", "3.8"))
    return Doelgroepoordeel(False, "minderjarig", zin, bronnen, verwijzing=HANDREIKING_JEUGD)


def _zonder_status(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    """With a valid residence status. Clausule 3.1."""
    if feiten.persoon.verblijfsstatus != Verblijfsstatus.ONGELDIG:
        return None
    zin = _("Deze persoon heeft geen geldige verblijfsstatus in Nederland.")
    return Doelgroepoordeel(False, "geen_verblijfsstatus", zin, (Bron("clausule", "3.1"),))


def _vreemdelingenbewaring(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    """Held as a foreign national, not as a `justitiabele`. Clausule 3.1."""
    if feiten.titel != Titel.VREEMDELINGENBEWARING:
        return None
    zin = _("Vreemdelingenbewaring is geen straf of maatregel van de strafrechter.")
    return Doelgroepoordeel(False, "vreemdelingenbewaring", zin, (Bron("clausule", "3.1"),))


def _naar_buitenland(feiten: Feiten, op: date) -> Doelgroepoordeel | None:
    """Who return to a Dutch municipality. Clausule 3.1."""
    weg = feiten.eindereden == Eindereden.OVERDRACHT_BUITENLAND
    if not weg or feiten.einde is None or op < feiten.einde:
        return None
    zin = _(
        "Deze persoon is overgedragen aan het buitenland en keert niet terug naar een gemeente."
    )
    return Doelgroepoordeel(False, "naar_buitenland", zin, (Bron("clausule", "3.1"),))


def _in_jeugdinrichting(feiten: Feiten, op: date) -> bool:
    """Also on leave from it, or gone from it: the youth institution still holds the stay."""
    dag = max(op, feiten.begin)
    plaats = laatste_instelling(feiten, dag) or bekende_plaats(feiten, dag)
    return plaats is not None and plaats.soort == SoortPlaats.JJI


def _erbinnen(feiten: Feiten, op: date) -> Doelgroepoordeel:
    code, zin, clausule = _reden(feiten, op)
    nummers = ("3.1",) if clausule == "3.1" else ("3.1", clausule)
    bronnen = tuple(Bron("clausule", nr) for nr in nummers)
    return Doelgroepoordeel(True, code, zin, bronnen, tuple(_vragen(feiten, op)))


def _reden(feiten: Feiten, op: date) -> tuple[str, str, str]:
    """Why a stay is in: code, sentence and clause. Clausule 3.1, 3.3, 3.4, 3.5."""
    plaats = bekende_plaats(feiten, max(op, feiten.begin))
    soort = plaats.soort if plaats else None
    if feiten.titel in FORENSISCHE_TITELS or soort in FORENSISCHE_PLAATSEN:
        zin = _("Het akkoord geldt ook voor een verblijf in een zorginstelling, ISD en tbs.")
        return "forensisch", zin, "3.4"
    if soort in BUITENPLAATSEN:
        zin = _("Het akkoord geldt ook voor wie tijdens de straf buiten de inrichting verblijft.")
        return "buiten_onder_titel", zin, "3.5"
    if feiten.titel in KORTE_TITELS:
        zin = _("Het akkoord geldt ook voor korte straffen en arrestanten.")
        return "kort_of_arrestant", zin, "3.3"
    return "volwassene", _("Volwassene die terugkeert naar een Nederlandse gemeente."), "3.1"


def _vragen(feiten: Feiten, op: date) -> Iterator[Vraag]:
    """What is still to be asked. Clausule 3.1, 3.8."""
    bron = Bron("clausule", "3.1")
    if feiten.persoon.geboortedatum is None:
        yield Vraag(
            "geboortedatum", _("Wat is de geboortedatum? Is deze persoon 18 of ouder?"), bron
        )
    if feiten.persoon.verblijfsstatus == Verblijfsstatus.ONBEKEND:
        yield Vraag("verblijfsstatus", _("Heeft deze persoon een geldige verblijfsstatus?"), bron)
    if not in_beeld(feiten, max(op, feiten.bekend_sinds)):
        yield Vraag("gemeente", _("Naar welke gemeente keert deze persoon terug?"), bron)
    if feiten.titel == Titel.ONBEKEND:
        yield Vraag("titel", _("Op welke titel zit deze persoon vast?"), bron)
    if feiten.adolescentenstrafrecht and not instellingen(feiten):
        tekst = _("Verblijft deze persoon in een jeugdinrichting?")
        yield Vraag("jeugdinrichting", tekst, Bron("clausule", "3.8"))
