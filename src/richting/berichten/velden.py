"""Which fields each kind of message about a stay has, and what they mean.

From this table come the check (`validatie.py`), the published JSON Schema (`schema.py`), the
columns of a CSV file (`bestanden.py`) and the tables in docs/berichten.md.
"""

from __future__ import annotations

from enum import StrEnum

from richting.akkoord.woorden import (
    Berichtsoort,
    Eindereden,
    GemeenteRol,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Zekerheid,
)
from richting.berichten.soorten import (
    Datum,
    Getal,
    JaNee,
    Keuze,
    Lijst,
    Tekst,
    Tijdstip,
    Veld,
    Voorwerp,
)


def _woorden(soort: type[StrEnum], *zonder: StrEnum) -> Keuze:
    return Keuze(tuple(lid.value for lid in soort if lid not in zonder))


SLEUTEL = Tekst(
    64,
    "^[A-Za-z0-9][A-Za-z0-9._:-]*$",
    "Gebruik 1 tot 64 letters, cijfers, punt, dubbelepunt of streepje; begin met letter of cijfer.",
)
ORGANISATIE = Tekst(
    40,
    "^[A-Za-z0-9][A-Za-z0-9._-]*$",
    "Gebruik de code van de organisatie: letters, cijfers, punt, streepje.",
)
GEMEENTE = Tekst(6, "^GM[0-9]{4}$", "Gebruik de CBS-code van de gemeente, zoals GM0363.")
BSN = Tekst(9, "^[0-9]{9}$", "Een BSN heeft negen cijfers, met voorloopnullen.")
SKN = Tekst(20, "^[A-Za-z0-9-]+$", "Gebruik letters, cijfers en streepjes.")
"""AANNAME [feiten 5]: length and check digit of the SKN are not published: opaque text."""
PARKETNUMMER = Tekst(
    14, "^[0-9]{2}[/-][0-9]{6}-[0-9]{2}$", "Schrijf het parketnummer als 13/654321-24."
)
"""AANNAME [feiten 5, K]: the form of a parketnummer as seen in public examples."""
NAAM = Tekst(200)
REDEN = Tekst(500)
PLAATSEN_BINNEN = Keuze(
    tuple(
        s.value
        for s in (
            SoortPlaats.PI,
            SoortPlaats.PPC,
            SoortPlaats.FPC,
            SoortPlaats.ZORGINSTELLING,
            SoortPlaats.JJI,
            SoortPlaats.POLITIECEL,
        )
    )
)
PLAATSEN_BUITEN = Keuze((SoortPlaats.BUITEN_FASERING.value, SoortPlaats.BUITEN_ONGESCHIKT.value))

PERSOON = Voorwerp(
    (
        Veld("bsn", BSN, "Burgerservicenummer; voldoet aan de elfproef."),
        Veld("skn", SKN, "Strafrechtsketennummer. Gemeenten zien het nooit."),
        Veld("voornamen", NAAM, "Alle voornamen, met spaties ertussen."),
        Veld("voorvoegsel", Tekst(20), "Voorvoegsel van de achternaam, zoals 'van der'."),
        Veld("geslachtsnaam", NAAM, "Achternaam zonder voorvoegsel.", True),
        Veld("geboortedatum", Datum(), "Laat weg als de volledige datum niet bekend is."),
        Veld("geslacht", Keuze(("man", "vrouw", "x", "onbekend")), "Geslacht."),
        Veld("geboorteplaats", NAAM, "Plaats van geboorte."),
        Veld("verblijfsstatus", _woorden(Verblijfsstatus), "Geldige verblijfsstatus in Nederland?"),
    )
)
PLAATS = Voorwerp(
    (
        Veld("soort", PLAATSEN_BINNEN, "Soort plaats.", True),
        Veld("inrichting", ORGANISATIE, "Code van de inrichting; verplicht bij pi, ppc en fpc."),
    )
)
VERWACHT_EINDE = Voorwerp(
    (
        Veld("vroegst", Datum(), "Eerste dag waarop het verblijf kan eindigen."),
        Veld("laatst", Datum(), "Laatste dag waarop het verblijf kan eindigen."),
        Veld("zekerheid", _woorden(Zekerheid), "Hoe zeker de datum is.", True),
        Veld("reden", REDEN, "Waar de verwachting op rust."),
    )
)
GEMEENTEBAND = Voorwerp(
    (
        Veld("gemeente", GEMEENTE, "CBS-code van de gemeente.", True),
        Veld("rol", _woorden(GemeenteRol), "Waarom deze gemeente in beeld is.", True),
    )
)
TOEZICHT = Voorwerp(
    (
        Veld("organisatie", ORGANISATIE, "Code van de reclasseringsorganisatie.", True),
        Veld("van", Datum(), "Eerste dag van het toezicht."),
        Veld("tot", Datum(), "Dag waarop het toezicht voorbij is."),
        Veld("voorwaarden", Lijst(Tekst(300), 30), "Bijzondere voorwaarden, elk in één zin."),
    )
)
VEROORDELING = Voorwerp(
    (
        Veld("artikelen", Lijst(Tekst(40), 50), "Wetsartikelen, zoals 'Sr 302'."),
        Veld("onherroepelijk", JaNee(), "Staat de veroordeling vast?"),
        Veld("onvoorwaardelijkMaanden", Getal(0, 1200), "Onvoorwaardelijk deel, in maanden."),
        Veld("tbsVerpleging", JaNee(), "Is tbs met verpleging opgelegd?"),
        Veld("pleegdatum", Datum(), "Dag van het feit."),
        Veld("pijVerlengbaar", JaNee(), "Is een PIJ-maatregel opgelegd die verlengd kan worden?"),
    )
)
RISICO = Voorwerp(
    (
        Veld("vanaf", Datum(), "Dag vanaf wanneer artikel 18b Pbw geldt.", True),
        Veld("tot", Datum(), "Dag waarop dat voorbij is."),
    )
)
INBRENG = Voorwerp(
    (
        Veld("code", ORGANISATIE, "Code van het Zorg- en Veiligheidshuis.", True),
        Veld("vanaf", Datum(), "Dag van de inbreng.", True),
    )
)

BEGIN = (
    Veld("persoon", PERSOON, "Wie het verblijf betreft.", True),
    Veld("titel", _woorden(Titel), "Titel van de vrijheidsbeneming.", True),
    Veld("adolescentenstrafrecht", JaNee(), "Is adolescentenstrafrecht toegepast?"),
    Veld("begin", Datum(), "Eerste dag van het verblijf.", True),
    Veld("plaats", PLAATS, "Waar het verblijf begint.", True),
    Veld("verwachtEinde", VERWACHT_EINDE, "Laat weg als er niets over bekend is."),
    Veld("gemeenten", Lijst(GEMEENTEBAND, 3), "Gemeenten in beeld; elke rol hoogstens één keer."),
    Veld("reclassering", ORGANISATIE, "Code van de reclasseringsorganisatie die meedoet."),
    Veld("toezicht", Lijst(TOEZICHT, 10), "Toezicht door de reclassering."),
    Veld("veroordeling", VEROORDELING, "De veroordeling, voor zover nodig."),
    Veld("terroristisch", JaNee(), "Gaat het om een terroristisch misdrijf?"),
    Veld("risico18b", RISICO, "Markering voor artikel 18b Pbw."),
    Veld("veiligheidshuis", INBRENG, "Inbreng bij een Zorg- en Veiligheidshuis."),
    Veld(
        "parketnummers",
        Lijst(PARKETNUMMER, 20),
        "Parketnummers. Een gemeente ziet ze alleen in een BIJ-bericht.",
    ),
)
OVERPLAATSING = (
    Veld("datum", Datum(), "Dag van de overplaatsing.", True),
    Veld("plaats", PLAATS, "De nieuwe plaats.", True),
)
EINDE_GEWIJZIGD = (
    Veld("verwachtEinde", VERWACHT_EINDE, "De nieuwe verwachting.", True),
    Veld("reden", REDEN, "Waarom de verwachting is veranderd.", True),
)
VERLOF = (
    Veld("van", Datum(), "Eerste dag van het verlof.", True),
    Veld("tot", Datum(), "Dag van terugkomst.", True),
)
FASERING_BUITEN = (
    Veld("van", Datum(), "Eerste dag buiten de inrichting.", True),
    Veld("tot", Datum(), "Dag van terugkomst in de inrichting."),
    Veld(
        "vorm",
        PLAATSEN_BUITEN,
        "buiten_fasering (zoals een penitentiair programma) of "
        "buiten_ongeschikt (detentieongeschikt).",
        True,
    ),
    Veld("reden", REDEN, "Waarom de persoon buiten verblijft.", True),
)
EINDE = (
    Veld("datum", Datum(), "Laatste dag van het verblijf.", True),
    Veld("reden", _woorden(Eindereden), "Waarom het verblijf eindigt.", True),
)
OVERLIJDEN = (Veld("datum", Datum(), "Dag van overlijden.", True),)
ONTVLUCHTING = (
    Veld("datum", Datum(), "Dag van de ontvluchting.", True),
    Veld("teruggekeerdOp", Datum(), "Dag waarop de persoon weer binnen is."),
)
_BETREFT = Veld("betreft", SLEUTEL, "berichtId van het bericht waar dit over gaat.", True)
FEITEN: dict[Berichtsoort, tuple[Veld, ...]] = {
    Berichtsoort.BEGIN: BEGIN,
    Berichtsoort.OVERPLAATSING: OVERPLAATSING,
    Berichtsoort.EINDE_GEWIJZIGD: EINDE_GEWIJZIGD,
    Berichtsoort.VERLOF: VERLOF,
    Berichtsoort.FASERING_BUITEN: FASERING_BUITEN,
    Berichtsoort.EINDE: EINDE,
    Berichtsoort.OVERLIJDEN: OVERLIJDEN,
    Berichtsoort.ONTVLUCHTING: ONTVLUCHTING,
}
"""The kinds that tell a fact, with their own fields."""


def _alle_velden() -> tuple[Veld, ...]:
    uit: dict[str, Veld] = {}
    for velden in FEITEN.values():
        for veld in velden:
            uit.setdefault(veld.naam, Veld(veld.naam, veld.soort, veld.uitleg))
    uit["reden"] = Veld("reden", REDEN, "Bij een einde: een van de waarden van dat bericht.")
    return tuple(uit.values())


INHOUD: dict[Berichtsoort, tuple[Veld, ...]] = {
    **FEITEN,
    Berichtsoort.CORRECTIE: (
        _BETREFT,
        Veld(
            "velden",
            Voorwerp(_alle_velden(), minimum=1, houd_null=True),
            "De velden die anders moeten, elk met zijn hele nieuwe waarde; null maakt leeg.",
            True,
        ),
    ),
    Berichtsoort.INTREKKING: (
        _BETREFT,
        Veld("reden", REDEN, "Waarom het bericht niet had moeten bestaan.", True),
    ),
}
"""Every kind of message with its own fields, beside those of the envelope."""

UITLEG: dict[Berichtsoort, str] = {
    Berichtsoort.BEGIN: "Een verblijf begint, of wordt aangekondigd.",
    Berichtsoort.OVERPLAATSING: "De persoon gaat naar een andere inrichting.",
    Berichtsoort.EINDE_GEWIJZIGD: "De verwachting over het einde is veranderd.",
    Berichtsoort.VERLOF: "De persoon gaat met verlof.",
    Berichtsoort.FASERING_BUITEN: "De persoon verblijft onder de titel buiten de inrichting.",
    Berichtsoort.EINDE: "Het verblijf is geëindigd.",
    Berichtsoort.OVERLIJDEN: "De persoon is overleden.",
    Berichtsoort.ONTVLUCHTING: "De persoon is ontvlucht, en is misschien weer terug.",
    Berichtsoort.CORRECTIE: "Een eerder bericht klopte niet: deze velden moeten anders.",
    Berichtsoort.INTREKKING: "Een eerder bericht had niet mogen bestaan.",
}


def omslag(soort: Berichtsoort) -> tuple[Veld, ...]:
    """The envelope that every message has."""
    return (
        Veld(
            "berichtId", SLEUTEL, "Uw eigen, unieke nummer. Nogmaals sturen kan geen kwaad.", True
        ),
        Veld("soort", Keuze((soort.value,)), UITLEG[soort], True),
        Veld("bronTijd", Tijdstip(), "Wanneer dit in de bron is vastgelegd, met tijdzone.", True),
        Veld("verblijf", SLEUTEL, "Uw eigen sleutel van het verblijf.", True),
    )


OMSLAG = ("berichtId", "soort", "bronTijd", "verblijf")
BERICHTEN: dict[str, Voorwerp] = {
    soort.value: Voorwerp((*omslag(soort), *INHOUD[soort])) for soort in Berichtsoort
}
"""Per kind the whole message: envelope and own fields."""
