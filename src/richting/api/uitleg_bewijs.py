"""What each shape of proof means, in Dutch; see `uitleg.py`."""

from __future__ import annotations

UITLEG_BEWIJS: dict[str, str] = {
    "DatumberichtUit": "Wat één gemeente hoorde van begin of einde, en het bewijs daarvan.",
    "DatumberichtenUit": "Wat gemeenten hoorden van één verblijf, het nieuwste eerst.",
    "DatumberichtlijstUit": "Een bladzijde; `volgende` is null op de laatste bladzijde.",
    "Datumgeval": "Wat een gemeente van begin of einde moet horen.",
    "Bewijsstand": "Wat het bewijs van een melding laat zien.",
    "KanaalstapUit": "Hoe ver een melding kwam langs een kanaal naast de postbus.",
}
