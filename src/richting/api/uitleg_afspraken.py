"""What each shape of regional agreements and the register means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_AFSPRAKEN: dict[str, str] = {
    "AfspraakdeelIn": "Wat één soort loket op één artikel nog krijgt, van wat de wet geeft.",
    "AfspraakdeelUit": "Wat één soort loket op één artikel nog krijgt, van wat de wet geeft.",
    "AfspraakpartijUit": "Een partij; `gebondenVanaf` is null zolang zij niet bevestigde.",
    "Afspraakstand": "Hoe een regionale afspraak er vandaag voor staat.",
    "RegioafspraakIn": "Een afspraak om voor te stellen; uw eigen loket is vanzelf partij.",
    "RegioafspraakUit": "Een regionale afspraak; `geldigTot` is de eerste dag zonder.",
    "RegioafsprakenUit": "De regionale afspraken van uw loket, de nieuwste eerst.",
    "SteunverwerkingUit": "Een verwerking van het programma zelf, met haar regimes.",
    "VerwerkingUit": "Een verwerking op een grondslag; `sinds` null: geen bron noemt de dag.",
    "VerwerkingenUit": "Het hele register van verwerkingen.",
}
