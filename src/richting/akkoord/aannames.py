"""What neither accord nor law settles, and what the program takes in its place.

Every value here is an AANNAME: it has a default, a tag that says how sure it is and a source, and
an administrator can replace it from a date (`aangepast`). Rules get them as an argument.
Tags: S seen in a source, K general knowledge, V chosen by us because no source gives a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from richting.akkoord.aanname import aanname as _aanname
from richting.akkoord.aannames_besluit import Besluitaannames
from richting.akkoord.aannames_bewijs import Bewijsaannames
from richting.akkoord.aannames_bij import Bijaannames
from richting.akkoord.aannames_ladder import Ladderaannames
from richting.akkoord.aannames_risico import Risicoaannames
from richting.akkoord.taal import vertaalbaar as _


@dataclass(frozen=True)
class Aannames(Besluitaannames, Bijaannames, Ladderaannames, Bewijsaannames, Risicoaannames):
    """The assumptions the rules work with."""

    kort_verblijf_dagen: int = _aanname(
        28,
        "S",
        _("RSJ 2017: korte verblijven (tot en met 4 weken) vallen buiten beeld"),
        "Tot en met hoeveel dagen een verblijf kort is.",
    )
    lang_verblijf_maanden: int = _aanname(
        12, "V", _("geen bron gevonden"), "Vanaf meer dan hoeveel maanden een verblijf lang is."
    )
    plan_weken: int = _aanname(
        4,
        "K",
        _("oudere regel: uiterlijk binnen een maand (Stcrt. 2014, 4617)"),
        "Hoeveel weken na binnenkomst het plan uiterlijk vaststaat.",
    )
    antwoord_werkdagen: int = _aanname(
        10,
        "V",
        _("geen landelijke norm gevonden; een regio kan een andere termijn afspreken"),
        "Hoeveel werkdagen een gemeente heeft om een vraag te beantwoorden.",
    )
    schuldbesluit_weken: int = _aanname(
        8,
        "K",
        _("artikel 4a Wgs"),
        "Hoeveel weken na het eerste gesprek het besluit over schuldhulp uiterlijk volgt.",
    )
    verslag_werkdagen: int = _aanname(
        5,
        "V",
        "geen bron gevonden",
        "Hoeveel werkdagen na een overleg het verslag uiterlijk vaststaat.",
    )
    onbekend_einde_is_kort: bool = _aanname(
        True,
        "K",
        _("een rechter kan iemand dezelfde dag nog vrijlaten"),
        "Of een verblijf zonder bekend einde het spoor voor kort verblijf volgt.",
    )
    inschrijving_is_herkomst: bool = _aanname(
        True,
        "V",
        _("het akkoord zegt niet wat herkomst is als inschrijving en verblijf verschillen"),
        "Of de gemeente van inschrijving voorgaat op die waar iemand het meest verbleef.",
    )
    gemeente_casusregie_vooraf: bool = _aanname(
        True,
        "V",
        _("het akkoord noemt geen casusregie voor het verblijf"),
        "Of de gemeente vóór het verblijf de casusregie heeft.",
    )
    toezicht_casusregie_na: bool = _aanname(
        True,
        "V",
        _("het akkoord zegt: de gemeente of de reclassering"),
        "Of de reclassering die toezicht houdt na het verblijf de casusregie heeft.",
    )
    thuiskomst_weken: int = _aanname(
        12,
        "K",
        "praktijk: woning, zorg en identiteitsbewijs 12 weken vooraf regelen",
        "Hoeveel weken vooraf een thuiskomst op de werklijst komt.",
    )
    nazorg_maanden: int = _aanname(
        6,
        "S",
        "ontwerp-artikel 11a bis Bjsg: vernietigen uiterlijk 6 maanden na de ontslagdatum "
        "(nooit in werking getreden)",
        "Hoeveel maanden na het vertrek de gronden voor de re-integratie eindigen.",
    )
    inrichting_na_vertrek_dagen: int = _aanname(
        28,
        "V",
        "geen bron gevonden; ruimte voor de overdracht",
        "Hoeveel dagen na het vertrek de laatste inrichting of instelling nog meekijkt.",
    )
    oude_inrichting_dagen: int = _aanname(
        0,
        "V",
        "geen bron gevonden",
        "Hoeveel dagen na een overplaatsing de vorige inrichting nog meekijkt.",
    )
    afwikkeling_dagen: int = _aanname(
        28,
        "V",
        "geen bron gevonden; wie overlijdt of naar het buitenland gaat, keert niet terug",
        "Hoeveel dagen partijen hebben om af te ronden als er geen terugkeer meer komt.",
    )
    aankondiging_delen: bool = _aanname(
        True,
        "K",
        "akkoord: zo mogelijk al voorafgaand aan het verblijf samenwerken",
        "Of een gemeente een aangekondigd verblijf al voor het begin ziet.",
    )
    netwerk_motivatie_in_plan: bool = _aanname(
        True,
        "K",
        "akkoord, deel 5: netwerk en motivatie horen bij het plan; de wet somt niet op",
        "Of netwerk en motivatie deel zijn van het deelbare plan (artikel 18a).",
    )
    toezicht_naar_gemeente: bool = _aanname(
        True,
        "K",
        "akkoord, deel 1: gemeente en reclassering spreken hun taken tijdens het verblijf af",
        "Of een gemeente onder artikel 18a ziet dat er toezicht is en welke voorwaarden gelden.",
    )
    slachtoffer_loketten: tuple[str, ...] = _aanname(
        ("casemanagement", "forensisch", "nazorg", "reclassering"),
        "V",
        "akkoord, deel 1: altijd oog voor slachtoffers; welke partij dit mag zien is niet gevonden",
        "Welke soorten loketten zien welke wens of voorwaarde van een slachtoffer het plan raakt.",
    )
    verzoek_categorieen: tuple[str, ...] = _aanname(
        ("verblijf", "onderdak", "plan"),
        "V",
        "akkoord, deel 5: overleg vroeg met de andere gemeente; wat zij dan mag zien is niet "
        "gevonden",
        "Wat een gemeente ziet die gevraagd is om iemand op te nemen, zolang zij niet heeft "
        "aanvaard. Dit maakt de grond alleen smaller.",
    )
    vestiging_uit_bericht: bool = _aanname(
        True,
        "K",
        "artikel 1 onder c Pm noemt ook de gemeente van vestiging",
        "Of een gemeente die DJI noemt als plaats van vestiging meedoet zonder verzoek.",
    )
    aanvaarding_verlegt_regie: bool = _aanname(
        True,
        "V",
        _(
            "akkoord, deel 5: terug naar de herkomst, tenzij; wie daarna de procesregie heeft is "
            "niet gevonden"
        ),
        "Of de procesregie overgaat naar de gemeente die de terugkeer heeft aanvaard.",
    )
    advies_loketten: tuple[str, ...] = _aanname(
        ("reclassering",),
        "V",
        "akkoord, deel 8: betrek elkaar bij advies aan de rechter; de grondslag is niet gevonden",
        "Welke soorten loketten het advies aan de rechter zien; de gemeente ziet de vraag in het "
        "plan.",
    )
    basisvoorwaarden_in_behandelplan: bool = _aanname(
        True,
        "K",
        "akkoord, deel 5: ook in de forensische zorg; het behandelplan is van de instelling",
        "Of het plan van een forensische instelling de basisvoorwaarden bevat.",
    )
    wfz_vanaf: date = _aanname(
        date(2019, 6, 6),
        "K",
        "Besluit forensische zorg; alleen de dag van het besluit is bekend",
        "Dag vanaf wanneer de regels voor forensische zorg gelden.",
    )
    om_organisatie: str = _aanname(
        "OM", "V", "het bericht noemt geen parket", "Code van de organisatie met het loket OM."
    )
    politie_organisatie: str = _aanname(
        "POLITIE",
        "V",
        "het bericht noemt geen politie-eenheid",
        "Code van de organisatie met het loket politie.",
    )
    melden_werkdagen: int = _aanname(
        1,
        "V",
        _("'zo spoedig mogelijk' zonder getal; een werkdag gekozen"),
        "Binnen hoeveel werkdagen een partij van een gewone wijziging hoort.",
    )
    spoed_werkdagen: int = _aanname(
        0,
        "K",
        "een rechter kan iemand dezelfde dag vrijlaten: de overdracht is dan dezelfde dag nodig",
        "Binnen hoeveel werkdagen een partij van vertrek, ontvluchting, overlijden of een kort "
        "verblijf hoort; nul is dezelfde dag.",
    )
    lang_vooraf_weken: int = _aanname(
        12,
        "K",
        _("praktijk: woning, zorg, identiteitsbewijs en schuldhulp beginnen 12 weken vooraf"),
        "Hoeveel weken voor het vertrek een actie begint die lang duurt, zoals een woning, een "
        "identiteitskaart of een indicatie.",
    )
    aanvraag_vooraf_weken: int = _aanname(
        4,
        "V",
        _("voor de uitkering is geen aantal weken gevonden; 4 is een voorstel"),
        "Hoeveel weken voor het vertrek een aanvraag de deur uit gaat, zoals een uitkering of "
        "een briefadres.",
    )
    overdracht_vooraf_werkdagen: int = _aanname(
        5,
        "V",
        "geen bron gevonden; een werkweek gekozen",
        "Hoeveel werkdagen voor het vertrek de overdracht begint, zoals medicijnen en "
        "afspraken voor de eerste dagen.",
    )
    begin_regelen_werkdagen: int = _aanname(
        10,
        "K",
        "praktijk: in de eerste weken; even lang als screening en intake bij DJI",
        "Binnen hoeveel werkdagen na het begin wat al liep is doorgezet of stopgezet.",
    )
    schuldoverzicht_weken: int = _aanname(
        4,
        "K",
        _("praktijk: vier weken na binnenkomst"),
        "Hoeveel weken na binnenkomst het overzicht van de schulden er is.",
    )
    uitstel_dagen: int = _aanname(
        14,
        "V",
        "geen bron gevonden; twee weken: lang genoeg om op iemand te wachten, kort genoeg om "
        "niets te laten liggen",
        "Hoeveel dagen iets op de werkvoorraad samen hoogstens kan worden uitgesteld.",
    )
    concept_dagen: int = _aanname(
        30,
        "V",
        "geen bron gevonden; lang genoeg om af te maken, kort genoeg om niets te laten liggen",
        "Na hoeveel dagen een concept van een screening vervalt.",
    )
    overdracht_voorbereiden_weken: int = _aanname(
        6,
        "V",
        _("geen bron gevonden; het akkoord vraagt afspraken tijdens het verblijf (deel 1)"),
        "Hoeveel weken voor het vertrek de overdracht van de casusregie wordt voorbereid.",
    )
    rood_weken: int = _aanname(
        4,
        "V",
        "geen bron gevonden; lang genoeg om een kort traject nog af te maken",
        "Binnen hoeveel weken voor de vrijlating een voorwaarde die rood staat op de werkvoorraad "
        "komt.",
    )


AANNAMES = Aannames()
"""The defaults."""


def namen() -> tuple[str, ...]:
    """The assumptions by name, in the order of this page."""
    return tuple(veld.name for veld in fields(Aannames))


def omschrijving(naam: str) -> str:
    """What an assumption says, in one Dutch sentence. Raises KeyError for an unknown name."""
    return _gegeven(naam, "omschrijving")


def bron(naam: str) -> str:
    """Where the default comes from. Raises KeyError for an unknown name."""
    return _gegeven(naam, "bron")


def tag(naam: str) -> str:
    """How sure the default is: S, K or V. Raises KeyError for an unknown name."""
    return _gegeven(naam, "tag")


def aangepast(waarden: Mapping[str, Any], basis: Aannames = AANNAMES) -> Aannames:
    """The assumptions with some values replaced; values as JSON gives them.

    Raises ValueError with a Dutch sentence for an unknown name or a value that does not fit.
    """
    return replace(basis, **{naam: _gelezen(naam, waarde) for naam, waarde in waarden.items()})


def _gegeven(naam: str, gegeven: str) -> str:
    veld = next((veld for veld in fields(Aannames) if veld.name == naam), None)
    if veld is None:
        raise KeyError(naam)
    return str(veld.metadata[gegeven])


def _gelezen(naam: str, waarde: Any) -> Any:
    if naam not in namen():
        raise ValueError(f"De aanname '{naam}' bestaat niet.")
    soort = type(getattr(AANNAMES, naam))
    try:
        return _LEZERS[soort](waarde)
    except (TypeError, ValueError) as fout:
        raise ValueError(f"De waarde {waarde!r} past niet bij de aanname '{naam}'.") from fout


def _bool(waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise TypeError
    return waarde


def _aantal(waarde: Any) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise TypeError
    if waarde < 0:
        raise ValueError
    return waarde


def _dag(waarde: Any) -> date:
    return waarde if isinstance(waarde, date) else date.fromisoformat(waarde)


def _tekst(waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde:
        raise TypeError
    return waarde


def _teksten(waarde: Any) -> tuple[str, ...]:
    if not isinstance(waarde, list | tuple):
        raise TypeError
    return tuple(_tekst(deel) for deel in waarde)


_LEZERS: dict[type, Callable[[Any], Any]] = {
    bool: _bool,
    int: _aantal,
    date: _dag,
    str: _tekst,
    tuple: _teksten,
}
