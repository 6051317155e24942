"""What each shape of the work list means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_WERK: dict[str, str] = {
    "AfvinkingIn": "Welke termijn is gehaald, en op welke dag.",
    "Gegeven": "Welk gegeven niet klopt.",
    "Hoofdlijst": "Te laat, vandaag, deze week, of wachten op een ander.",
    "PostUit": "Wat een loket moet doen: uiterlijk wanneer, waarom, en hoe het ervoor staat.",
    "Poststaat": "Hoe het er vandaag voor staat.",
    "TellingUit": "Hoe lang elke lijst is.",
    "TermijnenUit": "Wat er voor een dossier moet gebeuren, op dag.",
    "TerugantwoordIn": "Wat de bron antwoordt, met een reden.",
    "Terugantwoord": "Verbeterd, of het klopt wel.",
    "TerugmeldingIn": "Wat niet klopt: wat er staat en wat het zou moeten zijn.",
    "TerugmeldingUit": "Wat is teruggemeld, aan welk loket, en wanneer het uiterlijk antwoordt.",
    "UitstelIn": "Tot wanneer iets wordt uitgesteld, en waarom.",
    "WerkGedaanUit": "Het is gedaan; `sleutel` zegt waarmee.",
    "WerkregelUit": "Een dossier op een lijst, met wat er moet gebeuren.",
    "WerkvoorraadUit": "Een bladzijde van een lijst, wat het meest dringt eerst.",
}
