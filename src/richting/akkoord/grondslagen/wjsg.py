"""Wjsg 51c lid 2: begin and end of the stay, to the municipalities in play."""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.grondslagen.deelnemers import gemeenten
from richting.akkoord.grondslagen.loop import Zaak
from richting.akkoord.grondslagen.register import WJSG_51C
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import laatste_dag
from richting.akkoord.periode import periode
from richting.akkoord.woorden import Loketsoort


def begin_en_einde(zaak: Zaak) -> Iterator[Grond]:
    """Municipalities get the dates of begin and end from DJI. Clausule 6.1. Artikel Wjsg 51c.

    Death ends a stay too: the municipality keeps that date as long as any other end.
    """
    einde = laatste_dag(zaak.feiten)
    vanaf = None if zaak.aannames.aankondiging_delen else zaak.feiten.begin
    tot = plus_maanden(einde, zaak.aannames.nazorg_maanden) if einde else None
    binnen = periode(vanaf, tot)
    for gemeente in gemeenten(zaak, Loketsoort.NAZORG):
        yield from verleen(zaak, WJSG_51C, gemeente, [binnen] if binnen else [])
