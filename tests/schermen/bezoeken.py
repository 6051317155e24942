"""For every page: who goes there in the tests, and with what in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.schermen.land import Land


def _niets(_land: Land) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Bezoek:
    """A visit: by whom (nobody: not signed in), what stands in the address, the status."""

    wie: str = ""
    velden: Callable[[Land], dict[str, Any]] = _niets
    vraag: str = ""


def medewerker(land: Land) -> dict[str, Any]:
    """A colleague of Anna at the other desk."""
    return {"nummer": land.ploeg.dirk.medewerker.pk}


def afwijking(land: Land) -> dict[str, Any]:
    """The standing of Jan's housing, from which Anna departed."""
    return {"dossier": land.jan, "gebied": "onderdak", "wanneer": "nu"}


def overdracht(land: Land) -> dict[str, Any]:
    """The handover that Bram offers to Anna."""
    return {"dossier": land.jan, "nummer": land.overdracht}


BEZOEKEN: dict[str, Bezoek] = {
    "web:stijlgids": Bezoek(),
    "partijen:aanmelden": Bezoek(),
    "regie:werkvoorraad": Bezoek("anna"),
    "regie:termijnen": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "regie:termijntabel": Bezoek("anna"),
    "regie:klopt_niet": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "regie:te_laat": Bezoek("anna"),
    "regie:belemmeringen": Bezoek("fatima"),
    "regie:mijn_berichten": Bezoek("anna"),
    "dossiers:dossier": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "dossiers:zoeken": Bezoek("anna"),
    "dossiers:akkoord": Bezoek("anna"),
    "meldingen:postbus": Bezoek("anna"),
    "meldingen:bij_lijst": Bezoek("dirk"),
    "meldingen:bij_protocol": Bezoek("dirk"),
    "meldingen:bij_bericht": Bezoek(
        "dirk", lambda land: {"dossier": land.tina, "nummer": land.bij}
    ),
    "meldingen:risicotafels": Bezoek("dirk"),
    "meldingen:risicotafel": Bezoek("bram", lambda land: {"dossier": land.lies}),
    "meldingen:risico_markeren": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "meldingen:mailkeuze": Bezoek("anna"),
    "meldingen:webhooks": Bezoek("fatima"),
    "meldingen:nieuwe_webhook": Bezoek("anna"),
    "meldingen:webhook": Bezoek("anna", lambda land: {"nummer": land.webhook}),
    "partijen:wissel_loket": Bezoek("anna"),
    "partijen:mijn_account": Bezoek("anna"),
    "partijen:wachtwoord": Bezoek("anna"),
    "partijen:tweede_factor": Bezoek("anna"),
    "partijen:organisatie": Bezoek("anna"),
    "partijen:bereikbaarheid": Bezoek("anna"),
    "partijen:nieuwe_medewerker": Bezoek("anna"),
    "partijen:medewerker": Bezoek("anna", medewerker),
    "partijen:systemen": Bezoek("anna"),
    "partijen:nieuw_systeem": Bezoek("anna"),
    "partijen:naslag": Bezoek("fatima"),
    "delen:afgeschermd": Bezoek("anna"),
    "delen:afscherming": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "delen:dossier": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "delen:verwerkingen": Bezoek("fatima"),
    "delen:instellingen": Bezoek("fatima"),
    "delen:instelling": Bezoek("fatima", lambda _land: {"naam": "nazorg_maanden"}),
    "delen:regioafspraken": Bezoek("anna"),
    "delen:regioafspraak_nieuw": Bezoek("anna", vraag="?grondslag=pbw_18a&regio=VR09"),
    "delen:regioafspraak": Bezoek("anna", lambda land: {"nummer": land.regioafspraak}),
    "regie:regie": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "regie:overdracht": Bezoek("anna", overdracht),
    "regie:veiligheidshuis": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "regie:verdeling": Bezoek("bram"),
    "plannen:overzicht": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:inhoud": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "plannen:zorg": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "plannen:slachtoffer": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:screening": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "plannen:meten": Bezoek("anna", lambda land: {"dossier": land.jan, "moment": "voor_ontslag"}),
    "plannen:standen": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:afwijken": Bezoek("bram", afwijking),
    "plannen:actielijst": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:actie": Bezoek("anna", lambda land: {"dossier": land.jan, "nummer": land.actie}),
    "plannen:kort": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "plannen:woonplaats": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:advies": Bezoek("cato", lambda land: {"dossier": land.jan}),
    "plannen:inbreng": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:papier": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:behandelplan": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "plannen:versies": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "plannen:versie": Bezoek("anna", lambda land: {"dossier": land.jan, "nummer": 1}),
    "plannen:voorzieningen": Bezoek("anna", vraag="?gemeente=GM0344"),
    "plannen:voorziening": Bezoek("anna", lambda land: {"nummer": land.plekken.voorziening}),
    "plannen:plek": Bezoek("bram", lambda land: {"dossier": land.jan, "actie": land.plekken.actie}),
    "dossiers:route": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "overleg:lijst": Bezoek("anna"),
    "overleg:nieuw": Bezoek("bram", vraag="?soort=mdo"),
    "overleg:overleg": Bezoek("anna", lambda land: {"nummer": land.komend}),
    "overleg:houden": Bezoek("bram", lambda land: {"nummer": land.komend}),
    "overleg:verslag": Bezoek("anna", lambda land: {"nummer": land.mdo}),
    "overleg:dossier": Bezoek("anna", lambda land: {"dossier": land.jan}),
    "overleg:naar": Bezoek("anna", lambda land: {"dossier": land.jan, "nummer": land.komend}),
    "regie:besluiten": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "regie:besluit": Bezoek("anna", lambda land: {"dossier": land.jan, "nummer": land.besluit}),
    "regie:wie_weet_wat": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "regie:niet_gelezen": Bezoek("bram"),
    "regie:meldplicht": Bezoek("fatima"),
    "regie:begin_einde": Bezoek("bram", lambda land: {"dossier": land.jan}),
    "regie:begin_einde_lijst": Bezoek("anna"),
    "berichten:aanleveren": Bezoek("hanna"),
    "berichten:aanlevering": Bezoek("hanna", lambda land: {"nummer": land.levering}),
    "berichten:quarantaine": Bezoek("fatima"),
    "berichten:bericht": Bezoek("fatima", lambda land: {"nummer": land.bericht}),
    "berichten:personen": Bezoek("fatima"),
    "berichten:voorstel": Bezoek("fatima", lambda land: {"nummer": land.voorstel}),
}
"""Pages that show with a plain link."""

ANDERS = {
    "werkvoorraad, te laat": ("regie:werkvoorraad", Bezoek("bram", vraag="?lijst=te-laat")),
    "werkvoorraad, wacht": ("regie:werkvoorraad", Bezoek("bram", vraag="?lijst=wacht")),
    "werkvoorraad per week": ("regie:werkvoorraad", Bezoek("bram", vraag="?lijst=thuiskomst")),
    "werkvoorraad van de burgemeester": ("regie:werkvoorraad", Bezoek("dirk")),
    "werkvoorraad, niets gevonden": (
        "regie:werkvoorraad",
        Bezoek("anna", vraag="?lijst=thuiskomst&inrichting=FPC-POMPE"),
    ),
    "loket zonder dossiers": ("regie:werkvoorraad", Bezoek("fatima")),
    "dossier met een open vraag": (
        "dossiers:dossier",
        Bezoek("bram", lambda land: {"dossier": land.nora}),
    ),
    "dossier voor de burgemeester": (
        "dossiers:dossier",
        Bezoek("dirk", lambda land: {"dossier": land.tina}),
    ),
    "tafel door een bericht": (
        "meldingen:risicotafel",
        Bezoek("dirk", lambda land: {"dossier": land.tina}),
    ),
    "voorzieningen voor wie er geen heeft": ("plannen:voorzieningen", Bezoek("bram")),
    "voorziening van een ander": (
        "plannen:voorziening",
        Bezoek("eva", lambda land: {"nummer": land.plekken.voorziening}),
    ),
    "overleg voor wie het leidt": (
        "overleg:overleg",
        Bezoek("bram", lambda land: {"nummer": land.komend}),
    ),
    "verslag aanvullen": (
        "overleg:houden",
        Bezoek("anna", lambda land: {"nummer": land.mdo}),
    ),
    "route van een maand": (
        "dossiers:route",
        Bezoek("bram", lambda land: {"dossier": land.jan}, "?zoom=maand&rond=2026-11"),
    ),
    "route voor de burgemeester": (
        "dossiers:route",
        Bezoek("dirk", lambda land: {"dossier": land.tina}),
    ),
    "delen op een andere dag": (
        "delen:dossier",
        Bezoek("bram", lambda land: {"dossier": land.jan}, "?op=2026-11-01"),
    ),
}
"""The same page as others see it, or with other things on it: the readers differ, so do the
parts that show."""

ALLEEN_DAAD = {
    "partijen:afmelden",
    "partijen:app_beginnen",
    "partijen:reservecodes",
    "partijen:nieuw_wachtwoord",
    "partijen:geef_plek",
    "partijen:neem_plek",
    "partijen:handeling",
    "partijen:trek_systeem_in",
    "delen:beeindig",
    "delen:regioafspraak_bevestigen",
    "delen:regioafspraak_opzeggen",
    "delen:regioafspraak_intrekken",
    "overleg:daad",
    "overleg:punt",
    "overleg:bewaar",
    "overleg:voorstel",
    "overleg:afspraak_klaar",
    "meldingen:bevestig",
    "meldingen:bij_daad",
    "meldingen:risico_verlengen",
    "meldingen:risico_beeindigen",
    "meldingen:risico_delen",
    "meldingen:risico_terugnemen",
    "meldingen:risico_afspreken",
    "meldingen:risico_afronden",
    "meldingen:webhook_daad",
    "meldingen:webhook_opgeven",
    "regie:collega",
    "regie:inbrengen",
    "regie:inbreng_beeindigen",
    "regie:nieuwe_overdracht",
    "regie:doe",
    "regie:overdracht_wijzig",
    "regie:overdracht_punten",
    "regie:overdracht_afspraak",
    "regie:overdracht_daad",
    "regie:verdeling_toewijzen",
    "regie:verdeling_verplaats",
    "regie:verdeling_afwezig",
    "regie:verdeling_terug",
    "plannen:stel_vast",
    "plannen:behandelplan_nieuw",
    "plannen:behandelplan_van_rij",
    "plannen:bewaar_vanzelf",
    "plannen:neem_over",
    "plannen:gooi_weg",
    "plannen:volg_regel",
    "plannen:actie_nieuw",
    "plannen:actie_voorstellen",
    "plannen:actie_daad",
    "plannen:actie_wijzig",
    "plannen:actie_uitvoerder",
    "plannen:geen",
    "plannen:advies_nieuw",
    "plannen:advies_van_rij",
    "plannen:inbreng_van_rij",
    "plannen:slachtoffer_nieuw",
    "plannen:slachtoffer_van_rij",
    "plannen:woonplaats_nieuw",
    "plannen:woonplaats_van_rij",
    "plannen:zorg_nieuw",
    "plannen:planvragen",
    "plannen:inhoud_nieuw",
    "plannen:inhoud_van_rij",
    "plannen:voorziening_nieuw",
    "plannen:voorziening_wijzig",
    "plannen:voorziening_wachttijd",
    "plannen:aanvraag_daad",
    "plannen:plek_vraag",
    "plannen:plek_wijzig",
    "plannen:plek_daad",
    "regie:samen",
    "regie:filter_bewaar",
    "regie:filter_vergeet",
    "regie:termijn_doe",
    "regie:klopt_niet_antwoord",
    "regie:besluit_nieuw",
    "regie:besluit_daad",
    "set_language",
}
"""Addresses that only take a form; what they show stands in test_na_een_formulier.py."""

ONDERWEG = {"partijen:code"}
"""Pages in the middle of a journey; they stand in test_na_een_formulier.py."""

BESTANDEN = {
    "berichten:voorbeeld",
    "delen:verwerkingen_csv",
    "overleg:kalender",
    "plannen:papier_plan",
    "plannen:papier_versie",
    "plannen:papier_persoon",
}
"""Files to download, not pages."""
