"""The duty to tell: every kind of change has an answer, and nobody is left out in silence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.grondslagen.register import DEELBAAR_PLAN
from richting.akkoord.meldingen import MELDREGELS, PLANPARTIJEN, regel_voor
from richting.akkoord.meldplicht import KLASSEN, NIETZINNEN, ZWIJGZINNEN, Kring, Nietreden
from richting.akkoord.woorden import Feitsoort
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.zicht import BESLOTEN
from richting.dossiers import tijdlijn
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.acties import FEITEN, bevestig, markeer_gelezen
from richting.meldingen.models import Melding
from richting.regie.acties import besluiten
from richting.regie.acties.meldcontrole import controleer
from richting.regie.besluitpartijen import Voornemen
from richting.regie.models import Meldplichtcontrole
from richting.regie.overzichten.wieweet import Verandering, niet_gelezen, wie_weet_wat
from richting.regie.taken import meldplicht
from tests.berichten.bouwers import begin, dossier, einde_gewijzigd, maak_partijen, met, stuur, tel
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan

BRON = Path(__file__).parents[2] / "src" / "richting"


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    stuur(begin("WEET", reclassering="RN"))
    gevonden = dossier("WEET")
    assert gevonden is not None
    return gevonden.pk


# Every kind of change is classified


DRAGERS = {"noteer": 1, "_noteer": 0, "leg_vast": 4, "pas_aan": 4, "_pas_toe": 4, "_besluit": 3}
"""Functions that carry a kind of journal row, and from which argument on it can stand."""
DOORGEVEN = {"soort", "gebeurtenis", "gebeurd", "wijziging.soort"}
"""Kinds that a function gets from its caller, where they are read."""


def gebruikte_soorten() -> Iterator[str]:
    """Every kind of journal row in the code; what cannot be read is given as it stands there."""
    for pad in sorted(BRON.rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        vast = _vaste_waarden(boom)
        for knoop in ast.walk(boom):
            if not isinstance(knoop, ast.Call):
                continue
            naam = _naam(knoop.func)
            if naam in DRAGERS:
                for deel in knoop.args[DRAGERS[naam] :]:
                    yield from _woorden(deel, vast)
                if naam == "noteer" and not [*_woorden(knoop.args[1], vast)]:
                    yield from {ast.unparse(knoop.args[1])} - DOORGEVEN
            if naam in {"Wijziging", "_veld"} and knoop.args:
                yield from _woorden(knoop.args[0], vast)


def _vaste_waarden(boom: ast.Module) -> dict[str, list[str]]:
    """The words that a name of the module stands for: one, or those of a table."""
    uit: dict[str, list[str]] = {}
    for knoop in boom.body:
        doelen = knoop.targets if isinstance(knoop, ast.Assign) else []
        doelen = [knoop.target] if isinstance(knoop, ast.AnnAssign) else doelen
        waarde = getattr(knoop, "value", None)
        for doel in doelen:
            if isinstance(doel, ast.Name) and isinstance(waarde, ast.Constant | ast.Dict):
                delen = waarde.values if isinstance(waarde, ast.Dict) else [waarde]
                uit[doel.id] = [w for deel in delen for w in _woorden(deel, {})]
    return uit


def _naam(functie: ast.expr) -> str:
    if isinstance(functie, ast.Attribute):
        return functie.attr
    return functie.id if isinstance(functie, ast.Name) else ""


def _woorden(deel: ast.expr, vast: dict[str, list[str]]) -> Iterator[str]:
    if isinstance(deel, ast.Constant) and isinstance(deel.value, str):
        yield deel.value
    if isinstance(deel, ast.Name):
        yield from vast.get(deel.id, [])
    if isinstance(deel, ast.Subscript):
        yield from _woorden(deel.value, vast)
    if isinstance(deel, ast.IfExp):
        yield from _woorden(deel.body, vast)
        yield from _woorden(deel.orelse, vast)


GEEN_SOORT = {*(c.value for c in C), "beheer", "afscherming", ""}


@pytest.mark.clausule("5.4")
def test_elke_verandering_in_het_huis_zegt_wie_haar_moet_horen() -> None:
    """A new kind of journal row without an answer breaks the build."""
    in_code = set(gebruikte_soorten()) - GEEN_SOORT
    assert {"dossier_geopend", "plan_vastgesteld", "besluit_aangehouden", "actie_stap"} <= in_code
    op_tijdlijn = {*tijdlijn.VERTELLERS, *tijdlijn.ZINNEN}
    assert sorted((in_code | op_tijdlijn) - set(KLASSEN)) == []


def test_wat_niemand_hoort_heeft_een_reden() -> None:
    for klasse in KLASSEN.values():
        assert (klasse.reden is None) == (klasse.kring is not Kring.NIEMAND)
        assert bool(klasse.feiten) == (klasse.kring is not Kring.NIEMAND)
        if klasse.reden:
            assert ZWIJGZINNEN[klasse.reden]
    assert set(NIETZINNEN) == set(Nietreden)


def test_de_tabel_zegt_hetzelfde_als_wat_er_wordt_verteld() -> None:
    for soort, feit in FEITEN.items():
        assert feit in KLASSEN[soort].feiten, soort
    partijen = {s for s, klasse in KLASSEN.items() if klasse.kring is Kring.PARTIJEN}
    assert partijen - set(FEITEN) == {"dossier_geopend", "einde_gewijzigd"}


def test_wat_buiten_het_plan_ligt_staat_in_het_slot() -> None:
    """The function of the database names every kind of melding that lies apart from the plan.

    What only goes to desks outside the plan side, `regie_aan_planzijde` leaves out.
    """
    tekst = (BRON / "regie" / "sql" / "wie_weet.sql").read_text(encoding="utf-8")
    for regel in MELDREGELS:
        if regel.categorie in DEELBAAR_PLAN or not regel.aan & PLANPARTIJEN:
            continue
        assert tekst.count(f"m.soort <> '{regel.feit.value}'") == 2, regel.feit
        if regel.feit not in BESLOTEN:
            assert f"ARRAY['{regel.categorie.value}']" in tekst


# Who knows what


def weet(lid: Lid, zaak: UUID) -> list[Verandering]:
    from richting.dossiers import overzichten
    from richting.dossiers.feiten import feiten_uit_rijen

    wie = lid.wie()
    with lezing(wie, "test") as lees:
        rij = overzichten.dossier(zaak)
        lees.gezien([zaak], {"plan"})
        if rij is None:
            return []
        return wie_weet_wat(wie, zaak, feiten_uit_rijen(rij))


def standen(verandering: Verandering) -> dict[str, str]:
    return {regel.loket: regel.stand.value for regel in verandering.verteld}


@pytest.mark.clausule("5.4")
def test_per_loket_staat_hoe_ver_het_is(ploeg: Ploeg, zaak: UUID) -> None:
    stuur(einde_gewijzigd("WEET"))
    nieuw = weet(ploeg.bram, zaak)[0]
    assert standen(nieuw)[ploeg.anna.loket.naam] == "afgeleverd"
    with verwerking(systeem_zelf("test", klok.nu())):
        nummers = list(Melding.objects.filter(loket=ploeg.anna.loket).values_list("pk", flat=True))
    markeer_gelezen(ploeg.anna.wie(), nummers)
    assert standen(weet(ploeg.bram, zaak)[0])[ploeg.anna.loket.naam] == "gelezen"
    bevestig(ploeg.cato.wie(), zaak)
    assert standen(weet(ploeg.bram, zaak)[0])[ploeg.cato.loket.naam] == "bevestigd"


@pytest.mark.clausule("5.4", "6.4")
def test_wie_het_niet_hoorde_staat_er_met_de_reden(ploeg: Ploeg, zaak: UUID) -> None:
    wat = Voornemen(Besluitsoort.HUISUITZETTING, C.ONDERDAK, "De huur stopt", date(2026, 12, 18))
    besluiten.neem_voor(ploeg.anna.wie(), zaak, wat)
    (besluit,) = [v for v in weet(ploeg.bram, zaak) if "besluit" in v.zin]
    assert set(standen(besluit)) == {ploeg.bram.loket.naam, ploeg.cato.loket.naam}
    assert {r.loket: r.reden for r in besluit.niet}[ploeg.anna.loket.naam] == (
        "Dit loket deed het zelf."
    )


@pytest.mark.clausule("6.3", "6.5")
def test_wie_op_18b_of_bij_meekijkt_staat_er_niet(ploeg: Ploeg) -> None:
    risico = {"vanaf": "2026-11-01"}
    stuur(met(begin("RISICO", reclassering="RN"), risico18b=risico))
    gevonden = dossier("RISICO")
    assert gevonden is not None
    with verwerking(systeem_zelf("test", klok.nu())):
        soorten = set(
            Melding.objects.filter(dossier=gevonden.pk).values_list("loket__soort", flat=True)
        )
    veranderingen = weet(ploeg.bram, gevonden.pk)
    assert veranderingen
    alle = {r.loket for v in veranderingen for r in (*v.verteld, *v.niet)}
    assert alle == {ploeg.anna.loket.naam, ploeg.bram.loket.naam, ploeg.cato.loket.naam}
    assert soorten >= {"nazorg", "casemanagement", "reclassering"}
    assert weet(ploeg.dirk, gevonden.pk) == [] or not [
        r for v in weet(ploeg.dirk, gevonden.pk) for r in v.verteld
    ]


@pytest.mark.clausule("5.4")
def test_verteld_en_niet_op_tijd_gelezen_ziet_wie_het_vertelde(ploeg: Ploeg, zaak: UUID) -> None:
    wat = Voornemen(Besluitsoort.VERLOF, C.PLAN, "Een dag verlof", date(2026, 12, 18))
    besluiten.neem_voor(ploeg.bram.wie(), zaak, wat)

    def laat(lid: Lid) -> set[str]:
        with lezing(lid.wie(), "test") as lees:
            regels = niet_gelezen()
            lees.gezien([regel.dossier for regel in regels], {"verblijf"})
        return {regel.loket for regel in regels}

    assert laat(ploeg.bram) == set()
    with klok.op(date(2026, 12, 1)):
        assert laat(ploeg.bram) == {ploeg.anna.loket.naam, ploeg.cato.loket.naam}
        for ander in (ploeg.anna, ploeg.eva, ploeg.dirk):
            assert laat(ander) == set()


# The check


def test_de_controle_vindt_niets_als_alles_is_verteld(ploeg: Ploeg, zaak: UUID) -> None:
    stuur(einde_gewijzigd("WEET"))
    wat = Voornemen(Besluitsoort.VERLOF, C.PLAN, "Een dag verlof", date(2026, 12, 18))
    rij = besluiten.neem_voor(ploeg.bram.wie(), zaak, wat)
    besluiten.reageer(ploeg.anna.wie(), zaak, rij.pk, 1, Besluitmening.AKKOORD)
    uitslag = controleer(systeem_zelf("test", klok.nu()))
    assert uitslag.gemist == []
    assert uitslag.rij.plichten >= 8


def test_de_controle_noemt_wat_niet_is_verteld(ploeg: Ploeg, zaak: UUID) -> None:
    stuur(einde_gewijzigd("WEET"))
    with verwerking(systeem_zelf("test", klok.nu())):
        Melding.objects.filter(
            loket=ploeg.cato.loket, soort=Feitsoort.EINDE_GEWIJZIGD.value
        ).delete()
    uitslag = controleer(systeem_zelf("test", klok.nu()))
    (een,) = uitslag.gemist
    assert (een.dossier, een.loket, een.soort) == (zaak, ploeg.cato.loket.pk, "einde_gewijzigd")
    assert uitslag.rij.gemist == [
        {"soort": "einde_gewijzigd", "loketsoort": "reclassering", "aantal": 1}
    ]
    (wel,) = [v for v in weet(ploeg.bram, zaak) if v.aandacht]
    assert [r.reden for r in wel.niet if r.loket == ploeg.cato.loket.naam] == [
        NIETZINNEN[Nietreden.VERGETEN]
    ]


def test_wat_nog_geweten_moet_worden_staat_er_niet_als_voorbij(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    besluiten.neem_voor(
        ploeg.bram.wie(),
        zaak,
        Voornemen(Besluitsoort.VERLOF, C.PLAN, "Een dag", date(2026, 12, 18)),
    )
    adres = reverse("regie:wie_weet_wat", args=[zaak])
    meld_aan(client, ploeg.bram)
    assert "moet het weten op" in client.get(adres).content.decode()
    with klok.op(date(2026, 12, 1)):
        meld_aan(client, ploeg.bram)
        assert "moet het weten op" not in client.get(adres).content.decode()


@pytest.mark.clausule("5.4")
def test_de_paginas_tonen_wie_het_weet(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    adres = reverse("regie:wie_weet_wat", args=[zaak])
    meld_aan(client, ploeg.bram)
    assert ploeg.anna.loket.naam in client.get(adres).content.decode()
    assert "Alles is gelezen" in client.get(reverse("regie:niet_gelezen")).content.decode()
    assert client.get(reverse("regie:meldplicht")).status_code == 404
    for lid in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        meld_aan(client, lid)
        assert client.get(adres).status_code == 404
    controleer(systeem_zelf("test", klok.nu()))
    meld_aan(client, ploeg.fatima)
    assert "Alles is verteld" in client.get(reverse("regie:meldplicht")).content.decode()


@pytest.mark.clausule("5.4")
def test_de_nachtelijke_controle_komt_een_keer_per_dag(zaak: UUID) -> None:
    assert (meldplicht(0), meldplicht(0)) == (0, 0)
    with verwerking(systeem_zelf("test", klok.nu())):
        (rij,) = Meldplichtcontrole.objects.all()
    assert rij.plichten > 0
    with klok.op(klok.vandaag() + timedelta(days=1)):
        meldplicht(0)
    assert tel(Meldplichtcontrole) == 2


def test_een_dringende_melding_is_voor_dezelfde_dag(ploeg: Ploeg) -> None:
    assert regel_voor(Feitsoort.SPOEDBESLUIT).spoed
