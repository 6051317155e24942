"""What the words of proof and of the reconciliation are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.aansluiting import WAT_TE_DOEN, ZINNEN, Driftsoort
from richting.akkoord.begin_einde import ZINNEN as DATUMZINNEN
from richting.akkoord.begin_einde import Datumfeit
from richting.akkoord.bewijs import ZINNEN as BEWIJSZINNEN
from richting.akkoord.bewijs import Bewijsstand
from richting.akkoord.meldingen import regel_voor
from richting.akkoord.meldplicht import KLASSEN
from richting.akkoord.woorden import Feitsoort
from richting.delen.namen import registreer_handeling
from richting.dossiers import tijdlijn
from richting.kern.models import Journaal
from richting.regie.woorden_besluit import verandering

KLEUREN = {
    Bewijsstand.BEVESTIGD: "goed",
    Bewijsstand.OP_TIJD: "goed",
    Bewijsstand.TE_LAAT_GELEZEN: "aandacht",
    Bewijsstand.WACHT: "info",
    Bewijsstand.NIET_GELEZEN: "dringend",
    Bewijsstand.NIET_MEER: "neutraal",
    Bewijsstand.TE_LAAT_VERTELD: "aandacht",
    Bewijsstand.NIET_VERTELD: "dringend",
}
STANDEN = {
    Bewijsstand.BEVESTIGD: gettext_lazy("Bevestigd"),
    Bewijsstand.OP_TIJD: gettext_lazy("Op tijd gelezen"),
    Bewijsstand.TE_LAAT_GELEZEN: gettext_lazy("Te laat gelezen"),
    Bewijsstand.WACHT: gettext_lazy("Nog te lezen"),
    Bewijsstand.NIET_GELEZEN: gettext_lazy("Niet gelezen"),
    Bewijsstand.NIET_MEER: gettext_lazy("Niet gelezen, geen grond meer"),
    Bewijsstand.TE_LAAT_VERTELD: gettext_lazy("Te laat verteld"),
    Bewijsstand.NIET_VERTELD: gettext_lazy("Niet verteld"),
}
"""The same in two or three words, for a label; the whole sentence stands in `akkoord.bewijs`."""
HANDELINGEN = {
    "begin en einde": gettext_lazy("keek wat gemeenten hoorden van begin en einde"),
    "begin en einde lijst": gettext_lazy(
        "zag in een lijst wat gemeenten hoorden van begin en einde"
    ),
    "api begin en einde": gettext_lazy(
        "haalde met een ander systeem op wat gemeenten hoorden van begin en einde"
    ),
}


def meld_aan() -> None:
    """Tell on the timeline who began or stopped to see something, and name the readings."""
    tijdlijn.registreer("zicht_begonnen", _begonnen)
    tijdlijn.registreer("zicht_geeindigd", _geeindigd)
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)


def _begonnen(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{loket} ziet dit dossier vanaf nu, of ziet er meer van.").format(
        loket=namen.loket(rij.na.get("loket"))
    )


def _geeindigd(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{loket} ziet dit dossier vanaf nu niet meer, of ziet er minder van.").format(
        loket=namen.loket(rij.na.get("loket"))
    )


def datumzin(feit: Datumfeit) -> str:
    """What a municipality must hear of begin or end, in one sentence."""
    return _(DATUMZINNEN[feit.geval])


def bewijszin(stand: Bewijsstand | None) -> str:
    """What the proof comes to; None: nobody was there to tell it."""
    return _(BEWIJSZINNEN[stand]) if stand else _("Er was geen gemeente in beeld.")


def driftzin(soort: str) -> str:
    """What must be true of this kind."""
    return _(ZINNEN[Driftsoort(soort)])


def drifthulp(soort: str) -> str:
    """What the functional manager does when it is not true."""
    return _(WAT_TE_DOEN[Driftsoort(soort)])


def driftwat(wat: str) -> str:
    """Of which change or melding it is, as people know it; never a person."""
    if wat in KLASSEN and KLASSEN[wat].feiten:
        return verandering(wat)
    return _(regel_voor(Feitsoort(wat)).zin) if wat in set(Feitsoort) else wat
