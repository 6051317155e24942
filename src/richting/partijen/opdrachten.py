"""Commands of the room `partijen`: staff, systems and reference data, for an operator.

No password and no key ever stands on the command line: a password is asked on the terminal or
generated, and what is generated is printed once.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from typing import Any

NIEUW_GENOEMD = 20
"""More new rows of the reference data than this (a first time) are counted, not named."""


def registreer(onderdelen: Any) -> None:
    """Add `gebruiker`, `systeem` and `naslag` to the command line."""
    gebruiker = onderdelen.add_parser(
        "gebruiker", help="Medewerkers: maken, activeren, ontgrendelen."
    )
    _registreer_gebruiker(gebruiker.add_subparsers(metavar="WAT", required=True))
    systeem = onderdelen.add_parser("systeem", help="Systemen en hun sleutels voor de API.")
    _registreer_systeem(systeem.add_subparsers(metavar="WAT", required=True))
    naslag = onderdelen.add_parser(
        "naslag", help="Naslaggegevens: gemeenten, inrichtingen, regio's."
    )
    wat = naslag.add_subparsers(metavar="WAT", required=True)
    laad = wat.add_parser("laad", help="Laad de bestanden opnieuw; noemt wat er veranderde.")
    laad.set_defaults(functie=lambda _keuze: laad_naslag())
    controleer = wat.add_parser(
        "controleer", help="Noem wat laden zou veranderen; verandert niets."
    )
    controleer.set_defaults(functie=doe_naslag_controleer)


def _registreer_gebruiker(wat: Any) -> None:
    maak = wat.add_parser(
        "maak", help="Maak een medewerker; vraagt het wachtwoord of maakt er een."
    )
    maak.add_argument("gebruikersnaam")
    maak.add_argument("--naam", required=True)
    maak.add_argument("--functie", dest="functietitel", default="")
    maak.add_argument("--email", default="", help="Voor mail van Richting; leeg = geen mail.")
    maak.add_argument("--organisatie", required=True, metavar="CODE", help="Bijvoorbeeld GM0344.")
    maak.add_argument(
        "--loket",
        action="append",
        default=[],
        metavar="SOORT[:beheerder]",
        help="Loket van de organisatie; mag vaker. Bijvoorbeeld nazorg:beheerder.",
    )
    _met_wachtwoord(maak)
    maak.set_defaults(functie=_netjes(doe_maak))
    for naam, doe, hulp in (
        ("activeer", doe_activeer, "Activeer een account dat stilstaat of is stopgezet."),
        ("deactiveer", doe_deactiveer, "Zet een account stop."),
    ):
        deel = wat.add_parser(naam, help=hulp)
        deel.add_argument("gebruikersnaam")
        deel.add_argument("--reden", required=True)
        deel.set_defaults(functie=_netjes(doe))
    ontgrendel = wat.add_parser(
        "ontgrendel", help="Haal het slot van een account na foute pogingen."
    )
    ontgrendel.add_argument("gebruikersnaam")
    ontgrendel.set_defaults(functie=_netjes(doe_ontgrendel))
    wachtwoord = wat.add_parser("wachtwoord", help="Geef een tijdelijk wachtwoord.")
    wachtwoord.add_argument("gebruikersnaam")
    wachtwoord.add_argument("--reden", required=True)
    _met_wachtwoord(wachtwoord)
    wachtwoord.set_defaults(functie=_netjes(doe_wachtwoord))
    lijst = wat.add_parser("lijst", help="Noem de medewerkers.")
    lijst.add_argument("--organisatie", metavar="CODE")
    lijst.set_defaults(functie=_netjes(doe_lijst))


def _registreer_systeem(wat: Any) -> None:
    maak = wat.add_parser("maak", help="Maak een systeem; toont de sleutel één keer.")
    maak.add_argument("naam")
    maak.add_argument("--organisatie", required=True, metavar="CODE")
    maak.add_argument("--loket", required=True, metavar="SOORT")
    maak.add_argument("--scope", action="append", required=True, help="Mag vaker.")
    maak.set_defaults(functie=_netjes(doe_systeem_maak))
    trek_in = wat.add_parser("trek-in", help="Trek de sleutel van een systeem in.")
    trek_in.add_argument("kenmerk")
    trek_in.add_argument("--reden", required=True)
    trek_in.set_defaults(functie=_netjes(doe_systeem_trek_in))
    lijst = wat.add_parser("lijst", help="Noem de systemen.")
    lijst.set_defaults(functie=_netjes(doe_systeem_lijst))


def _met_wachtwoord(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "--genereer", action="store_true", help="Maak een wachtwoord en toon het één keer."
    )


def doe_maak(keuze: argparse.Namespace) -> int:
    """Make a member of staff with their desks."""
    from richting.partijen import acties
    from richting.partijen.models import Lidmaatschap

    organisatie = _organisatie(keuze.organisatie)
    loketten = []
    for tekst in keuze.loket:
        soort, _scheiding, rol = tekst.partition(":")
        loketten.append((_loket(keuze.organisatie, soort), rol or Lidmaatschap.MEDEWERKER))
    nieuw = acties.maak_medewerker(
        _wij("maak"),
        gebruikersnaam=keuze.gebruikersnaam,
        naam=keuze.naam,
        functie=keuze.functietitel,
        email=keuze.email,
        organisatie=organisatie,
        loketten=loketten,
        wachtwoord="" if keuze.genereer else _vraag_wachtwoord(),
    )
    _zeg(f"Gemaakt: {nieuw.medewerker.gebruikersnaam} ({organisatie.naam}).")
    if keuze.genereer:
        _zeg(f"Tijdelijk wachtwoord (nu voor het laatst te zien): {nieuw.wachtwoord}")
    return 0


def doe_activeer(keuze: argparse.Namespace) -> int:
    """Activate an account."""
    from richting.partijen import acties

    acties.activeer(_wij("activeer"), _medewerker(keuze.gebruikersnaam), keuze.reden)
    _zeg("Het account is actief.")
    return 0


def doe_deactiveer(keuze: argparse.Namespace) -> int:
    """Deactivate an account."""
    from richting.partijen import acties

    acties.deactiveer(_wij("deactiveer"), _medewerker(keuze.gebruikersnaam), keuze.reden)
    _zeg("Het account is stopgezet.")
    return 0


def doe_ontgrendel(keuze: argparse.Namespace) -> int:
    """Take the lock off an account after too many wrong attempts."""
    from richting.partijen import acties

    aantal = acties.ontgrendel(_wij("ontgrendel"), _medewerker(keuze.gebruikersnaam))
    _zeg("Het slot is eraf." if aantal else "Er zat geen slot op dit account.")
    return 0


def doe_wachtwoord(keuze: argparse.Namespace) -> int:
    """Give a temporary password: typed on the terminal or generated."""
    from richting.partijen import acties

    wachtwoord = "" if keuze.genereer else _vraag_wachtwoord()
    sleutel = acties.geef_tijdelijk_wachtwoord(
        _wij("wachtwoord"), _medewerker(keuze.gebruikersnaam), keuze.reden, wachtwoord
    )
    if keuze.genereer:
        _zeg(f"Tijdelijk wachtwoord (nu voor het laatst te zien): {sleutel}")
    _zeg("Bij het aanmelden kiest de medewerker een eigen wachtwoord.")
    return 0


def doe_lijst(keuze: argparse.Namespace) -> int:
    """List staff: user name, name, organisation, state."""
    from richting.kern import klok
    from richting.partijen import overzichten

    nu = klok.nu()
    if keuze.organisatie:
        _organisatie(keuze.organisatie)
    for medewerker in overzichten.alle_medewerkers(keuze.organisatie):
        staat = overzichten.collega(medewerker, nu).staat
        naam = medewerker.organisatie.naam
        _zeg(f"{medewerker.gebruikersnaam}\t{medewerker.naam}\t{naam}\t{staat}")
    return 0


def doe_systeem_maak(keuze: argparse.Namespace) -> int:
    """Register a system and print its key once."""
    from richting.partijen import acties

    nieuw = acties.maak_systeem(
        _wij("systeem maak"),
        naam=keuze.naam,
        loket=_loket(keuze.organisatie, keuze.loket),
        scopes=keuze.scope,
    )
    _zeg(f"Kenmerk: {nieuw.systeem.kenmerk}")
    _zeg(f"Sleutel (nu voor het laatst te zien): {nieuw.sleutel}")
    return 0


def doe_systeem_trek_in(keuze: argparse.Namespace) -> int:
    """Withdraw the key of a system."""
    from richting.partijen import acties
    from richting.partijen.fouten import KanNiet
    from richting.partijen.models import Systeem

    systeem = Systeem.objects.select_related("loket").filter(kenmerk=keuze.kenmerk).first()
    if systeem is None:
        raise KanNiet("onbekend", f"Er is geen systeem met kenmerk {keuze.kenmerk}.")
    acties.trek_systeem_in(_wij("systeem trek-in"), systeem, keuze.reden)
    _zeg("De sleutel is ingetrokken.")
    return 0


def doe_systeem_lijst(keuze: argparse.Namespace) -> int:
    """List systems: mark, name, desk, scopes, state."""
    from richting.partijen.models import Systeem

    for systeem in Systeem.objects.select_related("loket__organisatie"):
        staat = "ingetrokken" if systeem.ingetrokken_op else "in gebruik"
        plek = f"{systeem.loket.organisatie.naam}: {systeem.loket.naam}"
        _zeg("\t".join([systeem.kenmerk, systeem.naam, plek, ",".join(systeem.scopes), staat]))
    return 0


def laad_naslag() -> int:
    """Load the reference data and tell what changed; 2 when a file is wrong."""
    from richting.kern import klok
    from richting.partijen import acties

    naslag = _lees_naslag()
    if naslag is None:
        return 2
    _noem(acties.laad_referentie(klok.nu(), naslag), "Naslaggegevens bijgewerkt")
    return 0


def doe_naslag_controleer(keuze: argparse.Namespace) -> int:
    """Tell what loading would change: 0 nothing, 1 something, 2 a file is wrong."""
    from richting.partijen import acties

    naslag = _lees_naslag()
    if naslag is None:
        return 2
    for kop in naslag.koppen:
        _zeg(f"{kop.bestand}: {kop.bron}; stand {kop.peildatum}; zekerheid {kop.zekerheid}.")
    anders = acties.verschillen(naslag)
    _noem(anders, "Naslaggegevens te laden")
    return 1 if anders else 0


def _lees_naslag() -> Any:
    from richting.partijen.acties import eigen_naslag
    from richting.partijen.referentie import FouteGegevens

    try:
        return eigen_naslag()
    except FouteGegevens as fout:
        print(fout, file=sys.stderr)  # noqa: T201
        return None


def _noem(verschillen: list[Any], kop: str) -> None:
    nieuw = [verschil for verschil in verschillen if verschil.nieuw]
    _zeg(f"{kop}: {len(nieuw)} nieuw, {len(verschillen) - len(nieuw)} gewijzigd.")
    for verschil in nieuw if len(nieuw) <= NIEUW_GENOEMD else ():
        _zeg(f"  nieuw: {verschil.code} {verschil.naam}")
    for verschil in verschillen:
        for veld, was in verschil.voor.items():
            _zeg(f"  {verschil.code} {verschil.naam}: {veld} {was!r} wordt {verschil.na[veld]!r}")


def _netjes(doe: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Tell what is impossible in one sentence, with exit code 1."""

    def met_uitleg(keuze: argparse.Namespace) -> int:
        from richting.partijen.fouten import KanNiet

        try:
            return doe(keuze)
        except KanNiet as fout:
            print(fout.zin, file=sys.stderr)  # noqa: T201
            return 1

    return met_uitleg


def _wij(wat: str) -> Any:
    from richting.kern import klok
    from richting.kern.context import systeem_zelf

    return systeem_zelf(f"opdracht:{wat}", klok.nu())


def _organisatie(code: str) -> Any:
    from richting.partijen.fouten import KanNiet
    from richting.partijen.models import Organisatie

    gevonden = Organisatie.objects.filter(code=code).first()
    if gevonden is None:
        raise KanNiet("onbekend", f"Er is geen organisatie met code {code}.")
    return gevonden


def _loket(code: str, soort: str) -> Any:
    from richting.partijen import overzichten
    from richting.partijen.fouten import KanNiet

    gevonden = overzichten.loket_van(code, soort)
    if gevonden is None:
        raise KanNiet("onbekend", f"Organisatie {code} heeft geen loket {soort}.")
    return gevonden


def _medewerker(gebruikersnaam: str) -> Any:
    from richting.partijen.fouten import KanNiet
    from richting.partijen.models import Medewerker

    gevonden = Medewerker.objects.filter(gebruikersnaam__iexact=gebruikersnaam).first()
    if gevonden is None:
        raise KanNiet("onbekend", f"Er is geen medewerker {gebruikersnaam}.")
    return gevonden


def _vraag_wachtwoord() -> str:
    from richting.partijen.fouten import KanNiet

    wachtwoord = getpass.getpass("Wachtwoord: ")
    if wachtwoord != getpass.getpass("Nog een keer: "):
        raise KanNiet("ongelijk", "De twee wachtwoorden zijn niet gelijk.")
    if not wachtwoord:
        raise KanNiet("leeg", "Vul een wachtwoord in, of gebruik --genereer.")
    return wachtwoord


def _zeg(zin: str) -> None:
    print(zin)  # noqa: T201
