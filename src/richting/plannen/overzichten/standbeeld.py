"""The standings in words: for the screens, and as blocks for fixed versions and paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from richting.akkoord.plan.standen import Standuitkomst
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Standwaarde
from richting.dossiers.models import Dossier
from richting.kern.context import wie_nu
from richting.plannen.antwoordtekst import antwoordtekst, in_taal
from richting.plannen.models import Standafwijking
from richting.plannen.namen import LEEFGEBIEDEN, MEETMOMENTEN, STANDEN
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.screening import Gebiedsantwoorden, Meting, antwoorden
from richting.plannen.overzichten.standen import Gebiedsstand, standen
from richting.plannen.vragenlijsten import met_code, nieuwste
from richting.web.datums import dag_in_woorden

KLEUREN = {
    Standwaarde.IN_ORDE: "goed",
    Standwaarde.GEREGELD_VOOR_ONTSLAG: "goed",
    Standwaarde.LOOPT: "info",
    Standwaarde.NIET_GEREGELD: "dringend",
    Standwaarde.ONBEKEND: "aandacht",
    Standwaarde.WIL_NIET: "aandacht",
    Standwaarde.NIET_NODIG: "neutraal",
}
"""How a standing is coloured; the word beside it says the same."""


@dataclass(frozen=True)
class Oordeel:
    """A standing in words: the word, its colour, the reasons, and the departure if there is one."""

    waarde: Standwaarde
    woord: str
    kleur: str
    zin: str
    zinnen: tuple[str, ...]
    afwijking: Standafwijking | None
    regel: str
    """What the rule says; the same word unless somebody departed from it."""


@dataclass(frozen=True)
class Standbeeld:
    """One life area as the screens show it; `straks` None: release is unknown or has been."""

    leefgebied: Leefgebied
    naam: str
    nu: Oordeel
    straks: Oordeel | None
    gemeten: Meting | None
    moment: str

    @property
    def zegt_iets(self) -> bool:
        """Somebody measured it, or departed from the rule."""
        return bool(self.gemeten or self.nu.afwijking or (self.straks and self.straks.afwijking))


def standbeelden(dossier: Dossier, vandaag: date) -> list[Standbeeld]:
    """The standings of the areas that this reader may see, in words."""
    return [_beeld(rij, vandaag) for rij in standen(dossier, vandaag).values()]


def _beeld(rij: Gebiedsstand, vandaag: date) -> Standbeeld:
    nog = rij.ontslag is not None and rij.ontslag > vandaag
    return Standbeeld(
        leefgebied=rij.leefgebied,
        naam=str(LEEFGEBIEDEN[rij.leefgebied]),
        nu=_oordeel(rij.nu, rij.regel_nu, rij.afwijking_nu),
        straks=_oordeel(rij.op_ontslag, rij.regel_ontslag, rij.afwijking_ontslag) if nog else None,
        gemeten=rij.gemeten,
        moment=str(MEETMOMENTEN[rij.gemeten.moment]) if rij.gemeten else "",
    )


def _oordeel(
    waarde: Standwaarde, regel: Standuitkomst, afwijking: Standafwijking | None
) -> Oordeel:
    zinnen = tuple(_(zin) for zin in regel.zinnen)
    return Oordeel(
        waarde=waarde,
        woord=str(STANDEN[waarde]),
        kleur=KLEUREN[waarde],
        zin=afwijking.reden if afwijking else _(regel.zin),
        zinnen=zinnen,
        afwijking=afwijking,
        regel=str(STANDEN[regel.waarde]),
    )


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """Standings and answers as blocks, one of each per area.

    As of the day of this reading or unit of work.
    """
    dag, gezegd = wie_nu().vandaag, antwoorden(dossier.pk)
    for beeld in standbeelden(dossier, dag):
        gebied = beeld.leefgebied
        if not beeld.zegt_iets:
            continue
        yield _standblok(beeld)
        if regels := _antwoordregels(gezegd[gebied], dag):
            titel = _("{gebied}: antwoorden").format(gebied=beeld.naam)
            yield Blok(f"antwoorden_{gebied.value}", titel, gebied.categorie.value, regels)


def _standblok(beeld: Standbeeld) -> Blok:
    regels = [Regel("nu", _("Nu"), _in_een_zin(beeld.nu))]
    if beeld.straks:
        regels.append(Regel("ontslag", _("Op de dag van ontslag"), _in_een_zin(beeld.straks)))
    if beeld.gemeten:
        tekst = f"{beeld.moment}, {dag_in_woorden(beeld.gemeten.op)}, {beeld.gemeten.door}"
        regels.append(Regel("gemeten", _("Laatst gemeten"), tekst))
    gebied = beeld.leefgebied
    return Blok(f"stand_{gebied.value}", beeld.naam, gebied.categorie.value, tuple(regels))


def _in_een_zin(oordeel: Oordeel) -> str:
    if oordeel.afwijking is None:
        return f"{oordeel.woord}. {oordeel.zin}"
    zin = _("{woord}. Afwijking van de regel ({regel}) door {wie}: {reden}")
    return zin.format(
        woord=oordeel.woord,
        regel=oordeel.regel,
        wie=oordeel.afwijking.door,
        reden=oordeel.afwijking.reden,
    )


def _antwoordregels(gezegd: Gebiedsantwoorden, dag: date) -> tuple[Regel, ...]:
    code = gezegd.gemeten.vragenlijst if gezegd.gemeten else ""
    lijst = met_code(code) or nieuwste(dag)
    gegeven = gezegd.antwoorden
    volgorde = [v.code for v in lijst.vragen if v.code in gegeven]
    volgorde += [c for c in gegeven if c not in volgorde]
    return tuple(
        Regel(c, in_taal(v.tekst) if (v := lijst.vraag(c)) else c, antwoordtekst(v, gegeven[c]))
        for c in volgorde
        if gegeven[c].soort is not Antwoordsoort.NIET_GEVRAAGD
    )
