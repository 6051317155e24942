"""Drift that is put into the rows is found, each kind; and what is whole drifts nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.aansluiting import WAT_TE_DOEN, ZINNEN, Driftsoort
from richting.delen.models import Grond
from richting.dossiers.models import Gemeenteband
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.bewijs import Kanaalstap, registreer_kanaal, vergeet_kanaal
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.regie.acties import werkstand
from richting.regie.acties.meldcontrole import controleer
from richting.regie.acties.zicht import ronde
from richting.regie.models import Grondronde, Werkregel
from richting.regie.overzichten.aansluiting import sluit_aan
from tests.berichten.bouwers import begin, dossier, maak_partijen, programma, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.5")]
ERNSTIG = {"artikelen": ["Sr 287"], "onherroepelijk": True, "onvoorwaardelijkMaanden": 24}
VANDAAG = date(2026, 12, 1)
"""The day on which the BIJ begins for a stay that ends on 1 March 2027."""


@pytest.fixture(autouse=True)
def ploeg() -> Ploeg:
    maak_partijen()
    mensen = maak_ploeg()
    stuur(begin(reclassering="RN", veroordeling=ERNSTIG))
    for dag in (date(2026, 11, 30), VANDAAG):
        with klok.op(dag):
            ronde(programma())
    return mensen


def zaak() -> UUID:
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


def drift() -> dict[str, int]:
    with klok.op(VANDAAG), verwerking(programma()):
        werkstand.breng_bij([zaak()], VANDAAG)
        return _tel()


def _tel() -> dict[str, int]:
    uit = sluit_aan(programma())
    return {soort.value: uit.aantal(soort) for soort in Driftsoort if uit.aantal(soort)}


def _regels(soort: str, loketsoort: str) -> Any:
    return Melding.objects.filter(soort=soort, loket__soort=loketsoort)


def _kopie(rij: Melding, **anders: Any) -> None:
    rij.pk = None
    for naam, waarde in anders.items():
        setattr(rij, naam, waarde)
    Melding.objects.create(
        **{
            veld.attname: getattr(rij, veld.attname)
            for veld in Melding._meta.concrete_fields
            if veld.attname != "id"
        }
    )


def geen_grond() -> None:
    Grond.objects.filter(loket__soort="reclassering").update(vervallen_op=klok.nu())


def andere_regisseur() -> None:
    Gemeenteband.objects.update(gemeente="GM0202")


def andere_werkregel() -> None:
    Werkregel.objects.filter(loket__soort="nazorg").update(uiterlijk=date(2030, 1, 1))


def niet_verteld() -> None:
    _regels("verblijf_begonnen", "reclassering").delete()


def gemeente_hoorde_het_begin_niet() -> None:
    _regels("verblijf_begonnen", "nazorg").delete()


def burgemeester_hoorde_de_bij_niet() -> None:
    _regels("bij_begonnen", "openbare_orde").delete()


def pas_later_verteld() -> None:
    later = klok.nu() + timedelta(days=1)
    if not _regels("bij_begonnen", "politie").update(aangemaakt_op=later):
        raise Melding.DoesNotExist


def aan_een_ander() -> None:
    vreemd = Loket.objects.get(organisatie__code="GM0202", soort="nazorg")
    if not _regels("verblijf_begonnen", "nazorg").update(loket=vreemd):
        raise Melding.DoesNotExist


def uit_het_niets() -> None:
    rij = _regels("verblijf_begonnen", "nazorg").get()
    _kopie(rij, soort="overleden", aangemaakt_op=klok.nu() - timedelta(days=3))


def twee_keer() -> None:
    _kopie(_regels("verblijf_begonnen", "nazorg").get())


def dag_zonder_ronde() -> None:
    Grondronde.objects.filter(dag=VANDAAG).delete()


INGREPEN: dict[Driftsoort, Callable[[], None]] = {
    Driftsoort.GRONDEN: geen_grond,
    Driftsoort.REGIE: andere_regisseur,
    Driftsoort.WERKLIJST: andere_werkregel,
    Driftsoort.NIET_VERTELD: niet_verteld,
    Driftsoort.DATUM_51C: gemeente_hoorde_het_begin_niet,
    Driftsoort.ZICHT_BEGIN: burgemeester_hoorde_de_bij_niet,
    Driftsoort.ZICHT_TE_LAAT: pas_later_verteld,
    Driftsoort.ZONDER_GROND: aan_een_ander,
    Driftsoort.ZONDER_OORZAAK: uit_het_niets,
    Driftsoort.DUBBEL: twee_keer,
    Driftsoort.RONDE_GEMIST: dag_zonder_ronde,
}
"""What goes wrong in the rows, per kind that must then be found."""
ELDERS = {Driftsoort.ZICHT_EINDE, Driftsoort.NIET_BEZORGD}
"""Tried below: one needs an end, the other a channel."""


def test_elke_soort_wordt_beproefd() -> None:
    assert set(INGREPEN) | ELDERS == set(Driftsoort) == set(ZINNEN) == set(WAT_TE_DOEN)


def test_wat_heel_is_wijkt_nergens_af() -> None:
    assert drift() == {}


@pytest.mark.parametrize("soort", list(INGREPEN))
def test_een_ingreep_in_de_rijen_wordt_gevonden(soort: Driftsoort) -> None:
    drift()
    with klok.op(VANDAAG), verwerking(programma()):
        INGREPEN[soort]()
        assert soort.value in _tel()


@given(soorten=st.sets(st.sampled_from(list(INGREPEN)), min_size=1, max_size=4))
@settings(max_examples=12)
def test_ook_samen_wordt_elke_soort_gevonden(soorten: set[Driftsoort]) -> None:
    """Several at once: none hides another, as long as its rows are still there to tell."""
    with transaction.atomic():
        with klok.op(VANDAAG), verwerking(programma()):
            werkstand.breng_bij([zaak()], VANDAAG)
            for soort in sorted(soorten, key=list(INGREPEN).index):
                try:
                    INGREPEN[soort]()
                except Melding.DoesNotExist:
                    soorten = soorten - {soort}
            assert {soort.value for soort in soorten} <= set(_tel())
        transaction.set_rollback(True)


def _samen_geleverd() -> UUID:
    """A file with all that happened to one stay so far: begin, two leaves, a move."""
    verlof = {"soort": "verlof", "bronTijd": "2026-11-20T10:00:00+01:00", "verblijf": "V2"}
    persoon = {**begin()["persoon"], "bsn": "999990020", "geslachtsnaam": "Bedacht"}
    stuur(
        begin("V2", persoon=persoon),
        {**verlof, "berichtId": "V2-v1", "van": "2026-11-08", "tot": "2026-11-09"},
        {**verlof, "berichtId": "V2-v2", "van": "2026-11-12", "tot": "2026-11-13"},
        {
            "berichtId": "V2-o",
            "soort": "overplaatsing",
            "bronTijd": "2026-11-21T10:00:00+01:00",
            "verblijf": "V2",
            "datum": "2026-11-20",
            "plaats": {"soort": "pi", "inrichting": "PI-ZWOLLE"},
        },
    )
    gevonden = dossier("V2")
    assert gevonden is not None
    return gevonden.pk


def test_wat_een_bron_samen_aanlevert_is_geen_lek_en_niets_dubbel() -> None:
    """The first prison was told of the begin, and lost its ground by the move: all of one
    delivery, so of one moment."""
    nummer = _samen_geleverd()
    with klok.op(VANDAAG), verwerking(programma()):
        werkstand.breng_bij([nummer], VANDAAG)
        weg = Grond.objects.filter(dossier=nummer, loket__organisatie__code="PI-NIEUWEGEIN").get()
        verlof = Melding.objects.filter(dossier=nummer, soort="verlof", loket__soort="nazorg")
        assert weg.vervallen_op == weg.vastgesteld_op
        assert verlof.count() == 2
        assert _tel() == {}


def test_wie_hoort_van_de_overplaatsing_waardoor_het_niets_meer_ziet_is_een_lek() -> None:
    nummer = _samen_geleverd()
    with klok.op(VANDAAG), verwerking(programma()):
        werkstand.breng_bij([nummer], VANDAAG)
        rij = Melding.objects.filter(dossier=nummer, soort="overgeplaatst", loket__soort="nazorg")
        _kopie(rij.get(), loket=Loket.objects.get(organisatie__code="PI-NIEUWEGEIN"))
        assert _tel() == {Driftsoort.ZONDER_GROND.value: 1}


def test_een_derde_melding_van_twee_verloven_is_dubbel() -> None:
    nummer = _samen_geleverd()
    with klok.op(VANDAAG), verwerking(programma()):
        werkstand.breng_bij([nummer], VANDAAG)
        verlof = Melding.objects.filter(dossier=nummer, soort="verlof", loket__soort="nazorg")
        _kopie(verlof.earliest("pk"))
        assert _tel() == {Driftsoort.DUBBEL.value: 1}


def test_een_einde_dat_niemand_vertelde_wordt_gevonden() -> None:
    with klok.op(VANDAAG), verwerking(programma()):
        Grond.objects.filter(loket__soort="reclassering").update(geldig_tot=VANDAAG)
        assert _tel()[Driftsoort.ZICHT_EINDE.value] == 1


def test_een_kanaal_dat_opgaf_of_zweeg_wordt_gevonden() -> None:
    with klok.op(VANDAAG), verwerking(programma()):
        eerste = _regels("verblijf_begonnen", "nazorg").get().pk
    for stap, fout in (
        (Kanaalstap("webhook", klok.nu(), klok.nu()), 0),
        (Kanaalstap("webhook", klok.nu(), None, "De ontvanger neemt niet op."), 1),
        (Kanaalstap("webhook", opgegeven=True), 1),
    ):
        registreer_kanaal("proef", lambda _nummers, stap=stap: [(eerste, stap)])
        try:
            assert drift().get(Driftsoort.NIET_BEZORGD.value, 0) == fout
        finally:
            vergeet_kanaal("proef")


def test_het_scherm_zegt_per_soort_wat_te_doen_en_noemt_niemand(
    client: Client, ploeg: Ploeg
) -> None:
    adres = reverse("regie:meldplicht")
    with verwerking(programma()):
        gemeente_hoorde_het_begin_niet()
    meld_aan(client, ploeg.fatima)
    assert "De controle heeft nog niet gedraaid" in client.get(adres).content.decode()
    with klok.op(VANDAAG):
        controleer(programma())
    html = client.get(adres).content.decode()
    assert "Bel de gemeente vandaag." in html
    assert "Elke gemeente hoorde begin en einde" in html
    assert "Verzonnen" not in html
    assert str(zaak()) not in html
    meld_aan(client, ploeg.anna)
    assert client.get(adres).status_code == 404


def test_een_controle_van_eergisteren_valt_op(client: Client, ploeg: Ploeg) -> None:
    with klok.op(date(2026, 11, 20)):
        controleer(programma())
    meld_aan(client, ploeg.fatima)
    html = client.get(reverse("regie:meldplicht")).content.decode()
    assert "De controle is niet van vandaag of gisteren" in html


@pytest.mark.parametrize("soort", [Driftsoort.ZICHT_BEGIN])
def test_de_ronde_herstelt_wat_zij_had_moeten_vertellen(soort: Driftsoort) -> None:
    with klok.op(VANDAAG):
        with verwerking(programma()):
            INGREPEN[soort]()
            Grondronde.objects.filter(dag=VANDAAG).delete()
        assert ronde(programma()) == 1
    assert soort.value not in drift()
