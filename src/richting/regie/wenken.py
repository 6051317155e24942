"""What waits for who leads a desk and belongs to no dossier: proposed regional agreements."""

from __future__ import annotations

from django.utils.translation import ngettext

from richting.delen.afspraakoverzichten import te_bevestigen
from richting.regie.lijsten import Wenk, registreer_wenk
from richting.regie.overzichten.werkvoorraad import Vraag


def meld_aan() -> None:
    """Hang them above the work list; running it twice changes nothing."""
    registreer_wenk("regioafspraak", _regioafspraak)


def _regioafspraak(vraag: Vraag) -> Wenk | None:
    """An agreement that was proposed to this desk, and waits for its yes. One query. 6.6, 5.4."""
    aantal = te_bevestigen(vraag.loket, vraag.vandaag) if vraag.leidt else 0
    if not aantal:
        return None
    zin = ngettext(
        "Uw loket is gevraagd om mee te doen aan {n} regionale afspraak. "
        "U hebt nog geen ja gezegd.",
        "Uw loket is gevraagd om mee te doen aan {n} regionale afspraken. "
        "U hebt nog geen ja gezegd.",
        aantal,
    )
    return Wenk(zin.format(n=aantal), "delen:regioafspraken")
