"""Who can take part in a stay, in which role, and in which stretches of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from richting.akkoord import levensloop
from richting.akkoord.feiten import Feiten, Gemeenteband, Toezicht
from richting.akkoord.gemeenten import VOLGORDE, banden_in_de_tijd, is_gemeente
from richting.akkoord.grondslagen.loop import Zaak, afwikkeling, slot
from richting.akkoord.grondslagen.zinnen import AAN_TAFEL, GEVRAAGD, INSTELLING, TOEZICHT
from richting.akkoord.levensloop import FORENSISCHE_PLAATSEN, laatste_dag
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, periode, verenigd, vroegste, zonder
from richting.akkoord.regie import LOKETSOORT_VAN_PLAATS
from richting.akkoord.verzoeken import in_behandeling
from richting.akkoord.woorden import GemeenteRol, Loketsoort


@dataclass(frozen=True)
class Deelnemer:
    """A party with its roles, the first one first, and when it takes part."""

    partij: Partij
    rollen: tuple[str, ...]
    perioden: tuple[Periode, ...]


def gemeenten(
    zaak: Zaak, loketsoort: Loketsoort, rollen: Iterable[GemeenteRol] = VOLGORDE
) -> list[Deelnemer]:
    """The municipalities in play in one of these roles, at this desk. Artikel Pm 1 c."""
    per_gemeente: dict[str, list[Gemeenteband]] = defaultdict(list)
    for band in banden_in_de_tijd(zaak.feiten, rollen, zaak.aannames):
        per_gemeente[band.gemeente].append(band)
    return [_gemeente(code, banden, loketsoort) for code, banden in per_gemeente.items()]


def gevraagde_gemeenten(zaak: Zaak) -> list[Deelnemer]:
    """Municipalities that were asked to receive somebody and have not answered. Clausule 5.7.

    Only where they do not take part already in a role of their own.
    """
    mee = {d.partij: d.perioden for d in gemeenten(zaak, Loketsoort.NAZORG)}
    open_: dict[Partij, list[Periode]] = defaultdict(list)
    for verzoek in zaak.feiten.verzoeken:
        stuk = in_behandeling(verzoek)
        if stuk and is_gemeente(verzoek.gemeente):
            open_[Partij(Loketsoort.NAZORG, verzoek.gemeente)].append(stuk)
    return [
        Deelnemer(partij, (GEVRAAGD,), zonder(stukken, mee.get(partij, ())))
        for partij, stukken in open_.items()
    ]


def instellingen(zaak: Zaak) -> list[Deelnemer]:
    """The institution that holds the case: where someone is, or else last was. Clausule 1.6.

    The former one and, after leaving, the last one keep looking as long as the assumptions say.
    """
    perioden: dict[Partij, list[Periode]] = defaultdict(list)
    for plaats, stuk in levensloop.instellingen(zaak.feiten):
        soort = LOKETSOORT_VAN_PLAATS.get(plaats.soort)
        if soort and plaats.inrichting and (gehouden := _gehouden(zaak, stuk)):
            perioden[Partij(soort, plaats.inrichting)].append(gehouden)
    return [
        Deelnemer(partij, (INSTELLING,), verenigd(stukken)) for partij, stukken in perioden.items()
    ]


def in_forensische_zorg(feiten: Feiten) -> tuple[Periode, ...]:
    """When an institution for forensic care holds the case. Clausule 3.4."""
    return tuple(s for p, s in levensloop.instellingen(feiten) if p.soort in FORENSISCHE_PLAATSEN)


def reclasseringen(zaak: Zaak) -> list[Deelnemer]:
    """Probation at the table, and probation that supervises, until supervision ends.

    Clausule 2.1, 3.9.
    """
    perioden: dict[str, list[Periode]] = defaultdict(list)
    rollen: dict[str, list[str]] = defaultdict(list)
    feiten = zaak.feiten
    aan_tafel = periode(None, slot(zaak, zaak.aannames.nazorg_maanden))
    if feiten.reclassering and aan_tafel:
        rollen[feiten.reclassering].append(AAN_TAFEL)
        perioden[feiten.reclassering].append(aan_tafel)
    for band in feiten.toezicht:
        if gehouden := _toezicht(zaak, band):
            rollen[band.organisatie].append(TOEZICHT)
            perioden[band.organisatie].append(gehouden)
    return [
        Deelnemer(
            Partij(Loketsoort.RECLASSERING, code),
            tuple(dict.fromkeys(rollen[code])),
            verenigd(perioden[code]),
        )
        for code in perioden
    ]


def _gemeente(code: str, banden: list[Gemeenteband], loketsoort: Loketsoort) -> Deelnemer:
    rollen = tuple(str(rol) for rol in VOLGORDE if any(band.rol == rol for band in banden))
    stukken = (periode(band.van, band.tot) for band in banden)
    return Deelnemer(Partij(loketsoort, code), rollen, verenigd(stuk for stuk in stukken if stuk))


def _gehouden(zaak: Zaak, stuk: Periode) -> Periode | None:
    """From arrival until the next institution, or until some time after leaving."""
    na_vertrek = timedelta(days=zaak.aannames.inrichting_na_vertrek_dagen)
    einde = laatste_dag(zaak.feiten)
    uiterlijk = vroegste(einde + na_vertrek if einde else None, afwikkeling(zaak))
    overdracht = timedelta(days=zaak.aannames.oude_inrichting_dagen)
    tot = stuk.tot + overdracht if stuk.tot else None
    return periode(max(stuk.van, zaak.feiten.begin), vroegste(tot, uiterlijk))


def _toezicht(zaak: Zaak, band: Toezicht) -> Periode | None:
    """While the stay and the supervision run; not when it was over before the stay."""
    if band.tot is not None and band.tot <= zaak.feiten.begin:
        return None
    return periode(None, vroegste(band.tot, afwikkeling(zaak)))
