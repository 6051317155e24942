"""The table behind `meldplicht.py`: every kind of journal row, with who hears of it. Clausule 5.4.

A room that notes a new kind of change adds it here: to whom it is told, or why it is told nobody.
"""

from __future__ import annotations

from enum import StrEnum

from richting.akkoord.woorden import Feitsoort as F


class Zwijgreden(StrEnum):
    """Why a kind of change is told nobody outside the own desk."""

    EIGEN_LOKET = "eigen_loket"
    BIJ_VASTSTELLEN = "bij_vaststellen"
    MET_DE_OORZAAK = "met_de_oorzaak"
    BRON_MELDT = "bron_meldt"
    GESLOTEN = "gesloten"
    GEEN_DOSSIER = "geen_dossier"


PARTIJEN: dict[str, tuple[F, ...]] = {
    "dossier_geopend": (F.VERBLIJF_BEGONNEN, F.VERBLIJF_AANGEKONDIGD),
    "einde_gewijzigd": (F.EINDE_GEWIJZIGD, F.EINDE_ONBEKEND),
    "overgeplaatst": (F.OVERGEPLAATST,),
    "vertrokken": (F.VERTROKKEN, F.ZELFDE_DAG_VRIJ),
    "verlof": (F.VERLOF,),
    "buiten_geplaatst": (F.BUITEN_GEPLAATST,),
    "overleden": (F.OVERLEDEN,),
    "ontvlucht": (F.ONTVLUCHT,),
    "ingetrokken": (F.INGETROKKEN,),
    "buiten_doelgroep": (F.INGETROKKEN,),
    "gecorrigeerd": (F.GECORRIGEERD,),
    "persoon_gewijzigd": (F.GECORRIGEERD,),
    "gemeente_gewijzigd": (F.GEMEENTE_GEWIJZIGD,),
    "toezicht_gewijzigd": (F.TOEZICHT_GEWIJZIGD,),
    "risico_gewijzigd": (F.NIET_MEER_VAN_U,),
    "risico_gemarkeerd": (F.NIET_MEER_VAN_U,),
    "risico_verlengd": (F.NIET_MEER_VAN_U,),
    "risico_beeindigd": (F.NIET_MEER_VAN_U,),
    "veroordeling_gewijzigd": (F.NIET_MEER_VAN_U,),
    "inbreng_gewijzigd": (F.VEILIGHEIDSHUIS_GEWIJZIGD,),
    "zaak_ingebracht": (F.VEILIGHEIDSHUIS_GEWIJZIGD,),
    "inbreng_beeindigd": (F.VEILIGHEIDSHUIS_GEWIJZIGD,),
    "verzoek_aanvaard": (F.GEMEENTE_GEWIJZIGD,),
    "plan_vastgesteld": (F.PLAN_VASTGESTELD,),
    "faseringsstap": (F.STAP_VOORGENOMEN,),
    "stap_gezet": (F.STAP_GEWIJZIGD,),
    "stapreactie": (F.STAP_GEWIJZIGD,),
}
"""Told to every party of the duty, as the rule of `meldingen.py` says."""

GERICHT: dict[str, tuple[F, ...]] = {
    "verzoek_gedaan": (F.VERZOEK_GEDAAN,),
    "verzoek_meer_nodig": (F.VERZOEK_BEANTWOORD,),
    "verzoek_aangevuld": (F.VERZOEK_BEANTWOORD, F.VERZOEK_GEDAAN),
    "verzoek_geweigerd": (F.VERZOEK_BEANTWOORD, F.NIET_MEER_VAN_U),
    "verzoek_ingetrokken": (F.VERZOEK_BEANTWOORD, F.NIET_MEER_VAN_U),
    "actie_gemaakt": (F.ACTIE_GEVRAAGD,),
    "actie_stap": (F.ACTIE_BEANTWOORD, F.ACTIE_GEEINDIGD),
    "inbreng_gevraagd": (F.INBRENG_GEVRAAGD,),
    "inbreng_gegeven": (F.INBRENG_GEGEVEN,),
    "besluit_voorgenomen": (F.BESLUIT_VOORGENOMEN,),
    "besluit_spoed": (F.SPOEDBESLUIT,),
    "besluit_reactie": (F.BESLUIT_REACTIE,),
    "besluit_besproken": (F.BESLUIT_GEWIJZIGD,),
    "besluit_overgenomen": (F.BESLUIT_GEWIJZIGD,),
    "besluit_definitief": (F.BESLUIT_DEFINITIEF,),
    "besluit_ingetrokken": (F.BESLUIT_INGETROKKEN,),
    "regie_overgenomen": (F.REGIE_OVERGENOMEN,),
    "regie_teruggegeven": (F.REGIE_OVERGENOMEN,),
    "overdracht_gewijzigd": (
        F.OVERDRACHT_AANGEBODEN,
        F.OVERDRACHT_BEANTWOORD,
        F.REGIE_VAN_RECHTSWEGE,
    ),
    "teruggemeld": (F.TERUGGEMELD,),
    "terugmelding_beantwoord": (F.TERUGMELDING_BEANTWOORD,),
    "opgeklommen": (F.HERINNERING,),
    "bij_verstrekt": (F.BIJ_VERSTREKT,),
    "bij_gewijzigd": (F.BIJ_GEWIJZIGD,),
    "bij_beeindigd": (F.BIJ_INGETROKKEN,),
    "zicht_begonnen": (F.ZICHT_BEGONNEN, F.RISICO_BEGONNEN, F.BIJ_BEGONNEN),
    "zicht_geeindigd": (
        F.ZICHT_GEEINDIGD,
        F.RISICO_GEEINDIGD,
        F.BIJ_GEEINDIGD,
        F.NIET_MEER_VAN_U,
    ),
    "plaats_gevraagd": (F.PLAATS_GEVRAAGD,),
    "plaats_gereserveerd": (F.PLAATS_BEANTWOORD,),
    "plaats_bevestigd": (F.PLAATS_BEANTWOORD,),
    "plaats_geweigerd": (F.PLAATS_BEANTWOORD,),
    "plaats_ingetrokken": (F.PLAATS_GEEINDIGD,),
    "plaats_vrijgegeven": (F.PLAATS_GEEINDIGD,),
    "overleg_gepland": (F.OVERLEG_UITNODIGING,),
    "overleg_verzet": (F.OVERLEG_GEWIJZIGD,),
    "overleg_afgelast": (F.OVERLEG_GEWIJZIGD,),
    "overleg_afspraak": (F.OVERLEG_AFSPRAAK,),
}
"""Told to exactly the desks it is meant for: who was asked, who asked, whom a decision touches."""

_MEDEWERKERS = (
    "afwezig_beeindigd",
    "afwezig_gemeld",
    "berichtvoorkeur_gekozen",
    "email_gewijzigd",
    "aangemeld",
    "afgemeld",
    "loket_gekozen",
    "medewerker_gemaakt",
    "medewerker_geactiveerd",
    "medewerker_verlengd",
    "medewerker_gestopt",
    "medewerker_ontgrendeld",
    "wachtwoord_vervangen",
    "wachtwoord_gewijzigd",
    "tweede_factor_gewist",
    "tweede_factor_ingesteld",
    "reservecodes_vernieuwd",
    "loket_gegeven",
    "loket_ontnomen",
    "loket_bereikbaarheid",
    "systeem_gemaakt",
    "systeem_ingetrokken",
    "webhook_gemaakt",
    "webhook_gestopt",
    "webhook_hervat",
    "webhook_opnieuw_aangeboden",
    "webhook_opgegeven",
    "webhooksleutel_vernieuwd",
    "webhooksleutel_ingetrokken",
    "mailkeuze_gemaakt",
)
_PLAN = (
    "brongegeven_ingetrokken",
    "brongegeven_ontvangen",
    "planvraag",
    "motivatie",
    "factor",
    "factor_beeindigd",
    "ondersteuning",
    "ondersteuning_besloten",
    "startgesprek",
    "doel",
    "doel_beeindigd",
    "instemming",
    "zonder_medewerking",
    "weer_medewerking",
    "poging",
    "geen_antwoord",
    "geen_antwoord_ingetrokken",
    "slachtoffertoets",
    "slachtoffertoets_heropend",
    "slachtofferbelang",
    "slachtofferbelang_beeindigd",
    "zorgoverdracht",
    "screening_begonnen",
    "screening_weggegooid",
    "screening_vervallen",
    "screening_vastgesteld",
    "screening_gecorrigeerd",
    "stand_afgeweken",
    "stand_volgt_regel",
    "actie_gewijzigd",
)
_OVERLEG = (
    "overleg_aanvulling",
    "overleg_afspraak_klaar",
    "overleg_doorgeschoven",
    "overleg_gehouden",
    "overleg_van_agenda",
    "overleg_verslag",
    "overleg_verslag_vast",
)
"""Who takes part was there, and is told of what it promised."""
_TAFEL = (
    "risico_tafel_geopend",
    "risico_gedeeld",
    "risico_teruggenomen",
    "risico_afgesproken",
    "risico_afgerond",
)
"""At a table of art. 18b: who sits there has it on the work list."""
ZWIJGT: dict[Zwijgreden, tuple[str, ...]] = {
    Zwijgreden.EIGEN_LOKET: (
        "behandeldoel",
        "behandeldoel_geevalueerd",
        "actie_uitvoerder",
        "adviesverzoek",
        "advies_tekst",
        "advies_vastgesteld",
        "advies_uitkomst",
        "bevestigd",
        "bij_ontvangen",
        "bij_beantwoord",
        "bij_afgehandeld",
        "toegewezen",
        "op_naam_genomen",
        "termijn_afgevinkt",
        "werk_uitgesteld",
        "uitstel_beeindigd",
    ),
    Zwijgreden.BIJ_VASTSTELLEN: _PLAN,
    Zwijgreden.MET_DE_OORZAAK: (
        "grond_ontstaan",
        "grond_vervallen",
        "vraag_gesteld",
        "vraag_vervallen",
        "inbreng_vervallen",
        "besluit_aangehouden",
        "verzoek_reden",
        "overdracht_afspraak",
        "overdracht_punt",
        "plaats_aangepast",
        *_OVERLEG,
    ),
    Zwijgreden.BRON_MELDT: ("zitting", "uitspraak", "keten_gewijzigd"),
    Zwijgreden.GESLOTEN: (
        "bij_verwijderd",
        "bij_vernietigd",
        "afgeschermd",
        "uitgesloten",
        "afscherming_beeindigd",
        "afscherming_gewijzigd",
        "samengevoegd",
        "koppeling_afgewezen",
        "gesplitst",
        *_TAFEL,
    ),
    Zwijgreden.GEEN_DOSSIER: (
        *_MEDEWERKERS,
        "overleg_beantwoord",
        "overleg_belegd",
        "regioafspraak_bevestigd",
        "regioafspraak_ingetrokken",
        "regioafspraak_opgezegd",
        "regioafspraak_voorgesteld",
        "voorziening_gewijzigd",
        "voorziening_toegevoegd",
        "referentie_geladen",
        "instelling_gezet",
        "bericht_afgewezen",
        "bericht_verbeterd",
        "bericht_afgespeeld",
    ),
}
"""Told nobody outside the own desk, and why."""
