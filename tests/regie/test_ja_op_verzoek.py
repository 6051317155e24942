"""A municipality that says yes to receiving somebody has accepted the regie with that."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from richting.akkoord.overdracht import INTREKZIN, VERZOEKZIN
from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.plannen.acties.woonplaats import doe, vraag_gemeente
from richting.plannen.models import Verzoekbericht
from richting.regie.acties.overdracht import Voorbereiding, bereid_voor
from richting.regie.models import Overdracht
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, programma, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, GEMEENTE, Lid, Ploeg, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import CASUS, PROCES, houder, nummer_van, overdrachten, vertrek

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "1.7", "5.7")]
ZONDER = "Overgegaan zonder aanvaarding"


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    return ploeg


def vraag(ploeg: Ploeg) -> UUID:
    """Anna's municipality asks Eva's to receive this person."""
    reden, woorden = Verzoekreden.WERK_OF_GEZIN, "Zijn moeder woont daar"
    wie = ploeg.anna.wie()
    return vraag_gemeente(wie, nummer_van(), ANDERE_GEMEENTE, reden, woorden).pk


def zeg(lid: Lid, verzoek: UUID, daad: Verzoekdaad, toelichting: str = "") -> None:
    with verwerking(programma()):
        versie = Verzoekbericht.objects.filter(verzoek=verzoek).latest("versie").versie
    doe(lid.wie(), nummer_van(), verzoek, versie, daad, toelichting)


def verteld(lid: Lid) -> list[str]:
    with verwerking(programma()):
        return list(Melding.objects.filter(loket=lid.loket).values_list("soort", flat=True))


def bladzijde(lid: Lid, pad: str = "regie/") -> str:
    client = Client()
    meld_aan(client, lid)
    antwoord = client.get(f"/dossiers/{nummer_van()}/{pad}")
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def van(rij: Overdracht) -> tuple[str, str, int, int]:
    return rij.taak, rij.staat, rij.van_loket_id, rij.aan_loket_id


def test_na_een_ja_is_de_regie_aanvaard_en_vraagt_niemand_om_een_bevestiging(
    ploeg: Ploeg,
) -> None:
    zeg(ploeg.eva, vraag(ploeg), Verzoekdaad.AANVAARDEN)
    assert houder(nummer_van(), PROCES).loket_id == ploeg.eva.loket.pk
    (rij,) = overdrachten(nummer_van())
    lokets = ploeg.anna.loket.pk, ploeg.eva.loket.pk
    assert van(rij) == (PROCES, "aanvaard", *lokets)
    assert "overdracht_beantwoord" in verteld(ploeg.anna)
    for lid in (ploeg.anna, ploeg.eva):
        assert "regie_van_rechtswege" not in verteld(lid)
        assert ZONDER not in bladzijde(lid)
        html = bladzijde(lid, f"overdracht/{rij.pk}/")
        assert VERZOEKZIN in html
        assert "met het ja op het verzoek" in html
        assert "Bevestig dat u de regie heeft" not in html
    assert "aanvaard, met het ja op het verzoek" in bladzijde(ploeg.anna, "")


def test_wie_gevraagd_is_leest_vooraf_dat_een_ja_ook_de_regie_is(ploeg: Ploeg) -> None:
    vraag(ploeg)
    zin = "Met een ja aanvaardt u ook de regie"
    assert zin in bladzijde(ploeg.eva, "plan/gemeente/")
    assert zin not in bladzijde(ploeg.anna, "plan/gemeente/")


def test_na_het_vertrek_gaat_met_een_ja_ook_de_casusregie_aanvaard_over(ploeg: Ploeg) -> None:
    stuur(vertrek())
    zeg(ploeg.eva, vraag(ploeg), Verzoekdaad.AANVAARDEN)
    lokets = ploeg.anna.loket.pk, ploeg.eva.loket.pk
    naar_eva = [rij for rij in overdrachten(nummer_van()) if rij.aan_loket_id == lokets[1]]
    assert {van(rij) for rij in naar_eva} == {(t, "aanvaard", *lokets) for t in (PROCES, CASUS)}
    assert houder(nummer_van(), CASUS).loket_id == lokets[1]


def test_een_overdracht_die_al_in_voorbereiding_was_is_met_het_ja_aanvaard(ploeg: Ploeg) -> None:
    verzoek = vraag(ploeg)
    wat = Voorbereiding(ploeg.eva.loket.pk, None, op_vertrek=True)
    eerder = bereid_voor(ploeg.anna.wie(), nummer_van(), PROCES, wat)
    zeg(ploeg.eva, verzoek, Verzoekdaad.AANVAARDEN)
    (rij,) = overdrachten(nummer_van())
    assert (rij.pk, rij.staat, rij.datum) == (eerder.pk, "aanvaard", klok.vandaag())


def test_wordt_het_verzoek_daarna_ingetrokken_dan_blijft_de_regie_bij_wie_vroeg(
    ploeg: Ploeg,
) -> None:
    """The yes of this morning is not carried out once more when another fact comes in."""
    verzoek = vraag(ploeg)
    zeg(ploeg.eva, verzoek, Verzoekdaad.AANVAARDEN)
    zeg(ploeg.anna, verzoek, Verzoekdaad.INTREKKEN, "Hij wil toch terug")
    stuur(einde_gewijzigd())
    assert houder(nummer_van(), PROCES).loket_id == ploeg.anna.loket.pk


@pytest.mark.clausule("1.7", "5.4", "5.7")
def test_wie_het_verzoek_na_een_ja_intrekt_wordt_niet_om_een_bevestiging_gevraagd(
    ploeg: Ploeg,
) -> None:
    verzoek = vraag(ploeg)
    zeg(ploeg.eva, verzoek, Verzoekdaad.AANVAARDEN)
    eerder = len(verteld(ploeg.eva))
    zeg(ploeg.anna, verzoek, Verzoekdaad.INTREKKEN, "Hij wil toch terug")
    assert houder(nummer_van(), PROCES).loket_id == ploeg.anna.loket.pk
    _heen, terug = overdrachten(nummer_van())
    assert van(terug) == (PROCES, "aanvaard", ploeg.eva.loket.pk, ploeg.anna.loket.pk)
    assert "regie_van_rechtswege" not in verteld(ploeg.anna)
    assert len(verteld(ploeg.eva)) > eerder
    assert ZONDER not in bladzijde(ploeg.anna)
    html = bladzijde(ploeg.anna, f"overdracht/{terug.pk}/")
    assert INTREKZIN in html
    assert "omdat het verzoek aan de gemeente is ingetrokken" in html
    assert "Bevestig dat u de regie heeft" not in html
    tijdlijn = bladzijde(ploeg.anna, "")
    assert "terug bij Gemeente Utrecht, nazorg: het verzoek aan de andere gemeente" in tijdlijn


@pytest.mark.clausule("5.4", "5.7")
def test_wie_ook_na_het_intrekken_in_beeld_blijft_hoort_dat_de_regie_weg_is(ploeg: Ploeg) -> None:
    """Eva's municipality also is where somebody stayed most: it keeps its ground."""
    gemeenten = [
        {"gemeente": GEMEENTE, "rol": "ingezetene"},
        {"gemeente": ANDERE_GEMEENTE, "rol": "feitelijk_verblijf"},
    ]
    stuur(begin(berichtId="V1-twee", gemeenten=gemeenten))
    verzoek = vraag(ploeg)
    zeg(ploeg.eva, verzoek, Verzoekdaad.AANVAARDEN)
    assert houder(nummer_van(), PROCES).loket_id == ploeg.eva.loket.pk
    zeg(ploeg.anna, verzoek, Verzoekdaad.INTREKKEN, "Hij wil toch terug")
    assert "regie_van_rechtswege" in verteld(ploeg.eva)
    assert "regie_van_rechtswege" not in verteld(ploeg.anna)


def test_zonder_ja_vraagt_een_andere_gemeente_nog_steeds_om_een_bevestiging(ploeg: Ploeg) -> None:
    """The register moves somebody to a municipality that nobody asked."""
    verhuisd = {"gemeenten": [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]}
    stuur(begin(berichtId="V1-verhuisd", **verhuisd))
    with verwerking(programma()):
        loket = Loket.objects.get(organisatie__code=ANDERE_GEMEENTE, soort=Loketsoort.NAZORG)
    (rij,) = [r for r in overdrachten(nummer_van()) if Regietaak(r.taak) is PROCES]
    assert (rij.staat, rij.aan_loket_id) == ("van_rechtswege", loket.pk)
    assert ZONDER in bladzijde(ploeg.eva)
