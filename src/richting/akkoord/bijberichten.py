"""The BIJ message to the mayor: what may stand in it, by when, what is answered, how long it stays.

Clausule 3.7, 6.5. Artikel Bjsg 11a. Who gets one, and from which day, is a ground: see
`grondslagen.bij`. Pure: dates come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen.bij import terugkeerdagen, valt_onder_bij, venster_van
from richting.akkoord.grondslagen.loop import geen_terugkeer
from richting.akkoord.kalender import plus_maanden, plus_werkdagen
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.taal import vertaalbaar as _


class Bijgegeven(StrEnum):
    """The closed list of article 11a: nothing else may stand in a message."""

    NAAM = "naam"
    VOORNAMEN = "voornamen"
    ADRES = "adres"
    GEBOORTEPLAATS = "geboorteplaats"
    GEBOORTELAND = "geboorteland"
    GEBOORTEDATUM = "geboortedatum"
    NUMMERS = "nummers"
    NATIONALITEIT = "nationaliteit"
    BESLISSINGEN = "beslissingen"
    PARKETNUMMERS = "parketnummers"
    STRAFBEPALINGEN = "strafbepalingen"
    KWALIFICATIE = "kwalificatie"
    PLEEGDATUM = "pleegdatum"
    UITSPRAAK = "uitspraak"
    INHOUD_UITSPRAAK = "inhoud_uitspraak"
    VOORWAARDEN = "voorwaarden"
    ONHERROEPELIJK = "onherroepelijk"
    EINDE_PROEFTIJD = "einde_proeftijd"
    BEGIN_TENUITVOERLEGGING = "begin_tenuitvoerlegging"
    EINDE_TENUITVOERLEGGING = "einde_tenuitvoerlegging"
    INVRIJHEIDSTELLING = "invrijheidstelling"


@dataclass(frozen=True)
class Gegevenregel:
    """What a datum is called, and which part of the decree names it."""

    naam: str
    artikel: str
    is_datum: bool = False


_ZES, _ZEVEN = "Bjsg art. 6 lid 1", "Bjsg art. 7 lid 1 "
G = Bijgegeven
GEGEVENS: dict[Bijgegeven, Gegevenregel] = {
    G.NAAM: Gegevenregel(_("Geslachtsnaam"), _ZES),
    G.VOORNAMEN: Gegevenregel(_("Voornamen"), _ZES),
    G.ADRES: Gegevenregel(_("Adres"), _ZES),
    G.GEBOORTEPLAATS: Gegevenregel(_("Geboorteplaats"), _ZES),
    G.GEBOORTELAND: Gegevenregel(_("Geboorteland"), _ZES),
    G.GEBOORTEDATUM: Gegevenregel(_("Geboortedatum"), _ZES, is_datum=True),
    G.NUMMERS: Gegevenregel(_("Nummers om iemand te herkennen"), _ZES),
    G.NATIONALITEIT: Gegevenregel(_("Nationaliteit"), _ZES),
    G.BESLISSINGEN: Gegevenregel(_("Beslissingen"), _ZEVEN + "a"),
    G.PARKETNUMMERS: Gegevenregel(_("Parketnummers"), _ZEVEN + "b"),
    G.STRAFBEPALINGEN: Gegevenregel(_("Strafbepalingen"), _ZEVEN + "c"),
    G.KWALIFICATIE: Gegevenregel(_("Kwalificatie van het feit"), _ZEVEN + "d"),
    G.PLEEGDATUM: Gegevenregel(_("Dag van het feit"), _ZEVEN + "f", is_datum=True),
    G.UITSPRAAK: Gegevenregel(_("Rechter en dag van de uitspraak"), _ZEVEN + "j"),
    G.INHOUD_UITSPRAAK: Gegevenregel(_("Inhoud van de uitspraak"), _ZEVEN + "j"),
    G.VOORWAARDEN: Gegevenregel(_("Voorwaarden"), _ZEVEN + "j"),
    G.ONHERROEPELIJK: Gegevenregel(_("Staat de uitspraak vast?"), _ZEVEN + "j"),
    G.EINDE_PROEFTIJD: Gegevenregel(_("Einde van de proeftijd"), _ZEVEN + "j", is_datum=True),
    G.BEGIN_TENUITVOERLEGGING: Gegevenregel(
        _("Begin van straf of maatregel"), _ZEVEN + "k", is_datum=True
    ),
    G.EINDE_TENUITVOERLEGGING: Gegevenregel(
        _("Einde van straf of maatregel"), _ZEVEN + "k", is_datum=True
    ),
    G.INVRIJHEIDSTELLING: Gegevenregel(_("Dag van vrijlating"), _ZEVEN + "l", is_datum=True),
}
"""The list in its order, each with its article. Artikel Bjsg 11a."""

Inhoud = dict[str, str | list[str]]


class Terugkeersoort(StrEnum):
    """What kind of return a message is about: for good, or for a time."""

    VRIJLATING = "vrijlating"
    TIJDELIJK = "tijdelijk"


@dataclass(frozen=True)
class Terugkeer:
    """The return that a message is about. Artikel Bjsg 11a."""

    dag: date
    soort: Terugkeersoort


class Versiereden(StrEnum):
    """Why a version of a message was made."""

    EERSTE = "eerste"
    GEGEVENS = "gegevens"
    VRIJLATING = "vrijlating"
    OPNIEUW = "opnieuw"


class Eindreden(StrEnum):
    """Why a message ended that was not ended by its desk."""

    TERMIJN = "termijn"
    ANDERE_GEMEENTE = "andere_gemeente"
    TE_VROEG = "te_vroeg"
    NIET_MEER_OP_LIJST = "niet_meer_op_lijst"
    GEEN_TERUGKEER = "geen_terugkeer"
    GEEN_GROND = "geen_grond"


EINDZINNEN: dict[Eindreden, str] = {
    Eindreden.TERMIJN: _("De bewaartermijn is voorbij."),
    Eindreden.ANDERE_GEMEENTE: _("Deze persoon keert terug naar een andere gemeente."),
    Eindreden.TE_VROEG: _("De terugkeer is nog te ver weg, of de dag is niet meer bekend."),
    Eindreden.NIET_MEER_OP_LIJST: _("De veroordeling staat niet meer op de lijst van de BIJ."),
    Eindreden.GEEN_TERUGKEER: _("Deze persoon keert niet terug."),
    Eindreden.GEEN_GROND: _("Er is geen grond meer om dit bericht te geven."),
}
INGETROKKEN = frozenset(Eindreden) - {Eindreden.TERMIJN}
"""The desk must hear that a message it had, does not hold."""


class Bijbesluit(StrEnum):
    """What the mayor did with it."""

    GEEN = "geen"
    OVERWOGEN = "overwogen"
    GENOMEN = "genomen"


BESLUITZINNEN: dict[Bijbesluit, str] = {
    Bijbesluit.GEEN: _("Geen maatregel"),
    Bijbesluit.OVERWOGEN: _("Een maatregel wordt overwogen"),
    Bijbesluit.GENOMEN: _("Er is een maatregel genomen"),
}


class Bijstaat(StrEnum):
    """How a message stands at its desk."""

    NIEUW = "nieuw"
    OPEN = "open"
    BEANTWOORD = "beantwoord"
    AFGEHANDELD = "afgehandeld"
    BEEINDIGD = "beeindigd"
    VERANTWOORDING = "verantwoording"


class Bijdaad(StrEnum):
    """What a desk can do with a message."""

    ONTVANGST_BEVESTIGEN = "ontvangst_bevestigen"
    BEANTWOORDEN = "beantwoorden"
    AFHANDELEN = "afhandelen"


MAG: dict[Bijstaat, frozenset[Bijdaad]] = {
    Bijstaat.NIEUW: frozenset({Bijdaad.ONTVANGST_BEVESTIGEN}),
    Bijstaat.OPEN: frozenset({Bijdaad.BEANTWOORDEN}),
    Bijstaat.BEANTWOORD: frozenset({Bijdaad.BEANTWOORDEN, Bijdaad.AFHANDELEN}),
    Bijstaat.AFGEHANDELD: frozenset({Bijdaad.BEANTWOORDEN}),
    Bijstaat.BEEINDIGD: frozenset(),
    Bijstaat.VERANTWOORDING: frozenset(),
}
"""A measure that comes later can still be told, as long as the message is there."""


@dataclass(frozen=True)
class Stappen:
    """Up to which version a desk took each step, and whether the message ended."""

    versie: int
    ontvangen: int = 0
    beantwoord: int = 0
    afgehandeld: int = 0
    beeindigd: bool = False
    verwijderd: bool = False


def staat(stappen: Stappen) -> Bijstaat:
    """How a message stands; a newer version asks for everything again. Clausule 6.5."""
    if stappen.verwijderd:
        return Bijstaat.VERANTWOORDING
    if stappen.beeindigd:
        return Bijstaat.BEEINDIGD
    if stappen.ontvangen < stappen.versie:
        return Bijstaat.NIEUW
    if stappen.beantwoord < stappen.versie:
        return Bijstaat.OPEN
    gedaan = stappen.afgehandeld >= stappen.versie
    return Bijstaat.AFGEHANDELD if gedaan else Bijstaat.BEANTWOORD


def gesloten_lijst(inhoud: Iterable[str]) -> None:
    """Raises ValueError when something stands in a message that the article does not name.

    Artikel Bjsg 11a.
    """
    vreemd = sorted(set(inhoud) - {gegeven.value for gegeven in Bijgegeven})
    if vreemd:
        raise ValueError(f"Staat niet in artikel 11a Bjsg: {', '.join(vreemd)}")


def terugkeer_op(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> Terugkeer | None:
    """The return to tell of on a day: the next one within reach, or else the last one before it.

    None when no return is within reach. Artikel Bjsg 11a.
    """
    einde = rekendatum(feiten)
    dagen = [dag for dag in terugkeerdagen(feiten) if _in_venster(feiten, dag, op, aannames)]
    if not dagen:
        return None
    dag = min((d for d in dagen if d >= op), default=max(dagen))
    soort = Terugkeersoort.VRIJLATING if dag == einde else Terugkeersoort.TIJDELIJK
    return Terugkeer(dag, soort)


def uiterlijk(terugkeer: date, mag_vanaf: date, aannames: Aannames = AANNAMES) -> date:
    """The last day on which the mayor hears of a return in time.

    Some weeks before it, and never before it may be told. Clausule 6.5.
    """
    return max(mag_vanaf, terugkeer - timedelta(weeks=aannames.bij_uiterlijk_weken))


def dagen_te_laat(verstrekt_op: date, uiterlijk_op: date) -> int:
    """By how many days a message came too late; 0 when in time. Clausule 6.5."""
    return max(0, (verstrekt_op - uiterlijk_op).days)


def bewaren_tot(verstrekt_op: date, aannames: Aannames = AANNAMES) -> date:
    """The day on which a version is gone at the latest. Artikel Bjsg 11a."""
    return plus_maanden(verstrekt_op, aannames.bij_bewaar_maanden)


def verantwoorden_tot(verwijderd_op: date, aannames: Aannames = AANNAMES) -> date:
    """With a measure: until when a removed version is kept, to account for it alone.

    Artikel Bjsg 11a.
    """
    return plus_maanden(verwijderd_op, 12 * aannames.bij_verantwoording_jaren)


def ontvangst_voor(verstrekt_op: date, aannames: Aannames = AANNAMES) -> date:
    """By when the desk confirms that it received a version. Clausule 6.5."""
    return plus_werkdagen(verstrekt_op, aannames.bij_ontvangst_werkdagen)


def antwoord_voor(verstrekt_op: date, aannames: Aannames = AANNAMES) -> date:
    """By when the desk says what it does with a version. Clausule 6.5."""
    return plus_werkdagen(verstrekt_op, aannames.bij_antwoord_werkdagen)


def nieuwe_versie(
    staand: Terugkeer, bewaar: date, nu: Terugkeer, op: date, *, anders: bool
) -> Versiereden | None:
    """Why a message that stands must be told again; None when it need not. Clausule 6.5.

    Leave after leave makes no new version: only other data, the release itself coming within
    reach, or a term of keeping that is over while there still is a ground.
    """
    if anders:
        return Versiereden.GEGEVENS
    if nu.soort is Terugkeersoort.VRIJLATING and staand.soort is not Terugkeersoort.VRIJLATING:
        return Versiereden.VRIJLATING
    return Versiereden.OPNIEUW if bewaar <= op else None


def eindreden(
    feiten: Feiten, laatste: date, op: date, *, elders: bool, aannames: Aannames = AANNAMES
) -> Eindreden:
    """Why a desk has no ground for its message any more. Artikel Bjsg 11a. Clausule 6.5.

    `laatste` is the return that its last version was about; `elders`: another desk has a ground.
    """
    weg = geen_terugkeer(feiten)
    if feiten.ingetrokken:
        return Eindreden.GEEN_GROND
    if weg and weg <= op:
        return Eindreden.GEEN_TERUGKEER
    if not valt_onder_bij(feiten, aannames):
        return Eindreden.NIET_MEER_OP_LIJST
    if elders:
        return Eindreden.ANDERE_GEMEENTE
    dagen = terugkeerdagen(feiten)
    venster = venster_van(feiten, laatste, aannames) if laatste in dagen else None
    if venster and venster.tot and venster.tot <= op:
        return Eindreden.TERMIJN
    return Eindreden.GEEN_GROND if venster and venster.van <= op else Eindreden.TE_VROEG


def bezwaar_tegen(
    besluit: Bijbesluit, maatregelen: Iterable[str], aannames: Aannames = AANNAMES
) -> str:
    """What is wrong with an answer, as a code; "" when nothing is. Clausule 6.5.

    A measure is a category of the list, never a story about persons.
    """
    genoemd = set(maatregelen)
    if genoemd - set(aannames.bij_maatregelen):
        return "onbekende_maatregel"
    if besluit is Bijbesluit.GEEN:
        return "maatregel_zonder_besluit" if genoemd else ""
    return "" if genoemd else "maatregel_ontbreekt"


def _in_venster(feiten: Feiten, dag: date, op: date, aannames: Aannames) -> bool:
    venster = venster_van(feiten, dag, aannames)
    return bool(venster and venster.van <= op and (venster.tot is None or op < venster.tot))
