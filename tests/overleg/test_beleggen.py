"""Calling a consultation: who may, who is asked, what they answer, and what everybody is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from richting.akkoord.overleg import Overlegsoort, Uitnodigingsantwoord
from richting.kern import klok
from richting.meldingen.models import Melding
from richting.overleg.acties.beleggen import antwoord, gelast_af, nodig_uit, verzet
from richting.overleg.acties.punten import Voorstel, haal_af, stel_voor, verplaats
from richting.overleg.models import Genodigde
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import Botsing
from tests.berichten.bouwers import begin, dossier, stuur
from tests.overleg.bouwers import LANG, als, belegd, punt_van, zie
from tests.partijen.bouwers import Lid, Ploeg

pytestmark = [pytest.mark.clausule("8.1")]


def postbus(lid: Lid) -> list[str]:
    rijen = als(
        lid, lambda: list(Melding.objects.filter(loket=lid.loket.pk, soort__startswith="overleg"))
    )
    return [rij.soort for rij in sorted(rijen, key=lambda r: r.pk)]


def ander_verblijf(kenmerk: str = "ANDER") -> UUID:
    wie = {"voornamen": "Kees", "geslachtsnaam": "Anders", "bsn": "999990020"}
    stuur(begin(kenmerk, persoon={**wie, "verblijfsstatus": "geldig"}, reclassering=None))
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


def test_bram_belegt_en_anna_en_cato_horen_het(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna, ploeg.cato], [zaak])
    assert postbus(ploeg.anna) == ["overleg_uitnodiging"]
    assert postbus(ploeg.cato) == ["overleg_uitnodiging"]
    assert postbus(ploeg.bram) == []
    gezien = zie(ploeg.anna, overleg)
    assert gezien is not None
    assert not gezien.leidt
    assert [g.antwoord for g in gezien.genodigden if g.loket_id == ploeg.bram.loket.pk] == ["komt"]
    assert gezien.dossiers == [zaak]


def test_wie_niet_is_uitgenodigd_en_niets_mag_weten_ziet_geen_overleg(
    ploeg: Ploeg, zaak: UUID
) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    for lid in (ploeg.eva, ploeg.dirk, ploeg.gijs, ploeg.fatima):
        assert zie(lid, overleg) is None


def test_wie_aan_tafel_zit_zonder_grond_ziet_de_vergadering_en_geen_enkel_dossier(
    ploeg: Ploeg, zaak: UUID
) -> None:
    """Not even how many there are: that somebody is on an agenda tells that somebody is held."""
    overleg = belegd(ploeg.bram, [ploeg.eva], [zaak])
    gezien = zie(ploeg.eva, overleg)
    assert gezien is not None
    assert gezien.punten == []
    assert postbus(ploeg.eva) == []


@pytest.mark.parametrize("soort", [Overlegsoort.MDO, Overlegsoort.VEILIGHEIDSHUISTAFEL])
def test_een_gemeente_belegt_geen_mdo_en_geen_tafel(
    ploeg: Ploeg, zaak: UUID, soort: Overlegsoort
) -> None:
    with pytest.raises(KanNiet):
        belegd(ploeg.anna, [], [zaak], soort=soort)


@pytest.mark.clausule("6.3")
def test_de_burgemeester_doet_niet_mee(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(NietToegestaan):
        belegd(ploeg.dirk, [], [], soort=Overlegsoort.CASUSOVERLEG)
    with pytest.raises(KanNiet):
        belegd(ploeg.bram, [ploeg.dirk], [zaak])


def test_een_dossier_zonder_eigen_grond_komt_niet_op_de_agenda(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(NietToegestaan):
        belegd(ploeg.eva, [], [zaak], soort=Overlegsoort.CASUSOVERLEG)
    overleg = belegd(ploeg.eva, [ploeg.anna], [], soort=Overlegsoort.CASUSOVERLEG)
    with pytest.raises(KanNiet):
        stel_voor(ploeg.anna.wie(), overleg.pk, [Voorstel(zaak)])


def test_antwoorden_met_een_reden_als_men_niet_komt(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    wie = ploeg.anna.wie()
    with pytest.raises(KanNiet):
        antwoord(wie, overleg.pk, Uitnodigingsantwoord.KOMT_NIET)
    antwoord(wie, overleg.pk, Uitnodigingsantwoord.KOMT_NIET, "Vakantie")
    antwoord(wie, overleg.pk, Uitnodigingsantwoord.KOMT)
    gezien = zie(ploeg.bram, overleg)
    assert gezien is not None
    (eigen,) = [g for g in gezien.genodigden if g.loket_id == ploeg.anna.loket.pk]
    assert (eigen.antwoord, eigen.reden) == ("komt", "")
    assert eigen.medewerker == ploeg.anna.medewerker
    with pytest.raises(KanNiet):
        antwoord(wie, overleg.pk, Uitnodigingsantwoord.KOMT, "", ploeg.bram.medewerker.pk)
    with pytest.raises(NietToegestaan):
        antwoord(ploeg.eva.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)


def test_verzetten_vraagt_iedereen_opnieuw(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    antwoord(ploeg.anna.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)
    morgen = klok.nu() + timedelta(days=1)
    assert verzet(ploeg.bram.wie(), overleg.pk, 1, morgen, morgen + LANG, "Zaal 3")
    gezien = zie(ploeg.anna, overleg)
    assert gezien is not None
    assert gezien.eigen is not None
    assert gezien.eigen.antwoord == "onbekend"
    assert gezien.overleg.versie == 2
    assert postbus(ploeg.anna) == ["overleg_uitnodiging", "overleg_gewijzigd"]
    with pytest.raises(Botsing):
        verzet(ploeg.bram.wie(), overleg.pk, 1, morgen, morgen + LANG, "Zaal 9")
    with pytest.raises(NietToegestaan):
        verzet(ploeg.anna.wie(), overleg.pk, 2, morgen, morgen + LANG)


def test_een_nieuwe_zaal_vraagt_niemand_opnieuw(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    antwoord(ploeg.anna.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)
    assert verzet(ploeg.bram.wie(), overleg.pk, 1, overleg.begin, overleg.eind, "Zaal 4")
    staat = als(ploeg.anna, lambda: list(Genodigde.objects.values_list("antwoord", flat=True)))
    assert set(staat) == {"komt"}


def test_gisteren_of_een_einde_voor_het_begin_kan_niet(ploeg: Ploeg) -> None:
    gisteren = klok.nu() - timedelta(days=1)
    with pytest.raises(KanNiet):
        belegd(ploeg.bram, begin=gisteren, eind=gisteren + LANG)
    with pytest.raises(KanNiet):
        belegd(ploeg.bram, eind=klok.nu() - LANG)


def test_afgelast_is_afgelast(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    gelast_af(ploeg.bram.wie(), overleg.pk, 1, "Te weinig mensen")
    gelast_af(ploeg.bram.wie(), overleg.pk, 1, "Te weinig mensen")
    assert postbus(ploeg.anna) == ["overleg_uitnodiging", "overleg_gewijzigd"]
    with pytest.raises(KanNiet):
        antwoord(ploeg.anna.wie(), overleg.pk, Uitnodigingsantwoord.KOMT)
    with pytest.raises(KanNiet):
        stel_voor(ploeg.bram.wie(), overleg.pk, [Voorstel(zaak)])


def test_twee_keer_uitnodigen_is_een_keer(ploeg: Ploeg, zaak: UUID) -> None:
    overleg = belegd(ploeg.bram, [], [zaak])
    for _keer in range(2):
        nodig_uit(ploeg.bram.wie(), overleg.pk, [ploeg.anna.loket.pk])
    assert postbus(ploeg.anna) == ["overleg_uitnodiging"]
    with pytest.raises(NietToegestaan):
        nodig_uit(ploeg.anna.wie(), overleg.pk, [ploeg.cato.loket.pk])


def test_de_agenda_ordenen_aanvullen_en_inkorten(ploeg: Ploeg, zaak: UUID) -> None:
    ander = ander_verblijf()
    overleg = belegd(ploeg.bram, [ploeg.anna], [zaak])
    assert stel_voor(ploeg.anna.wie(), overleg.pk, [Voorstel(ander), Voorstel(zaak)]) == 1
    gezien = zie(ploeg.bram, overleg)
    assert gezien is not None
    assert gezien.dossiers == [zaak, ander]
    verplaats(ploeg.bram.wie(), overleg.pk, gezien.punten[1].rij.pk, omhoog=True)
    gezien = zie(ploeg.bram, overleg)
    assert gezien is not None
    assert gezien.dossiers == [ander, zaak]
    with pytest.raises(NietToegestaan):
        haal_af(ploeg.anna.wie(), overleg.pk, gezien.punten[1].rij.pk)
    haal_af(ploeg.anna.wie(), overleg.pk, punt_van(ploeg.anna, overleg))
    gezien = zie(ploeg.bram, overleg)
    assert gezien is not None
    assert gezien.dossiers == [zaak]
