"""What the program takes for the BIJ (Bjsg 11a): offences, moments, receivers, terms of keeping.

The text of article 11a is that of 2017. Whether it was changed since, and what the list of offences
says of sexual offences after 1 July 2024, was not found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.aanname import aanname
from richting.akkoord.taal import vertaalbaar as _


@dataclass(frozen=True)
class Bijaannames:
    """The assumptions of the BIJ. Clausule 3.7, 6.5."""

    bij_vanaf: date = aanname(
        date(2011, 6, 21),
        "K",
        "Stb. 2011, 314; alleen de dag van het besluit is bekend",
        "Dag vanaf wanneer artikel 11a Bjsg geldt.",
    )
    bij_bewaar_maanden: int = aanname(
        9,
        "S",
        "artikel 11a Bjsg (tekst 2017): vernietigen uiterlijk 9 maanden na de verstrekking",
        "Hoeveel maanden na de verstrekking een BIJ-grond eindigt.",
    )
    bij_verantwoording_jaren: int = aanname(
        5,
        "S",
        "artikel 11a Bjsg (tekst 2017): met een maatregel nog 5 jaar, alleen ter verantwoording",
        "Hoeveel jaar een BIJ-bericht met een maatregel nog bewaard wordt om verantwoording af te "
        "leggen.",
    )
    bij_vooraf_maanden: int = aanname(
        3,
        "S",
        "artikel 11a Bjsg (tekst 2017): niet eerder dan 3 maanden voor de terugkeer",
        "Hoeveel maanden voor de terugkeer een BIJ-grond begint.",
    )
    bij_uiterlijk_weken: int = aanname(
        4,
        "V",
        "geen norm gevonden; alleen de bovengrens van 3 maanden is wet",
        "Hoeveel weken voor de terugkeer de burgemeester het uiterlijk moet weten. Wordt het later "
        "bekend, dan is het die dag zelf.",
    )
    bij_ontvangst_werkdagen: int = aanname(
        2,
        "V",
        _("geen norm gevonden; de dag zelf is niet altijd te halen"),
        "Hoeveel werkdagen een burgemeester heeft om de ontvangst van een BIJ-bericht te "
        "bevestigen.",
    )
    bij_antwoord_werkdagen: int = aanname(
        10,
        "V",
        _("geen landelijke norm gevonden; even lang als een antwoord van een gemeente"),
        "Hoeveel werkdagen een burgemeester heeft om te zeggen of er een maatregel komt.",
    )
    bij_maatregelen: tuple[str, ...] = aanname(
        (
            "Gesprek met de persoon",
            "Afspraken met de politie",
            "Afspraken over waar iemand woont",
            "Gebied waar iemand niet mag komen",
            "Extra toezicht in de buurt",
            "Uitleg aan omwonenden",
            "Iets anders",
        ),
        "V",
        "geen lijst gevonden; de wet noemt alleen de openbare orde als doel",
        "Welke soorten maatregelen een burgemeester kan noemen. Nooit een verhaal over personen.",
    )
    bij_alleen_inschrijving: bool = aanname(
        False,
        "V",
        "artikel 11a Bjsg noemt de burgemeester bij terugkeer; in de praktijk kreeg alleen de "
        "gemeente van het BRP-adres bericht, en dat mist wie verhuist (kst-29270-152)",
        "Of alleen de burgemeester van de gemeente van inschrijving een BIJ-bericht krijgt, en "
        "niet die van de gemeente waar iemand volgens de laatste gegevens naar terugkeert.",
    )
    bij_vernummering: date = aanname(
        date(2024, 7, 1),
        "K",
        "Wet seksuele misdrijven: nieuwe nummers voor zedenmisdrijven",
        "Vanaf welke pleegdatum de oude nummers van zedenmisdrijven niet meer tellen voor de BIJ.",
    )
    bij_nieuwe_zedenartikelen: tuple[str, ...] = aanname(
        (),
        "V",
        "Wet seksuele misdrijven (1-7-2024) vernummerde de artikelen; de lijst is niet gevonden",
        "Zedenartikelen voor de BIJ bij feiten vanaf 1 juli 2024, zoals 'Sr 243'.",
    )
