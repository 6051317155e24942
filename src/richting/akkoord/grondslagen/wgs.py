"""WGS: the Zorg- en Veiligheidshuis, from the day a case is brought in."""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.grondslagen.deelnemers import Deelnemer
from richting.akkoord.grondslagen.loop import Zaak, slot
from richting.akkoord.grondslagen.register import WGS
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.grondslagen.zinnen import VEILIGHEIDSHUIS
from richting.akkoord.partij import Partij
from richting.akkoord.periode import periode
from richting.akkoord.woorden import Loketsoort


def ingebracht(zaak: Zaak) -> Iterator[Grond]:
    """A complex case that was brought in. Clausule 1.5. Artikel WGS."""
    feiten = zaak.feiten
    binnen = periode(feiten.veiligheidshuis_vanaf, slot(zaak, zaak.aannames.nazorg_maanden))
    if not feiten.veiligheidshuis or binnen is None:
        return
    huis = Partij(Loketsoort.PROCESREGIE, feiten.veiligheidshuis)
    deelnemer = Deelnemer(huis, (VEILIGHEIDSHUIS,), (binnen,))
    yield from verleen(zaak, WGS, deelnemer, [binnen])
