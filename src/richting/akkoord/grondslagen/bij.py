"""BIJ (Bjsg 11a): who was sentenced for something on the list returns; the mayor is told.

The list is data with validity by the day of the offence. What it says of sexual offences from
1 July 2024 on is not known: an administrator fills it in (AANNAME `bij_nieuwe_zedenartikelen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten, Veroordeling
from richting.akkoord.gemeenten import VOLGORDE
from richting.akkoord.grondslagen.deelnemers import Deelnemer, gemeenten
from richting.akkoord.grondslagen.loop import Zaak, geen_terugkeer
from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.grondslagen.zinnen import POLITIE
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import STAPPEN_BUITEN, rekendatum, tijdens
from richting.akkoord.partij import Partij
from richting.akkoord.periode import ALTIJD, Periode, periode, vroegste
from richting.akkoord.woorden import GemeenteRol, Loketsoort, Titel

MINSTENS_MAANDEN = 12
OUDE_ZEDENARTIKELEN = frozenset(
    ("240b", "242", "243", "244", "245", "246", "247", "248a", "248b", "248c", "248d", "248e")
    + ("249", "250", "250a", "252 lid 2", "252 lid 3", "273a")
)
ALTIJD_ERNSTIG = frozenset(["273f", "282", "282a", "282b", "287", "288", "288a", "289"])
ERNSTIG_VANAF_EEN_JAAR = frozenset({"141 lid 2", "302", "303"})
ONVOORWAARDELIJK = frozenset(
    {Titel.GEVANGENISSTRAF, Titel.HECHTENIS, Titel.ISD, Titel.TBS_VERPLEGING}
)
_ARTIKEL = re.compile(r"^(?:art\.?\s*)?(\d+[a-z]*)(?:\s*,?\s*lid\s*(\d+))?", re.IGNORECASE)


@dataclass(frozen=True)
class Bijlijst:
    """The offences that count, for offences committed from `vanaf` until `tot`."""

    vanaf: date
    tot: date
    altijd: frozenset[str]
    vanaf_een_jaar: frozenset[str]


def lijst(pleegdatum: date | None, aannames: Aannames = AANNAMES) -> Bijlijst:
    """The list that holds for the day of an offence; of an unknown day the old one.

    From the day of renumbering on the old numbers of sexual offences say nothing.
    """
    grens = aannames.bij_vernummering
    oud = Bijlijst(date.min, grens, ALTIJD_ERNSTIG | OUDE_ZEDENARTIKELEN, ERNSTIG_VANAF_EEN_JAAR)
    nieuwe_zeden = {_kaal(artikel) for artikel in aannames.bij_nieuwe_zedenartikelen}
    nieuw = Bijlijst(grens, date.max, ALTIJD_ERNSTIG | nieuwe_zeden, ERNSTIG_VANAF_EEN_JAAR)
    return oud if pleegdatum is None or pleegdatum < grens else nieuw


def terugkeer_gemeld(zaak: Zaak) -> Iterator[Grond]:
    """The mayor, and the police, hear of a return. Clausule 3.7, 6.5. Artikel Bjsg 11a."""
    if not valt_onder_bij(zaak.feiten, zaak.aannames):
        return
    vensters = [venster for dag in terugkeerdagen(zaak.feiten) if (venster := _venster(zaak, dag))]
    for deelnemer in _ontvangers(zaak):
        yield from verleen(zaak, BIJ, deelnemer, vensters)


def valt_onder_bij(feiten: Feiten, aannames: Aannames = AANNAMES) -> bool:
    """Whether the sentence is on the list: irrevocable, unconditional, serious enough.

    Artikel Bjsg 11a. Not with juvenile law, except tbs.
    """
    veroordeling = feiten.veroordeling
    if veroordeling is None or not veroordeling.onherroepelijk:
        return False
    if veroordeling.tbs_verpleging or feiten.titel == Titel.TBS_VERPLEGING:
        return True
    return not feiten.adolescentenstrafrecht and _ernstig(veroordeling, feiten.titel, aannames)


def terugkeerdagen(feiten: Feiten) -> list[date]:
    """The days on which someone returns, also for leave or phasing. Artikel Bjsg 11a.

    Leave that was over before the stay became known needs no message any more.
    """
    buiten = (p.van for p in tijdens(feiten) if p.soort in STAPPEN_BUITEN)
    dagen = {dag for dag in buiten if dag >= feiten.bekend_sinds}
    einde = rekendatum(feiten)
    return sorted(dagen | ({einde} if einde else set()))


def _ernstig(veroordeling: Veroordeling, titel: Titel, aannames: Aannames) -> bool:
    maanden = veroordeling.onvoorwaardelijk_maanden
    artikelen = {vorm for artikel in veroordeling.artikelen for vorm in _vormen(artikel)}
    geldend = lijst(veroordeling.pleegdatum, aannames)
    onvoorwaardelijk = maanden > 0 if maanden is not None else titel in ONVOORWAARDELIJK
    if onvoorwaardelijk and artikelen & geldend.altijd:
        return True
    return (maanden or 0) >= MINSTENS_MAANDEN and bool(artikelen & geldend.vanaf_een_jaar)


def _vormen(artikel: str) -> set[str]:
    """An article with and without its lid: '282 lid 1' counts where the list says '282'."""
    kaal = _kaal(artikel)
    return {kaal, kaal.split(" lid ")[0]} if kaal else set()


def _kaal(artikel: str) -> str:
    """'Sr 141 lid 2' and 'art. 141, lid 2 Sr' become '141 lid 2'; another law becomes ''."""
    tekst = artikel.strip()
    zonder_wet = re.sub(r"\b(Sr|Wetboek van Strafrecht)\b", "", tekst, flags=re.IGNORECASE).strip()
    gevonden = _ARTIKEL.match(zonder_wet)
    if gevonden is None or zonder_wet[gevonden.end() :].strip(" ."):
        return ""
    nummer, lid = gevonden[1].lower(), gevonden[2]
    return f"{nummer} lid {lid}" if lid else nummer


def _venster(zaak: Zaak, terugkeer: date) -> Periode | None:
    """From three months before a return until nine months after the message could go out."""
    feiten, aannames = zaak.feiten, zaak.aannames
    vanaf = max(
        plus_maanden(terugkeer, -aannames.bij_vooraf_maanden),
        feiten.begin,
        feiten.bekend_sinds,
        BIJ.in_werking(aannames) or date.min,
    )
    tot = plus_maanden(vanaf, aannames.bij_bewaar_maanden)
    return periode(vanaf, vroegste(tot, geen_terugkeer(feiten)))


def _ontvangers(zaak: Zaak) -> Iterator[Deelnemer]:
    alleen = (GemeenteRol.INGEZETENE,)
    rollen = alleen if zaak.aannames.bij_alleen_inschrijving else VOLGORDE
    yield from gemeenten(zaak, Loketsoort.OPENBARE_ORDE, rollen)
    politie = Partij(Loketsoort.POLITIE, zaak.aannames.politie_organisatie)
    yield Deelnemer(politie, (POLITIE,), (ALTIJD,))
