"""What each shape of decisions and of the duty to tell means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_BESLUIT: dict[str, str] = {
    "BesluitUit": "Een besluit dat anderen raakt.",
    "BesluitlijstUit": "De besluiten van een dossier, het nieuwste eerst.",
    "BesluitpartijUit": "Wie een besluit raakt, waarom, en wat die ervan vindt.",
    "BesluitIn": "Een besluit dat uw loket wil nemen; met `spoedreden` staat het meteen vast.",
    "BesluitreactieIn": "Wat uw loket ervan vindt; bij bezwaar is een reden nodig.",
    "BesluitdaadIn": "Een daad aan een besluit, met de versie die u las en een toelichting.",
    "BesluitgedaanUit": "Het besluit waar iets mee is gedaan.",
    "Besluitsoort": "De soorten besluiten die een ander kunnen raken.",
    "Besluitstaat": "Hoe ver een besluit is.",
    "Besluitmening": "Wat een partij van een besluit vindt.",
    "Bereik": "Of een partij die het raakt, gevraagd kan worden.",
    "Raakreden": "Waarom een besluit een partij raakt.",
    "MeldplichtUit": "Eén verandering die anderen moeten weten, en wie haar weet.",
    "MeldplichtenUit": "De veranderingen die anderen moeten weten, de nieuwste eerst.",
    "WeetUit": "Hoe ver een loket is met wat het moest weten, of waarom het dat niet hoorde.",
    "Weetstand": "Verteld, afgeleverd, gelezen, bevestigd, of niet verteld.",
}
