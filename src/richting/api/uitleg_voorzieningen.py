"""What each shape of provisions and places means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_VOORZIENINGEN: dict[str, str] = {
    "AanvraagUit": "Een gevraagde plek; de persoon alleen als uw loket daar een grond voor heeft.",
    "AanvragenUit": "De wachtrij van een voorziening, in volgorde van vragen.",
    "PlaatsIn": "Een plek vragen voor een actie.",
    "Plaatsdaad": "Wat een loket met een plek doet.",
    "PlaatsenUit": "De plekken van de acties van een plan.",
    "PlaatsingUit": "Een plek bij een voorziening, gevraagd voor een actie.",
    "PlaatsstapIn": "Eén daad aan een plek; dagen bij reserveren en bevestigen, anders een reden.",
    "Plaatsstaat": "Hoe ver een plek is; `vervallen` en `afgelopen` volgen ook uit de dagen.",
    "PlaatswijzigingIn": "Andere dagen of woorden voor een plek zonder antwoord.",
    "VoorzieningIn": "Een voorziening; `versie` is 0 voor een nieuwe.",
    "VoorzieningUit": "Een voorziening; `vrijVanaf` is null als er geen plek in zicht is.",
    "VoorzieningenUit": "Voorzieningen, op naam.",
    "Voorzieningsoort": "Wat een voorziening biedt.",
}
