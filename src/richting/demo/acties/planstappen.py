"""The stories of the demo: what the desks write in a plan, step by step, with the acts of pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.kort import PUNTEN
from richting.akkoord.plan.overgangen import Daad, Reden
from richting.akkoord.plan.woorden import (
    Actieherkomst,
    Actiekader,
    Antwoordbron,
    Antwoordsoort,
    Leefgebied,
    Meetmoment,
)
from richting.akkoord.woorden import Loketsoort
from richting.demo.acties import voorzieningen as plekken
from richting.demo.acties.besluitstappen import met_bezwaar, met_spoed, verlof_gevraagd
from richting.demo.acties.planspel import Spel
from richting.kern.werk import verwerking
from richting.plannen.acties import actielijst, behandelplan, inhoud, screening, slachtoffer, zorg
from richting.plannen.acties.actievoorstel import Keuze, regel_kort
from richting.plannen.acties.versies import stel_vast
from richting.plannen.models import Actie, Behandeldoel, Faseringsstap, Ondersteuning
from richting.plannen.vragenlijsten import nieuwste
from richting.plannen.woorden import (
    Behandelstand,
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Meegeven,
    Motivatiestand,
    Planvraagsoort,
    Raadpleging,
    Slachtofferbelangsoort,
    Zittingsoort,
)

L = Loketsoort
HUIS = (L.CASEMANAGEMENT.value, L.FORENSISCH.value)
GEMEENTE = (L.NAZORG.value,)
RECLASSERING = (L.RECLASSERING.value, L.NAZORG.value)
WOORDEN = ("Een eigen kamer en werk.", "Weer thuis wonen en rust.", "Werk, en hulp bij geld.")
DOELEN = ("Weer kok zijn", "Mijn kinderen elke week zien", "Schuldenvrij zijn", "Een rijbewijs")
GOED: dict[str, Any] = {
    "onderdak_na": "eigen_woning",
    "onderdak_duurzaam": True,
    "brp_adres": "woonadres",
    "lasten_betaald": True,
    "inkomen_na": "werk",
    "inkomen_geregeld": "ja",
    "dagbesteding": "werk",
    "schulden": False,
    "cjib": "geen",
    "dreiging": False,
    "id_document": "identiteitskaart",
    "id_geldig_tot": 800,
    "id_waar": "inrichting",
    "digid": True,
    "zorgverzekering": "actief",
    "zorg_nodig": False,
    "medicijnen": "niet_nodig",
    "steun": True,
    "contact": True,
}
SLECHT: dict[str, Any] = {
    "onderdak_na": "geen",
    "onderdak_duurzaam": False,
    "brp_adres": "nergens",
    "inkomen_na": "geen",
    "inkomen_geregeld": "nee",
    "schulden": True,
    "schulden_overzicht": "nee",
    "schulden_aanpak": "geen",
    "cjib": "open",
    "id_document": "geen",
    "id_waar": "kwijt",
    "zorgverzekering": "opgeschort",
    "zorg_nodig": True,
    "indicatie": "geen",
    "zorg_aansluiting": "nee",
    "steun": False,
    "motivatie": "deels",
}
"""Answers for a day as a number: that many days from today."""


def _antwoorden(spel: Spel, vandaag: date) -> dict[Leefgebied, screening.Inzending]:
    """Per life area all in order, much missing, or not known."""
    lijst, uit = nieuwste(vandaag), {}
    for gebied in Leefgebied:
        keuze = spel.kans.choice((GOED, SLECHT, SLECHT, {}))
        gezegd = {}
        for vraag in lijst.voor(gebied, Meetmoment.BEGIN):
            if vraag.code in keuze:
                waarde = keuze[vraag.code]
                if vraag.code == "id_geldig_tot":
                    waarde = vandaag + timedelta(days=waarde)
                gezegd[vraag.code] = Antwoord(
                    vraag.code, Antwoordsoort.GEGEVEN, waarde, Antwoordbron.CASEMANAGER
                )
            elif not keuze and Antwoordsoort.ONBEKEND in vraag.mag:
                gezegd[vraag.code] = Antwoord(vraag.code, Antwoordsoort.ONBEKEND)
        if gezegd:
            uit[gebied] = screening.Inzending(gezegd, {})
    return uit


def concept(spel: Spel) -> None:
    """A screening that somebody began."""
    wie = spel.wie(*HUIS)
    spel.doe(screening.bewaar, wie, Meetmoment.BEGIN, _antwoorden(spel, wie.vandaag))


def gemeten(spel: Spel) -> None:
    """A screening that was fixed."""
    wie = spel.wie(*HUIS)
    spel.doe(screening.stel_vast, wie, Meetmoment.BEGIN, _antwoorden(spel, wie.vandaag))


def _vraag(spel: Spel, aan: tuple[str, ...], wat: str, gebied: Leefgebied, dagen: int) -> Any:
    wie = spel.wie(*HUIS)
    loket = next((spel.loketten[s] for s in aan if s in spel.loketten), None)
    if loket is None or loket.pk == wie.loket:
        return None
    opdracht = actielijst.Inhoud(gebied, wat, uiterlijk=spel.vandaag + timedelta(days=dagen))
    return spel.doe(actielijst.vraag_loket, wie, opdracht, loket.pk)


def _doe(spel: Spel, actie: Actie | None, aan: tuple[str, ...], daad: Daad, **delen: Any) -> None:
    if actie is None:
        return
    spel.doe(actielijst.doe, spel.wie(*aan), actie.pk, daad, actie.versie, **delen)
    actie.versie += 1


def gevraagd(spel: Spel) -> None:
    """Asked of the municipality, and not answered yet."""
    _vraag(spel, GEMEENTE, "Zoek een kamer", Leefgebied.ONDERDAK, 60)


def beantwoord(spel: Spel) -> None:
    """Asked and accepted, and asked and refused."""
    ja = _vraag(spel, GEMEENTE, "Vraag een uitkering aan", Leefgebied.INKOMEN, 30)
    _doe(spel, ja, GEMEENTE, Daad.AANVAARDEN)
    nee = _vraag(spel, RECLASSERING, "Zoek dagbesteding", Leefgebied.INKOMEN, 45)
    _doe(spel, nee, RECLASSERING, Daad.WEIGEREN, reden=Reden.GEEN_PLEK.value)


def _neem(spel: Spel, wat: str, gebied: Leefgebied, dagen: int, **velden: Any) -> Any:
    dag = spel.vandaag + timedelta(days=dagen)
    opdracht = actielijst.Inhoud(gebied, wat, uiterlijk=dag, **velden)
    return spel.doe(actielijst.neem_op_je, spel.wie(*HUIS), opdracht)


def eigen_acties(spel: Spel) -> None:
    """Done, late, put off, and one that goes on after release."""
    kaart = _neem(spel, "Vraag een identiteitskaart aan", Leefgebied.IDENTITEIT, 20)
    _doe(spel, kaart, HUIS, Daad.BEGINNEN)
    _doe(spel, kaart, HUIS, Daad.AFRONDEN, toelichting="De kaart ligt bij de inrichting.")
    _neem(spel, "Maak een overzicht van de schulden", Leefgebied.SCHULDEN, -3)
    later = _neem(spel, "Regel een gesprek met de zorgverzekeraar", Leefgebied.ZORG, 5)
    tot = spel.vandaag + timedelta(days=21)
    _doe(spel, later, HUIS, Daad.UITSTELLEN, reden=Reden.WACHT_OP_STUKKEN.value, tot=tot)
    velden = {
        "herkomst": Actieherkomst.VERVOLG,
        "kader": Actiekader.BIJZONDERE_VOORWAARDE,
    }
    _neem(spel, "Meld je bij de reclassering", Leefgebied.MOTIVATIE, 90, **velden)


def samen(spel: Spel) -> None:
    """The joint start, question and offer, motivation, what helps, and support that waits."""
    dag = spel.wie(*HUIS).vandaag
    spel.doe(
        inhoud.noteer_start,
        spel.wie(*HUIS),
        dag,
        spel.kans.choice(list(Gespreksvorm)),
        ["Casemanager", "De persoon zelf"],
        ["Gemeente"] if spel.kans.random() < 0.3 else [],
    )
    teksten = {
        Planvraagsoort.BEHOEFTE: spel.kans.choice(WOORDEN),
        Planvraagsoort.VEILIGHEID: "Afspraken over contact en vaste tijden.",
        Planvraagsoort.AANBOD: "Begeleiding, een training en hulp bij formulieren.",
    }
    for soort, tekst in teksten.items():
        spel.doe(inhoud.bewaar_planvraag, spel.wie(*HUIS), soort, tekst, 0)
    stand = spel.kans.choice(list(Motivatiestand))
    spel.doe(inhoud.noteer_motivatie, spel.wie(*HUIS), dag, stand, "", "Gesprek op de afdeling")
    factor = (Factoraard.BESCHERMEND, Leefgebied.NETWERK, "Zus komt elke week op bezoek")
    spel.doe(inhoud.voeg_factor_toe, spel.wie(*HUIS), *factor)
    spel.doe(inhoud.voeg_doel_toe, spel.wie(*HUIS), spel.kans.choice(DOELEN))


def steun(spel: Spel) -> None:
    """Support that ran before, and that waits until release."""
    wat = (Leefgebied.SCHULDEN, "Schuldhulpverlening", "Gemeente", None)
    rij = spel.doe(inhoud.leg_ondersteuning_vast, spel.wie(*GEMEENTE), *wat)
    rij = rij or _laatste(spel, Ondersteuning)
    if rij is not None:
        besluit = (rij.pk, rij.versie, Lot.GEPAUZEERD, "Gemeente", "Tot aan de vrijlating")
        spel.doe(inhoud.besluit_over_ondersteuning, spel.wie(*GEMEENTE), *besluit)


def _laatste(spel: Spel, model: type[Any]) -> Any:
    """The newest row of this dossier: acts that give none back are looked up."""
    with verwerking(spel.nu()):
        return model._default_manager.filter(dossier=spel.dossier).order_by("-gemaakt_op").first()


def vast(spel: Spel) -> None:
    """Nothing about victims; the first version is fixed and the person agrees."""
    spel.doe(slachtoffer.zeg_geen_belang, spel.wie(*HUIS))
    _vaststellen(spel, 0, "Eerste plan", Instemmingsantwoord.EENS)


def vast_met_slachtoffer(spel: Spel) -> None:
    """A condition for a victim, and a version with which the person does not agree."""
    soort = Slachtofferbelangsoort.CONTACTVERBOD
    tot = spel.vandaag + timedelta(days=365)
    tekst = "Geen contact met het gezin"
    spel.doe(slachtoffer.voeg_belang_toe, spel.wie(*HUIS), soort, tekst, tot)
    _vaststellen(spel, 0, "Eerste plan", Instemmingsantwoord.ONEENS)


def tweede(spel: Spel) -> None:
    """Something changed, and a second version."""
    spel.doe(inhoud.voeg_doel_toe, spel.wie(*GEMEENTE), "Een vaste plek voor mijzelf")
    antwoord = spel.kans.choice((Instemmingsantwoord.EENS, Instemmingsantwoord.KON_NIET))
    _vaststellen(spel, 1, "Aangevuld na het gesprek", antwoord)


def _vaststellen(spel: Spel, na: int, tekst: str, antwoord: Instemmingsantwoord) -> None:
    spel.doe(stel_vast, spel.wie(*HUIS), na, tekst)
    wie = spel.wie(*HUIS)
    spel.doe(inhoud.noteer_instemming, wie, wie.vandaag, antwoord, "")


def zonder(spel: Spel) -> None:
    """The person does not take part: attempts, and what parties do anyway."""
    wie = spel.wie(*HUIS)
    spel.doe(inhoud.noteer_poging, wie, wie.vandaag, "Gesprek aangeboden", "Wil niet praten")
    wie = spel.wie(*HUIS)
    terugval = {"identiteit": "Identiteitskaart klaarleggen", "onderdak": "Opvang bellen"}
    spel.doe(inhoud.ga_verder_zonder, wie, wie.vandaag, "Wil geen plan", terugval)
    spel.doe(slachtoffer.zeg_geen_belang, spel.wie(*HUIS))
    _vaststellen(spel, 0, "Zonder medewerking", Instemmingsantwoord.WEIGERT)


def kort(spel: Spel) -> None:
    """The list of the day itself: some points done, some taken on."""
    gekozen = [een for een in PUNTEN if spel.kans.random() < 0.6]
    keuzes = [Keuze(een.code, geregeld=spel.kans.random() < 0.4) for een in gekozen]
    spel.doe(regel_kort, spel.wie(*HUIS), keuzes)


def zorgafspraak(spel: Spel) -> None:
    """Where care goes on."""
    waarden = {
        "afspraak_bij": "Huisarts in de wijk",
        "afspraak_op": spel.vandaag + timedelta(days=spel.kans.randrange(10, 60)),
        "overdrachtsbrief": spel.kans.choice(list(Meegeven)).value,
    }
    spel.doe(zorg.bewaar_zorg, spel.wie(*HUIS), waarden, 0)


def behandeling(spel: Spel) -> None:
    """Goals of the treatment, one evaluated; the ruling on which the end hangs."""
    for tekst in ("Omgaan met spanning", "Een dagritme vasthouden"):
        spel.doe(behandelplan.stel_behandeldoel, spel.wie(*HUIS), tekst)
    doel = _laatste(spel, Behandeldoel)
    if doel is not None:
        hoe = (doel.pk, doel.versie, Behandelstand.LOOPT, "Gaat vooruit")
        spel.doe(behandelplan.evalueer_behandeldoel, spel.wie(*HUIS), *hoe)
    op = spel.vandaag + timedelta(days=spel.kans.randrange(60, 300))
    spel.doe(behandelplan.plan_zitting, spel.wie(*HUIS), Zittingsoort.VERLENGING_TBS, op)


def stappen(spel: Spel) -> None:
    """A step outside that was asked for, and what the municipality says of it."""
    dag = spel.vandaag + timedelta(days=spel.kans.randrange(10, 40))
    soort = Stapsoort.BEGELEID if L.FORENSISCH in spel.loketten else Stapsoort.VERLOF_KORT
    wat = (
        soort,
        dag,
        dag,
        "Een woning bekijken",
        ["Om 18 uur terug"],
        "Overlegd met de behandelaar",
    )
    spel.doe(behandelplan.neem_stap_voor, spel.wie(*HUIS), *wat)
    stap = _laatste(spel, Faseringsstap)
    if stap is None:
        return
    verder = (stap.pk, stap.versie, Stapstaat.AANGEVRAAGD, "")
    spel.doe(behandelplan.zet_stap, spel.wie(*HUIS), *verder)
    antwoord = spel.kans.choice((Raadpleging.AKKOORD, Raadpleging.BEZWAAR))
    reden = "" if antwoord is Raadpleging.AKKOORD else "Te dicht bij het slachtoffer"
    spel.doe(behandelplan.reageer_op_stap, spel.wie(*GEMEENTE), stap.pk, antwoord, reden)


Stap = Callable[[Spel], None]
PLEKKEN_AF = (plekken.GEWEIGERD, plekken.VRIJGEGEVEN)
VERHALEN: tuple[tuple[Stap, ...], ...] = (
    (concept,),
    (gemeten, gevraagd, plekken.GEVRAAGD),
    (gemeten, samen, eigen_acties, beantwoord, plekken.GERESERVEERD, met_bezwaar),
    (gemeten, samen, eigen_acties, gevraagd, steun, plekken.BEVESTIGD, vast, verlof_gevraagd),
    (gemeten, samen, eigen_acties, beantwoord, zorgafspraak, *PLEKKEN_AF, steun, vast, tweede),
    (gemeten, zonder, plekken.VERVALLEN),
    (samen, gevraagd, plekken.INGETROKKEN, vast_met_slachtoffer, stappen, met_spoed),
)
"""How far a plan came; the stays get one of these in turn."""
KORT: tuple[Stap, ...] = (gemeten, kort)
KLINIEK: tuple[Stap, ...] = (gemeten, samen, behandeling, stappen, zorgafspraak, vast)
