"""What each life area asks, and how far the answers meet it on one day.

Every requirement reads one or more questions of the question set and gives a value with a sentence.
A life area is as its worst requirement (`standen.py`). `geregeld_voor_ontslag` here means: what is
needed on the first day is arranged, what should last is not. Clausule 5.7–5.11, 5.13, 5.14.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Standwaarde
from richting.akkoord.taal import vertaalbaar as _

S = Standwaarde
Antwoorden = Mapping[str, Antwoord]


@dataclass(frozen=True)
class Eis:
    """How one requirement is met: its value, and the reason with its code."""

    waarde: Standwaarde
    code: str
    zin: str


@dataclass(frozen=True)
class Keuzevraag:
    """A question whose answer decides: for each answer what it means, and what not knowing means.

    An answer that is not in the table (of a newer question set) counts as not known.
    """

    vraag: str
    leefgebied: Leefgebied
    tabel: Mapping[Any, Eis]
    onbekend: str

    def lees(self, antwoorden: Antwoorden) -> Eis:
        """What this question gives."""
        antwoord = antwoorden.get(self.vraag)
        if antwoord is not None and antwoord.soort is Antwoordsoort.GEGEVEN:
            onbekend = Eis(S.ONBEKEND, f"{self.vraag}_onbekend", self.onbekend)
            return self.tabel.get(antwoord.waarde, onbekend)
        return _niet_gegeven(self.vraag, antwoord, self.onbekend)


def _niet_gegeven(vraag: str, antwoord: Antwoord | None, onbekend: str) -> Eis:
    soort = antwoord.soort if antwoord else Antwoordsoort.NIET_GEVRAAGD
    if soort is Antwoordsoort.WIL_NIET:
        return Eis(S.WIL_NIET, f"{vraag}_wil_niet", WIL_NIET)
    if soort is Antwoordsoort.NIET_VAN_TOEPASSING:
        return Eis(S.NIET_NODIG, f"{vraag}_niet_nodig", NIET_NODIG)
    return Eis(S.ONBEKEND, f"{vraag}_{soort.value}", onbekend)


WIL_NIET = _("Deze persoon wil hier niets over zeggen.")
NIET_NODIG = _("Dit is voor deze persoon niet nodig.")


def _goed(code: str, zin: str) -> Eis:
    return Eis(S.IN_ORDE, code, zin)


def _eerst(code: str, zin: str) -> Eis:
    return Eis(S.GEREGELD_VOOR_ONTSLAG, code, zin)


def _loopt(code: str, zin: str) -> Eis:
    return Eis(S.LOOPT, code, zin)


def _mist(code: str, zin: str) -> Eis:
    return Eis(S.NIET_GEREGELD, code, zin)


def _niet_nodig(code: str, zin: str) -> Eis:
    return Eis(S.NIET_NODIG, code, zin)


def _elk(eis: Eis, *waarden: str) -> dict[str, Eis]:
    """The same for each of these answers."""
    return dict.fromkeys(waarden, eis)


ONDERDAK_NA = Keuzevraag(
    "onderdak_na",
    Leefgebied.ONDERDAK,
    {
        **_elk(
            _goed("plek", _("Er is een plek om te wonen.")),
            *("eigen_woning", "bij_ander", "instelling"),
        ),
        "nachtopvang": _mist("nachtopvang", _("Er is alleen nachtopvang, geen vaste plek.")),
        "geen": _mist("geen_plek", _("Er is geen plek om te slapen.")),
    },
    _("Het is niet bekend waar deze persoon kan slapen."),
)
ONDERDAK_DUURZAAM = Keuzevraag(
    "onderdak_duurzaam",
    Leefgebied.ONDERDAK,
    {
        True: _goed("blijvend", _("Deze persoon kan daar blijven wonen.")),
        False: _eerst("tijdelijk", _("Er is een plek, maar niet om te blijven.")),
    },
    _("Het is niet bekend of deze persoon daar kan blijven."),
)
BRP_ADRES = Keuzevraag(
    "brp_adres",
    Leefgebied.ONDERDAK,
    {
        "woonadres": _goed("ingeschreven", _("Deze persoon staat ingeschreven.")),
        "briefadres": _goed("briefadres", _("Deze persoon heeft een briefadres.")),
        "inrichting": _eerst(
            "briefadres_inrichting", _("Het briefadres in de inrichting eindigt met het verblijf.")
        ),
        "nergens": _mist("geen_inschrijving", _("Er is geen inschrijving en geen briefadres.")),
    },
    _("Het is niet bekend waar deze persoon staat ingeschreven."),
)
LASTEN = Keuzevraag(
    "lasten_betaald",
    Leefgebied.ONDERDAK,
    {
        True: _goed("lasten_betaald", _("De vaste lasten van de woning lopen door.")),
        False: _mist(
            "lasten_niet_betaald",
            _("De vaste lasten worden niet betaald: de woning kan verloren gaan."),
        ),
    },
    _("Het is niet bekend of de vaste lasten van de woning worden betaald."),
)
INKOMEN_NA = Keuzevraag(
    "inkomen_na",
    Leefgebied.INKOMEN,
    {
        **_elk(
            _goed("inkomen", _("Het is bekend waarvan deze persoon gaat leven.")),
            *("werk", "uitkering", "pensioen", "anders"),
        ),
        "geen": _mist("geen_inkomen", _("Er is geen inkomen na ontslag.")),
    },
    _("Het is niet bekend waarvan deze persoon gaat leven."),
)
INKOMEN_GEREGELD = Keuzevraag(
    "inkomen_geregeld",
    Leefgebied.INKOMEN,
    {
        "ja": _goed("inkomen_geregeld", _("Het inkomen is er vanaf de dag van ontslag.")),
        "aangevraagd": _loopt("inkomen_aangevraagd", _("Het inkomen is aangevraagd.")),
        "nee": _mist("inkomen_niet_geregeld", _("Het inkomen is nog niet aangevraagd.")),
    },
    _("Het is niet bekend of het inkomen geregeld is."),
)
DAGBESTEDING = Keuzevraag(
    "dagbesteding",
    Leefgebied.INKOMEN,
    {
        **_elk(
            _goed("dagbesteding", _("Er is werk, een opleiding of dagbesteding.")),
            *("werk", "opleiding", "dagbesteding"),
        ),
        "geen": _eerst("geen_dagbesteding", _("Er is inkomen, maar overdag nog niets te doen.")),
    },
    _("Het is niet bekend wat deze persoon overdag gaat doen."),
)
SCHULDEN = Keuzevraag(
    "schulden",
    Leefgebied.SCHULDEN,
    {
        True: _goed("schulden", _("Er zijn schulden.")),
        False: _niet_nodig("geen_schulden", _("Er zijn geen schulden.")),
    },
    _("Het is niet bekend of er schulden zijn."),
)
SCHULDEN_OVERZICHT = Keuzevraag(
    "schulden_overzicht",
    Leefgebied.SCHULDEN,
    {
        "ja": _goed("overzicht", _("Er is een overzicht van de schulden.")),
        "deels": _mist("overzicht_deels", _("Het overzicht van de schulden is niet volledig.")),
        "nee": _mist("geen_overzicht", _("Er is geen overzicht van de schulden.")),
    },
    _("Het is niet bekend of er een overzicht van de schulden is."),
)
SCHULDEN_AANPAK = Keuzevraag(
    "schulden_aanpak",
    Leefgebied.SCHULDEN,
    {
        "loopt": _goed("regeling", _("Er loopt een regeling voor de schulden.")),
        "aangevraagd": _loopt("hulp_aangevraagd", _("Hulp bij de schulden is aangevraagd.")),
        "stilgelegd": _mist("hulp_stilgelegd", _("De hulp bij de schulden ligt stil.")),
        "geen": _mist("geen_aanpak", _("Er is geen plan om de schulden af te betalen.")),
    },
    _("Het is niet bekend of er een plan voor de schulden is."),
)
CJIB = Keuzevraag(
    "cjib",
    Leefgebied.SCHULDEN,
    {
        "geen": _niet_nodig("geen_boetes", _("Er staan geen boetes open bij het CJIB.")),
        "regeling": _goed("boetes_geregeld", _("Voor de boetes bij het CJIB is een regeling.")),
        "open": _mist("boetes_open", _("Er staan boetes open bij het CJIB, zonder regeling.")),
    },
    _("Het is niet bekend of er boetes openstaan bij het CJIB."),
)
DREIGING = Keuzevraag(
    "dreiging",
    Leefgebied.SCHULDEN,
    {
        True: _mist(
            "dreiging",
            _("Er dreigt uithuiszetting of afsluiting: binnen drie werkdagen een gesprek."),
        ),
        False: _niet_nodig("geen_dreiging", _("Er dreigt geen uithuiszetting.")),
    },
    _("Het is niet bekend of er uithuiszetting of afsluiting dreigt."),
)
ID_DOCUMENT = Keuzevraag(
    "id_document",
    Leefgebied.IDENTITEIT,
    {
        **_elk(
            _goed("document", _("Er is een identiteitsbewijs.")),
            *("paspoort", "identiteitskaart", "verblijfsdocument"),
        ),
        "geen": _mist("geen_document", _("Er is geen geldig identiteitsbewijs.")),
    },
    _("Het is niet bekend of er een identiteitsbewijs is."),
)
ID_WAAR = Keuzevraag(
    "id_waar",
    Leefgebied.IDENTITEIT,
    {
        **_elk(
            _goed("document_aanwezig", _("Het identiteitsbewijs is er.")),
            *("persoon", "inrichting", "thuis"),
        ),
        "kwijt": _mist("document_kwijt", _("Het identiteitsbewijs is kwijt.")),
    },
    _("Het is niet bekend waar het identiteitsbewijs is."),
)
VERZEKERING = Keuzevraag(
    "zorgverzekering",
    Leefgebied.ZORG,
    {
        "actief": _goed("verzekerd", _("De zorgverzekering geldt.")),
        "opgeschort": _mist(
            "verzekering_opgeschort",
            _("De zorgverzekering ligt stil en begint pas weer na een melding van het ontslag."),
        ),
        "geen": _mist("niet_verzekerd", _("Er is geen zorgverzekering.")),
    },
    _("Het is niet bekend hoe de zorgverzekering staat."),
)
ZORG_NODIG = Keuzevraag(
    "zorg_nodig",
    Leefgebied.ZORG,
    {
        True: _goed("zorg_nodig", _("Er is zorg of begeleiding nodig.")),
        False: _niet_nodig("geen_zorg", _("Er is geen zorg of begeleiding nodig.")),
    },
    _("Het is niet bekend of er zorg of begeleiding nodig is."),
)
INDICATIE = Keuzevraag(
    "indicatie",
    Leefgebied.ZORG,
    {
        **_elk(
            _goed("indicatie", _("Er is een indicatie voor zorg.")),
            *("wmo", "wlz", "zvw", "forensisch"),
        ),
        "aangevraagd": _loopt("indicatie_aangevraagd", _("De indicatie is aangevraagd.")),
        "geen": _mist("geen_indicatie", _("Er is zorg nodig, maar nog geen indicatie.")),
    },
    _("Het is niet bekend of er een indicatie voor zorg is."),
)
ZORG_AANSLUITING = Keuzevraag(
    "zorg_aansluiting",
    Leefgebied.ZORG,
    {
        "ja": _goed("zorg_sluit_aan", _("De zorg sluit aan op de dag van ontslag.")),
        "bezig": _loopt("zorg_bezig", _("De zorg na ontslag wordt geregeld.")),
        "nee": _mist("zorg_sluit_niet_aan", _("De zorg na ontslag is niet geregeld.")),
    },
    _("Het is niet bekend of de zorg na ontslag doorgaat."),
)
MEDICIJNEN = Keuzevraag(
    "medicijnen",
    Leefgebied.ZORG,
    {
        "niet_nodig": _niet_nodig("geen_medicijnen", _("Er zijn geen medicijnen nodig.")),
        "geregeld": _goed("medicijnen_mee", _("De medicijnen gaan mee op de dag van ontslag.")),
        "niet_geregeld": _mist(
            "medicijnen_niet_mee", _("De medicijnen voor de dag van ontslag zijn niet geregeld.")
        ),
    },
    _("Het is niet bekend of er medicijnen mee moeten."),
)
STEUN = Keuzevraag(
    "steun",
    Leefgebied.NETWERK,
    {
        True: _goed("steun", _("Er zijn mensen die deze persoon steunen.")),
        False: _mist("geen_steun", _("Er is niemand die deze persoon steunt.")),
    },
    _("Het is niet bekend wie deze persoon steunt."),
)
CONTACT = Keuzevraag(
    "contact",
    Leefgebied.NETWERK,
    {
        True: _goed("contact", _("Er is contact tijdens het verblijf.")),
        False: _eerst("geen_contact", _("Er is steun, maar geen contact tijdens het verblijf.")),
    },
    _("Het is niet bekend of er contact is tijdens het verblijf."),
)
KINDEREN = Keuzevraag(
    "kinderen",
    Leefgebied.NETWERK,
    {
        "geen": _niet_nodig("geen_kinderen", _("Er zijn geen minderjarige kinderen.")),
        "verzorgd": _goed("kinderen_verzorgd", _("Voor de kinderen wordt gezorgd.")),
        "niet_geregeld": _mist(
            "kinderen_niet_geregeld", _("De zorg voor de kinderen is niet geregeld.")
        ),
    },
    _("Het is niet bekend of er kinderen zijn voor wie iets geregeld moet worden."),
)
MOTIVATIE = Keuzevraag(
    "motivatie",
    Leefgebied.MOTIVATIE,
    {
        "ja": _goed("gemotiveerd", _("Deze persoon wil aan de terugkeer werken.")),
        "deels": _loopt("twijfelt", _("Deze persoon twijfelt over meewerken.")),
        "nee": Eis(S.WIL_NIET, "werkt_niet_mee", _("Deze persoon wil nu niet meewerken.")),
    },
    _("Het is niet bekend of deze persoon wil meewerken."),
)
MEEDOEN = Keuzevraag(
    "meedoen",
    Leefgebied.MOTIVATIE,
    {
        "ja": _goed("doet_mee", _("Deze persoon doet mee aan gesprekken of activiteiten.")),
        "aangeboden": _loopt("aangeboden", _("Gesprekken of activiteiten zijn aangeboden.")),
        "nee": _mist("niets_aangeboden", _("Er is nog niets aangeboden om aan te werken.")),
    },
    _("Het is niet bekend of deze persoon ergens aan meedoet."),
)
KEUZEVRAGEN = (
    *(ONDERDAK_NA, ONDERDAK_DUURZAAM, BRP_ADRES, LASTEN),
    *(INKOMEN_NA, INKOMEN_GEREGELD, DAGBESTEDING),
    *(SCHULDEN, SCHULDEN_OVERZICHT, SCHULDEN_AANPAK, CJIB, DREIGING),
    *(ID_DOCUMENT, ID_WAAR),
    *(VERZEKERING, ZORG_NODIG, INDICATIE, ZORG_AANSLUITING, MEDICIJNEN),
    *(STEUN, CONTACT, KINDEREN),
    *(MOTIVATIE, MEEDOEN),
)
"""Every question of which the answer decides; a question set must have them all."""


def tot(antwoorden: Antwoorden, vraag: str) -> date | None:
    """The last day that an answer names; None when it names none."""
    antwoord = antwoorden.get(vraag)
    if antwoord is None or antwoord.soort is not Antwoordsoort.GEGEVEN:
        return None
    return antwoord.waarde if isinstance(antwoord.waarde, date) else None
