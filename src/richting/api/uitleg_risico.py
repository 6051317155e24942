"""What each shape of the table of art. 18b means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_RISICO: dict[str, str] = {
    "Bijdragesoort": "Wat een partij deelt; `niets` zegt dat zij keek en niets heeft.",
    "RisicoafrondingIn": "Hoe een afspraak is afgelopen.",
    "RisicoafspraakIn": "Wat een loket aan tafel doet, en uiterlijk wanneer.",
    "RisicoafspraakUit": "Een afspraak van de tafel, met wie haar doet en hoe zij staat.",
    "Risicoafspraakstaat": "Of een afspraak nog open is, gedaan, of niet gedaan.",
    "RisicobeoordelingIn": "De beoordeling waar een markering op rust; `geldigTot` telt niet mee.",
    "RisicobijdrageIn": "Wat uw loket deelt met de tafel.",
    "RisicobijdrageUit": "Wat een partij deelde met de tafel.",
    "Risicobron": "Of een bericht de markering vertelde, of een partij haar hier vastlegde.",
    "RisicodeelnemerUit": "Een loket aan tafel; `regime` is null als het niet meer aan tafel zit.",
    "RisicogedaanUit": "Wat er is geschreven; null als de daad geen eigen nummer heeft.",
    "Risiconiveau": "Hoe hoog het risico is.",
    "RisicoredenIn": "Waarom iets eindigt of wordt teruggenomen.",
    "RisicotafelUit": "Een tafel; niveau en instrument zijn null als alleen een bericht markeerde.",
    "RisicotafellijstUit": "Een bladzijde; `volgende` is null op de laatste bladzijde.",
    "RisicotafelregelUit": "Een tafel waar uw loket aan zit; `tot` is de eerste dag zonder.",
    "Tafelstaat": "Hoe een tafel vandaag staat.",
}
