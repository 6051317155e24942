"""What each shape of the BIJ means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_BIJ: dict[str, str] = {
    "Bijaanleiding": "Onder welk deel van artikel 11a Bjsg de veroordeling valt.",
    "BijantwoordIn": "Wat de burgemeester doet, in soorten, en hoe bruikbaar het bericht was.",
    "BijantwoordUit": "Het antwoord dat nu staat.",
    "BijberichtUit": "Een bericht: wat de wet laat weten, waarom, en wat er is geantwoord.",
    "Bijbesluit": "Of er een maatregel is overwogen of genomen.",
    "BijgedaanUit": "Het bericht waar iets mee is gedaan.",
    "Bijgegeven": "De gesloten lijst van artikel 11a Bjsg.",
    "BijgegevenUit": "Een gegeven van de gesloten lijst, met het artikel dat het noemt.",
    "BijlijstUit": "Een bladzijde berichten; `volgende` is null op de laatste bladzijde.",
    "BijregelUit": "Een bericht in een lijst, zonder de inhoud.",
    "Bijstaat": "Hoe een bericht ervoor staat bij het loket.",
    "BijstandIn": "Een daad aan een bericht, met de `stand` die u las.",
    "Terugkeersoort": "Of iemand vrijkomt, of voor een tijd naar buiten gaat.",
}
