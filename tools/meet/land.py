"""A land of any size: a sample taken in as messages, then copied row by row in the database.

What is copied is what pages and API read: the stay with its person and places, the grounds, the
mailbox and the lines of the work lists, all under a new dossier with a new person. So facts,
grounds and lines agree, as after the intake. Not copied: the journal, the messages and the folded
facts, which no measured page reads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import psycopg
from psycopg import sql

PER_KEER = 10_000
"""Dossiers per transaction."""
TABELLEN = (
    "dossiers_persoonsgegevens",
    "dossiers_ketenkenmerk",
    "dossiers_plaats",
    "dossiers_gemeenteband",
    "dossiers_toezicht",
    "dossiers_veroordeling",
    "dossiers_risicomarkering",
    "dossiers_inbreng",
    "dossiers_openvraag",
    "delen_grond",
    "delen_afscherming",
    "meldingen_melding",
    "regie_werkregel",
    "regie_regietijdvak",
    "plannen_planwerkregel",
)
ANDERS = {
    "dossier_id": "k.nieuw",
    "nieuw_sinds": "t.nieuw_sinds + make_interval(secs => k.ronde)",
}
"""Columns of a copy that differ from the original; the keys of rows come from the database."""
BRON = """
CREATE TEMP TABLE bron AS
SELECT d.id, row_number() OVER (ORDER BY d.id) AS nummer FROM dossiers_dossier d
WHERE NOT EXISTS (
    SELECT 1 FROM delen_grond g WHERE g.dossier_id = d.id AND g.loket_id = ANY (%(buiten)s))
"""
AANWEZIG = """
CREATE TEMP TABLE bron AS
SELECT w.dossier_id AS id, row_number() OVER (ORDER BY w.dossier_id) AS nummer
FROM regie_werkregel w
WHERE w.loket_id = %(loket)s AND w.vertrokken_op IS NULL AND w.zichtbaar_tot IS NULL
"""
KLOON = """
CREATE TEMP TABLE kloon ON COMMIT DROP AS
SELECT b.id AS oud, uuidv7() AS nieuw, uuidv7() AS persoon, %(eerste)s + n AS ronde
FROM generate_series(0, %(aantal)s - 1) n
JOIN bron b ON b.nummer = 1 + (%(eerste)s + n) %% (SELECT count(*) FROM bron)
"""
PERSONEN = """
INSERT INTO dossiers_justitiabele (id, naamsleutel, geboortedatum, aangemaakt_op)
SELECT k.persoon, t.naamsleutel, t.geboortedatum, t.aangemaakt_op
FROM kloon k JOIN dossiers_dossier d ON d.id = k.oud
JOIN dossiers_justitiabele t ON t.id = d.justitiabele_id
"""
DOSSIER = {
    "id": "k.nieuw",
    "nummer": "t.nummer || '-' || k.ronde",
    "kenmerk": "t.kenmerk || '-' || k.ronde",
    "justitiabele_id": "k.persoon",
    "vorig_id": "NULL",
}


def vul(baas: str, loket: int, tot: int) -> int:
    """Copy who is present at this desk until there are `tot`; returns how many there are."""
    with psycopg.connect(baas, autocommit=True) as lijn:
        lijn.execute("SET session_replication_role = replica")
        lijn.execute(AANWEZIG, {"loket": loket})
        er_zijn = int(lijn.execute("SELECT count(*) FROM bron").fetchone()[0])  # type: ignore[index]
        if 0 < er_zijn < tot:
            _kopieer(lijn, _tel(lijn), tot - er_zijn)
            return tot
    return er_zijn


def vermenigvuldig(
    baas: str,
    tot: int,
    *,
    buiten: Sequence[int] = (),
    volg: Callable[[int], None] | None = None,
) -> int:
    """Copy dossiers until there are `tot`; returns how many there are. Commits per PER_KEER.

    Dossiers of the desks `buiten` are not copied, so that their lists stay as long as they were.
    Runs as superuser: triggers and foreign keys were satisfied by the originals and are not run
    again.
    """
    with psycopg.connect(baas, autocommit=True) as lijn:
        lijn.execute("SET session_replication_role = replica")
        lijn.execute(BRON, {"buiten": list(buiten)})
        er_zijn = _tel(lijn)
        while er_zijn < tot:
            aantal = min(PER_KEER, tot - er_zijn)
            _kopieer(lijn, er_zijn, aantal)
            er_zijn += aantal
            if volg:
                volg(er_zijn)
    return er_zijn


def _tel(lijn: psycopg.Connection) -> int:
    return int(lijn.execute("SELECT count(*) FROM dossiers_dossier").fetchone()[0])  # type: ignore[index]


def _kopieer(lijn: psycopg.Connection, eerste: int, aantal: int) -> None:
    with lijn.transaction():
        lijn.execute(KLOON, {"eerste": eerste, "aantal": aantal})
        lijn.execute("ANALYZE kloon")
        lijn.execute(PERSONEN)
        lijn.execute(_kopie(lijn, "dossiers_dossier", "id", DOSSIER))
        for tabel in TABELLEN:
            lijn.execute(_kopie(lijn, tabel, "dossier_id", ANDERS))


def _kopie(
    lijn: psycopg.Connection, tabel: str, sleutel: str, anders: dict[str, str]
) -> sql.Composed:
    """Copy the rows of a table for every clone; a key `id` of its own is made anew."""
    namen = [
        naam
        for (naam,) in lijn.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped",
            [tabel],
        )
        if naam in anders or naam != "id"
    ]
    waarden = [sql.SQL(anders.get(naam, f"t.{naam}")) for naam in namen]  # type: ignore[arg-type]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM kloon k JOIN {} t ON t.{} = k.oud").format(
        sql.Identifier(tabel),
        sql.SQL(", ").join(map(sql.Identifier, namen)),
        sql.SQL(", ").join(waarden),
        sql.Identifier(tabel),
        sql.Identifier(sleutel),
    )
