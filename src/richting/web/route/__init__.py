"""The route of a stay as a picture: rooms register what they know, the page draws it.

    from richting.web.route import Band, Punt, Routebron, registreer
    registreer(Routebron("regie", 40, _("Wie regie heeft"), maker))

`bron` is the register, `venster` the zoom, `liggend` and `staand` place everything (pure).
"""

from __future__ import annotations

from richting.web.route.bron import Baan, Band, Punt, Routebron, banen, registreer

__all__ = ["Baan", "Band", "Punt", "Routebron", "banen", "registreer"]
