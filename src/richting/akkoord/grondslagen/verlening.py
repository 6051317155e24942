"""From a law, a party and stretches of time to grounds: the one place where grounds are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from richting.akkoord.aannames import Aannames
from richting.akkoord.grondslagen.deelnemers import Deelnemer
from richting.akkoord.grondslagen.loop import Zaak, werking
from richting.akkoord.grondslagen.register import (
    BASISVOORWAARDEN,
    NETWERK_EN_MOTIVATIE,
    PBW_18A,
    WFZ,
)
from richting.akkoord.grondslagen.soorten import Grond, Grondslag
from richting.akkoord.grondslagen.zinnen import ZINNEN
from richting.akkoord.periode import Periode, doorsneden
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort


def verleen(
    zaak: Zaak,
    grondslag: Grondslag,
    deelnemer: Deelnemer,
    binnen: Iterable[Periode],
    hoogstens: Iterable[str] | None = None,
) -> Iterator[Grond]:
    """The grounds of a party, one for each stretch in which everything holds at once.

    In force and known, the party takes part, the law covers the stay (`binnen`), and so does the
    accord. `hoogstens` narrows what the law allows to these categories. Clausule 6.4, 6.7.
    """
    geldend = werking(zaak, grondslag)
    if geldend is None:
        return
    ontvanger = grondslag.ontvanger(deelnemer.partij.loketsoort)
    categorieen = toegestaan(grondslag, ontvanger.loketsoort, zaak.aannames)
    if hoogstens is not None:
        categorieen &= {c for c in Gegevenscategorie if c in set(hoogstens)}
    if not categorieen:
        return
    in_kracht = doorsneden((geldend,), zaak.binnen)
    for stuk in doorsneden(doorsneden(deelnemer.perioden, binnen), in_kracht):
        yield Grond(
            grondslag=grondslag.code,
            partij=deelnemer.partij,
            categorieen=categorieen,
            doel=grondslag.doel,
            regime=ontvanger.regime,
            geldig_vanaf=stuk.van,
            geldig_tot=stuk.tot,
            zin=ZINNEN[grondslag.code, deelnemer.rollen[0]],
            rol=",".join(deelnemer.rollen),
        )


def toegestaan(
    grondslag: Grondslag, loketsoort: Loketsoort, aannames: Aannames
) -> frozenset[Gegevenscategorie]:
    """What a kind of desk may see on a legal basis. An assumption can narrow it, never widen it."""
    mag = grondslag.ontvanger(loketsoort).categorieen
    if grondslag == PBW_18A and not aannames.netwerk_motivatie_in_plan:
        mag -= NETWERK_EN_MOTIVATIE
    if (
        grondslag == PBW_18A
        and loketsoort == Loketsoort.NAZORG
        and not aannames.toezicht_naar_gemeente
    ):
        mag -= {Gegevenscategorie.TOEZICHT}
    if loketsoort not in aannames.slachtoffer_loketten:
        mag -= {Gegevenscategorie.SLACHTOFFER}
    if loketsoort not in aannames.advies_loketten:
        mag -= {Gegevenscategorie.JUSTITIEEL_ADVIES}
    if grondslag == WFZ and not aannames.basisvoorwaarden_in_behandelplan:
        mag -= BASISVOORWAARDEN | NETWERK_EN_MOTIVATIE
    return mag
