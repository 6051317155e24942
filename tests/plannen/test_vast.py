"""Fixed is fixed in the database itself: also for its owner, also by hand. Clausule 7.1, 8.3."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection

from richting.kern.werk import verwerking
from richting.plannen.acties import advies, inhoud, slachtoffer
from richting.plannen.acties.versies import stel_vast
from richting.plannen.models import Adviesverzoek, Planversie, Planversiedeel
from richting.plannen.vast import vernietiging
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing
from tests.berichten.bouwers import programma, tel
from tests.partijen.bouwers import Ploeg
from tests.plannen.test_tegelijk import maak_zaak

NIET = "verandert niet meer"
OP_VERSIE = (
    "UPDATE plannen_planversie SET toelichting = 'Anders'",
    "UPDATE plannen_planversie SET gemaakt_op = now(), door = 'Niemand'",
    "UPDATE plannen_planversie SET versie = versie + 1",
    "DELETE FROM plannen_planversiedeel",
    "UPDATE plannen_planversiedeel SET blokken = '[]'",
    "UPDATE plannen_planversiedeel SET categorie = 'zorg' WHERE categorie = 'plan'",
    "INSERT INTO plannen_planversiedeel (planversie_id, dossier_id, categorie, blokken)"
    " SELECT id, dossier_id, 'behandeling', '[]' FROM plannen_planversie",
)
OP_ADVIES = (
    "UPDATE plannen_adviesverzoek SET tekst = 'Anders'",
    "UPDATE plannen_adviesverzoek SET vastgesteld_op = NULL",
    "UPDATE plannen_adviesverzoek SET vastgesteld_op = vastgesteld_op + 1",
    "UPDATE plannen_adviesverzoek SET vastgesteld_door = 'Niemand'",
    "UPDATE plannen_adviesverzoek SET categorie = 'plan'",
    "DELETE FROM plannen_adviesverzoek",
)


@pytest.fixture
def vast(echte_database: None) -> tuple[Ploeg, UUID]:
    """A fixed version and a fixed advice, really in the database."""
    ploeg, zaak = maak_zaak()
    inhoud.voeg_doel_toe(ploeg.bram.wie(), zaak, "Naar school")
    slachtoffer.zeg_geen_belang(ploeg.bram.wie(), zaak)
    stel_vast(ploeg.bram.wie(), zaak, 0, "Eerste plan")
    cato = ploeg.cato.wie()
    rij = advies.leg_adviesverzoek_vast(
        cato, zaak, Adviesaanvrager.OM, Adviesbeslissing.SCHORSING, cato.vandaag, None
    )
    advies.stel_advies_vast(cato, zaak, rij.pk, 1, "Zo is het")
    return ploeg, zaak


def wat_staat(eigenaar: psycopg.Connection) -> list[Any]:
    """Every byte of what was fixed."""
    vragen = (
        "SELECT * FROM plannen_planversie",
        "SELECT * FROM plannen_planversiedeel ORDER BY categorie",
        "SELECT tekst, vastgesteld_op, vastgesteld_door FROM plannen_adviesverzoek",
    )
    return [eigenaar.execute(vraag).fetchall() for vraag in vragen]


@pytest.mark.clausule("7.1", "8.3")
def test_ook_de_eigenaar_verandert_niets_aan_wat_vast_is(
    vast: tuple[Ploeg, UUID], eigenaar: psycopg.Connection
) -> None:
    voor = wat_staat(eigenaar)
    assert all(voor)
    for opdracht in (*OP_VERSIE, *OP_ADVIES):
        with pytest.raises(psycopg.DatabaseError, match=NIET):
            eigenaar.execute(opdracht)  # type: ignore[call-overload]
    assert wat_staat(eigenaar) == voor


@pytest.mark.clausule("7.1", "8.3")
def test_ook_het_programma_verandert_niets_aan_wat_vast_is(
    vast: tuple[Ploeg, UUID], eigenaar: psycopg.Connection
) -> None:
    voor = wat_staat(eigenaar)
    for opdracht in (*OP_VERSIE, *OP_ADVIES):
        with (
            pytest.raises(DatabaseError, match=NIET),
            verwerking(programma()),
            connection.cursor() as cursor,
        ):
            cursor.execute(opdracht)
    assert wat_staat(eigenaar) == voor


@pytest.mark.clausule("8.3")
def test_de_uitkomst_komt_er_later_bij(
    vast: tuple[Ploeg, UUID], eigenaar: psycopg.Connection
) -> None:
    ploeg, zaak = vast
    cato = ploeg.cato.wie()
    with verwerking(programma()):
        rij = Adviesverzoek.objects.get(dossier=zaak)
    na = advies.noteer_uitkomst(cato, zaak, rij.pk, rij.versie, "Geschorst", cato.vandaag)
    assert (na.uitkomst, na.tekst) == ("Geschorst", "Zo is het")


def test_een_concept_verandert_vrij(vast: tuple[Ploeg, UUID], eigenaar: psycopg.Connection) -> None:
    ploeg, zaak = vast
    cato = ploeg.cato.wie()
    concept = advies.leg_adviesverzoek_vast(
        cato, zaak, Adviesaanvrager.RECHTER, Adviesbeslissing.VI, cato.vandaag, None
    )
    advies.bewaar_tekst(cato, zaak, concept.pk, 1, "Eerst dit")
    assert advies.bewaar_tekst(cato, zaak, concept.pk, 2, "Dan dat").versie == 3
    weg = eigenaar.execute("DELETE FROM plannen_adviesverzoek WHERE id = %s", [concept.pk])
    assert weg.rowcount == 1


def test_alleen_een_verklaarde_vernietiging_neemt_het_weg(vast: tuple[Ploeg, UUID]) -> None:
    _ploeg, zaak = vast
    tabellen = (Planversiedeel, Planversie, Adviesverzoek)
    with pytest.raises(DatabaseError, match=NIET), verwerking(programma()), vernietiging():
        Planversie.objects.filter(dossier=zaak).update(toelichting="Anders")
    assert all(tel(model, dossier=zaak) for model in tabellen)
    with verwerking(programma()), vernietiging():
        for model in tabellen:
            model._default_manager.filter(dossier=zaak).delete()
    assert not any(tel(model, dossier=zaak) for model in tabellen)


def test_na_de_vernietiging_geldt_de_wacht_weer(vast: tuple[Ploeg, UUID]) -> None:
    _ploeg, zaak = vast

    def eerst_verklaard() -> None:
        with verwerking(programma()):
            with vernietiging():
                pass
            Planversiedeel.objects.filter(dossier=zaak).delete()

    with pytest.raises(DatabaseError, match=NIET):
        eerst_verklaard()
