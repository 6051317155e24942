"""The BIJ message: answered in categories, and destroyed with proof. Clausule 6.5."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from richting.akkoord.bijberichten import Bijbesluit, Bijstaat, staat
from richting.kern.models import Journaal
from richting.meldingen.acties import bij as acties
from richting.meldingen.models import Bijbericht
from richting.partijen.fouten import KanNiet, NietToegestaan
from tests.berichten.bouwers import (
    einde_gewijzigd,
    maak_partijen,
    stuur,
)
from tests.meldingen.bouwers_bij import (
    JULI,
    MAATREGEL,
    andere_burgemeester,
    antwoord,
    beantwoord,
    bericht,
    berichten,
    nacht,
    ontvang,
    overleden,
    post,
    protocol,
    verlof,
    versies,
    zware_zaak,
)
from tests.partijen.bouwers import Ploeg, journaalregels, journaalsoorten, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.5")]
VANDAAG = date(2026, 11, 23)
NIETS: dict[str, int] = {}


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


# Answered


def test_ontvangen_geantwoord_afgehandeld(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    ontvang(ploeg.dirk, zaak)
    assert staat(bericht(zaak).stappen) is Bijstaat.OPEN
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    rij = bericht(zaak)
    assert (staat(rij.stappen), rij.besluit) == (Bijstaat.BEANTWOORD, "genomen")
    assert (rij.maatregelen, rij.tijdig, rij.bruikbaar) == ([MAATREGEL], True, False)
    acties.handel_af(ploeg.dirk.wie(), zaak, rij.pk, rij.stand)
    assert staat(bericht(zaak).stappen) is Bijstaat.AFGEHANDELD


def test_wie_eerst_niets_deed_kan_later_toch_een_maatregel_nemen(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GEEN)
    rij = bericht(zaak)
    acties.handel_af(ploeg.dirk.wie(), zaak, rij.pk, rij.stand)
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    assert staat(bericht(zaak).stappen) is Bijstaat.BEANTWOORD


@pytest.mark.parametrize(
    ("besluit", "maatregelen", "code"),
    [
        (Bijbesluit.GENOMEN, (), "maatregel_ontbreekt"),
        (Bijbesluit.OVERWOGEN, (), "maatregel_ontbreekt"),
        (Bijbesluit.GEEN, (MAATREGEL,), "maatregel_zonder_besluit"),
        (Bijbesluit.GENOMEN, ("Hij woont naast de school",), "onbekende_maatregel"),
    ],
)
def test_een_maatregel_is_een_soort_van_de_lijst(
    ploeg: Ploeg, besluit: Bijbesluit, maatregelen: tuple[str, ...], code: str
) -> None:
    zaak = zware_zaak()
    with pytest.raises(KanNiet) as fout:
        beantwoord(ploeg.dirk, zaak, besluit, *maatregelen)
    assert fout.value.code == code


def test_niet_buiten_de_volgorde_om(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    rij = bericht(zaak)
    for doe in (
        lambda: acties.beantwoord(ploeg.dirk.wie(), zaak, rij.pk, rij.stand, antwoord()),
        lambda: acties.handel_af(ploeg.dirk.wie(), zaak, rij.pk, rij.stand),
    ):
        with pytest.raises(KanNiet) as fout:
            doe()
        assert fout.value.code == "niet_nu"


def test_wie_een_oude_versie_las_beantwoordt_de_nieuwe_niet(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    oud = bericht(zaak)
    stuur(einde_gewijzigd("BIJ", "2027-01-15"))
    with pytest.raises(KanNiet) as fout:
        acties.bevestig_ontvangst(ploeg.dirk.wie(), zaak, oud.pk, oud.stand)
    assert fout.value.code == "gewijzigd"


def test_alleen_het_eigen_loket_antwoordt(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    rij = bericht(zaak)
    for ander in (ploeg.anna, ploeg.bram, ploeg.cato, ploeg.eva, andere_burgemeester()):
        with pytest.raises(NietToegestaan):
            acties.bevestig_ontvangst(ander.wie(), zaak, rij.pk, rij.stand)
    assert staat(bericht(zaak).stappen) is Bijstaat.NIEUW


def test_het_journaal_zegt_dat_er_is_geantwoord_en_niet_wat(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    regels = [regel for regel in journaalregels() if regel.soort.startswith("bij_")]
    assert {regel.categorie for regel in regels} == {"bij"}
    tekst = str([(regel.voor, regel.na, regel.reden) for regel in regels])
    for woord in (MAATREGEL, "genomen", "Sr 287", "Verzonnen", "999990019"):
        assert woord not in tekst


# Destroyed


def test_zonder_maatregel_is_alles_weg_na_negen_maanden(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    beantwoord(ploeg.dirk, zaak, Bijbesluit.OVERWOGEN, MAATREGEL)
    nummer = bericht(zaak).pk
    assert nacht(date(2027, 8, 22)) == NIETS
    assert nacht(date(2027, 8, 23)) == {"beeindigd": 1, "vernietigd": 1}
    assert (berichten(zaak, lopend=False), versies(zaak)) == ([], [])
    assert post(zaak, ploeg.dirk.loket.pk) == []
    (bewijs,) = protocol()
    assert (bewijs.bericht, bewijs.loket_id, bewijs.uiterlijk) == (
        nummer,
        ploeg.dirk.loket.pk,
        date(2027, 8, 23),
    )
    assert not bewijs.met_maatregel
    assert "bij_vernietigd" in journaalsoorten()
    assert nacht(date(2027, 8, 24)) == NIETS


def test_met_een_maatregel_blijft_het_vijf_jaar_en_niet_langer(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    assert nacht(date(2027, 8, 23)) == {"beeindigd": 1, "verwijderd": 1}
    (rij,) = berichten(zaak, lopend=False)
    assert (staat(rij.stappen), rij.verwijderd_op) == (
        Bijstaat.VERANTWOORDING,
        date(2027, 8, 23),
    )
    assert nacht(date(2032, 8, 22)) == NIETS
    assert nacht(date(2032, 8, 23)) == {"vernietigd": 1}
    assert berichten(zaak, lopend=False) == []
    assert [bewijs.met_maatregel for bewijs in protocol()] == [True]


def test_een_nacht_gemist_is_een_nacht_later_ingehaald(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    assert nacht(date(2028, 1, 1)) == {"beeindigd": 1, "vernietigd": 1}
    assert versies(zaak) == []


def test_elke_versie_heeft_een_eigen_termijn(ploeg: Ploeg) -> None:
    """The first version of a message goes nine months after it was told, the second later."""
    zaak = zware_zaak(verwachtEinde=JULI)
    stuur(verlof("BIJ", "2026-12-20", "2026-12-22"))
    nacht(date(2027, 4, 1))
    assert [v.bewaren_tot for v in versies(zaak)] == [date(2027, 8, 23), date(2028, 1, 1)]
    assert nacht(date(2027, 8, 23)) == {"vernietigd": 1}
    assert [v.versie for v in versies(zaak)] == [2]
    assert nacht(date(2028, 1, 1)) == {"beeindigd": 1, "vernietigd": 1}
    assert [bewijs.versie for bewijs in protocol()] == [1, 2]


def test_het_bewijs_noemt_geen_dossier_en_geen_inhoud(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    nacht(date(2027, 8, 23))
    (bewijs,) = protocol()
    waarden = str({veld.name: getattr(bewijs, veld.attname) for veld in bewijs._meta.fields})
    assert str(zaak) not in waarden
    assert "Verzonnen" not in waarden


def test_een_ingetrokken_bericht_zonder_maatregel_is_dezelfde_nacht_weg(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    stuur(overleden())
    assert nacht(date(2026, 11, 24)) == {"vernietigd": 1}
    assert post(zaak, ploeg.dirk.loket.pk) == ["bij_ingetrokken"]
    nacht(date(2027, 8, 23))
    assert post(zaak, ploeg.dirk.loket.pk) == []


def test_wat_bewaard_blijft_ziet_alleen_de_beheerder_van_het_loket(ploeg: Ploeg) -> None:
    from tests.delen.bouwers import als, lezer
    from tests.partijen.bouwers import maak_beheerder, maak_medewerker

    zaak = zware_zaak()
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GENOMEN, MAATREGEL)
    dag = date(2027, 8, 23)
    nacht(dag)
    baas = maak_beheerder(ploeg.dirk)
    ander = maak_medewerker("dora", ploeg.dirk.loket)
    for medewerker, aantal in ((baas.medewerker.pk, 1), (ander.pk, 0), (None, 0)):
        with als(lezer(ploeg.dirk.loket, dag, medewerker)):
            assert Bijbericht.objects.filter(dossier=zaak).count() == aantal


def test_wie_een_zaak_onbekend_is_leest_er_niets_over(ploeg: Ploeg) -> None:
    """The journal of the BIJ shows to who shares its compartment, and to nobody else."""
    from tests.delen.bouwers import als

    zaak = zware_zaak(reclassering="RN")
    beantwoord(ploeg.dirk, zaak, Bijbesluit.GEEN)
    for lid in ploeg.allen():
        with als(replace(lid.wie())):
            regels = Journaal.objects.filter(dossier_id=zaak, soort__startswith="bij_").count()
        assert bool(regels) == (lid == ploeg.dirk), lid.medewerker.naam


def test_een_onbekend_nummer_wordt_geweigerd(ploeg: Ploeg) -> None:
    zaak: UUID = zware_zaak()
    with pytest.raises(NietToegestaan):
        acties.handel_af(ploeg.dirk.wie(), zaak, uuid4(), 1)
