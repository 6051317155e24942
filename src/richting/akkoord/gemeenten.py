"""Which municipalities are in play for a return, and which of them is the one of origin.

Up to three may lawfully take part (Pm art. 1 c): where someone was registered, where someone mostly
stayed, and where someone wants to settle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten, Gemeenteband
from richting.akkoord.onthouden import onthouden
from richting.akkoord.periode import periode
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron, Uitkomst
from richting.akkoord.verzoeken import aanvaarde_banden
from richting.akkoord.woorden import GemeenteRol

GEEN_GEMEENTE = frozenset({"GM0000", "GM1999"})
"""Codes of BRP table 33 that name no municipality: unknown, and the register of non-residents."""

VOLGORDE = (GemeenteRol.INGEZETENE, GemeenteRol.FEITELIJK_VERBLIJF, GemeenteRol.VESTIGING)

_I, _F, _V = VOLGORDE
ZINNEN = {
    (_I,): _("Hier staat deze persoon ingeschreven."),
    (_F,): _("Hier verbleef deze persoon het meest."),
    (_V,): _("Hier wil deze persoon gaan wonen."),
    (_I, _F): _("Hier staat deze persoon ingeschreven en verbleef hij of zij het meest."),
    (_I, _V): _("Hier staat deze persoon ingeschreven en wil hij of zij gaan wonen."),
    (_F, _V): _("Hier verbleef deze persoon het meest en wil hij of zij gaan wonen."),
    VOLGORDE: _("Hier woonde deze persoon al, ook volgens de inschrijving, en wil dat weer."),
}
PM1C = Bron("artikel", "Penitentiaire maatregel 1 c")


@dataclass(frozen=True)
class GemeenteInBeeld:
    """A municipality in play: in which roles, since when known, and whether it is the origin."""

    gemeente: str
    rollen: tuple[GemeenteRol, ...]
    sinds: date
    is_herkomst: bool
    zin: str


def is_gemeente(code: str) -> bool:
    """Whether a code names a Dutch municipality. Clausule 3.1."""
    return code not in GEEN_GEMEENTE


@onthouden
def geldende_banden(
    feiten: Feiten, op: date, aannames: Aannames = AANNAMES
) -> tuple[Gemeenteband, ...]:
    """The bands in force on a day, origin first and then newest first. Artikel Pm 1 c."""
    banden = [band for band in _per_rol(feiten, aannames) if _geldt(band, op)]
    return tuple(sorted(banden, key=lambda b: _rang(b, feiten, aannames)))


def banden_in_de_tijd(
    feiten: Feiten, rollen: Iterable[GemeenteRol], aannames: Aannames = AANNAMES
) -> tuple[Gemeenteband, ...]:
    """The bands in these roles as they hold: per role one municipality at a time. Artikel Pm 1 c.

    Where two overlap the newest one holds, so that there are never more than three in play.
    """
    gekozen = set(rollen)
    return tuple(band for band in _per_rol(feiten, aannames) if band.rol in gekozen)


def in_beeld(
    feiten: Feiten, op: date, aannames: Aannames = AANNAMES
) -> tuple[GemeenteInBeeld, ...]:
    """The municipalities that may take part, origin first. Clausule 3.1, 5.7. Artikel Pm 1 c."""
    banden = geldende_banden(feiten, op, aannames)
    oorsprong = herkomst(feiten, op, aannames).waarde
    codes = list(dict.fromkeys(b.gemeente for b in banden))
    codes.sort(key=lambda code: code != oorsprong)
    return tuple(_in_beeld(code, banden, feiten, oorsprong) for code in codes)


def herkomst(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> Uitkomst[str | None]:
    """People return to the municipality of origin in principle. Clausule 5.7.

    The accord does not say what origin is when the register and real life differ: an assumption
    does.
    """
    for band in geldende_banden(feiten, op, aannames):
        if band.rol == GemeenteRol.INGEZETENE:
            zin = _("Gemeente van herkomst: hier staat deze persoon ingeschreven.")
            return Uitkomst(band.gemeente, "ingezetene", zin, _bronnen())
        if band.rol == GemeenteRol.FEITELIJK_VERBLIJF:
            zin = _("Gemeente van herkomst: hier verbleef deze persoon het meest.")
            return Uitkomst(band.gemeente, "feitelijk_verblijf", zin, _bronnen())
    zin = _("De gemeente van herkomst is nog niet bekend.")
    return Uitkomst(None, "onbekend", zin, (Bron("clausule", "5.7"),))


def gemeente_aan_zet(
    feiten: Feiten, op: date, aannames: Aannames = AANNAMES
) -> Uitkomst[str | None]:
    """The municipality that acts: the one that accepted the return, or else origin. Clausule 5.7.

    Without either: where someone wants to settle.
    """
    oorsprong = herkomst(feiten, op, aannames)
    aanvaard = _aanvaard(feiten, op, aannames) if aannames.aanvaarding_verlegt_regie else None
    if aanvaard and aanvaard != oorsprong.waarde:
        zin = _("Deze gemeente heeft aanvaard dat deze persoon daar gaat wonen.")
        return Uitkomst(aanvaard, "aanvaard", zin, _BRONNEN_AANVAARD)
    vestiging = next((b.gemeente for b in geldende_banden(feiten, op, aannames)), None)
    if oorsprong.waarde or not vestiging:
        return oorsprong
    zin = _("De herkomst is niet bekend. De gemeente waar deze persoon wil wonen is aan zet.")
    return Uitkomst(vestiging, "vestiging", zin, (Bron("clausule", "5.7"), PM1C))


_BRONNEN_AANVAARD = (Bron("clausule", "5.7"), Bron("aanname", "aanvaarding_verlegt_regie"))


def _aanvaard(feiten: Feiten, op: date, aannames: Aannames) -> str | None:
    """The municipality that accepted the return and holds as the one of settlement."""
    codes = {band.gemeente for band in aanvaarde_banden(feiten) if _geldt(band, op)}
    if not codes:
        return None
    gevestigd = (b for b in geldende_banden(feiten, op, aannames) if b.rol == GemeenteRol.VESTIGING)
    return next((band.gemeente for band in gevestigd if band.gemeente in codes), None)


@onthouden
def _per_rol(feiten: Feiten, aannames: Aannames) -> tuple[Gemeenteband, ...]:
    """What the messages name, and who accepted a request."""
    genoemd = [
        band
        for band in feiten.gemeenten
        if band.rol != GemeenteRol.VESTIGING or aannames.vestiging_uit_bericht
    ]
    alle = (*genoemd, *aanvaarde_banden(feiten))
    echte = [b for b in alle if is_gemeente(b.gemeente) and periode(b.van, b.tot)]
    return tuple(
        stuk for rol in VOLGORDE for stuk in _een_tegelijk([b for b in echte if b.rol == rol])
    )


def _een_tegelijk(banden: list[Gemeenteband]) -> Iterator[Gemeenteband]:
    """Cut bands of one role where a newer one lies over them."""
    dagen = {b.van or date.min for b in banden} | {b.tot for b in banden if b.tot}
    wissels: list[tuple[date, Gemeenteband | None]] = []
    for dag in sorted(dagen):
        nieuwste = _nieuwste([b for b in banden if _geldt(b, dag)])
        if not wissels or wissels[-1][1] != nieuwste:
            wissels.append((dag, nieuwste))
    grenzen = [*(dag for dag, _band in wissels[1:]), None]
    for (van, band), tot in zip(wissels, grenzen, strict=False):
        if band:
            yield replace(band, van=None if van == date.min else van, tot=tot)


def _nieuwste(banden: list[Gemeenteband]) -> Gemeenteband | None:
    """The newest; of one day the first code, so that the order of arrival does not matter."""

    def leeftijd(band: Gemeenteband) -> tuple[int, str, date]:
        return -(band.van or date.min).toordinal(), band.gemeente, band.tot or date.max

    return min(banden, key=leeftijd, default=None)


def _geldt(band: Gemeenteband, op: date) -> bool:
    return (band.van is None or band.van <= op) and (band.tot is None or op < band.tot)


def _rang(band: Gemeenteband, feiten: Feiten, aannames: Aannames) -> tuple[int, int, str]:
    inschrijving, verblijf, vestiging = VOLGORDE
    eerst = VOLGORDE if aannames.inschrijving_is_herkomst else (verblijf, inschrijving, vestiging)
    sinds = band.van or feiten.bekend_sinds
    return eerst.index(band.rol), -sinds.toordinal(), band.gemeente


def _bronnen() -> tuple[Bron, ...]:
    return (Bron("clausule", "5.7"), PM1C, Bron("aanname", "inschrijving_is_herkomst"))


def _in_beeld(
    code: str, banden: tuple[Gemeenteband, ...], feiten: Feiten, oorsprong: str | None
) -> GemeenteInBeeld:
    eigen = [b for b in banden if b.gemeente == code]
    rollen = tuple(rol for rol in VOLGORDE if any(b.rol == rol for b in eigen))
    sinds = min(b.van or feiten.bekend_sinds for b in eigen)
    return GemeenteInBeeld(code, rollen, sinds, code == oorsprong, ZINNEN[rollen])
