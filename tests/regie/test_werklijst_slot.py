"""What is asked for many dossiers at once is what row security shows one by one.

The functions behind a work list look as the owner, with one test per dossier. In random worlds of
restrictions and narrowed, ended and coming grounds they tell each reader exactly as much as the
tables do.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from richting.akkoord.woorden import Feitsoort, Loketsoort
from richting.delen.models import Afscherming, Grond
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.meldingen.overzichten import onbeantwoord
from richting.regie.models import Werkregel
from richting.regie.overzichten.hoofdlijsten import LIJSTEN, regels_van
from richting.regie.toegang import categorieen_van
from tests.berichten.bouwers import maak_partijen, programma
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg
from tests.regie.bouwers import VANDAAG, verblijf

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.6", "6.4")]
EEN_DAG = timedelta(days=1)
HOOGSTENS = [1, 4, 1000]
"""Up to how many unread messages are counted."""


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def maak_wereld(kans: Random, ploeg: Ploeg) -> list[UUID]:
    """Ten stays with restrictions and grounds of every kind."""
    zaken = [verblijf(f"W{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(10)]
    with verwerking(programma()):
        for zaak in zaken:
            for _keer in range(kans.choice((0, 0, 1, 2))):
                scherm_af(kans, ploeg, zaak)
            gronden = Grond.objects.filter(dossier=zaak, loket=kans.choice(ploeg.allen()).loket)
            gronden.update(**kans.choice(ANDERS))
            if kans.random() < 0.3:
                Melding.objects.filter(dossier=zaak).update(zonder_grond=True)
            gezien = Melding.objects.filter(dossier=zaak, loket=kans.choice(ploeg.allen()).loket)
            gezien.update(**kans.choice(GEZIEN))
    return zaken


ANDERS: tuple[dict[str, Any], ...] = (
    {"vervallen_op": klok.nu()},
    {"geldig_tot": VANDAAG},
    {"geldig_tot": VANDAAG + EEN_DAG},
    {"geldig_vanaf": VANDAAG + EEN_DAG},
    {"categorieen": ["bij"]},
    {"categorieen": ["verblijf"]},
    {},
)
"""What may be different about a ground."""
GEZIEN: tuple[dict[str, Any], ...] = (
    {"gelezen_op": klok.nu()},
    {"bevestigd_op": klok.nu()},
    {"gelezen_op": None, "bevestigd_op": None},
)
"""What a desk may have done with what it was told."""
VRAGEN = (
    (frozenset(Feitsoort), frozenset(Loketsoort)),
    (frozenset({Feitsoort.VERBLIJF_BEGONNEN}), frozenset(Loketsoort)),
    (frozenset(Feitsoort), frozenset({Loketsoort.NAZORG})),
)
"""Of which facts, to desks of which kinds, unanswered news is asked."""


def scherm_af(kans: Random, ploeg: Ploeg, zaak: UUID) -> None:
    soort = kans.choice((Afscherming.NIET, Afscherming.ALLEEN))
    iemand = kans.choice(ploeg.allen())
    niemand = soort == Afscherming.ALLEEN and kans.random() < 0.5
    Afscherming.objects.create(
        dossier_id=zaak,
        soort=soort,
        medewerker=None if niemand else iemand.medewerker,
        loket=kans.choice((None, iemand.loket)),
        reden="proef",
        gezet_op=klok.nu(),
        beeindigd_op=kans.choice((None, None, klok.nu())),
    )


def uit_functies(lid: Lid, zaken: list[UUID]) -> dict[str, Any]:
    with lezing(lid.wie(), "test") as lees, connection.cursor() as cursor:
        lees.niets_gezien()
        cursor.execute("SELECT unnest(delen_open_lijst())")
        open_ = sorted(nummer for (nummer,) in cursor.fetchall())
        regels, mag = regels_van(zaken)
        cursor.execute("SELECT meldingen_ongelezen(n) FROM unnest(%s) n", [HOOGSTENS])
        ongelezen = [aantal for (aantal,) in cursor.fetchall()]
        cursor.execute("SELECT * FROM delen_gronden_van(%s::uuid[])", [zaken])
        return {
            "open": open_,
            "gronden": sorted(map(str, cursor.fetchall())),
            "ongelezen": ongelezen,
            "regels": {regel.dossier_id: beeld_van(regel) for regel in regels},
            "categorieen": categorieen_van(zaken, lid.loket.pk),
            "mag": mag,
            "onbeantwoord": [onbeantwoord(zaken, *vraag) for vraag in VRAGEN],
        }


def onder_het_slot(lid: Lid, zaken: list[UUID]) -> dict[str, Any]:
    with lezing(lid.wie(), "test") as lees, connection.cursor() as cursor:
        lees.niets_gezien()
        cursor.execute(
            "SELECT d, delen_ziet(d, NULL), delen_categorieen(d, %s) FROM unnest(%s::uuid[]) d",
            [lid.loket.pk, zaken],
        )
        rijen = cursor.fetchall()
        eigen = Werkregel.objects.filter(loket=lid.loket, dossier__in=zaken)
        zichtbaar = eigen.filter(dossier__persoon__isnull=False).select_related("dossier__persoon")
        soorten = {nummer: set(soorten) for nummer, _ziet, soorten in rijen}
        ongelezen = Melding.objects.filter(loket=lid.loket, gelezen_op=None).count()
        gronden = Grond.objects.filter(loket=lid.loket, dossier__in=zaken)
        return {
            "gronden": sorted(map(str, gronden.values_list("dossier", "grondslag", "categorieen"))),
            "ongelezen": [min(grens, ongelezen) for grens in HOOGSTENS],
            "open": sorted(nummer for nummer, ziet, _soorten in rijen if ziet),
            "regels": {regel.dossier_id: beeld_van(regel) for regel in zichtbaar},
            "categorieen": soorten,
            "mag": {regel.dossier_id: soorten[regel.dossier_id] for regel in zichtbaar},
            "onbeantwoord": [los_onbeantwoord(zaken, *vraag) for vraag in VRAGEN],
        }


def los_onbeantwoord(
    zaken: list[UUID], feiten: frozenset[Feitsoort], aan: frozenset[Loketsoort]
) -> list[Melding]:
    """The same from the table, row by row under row security."""
    rijen = Melding.objects.filter(dossier__in=zaken, soort__in=feiten, loket__soort__in=aan)
    return list(rijen.filter(gelezen_op=None, bevestigd_op=None).order_by("pk"))


def beeld_van(regel: Werkregel) -> dict[str, Any]:
    """Every column that a line shows, of each table."""
    dossier = regel.dossier
    return {
        "regel": kolommen(regel),
        "dossier": kolommen(dossier),
        "persoon": kolommen(dossier.persoon),
        **{
            naam: sorted((kolommen(rij) for rij in getattr(dossier, naam).all()), key=str)
            for naam in LIJSTEN
        },
    }


def kolommen(rij: Any) -> dict[str, Any]:
    return {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields}


@pytest.mark.parametrize("zaad", range(6))
def test_veel_tegelijk_is_wat_het_slot_per_dossier_laat_zien(ploeg: Ploeg, zaad: int) -> None:
    zaken = maak_wereld(Random(zaad), ploeg)
    for lid in ploeg.allen():
        assert uit_functies(lid, zaken) == onder_het_slot(lid, zaken)


def test_het_programma_ziet_wat_elk_loket_nog_niet_las(ploeg: Ploeg) -> None:
    zaken = maak_wereld(Random(7), ploeg)
    with verwerking(programma()):
        gevonden = [onbeantwoord(zaken, *vraag) for vraag in VRAGEN]
        assert gevonden == [los_onbeantwoord(zaken, *vraag) for vraag in VRAGEN]
    assert len({rij.loket_id for rij in gevonden[0]}) > 1


def test_zonder_context_is_niets_open(ploeg: Ploeg) -> None:
    zaak = verblijf()
    with connection.cursor() as cursor:
        cursor.execute("SELECT unnest(delen_open_lijst())")
        assert cursor.fetchall() == []
        cursor.execute("SELECT regie_regels(%s::uuid[])", [[zaak]])
        assert cursor.fetchone() == (None,)
        cursor.execute("SELECT delen_toegelaten(%s)", [zaak])
        assert cursor.fetchone() == (False,)
    assert onbeantwoord([zaak], *VRAGEN[0]) == []
