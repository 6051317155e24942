"""BIJ (Bjsg 11a): who was sentenced for something on the list returns; the mayor is told.

The list is data with validity by the day of the offence. What it says of sexual offences from
1 July 2024 on is not known: an administrator fills it in (AANNAME `bij_nieuwe_zedenartikelen`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.doelgroep import JEUGDTITELS
from richting.akkoord.feiten import Feiten, Veroordeling
from richting.akkoord.gemeenten import VOLGORDE, banden_in_de_tijd
from richting.akkoord.grondslagen.deelnemers import Deelnemer
from richting.akkoord.grondslagen.loop import Zaak, geen_terugkeer
from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.grondslagen.zinnen import POLITIE
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import STAPPEN_BUITEN, rekendatum, tijdens
from richting.akkoord.partij import Partij
from richting.akkoord.periode import ALTIJD, Periode, periode, verenigd, vroegste, zonder
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.verzoeken import aanvaarde_banden
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


class Bijaanleiding(StrEnum):
    """Under which part of article 11a a sentence falls. Artikel Bjsg 11a."""

    MISDRIJF = "misdrijf"
    MISDRIJF_EEN_JAAR = "misdrijf_een_jaar"
    TBS_VERPLEGING = "tbs_verpleging"
    PIJ_VERLENGBAAR = "pij_verlengbaar"


AANLEIDINGEN: dict[Bijaanleiding, str] = {
    Bijaanleiding.MISDRIJF: _(
        "Een onherroepelijke, onvoorwaardelijke straf of maatregel voor een misdrijf van de lijst."
    ),
    Bijaanleiding.MISDRIJF_EEN_JAAR: _(
        "Een onherroepelijke straf of maatregel van ten minste een jaar onvoorwaardelijk, voor een "
        "misdrijf van de lijst."
    ),
    Bijaanleiding.TBS_VERPLEGING: _("Een onherroepelijke maatregel: tbs met verpleging."),
    Bijaanleiding.PIJ_VERLENGBAAR: _("Een onherroepelijke PIJ-maatregel die verlengd kan worden."),
}
"""Why a return is told, in the words of the article."""


@dataclass(frozen=True)
class Bijlijst:
    """One version of the list: the offences that count, when committed from `vanaf` until `tot`.

    `bron` says where it comes from, and what is not known of it.
    """

    naam: str
    vanaf: date
    tot: date
    altijd: frozenset[str]
    vanaf_een_jaar: frozenset[str]
    bron: str


def lijsten(aannames: Aannames = AANNAMES) -> tuple[Bijlijst, ...]:
    """Every version of the list, oldest first; together they cover every day. Artikel Bjsg 11a.

    From the day of renumbering on the old numbers of sexual offences say nothing.
    """
    grens = aannames.bij_vernummering
    nieuwe_zeden = frozenset(_kaal(artikel) for artikel in aannames.bij_nieuwe_zedenartikelen)
    return (
        Bijlijst(
            "2011",
            date.min,
            grens,
            ALTIJD_ERNSTIG | OUDE_ZEDENARTIKELEN,
            ERNSTIG_VANAF_EEN_JAAR,
            "Bjsg 11a, tekst 2017",
        ),
        Bijlijst(
            "2024",
            grens,
            date.max,
            ALTIJD_ERNSTIG | nieuwe_zeden,
            ERNSTIG_VANAF_EEN_JAAR,
            "Bjsg 11a, tekst 2017; zedenartikelen: aanname bij_nieuwe_zedenartikelen",
        ),
    )


def lijst(pleegdatum: date | None, aannames: Aannames = AANNAMES) -> Bijlijst:
    """The version that holds for the day of an offence; of an unknown day the oldest."""
    versies = lijsten(aannames)
    if pleegdatum is None:
        return versies[0]
    return next(v for v in reversed(versies) if v.vanaf <= pleegdatum)


def terugkeer_gemeld(zaak: Zaak) -> Iterator[Grond]:
    """The mayor, and the police, hear of a return. Clausule 3.7, 6.5. Artikel Bjsg 11a."""
    if not valt_onder_bij(zaak.feiten, zaak.aannames):
        return
    vensters = [
        venster
        for dag in terugkeerdagen(zaak.feiten)
        if (venster := venster_van(zaak.feiten, dag, zaak.aannames))
    ]
    for deelnemer in _ontvangers(zaak):
        yield from verleen(zaak, BIJ, deelnemer, vensters)


def valt_onder_bij(feiten: Feiten, aannames: Aannames = AANNAMES) -> bool:
    """Whether the sentence is on the list: irrevocable, unconditional, serious enough.

    Artikel Bjsg 11a.
    """
    return aanleiding(feiten, aannames) is not None


def aanleiding(feiten: Feiten, aannames: Aannames = AANNAMES) -> Bijaanleiding | None:
    """Under which part of the article a sentence falls; None when under none. Artikel Bjsg 11a.

    Juvenile law (title VIIIA) leaves out the offences, not the measures.
    """
    veroordeling = feiten.veroordeling
    if veroordeling is None or not veroordeling.onherroepelijk:
        return None
    if veroordeling.tbs_verpleging or feiten.titel == Titel.TBS_VERPLEGING:
        return Bijaanleiding.TBS_VERPLEGING
    if veroordeling.pij_verlengbaar:
        return Bijaanleiding.PIJ_VERLENGBAAR
    if feiten.adolescentenstrafrecht or feiten.titel in JEUGDTITELS:
        return None
    return _misdrijf(veroordeling, feiten.titel, aannames)


def terugkeerdagen(feiten: Feiten) -> list[date]:
    """The days on which someone returns, also for leave or phasing. Artikel Bjsg 11a.

    Leave that was over before the stay became known needs no message any more.
    """
    buiten = (p.van for p in tijdens(feiten) if p.soort in STAPPEN_BUITEN)
    dagen = {dag for dag in buiten if dag >= feiten.bekend_sinds}
    einde = rekendatum(feiten)
    return sorted(dagen | ({einde} if einde else set()))


def _misdrijf(veroordeling: Veroordeling, titel: Titel, aannames: Aannames) -> Bijaanleiding | None:
    maanden = veroordeling.onvoorwaardelijk_maanden
    artikelen = {vorm for artikel in veroordeling.artikelen for vorm in _vormen(artikel)}
    geldend = lijst(veroordeling.pleegdatum, aannames)
    onvoorwaardelijk = maanden > 0 if maanden is not None else titel in ONVOORWAARDELIJK
    if onvoorwaardelijk and artikelen & geldend.altijd:
        return Bijaanleiding.MISDRIJF
    if (maanden or 0) >= MINSTENS_MAANDEN and artikelen & geldend.vanaf_een_jaar:
        return Bijaanleiding.MISDRIJF_EEN_JAAR
    return None


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


def venster_van(feiten: Feiten, terugkeer: date, aannames: Aannames = AANNAMES) -> Periode | None:
    """From three months before a return until nine months after the message could go out.

    Artikel Bjsg 11a.
    """
    vanaf = max(
        plus_maanden(terugkeer, -aannames.bij_vooraf_maanden),
        feiten.begin,
        feiten.bekend_sinds,
        BIJ.in_werking(aannames) or date.min,
    )
    tot = plus_maanden(vanaf, aannames.bij_bewaar_maanden)
    return periode(vanaf, vroegste(tot, geen_terugkeer(feiten)))


def _ontvangers(zaak: Zaak) -> Iterator[Deelnemer]:
    yield from _burgemeesters(zaak)
    politie = Partij(Loketsoort.POLITIE, zaak.aannames.politie_organisatie)
    yield Deelnemer(politie, (POLITIE,), (ALTIJD,))


def _burgemeesters(zaak: Zaak) -> Iterator[Deelnemer]:
    """One mayor at a time: of the municipality of return as far as that is known.

    The one that accepted the return, or else origin, or else where someone wants to settle; as
    `gemeenten.gemeente_aan_zet` says of the care side. Clausule 5.7, 6.5.
    """
    aanvaard = {band.gemeente for band in aanvaarde_banden(zaak.feiten)}
    alle = banden_in_de_tijd(zaak.feiten, VOLGORDE, zaak.aannames)
    eerst = [b for b in alle if b.rol == GemeenteRol.VESTIGING and b.gemeente in aanvaard]
    per_rol = [[b for b in alle if b.rol == rol] for rol in VOLGORDE]
    rangen = per_rol[:1] if zaak.aannames.bij_alleen_inschrijving else [eerst, *per_rol]
    bezet: list[Periode] = []
    for banden in rangen:
        per_gemeente: dict[str, list[Periode]] = {}
        for band in banden:
            eigen = periode(band.van, band.tot)
            vrij = zonder([eigen], bezet) if eigen else ()
            per_gemeente.setdefault(band.gemeente, []).extend(vrij)
        for gemeente, stukken in per_gemeente.items():
            if stukken:
                partij = Partij(Loketsoort.OPENBARE_ORDE, gemeente)
                yield Deelnemer(partij, (banden[0].rol.value,), verenigd(stukken))
            bezet += stukken
