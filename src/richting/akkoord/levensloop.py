"""Where a stay is in its course: places, phase, track and key dates.

Intervals are half-open: someone is at a place from `van` until, not including, `tot`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten, Plaats
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.onthouden import onthouden
from richting.akkoord.periode import Periode, periode
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron, Uitkomst
from richting.akkoord.woorden import Fase, SoortPlaats, Spoor, Titel, Zekerheid

BINNENPLAATSEN = frozenset(
    {
        SoortPlaats.PI,
        SoortPlaats.PPC,
        SoortPlaats.FPC,
        SoortPlaats.ZORGINSTELLING,
        SoortPlaats.JJI,
    }
)
"""Behind the door of an institution; a police cell is before the stay."""

BUITENZINNEN = {
    SoortPlaats.BUITEN_FASERING: _("Buiten vanwege de fasering; de straf of maatregel loopt."),
    SoortPlaats.BUITEN_ONGESCHIKT: _(
        "Buiten omdat detentie niet kan; de straf of maatregel loopt."
    ),
    SoortPlaats.VERLOF: _("Met verlof; deze persoon komt terug in de inrichting."),
    SoortPlaats.VOORTVLUCHTIG: _("Niet teruggekeerd of ontvlucht; de straf of maatregel loopt."),
}
STAPPEN_BUITEN = frozenset(BUITENZINNEN) - {SoortPlaats.VOORTVLUCHTIG}
"""Outside by a decision, as a step on the way back."""
FORENSISCHE_TITELS = frozenset({Titel.TBS_VERPLEGING, Titel.TBS_VOORWAARDEN_OPNAME})
FORENSISCHE_PLAATSEN = frozenset({SoortPlaats.FPC, SoortPlaats.ZORGINSTELLING})


@dataclass(frozen=True)
class Sleuteldatum:
    """A day that matters, how sure it is and why; `datum` None when it is not known."""

    code: str
    naam: str
    datum: date | None
    zekerheid: Zekerheid
    reden: str = ""


@dataclass(frozen=True)
class Stuk:
    """A stretch of the line in time; `soort` None when the place is not known."""

    van: date
    tot: date | None
    soort: SoortPlaats | None
    inrichting: str | None
    binnen: bool


def huidige_plaats(feiten: Feiten, op: date) -> Plaats | None:
    """The place on a day; of overlapping places the one that began last. Clausule 3.5."""
    if _voorbij(feiten, op):
        return None
    return _plaats_op(feiten, op)


def bekende_plaats(feiten: Feiten, op: date) -> Plaats | None:
    """The place on a day, or else the last one before it, or else the first to come."""
    if plaats := huidige_plaats(feiten, op):
        return plaats
    op_volgorde = sorted(feiten.plaatsen, key=_volgorde)
    geweest = [p for p in op_volgorde if p.van <= op]
    return geweest[-1] if geweest else next(iter(op_volgorde), None)


def laatste_instelling(feiten: Feiten, op: date) -> Plaats | None:
    """The institution where someone is, or last was, behind the door. Clausule 1.6, 3.5."""
    geweest = [plaats for plaats, stuk in instellingen(feiten) if stuk.van <= op]
    return geweest[-1] if geweest else None


@onthouden
def instellingen(feiten: Feiten) -> tuple[tuple[Plaats, Periode], ...]:
    """The institutions as they hold the stay, each until the next; the last one goes on.

    Clausule 1.6, 3.5. Who is outside stays with the institution that let him or her out.
    """
    return verloop(tuple(p for p in tijdens(feiten) if p.soort in BINNENPLAATSEN))


def tijdens(feiten: Feiten) -> tuple[Plaats, ...]:
    """The places that began before the stay ended; a stay of no days has those of its day."""
    einde = laatste_dag(feiten) or date.max
    return tuple(p for p in feiten.plaatsen if p.van < einde or p.van <= feiten.begin)


def verloop(plaatsen: tuple[Plaats, ...]) -> tuple[tuple[Plaats, Periode], ...]:
    """Places as one follows the other: where they overlap the one that began last holds.

    A gap belongs to the place before it, and the last place goes on without an end.
    """
    dagen = sorted({p.van for p in plaatsen} | {p.tot for p in plaatsen if p.tot and p.tot > p.van})
    wissels: list[tuple[date, Plaats]] = []
    for dag in dagen:
        plaats = _van(plaatsen, dag)
        if plaats and not (wissels and wissels[-1][1] == plaats):
            wissels.append((dag, plaats))
    grenzen = [*(dag for dag, _plaats in wissels[1:]), None]
    stukken = zip(wissels, grenzen, strict=False)
    return tuple((p, stuk) for (van, p), tot in stukken if (stuk := periode(van, tot)))


def fase(feiten: Feiten, op: date) -> Uitkomst[Fase]:
    """Before, inside, outside while the title runs, or after. Clausule 1.1, 3.5, 4.1."""
    if _voorbij(feiten, op):
        return _na(feiten, op)
    plaats = _plaats_op(feiten, op)
    if op < feiten.begin:
        return _fase(Fase.VOOR, "aangekondigd", _("Het verblijf moet nog beginnen."), "1.1")
    if plaats and plaats.soort == SoortPlaats.POLITIECEL and not laatste_instelling(feiten, op):
        return _fase(
            Fase.VOOR, "politiecel", _("Nog bij de politie, niet in een inrichting."), "1.1"
        )
    if plaats and plaats.soort in BUITENZINNEN:
        zin = BUITENZINNEN[plaats.soort]
        return _fase(Fase.BUITEN_ONDER_TITEL, plaats.soort.value, zin, "3.5")
    return _binnen(feiten, op)


def spoor(feiten: Feiten, op: date, aannames: Aannames = AANNAMES) -> Uitkomst[Spoor]:
    """The track of a stay: how much time there is, and which road. Clausule 3.3, 3.4."""
    plaats = bekende_plaats(feiten, op)
    in_zorg = plaats is not None and plaats.soort in FORENSISCHE_PLAATSEN
    if feiten.titel in FORENSISCHE_TITELS or in_zorg:
        zin = _("Forensische zorg: de instelling maakt een behandelplan.")
        return Uitkomst(Spoor.FORENSISCH, "forensisch", zin, (Bron("clausule", "3.4"),))
    einde = rekendatum(feiten)
    if einde is None:
        return _spoor_zonder_einde(aannames)
    if (einde - feiten.begin).days <= aannames.kort_verblijf_dagen:
        zin = _("Kort verblijf: er is weinig tijd om de terugkeer voor te bereiden.")
        return _spoor(Spoor.KORT, "kort", zin, "kort_verblijf_dagen")
    if einde > plus_maanden(feiten.begin, aannames.lang_verblijf_maanden):
        zin = _("Lang verblijf: de weg terug gaat in stappen.")
        return _spoor(Spoor.LANG, "lang", zin, "lang_verblijf_maanden")
    return _spoor(
        Spoor.REGULIER,
        "regulier",
        _("Regulier verblijf: er is tijd voor een plan."),
        "kort_verblijf_dagen",
    )


def rekendatum(feiten: Feiten) -> date | None:
    """The end to reckon with: the real one, or else the earliest expected. Clausule 5.1."""
    verwacht = feiten.verwacht_einde
    return feiten.einde or verwacht.vroegst or verwacht.laatst


def sleuteldata(feiten: Feiten) -> tuple[Sleuteldatum, ...]:
    """The days that matter, the known ones in order. Clausule 3.9, 5.1, 5.12."""
    data = [
        Sleuteldatum("begin", _("Begin van het verblijf"), feiten.begin, Zekerheid.VAST),
        *_eerste_buiten(feiten),
        *_eindedata(feiten),
        *_toezichtdata(feiten),
    ]
    if feiten.persoon.overleden_op:
        dag = feiten.persoon.overleden_op
        data.append(Sleuteldatum("overleden", _("Overleden"), dag, Zekerheid.VAST))
    return tuple(sorted(data, key=lambda d: d.datum or date.max))


def route(feiten: Feiten) -> tuple[Stuk, ...]:
    """The whole course as stretches without gap or overlap. Clausule 3.5, 4.1."""
    grenzen = _grenzen(feiten)
    stukken: list[Stuk] = []
    for nr, van in enumerate(grenzen):
        tot = grenzen[nr + 1] if nr + 1 < len(grenzen) else None
        if tot is None and _voorbij(feiten, van):
            break
        stuk = _stuk(feiten, van, tot)
        if stukken and _zelfde(stukken[-1], stuk):
            stuk = Stuk(stukken.pop().van, tot, stuk.soort, stuk.inrichting, stuk.binnen)
        stukken.append(stuk)
    return tuple(stukken)


def laatste_dag(feiten: Feiten) -> date | None:
    """The first day that is no longer in the stay: its end, or death. Clausule 6.1."""
    dagen = [d for d in (feiten.einde, feiten.persoon.overleden_op) if d]
    return min(dagen) if dagen else None


def _voorbij(feiten: Feiten, op: date) -> bool:
    einde = laatste_dag(feiten)
    return einde is not None and einde <= op


def _plaats_op(feiten: Feiten, op: date) -> Plaats | None:
    return _van(feiten.plaatsen, op)


def _van(plaatsen: tuple[Plaats, ...], op: date) -> Plaats | None:
    hier = [p for p in plaatsen if p.van <= op and (p.tot is None or op < p.tot)]
    return max(hier, key=_volgorde, default=None)


def _volgorde(plaats: Plaats) -> tuple[date, str, str, date]:
    """By day; on one day by kind, code and end, so that the order of arrival does not matter."""
    return plaats.van, plaats.soort, plaats.inrichting or "", plaats.tot or date.max


def _fase(waarde: Fase, code: str, zin: str, clausule: str) -> Uitkomst[Fase]:
    return Uitkomst(waarde, code, zin, (Bron("clausule", clausule),))


def _na(feiten: Feiten, op: date) -> Uitkomst[Fase]:
    overleden = feiten.persoon.overleden_op
    if overleden and overleden <= op:
        return _fase(Fase.NA, "overleden", _("Deze persoon is overleden."), "4.1")
    return _fase(Fase.NA, "vertrokken", _("Het verblijf is voorbij."), "4.1")


def _binnen(feiten: Feiten, op: date) -> Uitkomst[Fase]:
    laatst = feiten.verwacht_einde.laatst or feiten.verwacht_einde.vroegst
    if laatst and laatst < op:
        zin = _("Het verwachte einde is voorbij, maar het vertrek is nog niet gemeld.")
        return _fase(Fase.BINNEN, "einde_niet_gemeld", zin, "6.1")
    return _fase(Fase.BINNEN, "binnen", _("Deze persoon is in de inrichting."), "4.1")


def _spoor(waarde: Spoor, code: str, zin: str, aanname: str) -> Uitkomst[Spoor]:
    return Uitkomst(waarde, code, zin, (Bron("clausule", "3.3"), Bron("aanname", aanname)))


def _spoor_zonder_einde(aannames: Aannames) -> Uitkomst[Spoor]:
    if aannames.onbekend_einde_is_kort:
        zin = _("Het einde is niet bekend: deze persoon kan elke dag buiten staan.")
        return _spoor(Spoor.KORT, "einde_onbekend", zin, "onbekend_einde_is_kort")
    zin = _("Het einde is niet bekend: het gewone spoor geldt.")
    return _spoor(Spoor.REGULIER, "einde_onbekend", zin, "onbekend_einde_is_kort")


def _eerste_buiten(feiten: Feiten) -> list[Sleuteldatum]:
    """The first leave or phasing; an escape is no step on the way back. Clausule 3.5."""
    buiten = [p.van for p in tijdens(feiten) if p.soort in STAPPEN_BUITEN]
    if not buiten:
        return []
    return [Sleuteldatum("eerste_buiten", _("Voor het eerst buiten"), min(buiten), Zekerheid.VAST)]


def _eindedata(feiten: Feiten) -> list[Sleuteldatum]:
    if feiten.einde:
        reden = feiten.eindereden.value if feiten.eindereden else ""
        return [
            Sleuteldatum("einde", _("Einde van het verblijf"), feiten.einde, Zekerheid.VAST, reden)
        ]
    verwacht = feiten.verwacht_einde
    vroegst, laatst = verwacht.vroegst or verwacht.laatst, verwacht.laatst
    data = [_verwacht(feiten, "verwacht_einde", _("Verwacht einde"), vroegst)]
    if laatst and laatst != vroegst:
        data.append(_verwacht(feiten, "verwacht_laatst", _("Uiterlijk einde"), laatst))
    return data


def _verwacht(feiten: Feiten, code: str, naam: str, dag: date | None) -> Sleuteldatum:
    verwacht = feiten.verwacht_einde
    return Sleuteldatum(code, naam, dag, verwacht.zekerheid, verwacht.reden)


def _toezichtdata(feiten: Feiten) -> list[Sleuteldatum]:
    van = [("toezicht_van", _("Begin toezicht"), band.van) for band in feiten.toezicht]
    tot = [("toezicht_tot", _("Einde toezicht"), band.tot) for band in feiten.toezicht]
    return [
        Sleuteldatum(code, naam, dag, Zekerheid.VERWACHT) for code, naam, dag in van + tot if dag
    ]


def _grenzen(feiten: Feiten) -> list[date]:
    """Every day on which something changes, from the first known day until the end."""
    dagen = {feiten.begin, *(p.van for p in feiten.plaatsen)}
    dagen |= {p.tot for p in feiten.plaatsen if p.tot and p.tot > p.van}
    einde = laatste_dag(feiten)
    if einde:
        dagen = {d for d in dagen if d < einde} | {einde}
    return sorted(dagen)


def _stuk(feiten: Feiten, van: date, tot: date | None) -> Stuk:
    plaats = _plaats_op(feiten, van)
    if plaats is None:
        return Stuk(van, tot, None, None, van >= feiten.begin)
    return Stuk(van, tot, plaats.soort, plaats.inrichting, plaats.soort in BINNENPLAATSEN)


def _zelfde(links: Stuk, rechts: Stuk) -> bool:
    kenmerken = (links.soort, links.inrichting, links.binnen)
    return kenmerken == (rechts.soort, rechts.inrichting, rechts.binnen)
