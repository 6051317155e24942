"""`kill -9` in the middle of a delivery: nothing acknowledged is lost, nothing is doubled.

The owner of the database holds something that one message needs, so the intake stands still at that
message, whatever the speed of the machine. There it is killed. The same delivery is sent again, and
the end must be that of a delivery that nobody disturbed.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import psycopg
import pytest

from tests.api.bouwers import V1, maak_machine, verwerkingsloket
from tests.berichten.bouwers import BRON, begin, einde_gewijzigd, maak_partijen, stuur
from tests.berichten.test_zelfde_dossier import land
from tests.hulp import maak_leeg
from tests.kern.test_journaal import uitslag as keuring

pytestmark = [pytest.mark.usefixtures("echte_database"), pytest.mark.clausule("5.4")]
RICHTING = (sys.executable, "-m", "richting.config.opdracht")
AANTAL, GROEP = 200, 50
BSN = {60: "999990032", 80: "999990044"}
"""The people of two stays have a number, so that a message can be made to wait for them."""
SNEL, KEREN = 0.05, 1200


def levering() -> list[dict[str, Any]]:
    """Stays with two messages each; every second stay sends its change before its begin."""
    regels: list[dict[str, Any]] = []
    for nr in range(AANTAL // 2):
        wie = {"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"}
        paar = [
            begin(f"V{nr}", persoon=wie | ({"bsn": BSN[nr]} if nr in BSN else {})),
            einde_gewijzigd(f"V{nr}"),
        ]
        regels += paar if nr % 2 else reversed(paar)
    return regels


def voor_de_groep(houder: psycopg.Connection, stay: int) -> None:
    """Hold the lock of the stay: the group has not begun."""
    sleutel = f"{BRON}\x1fV{stay}"
    houder.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7201))", [sleutel])


def halverwege_de_groep(houder: psycopg.Connection, stay: int) -> None:
    """Hold the number of the person: half of the group is applied, and not committed."""
    houder.execute(
        "INSERT INTO dossiers_justitiabele (bsn, naamsleutel, aangemaakt_op)"
        " VALUES (%s, '', now())",
        [BSN[stay]],
    )


def voor_het_vastleggen(houder: psycopg.Connection, stay: int) -> None:
    """Hold the id of a message: the whole group is applied, the messages are not stored yet."""
    houder.execute(
        "INSERT INTO berichten_bericht (bron, bericht_id, soort, bron_tijd, verblijf,"
        " vingerafdruk, status, reden_code, reden, toelichting, ontvangen_op)"
        " VALUES (%s, %s, 'begin', now(), '', '', 'wacht', '', '', '', now())",
        [BRON, f"V{stay}-begin"],
    )


PUNTEN = (voor_de_groep, halverwege_de_groep, voor_het_vastleggen)
Houd = Callable[[psycopg.Connection, int], None]


def tot(proces: subprocess.Popen[bytes], klaar: Callable[[], Any]) -> Any:
    """What `klaar` gives, once it gives something; the process must live until then."""
    for _keer in range(KEREN):
        gevonden = klaar()
        if gevonden:
            return gevonden
        try:
            proces.wait(SNEL)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("het programma eindigde voor de klap")
    raise AssertionError("het programma kwam niet tot hier")


@contextmanager
def gedood_bij(
    punt: Houd, stay: int, eigenaar: psycopg.Connection, *woorden: str, **omgeving: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Within the block this command runs; at its end it is killed while it waits at the point."""
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"]) as houder:
        punt(houder, stay)
        proces = subprocess.Popen(
            [*RICHTING, *woorden],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | omgeving,
            start_new_session=True,
        )
        try:
            yield proces
            wachter = tot(proces, lambda: _wie_wacht(eigenaar))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(proces.pid, signal.SIGKILL)
            proces.wait()
        houder.rollback()
    while eigenaar.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s", [wachter]).fetchone():
        pass


def _wie_wacht(eigenaar: psycopg.Connection) -> int | None:
    rij = eigenaar.execute("SELECT pid FROM pg_locks WHERE NOT granted").fetchone()
    return rij[0] if rij else None


def bewaard(eigenaar: psycopg.Connection) -> set[str]:
    return {nr for (nr,) in eigenaar.execute("SELECT bericht_id FROM berichten_bericht")}


VERTELD = """
SELECT d.kenmerk, 'journaal', j.volgnummer::text, j.soort FROM kern_journaal j
    JOIN dossiers_dossier d ON d.id = j.dossier_id
UNION ALL SELECT d.kenmerk, 'melding', m.loket_id::text, m.soort FROM meldingen_melding m
    JOIN dossiers_dossier d ON d.id = m.dossier_id
ORDER BY 1, 2, 3, 4
"""


def alles(eigenaar: psycopg.Connection) -> tuple[Any, ...]:
    """The land, and what was recorded and told of it, each thing as often as it is there."""
    heel, zin = keuring(eigenaar)
    assert heel, zin
    return land(), eigenaar.execute(VERTELD).fetchall()


def zoals_zonder_klap(regels: list[Any], eigenaar: psycopg.Connection) -> None:
    """The rest arrives, and then all is as if nothing had happened."""
    na_de_klap = alles(eigenaar)
    maak_leeg()
    maak_partijen()
    stuur(*regels)
    assert na_de_klap == alles(eigenaar)


@pytest.mark.parametrize("punt", PUNTEN)
def test_een_bestand_dat_halverwege_stopt(
    punt: Houd, tmp_path: Path, eigenaar: psycopg.Connection
) -> None:
    maak_partijen()
    regels = levering()
    bestand, verslag = tmp_path / "levering.jsonl", tmp_path / "uitslag.jsonl"
    bestand.write_text("\n".join(map(json.dumps, regels)), encoding="utf-8")

    with gedood_bij(punt, 60, eigenaar, "lees-in", str(bestand), "--uitslag", str(verslag)):
        pass

    erkend = {json.loads(r)["berichtId"] for r in verslag.read_text(encoding="utf-8").splitlines()}
    assert len(erkend) == 2 * GROEP
    assert bewaard(eigenaar) == erkend
    antwoorden = [antwoord.status.value for antwoord in stuur(*regels)]
    assert antwoorden == ["herhaald"] * 2 * GROEP + ["aanvaard"] * 2 * GROEP
    zoals_zonder_klap(regels, eigenaar)


def vrije_poort() -> int:
    with socket.socket() as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        return int(stopcontact.getsockname()[1])


def test_een_server_die_halverwege_een_reeks_stopt(eigenaar: psycopg.Connection) -> None:
    """The first batch was answered, of the second one group was committed: told to nobody."""
    maak_partijen()
    regels, sleutel, poort = levering(), maak_machine(verwerkingsloket()).sleutel, vrije_poort()

    def lever(reeks: list[Any]) -> list[str] | None:
        koppen = {"Authorization": f"Bearer {sleutel}", "Content-Type": "application/json"}
        adres = f"http://127.0.0.1:{poort}{V1}/verblijfsberichten"
        try:
            with urlopen(Request(adres, json.dumps(reeks).encode(), koppen)) as antwoord:
                return [regel["berichtId"] for regel in json.load(antwoord)["berichten"]]
        except (URLError, ConnectionError):
            return None

    plek = {"RICHTING_POORT": str(poort), "RICHTING_WERKPROCESSEN": "1"}
    with ThreadPoolExecutor(1) as werker:
        tweede: Future[list[str] | None]
        with gedood_bij(voor_het_vastleggen, 80, eigenaar, "dien-op", **plek) as proces:
            erkend = tot(proces, lambda: lever(regels[: 2 * GROEP]))
            tweede = werker.submit(lever, regels[2 * GROEP :])
        assert tweede.result(timeout=60) is None

    assert len(erkend) == 2 * GROEP
    assert set(erkend) < bewaard(eigenaar)
    assert bewaard(eigenaar) == {regel["berichtId"] for regel in regels[: 3 * GROEP]}
    opnieuw = [antwoord.status.value for antwoord in stuur(*regels)]
    assert opnieuw[: 3 * GROEP] == ["herhaald"] * 3 * GROEP
    assert "herhaald" not in opnieuw[3 * GROEP :]
    zoals_zonder_klap(regels, eigenaar)
