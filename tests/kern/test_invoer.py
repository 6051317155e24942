"""Rows that go in together come out as the ORM would have written them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db.models import F

from richting.dossiers.models import Justitiabele
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.invoer import NIETS, voeg_in, wijzig
from richting.kern.models import Instelling
from richting.kern.stapel import SLEUTELS, Stapel
from richting.kern.werk import verwerking

TOEN = datetime(2026, 11, 23, 8, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
def aan_het_werk(db: None) -> Iterator[None]:
    with verwerking(systeem_zelf("test", klok.nu())):
        yield


def instelling(naam: str, waarde: object) -> Instelling:
    return Instelling(
        naam=naam, waarde=waarde, geldig_vanaf=date(2026, 1, 2), reden="", gezet_op=TOEN
    )


def test_elke_waarde_komt_terug_zoals_zij_was() -> None:
    waarden = [{"é": [1, 2.5, None, "\\ \"aan' %s"]}, [], "tekst", 3, True]
    voeg_in(instelling(f"n{nr}", waarde) for nr, waarde in enumerate(waarden))
    rijen = list(Instelling.objects.filter(naam__startswith="n", gezet_op=TOEN).order_by("pk"))
    assert [rij.waarde for rij in rijen] == waarden
    assert {rij.geldig_vanaf for rij in rijen} == {date(2026, 1, 2)}


def test_de_database_geeft_de_sleutels_in_volgorde_terug() -> None:
    mensen = [Justitiabele(naamsleutel=naam, aangemaakt_op=TOEN) for naam in ("een", "twee")]
    voeg_in(mensen, met_sleutel=True)
    assert [Justitiabele.objects.get(pk=mens.pk).naamsleutel for mens in mensen] == ["een", "twee"]
    mensen[0].naamsleutel = "anders"
    mensen[0].save()
    assert Justitiabele.objects.filter(aangemaakt_op=TOEN).count() == 2


def test_wat_er_al_is_blijft_zoals_het_is() -> None:
    sleutel = UUID(int=7)
    voeg_in([Justitiabele(pk=sleutel, naamsleutel="eerst", aangemaakt_op=TOEN)])
    voeg_in([Justitiabele(pk=sleutel, naamsleutel="later", aangemaakt_op=TOEN)], NIETS)
    assert Justitiabele.objects.get(pk=sleutel).naamsleutel == "eerst"


def test_een_uitdrukking_wordt_nooit_stil_als_tekst_bewaard() -> None:
    with pytest.raises(TypeError):
        voeg_in([Justitiabele(naamsleutel=F("bsn"), aangemaakt_op=TOEN)])


def test_gewijzigde_velden_komen_in_hun_rij_en_de_rest_blijft() -> None:
    mensen = [
        Justitiabele(naamsleutel=naam, bsn=bsn, aangemaakt_op=TOEN)
        for naam, bsn in (("een", "999990019"), ("twee", "999990020"))
    ]
    voeg_in(mensen, met_sleutel=True)
    for mens in mensen:
        mens.geboortedatum, mens.bsn, mens.naamsleutel = date(1990, 5, 17), None, "niet geschreven"
    wijzig(mensen, ("geboortedatum", "bsn"))
    rijen = Justitiabele.objects.filter(aangemaakt_op=TOEN).order_by("naamsleutel")
    assert [(r.naamsleutel, r.geboortedatum, r.bsn) for r in rijen] == [
        ("een", date(1990, 5, 17), None),
        ("twee", date(1990, 5, 17), None),
    ]


def test_wie_een_sleutel_vooraf_kreeg_wordt_daarmee_geschreven() -> None:
    stapel = Stapel()
    sleutels = [stapel.sleutel() for _ in range(SLEUTELS + 1)]
    assert len(set(sleutels)) == len(sleutels)
    stapel.voeg_toe(Justitiabele(pk=nr, aangemaakt_op=TOEN) for nr in sleutels)
    stapel.schrijf()
    assert set(Justitiabele.objects.values_list("pk", flat=True)) >= set(sleutels)


def test_van_wie_er_al_was_komt_geen_sleutel_terug() -> None:
    oud, nieuw = UUID(int=8), UUID(int=9)
    voeg_in([Justitiabele(pk=oud, aangemaakt_op=TOEN)])
    beide = [Justitiabele(pk=nr, aangemaakt_op=TOEN) for nr in (oud, nieuw)]
    assert voeg_in(beide, NIETS, met_sleutel=True) == {nieuw}
