"""Eva's municipality was only asked to receive somebody: it takes no regie and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.overdracht import Overdrachtdaad, Puntstand
from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.woonplaats import doe, vraag_gemeente
from richting.regie.acties import besluiten, overdracht
from richting.regie.acties.overname import neem_regie_over
from richting.regie.acties.uitstel import posten_in, stel_alles_uit, stel_uit
from richting.regie.acties.veiligheidshuis import breng_in
from richting.regie.besluitpartijen import Voornemen
from richting.regie.models import Besluitreactie, Overdracht
from tests.api.bouwers import maak_machine
from tests.berichten.bouwers import begin, maak_partijen, programma, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, Ploeg, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import CASUS, PROCES, houder, maak_huis, nummer_van, overdrachten

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.7", "6.4")]
ZIN = "Iets vastleggen kan pas als u ja zegt"
VERLOF = Voornemen(
    Besluitsoort.VERLOF, Gegevenscategorie.PLAN, "Een dag verlof", date(2026, 12, 18)
)


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(reclassering="RN"))
    return ploeg


@pytest.fixture
def verzoek(ploeg: Ploeg) -> UUID:
    """Anna's municipality asks Eva's to receive this person."""
    reden, woorden = Verzoekreden.WERK_OF_GEZIN, "Zijn moeder woont daar"
    wie = ploeg.anna.wie()
    return vraag_gemeente(wie, nummer_van(), ANDERE_GEMEENTE, reden, woorden).pk


def zeg_ja(ploeg: Ploeg, verzoek: UUID) -> None:
    doe(ploeg.eva.wie(), nummer_van(), verzoek, 1, Verzoekdaad.AANVAARDEN)


def neem_over(lid: Lid) -> object:
    zaak = nummer_van()
    return neem_regie_over(lid.wie(), zaak, CASUS, houder(zaak).pk, "Hij komt hier wonen")


def stel_eigen_post_uit(lid: Lid) -> object:
    wie, zaak = lid.wie(), nummer_van()
    with verwerking(wie):
        _feiten, posten = posten_in(zaak, wie.vandaag)
    post = next(p for p in posten if p.loket == lid.loket.pk)
    return stel_uit(wie, zaak, post.sleutel, wie.vandaag + timedelta(days=1), "Te druk")


def breng_zaak_in(lid: Lid) -> object:
    huis = maak_huis().loket.organisatie.code
    return breng_in(lid.wie(), nummer_van(), huis, klok.vandaag(), "Ingewikkeld")


SCHRIJVEN: dict[str, Callable[[Lid], object]] = {
    "een taak overnemen": neem_over,
    "een besluit voornemen": lambda lid: besluiten.neem_voor(lid.wie(), nummer_van(), PLANBESLUIT),
    "een zaak inbrengen": breng_zaak_in,
    "een termijn uitstellen": stel_eigen_post_uit,
    "alles uitstellen": lambda lid: stel_alles_uit(
        lid.wie(), nummer_van(), klok.vandaag() + timedelta(days=30), "Te druk"
    ),
}
PLANBESLUIT = Voornemen(
    Besluitsoort.HUISUITZETTING, Gegevenscategorie.ONDERDAK, "Uit huis", date(2026, 12, 18)
)


@pytest.mark.parametrize("wat", SCHRIJVEN)
def test_tot_zij_ja_zegt_kan_zij_dit_niet(ploeg: Ploeg, verzoek: UUID, wat: str) -> None:
    with pytest.raises(KanNiet, match=ZIN) as fout:
        SCHRIJVEN[wat](ploeg.eva)
    assert fout.value.code == "alleen_gevraagd"


@pytest.mark.parametrize("wat", ["een taak overnemen", "een besluit voornemen"])
def test_na_een_ja_kan_het_wel(ploeg: Ploeg, verzoek: UUID, wat: str) -> None:
    zeg_ja(ploeg, verzoek)
    assert SCHRIJVEN[wat](ploeg.eva)


def test_de_anderen_kunnen_gewoon_verder(ploeg: Ploeg, verzoek: UUID) -> None:
    neem_over(ploeg.anna)
    assert houder(nummer_van()).loket_id == ploeg.anna.loket.pk


def test_wie_de_taak_heeft_geeft_haar_ook_niet_aan_wie_nog_moet_antwoorden(
    ploeg: Ploeg, verzoek: UUID
) -> None:
    zaak = nummer_van()
    gezien, eva = houder(zaak).pk, ploeg.eva.loket.pk
    with pytest.raises(KanNiet, match="eerst zeggen of deze persoon daar kan wonen"):
        neem_regie_over(ploeg.bram.wie(), zaak, CASUS, gezien, "Zij vraagt erom", eva)


def aangeboden(ploeg: Ploeg) -> Overdracht:
    zaak = nummer_van()
    wat = overdracht.Voorbereiding(ploeg.eva.loket.pk, klok.vandaag() + timedelta(days=5))
    rij = overdracht.bereid_voor(ploeg.anna.wie(), zaak, PROCES, wat)
    return overdracht.doe(ploeg.anna.wie(), zaak, rij.pk, Overdrachtdaad.AANBIEDEN, rij.versie)


def test_een_overdracht_kan_zij_weigeren_en_aanvaarden_doet_zij_met_haar_ja(
    ploeg: Ploeg, verzoek: UUID
) -> None:
    rij, zaak, wie = aangeboden(ploeg), nummer_van(), ploeg.eva.wie()
    with pytest.raises(KanNiet, match=ZIN):
        overdracht.doe(wie, zaak, rij.pk, Overdrachtdaad.AANVAARDEN, rij.versie)
    with pytest.raises(KanNiet, match=ZIN):
        overdracht.zet_punten(wie, zaak, rij.pk, {"plan": (Puntstand.GEDAAN, "")})
    pagina = bladzijde(ploeg.eva, f"overdracht/{rij.pk}/")
    assert f"/overdracht/{rij.pk}/doe/weigeren/" in pagina
    for dicht in ("doe/aanvaarden/", "punten/", "afspraak/"):
        assert f"/overdracht/{rij.pk}/{dicht}" not in pagina
    overdracht.doe(
        wie, zaak, rij.pk, Overdrachtdaad.WEIGEREN, rij.versie, "anders", "Hij kan hier niet wonen"
    )
    assert [een.staat for een in overdrachten(zaak)] == ["geweigerd"]


def test_op_een_besluit_dat_haar_vraagt_reageert_zij(ploeg: Ploeg, verzoek: UUID) -> None:
    """She was asked for her opinion by hand of the program, as when she had more part before."""
    zaak = nummer_van()
    rij = besluiten.neem_voor(ploeg.bram.wie(), zaak, VERLOF)
    with verwerking(programma()):
        Besluitreactie.objects.filter(besluit=rij, loket=ploeg.anna.loket).update(
            loket=ploeg.eva.loket
        )
    pagina = bladzijde(ploeg.eva, f"besluiten/{rij.pk}/")
    assert f"/besluiten/{rij.pk}/reageren/" in pagina
    besluiten.reageer(ploeg.eva.wie(), zaak, rij.pk, rij.versie, Besluitmening.AKKOORD)


@pytest.mark.parametrize(
    ("pad", "knop"),
    [
        ("regie/", "/regie/casusregie/neem-over/"),
        ("besluiten/", "/besluiten/nieuw/"),
        ("termijnen/", "/termijnen/uitstel/"),
        ("veiligheidshuis/", "/veiligheidshuis/inbrengen/"),
    ],
)
def test_haar_schermen_zeggen_waarom_er_geen_knop_is(
    ploeg: Ploeg, verzoek: UUID, pad: str, knop: str
) -> None:
    maak_huis()
    pagina = bladzijde(ploeg.eva, pad)
    assert knop not in pagina
    assert ZIN in pagina
    assert f'href="/dossiers/{nummer_van()}/plan/gemeente/">Beantwoord de vraag' in pagina
    anna = bladzijde(ploeg.anna, pad)
    assert ZIN not in anna
    assert knop in anna


def test_de_api_weigert_het_ook(ploeg: Ploeg, verzoek: UUID) -> None:
    eva = maak_machine(ploeg.eva.loket, "plannen:lezen", "plannen:schrijven")
    zaak = nummer_van()
    wat = {"taak": "casusregie", "gezien": houder(zaak).pk, "reden": "Hij komt hier wonen"}
    antwoord = eva.post(f"/dossiers/{zaak}/overnames", wat)
    assert antwoord.status_code == 409
    assert ZIN in antwoord.json()["detail"]
    assert eva.get(f"/dossiers/{zaak}/regiehouders").status_code == 200


def bladzijde(lid: Lid, pad: str) -> str:
    client = Client()
    meld_aan(client, lid)
    antwoord = client.get(f"/dossiers/{nummer_van()}/{pad}")
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())
