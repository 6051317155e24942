"""The rules fit each other: whoever directs may look along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.doelgroep import beoordeel
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import (
    FORENSISCHE_PLAATSEN,
    FORENSISCHE_TITELS,
    laatste_dag,
    laatste_instelling,
)
from richting.akkoord.regie import casusregie, driehoek, procesregie, toezicht
from tests.akkoord.strategieen import feiten_op

ALLE_WETTEN_GELDEN = date(2025, 3, 2)


def _telt(feiten: Feiten, op: date) -> bool:
    """Known, in the target group, under today's laws, and the aftercare not over."""
    einde = laatste_dag(feiten)
    overleden = feiten.persoon.overleden_op is not None
    lopend = einde is None or op < einde
    nazorg = einde is None or (op < plus_maanden(einde, AANNAMES.nazorg_maanden) and not overleden)
    if feiten.titel in FORENSISCHE_TITELS and not _in_zorg(feiten, op):
        return False
    tijdig = op >= feiten.bekend_sinds and feiten.begin >= ALLE_WETTEN_GELDEN
    return tijdig and (lopend or nazorg) and beoordeel(feiten, op).binnen


def _in_zorg(feiten: Feiten, op: date) -> bool:
    """With tbs a prison has a ground only while someone is there, waiting for a clinic."""
    laatste = laatste_instelling(feiten, op)
    return laatste is not None and laatste.soort in FORENSISCHE_PLAATSEN


@pytest.mark.clausule("1.5", "1.6", "1.7", "6.2", "6.4")
@settings(max_examples=300)
@given(feiten_op(netjes=True))
def test_wie_de_regie_of_het_toezicht_heeft_heeft_ook_een_grond(geval: tuple[Feiten, date]):
    feiten, op = geval
    if not _telt(feiten, op):
        return
    partijen = {grond.partij for grond in gronden(feiten) if is_geldig(grond, op)}
    for houder in (procesregie(feiten, op), casusregie(feiten, op), toezicht(feiten, op)):
        assert houder.partij is None or houder.partij in partijen


@pytest.mark.clausule("2.2")
@settings(max_examples=300)
@given(feiten_op(netjes=True))
def test_wie_tijdens_het_verblijf_in_een_stoel_zit_heeft_ook_een_grond(geval: tuple[Feiten, date]):
    feiten, op = geval
    einde = laatste_dag(feiten)
    if not _telt(feiten, op) or op < feiten.begin or (einde and einde <= op):
        return
    partijen = {grond.partij for grond in gronden(feiten) if is_geldig(grond, op)}
    for stoel in driehoek(feiten, op):
        assert stoel.partij is None or stoel.partij in partijen, stoel
