"""What this room hangs elsewhere: menu, panel, posts, sentences, reasons for an agenda."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import Agendareden

HANDELINGEN = {
    "overleg: lijst": _("keek naar de overleggen van het loket"),
    "overleg: nieuw": _("zag de naam bij het maken van een agenda"),
    "overleg": _("opende een overleg waarin het dossier besproken wordt"),
    "overleg: houden": _("hield een overleg waarin het dossier besproken wordt"),
    "overleg: verslag": _("las het verslag van een overleg"),
    "overleg: dossier": _("keek naar de overleggen over het dossier"),
    "overleg: kalender": _("haalde een kalenderbestand op, zonder namen"),
    "api overleg": _("haalde een overleg op met een ander systeem"),
    "api overleggen": _("haalde de overleggen over het dossier op met een ander systeem"),
}


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
    from richting.delen.namen import registreer_handeling
    from richting.overleg import redenen, routebron, verhaal
    from richting.overleg.overzichten import mdo, posten
    from richting.overleg.paginas import paneel
    from richting.regie.posten import Postenbron, registreer
    from richting.web.panelen import registreer_navigatie, registreer_paneel

    verhaal.meld_aan()
    routebron.meld_aan()
    mdo.meld_aan()
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)
    registreer(Postenbron("overleg", posten.maak, posten.RAAKT, posten.TABELLEN))
    redenen.registreer(Agendareden.BESLUIT_AANGEHOUDEN, redenen.aangehouden)
    redenen.registreer(Agendareden.OVERDRACHT_LAAT, redenen.late_overdracht)
    registreer_paneel("overleg", 40, _("Overleg"), paneel.paneel, "overleg/paneel.html", "zij")
    registreer_navigatie("overleg", 30, _("Overleg"), "overleg:lijst", _neemt_deel)


def _neemt_deel(request: Any) -> bool:
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in PLANPARTIJEN
