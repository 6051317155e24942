"""How much of what there is in the invented nation: every figure with its source, or as AANNAME.

`S` is seen in a source (`feiten` § 3), `K` general knowledge, AANNAME a figure that we chose
because no source gives one. The tests measure the nation against these.
"""

from __future__ import annotations

from richting.akkoord.woorden import Eindereden as E
from richting.akkoord.woorden import Titel as T

OMVANGEN = {"klein": 1_000, "jaar": 30_180, "groot": 300_000}
"""Stays; a national year is 30,000 returns from prison and 180 from tbs (S, accord § 3).

Clausule 3.2.
"""
TBS = 180 / 30_180
"""Share of stays that are tbs (S, accord § 3)."""

MEDIAAN_DAGEN, SPREIDING, LANGST = 28, 1.75, 1_700
"""Half of the stays last four weeks or less (S, dji.nl, VNG 2011), three quarters three months (S,
RvIG 2022), 110 days on average (S, dji.nl). The curve through these anchors is an AANNAME:
lognormal, cut off where the average comes out."""
TBS_DAGEN = (1_800, 4_200)
"""How long tbs lasts: AANNAME, no source at hand."""
VOORUIT = 182
"""The year of returns lies around today: up to half a year ahead. AANNAME."""

VROUW = 0.07
"""Share of women: AANNAME, no source at hand."""
ZONDER_GEMEENTE = 1 / 6
"""No registered residence, foreign or unknown (S-old, VNG 2011)."""
MET_BSN = 0.97
WEER_BINNEN = 0.1
"""Stays of somebody who was here before in the same year: AANNAME. (47 % within two years, S, is
another measure: new crimes, over a longer time.)"""
ANDERE_GEGEVENS = 0.1
"""Of those, arrives without BSN and SKN, so that a human must look: AANNAME."""
FEITELIJK, VESTIGING = 0.15, 0.08
"""Lives elsewhere than registered; wants to settle elsewhere: AANNAMES."""
STATUS_ONBEKEND, STATUS_ONGELDIG = 0.05, 0.01
"""Residence status not known, or not valid (then out): AANNAMES."""
JEUGD = 0.01
"""Juveniles sent by mistake: AANNAME; they are out, and only counted."""
AANGEKONDIGD = 0.01
"""Known before it begins, such as who reports by themselves: AANNAME."""

STEDEN = {"GM0599": 1_362, "GM0363": 1_284, "GM0518": 1_064}
"""Candidates for aftercare in 2020: Rotterdam, Amsterdam, Den Haag (S, dagblad070)."""
ALLE_KANDIDATEN = 20_391
"""The same for the nation in 2020 (S); what the three leave is for the other municipalities."""
# fmt: off
GROTE_GEMEENTEN = (
    "GM0344", "GM0014", "GM0034", "GM0080", "GM0141", "GM0150", "GM0153", "GM0164", "GM0193",
    "GM0200", "GM0202", "GM0228", "GM0268", "GM0307", "GM0361", "GM0392", "GM0402", "GM0479",
    "GM0484", "GM0502", "GM0503", "GM0505", "GM0546", "GM0637", "GM0687", "GM0718", "GM0606",
    "GM0622", "GM0748", "GM0758", "GM0772", "GM0794", "GM0796", "GM0855", "GM0917", "GM0935",
    "GM0957", "GM0983", "GM0995", "GM1674",
)
# fmt: on
ZWAARTE_GROOT = 15
"""How much heavier a large municipality weighs than another: AANNAME, as is the list."""
INRICHTINGEN = {"PI-NIEUWEGEIN": 3, "PI-VUGHT": 2, "JC-ZAANSTAD": 2, "PI-ALPHEN": 2}
"""Prisons that weigh more than one: AANNAME."""
VROUWENINRICHTINGEN = ("PI-NIEUWERSLUIS", "PI-TERPEEL")
"""Nieuwersluis (S), Ter Peel (K)."""
IN_PPC = 0.06
"""Share in a penitentiary psychiatric centre: AANNAME. Four of them (S, dji.nl)."""

TITELS: tuple[tuple[int, tuple[tuple[T, int], ...]], ...] = (
    (
        6,
        (
            (T.INVERZEKERINGSTELLING, 25),
            (T.VOORLOPIGE_HECHTENIS, 25),
            (T.VERVANGENDE_HECHTENIS, 20),
            (T.HECHTENIS, 10),
            (T.GIJZELING, 10),
            (T.GEVANGENISSTRAF, 10),
        ),
    ),
    (
        28,
        (
            (T.VOORLOPIGE_HECHTENIS, 40),
            (T.GEVANGENISSTRAF, 25),
            (T.VERVANGENDE_HECHTENIS, 17),
            (T.GIJZELING, 10),
            (T.HECHTENIS, 8),
        ),
    ),
    (91, ((T.VOORLOPIGE_HECHTENIS, 55), (T.GEVANGENISSTRAF, 40), (T.VERVANGENDE_HECHTENIS, 5))),
    (364, ((T.GEVANGENISSTRAF, 58), (T.VOORLOPIGE_HECHTENIS, 40), (T.TBS_VOORWAARDEN_OPNAME, 2))),
    (730, ((T.GEVANGENISSTRAF, 68), (T.ISD, 17), (T.VOORLOPIGE_HECHTENIS, 15))),
    (LANGST, ((T.GEVANGENISSTRAF, 92), (T.VOORLOPIGE_HECHTENIS, 8))),
)
"""Up to how many days which titles: AANNAME. ISD lasts two years at most (K, Sr 38n)."""
VEROORDEELD = (T.GEVANGENISSTRAF, T.HECHTENIS, T.VERVANGENDE_HECHTENIS, T.ISD)
VI_VANAF_DAGEN, VI_KANS = 365, 0.88
"""V.i. is for sentences over a year, and not automatic (S, kst-35122-3): so that 9.6 % of those who
leave convicted get it (S, 2019)."""
EINDVERLOF_KANS = 0.6
"""Eindverlof for irrevocable sentences of 8 days up to a year (S, Stcrt 2025-24169); how often:
AANNAME."""
EINDE_HECHTENIS: tuple[tuple[E, int], ...] = (
    (E.SCHORSING, 45),
    (E.OPHEFFING, 35),
    (E.RECHTERLIJKE_BESLISSING, 15),
    (E.VRIJSPRAAK, 5),
)
"""How pre-trial detention ends: AANNAME."""
OVERLEDEN, ONTVLUCHT, NAAR_BUITENLAND, BUITEN_ONGESCHIKT = 0.002, 0.003, 0.005, 0.003
"""Rare ends and turns: AANNAMES."""

BIJ: tuple[tuple[int, float], ...] = ((28, 0.0), (91, 0.05), (364, 0.14), (99_999, 0.45))
"""Up to how many days in prison which share was sentenced for something on the BIJ list: so that
with tbs about 1,500 a year return under BIJ (S, reclassering.nl). The split is an AANNAME."""
RISICO_18B, VEILIGHEIDSHUIS, TERRORISTISCH = 0.02, 0.09, 0.001
"""Marks of art. 18b, of who stays over four weeks; brought in at a Veiligheidshuis, of who comes
from its city; terrorist offence: AANNAMES."""
RECLASSERING, TOEZICHT, ADOLESCENT = 0.4, 0.35, 0.03
"""Known to probation; of those supervised afterwards (all with v.i.); juvenile law under 23:
AANNAMES."""
EINDE_ONBEKEND, EINDE_SCHUIFT = 0.6, 0.25
"""Pre-trial detention without a known end; an expected end that turns out wrong: AANNAMES."""
OVERPLAATSING, VERLOF, PROGRAMMA = 0.25, 0.3, 0.3
"""Of who stays long enough: moved, on leave, in a penitentiary programme: AANNAMES."""

DUBBEL, TE_LAAT = 0.01, 0.02
FOUT_BSN, ONBEKENDE_PI, ZONDER_BEGIN = 0.004, 0.003, 0.003
NUMMER_TWEE_KEER, CORRECTIE, INTREKKING = 0.002, 0.01, 0.004
"""How often a source errs, per stay or message: AANNAMES."""
