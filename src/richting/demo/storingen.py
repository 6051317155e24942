"""What goes wrong at the source: wrong numbers, corrections, withdrawals, the wrong people.

Pure. Neighbour: `natie.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from richting.akkoord.woorden import Titel
from richting.demo import verhoudingen as v
from richting.demo.mensen import Bericht, Mens, Natie
from richting.demo.verblijf import Plan

FOUT_BSN = "999990008"
"""Looks like a test BSN and fails the eleven test."""


def met_storingen(natie: Natie, plan: Plan, berichten: list[Bericht]) -> Iterator[Bericht]:
    """The messages of a stay, and what the source now and then sends wrong around them."""
    yield from berichten
    eerste, sleutel = berichten[0], plan.sleutel
    worp = natie.kans.random()
    for kans, maak in (
        (v.FOUT_BSN, _fout_bsn),
        (v.ONBEKENDE_PI, _onbekende_inrichting),
        (v.ZONDER_BEGIN, _zonder_begin),
        (v.NUMMER_TWEE_KEER, _nummer_twee_keer),
        (v.CORRECTIE, _correctie),
        (v.INTREKKING, _intrekking),
    ):
        if worp < kans:
            yield from maak(natie, sleutel, eerste, berichten)
            return
        worp -= kans


def _fout_bsn(natie: Natie, sleutel: str, eerste: Bericht, _alle: object) -> Iterator[Bericht]:
    fout = {**eerste, "berichtId": f"{eerste['berichtId']}-F", "verblijf": f"{sleutel}-F"}
    yield {**fout, "persoon": {**eerste["persoon"], "bsn": FOUT_BSN}}


def _onbekende_inrichting(
    natie: Natie, sleutel: str, eerste: Bericht, _alle: object
) -> Iterator[Bericht]:
    dag = _dag(eerste)
    plaats = {"soort": "pi", "inrichting": "PI-NERGENS"}
    yield natie.bericht("overplaatsing", dag, sleutel, datum=dag.isoformat(), plaats=plaats)


def _zonder_begin(natie: Natie, sleutel: str, eerste: Bericht, _alle: object) -> Iterator[Bericht]:
    dag = _dag(eerste)
    yield natie.bericht("einde", dag, f"{sleutel}-W", datum=dag.isoformat(), reden="opheffing")


def _nummer_twee_keer(
    natie: Natie, sleutel: str, eerste: Bericht, _alle: object
) -> Iterator[Bericht]:
    dag = _dag(eerste)
    fout = natie.bericht("einde", dag, sleutel, datum=dag.isoformat(), reden="opheffing")
    yield {**fout, "berichtId": eerste["berichtId"]}


def _correctie(natie: Natie, sleutel: str, eerste: Bericht, _alle: object) -> Iterator[Bericht]:
    """The municipality was another one after all."""
    dag = _dag(eerste) + timedelta(days=3)
    anders = [{"gemeente": natie.gemeente(), "rol": "ingezetene"}]
    yield natie.bericht(
        "correctie", dag, sleutel, betreft=eerste["berichtId"], velden={"gemeenten": anders}
    )


def _intrekking(
    natie: Natie, sleutel: str, eerste: Bericht, alle: list[Bericht]
) -> Iterator[Bericht]:
    """A transfer that did not take place, or else a stay that never was."""
    verhuisd = [een for een in alle if een["soort"] == "overplaatsing"]
    fout = verhuisd[0] if verhuisd else eerste
    dag = _dag(fout) + timedelta(days=1)
    reden = "overplaatsing ging niet door" if verhuisd else "verkeerde persoon"
    yield natie.bericht("intrekking", dag, sleutel, betreft=fout["berichtId"], reden=reden)


def _dag(een: Bericht) -> date:
    return date.fromisoformat(een["bronTijd"][:10])


def jeugd(natie: Natie, plan: Plan) -> Plan:
    """A juvenile, sent by mistake: the accord is not for them. Clausule 3.8."""
    geboren = plan.begin - timedelta(days=natie.kans.randint(15 * 366, 17 * 365))
    gegevens = {**plan.mens.gegevens, "geboortedatum": geboren.isoformat()}
    gegevens |= {"skn": f"J{plan.sleutel}"}
    gegevens.pop("bsn", None)
    return Plan(
        plan.sleutel,
        Mens(gegevens, plan.mens.gemeenten),
        Titel.JEUGDDETENTIE,
        plan.begin,
        plan.einde,
        {"soort": "jji"},
    )
