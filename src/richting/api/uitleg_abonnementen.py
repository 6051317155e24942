"""What each shape of webhooks means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_ABONNEMENTEN: dict[str, str] = {
    "AantalUit": "Over hoeveel afleveringen het ging.",
    "AbonnementIn": "Een webhook om te maken; zonder `soorten` hoort hij alles.",
    "AbonnementUit": "Een webhook en hoe het ermee gaat; `wacht` telt wat nog moet aankomen.",
    "AbonnementenUit": "De webhooks van uw loket; wat loopt eerst.",
    "Feitsoort": "Wat er veranderde, voor zover iemand dat moet weten.",
    "GeheimUit": "Het geheim van een nieuwe sleutel; u ziet het alleen nu.",
    "NietsIn": "Hier hoeft niets bij: stuur een leeg object.",
    "OnbestelbaarUit": "Wat na te veel pogingen opzij is gelegd; `antwoord` is de HTTP-status.",
    "OnbestelbaarlijstUit": "Een bladzijde; `volgende` is null op de laatste bladzijde.",
    "OpgevenIn": "Wat u opgeeft, en waarom.",
    "OpnieuwIn": "Wat opnieuw gaat; zonder `afleveringen` alles.",
    "SleutelUit": "Een sleutel bij zijn naam; vanaf `vervaltOp` tekent hij niet meer.",
    "StandUit": "Hoe de webhook er nu voor staat.",
}
