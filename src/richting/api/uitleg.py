"""What each shape in the OpenAPI document means, in Dutch: the code says it in English.

NLGov API Design Rules `/core/doc-language`. A test holds that every shape has its line.
"""

from __future__ import annotations

from richting.api.uitleg_abonnementen import UITLEG_ABONNEMENTEN
from richting.api.uitleg_afspraken import UITLEG_AFSPRAKEN
from richting.api.uitleg_besluit import UITLEG_BESLUIT
from richting.api.uitleg_bewijs import UITLEG_BEWIJS
from richting.api.uitleg_bij import UITLEG_BIJ
from richting.api.uitleg_overleg import UITLEG_OVERLEG
from richting.api.uitleg_plan import UITLEG_PLAN
from richting.api.uitleg_risico import UITLEG_RISICO
from richting.api.uitleg_voorzieningen import UITLEG_VOORZIENINGEN
from richting.api.uitleg_werk import UITLEG_WERK

UITLEG: dict[str, str] = {
    **UITLEG_PLAN,
    **UITLEG_VOORZIENINGEN,
    **UITLEG_WERK,
    **UITLEG_AFSPRAKEN,
    **UITLEG_RISICO,
    "AchterstandUit": "Iets wat uw loket uiterlijk op een dag moest doen; de beheerder weet het.",
    "AchterstandlijstUit": "Een bladzijde; `volgende` is null op de laatste bladzijde.",
    "HouderUit": "Wie een taak heeft vanaf een moment; null is zichtbaar niemand.",
    "OverdrachtIn": "Een overdracht voorbereiden van een taak die uw loket heeft.",
    "OverdrachtUit": "Een overdracht zoals zij nu staat.",
    "Overdrachtdaad": "Wat een loket met een overdracht doet.",
    "OverdrachtenUit": "De overdrachten van een dossier, de nieuwste eerst.",
    "Overdrachtsoort": "Wat voor overdracht het is.",
    "Overdrachtstaat": "Hoe ver een overdracht is.",
    "OverdrachtstapIn": "Eén daad aan een overdracht; `reden` en `toelichting` bij weigeren.",
    "OvernameIn": "Een taak overnemen; `gezien` is de houder die u las.",
    "HuisinbrengIn": "Een zaak inbrengen bij een Zorg- en Veiligheidshuis.",
    "HuisinbrengUit": "Een inbreng; `tot` is de eerste dag zonder, `door` null bij een bericht.",
    "HuisinbrengeindeIn": "Welke inbreng eindigt, en de eerste dag zonder.",
    "HuisinbrengenUit": "Eerst wat nu geldt, daarna wat eerder was.",
    "RegieGedaanUit": "Wat er is geschreven; null als er geen overdracht bij hoort.",
    "RegieUit": "Wie elke taak heeft, had en krijgt, voor zover uw loket dat mag zien.",
    "Regieherkomst": "Waarom iemand een taak heeft.",
    "Regietaak": "Procesregie, casusregie of toezicht.",
    "ToewijzingIn": "Wie van uw loket het dossier heeft; null is niemand.",
    **UITLEG_OVERLEG,
    **UITLEG_BESLUIT,
    **UITLEG_BIJ,
    **UITLEG_BEWIJS,
    **UITLEG_ABONNEMENTEN,
    "AntwoordUit": "Wat er van één bericht is geworden.",
    "BatchUit": "Wat er van elk bericht van een reeks is geworden, in dezelfde volgorde.",
    "BelemmeringUit": "Wat bij een loket blijft liggen, wie wacht en sinds wanneer; geen personen.",
    "BelemmeringlijstUit": "Een bladzijde; `volgende` is null op de laatste bladzijde.",
    "DossierUit": "Een dossier, met elk deel dat uw loket mag zien; de rest is null of leeg.",
    "DossierlijstUit": "Een bladzijde dossiers; `volgende` is null op de laatste bladzijde.",
    "DossierregelUit": "Een dossier in een lijst: het verblijf, zonder de persoon.",
    "EindeUit": "De laatste dag van het verblijf en waarom het eindigde.",
    "Eindereden": "Waarom een verblijf eindigde.",
    "FoutUit": "Eén fout in een bericht: het veld, een vaste code, en wat u kunt doen.",
    "Gegevenscategorie": "Soort persoonsgegevens; een grond noemt de soorten die hij opent.",
    "GemeenteRol": "Waarom een gemeente in beeld is.",
    "GemeenteUit": "Een gemeente in beeld, en waarom.",
    "GrondUit": "Waarom uw loket het dossier mag zien, wat, en tot wanneer (die dag niet meer).",
    "GrondenUit": "De gronden van uw loket die vandaag gelden.",
    "KetenkenmerkUit": "Een nummer uit de strafrechtsketen, zoals SKN of parketnummer.",
    "MeldingUit": "Iets wat uw loket moest weten; `uiterlijk` is de dag waarop dat moest.",
    "MeldinglijstUit": "Een bladzijde van de postbus; `volgende` is null op de laatste bladzijde.",
    "PersoonUit": "Wie de persoon is, zoals bekend in dit dossier.",
    "PlaatsUit": "Waar de persoon is, van `van` tot (niet met) `tot`.",
    "Regime": "De wet waaronder de verwerking valt: AVG of de richtlijn voor politie en justitie.",
    "RisicoUit": "De markering voor artikel 18b Pbw.",
    "SoortPlaats": "Waar iemand is: binnen, buiten onder de titel, of weg.",
    "StatusUit": "Hoe een bericht er nu voor staat.",
    "Titel": "Waarom iemand vastzit.",
    "ToezichtUit": "Toezicht door een reclasseringsorganisatie.",
    "Uitkomst": "Wat er van een bericht is geworden.",
    "VeiligheidshuisUit": "De inbreng bij een Zorg- en Veiligheidshuis.",
    "Verblijfsstatus": "Of iemand in Nederland mag zijn.",
    "VeroordelingUit": "De veroordeling, voor wie haar mag zien.",
    "VerwachtEindeUit": "Wanneer het verblijf naar verwachting eindigt, en hoe zeker dat is.",
    "VraagUit": "Een vraag die nog open staat.",
    "Zekerheid": "Hoe zeker een datum is; `rechterlijk` hangt aan een uitspraak die nog komt.",
}
