"""A small land to look at: seven desks, a handful of stays that came in as messages, and the rest.

Every page of the program has something to show here. All people are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from richting.berichten.models import Aanlevering, Bericht
from richting.delen.acties.regioafspraken import stel_voor
from richting.dossiers.models import Koppelvoorstel
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.models import Bijbericht
from richting.partijen import acties
from richting.partijen.models import Organisatie
from tests.api.bouwers import verwerkingsloket
from tests.berichten.bouwers import (
    begin,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.delen.bouwers_afspraken import invoer
from tests.partijen.bouwers import (
    ANDERE_GEMEENTE,
    GEMEENTE,
    HUISSLEUTEL,
    INRICHTING,
    Lid,
    Ploeg,
    maak_beheerder,
    maak_medewerker,
    maak_ploeg,
    meld_aan,
)
from tests.schermen.land_actie import maak_acties
from tests.schermen.land_besluit import maak_besluiten
from tests.schermen.land_bezorgen import maak_webhooks
from tests.schermen.land_overleg import maak_overleggen
from tests.schermen.land_plan import maak_plan
from tests.schermen.land_plek import Plekken, maak_plekken
from tests.schermen.land_regie import maak_regie
from tests.schermen.land_risico import maak_tafel
from tests.schermen.land_screening import maak_screening

DOODSLAG = {"artikelen": ["Sr 287"], "onherroepelijk": True, "onvoorwaardelijkMaanden": 48}
ONVINDBAAR = {"soort": "pi", "inrichting": "PI-NERGENS"}


def persoon(voornamen: str, geslachtsnaam: str, bsn: str = "", geboren: str = "1988-03-14") -> Any:
    """A person as a message names them."""
    velden = {
        "voornamen": voornamen,
        "geslachtsnaam": geslachtsnaam,
        "geboortedatum": geboren,
        "verblijfsstatus": "geldig",
    }
    return {**velden, "bsn": bsn} if bsn else velden


def rond(datum: str) -> dict[str, str]:
    """An end on this day, certain."""
    return {"vroegst": datum, "laatst": datum, "zekerheid": "vast"}


def bijzondere() -> list[dict[str, Any]]:
    """Stays with a question still open, and with a risk that few may know of."""
    return [
        begin(
            "NORA",
            persoon=persoon("Nora", "Zonder", "999990068", "1992-02-29"),
            gemeenten=None,
            verwachtEinde=rond("2026-12-07"),
        ),
        begin(
            "TINA",
            persoon=persoon("Tina", "Terug", "999990081", "1985-09-09"),
            gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}],
            plaats={"soort": "pi", "inrichting": "PI-ZWOLLE"},
            risico18b={"vanaf": "2026-11-02"},
            verwachtEinde=rond("2027-02-01"),
            veroordeling=DOODSLAG,
        ),
    ]


def berichten() -> list[dict[str, Any]]:
    """The messages of this land: what came in over the past months."""
    utrecht = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]
    arnhem = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]
    elders = {"soort": "pi", "inrichting": "PI-ZWOLLE"}
    return [
        begin("JAN", gemeenten=utrecht, verwachtEinde=rond("2027-01-11"), reclassering="RN"),
        einde_gewijzigd("JAN", "2027-01-25"),
        begin(
            "SAM",
            persoon=persoon("Sam", "Onbekend", "999990020"),
            gemeenten=utrecht,
            titel="voorlopige_hechtenis",
            verwachtEinde={"zekerheid": "onbekend"},
        ),
        begin(
            "LIES",
            persoon=persoon("Lies", "van Verre", "999990032", "1979-12-01"),
            gemeenten=utrecht,
            begin="2025-04-01",
            bronTijd="2025-04-01T10:00:00+02:00",
            verwachtEinde=rond("2028-09-01"),
        ),
        begin(
            "KAREL",
            persoon=persoon("Karel", "Elders", "999990044", "1969-07-30"),
            gemeenten=arnhem,
            plaats=elders,
            verwachtEinde=rond("2026-12-21"),
        ),
        *bijzondere(),
        begin("FOUT", persoon=persoon("Nienke", "Nergens"), plaats=ONVINDBAAR),
        begin("DUBBEL", persoon=persoon("Jan", "Verzonnen", geboren="1990-05-17")),
    ]


@dataclass
class Land:
    """What stands in the database, under names that tests can say."""

    ploeg: Ploeg
    hanna: Lid
    """Delivers messages for DJI."""
    jan: UUID
    karel: UUID
    nora: UUID
    tina: UUID
    lies: UUID
    bericht: int
    voorstel: int
    levering: int
    actie: UUID
    """What Anna was asked for Jan and has not answered."""
    plekken: Plekken
    overdracht: UUID
    """What Bram offers to Anna."""
    mdo: UUID
    """An MDO about Jan that was held, with fixed minutes."""
    komend: UUID
    """An MDO about Jan that Anna has to answer."""
    bij: UUID
    """What the mayor was told of Tina."""
    besluit: UUID
    """A decision of Bram that touches Anna and Cato."""
    regioafspraak: UUID
    """A regional agreement that Anna proposed and Bram has not confirmed."""
    webhook: UUID
    """A webhook of Anna's desk, in trouble."""

    def lid(self, naam: str) -> Lid:
        """One of the people of this land, by first name."""
        if naam == "hanna":
            return self.hanna
        lid: Lid = getattr(self.ploeg, naam)
        return lid

    def sessie(self, naam: str) -> str:
        """The key of a fresh session of this person, at the own desk."""
        lid = self.lid(naam)
        sessie = SessionStore()
        sessie[SESSION_KEY] = str(lid.medewerker.pk)
        sessie[BACKEND_SESSION_KEY] = HUISSLEUTEL
        sessie[HASH_SESSION_KEY] = lid.medewerker.get_session_auth_hash()
        sessie["loket"] = lid.loket.pk
        sessie.create()
        return str(sessie.session_key)


def maak_land() -> Land:
    """Build it all through the front doors: staff by acts, stays by messages."""
    maak_partijen()
    ploeg = maak_ploeg()
    geef_namen()
    maak_beheerder(ploeg.anna)
    maak_medewerker("ilse", ploeg.anna.loket, "Ilse Kok")
    loket = verwerkingsloket()
    hanna = Lid(maak_medewerker("hanna", loket, "Hanna Post"), loket)
    acties.maak_systeem(
        ploeg.anna.wie(), naam="Zaaksysteem", loket=ploeg.anna.loket, scopes=["dossiers:lezen"]
    )
    stuur(*berichten())
    delen = _van_jan(ploeg)
    maak_tafel(ploeg, _nummer("LIES"))
    client = Client()
    meld_aan(client, hanna)
    bestand = SimpleUploadedFile("verblijven.jsonl", b'{"soort": "begin"}\n{kapot\n')
    client.post("/berichten/aanleveren/", {"bestand": bestand})
    with verwerking(programma()):
        bericht = Bericht.objects.filter(status="quarantaine").earliest("pk").pk
        levering = Aanlevering.objects.latest("pk").pk
        voorstel = Koppelvoorstel.objects.earliest("pk").pk
        bij = Bijbericht.objects.get(loket=ploeg.dirk.loket).pk
    return Land(
        ploeg=ploeg,
        hanna=hanna,
        jan=_nummer("JAN"),
        karel=_nummer("KAREL"),
        nora=_nummer("NORA"),
        tina=_nummer("TINA"),
        lies=_nummer("LIES"),
        bericht=bericht,
        voorstel=voorstel,
        levering=levering,
        bij=bij,
        regioafspraak=_regioafspraak(ploeg),
        **delen,
    )


def _regioafspraak(ploeg: Ploeg) -> UUID:
    wat = invoer(ploeg.bram, ploeg.cato, op=klok.vandaag(), antwoord_werkdagen=5)
    return stel_voor(ploeg.anna.wie(), wat).pk


def _van_jan(ploeg: Ploeg) -> dict[str, Any]:
    """Everything that parties do together for Jan."""
    jan = _nummer("JAN")
    maak_plan(ploeg, jan)
    actie = maak_acties(ploeg, jan)
    maak_screening(ploeg, jan)
    plekken = maak_plekken(ploeg, jan)
    overdracht = maak_regie(ploeg, jan)
    mdo, komend, _afspraak = maak_overleggen(ploeg, jan)
    return {
        "actie": actie,
        "plekken": plekken,
        "overdracht": overdracht,
        "mdo": mdo,
        "komend": komend,
        "besluit": maak_besluiten(ploeg, jan),
        "webhook": maak_webhooks(ploeg, jan),
    }


def geef_namen() -> None:
    """Names as people know them, where the reference data has none."""
    for code, naam in (
        (GEMEENTE, "Gemeente Utrecht"),
        (ANDERE_GEMEENTE, "Gemeente Arnhem"),
        (INRICHTING, "PI Nieuwegein"),
    ):
        Organisatie.objects.filter(code=code, naam=code).update(naam=naam)


def _nummer(kenmerk: str) -> UUID:
    gevonden = dossier(kenmerk)
    assert gevonden is not None, kenmerk
    return gevonden.pk
