"""Regional agreements at work: they narrow grounds at once, and ending them restores the law."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.delen import overzichten, taken
from richting.delen.acties import herbouw_alles, herrekening
from richting.delen.acties import regioafspraken as acties
from richting.delen.afsprakenboek import aannames_tussen
from richting.delen.controle import afwijkende_dossiers
from richting.delen.gronden import van_feiten, van_rij
from richting.delen.models import Grond, Regioafspraakpartij
from richting.delen.toegang import mijn_categorieen
from richting.dossiers.feiten import feiten_van
from richting.kern import klok
from richting.kern.werk import verwerking
from tests.akkoord.strategieen import feiten
from tests.delen.bouwers import als, lezer, maak_loketten, weg_ermee, wijzig
from tests.delen.bouwers_afspraken import (
    deel,
    invoer,
    kaal_dossier,
    maak_afspraak,
    maak_beheerders,
    op_dag,
    programma,
    verblijf,
)
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    maak_beheerder,
    maak_ploeg,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.6")]


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_beheerders()


def ziet(lid: Lid, dossier: UUID, dagen: int = 0) -> set[str]:
    wie = op_dag(lid, dagen)
    with als(wie):
        return mijn_categorieen(dossier, wie.loket)


def staat(dossier: UUID) -> set[Any]:
    return {van_rij(rij) for rij in Grond.objects.filter(dossier=dossier, vervallen_op=None)}


def test_na_de_laatste_bevestiging_ziet_de_gemeente_meteen_minder(ploeg: Ploeg) -> None:
    dossier = verblijf()
    voor = ziet(ploeg.anna, dossier)
    rij = acties.stel_voor(ploeg.anna.wie(), invoer(ploeg.bram, op=klok.vandaag()))
    assert ziet(ploeg.anna, dossier) == voor
    acties.bevestig(ploeg.bram.wie(), rij.pk)
    assert ziet(ploeg.anna, dossier) == voor - {"netwerk"}


def test_opzeggen_geeft_terug_wat_de_wet_geeft(ploeg: Ploeg) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    assert "netwerk" not in ziet(ploeg.anna, dossier)
    acties.zeg_op(ploeg.bram.wie(), rij.pk, klok.vandaag(), "wij willen weer alles delen")
    assert "netwerk" in ziet(ploeg.anna, dossier)
    with verwerking(programma()):
        assert staat(dossier) == van_feiten(feiten_van(dossier), AANNAMES, klok.vandaag())


def test_een_afspraak_begint_en_eindigt_vanzelf_op_haar_dagen(ploeg: Ploeg) -> None:
    """The rows carry the days: no job has to run for it."""
    dossier = verblijf()
    vandaag = klok.vandaag()
    dagen = {"geldig_vanaf": vandaag + timedelta(5), "geldig_tot": vandaag + timedelta(10)}
    maak_afspraak(ploeg.anna, ploeg.bram, **dagen)
    gezien = ["netwerk" in ziet(ploeg.anna, dossier, dag) for dag in (0, 4, 5, 9, 10)]
    assert gezien == [True, True, False, False, True]


def test_wie_later_opzegt_ziet_tot_die_dag_minder(ploeg: Ploeg) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    acties.zeg_op(ploeg.anna.wie(), rij.pk, klok.vandaag() + timedelta(7), "proef voorbij")
    assert ["netwerk" in ziet(ploeg.anna, dossier, dag) for dag in (0, 6, 7)] == [
        False,
        False,
        True,
    ]


def test_een_nieuw_dossier_volgt_de_afspraak_vanaf_het_begin(ploeg: Ploeg) -> None:
    maak_afspraak(ploeg.anna, ploeg.bram)
    assert "netwerk" not in ziet(ploeg.anna, verblijf())


def test_een_derde_partij_in_het_dossier_merkt_er_niets_van(ploeg: Ploeg) -> None:
    dossier = verblijf(gemeenten=TWEE)
    voor = ziet(ploeg.eva, dossier)
    maak_afspraak(ploeg.anna, ploeg.bram)
    assert ziet(ploeg.eva, dossier) == voor
    assert "netwerk" in voor


def test_een_dossier_zonder_de_andere_partij_blijft_zoals_het_is(ploeg: Ploeg) -> None:
    dossier = verblijf()
    maak_afspraak(ploeg.anna, ploeg.eva)
    assert "netwerk" in ziet(ploeg.anna, dossier)


def test_waarom_zie_ik_dit_noemt_de_afspraak(ploeg: Ploeg) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    with als(ploeg.anna.wie()):
        genoemd = {
            een
            for reden in overzichten.waarom(dossier, ploeg.anna.loket.pk)
            for een in reden.afspraken
        }
        (van_anna,) = [t for t in overzichten.wie_mag(dossier, klok.vandaag()) if t.regioafspraken]
    assert genoemd == {rij}
    assert (van_anna.eigen, van_anna.grondslag) == (True, "pbw_18a")


def test_wie_op_een_dag_in_het_verleden_meer_mocht_zien_blijft_bekend(ploeg: Ploeg) -> None:
    dossier = verblijf()
    maak_afspraak(ploeg.anna, ploeg.bram, dagen=10)
    with als(op_dag(ploeg.anna, 12)):
        toen = overzichten.wie_mag(dossier, klok.vandaag() + timedelta(days=5))
        nu = overzichten.wie_mag(dossier, klok.vandaag() + timedelta(days=12))
    soorten = [{c for t in toegangen if t.eigen for c in t.categorieen} for toegangen in (toen, nu)]
    assert soorten[0] - soorten[1] == {"netwerk"}
    assert not any(t.regioafspraken for t in toen)


def test_de_dagelijkse_herrekening_brengt_bij_wat_scheef_staat(ploeg: Ploeg) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    with verwerking(programma()):
        Regioafspraakpartij.objects.filter(afspraak=rij).update(opgezegd_per=klok.vandaag())
        assert list(afwijkende_dossiers(klok.vandaag(), [dossier])) == [[dossier]]
    assert taken.breng_afspraken_bij(0) == 1
    assert "netwerk" in ziet(ploeg.anna, dossier)
    assert taken.breng_afspraken_bij(0) == 0


def test_een_kortere_termijn_geldt_alleen_tussen_wie_haar_afspraken(ploeg: Ploeg) -> None:
    maak_afspraak(ploeg.anna, ploeg.bram, delen=(), antwoord_werkdagen=4)
    anna, bram, cato = (lid.loket.pk for lid in (ploeg.anna, ploeg.bram, ploeg.cato))
    vandaag = klok.vandaag()
    gewoon = AANNAMES.antwoord_werkdagen
    assert aannames_tussen(anna, bram, vandaag).antwoord_werkdagen == 4
    assert aannames_tussen(bram, anna, vandaag).antwoord_werkdagen == 4
    assert aannames_tussen(anna, cato, vandaag).antwoord_werkdagen == gewoon
    assert aannames_tussen(anna, anna, vandaag).antwoord_werkdagen == gewoon
    assert aannames_tussen(anna, None, vandaag).antwoord_werkdagen == gewoon


def test_wie_een_ander_iets_vraagt_krijgt_eerder_antwoord(ploeg: Ploeg) -> None:
    from richting.akkoord.kalender import plus_werkdagen
    from richting.akkoord.plan.woorden import Leefgebied
    from richting.plannen.acties import actielijst

    dossier = verblijf()
    maak_afspraak(ploeg.anna, ploeg.bram, delen=(), antwoord_werkdagen=2)
    vraag = actielijst.Inhoud(Leefgebied.SCHULDEN, "Zet de schulden op een rij")
    actie = actielijst.vraag_loket(ploeg.anna.wie(), dossier, vraag, ploeg.bram.loket.pk)
    assert actie.antwoord_uiterlijk == plus_werkdagen(klok.vandaag(), 2)


@pytest.mark.clausule("5.4")
def test_wie_een_vak_niet_meer_deelt_hoort_er_ook_geen_melding_meer_over(ploeg: Ploeg) -> None:
    from richting.meldingen.models import Melding

    def toezichtmeldingen(dossier: UUID) -> set[int]:
        with verwerking(programma()) as werk:
            werk.noteer(dossier, "toezicht_gewijzigd", "toezicht")
        with verwerking(programma()):
            rijen = Melding.objects.filter(dossier=dossier, soort="toezicht_gewijzigd")
            return set(rijen.values_list("loket", flat=True))

    anna, bram = ploeg.anna.loket.pk, ploeg.bram.loket.pk
    eerst = toezichtmeldingen(verblijf("A1"))
    assert {anna, bram} <= eerst
    maak_afspraak(ploeg.anna, ploeg.bram, delen=(deel(zonder=("toezicht",)),))
    daarna = toezichtmeldingen(verblijf("A2"))
    assert (anna in daarna, bram in daarna) == (False, True)


TWEE = [
    {"gemeente": "GM0344", "rol": "ingezetene"},
    {"gemeente": "GM0202", "rol": "vestiging"},
]


@pytest.mark.clausule("5.4")
def test_wat_een_afspraak_weglaat_geldt_niet_als_vergeten_te_vertellen(ploeg: Ploeg) -> None:
    from richting.regie.acties import meldcontrole

    maak_afspraak(ploeg.anna, ploeg.bram, delen=(deel(zonder=("toezicht",)),))
    dossier = verblijf()
    with verwerking(programma()) as werk:
        werk.noteer(dossier, "toezicht_gewijzigd", "toezicht")
    uitslag = meldcontrole.controleer(programma(), [dossier])
    assert uitslag.rij.plichten > 0
    assert uitslag.gemist == []


WEG = ("netwerk", "motivatie", "toezicht", "slachtoffer", "justitieel_advies")


@settings(max_examples=25)
@given(
    st.lists(feiten(netjes=True), min_size=1, max_size=2),
    st.sets(st.sampled_from(WEG), min_size=1),
    st.integers(-40, 40),
)
def test_met_afspraken_ziet_geen_loket_meer_en_daarna_weer_evenveel(
    reeks: list[Feiten], weg: set[str], dagen: int
) -> None:
    """Through the database: every desk, before, during and after an agreement of all."""
    stand = {"feiten": reeks[0]}
    with transaction.atomic(), pytest.MonkeyPatch.context() as lapje:
        lapje.setattr(
            herrekening, "feiten_van_alle", lambda nummers: dict.fromkeys(nummers, stand["feiten"])
        )
        loketten = maak_loketten()
        ploeg = maak_ploeg()
        leden = [maak_beheerder(een) for een in (ploeg.anna, ploeg.eva, ploeg.bram)]
        dossier = kaal_dossier(reeks[0])
        op = klok.vandaag() + timedelta(days=dagen)
        voor = _alle(loketten, dossier, op)
        rij = maak_afspraak(*leden, delen=(deel(zonder=weg),))
        for sleutel, soorten in _alle(loketten, dossier, op).items():
            assert soorten <= voor[sleutel]
            assert voor[sleutel] - soorten <= weg
            assert bool(soorten) == bool(voor[sleutel])
        stand["feiten"] = reeks[-1]
        with verwerking(programma()) as werk:
            wijzig(werk, dossier, reeks[-1])
        for lid in leden:
            acties.zeg_op(lid.wie(), rij.pk, klok.vandaag(), "klaar")
        with verwerking(programma()):
            assert staat(dossier) == van_feiten(reeks[-1], AANNAMES, klok.vandaag())
        weg_ermee()


def _alle(loketten: Any, dossier: UUID, op: date) -> dict[Any, set[str]]:
    uit = {}
    for sleutel, loket in loketten.items():
        with als(lezer(loket, op)):
            uit[sleutel] = mijn_categorieen(dossier, loket.pk)
    return uit


def test_alles_herbouwen_houdt_de_afspraak(ploeg: Ploeg) -> None:
    dossier = verblijf()
    maak_afspraak(ploeg.anna, ploeg.bram)
    with verwerking(programma()):
        voor = staat(dossier)
    assert list(herbouw_alles(programma(), [dossier])) == [[]]
    with verwerking(programma()):
        assert staat(dossier) == voor
