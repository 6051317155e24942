"""Staff and systems at the command line: what an operator types and reads."""

from __future__ import annotations

import argparse
from dataclasses import replace

import pytest

from richting.partijen import opdrachten, systemen
from richting.partijen.models import Medewerker, Organisatie, Systeem
from tests.partijen.bouwers import maak_ploeg

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ploeg():
    return maak_ploeg()


@pytest.fixture
def typ(capsys):
    """Type a command as an operator would; gives exit code, output and errors."""
    hoofd = argparse.ArgumentParser()
    opdrachten.registreer(hoofd.add_subparsers(required=True))

    def doe(*woorden: str) -> tuple[int, str, str]:
        keuze = hoofd.parse_args(woorden)
        uitgang = keuze.functie(keuze)
        gezegd = capsys.readouterr()
        return uitgang, gezegd.out, gezegd.err

    return doe


def nieuw(typ, *meer: str) -> tuple[int, str, str]:
    return typ(
        *("gebruiker", "maak", "j.smit", "--naam", "J. Smit", "--organisatie", "GM0344"),
        *("--genereer", *meer),
    )


def test_een_medewerker_maken_toont_het_wachtwoord_een_keer(typ):
    uitgang, uit, _ = nieuw(typ, "--loket", "nazorg:beheerder")
    medewerker = Medewerker.objects.get(gebruikersnaam="j.smit")
    wachtwoord = uit.strip().rsplit(" ", 1)[1]
    assert uitgang == 0
    assert medewerker.check_password(wachtwoord)
    assert medewerker.wachtwoord_wijzigen
    assert medewerker.lidmaatschappen.get().rol == "beheerder"


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("--organisatie", "GM9998"), "Er is geen organisatie met code GM9998."),
        (("--loket", "om"), "heeft geen loket om."),
        (("--loket", "nazorg:baas"), "Deze rol bestaat niet."),
    ],
)
def test_wat_niet_kan_staat_in_een_zin(typ, woorden, zin):
    uitgang, _, fout = nieuw(typ, *woorden)
    assert uitgang == 1
    assert zin in fout


def test_het_wachtwoord_wordt_twee_keer_gevraagd(typ, monkeypatch):
    antwoorden = iter(["vier rode fietsen buiten", "iets anders"])
    monkeypatch.setattr(opdrachten.getpass, "getpass", lambda vraag: next(antwoorden))
    uitgang, _, fout = typ("gebruiker", "wachtwoord", "anna", "--reden", "kwijt")
    assert uitgang == 1
    assert "niet gelijk" in fout


def test_stoppen_activeren_en_de_lijst(typ):
    assert typ("gebruiker", "deactiveer", "anna", "--reden", "weg")[0] == 0
    assert "anna\tAnna de Boer\t" in typ("gebruiker", "lijst", "--organisatie", "GM0344")[1]
    assert "\tgestopt" in typ("gebruiker", "lijst", "--organisatie", "GM0344")[1]
    assert typ("gebruiker", "activeer", "anna", "--reden", "terug")[1] == "Het account is actief.\n"


def test_ontgrendelen_zegt_of_er_een_slot_was(typ):
    assert typ("gebruiker", "ontgrendel", "anna")[1] == "Er zat geen slot op dit account.\n"


def test_een_tijdelijk_wachtwoord_geven(typ):
    _, uit, _ = typ("gebruiker", "wachtwoord", "anna", "--reden", "kwijt", "--genereer")
    wachtwoord = uit.splitlines()[0].rsplit(" ", 1)[1]
    assert Medewerker.objects.get(gebruikersnaam="anna").check_password(wachtwoord)


def test_een_onbekende_medewerker_is_een_nette_fout(typ):
    assert typ("gebruiker", "ontgrendel", "niemand")[2] == "Er is geen medewerker niemand.\n"


def test_een_systeem_maken_tonen_en_intrekken(typ):
    _, uit, _ = typ(
        *("systeem", "maak", "Zaak", "--organisatie", "GM0344"),
        *("--loket", "nazorg", "--scope", "dossiers:lezen"),
    )
    kenmerk, sleutel = (regel.rsplit(" ", 1)[1] for regel in uit.splitlines())
    assert systemen.herken(sleutel) == Systeem.objects.get(kenmerk=kenmerk)
    assert "in gebruik" in typ("systeem", "lijst")[1]
    typ("systeem", "trek-in", kenmerk, "--reden", "oud")
    assert systemen.herken(sleutel) is None
    assert "ingetrokken" in typ("systeem", "lijst")[1]


def test_een_onbekend_systeem_is_een_nette_fout(typ):
    assert "Er is geen systeem met kenmerk x." in typ("systeem", "trek-in", "x", "--reden", "y")[2]


def test_naslag_controleren_en_laden_noemt_wat_er_verandert(typ):
    Organisatie.objects.filter(code="GM0344").update(naam="Utregt")

    uitgang, uit, _ = typ("naslag", "controleer")
    assert uitgang == 1
    assert "gemeenten.csv: " in uit
    assert "GM0344 Utrecht: naam 'Utregt' wordt 'Utrecht'" in uit
    assert Organisatie.objects.get(code="GM0344").naam == "Utregt"

    assert typ("naslag", "laad")[0] == 0
    assert Organisatie.objects.get(code="GM0344").naam == "Utrecht"
    assert "0 nieuw, 0 gewijzigd" in typ("naslag", "laad")[1]
    assert typ("naslag", "controleer")[0] == 0


def test_een_fout_in_de_naslaggegevens_laadt_niets(typ, settings, tmp_path):
    (tmp_path / "gemeenten.csv").write_text("code,naam\nGM0344,Utregt\n")
    settings.OMGEVING = replace(settings.OMGEVING, naslag=str(tmp_path))

    uitgang, _, fout = typ("naslag", "laad")
    assert uitgang == 2
    assert "gemeenten.csv: begin met" in fout
    assert Organisatie.objects.get(code="GM0344").naam == "Utrecht"
