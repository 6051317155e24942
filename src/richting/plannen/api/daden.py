"""What can be done with a plan over the API: the acts of the pages, one line per endpoint."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from richting.kern.context import Wie
from richting.plannen.acties import behandelplan, inhoud, slachtoffer, zorg
from richting.plannen.acties.standen import beeindig_afwijking, wijk_af
from richting.plannen.acties.versies import stel_vast
from richting.plannen.api import invoer
from richting.plannen.api.basis import gedaan
from richting.plannen.api.hang import Schrijfdeur

EINDE = {"versie": 1, "reden": "Niet meer nodig"}


def _start(wie: Wie, dossier: UUID, gesprek: invoer.StartgesprekIn, _nummer: Any) -> Any:
    return inhoud.noteer_start(
        wie,
        dossier,
        gesprek.op,
        gesprek.vorm,
        gesprek.deelnemers,
        gesprek.afwezigen,
        reden_zonder_persoon=gesprek.redenZonderPersoon,
        toelichting=gesprek.toelichting,
    )


def _tegenwerking(wie: Wie, dossier: UUID, wat: invoer.TegenwerkingIn, _nummer: Any) -> Any:
    terugval = {gebied.value: tekst for gebied, tekst in wat.terugval.items()}
    return inhoud.ga_verder_zonder(wie, dossier, wat.sinds, wat.reden, terugval)


def _leeg(wie: Wie, dossier: UUID, wat: invoer.LeegAntwoordIn, _nummer: Any) -> Any:
    doe = inhoud.zeg_geen if wat.leeg else inhoud.trek_geen_in
    return doe(wie, dossier, wat.antwoord)


def _toets(wie: Wie, dossier: UUID, wat: invoer.SlachtoffertoetsIn, _nummer: Any) -> Any:
    if wat.heropen:
        return slachtoffer.heropen(wie, dossier, wat.reden)
    if wat.ongewijzigd:
        return slachtoffer.bevestig_belangen(wie, dossier)
    return slachtoffer.zeg_geen_belang(wie, dossier)


def _zorg(wie: Wie, dossier: UUID, wat: invoer.ZorgIn, _nummer: Any) -> Any:
    waarden = {
        "afspraak_bij": wat.afspraakBij,
        "afspraak_op": wat.afspraakOp,
        "vervolg": wat.vervolg,
        "overdrachtsbrief": wat.overdrachtsbrief.value,
    }
    return zorg.bewaar_zorg(wie, dossier, waarden, wat.versie)


def _stap(wie: Wie, dossier: UUID, s: invoer.FaseringsstapIn, _nummer: Any) -> Any:
    return behandelplan.neem_stap_voor(
        wie, dossier, s.soort, s.van, s.tot, s.doel, s.voorwaarden, s.afwijking
    )


DADEN = (
    Schrijfdeur(
        "afwijkingen",
        "wijkAf",
        "Wijk af van een berekende stand",
        "Vanaf nu telt deze stand, met de reden, tot iemand de afwijking beëindigt. `vorige` is de "
        "afwijking die u las: deze komt daarvoor in de plaats.",
        invoer.AfwijkingIn,
        {"leefgebied": "onderdak", "stand": "loopt", "reden": "Intake is geweest"},
        lambda wie, d, i, _n: wijk_af(
            wie, d, i.leefgebied, i.stand, i.reden, op_ontslag=i.opOntslag, vorige=i.vorige
        ),
    ),
    Schrijfdeur(
        "afwijkingen/{uuid:nummer}/einden",
        "beeindigAfwijking",
        "Volg weer de berekende stand",
        "Beëindigt een afwijking; twee keer beëindigen verandert niets.",
        invoer.EindeIn,
        EINDE,
        lambda wie, d, i, n: beeindig_afwijking(wie, d, n, i.versie),
    ),
    Schrijfdeur(
        "planvragen",
        "bewaarPlanvraag",
        "Beantwoord een vraag van het plan",
        "De behoefte, de veiligheid of het aanbod; `versie` is 0 als er nog niets stond.",
        invoer.PlanvraagIn,
        {"soort": "behoefte", "tekst": "Een eigen kamer en werk.", "versie": 0},
        lambda wie, d, i, _n: inhoud.bewaar_planvraag(wie, d, i.soort, i.tekst, i.versie),
    ),
    Schrijfdeur(
        "motivaties",
        "noteerMotivatie",
        "Noteer de motivatie van een dag",
        "Elke notitie blijft staan: motivatie is een verloop in de tijd.",
        invoer.MotivatieIn,
        {"op": "2026-11-20", "stand": "twijfelt", "gedaan": "Gesprek op de afdeling"},
        lambda wie, d, i, _n: inhoud.noteer_motivatie(
            wie, d, i.op, i.stand, i.toelichting, i.gedaan
        ),
    ),
    Schrijfdeur(
        "pogingen",
        "noteerPoging",
        "Noteer een poging om iemand te bereiken",
        "Ook een poging die niet lukte telt.",
        invoer.PogingIn,
        {"op": "2026-11-20", "hoe": "Gebeld", "uitkomst": "Niet opgenomen"},
        lambda wie, d, i, _n: inhoud.noteer_poging(wie, d, i.op, i.hoe, i.uitkomst),
    ),
    Schrijfdeur(
        "factoren",
        "voegFactorToe",
        "Voeg iets toe dat beschermt of een risico is",
        "In één leefgebied; het loket moet dat leefgebied mogen zien.",
        invoer.FactorIn,
        {"aard": "beschermend", "leefgebied": "netwerk", "tekst": "Zus komt elke week"},
        lambda wie, d, i, _n: inhoud.voeg_factor_toe(wie, d, i.aard, i.leefgebied, i.tekst),
    ),
    Schrijfdeur(
        "factoren/{uuid:nummer}/einden",
        "beeindigFactor",
        "Beëindig een factor",
        "De factor blijft bewaard, met zijn einde.",
        invoer.EindeIn,
        EINDE,
        lambda wie, d, i, n: inhoud.beeindig_factor(wie, d, n, i.versie),
    ),
    Schrijfdeur(
        "ondersteuningen",
        "legOndersteuningVast",
        "Leg hulp vast die al liep",
        "Wat er al was voor het verblijf begon; er is nog niet over besloten.",
        invoer.OndersteuningIn,
        {"leefgebied": "schulden", "wat": "Schuldhulp", "aanbieder": "Gemeente Utrecht"},
        lambda wie, d, i, _n: inhoud.leg_ondersteuning_vast(
            wie, d, i.leefgebied, i.wat, i.aanbieder, i.sinds
        ),
    ),
    Schrijfdeur(
        "ondersteuningen/{uuid:nummer}/besluiten",
        "besluitOverOndersteuning",
        "Besluit of hulp doorgaat, wacht of stopt",
        "Met wie dat besloot, en waarom als zij wacht of stopt.",
        invoer.LotIn,
        {"versie": 1, "lot": "gepauzeerd", "door": "Gemeente Utrecht", "reden": "Tot vrijlating"},
        lambda wie, d, i, n: inhoud.besluit_over_ondersteuning(
            wie, d, n, i.versie, i.lot, i.door, i.reden
        ),
    ),
    Schrijfdeur(
        "startgesprekken",
        "noteerStart",
        "Leg de gezamenlijke start vast",
        "Wie erbij was, wie niet kwam, en waarom zonder de persoon als die er niet was.",
        invoer.StartgesprekIn,
        {"op": "2026-11-20", "vorm": "samen", "deelnemers": ["Casemanager", "Gemeente"]},
        _start,
    ),
    Schrijfdeur(
        "doelen",
        "voegDoelToe",
        "Voeg een eigen doel van de persoon toe",
        "In de woorden van de persoon zelf.",
        invoer.DoelIn,
        {"tekst": "Weer kok zijn"},
        lambda wie, d, i, _n: inhoud.voeg_doel_toe(wie, d, i.tekst),
    ),
    Schrijfdeur(
        "doelen/{uuid:nummer}/einden",
        "beeindigDoel",
        "Zeg dat een doel bereikt of losgelaten is",
        "Het doel blijft bewaard, met zijn einde.",
        invoer.DoeleindeIn,
        {"versie": 1, "bereikt": True},
        lambda wie, d, i, n: inhoud.beeindig_doel(wie, d, n, i.versie, bereikt=i.bereikt),
    ),
    Schrijfdeur(
        "instemmingen",
        "noteerInstemming",
        "Noteer wat de persoon van het plan vindt",
        "Het gaat over de laatst vastgestelde versie.",
        invoer.InstemmingIn,
        {"op": "2026-11-20", "antwoord": "eens"},
        lambda wie, d, i, _n: inhoud.noteer_instemming(wie, d, i.op, i.antwoord, i.toelichting),
    ),
    Schrijfdeur(
        "tegenwerkingen",
        "gaVerderZonder",
        "Ga verder zonder medewerking van de persoon",
        "Met de reden, en per leefgebied wat partijen dan toch doen.",
        invoer.TegenwerkingIn,
        {"sinds": "2026-11-20", "reden": "Wil geen gesprek", "terugval": {"identiteit": "Pas"}},
        _tegenwerking,
    ),
    Schrijfdeur(
        "tegenwerkingen/{uuid:nummer}/einden",
        "werktWeerMee",
        "Zeg dat de persoon weer meewerkt",
        "De route zonder medewerking eindigt en blijft bewaard.",
        invoer.EindeIn,
        EINDE,
        lambda wie, d, i, n: inhoud.werkt_weer_mee(wie, d, n, i.versie, i.reden),
    ),
    Schrijfdeur(
        "lege-antwoorden",
        "zegLeeg",
        "Zeg dat een van de vijf antwoorden met opzet leeg is",
        "Of trek dat weer in, met `leeg` op false.",
        invoer.LeegAntwoordIn,
        {"antwoord": "voortgezet", "leeg": True},
        _leeg,
    ),
    Schrijfdeur(
        "planversies",
        "stelVersieVast",
        "Stel de werkversie vast",
        "Een vastgestelde versie verandert niet meer. `vorige` is het laatste nummer dat u las.",
        invoer.PlanversieIn,
        {"vorige": 0, "toelichting": "Eerste plan"},
        lambda wie, d, i, _n: stel_vast(wie, d, i.vorige, i.toelichting),
        invoer.VastgesteldUit,
        lambda rij: {**gedaan(rij), "nummer": rij.nummer},
    ),
    Schrijfdeur(
        "zorggegevens",
        "bewaarZorg",
        "Bewaar wat anderen van de zorg moeten weten",
        "Geen medische inhoud: waar de zorg doorgaat, en of er een brief meegaat.",
        invoer.ZorgIn,
        {"afspraakBij": "Huisarts in Utrecht", "afspraakOp": "2027-01-11", "versie": 0},
        _zorg,
    ),
    Schrijfdeur(
        "slachtofferbelangen",
        "voegBelangToe",
        "Leg een wens of voorwaarde van een slachtoffer vast",
        "In een eigen deel, dat nooit naar de persoon gaat.",
        invoer.SlachtofferbelangIn,
        {"soort": "contactverbod", "tekst": "Geen contact met het gezin"},
        lambda wie, d, i, _n: slachtoffer.voeg_belang_toe(wie, d, i.soort, i.tekst, i.geldigTot),
    ),
    Schrijfdeur(
        "slachtofferbelangen/{uuid:nummer}/einden",
        "beeindigBelang",
        "Beëindig een wens of voorwaarde van een slachtoffer",
        "Het blijft bewaard, met zijn einde.",
        invoer.EindeIn,
        EINDE,
        lambda wie, d, i, n: slachtoffer.beeindig_belang(wie, d, n, i.versie),
    ),
    Schrijfdeur(
        "slachtoffertoetsen",
        "toetsSlachtoffer",
        "Beantwoord of een slachtoffer het plan raakt",
        "Niets dat het plan raakt, of wat er staat klopt nog en is alles (`ongewijzigd`), of de "
        "vraag staat weer open (`heropen`).",
        invoer.SlachtoffertoetsIn,
        {"heropen": False},
        _toets,
    ),
    Schrijfdeur(
        "behandeldoelen",
        "stelBehandeldoel",
        "Stel een doel van de behandeling",
        "Alleen de instelling, in haar eigen deel.",
        invoer.DoelIn,
        {"tekst": "Omgaan met spanning"},
        lambda wie, d, i, _n: behandelplan.stel_behandeldoel(wie, d, i.tekst),
    ),
    Schrijfdeur(
        "behandeldoelen/{uuid:nummer}/evaluaties",
        "evalueerBehandeldoel",
        "Evalueer een doel van de behandeling",
        "Hoe het met dit doel gaat, op vandaag.",
        invoer.EvaluatieIn,
        {"versie": 1, "stand": "bereikt", "evaluatie": "Gaat goed"},
        lambda wie, d, i, n: behandelplan.evalueer_behandeldoel(
            wie, d, n, i.versie, i.stand, i.evaluatie
        ),
    ),
    Schrijfdeur(
        "faseringsstappen",
        "neemStapVoor",
        "Neem een stap naar buiten voor",
        "Heeft de regel een bezwaar, dan zegt `afwijking` waarom het toch gebeurt.",
        invoer.FaseringsstapIn,
        {"soort": "begeleid", "van": "2026-12-10", "tot": "2026-12-10", "doel": "Woning"},
        _stap,
    ),
    Schrijfdeur(
        "faseringsstappen/{uuid:nummer}/standen",
        "zetStap",
        "Breng een stap naar buiten verder",
        "Aangevraagd, toegestaan, loopt, afgerond, geweigerd of ingetrokken. Heeft een partij "
        "bezwaar, dan zegt `reden` waarom de stap toch doorgaat.",
        invoer.StapstaatIn,
        {"versie": 1, "staat": "aangevraagd"},
        lambda wie, d, i, n: behandelplan.zet_stap(wie, d, n, i.versie, i.staat, i.reden),
    ),
    Schrijfdeur(
        "faseringsstappen/{uuid:nummer}/reacties",
        "reageerOpStap",
        "Zeg wat uw loket van een stap vindt",
        "Een bezwaar vraagt een toelichting.",
        invoer.StapreactieIn,
        {"antwoord": "akkoord"},
        lambda wie, d, i, n: behandelplan.reageer_op_stap(wie, d, n, i.antwoord, i.toelichting),
    ),
    Schrijfdeur(
        "zittingen",
        "planZitting",
        "Leg een zitting vast waaraan het einde hangt",
        "De datum en waarover de rechter beslist.",
        invoer.ZittingIn,
        {"soort": "verlenging_tbs", "op": "2027-02-01"},
        lambda wie, d, i, _n: behandelplan.plan_zitting(wie, d, i.soort, i.op),
    ),
    Schrijfdeur(
        "zittingen/{uuid:nummer}/uitspraken",
        "legUitspraakVast",
        "Leg vast wat de rechter besliste",
        "Het einde zelf komt met een bericht van de bron.",
        invoer.UitspraakIn,
        {"versie": 1, "uitspraakOp": "2026-11-20", "uitkomst": "Een jaar verlengd"},
        lambda wie, d, i, n: behandelplan.leg_uitspraak_vast(
            wie, d, n, i.versie, i.uitspraakOp, i.uitkomst
        ),
    ),
)
"""Every door to write through."""
