"""WGS: the Zorg- en Veiligheidshuis, from the day a case is brought in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from richting.akkoord.grondslagen.deelnemers import Deelnemer
from richting.akkoord.grondslagen.loop import Zaak, slot
from richting.akkoord.grondslagen.register import WGS
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.grondslagen.zinnen import VEILIGHEIDSHUIS
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, periode, vroegste
from richting.akkoord.woorden import Loketsoort

MAG_INBRENGEN = frozenset(WGS.van)
"""Which kinds of desks bring a case in: those the register lets share it. Clausule 1.5."""


def ingebracht(zaak: Zaak) -> Iterator[Grond]:
    """A complex case that was brought in. Clausule 1.5. Artikel WGS."""
    feiten, binnen = zaak.feiten, _gehouden(zaak)
    if not feiten.veiligheidshuis or binnen is None:
        return
    huis = Partij(Loketsoort.PROCESREGIE, feiten.veiligheidshuis)
    deelnemer = Deelnemer(huis, (VEILIGHEIDSHUIS,), (binnen,))
    yield from verleen(zaak, WGS, deelnemer, [binnen])


def _gehouden(zaak: Zaak) -> Periode | None:
    """From the bringing in until some days after its end; nothing when it ended before it began."""
    vanaf, tot = zaak.feiten.veiligheidshuis_vanaf, zaak.feiten.veiligheidshuis_tot
    uiterlijk = slot(zaak, zaak.aannames.nazorg_maanden)
    if tot is None:
        return periode(vanaf, uiterlijk)
    if periode(vanaf, tot) is None:
        return None
    afronden = timedelta(days=zaak.aannames.veiligheidshuis_na_einde_dagen)
    return periode(vanaf, vroegste(tot + afronden, uiterlijk))
