"""What a desk must do for a consultation, and which dossiers the rules offer for an agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import pytest

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.overleg import Agendareden, Overlegsoort, Uitnodigingsantwoord
from richting.akkoord.posten import Post, vraagt_werk
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.overleg.acties import beleggen, houden
from richting.overleg.acties.punten import schuif_door
from richting.overleg.overzichten import agenda, posten
from richting.overleg.overzichten.agenda import kandidaten, voorgestelde_loketten
from richting.regie.posten import Postvraag, posten_van
from tests.berichten.bouwers import begin, programma, stuur
from tests.overleg.bouwers import als, belegd, gehouden, punt_van
from tests.partijen.bouwers import Ploeg

pytestmark = pytest.mark.clausule("5.4", "8.1")


def alle(zaak: UUID) -> list[Post]:
    with verwerking(programma()):
        vraag = Postvraag(feiten_van_alle([zaak]), klok.vandaag(), AANNAMES)
        return posten.maak(vraag).get(zaak, [])


def open_(rijen: Iterable[Post]) -> set[tuple[str, int]]:
    return {(een.soort, een.loket) for een in rijen if vraagt_werk(een, klok.vandaag())}


def test_wie_is_uitgenodigd_moet_antwoorden_en_wie_leidt_maakt_het_verslag(
    ploeg: Ploeg, zaak: UUID
) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna, ploeg.eva], [zaak])
    anna, bram = ploeg.anna.loket.pk, ploeg.bram.loket.pk
    assert open_(alle(zaak)) == {("overleg_antwoord", anna), ("overleg_verslag", bram)}
    beleggen.antwoord(ploeg.anna.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)
    assert open_(alle(zaak)) == {("overleg_verslag", bram)}
    gehouden(ploeg.bram, overleg)
    houden.stel_verslag_vast(ploeg.bram.wie(), overleg.pk, 2)
    assert open_(alle(zaak)) == set()


def mdo_termijnen(zaak: UUID) -> dict[str, tuple[date, date | None]]:
    """The terms of consultations: the last day, and on which day it was done."""
    with verwerking(programma()):
        vraag = Postvraag(feiten_van_alle([zaak]), klok.vandaag(), AANNAMES)
        rijen = posten_van(vraag)[zaak]
    return {
        rij.sleutel.removeprefix("termijn:"): (rij.uiterlijk, rij.gedaan_op)
        for rij in rijen
        if rij.sleutel.startswith("termijn:T4")
    }


@pytest.mark.clausule("5.1")
def test_een_gehouden_mdo_haalt_de_termijn_en_begint_de_volgende(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    ((eerste, (_dag, nog_niet)),) = mdo_termijnen(zaak).items()
    assert (eerste, nog_niet) == ("T4", None)
    gehouden(ploeg.bram, overleg)
    vandaag = klok.vandaag()
    na = mdo_termijnen(zaak)
    assert na.get("T4", (vandaag, vandaag))[1] == vandaag
    (vervolg,) = [dag for sleutel, dag in na.items() if sleutel.startswith("T4-vervolg")]
    assert vervolg == (vandaag + timedelta(weeks=6), None)
    schuif_door(ploeg.bram.wie(), overleg.pk, punt_van(ploeg.bram, overleg), 1, True)
    assert list(mdo_termijnen(zaak)) == ["T4"]


def test_een_notitie_met_een_dag_is_werk_tot_zij_gedaan_is(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [], [zaak])
    beleggen.nodig_uit(ploeg.bram.wie(), overleg.pk, [ploeg.anna.loket.pk])
    beleggen.antwoord(ploeg.anna.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)
    dag = klok.vandaag() + timedelta(days=2)
    wat = houden.Toezegging("Bel na", ploeg.anna.loket.pk, uiterlijk=dag)
    punt = punt_van(ploeg.bram, overleg)
    afspraak = houden.spreek_af(ploeg.bram.wie(), overleg.pk, punt, wat)
    assert ("overleg_afspraak", ploeg.anna.loket.pk) in open_(alle(zaak))
    houden.rond_afspraak_af(ploeg.anna.wie(), zaak, afspraak.pk, 1)
    assert ("overleg_afspraak", ploeg.anna.loket.pk) not in open_(alle(zaak))


def test_afgelast_vraagt_niets_meer(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    beleggen.gelast_af(ploeg.bram.wie(), overleg.pk, 1, "Ziekte")
    assert alle(zaak) == []


def test_de_regels_zetten_het_dossier_op_de_agenda_en_de_stoelen_aan_tafel(
    ploeg: Ploeg, zaak: UUID
) -> None:
    vandaag = klok.vandaag()
    lijst = als(
        ploeg.bram, lambda: kandidaten(ploeg.bram.loket.pk, Overlegsoort.MDO, vandaag, vandaag)
    )
    (een,) = lijst.rijen
    assert een.dossier.pk == zaak
    assert Agendareden.MDO_NODIG in {reden.reden for reden in een.redenen}
    al = {ploeg.bram.loket.pk}
    stoelen = als(ploeg.bram, lambda: voorgestelde_loketten([zaak], al, vandaag))
    assert {een.loket.pk for een in stoelen} == {ploeg.anna.loket.pk, ploeg.cato.loket.pk}


def test_ook_wie_onderaan_de_lijst_staat_kan_op_de_agenda(
    ploeg: Ploeg, zaak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda, "PER_KEER", 1)
    stuur(begin("V-lang", persoon={"geslachtsnaam": "Langverblijf"}, verwachtEinde=None))
    vandaag, loket = klok.vandaag(), ploeg.bram.loket.pk
    lijst = als(ploeg.bram, lambda: kandidaten(loket, Overlegsoort.MDO, vandaag, vandaag))
    assert {een.dossier.persoon.geslachtsnaam for een in lijst.rijen} >= {"Langverblijf"}
    assert (len(lijst.rijen), lijst.meer) == (2, False)
    monkeypatch.setattr(agenda, "MEESTE_GETOOND", 1)
    lijst = als(ploeg.bram, lambda: kandidaten(loket, Overlegsoort.MDO, vandaag, vandaag))
    assert (len(lijst.rijen), lijst.meer) == (1, True)


def test_een_besluit_met_bezwaar_komt_op_de_agenda_tot_het_besproken_is(
    ploeg: Ploeg, zaak: UUID
) -> None:
    vandaag = klok.vandaag()

    def redenen() -> set[Agendareden]:
        lijst = als(
            ploeg.bram,
            lambda: kandidaten(ploeg.bram.loket.pk, Overlegsoort.CASUSOVERLEG, vandaag, vandaag),
        )
        return {reden.reden for een in lijst.rijen for reden in een.redenen}

    assert Agendareden.BESLUIT_AANGEHOUDEN not in redenen()
    with verwerking(ploeg.anna.wie()) as werk:
        werk.noteer(zaak, "besluit_aangehouden", "verblijf")
    assert Agendareden.BESLUIT_AANGEHOUDEN in redenen()
