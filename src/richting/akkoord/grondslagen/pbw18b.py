"""Pbw 18b: the table around the risk of a serious violent or sexual crime, apart from the plan."""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.gemeenten import VOLGORDE
from richting.akkoord.grondslagen.deelnemers import (
    Deelnemer,
    gemeenten,
    instellingen,
    reclasseringen,
)
from richting.akkoord.grondslagen.loop import Zaak, geen_terugkeer, onder_pbw, slot
from richting.akkoord.grondslagen.register import PBW_18B
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.grondslagen.zinnen import OM, POLITIE
from richting.akkoord.partij import Partij
from richting.akkoord.periode import ALTIJD, Periode, doorsneden, periode, vroegste
from richting.akkoord.woorden import GemeenteRol, Loketsoort


def risico_bij_terugkeer(zaak: Zaak) -> Iterator[Grond]:
    """OM, police, probation, DJI and mayor, as long as the risk is marked.

    Clausule 3.7, 6.3. Artikel Pbw 18b. Where nobody returns there is no risk on return.
    """
    risico = gemarkeerd(zaak)
    if risico is None:
        return
    binnen = doorsneden(onder_pbw(zaak.feiten), [risico])
    for deelnemer in _tafel(zaak):
        yield from verleen(zaak, PBW_18B, deelnemer, binnen)


def gemarkeerd(zaak: Zaak) -> Periode | None:
    """When the mark of art. 18b holds: from setting it until it is lifted or the term ends."""
    feiten = zaak.feiten
    if feiten.risico_18b_vanaf is None:
        return None
    uiterlijk = slot(zaak, zaak.aannames.risico_maanden)
    tot = vroegste(feiten.risico_18b_tot, uiterlijk, geen_terugkeer(feiten))
    return periode(feiten.risico_18b_vanaf, tot)


def _tafel(zaak: Zaak) -> Iterator[Deelnemer]:
    rollen = VOLGORDE if zaak.aannames.risico_alle_gemeenten else (GemeenteRol.INGEZETENE,)
    yield from gemeenten(zaak, Loketsoort.OPENBARE_ORDE, rollen)
    yield from reclasseringen(zaak)
    for instelling in instellingen(zaak):
        if instelling.partij.loketsoort == Loketsoort.CASEMANAGEMENT:
            yield instelling
    om = Partij(Loketsoort.OM, zaak.aannames.om_organisatie)
    yield Deelnemer(om, (OM,), (ALTIJD,))
    politie = Partij(Loketsoort.POLITIE, zaak.aannames.politie_organisatie)
    yield Deelnemer(politie, (POLITIE,), (ALTIJD,))
