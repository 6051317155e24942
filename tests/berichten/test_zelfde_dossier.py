"""Messages in any order, cut in any batches, any number of times: always the same dossiers.

Through the real intake, compared in the database: the stay and its places, who may see it on which
ground, the open work and questions, the stay before it, and whose dossiers are one person's.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from richting.delen.controle import afwijkende_dossiers
from richting.dossiers.feiten import als_bericht, feiten_van, uit_stand
from richting.dossiers.models import Dossier
from richting.dossiers.stand import vouw
from richting.kern.werk import verwerking
from richting.regie.acties import werkstand
from tests.akkoord.bouwers import VANDAAG
from tests.berichten.bouwers import begin, correctie, met, programma, stuur
from tests.delen.bouwers import maak_loketten, weg_ermee

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.1", "3.5", "6.4")]


def bericht(soort: str, dag: str, verblijf: str = "V1", **inhoud: Any) -> dict[str, Any]:
    """A message of this kind, recorded at noon of this day."""
    omslag = {"berichtId": f"{verblijf}-{soort}-{dag}", "soort": soort, "verblijf": verblijf}
    return {**omslag, "bronTijd": f"{dag}T12:00:00Z", **inhoud}


def verbeterd(betreft: str, dag: str, verblijf: str = "V1", **velden: Any) -> dict[str, Any]:
    """A correction, recorded on this day."""
    heel = correctie(betreft, velden, verblijf)
    return met(heel, bronTijd=f"{dag}T13:00:00Z", berichtId=f"{betreft}-c{dag}")


def ingetrokken(betreft: str, dag: str, verblijf: str = "V1") -> dict[str, Any]:
    """A withdrawal, recorded on this day."""
    return bericht("intrekking", dag, verblijf, betreft=betreft, reden="vergissing")


ARNHEM = [{"gemeente": "GM0202", "rol": "ingezetene"}]
PERSOON = begin()["persoon"]
VOLLEDIG: dict[str, Any] = {
    "begin": "2026-06-01",
    "bronTijd": "2026-06-01T09:00:00Z",
    "reclassering": "RN",
    "toezicht": [{"organisatie": "SVG", "van": "2026-12-01"}],
    "veroordeling": {"artikelen": ["Sr 287"], "onherroepelijk": True, "pleegdatum": "2024-01-01"},
    "risico18b": {"vanaf": "2026-08-01"},
    "veiligheidshuis": {"code": "ZVH-UTRECHT", "vanaf": "2026-07-01"},
    "parketnummers": ["13/654321-26"],
    "persoon": {**PERSOON, "skn": "S1", "verblijfsstatus": "onbekend"},
}
VUGHT = {"soort": "pi", "inrichting": "PI-VUGHT"}
EEN = (
    begin("V1", **VOLLEDIG),
    bericht("overplaatsing", "2026-07-10", datum="2026-07-10", plaats=VUGHT),
    bericht("verlof", "2026-08-01", van="2026-08-03", tot="2026-08-05"),
    bericht("ontvluchting", "2026-08-20", datum="2026-08-20", teruggekeerdOp="2026-08-25"),
    bericht(
        "fasering_buiten", "2026-09-20", van="2026-10-01", vorm="buiten_fasering", reden="programma"
    ),
    bericht(
        "einde_gewijzigd",
        "2026-09-25",
        verwachtEinde={"vroegst": "2026-12-20", "zekerheid": "verwacht"},
        reden="herberekening",
    ),
    verbeterd("V1-begin", "2026-06-15", begin="2026-05-20"),
    verbeterd("V1-begin", "2026-10-02", gemeenten=ARNHEM),
    verbeterd("V1-begin", "2026-10-03", persoon={**PERSOON, "bsn": "999990020"}),
    verbeterd("V1-overplaatsing-2026-07-10", "2026-07-11", datum="2026-07-12"),
    # A clock that runs behind: the correction of a correction is "older" than what it corrects.
    verbeterd("V1-overplaatsing-2026-07-10-c2026-07-11", "2026-07-09", datum="2026-07-13"),
    ingetrokken("V1-verlof-2026-08-01", "2026-08-02"),
    ingetrokken("V1-intrekking-2026-08-02", "2026-08-04"),
    ingetrokken("V1-begin", "2026-10-05"),
    bericht("einde", "2026-05-30", datum="2026-05-25", reden="opheffing"),
    bericht("einde", "2026-11-10", datum="2026-11-10", reden="einde_straf"),
    bericht("overlijden", "2026-11-20", datum="2026-11-19"),
)
ANDERE = (
    begin("V0", begin="2025-01-05", bronTijd="2025-01-05T09:00:00Z", verwachtEinde=None),
    bericht("einde", "2025-03-01", "V0", datum="2025-03-01", reden="einde_straf"),
    begin("V2", begin="2025-09-01", bronTijd="2025-09-01T09:00:00Z", gemeenten=None),
    verbeterd("V2-begin", "2025-09-02", "V2", begin="2024-09-01", persoon=PERSOON),
    begin("V3", begin="2026-01-01", bronTijd="2026-01-01T09:00:00Z", persoon=VOLLEDIG["persoon"]),
    ingetrokken("V3-begin", "2026-01-02", "V3"),
)
LAND = EEN + ANDERE

STANDEN = {
    "verblijf": """
        SELECT d.kenmerk, d.status, d.titel, d.begin, d.einde_vroegst, d.einde_laatst, d.zekerheid,
            d.verwachting_reden, d.einde, d.eindereden, d.terroristisch, d.reclassering,
            d.doelgroep_code, d.doelgroep_zin, d.nummer, d.bekend_sinds, v.kenmerk AS vorig
        FROM dossiers_dossier d LEFT JOIN dossiers_dossier v ON v.id = d.vorig_id""",
    "persoon": "SELECT d.kenmerk, t.* FROM dossiers_persoonsgegevens t {d}",
    "plaatsen": "SELECT d.kenmerk, t.* FROM dossiers_plaats t {d}",
    "gemeenten": "SELECT d.kenmerk, t.* FROM dossiers_gemeenteband t {d}",
    "toezicht": "SELECT d.kenmerk, t.* FROM dossiers_toezicht t {d}",
    "keten": "SELECT d.kenmerk, t.* FROM dossiers_ketenkenmerk t {d}",
    "veroordeling": "SELECT d.kenmerk, t.* FROM dossiers_veroordeling t {d}",
    "risico": "SELECT d.kenmerk, t.* FROM dossiers_risicomarkering t {d}",
    "inbreng": "SELECT d.kenmerk, t.* FROM dossiers_inbreng t {d}",
    "vragen": "SELECT d.kenmerk, t.code FROM dossiers_openvraag t {d} WHERE vervallen_op IS NULL",
    "gronden": "SELECT d.kenmerk, t.* FROM delen_grond t {d} WHERE vervallen_op IS NULL",
    "werk": "SELECT d.kenmerk, t.* FROM regie_werkregel t {d}",
    "feiten": "SELECT d.kenmerk, t.bericht_id FROM dossiers_verblijfsfeit t {d}",
    "berichten": "SELECT bericht_id, status, reden_code FROM berichten_bericht",
    "personen": """
        SELECT a.kenmerk, b.kenmerk AS ander FROM dossiers_dossier a
        JOIN dossiers_dossier b ON b.justitiabele_id = a.justitiabele_id""",
    "nummers": """
        SELECT d.kenmerk, j.bsn, j.skn, j.naamsleutel FROM dossiers_dossier d
        JOIN dossiers_justitiabele j ON j.id = d.justitiabele_id""",
}
"""What must be the same, whatever the order; `{d}` joins the dossier of a row."""
VLUCHTIG = {"id", "dossier_id", "vastgesteld_op", "nieuw_sinds", "uiterlijk", "wacht_tot"}
"""Columns that say in which row or at what moment: those may differ. So may the days on the work
list: what was news, and to whom the regie passed, depends on what was known before."""
BIJ_DOSSIER = "JOIN dossiers_dossier d ON d.id = t.dossier_id"


def land() -> dict[str, list[str]]:
    """All that stands in the database about these stays, in a fixed order."""
    uit = {}
    with verwerking(programma()), connection.cursor() as cursor:
        for naam, vraag in STANDEN.items():
            cursor.execute(vraag.format(d=BIJ_DOSSIER))
            kolommen = [kolom.name for kolom in cursor.description]
            rijen = [dict(zip(kolommen, rij, strict=True)) for rij in cursor.fetchall()]
            kaal = [{k: w for k, w in rij.items() if k not in VLUCHTIG} for rij in rijen]
            uit[naam] = sorted(map(str, kaal))
    return uit


def na(berichten: list[Any], knippen: set[int] = frozenset()) -> dict[str, list[str]]:  # type: ignore[assignment]
    """The land after these messages, sent in batches that end at these places; then undone.

    On the way: grounds rebuilt from the rows are the stored ones, and rows and fold tell the same.
    So do the days on the work list.
    """
    with transaction.atomic():
        maak_loketten()
        randen = [0, *sorted(k for k in knippen if k < len(berichten)), len(berichten)]
        for van, tot in itertools.pairwise(randen):
            stuur(*berichten[van:tot])
        stand = land()
        with verwerking(programma()):
            assert not [nr for deel in afwijkende_dossiers(VANDAAG) for nr in deel]
            assert not werkstand.breng_bij(Dossier.objects.values_list("pk", flat=True), VANDAAG)
            for rij in Dossier.objects.prefetch_related("feiten"):
                gevouwen = vouw(map(als_bericht, rij.feiten.all()))
                assert gevouwen is not None
                assert feiten_van(rij.pk) == uit_stand(gevouwen, rij.bekend_sinds)
        weg_ermee()
    return stand


@st.composite
def leveringen(draw: st.DrawFn) -> tuple[list[Any], list[Any], set[int]]:
    """Some of the messages in the order of the source, and the same shuffled, with repeats."""
    keuze = draw(st.lists(st.sampled_from(range(len(LAND))), min_size=2, max_size=12, unique=True))
    als_bron = sorted((LAND[nr] for nr in keuze), key=lambda b: (b["bronTijd"], b["berichtId"]))
    nogmaals = draw(st.lists(st.sampled_from(als_bron), max_size=4))
    door_elkaar = draw(st.permutations([*als_bron, *nogmaals]))
    return als_bron, door_elkaar, draw(st.sets(st.integers(1, 14), max_size=5))


@settings(max_examples=10)
@given(leveringen())
@example((list(LAND), list(reversed(LAND)), {3, 7}))
@example((list(LAND), list(LAND) * 2, set(range(1, 40))))
@example(([ANDERE[0], EEN[0], EEN[8]], [EEN[0], EEN[8], ANDERE[0]], {1, 2}))
def test_hoe_de_berichten_ook_komen_het_land_is_hetzelfde(
    levering: tuple[list[Any], list[Any], set[int]],
) -> None:
    als_bron, door_elkaar, knippen = levering
    assert na(door_elkaar, knippen) == na(als_bron)
