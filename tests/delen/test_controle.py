"""Grounds rebuilt from the facts equal the stored ones; what drifted is named and mended."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from richting.akkoord.feiten import Feiten
from richting.delen import controle, opdrachten
from richting.delen.acties import herbouw_alles, herrekening
from richting.delen.models import Afscherming, Grond
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from tests.akkoord.bouwers import ARNHEM, VANDAAG, ingezetene, verblijf
from tests.delen.bouwers import maak_dossier, maak_loketten

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4")]


@pytest.fixture
def drie(monkeypatch: pytest.MonkeyPatch) -> dict[UUID, Feiten]:
    """Three dossiers and the facts that `dossiers` gives for them."""
    maak_loketten()
    feiten = [
        verblijf(),
        verblijf(gemeenten=(ingezetene(ARNHEM),)),
        replace(verblijf(), terroristisch=True),
    ]
    stand = {maak_dossier(f, nummer=f"R-{nr}"): f for nr, f in enumerate(feiten)}
    for lezer in (controle, herrekening):
        monkeypatch.setattr(lezer, "feiten_van_alle", lambda nrs: {nr: stand[nr] for nr in nrs})
    return stand


def wie() -> Any:
    return systeem_zelf("test", klok.nu())


def scheef() -> set[UUID]:
    with verwerking(wie()):
        return {nr for deel in controle.afwijkende_dossiers(VANDAAG) for nr in deel}


def test_wat_is_opgeslagen_is_wat_de_feiten_geven(drie: dict[UUID, Feiten]) -> None:
    assert scheef() == set()


@pytest.mark.parametrize(
    "knoei",
    [
        lambda rijen: rijen.update(vervallen_op=klok.nu()),
        lambda rijen: rijen.update(categorieen=["verblijf", "risico"]),
        lambda rijen: rijen.update(geldig_tot=None, zin="anders"),
        lambda rijen: Grond.objects.create(
            **{
                veld.attname: getattr(rijen.first(), veld.attname)
                for veld in Grond._meta.fields
                if veld.name != "id"
            }
        ),
    ],
    ids=["weg", "te_ruim", "te_lang", "dubbel"],
)
def test_een_afwijking_wordt_gevonden_en_hersteld(drie: dict[UUID, Feiten], knoei: Any) -> None:
    eerste = next(iter(drie))
    with verwerking(wie()):
        knoei(Grond.objects.filter(dossier=eerste))
    assert scheef() == {eerste}
    with verwerking(wie()):
        hersteld = [nr for deel in herbouw_alles(wie()) for nr in deel]
    assert hersteld == [eerste]
    assert scheef() == set()
    with verwerking(wie()):
        assert Journaal.objects.filter(dossier_id=eerste, soort__startswith="grond_").count() > 1


def test_een_verdwenen_afscherming_wordt_gevonden_en_hersteld(drie: dict[UUID, Feiten]) -> None:
    laatste = list(drie)[-1]
    with verwerking(wie()):
        Afscherming.objects.all().delete()
    assert scheef() == {laatste}
    with verwerking(wie()):
        assert [nr for deel in herbouw_alles(wie()) for nr in deel] == [laatste]
    assert scheef() == set()


@pytest.mark.parametrize(("herstel", "code"), [(False, 1), (True, 0)])
def test_de_opdracht_noemt_wat_afwijkt(
    drie: dict[UUID, Feiten], capsys: pytest.CaptureFixture[str], herstel: bool, code: int
) -> None:
    eerste = next(iter(drie))
    with verwerking(wie()):
        Grond.objects.filter(dossier=eerste).update(doel="anders")
        keuze = Namespace(herstel=herstel, controleer=not herstel)
        assert opdrachten.doe_gronden(keuze) == code
    wat = "hersteld" if herstel else "gevonden"
    assert capsys.readouterr().out.split("\n")[:2] == [
        str(eerste),
        f"Afwijkende dossiers {wat}: 1.",
    ]
