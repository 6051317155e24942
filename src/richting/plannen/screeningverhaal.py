"""How the timeline tells what happened in the screening and with the standings. Clausule 5.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.woorden import Leefgebied, Meetmoment, Standwaarde
from richting.dossiers import tijdlijn
from richting.kern.models import Journaal
from richting.plannen.antwoordtekst import in_taal
from richting.plannen.namen import LEEFGEBIEDEN, MEETMOMENTEN, STANDEN
from richting.plannen.vragenlijsten import alle

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

VAN_MOMENT: dict[str, _StrOrPromise] = {
    "screening_begonnen": gettext_lazy("Een screening is begonnen ({moment})."),
    "screening_weggegooid": gettext_lazy("Het concept van een screening is weggegooid ({moment})."),
    "screening_vervallen": gettext_lazy("Het concept van een screening is vervallen ({moment})."),
}
VAN_GEBIED: dict[str, _StrOrPromise] = {
    "screening_vastgesteld": gettext_lazy("{gebied} is gemeten ({moment})."),
    "screening_gecorrigeerd": gettext_lazy("De meting van {gebied} is gecorrigeerd ({moment})."),
}


def meld_aan() -> None:
    """Tell these kinds of changes on the timeline."""
    for soort in (*VAN_MOMENT, *VAN_GEBIED):
        tijdlijn.registreer(soort, _meting)
    tijdlijn.registreer("brongegeven_ontvangen", _brongegeven)
    tijdlijn.registreer("brongegeven_ingetrokken", _brongegeven)
    tijdlijn.registreer("stand_afgeweken", _afgeweken)
    tijdlijn.registreer("stand_volgt_regel", _volgt_regel)


def _meting(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    moment = MEETMOMENTEN[Meetmoment(rij.na["moment"])]
    if rij.soort in VAN_MOMENT:
        return str(VAN_MOMENT[rij.soort]).format(moment=moment)
    gebied = LEEFGEBIEDEN[Leefgebied(rij.na["leefgebied"])]
    return str(VAN_GEBIED[rij.soort]).format(gebied=gebied, moment=moment)


def _brongegeven(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    zin = _("Een gegeven uit een register is doorgegeven: {vraag} ({register}).")
    if rij.soort == "brongegeven_ingetrokken":
        zin = _("Een gegeven uit een register is ingetrokken: {vraag} ({register}).")
    wat = rij.na or rij.voor
    return zin.format(vraag=_vraagtekst(wat["vraag"]), register=wat["register"])


def _vraagtekst(code: str) -> str:
    """The question in words; its code when no set asks it any more."""
    gevonden = [vraag for lijst in alle().values() if (vraag := lijst.vraag(code))]
    return in_taal(gevonden[-1].tekst) if gevonden else code


def _afgeweken(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    zin = _("{gebied} is op “{stand}” gezet: {reden}")
    if rij.na.get("op_ontslag"):
        zin = _("{gebied} is voor de dag van ontslag op “{stand}” gezet: {reden}")
    return zin.format(**_over(rij.na), reden=rij.na["reden"])


def _volgt_regel(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    return _("{gebied} volgt weer de regel; eerst stond daar “{stand}”.").format(**_over(rij.voor))


def _over(wat: dict[str, str]) -> dict[str, str]:
    gebied = LEEFGEBIEDEN[Leefgebied(wat["leefgebied"])]
    return {"gebied": str(gebied), "stand": str(STANDEN[Standwaarde(wat["stand"])])}
