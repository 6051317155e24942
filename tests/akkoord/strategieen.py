"""Hypothesis strategies for the facts of a stay: realistic ones, and everything at the edges.

    @given(feiten())          # any stay: partial, overlapping, odd
    @given(feiten(netjes=True))   # stays as intake lets them through: adults, places in order

Codes are drawn from a few organisations, so that parties collide often.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from richting.akkoord.feiten import (
    Feiten,
    Gemeenteband,
    Persoonsfeiten,
    Plaats,
    Toezicht,
    Veroordeling,
    Verwachting,
    Verzoek,
)
from richting.akkoord.woorden import (
    Eindereden,
    GemeenteRol,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Verzoekantwoord,
    Zekerheid,
)

GEMEENTEN = ("GM0344", "GM0202", "GM0363", "GM0599")
GEEN_GEMEENTEN = ("GM1999", "GM0000")
PIS = ("PI-NIEUWEGEIN", "PI-VUGHT")
FPCS = ("FPC-POMPE", "FPC-VELDZICHT")
RECLASSERINGEN = ("RN", "SVG", "LDH")
VEILIGHEIDSHUIZEN = ("ZVH-UTRECHT",)
VROEGST, LAATST = date(2019, 1, 1), date(2028, 12, 31)
JEUGD = (Titel.JEUGDDETENTIE, Titel.PIJ, Titel.VREEMDELINGENBEWARING)
BIJ_ARTIKELEN = ("Sr 287", "Sr 242", "Sr 141 lid 2", "Sr 302", "Sr 310")

data = st.dates(VROEGST, LAATST)
lengtes = st.one_of(st.integers(0, 28), st.integers(0, 400), st.integers(0, 3000))


def na(begin: date, lengte: int) -> date:
    """A day so many days on."""
    return begin + timedelta(days=lengte)


@st.composite
def personen(draw: st.DrawFn, netjes: bool = False) -> Persoonsfeiten:
    """A person; tidy ones are adults without an invalid status."""
    jongste = date(2000, 12, 31) if netjes else date(2015, 1, 1)
    geboren = draw(st.none() | st.dates(date(1930, 1, 1), jongste))
    statussen = [s for s in Verblijfsstatus if not (netjes and s == Verblijfsstatus.ONGELDIG)]
    return Persoonsfeiten(geboren, draw(st.sampled_from(statussen)))


@st.composite
def plaatsen(draw: st.DrawFn, begin: date, netjes: bool = False) -> tuple[Plaats, ...]:
    """Places over time; tidy ones follow each other from the begin on."""
    soorten = [s for s in SoortPlaats if not (netjes and s == SoortPlaats.JJI)]
    gevonden, van = [], begin
    for nr in range(draw(st.integers(1 if netjes else 0, 4))):
        soort = SoortPlaats.PI if netjes and nr == 0 else draw(st.sampled_from(soorten))
        if not netjes:
            van = na(begin, draw(st.integers(-30, 300)))
        tot = na(van, draw(st.integers(1, 200)))
        gevonden.append(Plaats(soort, draw(inrichtingen(soort, netjes)), van, tot))
        van = tot
    return _open_einde(gevonden, draw(st.booleans()))


def inrichtingen(soort: SoortPlaats, netjes: bool) -> st.SearchStrategy[str | None]:
    """The code of an institution that fits the kind of place."""
    if soort in (SoortPlaats.PI, SoortPlaats.PPC):
        codes = st.sampled_from(PIS)
    elif soort in (SoortPlaats.FPC, SoortPlaats.ZORGINSTELLING):
        codes = st.sampled_from(FPCS)
    else:
        return st.none()
    return codes if netjes else st.none() | codes


def _open_einde(plaatsen: list[Plaats], open_einde: bool) -> tuple[Plaats, ...]:
    if plaatsen and open_einde:
        laatste = plaatsen.pop()
        plaatsen.append(Plaats(laatste.soort, laatste.inrichting, laatste.van))
    return tuple(plaatsen)


@st.composite
def gemeenten(draw: st.DrawFn, begin: date, netjes: bool = False) -> tuple[Gemeenteband, ...]:
    """Up to three municipalities, at most one per role when tidy."""
    codes = GEMEENTEN if netjes else GEMEENTEN + GEEN_GEMEENTEN
    rollen = draw(st.lists(st.sampled_from(GemeenteRol), max_size=3, unique=netjes))
    banden = []
    for rol in rollen:
        van = draw(st.none() | st.integers(-10, 200).map(lambda n: na(begin, n)))
        lengte = draw(st.none() | st.integers(1, 300))
        tot = None if lengte is None else na(van or begin, lengte)
        banden.append(Gemeenteband(draw(st.sampled_from(codes)), rol, van, tot))
    return tuple(banden)


@st.composite
def verzoeken(draw: st.DrawFn, begin: date) -> tuple[Verzoek, ...]:
    """Municipalities that were asked, with any answer or none, maybe taken back."""
    gevonden = []
    for _ in range(draw(st.integers(0, 2))):
        op = na(begin, draw(st.integers(0, 200)))
        antwoord = draw(st.none() | st.sampled_from(Verzoekantwoord))
        terug = draw(st.none() | st.integers(0, 200).map(lambda n, op=op: na(op, n)))
        beantwoord = na(op, draw(st.integers(0, 60))) if antwoord else None
        code = draw(st.sampled_from(GEMEENTEN))
        gevonden.append(Verzoek(code, op, antwoord, beantwoord, terug))
    return tuple(gevonden)


@st.composite
def toezichten(draw: st.DrawFn, begin: date) -> tuple[Toezicht, ...]:
    """None, one or two supervisions."""
    banden = []
    for _ in range(draw(st.integers(0, 2))):
        van = draw(st.none() | lengtes.map(lambda n: na(begin, n)))
        tot = draw(st.none() | st.integers(1, 1000).map(lambda n, v=van: na(v or begin, n)))
        banden.append(Toezicht(draw(st.sampled_from(RECLASSERINGEN)), van, tot))
    return tuple(banden)


@st.composite
def verwachtingen(draw: st.DrawFn, begin: date) -> Verwachting:
    """A span, a day, half a span, or nothing known."""
    zekerheid = draw(st.sampled_from(Zekerheid))
    if zekerheid == Zekerheid.ONBEKEND:
        return Verwachting()
    vroegst = na(begin, draw(lengtes))
    laatst = draw(st.none() | st.integers(0, 90).map(lambda n: na(vroegst, n)))
    alleen_laatst = laatst is not None and draw(st.booleans())
    return Verwachting(None if alleen_laatst else vroegst, laatst, zekerheid, "")


@st.composite
def veroordelingen(draw: st.DrawFn) -> Veroordeling:
    """A sentence on both sides of the BIJ rule."""
    return Veroordeling(
        artikelen=tuple(draw(st.lists(st.sampled_from(BIJ_ARTIKELEN), max_size=2, unique=True))),
        onherroepelijk=draw(st.booleans()),
        onvoorwaardelijk_maanden=draw(st.none() | st.sampled_from([1, 11, 12, 48])),
        tbs_verpleging=draw(st.booleans()),
        pleegdatum=draw(st.none() | st.dates(date(2015, 1, 1), date(2026, 1, 1))),
    )


@st.composite
def feiten(draw: st.DrawFn, netjes: bool = False) -> Feiten:
    """The facts of one stay."""
    begin = draw(data)
    titels = [t for t in Titel if not (netjes and t in JEUGD)]
    einde = draw(st.none() | lengtes.map(lambda n: na(begin, n)))
    overleden = draw(st.none() | st.just(einde)) if einde and draw(st.booleans()) else None
    persoon = draw(personen(netjes))
    risico = draw(st.none() | st.integers(-30, 400).map(lambda n: na(begin, n)))
    risico_lengte = draw(st.none() | st.integers(1, 400))
    zvh = draw(st.none() | st.sampled_from(VEILIGHEIDSHUIZEN))
    zvh_vanaf = na(begin, draw(st.integers(0, 300))) if zvh else None
    zvh_lengte = draw(st.none() | st.integers(0, 300)) if zvh else None
    return Feiten(
        persoon=Persoonsfeiten(persoon.geboortedatum, persoon.verblijfsstatus, overleden),
        titel=draw(st.sampled_from(titels)),
        begin=begin,
        bekend_sinds=na(begin, draw(st.integers(-60, 30))),
        verwacht_einde=draw(verwachtingen(begin)),
        einde=einde,
        eindereden=draw(st.sampled_from(Eindereden)) if einde else None,
        plaatsen=draw(plaatsen(begin, netjes)),
        gemeenten=draw(gemeenten(begin, netjes)),
        verzoeken=draw(verzoeken(begin)),
        toezicht=draw(toezichten(begin)),
        reclassering=draw(st.none() | st.sampled_from(RECLASSERINGEN)),
        veroordeling=draw(st.none() | veroordelingen()),
        adolescentenstrafrecht=draw(st.booleans()) and not netjes,
        terroristisch=draw(st.booleans()),
        risico_18b_vanaf=risico,
        risico_18b_tot=na(risico, risico_lengte) if risico and risico_lengte else None,
        veiligheidshuis=zvh,
        veiligheidshuis_vanaf=zvh_vanaf,
        veiligheidshuis_tot=na(zvh_vanaf, zvh_lengte) if zvh_vanaf and zvh_lengte else None,
        ingetrokken=draw(st.booleans()) if not netjes else False,
    )


@st.composite
def feiten_op(draw: st.DrawFn, netjes: bool = False) -> tuple[Feiten, date]:
    """A stay and a day near it: before, during, at an edge, after."""
    stay = draw(feiten(netjes))
    randen = [stay.begin, stay.bekend_sinds, *(p.van for p in stay.plaatsen)]
    randen += [d for d in (stay.einde, stay.verwacht_einde.vroegst) if d]
    return stay, na(draw(st.sampled_from(randen)), draw(st.integers(-40, 400) | st.integers(-1, 1)))
