"""What must hold for the standings, whatever somebody answers and whatever is agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.plan.eisen import KEUZEVRAGEN
from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.gebieden import DATUMVRAGEN, ID_TOT
from richting.akkoord.plan.standen import ernst, stand, stand_op_ontslag
from richting.akkoord.plan.woorden import (
    Actieherkomst,
    Actiekader,
    Actiestaat,
    Antwoordbron,
    Antwoordsoort,
    Leefgebied,
    Standwaarde,
)

DAGEN = st.dates(date(2025, 1, 1), date(2029, 12, 31))
MISSCHIEN_DAG = st.none() | DAGEN
KLAAR = {Standwaarde.IN_ORDE, Standwaarde.NIET_NODIG}
WACHT = [Actiestaat.AFGESPROKEN, Actiestaat.BEZIG]


def antwoord(code: str, waarden: st.SearchStrategy[Any]) -> st.SearchStrategy[Antwoord]:
    """Any answer to a question, given or not."""
    return st.builds(
        lambda soort, waarde, bron, dag: Antwoord(
            code, soort, waarde if soort is Antwoordsoort.GEGEVEN else None, bron, dag
        ),
        st.sampled_from(Antwoordsoort),
        waarden,
        st.sampled_from(Antwoordbron),
        MISSCHIEN_DAG,
    )


ALLE = {vraag.vraag: st.sampled_from(list(vraag.tabel)) for vraag in KEUZEVRAGEN} | dict.fromkeys(
    DATUMVRAGEN, DAGEN
)
ANTWOORDEN = st.fixed_dictionaries(
    {}, optional={code: antwoord(code, waarden) for code, waarden in ALLE.items()}
)
GEBIEDEN = st.sampled_from(Leefgebied)
ACTIES = st.lists(
    st.builds(
        Actiefeit,
        leefgebied=GEBIEDEN,
        staat=st.sampled_from(Actiestaat),
        herkomst=st.sampled_from(Actieherkomst),
        kader=st.sampled_from(Actiekader),
        begin=MISSCHIEN_DAG,
        uiterlijk=MISSCHIEN_DAG,
        klaar_op=MISSCHIEN_DAG,
        draagt=st.booleans(),
    ),
    max_size=4,
)


@pytest.mark.clausule("5.10")
@given(ANTWOORDEN, ACTIES, DAGEN, st.integers(0, 900), st.integers(1, 400))
def test_niets_maakt_in_orde_van_een_document_dat_voor_ontslag_verloopt(
    gegeven: dict[str, Antwoord], acties: list[Actiefeit], op: date, wachten: int, eerder: int
) -> None:
    ontslag = op + timedelta(days=wachten)
    verloopt = Antwoord(ID_TOT, Antwoordsoort.GEGEVEN, ontslag - timedelta(days=eerder))
    gegeven = {**gegeven, ID_TOT: verloopt}
    uitkomst = stand_op_ontslag(Leefgebied.IDENTITEIT, gegeven, acties, op, ontslag)
    assert uitkomst.waarde is not Standwaarde.IN_ORDE


@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN, MISSCHIEN_DAG)
def test_acties_alleen_maken_nooit_in_orde(
    gebied: Leefgebied,
    gegeven: dict[str, Antwoord],
    acties: list[Actiefeit],
    op: date,
    ontslag: date | None,
) -> None:
    zonder = stand_op_ontslag(gebied, gegeven, [], op, ontslag)
    met = stand_op_ontslag(gebied, gegeven, acties, op, ontslag)
    assert (met.waarde in KLAAR) == (zonder.waarde in KLAAR)


@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN, MISSCHIEN_DAG, st.data())
def test_wat_onbekend_is_wordt_nooit_in_orde(
    gebied: Leefgebied,
    gegeven: dict[str, Antwoord],
    acties: list[Actiefeit],
    op: date,
    ontslag: date | None,
    data: st.DataObject,
) -> None:
    code = data.draw(st.sampled_from(SLEUTELS[gebied]))
    weg = data.draw(st.sampled_from([Antwoordsoort.ONBEKEND, Antwoordsoort.NIET_GEVRAAGD]))
    onbekend = {**gegeven, code: Antwoord(code, weg)}
    assert stand_op_ontslag(gebied, onbekend, acties, op, ontslag).waarde not in KLAAR
    zonder = {c: a for c, a in gegeven.items() if c != code}
    assert stand_op_ontslag(gebied, zonder, acties, op, ontslag).waarde not in KLAAR


SLEUTELS = {
    Leefgebied.ONDERDAK: ["onderdak_na"],
    Leefgebied.INKOMEN: ["inkomen_na"],
    Leefgebied.SCHULDEN: ["schulden"],
    Leefgebied.IDENTITEIT: ["id_document"],
    Leefgebied.ZORG: ["zorgverzekering", "zorg_nodig", "medicijnen"],
    Leefgebied.NETWERK: ["steun"],
    Leefgebied.MOTIVATIE: ["motivatie"],
}
"""Questions without which an area is never in order."""


@pytest.mark.clausule("5.7", "5.8", "5.10")
@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN, MISSCHIEN_DAG, st.data())
def test_wat_langer_geldig_is_maakt_nooit_iets_erger(
    gebied: Leefgebied,
    gegeven: dict[str, Antwoord],
    acties: list[Actiefeit],
    op: date,
    ontslag: date | None,
    data: st.DataObject,
) -> None:
    code = data.draw(st.sampled_from(sorted(DATUMVRAGEN)))
    dag = data.draw(DAGEN)
    eerst = {**gegeven, code: Antwoord(code, Antwoordsoort.GEGEVEN, dag)}
    langer = Antwoord(code, Antwoordsoort.GEGEVEN, dag + timedelta(days=data.draw(DUUR)))
    voor = stand_op_ontslag(gebied, eerst, acties, op, ontslag)
    na = stand_op_ontslag(gebied, {**eerst, code: langer}, acties, op, ontslag)
    assert ernst(na.waarde) <= ernst(voor.waarde)


DUUR = st.integers(0, 1500)


@pytest.mark.clausule("8.3")
@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN, DAGEN, DUUR)
def test_meer_tijd_maakt_een_plan_nooit_minder_geregeld(
    gebied: Leefgebied,
    gegeven: dict[str, Antwoord],
    acties: list[Actiefeit],
    op: date,
    ontslag: date,
    erbij: int,
) -> None:
    """A later release leaves more room for actions; only what ends meanwhile can undo that."""
    blijft = {code: a for code, a in gegeven.items() if code not in DATUMVRAGEN}
    voor = stand_op_ontslag(gebied, blijft, acties, op, max(op, ontslag))
    straks = max(op, ontslag) + timedelta(days=erbij)
    assert ernst(stand_op_ontslag(gebied, blijft, acties, op, straks).waarde) <= ernst(voor.waarde)


@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN, MISSCHIEN_DAG, st.data())
def test_een_actie_afmaken_maakt_nooit_iets_erger(
    gebied: Leefgebied,
    gegeven: dict[str, Antwoord],
    acties: list[Actiefeit],
    op: date,
    ontslag: date | None,
    data: st.DataObject,
) -> None:
    gegeven = {c: replace(a, peildatum=min(a.peildatum or op, op)) for c, a in gegeven.items()}
    lopend = Actiefeit(gebied, data.draw(st.sampled_from(WACHT)), uiterlijk=op)
    gedaan = replace(lopend, staat=Actiestaat.GEDAAN, klaar_op=op)
    voor = stand_op_ontslag(gebied, gegeven, [*acties, lopend], op, ontslag)
    na = stand_op_ontslag(gebied, gegeven, [*acties, gedaan], op, ontslag)
    assert ernst(na.waarde) <= ernst(voor.waarde)


@given(GEBIEDEN, ANTWOORDEN, ACTIES, DAGEN)
def test_zonder_dag_van_ontslag_is_straks_gelijk_aan_nu(
    gebied: Leefgebied, gegeven: dict[str, Antwoord], acties: list[Actiefeit], op: date
) -> None:
    nu = stand(gebied, gegeven, acties, op)
    assert stand_op_ontslag(gebied, gegeven, acties, op, None) == nu
    assert nu.zin == nu.zinnen[0]
    assert nu.zin
