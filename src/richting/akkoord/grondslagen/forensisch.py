"""Wfz, Bfz and Bvt: the institution for forensic care and probation."""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.grondslagen.deelnemers import (
    in_forensische_zorg,
    instellingen,
    reclasseringen,
)
from richting.akkoord.grondslagen.loop import Zaak
from richting.akkoord.grondslagen.register import WFZ
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.periode import ALTIJD, doorsneden, periode
from richting.akkoord.woorden import Loketsoort


def instelling_met_behandelplan(zaak: Zaak) -> Iterator[Grond]:
    """The institution owns the treatment plan. Clausule 1.6, 3.4. Artikel Bvt."""
    for instelling in instellingen(zaak):
        if instelling.partij.loketsoort == Loketsoort.FORENSISCH:
            yield from verleen(zaak, WFZ, instelling, [ALTIJD])


def reclassering_bij_zorg(zaak: Zaak) -> Iterator[Grond]:
    """Probation follows forensic care. Clausule 2.1, 3.4. Artikel Wfz."""
    verblijf = periode(zaak.feiten.begin, None)
    binnen = doorsneden(in_forensische_zorg(zaak.feiten), [verblijf] if verblijf else [])
    for reclassering in reclasseringen(zaak):
        yield from verleen(zaak, WFZ, reclassering, binnen)
