"""What each shape of consultations means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_OVERLEG: dict[str, str] = {
    "AanvullingIn": "Een aanvulling op een vastgesteld verslag.",
    "AfgelastingIn": "Waarom een overleg niet doorgaat.",
    "AfspraakIn": "Een afspraak; met een leefgebied wordt zij een actie in het plan.",
    "AfspraakUit": "Een afspraak; `actie` is de actie in het plan, als zij dat is.",
    "AgendaIn": "Dossiers voor de agenda.",
    "AgendapuntIn": "Een dossier voor de agenda, en waarom.",
    "AgendapuntUit": "Een dossier op een agenda, met wat uw loket daarvan mag zien.",
    "Agendareden": "Waarom een dossier op een agenda staat.",
    "DossieroverlegUit": "Een overleg over één dossier.",
    "DossieroverleggenUit": "Alle overleggen over één dossier, de nieuwste eerst.",
    "GenodigdeUit": "Een uitgenodigd loket, zijn antwoord, en of het er was.",
    "LokettenIn": "Loketten, op nummer.",
    "OverlegIn": "Een overleg om te beleggen.",
    "OverlegUit": "Een overleg: loketten, tijd en plaats, niets van een persoon.",
    "OverleggenUit": "Wat eraan komt, en wat uw loket nog moet afmaken.",
    "OverlegheelUit": "Een overleg met zijn tafel en de punten die uw loket mag zien.",
    "OverlegregelUit": "Een overleg in een lijst, met uw eigen antwoord.",
    "Overlegsoort": "Het soort overleg.",
    "Overlegstaat": "Hoe ver een overleg is.",
    "RouteUit": "De route van een verblijf, voor zover uw loket die mag zien.",
    "RoutedeelUit": "Iets op de route; `tot` is gelijk aan `van` als het over één dag gaat.",
    "Uitnodigingsantwoord": "Wat een uitgenodigd loket antwoordt.",
    "UitnodigingsantwoordIn": "Of uw loket komt; wie niet komt, zegt waarom.",
    "VaststellingIn": "De versie van het overleg waarvan het verslag wordt vastgesteld.",
    "VerslagIn": "Verslag in één vak; `versie` is 0 als er nog niets stond.",
    "VerslagUit": "Verslag in één vak.",
    "VerzettingIn": "Een andere tijd of plaats.",
}
